"""The articles in the order of the page, their labels, and how to cite from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter

from twosource.dossier.view import Citation, Shortlist
from twosource.model import Article, Collation, Derivation, DerivationKind, Evidence, Reading, Span

CITATIONS_SHOWN = 20  # of one finding: a reader checks some, not hundreds


@dataclass(frozen=True, slots=True)
class Index:
    """Looks up an article's label and cites its words."""

    readings: tuple[Reading, ...]  # in the order of the page
    labels: dict[str, str]  # Article.id → label
    by_id: dict[str, Reading]
    names: Mapping[tuple[str, str], str]  # an article and a form of a name → the fullest form

    def source(self, article: str) -> str:
        """Outlet of the article with this id, or its file name where none is known."""
        return source_of(self.by_id[article].article)

    def full_name(self, article: str, name: str) -> str:
        """The fullest form in the pile of a name that the article with this id gives."""
        return self.names.get((article, " ".join(name.casefold().split())), name)

    def place(self, article: str) -> int:
        """Place of the article with this id in the order of the page, from 1."""
        return int(self.labels[article][1:])

    def in_order(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The labels of these articles in the order of the page, each once."""
        return tuple(self.labels[a] for a in sorted(set(articles), key=self.place))

    def cite(self, evidence: Evidence) -> Citation:
        """The evidence with the sentence around it."""
        return self.cite_parts(evidence.article, (evidence.span,))

    def cite_all(self, evidence: Iterable[Evidence]) -> Shortlist[Citation]:
        """Each piece of evidence once, in the order of the page."""
        ordered = sorted(set(evidence), key=lambda e: (self.place(e.article), e.span))
        kept = Shortlist.of(ordered, CITATIONS_SHOWN)
        return Shortlist(tuple(map(self.cite, kept.shown)), kept.more)

    def cite_parts(self, article: str, spans: tuple[Span, ...]) -> Citation:
        """Words that may be interrupted, with the sentence around them."""
        reading = self.by_id[article]
        text = reading.article.text
        around = _around(reading, spans)
        return Citation(
            label=self.labels[article],
            source=source_of(reading.article),
            spans=spans,
            before=text[around.start : spans[0].start],
            words=" … ".join(span.of(text) for span in spans),
            after=text[spans[-1].end : around.end],
        )


def index(collation: Collation) -> Index:
    """The articles by date of publication, undated ones last, labelled A1, A2 and so on.

    Of those of one date, a copy follows what it was copied from.
    """
    generation = _generations(collation.derivations)
    readings = tuple(sorted(collation.readings, key=lambda r: _order(r.article, generation)))
    return Index(
        readings=readings,
        labels={r.article.id: f"A{place}" for place, r in enumerate(readings, start=1)},
        by_id={r.article.id: r for r in readings},
        names={
            (evidence.article, alias.name.casefold()): identity.name
            for identity in collation.identities
            for alias in identity.aliases
            for evidence in alias.evidence
        },
    )


def source_of(article: Article) -> str:
    """The article's outlet, or its file name where none is known."""
    return article.outlet.value if article.outlet else article.name


def _generations(derivations: Iterable[Derivation]) -> dict[str, int]:
    """How many copies lie between an article and the first of its line; 0 is left out."""
    parents: dict[str, list[str]] = {}
    for derivation in derivations:
        if derivation.kind is DerivationKind.COPY:
            parents.setdefault(derivation.child, []).append(derivation.parent)
    generation: dict[str, int] = {}
    for article in _parents_first(parents):
        if article in parents:
            generation[article] = 1 + max(generation.get(p, 0) for p in parents[article])
    return generation


def _parents_first(parents: Mapping[str, Iterable[str]]) -> Iterable[str]:
    try:
        return tuple(TopologicalSorter(parents).static_order())
    except CycleError:  # no derivation should make one; if it did, dates alone give the order
        return ()


def _order(article: Article, generation: Mapping[str, int]) -> tuple[date, str, int, str, str]:
    interval = article.published.interval if article.published else None
    day = (interval and (interval.earliest or interval.latest)) or date.max
    value = interval.value if interval else ""
    return day, value, generation.get(article.id, 0), article.name, article.id


def _around(reading: Reading, spans: tuple[Span, ...]) -> Span:
    """From the start of the sentence of the first span to the end of that of the last."""
    first, last = spans[0], spans[-1]
    start = next((s.span.start for s in reading.sentences if _holds(s.span, first.start)), None)
    end = next((s.span.end for s in reading.sentences if _holds(s.span, last.end - 1)), None)
    return Span(
        first.start if start is None else start,
        last.end if end is None else max(end, last.end),
    )


def _holds(span: Span, place: int) -> bool:
    return span.start <= place < span.end
