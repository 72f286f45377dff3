"""Stretches: several sentences of one article that retell several of another, in whatever order.

`rewritten` lays sentence beside sentence. Who tells a page anew in his own words splits sentences,
joins them and moves them about; then no two of them are much alike, but all of them together are.
So here pairs of sentences that have a little in common are seeds, seeds that lie close together on
both sides make a cluster, the cluster is cut back to where the likeness is and judged as a whole,
and then its ends are moved to where the two no longer have anything in common. After Sanchez-Perez,
Sidorov and Gelbukh, "A winning approach to text alignment for text reuse detection at PAN 2014".
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.chains import Box
from twosource.collation.reuse.keys import join
from twosource.collation.reuse.rarity import Rarity, Values
from twosource.collation.reuse.sentence_likeness import greatest_of_each
from twosource.collation.reuse.sides import Side
from twosource.collation.reuse.words import Keys, Numbers

# Chosen on the plagiarism set with offsets; PlagDet of this search alone in brackets: a gap of 6
# (.81), 8 (.83), 12 (.88), 16 (.87) sentences; likeness of seeds of .20 (.84), .15 and .12 (.88).
# With all else in place, and what two sources share held against us: .12 and 12 .834, .09 and 14
# .846; with `STRONG` in place of a weight of 40, and the ends moved, .869. As the set's own measure
# counts, that is .904; with ends at .25 of likeness .902, at .28 .892, moved outwards only .898.
GAP = 14  # sentences that may lie between two seeds, on either side
SEED = 0.09  # cosine from which two sentences are a seed
LEAST_COMMON = 2  # stems that a seed has in common
# The more places two articles give a stretch to stand in, the more a rare word must tell. So rarity
# is measured against the number of pairs of sentences over `PLACES`: of 12, 16 and 20 only the last
# leaves the stories that may be tuned on as they are (all about one thing, and half independent).
PLACES = 20
LEAST_PLACES = 1_000  # below, two short articles: sentence beside sentence finds as much
MOST = 7_000  # sentences against which rarity is measured in the longest articles
ALIKE = 0.3  # cosine of the two stretches as wholes
BORDERING = 0.2  # the same of what lies at the ends, or it is left out
STRONG = 14.0  # alikeness times what they have in common, in nats of rarity: five rare words or so
BORDER = 0.4  # of the likeness inside, how much a sentence at the border must have
LEAST_BORDER = 0.07
SURE = 20.0  # strength by which the doubt falls to a third
OVERLAP = 0.5  # of a stretch, from which on it is another's double
_ROUNDS = 5  # of cutting back, by when it has settled


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences `a0` to `a1` of one article retold as `b0` to `b1` of another (see `Box`).

    `alike` is the cosine of the two, 0 to 1, and `weight` what they have in common.
    """

    sentences: Box
    alike: float
    weight: float

    @property
    def strength(self) -> float:
        """How much there is that speaks for their being one text told twice, in nats."""
        return self.alike * self.weight

    @property
    def confidence(self) -> float:
        """How sure it is that they are one text told twice, 0 to 1."""
        return round(1 - math.exp(-self.strength / SURE), 3)


@dataclass(frozen=True, slots=True)
class _Told:
    """An article's stems in order of sentence; `first[n]` is the place of sentence n's first."""

    keys: Keys
    weights: Values
    first: Numbers
    totals: Values
    norms: Values


_Range = tuple[int, int]  # the first sentence, and the one after the last


@dataclass(frozen=True, slots=True)
class _Contents:
    """The stems of several ranges of sentences, each once; `held` [ranges, stems] is 1 or 0."""

    keys: Keys
    weights: Values
    held: Values


@dataclass(frozen=True, slots=True)
class _Seeds:
    """Pairs of sentences that have something in common: how alike they are, and how much it is."""

    rows: Numbers
    columns: Numbers
    alike: Values
    weight: Values

    def at(self, places: Numbers | NDArray[np.bool_]) -> "_Seeds":
        """Some of them."""
        rows, columns = self.rows[places], self.columns[places]
        return _Seeds(rows, columns, self.alike[places], self.weight[places])

    def around(self) -> Box:
        """The least box that all of them lie in."""
        rows, columns = self.rows, self.columns
        return Box(int(rows.min()), int(rows.max()) + 1, int(columns.min()), int(columns.max()) + 1)

    def widest(self) -> int:
        """The greatest step from one of their sentences to the next, on either side."""
        steps = (np.diff(np.sort(side)).max(initial=0) for side in (self.rows, self.columns))
        return int(max(steps))

    def inside(self, box: Box) -> NDArray[np.bool_]:
        """Which of them lie in a box."""
        rows = (box.a0 <= self.rows) & (self.rows < box.a1)
        return rows & (box.b0 <= self.columns) & (self.columns < box.b1)


