"""What a reader of one kind of input hands on: text, and what the markup around it said."""

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.model import Attested, BlockKind, Byline, Credit, DateEvidence, Span

Piece = tuple[str, BlockKind | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its outer white space left off, and how it stands among the others.

    `hint` is what the markup says the line is, where there is markup.
    """

    text: str
    span: Span
    after_blank: bool
    hint: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Markup:
    """Metadata that stands outside the text, each piece saying where."""

    title: Attested | None = None
    byline: Byline | None = None
    outlet: Attested | None = None
    url: Attested | None = None
    language: str | None = None
    dates: tuple[DateEvidence, ...] = ()
    credits: tuple[Credit, ...] = ()


NOTHING_SAID = Markup()


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one article, cut into lines, and its markup.

    `flattened` tells that nothing but the text is left of the page: menus may still stand in it.
    """

    text: str
    lines: tuple[Line, ...]
    flattened: bool
    markup: Markup = NOTHING_SAID


def page_of(pieces: Iterable[Piece], *, flattened: bool, markup: Markup = NOTHING_SAID) -> Page:
    """The page whose lines are these pieces, set apart by blank lines."""
    lines: list[Line] = []
    start = 0
    for text, hint in pieces:
        lines.append(Line(text, Span(start, start + len(text)), after_blank=True, hint=hint))
        start += len(text) + 2
    whole = "\n\n".join(line.text for line in lines)
    return Page(whole, tuple(lines), flattened=flattened, markup=markup)
