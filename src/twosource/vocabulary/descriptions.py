"""What a description tells by its words: its noun, that it is a person's, what it ties that one to.

Reading asks it within an article, the collation across the pile.
"""

import re
from functools import cache

import msgspec

from twosource.vocabulary import load
from twosource.vocabulary.word_classes import articles, owners


class _Nouns(msgspec.Struct, frozen=True):
    person_endings: tuple[str, ...]
    bodies: frozenset[str]
    firms: frozenset[str]


class _Words(msgspec.Struct, frozen=True):
    hangs_on: tuple[str, ...]
    ties_nothing: frozenset[str]
    fields: tuple[frozenset[str], ...]
    ranks: frozenset[str]


def ends_like_a_person(noun: str) -> bool:
    """Whether a noun's ending tells that it says what a person is: "archaeologist", "finder"."""
    known: _Nouns = load("titles", _Nouns)
    return noun.endswith(known.person_endings)


def up_to_noun(description: str) -> str:
    """A description without what hangs on its noun: "the captain" of "the captain of the ferry"."""
    return _what_hangs_on().split(description)[0]


@cache
def _what_hangs_on() -> re.Pattern[str]:
    known: _Words = load("descriptions", _Words)
    words = "|".join(known.hangs_on)
    return re.compile(rf"\b(?:{words})\b(?!-)|-(?:{words})-|,")  # no "in-house lawyer"


def tied_apart(own: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the ties of two descriptions are to different things.

    So do "the owner of the house" and "the owner of the quarry", or "the Kalmian commander" and
    "the battalion's commander"; "the owner" can be either.
    """
    shared = any(is_of(tie, one) for tie in own for one in others)
    return bool(own) and bool(others) and not shared


def is_another_office(own: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the words before a noun make it an office that `others` do not tell.

    "The health minister" is not one over finance, "the deputy mayor" not whoever is called mayor
    alone; "the minister" can be any.
    """
    words: _Words = load("descriptions", _Words)
    mine, theirs = ([f for f in words.fields if not f.isdisjoint(w)] for w in (own, others))
    apart = bool(mine) and bool(theirs) and not any(field in theirs for field in mine)
    return apart or not (own & words.ranks) <= others


def is_field(word: str) -> bool:
    """Whether a word says what an office is over: "education"."""
    words: _Words = load("descriptions", _Words)
    return any(word in field for field in words.fields)


def ties(description: str) -> frozenset[str]:
    """The names and owners before a noun, and what it is "of"."""
    known: _Nouns = load("titles", _Nouns)
    words: _Words = load("descriptions", _Words)
    head, _, whole = re.split(r",| (?:who|which|that) ", description)[0].partition(" of ")
    before = set(_NAMES_AND_OWNERS.findall(head)) - known.bodies - known.firms  # "the company's"
    behind = re.findall(r"[\w-]+", re.split(r" (?:in|at|on|for|to|from|with) ", whole)[0])
    told = frozenset(word.lower() for word in (*before, *behind))
    return told - articles() - owners() - words.ties_nothing


_NAMES_AND_OWNERS = re.compile(
    r"\b(?!The |An? |Its |His |Her |Their )[A-Z][\w-]*(?: [A-Z][\w-]*)*(?=.* )|[\w-]+(?=['’]s)"
)


def is_of(word: str, other: str) -> bool:
    """Whether two words are one or in one, or a land and its people: "Kalmia" and "Kalmian"."""
    short, long = sorted((word.removesuffix("s"), other.removesuffix("s")), key=len)
    inside = short == long or set(short.split()) <= set(long.split())
    return inside or (len(short) >= _A_LAND and long.startswith(short))


_A_LAND = 5  # letters from which a word can be told by its beginning
