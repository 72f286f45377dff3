"""Where two articles share words: runs of equal words, and the chains that nearby runs make."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.fingerprints import grams
from twosource.collation.reuse.words import Flags, Keys, Words

SEED = 4  # words that must be equal in a row for a run to be seen
REPEATS = 8  # times that a seed is looked at in one article, the first ones
GAP = 16  # words that may lie between two runs of a chain, on either side
GAP_COST = 0.5  # equal words that a word of gap costs
_LOOK_BACK = 50  # runs among which the one before is looked for


@dataclass(frozen=True, slots=True)
class Box:
    """Words `a0` to `a1` of one article laid beside words `b0` to `b1` of another."""

    a0: int
    a1: int
    b0: int
    b1: int

    @property
    def place(self) -> tuple[int, int]:
        """Where the box begins, to sort by."""
        return self.a0, self.b0

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap on both sides."""
        on_a = self.a0 < other.a1 and other.a0 < self.a1
        return on_a and self.b0 < other.b1 and other.b0 < self.b1

    def covers(self, other: "Box") -> bool:
        """Whether `other` lies inside this box on both sides."""
        inside_a = self.a0 <= other.a0 and other.a1 <= self.a1
        return inside_a and self.b0 <= other.b0 and other.b1 <= self.b1


@dataclass(frozen=True, slots=True)
class Seeds:
    """The n-grams of an article, sorted, to be joined with those of another."""

    hashes: Keys
    places: NDArray[np.int64]


def seeds_of(words: Words, ignored: Flags) -> Seeds:
    """The n-grams of `SEED` words of an article, each at its first few places.

    None runs across a block that is not story or begins in a word that is `ignored`.
    """
    hashes = grams(words.keys, SEED)
    order = np.argsort(hashes, kind="stable")
    hashes = hashes[order]
    repeat = np.arange(len(hashes)) - np.searchsorted(hashes, hashes, side="left")
    whole = words.parts[order] == words.parts[order + SEED - 1]
    kept = (repeat < REPEATS) & whole & ~ignored[order]
    return Seeds(hashes[kept], order[kept])


def runs(a: Seeds, b: Seeds) -> list[Box]:
    """Maximal runs of `SEED` or more equal words, in order of their place in `a`, then in `b`."""
    left = np.searchsorted(b.hashes, a.hashes, side="left")
    counts = np.searchsorted(b.hashes, a.hashes, side="right") - left
    place_a = np.repeat(a.places, counts)
    step = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    place_b = b.places[np.repeat(left, counts) + step]
    return _merge(place_a, place_b)


def _merge(place_a: NDArray[np.int64], place_b: NDArray[np.int64]) -> list[Box]:
    """Join seeds that follow each other on one diagonal."""
    order = np.lexsort((place_a, place_b - place_a))
    place_a, place_b = place_a[order], place_b[order]
    broken = (np.diff(place_a) != 1) | (np.diff(place_b) != 1)
    firsts = np.concatenate([[0], np.flatnonzero(broken) + 1]) if len(order) else order
    lengths = np.diff(firsts, append=len(order)) + SEED - 1
    found = zip(place_a[firsts].tolist(), place_b[firsts].tolist(), lengths.tolist(), strict=True)
    return [Box(a, a + n, b, b + n) for a, b, n in sorted(found)]


def chains(found: list[Box], a: Words, b: Words) -> list[Box]:
    """The boxes around runs that follow each other closely on both sides, best chains first.

    A chain does not reach across a block that is not story, on either side.
    """
    parts: dict[tuple[int, int], list[Box]] = {}
    for run in found:
        parts.setdefault((int(a.parts[run.a0]), int(b.parts[run.b0])), []).append(run)
    return [box for part in sorted(parts) for box in _chains(parts[part])]


def _chains(found: list[Box]) -> list[Box]:
    """The chains of one part.

    Local alignment by dynamic programming over the runs: a word in a run earns one, a word of gap
    costs `GAP_COST`. A run belongs to one chain, and a chain inside another is left out.
    """
    scores, before = _link(found)
    boxes: list[Box] = []
    used: set[int] = set()
    for last in sorted(range(len(found)), key=lambda i: (-scores[i], i)):
        members = list(_trace(last, before, used))
        used.update(members)
        if members and not any(box.covers(found[last]) for box in boxes):
            boxes.append(around(found[i] for i in members))
    return boxes


def _link(found: list[Box]) -> tuple[list[float], list[int | None]]:
    scores: list[float] = []
    before: list[int | None] = []
    for i, run in enumerate(found):
        best, link = 0.0, None
        for j in range(i - 1, max(i - 1 - _LOOK_BACK, -1), -1):
            gain = scores[j] - _cost(found[j], run)
            if gain > best:
                best, link = gain, j
        scores.append(run.a1 - run.a0 + best)
        before.append(link)
    return scores, before


def _cost(first: Box, second: Box) -> float:
    """What it costs to go on from one run to the next; infinite where it does not follow."""
    gap_a, gap_b = second.a0 - first.a1, second.b0 - first.b1
    overlap = -min(gap_a, gap_b, 0)
    follows = second.a0 > first.a0 and second.b0 > first.b0 and overlap < second.a1 - second.a0
    if not follows or max(gap_a, gap_b) > GAP:
        return float("inf")
    return overlap + GAP_COST * max(gap_a, gap_b, 0)


def _trace(last: int, before: list[int | None], used: set[int]) -> Iterable[int]:
    place: int | None = last
    while place is not None and place not in used:
        yield place
        place = before[place]


def whole(a: Words, b: Words) -> list[Box]:
    """Two articles of exactly the same words, cut where furniture lies between two of them."""
    cuts = np.flatnonzero(np.diff(a.parts) | np.diff(b.parts)) + 1
    bounds = [0, *cuts.tolist(), len(a)]
    return [Box(i, j, i, j) for i, j in itertools.pairwise(bounds)]


def around(boxes: Iterable[Box]) -> Box:
    """The least box that all of them lie in."""
    members = list(boxes)
    return Box(
        min(box.a0 for box in members),
        max(box.a1 for box in members),
        min(box.b0 for box in members),
        max(box.b1 for box in members),
    )
