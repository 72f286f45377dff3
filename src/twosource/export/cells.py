"""Tables for a spreadsheet: CSV in which no cell computes anything."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet compute a cell


def to_csv(heading: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The rows under their heading, in UTF-8.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, and characters
    that steer a terminal are left out, since what articles say is anybody's text.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(map(_plain_cell, row) for row in rows)
    return table.getvalue().encode()


def _plain_cell(cell: str) -> str:
    harmless = cell.translate(_STEERING)
    return f"'{harmless}" if harmless.startswith(FORMULA) else harmless


_STEERING = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - set(map(ord, "\t\n\r")))
