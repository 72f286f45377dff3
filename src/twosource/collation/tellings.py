"""Tellings: each article's words for one happening, before it is known which mean the same.

Dated tellings come from the dates of an article: the clause around each, or the whole sentence
where the date opens it, or all of a statement where the date is that of saying it. What an article
tells without a date is a telling too; it can only join a happening that another telling dates.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from twosource.collation.clauses import split_clauses
from twosource.collation.names import plain_name
from twosource.collation.words import content_words
from twosource.model import (
    Assertion,
    BlockKind,
    Dating,
    EventKind,
    EventMention,
    Evidence,
    Identity,
    Interval,
    Named,
    Reading,
    Sentence,
    Span,
    Statement,
    StatementKind,
    TimeExpression,
    TimeKind,
)

_BEFORE = re.compile(
    r"\b(?:by|before|until|till|prior to|no later than)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|after|ever since|as of)\s+(?:the\s+)?\Z", re.IGNORECASE)
_LONGEST_OPENING = 20
_OPENING = re.compile(
    r"\W*(?:in|on|at|by|during|from|between|since|after|before|until)\s+"
    r"(?:the\s+|\w+\s+\w+\s+(?:in|on)\s+)?",
    re.IGNORECASE,
)
# A date that is what the sentence is about dates nothing: "2020 was a year of blows".
_TOPIC = re.compile(r"\s+(?:is|was|will be|has been|saw|brought)\b")
_TOLD = (BlockKind.BODY, BlockKind.CAPTION)
_KINDS = (TimeKind.DATE, TimeKind.TIME, TimeKind.RANGE)
_PLACELESS = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")

_DASH = re.compile(r"\)?\s*(?:\([A-Z][\w ]{1,20}\)\s*)?[-–—]")
_TOWN = re.compile(r"[A-Z][\w.]*(?:[ ,]+[A-Z][\w.]*){0,4},?\s*\(?")

ClaimsByArticle: TypeAlias = Mapping[str, Sequence[tuple[Span, int]]]
Names: TypeAlias = Mapping[tuple[str, str], str]  # (Article.id, plain name) → identity's name


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's words for one happening.

    `words` are their content words without the date's own, `names` whoever took part and where, by
    the names that identities have; `claim` is the number of the claim that shares the words.
    """

    evidence: Evidence
    kind: EventKind
    interval: Interval
    dating: Dating
    words: frozenset[str]
    senses: frozenset[str]
    names: frozenset[str]
    mentions: tuple[EventMention, ...]
    claim: int | None


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
        text = self.reading.article.text
        for sentence in self.reading.sentences:
            if sentence.block in _TOLD:
                times = _dates(self.reading, sentence)
                for time, words in zip(times, self._wordings(sentence.span, times), strict=True):
                    span, events = self._said(time, sentence.span) or words, self._inside(words)
                    interval = _bounded(text, time)
                    yield self._telling(span, events, interval, Dating.STATED, time.span)

    def undated(self, taken: Sequence[Span]) -> Iterator[Telling]:
        """A telling for each clause that tells a known kind of happening beside no date."""
        body = [s.span for s in self.reading.sentences if s.block in _TOLD]
        for event in self.reading.events:
            plain = event.kind not in (EventKind.OTHER, EventKind.SPEAKING)
            plain = plain and event.dating is not Dating.STATED
            free = not any(span.overlaps(event.span) for span in taken)
            if plain and free and any(span.contains(event.span) for span in body):
                yield self.of_event(event)

    def of_event(self, event: EventMention) -> Telling:
        """What the clause of one event tells."""
        return self._telling(event.span, (event,), event.interval, event.dating, event.time)

    def _wordings(self, sentence: Span, times: Sequence[TimeExpression]) -> Iterator[Span]:
        """For each date the words that go with it.

        Of a sentence with several dates that is the clause around each; but a date that opens the
        sentence ("On 3 May …") goes for all of it. A date in what somebody is reported to have said
        dates what was said, and the date of saying it does not reach into that.
        """
        text = self.reading.article.text
        clauses = split_clauses(text, sentence) if len(times) > 1 else ()
        for time in times:
            whole = self._reported(time, sentence) or self._frame(time, times, sentence)
            own = (clause for clause in clauses if clause.contains(time.span))
            opens = _OPENING.fullmatch(text, whole.start, time.span.start)
            yield whole if opens else next(own, whole)

    def _reported(self, time: TimeExpression, sentence: Span) -> Span | None:
        """The indirect content that a date stands in, if something happens in it."""
        for content in self._indirect():
            if content.contains(time.span) and sentence.contains(content) and self._inside(content):
                return content
        return None

    def _frame(self, time: TimeExpression, times: Sequence[TimeExpression], sentence: Span) -> Span:
        """The sentence, up to reported words that have a date of their own."""
        dated = [
            content.start
            for content in self._indirect()
            if content.start > time.span.end
            and any(content.contains(other.span) for other in times)
        ]
        end = min(dated, default=sentence.end)
        words = self.reading.article.text[sentence.start : min(end, sentence.end)].rstrip(" ,:")
        return Span(sentence.start, sentence.start + len(words.removesuffix(" that").rstrip(",")))

    def _indirect(self) -> Iterator[Span]:
        for statement in self.reading.statements:
            if statement.kind is StatementKind.INDIRECT and len(statement.content) == 1:
                yield statement.content[0]

    def _said(self, time: TimeExpression, sentence: Span) -> Span | None:
        """All of a statement that was said on a date, where it is longer than one sentence."""
        day = self._opened(time.span, sentence)
        for statement in self._dated_by(time):
            hull = _hull(statement, day)
            framed = statement.cue is not None and statement.cue.start < time.span.start
            if (framed or day.start == sentence.start) and not sentence.contains(hull):
                return hull
        return None

    def _dated_by(self, time: TimeExpression) -> Iterator[Statement]:
        """The statements whose saying, not whose content, a date stands beside."""
        for event in self.reading.events:
            if event.kind is EventKind.SPEAKING and event.time == time.span:
                for statement in self.reading.statements:
                    said = statement.cue is not None and statement.cue.overlaps(event.head)
                    if said and not any(c.contains(time.span) for c in statement.content):
                        yield statement

    def _opened(self, time: Span, sentence: Span) -> Span:
        """A date with the words before it, where it opens the sentence: "On Friday"."""
        text = self.reading.article.text
        opens = _OPENING.fullmatch(text, sentence.start, time.start)
        return Span(sentence.start if opens else time.start, time.end)

    def _who(self, named: Named) -> str:
        """The name of the identity that is named, else the name itself."""
        plain = plain_name(named.name)
        return self.names.get((self.reading.article.id, plain), plain)

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
            words=content_words(span.of(text)) - own,
            senses=frozenset(sense for event in events for sense in event.senses),
            names=frozenset(
                self._who(named)
                for event in events
                for named in (*event.participants, *event.places)
            ),
            mentions=events,
            claim=_claim_in(evidence, self.claims),
        )


