"""Quotes by speaker: the same words in several articles are one quote with several citations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.dossier.index import CITATIONS_SHOWN, Index
from twosource.dossier.view import QuoteShown, Shortlist, SpeakerShown
from twosource.dossier.words import said_in_words
from twosource.model import (
    Dating,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
)

QUOTES_SHOWN = 20  # of one speaker
_NOTES = {
    SpeakerKind.NAMED: None,
    SpeakerKind.DESCRIBED: "described, not named: never joined with anybody of like description",
    SpeakerKind.UNRESOLVED: "who this is could not be settled from the article alone",
}
_OPENING, _CLOSING, _SINGLE = "“„«「『\"‘‚‹'", "”“»「」』\"’‘›'", "‘’‚‹›'"
_NOT_WORDS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement and the reading it stands in."""

    reading: Reading
    statement: Statement


def speakers(index: Index) -> list[SpeakerShown]:
    """Everybody who is quoted, those in most articles first, the unresolved ones last."""
    groups: dict[tuple[str, ...], list[_Said]] = {}
    for reading in index.readings:
        for statement in reading.statements:
            if statement.gives_words:
                key = _identity(statement.speaker, reading, index)
                groups.setdefault(key, []).append(_Said(reading, statement))
    return [_speaker(groups[key], index) for key in sorted(groups, key=lambda k: _rank(groups[k]))]


def fragments(readings: Iterable[Reading]) -> int:
    """How often something stands in quotation marks by which nobody is quoted."""
    statements = (s for reading in readings for s in reading.statements)
    return sum(s.kind is StatementKind.FRAGMENT for s in statements)


def _identity(speaker: Speaker | None, reading: Reading, index: Index) -> tuple[str, ...]:
    """What makes two statements one speaker's: the same who, across articles if named.

    Descriptions and pronouns are joined within their article only.
    """
    if speaker is None:
        return ("", "")
    if speaker.kind is SpeakerKind.NAMED:
        name = index.full_name(reading.article.id, speaker.name)
        return (speaker.kind.value, " ".join(name.casefold().split()))
    return (speaker.kind.value, speaker.name.casefold(), reading.article.id)


def _rank(said: Sequence[_Said]) -> tuple[int, int, int, str]:
    speaker = said[0].statement.speaker
    kinds = [*SpeakerKind, None]
    name = speaker.name if speaker else ""
    kind = speaker.kind if speaker else None
    return kinds.index(kind), -_articles(said), -len(said), f"{name} {said[0].reading.article.id}"


def _speaker(said: Sequence[_Said], index: Index) -> SpeakerShown:
    speaker, article = said[0].statement.speaker, said[0].reading.article.id
    quotes = _quotes(said, index)
    return SpeakerShown(
        name=index.full_name(article, speaker.name) if speaker else "Nobody named",
        role=_role(said),
        note=_NOTES[speaker.kind] if speaker else "the articles do not say whose words these are",
        quotes=Shortlist.of(quotes, QUOTES_SHOWN),
    )


def _role(said: Iterable[_Said]) -> str | None:
    """The first role an article gives, in its own words."""
    roles = (
        s.statement.speaker.role.of(s.reading.article.text)
        for s in said
        if s.statement.speaker and s.statement.speaker.role
    )
    return next(roles, None)


def _quotes(said: Iterable[_Said], index: Index) -> list[QuoteShown]:
    """The words, equal ones together; the most repeated first, else in order of the page."""
    same: dict[tuple[str, Polarity], list[_Said]] = {}
    for one in said:
        same.setdefault(_sameness(one), []).append(one)
    quotes = [(_articles(group), _quote(group, index)) for group in same.values()]
    return [quote for _, quote in sorted(quotes, key=lambda found: -found[0])]


def _articles(said: Iterable[_Said]) -> int:
    return len({s.reading.article.id for s in said})


def _sameness(said: _Said) -> tuple[str, Polarity]:
    """What two quotes share that are one: their words, and whether the speaker stands by them."""
    return _NOT_WORDS.sub(" ", _words(said).casefold()).strip(), said.statement.polarity


def _quote(same: Sequence[_Said], index: Index) -> QuoteShown:
    first = same[0].statement
    text = same[0].reading.article.text
    kept = Shortlist.of(same, CITATIONS_SHOWN)
    return QuoteShown(
        kind=first.kind.value,
        words=_words(same[0]),
        stance=None if first.polarity is Polarity.SAYS else first.polarity.value,
        through=tuple(relay.speaker.name for relay in first.chain),
        occasion=first.occasion.of(text) if first.occasion else None,
        date=_date(same),
        reason=first.reason,
        citations=Shortlist(
            tuple(index.cite_parts(s.reading.article.id, s.statement.content) for s in kept.shown),
            kept.more,
        ),
    )


def _date(same: Sequence[_Said]) -> str | None:
    """When the words were said, as the article tells that states it best; an assumption says so."""
    best = min(same, key=lambda said: list(Dating).index(said.statement.dating)).statement
    return said_in_words(best.said_on, best.dating) if best.said_on else None


def _words(said: _Said) -> str:
    """The words with the quotation marks that the article gives them, and no others."""
    text = said.reading.article.text
    return " … ".join(_in_marks(span, text).of(text) for span in said.statement.content)


def _in_marks(span: Span, text: str) -> Span:
    """The span with the marks that enclose it; a single mark alone may be an apostrophe."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    opens, closes = before in _OPENING, after in _CLOSING
    if before in _SINGLE or after in _SINGLE:
        opens = closes = opens and closes
    return Span(
        span.start - (len(before) if opens else 0), span.end + (len(after) if closes else 0)
    )
