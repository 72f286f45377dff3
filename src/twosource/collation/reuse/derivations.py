"""Derivations: for every two articles that share passages, who had it from whom, or why not."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from twosource.collation.reuse.direction import (
    Clue,
    Couple,
    agencies,
    clues,
    label,
    published_before,
)
from twosource.collation.reuse.tree import without_shortcuts
from twosource.collation.reuse.words import words_of
from twosource.model import Derivation, DerivationKind, Passage, PassageKind, Reading

DECIDED = 1.0  # log odds from which a direction is given: 73 in 100


def derive(readings: Sequence[Reading], passages: Sequence[Passage]) -> tuple[Derivation, ...]:
    """One derivation for every two articles that share passages, in order of their ids."""
    by_id = {reading.article.id: reading for reading in readings}
    shared: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        shared[passage.a.article, passage.b.article].append(passage)
    lengths = {one: len(words_of(by_id[one].article)) for pair in shared for one in pair}
    verdicts = [
        _verdict(Couple(by_id[a], by_id[b], tuple(shared[a, b])), lengths)
        for a, b in sorted(shared)
    ]
    return without_shortcuts(verdicts)


def _verdict(couple: Couple, lengths: dict[str, int]) -> Derivation:
    found = clues(couple)
    kind, parent, confidence, reasons = _judge(couple, found)
    child = couple.b.article.id if parent == couple.a.article.id else couple.a.article.id
    return Derivation(
        parent=parent,
        child=child,
        kind=kind,
        confidence=confidence,
        share=_share(couple, lengths),
        direct=True,
        reasons=reasons,
        passages=couple.passages,
    )


def _judge(
    couple: Couple, found: Sequence[Clue]
) -> tuple[DerivationKind, str, float, tuple[str, ...]]:
    """Kind, parent, confidence and reasons. For kinds other than COPY the parent is `a`."""
    a, b = couple.a.article, couple.b.article
    common = agencies(a) & agencies(b)
    if common:
        name = ", ".join(sorted(common))
        reason = f"{label(a)} and {label(b)} both credit the agency {name}."
        return DerivationKind.COMMON_SOURCE, a.id, 0.8, (reason,)
    if all(passage.kind is PassageKind.QUOTATION for passage in couple.passages):
        reason = f"{label(a)} and {label(b)} share only quoted words, which both can have heard."
        return DerivationKind.UNDECIDED, a.id, 0.5, (reason,)
    odds = _odds(found, a.id) - _odds(found, b.id)
    parent, other = (a, b) if odds > 0 else (b, a)
    if abs(odds) < DECIDED or published_before(other, parent):
        reasons = tuple(clue.reason for clue in found)
        return DerivationKind.UNDECIDED, a.id, 0.5, reasons or (_nothing(couple),)
    speaking = tuple(clue.reason for clue in found if clue.parent == parent.id)
    return DerivationKind.COPY, parent.id, _probability(abs(odds)), speaking


def _odds(found: Iterable[Clue], parent: str) -> float:
    return sum(clue.weight for clue in found if clue.parent == parent)


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 3)


def _nothing(couple: Couple) -> str:
    a, b = label(couple.a.article), label(couple.b.article)
    return f"Neither dates, credits nor changes tell whether {a} or {b} came first."


def _share(couple: Couple, lengths: dict[str, int]) -> float:
    """How much of the shorter article lies in the passages, by words."""
    a, b = couple.a.article, couple.b.article
    shorter = a if lengths[a.id] <= lengths[b.id] else b
    spans = [
        passage.a.span if passage.a.article == shorter.id else passage.b.span
        for passage in couple.passages
    ]
    starts = words_of(shorter).starts
    inside = np.zeros(len(starts), dtype=np.bool_)
    for span in spans:
        inside |= (span.start <= starts) & (starts < span.end)
    return round(float(inside.mean()), 3)
