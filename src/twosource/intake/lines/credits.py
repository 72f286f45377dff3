"""Credit lines: admissions of where an article's text comes from, as typed findings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import msgspec

from twosource.intake.lines import LONGEST_NOTE, words
from twosource.intake.lines.dates import dates_in
from twosource.model import Credit, CreditKind, Span
from twosource.vocabulary import load

_LONGEST = 40  # words of a line that can be a credit line
_NAME = r"(?P<name>[^\n.;|()]*(?:\.[a-z]{2,}+[^\n.;|()]*)*)"


class Place(StrEnum):
    """Where in a line a credit's phrase may stand."""

    LINE = "line"
    INSIDE = "inside"


class CreditGroup(msgspec.Struct, frozen=True):
    """One of the lines of vocabulary/credits.yaml; the file's header explains the fields."""

    kind: CreditKind
    place: Place
    phrases: tuple[str, ...]


class CreditPhrases(msgspec.Struct, frozen=True):
    """The shape of vocabulary/credits.yaml."""

    lines: tuple[CreditGroup, ...]
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CreditLine:
    """The credits of one line; spans count from the line's first character."""

    span: Span
    credits: tuple[Credit, ...]
    whole: bool  # nothing else stands in the line


@lru_cache(maxsize=4096)  # several passes ask of the same lines
def credit_line(text: str) -> CreditLine | None:
    """The credits that a line admits, or `None`. The line must not be a paragraph of prose."""
    if len(text) > LONGEST_NOTE or len(words(text)) > _LONGEST:
        return None
    for kind, place, pattern in _patterns():
        match = pattern.match(text) if place is Place.LINE else pattern.search(text)
        if match and (found := _found(kind, match)):
            return CreditLine(found[0].span or Span(*match.span()), found, match.start() == 0)
    return None


def _found(kind: CreditKind, match: re.Match[str]) -> tuple[Credit, ...]:
    group = match.groupdict().get("name")
    phrase = match.group().strip(" .")
    span = Span(match.start(), match.start() + len(phrase))
    if "name" not in match.groupdict():
        return (Credit(kind, None, f"“{phrase}”", span),)
    names = tuple(_names(group or ""))
    if not names and kind is not CreditKind.REPUBLICATION:
        return ()
    return tuple(Credit(kind, name, f"“{phrase}”", span) for name in names or (None,))


def _names(text: str) -> Iterator[str]:
    """The names in what follows a phrase: up to a date or comma, apart where "and" joins two."""
    date = next(dates_in(text), None)
    said = text[: date.span.start] if date else text
    for part in re.split(r"\s+and\s+|\s*,\s*", said):
        name = part.strip(" \t,:»›-–—“”\"'’")
        if any(map(str.isalpha, name)):
            yield name


@cache
def _patterns() -> tuple[tuple[CreditKind, Place, re.Pattern[str]], ...]:
    return tuple(
        (group.kind, group.place, _compile(phrase, group.place))
        for group in _known().lines
        for phrase in sorted(group.phrases, key=len)[::-1]
    )


def _known() -> CreditPhrases:
    known: CreditPhrases = load("credits", CreditPhrases)
    return known


def _compile(phrase: str, place: Place) -> re.Pattern[str]:
    parts = [re.escape(part.strip()).replace(r"\ ", r"\s+") for part in phrase.split("{name}")]
    joined = (
        (r"\s*" + _NAME).join(parts) if phrase.endswith("{name}") else rf"\s*{_NAME}\s*".join(parts)
    )
    if place is Place.LINE:
        stems = "|".join(_known().more)
        more = rf"(?:;\s*(?:{stems}).*)?"  # "; editing by Ada Quill"
        return re.compile(rf"[\W_]{{0,3}}{joined}{more}[.\])\s]*$", re.IGNORECASE)
    return re.compile(
        rf"(?<!\w)(?:this (?:article|story|piece|post|text) (?:was )?)?{joined}", re.IGNORECASE
    )
