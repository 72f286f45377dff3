"""Arrays of keys: sorted, searched, laid side by side, and those of many articles end to end."""

from array import array
from collections.abc import Iterable

import numpy as np

from twosource.collation.reuse.words import Flags, Keys, Numbers

NO_KEYS: Keys = np.zeros(0, dtype=np.uint64)


class Rows:
    """The keys of many articles, row after row in one array: eight bytes for each and no more."""

    def __init__(self, rows: Iterable[Keys] = ()) -> None:
        self._keys, self._ends = array("Q"), array("q", [0])
        for row in rows:
            self.add(row)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> Keys:
        return self.keys[self._ends[number] : self._ends[number + 1]]

    def add(self, row: Keys) -> None:
        """Put the keys of one more article at the end."""
        self._keys.frombytes(row.tobytes())
        self._ends.append(len(self._keys))

    @property
    def keys(self) -> Keys:
        """All of them. None can be added while somebody holds this."""
        return np.frombuffer(self._keys, dtype=np.uint64)

    def owners(self, places: Numbers) -> Numbers:
        """The number of the row that each of the keys at these places stands in."""
        ends = np.frombuffer(self._ends, dtype=np.int64)
        return np.searchsorted(ends, places, side="right") - 1


def distinct(keys: Keys) -> Keys:
    """Each key once, in order of size."""
    ordered = np.sort(keys)
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    once: Keys = ordered[first]
    return once


def among(keys: Keys, some: Keys) -> Flags:
    """Which of the keys are in the sorted array `some`."""
    if not len(some):
        return np.zeros(len(keys), dtype=np.bool_)
    places = np.searchsorted(some, keys)
    places[places == len(some)] = 0
    found: Flags = some[places] == keys
    return found


def join(a: Keys, b: Keys) -> tuple[Numbers, Numbers]:
    """The places of all equal keys of two sorted arrays, in the one and in the other."""
    left = np.flatnonzero(among(a, b))
    first, last = (np.searchsorted(b, a[left], side=side) for side in ("left", "right"))
    counts = last - first
    return np.repeat(left, counts), np.repeat(first, counts) + steps(counts)


def steps(counts: Numbers) -> Numbers:
    """From nought up to each of the counts in turn: 0 1 2 0 1 for 3 and 2."""
    ends = np.cumsum(counts)
    return np.arange(counts.sum()) - np.repeat(ends - counts, counts)
