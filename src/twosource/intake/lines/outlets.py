"""The outlet, where the page names it: never guessed from its style or its views."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from twosource.intake.lines import LONGEST_NOTE, bare, words
from twosource.vocabulary import load

_LONGEST = 7  # words of a masthead


class Outlets(msgspec.Struct, frozen=True):
    """The shape of vocabulary/outlets.yaml."""

    mastheads: frozenset[str]
    issuers: frozenset[str]
    companies: frozenset[str]
    written_small: frozenset[str]
    of_itself: tuple[str, ...]


def names_an_outlet(text: str) -> bool:
    """Whether the words could be a masthead: short, and one of them a word that mastheads hold."""
    said = words(text)
    known = any(word.casefold() in _mastheads() for word in said)
    return bool(_DOMAIN.fullmatch(text)) or (known and len(said) <= _LONGEST)


def names_an_issuer(text: str) -> bool:
    """Whether the words could name a body that issues press releases."""
    said = words(text)
    issuers = load("outlets", Outlets).issuers
    issues = _is_a_companys(said) or any(word.casefold() in issuers for word in said)
    return 0 < len(said) <= _LONGEST and issues


def _is_a_companys(said: Sequence[str]) -> bool:
    """Whether a name ends as companies' do ("Harbour Grain plc")."""
    return len(said) > 1 and said[-1].strip(".") in load("outlets", Outlets).companies


def presents(name: str, text: str) -> bool:
    """Whether a sentence says what the outlet of this name is, not what it has found or done."""
    said, opening = bare(text), f"{bare(name)} "
    of_itself = load("outlets", Outlets).of_itself
    return opening != " " and said.startswith(tuple(f"{opening}{word} " for word in of_itself))


def masthead(text: str) -> str | None:
    """The name at the start of a page's first line, where it is written as a name is, or `None`."""
    name = _BESIDE.split(text[:LONGEST_NOTE].strip(_SYMBOLS))[0].strip(_SYMBOLS)
    small = load("outlets", Outlets).written_small
    said = [word for word in words(name) if word.casefold() not in small]
    written_so = said[:-1] if _is_a_companys(said) else said
    named = 0 < len(said) <= _LONGEST and all(
        word[0].isupper() or word[0].isdigit() for word in written_so
    )
    return name if named or _DOMAIN.fullmatch(name) else None


_BESIDE = re.compile(r"\s+[-–—|·•›»>/*]+\s+|\s*[|•›»]\s*|\s{2,}|//|,\s|\s\(")
_SYMBOLS = " \t\ufeff≡☰•·*[]"
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")


def from_copyright(text: str) -> str | None:
    """Who holds the rights, by a line such as "© 2024 The Wendral Post. All rights reserved."."""
    match = _COPYRIGHT.match(text) if len(text) <= LONGEST_NOTE else None
    return match["name"].strip(" ,.-–|") or None if match else None


_COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\)|copyright)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?"
    r"(?P<name>[^\d.|]{2,60}?)\s*(?:,?\s*\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:[.|].*|all rights.*)?$",
    re.IGNORECASE,
)


@cache
def _mastheads() -> frozenset[str]:
    outlets: Outlets = load("outlets", Outlets)
    return outlets.mastheads
