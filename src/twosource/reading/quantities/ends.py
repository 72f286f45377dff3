"""The two ends of a range, where each has words of its own: "a week to ten days", "3 km to 900 m".

Both are told in the finer of their units: "18 months to two years" is 18 to 24 months. `sizes` in
vocabulary/units.yaml says how many of one unit another is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from math import ceil, floor

from twosource.reading import numbers
from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.readings import NumberRead
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units.unit_words import coin_words, words

_OF_AGE = " of age"
_ABBREVIATED = 2  # characters at most; nobody writes "a km"


def articles(text: str, start: int, end: int) -> Iterator[Number]:
    """Every "a" before a unit that may be an end: the first of "a week to ten days".

    And every one that may begin a sum told with its coins: "a dollar twenty", "a pound and 50p".
    """
    for found in _articles().finditer(text, start, end):
        if found["link"] or found["coins"] or text.endswith(_LINKS, start, found.start()):
            yield Number(*found.span(), 1.0, 1.0, Form.ARTICLE)


_LINKS = ("to ", "and ", "or ")


@cache
def _articles() -> re.Pattern[str]:
    sized = (unit for family in words().sizes for unit in family)
    forms = {form for unit in sized for form in words().units[unit] if len(form) > _ABBREVIATED}
    either = rf"\s(?:{gathered(forms | coin_words())})\b"
    coins = rf"\s(?:and\s)?(?:\d|{gathered(numbers.words().cardinals)})"
    link = r"\s(?:to|or|and)\s"
    return re.compile(
        rf"[Aa](?=n?\s)(?<!\w.)n?(?={either}(?:(?P<coins>{coins})|(?P<link>{link})?))"
    )


def in_one_unit(first: NumberRead, second: NumberRead) -> tuple[NumberRead, NumberRead] | None:
    """Two numbers in the unit that both can have; `None` where there is none.

    A rate behind the second goes for both, and so does its age: "from 2,900 years to 3,100 years
    old".
    """
    if first.unit is None:
        return first, second
    if second.unit is None:  # "a year or two", but not "a year or two boats"
        return (first, replace(second, unit=first.unit)) if second.counted is None else None
    one, other = _measure(first.unit), _measure(second.unit)
    if one == other:
        return first, second
    sizes = next((sizes for sizes in words().sizes if one in sizes and other in sizes), None)
    if sizes is None:
        return None
    if sizes[one] < sizes[other]:
        return first, _told_in(second, first.unit, sizes[other] / sizes[one], ceil)
    return _told_in(first, second.unit, sizes[one] / sizes[other], floor), second


def _measure(unit: str) -> str:
    """What a unit measures in: of a rate and of an age the unit alone."""
    return unit.partition(" per ")[0].removesuffix(_OF_AGE)


def _told_in(
    read: NumberRead, unit: str, factor: float, widened: Callable[[float], int]
) -> NumberRead:
    """A number in a smaller unit: widened to whole ones where these do not divide the larger."""

    def told(end: float) -> float:
        return round(end * factor, 2) if factor.is_integer() else float(widened(end * factor))

    high = read.number.high
    number = replace(
        read.number, low=told(read.number.low), high=None if high is None else told(high)
    )
    aged = read.unit is not None and read.unit.endswith(_OF_AGE) and not unit.endswith(_OF_AGE)
    return replace(read, number=number, unit=unit + _OF_AGE if aged else unit)
