"""The program's findings in the neutral schema, so that other tools can meet the same gold."""

from evaluation.neutral.layers import to_neutral

__all__ = ["to_neutral"]
