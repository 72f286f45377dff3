"""Rewritten passages: sentences that run parallel in two articles though their words differ.

One sentence alone proves little: two reporters can tell the same fact. So a pair of sentences is
judged again, twice, in the light of its surroundings: whether the sentences next to it pair up
too, whether the two articles share more that nobody is quoted with, and whether a third article
stands between the two. In the end two sentences that are surely the same as one of a third are the
same, though hardly a word of the one be left in the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from twosource.collation.reuse.index import Couple
from twosource.collation.reuse.rarity import Values
from twosource.collation.reuse.sentence_likeness import Likeness, greatest_of_each, rarer
from twosource.collation.reuse.words import Flags, Numbers


@dataclass(frozen=True, slots=True)
class _Weights:
    """What a look gives for each thing that it sees, in log odds."""

    constant: float
    odds: float  # for each of the log odds before it
    neighbour: float  # for the chance of the likeliest of the eight pairs around
    others: float  # for the other sentences the two articles may have in common
    share: float  # for the part of an article these make up
    third: float  # for the chance of the way through a third article
    best: float  # for each of the two sentences whose best partner the other is
    strong: float  # for the sentences that are more likely than not


# As in `sentence_likeness`: fitted to the odds found there, those of the second look to what the
# first makes of them. Leaving one story out at a time, characters F1 is .807 with the first alone,
# .819 with the second after it, .817 with a third. The second alone would lose some of what the
# first finds, and with it two of the 36 true edges; so what either finds counts. The encoder's
# vectors, shared numbers and shared names in both brought .817 in place of .811 in an experiment
# like it: not enough for what they cost. `LIKELY`, `LEAST` and `SURE` were chosen on the same
# stories; of what is below `LEAST` half is true there, and none of fifteen read in the news.
#
# On three stories by other hands, which had no part in any of this, characters F1 is .704, on two
# more .862. Fitted anew on the five and the three, leaving one out at a time, all eight come to
# .776 in place of .786; vectors, names, numbers, order and coverage moved that by less than .01.
FIRST = _Weights(-3.91, 0.56, 3.08, 0.47, -3.54, 2.63, 0.77, 1.26)
SECOND = _Weights(-3.37, 0.52, 0.96, 0.81, 0.25, 2.42, 0.54, -0.10)

LIKELY = 0.3  # a pair of sentences counts
LEAST = -2.5  # log odds by its own words, below which no surroundings make it count
SURE = 0.65  # one pair at least has to reach this, or none of the two articles counts

# The chance of being the same as one sentence of a third, from which two are taken for the same.
# Characters F1 of eight stories: .772 without, at .7 .781, .6 .786, .5 .786; of document pairs
# .797, .836, .854, .847.
BY_A_THIRD = 0.6
_BOUND = 8.0  # of log odds
_NO_WAYS: Numbers = np.zeros(0, dtype=np.int64)
_THIRDS = 8  # articles that are tried as the one between two


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `a` of one article and `b` of another, and how sure it is that they are one."""

    a: int
    b: int
    confidence: float


def rewritten(likenesses: dict[Couple, Likeness]) -> dict[Couple, list[Match]]:
    """For every two articles the sentences that were made from one another."""
    first = _look({couple: one for couple, one in likenesses.items() if len(one.odds)}, FIRST)
    second = _look(first, SECOND)
    seen = {
        couple: _chosen(
            replace(one, odds=np.maximum(one.odds, second[couple].odds)),
            likenesses[couple].odds >= LEAST,
        )
        for couple, one in first.items()
    }
    near = _near(seen)
    nobody = dict[int, _Nearest]()
    return {
        (a, b): _matches(_completed(one, near.get(a, nobody), near.get(b, nobody)))
        for (a, b), one in (likenesses | seen).items()
    }


def _look(likenesses: Mapping[Couple, Likeness], weights: _Weights) -> dict[Couple, Likeness]:
    """The same with the odds as they are in the light of the surroundings."""
    near = _near(likenesses)
    return {
        (a, b): replace(one, odds=_odds(one, _through_a_third(one, near[a], near[b]), weights))
        for (a, b), one in likenesses.items()
    }


def _near(likenesses: Mapping[Couple, Likeness]) -> dict[int, dict[int, "_Nearest"]]:
    """For every article and every other the likeliest partners there of the other's sentences."""
    near: dict[int, dict[int, _Nearest]] = {}
    for (a, b), one in likenesses.items():
        near.setdefault(a, {})[b] = _nearest(one.columns, one.rows, one.chances, one.shape[1])
        near.setdefault(b, {})[a] = _nearest(one.rows, one.columns, one.chances, one.shape[0])
    return near


