"""Who had it from whom, against a story's true copy tree.

Only direct copies count. An edge whose parent is not among the articles cannot be found and is not
asked for; one where the child merely cites the parent beside its own work is neither asked for nor
wrong.
"""

from collections.abc import Iterator

from msgspec import Struct

from evaluation.measure import Measure
from twosource.model import Collation, DerivationKind


class Edge(Struct, frozen=True):
    """A true edge, by file name."""

    child: str
    parent: str
    in_set: bool
    cited_only: bool


class Independent(Struct, frozen=True):
    """Two articles neither of which derives from the other."""

    docs: tuple[str, str]


class Tree(Struct, frozen=True):
    """The true tree."""

    edges: tuple[Edge, ...]
    independent: tuple[Independent, ...]


class Truth(Struct, frozen=True):
    """What this module reads of a story's truth."""

    copy_tree: Tree


def measures(truth: Truth, collation: Collation) -> Iterator[Measure]:
    """Edges found whichever way they point, how many point the right way, pairs wrongly joined."""
    names = {reading.article.id: reading.article.name for reading in collation.readings}
    copied = {
        (names[d.parent], names[d.child])
        for d in collation.derivations
        if d.kind is DerivationKind.COPY
    }
    direct = {
        (names[d.parent], names[d.child]): d.kind is DerivationKind.COPY
        for d in collation.derivations
        if d.direct
    }
    yield from edges(truth.copy_tree, direct)
    yield from independence(truth.copy_tree, copied)


def edges(true: Tree, found: dict[tuple[str, str], bool]) -> Iterator[Measure]:
    """`found`: direct links as (parent, child), and whether their direction was decided."""
    asked = {(e.parent, e.child) for e in true.edges if e.in_set and not e.cited_only}
    excused = {frozenset((e.parent, e.child)) for e in true.edges if e.cited_only}
    undirected = {frozenset(edge) for edge in asked}
    counted = {edge: sure for edge, sure in found.items() if frozenset(edge) not in excused}
    met = [edge for edge in counted if frozenset(edge) in undirected]
    yield Measure("tree.edges_f1", dice(len(met), len(asked), len(counted)), len(asked))
    decided = [edge for edge in met if counted[edge]]
    right = sum(edge in asked for edge in decided)
    yield Measure("tree.directed_edges_f1", dice(right, len(asked), len(counted)), len(asked))
    if decided:
        yield Measure("tree.direction", right / len(decided), len(decided))
    if met:
        yield Measure("tree.decided", len(decided) / len(met), len(met))


def independence(true: Tree, copied: set[tuple[str, str]]) -> Iterator[Measure]:
    """How many of the independent pairs are called a copy of one another."""
    joined = {frozenset(edge) for edge in copied}
    pairs = [frozenset(pair.docs) for pair in true.independent]
    if pairs:
        yield Measure("tree.independent_called_copy", mean_in(pairs, joined), len(pairs))


def mean_in(pairs: list[frozenset[str]], joined: set[frozenset[str]]) -> float:
    """Share of the pairs that are among the joined ones."""
    return sum(pair in joined for pair in pairs) / len(pairs)


def dice(both: int, gold: int, found: int) -> float:
    """F1 from the number of items in both, in the gold, and found."""
    return 2 * both / (gold + found) if gold + found else 1.0
