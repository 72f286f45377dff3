"""Drift: what becomes of a statement on its way through the articles of a pile.

Every statement is held against the earliest statement that can be the same utterance. What differs
is one drift for each article: other words, fewer words, another speaker, or a quotation in one
article that stands in the other's own voice.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from twosource.collation.drift.changes import drift_between
from twosource.collation.drift.told import in_order, told_in
from twosource.collation.drift.utterances import same_utterances
from twosource.collation.drift.voices import find_own_voices
from twosource.model import Derivation, DerivationKind, Drift, DriftKind, Reading

__all__ = ["find_drifts"]


def find_drifts(
    readings: Sequence[Reading], derivations: Sequence[Derivation]
) -> tuple[Drift, ...]:
    """Every drift of a pile, in order of the articles' ids and of where the words stand."""
    told = in_order(
        (t for reading in readings for t in told_in(reading)), _copied_from(derivations)
    )
    retold = [(root, one) for root, others in same_utterances(told) for one in others]
    drifts = [drift for root, one in retold if (drift := drift_between(root, one)) is not None]
    copied = {frozenset((d.parent, d.child)) for d in derivations if d.kind is DerivationKind.COPY}
    texts = {reading.article.id: reading.article.text for reading in readings}
    found = _each_once([*find_own_voices(told, derivations, texts), *drifts])
    return tuple(sorted((_explained(d, copied) for d in found), key=lambda d: (d.a, d.b)))


def _copied_from(derivations: Sequence[Derivation]) -> dict[str, int]:
    """How many articles each one copies from, directly or through others."""
    return dict(Counter(d.child for d in derivations if d.kind is DerivationKind.COPY))


def _explained(drift: Drift, copied: AbstractSet[frozenset[str]]) -> Drift:
    """The drift, and whether it came about in copying or two may have heard the words."""
    pair = frozenset((drift.a.article, drift.b.article))
    if pair in copied:
        return replace(drift, reason=f"{drift.reason}; the one article copies from the other")
    if drift.kind is DriftKind.WORDING:
        return replace(drift, reason=f"{drift.reason}, as two do who heard the same")
    return drift


def _each_once(drifts: Sequence[Drift]) -> list[Drift]:
    """Of drifts of the same words between the same articles, the first."""
    kept: dict[frozenset[str], list[Drift]] = defaultdict(list)
    for drift in drifts:
        known = kept[frozenset((drift.a.article, drift.b.article))]
        if not any(_overlap(drift, other) for other in known):
            known.append(drift)
    return [drift for known in kept.values() for drift in known]


def _overlap(one: Drift, other: Drift) -> bool:
    """Whether two drifts between the same articles are about the same words, on both sides."""
    b, a = (other.b, other.a) if one.a.article == other.a.article else (other.a, other.b)
    return one.a.span.overlaps(a.span) and one.b.span.overlaps(b.span)
