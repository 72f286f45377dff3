"""Bylines: who wrote it, as the page says, and how the line is known to be one."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec

from twosource.intake.lines import LONGEST_NOTE, ends_a_sentence, words
from twosource.intake.lines.dates import dates_in
from twosource.intake.lines.outlets import names_an_outlet
from twosource.model import Span
from twosource.vocabulary import load

_LONGEST = 20  # words; "By <two names>, <beat>, in <place> | <date> | <reading time>"
_BEYOND = 6  # words that may follow the name: a place, a beat, a second name
_CAPITALISED = r"(?:[A-ZÀ-Þ][\w'’-]*\.?|[A-Z]\.)"
_STOP = re.compile(r"\s*(?:[,|–—(\[•·]|\s-\s|//)|\s+\d")


class Bylines(msgspec.Struct, frozen=True):
    """The shape of vocabulary/bylines.yaml."""

    cues: tuple[str, ...]
    labels: tuple[str, ...]
    desks: tuple[str, ...]
    particles: tuple[str, ...]
    cuts: tuple[str, ...]
    of_a_writer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that names the writer. `name` is the writer's stretch of it, `None` where lost."""

    name: Span | None
    reason: str


@lru_cache(maxsize=4096)  # several passes ask of the same lines
def announced(text: str) -> Byline | None:
    """The byline in a line that opens with a cue ("By", "Words:"), or `None`."""
    cue = _cue().match(text[:LONGEST_NOTE])
    if cue is None or len(text) > LONGEST_NOTE or len(words(text)) > _LONGEST:
        return None
    if ends_a_sentence(text.rstrip(".")):
        return None
    name = _name(text, cue.end())
    if name is None and not any(dates_in(text)):
        return None
    return Byline(name, f"it opens with “{cue['cue'].strip()}”")


@lru_cache(maxsize=4096)
def unannounced(text: str) -> Byline | None:
    """The byline in a line of names without a cue ("Jane Doe in Rome", "Observer staff")."""
    if len(text) > LONGEST_NOTE or len(words(text)) > _LONGEST:
        return None
    if ends_a_sentence(text.rstrip(".")):
        return None
    if _desk().search(text) and len(words(text)) <= 8:  # noqa: PLR2004 - "Our correspondent in ..."
        return Byline(_name(text, 0, (_STOP,)), "it names a desk, not a person")
    return _of_names(text)


def _of_names(text: str) -> Byline | None:
    match = _full_names().match(text.title() if text.isupper() else text)
    if match is None or names_an_outlet(match.group()):
        return None
    rest = text[match.end() :]
    beyond = len(words(rest)) > _BEYOND and not any(dates_in(rest))
    if beyond or (rest and not (_STOP.match(rest) or _cut().match(rest))):
        return None
    return Byline(Span(0, match.end()), "it is a name by itself, where a byline stands")


def _name(text: str, start: int, stops: tuple[re.Pattern[str], ...] | None = None) -> Span | None:
    """The stretch after a cue up to the first sign that something else follows."""
    marks = [
        found.start() for stop in stops or (_STOP, _cut()) if (found := stop.search(text, start))
    ]
    dates = [one.span.start for one in dates_in(text) if one.span.start >= start]
    piece = text[start : min([*marks, *dates, len(text)])].rstrip(" .,;:")
    return Span(start, start + len(piece)) if any(map(str.isalpha, piece)) else None


@cache
def _cue() -> re.Pattern[str]:
    vocabulary = load("bylines", Bylines)
    desks = rf"(?:[Oo]ur|[Tt]he|[Aa])?\s*(?:[\w-]+\s+){{0,2}}(?:{_either(vocabulary.desks)})\b"
    cues = rf"(?i:{_either(vocabulary.cues)})(?::\s*|\s+)(?:\|\s*|(?=[A-ZÀ-Þ]|{desks}|\d))"
    posted = r"(?i:posted by|written by)\s+"
    labels = rf"(?i:{_either(vocabulary.labels)}):\s*"
    return re.compile(rf"[\W_]{{0,3}}(?P<cue>{posted}|{cues}|{labels}|[Ff]rom\s+(?={desks}))")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len)[::-1]))


@cache
def _full_names() -> re.Pattern[str]:
    particle = rf"(?:{_either(load('bylines', Bylines).particles)})"
    name = rf"{_CAPITALISED}(?:\s+(?:{particle}\s+)*{_CAPITALISED}){{1,3}}"
    return re.compile(rf"{name}(?:\s+(?:and|und|et|y|&)\s+{name}|,\s+{name}(?=\s+and))*")


@cache
def _desk() -> re.Pattern[str]:
    desks = _either(load("bylines", Bylines).desks)
    return re.compile(rf"\b(?:{desks})\b", re.IGNORECASE)


@cache
def tells_of_a_writer() -> re.Pattern[str]:
    """What follows the name in a note on the author: "Jane Doe covers the coast"."""
    return re.compile(rf",? (?:{'|'.join(load('bylines', Bylines).of_a_writer)})\b")


@cache
def _cut() -> re.Pattern[str]:
    cuts = "|".join(load("bylines", Bylines).cuts)
    return re.compile(rf"\s+(?:{cuts})\b")
