"""Timelines of one person, body or thing over many articles: SemEval-2015 Task 4, Track B.

The task gives the articles, their event mentions, and an entity; asked is a timeline of the events
that the entity takes part in, each with its date. The program dates each mention it is given and
says who takes part; a mention is on the timeline where one of those is the entity and it has a
date. `ordering` scores as the task does.

- `timeline.semeval2015.f1`: the three corpora of the task, its official measure; what others
  published is over the same corpora, seven timelines more among them.
- `….trial.f1`: the trial corpus, on which the rules were written, as others trained on it. Errors
  were also read in corpus 1 and in part of 3; of corpus 2 only figures were looked at, which had a
  say where the others did not decide between two rules.
- `….given.f1`: the same three corpora where the entity's mentions are given too, so that only
  dating and order are asked. Nobody else's figures are of this kind.

The order of what has one date is not asked by the task; mentions are put in the order of their
dates, an inexact one where its first day stands.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec

from evaluation.entities import means
from evaluation.measure import Measure, present, records
from evaluation.ordering import Agreement, Item, agreement
from twosource.model import (
    Article,
    Block,
    BlockKind,
    DateEvidence,
    DateRole,
    EventMention,
    Interval,
    Reading,
    Span,
)
from twosource.reading.events import Narrative
from twosource.reading.sentences import split_sentences
from twosource.reading.tagger import load
from twosource.reading.times import find_times

FOLDER = "timeline"
TRIAL = "trial"
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}(?=T|$)")
_CAPITAL = re.compile(r"[A-Z](?!S\b)(?<!US)")  # apart from "US"
_MONTH_FIRST = re.compile(r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d{4})")


class _Mention(msgspec.Struct, frozen=True):
    docid: str
    sent: str
    head: str

    @property
    def name(self) -> str:
        """The mention as the task's files have it."""
        return f"{self.docid}-{self.sent}-{self.head}"


class _Line(msgspec.Struct, frozen=True):
    order: str
    date: str
    mentions: tuple[_Mention, ...]


class Gold(msgspec.Struct, frozen=True):
    """The timeline of one entity."""

    id: str
    corpus: str
    entity: str
    timeline: tuple[_Line, ...]


class _Given(msgspec.Struct, frozen=True):
    start: int
    end: int
    surface: str


class Document(msgspec.Struct, frozen=True):
    """One article with the mentions that are given; `dct` is the day it was written."""

    corpus: str
    docid: str
    dct: str
    text: str
    sentences: dict[str, tuple[int, int]]
    events: tuple[_Given, ...]


@dataclass(frozen=True)
class Read:
    """A document as the program reads it."""

    document: Document

    @cached_property
    def mentions(self) -> tuple[tuple[str, EventMention], ...]:
        """Each given mention by the task's name for it, as the program understands it."""
        article = _article(self.document)
        sentences = split_sentences(article)
        times = find_times(article, sentences)
        names = load().read(article.text, [one.span for one in sentences]).names
        narrative = Narrative(Reading(article, sentences, (), times, (), mentions=names))
        found = ((one, narrative.at(Span(one.start, one.end))) for one in self.document.events)
        return tuple((self._name(one), event) for one, event in found if event is not None)

    def _name(self, given: _Given) -> str:
        places = self.document.sentences.items()
        sentence = next((n for n, (a, b) in places if a <= given.start < b), "")
        return _Mention(self.document.docid, sentence, given.surface).name


