"""Values: the numbers and dates of an article, each as the range that its words allow."""

import math
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

from twosource.collation.identities.callings import singular
from twosource.collation.stems import WORD, stem
from twosource.collation.struck import senses_of_striking, struck_by
from twosource.model import (
    Aspect,
    Evidence,
    Quantity,
    QuantityKind,
    Reading,
    Span,
    TimeExpression,
    TimeKind,
)
from twosource.vocabulary import load

EXACT_DAYS = 31  # a date wider than a month contradicts too little to be called a conflict

_BESIDE = 16  # characters, of "said at a meeting on Monday" too
_OF = re.compile(r"\bof\s(?:\w+\s)?\Z", re.IGNORECASE)  # "of the 14 men"
DAY, SAYING = "day", "day of saying"  # what is a unit to a date


@dataclass(frozen=True, slots=True)
class Value:
    """A number or a date where an article gives it, as the range it allows.

    `low` and `high` hold one number each, or the points of both sides of a score; `room` says how
    far beyond them a rounded number can lie.
    """

    evidence: Evidence
    aspect: Aspect
    unit: str | None  # of a date that is exact enough a day, of what happens or of saying so
    counted: frozenset[str]  # the words of what is counted, in the singular
    low: tuple[float, ...]
    high: tuple[float, ...]
    words: str
    room: float = 0
    whole: Span | None = None  # "14 men", where "three of whom" follows

    @property
    def subject(self) -> Hashable | None:
        """What is measured or counted, `None` if that is not said."""
        return (self.aspect, self.unit, self.counted) if self.unit or self.counted else None

    @property
    def nouns(self) -> frozenset[str]:
        """The unit, or else each word of what is counted; none of a number that stands alone."""
        if self.aspect is Aspect.DATE:
            return frozenset((DAY,))
        return frozenset((self.unit,)) if self.unit else self.counted

    @property
    def is_toll(self) -> bool:
        """Whether those are counted who died or were hurt."""
        return bool(self.counted) and self.counted <= senses_of_striking()

    @property
    def range(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Both ends, by which "forty" and "40" are one."""
        return self.low, self.high

    def excludes(self, other: "Value") -> bool:
        """Whether the two ranges have nothing in common, and not for being read differently."""
        apart = self.lies_below(other) or other.lies_below(self)
        rounded = self.is_whole_of(other) or other.is_whole_of(self)
        return apart and not rounded and not self._may_be_worded_as(other)

    def _may_be_worded_as(self, other: "Value") -> bool:
        """Whether words say the same, or of a date the one less: "8 a.m." and "Tuesday, 8 a.m."."""
        if _letters(self.words) == _letters(other.words):
            return True
        fewer, more = sorted((_naming(self.words), _naming(other.words)), key=len)
        return self.aspect is Aspect.DATE and bool(fewer) and fewer <= more

    def is_whole_of(self, other: "Value") -> bool:
        """Whether it is the whole number to which another rounds."""
        exact = len(self.low) == 1 and self.low == self.high and other.low == other.high
        return exact and round(other.low[0]) == self.low[0] != other.low[0]

    def could_be_of(self, subject: "Value") -> bool:
        """Whether it can be of the same as another beside it: a number alone can be of anything.

        Of a rate its first unit tells, since "florins" may be short for "florins a day".
        """
        if self.aspect is not subject.aspect:
            return False
        alone = self.unit is None and not self.counted
        return (
            alone
            or self.aspect is Aspect.DATE
            or (_plain(self.unit), self.counted) == (_plain(subject.unit), subject.counted)
        )

    def is_part_of(self, other: "Value") -> bool:
        """Whether it counts a part of what the other counts."""
        return self.whole is not None and self.whole.contains(other.evidence.span)

    def lies_below(self, other: "Value") -> bool:
        """Whether all that it allows is less than what the other allows.

        "Up to 2,600" lies below "more than 2,600".
        """
        highest, *rest = self.high
        if self.low == (-math.inf,) and other.high == (math.inf,):
            return self.high <= other.low
        return (highest + self.room + other.room, *rest) < other.low


def find_values(reading: Reading) -> tuple[Value, ...]:
    """The numbers and dates that an article gives, without the numbers that it sets aside."""
    return tuple(_values(reading, frozenset(find_set_aside(reading))))


def alone_inside(evidence: Evidence, values: Mapping[str, Sequence[Value]]) -> list[Value]:
    """The values, of all by article, that are the only ones of their subject inside a stretch.

    What counts a part of one is no other of its subject: "14 men, three of whom were freed".
    """
    inside = [m for m in values[evidence.article] if evidence.span.contains(m.evidence.span)]

    def others(m: Value) -> list[Value]:
        rest = (one for one in inside if one is not m)
        return [one for one in rest if one.could_be_of(m) and not one.is_part_of(m)]

    return [m for m in inside if m.subject and not others(m)]


def _values(reading: Reading, set_aside: AbstractSet[Quantity]) -> Iterator[Value]:
    told = struck_by(reading.article.text, reading.events).items()
    hit = {count.start: frozenset((sense,)) for count, sense in told}
    for quantity in reading.quantities:
        if quantity not in set_aside:
            yield value_of(quantity, reading, hit.get(quantity.span.start))
    said = frozenset(_days_of_saying(reading))
    for time in reading.times:
        if _is_date(time) and time.interval.earliest and time.interval.latest:
            first, last = time.interval.earliest, time.interval.latest
            unit = SAYING if time in said else DAY
            yield _of_time(
                time, unit if (last - first).days <= EXACT_DAYS else None, reading, first, last
            )


_FAR = 24  # characters; more than any of these words have


def find_set_aside(reading: Reading) -> Iterator[Quantity]:
    """The numbers that an article gives only to say that it is another: "3 rather than 1.8"."""
    for quantity in reading.quantities:
        start = quantity.span.start
        if _set_aside().search(reading.article.text, max(0, start - _FAR), start):
            yield quantity


@cache
def _set_aside() -> re.Pattern[str]:
    known: _Units = load("units", _Units)
    words = "|".join(known.set_aside)
    return re.compile(rf"\b(?:{words})\s(?:the\s)?\Z", re.IGNORECASE)


def _is_date(time: TimeExpression) -> bool:
    """A day or so in the calendar: not "now", nor a range, whose ends are dates of their own."""
    vague = (time.timex or "").endswith("_REF")
    return time.kind in {TimeKind.DATE, TimeKind.TIME} and not vague


def value_of(quantity: Quantity, reading: Reading, hit: frozenset[str] | None = None) -> Value:
    """A number as the range it allows; `hit` is what befell those who are counted."""
    text = reading.article.text
    counted = hit or (_things(quantity.counted.of(text)) if quantity.counted else frozenset())
    low, high = _bounds(quantity)
    return Value(
        Evidence(reading.article.id, quantity.span),
        Aspect.NUMBER,
        None if hit else quantity.unit,
        counted,
        low,
        high,
        quantity.span.of(text),
        _room(quantity),
        _told_before(quantity, text),
    )


def _told_before(quantity: Quantity, text: str) -> Span | None:
    """The whole that a part is added to, "14 men, three of whom"; not that of "three of the 14"."""
    whole = quantity.whole
    added = whole and not _OF.search(text, max(0, whole.start - _BESIDE), whole.start)
    return whole if added else None


def _things(counted: str) -> frozenset[str]:
    """What is counted, by its content words in the singular: a villager is no village."""
    words = WORD.findall(counted.casefold())
    return frozenset(singular(word) for word in words if stem(word))


def _plain(unit: str | None) -> str:
    return (unit or "").partition(" per ")[0]


def _bounds(quantity: Quantity) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The range that a quantity allows; two scores exclude one another unless they are the same."""
    low = float("-inf") if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    if quantity.kind is QuantityKind.SCORE:
        return (low, high), (low, high)
    return (low,), (high,)


def _room(quantity: Quantity) -> float:
    """How far a number can lie from the one told: "some 3,000" can be 2,600."""
    rough = quantity.low == quantity.high is not None and _is_about(quantity.modifier)
    return _rounded_away(quantity.high) if rough and quantity.high is not None else 0


def _is_about(modifier: str | None) -> bool:
    """Whether a modifier says that a number was rounded."""
    known: _Units = load("units", _Units)
    return modifier is not None and modifier.lower() in known.modifiers["about"]


def _rounded_away(number: float) -> float:
    """Half of what the last digit that is not zero stands for."""
    digits = f"{abs(number):.15g}"
    whole, _, part = digits.partition(".")
    places = -len(part) if part else len(whole) - len(whole.rstrip("0"))
    return 10.0**places / 2


class _Units(msgspec.Struct, frozen=True):
    """The words of vocabulary/units.yaml that make a number a rough one, or none at all."""

    modifiers: dict[str, tuple[str, ...]]
    set_aside: tuple[str, ...]


def _days_of_saying(reading: Reading) -> Iterator[TimeExpression]:
    """The times beside a verb that gives words, outside them: "denied on Monday that …"."""
    cues = [one.cue for one in reading.statements if one.cue and one.gives_words]
    words = [content for one in reading.statements for content in one.content]
    for time in reading.times:
        beside = any(_gap(cue, time.span) <= _BESIDE for cue in cues)
        if beside and not any(one.contains(time.span) for one in words):
            yield time


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _of_time(
    time: TimeExpression, unit: str | None, reading: Reading, first: date, last: date
) -> Value:
    return Value(
        Evidence(reading.article.id, time.span),
        Aspect.DATE,
        unit,
        frozenset(),
        (first.toordinal(),),
        (last.toordinal(),),
        time.span.of(reading.article.text),
    )


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _naming(words: str) -> frozenset[str]:
    """The words that name a date: numbers and names, "May" too."""
    return frozenset(word for word in WORD.findall(words) if stem(word) or word[0].isupper())
