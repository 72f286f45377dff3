"""The tree of the pile: which two articles are next to each other, and what explains the rest.

Two articles are next to each other unless a third explains what they share: one that has the very
words in common with both of them, and no fewer with either than the two have with one another
(the relative neighbourhood graph of Toussaint 1980, over words). An error that a copy hands on
counts by itself: it is words that its heirs share and that the others do not.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.collation.reuse.words import Flags, Words
from twosource.model import Passage, PassageKind, Span

Pair = tuple[str, str]  # ids of two articles, the lesser first


@dataclass(frozen=True, slots=True)
class Common:
    """What one article shares with another, word for word of the one.

    `inside` are its words that lie in the passages they share, `equal` those the other has too.
    """

    inside: Flags
    equal: Flags

    weight: int  # how many words that are


Commons = Mapping[str, Mapping[str, Common]]
Parents = Mapping[str, Mapping[str, int]]  # of each child its parents, and the words they share


def common_words(passages: Mapping[Pair, Sequence[Passage]], words: Mapping[str, Words]) -> Commons:
    """For every article, and every other that it shares a passage with, what the two share."""
    found: defaultdict[str, dict[str, Common]] = defaultdict(dict)
    for (a, b), shared in passages.items():
        own = [p for p in shared if p.kind is not PassageKind.QUOTATION] or shared
        found[a][b] = _common([(p.a.span, [e.a for e in p.edits]) for p in own], words[a])
        found[b][a] = _common([(p.b.span, [e.b for e in p.edits]) for p in own], words[b])
    return found


def _common(sides: Sequence[tuple[Span, Sequence[Span]]], words: Words) -> Common:
    inside = np.zeros(len(words), dtype=np.bool_)
    equal = np.zeros(len(words), dtype=np.bool_)
    for span, edits in sides:
        here = np.zeros(len(words), dtype=np.bool_)
        _mark(here, span, words)
        inside |= here
        for edit in edits:
            here &= ~_mark(np.zeros_like(here), edit, words)
        equal |= here
    return Common(inside, equal, int(equal.sum()))


def _mark(flags: Flags, span: Span, words: Words) -> Flags:
    first, last = np.searchsorted(words.starts, [span.start, span.end])
    flags[first:last] = True
    return flags


def explained(commons: Commons, possible: Callable[[str, str, str], bool]) -> dict[Pair, str]:
    """The pairs that a third article explains, and which one does: the one that shares most.

    `possible(third, a, b)` tells whether the third can have stood between a and b or before both.
    """
    found = {}
    for a in sorted(commons):
        for b in sorted(commons[a]):
            third = _third(a, b, commons, possible) if a < b else None
            if third:
                found[a, b] = third
    return found


def _third(
    a: str, b: str, commons: Commons, possible: Callable[[str, str, str], bool]
) -> str | None:
    direct = max(commons[a][b].weight, commons[b][a].weight)
    closer = [
        (min(commons[a][third].weight, commons[b][third].weight), third)
        for third in commons[a].keys() & commons[b].keys()
        if min(commons[a][third].weight, commons[b][third].weight) >= direct
    ]
    for _, third in sorted(closer, reverse=True):
        if possible(third, a, b) and _explains(third, a, b, commons):
            return third
    return None


def _explains(third: str, a: str, b: str, commons: Commons) -> bool:
    """Whether of what two share the third has no less in common with either, and more with one.

    Where it has as much with one as they have with each other, one of two equally near pairs has
    to go, or neither would: that with the greater ids.
    """
    direct = max(commons[a][b].weight, commons[b][a].weight)
    with_a = int((commons[a][third].equal & commons[a][b].inside).sum())
    with_b = int((commons[b][third].equal & commons[b][a].inside).sum())
    if with_a == direct and sorted((a, third)) > [a, b]:
        return False
    if with_b == direct and sorted((b, third)) > [a, b]:
        return False
    return min(with_a, with_b) >= direct and max(with_a, with_b) > direct


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
