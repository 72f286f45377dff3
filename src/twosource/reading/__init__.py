"""Reading: Article → Reading, everything one article says, and where it says it."""
