"""Told: words that an article gives as somebody's, with what they are compared by."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from twosource.collation.identities.names import plain_name
from twosource.collation.stems import WORD, content_words
from twosource.model import (
    Evidence,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
)

Words = tuple[str, ...]

_OPENING, _CLOSING = "\"'“„«‘‹」", "\"'”“»’›"


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as an article tells it, or one piece of an interrupted quotation.

    `words` are in lower case, `stems` those of them that count, `marked` the pieces that stand in
    quotation marks; of a direct statement that is all of it.
    """

    reading: Reading
    statement: Statement
    span: Span
    words: Words
    stems: frozenset[str]
    marked: tuple[Span, ...]

    @property
    def article(self) -> str:
        """The id of the article that tells it."""
        return self.reading.article.id

    @property
    def evidence(self) -> Evidence:
        """From the first word to the last."""
        return Evidence(self.article, self.span)

    @property
    def pieces(self) -> Mapping[Words, Span]:
        """The quoted pieces by their words."""
        return {_words(self.reading.article.text, [span]): span for span in self.marked}

    @property
    def dates(self) -> frozenset[str]:
        """The digits of the days and hours that the words name."""
        inside = (one.span for one in self.reading.times if self.span.contains(one.span))
        words = (span.of(self.reading.article.text) for span in inside)
        return frozenset(digits for word in words for digits in re.findall(r"\d+", word))

    @property
    def is_mixed(self) -> bool:
        """Whether quoted words stand among others."""
        return self.statement.kind is StatementKind.MIXED and bool(self.marked)

    @property
    def speaker(self) -> Speaker | None:
        """Who is known to speak."""
        found = self.statement.speaker
        return None if found is None or found.kind is SpeakerKind.UNRESOLVED else found

    @property
    def name(self) -> str | None:
        """The speaker's name in plain letters, if it is a name and no description."""
        named = self.speaker is not None and self.speaker.kind is SpeakerKind.NAMED
        return plain_name(self.speaker.name) if named and self.speaker else None


def told_in(reading: Reading) -> Iterator[Told]:
    """What an article gives as somebody's words; what it repeats once."""
    seen: set[tuple[Words, str | None]] = set()
    for statement in reading.statements:
        if statement.gives_words:
            for one in _pieces(reading, statement):
                if one.stems and (one.words, one.name) not in seen:
                    seen.add((one.words, one.name))
                    yield one


def _pieces(reading: Reading, statement: Statement) -> Iterator[Told]:
    """A statement in one; of an interrupted quotation each piece by itself."""
    text, content = reading.article.text, statement.content
    direct = statement.kind is StatementKind.DIRECT
    for spans in [(span,) for span in content] if direct else [content]:
        words = _words(text, spans)
        marked = tuple(s for s in spans if direct or _in_marks(text, s))
        whole = Span(spans[0].start, spans[-1].end)
        yield Told(reading, statement, whole, words, content_words(" ".join(words)), marked)


def _in_marks(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return bool(before) and before in _OPENING and bool(after) and after in _CLOSING


def in_order(told: Iterable[Told], generations: Mapping[str, int]) -> list[Told]:
    """By day of publication, undated ones last; copies behind what they copy; the fuller first."""
    return sorted(
        told,
        key=lambda t: (
            _day(t.reading),
            generations.get(t.article, 0),
            -len(t.words),
            t.evidence,
        ),
    )


def _day(reading: Reading) -> date:
    published = reading.article.published
    return (published and published.interval.earliest) or date.max


def _words(text: str, spans: Iterable[Span]) -> Words:
    return tuple(
        word.casefold().replace("’", "'") for span in spans for word in WORD.findall(span.of(text))
    )
