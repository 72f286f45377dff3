"""Tolls: how many died or were hurt, as articles of one day tell it.

The toll of an article is the largest it tells. Two are of one happening where their articles name
somebody or somewhere in common, and their sentences share two words besides that tell where or of
what, and do not name places apart: not the day, who says it, nor what stands in the report of any
disaster. What an article of a later day counts is an update.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

import msgspec

from twosource.collation.conflicts.values import Value
from twosource.collation.stems import content_words
from twosource.model import Aspect, EventKind, EventMention, Mention, NameKind, Reading, Span
from twosource.vocabulary import load

SHARED = 2  # words that two sentences on one happening have in common at least

_TOLLS = frozenset({EventKind.DEATH, EventKind.INJURY})


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of dead or hurt, and the words of its sentence that tell where or of what."""

    value: Value
    beside: frozenset[str]
    places: frozenset[str]  # the words of those that are named
    named: frozenset[str]  # the words of all names in the article

    def is_of_one_happening_with(self, other: "Toll") -> bool:
        """Whether two share enough, a name among it, and do not name places apart."""
        apart = self.places and other.places and self.places.isdisjoint(other.places)
        met = not self.named.isdisjoint(other.named)
        return met and not apart and len(self.beside & other.beside) >= SHARED


def find_tolls(
    readings: Sequence[Reading], values: Mapping[str, Sequence[Value]]
) -> Iterator[tuple[Value, Value]]:
    """Pairs of tolls of one happening, told on one day by two articles."""
    told: dict[tuple[date, EventKind], list[Toll]] = defaultdict(list)
    for reading in readings:
        published = reading.article.published
        day = published.interval.earliest if published else None
        for kind in sorted(_TOLLS):
            if day is not None:
                told[day, kind] += _largest(_tolls(reading, kind, values[reading.article.id]))
    for tolls in told.values():
        for one, other in combinations(tolls, 2):
            if one.is_of_one_happening_with(other):
                yield one.value, other.value


def _largest(tolls: Iterator[Toll]) -> list[Toll]:
    """Not those of a part: "seven people, three of them children"."""
    found = list(tolls)
    most = max((one.value.low for one in found), default=())
    return [one for one in found if one.value.low == most]


def _tolls(reading: Reading, kind: EventKind, values: Sequence[Value]) -> Iterator[Toll]:
    named = _named(reading, reading.mentions)
    for event in (one for one in reading.events if one.kind is kind):
        counted = [one for one in values if _counts(event, one)]
        sentences = (s.span for s in reading.sentences if s.span.contains(event.head))
        for sentence in sentences:
            if len(counted) == 1:
                inside = [one for one in reading.mentions if sentence.contains(one.span)]
                places = _named(reading, (o for o in inside if o.kind is NameKind.PLACE))
                yield Toll(counted[0], _beside(reading, sentence, event), places, named)


def _beside(reading: Reading, sentence: Span, event: EventMention) -> frozenset[str]:
    """The words of a sentence but for the counts, its days, and who says it."""
    said = (part for one in reading.statements for part in (one.source, one.cue) if part)
    aside = (event.head, *event.counts, *(one.span for one in reading.times), *said)
    text = reading.article.text
    own = " ".join(one.of(text) for one in aside if sentence.contains(one))
    return content_words(sentence.of(text)) - content_words(own) - _of_any_disaster()


def _named(reading: Reading, mentions: Iterable[Mention]) -> frozenset[str]:
    text = reading.article.text
    return content_words(" ".join(one.span.of(text) for one in mentions))


class _Words(msgspec.Struct, frozen=True):
    """The words of vocabulary/tolls.yaml."""

    anywhere: tuple[str, ...]
    anytime: tuple[str, ...]
    anybody: tuple[str, ...]
    anyhow: tuple[str, ...]


@cache
def _of_any_disaster() -> frozenset[str]:
    known = load("tolls", _Words)
    return content_words(" ".join((*known.anywhere, *known.anytime, *known.anybody, *known.anyhow)))


def _counts(event: EventMention, value: Value) -> bool:
    """Whether a number is how many died or were hurt: of people, or of nothing before the verb."""
    span = value.evidence.span
    several = value.aspect is Aspect.NUMBER and not value.unit and value.high > (1,)
    named = bool(value.counted) or span.end <= event.head.start
    return several and named and any(one.overlaps(span) for one in event.counts)
