"""Who had it from whom: edges of a true copying graph, and copies of what came later."""

from collections.abc import Iterator

from evaluation.measure import Measure
from evaluation.reuse.piles import Pile
from twosource.model import DerivationKind


def stemma(pile: Pile) -> Iterator[Measure]:
    """How many edges of the true graph are among the direct derivations."""
    true = {(one.src, one.dst) for one in pile.of("edge")}
    direct = [d for d in pile.derivations if d.direct]
    joined = {frozenset((d.parent, d.child)) for d in direct}
    copied = {(d.parent, d.child) for d in direct if d.kind is DerivationKind.COPY}
    undirected = {frozenset(edge) for edge in true}
    yield Measure("reuse.notre_besoin.edges", len(undirected & joined), len(true))
    yield Measure("reuse.notre_besoin.directed_edges", len(true & copied), len(true))
    yield Measure("reuse.notre_besoin.edges_given", len(joined), len(true))


def impossible(pile: Pile) -> Measure:
    """The share of the copies that are said to come from an article published later."""
    days = {name: r.article.published for name, r in pile.readings.items()}
    copies = [
        (days[d.parent], days[d.child]) for d in pile.derivations if d.kind is DerivationKind.COPY
    ]
    late = sum(bool(p and c and p.interval.value > c.interval.value) for p, c in copies)
    return Measure("reuse.impossible_direction", late / max(len(copies), 1), len(copies))
