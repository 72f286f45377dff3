"""Tables of articles: JSON, JSON Lines and CSV with a text or HTML per record."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from twosource.errors import Unsupported
from twosource.intake.encodings import decode
from twosource.intake.kinds.fields import MOST_NAMED, Row, fields_called, objects_in, records_of
from twosource.intake.record import Part, Unread
from twosource.intake.sources import Columns

_WIDEST_CELL = 16 * 1024 * 1024  # characters


def read_json(data: bytes, columns: Columns = ()) -> Iterator[Part]:
    """The records of a JSON document: an object, a list of them, or an object that holds a list."""
    fields = fields_called(columns)
    try:
        value = msgspec.json.decode(decode(data).removeprefix("\ufeff"))
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Unsupported(f"JSON that cannot be read: {problem}") from problem
    yield from records_of(objects_in(value, fields), fields)


def read_json_lines(data: bytes, columns: Columns = ()) -> Iterator[Part]:
    """The records of a file with a JSON object on every line, after the lines that hold none."""
    lines = decode(data).removeprefix("\ufeff").split("\n")
    read = [_of_line(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    broken = [one for one in read if isinstance(one, Unread)]
    yield from broken[:MOST_NAMED]
    if len(broken) > MOST_NAMED:
        yield Unread("", f"{len(broken):,} of its lines hold no JSON object")
    yield from records_of(
        [one for one in read if not isinstance(one, Unread)], fields_called(columns)
    )


def _of_line(number: int, line: str) -> "Row | Unread":
    """The object on a line, or what is wrong with it."""
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as problem:
        return Unread(f"line {number}", f"no JSON that can be read: {problem}")
    return value if isinstance(value, dict) else Unread(f"line {number}", "no JSON object")


def read_csv(data: bytes, columns: Columns = ()) -> Iterator[Part]:
    """The rows of a table whose first row names its columns. Formulas are text like any other.

    A row with more cells than there are names is set aside: a comma in its text has cut it.
    """
    text = _SAYS_WHAT_CUTS.sub("", decode(data).removeprefix("\ufeff"))
    csv.field_size_limit(_WIDEST_CELL)
    try:
        rows = _cut(text)
    except csv.Error as problem:
        raise Unsupported(f"a table that cannot be read: {problem}") from problem
    longer = [number for number, row in enumerate(rows, 1) if _is_longer(row)]
    for number in longer[:MOST_NAMED]:
        yield Unread(
            str(number), 'it has more cells than the first row has names: put its text in ""'
        )
    if len(longer) > MOST_NAMED:
        yield Unread("", f"{len(longer):,} of its rows have more cells than the first has names")
    named = [{} if _is_longer(row) else _named(row) for row in rows]
    if _is_open(rows):
        yield Unread(str(len(rows)), 'a " in it is never closed: it may have swallowed rows below')
    yield from records_of(named, fields_called(columns))


Cells = Mapping[str | None, str | list[str] | None]
"""A row under the names of its columns; what goes beyond them stands under None."""


def _is_longer(row: Cells) -> bool:
    """Whether a row has cells with text that no column is there for."""
    return any(cell.strip() for cell in row.get(None) or ())


def _cut(text: str) -> Sequence[Cells]:
    """The rows of a table. Raises `csv.Error`.

    Between tabs a quotation mark is often no more than that: where a cell would hold both a tab
    and a line break, it has swallowed the rows below.
    """
    delimiter = _delimiter(text)

    def read(quoting: Literal[0, 3]) -> list[Cells]:
        lines = io.StringIO(f"{text}\n{_END}", newline="")
        read = csv.DictReader(lines, delimiter=delimiter, skipinitialspace=True, quoting=quoting)
        return [row for row in read if _END not in tuple(row.values())[:1]]

    rows = read(csv.QUOTE_MINIMAL)
    cells = (cell for row in rows for cell in row.values() if isinstance(cell, str))
    if delimiter == "\t" and any("\t" in cell and "\n" in cell for cell in cells):
        return read(csv.QUOTE_NONE)
    return rows


def _named(row: Cells) -> "Row":
    """The cells that columns are there for."""
    return {
        name: cell.removesuffix(_END) if isinstance(cell, str) else cell
        for name, cell in row.items()
        if name is not None
    }


def _is_open(rows: Sequence[Cells]) -> bool:
    """Whether the end of the table stands in a cell of its last row: a mark there is open."""
    cells = rows[-1].values() if rows else ()
    return any(isinstance(cell, str) and cell.endswith(_END) for cell in cells)


_END = "\x1f\x04"  # put behind a table; no text holds it

# The line of Excel's is not asked: the first row says the same.
_SAYS_WHAT_CUTS = re.compile(r'\A"?sep=."?\r?\n', re.IGNORECASE)


def _delimiter(text: str) -> str:
    """What cuts the first row into most columns. Raises `csv.Error`.

    Cells are no guide: articles are full of commas, and of line breaks.
    """

    def columns(delimiter: str) -> int:
        return len(next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), ()))

    return max(",;\t|", key=columns)
