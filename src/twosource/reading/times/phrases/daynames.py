"""Days by their names: "Friday", "today", "Sunday night", "tonight"."""

from datetime import timedelta

from twosource.model import TimeKind
from twosource.reading.times.meaning import (
    FROM_PUBLICATION,
    FROM_TOLD,
    Context,
    Meaning,
    Phrase,
    dated,
    timed,
)
from twosource.reading.times.periods import Grain, Period, containing, hull, shifted
from twosource.reading.times.phrases.nearby import near_weekday, side_of


def weekday(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Friday", "last Monday", "Sunday night"."""
    token = phrase.all("weekday", "loose_weekday")[0]
    found = _beside_told(int(token.value), phrase, context) or near_weekday(
        int(token.value), side_of(phrase), context
    )
    return _part_of(found, phrase) if found else None


def weekday_week(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Monday of last week", "next week on Friday"."""
    side, unit = side_of(phrase), phrase.all("unit")[0].value
    day = int(phrase.all("weekday", "loose_weekday")[0].value)
    if context.anchor is None or side is None or unit != "week":
        return weekday(Phrase((phrase.all("weekday", "loose_weekday")[0],)), context)
    week = shifted(containing(Grain.WEEK, context.anchor), side)
    there = Period(Grain.DAY, week.start + timedelta(days=day - 1))
    return dated(there, FROM_PUBLICATION, context.anchor)


def weekday_span(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Monday to Thursday last week": both days are of the week that is counted."""
    first, last = (Phrase((token,)) for token in phrase.all("weekday", "loose_weekday"))
    counted = (*phrase.all("last", "this", "next"), *phrase.all("unit"))
    ends = [weekday_week(Phrase((*end.tokens, *counted)), context) for end in (first, last)]
    begin, end = (one.period if one else None for one in ends)
    if begin is None or end is None or begin.start >= end.start:
        return None
    interval = hull(begin.interval, end.interval)
    timex = f"{begin.timex}/{end.timex}"
    return Meaning(TimeKind.DATE, interval, timex, FROM_PUBLICATION, context.anchor, end)


def _beside_told(weekday: int, phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the following Monday", "that Friday", "from Friday to Sunday", after another day."""
    told = context.told
    if told is None or told.grain is not Grain.DAY:
        return None
    ahead = (weekday - told.start.isoweekday()) % 7
    if phrase.has("following") or context.tied:
        there = told.start + timedelta(days=ahead or 7)
    elif phrase.has("that", "same"):
        there = told.start + timedelta(days=ahead)
    elif phrase.has("previous"):
        there = told.start - timedelta(days=7 - ahead)
    else:
        return None
    return dated(Period(Grain.DAY, there), FROM_TOLD, told.start)


def relday(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "today", "yesterday morning"."""
    if context.anchor is None:
        return None
    day = context.anchor + timedelta(days=int(phrase.all("relday")[0].value))
    return _part_of(dated(Period(Grain.DAY, day), FROM_PUBLICATION, context.anchor), phrase)


def tonight(_: Phrase, context: Context) -> Meaning | None:
    """As in "tonight"."""
    if context.anchor is None:
        return None
    day = Period(Grain.DAY, context.anchor)
    return timed(day, "TNI", "the night of publication", context.anchor)


def _part_of(found: Meaning, phrase: Phrase) -> Meaning:
    part = phrase.first("daypart")
    if part is None or found.period is None:
        return found
    return timed(found.period, f"T{part.value}", found.reason, found.anchor)
