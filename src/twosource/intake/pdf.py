"""PDF: the text that is in it, its lines put together to paragraphs again."""

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from twosource.errors import NoText, TooMuch, Unsupported
from twosource.intake.lines import lines_of
from twosource.intake.page import Markup, Page
from twosource.model import Attested

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
    return Page(whole, tuple(lines_of(whole)), flattened=True, markup=markup)


def _markup(reader: PdfReader) -> Markup:
    """The title that the file's information names. Its dates are the file's, not the story's."""
    title = reader.metadata.title if reader.metadata else None
    return Markup(
        title=Attested(title.strip(), "the PDF's title") if title and title.strip() else None
    )


def _paragraphs(text: str) -> Iterator[str]:
    """Lines joined until one is short or blank; words divided by a hyphen made whole."""
    lines = [line.strip() for line in text.split("\n")]
    full = sorted(map(len, lines))[int(len(lines) * 0.9)] * 0.75
    paragraph = ""
    for line in [*lines, ""]:
        if line:
            paragraph = _joined(paragraph, line)
        if paragraph and len(line) < full:
            yield paragraph
            paragraph = ""


def _joined(paragraph: str, line: str) -> str:
    if _HYPHEN.search(paragraph) and line[0].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}" if paragraph else line