def _odds(one: Likeness, third: Values, weights: _Weights) -> Values:
    voice = one.chances * (1 - one.quoted)  # what is quoted by both proves nothing
    rows, columns = (greatest_of_each(side, voice, size) for side, size in _sides(one))
    rest = np.minimum(rows.sum() - rows[one.rows], columns.sum() - columns[one.columns])
    strong = min((rows > 0.5).sum(), (columns > 0.5).sum())  # noqa: PLR2004, an even chance
    odds: Values = (
        weights.constant
        + weights.odds * one.odds.clip(-_BOUND, _BOUND)
        + weights.neighbour * _neighbours(one, voice)
        + weights.others * np.log1p(rest.clip(0))
        + weights.share * max(rows.mean(), columns.mean())
        + weights.third * third
        + weights.best * _best(one, one.chances)
        + weights.strong * np.log1p(max(strong - 1, 0))
        - (1 - weights.odds) * rarer(one.shape)  # of which the odds, weighed, have but a part
    )
    return odds


def _sides(one: Likeness) -> tuple[tuple[Numbers, int], tuple[Numbers, int]]:
    return (one.rows, one.shape[0]), (one.columns, one.shape[1])


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
        best += chances >= greatest_of_each(sentences, chances, count)[sentences]
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
    greatest = greatest_of_each(sentences, chances, count)
    return _Nearest(nearest, greatest, float(greatest.sum()))


def _through_a_third(
    one: Likeness, of_a: Mapping[int, _Nearest], of_b: Mapping[int, _Nearest]
) -> Values:
    """For every pair of sentences the best way from one to the other through a third article.

    Of the ways through a sentence of the third only that between its two likeliest partners counts.
    """
    cells = one.rows * one.shape[1] + one.columns
    ways, chances = _ways(one, of_a, of_b)
    places = np.searchsorted(cells, ways).clip(max=len(cells) - 1)
    best = np.zeros(len(cells))
    np.maximum.at(best, places, np.where(cells[places] == ways, chances, 0.0))
    return best


def _ways(
    one: Likeness, of_a: Mapping[int, _Nearest], of_b: Mapping[int, _Nearest]
) -> tuple[Numbers, Values]:
    """Pairs of sentences that the same sentence of a third is the likeliest to be, and the chance.

    A pair goes by one number, as many times as there are ways between its two.
    """
    thirds = _strongest(of_a, of_b)
    ways = [of_a[third].sentences * one.shape[1] + of_b[third].sentences for third in thirds]
    chances = [of_a[third].chances * of_b[third].chances for third in thirds]
    return np.concatenate([_NO_WAYS, *ways]), np.concatenate([np.zeros(0), *chances])


def _completed(
    one: Likeness, of_a: Mapping[int, _Nearest], of_b: Mapping[int, _Nearest]
) -> Likeness:
    """The same with the pairs that are one by way of a third sentence, whatever their own words.

    If b was made from a, and c from b, then c comes from a, however little is left of it.
    """
    ways, chances = _ways(one, of_a, of_b)
    sure = chances >= BY_A_THIRD
    if not sure.any():
        return one
    cells = np.concatenate([one.rows * one.shape[1] + one.columns, ways[sure]])
    odds = np.concatenate([one.odds, np.log(chances[sure] / (1 - chances[sure]))])
    order = np.lexsort((-odds, cells))
    first = order[np.diff(cells[order], prepend=-1) > 0]
    rows, columns = np.divmod(cells[first], max(one.shape[1], 1))
    return Likeness(one.shape, rows, columns, odds[first], np.zeros(len(first)))


def _strongest(of_a: Mapping[int, _Nearest], of_b: Mapping[int, _Nearest]) -> list[int]:
    shared = of_a.keys() & of_b.keys()
    strength = {third: min(of_a[third].strength, of_b[third].strength) for third in shared}
    return sorted(shared, key=lambda third: (-strength[third], third))[:_THIRDS]


def _chosen(one: Likeness, alike: Flags) -> Likeness:
    """The pairs that count: none where not one of them is sure."""
    chances = one.chances
    likely = alike & (chances >= LIKELY) & (_best(one, chances) > 0)
    kept = np.flatnonzero(likely & (chances.max(initial=0.0) >= SURE))
    return Likeness(one.shape, one.rows[kept], one.columns[kept], one.odds[kept], one.quoted[kept])


def _matches(one: Likeness) -> list[Match]:
    columns = one.rows.tolist(), one.columns.tolist(), one.chances.round(3).tolist()
    return [Match(*found) for found in zip(*columns, strict=True)]
