"""The measuring bench: what the program finds, held against labelled data."""
