"""Pieces → windows: a long text goes through the encoder in overlapping stretches."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# A window is judged by its middle, its home; the margins are there to be looked at. The encoder was
# trained on windows of 254 pieces and two marks.
HOME, MARGIN = 190, 32


@dataclass(frozen=True, slots=True)
class Window:
    """Words `begin` to `end` go in together; what is told of words `home` to `home_end` counts."""

    begin: int
    home: int
    home_end: int
    end: int


def cut_into_windows(edges: NDArray[np.int64], openings: Sequence[int]) -> list[Window]:
    """Windows whose homes cover all words once, and begin where a sentence opens if they can.

    `edges[i]` is the first piece of word i, with the number of pieces at the end.
    """
    count, home = len(edges) - 1, 0
    windows = []
    while home < count:
        home_end = int(np.searchsorted(edges, edges[home] + HOME, side="right")) - 1
        if home_end < count:
            home_end = max((o for o in openings if home < o <= home_end), default=home_end)
        begin = int(np.searchsorted(edges, edges[home] - MARGIN))
        end = int(np.searchsorted(edges, edges[home_end] + MARGIN, side="right")) - 1
        windows.append(Window(begin, home, home_end, end))
        home = home_end
    return windows
