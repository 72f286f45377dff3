"""Rewritten passages: sentences that run parallel in two articles though their words differ.

Two sentences are judged by what they have in common and by what surrounds them: whether others next
to them pair up too, whether the two articles share more that nobody is quoted with, whether a third
article stands between the two, and whether other sentences would do as well. How much each tells,
and with what else, a small network has learnt from stories whose whole truth is known. In the end
two sentences that are surely the same as one of a third are the same, though hardly a word of the
one be left in the other.

The weights in `rewritten_weights.npz` are made by `python -m training.rewritten`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from twosource.collation.reuse.index import Couple
from twosource.collation.reuse.rarity import Values
from twosource.collation.reuse.sentence_likeness import Pairs, greatest_of_each, rarer
from twosource.collation.reuse.surroundings import (
    SEEN,
    Likeness,
    Near,
    chances_of,
    nearest,
    seen,
    ways,
)
from twosource.collation.reuse.words import Flags

# Chosen by the whole program on stories left out (training/rewritten/README.md).
LIKELY = 0.4  # a pair of sentences counts
SURE = 0.7  # one pair at least has to reach this, or none of the two articles counts
SURE_ALONE = 0.95  # the same where there is but one: two reporters can tell the same fact
LEAST = -2.5  # log odds by its own words, below which no surroundings make it count
BY_A_THIRD = 0.6  # chance of being as one sentence of a third, from which two are taken for one
SUREST = 4.6  # log odds, 99 in 100: of the pairs held for surer, 992 in 1,000 are true
WEIGHTS = "rewritten_weights.npz"
_CLIP = 4.0  # deviations from the mean


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `a` of one article and `b` of another, and how sure it is that they are one."""

    a: int
    b: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The arrays of rewritten_weights.npz: several networks of two hidden layers, one an entry.

    `mean` and `deviation` are those of the columns of `SEEN`.
    """

    columns: tuple[str, ...]
    mean: Values
    deviation: Values
    enter: Values  # network, column, hidden
    enter_bias: Values  # network, hidden
    middle: Values  # network, hidden, hidden
    middle_bias: Values  # network, hidden
    leave: Values  # network, hidden
    leave_bias: Values  # network


def rewritten(pairs: Mapping[Couple, Pairs]) -> dict[Couple, list[Match]]:
    """For every two articles the sentences that were made from one another."""
    told = seen(pairs)
    chosen = {couple: _chosen(one, odds(told[couple])) for couple, one in pairs.items()}
    near = nearest(chosen)
    return {(a, b): _matches(_completed(one, near[a], near[b])) for (a, b), one in chosen.items()}


def odds(told: Values) -> Values:
    """The log odds that the one sentence was made from the other, by what is seen of the two.

    The mean of all networks, rounded, so that the last bits of a sum, which differ between
    processors, decide nothing.
    """
    weights = _weights()
    standard = np.clip((told - weights.mean) / weights.deviation, -_CLIP, _CLIP)
    entered = np.maximum(standard @ weights.enter + weights.enter_bias[:, None], 0)
    hidden = np.maximum(entered @ weights.middle + weights.middle_bias[:, None], 0)
    each = np.einsum("nph,nh->np", hidden, weights.leave) + weights.leave_bias[:, None]
    mean: Values = each.mean(axis=0).round(3).clip(-SUREST, SUREST)
    return mean


@cache
def _weights() -> Weights:
    with (files(__package__) / WEIGHTS).open("rb") as file, np.load(file) as arrays:
        columns = tuple(arrays["columns"].tolist())
        if columns != SEEN:
            raise ValueError(f"{WEIGHTS} is of other columns: run python -m training.rewritten")
        numbers = {
            name: array.astype(np.float64) for name, array in arrays.items() if name != "columns"
        }
    return Weights(columns, **numbers)


def _chosen(pairs: Pairs, found: Values) -> Likeness:
    """The pairs that count: none where not one of them is sure."""
    one = Likeness(pairs.shape, pairs.rows, pairs.columns, chances_of(found - rarer(pairs.shape)))
    likely = (pairs.alone >= LEAST) & (one.chances >= LIKELY) & _best(one)
    surest = one.chances.max(initial=0.0)
    kept = np.flatnonzero(likely & (surest >= (SURE if likely.sum() > 1 else SURE_ALONE)))
    return Likeness(one.shape, one.rows[kept], one.columns[kept], one.chances[kept])


def _best(one: Likeness) -> Flags:
    """Which pairs are the best that one of their two sentences has."""
    best = np.zeros(len(one.chances), dtype=np.bool_)
    for sentences, count in one.sides:
        best |= one.chances >= greatest_of_each(sentences, one.chances, count)[sentences]
    return best


def _completed(one: Likeness, of_a: Near, of_b: Near) -> Likeness:
    """The same with the pairs that are one by way of a third sentence, whatever their own words.

    If b was made from a, and c from b, then c comes from a, however little is left of it.
    """
    found, chances = ways(one.shape, of_a, of_b)
    sure = chances >= BY_A_THIRD
    if not sure.any():
        return one
    cells = np.concatenate([one.rows * one.shape[1] + one.columns, found[sure]])
    chances = np.concatenate([one.chances, chances[sure]])
    order = np.lexsort((-chances, cells))
    first = order[np.diff(cells[order], prepend=-1) > 0]
    rows, columns = np.divmod(cells[first], max(one.shape[1], 1))
    return Likeness(one.shape, rows, columns, chances[first])


def _matches(one: Likeness) -> list[Match]:
    columns = one.rows.tolist(), one.columns.tolist(), one.chances.round(3).tolist()
    return [Match(*found) for found in zip(*columns, strict=True)]
