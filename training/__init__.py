"""How the shipped weights are made: prepare, train, export, measure, one command each."""
