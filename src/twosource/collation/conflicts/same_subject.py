"""Pairs of values that are about the same thing, by where they stand and what they count."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from twosource.collation.claims.doings import find_doings
from twosource.collation.conflicts.rivals import find_rivals
from twosource.collation.conflicts.values import Value, alone_inside, find_set_aside, value_of
from twosource.collation.sentences import sentence_around
from twosource.model import (
    Aspect,
    Assertion,
    EditKind,
    Passage,
    Reading,
    Span,
    Stance,
)

TELLING = 100  # a number from which two articles hardly give the same by chance
Values: TypeAlias = Mapping[str, Sequence[Value]]  # by article
Readings: TypeAlias = Mapping[str, Reading]  # by article
Pair: TypeAlias = tuple[Value, Value]


def changed_on_the_way(
    passages: Sequence[Passage], values: Values, readings: Readings
) -> Iterator[Pair]:
    """What stands in one article where the other side of a passage has something else."""
    for passage in passages:
        for edit in passage.edits:
            if edit.kind in {EditKind.NUMBER, EditKind.REPLACED, EditKind.NAME}:
                a = _touching(edit.a, values[passage.a.article])
                b = _touching(edit.b, values[passage.b.article])
                alone = len(a) == len(b) == 1 and a[0].aspect is b[0].aspect
                if alone and not _is_turned_round(a[0], b[0], readings):
                    yield a[0], b[0]


def _is_turned_round(one: Value, other: Value, readings: Readings) -> bool:
    """Whether two values are of what one side did, and of what the other did."""
    ours, theirs = (
        find_doings(readings[article], sentence_around(value.evidence.span, readings[article]))
        for value in (one, other)
        for article in (value.evidence.article,)
    )
    return any(a.is_turned_round(b) for a in ours for b in theirs)


def _touching(span: Span, values: Iterable[Value]) -> list[Value]:
    """The values that a change is about: it touches them and goes little beyond."""
    return [
        m
        for m in values
        if m.evidence.span.overlaps(span) and len(span) <= 2 * len(m.evidence.span)
    ]


def in_one_claim(claims: Sequence[Sequence[Assertion]], values: Values) -> Iterator[Pair]:
    """Values of one subject with which articles put the same claim forward."""
    for assertions in claims:
        stated: dict[Hashable, list[Value]] = defaultdict(list)
        for assertion in assertions:
            if assertion.stance is Stance.SAYS:  # the day of a denial is not the day denied
                for value in alone_inside(assertion.evidence, values):
                    if not value.is_toll:  # these have a rule of their own
                        stated[value.subject].append(value)
        for same in stated.values():
            yield from pairwise(same)


def same_figure(values: Values) -> Iterator[Pair]:
    """One number that articles give, if it is too large for chance, and of one noun."""
    figures: dict[Hashable, list[Value]] = defaultdict(list)
    for value in (value for article in sorted(values) for value in values[article]):
        if value.aspect is Aspect.NUMBER and value.low >= (TELLING,):
            figures[value.range].append(value)
    for same in figures.values():
        yield from _of_one_noun(same)


def _of_one_noun(same: Iterable[Value]) -> Iterator[Pair]:
    """Each with the last before it that is of the same noun; one that stands alone is of any."""
    last: dict[str, Value] = {}
    for value in same:
        nouns = value.nouns | {""} if value.nouns else {"", *last}
        met = dict.fromkeys(last[noun] for noun in sorted(nouns) if noun in last)
        yield from ((one, value) for one in met)
        last.update(dict.fromkeys(value.nouns or {""}, value))


def rivals_within(reading: Reading, values: Values) -> Iterator[Pair]:
    """What an article gives, with the rival it gives too, or with what it denies elsewhere."""
    set_aside = frozenset(find_set_aside(reading))
    mine = {one.evidence.span: one for one in values[reading.article.id]}
    for quantity, rival in find_rivals(reading, set_aside):
        given = mine[quantity.span]
        if rival in set_aside:
            denied = _denied_elsewhere(given, value_of(rival, reading), values)
            yield from ((given, one) for one in denied)
        else:
            yield given, mine[rival.span]


def _denied_elsewhere(given: Value, denied: Value, values: Values) -> Iterator[Value]:
    """What other articles give and one denies: the same number of what it or its own counts."""
    named = denied if denied.subject else given
    for one in (one for article in sorted(values) for one in values[article]):
        elsewhere = one.evidence.article != denied.evidence.article
        if elsewhere and one.range == denied.range and one.subject == named.subject:
            yield one