def measures(data: Path) -> Iterator[Measure]:
    """The official measure on the task's corpora and on the trial corpus."""
    folder = present(data / FOLDER)
    asked = list(records(folder / "semeval2015-task4.dev.jsonl.gz", Gold))
    documents = records(folder / "semeval2015-task4.documents.jsonl.gz", Document)
    corpora: dict[str, list[Read]] = {}
    for document in documents:
        corpora.setdefault(document.corpus, []).append(Read(document))
    test = [gold for gold in asked if gold.corpus != TRIAL]
    trial = [gold for gold in asked if gold.corpus == TRIAL]
    others = {corpus: [g.entity for g in asked if g.corpus == corpus] for corpus in corpora}
    total = _total((_found(g, corpora[g.corpus], others[g.corpus]), g) for g in test)
    yield Measure("timeline.semeval2015.f1", total.f1, len(test))
    yield Measure("timeline.semeval2015.precision", total.precision, total.answer)
    yield Measure("timeline.semeval2015.recall", total.recall, total.gold)
    total = _total((_found(g, corpora[g.corpus], others[g.corpus]), g) for g in trial)
    yield Measure("timeline.semeval2015.trial.f1", total.f1, len(trial))
    total = _total((_given(g, corpora[g.corpus]), g) for g in test)
    yield Measure("timeline.semeval2015.given.f1", total.f1, len(test))


def _total(answers: Iterable[tuple[Sequence[Item], Gold]]) -> Agreement:
    """The counts of all timelines added up."""
    scored = (agreement(answer, _items(gold)) for answer, gold in answers)
    return sum(scored, Agreement())


def _items(gold: Gold) -> list[Item]:
    return [
        Item(int(line.order), _padded(line.date), tuple(one.name for one in line.mentions))
        for line in gold.timeline
    ]


def _found(gold: Gold, documents: Sequence[Read], others: Sequence[str]) -> list[Item]:
    """The timeline of an entity from the mentions that it takes part in."""
    dated = [
        (name, value)
        for one in documents
        for name, event in one.mentions
        if (value := _date(event)) and _takes_part(gold.entity, event, one.document.text, others)
    ]
    return _in_order(dated)


def _takes_part(entity: str, event: EventMention, text: str, others: Sequence[str]) -> bool:
    """Whether an entity is among the participants; one that is no name, among the words."""
    if not _CAPITAL.search(entity):
        heads = [word.rstrip("s") for word in re.findall(r"[a-z]{4,}", entity)][:2]
        return all(head in event.span.of(text).lower() for head in heads)
    return any(means(named.name, entity, others) for named in event.participants)


def _given(gold: Gold, documents: Sequence[Read]) -> list[Item]:
    """The timeline of an entity from the mentions that the gold says it takes part in."""
    asked = Counter(one.name for line in gold.timeline for one in line.mentions)
    dated = []
    for one in documents:
        for name, event in one.mentions:
            value = _date(event)
            if asked[name] and value:
                asked[name] -= 1
                dated.append((name, value))
    return _in_order(dated)


def _in_order(dated: Sequence[tuple[str, str]]) -> list[Item]:
    days = sorted({value for _, value in dated}, key=lambda value: value.replace("X", "0"))
    places: Mapping[str, int] = {value: place for place, value in enumerate(days, start=1)}
    return [Item(places[value], value, (name,)) for name, value in dated]


def _date(event: EventMention) -> str | None:
    """The date as the task writes it; nothing where it is no day, month or year."""
    match = _DAY.match(event.interval.value)
    whole = "/" not in event.interval.value
    return _padded(match.group()) if match and whole else None


def _padded(value: str) -> str:
    """A date with all its places: the trial's "2006" is the task's "2006-XX-XX"."""
    pieces = [*value.split("-"), "XX", "XX"][:3]
    return "-".join(["XXXX" if pieces[0] == "XXX" else pieces[0], *pieces[1:]])


def _article(document: Document) -> Article:
    """A document as an article: sentence 0 is its title, every other a paragraph."""
    text_day = document.dct
    match = _MONTH_FIRST.fullmatch(text_day)
    if match:
        text_day = f"{match['year']}-{match['month']}-{match['day']}"
    day = date.fromisoformat(text_day)
    written = DateEvidence(
        Interval(text_day, day, day), DateRole.PUBLISHED, "the set's document date", 1.0
    )
    blocks = tuple(
        Block(Span(a, b), BlockKind.TITLE if number == "0" else BlockKind.BODY, "as the set has it")
        for number, (a, b) in document.sentences.items()
    )
    return Article(document.docid, document.docid, document.text, blocks, published=written)
