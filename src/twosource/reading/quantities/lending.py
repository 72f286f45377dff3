"""What one number lends another: "5, 6 and 7 kg", "from 3 per cent to 4", "28 to 32 million"."""

import re
from dataclasses import replace
from functools import cache

from twosource.reading.quantities.readings import NumberRead
from twosource.reading.quantities.scan import Number
from twosource.reading.quantities.units.unit_words import words

TO = re.compile(
    r"\s*(?:-\s*(?=to))?(?:-|–|—|(?:up\s+)?to|through|/(?=\s*\Z))\s*-?\s*", re.IGNORECASE
)
_LIST = re.compile(r"-?\s*,?\s*(?:and|or|to|by|x|×)\s*|-,\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_UP_FROM = re.compile(r"\s?,\s(?:up|down) from\s")  # "$20 million, up from 15"
_CAME_TO = re.compile(r"\b(?:to|at|was|is)\s\Z")
_SMALL = 1000
_WORDS_BACK = 48  # characters, about eight words


def borrowed(text: str, first: NumberRead, second: NumberRead) -> NumberRead:
    """As in "from 3 per cent to 4", "ten metres by two", "34 million years, perhaps 35"."""
    if first.unit is None or second.unit is not None or second.counted is not None:
        return second
    gap = text[first.end : second.number.start]
    if gap == " by " or (gap == " to " and text.endswith("from ", 0, first.start)):
        return replace(second, unit=first.unit)
    if not _is_alike(text, first, gap) or second.number.low >= _SMALL:
        return second
    scale = first.number.scale
    value = second.number.low * scale
    return replace(
        second, number=replace(second.number, low=value, high=value, scale=scale), unit=first.unit
    )


def _is_alike(text: str, first: NumberRead, gap: str) -> bool:
    """Whether the words between two numbers give both one unit; "fell 3% from 412" does not."""
    if _UP_FROM.fullmatch(gap) or _perhaps().fullmatch(gap):
        return True
    left = max(0, first.start - _WORDS_BACK)
    return bool(_against().fullmatch(gap) and _CAME_TO.search(text, left, first.start))


@cache
def _perhaps() -> re.Pattern[str]:
    """As in "34 million years, or perhaps 35", "3 million rather than 1.8"."""
    return re.compile(rf",?\s(?:or\s)?(?:{'|'.join((*words().perhaps, *words().set_aside))})\s")


@cache
def _against() -> re.Pattern[str]:
    """As in "to 151 yen, against 150.8": what something came to, with what it was."""
    return re.compile(rf",?\s(?:{'|'.join(words().against)})\s")


def _is_said_otherwise(gap: str, first: Number, second: Number) -> bool:
    """As in "7.4bn, or 14 months' work", "down 1.80 or 4 per cent": one thing in two measures."""
    if gap.strip(" ,") != "or":
        return False
    low, high = first.low / first.scale, second.low / second.scale
    return "," in gap or not low <= high <= 2 * low


def _are_alike(first: NumberRead, second: NumberRead) -> bool:
    """As in "from about 30 to about 40 per cent"."""
    said = [read.modifier.text.lower() if read.modifier else "" for read in (first, second)]
    return said[0] == said[1]


def _as_many(first: Number, second: Number) -> Number:
    """As in "raised from 28 to 32 million": both are millions."""
    if first.scale != 1 or first.high is None or first.low >= _SMALL:
        return first
    scale = second.scale
    return replace(first, low=first.low * scale, high=first.high * scale, scale=scale)


def with_lent_units(text: str, reads: list[NumberRead]) -> list[NumberRead]:
    """As in "5, 6 and 7 kg", "7- or 8-inch", "2 by 3 metres": the last lends its unit to all."""
    lent = False
    for at in range(len(reads) - 2, -1, -1):
        first, second = reads[at], reads[at + 1]
        gap = text[first.end : second.start]
        listed = bool(_LIST.fullmatch(gap) or (lent and _COMMA.fullmatch(gap)))
        listed = listed and not _is_said_otherwise(gap, first.number, second.number)
        listed = listed and (second.modifier is None or _are_alike(first, second))
        lent = listed and first.unit is None and first.counted is None
        lent = lent and not (" by " in gap and second.unit is None)
        if lent:
            number = _as_many(first.number, second.number) if TO.fullmatch(gap) else first.number
            reads[at] = replace(first, number=number, unit=second.unit, counted=second.counted)
    return reads
