"""Tables of articles: JSON, JSON Lines and CSV with a text or HTML per record.

Which field means what is in vocabulary/record_fields.yaml, passim's and ninjs's names included.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from twosource.errors import NoText, TooMuch, Unsupported
from twosource.intake.dates import dates_in, on
from twosource.intake.page import Markup
from twosource.intake.record import Record
from twosource.intake.text import decode
from twosource.model import Attested, DateEvidence, DateRole
from twosource.vocabulary import load

MAX_RECORDS = 100_000
_WIDEST_CELL = 16 * 1024 * 1024  # characters


class RecordFields(msgspec.Struct, frozen=True):
    """The shape of vocabulary/record_fields.yaml."""

    text: tuple[str, ...]
    html: tuple[str, ...]
    title: tuple[str, ...]
    url: tuple[str, ...]
    date: tuple[str, ...]
    outlet: tuple[str, ...]
    byline: tuple[str, ...]
    lists: tuple[str, ...]


def read_json(data: bytes) -> Iterator[Record]:
    """The records of a JSON document: an object, a list of them, or an object that holds a list."""
    try:
        value = msgspec.json.decode(decode(data).removeprefix("\ufeff"))
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Unsupported(f"JSON that cannot be read: {problem}") from problem
    yield from _records(_objects(value))


def read_json_lines(data: bytes) -> Iterator[Record]:
    """The records of a file with a JSON object on every line."""
    try:
        lines = decode(data).removeprefix("\ufeff").split("\n")
        values = [msgspec.json.decode(line) for line in lines if line.strip()]
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Unsupported(f"JSON lines that cannot be read: {problem}") from problem
    yield from _records([value for value in values if isinstance(value, dict)])


def read_csv(data: bytes) -> Iterator[Record]:
    """The rows of a table whose first row names its columns. Formulas are text like any other."""
    text = decode(data).removeprefix("\ufeff")
    csv.field_size_limit(_WIDEST_CELL)
    try:
        dialect = csv.Sniffer().sniff(text[:10_000], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), dialect=dialect))
    except csv.Error as problem:
        raise Unsupported(f"a table that cannot be read: {problem}") from problem
    yield from _records([{str(name): cell for name, cell in row.items()} for row in rows])


Fields = Mapping[str, object]


def _objects(value: object) -> list[Fields]:
    if isinstance(value, list):
        return [part for part in value if isinstance(part, dict)]
    if not isinstance(value, dict):
        return []
    for name in load("record_fields", RecordFields).lists:
        if isinstance(value.get(name), list):
            return _objects(value[name])
    return [value]


def _records(items: list[Fields]) -> Iterator[Record]:
    if len(items) > MAX_RECORDS:
        raise TooMuch(f"more than {MAX_RECORDS:,} records in one file: split it first")
    fields: RecordFields = load("record_fields", RecordFields)
    found = False
    for number, item in enumerate(items, start=1):
        folded = {name.casefold().strip(): value for name, value in item.items()}
        text = _said(folded, fields.html) or _said(folded, fields.text)
        if text is not None:
            found = True
            yield Record(str(number), text.encode("utf-8", "replace"), _markup(folded, fields))
    if not found:
        raise NoText("no record in it has a text: name the column text, body, content or html")


def _said(item: Fields, names: tuple[str, ...]) -> str | None:
    """The first of these fields that holds words."""
    for name in names:
        value = item.get(name)
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        elif isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return value
    return None


def _markup(item: Fields, fields: RecordFields) -> Markup:
    day = _said(item, fields.date)
    return Markup(
        title=_attested(item, fields.title),
        byline=_attested(item, fields.byline),
        outlet=_attested(item, fields.outlet),
        url=_attested(item, fields.url),
        dates=tuple(_dates(day)) if day else (),
    )


def _attested(item: Fields, names: tuple[str, ...]) -> Attested | None:
    value = _said(item, names)
    return Attested(" ".join(value.split()), "the record's field") if value else None


def _dates(said: str) -> Iterator[DateEvidence]:
    try:
        interval = on(datetime.fromisoformat(said.strip()).date())
    except ValueError:
        found = next(dates_in(said), None)
        if found is None:
            return
        interval = found.interval
    yield DateEvidence(interval, DateRole.PUBLISHED, "the record's date", 0.95)
