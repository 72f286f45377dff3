"""Scores → labels: the likeliest way to label a row of words, and how sure each label is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Labels:
    """The likeliest label of each word and how sure it is, 0 to 1."""

    best: NDArray[np.int64]
    sure: NDArray[np.float32]


def decode(scores: Sequence[NDArray[np.float32]], steps: NDArray[np.float32]) -> list[Labels]:
    """Label several windows at once by their best path through a linear chain (Viterbi 1967).

    `scores` holds [words, labels] a window, `steps` [from, to] what BIO allows and training liked.
    """
    if not scores:
        return []
    order = sorted(range(len(scores)), key=lambda number: -len(scores[number]))
    stack, lengths = _stacked([scores[number] for number in order])
    best, sure = _best_path(stack, lengths, steps), _marginals(stack, lengths, steps)
    sure = np.take_along_axis(sure, best[..., None], axis=2)[..., 0]
    rows = sorted(zip(order, range(len(order)), lengths.tolist(), strict=True))
    return [Labels(best[row, :length], sure[row, :length]) for _, row, length in rows]


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
) -> NDArray[np.float32]:
    """How likely each label of each word is, over all paths (the forward-backward algorithm)."""
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
    return likely


def labelled_spans(labels: Labels, names: Sequence[str]) -> Iterator[tuple[int, int, str, float]]:
    """Stretches of equal kind: first word, word after the last, kind, the least sure word."""
    kinds = [names[label][2:] for label in labels.best]
    opens = [names[label][:1] == "B" for label in labels.best]
    begin = 0
    for end in range(1, len(kinds) + 1):
        if end == len(kinds) or opens[end] or kinds[end] != kinds[begin]:
            if kinds[begin]:
                yield begin, end, kinds[begin], round(float(labels.sure[begin:end].min()), 2)
            begin = end
