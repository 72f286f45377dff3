"""A site's name around a headline: "Ferry sinks | Harbour Post", "Harbour Post: Ferry sinks"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from twosource.intake.lines import LONGEST_NOTE, words
from twosource.intake.lines.wording import by_wording
from twosource.model import Attested, BlockKind, Span

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


def headline(title: Attested, names: Iterable[str]) -> Attested:
    """The title without the name of its site before or after it, in its words and in its place.

    Words before a colon that are not the site's name belong to the headline.
    """
    known = frozenset(names)
    found = heading(title, known)
    for part in _BEFORE.finditer(found.value) if known else ():
        named = _pressed(found.value[: part.start()]) in known
        if named and _is_a_headline(found.value[part.end() :]):
            return part_of(found, Span(part.end(), len(found.value)))
    return found


def heading(title: Attested, names: Iterable[str]) -> Attested:
    """The heading of a page without the name of its site, and a section's, after it.

    One may well open with the paper's name: "Harbour Post: ten years on".
    """
    known, said = frozenset(names), title.value
    for part in _AFTER.finditer(said) if known and len(said) <= LONGEST_NOTE else ():
        if _pressed(said[part.end() :]) in known and _is_a_headline(said[: part.start()]):
            return part_of(title, Span(0, _without_sections(said[: part.start()], part.group())))
    return title


def part_of(title: Attested, part: Span) -> Attested:
    """A part of a title, where that stands."""
    start = title.span.start if title.span else 0
    moved = Span(start + part.start, start + part.end) if title.span else None
    return replace(title, value=part.of(title.value), span=moved)


def _without_sections(said: str, mark: str) -> int:
    """Where a headline ends before the sections that lead from it to its site."""
    last = next(iter([*_AFTER.finditer(said)][::-1]), None)
    if last is None or not _is_a_headline(said[: last.start()]):
        return len(said)
    between_bars = "|" in mark and "|" in last.group()
    if not is_a_section(said[last.end() :]) and not (between_bars and _is_short(said, last.end())):
        return len(said)
    return _without_sections(said[: last.start()], mark)


def is_a_section(text: str) -> bool:
    """Whether the words are the name of a section, as menus have them."""
    worded = by_wording(text)
    return worded is not None and worded.kind is BlockKind.NAVIGATION


def _is_short(said: str, start: int) -> bool:
    """Whether what follows is too short for a headline and not the longer part."""
    return len(words(said[start:])) <= _LONGEST_SECTION and start > len(said) / 2


_LONGEST_SECTION = 2  # words
_AFTER = re.compile(r"\s+[-–—|·•›»:/]+\s+|\s*\|\s*|\s*—\s*")
_BEFORE = re.compile(rf"{_AFTER.pattern}|:\s+")


def _is_a_headline(text: str) -> bool:
    return len(words(text)) >= _SHORTEST
