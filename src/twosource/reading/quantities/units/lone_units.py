"""Units without a number, which stand for one of them: "a mile away", "a kilo and a half"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from twosource.model import Quantity, QuantityKind, Sentence, Span, TimeExpression, TimeKind
from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.modifiers import Modifier, modifier_after, modifier_before
from twosource.reading.quantities.scan import folded
from twosource.reading.quantities.units import kind_of, unit_after
from twosource.reading.quantities.units.unit_words import Unit, words
from twosource.reading.quantities.wordless import FAR, bounded

_AND_PART = re.compile(r"\sand\sa\s(?P<part>half|quarter)\b", re.IGNORECASE)
_PARTS = {"half": 0.5, "quarter": 0.25}
_ONE = re.compile(r"\b(?:an?|(?:past|last|next)(?=\sdecade\b))(?=\s)", re.IGNORECASE)


def lone_units(text: str, times: tuple[TimeExpression, ...]) -> list[Quantity]:
    """Every "a year" and "more than a century" that is a length of time or is counted from one."""
    found = (
        _lone_unit(text, time.span)
        for time in times
        if time.kind is TimeKind.DURATION or time.kind is TimeKind.DATE
    )
    return [one for one in found if one is not None]


def lone_measures(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Quantity]:
    """Every "a metre", "a kilo and a half", "almost a pint": most need a modifier to count."""
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        for article in _one_of_a_unit().finditer(folded(text), start, end):
            one = _lone_unit(text, Span(article.start(), end))
            whole = article["whole"] is not None  # "for a whole night"
            if one is not None and one.core.start == article.start() and (whole or _measures(one)):
                yield one


@cache
def _one_of_a_unit() -> re.Pattern[str]:
    """An article right before a unit that measures or a coin, in a text without capitals."""
    forms = {
        form.lower()
        for unit, words_for_it in words().units.items()
        if kind_of(unit) in (QuantityKind.MEASURE, QuantityKind.DISTANCE)
        for form in words_for_it
        if len(form) > _ABBREVIATED
    }
    either = gathered(forms | words().lone_coins)
    whole = rf"(?:(?:whole|full|entire)\s(?:{_PERIODS})|good\s(?:minute|hour))\b"
    return re.compile(rf"a(?=n?\s)(?<!\w.)n?\s(?=(?:{either})\b|(?P<whole>{whole}))")


_PERIODS = "hour|day|night|week|month|year|decade|century"
_ABBREVIATED = 3  # characters at most; nobody writes "a km"


def _measures(one: Quantity) -> bool:
    """Whether "a" and a unit count: some do alone, others where they are bounded."""
    if one.kind in (QuantityKind.COUNT, QuantityKind.DURATION):
        return False  # lengths of time are found as times
    if one.kind is QuantityKind.MONEY and (" per " in str(one.unit) or one.low not in (None, 1)):
        return True  # "a dollar a day", "a dollar and a half"
    return one.unit in words().alone or one.low is None or one.high is None


def _with_the_half(text: str, unit: Unit) -> tuple[float, Unit]:
    """One of a unit with the part of it that is told behind: "an hour and a half"."""
    part = _AND_PART.match(text, unit.edge)
    if part is None:
        return 1.0, unit
    return 1 + _PARTS[part["part"].lower()], replace(unit, edge=part.end())


_NEXT = re.compile(r"[\s-]([a-z]+)\b")


def _is_a_sort(text: str, edge: int) -> bool:
    """As in "a day pass"."""
    following = _NEXT.match(text, edge)
    return following is not None and following[1] in words().sorts


def _is_how_often(text: str, start: int, edge: int) -> bool:
    """As in "3 million crowns ($280,000) a day", "two hours of music a week": a rate from afar."""
    if text.endswith(") ", 0, start):
        return True
    stuff = _OF_STUFF.search(text, max(0, start - FAR), start)
    return stuff is not None and stuff[1] not in words().not_counted and not _WHEN.match(text, edge)


_OF_STUFF = re.compile(r"\sof\s(?:[a-z-]+\s)?([a-z-]{3,})\s\Z")
_WHEN = re.compile(r"\s(?:ago|earlier|later|before|after|on)\b")


def _lone_unit(text: str, within: Span) -> Quantity | None:
    """The first unit of a stretch that stands behind "a" or "an" alone: "within a year"."""
    article = _ONE.search(text, within.start, within.end)
    unit = unit_after(text, article.end(), end=within.end) if article else None
    if article is None or unit is None:
        return None
    if text.endswith("not ", 0, article.start()) or _is_a_sort(text, unit.edge):
        return None  # "and not a minute before", a figure of speech
    count, unit = _with_the_half(text, unit)
    before = modifier_before(text, max(0, within.start - FAR), article.start())
    if before is None and text.startswith(" of ", unit.edge):
        return None  # "a night of rain", but "less than a year of service"
    if before is None and _is_how_often(text, article.start(), unit.edge):
        return None
    if before and before.text.lower() == "within":  # in the course of a day, not at most one
        before = None
    return _one_of(unit, count, before, text, Span(*article.span()))


def _one_of(
    unit: Unit, count: float, before: Modifier | None, text: str, article: Span
) -> Quantity:
    """One of a unit with the modifier before it or, where there is none, the one behind."""
    behind = None if before else modifier_after(text, unit.edge, unit.edge + FAR)
    modifier = before or behind
    low, high = bounded(count, modifier)
    word = modifier.text if modifier else None
    span = Span(before.edge if before else article.start, behind.edge if behind else unit.edge)
    return Quantity(span, article, low, high, word, unit.name, None, kind=kind_of(unit.name))
