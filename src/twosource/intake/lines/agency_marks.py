"""The marks that news agencies leave behind a text and in a byline: "... he said. (dpa)"."""

import re
from collections.abc import Iterator
from functools import cache

from twosource.intake.lines.datelines import Agencies
from twosource.model import Span
from twosource.vocabulary import load


def marks_behind(text: str) -> Iterator[Span]:
    """The marks behind the last sentence of a paragraph, in brackets or behind a dash."""
    start = max(0, len(text) - _REACH)
    behind = _behind_a_sentence().search(text, start)
    if behind is not None:
        for mark in _mark().finditer(text, *behind.span("marks")):
            yield Span(*mark.span())


def marks_beside_a_writer(text: str) -> Iterator[Span]:
    """The marks in a byline that says with whose material it was written: "(avec AFP)"."""
    return (Span(*found.span("mark")) for found in _with().finditer(text))


_REACH = 60  # characters from the end of a paragraph


@cache
def _behind_a_sentence() -> re.Pattern[str]:
    mark, between = _any_mark(), r"\s?(?:/|,|\+|and|und|et|y)\s?"
    return re.compile(
        rf"[.!?…][\"'”’»“]*(?:\s*[(\[]|\s+[-–—]{{1,2}}\s?)"
        rf"(?P<marks>{mark}(?:{between}{mark})*)[)\]]?\.?$"
    )


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(_any_mark())


@cache
def _with() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("agencies", Agencies).with_material))
    return re.compile(rf"(?<!\w)(?i:{words})\s(?P<mark>{_any_mark()})")


def _any_mark() -> str:
    marks = sorted(load("agencies", Agencies).marks, key=len)[::-1]
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, marks))})(?!\w)"
