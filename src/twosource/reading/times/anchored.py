"""Lengths counted from a date or a dated happening: "two days after the verdict of 3 May".

"The day after the vote" has no place in the calendar where the vote has no date.

The date may stand in the phrase itself, or the text may give it elsewhere: "The verdict came on
3 May. … Two days after the verdict". Where the text dates a happening twice and differently,
nothing is counted from it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from twosource.model import Interval, Span, TimeKind
from twosource.reading.times.dated_words import Dated, dated_words, dates_of, happening_at
from twosource.reading.times.meaning import UNSAID, Meaning, dated
from twosource.reading.times.periods import (
    Grain,
    Period,
    containing,
    day_in_month,
    hull,
    is_wider,
    month_of,
    shifted,
)

Placed = tuple[Span, Meaning]

_LENGTH = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[DWMY])")
_GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}
# What may stand between: "after the verdict of", "before his death on".
_FROM = re.compile(
    r"\s+(?P<side>after|before|(?<=eve\s)of)\s+"
    r"(?:[\w'’-]+\s+){0,6}?(?:(?:of|on|in|from)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\s+(?P<side>after|before)\s+(?=\w)", re.IGNORECASE)
_BESIDE = re.compile(r"\s*,?\s*(?:(?:in|on)\s+)?(?:the\s+)?", re.IGNORECASE)
_OUTER = re.compile(r"(?:the\s+)?(?:(?P<first>first|opening)|last|final|closing)\b", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in)\s+", re.IGNORECASE)
_EVE = re.compile(r"\s+(?P<side>of)\s+(?=\w)", re.IGNORECASE)


def with_anchors(text: str, placed: list[Placed]) -> list[Placed]:
    """The expressions, with each length that is counted from a date or a happening made a date."""
    placed = _parts(text, _in_the_year_said(text, placed))
    beside = [*_from_dates(text, placed), *placed[-1:]]
    if not any(_side(text, span, meaning) for span, meaning in beside):
        return beside
    events = dated_words(text, placed)
    found = [
        (span, _from_event(text, span, meaning, events) or meaning) for span, meaning in beside
    ]
    return [one for one in found if one[1].period or not _is_eve(text, one[0])]


def _in_the_year_said(text: str, placed: list[Placed]) -> list[Placed]:
    """The expressions, with "in May two years ago" and "two years ago on 9 May" of that year."""
    moved = list(placed)
    for at, (first, second) in enumerate(pairwise(placed)):
        if _BESIDE.fullmatch(text, first[0].end, second[0].start) is None:
            continue
        for year, date, place in ((first, second, at + 1), (second, first, at)):
            there = _of_year(date[1], year[1]) if _is_years_ago(text, year) else None
            if there is not None:
                moved[place] = date[0], there
    return moved


def _parts(text: str, placed: list[Placed]) -> list[Placed]:
    """The expressions, with "the first nine months of 2020" a length that has its place there."""
    found = [
        (span, _part(text, span, length, whole) or length)
        for (span, length), whole in pairwise(placed)
    ]
    return [*found, *placed[-1:]]


def _part(text: str, span: Span, length: Meaning, whole: Placed) -> Meaning | None:
    side, (count, grain) = _OUTER.match(text, span.start, span.end), _steps(length)
    if side is None or grain is None or whole[1].period is None:
        return None
    if _OF.fullmatch(text, span.end, whole[0].start) is None:
        return None
    first, last = whole[1].period.start, whole[1].period.end
    if side["first"]:
        last = shifted(Period(grain, first), count).start - timedelta(days=1)
    else:
        first = shifted(Period(grain, last + timedelta(days=1)), -count).start
    if not whole[1].period.start <= first <= last <= whole[1].period.end:
        return None
    width = Grain.DAY if grain in (Grain.DAY, Grain.WEEK) else Grain.MONTH
    interval = hull(containing(width, first).interval, containing(width, last).interval)
    return replace(
        length, interval=interval, reason=f"a part of {whole[1].timex}", anchor=whole[1].anchor
    )


def _is_years_ago(text: str, placed: Placed) -> bool:
    period = placed[1].period
    years = period is not None and period.grain is Grain.YEAR
    return years and text.endswith(" ago", placed[0].start, placed[0].end)


def _of_year(date: Meaning, year: Meaning) -> Meaning | None:
    """A day or month that was said without its year, in the year beside it."""
    if date.period is None or date.anchor is None or year.period is None:
        return None
    start, told = date.period.start, year.period.start.year
    if date.period.grain is Grain.MONTH:
        return dated(month_of(told, start.month), "of the year said beside it", date.anchor)
    found = day_in_month(told, start.month, start.day)
    if date.period.grain is not Grain.DAY or found is None:
        return None
    return dated(found, "of the year said beside it", date.anchor)


def _from_dates(text: str, placed: list[Placed]) -> Iterator[Placed]:
    for (span, meaning), after in pairwise(placed):
        yield span, _from_date(text, span, meaning, after) or meaning


def _from_date(text: str, span: Span, meaning: Meaning, after: Placed) -> Meaning | None:
    """As in "two days after the verdict of 3 May": counted from the date that comes next."""
    gap = _FROM.fullmatch(text, span.end, after[0].start)
    if gap is None or after[1].period is None:
        return None
    if meaning.period is not None:
        return _named_beside(text, span, meaning.period, after[1].period, gap["side"])
    there = _counted(meaning, after[1].period, gap["side"])
    if there is None:
        return None
    return dated(there, f"counted from {after[1].timex}", after[1].anchor)


def _named_beside(text: str, span: Span, named: Period, start: Period, side: str) -> Meaning | None:
    """As in "the Monday after Easter", "the weekend before Christmas"."""
    grains = (Grain.DAY, Grain.WEEKEND)
    if start.grain is not Grain.DAY or named.grain not in grains or not _is_the(text, span):
        return None
    size, first = timedelta(days=1), named.start.isoweekday()
    step = size if side.lower() == "after" else -size
    day = start.start + step
    while day.isoweekday() != first:
        day += step
    return dated(Period(named.grain, day), f"counted from {start.timex}", start.start)


def _is_the(text: str, span: Span) -> bool:
    return text[span.start : span.end].lower().startswith("the ")


def _from_event(text: str, span: Span, meaning: Meaning, events: Dated) -> Meaning | None:
    """As in "two days after the verdict", where the text dates the verdict, and only once."""
    side = _side(text, span, meaning)
    happening = happening_at(text, side.end()) if side else None
    periods = dates_of(happening, events) if happening else set()
    if side is None or len(periods) != 1:
        return None
    (period,) = periods
    there = _counted(meaning, period, side["side"])
    reason = f"counted from the {happening}, which the text dates {period.interval.value}"
    if there is not None:
        return replace(dated(there, reason), anchor=period.start)
    if not meaning.timex.startswith("PX"):
        return None
    interval = _open_beside(period, side["side"])
    return replace(meaning, interval=interval, reason=reason, anchor=period.start)


def _open_beside(period: Period, side: str) -> Interval:
    """As in "in the weeks before the attack": up to it, and from nobody says when."""
    day = period.start.isoformat()
    if side.lower() == "after":
        return Interval(f"{day}/..", period.start, None)
    return Interval(f"../{day}", None, period.start)


def _side(text: str, span: Span, meaning: Meaning) -> re.Match[str] | None:
    counts = meaning.kind is TimeKind.DURATION or meaning.timex in UNSAID.values()
    side = _EVE if _is_eve(text, span) else _SIDE
    return side.match(text, span.end) if counts else None


def _is_eve(text: str, span: Span) -> bool:
    return text.endswith(" eve", span.start, span.end)


def _counted(length: Meaning, start: Period, side: str) -> Period | None:
    """The period so far from another; `None` where that one is too wide to count from."""
    count, grain = _steps(length)
    if grain is None or is_wider(start.grain, grain):
        return None
    steps = count * (1 if side.lower() == "after" else -1)
    try:
        found = shifted(containing(grain, start.start), steps)
        return found if length.timex in UNSAID.values() else _exact(found, start, steps)
    except (ValueError, OverflowError):  # outside the years 1 to 9999
        return None


def _steps(length: Meaning) -> tuple[int, Grain | None]:
    """How many of which unit a length is: one for "the day after"."""
    unsaid = next((grain for grain, code in UNSAID.items() if code == length.timex), None)
    parts = _LENGTH.fullmatch(length.timex)
    if unsaid is not None or parts is None or length.kind is not TimeKind.DURATION:
        return 1, unsaid
    return int(parts["count"]), _GRAINS[parts["unit"]]


def _exact(found: Period, start: Period, steps: int) -> Period:
    """Weeks after a day are counted to the day."""
    if found.grain is Grain.WEEK and start.grain is Grain.DAY:
        return shifted(start, 7 * steps)
    return found
