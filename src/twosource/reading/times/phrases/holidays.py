"""Holidays: "Christmas", "Easter Sunday 2021", "the day before Thanksgiving"."""

from datetime import date, timedelta

from twosource.reading.times.lexicon import calendar
from twosource.reading.times.meaning import FROM_TOLD, Context, Meaning, Phrase, dated
from twosource.reading.times.periods import (
    Grain,
    Period,
    containing,
    easter,
    nth_weekday,
)
from twosource.reading.times.phrases.nearby import nearest, side_of
from twosource.reading.times.phrases.parts import STATED, year_in


def holiday(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Christmas 2019", "last Easter", "Thanksgiving"."""
    name = phrase.all("holiday")[0].text.lower().replace("’", "'")
    found = _feast_beside_told(name, phrase, context) or _dated_feast(
        name, year_in(phrase, context), side_of(phrase), context
    )
    last = phrase.tokens[-1]
    week = last.value in ("week", "weekend")
    if found is None or found.period is None or not week:
        return found
    return dated(containing(Grain.WEEK, found.period.start), found.reason, found.anchor)


def _feast_beside_told(name: str, phrase: Phrase, context: Context) -> Meaning | None:
    """As in "that Christmas", "the previous Easter", from what was told."""
    if context.told is None or not phrase.has("that", "following", "previous"):
        return None
    start, previous = context.told.start, phrase.has("previous")
    days = [_feast(name, start.year + step) for step in (-1, 0, 1)]
    there = max(d for d in days if d < start) if previous else min(d for d in days if d >= start)
    return dated(Period(Grain.DAY, there), FROM_TOLD, start)


def holiday_before(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the Christmas before last"."""
    if context.anchor is None:
        return None
    name = phrase.all("holiday")[0].text.lower().replace("’", "'")
    days = (_feast(name, context.anchor.year - back) for back in (0, 1, 2))
    behind = [day for day in days if day <= context.anchor]
    return dated(Period(Grain.DAY, behind[1]), "the last but one", context.anchor)


def _dated_feast(name: str, year: int | None, side: int | None, context: Context) -> Meaning | None:
    anchor = context.anchor
    if year is not None:
        return dated(Period(Grain.DAY, _feast(name, year)), STATED)
    if anchor is None:
        return None
    if side == 0:
        found = _feast(name, anchor.year)
        return dated(Period(Grain.DAY, found), "of the year of publication", anchor)
    days = [_feast(name, anchor.year + step) for step in (-1, 0, 1)]
    if side is not None:
        days = [day for day in days if (day > anchor) == (side > 0)]
    found = nearest(days, anchor, context)
    return dated(Period(Grain.DAY, found), "the nearest that the sentence points to", anchor)


def _feast(name: str, year: int) -> date:
    words = calendar()
    if name in words.holidays:
        return date(year, *words.holidays[name])
    if name in words.moving_holidays:
        month, weekday, which = words.moving_holidays[name]
        return nth_weekday(year, month, weekday, which).start
    return easter(year) + timedelta(days=words.easter_holidays[name])
