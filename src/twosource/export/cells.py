"""Tables for a spreadsheet: CSV in which no cell computes anything."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet compute a cell


def to_csv(heading: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The rows under their heading, in UTF-8.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, since what
    articles say is anybody's text.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(map(_plain_cell, row) for row in rows)
    return table.getvalue().encode()


def _plain_cell(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
