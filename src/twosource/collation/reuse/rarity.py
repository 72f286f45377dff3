"""How much the stem of a word tells about what it stands in: the more, the fewer have it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.sides import Terms
from twosource.collation.reuse.words import Flags, Keys, Numbers

Values = NDArray[np.float64]

RARE = 12  # sentences of the pile that a stem may stand in to bring two articles together
COMMON = 200  # sentences from which on a stem tells too little to bring two sentences together
SLOTS = 64  # in which stems are counted, for each article of the pile
LEAST_BITS = 18  # of the number of slots of a small pile


class Rarity:
    """How much a stem tells: one over the root of the number of sentences that have it.

    Counted over the pile, whose size plays no part: an article on something else changes nothing.
    Two stems that share a slot count as one; there are `SLOTS` for each of `articles`.
    """

    def __init__(self, articles: int) -> None:
        self._bits = max(LEAST_BITS, (SLOTS * articles - 1).bit_length())
        self._counts = np.zeros(1 << self._bits, dtype=np.int32)

    def count(self, stems: Terms) -> None:
        """Count the sentences of one more article in."""
        np.add.at(self._counts, self._slots(stems.keys), 1)

    def of(self, stems: Terms) -> Values:
        """The weight of each stem, 0 to 1."""
        weights: Values = 1 / np.sqrt(self.sentences(stems.keys))
        return weights

    def nats(self, keys: Keys, sentences: int) -> Values:
        """How much each stem tells in nats among so many sentences, 0 for one that all may have."""
        nats: Values = (np.log(max(sentences, 1)) - np.log(self.sentences(keys))).clip(0)
        return nats

    def sentences(self, keys: Keys) -> Numbers:
        """In how many sentences of the pile each stem stands, 1 for one that is not in it."""
        return np.maximum(self._counts[self._slots(keys)], 1)

    def rare(self, keys: Keys) -> Flags:
        """Which stems stand in at most `RARE` sentences."""
        flags: Flags = self.sentences(keys) <= RARE
        return flags

    def telling(self, stems: Terms) -> Numbers:
        """The places of the stems that bring two sentences together: not in over `COMMON`."""
        return np.flatnonzero(self.sentences(stems.keys) <= COMMON)

    def _slots(self, keys: Keys) -> Numbers:
        mixed = (keys * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - self._bits)
        return mixed.astype(np.int64)


def rarity_in(articles: Sequence[Terms]) -> Rarity:
    """The rarity of stems in so many articles."""
    rarity = Rarity(len(articles))
    for stems in articles:
        rarity.count(stems)
    return rarity
