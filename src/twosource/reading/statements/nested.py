"""Nested statements: what somebody inside quoted words is reported to have said.

"The board said: “The owners told us that it never sank.”" puts words into the owners' mouth, and
the board passes them on. An inner source has a name, or is described as somebody or as a text that
speaks; an "I" is the speaker again, and a plan that says so is part of what is said.
Whom a "he" inside a quotation means is seldom told outside it: he counts where he is quoted word
for word and only one person is named right before.
"""

from collections.abc import Iterator, Sequence

from twosource.model import Article, Relay, Sense, Sentence, Speaker, Statement, StatementKind
from twosource.reading.statements.drafting.drafts import about_of, kind_of, spans_of
from twosource.reading.statements.frames import Frame, frames_inside, span_of
from twosource.reading.statements.frames.quotation_marks import Quotation
from twosource.reading.statements.grammar import find_attributions
from twosource.reading.statements.grammar.attribution import Attribution, reports_speech
from twosource.reading.statements.grammar.unlisted import is_somebody
from twosource.reading.statements.grammar.unsaid import (
    gives_no_words,
    is_nobody,
    only_requests,
    reports_nothing,
)
from twosource.reading.statements.lexicon.verbs import is_finder, is_given_out
from twosource.reading.statements.speakers import Resolver
from twosource.reading.statements.speakers.scene import is_known


def find_nested(
    article: Article,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    statements: Sequence[Statement],
    resolver: Resolver,
) -> Iterator[Statement]:
    """The statements inside the quoted words of `statements`, each with its chain."""
    for outer in statements:
        if outer.kind is StatementKind.DIRECT and is_known(outer.speaker):
            for span in outer.content:
                for frame in frames_inside(article, sentences, span, quotations):
                    yield from _inside(article.text, frame, outer, resolver)


def _inside(text: str, frame: Frame, outer: Statement, resolver: Resolver) -> Iterator[Statement]:
    for one in find_attributions(frame):
        if any(none(frame, one) for none in (reports_nothing, gives_no_words, only_requests)):
            continue
        speaker = None
        if _names_somebody(frame, one):
            speaker = resolver.inside(frame, one.source)
        elif outer.speaker is not None and _quotes_him(frame, one):
            speaker = resolver.him_inside(frame, one.source, outer.content[0], outer.speaker)
        if speaker is None:
            continue
        if outer.speaker is not None and speaker.name != outer.speaker.name:
            yield _statement(text, frame, one, speaker, outer)


def _names_somebody(frame: Frame, one: Attribution) -> bool:
    kinds = set(frame.classes_in(one.source))
    words = frame.words_in(*one.content)
    portrays = one.sense is Sense.SAYS and any(w.quotation or w.lower == "as" for w in words)
    supposed = any(word.lower == "if" for word in frame.words[: one.cue.start])
    somebody = bool(kinds & set("Pp")) or _can_speak(frame, one.source)
    somebody = somebody and not is_nobody(frame, one.source)
    return somebody and (reports_speech(one) or portrays) and not supposed


def _can_speak(frame: Frame, source: range) -> bool:
    """Whether a description is of people, a body or a text: "our memo says", no plan or rule."""
    nouns = [frame.words[i].lower for i in source if frame.classes[i] == "N"]
    text = any(is_given_out(noun) or is_finder(noun) for noun in nouns)
    return bool(nouns) and (text or is_somebody(frame, source))


def _quotes_him(frame: Frame, one: Attribution) -> bool:
    """Whether "he" is quoted word for word inside quoted words: "he told us, ‘Not before May’"."""
    he = frame.lowers_in(one.source) in (["he"], ["she"])
    words = frame.words_in(*one.content)
    return he and bool(words) and words[0].quotation is not None


def _statement(
    text: str, frame: Frame, one: Attribution, speaker: Speaker, outer: Statement
) -> Statement:
    evidence = outer.source or (outer.speaker.span if outer.speaker else speaker.span)
    relays = (Relay(outer.speaker, evidence),) if outer.speaker else ()
    return Statement(
        kind=kind_of(frame, one),
        content=tuple(s for piece in one.content for s in spans_of(frame, piece)),
        source=span_of(frame, one.source),
        cue=span_of(frame, one.cue),
        speaker=speaker,
        said_on=None,
        reason=f"reported with “{span_of(frame, one.cue).of(text)}” inside quoted words",
        sense=one.sense,
        polarity=one.polarity,
        chain=(*outer.chain, *relays),
        about=about_of(frame, one),
    )
