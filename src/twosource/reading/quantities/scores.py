"""Scores: "won 2-1", "a 3:1 defeat", "the vote was 14-3". Two numbers that are no range.

A pair of numbers is a score where a word for playing, winning or voting stands near it; without one
it is left out, since it may be a season, a size or a reference.
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.model import Quantity, QuantityKind, Sentence, Span, TimeExpression
from twosource.reading.quantities.counted import counts_something
from twosource.reading.quantities.naming import naming
from twosource.reading.quantities.scan import Number, numbers_in
from twosource.reading.quantities.units.signs import currency_before

_DASHES = frozenset("-–")
_BESIDE = 16  # characters on either side of a number that may belong to its pair
_NEAR = 48  # characters on either side of a pair in which a word has to show that it is a score
_PAIR = re.compile(r"(\d{1,4})[-–](\d{1,4})(?!\d|[.,]\d)")
_LONG = 4  # digits; two such numbers may be the ends of a range: "drew 1200-1400"
_AGES = re.compile(r"\bage[sd]?\s\Z", re.IGNORECASE)  # "those age 18-34"
_JOINED = re.compile(r"\d[-–:]\d")
_SCORE = re.compile(
    r"(?<![\d.,:/$£€–-])(?P<one>\d{1,3})(?:[-–](?P<other>\d{1,3})|:(?P<goals>\d))(?![\d:/–-]|[.,]\d)"
)


def is_in_a_pair(text: str, start: int, end: int, number: Number) -> bool:
    """Whether digits are one of two with a dash between that are neither a sum nor a range."""
    around = text[max(0, number.start - 1) : number.start], text[number.end : number.end + 1]
    if _DASHES.isdisjoint(around):
        return False
    left, right = max(start, number.start - _BESIDE), min(end, number.end + _BESIDE)
    pairs = _PAIR.finditer(text, left, right)
    pair = next((one for one in pairs if one.start() <= number.start < one.end()), None)
    if pair is None or (len(pair[2]) == _LONG and int(pair[1]) <= int(pair[2])):
        return False
    return not _is_sum(text, start, end, pair)


def _is_sum(text: str, start: int, end: int, pair: re.Match[str]) -> bool:
    """Whether two numbers with a dash count after all: "30-40 people", "$3-4 billion"."""
    if currency_before(text, start, pair.start()) is not None:
        return True
    if _AGES.search(text, max(start, pair.start() - _BESIDE), pair.start()):
        return True
    scaled = next(numbers_in(text, pair.start(2), end), None)
    large = scaled is not None and (scaled.scale > 1 or scaled.letter is not None)
    return large or counts_something(text, pair.end(), end)


def is_in_a_ratio(text: str, start: int, end: int, number: Number) -> bool:
    """As in "a 2-for-1 split", "a three-to-one margin", "took 4 for 23"; "20 for 3 boats" counts.

    So does "a 3-to-5-metre strip".

    Who "voted 12-to-3" has been counted.
    """
    before, behind = text[max(start, number.start - 5) : number.start], text[number.end :][:5]
    if "-" not in before[-2:] + behind[:2] and " for " not in (before, behind):
        return False
    left = max(start, number.start - _BESIDE)
    ratios = _RATIO.finditer(text, left, min(end, number.end + _BESIDE))
    ratio = next((one for one in ratios if one.start() <= number.start < one.end()), None)
    if ratio is None or (ratio["to"] and not _LED.search(text, start, ratio.start())):
        return False
    return bool(ratio["split"]) or not counts_something(text, ratio.end(), end)


_RATIO = re.compile(
    r"\b(?:[\w.]+\s?-\s?(?:(?P<split>for)|(?P<to>to))\s?-\s?[\w.]+|\d{1,3}\sfor\s\d{1,3}\b(?![.,]\d))"
)
_LED = re.compile(r"\b(?:an?|the)\s\Z", re.IGNORECASE)


def scores(
    text: str, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...]
) -> Iterator[Quantity]:
    """Every score: `low` and `high` are the points of the two sides in the order of the text."""
    if not _JOINED.search(text):
        return
    dates = [time.span for time in times]
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        for found in _SCORE.finditer(text, start, end):
            span = Span(*found.span())
            around = text[max(start, span.start - _NEAR) : min(end, span.end + _NEAR)]
            if _playing().search(around) and not any(date.overlaps(span) for date in dates):
                one, other = int(found["one"]), int(found["other"] or found["goals"])
                yield Quantity(span, span, one, other, None, None, None, kind=QuantityKind.SCORE)


@cache
def _playing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(naming().around_a_score)})\b", re.IGNORECASE)
