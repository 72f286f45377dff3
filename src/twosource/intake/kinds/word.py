"""Word files (.docx): paragraphs, with the styles that make some of them titles and headings."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from docx import Document
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from twosource.errors import NoText, TooMuch, Unsupported
from twosource.intake.page import Page, Piece, page_of
from twosource.model import BlockKind

# What the readers raise of a file that is damaged or cut off.
_DAMAGED = (
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
)
MAX_UNPACKED = 64 * 1024 * 1024  # bytes; a book of text unpacks to some 10 MB


def read_word(data: bytes) -> Page:
    """The page of a Word file. Raises `Unsupported`, `TooMuch` or `NoText`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > MAX_UNPACKED:
                raise TooMuch("a Word file that unpacks to more than 64 MB: it may be a trap")
        pieces = list(_pieces(data))
    except _DAMAGED as problem:
        raise Unsupported("a Word file that cannot be read: it is damaged or cut off") from problem
    if not pieces:
        raise NoText("a Word file without text")
    return page_of(pieces, flattened=False)


def _pieces(data: bytes) -> Iterator[Piece]:
    """The paragraphs in the order of the file, those in tables, boxes and notes included."""
    document = Document(io.BytesIO(data))
    yield from _beside(document, RELATIONSHIP_TYPE.HEADER, BlockKind.NAVIGATION)
    yield from _headed(
        (text, str(style.name) if (style := Paragraph(element, document).style) else "")
        for element, text in _paragraphs(document.element.body)
    )
    for notes in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
        yield from _beside(document, notes, None)
    yield from _beside(document, RELATIONSHIP_TYPE.FOOTER, BlockKind.NAVIGATION)


def _beside(document: WordFile, kind: str, hint: BlockKind | None) -> Iterator[Piece]:
    """The paragraphs of the parts of this kind, each text once."""
    parts = [one.target_part for one in document.part.rels.values() if one.reltype == kind]
    texts = (text for part in parts for _, text in _paragraphs(parse_xml(part.blob)))
    for text in dict.fromkeys(texts):
        yield text, hint


def _paragraphs(root: BaseOxmlElement) -> Iterator[tuple[CT_P, str]]:
    """The paragraphs that hold words, as the file reads with all its changes accepted.

    The second telling of a drawing, for older programs, and the place that words were moved away
    from are left out.
    """
    for twice in [*root.iter(_FALLBACK, _MOVED_AWAY)]:
        if (around := twice.getparent()) is not None:
            around.remove(twice)
    for paragraph in root.iter(_PARAGRAPH):
        pieces = (
            _SPACES.get(str(node.tag), node.text or "")
            for node in paragraph.iter(_WORDS, *_SPACES)
            if next(node.iterancestors(_PARAGRAPH)) is paragraph
        )
        text = " ".join("".join(pieces).split())
        if text and isinstance(paragraph, CT_P):
            yield paragraph, text


_PARAGRAPH, _WORDS, _MOVED_AWAY = qn("w:p"), qn("w:t"), qn("w:moveFrom")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}


def _headed(styled: Iterator[tuple[str, str]]) -> Iterator[Piece]:
    """Paragraphs and what their styles make them; a heading that opens the file is its title."""
    every = list(styled)
    titled = any(style == "Title" for _, style in every)
    for number, (text, style) in enumerate(every):
        opens = number == 0 and style == "Heading 1" and not titled
        yield text, BlockKind.TITLE if opens else _hint(style)


def _hint(style: str) -> BlockKind | None:
    if style == "Title":
        return BlockKind.TITLE
    if style.startswith("Heading"):
        return BlockKind.SUBHEAD
    return BlockKind.CAPTION if style == "Caption" else None
