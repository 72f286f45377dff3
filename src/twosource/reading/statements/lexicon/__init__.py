"""What the vocabulary knows of verbs that report and of nouns that people go by."""
