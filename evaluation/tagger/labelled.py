"""Texts with what is to be found in them, read by the tagger, and how much of it was found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.measure import Measure
from twosource.model import Article, Block, BlockKind, Span
from twosource.reading.sentences import split_sentences
from twosource.reading.tagger import Tagger, Tags

Found = tuple[int, int, str]  # a half-open stretch and its kind


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the stretches that are to be found in it."""

    text: str
    gold: frozenset[Found]


@dataclass(slots=True)
class Score:
    """Counts behind precision, recall and F1."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: Iterable[object], gold: Iterable[object]) -> None:
        """Count what was found against what is there; equal means right."""
        found, gold = set(found), set(gold)
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / max(self.found + self.gold, 1)

    def measure(self, name: str) -> Measure:
        """F1 as a figure of the bench."""
        return Measure(name, round(self.f1, 4), self.gold)


def tagged(tagger: Tagger, texts: Sequence[Labelled]) -> Iterator[tuple[Labelled, Tags]]:
    """Each text with what the tagger says of it."""
    jobs = ((one.text, sentences(one.text)) for one in texts)
    return zip(texts, tagger.read_all(jobs), strict=True)


def sentences(text: str) -> list[Span]:
    """The sentences of a text, all of it body."""
    body = Block(Span(0, len(text)), BlockKind.BODY, "")
    return [one.span for one in split_sentences(Article("", "", text, (body,)))]


def of_kind(kind: str, stretches: Iterable[Found]) -> set[Found]:
    """Those of a kind."""
    return {one for one in stretches if one[2] == kind}
