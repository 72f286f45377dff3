"""Where two articles share words: runs of equal words, and the chains that nearby runs make."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.collation.reuse.fingerprints import grams
from twosource.collation.reuse.keys import join, steps
from twosource.collation.reuse.words import Flags, Keys, Numbers, Places, Words

SEED = 4  # words that must be equal in a row for a run to be seen
REPEATS = 8  # times that a seed is looked at in one article, the first ones
GAP = 16  # words that may lie between two runs of a chain, on either side
GAP_COST = 0.5  # equal words that a word of gap costs
_LOOK_BACK = 50  # runs among which the one before is looked for
_BATCH = 4096  # runs that look back together


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

    @property
    def shorter(self) -> int:
        """How many words the side with fewer words has."""
        return min(self.a1 - self.a0, self.b1 - self.b0)

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
    places: Numbers


@dataclass(frozen=True, slots=True)
class Runs:
    """Equal words in a row: `lengths[i]` of them, from `a[i]` in one article and `b[i]` in another.

    In order of `a`, then of `b`.
    """

    a: Numbers
    b: Numbers
    lengths: Numbers

    def __len__(self) -> int:
        return len(self.a)

    def boxes(self) -> list[Box]:
        """Each as a box."""
        ends = self.a + self.lengths, self.b + self.lengths
        columns = (one.tolist() for one in (self.a, ends[0], self.b, ends[1]))
        return [Box(*row) for row in zip(*columns, strict=True)]


def seeds_of(words: Words, ignored: Flags) -> Seeds:
    """The n-grams of `SEED` words of an article, each at its first few places.

    None runs across a block that is not story or begins in a word that is `ignored`.
    """
    hashes = grams(words.keys, SEED)
    order = np.argsort(hashes, kind="stable")
    hashes = hashes[order]
    again = np.zeros(len(hashes), dtype=np.bool_)  # stands at `REPEATS` earlier places
    again[REPEATS:] = hashes[REPEATS:] == hashes[:-REPEATS]
    whole = words.parts[order] == words.parts[order + SEED - 1]
    kept = whole & ~again & ~ignored[order]
    return Seeds(hashes[kept], order[kept])


def runs(a: Seeds, b: Seeds) -> Runs:
    """The longest runs of `SEED` or more equal words."""
    left, right = join(a.hashes, b.hashes)
    return _merged(a.places[left], b.places[right])


def _merged(a: Numbers, b: Numbers) -> Runs:
    """Join seeds that follow each other on one diagonal."""
    order = np.lexsort((a, b - a))
    a, b = a[order], b[order]
    follows = (a[1:] == a[:-1] + 1) & (b[1:] == b[:-1] + 1)
    firsts = np.flatnonzero(~np.concatenate([np.zeros(len(a[:1]), dtype=np.bool_), follows]))
    lengths = np.diff(firsts, append=len(a)) + SEED - 1
    order = np.lexsort((b[firsts], a[firsts]))
    return Runs(a[firsts][order], b[firsts][order], lengths[order])


def chains(runs: Runs, a: Words, b: Words, least: int) -> list[Box]:
    """The boxes around runs that follow each other closely on both sides, best chains first.

    Local alignment by dynamic programming over the runs: a word in a run earns one, a word of gap
    costs `GAP_COST`. A run belongs to one chain, and a chain inside another is left out, as is one
    that has less than `least` words on a side. A chain does not reach across a block that is not
    story, on either side.
    """
    links = list(_links(runs, (a.parts[runs.a], b.parts[runs.b])))
    scores, before = _best(runs, links)
    linked = {place for i, j, _ in links for place in (i, j)}
    alone = np.flatnonzero(runs.lengths >= least).tolist()
    members = runs.boxes()
    boxes: list[Box] = []
    used: set[int] = set()
    for last in sorted(linked.union(alone), key=lambda i: (-scores[i], i)):
        chain = list(_trace(last, before, used))
        used.update(chain)
        if chain and not any(box.covers(members[last]) for box in boxes):
            boxes.append(around(members[i] for i in chain))
    return [box for box in boxes if box.shorter >= least]


def _links(found: Runs, parts: tuple[Places, Places]) -> Iterator[tuple[int, int, float]]:
    """For every run, the nearest first, those before it that it may follow, and at what cost."""
    for later, earlier in _looks_back(len(found)):
        gap_a = found.a[later] - found.a[earlier] - found.lengths[earlier]
        gap_b = found.b[later] - found.b[earlier] - found.lengths[earlier]
        gap, overlap = np.maximum(gap_a, gap_b), np.maximum(-np.minimum(gap_a, gap_b), 0)
        follows = (gap <= GAP) & (overlap < found.lengths[later])
        for places in (found.a, found.b):
            follows &= places[later] > places[earlier]
        for part in parts:
            follows &= part[later] == part[earlier]
        costs = overlap[follows] + GAP_COST * np.maximum(gap[follows], 0)
        columns = later[follows], earlier[follows], costs
        yield from zip(*(column.tolist() for column in columns), strict=True)


def _looks_back(count: int) -> Iterator[tuple[Numbers, Numbers]]:
    """Of so many runs each beside the `_LOOK_BACK` before it, in batches."""
    for start in range(1, count, _BATCH):
        every = np.arange(start, min(start + _BATCH, count))
        counts = np.minimum(every, _LOOK_BACK)
        later = np.repeat(every, counts)
        yield later, later - 1 - steps(counts)


def _best(
    found: Runs, links: Sequence[tuple[int, int, float]]
) -> tuple[list[float], list[int | None]]:
    """For every run the score of the best chain that ends in it, and the run before it there."""
    lengths = found.lengths.tolist()
    scores: list[float] = list(lengths)
    before: list[int | None] = [None] * len(lengths)
    for run, earlier, cost in links:
        score = lengths[run] + scores[earlier] - cost
        if score > scores[run]:
            scores[run], before[run] = score, earlier
    return scores, before


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
