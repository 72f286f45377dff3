"""The timeline as a table or as a list of objects, one event a row."""

from collections.abc import Sequence
from dataclasses import astuple, fields

import msgspec

from twosource.export import cells
from twosource.export.timeline.rows import Row


def to_csv(rows: Sequence[Row]) -> bytes:
    """The rows under a heading, in UTF-8, safe to open in a spreadsheet."""
    return cells.to_csv((field.name for field in fields(Row)), map(astuple, rows))


def to_json(rows: Sequence[Row]) -> bytes:
    """The rows as a JSON array of objects."""
    return msgspec.json.format(msgspec.json.encode(rows), indent=2) + b"\n"
