"""What surrounds two sentences that are alike: other sentences of the two articles, and a third.

One sentence alone proves little: two reporters can tell the same fact.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from twosource.collation.reuse.index import Couple
from twosource.collation.reuse.rarity import Values
from twosource.collation.reuse.sentence_likeness import TRAITS, Pairs, greatest_of_each
from twosource.collation.reuse.words import Numbers

SEEN = (
    *TRAITS,
    "neighbour",  # chance of the likeliest of the eight pairs around
    "others",  # log of one more than the other sentences the two articles may have in common
    "share",  # part of an article that these make up
    "third",  # chance of the way through a third article
    "lead",  # chance over that of the next best partner, for the sentence where it is less
    "greater_lead",  # the same for the other sentence
    "elsewhere",  # log of one more than the articles that have the one sentence too, the fewer
    "more_elsewhere",  # the same for the other sentence
    "shorter",  # log of the sentences of the shorter article
    "longer",  # and of the longer
)
"""What is seen of two sentences, by themselves and around them: the columns of `seen`."""

_EVEN = 0.5
_SHORT, _LONG = 10, 50  # sentences: an article of fewer, or more, is taken for one of so many
_THIRDS = 8  # articles that are tried as the one between two
_NO_WAYS: Numbers = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely the sentences of one article were made from those of another (see `Pairs`)."""

    shape: tuple[int, int]
    rows: Numbers
    columns: Numbers
    chances: Values

    @property
    def sides(self) -> tuple[tuple[Numbers, int], tuple[Numbers, int]]:
        """The sentences of each pair that are a's, and how many a has; the same for b."""
        return (self.rows, self.shape[0]), (self.columns, self.shape[1])


@dataclass(frozen=True, slots=True)
class Nearest:
    """For every sentence of one article the one of another that is likeliest to be the same."""

    sentences: Numbers
    chances: Values
    strength: float  # how many sentences the two articles may have in common


Near = Mapping[int, Nearest]
"""For an article, by the number of another: what in the first is nearest to the other's."""


def seen(pairs: Mapping[Couple, Pairs]) -> dict[Couple, Values]:
    """For every two articles what is seen of their pairs of sentences [pairs, `SEEN`]."""
    alone = {couple: _alone(one) for couple, one in pairs.items()}
    near = nearest(alone)
    elsewhere = _elsewhere(near)
    return {
        (a, b): np.column_stack(
            [
                pairs[a, b].traits,
                *_around(one, pairs[a, b].quoted),
                _through_a_third(one, near[a], near[b]),
                *_by_size(*(_leads(*side, one.chances) for side in one.sides)),
                *_by_size(elsewhere[a][one.rows], elsewhere[b][one.columns]),
                *(np.full(len(one.rows), size) for size in _sizes(one.shape)),
            ]
        )
        for (a, b), one in alone.items()
    }


def _alone(pairs: Pairs) -> Likeness:
    return Likeness(pairs.shape, pairs.rows, pairs.columns, chances_of(pairs.alone))


def chances_of(odds: Values) -> Values:
    """Log odds as probabilities, 0 to 1."""
    chances: Values = 1 / (1 + np.exp(-odds))
    return chances


def _by_size(one: Values, other: Values) -> tuple[Values, Values]:
    """The lesser of each two values, and the greater: which article is called a tells nothing."""
    return np.minimum(one, other), np.maximum(one, other)


def _sizes(shape: tuple[int, int]) -> Values:
    sizes: Values = np.log(np.clip(sorted(shape), _SHORT, _LONG))
    return sizes


def _around(one: Likeness, quoted: Values) -> tuple[Values, Values, Values]:
    """The chance of a pair beside each, what else the articles have in common, and its share."""
    voice = one.chances * (1 - quoted)  # what is quoted by both proves nothing
    rows, columns = (greatest_of_each(side, voice, size) for side, size in one.sides)
    rest = np.minimum(rows.sum() - rows[one.rows], columns.sum() - columns[one.columns])
    share = max(each.sum() / max(len(each), _SHORT) for each in (rows, columns))
    return _neighbours(one, voice), np.log1p(rest.clip(0)), np.full(len(voice), share)


