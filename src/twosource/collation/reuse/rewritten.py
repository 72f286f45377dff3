"""Rewritten passages: sentences that run parallel in two articles though their words differ.

One sentence alone proves little: two reporters can tell the same fact. So a pair of sentences is
judged a second time in the light of its surroundings: whether the sentences next to it pair up
too, whether the two articles share more that nobody is quoted with, and whether a third article
stands between the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from twosource.collation.reuse.rarity import Values
from twosource.collation.reuse.sentence_likeness import Likeness
from twosource.collation.reuse.words import Numbers

Couple = tuple[int, int]  # two articles, by their places in the pile, the lesser first

# As in `sentence_likeness`, fitted to the odds found there. `LIKELY` and `SURE` were chosen on the
# same stories: .20 to .40 for the first, .40 to .80 for the second were tried.
CONSTANT = -3.91
ODDS = 0.56
NEIGHBOUR = 3.08
OTHERS = 0.47
SHARE = -3.54
THROUGH_A_THIRD = 2.63
BEST = 0.77
STRONG = 1.26

LIKELY = 0.35  # a pair of sentences counts
SURE = 0.65  # one pair at least has to reach this, or none of the two articles counts

_BOUND = 8.0  # of log odds
_THIRDS = 8  # articles that are tried as the one between two


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `a` of one article and `b` of another, and how sure it is that they are one."""

    a: int
    b: int
    confidence: float


def rewritten(likenesses: Mapping[Couple, Likeness]) -> dict[Couple, list[Match]]:
    """For every two articles the sentences that were made from one another."""
    near: dict[int, dict[int, _Nearest]] = {}
    for (a, b), one in likenesses.items():
        near.setdefault(a, {})[b] = _nearest(one.columns, one.rows, one.chances, one.shape[1])
        near.setdefault(b, {})[a] = _nearest(one.rows, one.columns, one.chances, one.shape[0])
    return {
        (a, b): _matches(one, _second_look(one, _through_a_third(one, near[a], near[b])))
        for (a, b), one in likenesses.items()
        if len(one.odds)
    }


def _second_look(one: Likeness, third: Values) -> Values:
    """The probabilities in the light of the surroundings."""
    voice = one.chances * (1 - one.quoted)  # what is quoted by both proves nothing
    rows, columns = (_greatest(side, voice, size) for side, size in _sides(one))
    rest = np.minimum(rows.sum() - rows[one.rows], columns.sum() - columns[one.columns])
    strong = min((rows > 0.5).sum(), (columns > 0.5).sum())  # noqa: PLR2004, an even chance
    odds = (
        CONSTANT
        + ODDS * one.odds.clip(-_BOUND, _BOUND)
        + NEIGHBOUR * _neighbours(one, voice)
        + OTHERS * np.log1p(rest.clip(0))
        + SHARE * max(rows.mean(), columns.mean())
        + THROUGH_A_THIRD * third
        + BEST * _best(one, one.chances)
        + STRONG * np.log1p(max(strong - 1, 0))
    )
    chances: Values = 1 / (1 + np.exp(-odds))
    return chances


def _sides(one: Likeness) -> tuple[tuple[Numbers, int], tuple[Numbers, int]]:
    return (one.rows, one.shape[0]), (one.columns, one.shape[1])


def _greatest(sentences: Numbers, values: Values, count: int) -> Values:
    """For each of `count` sentences the greatest of its values, 0 where it has none."""
    greatest = np.zeros(count)
    np.maximum.at(greatest, sentences, values)
    return greatest


def _neighbours(one: Likeness, voice: Values) -> Values:
    """The greatest chance among the eight pairs around a pair of sentences."""
    width = one.shape[1] + 2  # so that the last sentence of a row has no neighbour in the next
    cells = one.rows * width + one.columns
    nearest = np.zeros(len(cells))
    for step in (-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1):
        places = np.searchsorted(cells, cells + step).clip(max=len(cells) - 1)
        found = np.where(cells[places] == cells + step, voice[places], 0.0)
        np.maximum(nearest, found, out=nearest)
    return nearest


def _best(one: Likeness, chances: Values) -> Values:
    """Two where a pair is the best for both its sentences, one where it is for one of them."""
    best = np.zeros(len(one.odds))
    for sentences, count in _sides(one):
        best += chances >= _greatest(sentences, chances, count)[sentences]
    return best


@dataclass(frozen=True, slots=True)
class _Nearest:
    """For every sentence of one article the one of another that is likeliest to be the same."""

    sentences: Numbers
    chances: Values
    strength: float  # how many sentences the two articles may have in common


def _nearest(sentences: Numbers, others: Numbers, chances: Values, count: int) -> _Nearest:
    order = np.lexsort((-others, chances))  # the likeliest, and of those the first, comes last
    nearest = np.zeros(count, dtype=np.int64)
    nearest[sentences[order]] = others[order]
    greatest = _greatest(sentences, chances, count)
    return _Nearest(nearest, greatest, float(greatest.sum()))


def _through_a_third(
    one: Likeness, of_a: Mapping[int, _Nearest], of_b: Mapping[int, _Nearest]
) -> Values:
    """For every pair of sentences the best way from one to the other through a third article.

    Of the ways through a sentence of the third only that between its two likeliest partners counts.
    """
    cells = one.rows * one.shape[1] + one.columns
    best = np.zeros(len(cells))
    for third in _strongest(of_a, of_b):
        there, back = of_a[third], of_b[third]
        ways = there.sentences * one.shape[1] + back.sentences
        places = np.searchsorted(cells, ways).clip(max=len(cells) - 1)
        chances = np.where(cells[places] == ways, there.chances * back.chances, 0.0)
        np.maximum.at(best, places, chances)
    return best


def _strongest(of_a: Mapping[int, _Nearest], of_b: Mapping[int, _Nearest]) -> list[int]:
    shared = of_a.keys() & of_b.keys()
    strength = {third: min(of_a[third].strength, of_b[third].strength) for third in shared}
    return sorted(shared, key=lambda third: (-strength[third], third))[:_THIRDS]


def _matches(one: Likeness, chances: Values) -> list[Match]:
    likely = np.flatnonzero((chances >= LIKELY) & (_best(one, chances) > 0)).tolist()
    if chances.max(initial=0.0) < SURE:
        return []
    return [
        Match(int(one.rows[i]), int(one.columns[i]), round(float(chances[i]), 3)) for i in likely
    ]
