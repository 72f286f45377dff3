"""Fields: what those of a row, an object or a feed's entry say of an article.

Which field means what is in vocabulary/record_fields.yaml, the names that passim and ninjs use
included, unless the person who brings the table says what its fields are called.

Formats: passim's input (one JSON object a line with id, series, date and text); IPTC ninjs 1 to 3.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from twosource.errors import NoText, TooMuch, UsageError
from twosource.intake.lines.dates import dates_in, on
from twosource.intake.lines.writers import byline_of
from twosource.intake.page import Markup
from twosource.intake.record import Part, Record, Unread
from twosource.intake.sources import Columns
from twosource.model import Attested, Byline, Credit, CreditKind, DateEvidence, DateRole, Interval
from twosource.vocabulary import load

MAX_RECORDS = 100_000


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


MOST_NAMED = 20  # lines that are named one by one
Row = Mapping[str, object]


def fields_called(columns: Columns) -> RecordFields:
    """The vocabulary's names, but for the roles that somebody named a field for: only that."""
    named = {role: (_field(name),) for role, name in columns}
    known: RecordFields = load("record_fields", RecordFields)
    return msgspec.structs.replace(known, **named)


def _field(name: object) -> str:
    """A field's name as it is compared: "Publication Date" is publication_date."""
    return re.sub(r"[\s-]+", "_", str(name).casefold().strip())


def objects_in(value: object, fields: RecordFields) -> Sequence[Row]:
    """The objects that a JSON value holds as records, however deep their list lies."""
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
            return objects_in(inner, fields)
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


def records_of(rows: Sequence[Row], fields: RecordFields) -> Iterator[Part]:
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
    for label in labels[:MOST_NAMED]:
        yield Unread(label, "a record without a text")
    if len(labels) > MOST_NAMED:
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
