"""Times of day: "10:35 a.m. Tuesday", "2.15pm", "noon", "4 in the morning"."""

import re
from datetime import timedelta

from twosource.model import TimeKind
from twosource.reading import numbers
from twosource.reading.times.meaning import Context, Meaning, Phrase, timed, unplaced
from twosource.reading.times.nearby import near_weekday
from twosource.reading.times.periods import Grain, Period

_HALF_A_DAY = 12
_LATE = {"AF", "EV", "NI"}


def hour(phrase: Phrase, context: Context) -> Meaning | None:
    """A time on the clock, on the day named beside it, told before, or of publication."""
    clock = _clock(phrase)
    day, reason = _day(phrase, context)
    if clock is None:
        return None
    hours, minutes = clock
    code = f"T{hours:02}:{minutes or 0:02}"
    if day is None:
        return unplaced(TimeKind.TIME, f"XXXX-XX-XX{code}")
    return timed(day, code, reason, context.anchor)


def _clock(phrase: Phrase) -> tuple[int, int | None] | None:
    noon = phrase.first("noon")
    if noon is not None:
        return int(noon.value), 0
    first = phrase.tokens[0]
    if phrase.has("cardinal"):
        return _in_half(int(numbers.words_value([first.text.lower()])), None, phrase)
    parts = [int(part) for part in re.split(r"[:.]", first.text.replace(",", ""))]
    if len(parts) > 2 or (len(parts) == 1 and not phrase.has("ampm", "daypart")):  # noqa: PLR2004
        return None
    return _in_half(parts[0], parts[1] if len(parts) > 1 else None, phrase)


def _in_half(hours: int, minutes: int | None, phrase: Phrase) -> tuple[int, int | None] | None:
    """The hour of twenty-four, by "p.m." or "in the evening"; `None` for 13 p.m. or 25:00."""
    half, part = phrase.first("ampm"), phrase.first("daypart")
    late = half.text[0].lower() == "p" if half else part is not None and part.value in _LATE
    if half or part:
        if not 1 <= hours <= _HALF_A_DAY:
            return None
        hours = hours % _HALF_A_DAY + (_HALF_A_DAY if late else 0)
    if hours > 24 or (minutes or 0) > 59:  # noqa: PLR2004
        return None
    return hours, minutes


def _day(phrase: Phrase, context: Context) -> tuple[Period | None, str]:
    relday = phrase.first("relday")
    if relday is not None and context.anchor is not None:
        day = context.anchor + timedelta(days=int(relday.value))
        return Period(Grain.DAY, day), "on the day named beside it"
    weekday = phrase.first("weekday", "loose_weekday")
    if weekday is not None:
        found = near_weekday(int(weekday.value), None, context)
        return (found.period if found else None), "on the day named beside it"
    if context.told is not None and context.told.grain is Grain.DAY:
        return context.told, "on the day told before"
    if context.anchor is None:
        return None, ""
    return Period(Grain.DAY, context.anchor), "no day is named: that of publication"
