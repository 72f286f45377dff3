"""The parts of the bench, and how they are run."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol, cast

from evaluation.measure import Absent, Measure

# The two that take longest stand first, so that side by side they do not come last.
PARTS = (
    "tagger",
    "reuse",
    "intake",
    "statements",
    "times",
    "quantities",
    "timelines",
    "crossdoc",
    "seeds",
    "stories",
    "rewriting",
)


class Part(Protocol):
    """A module of the bench."""

    def measures(self, data: Path) -> Iterator[Measure]:
        """Every figure of this part. Raises `Absent` where its data is not there."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures of a part, up to the data that was looked for and is not there."""

    measures: tuple[Measure, ...]
    absent: str | None


def one_by_one(names: Sequence[str], data: Path) -> list[Measure]:
    """The figures of these parts, one part after the other, so that speeds are undisturbed."""
    return _gathered(names, [outcome(name, data) for name in names])


def side_by_side(names: Sequence[str], data: Path) -> list[Measure]:
    """The same in a process for each core: quicker, but what it says of speed is worth nothing."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return _gathered(names, pool.map(partial(outcome, data=data), names))


def outcome(name: str, data: Path) -> Outcome:
    """Run one part."""
    part = cast("Part", import_module(f"evaluation.{name}"))
    found: list[Measure] = []
    try:
        found.extend(part.measures(data))
    except Absent as absent:
        return Outcome(tuple(found), str(absent))
    return Outcome(tuple(found), None)


def _gathered(names: Sequence[str], outcomes: Iterable[Outcome]) -> list[Measure]:
    """All figures in the order of the parts; what is absent is said on stderr."""
    found: list[Measure] = []
    for name, ran in zip(names, outcomes, strict=True):
        found.extend(ran.measures)
        if ran.absent:
            print(f"{name}: skipped, there is no {ran.absent}", file=sys.stderr)
    return found
