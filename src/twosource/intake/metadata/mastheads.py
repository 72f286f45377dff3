"""The outlet of an article by the lines of its page, where no markup tells it."""

from collections.abc import Iterator
from itertools import dropwhile, takewhile

from twosource.intake.lines import is_prose
from twosource.intake.lines.dates import dates_in
from twosource.intake.lines.outlets import from_copyright, masthead, names_an_outlet
from twosource.intake.lines.wording import by_wording
from twosource.intake.metadata.labelled import Lines, of_kind
from twosource.model import (
    Attested,
    BlockKind,
    Span,
)


def outlet_told(lines: Lines) -> Attested | None:
    """What the page calls itself: beside its date, at its head, in its rights line, below it."""
    found = (
        *_beside_the_date(lines),
        *_at_the_head(lines),
        *_in_the_rights_line(lines),
        *_below_the_title(lines),
    )
    return next(iter(found), None)


def _beside_the_date(lines: Lines) -> Iterator[Attested]:
    for index, line in enumerate(lines):
        near = " | ".join(one.text for one in lines[index : index + 2] if not is_prose(one.text))
        if line.kind is not BlockKind.METADATA or by_wording(line.text) or not any(dates_in(near)):
            continue
        for span in _stretches(line.text):
            name = masthead(span.of(line.text)) if names_an_outlet(span.of(line.text)) else None
            if name is not None and not any(dates_in(name)):
                start = line.text.index(name, span.start)
                yield line.attested(Span(start, start + len(name)), "it stands beside the date")


def _in_the_rights_line(lines: Lines) -> Iterator[Attested]:
    for line in of_kind(lines, BlockKind.METADATA):
        name = from_copyright(line.text)
        if name is not None:
            start = line.text.index(name)
            yield line.attested(Span(start, start + len(name)), "it holds the rights")


def _at_the_head(lines: Lines) -> Iterator[Attested]:
    """The name that the first line above the title begins with, past labels and controls."""
    titled = any(of_kind(lines, BlockKind.TITLE))
    for line in lines if titled else ():
        if line.kind in (BlockKind.TITLE, BlockKind.BODY):
            return
        if by_wording(line.text) is None and line.kind in (
            BlockKind.METADATA,
            BlockKind.NAVIGATION,
        ):
            name = None if any(dates_in(line.text)) else masthead(line.text)
            if name is not None:
                start = line.text.index(name)
                yield line.attested(Span(start, start + len(name)), "it heads the page")
            return


def _below_the_title(lines: Lines) -> Iterator[Attested]:
    """The name of an outlet that stands by itself between the title and the text."""
    below = dropwhile(lambda line: line.kind is not BlockKind.TITLE, lines)
    for line in takewhile(lambda line: line.kind is not BlockKind.BODY, below):
        named = names_an_outlet(line.text) and masthead(line.text) == line.text
        told = line.kind is BlockKind.METADATA and by_wording(line.text) is None
        if named and told and not any(dates_in(line.text)):
            yield line.attested(Span(0, len(line.text)), "it stands under the title")


def _stretches(text: str) -> Iterator[Span]:
    """The parts of a line between commas and bars, as spans."""
    start = 0
    for part in text.replace("|", ",").split(","):
        bare = part.strip()
        lead = part.index(bare[0]) if bare else 0
        if bare:
            yield Span(start + lead, start + lead + len(bare))
        start += len(part) + 1
