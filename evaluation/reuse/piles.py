"""A set of `reuse/` as readings, and what the program finds in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from evaluation.measure import records
from twosource.collation.reuse import derive, find_passages
from twosource.collation.reuse.words import Words, words_of
from twosource.model import (
    Article,
    Attested,
    Block,
    BlockKind,
    DateEvidence,
    DateRole,
    Derivation,
    Interval,
    Passage,
    Reading,
    Span,
    Statement,
    StatementKind,
)
from twosource.reading.sentences import split_sentences
from twosource.reading.statements.frames.quotation_marks import find_quotations

SPOKEN = 5  # words in quotation marks from which somebody is taken to be quoted


class Document(Struct, frozen=True):
    """A line of `<set>.docs.jsonl.gz`."""

    id: str
    text: str
    date: str | None = None
    date_kind: str | None = None
    outlet: str | None = None
    shared: bool = False  # a source of the plagiarism set, which lies in both its parts


class Gold(Struct, frozen=True):
    """A line of `<set>.gold.jsonl.gz`: a pair, a passage, an edge or a cluster."""

    type: str
    a: str = ""
    b: str = ""
    label: str | int = ""
    a_start: int = 0
    a_end: int = 0
    b_start: int = 0
    b_end: int = 0
    direction: str | None = None
    src: str = ""
    dst: str = ""
    members: tuple[str, ...] = ()
    msr_split: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """A set, and what the program finds in it."""

    readings: Mapping[str, Reading]
    words: Mapping[str, Words]
    gold: tuple[Gold, ...]
    passages: tuple[Passage, ...]
    derivations: tuple[Derivation, ...]
    sources: frozenset[str]  # the texts that others were made from, where a set tells

    def between(self) -> Mapping[tuple[str, str], tuple[Passage, ...]]:
        """The passages of every two articles, by their ids in order."""
        return {
            (d.passages[0].a.article, d.passages[0].b.article): d.passages for d in self.derivations
        }

    def of(self, kind: str) -> list[Gold]:
        """The gold of one type."""
        return [one for one in self.gold if one.type == kind]


@cache
def pile(folder: Path, name: str) -> Pile:
    """Read a set and let the program look at it."""
    documents = list(records(folder / f"{name}.docs.jsonl.gz", Document))
    readings = {one.id: reading_of(one) for one in documents}
    sources = frozenset(one.id for one in documents if one.shared)
    gold = tuple(records(folder / f"{name}.gold.jsonl.gz", Gold))
    words = {name: words_of(reading.article) for name, reading in readings.items()}
    passages = find_passages(list(readings.values()))
    derivations = derive(list(readings.values()), passages)
    return Pile(readings, words, gold, passages, derivations, sources)


def reading_of(document: Document) -> Reading:
    """A document as the program would have read it, had somebody told it what is body."""
    article = Article(
        id=document.id,
        name=document.id,
        text=document.text,
        blocks=tuple(paragraphs(document.text)),
        outlet=Attested(document.outlet, "told") if document.outlet else None,
        published=dated(document),
    )
    return Reading(article, split_sentences(article), tuple(quotations(article)), (), ())


def quotations(article: Article) -> Iterator[Statement]:
    """What stands in quotation marks and is no mere word or title, as somebody's direct words."""
    spans = [block.span for block in article.blocks]
    for one in find_quotations(article.text, spans):
        if one.depth == 0 and one.length >= SPOKEN:
            yield Statement(StatementKind.DIRECT, (one.words,), None, None, None, None, "marks")


def paragraphs(text: str) -> Iterator[Block]:
    """Every paragraph as a body block: set off by blank lines where there are any, else a line."""
    end = "\n\n" if "\n\n" in text else "\n"
    start = 0
    for paragraph in text.split(end):
        if paragraph.strip():
            yield Block(Span(start, start + len(paragraph)), BlockKind.BODY, "told")
        start += len(paragraph) + len(end)


def dated(document: Document) -> DateEvidence | None:
    """The document's date, as a date of publication only where the set calls it that."""
    if not document.date:
        return None
    day = date.fromisoformat(document.date[:10])
    known = DateRole.PUBLISHED if document.date_kind == "publication" else DateRole.CRAWLED
    return DateEvidence(Interval(day.isoformat(), day, day), known, "told", 1.0)
