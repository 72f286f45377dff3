"""Happenings that a text dates, by the stem of the word for them: "Friday's ruling", "he ruled".

Without a parser a word counts as dated where it stands close to a date in one run of words, with
nothing between that would make the date another one's: "the fire on 3 May", but not "police
investigating the fire said on 3 May".
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from twosource import vocabulary
from twosource.model import Span
from twosource.reading import numbers
from twosource.reading.times.meaning import Meaning
from twosource.reading.times.periods import Grain, Period, day_in_month
from twosource.vocabulary.verb_forms import root

Placed = tuple[Span, Meaning]
Dated = dict[str, set[Period]]

_ANNIVERSARY = re.compile(
    r"\s+(?:marks|marked|is|was|will\s+be|will\s+mark)\s+the\s+(?P<rank>\d{1,3}(?:st|nd|rd|th)|[a-z-]+)"
    r"\s+anniversary\s+of\s+"
)
_RUN_BEFORE = re.compile(r"(?:[^\W\d_][\w'’-]*[ \n]+){1,7}\Z")
_RUN_AFTER = re.compile(r"['’]s((?:[ \n]+[^\W\d_][\w-]*){1,4})")
_RUN_BETWEEN = re.compile(r"((?:[ \n]+[^\W\d_][\w-]*){1,2})")
_RUN_NAMED = re.compile(r"(?:[^\W\d_][\w'’-]*[ \n]*){1,6}")
_THE = re.compile(r"\b(?:the|that|this)[ \n]+\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_FURTHEST = 80  # characters looked at on either side of a date
_SHORTEST = 3  # letters of a word for a happening


class _Words(msgspec.Struct, frozen=True):
    """The part of vocabulary/calendar.yaml that ends a run of words about one happening."""

    undated_behind: frozenset[str]
    ends_the_happening: frozenset[str]
    determiners: frozenset[str]
    verbs: frozenset[str]


@cache
def _words() -> _Words:
    words: _Words = vocabulary.load("calendar", _Words)
    return words


def dated_words(text: str, placed: Iterable[Placed]) -> Dated:
    """The dated words of a text, each with every period that the text gives it."""
    events: Dated = {}
    for span, meaning in placed:
        if meaning.period is not None:
            for word in _dated_words(text, span):
                events.setdefault(word, set()).add(meaning.period)
            for word, period in _remembered(text, span, meaning.period):
                events.setdefault(word, set()).add(period)
    return events


def _remembered(text: str, span: Span, period: Period) -> Iterator[tuple[str, Period]]:
    """As in "January 3 marks the second anniversary of the raid": the raid, two years before."""
    found = _ANNIVERSARY.match(text, span.end)
    rank = numbers.ordinal_value(found["rank"]) if found else None
    happening = happening_at(text, found.end()) if found else None
    if rank and happening and period.grain is Grain.DAY:
        there = day_in_month(period.start.year - rank, period.start.month, period.start.day)
        if there is not None:
            yield root(happening), there


def happening_at(text: str, position: int) -> str | None:
    """The word for the happening that a phrase from `position` on names: "the deadly fire in …"."""
    run = _RUN_NAMED.match(text, position)
    words = [found.group() for found in _WORD.finditer(run.group())] if run else []
    if words and words[0].lower() in _words().determiners:
        del words[0]
    named = list(_up_to(words, _words().ends_the_happening))
    is_clause = len(named) < len(words) and words[len(named)].lower() in _words().verbs
    return named[-1].lower() if named and not is_clause else None


def dates_of(happening: str, events: Dated) -> set[Period]:
    """Every period that the text gives a happening: "killed" dates "the killing"."""
    return events.get(root(happening), set())


def _dated_words(text: str, span: Span) -> Iterator[str]:
    start = max(0, span.start - _FURTHEST)
    before = _RUN_BEFORE.search(text, start, span.start)
    if before:
        words = [found.group() for found in _WORD.finditer(before.group())]
        yield from _names(reversed(words))
    owned = _RUN_AFTER.match(text, span.end, span.end + _FURTHEST)
    if owned is None and _THE.search(text, start, span.start):
        owned = _RUN_BETWEEN.match(text, span.end, span.end + _FURTHEST)
    if owned:
        words = [found.group() for found in _WORD.finditer(owned[1])]
        yield from _names(_up_to(words, _words().ends_the_happening))


def _names(words: Iterable[str]) -> Iterator[str]:
    for word in _up_to(words, _words().undated_behind):
        if word.islower() and len(word) > _SHORTEST:
            yield root(word)


def _up_to(words: Iterable[str], stops: frozenset[str]) -> Iterator[str]:
    for word in words:
        if word.lower() in stops:
            return
        yield word
