"""Web pages: trafilatura finds the text, and its elements say what each line of it is."""

from collections.abc import Iterator

from lxml.etree import _Element as Element
from trafilatura import bare_extraction, load_html

from twosource.errors import NoText
from twosource.intake.lines import bare
from twosource.intake.markup import read_markup
from twosource.intake.page import Line, Markup, Page
from twosource.model import BlockKind, Span

_LINES = frozenset({"p", "head", "item", "quote", "code", "row", "ab", "fw"})


def read_html(data: bytes) -> Page:
    """The page of an HTML file: the title as first line, then one line per paragraph.

    Raises `NoText` where no article is found in it.
    """
    tree = load_html(data)
    if tree is None:
        raise NoText("looks like a web page but cannot be parsed")
    markup = read_markup(tree)
    found = bare_extraction(tree, include_comments=False)
    body = getattr(found, "body", None)
    pieces = list(_pieces(body)) if body is not None else []
    if not pieces:
        raise NoText("a web page in which no article text was found")
    return _page(list(_headed(pieces, markup)), markup)


Piece = tuple[str, BlockKind | None]


def _headed(pieces: list[Piece], markup: Markup) -> Iterator[Piece]:
    """The pieces with the title in front, unless it is there already."""
    if markup.title is None:
        yield from pieces
        return
    title = bare(markup.title.value)
    at = next((i for i, (text, _) in enumerate(pieces[:3]) if bare(text) == title), None)
    if at is None:
        yield markup.title.value, BlockKind.TITLE
    for index, (text, hint) in enumerate(pieces):
        yield text, BlockKind.TITLE if index == at else hint


def _pieces(body: Element) -> Iterator[Piece]:
    """The text of every element that makes a line of its own, in order."""
    for element in body.iter("p", "head", "item", "quote", "code", "row"):
        if any(parent.tag in _LINES for parent in element.iterancestors()):
            continue
        text = " ".join("".join(element.itertext()).split())
        if text:
            yield text, BlockKind.SUBHEAD if element.tag == "head" else None


def _page(pieces: list[Piece], markup: Markup) -> Page:
    lines: list[Line] = []
    start = 0
    for text, hint in pieces:
        lines.append(Line(text, Span(start, start + len(text)), after_blank=True, hint=hint))
        start += len(text) + 2
    return Page(
        "\n\n".join(text for text, _ in pieces), tuple(lines), flattened=False, markup=markup
    )
