"""How the weights of `twosource.collation.reuse.rewritten` are made."""
