"""Conflicts: numbers and dates of one claim that cannot both hold, and claims that are denied.

Two values are held to be about the same thing when

* one became the other where a shared passage was edited, or
* they are the only values of their kind in two assertions of one claim, and count the same noun, or
* they are the same figure, and one too large to be met by chance: 41,500 here, 41,500 there.

Values joined this way, directly or through others, form one subject; a subject whose values do
not overlap is a conflict. "At least 30" and "34" overlap, and are none; nor do the same words
conflict with themselves, whatever year each article means by "8 October".
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, groupby, pairwise
from typing import TypeAlias

import msgspec

from twosource.collation.callings import singular
from twosource.collation.stances import find_denial
from twosource.collation.stems import WORD, content_words, stem
from twosource.collation.struck import struck_by
from twosource.model import (
    Account,
    Aspect,
    Assertion,
    Conflict,
    EditKind,
    Evidence,
    Passage,
    Quantity,
    QuantityKind,
    Reading,
    Span,
    Stance,
    TimeExpression,
    TimeKind,
)
from twosource.vocabulary import load

TELLING = 100  # a number from which two articles hardly give the same by chance
BUT_FOR_A_NEGATION = 0.7  # share of the words of either that both have, by judgement
EXACT_DAYS = 31  # a date wider than a month contradicts too little to be called a conflict


@dataclass(frozen=True, slots=True)
class Value:
    """A number or a date where an article gives it, as the range it allows.

    `low` and `high` hold one number each, or the points of both sides of a score; `room` says how
    far beyond them a rounded number can lie.
    """

    evidence: Evidence
    aspect: Aspect
    subject: Hashable | None  # what is counted, or how exact a date is; `None` if not said
    low: tuple[float, ...]
    high: tuple[float, ...]
    words: str
    room: float = 0

    def excludes(self, other: "Value") -> bool:
        """Whether the two ranges have nothing in common, and not for being read differently."""
        apart = self.lies_below(other) or other.lies_below(self)
        return apart and _letters(self.words) != _letters(other.words)

    def lies_below(self, other: "Value") -> bool:
        """Whether all that it allows is less than what the other allows."""
        highest, *rest = self.high
        return (highest + self.room + other.room, *rest) < other.low


def find_conflicts(
    readings: Sequence[Reading],
    claims: Sequence[Sequence[Assertion]],
    passages: Sequence[Passage],
) -> tuple[Conflict, ...]:
    """Every subject on which articles give values that cannot both hold.

    Returns:
        Conflicts in order of the first evidence; accounts with the most articles first.
    """
    values = {reading.article.id: tuple(_values(reading)) for reading in readings}
    by_id = {reading.article.id: reading for reading in readings}
    joined = [
        *_changed_on_the_way(passages, values),
        *_in_one_claim(claims, values),
        *_same_figure(values),
    ]
    found = [
        *(_conflict(subject, by_id) for subject in _subjects(joined)),
        *(_denied(assertions, by_id) for assertions in claims),
    ]
    return tuple(sorted(filter(None, found), key=lambda c: c.accounts[0].evidence))


# ── values ─────────────────────────────────────────────────────────────────────────────────────


def _values(reading: Reading) -> Iterator[Value]:
    text = reading.article.text
    told = struck_by(text, reading.events).items()
    hit = {count.start: frozenset((sense,)) for count, sense in told}
    for quantity in reading.quantities:
        if not _is_set_aside(quantity, text):
            yield _of_quantity(quantity, reading, hit.get(quantity.span.start))
    for time in reading.times:
        if _is_date(time) and time.interval.earliest and time.interval.latest:
            yield _of_time(time, time.interval.earliest, time.interval.latest, reading)


_FAR = 24  # characters; more than any of these words have


def _is_set_aside(quantity: Quantity, text: str) -> bool:
    """Whether an article gives a number only to say that it is another: "3 rather than 1.8"."""
    start = quantity.span.start
    return _set_aside().search(text, max(0, start - _FAR), start) is not None


@cache
def _set_aside() -> re.Pattern[str]:
    known: _Units = load("units", _Units)
    words = "|".join(known.set_aside)
    return re.compile(rf"\b(?:{words})\s(?:the\s)?\Z", re.IGNORECASE)


def _is_date(time: TimeExpression) -> bool:
    """A day or so in the calendar: not "now", nor a range, whose ends are dates of their own."""
    vague = (time.timex or "").endswith("_REF")
    return time.kind in {TimeKind.DATE, TimeKind.TIME} and not vague


def _of_quantity(quantity: Quantity, reading: Reading, hit: frozenset[str] | None) -> Value:
    text = reading.article.text
    counted = hit or (_things(quantity.counted.of(text)) if quantity.counted else frozenset())
    low, high = _bounds(quantity)
    return Value(
        Evidence(reading.article.id, quantity.span),
        Aspect.NUMBER,
        (None if hit else quantity.unit, counted) if quantity.unit or counted else None,
        low,
        high,
        quantity.span.of(text),
        _room(quantity),
    )


def _things(counted: str) -> frozenset[str]:
    """What is counted, by its content words in the singular: a villager is no village."""
    words = WORD.findall(counted.casefold())
    return frozenset(singular(word) for word in words if stem(word))


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


def _of_time(time: TimeExpression, first: date, last: date, reading: Reading) -> Value:
    return Value(
        Evidence(reading.article.id, time.span),
        Aspect.DATE,
        "day" if (last - first).days <= EXACT_DAYS else None,
        (first.toordinal(),),
        (last.toordinal(),),
        time.span.of(reading.article.text),
    )


# ── which values are about the same thing ──────────────────────────────────────────────────────


def _changed_on_the_way(
    passages: Sequence[Passage], values: Mapping[str, Sequence[Value]]
) -> Iterator[tuple[Value, Value]]:
    for passage in passages:
        for edit in passage.edits:
            if edit.kind in {EditKind.NUMBER, EditKind.REPLACED, EditKind.NAME}:
                a = _touching(edit.a, values[passage.a.article])
                b = _touching(edit.b, values[passage.b.article])
                if len(a) == len(b) == 1 and a[0].aspect is b[0].aspect:
                    yield a[0], b[0]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _touching(span: Span, values: Iterable[Value]) -> list[Value]:
    """The values that a change is about: it touches them and goes little beyond."""
    return [
        m
        for m in values
        if m.evidence.span.overlaps(span) and len(span) <= 2 * len(m.evidence.span)
    ]


def _in_one_claim(
    claims: Sequence[Sequence[Assertion]], values: Mapping[str, Sequence[Value]]
) -> Iterator[tuple[Value, Value]]:
    for assertions in claims:
        stated: dict[Hashable, list[Value]] = defaultdict(list)
        for assertion in assertions:
            for value in _only_ones(assertion.evidence, values):
                stated[value.aspect, value.subject].append(value)
        for same in stated.values():
            yield from pairwise(same)


def _only_ones(evidence: Evidence, values: Mapping[str, Sequence[Value]]) -> list[Value]:
    """The values inside an assertion that are the only one with their subject there."""
    inside = [m for m in values[evidence.article] if evidence.span.contains(m.evidence.span)]
    subjects = [(m.aspect, m.subject) for m in inside]
    return [m for m in inside if m.subject and subjects.count((m.aspect, m.subject)) == 1]


def _same_figure(values: Mapping[str, Sequence[Value]]) -> Iterator[tuple[Value, Value]]:
    figures: dict[Hashable, list[Value]] = defaultdict(list)
    for value in (value for article in sorted(values) for value in values[article]):
        if value.aspect is Aspect.NUMBER and value.low >= (TELLING,):
            figures[value.low, value.high].append(value)
    for same in figures.values():
        yield from pairwise(same)


_Subject: TypeAlias = dict[str, list[Value]]  # by the article that gives a value


def _subjects(pairs: Sequence[tuple[Value, Value]]) -> Iterator[list[Value]]:
    """Values joined by pairs, directly or through others."""
    home: dict[Value, _Subject] = {}
    for a, b in pairs:
        first, second = (home.setdefault(one, {one.evidence.article: [one]}) for one in (a, b))
        if first is not second and not _contradictory(first, second):
            fewer, more = sorted((first, second), key=len)
            for article, values in fewer.items():
                more.setdefault(article, []).extend(values)
                home.update(dict.fromkeys(values, more))
    for subject in {id(subject): subject for subject in home.values()}.values():
        yield sorted((one for values in subject.values() for one in values), key=_place)


def _place(value: Value) -> Evidence:
    return value.evidence


def _contradictory(first: _Subject, second: _Subject) -> bool:
    """Whether one article gives values to both that exclude one another."""
    fewer, more = sorted((first, second), key=len)
    return any(
        a.excludes(b) for article in fewer for a in fewer[article] for b in more.get(article, ())
    )


# ── accounts ─────────────────────────────────────────────────────────────────────────────────────


def _conflict(subject: list[Value], readings: Mapping[str, Reading]) -> Conflict | None:
    """The conflict in a subject, `None` where its values can all hold."""
    by_range = sorted(subject, key=lambda m: (m.low, m.high))
    accounts = [tuple(same) for _, same in groupby(by_range, key=lambda m: (m.low, m.high))]
    if not any(a[0].excludes(b[0]) for a, b in combinations(accounts, 2)):
        return None
    first = min(subject, key=_place)
    return Conflict(
        aspect=first.aspect,
        about=sentence_around(first.evidence, readings[first.evidence.article]),
        accounts=tuple(sorted(map(_account, accounts), key=_most_carried_first)),
        reason=f"{len(accounts)} values that exclude one another are given for the same thing",
    )


def _denied(assertions: Sequence[Assertion], readings: Mapping[str, Reading]) -> Conflict | None:
    """The conflict between those who put a claim forward and those who deny it, if any do."""
    said, denied = (
        tuple(sorted(one.evidence for one in assertions if one.stance is stance))
        for stance in (Stance.SAYS, Stance.DENIES)
    )
    if not any(_is_contradiction(one, said, readings) for one in denied):
        return None
    return Conflict(
        aspect=Aspect.STANCE,
        about=sentence_around(said[0], readings[said[0].article]),
        accounts=(Account("said", said), Account("denied", denied)),
        reason="some put it forward, others say that it is not so",
    )


def _is_contradiction(
    denied: Evidence, said: Sequence[Evidence], readings: Mapping[str, Reading]
) -> bool:
    """Whether a denial is reported, or the words are those of another but for a negation."""
    if find_denial(readings[denied.article], _sentence(denied, readings), denied.span):
        return True
    own = content_words(denied.span.of(readings[denied.article].article.text))
    others = (content_words(one.span.of(readings[one.article].article.text)) for one in said)
    return any(len(own & words) >= BUT_FOR_A_NEGATION * len(own | words) for words in others)


def _sentence(evidence: Evidence, readings: Mapping[str, Reading]) -> Span:
    inside = (one.span for one in readings[evidence.article].sentences)
    return next((span for span in inside if span.contains(evidence.span)), evidence.span)


def _account(same: Sequence[Value]) -> Account:
    ordered = sorted(same, key=_place)
    return Account(ordered[0].words, tuple(m.evidence for m in ordered))


def _most_carried_first(account: Account) -> tuple[int, Evidence]:
    return -len({e.article for e in account.evidence}), account.evidence[0]


def sentence_around(evidence: Evidence, reading: Reading) -> str:
    """The sentence in which the evidence stands, for a reader to see what it is about."""
    spans = (s.span for s in reading.sentences if s.span.contains(evidence.span))
    return next(spans, evidence.span).of(reading.article.text)
