"""Phrases that could name a time and name something else: a game's quarter, a Sunday paper."""

from functools import cache

import msgspec

from twosource import vocabulary
from twosource.reading.times.lexicon import kind, pattern
from twosource.reading.times.tokens import Line


class Mistaken(msgspec.Struct, frozen=True):
    """The part of vocabulary/calendar.yaml that tells what is no time."""

    of_a_game: frozenset[str]
    papers: frozenset[str]
    papers_on_a_day: frozenset[str]
    of_some_day: frozenset[str]


@cache
def _words() -> Mistaken:
    words: Mistaken = vocabulary.load("calendar", Mistaken)
    return words


def is_mistaken(line: Line, rule: str, first: int, last: int) -> bool:
    """Whether the words from `first` up to `last`, which a rule takes for a time, name none."""
    if rule == "quarter":
        return _is_of_a_game(line, first, last)
    return rule == "weekday" and _is_of_a_name(line, first, last)


def _is_of_a_game(line: Line, first: int, last: int) -> bool:
    """As in "threw a touchdown in the third quarter", "led 45-40 after the first quarter"."""
    if any(told in line.kinds[first:last] for told in pattern(_OF_A_YEAR)):
        return False
    start = line.kinds.rfind(kind("break"), 0, first) + 1
    end = line.kinds.find(kind("break"), last)
    if not _words().of_a_game.isdisjoint(word.lower() for word in line.texts[start:end]):
        return True
    return any(_is_a_score(line.texts[at : at + 3]) for at in range(start, end - 2))


_OF_A_YEAR = "<year|short_year|fiscal|unit|possessive|this|next>"
_MOST = 3  # digits of a score


def _is_a_score(words: tuple[str, ...]) -> bool:
    points = (words[0], words[2])
    return words[1] in "-–" and all(one.isdecimal() and len(one) <= _MOST for one in points)


def _is_of_a_name(line: Line, first: int, last: int) -> bool:
    """As in "told the Sunday Herald", "in the Mail on Sunday", "a Sunday school"."""
    words = _words()
    behind, before = line.texts[last : last + 1], line.texts[max(0, first - 2) : first]
    if behind and (behind[0] in words.papers or behind[0] in words.of_some_day):
        return True
    return len(before) > 1 and before[0] in words.papers_on_a_day and before[1] == "on"
