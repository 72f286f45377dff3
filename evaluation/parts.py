"""The parts of the bench, in the order of the table, and how they are run."""

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from evaluation.measure import Absent, Measure

PARTS = ("intake", "statements", "times", "quantities", "seeds", "stories")


class Part(Protocol):
    """A module of the bench."""

    def measures(self, data: Path) -> Iterator[Measure]:
        """Every figure of this part. Raises `Absent` where its data is not there."""
        ...


def run(names: Iterable[str], data: Path) -> list[Measure]:
    """The figures of these parts, one part after the other; what is absent is said and skipped."""
    found: list[Measure] = []
    for name in names:
        part = cast("Part", import_module(f"evaluation.{name}"))
        try:
            found.extend(part.measures(data))
        except Absent as absent:
            print(f"{name}: skipped, there is no {absent}", file=sys.stderr)
    return found
