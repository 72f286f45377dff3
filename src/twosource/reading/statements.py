"""Statements: who said what in an article, in whose words, and how we know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model import (
    Article,
    Interval,
    Sentence,
    Span,
    Statement,
    StatementKind,
    TimeExpression,
)
from twosource.reading.attribution import Attribution, find_attributions, span_of
from twosource.reading.frames import Frame, build_frames
from twosource.reading.quotation_marks import Quotation, find_quotations
from twosource.reading.sentences import READ_BLOCKS
from twosource.reading.speakers import Resolver, Source


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement before its speaker is resolved; `frame` numbers the frame it stands in."""

    kind: StatementKind
    content: tuple[Span, ...]
    source: Source | None
    cue: Span | None
    sense: str
    frame: int
    reason: str


# A quotation that nobody is named for is somebody's words from this many words on; below, it is a
# term, a title or a word held at arm's length.
_LONG_ENOUGH_TO_BE_SPEECH = 6


def find_statements(
    article: Article, sentences: Sequence[Sentence], times: Sequence[TimeExpression]
) -> tuple[Statement, ...]:
    """The statements of an article, in order of their first words."""
    paragraphs = [block.span for block in article.blocks if block.kind in READ_BLOCKS]
    quotations = find_quotations(article.text, paragraphs)
    frames = build_frames(article, sentences, quotations)
    drafts: list[_Draft] = []
    for number, frame in enumerate(frames):
        found = list(_attributed(frame, number))
        drafts += found
        for index in _unattributed(frame, found):
            _place(drafts, frames, number, index, article.text)
    resolver = Resolver(article.text, frames)
    statements = [_statement(frames, draft, resolver, times) for draft in drafts]
    return tuple(sorted(statements, key=lambda s: s.content[0]))


def _attributed(frame: Frame, number: int) -> Iterator[_Draft]:
    """The statements that a frame attributes itself; the first of two that compete is kept."""
    taken: set[int] = set()
    for attribution in find_attributions(frame):
        words = [i for piece in attribution.content for i in piece]
        if not any(i in taken for i in words):
            taken.update(words)
            yield _draft(frame, number, attribution)


def _draft(frame: Frame, number: int, attribution: Attribution) -> _Draft:
    role = span_of(frame, attribution.role) if attribution.role else None
    return _Draft(
        kind=_kind(frame, attribution),
        content=tuple(s for piece in attribution.content for s in _spans(frame, piece)),
        source=Source(number, attribution.source, role) if attribution.source else None,
        cue=span_of(frame, attribution.cue),
        sense=attribution.sense,
        frame=number,
        reason=attribution.shape,
    )


def _kind(frame: Frame, attribution: Attribution) -> StatementKind:
    classes = "".join(frame.classes[i] for piece in attribution.content for i in piece)
    if "Q" not in classes:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if not classes.strip("QC,") else StatementKind.MIXED


def _spans(frame: Frame, piece: range) -> Iterator[Span]:
    """The characters of some words, without the outer marks of the quotations among them."""
    start = piece.start
    for index in piece:
        quotation = frame.words[index].quotation
        if quotation is not None:
            if index > start:
                yield span_of(frame, range(start, index))
            yield quotation.words
            start = index + 1
    if start < piece.stop:
        yield span_of(frame, range(start, piece.stop))


# ── Quotations that their own sentence does not attribute ────────────────────────────────────────


def _unattributed(frame: Frame, found: list[_Draft]) -> Iterator[Quotation]:
    taken = {span for draft in found for span in draft.content}
    for word in frame.words:
        if word.quotation is not None and word.quotation.words not in taken:
            yield word.quotation


def _place(
    drafts: list[_Draft], frames: Sequence[Frame], number: int, quotation: Quotation, text: str
) -> None:
    """Add a quotation to the statement it goes on with, or make it one of its own."""
    frame = frames[number]
    before = _spoken_before(drafts, number)
    if before is None or not (quotation.goes_on or _is_bare(frame)):
        drafts.append(_alone(quotation, number, text))
    elif before.kind is StatementKind.DIRECT:
        grown = replace(before, content=(*before.content, quotation.words))
        drafts[drafts.index(before)] = grown
    else:
        drafts.append(_carried(quotation, number, before))


def _is_bare(frame: Frame) -> bool:
    return not frame.classes.strip("QC,-.:;")


def _spoken_before(drafts: list[_Draft], number: int) -> _Draft | None:
    """The quoted statement that ends right before this frame."""
    recent = [d for d in drafts if number - d.frame <= 1 and d.kind is not StatementKind.FRAGMENT]
    spoken = [d for d in recent if d.kind is StatementKind.DIRECT]
    candidates = spoken or recent
    return candidates[-1] if candidates else None


def _carried(quotation: Quotation, number: int, before: _Draft) -> _Draft:
    reason = "goes on from the sentence before"
    kind = StatementKind.DIRECT
    return replace(
        before, kind=kind, content=(quotation.words,), cue=None, frame=number, reason=reason
    )


def _alone(quotation: Quotation, number: int, text: str) -> _Draft:
    words = quotation.words.of(text).split()
    speech = len(words) >= _LONG_ENOUGH_TO_BE_SPEECH
    kind = StatementKind.DIRECT if speech else StatementKind.FRAGMENT
    reason = "nobody is named" if speech else "a few words in quotation marks"
    return _Draft(kind, (quotation.words,), None, None, "says", number, reason)


def _statement(
    frames: Sequence[Frame],
    draft: _Draft,
    resolver: Resolver,
    times: Sequence[TimeExpression],
) -> Statement:
    source = draft.source
    return Statement(
        kind=draft.kind,
        content=draft.content,
        source=span_of(frames[source.frame], source.words) if source else None,
        cue=draft.cue,
        speaker=resolver.speaker(source) if source else None,
        said_on=_said_on(frames[source.frame], draft, times) if source else None,
        reason=draft.reason,
    )


def _said_on(frame: Frame, draft: _Draft, times: Sequence[TimeExpression]) -> Interval | None:
    """When it was said: the one day named in the reporting clause, outside what is reported."""
    days = {
        time.interval
        for time in times
        if frame.span.contains(time.span)
        and not any(w.quotation and w.span.overlaps(time.span) for w in frame.words)
        and not any(span.overlaps(time.span) for span in draft.content)
        and time.interval.earliest is not None
        and time.interval.latest is not None
    }
    return days.pop() if len(days) == 1 else None
