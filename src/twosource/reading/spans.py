"""Spans in order: which of them a stretch of text touches, without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol

from twosource.model import Span


class Spanned(Protocol):
    """Anything that stands at a span of an article."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


def touched(ordered: Sequence[Spanned], stretch: Span) -> range:
    """The numbers of those that share a code point with a stretch.

    They have to stand in order and apart from one another.
    """
    first = bisect_right(ordered, stretch.start, key=lambda one: one.span.end)
    last = bisect_left(ordered, stretch.end, key=lambda one: one.span.start)
    return range(first, max(first, last))
