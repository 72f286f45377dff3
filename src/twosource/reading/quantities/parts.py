"""Parts of a whole: "six women among the seven hostages", "of the 143 aboard, 12 died"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from twosource.model import Quantity, QuantityKind, Span

# Between the part and its whole: "three of the four hostages", "six women among seven hostages".
_AMONG = re.compile(
    r"(?:[\s-]+[^\W\d_][\w'’-]*){0,4}?\s+(?:among|amongst|of|out\s+of|from\s+among)\s+"
    r"(?:(?:the|its|his|her|their|all|those|these)\s+)*",
    re.IGNORECASE,
)
# Between a share and its whole: "half the 1,200 workers".
_THE = re.compile(r"\s+(?:the|its|his|her|their|all)\s+", re.IGNORECASE)
# Between the whole and its part: "143 people aboard, including (at least) 12 …".
_INCLUDING = re.compile(
    r"[^.!?;]{0,60}?,?\s+(?:including|among\s+them|of\s+whom)\s+", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|these|those)\b", re.IGNORECASE)
_ASIDE = re.compile(r"[^.!?;]{0,60}[,(–—-]\s*", re.IGNORECASE)
# Before a whole that its part follows: "Of the 143 people aboard, 12 died".
_OF = re.compile(
    r"(?:\A|[.!?,;:—–]\s+|\n)of\s+(?:(?:the|its|their|all|those|these)\s+)*\Z", re.IGNORECASE
)
_LATER = re.compile(r"[^.!?;]{0,80},\s+[^.!?;]{0,20}", re.IGNORECASE)
_BEFORE = 24  # characters


def with_wholes(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, each with the words for what it is a part of where its neighbour is that."""
    wholes: dict[Quantity, Quantity] = {}
    for first, second in pairwise(found):
        if _is_countable(first) and _is_countable(second):
            wholes |= _part_and_whole(text, first, second)
    for one in found:
        whole = wholes.get(one) if wholes else None
        yield one if whole is None else _part(one, whole)


def _part(part: Quantity, whole: Quantity) -> Quantity:
    """A part with its whole, and counting the same where its own words do not say what."""
    own = part.counted or part.unit
    return replace(part, counted=part.counted if own else whole.counted, whole=_words(whole))


def _is_countable(one: Quantity) -> bool:
    return one.unit in (None, "percent")


def _words(one: Quantity) -> Span:
    """All the words for a quantity: modifier, number and what is counted."""
    end = max(one.span.end, one.counted.end if one.counted else 0)
    return Span(one.span.start, end)


def _part_and_whole(text: str, first: Quantity, second: Quantity) -> dict[Quantity, Quantity]:
    """Which of two neighbours is a part of the other, if either is."""
    behind = first.span.end if first.unit else first.core.end
    shared = first.kind is QuantityKind.SHARE and _THE.fullmatch(text, behind, second.span.start)
    among = shared or _AMONG.fullmatch(text, behind, second.span.start)
    if among and second.unit is None:
        return {first: second}
    if first.unit is not None:
        return {}
    gap = text[_words(first).end : second.span.start]
    of_them = _ASIDE.fullmatch(gap) and _OF_THEM.match(text, second.core.end)
    of_it = _LATER.fullmatch(gap) and _OF.search(
        text, max(0, first.span.start - _BEFORE), first.span.start
    )
    return {second: first} if of_them or of_it or _INCLUDING.fullmatch(gap) else {}
