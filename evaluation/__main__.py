"""`python -m evaluation [--floors] [PART…]`: measure the program, print a table.

With `--floors` the parts run side by side, and what the table says of speed is worth nothing.
The labelled data is looked for in the folder `TWOSOURCE_DATA`, else in `../shared/data`.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from evaluation import parts, table
from evaluation.limits import limits
from evaluation.measure import data_folder

RESULTS = Path(__file__).parent / "results.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the parts asked for, or all; 1 where `--floors` finds a figure under its floor."""
    asked = _asked(arguments)
    run = parts.side_by_side if asked.floors else parts.one_by_one
    measured = table.rows(run(asked.parts or parts.PARTS, data_folder()), limits())
    table.show(measured, Console(width=max(Console().width, table.WIDTH)))
    table.write(measured, asked.results)
    return _floors(measured) if asked.floors else 0


def _asked(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(parts.PARTS))
    parser.add_argument("--floors", action="store_true", help="fail on a figure under its floor")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FILE")
    asked = parser.parse_args(arguments)
    if unknown := sorted(set(asked.parts) - set(parts.PARTS)):
        parser.error(f"no such part: {', '.join(unknown)} (there are {', '.join(parts.PARTS)})")
    return asked


def _floors(measured: Sequence[table.Row]) -> int:
    """Name every measure under its floor; 1 where there is one, else 0."""
    failing = [row for row in measured if row.fails]
    for row in failing:
        bound = row.bound.shown if row.bound else ""
        print(f"{row.measure.id} is {row.value:g}, its floor is {bound}", file=sys.stderr)
    return int(bool(failing))


if __name__ == "__main__":
    sys.exit(main())
