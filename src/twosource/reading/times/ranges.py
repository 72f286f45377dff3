"""From one date to another: the range that two neighbouring dates make."""

import re
from itertools import pairwise

from twosource.model import Span, TimeKind
from twosource.reading.times.meaning import Meaning, dated
from twosource.reading.times.periods import Grain, Period, day_in_month, hull, month_of

Placed = tuple[Span, Meaning]

_TO = re.compile(r"\s*,?\s*(?:-|–|—|/|to|through|thru|until|till)\s*(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*and\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)
_LONGEST_OPENING = 16


def with_ranges(text: str, placed: list[Placed]) -> list[Placed]:
    """The expressions with the ranges that neighbours make, in order, the range before its ends."""
    ranges: list[Placed] = []
    for at, (first, second) in enumerate(pairwise(placed)):
        tied = _AND.fullmatch(text[first[0].end : second[0].start]) is not None
        linked = _linked(text, first[0], second[0])
        if not tied and not linked:
            continue
        begin = _in_the_same_year(first[1], second[1], ends=linked)
        placed[at] = first[0], begin
        if not linked and not _follow(begin, second[1]):
            continue
        if (whole := _range(begin, second[1])) is not None:
            ranges.append((Span(first[0].start, second[0].end), whole))
    return sorted([*placed, *ranges], key=lambda one: (one[0].start, -one[0].end))


def _linked(text: str, first: Span, second: Span) -> bool:
    gap = text[first.end : second.start]
    if _TO.fullmatch(gap):
        return True
    before = text[max(0, first.start - _LONGEST_OPENING) : first.start]
    return bool(_AND.fullmatch(gap) and _BETWEEN.search(before))


def _follow(first: Meaning, second: Meaning) -> bool:
    """Whether one period begins where the other ends: "in 2011 and 2012"."""
    if first.period is None or second.period is None:
        return False
    same = first.period.grain is second.period.grain and first.kind is second.kind
    return same and (second.period.start - first.period.end).days == 1


def _range(first: Meaning, second: Meaning) -> Meaning | None:
    ends = first.period, second.period
    if None in ends or _are_of_one_day(first, second):
        return None
    begin, end = first.interval.earliest, second.interval.latest
    if begin is None or end is None or begin > end:
        return None
    anchor = first.anchor or second.anchor
    interval = hull(first.interval, second.interval)
    reason = "from the one date to the other"
    return Meaning(TimeKind.RANGE, interval, f"{first.timex}/{second.timex}", reason, anchor)


def _are_of_one_day(first: Meaning, second: Meaning) -> bool:
    """As in "from noon to two"; but "from Monday evening to Tuesday morning" are two days."""
    hours = TimeKind.TIME in (first.kind, second.kind)
    return hours and first.interval.latest == second.interval.earliest


def _in_the_same_year(first: Meaning, second: Meaning, *, ends: bool) -> Meaning:
    """The first date in the year that only the second one says: "from May to July 2019".

    Where that would lie behind the second, it is of the year before: "December 30 to January 2,
    2017". Of the two `ends` of a range the first is never later, even if neither says its year.
    """
    if first.period is None or first.anchor is None or second.period is None:
        return first
    late = ends and first.period.grain is second.period.grain
    late = late and first.period.start > second.period.end
    if second.anchor is not None and not late:
        return first
    year, end = second.period.start.year, second.period.end
    for moved in (_in_year(first.period, year), _in_year(first.period, year - 1)):
        if moved is not None and moved.start <= end:
            return dated(moved, "in the year of the date that ends the range")
    return first


def _in_year(period: Period, year: int) -> Period | None:
    """The same day or month in another year, which may lack it."""
    start = period.start
    if period.grain is Grain.MONTH:
        return month_of(year, start.month)
    return day_in_month(year, start.month, start.day) if period.grain is Grain.DAY else None
