"""Which lines of a flattened page belong to the story, by what they and their neighbours look like.

A small convolutional network over the columns of `features`: every line is told by itself, then six
layers of dilated convolutions look ever farther up and down the page (to 63 lines), so that the
story is seen as a whole: after its end comes no more of it. Then the likeliest run of decisions
where a change from story to furniture costs something (Viterbi, two states).

The weights in `body_weights.npz` are made by `python -m training.flat`. They are ten networks, two
for each fifth of the labelled pages and made without it, and speak together; a labelled page is
measured with the two that have not seen it.

Methods: F. Yu, V. Koltun, Multi-scale context aggregation by dilated convolutions (ICLR 2016);
T. Vogels and others, Web2Text (ECIR 2018), for convolutions over the blocks of a page.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from twosource.intake.flat.features import COLUMNS, Table, table

Values = NDArray[np.float32]
FOLDS = 5
WEIGHTS = "body_weights.npz"
_CLIP = 4.0  # deviations from the mean


@dataclass(frozen=True, slots=True)
class Weights:
    """The arrays of body_weights.npz. The first axis of all but the first three is the network.

    `bias` and `switching` are log-odds; `layers` holds for each layer three matrices: what a line
    takes from the line above at the layer's distance, from itself, and from the line below.
    """

    columns: NDArray[np.str_]
    mean: Values  # of a column, squashed
    deviation: Values
    bias: Values
    switching: Values
    enter: Values  # network, column, hidden
    enter_bias: Values  # network, hidden
    layers: Values  # network, layer, 3, hidden, hidden
    layers_bias: Values  # network, layer, hidden
    leave: Values  # network, hidden
    leave_bias: Values  # network


def belongs(texts: Sequence[str], unseen: str | None = None) -> list[bool]:
    """Whether each line of a page belongs to its story.

    `unseen` is the id of a labelled page: only the networks made without it are then asked.
    """
    if not texts:
        return []
    weights = _weights()
    asked = slice(None) if unseen is None else slice(fold(unseen), None, FOLDS)
    odds = _odds(table(texts), weights, asked).mean(axis=0)
    # Rounded, so that the last bits of a sum, which differ between processors, decide nothing.
    return likeliest(np.round(odds + weights.bias, 3), float(weights.switching))


def fold(page: str) -> int:
    """The fifth of the labelled pages that a page is in: network n is made without fifth n % 5."""
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % FOLDS


def squashed(columns: Table) -> Values:
    """The columns with their long tails pulled in: the logarithm of one more than the size."""
    pulled: Values = np.sign(columns) * np.log1p(np.abs(columns))
    return pulled


def _odds(columns: Table, weights: Weights, asked: slice) -> Values:
    """The log-odds of each line by each network asked: one row per network."""
    seen = np.clip((squashed(columns) - weights.mean) / weights.deviation, -_CLIP, _CLIP)
    lines = np.maximum(seen @ weights.enter[asked] + weights.enter_bias[asked, None], 0)
    for layer in range(weights.layers.shape[1]):
        taken = weights.layers_bias[asked, layer, None] + sum(
            moved @ weights.layers[asked, layer, side]
            for side, moved in enumerate(_above_self_below(lines, 2**layer))
        )
        lines += np.maximum(taken, 0)
    odds: Values = np.einsum("nlh,nh->nl", lines, weights.leave[asked])
    return odds + weights.leave_bias[asked, None]


def _above_self_below(lines: Values, distance: int) -> tuple[Values, Values, Values]:
    """For each line what stands `distance` above it, itself, and what stands as far below."""
    size = lines.shape[1]
    padded = np.pad(lines, ((0, 0), (distance, distance), (0, 0)))
    return padded[:, :size], lines, padded[:, 2 * distance :]


def likeliest(odds: Values, switching: float) -> list[bool]:
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
    with (files(__package__) / WEIGHTS).open("rb") as file, np.load(file) as arrays:
        weights = Weights(
            **{
                name: array if array.dtype.kind == "U" else array.astype(np.float32)
                for name, array in arrays.items()
            }
        )
    if tuple(weights.columns.tolist()) != COLUMNS:
        raise ValueError(f"{WEIGHTS} is of other features: run python -m training.flat")
    return weights
