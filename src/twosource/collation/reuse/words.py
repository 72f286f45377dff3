"""The words of an article as arrays: where each stands, and a key that equal words share.

Keys are blind to case, accents, apostrophes, hyphens, soft hyphens, line-end hyphenation and the
thousands comma; a decimal point or the colon of a time counts. A character of a script that is
written without spaces (Han, kana, Thai …) is a word of its own.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from twosource.model import Article, BlockKind, Span

Keys = NDArray[np.uint64]
Places = NDArray[np.int32]
Flags = NDArray[np.bool_]
Scalar = TypeVar("Scalar", bound=np.generic)

STORY = frozenset({BlockKind.TITLE, BlockKind.BODY, BlockKind.SUBHEAD, BlockKind.CAPTION})
"""Blocks whose words can be copied; navigation, credits and the like are nobody's prose."""

_SPACELESS = ("CJK ", "HIRAGANA ", "KATAKANA ", "THAI ", "LAO ", "KHMER ", "MYANMAR ", "TIBETAN ")
_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'\u2019\u02bc"
_QUOTES = frozenset("\"'`´‘’‚‛“”„‟«»‹›「」『』")
STEM = 5  # letters of a word that its stem keeps: crude, but for any script, and quick
_LONGEST = 4096  # powers of the hash base that are kept; longer words start over

_UNSEEN, _SPACE, _MARK, _QUOTE, _LETTER, _DIGIT, _IDEOGRAPH, _INSIDE = range(8)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article's story blocks, in order.

    `starts` and `ends` are code points of the article's text. `stems` are keys of the first `STEM`
    letters, so that "crossed" and "crossing" have one in common. `quotes[i]` counts the quotation
    marks and `marks[i]` is a key of the other punctuation between word i and word i + 1.
    `parts[i]` grows by one wherever a block that is not story lies between two words.
    """

    starts: Places
    ends: Places
    keys: Keys
    stems: Keys
    quotes: Places
    marks: Keys
    parts: Places

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` up to, not including, word `last`.

        Where there are no words between the two, a span of no length at the end of the word before.
        """
        if first >= last:
            place = int(self.ends[first - 1]) if first else int(self.starts[0])
            return Span(place, place)
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def words_of(article: Article) -> Words:
    """The words of the blocks of `article` that are its story (see `STORY`)."""
    codes = _code_points(article.text)
    classes = np.where(_mask(len(codes), article), _ALPHABET.classes(codes), _SPACE)
    return _words(codes, classes.astype(np.uint8), _barriers(article))


def words_in(text: str) -> Words:
    """The words of a text that is story from end to end."""
    codes = _code_points(text)
    return _words(codes, _ALPHABET.classes(codes), [])


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _words(codes: NDArray[np.uint32], classes: NDArray[np.uint8], barriers: list[int]) -> Words:
    inside, values = _join(codes, classes)
    gaps = np.where(inside, _SPACE, classes)
    marks = np.where(gaps == _MARK, _ALPHABET.values(codes), 0)
    return _cut(classes, inside, values, gaps == _QUOTE, marks, barriers)


def _mask(length: int, article: Article) -> Flags:
    mask = np.zeros(length, dtype=np.bool_)
    for block in article.blocks:
        if block.kind in STORY:
            mask[block.span.start : block.span.end] = True
    return mask


def _barriers(article: Article) -> list[int]:
    return [block.span.start for block in article.blocks if block.kind not in STORY]


def _join(codes: NDArray[np.uint32], classes: NDArray[np.uint8]) -> tuple[Flags, Keys]:
    """Which characters lie inside a word, and what each adds to its word's key (0: nothing)."""
    letter = (classes == _LETTER) | (classes == _IDEOGRAPH)
    digit = classes == _DIGIT
    values = _ALPHABET.values(codes) * (letter | digit)
    within = letter | digit | ((classes == _INSIDE) & _after(letter | digit))
    apostrophe = _are(codes, _APOSTROPHES) & _after(letter) & _before(letter)
    point = _are(codes, ".:") & _after(digit) & _before(digit)
    within |= apostrophe | point | _thousands(codes, digit) | _line_end_hyphens(codes, letter)
    values[point] = _mix(ord("."))
    return within, values


def _thousands(codes: NDArray[np.uint32], digit: Flags) -> Flags:
    """Commas with a digit before and exactly three behind: 12,500 is written 12500 elsewhere."""
    three = _before(digit) & _shift(digit, -2) & _shift(digit, -3) & ~_shift(digit, -4)
    comma: Flags = codes == ord(",")
    return comma & _after(digit) & three


def _line_end_hyphens(codes: NDArray[np.uint32], letter: Flags) -> Flags:
    """A hyphen and the line break behind it, where letters stand on both sides."""
    hyphen = _are(codes, _HYPHENS) & _after(letter)
    hyphen &= (_shift(codes, -1) == ord("\n")) & _shift(letter, -2)
    return hyphen | _after(hyphen)


