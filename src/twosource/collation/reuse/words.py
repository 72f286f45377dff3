"""The words of an article as arrays: where each stands, and a key that equal words share.

Keys are blind to case, accents, apostrophes, hyphens, soft hyphens, line-end hyphenation and the
thousands comma; a decimal point or the colon of a time counts. A character of a script that is
written without spaces (Han, kana, Thai …) is a word of its own.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from twosource.model import Article, BlockKind, Span

Keys = NDArray[np.uint64]
Places = NDArray[np.int32]
Flags = NDArray[np.bool_]
Classes = NDArray[np.uint8]
Codes = NDArray[np.uint32]
Numbers = NDArray[np.int64]

STORY = frozenset({BlockKind.TITLE, BlockKind.BODY, BlockKind.SUBHEAD, BlockKind.CAPTION})
"""Blocks whose words can be copied; navigation, credits and the like are nobody's prose."""

_SPACELESS = ("CJK ", "HIRAGANA ", "KATAKANA ", "THAI ", "LAO ", "KHMER ", "MYANMAR ", "TIBETAN ")
_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'\u2019\u02bc"
_QUOTES = '"`´‘‚‛“”„‟«»‹›「」『』'
STEM = 4  # letters of a word that its stem keeps: crude, but for any script, and quick
_BASE = 0x9E3779B97F4A7C15  # of the hash: odd, so that it can be divided by
_SHORT = 1 << 14  # characters of a text whose powers of the base are the same table

