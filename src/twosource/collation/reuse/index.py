"""Which articles of a pile are worth comparing, from what little is kept of each.

A pile may hold a hundred thousand articles, and what is worked out of one to compare it takes a
hundred bytes for each of its words. So every article is looked at once, for its fingerprints and
rare stems, and prepared again when it is compared with another; the words of a pile of no more than
a few thousand are kept.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import numpy as np

from twosource.collation.reuse.fingerprints import fingerprints, furnished, furniture, pairs
from twosource.collation.reuse.keys import NO_KEYS, Rows, distinct
from twosource.collation.reuse.rarity import Rarity
from twosource.collation.reuse.sides import Side, side_of
from twosource.collation.reuse.words import Keys, Numbers, Words, words_of
from twosource.model import DateRole, Reading

LEAST_RARE = 3  # rare stems that two articles share before their sentences are compared
KEPT = 1_200_000  # words of the articles that stay prepared, at 60 to 100 bytes each
KEPT_AS_SEEN = 30_000_000  # characters of a pile up to which its words are kept, at 5 bytes each
_DIGEST = 16  # bytes
_BATCH = 4096  # couples that are made Python numbers together

Couple = tuple[int, int]  # two articles, by their numbers, that with the lesser id first
Couples = Numbers  # one to a row


@dataclass(frozen=True, slots=True)
class Index:
    """Which articles of a pile are to be compared, and what the pile tells about their words.

    `originals` are its articles without those that have exactly the words of another: these are
    the `copies` of the first (by date, then id) that has their words. Articles go by their number
    among the originals. Those of `alike` couples have rare stems in common, those of `sharing` ones
    only a run of words that is no furniture. `rarity` is that of the stems of their words.
    `furniture` are fingerprints; the articles that have some are `furnished`. `words` are those
    that were kept.
    """

    originals: Sequence[Reading]
    copies: Mapping[int, Sequence[Reading]]
    alike: Couples
    sharing: Couples
    rarity: Rarity
    furniture: Keys
    furnished: frozenset[int]
    words: Mapping[int, Words]

    def side(self, number: int) -> Side:
        """Prepare an article."""
        reading = self.originals[number]
        words = self.words.get(number) or words_of(reading.article)
        some = self.furniture if number in self.furnished else NO_KEYS
        return side_of(reading, words, some)


def index_of(readings: Sequence[Reading]) -> Index:
    """Look at every article once."""
    seen = _seen(readings)
    some = furniture(seen.prints, [_outlet(one) for one in seen.originals])
    flags = furnished(seen.prints, some)
    common = ~seen.rarity.rare(seen.stems.keys)  # those were rare when they were first met
    alike, sharing = pairs(seen.stems, LEAST_RARE, common), pairs(seen.prints, ignored=flags)
    owners = frozenset(seen.prints.owners(np.flatnonzero(flags)).tolist())
    seen.let_go()
    by_id = _by_id(seen.originals)
    return Index(
        originals=seen.originals,
        copies=seen.copies,
        alike=_turned(alike, by_id),
        sharing=_turned(_without(sharing, alike), by_id),
        rarity=seen.rarity,
        furniture=some,
        furnished=owners,
        words=seen.words,
    )


class _Seen:
    """What is kept of the articles that have been looked at."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.originals: list[Reading] = []
        self.copies: defaultdict[int, list[Reading]] = defaultdict(list)
        self.prints, self.stems = Rows(), Rows()
        self.rarity = Rarity(len(readings))
        self.words: dict[int, Words] = {}
        # Asked beforehand: what is let go in the middle leaves holes that nothing fills.
        self._keeps = sum(len(one.article.text) for one in readings) <= KEPT_AS_SEEN

    def add(self, reading: Reading, numbers: dict[bytes, int]) -> None:
        """Look at one more article; `numbers` are those of the words that have been met."""
        words = words_of(reading.article)
        digest = blake2b(words.keys.tobytes(), digest_size=_DIGEST).digest()
        number = numbers.setdefault(digest, len(self.originals))
        if number < len(self.originals):
            self.copies[number].append(reading)
            return
        self.originals.append(reading)
        if self._keeps:
            self.words[number] = words
        self.prints.add(fingerprints(words))
        stems = side_of(reading, words).stems
        self.rarity.count(stems)
        self.stems.add(distinct(stems.keys[self.rarity.rare(stems.keys)]))

    def let_go(self) -> None:
        """Keep nothing more of what only tells which articles are to be compared."""
        self.prints, self.stems = Rows(), Rows()


def _seen(readings: Sequence[Reading]) -> _Seen:
    seen, numbers = _Seen(readings), dict[bytes, int]()
    for reading in sorted(readings, key=_age):
        seen.add(reading, numbers)
    return seen


def _age(reading: Reading) -> tuple[date, str]:
    dated = reading.article.published
    latest = dated.interval.latest if dated and dated.role is DateRole.PUBLISHED else None
    return latest or date.max, reading.article.id


def _outlet(reading: Reading) -> str | None:
    return reading.article.outlet.value.casefold() if reading.article.outlet else None


def _by_id(readings: Sequence[Reading]) -> Numbers:
    """The numbers of the articles in order of their ids."""
    ids = [one.article.id for one in readings]
    return np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)


def _turned(couples: Couples, by_id: Numbers) -> Couples:
    """The couples, each with the lesser id first, in order of ids."""
    ranks = np.sort(np.argsort(by_id)[couples], axis=1)
    return by_id[ranks[np.lexsort((ranks[:, 1], ranks[:, 0]))]]


def _without(couples: Couples, others: Couples) -> Couples:
    """Those couples that are not among the others."""
    size = max(couples.max(initial=0), others.max(initial=0)) + 1
    one, other = (some[:, 0] * size + some[:, 1] for some in (couples, others))
    return couples[~np.isin(one, other, assume_unique=True)]


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


def families(couples: Couples) -> list[Couples]:
    """The couples in groups that have no article in common.

    Method: every article takes on the least number that any it is joined with has, and then the
    one that this has taken on, until none changes (Shiloach and Vishkin 1982).
    """
    heads, settled = np.arange(couples.max(initial=-1) + 1), False
    while not settled:
        before, least = heads.copy(), heads[couples].min(axis=1)
        for side in couples.T:
            np.minimum.at(heads, heads[side], least)
            np.minimum.at(heads, side, least)
        heads = heads[heads]
        settled = bool((heads == before).all())
    family = heads[couples[:, 0]]
    order = np.argsort(family, kind="stable")
    groups = np.split(couples[order], np.flatnonzero(np.diff(family[order])) + 1)
    return groups if len(couples) else []


def each(couples: Couples) -> Iterator[Couple]:
    """The couples one by one, without a list of them all."""
    for start in range(0, len(couples), _BATCH):
        yield from ((a, b) for a, b in couples[start : start + _BATCH].tolist())
