"""Sorted arrays of keys: laid side by side, searched, and made to hold each key once."""

import numpy as np

from twosource.collation.reuse.words import Flags, Keys, Numbers

NO_KEYS: Keys = np.zeros(0, dtype=np.uint64)


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
    found: Flags = some[np.searchsorted(some, keys).clip(max=len(some) - 1)] == keys
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