def _hull(said: Statement, time: Span) -> Span:
    spans = [*said.content, time, *filter(None, (said.source, said.cue))]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _dates(reading: Reading, sentence: Sentence) -> list[TimeExpression]:
    """The dates of a sentence that have a place in the calendar, a range instead of its ends."""
    times = [
        time
        for time in reading.times
        if sentence.span.contains(time.span) and time.kind in _KINDS and _is_placed(time)
    ]
    ranges = [time.span for time in times if time.kind is TimeKind.RANGE]
    return [
        time
        for time in times
        if (time.kind is TimeKind.RANGE or not any(span.contains(time.span) for span in ranges))
        and not _is_a_speakers(time, reading)
        and not _TOPIC.match(reading.article.text, time.span.end)
        and not _is_dateline(reading, sentence, time)
    ]


def _is_dateline(reading: Reading, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a date says only where and when an article was written: "RUHL, 3 May 2024 — …"."""
    text = reading.article.text
    before = text[sentence.span.start : time.span.start]
    return (
        sentence.block is BlockKind.BODY
        and bool(_DASH.match(text, time.span.end))
        and bool(_TOWN.fullmatch(before))
    )


def _is_placed(time: TimeExpression) -> bool:
    interval = time.interval
    return time.timex not in _PLACELESS and not interval.earliest is interval.latest is None


def _is_a_speakers(time: TimeExpression, reading: Reading) -> bool:
    """Whether a date that leans on today stands in a quotation: the speaker's day is not known."""
    return time.anchor is not None and any(
        content.contains(time.span)
        for statement in reading.statements
        if statement.kind in (StatementKind.DIRECT, StatementKind.MIXED)
        for content in statement.content
    )


def _bounded(text: str, time: TimeExpression) -> Interval:
    """The date with the end open that the words before it open: "by the end of 2002"."""
    before = text[max(0, time.span.start - _LONGEST_OPENING) : time.span.start]
    interval = time.interval
    if time.kind is TimeKind.RANGE:
        return interval
    if _BEFORE.search(before):
        return Interval(f"../{interval.value.rpartition('/')[2]}", None, interval.latest)
    if _SINCE.search(before):
        return Interval(f"{interval.value.partition('/')[0]}/..", interval.earliest, None)
    return interval


def names_by_article(identities: Iterable[Identity]) -> Names:
    """Whom each form of a name means in each article."""
    return {
        (evidence.article, plain_name(alias.name)): identity.name
        for identity in identities
        for alias in identity.aliases
        for evidence in alias.evidence
    }


def claims_by_article(claims: Sequence[Sequence[Assertion]]) -> ClaimsByArticle:
    """Where each article asserts which claim, by the claim's number."""
    found: dict[str, list[tuple[Span, int]]] = {}
    for number, claim in enumerate(claims):
        for assertion in claim:
            evidence = assertion.evidence
            found.setdefault(evidence.article, []).append((evidence.span, number))
    return found


def _claim_in(telling: Evidence, claims: ClaimsByArticle) -> int | None:
    """The number of the claim that shares words with a telling."""
    asserted = (n for span, n in claims.get(telling.article, ()) if telling.span.overlaps(span))
    return next(asserted, None)
