"""Every measure beside its floor and the best peer figure known; the table and results.json."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from evaluation.limits import Bound, Limits
from evaluation.measure import Measure

DIGITS = 4  # figures are kept and compared to this many decimals
WIDTH = 100  # columns; a narrower terminal folds a line rather than losing a figure


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with everything it is held against."""

    measure: Measure
    bound: Bound | None
    peer: float | None

    @property
    def value(self) -> float:
        """The figure as it is shown, written and held against its floor."""
        return round(self.measure.value, DIGITS)

    @property
    def fails(self) -> bool:
        """Whether the figure is worse than its floor."""
        return self.bound is not None and not self.bound.holds(self.value)


class Result(msgspec.Struct, frozen=True):
    """A line of results.json."""

    value: float
    floor: float | None
    peer: float | None
    n: int


def rows(measures: Iterable[Measure], limits: Limits) -> list[Row]:
    """The measures in the order they came, each with its floor and peer."""
    return [
        Row(measure, limits.bounds.get(measure.id), _peer(measure, limits.peers))
        for measure in measures
    ]


def show(table: Sequence[Row], console: Console) -> None:
    """Print the table; a figure under its floor is marked with a word, not by colour alone."""
    drawn = Table(box=None, header_style="bold")
    drawn.add_column("measure", no_wrap=True)
    for heading in ("this run", "floor", "peer", "n"):
        drawn.add_column(heading, justify="right", no_wrap=True)
    drawn.add_column("", no_wrap=True)
    for row in table:
        drawn.add_row(*_cells(row))
    console.print(drawn)


def write(table: Sequence[Row], file: Path) -> None:
    """Write results.json: what this run measured, by id."""
    results = {
        row.measure.id: Result(
            value=row.value,
            floor=row.bound.value if row.bound else None,
            peer=row.peer,
            n=row.measure.n,
        )
        for row in sorted(table, key=lambda row: row.measure.id)
    }
    file.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")


def _peer(measure: Measure, known: Mapping[str, float]) -> float | None:
    """What a part worked out itself goes before what others published."""
    peer = measure.peer if measure.peer is not None else known.get(measure.id)
    return None if peer is None else round(peer, DIGITS)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.measure.id,
        _figure(row.value),
        row.bound.shown if row.bound else "",
        "" if row.peer is None else _figure(row.peer),
        str(row.measure.n),
        "under its floor" if row.fails else "",
    )


def _figure(value: float) -> str:
    """Three decimals for a share, as many digits as matter for anything larger."""
    return f"{value:.3f}" if abs(value) < 10 else f"{value:,.0f}"  # noqa: PLR2004 - shares below
