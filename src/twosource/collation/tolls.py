"""Tolls: how many died or were hurt, as articles of one day tell it.

The toll of an article is the largest it tells. Two are of one happening where their sentences share
two words besides. What an article of a later day counts is an update.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from twosource.collation.stems import content_words
from twosource.collation.values import Value
from twosource.model import Aspect, EventKind, EventMention, Reading

SHARED = 2  # words that two sentences on one happening have in common at least

_TOLLS = frozenset({EventKind.DEATH, EventKind.INJURY})


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of dead or hurt, and what else its sentence says."""

    value: Value
    beside: frozenset[str]


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
            if len(one.beside & other.beside) >= SHARED:
                yield one.value, other.value


def _largest(tolls: Iterator[Toll]) -> list[Toll]:
    """Not those of a part: "seven people, three of them children"."""
    found = list(tolls)
    most = max((one.value.low for one in found), default=())
    return [one for one in found if one.value.low == most]


def _tolls(reading: Reading, kind: EventKind, values: Sequence[Value]) -> Iterator[Toll]:
    text = reading.article.text
    for event in (one for one in reading.events if one.kind is kind):
        counted = [one for one in values if _counts(event, one)]
        sentences = (s.span for s in reading.sentences if s.span.contains(event.head))
        for sentence in sentences:
            if len(counted) == 1:
                (toll,) = counted
                own = " ".join((toll.words, event.head.of(text), *sorted(toll.counted)))
                yield Toll(toll, content_words(sentence.of(text)) - content_words(own))


def _counts(event: EventMention, value: Value) -> bool:
    """Whether a number is how many died or were hurt: of people, or of nothing before the verb."""
    span = value.evidence.span
    several = value.aspect is Aspect.NUMBER and not value.unit and value.high > (1,)
    named = bool(value.counted) or span.end <= event.head.start
    return several and named and any(one.overlaps(span) for one in event.counts)
