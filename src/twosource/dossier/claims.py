"""Claims, the most repeated first, each with its evidence, origins, links and reasons."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.dossier.index import Index
from twosource.dossier.view import (
    AssertionShown,
    ClaimShown,
    ContestedShown,
    LinkShown,
    OriginGroup,
    OriginShown,
    Shortlist,
)
from twosource.dossier.words import count, listed
from twosource.model import (
    Assertion,
    Claim,
    Dependence,
    DependenceKind,
    Evidence,
    Origin,
    OriginCount,
)

# Of one claim. Where more articles say it, whole rows of them are read in the JSON export.
ASSERTIONS_SHOWN, GROUPS_SHOWN, LABELS_SHOWN = 40, 12, 30


def most_repeated(claims: Iterable[Claim], index: Index) -> list[Claim]:
    """The claims by number of articles, then by how few origins stand behind them."""
    return sorted(
        claims,
        key=lambda claim: (
            -len(claim.articles),
            claim.origins.at_most,
            claim.origins.at_least,
            min(map(index.place, claim.articles)),
            claim.put_forward[0].evidence,
        ),
    )


def claim_shown(
    number: int, claim: Claim, contested: tuple[ContestedShown, ...], index: Index
) -> ClaimShown:
    """The claim as the page shows it in place `number`."""
    worded = min(claim.put_forward, key=lambda one: index.place(one.evidence.article)).evidence
    told = claim.wording if worded == claim.put_forward[0].evidence else index.cite(worded).words
    return ClaimShown(
        number=number,
        wording=told.removesuffix(","),  # a quotation that goes on with "he said"
        worded=index.cite(worded),
        headline=headline(claim, index),
        articles=index.in_order(claim.articles),
        speakers=_speakers(claim),
        at_least=claim.origins.at_least,
        at_most=claim.origins.at_most,
        groups=_groups(claim, index),
        joined=_joined(claim),
        links=_links(claim.origins.links, index),
        assertions=_assertions(claim.put_forward, index),
        disputed=_assertions(claim.disputed, index),
        contested=contested,
    )


def headline(claim: Claim, index: Index) -> str:
    """How many articles, outlets and origins: "5 articles, 4 outlets: at least 1, at most 2 …"."""
    articles = claim.articles
    told = f"{count(len(articles), 'article')}{_outlets(articles, index)}: {_range(claim.origins)}"
    against = len({one.evidence.article for one in claim.disputed})
    return f"{told}; disputed in {count(against, 'article')}" if against else told


def _outlets(articles: frozenset[str], index: Index) -> str:
    """How many outlets are known; the rest is said, not guessed."""
    outlets = [index.by_id[a].article.outlet for a in articles]
    known = {outlet.value.casefold() for outlet in outlets if outlet}
    if not known:
        return " of no known outlet"
    unknown = outlets.count(None)
    rest = f" ({count(unknown, 'article')} of no known outlet)" if unknown else ""
    return f", {count(len(known), 'outlet')}{rest}"


def _range(origins: OriginCount) -> str:
    if origins.at_least == origins.at_most:
        return count(origins.at_most, "origin")
    return f"at least {origins.at_least}, at most {count(origins.at_most, 'origin')}"


def _speakers(claim: Claim) -> tuple[str, ...]:
    """Everybody through whom the claim is put forward, each name once."""
    names = (a.speaker.name for a in claim.put_forward if a.speaker)
    return tuple({" ".join(name.casefold().split()): name for name in names}.values())


def _groups(claim: Claim, index: Index) -> Shortlist[OriginGroup]:
    """Origins side by side, those in one group that any link joins."""
    groups: list[list[Origin]] = []
    origins, firsts = claim.origins, _firsts(claim.put_forward)
    for origin in origins.origins:
        joined = [g for g in groups if any(_linked(origin, other, origins.links) for other in g)]
        groups = [g for g in groups if g not in joined]
        groups.append([*(o for g in joined for o in g), origin])
    shown = [OriginGroup(tuple(_origin(o, firsts, index) for o in g)) for g in groups]
    return Shortlist.of(shown, GROUPS_SHOWN)


def _linked(one: Origin, other: Origin, links: Iterable[Dependence]) -> bool:
    return any(
        (link.a in one.articles and link.b in other.articles)
        or (link.b in one.articles and link.a in other.articles)
        for link in links
    )


def _firsts(assertions: Iterable[Assertion]) -> dict[str, Evidence]:
    """Where each article says it first, by its id."""
    backwards = sorted((one.evidence for one in assertions), key=lambda e: e.span, reverse=True)
    return {evidence.article: evidence for evidence in backwards}


def _origin(origin: Origin, firsts: Mapping[str, Evidence], index: Index) -> OriginShown:
    kept = Shortlist.of(sorted(origin.articles, key=index.place), LABELS_SHOWN)
    cited = tuple(index.cite(firsts[article]) for article in kept.shown)
    return OriginShown(origin.label, Shortlist(cited, kept.more))


def _joined(claim: Claim) -> str | None:
    """Why the count is what it is, in a line; nothing of one article alone."""
    if len(claim.articles) == 1:
        return None
    surely = _kinds(claim.origins, _SURELY, certain=True)
    perhaps = _kinds(claim.origins, _PERHAPS, certain=False)
    unjoined = "No sure link between them" if perhaps else "No link between them is seen"
    told = f"Joined by {listed(surely)}" if surely else unjoined
    if claim.origins.at_least == claim.origins.at_most:
        return told
    return f"{told}; perhaps fewer origins: {listed(perhaps)}"


_SURELY = {
    DependenceKind.TEXT: "the same text",
    DependenceKind.CREDIT: "the same credit",
    DependenceKind.SPEAKER: "the same speaker",
}
_PERHAPS = {
    DependenceKind.TEXT: "text they may share",
    DependenceKind.CREDIT: "credits that may be one",
    DependenceKind.SPEAKER: "speakers who may be one",
    DependenceKind.NUMBER: "numbers that cannot both hold",
    DependenceKind.WORDING: "wordings far apart",
    DependenceKind.UNTOLD: "a speaker nobody names",
}


def _kinds(
    origins: OriginCount, words: Mapping[DependenceKind, str], *, certain: bool
) -> tuple[str, ...]:
    """The kinds of links there are, in words."""
    kinds = {link.kind for link in origins.links if link.certain is certain}
    return tuple(words[kind] for kind in words if kind in kinds)


def _links(links: Iterable[Dependence], index: Index) -> tuple[LinkShown, ...]:
    """The links, those of one reason together; certain ones first."""
    alike: dict[tuple[bool, str, str], list[Dependence]] = {}
    for link in links:
        alike.setdefault((not link.certain, link.kind.value, link.reason), []).append(link)
    return tuple(
        LinkShown(kind, not uncertain, reason, _joins(alike[uncertain, kind, reason], index))
        for uncertain, kind, reason in sorted(alike)
    )


def _joins(links: Iterable[Dependence], index: Index) -> tuple[tuple[str, ...], ...]:
    """The articles that the links join, directly or through others."""
    groups: list[set[str]] = []
    for link in links:
        joined = [group for group in groups if link.a in group or link.b in group]
        groups = [group for group in groups if group not in joined]
        groups.append({link.a, link.b}.union(*joined))
    ordered = sorted(groups, key=lambda group: min(map(index.place, group)))
    return tuple(index.in_order(group) for group in ordered)


def _assertions(assertions: Sequence[Assertion], index: Index) -> Shortlist[AssertionShown]:
    ordered = sorted(assertions, key=lambda a: (index.place(a.evidence.article), a.evidence.span))
    kept = Shortlist.of(ordered, ASSERTIONS_SHOWN)
    return Shortlist(tuple(_assertion(one, index) for one in kept.shown), kept.more)


def _assertion(assertion: Assertion, index: Index) -> AssertionShown:
    return AssertionShown(
        citation=index.cite(assertion.evidence),
        speaker=assertion.speaker.name if assertion.speaker else None,
        stance=assertion.stance.value,
    )
