"""Which articles of a pile are worth comparing, from what little is kept of each.

A pile may hold a hundred thousand articles, and what is worked out of one to compare it takes a
hundred bytes for each of its words. So every article is looked at once, for its fingerprints and
rare stems, and prepared again when it is compared with another.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b

import numpy as np

from twosource.collation.reuse.fingerprints import fingerprints, furnished, furniture, pairs
from twosource.collation.reuse.keys import NO_KEYS, Rows, distinct
from twosource.collation.reuse.rarity import Rarity
from twosource.collation.reuse.sides import Side, side_of
from twosource.collation.reuse.words import Numbers, Words, words_of
from twosource.model import DateRole, Reading

LEAST_RARE = 3  # rare stems that two articles share before sentences are compared
KEPT = 500_000  # words of the articles that stay prepared, at a hundred bytes each
_DIGEST = 16  # bytes

Couple = tuple[int, int]  # two articles, by their numbers, that with the lesser id first


class Index:
    """A pile as far as it is looked at before its articles are compared.

    `originals` are its articles without those that have exactly the words of another: these are
    the `copies` of the first (by date, then id) that has their words. Articles go by their number
    among the originals. `rarity` is that of the stems of their words.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.originals: list[Reading] = []
        self.copies: defaultdict[int, list[Reading]] = defaultdict(list)
        self.rarity = Rarity(len(readings))
        self._prints, self._stems = Rows(), Rows()
        firsts: dict[bytes, int] = {}
        for reading in sorted(readings, key=_age):
            words = words_of(reading.article)
            digest = blake2b(words.keys.tobytes(), digest_size=_DIGEST).digest()
            first = firsts.setdefault(digest, len(self.originals))
            if first < len(self.originals):
                self.copies[first].append(reading)
            else:
                self._add(reading, words)
        self._furniture = furniture(self._prints, [_outlet(one) for one in self.originals])
        self._furnished = furnished(self._prints, self._furniture)
        places = np.flatnonzero(self._furnished)
        self._with_furniture = frozenset(self._prints.owners(places).tolist())

    def _add(self, reading: Reading, words: Words) -> None:
        """Look at an article whose words no other has had."""
        self.originals.append(reading)
        self._prints.add(fingerprints(words))
        stems = side_of(reading, words).stems
        self.rarity.count(stems)
        self._stems.add(distinct(stems.keys[self.rarity.rare(stems.keys)]))

    def alike(self) -> Iterator[Couple]:
        """The couples that have rare stems in common."""
        common = ~self.rarity.rare(self._stems.keys)  # those were rare when they were first seen
        return self._couples(pairs(self._stems, LEAST_RARE, common))

    def sharing(self) -> Iterator[Couple]:
        """The couples that have a run of words in common which is no furniture."""
        return self._couples(pairs(self._prints, ignored=self._furnished))

    def side(self, number: int) -> Side:
        """Prepare an article."""
        reading = self.originals[number]
        some = self._furniture if number in self._with_furniture else NO_KEYS
        return side_of(reading, words_of(reading.article), some)

    def _couples(self, numbers: Numbers) -> Iterator[Couple]:
        for a, b in zip(*(column.tolist() for column in numbers.T), strict=True):
            turned = self.originals[b].article.id < self.originals[a].article.id
            yield (b, a) if turned else (a, b)


class Shelf:
    """Articles prepared to be compared; those asked for last stay so, up to `KEPT` words."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._sides: OrderedDict[int, Side] = OrderedDict()
        self._words = 0

    def __getitem__(self, number: int) -> Side:
        if number in self._sides:
            self._sides.move_to_end(number)
            return self._sides[number]
        side = self._sides[number] = self._index.side(number)
        self._words += len(side.words)
        while self._words > KEPT and len(self._sides) > 1:
            _, oldest = self._sides.popitem(last=False)
            self._words -= len(oldest.words)
        return side


def families(couples: Iterable[Couple]) -> list[list[Couple]]:
    """The couples in groups that have no article in common.

    Method: union-find with path halving (Tarjan and van Leeuwen 1984).
    """
    above: dict[int, int] = {}

    def head(one: int) -> int:
        while above.setdefault(one, one) != one:
            above[one] = one = above[above[one]]
        return one

    listed = list(couples)
    for a, b in listed:
        above[head(a)] = head(b)
    groups: defaultdict[int, list[Couple]] = defaultdict(list)
    for couple in listed:
        groups[head(couple[0])].append(couple)
    return list(groups.values())


def _age(reading: Reading) -> tuple[date, str]:
    dated = reading.article.published
    latest = dated.interval.latest if dated and dated.role is DateRole.PUBLISHED else None
    return latest or date.max, reading.article.id


def _outlet(reading: Reading) -> str | None:
    return reading.article.outlet.value.casefold() if reading.article.outlet else None
