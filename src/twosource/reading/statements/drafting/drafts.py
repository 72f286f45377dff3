"""Drafts: the statements of an article before anybody knows who their speakers are."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from twosource.model import Span, StatementKind
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.interviews.turns import Turn
from twosource.reading.statements.lexicon.verbs import Takes


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement without its speaker.

    `frame` numbers the frame of its cue and source; `end` and `block` the frame and paragraph it
    ends in. `outer` is the statement it stands in, if somebody reports somebody else's words. A
    `turn` of a talk says itself who speaks.
    """

    kind: StatementKind
    content: tuple[Span, ...]
    frame: int
    end: int
    block: int
    reason: str
    attribution: Attribution | None = None
    outer: "Draft | None" = None
    about: tuple[Span, ...] = ()
    turn: Turn | None = None


_RIVALS = "reported with “{cue}”, but two speakers compete, so that none is chosen"
TURN_GOES_ON = "more of a turn in a talk: it stands below the turn and has no label of its own"
REASONS = {
    Shape.SUBJECT_FIRST: "reported with “{cue}”, the speaker before it",
    Shape.VERB_FIRST: "reported with “{cue}”, the speaker behind it",
    Shape.PARTICIPLE: "reported with “{cue}”, which shares its subject with the clause before",
    Shape.QUOTED: "passed on with “{cue}”",
    Shape.ACCORDING_TO: "reported with “{cue}”",
    Shape.PASSIVE: "reported with “{cue}”, in the passive",
    Shape.NOUN: "put forward as somebody’s “{cue}”",
    Shape.TAGGED: "marked by the tagger at “{cue}”",
    Shape.TURN: "a turn in a talk that the page prints",
    Shape.SIGNED: "signed with a name behind a dash",
    Shape.COLON: "a colon introduces them, behind a clause about the speaker",
}


def draft_of(
    frame: Frame,
    number: int,
    attribution: Attribution,
    outer: Draft | None,
    kept: Sequence[Attribution],
) -> Draft:
    """The draft of an attribution inside `outer`, beside the others that are `kept`."""
    others = (a for a in kept if a is not attribution and a.stands_in(attribution))
    inner = {i for a in others if not _is_pronoun(frame, a.source) for i in a.reported}
    return Draft(
        kind=kind_of(frame, attribution, inner),
        content=tuple(s for piece in attribution.content for s in spans_of(frame, piece)),
        frame=number,
        end=number,
        block=frame.block,
        reason=_RIVALS if attribution.rivals else REASONS[attribution.shape],
        attribution=attribution,
        outer=outer,
        about=about_of(frame, attribution),
    )


def _is_pronoun(frame: Frame, source: range) -> bool:
    return set(frame.classes_in(source)) == {"R"}


def kind_of(
    frame: Frame, attribution: Attribution, inner: AbstractSet[int] = frozenset()
) -> StatementKind:
    """How the words are given; marks around what an inner speaker said do not count."""
    words = sorted(attribution.reported)
    classes = "".join("N" if i in inner else frame.classes[i] for i in words)
    if "Q" not in classes:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if not classes.strip("QC,") else StatementKind.MIXED


def about_of(frame: Frame, attribution: Attribution) -> tuple[Span, ...]:
    """The unquoted pieces of a content that only name what its quoted words are said of."""
    words = frame.words_in(*attribution.content)
    unquoted = {word.kind for word in words if word.quotation is None}
    verb = attribution.verb
    named = verb is not None and verb.takes(Takes.OBJECT) and unquoted.isdisjoint("AVKT")
    if not named or all(word.quotation is None for word in words):
        return ()
    quoted = {word.quotation.words for word in words if word.quotation is not None}
    spans = (s for piece in attribution.content for s in spans_of(frame, piece))
    return tuple(span for span in spans if span not in quoted)


def spans_of(frame: Frame, piece: range) -> Iterator[Span]:
    """The characters of some words, without the outer marks of the quotations among them."""
    start = piece.start
    for index in piece:
        quotation = frame.words[index].quotation
        if quotation is not None:
            if index > start:
                yield span_of(frame, range(start, index))
            yield quotation.words
            start = index + 1
        elif index == start and frame.classes[index] == ",":
            start = index + 1  # the comma behind a quotation is no part of what follows
    if start < piece.stop:
        yield span_of(frame, range(start, piece.stop))
