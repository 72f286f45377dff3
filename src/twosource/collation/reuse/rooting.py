"""Which way the copies lead in a family of texts of which nothing is known but their words.

Without a date, an outlet or a credit the tree has edges but no direction. Copyists leave out more
than they put in, so of all ways to direct the edges away from one text that is the likeliest in
which the fewest words have to be put in on the way: it starts at the most complete text.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from twosource.collation.reuse.couples import label
from twosource.collation.reuse.tree import Commons, many
from twosource.model import Article, Derivation, DerivationKind

SHARED = 0.5  # of the shorter text, from which two are of one family
SURE = 0.6  # of a direction that rests on completeness alone


@dataclass(frozen=True, slots=True)
class _Way:
    """The shortest way from the most complete text of a family to another, in changes."""

    start: str
    end: str
    changes: int


Steps = Mapping[str, Mapping[str, int]]  # from each text to the next, and the changes on the way


def rooted(
    derivations: Sequence[Derivation], commons: Commons, articles: Mapping[str, Article]
) -> Iterator[Derivation]:
    """The derivations, those in nameless families directed away from the most complete text."""
    steps = _steps(one for one in derivations if _is_nameless(one, articles))
    ways = {way.end: way for one in _families(steps) for way in _ways(one, steps, commons)}
    for one in derivations:
        decided = one.kind is not DerivationKind.UNDECIDED
        if decided or one.child not in steps.get(one.parent, {}):
            yield one
        else:
            yield _directed(one, ways, articles)


def _is_nameless(one: Derivation, articles: Mapping[str, Article]) -> bool:
    """Whether two texts are next to each other and nothing is known of either but its words."""
    ends = articles[one.parent], articles[one.child]
    told = any(end.outlet or end.published or end.credits for end in ends)
    return one.direct and one.share >= SHARED and not told


def _steps(edges: Iterable[Derivation]) -> Steps:
    steps: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for edge in edges:
        changes = 1 + sum(len(passage.edits) for passage in edge.passages)
        steps[edge.parent][edge.child] = steps[edge.child][edge.parent] = changes
    return steps


def _families(steps: Steps) -> Iterator[list[str]]:
    left = set(steps)
    while left:
        family, waiting = set[str](), [min(left)]
        while waiting:
            one = waiting.pop()
            if one not in family:
                family.add(one)
                waiting += steps[one]
        left -= family
        yield sorted(family)


def _ways(family: Sequence[str], steps: Steps, commons: Commons) -> Iterator[_Way]:
    """The way to each text from the most complete one; none where two are equally complete."""
    words = {one: _completeness(one, steps, commons) for one in family}
    most = [one for one in family if words[one] == max(words.values())]
    if len(most) > 1:
        return
    waiting, done = [(0, most[0])], set[str]()
    while waiting:  # Dijkstra's shortest paths
        far, one = heapq.heappop(waiting)
        if one not in done:
            done.add(one)
            yield _Way(most[0], one, far)
            for other, changes in steps[one].items():
                heapq.heappush(waiting, (far + changes, other))


def _completeness(one: str, steps: Steps, commons: Commons) -> int:
    """How many words of a text any of its neighbours has too."""
    return many(np.bitwise_or.reduce([commons[one][other].inside for other in steps[one]]))


def _directed(
    one: Derivation, ways: Mapping[str, _Way], articles: Mapping[str, Article]
) -> Derivation:
    ends = [ways[name] for name in (one.parent, one.child) if name in ways]
    near, far = min(ends, key=_length, default=None), max(ends, key=_length, default=None)
    if near is None or far is None or near.changes == far.changes:
        return one
    return replace(
        one,
        parent=near.end,
        child=far.end,
        kind=DerivationKind.COPY,
        confidence=SURE,
        reasons=(_reason(near, articles),),
    )


def _reason(near: _Way, articles: Mapping[str, Article]) -> str:
    """Why the nearer of two is the parent, in a sentence."""
    first, parent = label(articles[near.start]), label(articles[near.end])
    nearer = "" if near.start == near.end else f", and {parent} is the nearer to it"
    known = "Nothing is known of these texts but their words"
    return f"{known}; {first} is the most complete of them{nearer}."


def _length(way: _Way) -> int:
    return way.changes
