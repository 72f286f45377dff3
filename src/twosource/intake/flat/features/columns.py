"""The table of features: a row for each line, a column for each thing that can be seen."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float32]  # one row per line
Column = NDArray[np.floating]  # as it was computed; the table makes all of one width


def share(flags: Sequence[bool]) -> float:
    """The part of a few that is so; nothing of none."""
    return sum(flags) / len(flags) if flags else 0.0
