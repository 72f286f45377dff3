"""Ordinals that count years: "the second anniversary"."""

import re

from twosource.model import Quantity, Sentence, Span
from twosource.reading import numbers

_ANNIVERSARY = re.compile(
    r"\b(?P<rank>\d{1,3}(?:st|nd|rd|th)|(?:[a-z]+ty-)?[a-z]+)[\s-]+(?P<noun>anniversary)\b",
    re.IGNORECASE,
)


def anniversaries(text: str, sentences: tuple[Sentence, ...]) -> list[Quantity]:
    """Every anniversary with its number."""
    if "anniversary" not in text and "nniversary" not in text:
        return []
    found = [
        match
        for sentence in sentences
        for match in _ANNIVERSARY.finditer(text, sentence.span.start, sentence.span.end)
    ]
    return [one for match in found if (one := _anniversary(match)) is not None]


def _anniversary(match: re.Match[str]) -> Quantity | None:
    rank = numbers.ordinal_value(match["rank"])
    if rank is None:
        return None
    span, core = Span(*match.span()), Span(*match.span("rank"))
    return Quantity(span, core, rank, rank, "ordinal", "anniversary", None)
