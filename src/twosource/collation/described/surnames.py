"""Whom a short name means: a surname that two share, "a Mr Olm", "the Ministry"."""

import re

import msgspec

from twosource.collation.described.everybody import Everybody, only
from twosource.collation.identities.callings import Call, call_of
from twosource.collation.identities.forms import words_of
from twosource.collation.identities.names import plain_name
from twosource.collation.sentences import is_headline
from twosource.model import Reading, Speaker
from twosource.vocabulary import load

_STRANGER = re.compile(r"(?P<title>Mr|Mrs|Ms|Miss|Dr)\.? (?P<surname>[A-Z]\w+)")


class _Titles(msgspec.Struct, frozen=True):
    bodies: frozenset[str]


class _FirstNames(msgspec.Struct, frozen=True):
    woman: frozenset[str]
    man: frozenset[str]


def stranger(speaker: Speaker, pile: Everybody) -> str | None:
    """Whom "a Mr Olm" brings in: the only Olm of the pile, or whom this article does not name."""
    match = _STRANGER.fullmatch(speaker.name)
    if match is None:
        return None
    called = pile.surnames.get(words_of(match["surname"])[0], frozenset())
    found = only(called) or only(pile.absent(called))
    return found if found and _can_bear(match["title"], found) else None


def _can_bear(title: str, name: str) -> bool:
    """Whether the first name of somebody goes with a title: Ana Olm is no Mr Olm."""
    known: _FirstNames = load("first_names", _FirstNames)
    others = {"Mr": known.woman - known.man, "Dr": frozenset[str]()}.get(
        title, known.man - known.woman
    )
    return words_of(name)[0] not in others


def body_in_full(speaker: Speaker, reading: Reading, pile: Everybody) -> str | None:
    """Which body is meant by a name of one word that many bodies have: "the Ministry"."""
    words, bodies = words_of(speaker.name), load("titles", _Titles).bodies
    name = pile.names.get((reading.article.id, plain_name(speaker.name)))
    return name if len(words) == 1 and words[0] in bodies and name != speaker.name else None


def of_one_surname(speaker: Speaker, reading: Reading, pile: Everybody) -> str | None:
    """Of two with one surname the one whom the pile calls as it is called: "Olm, the guard".

    Else the one whom other articles name for the same quoted words. An article that names only the
    other in full has read it as theirs.
    """
    called = _namesakes(speaker, reading, pile)
    call = _call_beside(speaker, reading.article.text)
    if call is not None:
        found = called & pile.bearers(call)
    else:
        found = called & pile.voices.get((reading.article.id, speaker), frozenset())
    return only(found) if speaker.name not in found else None


def is_named_too_late(speaker: Speaker, reading: Reading, pile: Everybody) -> bool:
    """Whether a surname that two share stands before the full name it was taken for.

    Nobody is called Velk and only then Jan Velk, but in a headline.
    """
    full = pile.in_full.get((reading.article.id, speaker.name), 0)
    shared = len(_namesakes(speaker, reading, pile)) > 1
    called = _call_beside(speaker, reading.article.text) is not None
    headline = is_headline(reading.article, speaker.span)
    return shared and not called and not headline and speaker.span.end <= full


def _namesakes(speaker: Speaker, reading: Reading, pile: Everybody) -> frozenset[str]:
    """All of one surname, where a speaker is called by it and read as one of them, or as nobody."""
    surname = plain_name(speaker.span.of(reading.article.text))
    called = pile.surnames.get(surname, frozenset())
    return called if speaker.name in called or plain_name(speaker.name) == surname else frozenset()


def _call_beside(speaker: Speaker, text: str) -> Call | None:
    """What the words right beside a speaker's name call him."""
    return call_of(speaker.role.of(text)) if speaker.role and _is_beside(speaker, text) else None


def _is_beside(speaker: Speaker, text: str) -> bool:
    """Whether a speaker's role stands right beside the name, and not elsewhere in the article."""
    first, last = sorted((speaker.span, speaker.role or speaker.span))
    return text[first.end : last.start] in {" ", ", "}
