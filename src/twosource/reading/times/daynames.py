"""Days by their names: "Friday", "today", "Sunday night", "tonight"."""

from datetime import timedelta

from twosource.reading.times.meaning import (
    FROM_PUBLICATION,
    Context,
    Meaning,
    Phrase,
    dated,
    timed,
)
from twosource.reading.times.nearby import near_weekday, side_of
from twosource.reading.times.periods import Grain, Period


def weekday(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Friday", "last Monday", "Sunday night"."""
    token = phrase.all("weekday", "loose_weekday")[0]
    found = near_weekday(int(token.value), side_of(phrase), context)
    return _part_of(found, phrase) if found else None


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