def _cut(  # noqa: PLR0913, PLR0917, the six arrays of one text, made together
    classes: NDArray[np.uint8],
    within: Flags,
    values: Keys,
    quotes: Flags,
    marks: Keys,
    barriers: list[int],
) -> Words:
    alone = classes == _IDEOGRAPH
    first = within & (~_after(within) | alone | (_after(alone) & (classes != _INSIDE)))
    last = within & (~_before(within) | _before(first))
    starts = np.flatnonzero(first)
    if not len(starts):
        return _NO_WORDS
    keys, stems = _word_keys(values, starts)
    return Words(
        starts=starts.astype(np.int32),
        ends=(np.flatnonzero(last) + 1).astype(np.int32),
        keys=keys,
        stems=stems,
        quotes=np.add.reduceat(quotes.astype(np.int32), starts),
        marks=np.add.reduceat(marks, starts),
        parts=np.searchsorted(barriers, starts).astype(np.int32),
    )


def _word_keys(values: Keys, starts: NDArray[np.int64]) -> tuple[Keys, Keys]:
    """A polynomial hash of the characters of each word that count, and of its first ones."""
    counted = np.cumsum(values != 0)
    word = np.cumsum(np.bincount(starts, minlength=len(values))) - 1
    place = (counted - (counted[starts] - 1)[word]).clip(0) % _LONGEST
    placed = values * _powers()[place]
    return np.add.reduceat(placed, starts), np.add.reduceat(placed * (place < STEM), starts)


def _shift(array: NDArray[Scalar], by: int) -> NDArray[Scalar]:
    moved = np.zeros_like(array)
    if by < 0:
        moved[:by] = array[-by:]
    else:
        moved[by:] = array[:-by]
    return moved


def _after(flags: Flags) -> Flags:
    """Where the character before has the flag."""
    return _shift(flags, 1)


def _before(flags: Flags) -> Flags:
    """Where the next character has the flag."""
    return _shift(flags, -1)


def _are(codes: NDArray[np.uint32], characters: str) -> Flags:
    """Where one of a few characters stands; quicker than `numpy.isin` on an article."""
    flags = np.zeros(len(codes), dtype=np.bool_)
    for character in characters:
        flags |= codes == ord(character)
    return flags


def _mix(number: int) -> int:
    """64 well-stirred bits (the finaliser of SplitMix64, Steele et al. 2014)."""
    mask = (1 << 64) - 1
    number = (number + 1) * 0x9E3779B97F4A7C15 & mask
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9 & mask
    number = (number ^ number >> 27) * 0x94D049BB133111EB & mask
    return number ^ number >> 31


@cache
def _powers() -> Keys:
    base, powers = 0x9E3779B97F4A7C15, [1]
    for _ in range(_LONGEST - 1):
        powers.append(powers[-1] * base % (1 << 64))
    return np.array(powers, dtype=np.uint64)


class _Alphabet:
    """What each code point is in a word, and its value in a key; looked up once and remembered."""

    def __init__(self) -> None:
        self._classes = np.zeros(0x110000, dtype=np.uint8)
        self._values = np.zeros(0x110000, dtype=np.uint64)

    def classes(self, codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
        found = self._classes[codes]
        if not found.all():
            for code in np.unique(codes[found == _UNSEEN]).tolist():
                self._classes[code] = _class_of(chr(code))
                self._values[code] = _mix(ord(_fold(chr(code))))
            found = self._classes[codes]
        return found

    def values(self, codes: NDArray[np.uint32]) -> Keys:
        return self._values[codes]


def _class_of(character: str) -> int:
    category = unicodedata.category(character)
    if category in {"Mn", "Mc", "Me", "Cf"}:
        return _INSIDE if category == "Cf" or unicodedata.combining(character) else _LETTER
    if category[0] == "L":
        spaceless = unicodedata.name(character, "").startswith(_SPACELESS)
        return _IDEOGRAPH if spaceless else _LETTER
    if category[0] == "N":
        return _DIGIT
    if character in _QUOTES:
        return _QUOTE
    return _SPACE if character in _HYPHENS or category[0] in "ZC" else _MARK


def _fold(character: str) -> str:
    """The character without case and accent; of several characters the first ("ß" is "s")."""
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())[0]


_ALPHABET = _Alphabet()
_NO_WORDS = Words(
    *(np.zeros(0, dtype=np.int32),) * 2,
    *(np.zeros(0, dtype=np.uint64),) * 2,
    np.zeros(0, dtype=np.int32),
    np.zeros(0, dtype=np.uint64),
    np.zeros(0, dtype=np.int32),
)
