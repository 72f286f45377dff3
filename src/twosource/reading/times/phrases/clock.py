"""Times of day: "10:35 a.m. Tuesday", "2.15pm", "noon", "4 in the morning", "at twenty to one"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.model import Span, TimeKind
from twosource.reading import numbers
from twosource.reading.times.lexicon import kind
from twosource.reading.times.meaning import Context, Meaning, Phrase, timed, unplaced
from twosource.reading.times.periods import Grain, Period, shifted
from twosource.reading.times.phrases.nearby import near_weekday
from twosource.reading.times.tokens import Token

_NEWS = 10  # days; what was told of a day before that is no news of the day of publication
_DAWN = 5  # "at five last night" is the afternoon
_NOON, _LAST_HOUR, _LAST_MINUTE = 12, 24, 59
_LATE = {"AF", "EV", "NI"}


@dataclass(frozen=True, slots=True)
class Clock:
    """Hours and minutes as they are said, before it is known which half of the day is meant."""

    hours: int
    minutes: int


Placed = tuple[Span, Meaning]


def hour(phrase: Phrase, context: Context) -> Meaning | None:
    """A time on the clock, on the day named beside it, told before, or of publication.

    Where it is not said whether morning or evening is meant, the day is all that is known.
    """
    clock = _said(phrase)
    if clock is None or clock.hours > _LAST_HOUR or clock.minutes > _LAST_MINUTE:
        return None
    named, code = _named_day(clock, phrase, context), _code(clock, phrase)
    day, reason = _told_day(context) if named is None else (named, "on the day named beside it")
    if code is None:
        return None
    if not code:
        reason += _HALF_UNSAID
    if day is None:
        return replace(unplaced(TimeKind.TIME, f"{_UNKNOWN_DAY}{code}"), day_supplied=True)
    return replace(timed(day, code, reason, context.anchor), day_supplied=named is None)


_UNKNOWN_DAY, _HALF_UNSAID = "XXXX-XX-XX", "; morning or evening is not said"


def with_days_behind(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """The expressions, with the hours whose day stands behind them on that day.

    As in "at 7 a.m. local time on 3 June", "from noon to 2pm on the 9th", "at 11pm (2100 GMT) on
    Monday"; a weekday gives way to the date behind it: "at 7pm on Monday, 7 June".
    """
    kept = list(placed)
    for at in range(len(kept) - 2, -1, -1):
        (span, hour_), (behind, day) = kept[at : at + 2]
        if _is_a_day(day) and _ties(hour_, day).fullmatch(text, span.end, behind.start):
            kept[at] = span, _moved(hour_, day)
    return kept


def _ties(hour_: Meaning, day: Meaning) -> re.Pattern[str]:
    """What may stand between an hour and the day it is of."""
    if hour_.day_supplied:
        return _ON if day.kind is TimeKind.DATE else _BESIDE_AN_HOUR
    weekdays = {one.period.start.weekday() for one in (hour_, day) if one.period}
    told_twice = hour_.kind is TimeKind.TIME and len(weekdays) == 1
    return _TOLD_AGAIN if told_twice and day.kind is TimeKind.DATE else _NOTHING


def _is_a_day(meaning: Meaning) -> bool:
    there = meaning.period
    return there is not None and there.grain is Grain.DAY and not meaning.day_supplied


def _moved(hour_: Meaning, day: Meaning) -> Meaning:
    """An hour on a day that is told elsewhere."""
    there, unsaid = day.period, hour_.reason.endswith(_HALF_UNSAID)
    if there is None:
        return hour_
    reason = f"on the day named behind it{_HALF_UNSAID if unsaid else ''}"
    return timed(there, hour_.timex[len(_UNKNOWN_DAY) :], reason, day.anchor)


_ZONE = r"(?:\(?(?:local|[A-Z]\w+)(?:\s[A-Z]\w+)?\s[Tt]ime\)?,?\s)?"
_ON = re.compile(rf"\s?[),]?\s{_ZONE}(?:on\s)?(?:the\s)?")
_TOLD_AGAIN, _NOTHING = re.compile(r",?\s(?:the\s)?"), re.compile(r"(?!)")  # "on Monday, 7 June"
_BESIDE_AN_HOUR = re.compile(rf"\s(?:{_ZONE}\(|(?:to|and|until|till|-|–)\s)|[-–/]")


def stamp(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "9.40 The tram has tipped over": a live page says when it said so, on its own day."""
    return hour(phrase, replace(context, beside=None))


