"""Counts that are no numbers: "the second anniversary", "twice", "a year"."""

import re

from twosource.model import Quantity, Sentence, Span, TimeExpression, TimeKind
from twosource.reading import numbers
from twosource.reading.quantities.modifiers import Bound, modifier_before
from twosource.reading.quantities.units import unit_after

_ANNIVERSARY = re.compile(
    r"\b(?P<rank>\d{1,3}(?:st|nd|rd|th)|(?:[a-z]+ty-)?[a-z]+)[\s-]+(?P<noun>anniversary)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\b(?P<word>twice|thrice)\b", re.IGNORECASE)
_MANY_TIMES = {"twice": 2, "thrice": 3}
_ONE = re.compile(r"\ban?(?=\s)", re.IGNORECASE)


def anniversaries(text: str, sentences: tuple[Sentence, ...]) -> list[Quantity]:
    """Every anniversary with its number."""
    if "nniversary" not in text:
        return []
    found = (
        match
        for sentence in sentences
        for match in _ANNIVERSARY.finditer(text, sentence.span.start, sentence.span.end)
    )
    return [one for match in found if (one := _anniversary(match)) is not None]


def repetitions(text: str, sentences: tuple[Sentence, ...]) -> list[Quantity]:
    """Every "twice" and "thrice"."""
    return [
        Quantity(Span(*match.span()), Span(*match.span()), count, count, None, "times", None)
        for sentence in sentences
        for match in _TIMES.finditer(text, sentence.span.start, sentence.span.end)
        if (count := _MANY_TIMES[match["word"].lower()])
    ]


def lone_units(text: str, times: tuple[TimeExpression, ...]) -> list[Quantity]:
    """Every "a year" and "more than a century" that is a length of time or is counted from one."""
    found = (
        _lone_unit(text, time.span)
        for time in times
        if time.kind is TimeKind.DURATION or time.kind is TimeKind.DATE
    )
    return [one for one in found if one is not None]


def _anniversary(match: re.Match[str]) -> Quantity | None:
    rank = numbers.ordinal_value(match["rank"])
    if rank is None:
        return None
    span, core = Span(*match.span()), Span(*match.span("rank"))
    return Quantity(span, core, rank, rank, "ordinal", "anniversary", None)


def _lone_unit(text: str, within: Span) -> Quantity | None:
    article = _ONE.search(text, within.start, within.end)
    unit = unit_after(text, article.end(), end=within.end) if article else None
    if article is None or unit is None or text.startswith(" of ", unit.edge):
        return None
    modifier = modifier_before(text, within.start, article.start())
    start = modifier.edge if modifier else article.start()
    low = None if modifier and modifier.bound is Bound.TO else 1.0
    high = None if modifier and modifier.bound is Bound.FROM else 1.0
    word = modifier.text if modifier else None
    span = Span(start, unit.edge)
    return Quantity(span, Span(*article.span()), low, high, word, unit.name, None)
