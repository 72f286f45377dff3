"""How well origins are counted, beside what everybody does: count the outlets.

Taken over the claims of the gold that the program found as one claim. The count held against the
gold is the lower one, "at least": what the program vouches for. The baseline takes every outlet
that carries the claim for an origin of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct, convert

from evaluation.measure import Measure
from evaluation.scorer import Scorer


class Origin(Struct, frozen=True):
    """An origin and the articles that rest on it, by file name."""

    docs: tuple[str, ...]


class Claim(Struct, frozen=True):
    """A claim of the gold or of the export: what both say of its origins."""

    independent_origins: int
    origins: tuple[Origin, ...]
    independent_origins_range: tuple[int, int] | None = None

    @property
    def bounds(self) -> tuple[int, int]:
        """The counts that are right: the range where one is given, else the count alone."""
        return self.independent_origins_range or (self.independent_origins,) * 2


Pair = tuple[Claim, Claim]  # as the gold has it, as the program has it


def measures(scorer: Scorer) -> Iterator[Measure]:
    """Error of the count, false second sources, independent articles wrongly merged."""
    golds, found, met, _ = scorer.clusters("claims", True)  # noqa: FBT003 - the scorer's own signature
    pairs = [(convert(golds[i], Claim), convert(found[j], Claim)) for i, j in met.items()]
    if pairs:
        yield from errors(pairs)
        yield from false_two_source(pairs)
        yield from merged(pairs)


def errors(pairs: Sequence[Pair]) -> Iterator[Measure]:
    """Mean distance from the true count; how often the range given holds it."""
    n = len(pairs)
    ours = sum(abs(g.independent_origins - f.independent_origins) for g, f in pairs) / n
    outlets = sum(abs(g.independent_origins - len(documents(g))) for g, _ in pairs) / n
    held = sum(within(g.independent_origins, f.bounds) for g, f in pairs) / n
    yield Measure("origins.mean_abs_error", ours, n, outlets)
    yield Measure("origins.range_holds", held, n)


def false_two_source(pairs: Sequence[Pair]) -> Iterator[Measure]:
    """Single-origin claims said to rest on at least two: the error that does harm."""
    single = [(g, f) for g, f in pairs if g.bounds[1] == 1]
    if single:
        called = sum(f.independent_origins > 1 for _, f in single) / len(single)
        outlets = sum(len(documents(g)) > 1 for g, _ in single) / len(single)
        yield Measure("origins.false_two_source", called, len(single), outlets)


def merged(pairs: Sequence[Pair]) -> Iterator[Measure]:
    """Pairs of articles with different origins for a claim that the program counts as one."""
    apart = [(pair, f) for g, f in pairs for pair in independent(g, f)]
    if apart:
        wrong = sum(pair in together(f) for pair, f in apart) / len(apart)
        yield Measure("origins.independent_merged", wrong, len(apart), 0.0)


def documents(claim: Claim) -> set[str]:
    """Every article behind a claim."""
    return {doc for origin in claim.origins for doc in origin.docs}


def independent(gold: Claim, claim: Claim) -> Iterator[frozenset[str]]:
    """Pairs that share no origin in the gold, of the articles that the program has too."""
    both = sorted(documents(gold) & documents(claim))
    shared = together(gold)
    yield from (p for p in map(frozenset, combinations(both, 2)) if p not in shared)


def together(claim: Claim) -> set[frozenset[str]]:
    """Pairs of articles that rest on one origin."""
    return {
        frozenset(pair) for origin in claim.origins for pair in combinations(sorted(origin.docs), 2)
    }


def within(value: int, bounds: tuple[int, int]) -> bool:
    """Whether a range given as "at least, at most" holds a value."""
    return bounds[0] <= value <= bounds[1]
