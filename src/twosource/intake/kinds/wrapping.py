"""Text whose paragraphs were broken into lines of even length: letters, wire copy, old files.

The line breaks stay in the text, so that offsets are the file's; the lines of a paragraph are only
taken together as one. A long file tells by how many lines look broken off. A short one has too few
for that, so each must be full: the word that opens the next line would not have gone on it. Of one
paragraph alone, its last line and no other must also close a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from twosource.intake.lines import ends_a_sentence
from twosource.intake.page import Line
from twosource.model import Span

_SHORTEST, _LONGEST = 45, 100  # characters of a line that was broken off
_ENOUGH = 6  # broken lines, before a file is taken to be wrapped
_MOST = 0.7  # share of the lines with another below them that must look broken off
_ENOUGH_FULL = 3  # full lines, before a short file is taken to be wrapped
_FEW_FULL = 2  # full lines, before a file of whole sentences is
_MOST_FULL = 0.8  # share of its long lines with another below them that must be full


def unwrapped(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with those of one paragraph put together, where the file is wrapped."""
    if _is_wrapped(lines):
        return [_together(text, run) for run in _runs(lines)]
    width = _width(lines)
    if not _is_filled(lines, width):
        return lines
    runs = (part for run in _runs(lines) for part in _between_rows(run))
    return [one for run in runs for one in _joined_if_full(text, run, width)]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    followed = [(one, below) for one, below in pairwise(lines) if not below.after_blank]
    broken = sum(_goes_on(one, below) for one, below in followed)
    mid_sentence = sum(below.text[:1].islower() for _, below in followed)
    enough = max(_ENOUGH, _MOST * len(followed))
    return broken >= enough and mid_sentence >= len(followed) / 3


def _goes_on(line: Line, below: Line) -> bool:
    """Whether a line looks broken off and goes on in the one below it."""
    return not below.after_blank and _SHORTEST <= len(line.text) <= _LONGEST


def _width(lines: Sequence[Line]) -> int:
    """How long the longest line is that could be broken off."""
    return max((len(one.text) for one, _ in _long(lines)), default=0)


def _long(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """The lines that look broken off, each with the one below it; rows of columns left out."""
    followed = ((one, below) for one, below in pairwise(lines) if _goes_on(one, below))
    return [pair for pair in followed if not any(_SET_APART.search(one.text) for one in pair)]


def _is_filled(lines: Sequence[Line], width: int) -> bool:
    """Whether the lines of a short file are broken where no further word had room."""
    long = _long(lines)
    full = [below for one, below in long if _is_full(one, below, width)]
    enough = len(full) >= max(_ENOUGH_FULL, _MOST_FULL * len(long))
    few = _FEW_FULL <= len(full) == len(long) and all(map(_are_sentences, _runs(lines)))
    mid_sentence = sum(below.text[:1].islower() for below in full)
    return (enough or few) and mid_sentence >= len(full) / 3


def _are_sentences(run: Sequence[Line]) -> bool:
    """Whether the last line of several, and no other, closes a sentence."""
    *broken, last = (ends_a_sentence(line.text) for line in run)
    return not broken or (last and not any(broken))


def _is_full(line: Line, below: Line, width: int) -> bool:
    """Whether the next line's first word had no room, and opens no entry of a list or talk."""
    if any(map(_SET_APART.search, (line.text, below.text))) or _ENTRY.match(below.text):
        return False
    return len(line.text) + 1 + len(below.text.split()[0]) > width >= len(below.text)


_SET_APART = re.compile(r"\t|\||[^.!?:\s][ ]{2,}\S")  # columns of a table
_ENTRY = re.compile(r"[-–—*•·]\s|\(?\d{1,3}[.)]\s|[A-Z][\w.'’ -]{0,30}:(?:\s|$)")


def _between_rows(run: list[Line]) -> Iterator[list[Line]]:
    """The parts of a run between rows of columns, such as the head of a printed page."""
    rows = groupby(run, lambda line: _SET_APART.search(line.text) is not None)
    return (list(part) for _, part in rows)


def _joined_if_full(text: str, run: list[Line], width: int) -> Iterator[Line]:
    if all(_is_full(one, below, width) for one, below in pairwise(run)):
        yield _together(text, run)
    else:
        yield from run


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
