"""Tell the kinds of input apart, by content first, and hand each to its reader.

A file holds one page (text, HTML, PDF, Word) or several records, each of which is a page again.
"""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from twosource.errors import IntakeError, NoText, Unsupported
from twosource.intake.encodings import in_utf8
from twosource.intake.lines import bare
from twosource.intake.metadata import article_of
from twosource.intake.own import bears_our_mark
from twosource.intake.page import NOTHING_SAID, Markup, Page
from twosource.intake.record import Part, Unread
from twosource.intake.sources import Columns
from twosource.model import Article, BlockKind, SetAside

_PROBE = 4096  # bytes looked at
_FULL_OF_TAGS = 6  # a text about web pages may quote a tag or two
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</?(?:p|div|a|br|h[1-6]|meta|link)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|MIME-Version|Received|Return-Path|Message-ID|Content-Type"
    rb"|Content-Location|Snapshot-Content-Location|Delivered-To|X-[\w-]+):\s",
    re.IGNORECASE | re.MULTILINE,
)


class Kind(StrEnum):
    """A kind of input there is a reader for."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    WORD = "word"
    MAIL = "mail"
    MAILBOX = "mailbox"
    FEED = "feed"
    WARC = "warc"
    WACZ = "wacz"
    JSON = "json"
    JSON_LINES = "json lines"
    TABLE = "table"


# Readers are imported when first needed: trafilatura alone takes 150 ms.
PAGES = {
    Kind.TEXT: "text:read_text",
    Kind.HTML: "html:read_html",
    Kind.PDF: "pdf:read_pdf",
    Kind.WORD: "word:read_word",
}
RECORDS = {
    Kind.MAIL: "mail:read_mail",
    Kind.MAILBOX: "mail:read_mailbox",
    Kind.FEED: "feed:read_feed",
    Kind.WARC: "webarchive:read_warc",
    Kind.WACZ: "webarchive:read_wacz",
}
TABLES = {
    Kind.JSON: "table:read_json",
    Kind.JSON_LINES: "table:read_json_lines",
    Kind.TABLE: "table:read_csv",
}


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
        kind = _inner_kind(in_utf8(part.data))
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
    found: Callable[..., Any] = getattr(import_module(f"twosource.intake.{module}"), function)
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


# ── Which kind it is ─────────────────────────────────────────────────────────────────────────────


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a file's content. Raises `NoText` where it is empty, `Unsupported`."""
    if not data.strip():
        raise NoText("empty")
    _refuse_what_is_no_article(data)
    for tell in (_packed, _by_first_bytes, _by_looks):
        if (kind := tell(data)) is not None:
            return kind
    return Kind.TABLE if name.casefold().endswith((".csv", ".tsv")) else Kind.TEXT


def _refuse_what_is_no_article(data: bytes) -> None:
    """Raise `Unsupported` for our own files, and for those that would be read with all their codes.

    They look like pages and like text.
    """
    if bears_our_mark(data):
        raise Unsupported("written by twosource itself: it is no article")
    if data.lstrip().startswith(_ONLY_A_LINK):
        raise Unsupported("a link to a page and not the page: open it and save the page")
    for start, what in _REFUSED.items():
        if data.startswith(start):
            raise Unsupported(f"{what}: save it as Word (.docx), PDF or plain text")


_REFUSED = {b"{\\rtf": "an RTF file", b"\xd0\xcf\x11\xe0": "a file of an old office program (.doc)"}
_ONLY_A_LINK = b"[InternetShortcut]"


def _packed(data: bytes) -> Kind | None:
    if data.startswith(b"\x1f\x8b"):
        return _gzipped(data)
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as problem:
        raise Unsupported("a zip file that is damaged or cut off") from problem
    if "word/document.xml" in names:
        return Kind.WORD
    if "datapackage.json" in names:
        return Kind.WACZ
    for mark, what in _OTHERS_PACKED.items():
        if mark in names:
            raise Unsupported(what)
    raise Unsupported("a zip file: unpack it and bring the folder")


# What tells other kinds of packed file, and what to do with them.
_OTHERS_PACKED = {
    "META-INF/container.xml": "an e-book (EPUB): save its text as plain text or PDF",
    "xl/workbook.xml": "an Excel file (.xlsx): save its table as CSV",
    "ppt/presentation.xml": "a PowerPoint file (.pptx): save it as PDF",
    "content.xml": "an OpenDocument file (.odt, .ods): save it as Word (.docx), PDF or CSV",
}


def _gzipped(data: bytes) -> Kind:
    try:
        start = zlib.decompressobj(31).decompress(data, 16)
    except zlib.error as problem:
        raise Unsupported("a gzip file that is damaged") from problem
    if start.startswith(b"WARC/"):
        return Kind.WARC
    raise Unsupported("a gzip file: unpack it first")


def _by_first_bytes(data: bytes) -> Kind | None:
    start = data[:_PROBE].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in start[:1024]:
        return Kind.PDF
    if start.startswith(b"WARC/"):
        return Kind.WARC
    if start.startswith((b"{", b"[")):
        return _json(data)
    return None


def _json(data: bytes) -> Kind | None:
    """JSON, JSON Lines, or a text that happens to open with a bracket."""
    if _is_lines(data):
        return Kind.JSON_LINES
    return Kind.JSON if re.match(rb'[\s\xef\xbb\xbf]*[\[{]\s*["{\[\]}]', data[:_PROBE]) else None


def _is_lines(data: bytes) -> bool:
    """Whether an object ends with its line, or is cut off there, and more than its end follows."""
    first, _, rest = data.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    first, rest = first.rstrip(), rest.lstrip()
    if not rest or not re.match(rb'\{\s*["}]', first):
        return False
    if first.endswith(b"}"):
        return not rest.startswith((b",", b"}", b"]"))
    return rest.startswith(b'{"') and not first.endswith((b":", b",", b"[", b"{"))


def _by_looks(data: bytes) -> Kind | None:
    head = data[:_PROBE].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"From ") and _looks_like_mail(head.partition(b"\n")[2]):
        return Kind.MAILBOX
    if _looks_like_mail(head):
        return Kind.MAIL
    if _looks_like_html(head):
        return Kind.HTML
    if head.lstrip().startswith(b"<") and _FEED.search(head):
        return Kind.FEED
    if head.lstrip().startswith(b"<?xml"):
        raise Unsupported("an XML file of a kind twosource does not read")
    return None


def _looks_like_mail(head: bytes) -> bool:
    """Whether the bytes open with the headers of a message: one or two may be quoted in a text."""
    headers = head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    return bool(_HEADER.match(headers)) and len(_HEADER.findall(headers)) > 2  # noqa: PLR2004


def _looks_like_html(head: bytes) -> bool:
    """Whether the bytes open like a web page, or are full of its tags."""
    feed = _FEED.search(head) is not None
    opens = _HTML.match(head) or _PIECE_OF_HTML.match(head)
    return bool(opens) or (not feed and len(_TAG.findall(head)) >= _FULL_OF_TAGS)


_PIECE_OF_HTML = re.compile(
    rb"\s*<(?:p|div|article|main|section|h[1-6]|table)\b[^<>]*>", re.IGNORECASE
)


def _inner_kind(data: bytes) -> Kind:
    """The kind of a record's content: records are not opened a second time."""
    if not data.strip():
        raise NoText("empty")
    _refuse_what_is_no_article(data)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    if (packed := _packed(data)) is not None:
        if packed not in PAGES:
            raise Unsupported("an archive within a file: take it out and bring it by itself")
        return packed
    return Kind.HTML if _looks_like_html(data[:_PROBE]) else Kind.TEXT