def stretches(a: Side, b: Side, rarity: Rarity) -> list[Stretch]:
    """The stretches of `a` and `b` that retell one another, the strongest first.

    Of two that overlap by half on one side only the stronger is given.
    """
    if len(a.sentences) * len(b.sentences) < LEAST_PLACES:
        return []
    many = min(MOST, int(len(a.sentences) * len(b.sentences) / PLACES))
    told = _told(a, rarity, many), _told(b, rarity, many)
    found = sorted(
        _found(_seeds(a, b, told, rarity, many), told),
        key=lambda one: (-one.strength, one.sentences.place),
    )
    kept: list[Stretch] = []
    for one in found:
        if not any(_doubles(one.sentences, other.sentences) for other in kept):
            kept.append(one)
    whole = Box(0, len(a.sentences), 0, len(b.sentences))
    boxes = [one.sentences for one in kept]
    return [_settled(box, _room(box, whole, boxes), told) for box in boxes]


def _room(box: Box, whole: Box, boxes: Sequence[Box]) -> Box:
    """How far a box can reach on either side before it meets another."""
    return Box(
        max((other.a1 for other in boxes if other.a1 <= box.a0), default=whole.a0),
        min((other.a0 for other in boxes if other.a0 >= box.a1), default=whole.a1),
        max((other.b1 for other in boxes if other.b1 <= box.b0), default=whole.b0),
        min((other.b0 for other in boxes if other.b0 >= box.b1), default=whole.b1),
    )


def _told(side: Side, rarity: Rarity, many: int) -> _Told:
    order = np.argsort(side.stems.sentences, kind="stable")
    keys, numbers = side.stems.keys[order], side.stems.sentences[order]
    weights, count = rarity.nats(keys, many), len(side.sentences)
    return _Told(
        keys=keys,
        weights=weights,
        first=np.searchsorted(numbers, np.arange(count + 1)),
        totals=np.bincount(numbers, weights, minlength=count).astype(np.float64),
        norms=np.sqrt(np.bincount(numbers, weights**2, minlength=count)) + 1e-9,
    )


def _seeds(a: Side, b: Side, told: tuple[_Told, _Told], rarity: Rarity, many: int) -> _Seeds:
    """Every two sentences that have stems in common which are not all over the pile."""
    telling = rarity.telling(a.stems)
    left, right = join(a.stems.keys[telling], b.stems.keys)
    width = max(len(b.sentences), 1)
    cells = a.stems.sentences[telling[left]].astype(np.int64) * width + b.stems.sentences[right]
    cells, where, counts = np.unique(cells, return_inverse=True, return_counts=True)
    weights = rarity.nats(a.stems.keys[telling[left]], many)
    rows, columns = np.divmod(cells, width)
    common = np.bincount(where, weights**2, minlength=len(cells))
    alike = common / (told[0].norms[rows] * told[1].norms[columns])
    weight = np.bincount(where, weights, minlength=len(cells)).astype(np.float64)
    seeds = _Seeds(rows, columns, alike, weight)
    return seeds.at((counts >= LEAST_COMMON) & (alike >= SEED))


def _found(seeds: _Seeds, told: tuple[_Told, _Told]) -> Iterator[Stretch]:
    """Clusters that are alike as wholes; what is not is tried again with a smaller gap."""
    waiting = [(cluster, GAP) for cluster in _clusters(seeds, GAP)]
    while waiting:
        cluster, gap = waiting.pop()
        if cluster.weight.sum() < STRONG:
            continue
        box = _cut_back(cluster, told)
        stretch = _judged(box, told)
        if stretch.alike < ALIKE:
            smaller = min(gap, cluster.widest()) - 1
            waiting += [(one, smaller) for one in _clusters(cluster, smaller) if smaller >= 0]
            continue
        rest = cluster.at(~cluster.inside(box))
        if 0 < len(rest.rows) < len(cluster.rows):
            waiting += [(one, gap) for one in _clusters(rest, gap)]
        if stretch.strength >= STRONG:
            yield stretch


def _clusters(seeds: _Seeds, gap: int) -> list[_Seeds]:
    """The seeds in groups between which more than `gap` sentences lie, on one side or the other."""
    groups, settled = [seeds] if len(seeds.rows) else [], False
    while not settled:
        split = [
            part
            for group in groups
            for rows in _split(group, group.rows, gap)
            for part in _split(rows, rows.columns, gap)
        ]
        groups, settled = split, len(split) == len(groups)
    return groups


def _split(seeds: _Seeds, sentences: Numbers, gap: int) -> list[_Seeds]:
    order = np.argsort(sentences, kind="stable")
    cuts = np.flatnonzero(np.diff(sentences[order]) > max(gap, 0)) + 1
    return [seeds.at(part) for part in np.split(order, cuts)]


