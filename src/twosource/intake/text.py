"""Plain text: decoded, and otherwise left exactly as it is, so that offsets are the file's."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from charset_normalizer import from_bytes

from twosource.errors import NoText, Unsupported
from twosource.intake.lines import lines_of
from twosource.intake.page import Line, Page
from twosource.intake.wrapping import unwrapped
from twosource.model import BlockKind

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(data: bytes) -> Page:
    """The page of a plain text file. Raises `NoText` or `Unsupported`."""
    text = decode(data)
    lines = tuple(unwrapped(text, list(_marked_down(lines_of(text)))))
    if not any(any(map(str.isalnum, line.text)) for line in lines):
        raise NoText("holds no words")
    return Page(text, lines, flattened=True)


def _marked_down(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with Markdown's headings marked: the first of the first order is the title."""
    titled = False
    for line in lines:
        heading = _HEADING.match(line.text)
        if heading is None:
            yield line
            continue
        first = len(heading["order"]) == 1 and not titled
        titled = titled or first
        yield replace(line, hint=BlockKind.TITLE if first else BlockKind.SUBHEAD)


_HEADING = re.compile(r"\ufeff?(?P<order>#{1,6}) \S")


def decode(data: bytes) -> str:
    """The characters of a text file: by its byte order mark, as UTF-8, or by best judgement.

    Raises `Unsupported` where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    holds_nuls = b"\0" in data
    try:
        return data.decode(_with_nuls(data) if holds_nuls else "utf-8")
    except UnicodeDecodeError:
        best = None if holds_nuls else from_bytes(data).best()
    if best is None:
        raise Unsupported("not text, nor any kind of file twosource reads")
    return _decoded(data, best.encoding)


def _with_nuls(data: bytes) -> str:
    """The encoding of text that holds NULs: UTF-16 where every other byte is one, else UTF-8.

    Raises `Unsupported` where there are too many for a text.
    """
    start = data[:_PROBE]
    second, first = start[1::2].count(0) * 2, start[0::2].count(0) * 2
    if min(first, second) < len(start) * _FEW < len(start) * _MANY < max(first, second):
        return "utf-16-le" if second > first else "utf-16-be"
    if start.count(0) > len(start) * _FEW and start.strip(b"\0"):
        raise Unsupported("not text, nor any kind of file twosource reads")
    return "utf-8"


_PROBE = 4096  # bytes looked at
_FEW, _MANY = 0.1, 0.5  # share of them


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise Unsupported(f"says it is {encoding} but is not: save it again as UTF-8") from problem
