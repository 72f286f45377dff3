"""Verdicts: what two articles that share passages tell by themselves of who had it from whom."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.collation.reuse.boxes import Shares
from twosource.collation.reuse.couples import Couple, label, published_before
from twosource.collation.reuse.direction import Clue, agencies, clues
from twosource.collation.reuse.doubts import doubt, is_named
from twosource.collation.reuse.lost import admitted
from twosource.collation.reuse.words import Words
from twosource.model import (
    Derivation,
    DerivationKind,
    Passage,
    PassageKind,
)

DECIDED = 1.0  # log odds from which a direction is given: 73 in 100


@dataclass(frozen=True, slots=True)
class Pile:
    """What is looked up for every two articles: words, who shares what, and who is not there."""

    words: Mapping[str, Words]
    shares: Shares
    absent: Mapping[str, str]  # houses that credit lines name and that no article is of


@dataclass(frozen=True, slots=True)
class _Judgement:
    """What is made of the clues. `parent` is the lesser id where the kind is not COPY."""

    kind: DerivationKind
    parent: str
    confidence: float
    reasons: tuple[str, ...]
    direct: bool = True
    source: str | None = None


def verdict_on(couple: Couple, pile: Pile) -> Derivation:
    """Who had it from whom, by what the two tell by themselves."""
    a, b = couple.a.article.id, couple.b.article.id
    share = _share(couple, pile.words)
    found = clues(couple)
    judged = (
        _doubted(couple, share, found, pile.shares)
        or _admitted(couple, found, pile.absent)
        or _judge(couple, found)
    )
    return Derivation(
        parent=judged.parent,
        child=b if judged.parent == a else a,
        kind=judged.kind,
        confidence=judged.confidence,
        share=share,
        direct=judged.direct,
        reasons=judged.reasons,
        passages=couple.passages,
        source=judged.source,
        sharing=_sharing(couple.passages),
    )


def _share(couple: Couple, words: Mapping[str, Words]) -> float:
    """How much of the shorter article lies in the passages, by words."""
    a, b = couple.a.article, couple.b.article
    shorter = a if len(words[a.id]) <= len(words[b.id]) else b
    spans = [
        passage.a.span if passage.a.article == shorter.id else passage.b.span
        for passage in couple.passages
    ]
    starts = words[shorter.id].starts
    inside = np.zeros(len(starts), dtype=np.bool_)
    for span in spans:
        inside |= (span.start <= starts) & (starts < span.end)
    return round(float(inside.mean()), 3)


def _sharing(passages: Iterable[Passage]) -> float:
    """How sure it is that two articles share text: as sure as their surest passage, 0 to 1.

    Words that both quote do not count, unless they share nothing else.
    """
    own = (one.confidence for one in passages if one.kind is not PassageKind.QUOTATION)
    return max(own, default=1.0)


def _doubted(
    couple: Couple, share: float, found: Sequence[Clue], shares: Shares
) -> _Judgement | None:
    """That nobody can tell whether the two depend on one another, if that is so."""
    reason = doubt(couple, share, found, shares)
    if reason is None:
        return None
    a = couple.a.article.id
    return _Judgement(DerivationKind.UNDECIDED, a, 0.5, (reason,), direct=False)


def _admitted(
    couple: Couple, found: Iterable[Clue], absent: Mapping[str, str]
) -> _Judgement | None:
    """That both have it from a house that is not in the pile, if their credit lines tell so."""
    said = None if is_named(found) else admitted(couple, absent)
    if not said:
        return None
    return _Judgement(
        DerivationKind.LOST_SOURCE,
        couple.a.article.id,
        said.confidence,
        (said.reason,),
        direct=False,
        source=said.name,
    )


def _judge(couple: Couple, found: Sequence[Clue]) -> _Judgement:
    a, b = couple.a.article, couple.b.article
    common = agencies(couple)
    if common:
        reason = f"{label(a)} and {label(b)} both credit the agency {', '.join(sorted(common))}."
        return _Judgement(DerivationKind.COMMON_SOURCE, a.id, 0.8, (reason,))
    odds = _odds(found, a.id) - _odds(found, b.id)
    parent, other = (a, b) if odds > 0 else (b, a)
    denied = any(clue.names and clue.parent == other.id for clue in found)
    if abs(odds) < DECIDED or denied or published_before(other, parent):
        reasons = tuple(clue.reason for clue in found) or (_nothing(couple),)
        return _Judgement(DerivationKind.UNDECIDED, a.id, 0.5, reasons)
    speaking = tuple(clue.reason for clue in found if clue.parent == parent.id)
    return _Judgement(DerivationKind.COPY, parent.id, probability(abs(odds)), speaking)


def _odds(found: Iterable[Clue], parent: str) -> float:
    return sum(clue.weight for clue in found if clue.parent == parent)


def probability(odds: float) -> float:
    """Of log odds, 0 to 1."""
    return round(1 / (1 + math.exp(-odds)), 3)


def _nothing(couple: Couple) -> str:
    a, b = label(couple.a.article), label(couple.b.article)
    return f"Neither dates, credits nor changes tell whether {a} or {b} came first."
