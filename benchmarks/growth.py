"""How the work grows with the pile."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from statistics import linear_regression

import msgspec

from benchmarks.variations import Story, pile
from benchmarks.walk import Walk

SIZES = (100, 1_000, 10_000)
PATIENCE = 900.0  # CPU seconds a size may be expected to take before it is left out


def walks(stories: list[Story], sizes: Sequence[int] = SIZES) -> Iterator[Walk]:
    """One walk for each size, ending before the size that would take longer than `PATIENCE`."""
    done: list[Walk] = []
    for size in sizes:
        if expected(done, size) > PATIENCE:
            return
        done.append(measured(stories, size))
        yield done[-1]


def measured(stories: list[Story], size: int) -> Walk:
    """A walk over a fresh pile of this size, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in pile(stories, size):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.walk", folder]
        answer = subprocess.run(command, check=True, capture_output=True)
    return msgspec.json.decode(answer.stdout, type=Walk)


def expected(done: Sequence[Walk], size: int) -> float:
    """CPU seconds a size should take, going by the two before it; 0 where there are none."""
    if len(done) < 2:  # noqa: PLR2004 - a slope takes two
        return 0.0
    slope = exponent([(w.articles, sum(w.seconds.values())) for w in done[-2:]])
    return float(sum(done[-1].seconds.values()) * (size / done[-1].articles) ** slope)


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The power of the size that the work grows with: 1 is in step with the pile, 2 its square.

    The slope of a straight line through the logarithms, by least squares.
    """
    sizes, works = zip(*((log(size), log(max(work, 1e-6))) for size, work in points), strict=True)
    return linear_regression(sizes, works).slope
