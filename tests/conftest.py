"""What holds for every test."""

from hypothesis import settings

# A property that holds is not broken by a busy machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
