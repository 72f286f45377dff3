"""What a phrase of time is given to work with, and what it hands back."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.model import NO_DATE, Interval, TimeKind
from twosource.reading import numbers
from twosource.reading.times.lexicon import kind, pattern
from twosource.reading.times.periods import Grain, Period
from twosource.reading.times.tokens import Token


@dataclass(frozen=True, slots=True)
class Count:
    """How many units: a number, or `None` for an open one ("several")."""

    value: float | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one phrase, asked for by their kind."""

    tokens: tuple[Token, ...]

    def first(self, *names: str) -> Token | None:
        """The first word of one of the kinds."""
        return next(iter(self.all(*names)), None)

    def all(self, *names: str) -> list[Token]:
        """Every word of one of the kinds."""
        kinds = {kind(name) for name in names}
        return [token for token in self.tokens if token.kind in kinds]

    def has(self, *names: str) -> bool:
        """Whether a word of one of the kinds stands in the phrase."""
        return self.first(*names) is not None

    @property
    def count(self) -> Count | None:
        """The number said in the phrase; "a" is one; `None` where none is said."""
        if self.has("open"):
            word = str(self._first("open").text).lower()
            return Count(2.0) if word == "couple" else Count(None)
        value = self._number()
        return None if value is None else Count(value)

    def _first(self, *names: str) -> Token:
        return self.all(*names)[0]

    def _number(self) -> float | None:
        parts = [token.text.lower() for token in self.tokens if token.kind in _number_kinds()]
        extra = 0.5 if self.has("half") else 0.0
        if parts:
            return numbers.words_value(parts) + extra
        if not self.has("a"):
            return None
        return extra if extra and not self.has("and") else 1.0 + extra


@cache
def _number_kinds() -> str:
    return pattern("<number|day|decimal|year|old_year|cardinal|magnitude|fraction>")


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a phrase.

    `anchor` is the day of publication, `None` where it is not known. `forward` says whether the
    words around look ahead (`False`: they look back; `None`: they do not say), `past_beside` that a
    verb of the past stands right before, `modal_beside` that a modal stands shortly before. `told`
    is the period last named before the phrase, `told_quarter` the quarter that a company's figures
    in the sentences before are for, and `story` the day or month last said with its year: what the
    text tells of; `in_the_story` says that it stands in the same sentence. `beside` is `told` where
    that stands a few sentences before at most; `joined` says that nothing stands between,
    `in_apposition` that only a comma does, `tied` that it is a weekday and only "to" or a dash
    does; `opens` says that the phrase opens its sentence; `behind` is the word behind it.
    """

    anchor: date | None
    forward: bool | None
    told: Period | None
    told_quarter: Period | None
    story: Period | None
    in_the_story: bool
    beside: Period | None
    joined: bool
    in_apposition: bool
    tied: bool
    past_beside: bool
    modal_beside: bool
    opens: bool
    behind: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """The time a phrase names. `period` is set where it names one place in the calendar.

    `day_supplied` says of an hour that its own words do not name the day it is of.
    """

    kind: TimeKind
    interval: Interval
    timex: str
    reason: str
    anchor: date | None = None
    period: Period | None = None
    day_supplied: bool = False


def dated(period: Period, reason: str, anchor: date | None = None) -> Meaning:
    """A phrase that names a period of the calendar."""
    return Meaning(TimeKind.DATE, period.interval, period.timex, reason, anchor, period)


def unplaced(kind_: TimeKind, code: str, value: str = NO_DATE.value) -> Meaning:
    """A phrase that would need the date of publication, where there is none."""
    reason = "no date of publication to count from"
    return Meaning(kind_, Interval(value, None, None), code, reason)


def timed(day: Period, code: str, reason: str, anchor: date | None = None) -> Meaning:
    """A phrase that names a part of a day: `code` is TIMEX3's, such as "TMO" or "T20:00"."""
    timex = f"{day.timex}{code}"
    return Meaning(TimeKind.TIME, day.interval, timex, reason, anchor, day)


def vague(code: str, interval: Interval, reason: str, anchor: date | None = None) -> Meaning:
    """A phrase such as "recently": TIMEX3 has PAST_REF, PRESENT_REF and FUTURE_REF for it."""
    return Meaning(TimeKind.DATE, interval, code, reason, anchor)


def lasting(code: str, reason: str, interval: Interval = NO_DATE) -> Meaning:
    """A phrase that names a length of time, in the calendar only where an interval is given."""
    return Meaning(TimeKind.DURATION, interval, code, reason)


def recurring(code: str, reason: str) -> Meaning:
    """A phrase that names something that comes again."""
    return Meaning(TimeKind.SET, NO_DATE, code, reason)


_CODES = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "weekend": "{}D",
    "week": "{}W",
    "fortnight": "{}W",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
    "decade": "{}Y",
    "century": "{}Y",
    "millennium": "{}Y",
}
_TIMES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
_BELOW = {
    "minute": ("S", 60),
    "hour": ("M", 60),
    "year": ("M", 12),
    "week": ("D", 7),
    "day": ("H", 24),
}


_NEAR = 0.05  # 2.33 hours are 2 hours and 20 minutes


def length_code(unit: str, count: float | None) -> str:
    """A length as a TIMEX3 value: 2.5 years are "P2Y6M", two decades "P20Y", some days "PXD".

    What the smaller unit cannot tell in whole numbers stays a decimal: 2.5 weeks are "P2.5W".
    """
    template = "P" + _CODES[unit]
    if count is None:
        return template.format("X")
    count *= _TIMES.get(unit, 1)
    whole, part = divmod(count, 1)
    letter, size = _BELOW.get(unit, ("", 0))
    if part and whole and size and abs(part * size - round(part * size)) < _NEAR:
        time = "T" if unit == "day" else ""
        return f"{template.format(int(whole))}{time}{round(part * size)}{letter}"
    if part and unit in ("year", "hour", "day") and not whole:
        return f"P{'T' if unit != 'year' else ''}{round(part * size)}{letter}"
    return template.format(f"{count:g}" if part else int(count))


# The kinds of words that a unit of time may have.
UNITS = ("unit", "minute", "quarter", "century", "weekend")

GRAINS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "fortnight": Grain.WEEK,
    "weekend": Grain.WEEKEND,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}

# Grain → the value of one that is named but not placed: "the day after the vote".
UNSAID = {
    Grain.DAY: "XXXX-XX-XX",
    Grain.WEEK: "XXXX-WXX",
    Grain.MONTH: "XXXX-XX",
    Grain.YEAR: "XXXX",
}

FROM_PUBLICATION = "counted from publication"
FROM_TOLD = "counted from the date told before"


def stepping(unit: str, count: float) -> tuple[Grain, float]:
    """The grain that a unit is counted in, and how many of it: a fortnight is two weeks."""
    return GRAINS[unit], count * (_TIMES[unit] if unit == "fortnight" else 1)


def unit_in(phrase: Phrase) -> Token | None:
    """The unit of time a phrase counts or names."""
    units = phrase.all(*UNITS)
    return units[-1] if units else None
