"""Lengths counted from a date in the same sentence: "two days after the verdict of 3 May"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from twosource.model import Span, TimeKind
from twosource.reading.times.meaning import Meaning, dated
from twosource.reading.times.periods import Grain, Period, containing, is_wider, shifted

Placed = tuple[Span, Meaning]

_LENGTH = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[DWMY])")
_GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}
# What may stand between: "after the verdict of", "before his death on".
_FROM = re.compile(
    r"\s+(?P<side>after|before)\s+(?:[\w'’-]+\s+){0,6}?(?:(?:of|on|in|from)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


def with_anchors(text: str, placed: list[Placed]) -> list[Placed]:
    """The expressions, with each length that is counted from the next date made a date."""
    return [*_moved(text, placed), *placed[-1:]]


def _moved(text: str, placed: list[Placed]) -> Iterator[Placed]:
    for (span, meaning), (after, other) in pairwise(placed):
        gap = _FROM.fullmatch(text, span.end, after.start)
        found = _counted(meaning, other, gap["side"].lower()) if gap else None
        yield span, found or meaning


def _counted(length: Meaning, other: Meaning, side: str) -> Meaning | None:
    parts = _LENGTH.fullmatch(length.timex)
    if length.kind is not TimeKind.DURATION or parts is None or other.period is None:
        return None
    grain = _GRAINS[parts["unit"]]
    if is_wider(other.period.grain, grain):
        return None
    steps = int(parts["count"]) * (-1 if side == "before" else 1)
    try:
        found = shifted(containing(grain, other.period.start), steps)
        there = _exact(found, other.period, steps)
        return dated(there, f"counted from {other.timex}", other.anchor)
    except (ValueError, OverflowError):  # outside the years 1 to 9999
        return None


def _exact(found: Period, start: Period, steps: int) -> Period:
    """Weeks after a day are counted to the day."""
    if found.grain is Grain.WEEK and start.grain is Grain.DAY:
        return shifted(start, 7 * steps)
    return found
