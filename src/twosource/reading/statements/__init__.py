"""Statements: who said what in an article, in whose words, through whom, and how we know."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from twosource.model import (
    Article,
    Mention,
    Sentence,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
    TimeExpression,
)
from twosource.reading.sentences import READ_BLOCKS
from twosource.reading.statements.attribution import Attribution
from twosource.reading.statements.drafting import draft_statements
from twosource.reading.statements.drafts import Draft
from twosource.reading.statements.frames import Frame, build_frames, span_of
from twosource.reading.statements.media import Media
from twosource.reading.statements.nested import find_nested
from twosource.reading.statements.phrases import CORE, FINITE
from twosource.reading.statements.quotation_marks import Quotation, find_quotations
from twosource.reading.statements.said_when import with_days
from twosource.reading.statements.speakers import Resolver
from twosource.reading.statements.voices import Voice, find_voices
from twosource.reading.statements.words import cut_words
from twosource.reading.tagger import UNTAGGED, Tags
from twosource.vocabulary import load


@dataclass(frozen=True, slots=True)
class Speech:
    """The statements of an article, and the tagger's names with the roles that stand by them."""

    statements: tuple[Statement, ...]
    names: tuple[Mention, ...]


def find_statements(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    tags: Tags = UNTAGGED,
) -> tuple[Statement, ...]:
    """The statements of an article alone, as `read_speech` finds them."""
    return read_speech(article, sentences, times, tags).statements


def read_speech(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    tags: Tags = UNTAGGED,
) -> Speech:
    """The statements of an article, in order of their first words; of two, the longer first.

    `tags` are what the tagger marks in the article's text; without them the grammar of reporting
    clauses stands alone.
    """
    paragraphs = [block.span for block in article.blocks if block.kind in READ_BLOCKS]
    quotations = find_quotations(article.text, paragraphs)
    frames = build_frames(article, sentences, quotations, tags.names)
    drafts = draft_statements(frames, tags.parts)
    resolver = Resolver(article, frames, tags.names)
    outer = [
        _statement(article.text, draft, frames[draft.frame], voice)
        for draft, voice in find_voices(frames, drafts, resolver, Media(article, tags.names))
    ]
    inner = list(find_nested(article, sentences, quotations, outer, resolver))
    given = {span for statement in inner for span in statement.content}
    marked = [q for q in quotations if q.depth and q.words not in given]
    statements = [*outer, *inner, *map(_nested, marked)]
    given_words = [
        (_plain(article.text, s), s) for s in statements if s.gives_words and _is_known(s.speaker)
    ]
    known = [_repeated(article.text, statement, given_words) for statement in statements]
    ordered = sorted(known, key=lambda s: (s.content[0].start, -s.content[-1].end))
    quoted = [quotation.outer for quotation in quotations]
    dated = with_days(article, sentences, times, ordered, quoted)
    return Speech(tuple(dated), tuple(resolver.with_roles(tags.names)))


def _nested(quotation: Quotation) -> Statement:
    """Words in quotation marks inside quoted words: the speaker's own marks."""
    reason = "quotation marks inside a quotation"
    return Statement(StatementKind.FRAGMENT, (quotation.words,), None, None, None, None, reason)


# Fewer words return by chance, fewer in a row of many, and fewer in a row where others are told.
_ENOUGH_WORDS, _RUN, _LONG_RUN = 3, 5, 7


def _repeated(text: str, statement: Statement, given: Sequence[tuple[str, Statement]]) -> Statement:
    """A quotation nobody is named for, such as a headline, whose words return with a speaker."""
    quoted = statement.kind is StatementKind.DIRECT or _is_clause(text, statement)
    if not (quoted and _is_open(statement.speaker)):
        return statement
    words = _plain(text, statement).split()
    enough = _ENOUGH_WORDS if statement.speaker is None else _RUN
    length = _RUN if _is_all_of_its_line(text, statement) else _LONG_RUN
    sought = list(_runs(words, length)) if len(words) >= enough else []
    same = (one for said, one in given if any(run in said for run in sought))
    elsewhere = (one for one in same if not _is_in(statement.content[0], one))
    speakers = {one.speaker.name: one.speaker for one in elsewhere if one.speaker}
    if len(speakers) != 1:
        return statement
    reason = "the same words are given to this speaker elsewhere in the article"
    speaker = next(iter(speakers.values()))
    return replace(statement, kind=StatementKind.DIRECT, speaker=speaker, reason=reason)