def _neighbours(one: Likeness, voice: Values) -> Values:
    """The greatest chance among the eight pairs around a pair of sentences."""
    width = one.shape[1] + 2  # so that the last sentence of a row has no neighbour in the next
    cells = one.rows * width + one.columns
    greatest = np.zeros(len(cells))
    for step in (-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1):
        places = np.searchsorted(cells, cells + step).clip(max=len(cells) - 1)
        found = np.where(cells[places] == cells + step, voice[places], 0.0)
        np.maximum(greatest, found, out=greatest)
    return greatest


def _leads(sentences: Numbers, count: int, chances: Values) -> Values:
    """By how much each pair is likelier than the best other pair that has the sentence too."""
    order = np.lexsort((chances, sentences))
    last = np.flatnonzero(np.diff(sentences[order], append=-1))
    best = np.zeros(count)
    best[sentences[order[last]]] = chances[order[last]]
    rival = best[sentences]
    before = order[last - 1]
    has_other = (last > 0) & (sentences[before] == sentences[order[last]])
    rival[order[last]] = np.where(has_other, chances[before], 0.0)
    return chances - rival


def nearest(likenesses: Mapping[Couple, Likeness]) -> dict[int, dict[int, Nearest]]:
    """For every article and every other the likeliest partners there of the other's sentences."""
    near: dict[int, dict[int, Nearest]] = {}
    for (a, b), one in likenesses.items():
        near.setdefault(a, {})[b] = _nearest(one.columns, one.rows, one.chances, one.shape[1])
        near.setdefault(b, {})[a] = _nearest(one.rows, one.columns, one.chances, one.shape[0])
    return near


def _nearest(sentences: Numbers, others: Numbers, chances: Values, count: int) -> Nearest:
    order = np.lexsort((-others, chances))  # the likeliest, and of those the first, comes last
    partners = np.zeros(count, dtype=np.int64)
    partners[sentences[order]] = others[order]
    greatest = greatest_of_each(sentences, chances, count)
    return Nearest(partners, greatest, float(greatest.sum()))


def _elsewhere(near: Mapping[int, Near]) -> dict[int, Values]:
    """For every sentence of an article how many others are likely to have it, as a logarithm."""
    likely: defaultdict[int, list[Values]] = defaultdict(list)
    for others in near.values():
        for article, one in others.items():
            likely[article].append(np.where(one.chances > _EVEN, 1.0, 0.0))
    return {article: np.log1p(np.sum(each, axis=0)) for article, each in likely.items()}


def _through_a_third(one: Likeness, of_a: Near, of_b: Near) -> Values:
    """For every pair of sentences the best way from one to the other through a third article.

    Of the ways through a sentence of the third only that between its two likeliest partners counts.
    """
    cells = one.rows * one.shape[1] + one.columns
    best = np.zeros(len(cells))
    if len(cells):
        found, chances = ways(one.shape, of_a, of_b)
        places = np.searchsorted(cells, found).clip(max=len(cells) - 1)
        np.maximum.at(best, places, np.where(cells[places] == found, chances, 0.0))
    return best


def ways(shape: tuple[int, int], of_a: Near, of_b: Near) -> tuple[Numbers, Values]:
    """Pairs of sentences that the same sentence of a third is the likeliest to be, and the chance.

    A pair goes by one number, row by row, as many times as there are ways between its two.
    """
    thirds = _strongest(of_a, of_b)
    cells = [of_a[third].sentences * shape[1] + of_b[third].sentences for third in thirds]
    chances = [of_a[third].chances * of_b[third].chances for third in thirds]
    return np.concatenate([_NO_WAYS, *cells]), np.concatenate([np.zeros(0), *chances])


def _strongest(of_a: Near, of_b: Near) -> list[int]:
    shared = of_a.keys() & of_b.keys()
    strength = {third: min(of_a[third].strength, of_b[third].strength) for third in shared}
    return sorted(shared, key=lambda third: (-strength[third], third))[:_THIRDS]
