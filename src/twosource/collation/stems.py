"""The words a comparison goes by: stems of content words, and how rare each is in the pile."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

import Stemmer

from twosource.vocabulary import function_words

# Numbers keep their points and commas ("38.5", "420,000"); words keep an inner apostrophe.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@cache
def stem(word: str) -> str | None:
    """The stem of a word as it stands in a text, `None` for a function word.

    Numbers lose their thousands separators. Method: Porter2, Snowball's English stemmer.
    """
    plain = re.sub(r"['’]s?$", "", word.casefold())
    if plain[0].isdigit():
        return plain.replace(",", "")
    if plain in function_words():
        return None
    return bare_stem(plain)


def bare_stem(word: str) -> str:
    """The stem of a word in lower case, of a function word too."""
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


def content_words(text: str) -> frozenset[str]:
    """The stems of the content words of `text`."""
    return frozenset(filter(None, map(stem, WORD.findall(text))))


def rarity(bags: Iterable[frozenset[str]]) -> Mapping[str, int]:
    """How much each word tells, from the bags it stands in: log(1 + number of bags / bags with it).

    Inverse document frequency (Spärck Jones 1972), taken over the sentences of the pile itself:
    in a story about a ferry, "ferry" tells little. Every word tells something, log 2 at least.
    In thousandths of a nat, whole ones: their sum is the same in whatever order they are added.
    """
    frequency: Counter[str] = Counter()
    total = 0
    for bag in bags:
        frequency.update(bag)
        total += 1
    return {word: round(1000 * math.log1p(total / count)) for word, count in frequency.items()}
