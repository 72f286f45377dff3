"""The articles as a reader is shown them: their rows in the table, and their whole texts."""

from dataclasses import dataclass
from typing import Annotated

from twosource.dossier.view.citations import Citation, DateShown


@dataclass(frozen=True, slots=True)
class CreditShown:
    """A credit line: what it admits and whom it names."""

    kind: Annotated[str, "What the line admits: republication, syndication, agency, reporting."]
    named: Annotated[str | None, "Whom it names; nothing where the line lost its name."]
    how: Annotated[str, "How the line was recognised."]
    citation: Annotated[Citation | None, "Where it stands in the text, if it does."]


@dataclass(frozen=True, slots=True)
class AsideShown:
    """How many blocks of one kind were set apart as no part of the story."""

    kind: Annotated[str, "What the blocks are for: navigation, related, bio and so on."]
    blocks: Annotated[int, "How many blocks of that kind."]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row of the table of articles."""

    label: Annotated[str, "The article's label on this page."]
    name: Annotated[str, "The file's name, as the person who brought it calls it."]
    source: Annotated[str, "Outlet, or file name where none is known."]
    outlet: Annotated[str | None, "Outlet, where one is known."]
    outlet_how: Annotated[str | None, "How the outlet is known."]
    title: Annotated[str | None, "The article's headline."]
    caveats: Annotated[tuple[str, ...], "What was not looked for in it, and why."]
    byline: Annotated[str | None, "Who is named as its author."]
    published: Annotated[DateShown | None, "When it was published, and how that is known."]
    other_dates: Annotated[tuple[DateShown, ...], "The date candidates that were not chosen."]
    credits: Annotated[tuple[CreditShown, ...], "Lines that say where its text comes from."]
    aside: Annotated[tuple[AsideShown, ...], "What was set aside, by kind."]
    link: Annotated[str | None, "Address of the original, only if it is http or https."]


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a cited stretch begins, or goes on after having been interrupted."""

    anchor: Annotated[str, "Anchor of the citation."]
    first: Annotated[bool, "Whether this is where the citation begins: a link lands here."]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters between two neighbouring ends of citations."""

    opens: Annotated[tuple[Opening, ...], "The stretches that begin here, outermost first."]
    text: Annotated[str, "The characters."]
    closes: Annotated[int, "How many stretches end after them."]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article's text."""

    kind: Annotated[str, "What the block is for."]
    reason: Annotated[str, "Why it is taken for that."]
    aside: Annotated[bool, "Whether it was set aside: it is shown greyed."]
    pieces: Annotated[tuple[Piece, ...], "Its characters, cut where citations begin and end."]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The whole text of an article: the place every citation leads to."""

    label: Annotated[str, "The article's label on this page."]
    source: Annotated[str, "Outlet, or file name where none is known."]
    title: Annotated[str | None, "The article's headline."]
    name: Annotated[str, "The file's name."]
    date: Annotated[str | None, "When it was published, in words."]
    language: Annotated[str | None, "Its language, so that a screen reader reads it as such."]
    paragraphs: Annotated[tuple[Paragraph, ...], "Its blocks, in order."]
    unplaced: Annotated[tuple[str, ...], "Anchors of citations that lie outside every block."]
