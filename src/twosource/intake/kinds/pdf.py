"""PDF: the text that is in it, its lines put together to paragraphs again."""

import io
import logging
import re
from collections import Counter
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
    edges = _edges(text)
    seen = tuple(_seen(line, edges) for line in lines_of(whole))
    return Page(whole, seen, flattened=True, markup=markup)


def _seen(line: Line, edges: frozenset[str]) -> Line:
    """The line, marked where a browser that printed a page has put it at the page's edge."""
    return replace(line, hint=BlockKind.NAVIGATION) if line.text in edges else line


def _edges(text: str) -> frozenset[str]:
    """The lines that a browser prints at each page's edges; a running report has dates, too.

    So what stands behind date and time has to come again on another page, or to open the text.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = [match for match in map(_EDGE.fullmatch, lines) if match]
    titles = Counter(match["title"] for match in found)
    return frozenset(
        match[0]
        for match in found
        if match["title"] is None or titles[match["title"]] > 1 or match[0] == lines[0]
    )


# "5/3/31, 5:59 PM The page's title" above, its address and the number of the page below
_EDGE = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?\s(?P<title>.*[^.!?])"
    r"|\S+://\S+\s+\d+/\d+"
)


def _markup(reader: PdfReader) -> Markup:
    """The title that the file's information names. Its dates are the file's, not the story's."""
    title = reader.metadata.title if reader.metadata else None
    said = " ".join((title or "").split())
    named = bool(said) and _NAME_OF_A_FILE.search(said) is None
    return Markup(title=Attested(said, "the PDF's title") if named else None)


# What programs put there that know no title: "Microsoft Word - bridge_v3.docx", "scan0012.pdf"
_NAME_OF_A_FILE = re.compile(
    r"^Microsoft \w+ - |^untitled$|\.(?:docx?|odt|rtf|pdf|txt|html?|indd|qxd|pages|pptx?)$",
    re.IGNORECASE,
)


def _paragraphs(text: str) -> Iterator[str]:
    """Lines joined until one is short, blank or a page's edge; divided words made whole."""
    lines = [line.strip() for line in text.split("\n")]
    full = sorted(map(len, lines))[int(len(lines) * 0.9)] * 0.75
    edges = _edges(text)
    paragraph = ""
    for line in [*lines, ""]:
        edge = line in edges
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
