"""How like two sentences are that do not share their wording: by rare words, and by their number.

No model and no language: what two sentences share is weighed by how rare it is in the pile, and
told apart by how it is written: with a capital letter as names are, or in digits.
"""

import math
from dataclasses import astuple, dataclass, fields

import numpy as np

from twosource.collation.reuse.keys import join
from twosource.collation.reuse.rarity import Rarity, Values
from twosource.collation.reuse.sides import Side, Terms
from twosource.collation.reuse.words import Flags, Numbers

LEAST_COMMON = 2  # stems that two sentences have to have in common
LENGTH = 30  # sentences of an article up to which the constant holds; of more, fewer are true
FLOOR = -4.5  # log odds below which two sentences are not looked at again


@dataclass(frozen=True, slots=True)
class Weights:
    """What each trait of two sentences gives for their being one made from the other, in log odds.

    The fields behind the first are the columns of `Pairs.traits`.
    """

    constant: float
    dice: float  # weight in common, of the mean of both (0 to 1)
    containment: float  # the same, of the lighter one
    weight: float  # log of one more than the weight in common
    bigrams: float  # log of one more than the pairs of neighbouring words in common
    quoted: float  # share of what they have in common that both quote
    names: float  # log of one more than the weight in common that both write with a capital
    numbers: float  # log of one more than the numbers in common that are written in digits
    distance: float  # how far apart they stand in their articles (0 to 1)


TRAITS = tuple(field.name for field in fields(Weights))[1:]

# Logistic regression on the pairs of the invented stories that may be read; made, like what follows
# it in `rewritten`, by `python -m training.rewritten`, which prints these numbers. A name in common
# tells less than another rare word: whoever writes on one thing has to name it.
ALONE = Weights(-4.91, 6.76, 0.91, 1.89, 0.84, 0.11, -1.55, 1.24, -3.36)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Sentences of two articles that have something in common, two by two.

    One entry for each, in order of `rows` (the sentence of a) and `columns` (that of b); `shape` is
    how many sentences the two articles have. `traits` [pairs, traits] are those of `Weights`.
    """

    shape: tuple[int, int]
    rows: Numbers
    columns: Numbers
    traits: Values

    @property
    def quoted(self) -> Values:
        """Of what the two have in common the share that both quote, 0 to 1."""
        quoted: Values = self.traits[:, TRAITS.index("quoted")]
        return quoted

    @property
    def alone(self) -> Values:
        """The log odds that the one was made from the other, by nothing but these traits."""
        constant, *weights = astuple(ALONE)
        odds: Values = self.traits @ np.array(weights) + constant - rarer(self.shape)
        return odds

    def at(self, places: Numbers | Flags) -> "Pairs":
        """Some of them."""
        return Pairs(self.shape, self.rows[places], self.columns[places], self.traits[places])


def rarer(shape: tuple[int, int]) -> float:
    """By how many nats true pairs are rarer among so many sentences than in short articles."""
    return math.log(max(1.0, max(shape) / LENGTH))


def pairs_of(a: Side, b: Side, rarity: Rarity) -> Pairs:
    """Every sentence of `a` with every one of `b` that it may have to do with."""
    shape = len(a.sentences), len(b.sentences)
    telling = rarity.telling(a.stems)
    left, right = join(a.stems.keys[telling], b.stems.keys)
    left = telling[left]
    cells, where = np.unique(_cells(a.stems, left, b.stems, right, shape), return_inverse=True)
    enough = np.bincount(where, minlength=len(cells)) >= LEAST_COMMON
    rows, columns = np.divmod(cells, max(shape[1], 1))
    shared = _Shared(left, right, where, len(cells))
    traits = np.column_stack(
        [
            *_common(a, b, rarity, shared, (rows, columns)),
            np.log1p(_shared_bigrams(a, b, cells, shape)),
            *_kinds(a, b, rarity, shared),
            np.abs(rows / max(shape[0], 1) - columns / max(shape[1], 1)),
        ]
    )
    pairs = Pairs(shape, rows, columns, traits)
    return pairs.at(enough & (pairs.alone >= FLOOR))


@dataclass(frozen=True, slots=True)
class _Shared:
    """The stems that two sentences share: their places in both articles, and in which pair."""

    left: Numbers
    right: Numbers
    where: Numbers
    pairs: int

    def total(self, values: Values | Flags) -> Values:
        """For each pair of sentences the sum over what they share."""
        return np.bincount(self.where, values, minlength=self.pairs).astype(np.float64)


def _common(
    a: Side, b: Side, rarity: Rarity, shared: _Shared, cells: tuple[Numbers, Numbers]
) -> tuple[Values, Values, Values]:
    """How much the sentences have in common: of both, of the lighter one, and at all."""
    common = shared.total(rarity.of(a.stems)[shared.left])
    of_a, of_b = _totals(a, rarity)[cells[0]], _totals(b, rarity)[cells[1]]
    return 2 * common / (of_a + of_b), common / np.minimum(of_a, of_b), np.log1p(common)


def _kinds(a: Side, b: Side, rarity: Rarity, shared: _Shared) -> tuple[Values, Values, Values]:
    """Of what kind it is: quoted by both, written as a name by both, or a number."""
    weights = rarity.of(a.stems)[shared.left]
    quoted = a.stems_quoted[shared.left] & b.stems_quoted[shared.right]
    named = a.stems_named[shared.left] & b.stems_named[shared.right]
    numbers = a.stems_numbers[shared.left] & b.stems_numbers[shared.right]
    share = shared.total(weights * quoted) / np.maximum(shared.total(weights), 1e-9)
    return share, np.log1p(shared.total(weights * named)), np.log1p(shared.total(numbers))


def greatest_of_each(sentences: Numbers, values: Values, count: int) -> Values:
    """For each of `count` sentences the greatest of its values, 0 where it has none."""
    greatest = np.zeros(count)
    np.maximum.at(greatest, sentences, values)
    return greatest


def _totals(side: Side, rarity: Rarity) -> Values:
    weights = rarity.of(side.stems)
    totals = np.bincount(side.stems.sentences, weights, minlength=len(side.sentences))
    return totals.astype(np.float64)


def _shared_bigrams(a: Side, b: Side, cells: Numbers, shape: tuple[int, int]) -> Values:
    """How many pairs of neighbouring words the two sentences of each cell have in common."""
    left, right = join(a.bigrams.keys, b.bigrams.keys)
    found, counts = np.unique(_cells(a.bigrams, left, b.bigrams, right, shape), return_counts=True)
    places = np.searchsorted(found, cells).clip(max=max(len(found) - 1, 0))
    shared = np.zeros(len(cells))
    if len(found):
        shared[:] = np.where(found[places] == cells, counts[places], 0)
    return shared


def _cells(a: Terms, left: Numbers, b: Terms, right: Numbers, shape: tuple[int, int]) -> Numbers:
    """One number for each pair of sentences that have a term in common."""
    cells: Numbers = a.sentences[left].astype(np.int64) * shape[1] + b.sentences[right]
    return cells
