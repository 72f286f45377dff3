"""An article prepared to be compared with many others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.chains import Seeds, seeds_of
from twosource.collation.reuse.fingerprints import grams, where
from twosource.collation.reuse.keys import NO_KEYS, distinct, steps
from twosource.collation.reuse.words import (
    Flags,
    Keys,
    Numbers,
    Places,
    Points,
    Words,
    points_of,
    words_in,
)
from twosource.model import Reading, Span, StatementKind
from twosource.vocabulary import function_words


@dataclass(frozen=True, slots=True)
class Terms:
    """Words, or pairs of words, of an article's sentences, in order of key.

    A key stands once for each sentence that has it.
    """

    keys: Keys
    sentences: NDArray[np.int32]


@dataclass(frozen=True, eq=False)  # without slots: what is worked out once is kept
class Side:
    """One article: its words, and what is worked out of them when it is first asked for.

    Words that are `ignored` are furniture and take no part.
    """

    reading: Reading
    words: Words
    ignored: Flags

    @property
    def name(self) -> str:
        """The id of the article."""
        return self.reading.article.id

    @cached_property
    def seeds(self) -> Seeds:
        """Its n-grams."""
        return seeds_of(self.words, self.ignored)

    @cached_property
    def points(self) -> Points:
        """The punctuation between its words."""
        return points_of(self.reading.article, self.words)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Its sentences as ranges of words, without those that have none."""
        return tuple(zip(*(ends.tolist() for ends in self._ranges), strict=True))

    @cached_property
    def stems(self) -> Terms:
        """The stems of its content words."""
        return _terms(self.words.stems, self._content)

    @cached_property
    def stems_quoted(self) -> Flags:
        """Which of its stems stand in their sentence only where somebody is quoted."""
        return self._of_stems(np.logical_and, self._spoken)

    @cached_property
    def stems_named(self) -> Flags:
        """Which of its stems have a capital letter though they do not begin a sentence."""
        return self._of_stems(np.logical_or, self._capital)

    @cached_property
    def stems_numbers(self) -> Flags:
        """Which of its stems are numbers in digits."""
        return self._of_stems(np.logical_or, self._of_letters(str.isdigit))

    @cached_property
    def bigrams(self) -> Terms:
        """Every two words, whatever they are, that are neighbours in a sentence."""
        numbers = np.where(self._numbers[1:] == self._numbers[:-1], self._numbers[1:], -1)
        return _terms(grams(self.words.keys, 2), numbers)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands in quotation marks as somebody's words."""
        return tuple(_quoted(self.reading))

    @cached_property
    def _ranges(self) -> tuple[Numbers, Numbers]:
        """The first word of each sentence, and the first behind it."""
        return self.words.ranges([one.span for one in self.reading.sentences])

    @cached_property
    def _numbers(self) -> Places:
        """For every word the number of its sentence, or -1."""
        numbers = np.full(len(self.words), -1, dtype=np.int32)
        first, last = self._ranges
        lengths = last - first
        places = np.repeat(first, lengths) + steps(lengths)
        numbers[places] = np.repeat(np.arange(len(lengths)), lengths)
        numbers[self.ignored] = -1
        return numbers

    @cached_property
    def _content(self) -> Places:
        """For every content word the number of its sentence, for the others -1."""
        return np.where(_is_content(self.words), self._numbers, np.int32(-1))

    @cached_property
    def _capital(self) -> Flags:
        """Which words begin with a capital letter though no sentence begins with them."""
        capital = self._of_letters(str.isupper)
        capital[self._ranges[0]] = False
        return capital

    def _of_letters(self, kind: Callable[[str], bool]) -> Flags:
        """Which words begin with a letter or digit of a kind."""
        text = self.reading.article.text
        return np.array([kind(text[start]) for start in self.words.starts.tolist()], dtype=np.bool_)

    def _of_stems(self, joined: np.ufunc, words: Flags) -> Flags:
        """For each stem of a sentence what holds for all its words there, or for one."""
        order, firsts = _ordered(self.words.stems, self._content)
        told = words[order]
        return joined.reduceat(told, firsts) if len(firsts) else told

    @cached_property
    def _spoken(self) -> Flags:
        """Which words are quoted."""
        flags = np.zeros(len(self.words), dtype=np.bool_)
        for first, last in zip(*self.words.ranges(self.quoted), strict=True):
            flags[first:last] = True
        return flags


def side_of(reading: Reading, words: Words, furniture: Keys = NO_KEYS) -> Side:
    """Prepare an article. Words that lie in `furniture` fingerprints take no part."""
    return Side(reading, words, where(furniture, words))


_QUOTED = frozenset({StatementKind.DIRECT, StatementKind.MIXED})


def _quoted(reading: Reading) -> Iterator[Span]:
    for statement in reading.statements:
        if statement.gives_words and statement.kind in _QUOTED:
            yield from statement.content


def _is_content(words: Words) -> Flags:
    table = _function_words()
    content: Flags = table.take(_slots(words.keys, len(table))) != words.keys
    return content


@cache
def _function_words() -> Keys:
    """The keys of the function words, each in its slot of the least table where none share one."""
    keys = distinct(words_in("\n".join(sorted(function_words()))).keys)
    size = 1
    while len(distinct(_slots(keys, size))) < len(keys):
        size *= 2
    table = np.zeros(size, dtype=np.uint64)
    table[_slots(keys, size)] = keys
    return table


def _slots(keys: Keys, size: int) -> Keys:
    return keys & np.uint64(size - 1)


def _terms(keys: Keys, numbers: Places) -> Terms:
    order, firsts = _ordered(keys, numbers)
    places = order[firsts]
    return Terms(keys[places], numbers[places])


def _ordered(keys: Keys, numbers: Places) -> tuple[Numbers, Numbers]:
    """The places that have a number, by key, then number; and where in that order each new pair is.

    Numbers must not fall from one place to the next.
    """
    order = np.flatnonzero(numbers >= 0)
    order = order[np.argsort(keys[order], kind="stable")]
    keys, numbers = keys[order], numbers[order]
    again = (keys[1:] == keys[:-1]) & (numbers[1:] == numbers[:-1])
    return order, np.flatnonzero(~np.concatenate([np.zeros(len(keys[:1]), dtype=np.bool_), again]))
