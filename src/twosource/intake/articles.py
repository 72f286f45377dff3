"""The articles of a file: what its kind's reader makes of it, with what the file around it says."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from twosource.errors import IntakeError
from twosource.intake.encodings import in_utf8
from twosource.intake.kinds import PAGES, RECORDS, TABLES, Kind, inner_kind, kind_of
from twosource.intake.lines import bare
from twosource.intake.metadata import article_of
from twosource.intake.page import NOTHING_SAID, Markup, Page
from twosource.intake.record import Part, Unread
from twosource.intake.sources import Columns
from twosource.model import Article, BlockKind, SetAside


@dataclass(frozen=True, slots=True)
class _Named:
    """Bytes and what they go by."""

    name: str
    data: bytes
    markup: Markup = NOTHING_SAID


def articles_in(
    name: str, data: bytes, skip: int = 0, columns: Columns = ()
) -> Iterator[Article | SetAside]:
    """The articles of one file, and why parts of it could not be made into one.

    The first `skip` records of a file that holds several are passed over. `columns` says what the
    fields of a table are called.

    Raises `IntakeError` where nothing can be had of it, or of the rest of it.
    """
    told = in_utf8(data)
    kind = kind_of(name, told)
    if kind in PAGES:
        if not skip:
            yield _article(_Named(name, data), kind)
        return
    for part in islice(_parts(kind, told, columns), skip, None):
        yield _made_of(part, f"{name}#{part.label}" if part.label else name)


def _made_of(part: Part, name: str) -> Article | SetAside:
    """The article of a part, or why there is none."""
    if isinstance(part, Unread):
        return SetAside(name, part.reason)
    try:
        kind = inner_kind(in_utf8(part.data))
        return _article(_Named(name, part.data, part.markup), kind)
    except IntakeError as problem:
        return SetAside(name, str(problem))


def _parts(kind: Kind, data: bytes, columns: Columns) -> Iterator[Part]:
    if kind in TABLES:
        read_table: Callable[[bytes, Columns], Iterator[Part]] = _reader(TABLES[kind])
        return read_table(data, columns)
    read: Callable[[bytes], Iterator[Part]] = _reader(RECORDS[kind])
    return read(data)


def _reader(where: str) -> Callable[..., Any]:
    module, function = where.split(":")
    found: Callable[..., Any] = getattr(import_module(f"twosource.intake.kinds.{module}"), function)
    return found


def _article(named: _Named, kind: Kind) -> Article:
    read: Callable[[bytes], Page] = _reader(PAGES[kind])
    page = read(in_utf8(named.data))
    return article_of(_identity(named), named.name, _titled(_merged(page, named.markup)))


def _identity(named: _Named) -> str:
    """What tells an article from others: its bytes and, in a table or feed, whose they are.

    Two outlets that print one text word for word are two articles.
    """
    outlet, url = named.markup.outlet, named.markup.url
    host = (urlsplit(url.value).hostname or "") if url else ""
    whose = outlet.value.casefold() if outlet else host.removeprefix("www.")
    return hashlib.sha256(named.data + whose.encode("utf-8", "replace")).hexdigest()[:16]


def _merged(page: Page, outer: Markup) -> Page:
    """The page with what the file around it says put before what its own markup says."""
    inner = page.markup
    return replace(
        page,
        markup=Markup(
            title=inner.title or outer.title,
            byline=inner.byline or outer.byline,
            outlet=outer.outlet or inner.outlet,
            url=outer.url or inner.url,
            language=inner.language or outer.language,
            dates=(*outer.dates, *inner.dates),
            credits=(*outer.credits, *inner.credits),
        ),
    )


def _titled(page: Page) -> Page:
    """The page with the line that repeats a known title marked as such."""
    if page.markup.title is None or any(line.hint is BlockKind.TITLE for line in page.lines):
        return page
    title = bare(page.markup.title.value)
    at = next((i for i, line in enumerate(page.lines[:_TOP]) if bare(line.text) == title), None)
    if at is None:
        return page
    marked = replace(page.lines[at], hint=BlockKind.TITLE)
    return replace(page, lines=(*page.lines[:at], marked, *page.lines[at + 1 :]))


_TOP = 200  # lines from the start among which a known title is looked for
