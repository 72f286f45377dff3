"""Which lines of a flattened page belong to the story, by what they and their neighbours look like.

Gradient-boosted trees over the columns of `features`, then the likeliest run of decisions where a
change from story to furniture costs something (Viterbi, two states). The weights in
`body_weights.json` are made by `python -m training.flat`. They are five sets, each made without one
fifth of the labelled pages, and speak together; a labelled page is measured with the one set that
has not seen it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.intake.features import COLUMNS, Table, table

Odds = NDArray[np.float64]  # one number per line: log-odds of belonging to the story
FOLDS = 5


class Trees(msgspec.Struct, frozen=True):
    """One set of trees, node by node, each tree padded to the same number of nodes.

    A node sends a line to `left` where its feature is at most `threshold`, else to `right`; a leaf
    sends it to itself and adds `value`.
    """

    baseline: float
    feature: list[list[int]]
    threshold: list[list[float]]
    left: list[list[int]]
    right: list[list[int]]
    value: list[list[float]]


class Weights(msgspec.Struct, frozen=True):
    """The shape of body_weights.json. `bias` and `switching` are log-odds."""

    columns: tuple[str, ...]
    depth: int
    bias: float
    switching: float
    sets: tuple[Trees, ...]


@dataclass(frozen=True, slots=True)
class _Grown:
    """A set of trees as arrays: one row per tree, one column per node."""

    baseline: float
    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: NDArray[np.float64]


def belongs(texts: Sequence[str], unseen: str | None = None) -> list[bool]:
    """Whether each line of a page belongs to its story.

    `unseen` is the id of a labelled page: only the set of weights made without it is then asked.
    """
    if not texts:
        return []
    asked = range(FOLDS) if unseen is None else [fold(unseen)]
    columns = table(texts)
    odds = np.mean([_odds(columns, _grown()[member]) for member in asked], axis=0)
    return _likeliest(odds + _weights().bias, _weights().switching)


def fold(page: str) -> int:
    """The set of weights that is made without a labelled page."""
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % FOLDS


def _odds(columns: Table, trees: _Grown) -> Odds:
    """The sum over the trees of the leaf that each line falls into."""
    tree = np.arange(len(trees.feature))
    node = np.zeros((len(columns), len(tree)), dtype=np.intp)
    line = np.arange(len(columns))[:, None]
    for _ in range(_weights().depth):
        goes_left = columns[line, trees.feature[tree, node]] <= trees.threshold[tree, node]
        node = np.where(goes_left, trees.left[tree, node], trees.right[tree, node])
    total: Odds = trees.baseline + trees.value[tree, node].sum(axis=1)
    return total


def _likeliest(odds: Odds, switching: float) -> list[bool]:
    """The run of decisions with the highest total, where each change costs `switching`."""
    outside, inside = 0.0, float(odds[0])
    came: list[tuple[bool, bool]] = []
    for gain in odds[1:].tolist():
        came.append((inside - switching > outside, inside >= outside - switching))
        outside, inside = (
            max(outside, inside - switching),
            max(inside, outside - switching) + gain,
        )
    decisions = [inside > outside]
    for from_inside_out, from_inside_in in reversed(came):
        decisions.append(from_inside_in if decisions[-1] else from_inside_out)
    return decisions[::-1]


@cache
def _weights() -> Weights:
    data = (files(__package__) / "body_weights.json").read_bytes()
    weights = msgspec.json.decode(data, type=Weights)
    if weights.columns != COLUMNS:
        raise ValueError("body_weights.json is of other features: run python -m training.flat")
    return weights


@cache
def _grown() -> tuple[_Grown, ...]:
    return tuple(
        _Grown(
            trees.baseline,
            np.array(trees.feature, dtype=np.intp),
            np.array(trees.threshold),
            np.array(trees.left, dtype=np.intp),
            np.array(trees.right, dtype=np.intp),
            np.array(trees.value),
        )
        for trees in _weights().sets
    )
