"""Rewritten texts: answers and bills made from one another, and paraphrased sentences."""

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from evaluation.measure import Measure, records
from evaluation.reuse.piles import Document, Gold, Pile, reading_of
from twosource.collation.reuse.rarity import rarity_in
from twosource.collation.reuse.sentence_likeness import pairs_of
from twosource.collation.reuse.sides import side_of
from twosource.collation.reuse.words import words_of

SHARED = 0.05  # of the shorter text: from here on a bill or an answer counts as reuse


def shared_pairs(name: str, pile: Pile, unrelated: Collection[str | int]) -> Iterator[Measure]:
    """F1 and accuracy of "made from one another": passages cover `SHARED` of the shorter text."""
    labelled = {
        frozenset((one.a, one.b)): one.label not in unrelated
        for one in pile.of("pair")
        if one.label != 2  # noqa: PLR2004, not explained by its makers
    }
    said = related(pile)
    both = sum(made and pair in said for pair, made in labelled.items())
    right = sum(made == (pair in said) for pair, made in labelled.items())
    f = f1(both, sum(labelled.values()), len(said & labelled.keys()))
    yield Measure(f"{name}.f1", f, len(labelled))
    yield Measure(f"{name}.accuracy", right / len(labelled), len(labelled))


def related(pile: Pile) -> set[frozenset[str]]:
    """The pairs whose passages cover `SHARED` of the shorter text."""
    return {frozenset((d.parent, d.child)) for d in pile.derivations if d.share >= SHARED}


def clusters(pile: Pile) -> Measure:
    """F1 over the pairs of bills that were made from one model."""
    true = {
        frozenset(pair)
        for cluster in pile.of("cluster")
        for pair in itertools.combinations(cluster.members, 2)
    }
    said = related(pile)
    return Measure("reuse.labeled_bills.f1", f1(len(true & said), len(true), len(said)), len(true))


def f1(right: int, asked: int, given: int) -> float:
    """F1 from counts."""
    return 2 * right / (asked + given) if asked + given else 1.0


def paraphrases(folder: Path) -> Measure:
    """MSRP: F1 on the official test half; the threshold is the best one of the training half."""
    readings = {one.id: reading_of(one) for one in records(folder / "msrp.docs.jsonl.gz", Document)}
    sides = {
        name: side_of(reading, words_of(reading.article)) for name, reading in readings.items()
    }
    rarity = rarity_in([side.stems for side in sides.values()])
    halves: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one in records(folder / "msrp.gold.jsonl.gz", Gold):
        odds = pairs_of(sides[one.a], sides[one.b], rarity).alone
        halves[one.msr_split].append((float(odds.max(initial=-99.0)), one.label == 1))
    threshold = max(
        {odds for odds, _ in halves["train"]}, key=lambda t: (at(t, halves["train"]), t)
    )
    return Measure("reuse.msrp.f1", at(threshold, halves["test"]), len(halves["test"]))


def at(threshold: float, scored: Sequence[tuple[float, bool]]) -> float:
    """F1 where everything from a threshold on is called a paraphrase."""
    given = [label for odds, label in scored if odds >= threshold]
    return f1(sum(given), sum(label for _, label in scored), len(given))
