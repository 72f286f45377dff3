"""Names that come round again, "Friday" or "May", placed by what day it is and which way they point."""

from datetime import date, timedelta

from twosource.reading.times.meaning import Context, Meaning, Phrase, dated
from twosource.reading.times.periods import Grain, Period, day_in_month, month_of

_ON_OR_BEFORE = "the last one on or before publication"
_ON_OR_AFTER = "the next one on or after publication, as the sentence looks ahead"
_LAST, _NEXT, _THIS = "the last one before publication", "the next one after publication", "this"

_SIDES = {
    -1: ("last", "previous", "past", "latest"),
    1: ("next", "coming", "following"),
    0: ("this", "present", "same", "that"),
}


def side_of(phrase: Phrase) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this", `None` where nothing of the kind is said."""
    for side, names in _SIDES.items():
        if phrase.has(*names):
            return side
    return 0 if any(token.text.lower() == "current" for token in phrase.tokens) else None


def near_weekday(weekday: int, side: int | None, context: Context) -> Meaning | None:
    """A weekday (Monday is 1): the last, the next, or the one the sentence points to."""
    anchor = context.anchor
    if anchor is None:
        return None
    behind = (anchor.isoweekday() - weekday) % 7
    if side == -1:
        return _day(anchor - timedelta(days=behind or 7), _LAST, anchor)
    if side == 1:
        return _day(anchor + timedelta(days=7 - behind), _NEXT, anchor)
    if context.forward or side == 0:
        return _day(anchor + timedelta(days=-behind % 7), _ON_OR_AFTER, anchor)
    return _day(anchor - timedelta(days=behind), _ON_OR_BEFORE, anchor)


def near_day(month: int, day: int, context: Context) -> Meaning | None:
    """A day of a month without its year."""
    anchor = context.anchor
    if anchor is None:
        return None
    years = range(anchor.year - 4, anchor.year + 5)  # four, for a 29 February
    days = [found for year in years if (found := day_in_month(year, month, day))]
    if context.forward:
        found = next((day for day in days if day.start >= anchor), None)
        return found and dated(found, _ON_OR_AFTER, anchor)
    found = next((day for day in reversed(days) if day.start <= anchor), None)
    return found and dated(found, _ON_OR_BEFORE, anchor)


def near_month(month: int, side: int | None, context: Context) -> Meaning | None:
    """A month without its year: "last May", "this May", "in May"."""
    anchor = context.anchor
    if anchor is None:
        return None
    here = month_of(anchor.year, month)
    if side == 0:
        return dated(here, "of the year of publication", anchor)
    if side == 1 or (side is None and context.forward):
        found = here if here.end > anchor else month_of(anchor.year + 1, month)
        return dated(found, _NEXT if side else _ON_OR_AFTER, anchor)
    limit = anchor.replace(day=1) if side == -1 else anchor + timedelta(days=1)
    found = here if here.start < limit else month_of(anchor.year - 1, month)
    return dated(found, _LAST if side else _ON_OR_BEFORE, anchor)


def _day(day: date, reason: str, anchor: date) -> Meaning:
    return dated(Period(Grain.DAY, day), reason, anchor)
