"""Plain text: decoded, and otherwise left exactly as it is, so that offsets are the file's."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.errors import NoText
from twosource.intake.encodings import decode
from twosource.intake.kinds.wrapping import unwrapped
from twosource.intake.lines import lines_of
from twosource.intake.page import Line, Page
from twosource.model import BlockKind


def read_text(data: bytes) -> Page:
    """The page of a plain text file. Raises `NoText` or `Unsupported`."""
    text = decode(data)
    lines = tuple(unwrapped(text, list(_marked_down(lines_of(text)))))
    if not any(any(map(str.isalnum, line.text)) for line in lines):
        raise NoText("holds no words")
    return Page(text, lines, flattened=True)


def _marked_down(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with Markdown's headings marked: the first of the first order is the title."""
    titled = False
    for line in lines:
        heading = _HEADING.match(line.text)
        if heading is None:
            yield line
            continue
        first = len(heading["order"]) == 1 and not titled
        titled = titled or first
        yield replace(line, hint=BlockKind.TITLE if first else BlockKind.SUBHEAD)


_HEADING = re.compile(r"\ufeff?(?P<order>#{1,6}) \S")
