"""Which articles share a run of words: a thin sample of hashed word n-grams over the whole pile.

Of every `WINDOW` n-grams in a row one is kept, the one with the least hash (winnowing: Schleimer,
Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", 2003), so that two
articles that share `GRAM + WINDOW - 1` words in a row are certain to share a fingerprint.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.words import Keys, Words

GRAM = 8  # words in a fingerprint
WINDOW = 5  # n-grams of which one is kept: every shared run of 12 words is found
_BATCH = 1 << 20  # pairs of places that are looked at together
_MULTIPLIER = np.uint64(0xD6E8FEB86659FD93)


def grams(keys: Keys, size: int) -> Keys:
    """A hash of every `size` words in a row; empty where there are fewer words."""
    count = max(len(keys) - size + 1, 0)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        mixed = (mixed ^ keys[place : place + count]) * _MULTIPLIER
        mixed ^= mixed >> np.uint64(32)
    return mixed


def fingerprints(words: Words) -> Keys:
    """The sampled n-gram hashes of an article, each once."""
    hashes = grams(words.keys, GRAM)
    if len(hashes) > WINDOW:
        windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
        hashes = windows.min(axis=1)
    return np.unique(hashes)


def pairs(prints: Sequence[Keys]) -> Iterator[tuple[int, int]]:
    """Every two articles, by their places in `prints`, that share a fingerprint; in order."""
    if not prints:
        return
    hashes = np.concatenate(prints)
    owners = np.repeat(np.arange(len(prints)), [len(some) for some in prints])
    order = np.argsort(hashes, kind="stable")  # within one hash the owners stay in order
    hashes, owners = hashes[order], owners[order]
    ends = np.searchsorted(hashes, hashes, side="right")
    by_owner = np.argsort(owners, kind="stable")
    partners = (ends - np.arange(len(hashes)) - 1)[by_owner]
    for left, right in _batches(owners[by_owner], partners):
        yield from _partners(owners, by_owner[left:right], partners[left:right])


def _batches(owners: NDArray[np.int64], partners: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Cut the fingerprints, in order of owner, so that each cut has about `_BATCH` partners."""
    bounds = np.flatnonzero(np.diff(owners, prepend=-1, append=owners[-1:].max(initial=0) + 1))
    totals = np.concatenate([[0], np.cumsum(partners)])[bounds]
    left = 0
    for right in range(1, len(bounds)):
        if right == len(bounds) - 1 or totals[right + 1] - totals[left] > _BATCH:
            yield int(bounds[left]), int(bounds[right])
            left = right


def _partners(
    owners: NDArray[np.int64], places: NDArray[np.int64], counts: NDArray[np.int64]
) -> Iterator[tuple[int, int]]:
    a = np.repeat(owners[places], counts)
    step = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    b = owners[np.repeat(places, counts) + 1 + step]
    found = np.unique(a * len(owners) + b)
    yield from zip((found // len(owners)).tolist(), (found % len(owners)).tolist(), strict=True)
