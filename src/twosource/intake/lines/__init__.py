"""Cut text into lines, and the questions about a line's shape that several modules ask."""

import re
from collections.abc import Iterator
from functools import lru_cache

from twosource.intake.page import Line
from twosource.model import Span

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]」』）]*$")
_SEPARATOR = re.compile(r"\s+[|·•›»>*/]\s+|\s*\|\s*|[ \xa0]{2,}")
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff"  # kana and Han: written without spaces
_WORD = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\W{_UNSPACED}](?:[^\W{_UNSPACED}]|['’.-])*")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"

_NEXT_SENTENCE = re.compile(r"(?<=[a-zß-ÿ]{2})[.!?…][\"'”’»)\]]*\s+[\"'“‘«(\[]*[A-ZÀ-Þ]")

LONGEST_HEADLINE = 25  # words
# Characters of a byline, credit or menu. The patterns for these take the square of a line's length
# where it is made for that, so that longer lines are not tried.
LONGEST_NOTE = 500
SHORTEST_SENTENCE = 5  # words


def lines_of(text: str) -> Iterator[Line]:
    """The lines of `text` that hold more than white space, in order.

    Together they cover every character that is not white space.
    """
    start, blank = 0, True
    for piece in text.splitlines(keepends=True):
        stripped = piece.strip()
        if stripped:
            begin = start + piece.index(stripped[0])
            yield Line(stripped, Span(begin, begin + len(stripped)), blank)
        blank = not stripped
        start += len(piece)


def words(text: str) -> list[str]:
    """The words of a line, without what stands between them."""
    return _WORD.findall(text)


def ends_a_sentence(text: str) -> bool:
    """Whether the line closes like a sentence: a full stop, question or exclamation mark."""
    return bool(_SENTENCE_END.search(text))


@lru_cache(maxsize=4096)  # several passes ask of the same lines
def is_prose(text: str) -> bool:
    """Whether the line reads like running text: a sentence, or too long to be anything else."""
    count = len(words(text))
    closed = ends_a_sentence(text) and (text[-1] not in "?!" or bool(_NEXT_SENTENCE.search(text)))
    return count > LONGEST_HEADLINE or (closed and count >= SHORTEST_SENTENCE)


def is_headline(text: str) -> bool:
    """Whether the line could be a title or a heading."""
    count = len(words(text))
    return 0 < count <= LONGEST_HEADLINE and not is_prose(text)


def items(text: str) -> list[str]:
    """The parts of a line set side by side: "Home | News | Sport" has three."""
    if len(text) > LONGEST_NOTE:
        return [text]
    return [part for part in _SEPARATOR.split(text) if part.strip()]


def bare(text: str) -> str:
    """The line as it is compared: lower case, without bullets and punctuation around it."""
    return " ".join(text.strip(_INVISIBLE).casefold().split()).strip(" \t•·*#-–—|:.»›>[]()…☰≡☕")
