"""How the weights of `twosource.intake.flat.body` are made: `python -m training.flat`."""
