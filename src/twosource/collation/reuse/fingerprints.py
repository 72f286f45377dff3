"""Which articles share a run of words: a thin sample of hashed word n-grams over the whole pile.

Of every `WINDOW` n-grams in a row one is kept, the one with the least hash (winnowing: Schleimer,
Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", 2003), so that two
articles that share `GRAM + WINDOW - 1` words in a row are certain to share a fingerprint.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from twosource.collation.reuse.keys import NO_KEYS, Rows, among, distinct, steps
from twosource.collation.reuse.words import Flags, Keys, Numbers, Places, Words

GRAM = 8  # words in a fingerprint
WINDOW = 13  # n-grams of which one is kept: every shared run of 20 words is found

# A fingerprint is furniture where it stands in so many articles that it is a phrase of the
# language, or in a handful that nearly all are of one outlet: its newsletter box, its list of
# other stories. Set on the news pile of 2018: 60 is past the most copied agency text there.
COMMON = 150
OF_ONE_OUTLET = 5
MOSTLY = 0.8
FEW = 8  # articles on either side, of a crowd with one text, that each is compared with

_BATCH = 1 << 18  # pairs of places, and fingerprints, that are looked at together
_STEPS = (1, 2, 4, WINDOW - 8)  # each makes a minimum of as many more: of 2, 4, 8, all
_MULTIPLIER = np.uint64(0xD6E8FEB86659FD93)


def grams(keys: Keys, size: int) -> Keys:
    """A hash of every `size` words in a row; empty where there are fewer words."""
    count = max(len(keys) - size + 1, 0)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        mixed ^= keys[place : place + count]
        mixed *= _MULTIPLIER
        mixed ^= mixed >> np.uint64(32)
    return mixed


def fingerprints(words: Words) -> Keys:
    """The sampled n-gram hashes of an article, each once, in order of size."""
    hashes = grams(words.keys, GRAM)
    for step in _STEPS if len(hashes) > WINDOW else ():
        hashes = np.minimum(hashes[step:], hashes[:-step])
    return distinct(hashes)


def furniture(prints: Rows, outlets: Sequence[str | None]) -> Keys:
    """The fingerprints that are no sign of copying, each once, in order of size (see `COMMON`).

    An article most of whose fingerprints look like that is one of a series, not furniture, and
    its fingerprints are not counted.
    """
    numbers = {outlet: number for number, outlet in enumerate(sorted(set(filter(None, outlets))))}
    of_outlet = np.array([numbers.get(outlet or "", -1) for outlet in outlets], dtype=np.int64)
    parts = [_furniture(hashes, of_outlet[owners]) for hashes, owners in _parts(prints, None)]
    return np.sort(np.concatenate([NO_KEYS, *parts]))


def furnished(prints: Rows, some: Keys) -> Flags:
    """Which fingerprints are among `some`: none of an article most of whose are."""
    found = (among(prints[number], some) for number in range(len(prints)))
    flags = np.zeros(len(prints.keys), dtype=np.bool_)
    start = 0
    for row in found:
        flags[start : start + len(row)] = row & (2 * row.sum() <= len(row))
        start += len(row)
    return flags


def where(some: Keys, words: Words) -> Flags:
    """Which words of an article lie in fingerprints that are among `some`."""
    flags = np.zeros(len(words), dtype=np.bool_)
    if not len(some):
        return flags
    for place in np.flatnonzero(among(grams(words.keys, GRAM), some)).tolist():
        flags[place : place + GRAM] = True
    return flags


def pairs(rows: Rows, least: int = 1, ignored: Flags | None = None) -> Numbers:
    """Every two articles, by the numbers of their rows, that share `least` keys; in order.

    Of more than `COMMON` that share a key each is paired with the first few rows and with those
    next to it alone: where ten thousand have one text with small changes, fifty million pairs
    would tell no more of who had it from whom.
    """
    count = max(len(rows), 1)
    codes, shared = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32)
    for hashes, owners in _parts(rows, ignored):
        for batch in _partners(hashes, owners, count):
            codes, shared = _added(codes, shared, batch)
    return np.stack(np.divmod(codes[shared >= least], count), axis=1)


def _added(codes: Numbers, counts: Places, more: Numbers) -> tuple[Numbers, Places]:
    """Count `more` in. What is there already is not sorted again."""
    found, times = np.unique(more, return_counts=True)
    places = np.searchsorted(codes, found)
    known = np.append(codes, -1)[places] == found
    counts[places[known]] += times[known]
    new, where_new = ~known, places[~known]
    return np.insert(codes, where_new, found[new]), np.insert(counts, where_new, times[new])


def _parts(rows: Rows, ignored: Flags | None) -> Iterator[tuple[Keys, Numbers]]:
    """The keys with their owners, sorted, in parts by their lowest bits: memory is bounded."""
    keys = rows.keys
    lowest = keys.view("<u2")[::4]
    parts = 1 << (len(keys) // _BATCH).bit_length()
    for part in range(parts):
        chosen = (lowest & (parts - 1)) == part
        if ignored is not None:
            chosen &= ~ignored
        places = np.flatnonzero(chosen)
        places = places[np.argsort(keys[places], kind="stable")]  # of one key in order of owner
        yield keys[places], rows.owners(places)


def _furniture(hashes: Keys, outlets: Numbers) -> Keys:
    firsts = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]))
    sizes = np.diff(firsts, append=len(hashes))
    group, width = np.repeat(np.arange(len(firsts)), sizes), outlets.max(initial=0) + 2
    codes, counts = np.unique(group * width + outlets + 1, return_counts=True)
    counts[codes % width == 0] = 0  # outlet not known
    most = np.zeros(len(firsts), dtype=np.int64)
    np.maximum.at(most, codes // width, counts)
    of_one = (most >= OF_ONE_OUTLET) & (most >= MOSTLY * sizes)
    return hashes[firsts[of_one | (sizes > COMMON)]]


def _partners(hashes: Keys, owners: Numbers, count: int) -> Iterator[Numbers]:
    """For every fingerprint its later owners, as `owner * count + later owner`, in batches."""
    places = np.arange(len(hashes))
    start, end = (np.searchsorted(hashes, hashes, side=side) for side in ("left", "right"))
    partners = end - places - 1
    crowded = (end - start > COMMON) & (places - start >= FEW)
    partners[crowded] = np.minimum(partners[crowded], FEW)
    batches = np.cumsum(partners) // _BATCH
    bounds = np.flatnonzero(np.diff(batches, prepend=-1, append=-1))
    for left, right in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        counts = partners[left:right]
        places = np.repeat(np.arange(left, right), counts)
        yield owners[places] * count + owners[places + 1 + steps(counts)]
