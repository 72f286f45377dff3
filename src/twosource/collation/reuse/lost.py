"""Sources that are not in the pile: what articles share and none of them can have from another.

Three things tell of one:

* two articles credit the same house, one of them at least in a credit line, and no article of the
  pile is that house's;
* one of two credits such a house, and the other, with the same words, is not known to be later:
  whoever says that his words are an agency's had them from there, not from the other;
* nothing tells which of three articles came first, and each shares with either of the others what
  the third lacks: none of them had all of it to hand on.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.collation.reuse.couples import Couple, label, marks, plain, published_before
from twosource.collation.reuse.direction import credited, same_name
from twosource.collation.reuse.tree import THIRDS, Commons, Pair, many
from twosource.model import (
    Article,
    Derivation,
    DerivationKind,
    Evidence,
    LostSource,
    Span,
)

BOTH_CREDIT, ONE_CREDITS, EACH_LACKS = 0.8, 0.6, 0.6  # how sure the three make it, by judgement
LACKED = 12  # words in common with one of two articles that the other must lack, for it to tell


@dataclass(frozen=True, slots=True)
class Admission:
    """A source that one article or both name, as it is given, and why it is taken for that."""

    name: str
    confidence: float
    reason: str


def absent_houses(articles: Iterable[Article]) -> Mapping[str, str]:
    """The houses that credit lines name and that no article is of: plain name → name as given.

    An article without an outlet that bears an agency's mark is taken for the agency's own.
    """
    listed = list(articles)
    present = {plain(one.outlet.value) for one in listed if one.outlet}
    present |= {name for one in listed if not one.outlet for name in marks(one)}
    given = {
        name: words
        for one in listed
        for name, words in sorted(credited(one).items())
        if "." in words or not words.islower()  # "own reporting" is nobody
    }
    return {
        name: given[name]
        for name in sorted(given)
        if not any(_is_house(name, other) for other in present)
    }


def _is_house(one: str, other: str) -> bool:
    """Whether two plain names name one house, be it by its initials: "lna", "lake news agency"."""
    return same_name(one, other) or one == _initials(other) or other == _initials(one)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def admitted(couple: Couple, absent: Mapping[str, str]) -> Admission | None:
    """What two articles that share text say of a source of both."""
    a, b = couple.a.article, couple.b.article
    ours, theirs = credited(a).keys() & absent.keys(), credited(b).keys() & absent.keys()
    for name in sorted(ours | theirs):
        if (name in ours or couple.a.says(name)) and (name in theirs or couple.b.says(name)):
            house = absent[name]
            reason = f"{label(a)} and {label(b)} both credit {house}, which is not in the pile."
            return Admission(house, BOTH_CREDIT, reason)
    for one, other, names in ((a, b, ours), (b, a, theirs)):
        if names and not published_before(one, other):
            house = absent[min(names)]
            reason = (
                f"{label(one)} credits {house}, which is not in the pile; {label(other)} has the"
                " same words and is not known to be later."
            )
            return Admission(house, ONE_CREDITS, reason)
    return None


def incomplete(
    verdicts: Iterable[Derivation], commons: Commons, articles: Mapping[str, Article]
) -> dict[Pair, str]:
    """The pairs that are two of three of which each lacks what the others share, and why."""
    open_pairs = {
        (one.parent, one.child)
        for one in verdicts
        if one.direct and one.kind is DerivationKind.UNDECIDED
    }
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in sorted(open_pairs):
        partners[a].add(b)
        partners[b].add(a)
    return {
        (a, b): _lacking(articles[a], articles[b], articles[third])
        for a, b in sorted(open_pairs)
        if (third := _third(a, b, partners[a] & partners[b], commons))
    }


def _third(a: str, b: str, partners: Iterable[str], commons: Commons) -> str | None:
    """A third of which, with the two, each shares with either of the others what one lacks."""
    weight = {c: min(commons[a][c].weight, commons[b][c].weight) for c in partners}
    for c in heapq.nlargest(THIRDS, sorted(weight), key=weight.__getitem__):
        ways = ((a, b, c), (a, c, b), (b, c, a))
        if all(_without(one, other, third, commons) >= LACKED for one, other, third in ways):
            return c
    return None


def _without(one: str, other: str, third: str, commons: Commons) -> int:
    """How many words two articles have in common where the third shares nothing with the one."""
    return many(commons[one][other].equal & ~commons[one][third].inside)


def _lacking(a: Article, b: Article, third: Article) -> str:
    return (
        f"Of {label(a)}, {label(b)} and {label(third)} each shares with either of the others what"
        " the third lacks, so that none of them can be the source of all."
    )


# ── what such a source said ──────────────────────────────────────────────────────────────────────


def find_lost_sources(derivations: Sequence[Derivation]) -> tuple[LostSource, ...]:
    """The sources that are not in the pile, each with what is left of its text in the articles."""
    by_name: defaultdict[str, list[Derivation]] = defaultdict(list)
    for one in derivations:
        if one.kind is DerivationKind.LOST_SOURCE:
            by_name[one.source or ""].append(one)
    return tuple(
        _lost_source(name or None, links, derivations)
        for name in sorted(by_name)
        for links in _families(by_name[name])
    )


def _families(links: Sequence[Derivation]) -> Iterator[list[Derivation]]:
    """The links in groups that have no article in common, in order of their first."""
    groups: list[list[Derivation]] = []
    for link in links:
        ends = {link.parent, link.child}
        met = [group for group in groups if any(ends & {o.parent, o.child} for o in group)]
        groups = [group for group in groups if group not in met]
        groups.append([*(one for group in met for one in group), link])
    yield from groups


def _lost_source(
    name: str | None, links: Sequence[Derivation], derivations: Sequence[Derivation]
) -> LostSource:
    articles = {end for link in links for end in (link.parent, link.child)}
    return LostSource(
        name=name,
        articles=tuple(sorted(articles)),
        text=_text(articles, derivations),
        confidence=max(link.confidence for link in links),
        reasons=tuple(dict.fromkeys(reason for link in links for reason in link.reasons)),
    )


_Shares = Sequence[tuple[Span, Evidence]]  # a passage: where it stands, and where in another


def _text(articles: set[str], derivations: Sequence[Derivation]) -> tuple[Evidence, ...]:
    """What the articles share, each passage once, from the article that shares most.

    In order: nothing stands before what some article has before it, as far as they agree.
    """
    shares = _shares(articles, derivations)
    known: defaultdict[str, list[tuple[Span, Evidence]]] = defaultdict(list)
    before: defaultdict[Evidence, set[Evidence]] = defaultdict(set)
    for article in sorted(shares, key=lambda one: (-_length(shares[one]), one)):
        told: list[Evidence] = []
        for span in _merged(own for own, _ in shares[article]):
            evidence = next((e for s, e in known[article] if 2 * s.shared(span) >= len(span)), None)
            if not evidence:
                evidence = Evidence(article, span)
                for own, other in shares[article]:
                    if own.overlaps(span):
                        known[other.article].append((other.span, evidence))
            before[evidence] |= {one for one in told if one != evidence}
            told.append(evidence)
    return tuple(_in_order(before))


def _in_order(before: Mapping[Evidence, set[Evidence]]) -> Iterator[Evidence]:
    """Each piece when as few as can be of those that stand before it are still to come."""
    left = dict(before)
    while left:
        first = min(left, key=lambda one: len(left[one] & left.keys()))
        del left[first]
        yield first


def _shares(articles: set[str], derivations: Sequence[Derivation]) -> Mapping[str, _Shares]:
    """For each of the articles what it shares with the others."""
    shares: defaultdict[str, list[tuple[Span, Evidence]]] = defaultdict(list)
    for one in derivations:
        if {one.parent, one.child} <= articles:
            for passage in one.passages:
                shares[passage.a.article].append((passage.a.span, passage.b))
                shares[passage.b.article].append((passage.b.span, passage.a))
    return shares


def _length(shares: _Shares) -> int:
    return sum(len(span) for span in _merged(own for own, _ in shares))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
