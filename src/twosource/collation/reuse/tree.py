"""The tree of the pile: which two articles are next to each other, and what explains the rest.

Two articles are next to each other unless a third explains what they share by being nearer to both
(the relative neighbourhood graph of Toussaint 1980). Of texts that are nearly the same the nearer
is the one with fewer changes, and a change weighs more where both its readings are handed on by
others: shared errors tell a family, an error that nobody copied tells nothing (Lachmann). Of other
texts the nearer is the one with more words in common.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.edits import WORDLESS
from twosource.collation.reuse.words import Flags, Places, Words
from twosource.model import Passage, PassageKind, Span

Pair = tuple[str, str]  # ids of two articles, the lesser first
Parents = Mapping[str, Mapping[str, int]]  # of each child its parents, and the words they share
Values = NDArray[np.float64]
Bits = NDArray[np.uint8]  # flags of an article's words, eight to a byte

# On the true tree of a text copied by hand 13 times 11 of 13 edges are found so; with every change
# weighing one 9, with the number of carriers itself in place of its root 10.
NEARLY_SAME = 0.3  # changes for each equal word, below which texts are nearly the same
THIRDS = 16  # that are tried, those which share most with both: a hundred near copies are no more
_WHOLE = 1 << 20  # weights are whole parts of this: sums are the same in whatever order
COVERED = 0.9  # of what two share, how much a third must have to be measured against them


@dataclass(frozen=True, slots=True)
class Common:
    """What one article shares with another, word for word of the one.

    `inside` are its words that lie in the passages they share, `equal` those the other has too,
    `weight` how many that are. At the words `places` are changes that weigh `changes`.
    """

    inside: Bits
    equal: Bits
    weight: int
    places: Places
    changes: Values

    def changed(self, stretch: Bits) -> float:
        """The weight of the changes in a stretch of the one."""
        within = (stretch[self.places >> 3] << (self.places & 7) & 0x80) > 0
        return float(self.changes[within].sum())


Commons = Mapping[str, Mapping[str, Common]]
Between = Callable[[str, str, str], bool]  # a third article, and the two


@dataclass(frozen=True, slots=True)
class _Laid:
    """Two articles laid side by side, each thing once for either.

    Which of its words are shared, which are equal, and at which of them each change stands.
    """

    inside: tuple[Bits, Bits]
    equal: tuple[Bits, Bits]
    changes: tuple[Places, Places]


def common_words(passages: Mapping[Pair, Sequence[Passage]], words: Mapping[str, Words]) -> Commons:
    """For every article, and every other that it shares a passage with, what the two share."""
    laid = {pair: _lay(shared, words[pair[0]], words[pair[1]]) for pair, shared in passages.items()}
    carriers = _carriers(laid, words)
    found: defaultdict[str, dict[str, Common]] = defaultdict(dict)
    for (a, b), one in laid.items():
        least = np.minimum(carriers[a][one.changes[0]], carriers[b][one.changes[1]])
        weights = np.round(np.sqrt(least) * _WHOLE) / _WHOLE
        for side, (name, other) in enumerate(((a, b), (b, a))):
            places, equal = one.changes[side], one.equal[side]
            kept = places < len(words[name])
            found[name][other] = Common(
                one.inside[side], equal, many(equal), places[kept], weights[kept]
            )
    return found


def many(bits: Bits) -> int:
    """How many flags are set."""
    return int(np.bitwise_count(bits).sum())


def _lay(shared: Sequence[Passage], a: Words, b: Words) -> _Laid:
    own = [passage for passage in shared if passage.kind is not PassageKind.QUOTATION] or shared
    edits = [edit for passage in own for edit in passage.edits if edit.kind not in WORDLESS]
    inside = _mark([p.a.span for p in own], a), _mark([p.b.span for p in own], b)
    equal = (
        _equal([(p.a.span, [edit.a for edit in p.edits]) for p in own], a),
        _equal([(p.b.span, [edit.b for edit in p.edits]) for p in own], b),
    )
    places = (
        np.searchsorted(a.starts, [edit.a.start for edit in edits]).astype(np.int32),
        np.searchsorted(b.starts, [edit.b.start for edit in edits]).astype(np.int32),
    )
    return _Laid(_packed(*inside), _packed(*equal), places)


def _packed(a: Flags, b: Flags) -> tuple[Bits, Bits]:
    return np.packbits(a), np.packbits(b)


def _equal(sides: Iterable[tuple[Span, Sequence[Span]]], words: Words) -> Flags:
    """Which words one passage or another leaves as they are."""
    equal = np.zeros(len(words), dtype=np.bool_)
    for span, edits in sides:
        equal |= _mark([span], words) & ~_mark(edits, words)
    return equal


def _mark(spans: Sequence[Span], words: Words) -> Flags:
    """Which words begin in one of the spans."""
    steps = np.zeros(len(words) + 1, dtype=np.int64)
    np.add.at(steps, np.searchsorted(words.starts, [span.start for span in spans]), 1)
    np.add.at(steps, np.searchsorted(words.starts, [span.end for span in spans]), -1)
    inside: Flags = np.cumsum(steps)[:-1] > 0
    return inside


def _carriers(laid: Mapping[Pair, _Laid], words: Mapping[str, Words]) -> dict[str, Values]:
    """For every word of every article how many articles, itself among them, read the same there."""
    carriers = {name: np.ones(len(own) + 1) for name, own in words.items()}
    for pair, one in laid.items():
        for name, inside, changes in zip(pair, one.inside, one.changes, strict=True):
            same = np.zeros(len(carriers[name]), dtype=np.bool_)
            same[:-1] = np.unpackbits(inside, count=len(same) - 1)
            same[changes] = False
            carriers[name] += same
    return carriers


def explained(commons: Commons, possible: Between, credited: Between) -> dict[Pair, str]:
    """The pairs that a third article explains, and which one does.

    `possible(third, a, b)` tells whether the third can have stood between a and b or before both,
    `credited` whether one of the two says that it has its text from there, the other nothing of it.
    """
    found = {}
    for a in sorted(commons):
        for b in sorted(commons[a]):
            third = _third(a, b, commons, possible, credited) if a < b else None
            if third:
                found[a, b] = third
    for a, b in sorted(found):
        third = found.get((a, b), a)
        if found.get(ordered(third, b)) == a or found.get(ordered(third, a)) == b:
            del found[a, b]  # each would explain the other away: they are equally near
    return found


def ordered(one: str, other: str) -> Pair:
    """Two ids as a pair, the lesser first."""
    return (one, other) if one < other else (other, one)


def _third(a: str, b: str, commons: Commons, possible: Between, credited: Between) -> str | None:
    """The third that explains what two share, the one that shares most with both first."""
    direct = COVERED * max(commons[a][b].weight, commons[b][a].weight)
    sharing = (
        (min(commons[a][third].weight, commons[b][third].weight), third)
        for third in commons[a].keys() & commons[b].keys()
    )
    for least, third in heapq.nlargest(THIRDS, sharing):
        able = least >= direct and possible(third, a, b)
        if able and (credited(third, a, b) or _explains(third, a, b, commons)):
            return third
    return None


def _explains(third: str, a: str, b: str, commons: Commons) -> bool:
    """Whether the third is as near to either as they are to each other, and nearer to one."""
    there, back = _within(a, b, b, commons), _within(b, a, a, commons)
    direct = _Measure(max(there.words, back.words), (there.changes + back.changes) / 2)
    with_a, with_b = _within(a, third, b, commons), _within(b, third, a, commons)
    if min(with_a.words, with_b.words) < COVERED * direct.words:
        return False
    near, *nearer = _nearness((direct, with_a, with_b))
    return min(nearer) >= near and max(nearer) > near


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much of a stretch two articles have in common: words, and changes for each of them."""

    words: int
    changes: float


def _within(one: str, other: str, stretch: str, commons: Commons) -> _Measure:
    """What two articles have in common in what the first shares with `stretch`."""
    here, common = commons[one][stretch].inside, commons[one][other]
    words = many(common.equal & here)
    return _Measure(words, common.changed(here) / (words + 1))


def _nearness(measures: Sequence[_Measure]) -> list[float]:
    """How near two articles are, greater is nearer: see the head of this file."""
    if max(measure.changes for measure in measures) < NEARLY_SAME:
        return [-measure.changes for measure in measures]
    return [float(measure.words) for measure in measures]


def reaches(parent: str, child: str, parents: Parents, least: int = 0) -> bool:
    """Whether `child` comes from `parent` by two steps or more, each of `least` words at least.

    What is left of a graph without such edges is its transitive reduction (Aho, Garey and Ullman
    1972): if B has it from A and C from B, then A to C is no edge of its own.
    """
    waiting = sorted(_wide(parents, child, least) - {parent})
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one == parent:
            return True
        if one not in seen:
            seen.add(one)
            waiting.extend(sorted(_wide(parents, one, least)))
    return False


def _wide(parents: Parents, child: str, least: int) -> set[str]:
    return {parent for parent, words in parents.get(child, {}).items() if words >= least}