# What a character is in a word, in an order that tells more. From digits on it counts. From points
# to other marks it stands between words. From hyphens to apostrophes it is a joint: inside a word
# where the characters beside it say so.
_UNSEEN, _SPACE, _HYPHEN, _INSIDE, _POINT, _COMMA, _APOSTROPHE, _QUOTE, _MARK = range(9)
_DIGIT, _LETTER, _IDEOGRAPH = 9, 10, 11
_OF_THEIR_OWN = {
    **dict.fromkeys(_HYPHENS, _HYPHEN),
    **dict.fromkeys(_QUOTES, _QUOTE),
    **dict.fromkeys(_APOSTROPHES, _APOSTROPHE),
    **dict.fromkeys(".:", _POINT),
    ",": _COMMA,
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article's story blocks, in order.

    `starts` and `ends` are code points of the article's text. `stems` are keys of the first `STEM`
    letters, so that "crossed" and "crossing" have one in common. `parts[i]` grows by one wherever a
    block that is not story lies between two words.
    """

    starts: Places
    ends: Places
    keys: Keys
    stems: Keys
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

    def ranges(self, spans: Sequence[Span]) -> tuple[Numbers, Numbers]:
        """For each span in which a word begins the first such word, and the first behind it."""
        first = np.searchsorted(self.starts, [span.start for span in spans])
        last = np.searchsorted(self.starts, [span.end for span in spans])
        return first[first < last], last[first < last]


@dataclass(frozen=True, slots=True)
class Points:
    """What stands behind each word of an article: its quotation marks, and a key of all else."""

    quotes: Places
    marks: Keys


def words_of(article: Article) -> Words:
    """The words of the blocks of `article` that are its story (see `STORY`)."""
    codes = _code_points(article.text)
    classes = _story(codes, article)
    barriers = [block.span.start for block in article.blocks if block.kind not in STORY]
    return _words(codes, classes, barriers)


def points_of(article: Article, words: Words) -> Points:
    """The punctuation between the words of `article`."""
    codes = _code_points(article.text)
    classes = _story(codes, article)
    places = np.flatnonzero((classes >= _POINT) & (classes <= _MARK))
    word = np.searchsorted(words.starts, places, side="right") - 1
    behind = (word >= 0) & (places >= words.ends[word])
    places, word = places[behind], word[behind]
    quote = (classes[places] == _QUOTE) | (classes[places] == _APOSTROPHE)
    quotes = np.bincount(word[quote], minlength=len(words)).astype(np.int32)
    marks = np.zeros(len(words), dtype=np.uint64)
    np.add.at(marks, word[~quote], _ALPHABET.values(codes[places[~quote]]))
    return Points(quotes, marks)


def words_in(text: str) -> Words:
    """The words of a text that is story from end to end."""
    codes = _code_points(text)
    return _words(codes, _ALPHABET.classes(codes), [])


def _code_points(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _story(codes: Codes, article: Article) -> Classes:
    """The class of each character; outside the story it is none."""
    mask = np.zeros(len(codes), dtype=np.bool_)
    for block in article.blocks:
        if block.kind in STORY:
            mask[block.span.start : block.span.end] = True
    return _ALPHABET.classes(codes) * mask


def _words(codes: Codes, classes: Classes, barriers: list[int]) -> Words:
    counted = classes >= _DIGIT
    inside = counted.copy()
    joints = _joints(codes, classes)
    inside[joints] = True
    points = classes[joints] == _POINT
    counted[joints[points]] = True
    starts, ends = _bounds(classes, inside)
    lengths = ends - starts
    np.subtract.at(lengths, np.searchsorted(starts, joints[~points], side="right") - 1, 1)
    keys, stems = _keys(codes.take(np.flatnonzero(counted)), lengths)
    parts = np.searchsorted(np.array(barriers, dtype=np.int64), starts).astype(np.int32)
    return Words(starts.astype(np.int32), ends.astype(np.int32), keys, stems, parts)


def _joints(codes: Codes, classes: Classes) -> Numbers:
    """The characters that stand inside a word though they are no letters or digits.

    Marks on a letter; an apostrophe between letters; a point or colon between digits; a comma with
    a digit before and exactly three behind (12,500 is written 12500 elsewhere); a hyphen and the
    line break behind it, between letters.
    """
    around = np.concatenate([classes, np.zeros(4, dtype=np.uint8)])  # place -1 is no letter, too
    places = np.flatnonzero((classes >= _HYPHEN) & (classes <= _APOSTROPHE))
    places = places[around[places - 1] >= _DIGIT]
    kind, before, behind = (around[places + step] for step in (0, -1, 1))
    letters = (before >= _LETTER) & (behind >= _LETTER)
    digits = (before == _DIGIT) & (behind == _DIGIT)
    three = (around[places + 2] == _DIGIT) & (around[places + 3] == _DIGIT)
    inside = kind == _INSIDE
    inside |= ((kind == _APOSTROPHE) & letters) | ((kind == _POINT) & digits)
    inside |= (kind == _COMMA) & digits & three & (around[places + 4] != _DIGIT)
    broken = (kind == _HYPHEN) & (before >= _LETTER) & (around[places + 2] >= _LETTER)
    broken &= codes.take(places + 1, mode="clip") == ord("\n")
    return np.concatenate([places[inside | broken], places[broken] + 1])


def _bounds(classes: Classes, inside: Flags) -> tuple[Numbers, Numbers]:
    """Where each word starts and ends."""
    bordered = np.zeros(len(inside) + 2, dtype=np.bool_)
    bordered[1:-1] = inside
    edges = np.flatnonzero(bordered[1:] != bordered[:-1])
    starts, ends = edges[::2], edges[1::2]
    alone = classes == _IDEOGRAPH
    if alone.any():
        cut = alone[1:] | (alone[:-1] & (classes[1:] != _INSIDE))
        cuts = np.flatnonzero(cut & inside[1:] & inside[:-1]) + 1
        starts, ends = (np.sort(np.concatenate([one, cuts])) for one in (starts, ends))
    return starts, ends


def _keys(characters: Codes, lengths: Numbers) -> tuple[Keys, Keys]:
    """A polynomial hash of the characters of each word that count, and of its first ones.

    By sums from the start of the text (Karp and Rabin 1987): a word's is the difference of two,
    divided by the power of the base with which it starts. A colon counts as a point.
    """
    characters[characters == ord(":")] = ord(".")
    powers, inverse = _powers(1 << max(len(characters), _SHORT).bit_length())
    sums = np.zeros(len(characters) + 1, dtype=np.uint64)
    np.cumsum(_ALPHABET.values(characters) * powers[1 : len(sums)], out=sums[1:])
    last = np.cumsum(lengths)
    first = last - lengths
    before, stem = sums[first], np.minimum(first + STEM, last)
    return (sums[last] - before) * inverse[first], (sums[stem] - before) * inverse[first]


@lru_cache(maxsize=2)
def _powers(count: int) -> tuple[Keys, Keys]:
    """The powers of the base and of its inverse, from the noughth on, modulo 2 to the 64th."""
    factors = np.full((2, count), [[_BASE], [pow(_BASE, -1, 1 << 64)]], dtype=np.uint64)
    factors[:, 0] = 1
    powers, inverse = np.multiply.accumulate(factors, axis=1)
    return powers, inverse


def _mix(number: int) -> int:
    """64 well-stirred bits (the finaliser of SplitMix64, Steele et al. 2014)."""
    mask = (1 << 64) - 1
    number = (number + 1) * 0x9E3779B97F4A7C15 & mask
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9 & mask
    number = (number ^ number >> 27) * 0x94D049BB133111EB & mask
    return number ^ number >> 31


class _Alphabet:
    """What each code point is in a word, and its value in a key; looked up once and remembered."""

    def __init__(self) -> None:
        self._classes = np.zeros(0x110000, dtype=np.uint8)
        self._values = np.zeros(0x110000, dtype=np.uint64)

    def classes(self, codes: Codes) -> Classes:
        found = self._classes.take(codes)
        if not found.all():
            for code in np.unique(codes[found == _UNSEEN]).tolist():
                self._classes[code] = _class_of(chr(code))
                self._values[code] = _mix(ord(_fold(chr(code))))
            found = self._classes.take(codes)
        return found

    def values(self, codes: Codes) -> Keys:
        return self._values.take(codes)


def _class_of(character: str) -> int:
    category = unicodedata.category(character)
    if category in {"Mn", "Mc", "Me", "Cf"}:
        return _INSIDE if category == "Cf" or unicodedata.combining(character) else _LETTER
    if category[0] == "L":
        spaceless = unicodedata.name(character, "").startswith(_SPACELESS)
        return _IDEOGRAPH if spaceless else _LETTER
    if category[0] == "N":
        return _DIGIT
    if character in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[character]
    return _SPACE if category[0] in "ZC" else _MARK


def _fold(character: str) -> str:
    """The character without case and accent; of several characters the first ("ß" is "s")."""
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())[0]


_ALPHABET = _Alphabet()
