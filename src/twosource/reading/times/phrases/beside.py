"""Phrases that count from a day or a happening told beside: "the week before", "two days later"."""

from twosource.model import NO_DATE, TimeKind
from twosource.reading.times.meaning import (
    FROM_PUBLICATION,
    FROM_TOLD,
    GRAINS,
    UNSAID,
    Context,
    Meaning,
    Phrase,
    dated,
    lasting,
    length_code,
    timed,
    unit_in,
)
from twosource.reading.times.periods import (
    Grain,
    Period,
    containing,
    is_wider,
    shifted,
)
from twosource.reading.times.phrases.daynames import relday, weekday
from twosource.reading.times.phrases.nearby import near_weekday
from twosource.reading.times.phrases.offsets import stepped


def beside_weekday(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the Tuesday before last", "the Friday after next"."""
    side = -1 if phrase.has("before") else 1
    token = phrase.all("weekday", "loose_weekday")[0]
    near = near_weekday(int(token.value), side, context)
    if near is None or near.period is None:
        return None
    return dated(shifted(near.period, 7 * side), FROM_PUBLICATION, context.anchor)


def beside_night(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the night before last", or "the night before", counted from the day told before."""
    last, step = phrase.has("last"), -1 if phrase.has("before") else 1
    base = Period(Grain.DAY, context.anchor) if last and context.anchor else context.told
    if base is None or base.grain is not Grain.DAY:
        return None
    there = shifted(base, 2 * step if last else step)
    reason = FROM_PUBLICATION if last else FROM_TOLD
    return timed(there, f"T{phrase.all('daypart')[0].value}", reason, base.start)


def beside_day(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the day before yesterday", "the week after next"."""
    named = relday(phrase, context) if phrase.has("relday") else weekday(phrase, context)
    unit = phrase.all("unit")[0]
    if named is None or named.period is None:
        return None
    if unit.value not in GRAINS or unit.text.lower().endswith("s"):
        return named  # "hours before Monday's vote": how many is not said
    return stepped(phrase, named.period.start, "counted from the day named", context)


def beside_told(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the day before", "the year after": counted from the date told before."""
    told, unit = context.told, GRAINS.get(str(phrase.all("unit", "weekend")[0].value))
    if told is None or unit is None or is_wider(told.grain, unit):
        return None
    return stepped(phrase, told.start, FROM_TOLD, context)


def beside_event(phrase: Phrase, context: Context) -> Meaning | None:
    """The "day" of "the day after the vote", "the eve of it", "3 May, the day after the vote"."""
    unit = phrase.all("unit", "daypart", "eve")[0]
    grain = Grain.DAY if phrase.has("daypart", "eve") else GRAINS.get(str(unit.value))
    if unit.text.lower().endswith("s"):
        return lasting(length_code(str(unit.value), None), "how many is not said")
    if grain not in UNSAID:
        return None
    if context.in_apposition and context.told is not None and context.told.grain is grain:
        return dated(context.told, "another name for the date before it")
    return Meaning(TimeKind.DATE, NO_DATE, UNSAID[grain], "counted from what the phrase names")


def in_beside_event(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "in the week before the vote"; but "later in the day before leaving" is another."""
    unit = phrase.all("unit", "daypart")[0]
    return None if unit.text.lower() == "day" else beside_event(phrase, context)


def beside_last(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the week before last", "the month after next"."""
    unit = unit_in(phrase)
    if unit is None or unit.value not in GRAINS or context.anchor is None:
        return None
    here = containing(GRAINS[str(unit.value)], context.anchor)
    return dated(shifted(here, -2 if phrase.has("last") else 2), FROM_PUBLICATION, context.anchor)
