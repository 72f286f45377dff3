"""Scores → stretches: the likeliest way to label a row of words, and how sure each stretch is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `begin` up to `end` of a row, of one kind, and how likely just this stretch is."""

    begin: int
    end: int
    kind: int  # labels come as O, then B and I of each kind
    sure: float  # 0 to 1, in hundredths


@dataclass(frozen=True, slots=True)
class Decoded:
    """The stretches of a row of words, and how likely each label of each word is on all paths."""

    stretches: list[Stretch]
    likely: NDArray[np.float32]  # [words, labels]


def decode(
    scores: Sequence[NDArray[np.float32]], steps: NDArray[np.float32], least: float
) -> list[Decoded]:
    """Several rows of words at once, each with the stretches that are at least so likely.

    They are those on the best path through a linear chain (Viterbi 1967) that hold over `least` of
    the odds of all paths: people count a stretch as found only where kind and both ends are right.
    `scores` holds [words, labels] a row, `steps` [from, to] what BIO allows and training liked.
    """
    if not scores:
        return []
    order = sorted(range(len(scores)), key=lambda number: -len(scores[number]))
    stack, lengths = _stacked([scores[number] for number in order])
    best = _best_path(stack, lengths, steps)
    likely, onward = _marginals(stack, lengths, steps)
    weights, found = np.exp(steps), [Decoded([], one) for one in scores]
    for row, (number, length) in enumerate(zip(order, lengths.tolist(), strict=True)):
        labels, odds = best[row, :length].tolist(), likely[row, :length]
        stretches = _stretches(labels, odds, onward[row, :length], weights)
        found[number] = Decoded([one for one in stretches if one.sure >= least], odds)
    return found


def _stretches(
    labels: Sequence[int],
    likely: NDArray[np.float32],
    onward: NDArray[np.float32],
    weights: NDArray[np.float32],
) -> Iterator[Stretch]:
    """The stretches of one row: each as likely as its first word, that it goes on, and its end."""
    for begin, end, kind in _labelled(labels):
        first = float(likely[begin, 1 + 2 * kind])
        rest = _goes_on(onward[begin + 1 : end + 1], weights, kind)
        if end < len(labels):
            rest[-1:] = 1 - rest[-1:]  # and there it ends
        yield Stretch(begin, end, kind, round(first * float(rest.prod()), 2))


def _labelled(labels: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First word, word after the last and kind of each stretch."""
    begin = 0
    for end in range(1, len(labels) + 1):
        inside = end < len(labels) and labels[end] > 0 and labels[end] % 2 == 0
        if not inside:
            if labels[begin]:
                yield begin, end, (labels[begin] - 1) // 2
            begin = end


def _goes_on(
    onward: NDArray[np.float32], weights: NDArray[np.float32], kind: int
) -> NDArray[np.float32]:
    """How likely a stretch that began before `onward` [words, labels] goes on with each word."""
    first, inside = 1 + 2 * kind, 2 + 2 * kind
    moves = weights[[first, *[inside] * (len(onward) - 1)][: len(onward)]] * onward
    share: NDArray[np.float32] = moves[:, inside] / moves.sum(axis=1)
    return share


def _stacked(
    scores: Sequence[NDArray[np.float32]],
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    lengths = np.array([len(one) for one in scores])
    stack = np.zeros((len(scores), lengths[0], scores[0].shape[1]), dtype=np.float32)
    for row, one in zip(stack, scores, strict=True):
        row[: len(one)] = one
    return stack, lengths


def _best_path(
    stack: NDArray[np.float32], lengths: NDArray[np.int64], steps: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Windows come longest first, so that those still running are always the first few rows."""
    total, came_from = stack[:, 0].copy(), np.zeros(stack.shape, dtype=np.int64)
    for word in range(1, stack.shape[1]):
        rows = int((lengths > word).sum())
        onward = total[:rows, :, None] + steps
        came_from[:rows, word] = onward.argmax(axis=1)
        total[:rows] = onward.max(axis=1) + stack[:rows, word]
    best = np.zeros(stack.shape[:2], dtype=np.int64)
    best[np.arange(len(best)), lengths - 1] = total.argmax(axis=1)
    for word in range(stack.shape[1] - 1, 0, -1):
        running = np.arange((lengths > word).sum())
        best[running, word - 1] = came_from[running, word, best[running, word]]
    return best


def _marginals(
    stack: NDArray[np.float32], lengths: NDArray[np.int64], steps: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How likely each label of each word is, over all paths (the forward-backward algorithm).

    Beside it how likely the word itself and what follows make each label, whatever came before.
    """
    weights, odds = np.exp(steps), np.exp(stack - stack.max(axis=2, keepdims=True))
    ahead, behind = odds.copy(), np.ones_like(odds)
    for word in range(1, stack.shape[1]):
        rows = int((lengths > word).sum())
        reached = (ahead[:rows, word - 1, :, None] * weights).sum(axis=1)
        ahead[:rows, word] *= reached / reached.sum(axis=1, keepdims=True)
    for word in range(stack.shape[1] - 1, 0, -1):
        rows = int((lengths > word).sum())
        open_ = (odds[:rows, word] * behind[:rows, word])[:, None, :]
        reached = (open_ * weights).sum(axis=2)
        behind[:rows, word - 1] = reached / reached.sum(axis=1, keepdims=True)
    likely: NDArray[np.float32] = ahead * behind
    likely /= likely.sum(axis=2, keepdims=True)
    return likely, odds * behind