def _cut_back(seeds: _Seeds, told: tuple[_Told, _Told]) -> Box:
    """The box without the sentences at its borders that are less alike than those inside."""
    box = seeds.around()
    for _ in range(_ROUNDS):
        inside = seeds.at(seeds.inside(box))
        if not len(inside.rows):
            break
        rows = greatest_of_each(inside.rows - box.a0, inside.alike, box.a1 - box.a0)
        columns = greatest_of_each(inside.columns - box.b0, inside.alike, box.b1 - box.b0)
        of_a, of_b = told[0].totals[box.a0 : box.a1], told[1].totals[box.b0 : box.b1]
        within = max((rows @ of_a) / (of_a.sum() + 1e-9), (columns @ of_b) / (of_b.sum() + 1e-9))
        least = max(LEAST_BORDER, BORDER * within)
        a0, a1 = _greatest_run(of_a * (rows - least))
        b0, b1 = _greatest_run(of_b * (columns - least))
        smaller = Box(box.a0 + a0, box.a0 + a1, box.b0 + b0, box.b0 + b1)
        if smaller == box:
            break
        box = smaller
    return box


def _greatest_run(values: Values) -> tuple[int, int]:
    """Where the stretch with the greatest sum begins and ends (Bentley's maximum subarray)."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    gains = sums[1:] - np.minimum.accumulate(sums[:-1])
    end = int(np.argmax(gains))
    return int(np.argmin(sums[: end + 1])), end + 1


def _judged(box: Box, told: tuple[_Told, _Told]) -> Stretch:
    common, norms, weight = _laid([(box.a0, box.a1)], [(box.b0, box.b1)], told)
    return Stretch(box, float(common[0, 0] / (norms[0, 0] + 1e-9)), float(weight[0, 0]))


def _settled(box: Box, room: Box, told: tuple[_Told, _Told]) -> Stretch:
    """The stretch with its ends moved, inside `room`, to where the likeness ends.

    Where few words survive, no two sentences at the border have enough in common to be a seed, but
    several of them together do.
    """
    for _ in range(_ROUNDS):
        a1, b1 = _near(box.a1, box.a0 + 1, room.a1), _near(box.b1, box.b0 + 1, room.b1)
        moved = _best([(box.a0, a) for a in a1], [(box.b0, b) for b in b1], told)
        a0, b0 = _near(moved.a0, room.a0, moved.a1 - 1), _near(moved.b0, room.b0, moved.b1 - 1)
        moved = _best([(a, moved.a1) for a in a0], [(b, moved.b1) for b in b0], told)
        if moved == box:
            break
        box = moved
    return _judged(box, told)


def _near(border: int, least: int, most: int) -> range:
    """The places to which a border can be moved in one step."""
    return range(max(border - GAP, min(least, border)), min(border + GAP, max(most, border)) + 1)


def _best(a: Sequence[_Range], b: Sequence[_Range], told: tuple[_Told, _Told]) -> Box:
    """The two ranges that have most in common over what `BORDERING` asks of ranges so long."""
    common, norms, _ = _laid(a, b, told)
    row, column = divmod(int(np.argmax(common - BORDERING * norms)), len(b))
    return Box(*a[row], *b[column])


def _laid(
    a: Sequence[_Range], b: Sequence[_Range], told: tuple[_Told, _Told]
) -> tuple[Values, Values, Values]:
    """For each two ranges of sentences the product of their stems, of their norms, and the weight.

    The first over the second is their cosine.
    """
    one, other = _contents(told[0], a), _contents(told[1], b)
    _, left, right = np.intersect1d(one.keys, other.keys, assume_unique=True, return_indices=True)
    weights, theirs = one.weights[left], other.held[:, right].T
    norms = np.sqrt(np.outer(one.held @ one.weights**2, other.held @ other.weights**2))
    both = one.held[:, left]
    return (both * weights**2) @ theirs, norms, (both * weights) @ theirs


def _contents(told: _Told, ranges: Sequence[_Range]) -> _Contents:
    low, high = min(first for first, _ in ranges), max(last for _, last in ranges)
    places = slice(told.first[low], told.first[high])
    sentences = np.repeat(np.arange(low, high), np.diff(told.first[low : high + 1]))
    order = np.argsort(told.keys[places], kind="stable")
    keys, sentences = told.keys[places][order], sentences[order]
    first = np.flatnonzero(np.diff(keys, prepend=~keys[:1]))
    bounds = np.asarray(ranges)
    inside = (bounds[:, :1] <= sentences) & (sentences < bounds[:, 1:])
    held = np.logical_or.reduceat(inside, first, axis=1) if len(first) else inside
    return _Contents(keys[first], told.weights[places][order][first], held.astype(np.float64))


def _doubles(one: Box, other: Box) -> bool:
    """Whether half of a stretch, on one side, lies in the other."""
    on_a = min(one.a1, other.a1) - max(one.a0, other.a0)
    on_b = min(one.b1, other.b1) - max(one.b0, other.b0)
    return on_a > OVERLAP * (one.a1 - one.a0) or on_b > OVERLAP * (one.b1 - one.b0)
