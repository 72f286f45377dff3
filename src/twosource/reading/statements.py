"""Statements: who said what in an article, in whose words, through whom, and how we know."""

import re
from collections.abc import Sequence

import msgspec

from twosource.model import Article, Interval, Sentence, Span, Statement, TimeExpression
from twosource.reading.attribution import Attribution, span_of
from twosource.reading.drafts import Draft, draft_statements
from twosource.reading.frames import Frame, build_frames
from twosource.reading.phrases import CORE
from twosource.reading.quotation_marks import find_quotations
from twosource.reading.sentences import READ_BLOCKS
from twosource.reading.voices import Voice, find_voices
from twosource.vocabulary import load


def find_statements(
    article: Article, sentences: Sequence[Sentence], times: Sequence[TimeExpression]
) -> tuple[Statement, ...]:
    """The statements of an article, in order of their first words; of two, the longer first."""
    paragraphs = [block.span for block in article.blocks if block.kind in READ_BLOCKS]
    quotations = find_quotations(article.text, paragraphs)
    frames = build_frames(article, sentences, quotations)
    drafts = draft_statements(frames)
    statements = [
        _statement(article.text, draft, frames[draft.frame], voice, times)
        for draft, voice in find_voices(article, frames, drafts)
    ]
    return tuple(sorted(statements, key=lambda s: (s.content[0].start, -s.content[-1].end)))


def _statement(
    text: str, draft: Draft, frame: Frame, voice: Voice, times: Sequence[TimeExpression]
) -> Statement:
    a = draft.attribution
    if a is None:
        return Statement(draft.kind, draft.content, None, None, None, None, draft.reason)
    return Statement(
        kind=draft.kind,
        content=draft.content,
        source=span_of(frame, voice.source) if voice.source else None,
        cue=span_of(frame, a.cue),
        speaker=voice.speaker,
        said_on=_said_on(frame, draft, times),
        reason=draft.reason.format(cue=span_of(frame, a.cue).of(text)),
        sense=a.sense,
        polarity=a.polarity,
        chain=voice.chain,
        occasion=_occasion(frame, draft, a),
    )


# ── When and where ───────────────────────────────────────────────────────────────────────────────


class _Occasions(msgspec.Struct, frozen=True):
    occasions: frozenset[str]


_PLACE = re.compile(rf"(?<![KY])I(?P<np>{CORE})")


def _said_on(frame: Frame, draft: Draft, times: Sequence[TimeExpression]) -> Interval | None:
    """When it was said: the one time named in the reporting clause, outside what is reported."""
    named = {
        time.interval
        for time in times
        if frame.span.contains(time.span)
        and not any(w.quotation and w.span.overlaps(time.span) for w in frame.words)
        and not any(span.overlaps(time.span) for span in draft.content)
        and time.interval.earliest is not None
        and time.interval.latest is not None
    }
    return named.pop() if len(named) == 1 else None


def _occasion(frame: Frame, draft: Draft, attribution: Attribution) -> Span | None:
    """Where it was said: "in a statement", or who was told if that was a court or a meeting."""
    phrases = [range(m.start(), m.end("np")) for m in _PLACE.finditer(frame.classes)]
    for words in (attribution.listener, *phrases):
        span = span_of(frame, words) if words else None
        outside = span and not any(piece.overlaps(span) for piece in draft.content)
        if span and outside and _names_occasion(frame, words):
            return span
    return None


def _names_occasion(frame: Frame, words: range) -> bool:
    known: _Occasions = load("occasions", _Occasions)
    return frame.words[words.stop - 1].lower in known.occasions
