"""Time expressions: found and resolved as in TempEval-3, on three sets of news with TIMEX3 gold.

Scored as the task scores (UzZaman et al., 2013): an expression is found where it overlaps one of
the gold's, one to one; its value is right where the two strings are equal. The figure for values
is the F1 over expressions that are found and have the right value. Texts come as plain paragraphs
with the day they were written.

The hand-written cases (`time_cases.yaml`) are hard expressions of news with what they mean; those
under `unread` only measure.

The word lists are tuned on the documents that `splits.json` does not set apart: the ids without
`dev` are of those it does, or of all where it sets none apart.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
import yaml

from evaluation.measure import Measure, Tally, apart, present, records, report_ids
from twosource.model import (
    Article,
    Block,
    BlockKind,
    DateEvidence,
    DateRole,
    Interval,
    Span,
    TimeExpression,
    TimeKind,
)
from twosource.reading.sentences import split_sentences
from twosource.reading.times import find_times

SETS = {"platinum": "tempeval3-platinum", "timebank": "timebank", "aquaint": "aquaint"}
CASES = Path(__file__).parent / "time_cases.yaml"
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")


class Timex(msgspec.Struct, frozen=True):
    """One expression of the gold."""

    start: int
    end: int
    value: str


class Document(msgspec.Struct, frozen=True):
    """One document of a set; `dct` is the day it was written."""

    id: str
    dct: str
    text: str
    timexes: tuple[Timex, ...]


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One hard expression: the words that name a time, and the time they name."""

    text: str
    said: str
    value: str
    why: str


class Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of time_cases.yaml."""

    published: date
    read: tuple[Case, ...]
    unread: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """How many expressions were met, too, and have their value."""

    met: int = 0
    right: int = 0


def measures(data: Path) -> Iterator[Measure]:
    """Relaxed and value F1 of each set, documents per second, and the hand-written cases."""
    present(data / "time")
    every: list[Document] = []
    for name, file in SETS.items():
        documents = list(records(data / "time" / f"{file}.dev.jsonl.gz", Document))
        every += documents
        report, rest = apart(documents, report_ids(data, f"time/{file}"))
        yield from _figures(f"time.{name}", report)
        yield from _figures(f"time.dev.{name}", rest)
    yield Measure("time.speed.docs", _speed([_article(one) for one in every]), len(every))
    cases = msgspec.convert(yaml.safe_load(CASES.read_text(encoding="utf-8")), Cases)
    yield Measure("time.cases.right", *_share(cases.read, cases.published))
    yield Measure("time.cases.unread.right", *_share(cases.unread, cases.published))


def _figures(name: str, documents: Sequence[Document]) -> Iterator[Measure]:
    total = sum((_score(one) for one in documents), Score())
    if documents:
        yield Measure(f"{name}.relaxed_f1", total.f1(total.met), total.gold)
        yield Measure(f"{name}.value_f1", total.f1(total.right), total.gold)


def _score(document: Document) -> Score:
    article = _article(document)
    found = [
        one
        for one in find_times(article, split_sentences(article))
        if one.kind is not TimeKind.RANGE  # the gold has its two ends only
    ]
    pairs = list(_pairs(found, document.timexes))
    right = sum(one.timex == gold.value for one, gold in pairs)
    return Score(len(document.timexes), len(found), len(pairs), right)


def _pairs(
    found: Sequence[TimeExpression], gold: Sequence[Timex]
) -> Iterator[tuple[TimeExpression, Timex]]:
    """Each found expression with the one of the gold it shares most characters with."""
    left = list(gold)
    for one in found:
        met = [timex for timex in left if _shared(one, timex) > 0]
        if met:
            best = max(met, key=lambda timex: _shared(one, timex))
            left.remove(best)
            yield one, best


def _shared(one: TimeExpression, timex: Timex) -> int:
    return min(one.span.end, timex.end) - max(one.span.start, timex.start)


def _share(cases: Sequence[Case], published: date) -> tuple[float, int]:
    """How many of the hand-written cases are right, as a share, and how many there are."""
    right = sum(is_right(case, published) for case in cases)
    return right / len(cases), len(cases)


def is_right(case: Case, published: date) -> bool:
    """Whether an expression that shares words with a case has its value."""
    article = _written(case.text, case.text, published)
    start = case.text.index(case.said)
    said = Span(start, start + len(case.said))
    return any(
        case.value in (one.interval.value, one.timex)
        for one in find_times(article, split_sentences(article))
        if one.span.overlaps(said)
    )


def _article(document: Document) -> Article:
    return _written(document.id, document.text, date.fromisoformat(document.dct))


def _written(name: str, text: str, day: date) -> Article:
    """A text as an article of plain paragraphs that was written on a day."""
    written = DateEvidence(
        Interval(day.isoformat(), day, day), DateRole.PUBLISHED, "the set's document date", 1.0
    )
    blocks = tuple(
        Block(Span(*found.span()), BlockKind.BODY, "a paragraph of the set")
        for found in _PARAGRAPH.finditer(text)
    )
    return Article(name, name, text, blocks, published=written)


def _speed(articles: Sequence[Article]) -> float:
    """Documents per second on one core, sentences included; the first document warms it up."""
    find_times(articles[0], split_sentences(articles[0]))
    start = time.process_time()
    for article in articles:
        find_times(article, split_sentences(article))
    return len(articles) / (time.process_time() - start)
