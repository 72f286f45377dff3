"""Text whose paragraphs were broken into lines of even length: letters, wire copy, old files.

The line breaks stay in the text, so that offsets are the file's; the lines of a paragraph are only
taken together as one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.intake.page import Line
from twosource.model import Span

_SHORTEST, _LONGEST = 45, 100  # characters of a line that was broken off
_ENOUGH = 6  # broken lines, before a file is taken to be wrapped
_MOST = 0.7  # share of the lines with another below them that must look broken off


def unwrapped(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with those of one paragraph put together, where the file is wrapped."""
    if not _is_wrapped(lines):
        return lines
    return [_together(text, run) for run in _runs(lines)]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    followed = [(one, below) for one, below in pairwise(lines) if not below.after_blank]
    broken = sum(_goes_on(one, below) for one, below in followed)
    mid_sentence = sum(below.text[:1].islower() for _, below in followed)
    enough = max(_ENOUGH, _MOST * len(followed))
    return broken >= enough and mid_sentence >= len(followed) / 3


def _goes_on(line: Line, below: Line) -> bool:
    """Whether a line looks broken off and goes on in the one below it."""
    return not below.after_blank and _SHORTEST <= len(line.text) <= _LONGEST


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    run: list[Line] = []
    for line in lines:
        if run and not _goes_on(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _together(text: str, run: list[Line]) -> Line:
    span = Span(run[0].span.start, run[-1].span.end)
    return Line(span.of(text), span, run[0].after_blank, run[0].hint)
