"""Text → pieces: words cut up as the encoder knows them, each with its shape and its place."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

# The form of a piece is one number made of three: what its word looks like, what stands before the
# word, and whether a quotation is open there. It gives an uncased encoder back what it cannot see.
GAPS = 3
_NOTHING, _SPACE, _BREAK = range(GAPS)
QUOTES = 2  # outside, inside
SHAPES = 11
_MIXED = (5, 6)  # letters of both cases, neither all nor only the first in capitals
FORMS = SHAPES * GAPS * QUOTES

# Letters and digits with their accents and with what is not seen between them (a soft hyphen, say),
# or one character of any other kind.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])+|\S")
_LONGEST_WORD = 100
_GLUED = 4  # letters from which on a word may have the next one glued to it (but "McCabe")
# What stands between two paragraphs, seen from the end of a word: the end of a line. In a text with
# short lines it is a blank line only, or the end of a line after the end of a sentence: such a text
# goes on in lower case behind many of its lines, a list of names or a headline behind hardly any.
_LINE = re.compile(r"[^\S\n]*\n")
_BLANK = re.compile(r"\s*\n\s*\n|(?<=[.!?”\"])[^\S\n]*\n")
_GOES_ON = re.compile(r"[^\s.!?”\"][^\S\n]*\n[^\S\n]*(?:(?P<lower>[a-z])|\S)")
_SHORT_LINES = 0.25  # of the lines that end inside a sentence, how many go on so
_OPENING, _CLOSING, _EITHER = "“„«", "”»", '"'


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as word pieces: `ids`, `forms` and `word` have one entry a piece.

    `word[i]` is the number of the word that piece i belongs to. The others have one entry a word:
    `starts` and `ends`, half open, in code points of the text, and whether it opens a paragraph.
    """

    ids: NDArray[np.int64]
    forms: NDArray[np.int64]
    word: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    opens: NDArray[np.bool_]


@functools.lru_cache(maxsize=65536)
def shape_of(word: str) -> int:
    """What a word looks like, as a number below `SHAPES`."""
    if word.isalpha():
        return _shape_of_letters(word)
    if word.isdigit():
        return 7
    if word.isalnum():
        return 8
    return 9 if len(word) == 1 else 10


def _shape_of_letters(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) == 1 else 3
    if word.istitle():
        return 4
    return 5 if word[0].isupper() else 6


class Vocabulary:
    """The pieces that words are cut into, numbered in order.

    Cuts as BERT's uncased tokenizer does (longest piece first), except that every symbol stands
    alone. Words of a hundred letters and more are one unknown piece.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.unknown, self.cls, self.sep = (self._numbers[m] for m in ("[UNK]", "[CLS]", "[SEP]"))
        self.cut = functools.lru_cache(maxsize=65536)(self._cut)

    def _cut(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces; none where nothing of it can be seen."""
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if _is_seen(c))
        if len(plain) > _LONGEST_WORD:
            return (self.unknown,)
        numbers, begin = [], 0
        while begin < len(plain):
            number, begin = self._longest(plain, begin)
            numbers.append(number)
        return (self.unknown,) if self.unknown in numbers else tuple(numbers)

    def _longest(self, word: str, begin: int) -> tuple[int, int]:
        """The longest piece that stands at `begin`, and where it ends."""
        mark = "##" if begin else ""
        for end in range(len(word), begin, -1):
            if (number := self._numbers.get(mark + word[begin:end])) is not None:
                return number, end
        return self.unknown, len(word)


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in ("Mn", "Cc", "Cf", "Cs", "Co")


def cut_into_pieces(text: str, vocabulary: Vocabulary) -> Pieces:
    """Cut a text of any length and language into word pieces; spans count its code points."""
    words = list(_words(text, vocabulary))
    cut = [(start, end, vocabulary.cut(text[start:end])) for start, end in words]
    found = [one for one in cut if one[2]]
    starts, ends = [start for start, _, _ in found], [end for _, end, _ in found]
    word = np.repeat(np.arange(len(found)), [len(ids) for _, _, ids in found])
    between = _BLANK if _has_short_lines(text) else _LINE
    return Pieces(
        np.array([number for _, _, ids in found for number in ids], dtype=np.int64),
        _forms(text, starts, ends)[word],
        word,
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        np.array(
            [between.match(text, end) is not None for end in [0, *ends][: len(ends)]], dtype=bool
        ),
    )


def _words(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand. Pages lose what stood between two: "Olm OlmMORE news"."""
    for match in _WORD.finditer(text):
        word, (start, end) = match.group(), match.span()
        if shape_of(word) in _MIXED and len(vocabulary.cut(word)) > 1:
            edges = [start, *(start + place for place in _seams(word)), end]
            yield from pairwise(edges)
        else:
            yield start, end


def _seams(word: str) -> Iterator[int]:
    """Where a word that is written together may be two: before a capital behind a small letter."""
    last = 0
    for place in range(_GLUED, len(word) - 1):
        meet = word[place - 1].islower() and word[place].isupper() and word[place + 1].isalpha()
        if meet and place - last >= _GLUED:
            last = place
            yield place


def _has_short_lines(text: str) -> bool:
    """Whether the ends of lines mean nothing: they stand where the line was full."""
    lower = [match["lower"] is not None for match in _GOES_ON.finditer(text)]
    return sum(lower) > _SHORT_LINES * len(lower)


def _forms(text: str, starts: Sequence[int], ends: Sequence[int]) -> NDArray[np.int64]:
    """The form of each word of a text; quotations are forgotten at a line break."""
    forms = np.empty(len(starts), dtype=np.int64)
    before, inside = 0, 0
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        between, word = text[before:start], text[start:end]
        gap = _BREAK if "\n" in between or not index else _SPACE if between else _NOTHING
        inside = 0 if gap == _BREAK else inside
        opens = word in _OPENING or (word in _EITHER and not inside)
        closes = word in _CLOSING or (word in _EITHER and inside)
        inside = 1 if opens else inside
        forms[index] = (shape_of(word) * GAPS + gap) * QUOTES + inside
        inside = 0 if closes else inside
        before = end
    return forms
