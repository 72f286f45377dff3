"""Word files (.docx): paragraphs, with the styles that make some of them titles and headings."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from docx import Document
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from twosource.errors import NoText, TooMuch, Unsupported
from twosource.intake.page import Page, Piece, page_of
from twosource.model import BlockKind

MAX_UNPACKED = 64 * 1024 * 1024  # bytes; a book of text unpacks to some 10 MB


def read_word(data: bytes) -> Page:
    """The page of a Word file. Raises `Unsupported`, `TooMuch` or `NoText`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > MAX_UNPACKED:
                raise TooMuch("a Word file that unpacks to more than 64 MB: it may be a trap")
        pieces = list(_pieces(data))
    except (
        OpcError,
        LxmlError,
        ParseError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        KeyError,
        ValueError,
        EOFError,
    ) as problem:
        raise Unsupported("a Word file that cannot be read: it is damaged or cut off") from problem
    if not pieces:
        raise NoText("a Word file without text")
    return page_of(pieces, flattened=False)


def _pieces(data: bytes) -> Iterator[Piece]:
    for paragraph in Document(io.BytesIO(data)).paragraphs:
        text = " ".join(paragraph.text.split())
        if text:
            yield text, _hint((paragraph.style.name if paragraph.style else "") or "")


def _hint(style: str) -> BlockKind | None:
    if style == "Title":
        return BlockKind.TITLE
    if style.startswith("Heading"):
        return BlockKind.SUBHEAD
    return BlockKind.CAPTION if style == "Caption" else None
