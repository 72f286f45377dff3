"""Conflicts: numbers and dates of one claim that cannot both hold, and claims that are denied.

Two values are held to be about the same thing when

* one became the other where a shared passage was edited, or
* they are the only values of their kind in two assertions of one claim, and count the same noun,
  but not the dead and the hurt, of whom a later day knows more, or
* they are the same figure, and one too large to be met by chance: 41,500 here, 41,500 there,
* one article sets them side by side, as what two count (`rivals`), or says one and not the other,
* two articles give these days in the two sentences most alike (`days_apart`), or
* they are tolls of one happening, told on one day (`tolls`).

Values joined this way, directly or through others, form one subject; a subject whose values do
not overlap is a conflict. "At least 30" and "34" overlap, and are none; nor do the same words
conflict with themselves, whatever year each article means by "8 October".
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, groupby, permutations
from typing import TypeAlias

from twosource.collation.claims.stances import find_denial
from twosource.collation.conflicts.days_apart import find_days_apart
from twosource.collation.conflicts.same_subject import (
    Pair,
    Readings,
    changed_on_the_way,
    in_one_claim,
    rivals_within,
    same_figure,
)
from twosource.collation.conflicts.tolls import find_tolls
from twosource.collation.conflicts.values import Value, find_values
from twosource.collation.sentences import sentence_around
from twosource.collation.stems import content_words
from twosource.model import (
    Account,
    Aspect,
    Assertion,
    Conflict,
    Evidence,
    Passage,
    Reading,
    Stance,
)

BUT_FOR_A_NEGATION = 0.7  # share of the words of either that both have, by judgement
LATER = 31  # days from which what is counted anew is an update, and contradicts nobody


def find_conflicts(
    readings: Sequence[Reading],
    claims: Sequence[Sequence[Assertion]],
    passages: Sequence[Passage],
) -> tuple[Conflict, ...]:
    """Every subject on which articles give values that cannot both hold.

    Returns:
        Conflicts in order of the first evidence; accounts with the most articles first.
    """
    values = {reading.article.id: find_values(reading) for reading in readings}
    by_id = {reading.article.id: reading for reading in readings}
    joined = [
        *changed_on_the_way(passages, values, by_id),
        *in_one_claim(claims, values),
        *same_figure(values),
        *find_days_apart(readings, values),
        *find_tolls(readings, values),
    ]
    rivals = [pair for reading in readings for pair in rivals_within(reading, values)]
    found = [
        *(_conflict(subject, by_id) for subject in _subjects(joined, rivals)),
        *(_denied(assertions, by_id) for assertions in claims),
    ]
    return tuple(sorted(filter(None, found), key=lambda c: c.accounts[0].evidence))


# ── which values are about the same thing ──────────────────────────────────────────────────────


_Subject: TypeAlias = dict[str, list[Value]]  # by the article that gives a value


def _subjects(pairs: Iterable[Pair], rivals: Iterable[Pair]) -> Iterator[list[Value]]:
    """Values joined by pairs, directly or through others.

    Only rivals are of one subject though one article gives both. Subjects in which the same two
    values of one noun exclude one another are one.
    """
    home: dict[Value, _Subject] = {}
    for a, b in rivals:
        _join(a, b, home)
    for a, b in pairs:
        first, second = (home.get(one, {one.evidence.article: [one]}) for one in (a, b))
        if first is not second and not _contradictory(first, second):
            _join(a, b, home)
    met: dict[Hashable, Value] = {}
    for subject in _each(home):
        for a, b in _apart(subject):
            for noun in sorted(a.nouns | b.nouns):
                same = (a.aspect, noun, frozenset((a.range, b.range)))
                _join(met.setdefault(same, a), a, home)
    for subject in _each(home):
        yield sorted((one for values in subject.values() for one in values), key=_place)


def _each(home: Mapping[Value, _Subject]) -> list[_Subject]:
    return list({id(subject): subject for subject in home.values()}.values())


def _apart(subject: _Subject) -> list[Pair]:
    """The pairs of values in a subject that exclude one another, each range once."""
    told = {one.range: one for values in subject.values() for one in values}
    return [(a, b) for a, b in combinations(told.values(), 2) if a.excludes(b)]


def _join(a: Value, b: Value, home: dict[Value, _Subject]) -> None:
    first, second = (home.setdefault(one, {one.evidence.article: [one]}) for one in (a, b))
    if first is not second:
        fewer, more = sorted((first, second), key=len)
        for article, values in fewer.items():
            more.setdefault(article, []).extend(values)
            home.update(dict.fromkeys(values, more))


def _place(value: Value) -> Evidence:
    return value.evidence


def _contradictory(first: _Subject, second: _Subject) -> bool:
    """Whether one article gives values to both that exclude one another."""
    fewer, more = sorted((first, second), key=len)
    return any(
        a.excludes(b) for article in fewer for a in fewer[article] for b in more.get(article, ())
    )


# ── accounts ─────────────────────────────────────────────────────────────────────────────────────


def _conflict(subject: list[Value], readings: Readings) -> Conflict | None:
    """The conflict in a subject, `None` where its values can all hold."""
    by_range = sorted(subject, key=_range)
    accounts = [tuple(same) for _, same in groupby(by_range, key=_range)]
    if not any(
        a[0].excludes(b[0]) and not _is_update(a, b, readings) for a, b in combinations(accounts, 2)
    ):
        return None
    first = min(subject, key=_place)
    return Conflict(
        aspect=first.aspect,
        about=_about(first.evidence, readings),
        accounts=tuple(sorted(map(_account, accounts), key=_most_carried_first)),
        reason=f"{len(accounts)} values that exclude one another are given for the same thing",
    )


def _denied(assertions: Sequence[Assertion], readings: Readings) -> Conflict | None:
    """The conflict between those who put a claim forward and those who deny it, if any do."""
    said, denied = (
        tuple(sorted(one.evidence for one in assertions if one.stance is stance))
        for stance in (Stance.SAYS, Stance.DENIES)
    )
    if not any(_is_contradiction(one, said, readings) for one in denied):
        return None
    return Conflict(
        aspect=Aspect.STANCE,
        about=_about(said[0], readings),
        accounts=(Account("said", said), Account("denied", denied)),
        reason="some put it forward, others say that it is not so",
    )


def _is_contradiction(denied: Evidence, said: Sequence[Evidence], readings: Readings) -> bool:
    """Whether a denial is reported, or the words are those of another but for a negation."""
    reading = readings[denied.article]
    if find_denial(reading, sentence_around(denied.span, reading), denied.span):
        return True
    own = content_words(denied.span.of(reading.article.text))
    others = (content_words(one.span.of(readings[one.article].article.text)) for one in said)
    return any(len(own & words) >= BUT_FOR_A_NEGATION * len(own | words) for words in others)


def _is_update(one: Sequence[Value], other: Sequence[Value], readings: Readings) -> bool:
    """Whether every article with the one number was written long after all with the other."""
    if one[0].aspect is not Aspect.NUMBER:
        return False
    days = [sorted(filter(None, (_day(value, readings) for value in s))) for s in (one, other)]
    return all(days) and any((a[0] - b[-1]).days > LATER for a, b in permutations(days))


def _day(value: Value, readings: Readings) -> date | None:
    published = readings[value.evidence.article].article.published
    return published.interval.earliest if published else None


def _range(value: Value) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return value.range


def _account(same: Sequence[Value]) -> Account:
    ordered = sorted(same, key=_place)
    return Account(ordered[0].words, tuple(m.evidence for m in ordered))


def _most_carried_first(account: Account) -> tuple[int, Evidence]:
    return -len({e.article for e in account.evidence}), account.evidence[0]


def _about(evidence: Evidence, readings: Readings) -> str:
    """The sentence in which the evidence stands, for a reader to see what it is about."""
    reading = readings[evidence.article]
    return sentence_around(evidence.span, reading).of(reading.article.text)
