"""The lines of a page with what each is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.intake.flat import label
from twosource.intake.page import Page
from twosource.model import (
    Attested,
    Block,
    BlockKind,
    Span,
)


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line and its block."""

    text: str
    block: Block

    @property
    def kind(self) -> BlockKind:
        """What the line is for."""
        return self.block.kind

    def at(self, span: Span) -> Span:
        """A span of the line as a span of the article."""
        return Span(self.block.span.start + span.start, self.block.span.start + span.end)

    def attested(self, span: Span, how: str) -> Attested:
        """What a span of the line says, with how that is known."""
        return Attested(span.of(self.text), how, self.at(span))


Lines = Sequence[LabelledLine]


def labelled(page: Page) -> Lines:
    """The lines of a page with their blocks."""
    blocks = label(page.lines, flattened=page.flattened)
    return [LabelledLine(line.text, block) for line, block in zip(page.lines, blocks, strict=True)]


def of_kind(lines: Lines, *kinds: BlockKind) -> Iterator[LabelledLine]:
    """Those lines that are for any of a few things."""
    return (line for line in lines if line.kind in kinds)
