"""A site's name around a headline: "Ferry sinks | Harbour Post", "Harbour Post: Ferry sinks"."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from twosource.intake.lines import LONGEST_NOTE, words
from twosource.model import Attested, Span

_SHORTEST = 2  # words of a headline


def names_of_the_site(outlet: Attested | None, url: Attested | None) -> frozenset[str]:
    """What a page's site goes by, as it is compared: what the page calls it, and its host."""
    host = (_host(url.value) if url else "").removeprefix("www.")
    labels = host.split(".")
    told = (outlet.value if outlet else "", host, "".join(labels[:-1]), labels[0])
    return frozenset(name for one in told if len(name := _pressed(one)) >= _SHORTEST_NAME)


_SHORTEST_NAME = 3  # characters: a host such as "m.bracken.example" opens with none


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _pressed(name: str) -> str:
    """A name as hosts write it: small, without spaces, punctuation and "The"."""
    said = re.sub(r"[^\w]+", "", name.casefold().removeprefix("the "))
    return said.removeprefix("www")


def is_the_site(text: str, names: Iterable[str]) -> bool:
    """Whether the words are nothing but the site's name."""
    return _pressed(text) in frozenset(names)


def without_the_site(title: str, names: Iterable[str]) -> Span:
    """Where the headline stands in a title, without the name of its site before or after it.

    Words before a colon that are not the site's name belong to the headline.
    """
    known = frozenset(names)
    before_it = before_the_site(title, known)
    for part in _BEFORE.finditer(before_it.of(title)) if known else ():
        named = _pressed(title[: part.start()]) in known
        if named and _is_a_headline(title[part.end() : before_it.end]):
            return Span(part.end(), before_it.end)
    return before_it


def before_the_site(title: str, names: Iterable[str]) -> Span:
    """Where the headline stands in a title, without the name of its site after it."""
    known = frozenset(names)
    for part in _AFTER.finditer(title) if known and len(title) <= LONGEST_NOTE else ():
        if _pressed(title[part.end() :]) in known and _is_a_headline(title[: part.start()]):
            return Span(0, part.start())
    return Span(0, len(title))


_AFTER = re.compile(r"\s+[-–—|·•›»:/]+\s+|\s*\|\s*|\s*—\s*")
_BEFORE = re.compile(rf"{_AFTER.pattern}|:\s+")


def _is_a_headline(text: str) -> bool:
    return len(words(text)) >= _SHORTEST
