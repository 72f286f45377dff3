"""Tables of articles: JSON, JSON Lines and CSV with a text or HTML per record.

Which field means what is in vocabulary/record_fields.yaml, the names that passim and ninjs use
included, unless the person who brings the table says what its fields are called.

Formats: passim's input (one JSON object a line with id, series, date and text); IPTC ninjs 1 to 3.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal

import msgspec

from twosource.errors import NoText, TooMuch, Unsupported, UsageError
from twosource.intake.dates import dates_in, on
from twosource.intake.encodings import decode
from twosource.intake.page import Markup
from twosource.intake.record import Part, Record, Unread
from twosource.intake.sources import Columns
from twosource.intake.writers import byline_of
from twosource.model import Attested, Byline, Credit, CreditKind, DateEvidence, DateRole, Interval
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


def read_json(data: bytes, columns: Columns = ()) -> Iterator[Part]:
    """The records of a JSON document: an object, a list of them, or an object that holds a list."""
    fields = _fields(columns)
    try:
        value = msgspec.json.decode(decode(data).removeprefix("\ufeff"))
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Unsupported(f"JSON that cannot be read: {problem}") from problem
    yield from _records(_objects(value, fields), fields)


def read_json_lines(data: bytes, columns: Columns = ()) -> Iterator[Part]:
    """The records of a file with a JSON object on every line, after the lines that hold none."""
    lines = decode(data).removeprefix("\ufeff").split("\n")
    read = [_of_line(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    broken = [one for one in read if isinstance(one, Unread)]
    yield from broken[:_MOST_BROKEN]
    if len(broken) > _MOST_BROKEN:
        yield Unread("", f"{len(broken):,} of its lines hold no JSON object")
    yield from _records([one for one in read if not isinstance(one, Unread)], _fields(columns))


_MOST_BROKEN = 20  # lines that are named one by one


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
    for number in longer[:_MOST_BROKEN]:
        yield Unread(
            str(number), 'it has more cells than the first row has names: put its text in ""'
        )
    if len(longer) > _MOST_BROKEN:
        yield Unread("", f"{len(longer):,} of its rows have more cells than the first has names")
    named = [{} if _is_longer(row) else _named(row) for row in rows]
    if _is_open(rows):
        yield Unread(str(len(rows)), 'a " in it is never closed: it may have swallowed rows below')
    yield from _records(named, _fields(columns))


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


Row = Mapping[str, object]


def _fields(columns: Columns) -> RecordFields:
    """The vocabulary's names, but for the roles that somebody named a field for: only that."""
    named = {role: (_field(name),) for role, name in columns}
    known: RecordFields = load("record_fields", RecordFields)
    return msgspec.structs.replace(known, **named)


def _field(name: object) -> str:
    """A field's name as it is compared: "Publication Date" is publication_date."""
    return re.sub(r"[\s-]+", "_", str(name).casefold().strip())


def _objects(value: object, fields: RecordFields) -> Sequence[Row]:
    if isinstance(value, list):
        return [part for part in value if isinstance(part, dict)]
    if not isinstance(value, dict):
        return []
    if str(value.get("version")).startswith(_JSON_FEED):
        return _entries(value)
    return _listed(value, fields, _DEEPEST) or [value]


def _listed(value: Row, fields: RecordFields, deepest: int) -> Sequence[Row]:
    """The list of articles that an object or one in it holds; what an article holds is its own."""
    for name, inner in value.items():
        if _field(name) in fields.lists and isinstance(inner, list):
            return _objects(inner, fields)
    is_article = _text({_field(name): inner for name, inner in value.items()}, fields) is not None
    within = value.values() if deepest and not is_article else ()
    found = (_listed(one, fields, deepest - 1) for one in within if isinstance(one, dict))
    return next((rows for rows in found if rows), ())


_DEEPEST = 3  # objects around a list


def _entries(feed: Row) -> Sequence[Row]:
    """The entries of a JSON Feed, its title as their outlet, a summary where that is all."""
    items = feed.get("items")
    entries = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    return [
        {"outlet": feed.get("title"), **one, "text": one.get("content_text") or one.get("summary")}
        for one in entries
    ]


_JSON_FEED = "https://jsonfeed.org/"


def _records(rows: Sequence[Row], fields: RecordFields) -> Iterator[Part]:
    """The records, then those that hold something and no text. Raises `NoText`, `TooMuch`."""
    if len(rows) > MAX_RECORDS:
        raise TooMuch(f"more than {MAX_RECORDS:,} records in one file: split it first")
    told = [{_field(name): value for name, value in row.items()} for row in rows]
    labelled = list(zip(_labels(told, fields), told, strict=True))
    texts = [_text(row, fields) for row in told]
    if not any(texts):
        raise NoText(
            "no record in it has a text: say with --field text=NAME which field holds it"
            f"{_of(told)}"
        )
    for (label, row), text in zip(labelled, texts, strict=True):
        if text is not None:
            yield Record(label, text.encode("utf-8", "replace"), _markup(row, fields))
    without = (one for one, text in zip(labelled, texts, strict=True) if text is None)
    yield from _without_text([label for label, row in without if _said(row, tuple(row), "")])


def _without_text(labels: Sequence[str]) -> Iterator[Unread]:
    """Records that no article can be made of, by what they go by; of very many, how many."""
    for label in labels[:_MOST_BROKEN]:
        yield Unread(label, "a record without a text")
    if len(labels) > _MOST_BROKEN:
        yield Unread("", f"{len(labels):,} of its records have no text")


def _text(row: Row, fields: RecordFields) -> str | None:
    return _said(row, fields.html, "\n\n") or _said(row, fields.text, "\n\n")


def _of(rows: Sequence[Row]) -> str:
    """The names of the fields of a table, as far as there are any, for a person to choose from."""
    names = ["".join(filter(str.isprintable, name))[:40] for row in rows[:1] for name in row]
    return f", of {', '.join(names[:12])}" if names else ""


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
    interval = _stamp(said.strip()) or next((one.interval for one in dates_in(said)), None)
    if interval is not None:
        yield DateEvidence(interval, DateRole.PUBLISHED, "the record's date", 0.95)


def _stamp(said: str) -> Interval | None:
    """The day of an ISO stamp, or of the seconds or milliseconds since 1970 began."""
    try:
        if _SECONDS.fullmatch(said):
            return on(datetime.fromtimestamp(int(said[:-3] if said[12:] else said), UTC).date())
        return on(datetime.fromisoformat(said).date())
    except ValueError:
        return None


# From 2001 to 2030: what is longer or begins otherwise may be a date and an hour written together.
_SECONDS = re.compile(r"1[0-8]\d{8}(?:\d{3})?")
