"""Collation → Dossier: what a reader is shown, in order, with every line leading to its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import groupby
from typing import TypeVar

from twosource.dossier.articles import article_row, article_text
from twosource.dossier.claims import claim_shown, most_repeated
from twosource.dossier.graph import draw
from twosource.dossier.index import Index, index
from twosource.dossier.lede import lede, period, title
from twosource.dossier.quotes import fragments, speakers
from twosource.dossier.relations import alterations, relation, strength
from twosource.dossier.view import (
    AccountShown,
    Citation,
    ClaimShown,
    ConflictShown,
    DatedShown,
    Dossier,
    HappeningShown,
    Shortlist,
)
from twosource.dossier.words import date_in_words, machine_date
from twosource.model import Account, Collation, Conflict, Interval, SetAside, TimelineEntry

__all__ = ["Dossier", "publish"]

# How many findings of a kind a page holds before it says "… more in the JSON". Chosen so that a
# pile of 300 articles stays a page that opens at once and that a person can scroll through.
ARTICLES_SHOWN, RELATIONS_SHOWN, CLAIMS_SHOWN = 300, 80, 60
ALTERATIONS_SHOWN, CONFLICTS_SHOWN, SPEAKERS_SHOWN, TIMELINE_SHOWN = 60, 40, 60, 150

Shown = TypeVar("Shown")


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
    strongest = _first(RELATIONS_SHOWN, relations)
    findings = Dossier(
        title=title(where),
        period=period(where),
        lede=lede(collation, where),
        articles=Shortlist(()),
        graph=draw(relations, where),
        relations=strongest,
        alterations=_first(ALTERATIONS_SHOWN, alterations(strongest.shown)),
        claims=_claims(collation, where),
        conflicts=_conflicts(collation, where),
        speakers=_first(SPEAKERS_SHOWN, speakers(where)),
        fragments=fragments(where.readings),
        timeline=_timeline(collation, where),
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
    ordered = _first(CLAIMS_SHOWN, most_repeated(collation.claims, where))
    shown = (claim_shown(n, claim, where) for n, claim in enumerate(ordered.shown, start=1))
    return Shortlist(tuple(shown), ordered.more)


def _conflicts(collation: Collation, where: Index) -> Shortlist[ConflictShown]:
    ordered = _first(CONFLICTS_SHOWN, collation.conflicts)
    return Shortlist(tuple(_conflict(c, where) for c in ordered.shown), ordered.more)


def _conflict(conflict: Conflict, where: Index) -> ConflictShown:
    return ConflictShown(
        aspect=conflict.aspect.value,
        about=conflict.about,
        reason=conflict.reason,
        accounts=tuple(
            AccountShown(account.says, _meaning(account, where), where.cite_all(account.evidence))
            for account in conflict.accounts
        ),
    )


def _meaning(account: Account, where: Index) -> str | None:
    """The date the account was read as, if its evidence is a date that needs reading."""
    read = (
        date_in_words(time.interval)
        for evidence in account.evidence
        for time in where.by_id[evidence.article].times
        if time.span == evidence.span
    )
    return next((words for words in read if words not in account.says), None)


def _timeline(collation: Collation, where: Index) -> Shortlist[DatedShown]:
    """The happenings told by most articles, in order of time, those of one date together."""
    strongest = sorted(collation.timeline, key=lambda entry: -len(entry.evidence))
    kept = _first(TIMELINE_SHOWN, strongest)
    dates = groupby(sorted(kept.shown, key=_when), key=lambda entry: entry.interval)
    return Shortlist(tuple(_dated(day, list(told), where) for day, told in dates), kept.more)


def _when(entry: TimelineEntry) -> tuple[date, date, str, str]:
    first = entry.interval.earliest or entry.interval.latest or date.max
    return first, entry.interval.latest or date.max, entry.interval.value, entry.wording


def _dated(interval: Interval, told: Iterable[TimelineEntry], where: Index) -> DatedShown:
    return DatedShown(
        date=date_in_words(interval),
        machine=machine_date(interval),
        happenings=tuple(HappeningShown(e.wording, where.cite_all(e.evidence)) for e in told),
    )


def _first(limit: int, found: Sequence[Shown]) -> Shortlist[Shown]:
    return Shortlist(tuple(found[:limit]), max(0, len(found) - limit))


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
