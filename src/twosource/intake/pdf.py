"""PDF: the text that is in it, its lines put together to paragraphs again."""

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from twosource.errors import NoText, TooMuch, Unsupported
from twosource.intake.lines import lines_of
from twosource.intake.page import Line, Markup, Page
from twosource.model import Attested, BlockKind

MAX_PAGES = 500
_HYPHEN = re.compile(r"(?<=[a-zß-ÿ])-$")


# What it logs about broken files is said by the reason they are set aside with.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def read_pdf(data: bytes) -> Page:
    """The page of a PDF file. Raises `Unsupported`, `TooMuch` or `NoText`."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unsupported("a PDF locked with a password: save it again without one")
        if len(reader.pages) > MAX_PAGES:
            raise TooMuch(f"a PDF of more than {MAX_PAGES} pages: cut out the article first")
        text = "\n\n".join(page.extract_text() for page in reader.pages)
        markup = _markup(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise Unsupported("a PDF that cannot be read: it is damaged or cut off") from problem
    return _page(text, markup)


def _page(text: str, markup: Markup) -> Page:
    whole = "\n\n".join(_paragraphs(text))
    if not any(map(str.isalpha, whole)):
        raise NoText("a PDF without text: it may be a scan, which needs reading by OCR first")
    return Page(whole, tuple(map(_seen, lines_of(whole))), flattened=True, markup=markup)


def _seen(line: Line) -> Line:
    """The line, marked where a browser that printed a page has put it at the page's edge."""
    return replace(line, hint=BlockKind.NAVIGATION) if _EDGE.fullmatch(line.text) else line


# "5/3/31, 5:59 PM The page's title" above, its address and the number of the page below
_EDGE = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?\s.*[^.!?]|\S+://\S+\s+\d+/\d+"
)


def _markup(reader: PdfReader) -> Markup:
    """The title that the file's information names. Its dates are the file's, not the story's."""
    title = reader.metadata.title if reader.metadata else None
    return Markup(
        title=Attested(title.strip(), "the PDF's title") if title and title.strip() else None
    )


def _paragraphs(text: str) -> Iterator[str]:
    """Lines joined until one is short, blank or a page's edge; divided words made whole."""
    lines = [line.strip() for line in text.split("\n")]
    full = sorted(map(len, lines))[int(len(lines) * 0.9)] * 0.75
    paragraph = ""
    for line in [*lines, ""]:
        edge = _EDGE.fullmatch(line) is not None
        if line and not edge:
            paragraph = _joined(paragraph, line)
        if paragraph and (edge or len(line) < full):
            yield paragraph
            paragraph = ""
        if edge:
            yield line


def _joined(paragraph: str, line: str) -> str:
    if _HYPHEN.search(paragraph) and line[0].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}" if paragraph else line
