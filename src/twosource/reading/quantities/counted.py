"""What a number counts: the noun behind it, with its qualifiers."""

import re
from functools import cache

from twosource.model import Span
from twosource.reading import numbers
from twosource.reading.quantities.units import unit_after
from twosource.reading.quantities.units.unit_words import words
from twosource.vocabulary.verb_forms import pasts_alone

_WORD = re.compile(r"[^\W\d_](?:[\w'’&.-]*\w)?")
_MOST = 5  # words of a noun phrase: "four Revolutionary Guard (IRGC) Basij suppressive bases"
_OF = re.compile(
    r"\s+of\s+(?:(?:the|its|his|her|their|these|those|our|my|your|all|a|an)\s+)?"
    rf"(?:(?:\d+|{numbers.A_FEW}|dozen)\s+)?",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_NUMBERED = re.compile(r"\s\d")
_LINK = re.compile(r"[\s-]+(?:\([^()\s]{1,12}\)\s+)?")


def counted_after(text: str, position: int, end: int, *, single: bool) -> Span | None:
    """The noun phrase that begins behind a number, up to its head.

    Without a tagger the head is taken to be the first plural among the next words, and for `single`
    things the last of the next three.
    """
    partitive = _OF.match(text, position, end)
    found = _phrase(text, partitive.end() if partitive else position, end)
    if not found:
        return None
    if not single and (plural := _first_plural(found)):
        return Span(found[0].start(), plural.end())
    if not single and not partitive and not _is_a_people(text, found):
        return None  # without a plural nobody knows where the noun is: "12 fell", "38m plus"
    head = found[0] if partitive else found[:3][-1]
    if head.group().endswith(_OWNERS):
        return None  # "30,000 of the town's 45,000 inhabitants"
    return Span(found[0].start(), head.end())


def _first_plural(found: list[re.Match[str]]) -> re.Match[str] | None:
    """The first plural of a phrase: of "six dead soldiers" the soldiers."""
    plurals = [word for word in found if is_plural(word.group())]
    things = (word for word in plurals if word.group().lower() not in words().casualties)
    return next(things, next(iter(plurals), None))


def _is_a_people(text: str, found: list[re.Match[str]]) -> bool:
    """As in "three Vaskari were hurt": a name alone is what is counted, but no "Model 3"."""
    name = found[0]
    return len(found) == 1 and name.group()[0].isupper() and not _NUMBERED.match(text, name.end())


def counts_something(text: str, position: int, end: int) -> bool:
    """Whether a unit or a plural begins here; what may be a verb is neither: "team 3 won"."""
    unit = unit_after(text, position, end=end)
    if unit is not None and text[position : unit.edge].strip().lower() not in words().money_from:
        return True
    counted = counted_after(text, position, end, single=False)
    if counted is None or _DOES_SOMETHING.match(text, position, end):
        return False
    return is_plural(counted.of(text).split()[-1])


_DOES_SOMETHING = re.compile(
    r"\s[a-z]{3,}s\s(?:(?:the|its|his|her|their|our)\b|[$£€\d])"
)  # "2 shows the pier", "204 costs 90 dollars"


def _phrase(text: str, position: int, end: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    at = position
    while len(found) < _MOST:
        link = _LINK.match(text, at, end)
        if link is None and (found or at != position or not _starts_word(text, at)):
            break
        word = _WORD.match(text, link.end() if link else at, end)
        if word is None or _stops(word.group(), first=not found):
            break
        found.append(word)
        at = word.end()
        if _POSSESSIVE.match(text, at):
            at += 1 if text[at + 1] == " " else 2
    return found


def _stops(word: str, *, first: bool) -> bool:
    """Whether a word ends the noun phrase: "the injured" are counted, "were injured" is not."""
    lower = word.lower()
    if lower in numbers.words().cardinals:
        return True  # "sold at 11.20 eight days later"
    if lower in pasts_alone():
        return True  # "Part 4 broke records"
    return lower in words().not_counted and not (first and lower in words().plurals)


_OWNERS = ("'s", "’s")


def _starts_word(text: str, at: int) -> bool:
    return at < len(text) and at > 0 and text[at - 1].isspace()


@cache
def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in words().plurals:
        return True
    long_enough = len(lower) > 3  # noqa: PLR2004  ("gas", "bus", "his")
    return long_enough and lower.endswith("s") and not lower.endswith(_NO_PLURAL)


_NO_PLURAL = ("ss", "us", "is", "'s", "’s", "thanks", "news")
