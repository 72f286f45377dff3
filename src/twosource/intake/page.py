"""What a reader of one kind of input hands on: text, and what the markup around it said."""

from dataclasses import dataclass

from twosource.model import Attested, BlockKind, Credit, DateEvidence, Span


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
    byline: Attested | None = None
    outlet: Attested | None = None
    url: Attested | None = None
    language: str | None = None
    dates: tuple[DateEvidence, ...] = ()
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one article, cut into lines, and its markup.

    `flattened` tells that nothing but the text is left of the page: menus may still stand in it.
    """

    text: str
    lines: tuple[Line, ...]
    flattened: bool
    markup: Markup = Markup()
