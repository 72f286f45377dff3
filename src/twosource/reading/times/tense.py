"""Which way a sentence points from a date in it: back, as news mostly does, or ahead."""

from collections.abc import Iterable
from functools import cache

import msgspec

from twosource import vocabulary
from twosource.reading.times.lexicon import kind
from twosource.reading.times.tokens import Line


class Tenses(msgspec.Struct, frozen=True):
    """The part of vocabulary/calendar.yaml that tells which way verbs point."""

    looks_ahead: frozenset[str]
    looks_back: frozenset[str]
    looks_ahead_with_to: frozenset[str]
    looks_ahead_before: frozenset[str]


@cache
def _tenses() -> Tenses:
    tenses: Tenses = vocabulary.load("calendar", Tenses)
    return tenses


def looks_ahead(line: Line, first: int, last: int) -> bool | None:
    """Whether the nearest verb, looked for before the words and then after them, points ahead.

    `None` where the sentence has no verb that tells.
    """
    if first and line.texts[first - 1].lower() in _tenses().looks_ahead_before:
        return True
    before = range(first - 1, max(-1, first - _FAR), -1)
    after = range(last, min(len(line.kinds), last + _FAR))
    ways = (_nearest_way(line, words) for words in (before, after))
    return next((way for way in ways if way is not None), None)


_FAR = 60  # words; no verb further off says where a date points


def _nearest_way(line: Line, words: Iterable[int]) -> bool | None:
    for at in words:
        if line.kinds[at] == kind("break"):
            return None
        if (way := _way(line, at)) is not None:
            return way
    return None


def _way(line: Line, at: int) -> bool | None:
    word = line.texts[at]
    past = word.endswith("ed") and word.islower()  # "the United States" is no verb
    word = word.lower()
    if word == "to" and at and line.texts[at - 1].lower() in _tenses().looks_ahead_with_to:
        return True
    if word in _tenses().looks_back:
        return None if _is_bare(line, at) else False
    if word in _tenses().looks_ahead:
        return True
    if past and len(word) > 4:  # noqa: PLR2004  ("need", "red" and "shed" are no past)
        return None if at and line.texts[at - 1].lower() == "be" else False
    return None


def _is_bare(line: Line, at: int) -> bool:
    """Whether a verb stands behind "will" or "to", so that it is no past: "will shut"."""
    before = line.texts[at - 1].lower() if at else ""
    return before == "to" or before in _tenses().looks_ahead
