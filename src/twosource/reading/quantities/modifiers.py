"""Words around a number that open or bound it: "at least", "up to", "or more"."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.units.unit_words import Modifiers, words


class Bound(Enum):
    """What a modifier makes of a number."""

    FROM = "from"  # the number is the least
    TO = "to"  # the number is the most
    ABOUT = "about"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Modifier:
    """A modifier as it stands in the text, and where its words begin or end."""

    text: str
    bound: Bound
    edge: int


_WORD_BEFORE = re.compile(r"\b([^\W\d_]+)\s\Z")
_LONGEST = 28  # characters; more than any modifier of the vocabulary


def modifier_before(text: str, start: int, position: int) -> Modifier | None:
    """The modifier that ends right before a number; nothing before `start` is looked at."""
    near = text[max(start, position - _LONGEST) : position].rstrip().lower()
    if not near.endswith(_endings()):
        return None  # mostly so; the search below is slow
    found = _before().search(text, max(start, position - _LONGEST), position)
    if found is None:
        return None
    word = found["word"]
    if _folded(word) == "up to" and _comes_up(text, start, found.start("word")):
        return None
    return Modifier(word, _bounds(before=True)[_folded(word)], found.start("word"))


def _comes_up(text: str, start: int, position: int) -> bool:
    """As in "edged up to 5.1%": "up" goes with the verb."""
    verb = _WORD_BEFORE.search(text, max(start, position - _LONGEST), position)
    return verb is not None and verb[1].lower() in words().up_with


@cache
def _endings() -> tuple[str, ...]:
    return tuple({form.split()[-1] for form in (*_bounds(before=True), "another")})


def modifier_after(text: str, position: int, end: int) -> Modifier | None:
    """The modifier that begins right behind a number and its unit."""
    found = _after().match(text, position, end)
    if found is None:
        return None
    word = found["word"]
    if word == "+" and found.start("word") > position:
        return None  # "30m + 5m"
    return Modifier(word, _bounds(before=False)[_folded(word)], found.end("word"))


def _folded(word: str) -> str:
    return re.sub(r"\s+", " ", word.lower())


@cache
def _bounds(*, before: bool) -> dict[str, Bound]:
    source = words().modifiers if before else words().modifiers_after
    return dict(_forms(source))


def _forms(source: Modifiers) -> list[tuple[str, Bound]]:
    rows = (
        (source.from_, Bound.FROM),
        (source.to, Bound.TO),
        (source.about, Bound.ABOUT),
        (source.exact, Bound.EXACT),
    )
    return [(form, bound) for forms, bound in rows for form in forms]


def _either(*, before: bool) -> str:
    return gathered(_bounds(before=before)).replace(r"\ ", r"\s+")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?<!\w)(?P<word>{_either(before=True)})(?:\s+another)?\s*\Z)")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?i:[\s-]*(?P<word>{_either(before=False)})(?!\w))")


@cache
def openers() -> frozenset[str]:
    """Words that may stand with a capital before a number that counts: "Nearly 200"."""
    source = words().modifiers
    forms = (*source.from_, *source.to, *source.about, *source.exact)
    return words().not_counted | {form.split()[-1] for form in forms} | {"another"}
