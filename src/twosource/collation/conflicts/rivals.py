"""Rival figures: two numbers for one thing that one article sets side by side.

A number of nothing named is a rival to the one before it where a verb of counting gives it ("The
commission says 20"), or where only its giver is named, in a sentence that began with such a verb
("The police spoke of 1,500 marchers, the organisers of 4,000"). What a count has come to since, or
was at first, is no rival to it, nor what is of a part, of another day or place, or of what else
befell them ("9 of them", "12 were arrested"). A number that is set aside is a rival to the one that
stands for it beside it ("52 men, not 34").
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

import msgspec

from twosource.collation.places import tells_where
from twosource.collation.sentences import sentence_around
from twosource.collation.stems import WORD, content_words, stem
from twosource.model import NameKind, Quantity, Reading, Span, TimeKind
from twosource.vocabulary import function_words, load

_END = re.compile(r"[.!?:][\"”’]?\s")
_NEXT = re.compile(r"\A(?:[,;]|\s(?:and|but|while)\b)")  # what comes after it has its own giver
_GIVER = re.compile(r",\s(?:(?:and|but|while)\s)?(?:the\s\w+|[A-Z][\w-]+)\s(?:(?:of|at)\s)?\Z")
_OF = re.compile(r"\sof\b")  # "9 of them"
# "12 were arrested", "9 at the hospital": what follows tells what befell them, or where.
_TOLD_OF = re.compile(r"\s(?:is|are|was|were|has|have|had|at|in|near|outside)\b")
_WORD = re.compile(r"\s([^\W\d_]+)")
_NEAR = 2  # numbers back; one farther counts something else
_AFTER = 16  # characters, a word or two


class _Words(msgspec.Struct, frozen=True):
    """The words of vocabulary/rivals.yaml."""

    counting: tuple[str, ...]
    revised: tuple[str, ...]


def find_rivals(
    reading: Reading, set_aside: Collection[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of numbers that an article gives as two answers, or as one for and one against.

    Args:
        reading: the article.
        set_aside: those of its quantities that it gives only to say that it is another.

    Returns:
        A number that the article gives, and its rival, which may be one that is set aside.
    """
    text = reading.article.text
    for first, second in pairwise(reading.quantities):
        if (first in set_aside) is not (second in set_aside) and _is_one_for(text, first, second):
            yield (second, first) if first in set_aside else (first, second)
    for number, second in enumerate(reading.quantities):
        if second not in set_aside and _is_told_alone(text, second):
            near = reading.quantities[max(0, number - _NEAR) : number]
            against = (
                one for one in _of_something_first(near) if _is_set_against(text, one, second)
            )
            against = (one for one in against if not _is_of_another(reading, one, second))
            yield from ((second, one) for one in islice(against, 1))


def _is_one_for(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether one of two numbers stands for the other in one sentence: "52 men, not 34"."""
    between = text[_end(first) : second.span.start]
    after = text[second.span.end : second.span.end + _AFTER]
    return _is_alone(second) and not _END.search(between) and not _revised().match(after)


def _of_something_first(near: Sequence[Quantity]) -> list[Quantity]:
    """The last numbers first, those of something named before those that stand alone."""
    last_first = [*reversed(near)]
    return sorted(last_first, key=_is_alone)


def _is_alone(quantity: Quantity) -> bool:
    """Whether a number stands without anything that is counted or measured."""
    return quantity.unit is None and quantity.counted is None


def _is_told_alone(text: str, quantity: Quantity) -> bool:
    """Whether no noun follows either that only the reading has not taken for what is counted."""
    following = _WORD.match(text, quantity.span.end)
    return _is_alone(quantity) and (following is None or following[1].lower() in function_words())


def _is_set_against(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether somebody else gives the second number for what the first counts."""
    if first.low == first.high == 1:
        return False  # "one colleague" counts nobody
    gap = text[_end(first) : second.span.start]
    *before, clause = _END.split(gap)
    if not before and _GIVER.search(gap):
        return _counting().search(text, 0, first.span.start) is not None
    apart = len(before) == 1 or (not before and _NEXT.match(gap))
    return bool(apart and _counting().search(clause) and not _revised().search(clause))


def _is_of_another(reading: Reading, first: Quantity, second: Quantity) -> bool:
    """Whether the second number is of a part, of another happening, or of another day or place."""
    text = reading.article.text
    whole, own = (sentence_around(one.span, reading) for one in (first, second))
    after = re.split(r"[,;:]", text[second.span.end : own.end], maxsplit=1)[0]
    told = content_words(text[whole.start : second.span.start])
    follows = next(filter(None, map(stem, WORD.findall(after))), None)
    other = _TOLD_OF.match(after) and follows and follows not in told
    return bool(other or _OF.match(after)) or _is_apart(reading, whole, own)


def _is_apart(reading: Reading, one: Span, other: Span) -> bool:
    """Whether two sentences name days, or places, and none in common."""
    days = [set(_days(reading, sentence)) for sentence in (one, other)]
    places = [set(_places(reading, sentence)) for sentence in (one, other)]
    return any(all(named) and named[0].isdisjoint(named[1]) for named in (days, places))


def _days(reading: Reading, sentence: Span) -> Iterator[str]:
    for one in reading.times:
        if one.kind is TimeKind.DATE and sentence.contains(one.span):
            yield one.interval.value


def _places(reading: Reading, sentence: Span) -> Iterator[str]:
    text = reading.article.text
    for one in reading.mentions:
        here = one.kind is NameKind.PLACE and sentence.contains(one.span)
        if here and tells_where(text, one.span):
            yield one.span.of(text)


def _end(quantity: Quantity) -> int:
    counted = quantity.counted
    return max(quantity.span.end, counted.end if counted else 0)


@cache
def _counting() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\bhad )(?<!\bhas )\b(?:{'|'.join(load('rivals', _Words).counting)})\s\Z"
    )


@cache
def _revised() -> re.Pattern[str]:
    return re.compile(rf"\s?\b(?:{'|'.join(load('rivals', _Words).revised)})\s", re.IGNORECASE)
