"""What can be seen of the lines around a line."""

import numpy as np

from twosource.intake.flat.features.columns import Column, Table
from twosource.intake.flat.features.line import LINE, column

_SEEN_AROUND = (
    "words", "ends_sentence", "bullet", "share_capitalised", "share_function_words", "prose",
    "worded_navigation", "worded_related", "times_in_page",
)  # fmt: skip
_OFFSETS = (-3, -2, -1, 1, 2, 3)
_REACHES = (3, 8, 20)
AROUND = (
    *(f"{name}[{offset:+d}]" for offset in _OFFSETS for name in _SEEN_AROUND),
    *(f"prose_words_near[{reach}]" for reach in _REACHES),
    *(f"short_lines_near[{reach}]" for reach in _REACHES),
    *(f"prose_{side}[{reach}]" for side in ("above", "below") for reach in _REACHES),
)


def around(own: Table) -> list[Column]:
    """What the lines up to three above and below look like; beyond the page, nothing."""
    seen = own[:, [LINE.index(name) for name in _SEEN_AROUND]]
    return [_moved(seen, offset) for offset in _OFFSETS]


def _moved(seen: Table, offset: int) -> Table:
    moved = np.full_like(seen, -1)
    if offset < 0:
        moved[-offset:] = seen[:offset]
    else:
        moved[:-offset] = seen[offset:]
    return moved


def near(own: Table) -> list[Column]:
    """How much running text, and how many short lines, stand around each line."""
    prose = column(own, "prose") * column(own, "words")
    short = (column(own, "words") < 5).astype(np.float32)  # noqa: PLR2004 - a menu item
    both = [_window(words, reach, reach) for words in (prose, short) for reach in _REACHES]
    above = [_window(prose, reach, -1) for reach in _REACHES]
    below = [_window(prose, -1, reach) for reach in _REACHES]
    return [*both, *above, *below]


def _window(values: Column, above: int, below: int) -> Column:
    """The mean over a line's neighbours, up to `above` before and `below` behind it.

    -1 leaves that side and the line itself out.
    """
    size = len(values)
    total = np.concatenate([[0.0], np.cumsum(values)])
    here = np.arange(size)
    start = np.clip(here - above, 0, size)
    end = np.clip(here + below + 1, 0, size)
    mean: Column = (total[end] - total[start]) / np.maximum(end - start, 1)
    return mean
