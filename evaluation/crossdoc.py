"""Which articles tell of the same event: ECB+, given its event mentions.

The mentions of the validated sentences are given; asked is which of two in different articles of a
topic mean the same happening. Each topic has two stories that are easily confused (two
earthquakes, two arrests of one actress). The program says yes where its dates allow it and its
likeness of tellings finds the same (`collation.timeline.telling_likeness`), the rule by which the
timeline joins tellings without a date.

- `events.ecbplus.precision`, `.recall`, `.f1` are of pairs; a wrong pair is what does harm.
- `events.ecbplus.b3_f1` is B³ (Bagga and Baldwin 1998) over the groups that the pairs make.
- The peer of each is what the same word does: a pair for any two mentions of one verb or noun.

Thresholds were tuned on topics 1 to 22, which are not scored.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import msgspec

from evaluation.measure import Measure, harmonic, present, records
from twosource.collation.identities import find_identities, names_by_article
from twosource.collation.timeline.telling_likeness import TellingLikeness
from twosource.collation.timeline.tellings import Teller, Telling
from twosource.model import Article, Block, BlockKind, Reading, Span
from twosource.reading.events import Narrative
from twosource.reading.events.lexicon import root
from twosource.reading.names import find_mentions
from twosource.reading.sentences import split_sentences
from twosource.reading.tagger import load
from twosource.reading.times import find_times

TUNED_ON = 22  # topics up to this number


class _Given(msgspec.Struct, frozen=True):
    start: int
    end: int
    kind: str
    sent: int
    cluster: str
    spans: tuple[tuple[int, int], ...] = ()


class Document(msgspec.Struct, frozen=True):
    """One article of a topic, with what is marked in it."""

    id: str
    topic: str
    text: str
    sentences: tuple[tuple[int, int, int], ...]
    validated: frozenset[int]
    mentions: tuple[_Given, ...]

    @property
    def given(self) -> Iterator[_Given]:
        """The event mentions that are well annotated."""
        return (one for one in self.mentions if one.kind == "event" and one.sent in self.validated)


@dataclass(frozen=True, slots=True)
class Case:
    """A given mention: the event it means by the gold, and what the program takes it to tell."""

    cluster: str
    telling: Telling
    word: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions in different articles: found, right, and in the gold; and B³."""

    found: int = 0
    right: int = 0
    gold: int = 0
    b3_precision: float = 0.0  # summed over mentions
    b3_recall: float = 0.0
    mentions: int = 0

    def __add__(self, other: "Pairs") -> "Pairs":
        return Pairs(
            self.found + other.found,
            self.right + other.right,
            self.gold + other.gold,
            self.b3_precision + other.b3_precision,
            self.b3_recall + other.b3_recall,
            self.mentions + other.mentions,
        )

    @property
    def precision(self) -> float:
        """Share of the pairs found that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold's pairs that are found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def b3_f1(self) -> float:
        """F1 of B³ precision and recall."""
        return harmonic(self.b3_precision / self.mentions, self.b3_recall / self.mentions)


def measures(data: Path) -> Iterator[Measure]:
    """Pairs and B³ of the topics that were not tuned on."""
    topics: dict[str, list[Document]] = defaultdict(list)
    for document in records(present(data / "crossdoc") / "ecbplus.dev.jsonl.gz", Document):
        if int(document.topic) > TUNED_ON:
            topics[document.topic].append(document)
    ours, words = Pairs(), Pairs()
    for documents in topics.values():
        cases, likeness = _read(documents)
        ours += scored(cases, [_is_one(a, b, likeness) for a, b in combinations(cases, 2)])
        words += scored(cases, [a.word == b.word for a, b in combinations(cases, 2)])
    if ours.mentions:
        yield Measure("events.ecbplus.precision", ours.precision, ours.found, words.precision)
        yield Measure("events.ecbplus.recall", ours.recall, ours.gold, words.recall)
        f1 = harmonic(ours.precision, ours.recall)
        yield Measure("events.ecbplus.f1", f1, ours.gold, harmonic(words.precision, words.recall))
        yield Measure("events.ecbplus.b3_f1", ours.b3_f1, ours.mentions, words.b3_f1)


def _is_one(a: Case, b: Case, likeness: TellingLikeness) -> bool:
    possible = a.telling.interval.overlaps(b.telling.interval)
    return possible and likeness.tell_the_same(a.telling, b.telling)


def _read(documents: Sequence[Document]) -> tuple[list[Case], TellingLikeness]:
    readings = {one.id: _reading(one) for one in documents}
    names = names_by_article(find_identities(list(readings.values())))
    cases = []
    for document in documents:
        teller, told = Teller(readings[document.id], {}, names), Narrative(readings[document.id])
        for given in document.given:
            first = (given.spans or ((given.start, given.end),))[0]
            event = told.at(Span(*first))
            if event is not None:
                word = root(event.head.of(document.text))
                cases.append(Case(given.cluster, teller.of_event(event), word))
    return cases, TellingLikeness(list(readings.values()), [case.telling for case in cases])


def _reading(document: Document) -> Reading:
    """The article as the program reads it: names and times, every sentence a paragraph."""
    blocks = tuple(
        Block(Span(start, end), BlockKind.BODY, "as the set has it")
        for _, start, end in document.sentences
        if document.text[start:end].strip()
    )
    article = Article(document.id, document.id, document.text, blocks)
    sentences = split_sentences(article)
    names = load().read(document.text, [one.span for one in sentences]).names
    times = find_times(article, sentences)
    return Reading(article, sentences, (), times, (), mentions=find_mentions(article, names))


def scored(cases: Sequence[Case], joined: Sequence[bool]) -> Pairs:
    """The counts of one topic, for the pairs in the order of `combinations`."""
    pairs = list(zip(combinations(range(len(cases)), 2), joined, strict=True))
    apart = [(a, b, one) for (a, b), one in pairs if _article(cases[a]) != _article(cases[b])]
    same = [cases[a].cluster == cases[b].cluster for a, b, _ in apart]
    groups = _groups(len(cases), (pair for pair, one in pairs if one))
    clusters = [case.cluster for case in cases]
    return Pairs(
        found=sum(one for _, _, one in apart),
        right=sum(one and true for (_, _, one), true in zip(apart, same, strict=True)),
        gold=sum(same),
        b3_precision=_shared(groups, clusters),
        b3_recall=_shared(clusters, groups),
        mentions=len(cases),
    )


def _article(case: Case) -> str:
    return case.telling.evidence.article


def _groups(size: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each of so many items the number of its group, where pairs are in one group."""
    home = list(range(size))
    for a, b in pairs:
        if home[a] != home[b]:
            kept, gone = sorted((home[a], home[b]))
            home = [kept if number == gone else number for number in home]
    return home


def _shared(groups: Sequence[object], others: Sequence[object]) -> float:
    """Summed over all items: the share of its group that is in its other group, too."""
    sizes = Counter(groups)
    both = Counter(zip(groups, others, strict=True))
    return sum(both[pair] / sizes[pair[0]] for pair in zip(groups, others, strict=True))
