"""Unlabelled turns: paragraphs that ask, set in bold as a rule, and those below them that answer.

Nothing but the page's layout says who speaks, so all of this has to hold: the page announces an
interview with one person, several paragraphs ask, one of them asks "you" and none asks "I", and
the answers say "I", quote nobody and do not name who answers. An answer is the paragraph right
below its question; another may be the reporter's again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from twosource.model import Article, Block, BlockKind, Mention, Span, Speaker
from twosource.reading.sentences import READ_BLOCKS
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.interviews.labels import without_directions, wording
from twosource.reading.statements.interviews.turns import (
    Turn,
    can_be_of,
    guest,
    of_oneself,
    said_in,
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and what answers it: the rest of its paragraph, else the one below, if any."""

    question: Span
    answer: Block | None


_QUESTIONS = 2  # at least
_LONGEST = 400  # code points of a question
_NUMBER = r"\s{0,9}(?:\d{1,2}[.)]\s{1,9})?"
_BOLD = re.compile(rf"{_NUMBER}(?:\*\*|__)[^*_]{{1,{_LONGEST}}}\?(?:\*\*|__)")
_QUESTION = re.compile(rf"{_NUMBER}[*_]{{0,3}}[^*_“”„«»\"]{{1,{_LONGEST}}}\?[*_]{{0,3}}")
_QUOTED = re.compile(r"\s*[“„«\"]")


def unlabelled_turns(
    article: Article, frames: Sequence[Frame], names: Sequence[Mention]
) -> Iterator[Turn]:
    """The answers of a page that asks and answers without labels, each a turn."""
    asked = list(_asked(article)) if article.text.count("?") >= _QUESTIONS else []
    if len(asked) < _QUESTIONS or not any(_asks_you(article.text, one) for one in asked):
        return
    if any(of_oneself(article.text, one.question) for one in asked):
        return  # an essay that asks itself
    cast = Cast(article.text, frames, names)
    speaker = guest(article, frames, cast, asked[0].question.start, frozenset())
    if speaker is not None and _is_answered(article.text, asked, speaker):
        for span in (one.answer.span for one in asked if one.answer is not None):
            yield Turn(without_directions(article.text, span), speaker)


def _asked(article: Article) -> Iterator[_Asked]:
    """The questions of an article, each with what answers it; a further question does not."""
    blocks = [block for block in article.blocks if block.kind in READ_BLOCKS]
    read = [(block, _question(article, block)) for block in blocks]
    for (block, question), (below, further) in pairwise((*read, (None, None))):
        if block is not None and question is not None:
            rest = replace(block, span=Span(question.end, block.span.end))
            answer = below if further is None else None
            yield _Asked(question, rest if rest.span.of(article.text).strip() else answer)


def _question(article: Article, block: Block) -> Span | None:
    """The question that a paragraph is, or that stands in bold at its head."""
    if block.kind is BlockKind.TITLE:
        return None
    start, end = block.span.start, block.span.end
    whole = _QUESTION.fullmatch(article.text, start, end)
    match = _BOLD.match(article.text, start, end) or whole
    return Span(*match.span()) if match is not None else None


def _asks_you(text: str, asked: _Asked) -> bool:
    return not wording().of_the_other.isdisjoint(said_in(text, asked.question))


def _is_answered(text: str, asked: Sequence[_Asked], speaker: Speaker) -> bool:
    """Whether every question has an answer that can be the guest's, and half of them say "I"."""
    answers = [one.answer for one in asked if one.answer is not None]
    fitting = all(can_be_of(text, b, speaker) and not _quotes(text, b) for b in answers)
    own = sum(of_oneself(text, block.span) for block in answers)
    return fitting and len(answers) == len(asked) and 2 * own >= len(asked)


def _quotes(text: str, block: Block) -> bool:
    return _QUOTED.match(text, block.span.start) is not None
