"""Statements: who said what in an article, in whose words, through whom, and how we know."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import Article, Mention, Sentence, Statement, StatementKind, TimeExpression
from twosource.reading.sentences import READ_BLOCKS
from twosource.reading.statements.drafting import draft_statements
from twosource.reading.statements.drafting.drafts import Draft
from twosource.reading.statements.frames import Frame, build_frames, span_of
from twosource.reading.statements.frames.quotation_marks import Quotation, find_quotations
from twosource.reading.statements.interviews import find_interview
from twosource.reading.statements.nested import find_nested
from twosource.reading.statements.repeated import with_given_speakers
from twosource.reading.statements.said_when import with_days
from twosource.reading.statements.said_where import occasion_of
from twosource.reading.statements.speakers import Resolver
from twosource.reading.statements.voices import find_voices
from twosource.reading.statements.voices.media import Media
from twosource.reading.statements.voices.voice import Voice
from twosource.reading.tagger import UNTAGGED, Tags


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
    framed = build_frames(article, sentences, quotations, tags.names)
    interview = find_interview(article, framed, tags.names)
    frames, turns = interview.frames, {turn.content for turn in interview.turns}
    drafts = draft_statements(frames, tags, interview.turns)
    resolver = Resolver(article, frames, tags.names)
    outer = [
        _statement(article.text, draft, frames[draft.frame], voice)
        for draft, voice in find_voices(frames, drafts, resolver, Media(article, tags.names))
    ]
    in_marks = [statement for statement in outer if statement.content[0] not in turns]
    inner = list(find_nested(article, sentences, quotations, in_marks, resolver))
    given = {span for statement in inner for span in statement.content}
    marked = [q for q in quotations if q.depth and q.words not in given]
    statements = [*outer, *inner, *map(_nested, marked)]
    known = with_given_speakers(article.text, statements)
    ordered = sorted(known, key=lambda s: (s.content[0].start, -s.content[-1].end))
    quoted = sorted([*(quotation.outer for quotation in quotations), *turns])
    dated = with_days(article, sentences, times, ordered, quoted)
    return Speech(tuple(dated), tuple(resolver.with_roles(tags.names)))


def _nested(quotation: Quotation) -> Statement:
    """Words in quotation marks inside quoted words: the speaker's own marks."""
    reason = "quotation marks inside a quotation"
    return Statement(StatementKind.FRAGMENT, (quotation.words,), None, None, None, None, reason)


def _statement(text: str, draft: Draft, frame: Frame, voice: Voice) -> Statement:
    a, turn = draft.attribution, draft.turn
    if turn is not None:
        label, who = turn.label, turn.speaker
        return Statement(draft.kind, draft.content, label, None, who, None, draft.reason)
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
        occasion=occasion_of(frame, draft, a),
        about=draft.about,
    )


def _with_relative(frame: Frame, source: range, cue: range) -> range:
    """The words that name a speaker, with the "who" that takes them up before the cue."""
    behind = frame.classes[source.stop : cue.start].lstrip(",")
    who = frame.classes.find("W", source.stop, cue.start) if behind.startswith("W") else -1
    return range(source.start, who + 1) if who >= 0 else source
