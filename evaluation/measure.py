"""What every part of the bench hands back, and how it finds the data.

A part of the bench is a module with one function, `measures(data) -> Iterator[Measure]`, where
`data` is the folder of labelled data. It raises `Absent` where its own data is not there.
"""

import gzip
import os
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from operator import add
from pathlib import Path
from typing import Protocol, Self, TypeVar

import msgspec

Record = TypeVar("Record")


class Identified(Protocol):
    """A record that goes by an id."""

    @property
    def id(self) -> str:
        """What it goes by in its set."""
        ...


Item = TypeVar("Item", bound=Identified)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: `id` as `floors.toml` names it, `value`, and over how many items it was taken.

    `peer` is what a simple way of doing the same reaches on the same items in the same run, where
    a part works one out; figures that others published stand in `peers.toml` instead.
    """

    id: str
    value: float
    n: int
    peer: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many the gold has and how many were found; a part adds what it counts of those."""

    gold: int = 0
    found: int = 0

    def __add__(self, other: Self) -> Self:
        return type(self)(*map(add, astuple(self), astuple(other)))

    def f1(self, hits: int) -> float:
        """F1 for so many hits."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


class Absent(Exception):
    """The data for a part of the bench is not there. Carries the path that was looked for."""


def data_folder() -> Path:
    """The folder of labelled data: `TWOSOURCE_DATA`, or `../shared/data` beside the project."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    return Path(os.environ.get("TWOSOURCE_DATA", beside))


def present(path: Path) -> Path:
    """The path itself. Raises `Absent` where nothing is there."""
    if not path.exists():
        raise Absent(str(path))
    return path


def records(path: Path, shape: type[Record]) -> Iterator[Record]:
    """The lines of a gzipped JSONL file, each decoded into `shape`. Raises `Absent`."""
    with gzip.open(present(path), "rb") as lines:
        yield from map(msgspec.json.Decoder(shape).decode, lines)


def report_ids(data: Path, part: str) -> frozenset[str]:
    """The ids of a set (such as "names/news") that only measure and are never tuned on."""
    splits = msgspec.json.decode(present(data / "splits.json").read_bytes())
    return frozenset(splits["report"].get(part, ()))


def apart(items: Sequence[Item], report: frozenset[str]) -> tuple[list[Item], list[Item]]:
    """Those that only measure, all of them where no ids are given, and those to tune on."""
    ids = report or {item.id for item in items}
    return [item for item in items if item.id in ids], [
        item for item in items if item.id not in ids
    ]


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean of the two, 0 to 1: F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
