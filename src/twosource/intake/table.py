"""Tables of articles: JSON, JSON Lines and CSV with a text or HTML per record.

Which field means what is in vocabulary/record_fields.yaml, the names that passim and ninjs use
included, unless the person who brings the table says what its fields are called.

Formats: passim's input (one JSON object a line with id, series, date and text); IPTC ninjs 1 to 3.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from twosource.errors import NoText, TooMuch, Unsupported, UsageError
from twosource.intake.dates import dates_in, on
from twosource.intake.page import Markup
from twosource.intake.record import Record
from twosource.intake.sources import Columns
from twosource.intake.text import decode
from twosource.intake.writers import byline_of
from twosource.model import Attested, Byline, Credit, CreditKind, DateEvidence, DateRole
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
    source: tuple[str, ...]
    language: tuple[str, ...]
    id: tuple[str, ...]
    lists: tuple[str, ...]


def checked(columns: Columns) -> Columns:
    """The columns themselves. Raises `UsageError` where a role is none that a field can have."""
    roles = RecordFields.__struct_fields__
    for role, _ in columns:
        if role not in roles:
            raise UsageError(f"no field is called {role} here: say one of {', '.join(roles)}")
    return columns


def read_json(data: bytes, columns: Columns = ()) -> Iterator[Record]:
    """The records of a JSON document: an object, a list of them, or an object that holds a list."""
    fields = _fields(columns)
    try:
        value = msgspec.json.decode(decode(data).removeprefix("\ufeff"))
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Unsupported(f"JSON that cannot be read: {problem}") from problem
    yield from _records(_objects(value, fields), fields)


def read_json_lines(data: bytes, columns: Columns = ()) -> Iterator[Record]:
    """The records of a file with a JSON object on every line."""
    try:
        lines = decode(data).removeprefix("\ufeff").split("\n")
        values = [msgspec.json.decode(line) for line in lines if line.strip()]
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Unsupported(f"JSON lines that cannot be read: {problem}") from problem
    yield from _records([one for one in values if isinstance(one, dict)], _fields(columns))


def read_csv(data: bytes, columns: Columns = ()) -> Iterator[Record]:
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
    named = [{str(name): cell for name, cell in row.items()} for row in rows]
    yield from _records(named, _fields(columns))


Row = Mapping[str, object]


def _fields(columns: Columns) -> RecordFields:
    """The vocabulary's names, but for the roles that somebody named a field for: only that."""
    named = {role: (name.casefold().strip(),) for role, name in columns}
    known: RecordFields = load("record_fields", RecordFields)
    return msgspec.structs.replace(known, **named)


def _objects(value: object, fields: RecordFields) -> Sequence[Row]:
    if isinstance(value, list):
        return [part for part in value if isinstance(part, dict)]
    if not isinstance(value, dict):
        return []
    for name, inner in value.items():
        if str(name).casefold() in fields.lists and isinstance(inner, list):
            return _objects(inner, fields)
    return [value]


def _records(rows: Sequence[Row], fields: RecordFields) -> Iterator[Record]:
    if len(rows) > MAX_RECORDS:
        raise TooMuch(f"more than {MAX_RECORDS:,} records in one file: split it first")
    told = [{str(name).casefold().strip(): value for name, value in row.items()} for row in rows]
    found = False
    for label, row in zip(_labels(told, fields), told, strict=True):
        text = _said(row, fields.html, "\n\n") or _said(row, fields.text, "\n\n")
        if text is not None:
            found = True
            yield Record(label, text.encode("utf-8", "replace"), _markup(row, fields))
    if not found:
        named = " or ".join((*fields.text, *fields.html)[:4])
        raise NoText(f"no record in it has a text: name the column {named}, or say what it is")


_LONGEST_ID = 200  # characters


def _labels(rows: Sequence[Row], fields: RecordFields) -> Iterator[str]:
    """What each record goes by: its own id, where no other has the same; else its number."""
    ids = [" ".join((_said(row, fields.id, " ") or "").split())[:_LONGEST_ID] for row in rows]
    count = Counter(ids)
    for number, own in enumerate(ids, start=1):
        yield own if own and count[own] == 1 else str(number)


def _said(row: Row, names: tuple[str, ...], between: str) -> str | None:
    """The words of the first of these fields that holds any."""
    for name in names:
        said = between.join(_words_of(row.get(name)))
        if said.strip():
            return said
    return None


def _words_of(value: object) -> Iterator[str]:
    """The words of a value: a string, a number, an object with a name or value, or a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, dict):
        for name in ("name", "value"):
            yield from _words_of(value.get(name)) if isinstance(value.get(name), str) else ()
    elif isinstance(value, list):
        for part in value:
            if not isinstance(part, list):
                yield from _words_of(part)


def _markup(row: Row, fields: RecordFields) -> Markup:
    day = _said(row, fields.date, " ")
    language = _said(row, fields.language, " ")
    return Markup(
        title=_attested(row, fields.title),
        byline=_byline(row, fields.byline),
        outlet=_attested(row, fields.outlet),
        url=_attested(row, fields.url),
        language=language[:2].casefold() if language else None,
        dates=tuple(_dates(day)) if day else (),
        credits=tuple(_credits(row, fields)),
    )


def _attested(row: Row, names: tuple[str, ...]) -> Attested | None:
    value = _said(row, names, "; ")
    return Attested(" ".join(value.split()), "the record's field") if value else None


def _byline(row: Row, names: tuple[str, ...]) -> Byline | None:
    found = _attested(row, names)
    return byline_of(found) if found else None


def _credits(row: Row, fields: RecordFields) -> Iterator[Credit]:
    for name in fields.source:
        for said in _words_of(row.get(name)):
            if said.strip():
                yield Credit(CreditKind.SYNDICATION, said.strip(), f"the record's {name}")


def _dates(said: str) -> Iterator[DateEvidence]:
    try:
        interval = on(datetime.fromisoformat(said.strip()).date())
    except ValueError:
        found = next(dates_in(said), None)
        if found is None:
            return
        interval = found.interval
    yield DateEvidence(interval, DateRole.PUBLISHED, "the record's date", 0.95)
