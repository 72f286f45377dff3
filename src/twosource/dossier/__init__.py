"""Collation → Dossier: what a reader is shown, in order, with every line leading to its words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from twosource.dossier.articles import article_row, article_text
from twosource.dossier.claims import claim_shown, most_repeated
from twosource.dossier.conflicts import conflict_shown, contested_in
from twosource.dossier.drifts import drift_shown, weightiest_first
from twosource.dossier.graph import draw
from twosource.dossier.index import Index, index
from twosource.dossier.lede import lede, period, title
from twosource.dossier.lost import lost_sources
from twosource.dossier.names import names
from twosource.dossier.quotes import fragments, speakers
from twosource.dossier.relations import alterations, relation, strength
from twosource.dossier.timeline import timeline
from twosource.dossier.view import (
    Citation,
    ClaimShown,
    ConflictShown,
    Dossier,
    DriftShown,
    Shortlist,
)
from twosource.model import Collation, SetAside

__all__ = ["Dossier", "publish"]

# How many findings of a kind a page holds before it says "… more in the JSON". Chosen so that a
# pile of 300 articles stays a page that opens at once and that a person can scroll through.
ARTICLES_SHOWN, RELATIONS_SHOWN, CLAIMS_SHOWN = 300, 80, 60
ALTERATIONS_SHOWN, CONFLICTS_SHOWN, SPEAKERS_SHOWN, TIMELINE_SHOWN = 60, 40, 60, 150
NAMES_SHOWN, LOST_SOURCES_SHOWN = 60, 20
DRIFTS_SHOWN = 60


def publish(collation: Collation, set_aside: tuple[SetAside, ...] = ()) -> Dossier:
    """The dossier of a story: the same for the same articles in any order.

    Args:
        collation: what the articles say when laid side by side.
        set_aside: what could not be made into an article.

    Returns:
        Everything the page and the terminal summary show, resolved and in order.
    """
    where = index(collation)
    relations = [relation(d, where) for d in sorted(collation.derivations, key=strength)]
    strongest = Shortlist.of(relations, RELATIONS_SHOWN)
    findings = Dossier(
        title=title(where),
        period=period(where),
        lede=lede(collation, where),
        articles=Shortlist(()),
        graph=draw(relations, where, collation.lost_sources),
        relations=strongest,
        lost_sources=lost_sources(collation, LOST_SOURCES_SHOWN, where),
        alterations=Shortlist.of(alterations(strongest.shown), ALTERATIONS_SHOWN),
        claims=_claims(collation, where),
        conflicts=_conflicts(collation, where),
        speakers=Shortlist.of(speakers(where), SPEAKERS_SHOWN),
        drifts=_drifts(collation, where),
        fragments=fragments(where.readings),
        names=names(collation.identities, NAMES_SHOWN, where),
        timeline=timeline(collation, TIMELINE_SHOWN, where),
        set_aside=tuple(sorted(set_aside)),
        texts=(),
    )
    return _with_articles(findings, where)


def _with_articles(findings: Dossier, where: Index) -> Dossier:
    """The dossier with its articles: the first of them, and every one that a finding cites."""
    cited = {citation.label for citation in _citations(findings)}
    articles = [
        reading.article
        for place, reading in enumerate(where.readings)
        if place < ARTICLES_SHOWN or where.labels[reading.article.id] in cited
    ]
    rows = tuple(article_row(article, where) for article in articles)
    citations: dict[str, list[Citation]] = {}
    for citation in dict.fromkeys(_citations((findings, rows))):
        citations.setdefault(citation.label, []).append(citation)
    return replace(
        findings,
        articles=Shortlist(rows, len(where.readings) - len(rows)),
        texts=tuple(
            article_text(article, where, citations.get(where.labels[article.id], ()))
            for article in articles
        ),
    )


def _claims(collation: Collation, where: Index) -> Shortlist[ClaimShown]:
    kept = Shortlist.of(most_repeated(collation.claims, where), CLAIMS_SHOWN)
    conflicts = collation.conflicts[:CONFLICTS_SHOWN]
    shown = (
        claim_shown(n, claim, contested_in(claim, conflicts), where)
        for n, claim in enumerate(kept.shown, start=1)
    )
    return Shortlist(tuple(shown), kept.more)


def _conflicts(collation: Collation, where: Index) -> Shortlist[ConflictShown]:
    kept = Shortlist.of(collation.conflicts, CONFLICTS_SHOWN)
    shown = (conflict_shown(n, one, where) for n, one in enumerate(kept.shown, start=1))
    return Shortlist(tuple(shown), kept.more)


def _drifts(collation: Collation, where: Index) -> Shortlist[DriftShown]:
    kept = Shortlist.of(weightiest_first(collation, where), DRIFTS_SHOWN)
    return Shortlist(tuple(drift_shown(d, where) for d in kept.shown), kept.more)


def _citations(shown: object) -> Iterator[Citation]:
    """Every citation in what is shown, however deep."""
    if isinstance(shown, Citation):
        yield shown
    elif isinstance(shown, tuple):
        for item in shown:
            yield from _citations(item)
    elif is_dataclass(shown):
        for field in fields(shown):
            yield from _citations(getattr(shown, field.name))