def _is_in(span: Span, statement: Statement) -> bool:
    return any(piece.overlaps(span) for piece in statement.content)


def _is_clause(text: str, statement: Statement) -> bool:
    """Whether a few words in marks can be a clause, and not a name: “I would do it again”."""
    fragment = statement.kind is StatementKind.FRAGMENT
    words = cut_words(text, statement.content[0].start, statement.content[0].end)
    kinds = {word.kind for word in words} if fragment else set()
    return "R" in kinds and not kinds.isdisjoint(FINITE)


def _is_known(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.kind is not SpeakerKind.UNRESOLVED


def _is_open(speaker: Speaker | None) -> bool:
    """Whether nobody is named, or one person whom nobody can follow."""
    return speaker is None or (
        not _is_known(speaker) and speaker.name.lower() in {"he", "she", "it"}
    )


def _is_all_of_its_line(text: str, statement: Statement) -> bool:
    """Whether a line is a quotation and no more, as a headline is."""
    start, end = statement.content[0].start, statement.content[-1].end
    before, behind = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    return not re.search(r"\w", before + behind)


def _runs(words: Sequence[str], length: int) -> Iterator[str]:
    """Every so many words in a row; of fewer words all."""
    for start in range(max(1, len(words) - length + 1)):
        yield " ".join(words[start : start + length])


def _plain(text: str, statement: Statement) -> str:
    words = (word for span in statement.content for word in re.findall(r"\w+", span.of(text)))
    return " ".join(words).casefold()


def _statement(text: str, draft: Draft, frame: Frame, voice: Voice) -> Statement:
    a = draft.attribution
    if a is None:
        return Statement(draft.kind, draft.content, None, None, None, None, draft.reason)
    return Statement(
        kind=draft.kind,
        content=draft.content,
        source=span_of(frame, _with_relative(frame, voice.source, a.cue)) if voice.source else None,
        cue=span_of(frame, a.cue) if a.cue else None,
        speaker=voice.speaker,
        said_on=None,
        reason=draft.reason.format(cue=span_of(frame, a.cue).of(text) if a.cue else ":"),
        sense=a.sense,
        polarity=a.polarity,
        chain=voice.chain,
        occasion=_occasion(frame, draft, a),
        about=draft.about,
    )


def _with_relative(frame: Frame, source: range, cue: range) -> range:
    """The words that name a speaker, with the "who" that takes them up before the cue."""
    behind = frame.classes[source.stop : cue.start].lstrip(",")
    who = frame.classes.find("W", source.stop, cue.start) if behind.startswith("W") else -1
    return range(source.start, who + 1) if who >= 0 else source


# ── Where ────────────────────────────────────────────────────────────────────────────────────────


class _Occasions(msgspec.Struct, frozen=True):
    occasions: frozenset[str]


_PLACE = re.compile(rf"(?<![KY])I(?P<np>{CORE})")


def _occasion(frame: Frame, draft: Draft, attribution: Attribution) -> Span | None:
    """Where it was said: "in a statement", or who was told if that was a court or a meeting.

    Words of the cue itself say how and not where: "put out a statement".
    """
    phrases = [range(m.start(), m.end("np")) for m in _PLACE.finditer(frame.classes)]
    for words in (attribution.listener, *phrases):
        told = words and not {*words} & {*attribution.cue}
        span = span_of(frame, words) if told else None
        outside = span and not any(piece.overlaps(span) for piece in draft.content)
        if span and outside and _names_occasion(frame, words):
            return span
    return None


def _names_occasion(frame: Frame, words: range) -> bool:
    known: _Occasions = load("occasions", _Occasions)
    return frame.words[words.stop - 1].lower in known.occasions
