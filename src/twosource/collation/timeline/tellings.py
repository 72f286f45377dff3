"""Tellings: each article's words for one happening, before it is known which mean the same.

Dated tellings come from the dates of an article and the words that go with them (`dates`), or all
of a statement where the date is that of saying it. What an article tells without a date is a
telling too; it can only join a happening that another telling dates.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from twosource.collation.identities import Names
from twosource.collation.identities.names import plain_name
from twosource.collation.stems import content_words
from twosource.collation.timeline.dates import TOLD, Dated, find_dates
from twosource.collation.timeline.happened import did_not_happen
from twosource.collation.timeline.wordings import ENOUGH_WORDS
from twosource.model import (
    Assertion,
    Dating,
    EventKind,
    EventMention,
    Evidence,
    Interval,
    Named,
    NameKind,
    Reading,
    Span,
    Statement,
)

_OPENING, _CLOSING = frozenset('“„«"'), frozenset('”“»"')

ClaimsByArticle: TypeAlias = Mapping[str, Sequence[tuple[Span, int]]]

_BETWEEN = 1  # sentence: a day farther from a saying is the day of something else


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's words for one happening.

    `words` are their content words without the date's own; people and places go by the names that
    identities have; `claim` is the number of the claim that shares the words.
    """

    evidence: Evidence
    kind: EventKind
    interval: Interval
    dating: Dating
    time: Span | None  # the words that the date comes from
    words: frozenset[str]
    senses: frozenset[str]
    people: tuple[str, ...]
    places: tuple[str, ...]
    mentions: tuple[EventMention, ...]
    claim: int | None

    @property
    def known_senses(self) -> frozenset[str]:
        """The senses that are listed, not mere roots of words."""
        known = (one for one in self.mentions if one.kind is not EventKind.OTHER)
        return frozenset(sense for one in known for sense in one.senses)

    @property
    def names(self) -> frozenset[str]:
        """Whoever took part, and where."""
        return frozenset((*self.people, *self.places))


def find_tellings(reading: Reading, claims: ClaimsByArticle, names: Names) -> list[Telling]:
    """What an article tells, the dated first, then what it tells without a date."""
    teller = Teller(reading, claims, names)
    dated = list(teller.dated())
    taken = [telling.evidence.span for telling in dated]
    return [*dated, *teller.undated(taken)]