def closing(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "from noon to two": the hour behind the word that ties it to the one before."""
    return hour(Phrase(phrase.tokens[1:]), context)


def opening(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Monday to Friday from 8 to 18": the hour that opens it tells the day."""
    first, last = (int(token.text) for token in phrase.all("day"))
    if not first < last <= _LAST_HOUR and not last < first <= _NOON:  # "10 to 17", "10 to 5"
        return None
    return hour(Phrase(phrase.tokens[:1]), context)


def _said(phrase: Phrase) -> Clock | None:
    opening = phrase.tokens[0].kind
    if opening == kind("to"):
        return None
    if phrase.has("past", "to", "until", "before", "after", "half") and opening != kind("until"):
        return _beside_the_hour(phrase)
    noon = phrase.first("noon")
    if noon is not None:
        return Clock(int(noon.value), 0)
    if phrase.has("minute"):
        return _in_hours(phrase)
    first = phrase.first("clock", "day", "decimal", "number", "year", "old_year", "cardinal")
    return _on_the_clock(first) if first else None


def _in_hours(phrase: Phrase) -> Clock | None:
    """As in "at 18 hours", "at 5 hours 40"."""
    if phrase.all("minute")[0].value != "hour":
        return None
    hours, *minutes = (int(token.text) for token in phrase.all("day", "number"))
    return Clock(hours, *(minutes or [0]))


def _on_the_clock(token: Token) -> Clock | None:
    """As in "10:35", "2.15", "1630", "eleven"; an age is no hour: "he left at sixteen"."""
    if not token.text[0].isdecimal():
        return Clock(int(token.value), 0) if int(token.value) <= _NOON else None
    if token.text.isdecimal() and len(token.text) == len("1630"):
        return Clock(int(token.text[:2]), int(token.text[2:]))
    parts = re.split(r"[:.h]", token.text)
    if not all(part.isdecimal() for part in parts) or any(len(part) != 2 for part in parts[1:]):  # noqa: PLR2004  (two digits)
        return None
    return Clock(int(parts[0]), int(parts[1])) if len(parts) == 2 else _whole(parts)  # noqa: PLR2004


def _whole(parts: list[str]) -> Clock | None:
    """An hour alone; three parts are a length ("3:07:35"), not a time of day."""
    return Clock(int(parts[0]), 0) if len(parts) == 1 else None


def _beside_the_hour(phrase: Phrase) -> Clock | None:
    """As in "twenty to one", "half past ten", "eight minutes before midnight", "half five"."""
    minutes = _minutes(phrase)
    hours = int(phrase.all("day", "cardinal", "noon")[-1].value)
    if minutes is None or not (phrase.has("noon") or 1 <= hours <= _NOON):
        return None
    if phrase.has("to", "until", "before"):
        minutes, hours = 60 - minutes, hours - 1 or _NOON
    return Clock(hours % _LAST_HOUR, minutes)


def _minutes(phrase: Phrase) -> int | None:
    """How many minutes before or after the hour; those that are no fives are called minutes."""
    if phrase.has("half", "quarter"):
        return 30 if phrase.has("half") else 15
    if phrase.has("open"):
        return 0  # "a few minutes past six": nobody counted them
    unit, before = phrase.first("minute"), phrase.all("day", "cardinal", "noon")[:-1]
    if not before or (unit and unit.value != "minute"):
        return None
    minutes = int(numbers.words_value([before[0].text.lower()]))
    fits = minutes <= _LAST_MINUTE if unit else minutes % _FIVE == 0
    return minutes if fits else None


_FIVE = 5


def _code(clock: Clock, phrase: Phrase) -> str | None:
    """TIMEX3's code: empty where the half of the day is open, `None` for "13 p.m."."""
    half, part = phrase.first("ampm"), phrase.first("daypart", "tonight")
    hours = clock.hours
    if (half or part) and not phrase.has("noon"):
        if not 1 <= hours <= _NOON:
            return None
        late = half.text[0].lower() == "p" if half else part is not None and part.value in _LATE
        if part is not None and part.value == "NI" and half is None:
            late = hours % _NOON >= _DAWN  # "at one in the night"
        hours = hours % _NOON + (_NOON if late else 0)
    elif 1 <= hours <= _NOON and not phrase.has("noon", "clock", "zone"):
        return ""
    return f"T{hours:02}:{clock.minutes:02}"


def _looks_back(told: Period, published: date) -> bool:
    return told.grain is Grain.DAY and (published - told.start).days > _NEWS


def _named_day(clock: Clock, phrase: Phrase, context: Context) -> Period | None:
    """The day that stands with the time; "at half past one last night" it was today already."""
    if phrase.has("next", "following"):
        told = context.beside
        return shifted(told, 1) if told is not None and told.grain is Grain.DAY else None
    relday = phrase.first("relday")
    days = int(relday.value) if relday else 0
    if phrase.has("last") and not clock.hours % _NOON < _DAWN:
        days = -1
    if context.anchor is not None and (relday or phrase.has("last", "tonight")):
        return Period(Grain.DAY, context.anchor + timedelta(days=days))
    weekday = phrase.first("weekday", "loose_weekday")
    found = near_weekday(int(weekday.value), None, context) if weekday else None
    return found.period if found else None


def _told_day(context: Context) -> tuple[Period | None, str]:
    """The day told before, else that of publication."""
    if context.beside is not None and context.beside.grain is Grain.DAY:
        return context.beside, "on the day told just before"
    if context.anchor is None:
        return None, "no day is named"
    if context.told is not None and _looks_back(context.told, context.anchor):
        return context.told, "on the day told last, which the article looks back to"
    return Period(Grain.DAY, context.anchor), "no day is named: that of publication"
