"""Greater piles made of a few thousand articles: versions of each, and the same reworded."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from evaluation.reuse.piles import Document, reading_of
from twosource.model import Reading

VERSIONS = 3  # of every article
CHANGED = 0.04  # share of its words that a version exchanges
COMMONEST = 100  # words that are never reworded
ALIKE = 1_000  # words of about the same frequency, among which one stands for another
LETTERS = "bdfgklmnprstvaeiou"
_WORD = re.compile(r"([^\W\d_]+)")


def replicas(documents: Sequence[Document]) -> Iterator[Reading]:
    """Articles without end, as they would be read, round after round.

    In a round every article comes in `VERSIONS` versions, in each of which other words are
    exchanged for invented ones. From the second round on every word but the commonest is another
    of about the same frequency, the same one all through the round: it has the words of the other
    rounds and no sentence of theirs, so that pairs that share text grow in step with articles.
    """
    words = commonest(documents)
    number = count()
    for lap in count():
        others = reworded(words, lap) if lap else {}
        for document in documents:
            text = exchanged(document.text, others)
            for _ in range(VERSIONS):
                yield version(text, next(number))


def stretched(documents: Sequence[Document], size: int) -> list[Reading]:
    """So many articles: those told and, behind them, the first of them again in other words.

    The words are those of one round of `replicas`; outlet and date stay. So the pairs that share
    text, and the boxes that one outlet puts on its pages, are as many to an article as before.
    """
    others = reworded(commonest(documents), 1)
    more = [
        replace(one, id=f"{one.id} reworded", text=exchanged(one.text, others))
        for one in documents[: max(size - len(documents), 0)]
    ]
    return [reading_of(one) for one in [*documents, *more]]


def commonest(documents: Sequence[Document]) -> list[str]:
    """Every word of the articles, the commonest first."""
    found = Counter(word for document in documents for word in _WORD.findall(document.text))
    return [word for word, _ in found.most_common()]


def exchanged(text: str, others: Mapping[str, str]) -> str:
    """The text with words exchanged for others."""
    return "".join(others.get(part, part) for part in _WORD.split(text))


def reworded(words: Sequence[str], lap: int) -> Mapping[str, str]:
    """For every word, given the commonest first, the one that stands for it in a round."""
    chance, others = random.Random(lap), dict[str, str]()  # noqa: S311, as below
    for start in range(COMMONEST, len(words), ALIKE):
        alike = words[start : start + ALIKE]
        others.update(zip(alike, chance.sample(alike, len(alike)), strict=True))
    return others


def version(text: str, number: int) -> Reading:
    """The text with some of its words exchanged for invented ones."""
    chance = random.Random(number)  # noqa: S311, a benchmark, not a secret
    words = text.split(" ")
    for place in chance.sample(range(len(words)), int(CHANGED * len(words))):
        words[place] = "".join(chance.choices(LETTERS, k=6))
    return reading_of(Document(f"{number:07}", " ".join(words), outlet=f"outlet {number % 97}"))