@dataclass(frozen=True, slots=True)
class Teller:
    """One article, the claims it shares and the names of the pile."""

    reading: Reading
    claims: ClaimsByArticle
    names: Names

    def dated(self) -> Iterator[Telling]:
        """A telling for each date that has a place in the calendar."""
        for dated in find_dates(self.reading):
            span, events = self._said(dated) or dated.words, self._inside(dated.words)
            telling = self._telling(span, events, dated.interval, Dating.STATED, dated.time)
            if events or len(telling.words) >= ENOUGH_WORDS:
                yield telling  # "the hall, 9 December" tells nothing

    def undated(self, taken: Sequence[Span]) -> Iterator[Telling]:
        """A telling for each clause that tells a known kind of happening beside no date."""
        text = self.reading.article.text
        body = [s.span for s in self.reading.sentences if s.block in TOLD]
        for event in self.reading.events:
            plain = event.kind not in (EventKind.OTHER, EventKind.SPEAKING)
            plain = plain and event.dating is not Dating.STATED
            plain = plain and not did_not_happen(text, event)
            free = not any(span.overlaps(event.span) for span in taken)
            if plain and free and any(span.contains(event.span) for span in body):
                yield self.of_event(event)

    def of_event(self, event: EventMention) -> Telling:
        """What the clause of one event tells."""
        return self._telling(event.span, (event,), event.interval, event.dating, event.time)

    def _said(self, dated: Dated) -> Span | None:
        """All of a statement that was said on a date, where it is longer than one sentence."""
        opens = dated.opening.start == dated.sentence.start
        for statement in self._dated_by(dated.time):
            hull = _with_marks(_hull(statement, dated.opening), self.reading.article.text)
            if self._far(dated.sentence, statement) or "\n" in hull.of(self.reading.article.text):
                continue
            framed = statement.cue is not None and statement.cue.start < dated.time.start
            if (framed or opens) and not dated.sentence.contains(hull):
                return hull
        return None

    def _far(self, dated: Span, statement: Statement) -> bool:
        """Whether other sentences stand between a day and the words said on it."""
        first = min(span.start for span in statement.content)
        between = Span(dated.end, max(first, dated.end))
        return sum(between.contains(one.span) for one in self.reading.sentences) > _BETWEEN

    def _dated_by(self, time: Span) -> Iterator[Statement]:
        """The statements whose saying a date stands beside, and whose content has none."""
        for event in self.reading.events:
            beside = event.dating is Dating.STATED and event.time == time
            if event.kind is EventKind.SPEAKING and beside:
                for statement in self.reading.statements:
                    said = statement.cue is not None and statement.cue.overlaps(event.head)
                    if said and not self._has_date(statement):
                        yield statement

    def _has_date(self, statement: Statement) -> bool:
        """Whether what is said has a date of its own, seen from whatever day."""
        return any(
            content.contains(time.span)
            for content in statement.content
            for time in self.reading.times
            if time.anchor is None and time.interval.earliest is not None
        )

    def _who(self, named: Named) -> str:
        """The name of the identity that is named, else the name itself."""
        plain = plain_name(named.name)
        return self.names.get((self.reading.article.id, plain), named.name)

    def _named_place(self, span: Span) -> Iterator[str]:
        """The one place that words name where their clauses say nothing of where."""
        text, article = self.reading.article.text, self.reading.article.id
        inside = (one for one in self.reading.mentions if span.contains(one.span))
        found = {plain_name(one.span.of(text)) for one in inside if one.kind is NameKind.PLACE}
        if len(found) == 1:
            (place,) = found
            yield self.names.get((article, place), place)

    def _inside(self, span: Span) -> tuple[EventMention, ...]:
        return tuple(event for event in self.reading.events if span.contains(event.head))

    def _telling(
        self,
        span: Span,
        events: tuple[EventMention, ...],
        interval: Interval,
        dating: Dating,
        time: Span | None,
    ) -> Telling:
        text = self.reading.article.text
        evidence = Evidence(self.reading.article.id, span)
        own = content_words(time.of(text)) if time else frozenset()
        return Telling(
            evidence=evidence,
            kind=next((event.kind for event in events), EventKind.OTHER),
            interval=interval,
            dating=dating,
            time=time,
            words=content_words(span.of(text)) - own,
            senses=frozenset(sense for event in events for sense in event.senses),
            people=tuple(self._who(n) for event in events for n in event.participants),
            places=tuple(self._who(n) for event in events for n in event.places)
            or tuple(self._named_place(span)),
            mentions=events,
            claim=_claim_in(evidence, self.claims),
        )


def _hull(said: Statement, time: Span) -> Span:
    spans = [*said.content, time, *filter(None, (said.source, said.cue))]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _with_marks(span: Span, text: str) -> Span:
    """The span with the double quotation marks that open and close it."""
    opens = text[max(0, span.start - 1) : span.start] in _OPENING
    closes = text[span.end : span.end + 1] in _CLOSING
    return Span(span.start - opens, span.end + closes)


def claims_by_article(claims: Sequence[Sequence[Assertion]]) -> ClaimsByArticle:
    """Where each article asserts which claim, by the claim's number."""
    found: dict[str, list[tuple[Span, int]]] = {}
    for number, claim in enumerate(claims):
        for assertion in claim:
            evidence = assertion.evidence
            found.setdefault(evidence.article, []).append((evidence.span, number))
    return found


def _claim_in(telling: Evidence, claims: ClaimsByArticle) -> int | None:
    """The number of the claim that shares the most words with a telling, the first of equals."""
    shared = [(telling.span.shared(span), -n) for span, n in claims.get(telling.article, ())]
    most, number = max(shared, default=(0, 0))
    return -number if most else None
