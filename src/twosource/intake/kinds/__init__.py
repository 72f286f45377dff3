"""Tell the kinds of input apart, by content first, and know the reader of each.

A file holds one page (text, HTML, PDF, Word) or several records, each of which is a page again.
"""

import io
import re
import zipfile
import zlib
from enum import StrEnum

from twosource.errors import NoText, Unsupported
from twosource.intake.kinds.own import bears_our_mark

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


def inner_kind(data: bytes) -> Kind:
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
