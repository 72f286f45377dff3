"""Repeated words: a quotation nobody is named for, and which stands elsewhere with a speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Span, Speaker, Statement, StatementKind
from twosource.reading.statements.frames.words import cut_words
from twosource.reading.statements.grammar.phrases import FINITE
from twosource.reading.statements.speakers.scene import is_known

# Fewer words return by chance, fewer in a row of many, and fewer in a row where others are told.
_ENOUGH_WORDS, _RUN, _LONG_RUN = 3, 5, 7


def with_given_speakers(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each quotation that names nobody with whoever says the same words elsewhere.

    A headline is such a quotation, as a rule.
    """
    given = [(_plain(text, s), s) for s in statements if s.gives_words and is_known(s.speaker)]
    return [_with_speaker(text, statement, given) for statement in statements]


def _with_speaker(
    text: str, statement: Statement, given: Sequence[tuple[str, Statement]]
) -> Statement:
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


def _is_open(speaker: Speaker | None) -> bool:
    """Whether nobody is named, or one person whom nobody can follow."""
    return speaker is None or (
        not is_known(speaker) and speaker.name.lower() in {"he", "she", "it"}
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
