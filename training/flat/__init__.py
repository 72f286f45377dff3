"""How the weights of `twosource.intake.body` are made: `python -m training.flat`."""
