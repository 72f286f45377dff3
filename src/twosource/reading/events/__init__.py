"""Events: what an article tells of, clause by clause: what, when, where, who and how many.

A sentence is cut into clauses (`clauses`), each clause has a head (`heads`), a date (`dates`) and
its participants (`participants`). Rules over classes of words (`statements.words`), no parser.
"""

from bisect import bisect_left
from collections.abc import Iterator

from twosource.model import EventKind, EventMention, Named, Quantity, Reading, Sense, Span
from twosource.reading.events.clauses import Clause
from twosource.reading.events.dates import Calendar
from twosource.reading.events.heads import happening_nouns, main_head
from twosource.reading.events.lexicon import kind_of, meanings
from twosource.reading.events.participants import Company
from twosource.reading.statements.frames import Frame, build_frames

__all__ = ["Narrative", "find_events"]


def find_events(reading: Reading) -> tuple[EventMention, ...]:
    """What every clause of an article tells to have happened, in the order of the text.

    `reading` is everything else that was found in the article.
    """
    return tuple(Narrative(reading).every())


class Narrative:
    """An article cut into clauses, and what is known of each."""

    def __init__(self, found: Reading) -> None:
        self._frames = build_frames(found.article, found.sentences, ())
        self._calendar = Calendar(found.article, self._frames, found.times)
        self._company = Company(found.article.text, self._frames, found.mentions)
        self._quantities = sorted(found.quantities, key=_start)
        cues = (s.cue for s in found.statements if s.cue and s.sense is Sense.SAYS)
        self._said = {at for cue in cues for at in range(cue.start, cue.end)}

    def every(self) -> Iterator[EventMention]:
        """The events of all clauses, whoever the clause names taking part in them."""
        for number in range(len(self._frames)):
            clauses = self._calendar.clauses(number)
            for clause in clauses:
                company = self._company.of_clause(number, clauses, clause)
                for head in self._heads(number, clause):
                    yield self._mention(number, clause, head, company)

    def _heads(self, number: int, clause: Clause) -> list[int]:
        """What a clause tells mainly, and nouns that have a time of their own beside them."""
        main = main_head(clause)
        nouns = (at for at in happening_nouns(clause) if self._calendar.is_dated(number, at))
        return sorted({*([] if main is None else [main]), *nouns})

    def at(self, span: Span) -> EventMention | None:
        """The event whose head is given, `None` where no word of a sentence stands there."""
        for number, frame in enumerate(self._frames):
            if frame.span.overlaps(span):
                head = _nearest(frame, span)
                clauses = self._calendar.clauses(number)
                clause = next(one for one in clauses if one.first <= head < one.stop)
                company = self._company.of_word(number, clauses, clause, head)
                return self._mention(number, clause, head, company)
        return None

    def _mention(
        self, number: int, clause: Clause, head: int, company: tuple[Named, ...]
    ) -> EventMention:
        word, span = clause.frame.words[head], clause.span
        dated = self._calendar.date(number, clause, head)
        said = not self._said.isdisjoint(range(word.span.start, word.span.end))
        return EventMention(
            span=span,
            head=word.span,
            kind=EventKind.SPEAKING if said else kind_of(word.lower),
            senses=meanings(word.lower),
            interval=dated.interval,
            dating=dated.dating,
            time=dated.time,
            participants=company,
            places=self._company.places(number, clause),
            counts=tuple(map(_counted, self._within(span))),
            reason=dated.reason,
        )

    def _within(self, span: Span) -> Iterator[Quantity]:
        first = bisect_left(self._quantities, span.start, key=_start)
        last = bisect_left(self._quantities, span.end, key=_start)
        return (q for q in self._quantities[first:last] if span.contains(q.span))


def _start(quantity: Quantity) -> int:
    return quantity.span.start


def _counted(quantity: Quantity) -> Span:
    """A quantity with what it counts, where that stands behind it: "over 150 attacks"."""
    counted = quantity.counted or quantity.span
    return Span(quantity.span.start, max(quantity.span.end, counted.end))


def _nearest(frame: Frame, span: Span) -> int:
    """The position of the word that shares most with a span, else of the one nearest to it."""
    words = frame.words
    return min(
        range(len(words)),
        key=lambda at: (-words[at].span.shared(span), abs(words[at].span.start - span.start), at),
    )
