"""Which articles share a run of words: a thin sample of hashed word n-grams over the whole pile.

Of every `WINDOW` n-grams in a row one is kept, the one with the least hash (winnowing: Schleimer,
Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", 2003), so that two
articles that share `GRAM + WINDOW - 1` words in a row are certain to share a fingerprint.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.keys import among, distinct
from twosource.collation.reuse.words import Flags, Keys, Words

GRAM = 8  # words in a fingerprint
WINDOW = 13  # n-grams of which one is kept: every shared run of 20 words is found

# A fingerprint is furniture where it stands in so many articles that it is a phrase of the
# language, or in a handful that nearly all are of one outlet: its newsletter box, its list of
# other stories. Set on the news pile of 2018: 60 is past the most copied agency text there.
COMMON = 150
OF_ONE_OUTLET = 5
MOSTLY = 0.8

NO_PRINTS: Keys = np.zeros(0, dtype=np.uint64)
_BATCH = 1 << 20  # pairs of places, and fingerprints, that are looked at together
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
    """The sampled n-gram hashes of an article, each once, in order of size."""
    hashes = grams(words.keys, GRAM)
    if len(hashes) > WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1)
    return distinct(hashes)


def furniture(prints: Sequence[Keys], outlets: Sequence[str | None]) -> Keys:
    """The fingerprints that are no sign of copying, each once, in order of size (see `COMMON`).

    An article most of whose fingerprints look like that is one of a series, not furniture, and
    its fingerprints are not counted.
    """
    numbers = {outlet: number for number, outlet in enumerate(sorted(filter(None, outlets)))}
    of_outlet = [numbers.get(outlet or "", -1) for outlet in outlets]
    parts = [_furniture(hashes, owners, of_outlet) for hashes, owners in _parts(prints)]
    return np.concatenate([NO_PRINTS, *parts])


def without(some: Keys, prints: Keys) -> Keys:
    """The fingerprints of one article without `some`, or all of them where most are among those."""
    left = prints[~among(prints, some)]
    return left if 2 * len(left) >= len(prints) else prints


def where(some: Keys, words: Words) -> Flags:
    """Which words of an article lie in fingerprints that are among `some`."""
    flags = np.zeros(len(words), dtype=np.bool_)
    for place in np.flatnonzero(among(grams(words.keys, GRAM), some)).tolist():
        flags[place : place + GRAM] = True
    return flags


def pairs(prints: Sequence[Keys], least: int = 1) -> list[tuple[int, int]]:
    """Every two articles, by their places in `prints`, that share `least` keys; in order."""
    count = max(len(prints), 1)
    codes, shared = np.zeros((2, 0), dtype=np.int64)
    for hashes, owners in _parts(prints):
        for batch in _partners(hashes, owners, count):
            codes, shared = _added(codes, shared, batch)
    codes = codes[shared >= least]
    return list(zip((codes // count).tolist(), (codes % count).tolist(), strict=True))


def _added(
    codes: NDArray[np.int64], counts: NDArray[np.int64], more: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Count `more` in."""
    new, times = np.unique(more, return_counts=True)
    together, places = np.unique(np.concatenate([codes, new]), return_inverse=True)
    totals = np.bincount(places, np.concatenate([counts, times]), minlength=len(together))
    return together, totals.astype(np.int64)


def _parts(prints: Sequence[Keys]) -> Iterator[tuple[Keys, NDArray[np.int32]]]:
    """The fingerprints with their owners, sorted, in parts by hash, so that memory is bounded."""
    parts = np.uint64(1 + sum(map(len, prints)) // _BATCH)
    for part in range(int(parts)):
        chosen = [some[some % parts == part] if parts > 1 else some for some in prints]
        hashes = np.concatenate([NO_PRINTS, *chosen])
        lengths = [len(some) for some in chosen]
        owners = np.repeat(np.arange(len(chosen), dtype=np.int32), lengths)
        order = np.argsort(hashes, kind="stable")  # within one hash the owners stay in order
        yield hashes[order], owners[order]


def _furniture(hashes: Keys, owners: NDArray[np.int32], of_outlet: Sequence[int]) -> Keys:
    firsts = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]))
    sizes = np.diff(firsts, append=len(hashes))
    group = np.repeat(np.arange(len(firsts)), sizes)
    outlets = np.asarray(of_outlet, dtype=np.int64)[owners]
    codes, counts = np.unique(group * (len(of_outlet) + 1) + outlets + 1, return_counts=True)
    counts[codes % (len(of_outlet) + 1) == 0] = 0  # outlet not known
    most = np.zeros(len(firsts), dtype=np.int64)
    np.maximum.at(most, codes // (len(of_outlet) + 1), counts)
    of_one = (most >= OF_ONE_OUTLET) & (most >= MOSTLY * sizes)
    return hashes[firsts[of_one | (sizes > COMMON)]]


def _partners(hashes: Keys, owners: NDArray[np.int32], count: int) -> Iterator[NDArray[np.int64]]:
    """For every fingerprint its later owners, as `owner * count + later owner`, in batches."""
    ends = np.searchsorted(hashes, hashes, side="right")
    partners = ends - np.arange(len(hashes)) - 1
    batches = np.cumsum(partners) // _BATCH
    bounds = np.flatnonzero(np.diff(batches, prepend=-1, append=-1))
    for left, right in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        counts = partners[left:right]
        places = np.repeat(np.arange(left, right), counts)
        step = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
        yield owners[places].astype(np.int64) * count + owners[places + 1 + step]
