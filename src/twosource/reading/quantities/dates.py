"""Numbers that belong to a date or a time of day, and so count nothing."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from twosource.model import QuantityKind, TimeExpression, TimeKind
from twosource.reading.quantities.scan import Number
from twosource.reading.quantities.units import kind_of, unit_after

_DATES = {TimeKind.DATE, TimeKind.TIME}
_OTHER_END = re.compile(r"\s?(?:to|or|-|–)\s?[\w,]+(?=\s)")


@dataclass(frozen=True, slots=True)
class Taken:
    """The stretches that dates and clock times cover, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    days: tuple[bool, ...]  # whether it is a day or longer

    def holds(self, text: str, number: Number) -> bool:
        """Whether a number is part of a date, and not of a count such as "two days ago"."""
        at = bisect_right(self.starts, number.start) - 1
        if at < 0 or number.start >= self.ends[at]:
            return False
        return not (self.days[at] and _is_a_length(text, number.end, self.ends[at]))


def _is_a_length(text: str, position: int, end: int) -> bool:
    """As in "two days ago", "two to three years ago", with the unit behind the other end."""
    other = _OTHER_END.match(text, position, end)
    units = (unit_after(text, at, end=end) for at in (position, other.end() if other else position))
    return any(unit is not None and kind_of(unit.name) is QuantityKind.DURATION for unit in units)


def taken_by(times: tuple[TimeExpression, ...]) -> Taken:
    """Where dates stand. Lengths of time are quantities, also inside "two days ago"."""
    if not times:
        return Taken((), (), ())
    taken = sorted((time for time in times if time.kind in _DATES), key=lambda time: time.span)
    return Taken(
        tuple(time.span.start for time in taken),
        tuple(time.span.end for time in taken),
        tuple(time.kind is TimeKind.DATE for time in taken),
    )
