"""Days that two articles give for one happening, each in the sentence most like the other's.

Of the sentences that name a day, two belong together that are each the one of its article most
like the other. Each names one day that the other's article nowhere names, a week apart at most:
"recalled 41,500 packs on Tuesday", "On Monday, May 13, the maker called back 41,500 packs".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from twosource.collation.claims import likenesses
from twosource.collation.claims.propositions import Part, Proposition, find_propositions
from twosource.collation.conflicts.values import Value
from twosource.collation.stems import rarity
from twosource.model import Aspect, Reading

WEEK = 7  # days; farther apart, two days are of two happenings
_NAMED = re.compile(r"\b[A-Z][a-z]")  # "Tuesday", "14 May", not "5.40 a.m." or "that night"

Days = Mapping[str, Sequence[Value]]  # by article


def find_days_apart(
    readings: Sequence[Reading], values: Mapping[str, Sequence[Value]]
) -> Iterator[tuple[Value, Value]]:
    """The pairs of days, in order of the sentences."""
    days = {article: [one for one in told if _is_day(one)] for article, told in values.items()}
    dated = sorted(
        (one for r in readings for one in find_propositions(r) if _within(one, days)),
        key=lambda one: one.evidence,
    )
    for one, other in _most_alike(dated):
        mine, theirs = (
            _not_in(other, _within(one, days), days),
            _not_in(one, _within(other, days), days),
        )
        alone = len(mine) == len(theirs) == 1 and mine[0].unit == theirs[0].unit
        if alone and abs(mine[0].low[0] - theirs[0].low[0]) <= WEEK:
            yield mine[0], theirs[0]


def _is_day(value: Value) -> bool:
    named = value.aspect is Aspect.DATE and value.low == value.high
    return named and _NAMED.search(value.words) is not None


def _within(sentence: Proposition, days: Days) -> list[Value]:
    evidence = sentence.evidence
    return [one for one in days[evidence.article] if evidence.span.contains(one.evidence.span)]


def _not_in(sentence: Proposition, told: Sequence[Value], days: Days) -> list[Value]:
    """The days that the article of a sentence does not name, each once."""
    named = {one.range for one in days[sentence.evidence.article]}
    return list({one.range: one for one in told if one.range not in named}.values())


def _most_alike(dated: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition]]:
    """Pairs of sentences that are each the one of its article most like the other."""
    whole = [Part(one.evidence, one.words, one) for one in dated]
    likeness = likenesses(whole, rarity(one.words for one in dated))
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (a, b), value in sorted(likeness.items()):
        for position, partner in ((a, b), (b, a)):
            key = position, dated[partner].evidence.article
            best[key] = max(best.get(key, (0.0, 0)), (value, partner))
    for a, b in sorted(likeness):
        one, other = dated[a], dated[b]
        mine, theirs = one.evidence.article, other.evidence.article
        if mine != theirs and best[a, theirs][1] == b and best[b, mine][1] == a:
            yield one, other
