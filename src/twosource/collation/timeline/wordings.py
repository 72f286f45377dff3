"""Wordings: which words of a sentence go with each of its dates."""

import re
from collections.abc import Iterator, Sequence

from twosource.collation.claims.clauses import split_clauses
from twosource.collation.stems import content_words
from twosource.model import (
    Reading,
    Span,
    Statement,
    StatementKind,
    TimeExpression,
)

ENOUGH_WORDS = 3  # content words with which a stretch tells something by itself
OPENING = re.compile(
    r"\W*(?:in|on|at|by|during|from|between|since|after|before|until)\s+"
    r"(?:the\s+|\w+\s+\w+\s+(?:in|on)\s+)?",
    re.IGNORECASE,
)
_OPENING_MARKS = frozenset('“„«‘‚‹"')
# "RUHL, 3 May 2024 (TNA) - ": where and when it was filed, before what it tells.
_FILED = re.compile(r"[A-Z][A-Z’'. -]{2,40}(?:,[^-–—\n]{1,50}|\s)(?:\([^()\n]{1,20}\)\s)?[-–—]\s")


def says_enough(text: str, words: Span) -> bool:
    """Whether words can stand alone in a timeline."""
    return len(content_words(words.of(text))) >= ENOUGH_WORDS


def find_wordings(
    reading: Reading, sentence: Span, times: Sequence[TimeExpression]
) -> Iterator[Span]:
    """For each date of a sentence the words that go with it."""
    text = reading.article.text
    clauses = split_clauses(text, sentence) if len(times) > 1 else ()
    for time in times:
        whole = _reported(reading, time, sentence) or _frame(reading, time, times, sentence)
        own = (one for one in clauses if one.contains(time.span) and _says_more(text, one, time))
        opens = OPENING.fullmatch(text, whole.start, time.span.start)
        yield whole if opens else next(own, whole)


def _says_more(text: str, words: Span, time: TimeExpression) -> bool:
    """Whether words say anything beside their date."""
    return not content_words(words.of(text)) <= content_words(time.span.of(text))


def _reported(reading: Reading, time: TimeExpression, sentence: Span) -> Span | None:
    """The reported words that a date stands in, if they say enough to stand alone."""
    for statement in reading.statements:
        for content in statement.content:
            inside = content.contains(time.span) and content.overlaps(sentence)
            words = Span(max(content.start, sentence.start), min(content.end, sentence.end))
            if inside and says_enough(reading.article.text, words):
                return words
    return None


def _frame(
    reading: Reading, time: TimeExpression, times: Sequence[TimeExpression], sentence: Span
) -> Span:
    """The sentence, up to reported words that have a date of their own."""
    dated = [
        content.start
        for statement in reading.statements
        for content in statement.content
        if not _last_is_quoted(statement, reading.article.text)  # that stays with its saying
        and content.start > time.span.end
        and any(content.contains(other.span) for other in times)
    ]
    text, end = reading.article.text, min(dated, default=sentence.end)
    filed = _FILED.match(text, sentence.start, time.span.start)
    start = filed.end() if filed else sentence.start
    words = text[start : min(end, sentence.end)].rstrip(" ,:")
    return Span(start, start + len(words.removesuffix(" that").rstrip(",")))


def _last_is_quoted(statement: Statement, text: str) -> bool:
    """Whether a quotation ends what is said: a mark of any kind opens the last piece."""
    last = statement.content[-1]
    opened = text[max(0, last.start - 1) : last.start] in _OPENING_MARKS
    return statement.kind is not StatementKind.INDIRECT and opened
