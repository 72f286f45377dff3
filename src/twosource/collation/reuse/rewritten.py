"""Rewritten passages: sentences that run parallel in two articles though their words differ.

One sentence alone proves little: two reporters can tell the same fact. So a pair of sentences is
judged a second time in the light of its surroundings: whether the sentences next to it pair up
too, whether the two articles share more that nobody is quoted with, and whether a third article
stands between the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.collation.reuse.likeness import Grid, Likeness

Couple = tuple[int, int]  # two articles, by their places in the pile, the lesser first

# As in `likeness`, fitted to the odds found there. `LIKELY` and `SURE` were chosen on the same
# stories: .30 and .40 for the first, .40 to .80 for the second were tried.
CONSTANT = -3.91
ODDS = 0.56
NEIGHBOUR = 3.08
OTHERS = 0.47
SHARE = -3.54
THROUGH_A_THIRD = 2.63
BEST = 0.77
STRONG = 1.26

LIKELY = 0.35  # a pair of sentences counts
SURE = 0.5  # one pair at least has to reach this, or none of the two articles counts
LONE = 0.65  # the same, where no other pair of sentences counts

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
    chances = {couple: one.probability for couple, one in likenesses.items() if one.odds.size}
    voices = {
        couple: chance * (1 - likenesses[couple].quoted) for couple, chance in chances.items()
    }
    thirds = _thirds(chances)
    return {
        couple: _matches(_second_look(likenesses[couple], voices[couple], thirds[couple]))
        for couple in chances
    }


def _second_look(first: Likeness, voice: Grid, third: Grid) -> Grid:
    """The probabilities in the light of the surroundings. `voice` leaves out what is quoted."""
    chance = first.probability
    rows, columns = voice.max(1, keepdims=True), voice.max(0, keepdims=True)
    others = np.minimum(rows.sum() - rows, columns.sum() - columns).clip(0)
    strong = min((rows > 0.5).sum(), (columns > 0.5).sum())  # noqa: PLR2004, an even chance
    odds = (
        CONSTANT
        + ODDS * first.odds.clip(-_BOUND, _BOUND)
        + NEIGHBOUR * _neighbours(voice)
        + OTHERS * np.log1p(others)
        + SHARE * max(rows.mean(), columns.mean())
        + THROUGH_A_THIRD * third
        + BEST * _best(chance)
        + STRONG * np.log1p(max(strong - 1, 0))
    )
    return np.where(np.isfinite(first.odds), 1 / (1 + np.exp(-odds)), 0.0)


def _neighbours(voice: Grid) -> Grid:
    """The greatest chance among the eight pairs around a pair of sentences."""
    rows, columns = voice.shape
    padded = np.zeros((rows + 2, columns + 2))
    padded[1:-1, 1:-1] = voice
    around = [
        padded[i : i + rows, j : j + columns]
        for i in range(3)
        for j in range(3)
        if (i, j) != (1, 1)
    ]
    nearest: Grid = np.maximum.reduce(around)
    return nearest


def _best(chance: Grid) -> Grid:
    """Two where a pair is the best for both its sentences, one where it is for one of them."""
    best_of_row = (chance >= chance.max(1, keepdims=True)).astype(np.float64)
    both: Grid = best_of_row + (chance >= chance.max(0, keepdims=True))
    return both


@dataclass(frozen=True, slots=True)
class _Nearest:
    """For every sentence of one article the one of another that is likeliest to be the same."""

    sentences: NDArray[np.int64]
    chances: Grid

    @property
    def strength(self) -> float:
        """How many sentences the two articles may have in common."""
        return float(self.chances.sum())


def _thirds(chances: Mapping[Couple, Grid]) -> dict[Couple, Grid]:
    """For every two sentences the best way from one to the other through a third article.

    Of the ways through a sentence of the third only that between its two likeliest partners counts.
    """
    near: dict[int, dict[int, _Nearest]] = {}
    for (a, b), chance in chances.items():
        near.setdefault(a, {})[b] = _nearest(chance)
        near.setdefault(b, {})[a] = _nearest(chance.T)
    return {(a, b): _through(near[a], near[b], chance) for (a, b), chance in chances.items()}


def _nearest(chance: Grid) -> _Nearest:
    return _Nearest(chance.argmax(0), chance.max(0))


def _through(of_a: Mapping[int, _Nearest], of_b: Mapping[int, _Nearest], direct: Grid) -> Grid:
    best = np.zeros_like(direct)
    for third in _strongest(of_a, of_b):
        there, back = of_a[third], of_b[third]
        chance = there.chances * back.chances
        np.maximum.at(best, (there.sentences, back.sentences), chance)
    return best


def _strongest(of_a: Mapping[int, _Nearest], of_b: Mapping[int, _Nearest]) -> list[int]:
    shared = of_a.keys() & of_b.keys()
    strength = {third: min(of_a[third].strength, of_b[third].strength) for third in shared}
    return sorted(shared, key=lambda third: (-strength[third], third))[:_THIRDS]


def _matches(chance: Grid) -> list[Match]:
    rows, columns = np.nonzero(chance >= LIKELY)
    if chance.max(initial=0.0) < (LONE if len(rows) == 1 else SURE):
        return []
    return [
        Match(a, b, round(float(chance[a, b]), 3))
        for a, b in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
