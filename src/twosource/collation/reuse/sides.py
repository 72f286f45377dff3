"""An article prepared to be compared with many others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.chains import Seeds, seeds_of
from twosource.collation.reuse.fingerprints import NO_PRINTS, grams, where
from twosource.collation.reuse.words import Flags, Keys, Words, words_in
from twosource.model import Reading, Span, StatementKind
from twosource.vocabulary import function_words


@dataclass(frozen=True, slots=True)
class Terms:
    """Words, or pairs of words, of an article's sentences, in order of key.

    A key stands once for each sentence that has it. `quoted` is set where somebody is quoted.
    """

    keys: Keys
    sentences: NDArray[np.int32]
    quoted: Flags


@dataclass(frozen=True, slots=True)
class Side:
    """One article: its words, its n-grams, its sentences as ranges of words, and their terms."""

    reading: Reading
    words: Words
    seeds: Seeds
    sentences: tuple[tuple[int, int], ...]
    stems: Terms  # of content words
    bigrams: Terms  # of any words
    quoted: tuple[Span, ...]

    @property
    def name(self) -> str:
        """The id of the article."""
        return self.reading.article.id


def bare_side(reading: Reading, words: Words) -> Side:
    """An article whose words alone are compared."""
    nothing = Seeds(NO_PRINTS, np.zeros(0, dtype=np.int64))
    none = Terms(NO_PRINTS, np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.bool_))
    quoted = tuple(_quoted(reading))
    return Side(reading, words, nothing, (), none, none, quoted)


def side_of(reading: Reading, words: Words, furniture: Keys) -> Side:
    """Prepare an article. Words that lie in `furniture` fingerprints take no part."""
    ignored = where(furniture, words)
    numbers, sentences = _sentences(reading, words)
    numbers[ignored] = -1
    quoted = tuple(_quoted(reading))
    spoken = _inside(quoted, words)
    return Side(
        reading=reading,
        words=words,
        seeds=seeds_of(words, ignored),
        sentences=sentences,
        stems=_terms(words.stems, np.where(_is_content(words), numbers, -1), spoken),
        bigrams=_terms(grams(words.keys, 2), _same(numbers), spoken[1:]),
        quoted=quoted,
    )


def _sentences(
    reading: Reading, words: Words
) -> tuple[NDArray[np.int32], tuple[tuple[int, int], ...]]:
    """For every word the number of its sentence, or -1; and each sentence as a range of words."""
    firsts = np.searchsorted(words.starts, [s.span.start for s in reading.sentences])
    lasts = np.searchsorted(words.starts, [s.span.end for s in reading.sentences])
    ranges = [(a, b) for a, b in zip(firsts.tolist(), lasts.tolist(), strict=True) if a < b]
    numbers = np.full(len(words), -1, dtype=np.int32)
    for number, (first, last) in enumerate(ranges):
        numbers[first:last] = number
    return numbers, tuple(ranges)


_QUOTED = frozenset({StatementKind.DIRECT, StatementKind.MIXED})


def _quoted(reading: Reading) -> Iterator[Span]:
    for statement in reading.statements:
        if statement.gives_words and statement.kind in _QUOTED:
            yield from statement.content


def _inside(spans: tuple[Span, ...], words: Words) -> Flags:
    flags = np.zeros(len(words), dtype=np.bool_)
    for span in spans:
        first, last = np.searchsorted(words.starts, [span.start, span.end])
        flags[first:last] = True
    return flags


def _is_content(words: Words) -> Flags:
    known = _function_words()
    places = np.searchsorted(known, words.keys).clip(max=len(known) - 1)
    content: Flags = known[places] != words.keys
    return content


@cache
def _function_words() -> Keys:
    return np.unique(words_in("\n".join(sorted(function_words()))).keys)


def _same(numbers: NDArray[np.int32]) -> NDArray[np.int32]:
    """For every two neighbours the sentence both are in, or -1."""
    together: NDArray[np.int32] = np.where(numbers[1:] == numbers[:-1], numbers[1:], -1)
    return together


def _terms(keys: Keys, numbers: NDArray[np.int32], quoted: Flags) -> Terms:
    kept = np.flatnonzero(numbers >= 0)
    kept = kept[np.lexsort((quoted[kept], numbers[kept], keys[kept]))]
    keys, numbers, quoted = keys[kept], numbers[kept], quoted[kept]
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = (keys[1:] != keys[:-1]) | (numbers[1:] != numbers[:-1])
    return Terms(keys[first], numbers[first], quoted[first])
