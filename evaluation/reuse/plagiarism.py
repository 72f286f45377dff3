"""Plagiarism with offsets: how much of it is detected, in how many pieces, and from whom."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from evaluation.measure import Measure
from evaluation.reuse.piles import Pile
from twosource.model import DerivationKind, Evidence, Passage, Span

NEAR = 500  # characters between two passages that count as one detection


def plagiarism(pile: Pile) -> Iterator[Measure]:
    """PlagDet of Potthast et al. (2010) over characters, and how often a direction is right.

    A detection is of a suspicious text and a source: what two sources have in common, or two texts
    made from one source, is not asked for and cannot be wrong. Passages with less than `NEAR`
    characters between them on both sides count as one detection, as the detectors do that were
    measured so.
    """
    asked = [
        [Evidence(g.a, Span(g.a_start, g.a_end)), Evidence(g.b, Span(g.b_start, g.b_end))]
        for g in pile.of("passage")
    ]
    given = [
        pair
        for (a, b), passages in pile.between().items()
        if (a in pile.sources) != (b in pile.sources)
        for pair in joined(passages)
    ]
    recall = mean(covered_share(one, given) for one in asked)
    precision = mean(covered_share(one, asked) for one in given)
    pieces = [sum(touches(one, other) for other in given) for one in asked]
    granularity = mean(count for count in pieces if count) or 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    yield Measure("reuse.pan.plagdet", f1 / float(np.log2(1 + granularity)), len(asked))
    yield from directions("reuse.pan.direction", pile)


def joined(passages: Sequence[Passage]) -> list[list[Evidence]]:
    """The passages of two articles, those that lie close together on both sides as one."""
    detections: list[list[Evidence]] = []
    for passage in passages:
        near = [
            one for one in detections if is_near(one[0], passage.a) and is_near(one[1], passage.b)
        ]
        detections = [one for one in detections if one not in near]
        sides = zip([passage.a, passage.b], *near, strict=True)
        detections.append([hull(side) for side in sides])
    return detections


def is_near(one: Evidence, other: Evidence) -> bool:
    """Whether less than `NEAR` characters lie between two spans."""
    return max(one.span.start, other.span.start) - min(one.span.end, other.span.end) < NEAR


def hull(side: Iterable[Evidence]) -> Evidence:
    """The least span around spans of one article."""
    spans = list(side)
    start, end = min(one.span.start for one in spans), max(one.span.end for one in spans)
    return Evidence(spans[0].article, Span(start, end))


def directions(name: str, pile: Pile) -> Iterator[Measure]:
    """Of the pairs whose direction is known and was decided, the share that was decided right."""
    known = {frozenset((one.a, one.b)): one for one in pile.of("passage") if one.direction}
    decided = [
        d.parent == known[frozenset((d.parent, d.child))].b
        for d in pile.derivations
        if d.kind is DerivationKind.COPY and frozenset((d.parent, d.child)) in known
    ]
    yield Measure(name, mean(decided), len(decided))
    yield Measure(f"{name}_decided", len(decided) / len(known), len(known))


def covered_share(one: Sequence[Evidence], others: Iterable[Sequence[Evidence]]) -> float:
    """How much of a pair of passages, in characters of both sides, others cover."""
    near = [other for other in others if touches(one, other)]
    places = [covered(side, [o for other in near for o in other]) for side in one]
    return sum(places) / sum(len(side.span) for side in one)


def touches(one: Sequence[Evidence], other: Sequence[Evidence]) -> bool:
    """Whether two pairs of passages are of the same articles and overlap on both sides."""
    return all(any(overlaps(side, that) for that in other) for side in one)


def overlaps(one: Evidence, other: Evidence) -> bool:
    """Whether two passages share a character."""
    return one.article == other.article and one.span.overlaps(other.span)


def covered(side: Evidence, others: Iterable[Evidence]) -> int:
    """How many characters of a passage others cover."""
    flags = np.zeros(len(side.span), dtype=np.bool_)
    for other in others:
        if overlaps(side, other):
            start = max(other.span.start - side.span.start, 0)
            flags[start : other.span.end - side.span.start] = True
    return int(flags.sum())


def mean(values: Iterable[float]) -> float:
    """The arithmetic mean; 0 of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
