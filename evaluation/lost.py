"""Sources that are not in the pile: what is said of a story when one of its sources is taken away.

Each article in turn from which two others have text directly is left out. A pair that then shares
passages is said rightly to have them from a source that is not there if neither has text from the
other, and both have text from what was left out, or from another text that the story says is not in
the pile. It is asked for if nothing in the pile is a source of both.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from evaluation.measure import Measure
from evaluation.tree import Tree
from twosource.collation.reuse import derive, find_passages
from twosource.model import Collation, Derivation, DerivationKind

Parents = Mapping[str, frozenset[str]]
BROTHERS = 2  # articles that have text from one directly, from which on it is left out


def measures(true: Tree, collation: Collation) -> Iterator[Measure]:
    """How many of such pairs are found, and how many of those that are given are right."""
    names = {reading.article.id: reading.article.name for reading in collation.readings}
    parents = parents_of(true)
    asked, given = [], []
    for absent in sorted(left_out(true)):
        for one in without(absent, collation):
            pair = names[one.parent], names[one.child]
            lost = one.kind is DerivationKind.LOST_SOURCE
            sources = common_sources(pair, parents)
            there = {name for name in sources if name in names.values() and name != absent}
            asked += [lost] * bool(sources and not there)
            given += [sources != there] * lost
    if asked:
        yield Measure("tree.lost_found", sum(asked) / len(asked), len(asked))
    if given:
        yield Measure("tree.lost_right", sum(given) / len(given), len(given))


def parents_of(true: Tree) -> Parents:
    """What each article has text from directly, besides what it merely cites."""
    edges = [edge for edge in true.edges if not edge.cited_only]
    children = {edge.child for edge in edges}
    return {c: frozenset(edge.parent for edge in edges if edge.child == c) for c in children}


def left_out(true: Tree) -> frozenset[str]:
    """The articles from which two others or more have text directly."""
    children = Counter(edge.parent for edge in true.edges if edge.in_set and not edge.cited_only)
    return frozenset(name for name, count in children.items() if count >= BROTHERS)


def without(absent: str, collation: Collation) -> tuple[Derivation, ...]:
    """The derivations of the pile without one article."""
    kept = [reading for reading in collation.readings if reading.article.name != absent]
    return derive(kept, find_passages(kept))


def common_sources(pair: tuple[str, str], parents: Parents) -> frozenset[str]:
    """What both have text from; nothing where one has text from the other."""
    first, second = (ancestors(one, parents) for one in pair)
    derived = pair[0] in second or pair[1] in first
    return frozenset() if derived else first & second


def ancestors(name: str, parents: Parents) -> frozenset[str]:
    """All that an article has text from, at any number of steps."""
    found, waiting = set[str](), [name]
    while waiting:
        new = parents.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting += new
    return frozenset(found)
