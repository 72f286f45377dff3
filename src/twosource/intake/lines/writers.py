"""Tell persons from organisations among those whom a byline names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from twosource.intake.lines import words
from twosource.intake.lines.datelines import Agencies
from twosource.intake.lines.outlets import names_an_issuer, names_an_outlet
from twosource.model import Attested, Byline
from twosource.vocabulary import load

_BETWEEN = re.compile(
    r"\s*[;|/]\s*|\s+(?:and|und|et|y|e|&)\s+|,\s+(?:and\s+)?(?=[^\W\d_]+\s+[^\W\d_])"
    r"|,\s+(?=[A-Z]{2,5}\b|(?i:dpa|apa)\b)"
)
_DEGREE = re.compile(r",?\s+(?:Ph\.?\s?D|M\.?D|R\.?D|M\.?Sc|M\.?A|B\.?A|J\.?D)\.?(?=\W|$)")


class Organisations(msgspec.Struct, frozen=True):
    """The shape of vocabulary/organisations.yaml."""

    desks: tuple[str, ...]
    forms: tuple[str, ...]


def byline_of(attested: Attested, known_bodies: frozenset[str] = frozenset()) -> Byline:
    """A byline with its persons and organisations apart.

    `known_bodies` are names that the markup says are organisations'.
    """
    named = list(dict.fromkeys(names_in(attested.value)))
    bodies = [name for name in named if name in known_bodies or is_organisation(name)]
    persons = tuple(name for name in named if name not in bodies)
    return Byline(attested.value, attested.how, attested.span, persons, tuple(bodies))


def joined(byline: Byline) -> Byline:
    """The byline with the persons as its value, or the organisations where there are none."""
    value = "; ".join(byline.persons or byline.organisations)
    return Byline(value, byline.how, byline.span, byline.persons, byline.organisations)


def names_in(said: str) -> Iterator[str]:
    """The names that stand side by side in a byline, without degrees."""
    for part in _BETWEEN.split(_DEGREE.sub("", said)):
        name = part.strip(" ,.;:-–—")
        if name:
            yield f"{name}." if part.rstrip(" ,;").endswith(("Jr.", "Sr.")) else name


def is_organisation(name: str) -> bool:
    """Whether a name is an agency's, an outlet's, a desk's or another body's by its wording."""
    return (
        name.casefold() in _agencies()
        or _worded().search(name) is not None
        or names_an_issuer(name)
        or (len(words(name)) > 1 and names_an_outlet(name))
        or re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}", name) is not None
    )


def agencies_among(names: Iterable[str]) -> Iterator[str]:
    """Those of the names that are news agencies'."""
    return (name for name in names if name.casefold() in _agencies())


@cache
def _agencies() -> frozenset[str]:
    agencies: Agencies = load("agencies", Agencies)
    return frozenset(mark.casefold() for mark in agencies.marks)


@cache
def _worded() -> re.Pattern[str]:
    vocabulary: Organisations = load("organisations", Organisations)
    said = "|".join(map(re.escape, sorted((*vocabulary.desks, *vocabulary.forms), key=len)[::-1]))
    return re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)
