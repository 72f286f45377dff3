"""Bodies: what speakers are called by, so that a body and who speaks for it are seen to be one.

"The defence ministry" is in "the defence ministry's spokeswoman, Mila Anton", and "the government
in Dvorsk" is "the regime in Dvorsk".
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from twosource.collation.names import plain_name
from twosource.collation.stems import content_words
from twosource.model import Reading
from twosource.vocabulary import load
from twosource.vocabulary.descriptions import is_of

Words = frozenset[str]

_RULE = "rule"  # one word for all that those who rule a place are called
_DEFINITE = re.compile(r"[Tt]he |[A-Z](?!n? )[\w’' ]* [A-Z]|[A-Z]{2,}")


def words_for_speakers(
    readings: Sequence[Reading], names: Mapping[str, str]
) -> Mapping[str, Words]:
    """The words of every name, description and role of a speaker in the pile, by fullest name."""
    called: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for speaker in (one.speaker for one in reading.statements if one.speaker):
            plain = plain_name(speaker.name)
            role = speaker.role.of(reading.article.text) if speaker.role else ""
            called[names.get(plain, plain)] |= _words(f"{speaker.name} {role}")
    return {name: frozenset(words) for name, words in called.items()}


def is_among(name: str, called: Words) -> bool:
    """Whether all that somebody is called by is among what somebody else is called.

    Who is not definite, "a doctor" or "insiders", may be anybody.
    """
    words = _words(name)
    telling = words - {_RULE} or words  # the regime's minister is a minister
    definite = bool(telling) and _DEFINITE.match(name) is not None
    return definite and all(any(is_of(word, other) for other in called) for word in telling)


def _words(name: str) -> Words:
    words = content_words(name)
    return words - _rulers() | ({_RULE} if words & _rulers() else frozenset())


class _Titles(msgspec.Struct, frozen=True):
    rulers: frozenset[str]


@cache
def _rulers() -> Words:
    known: _Titles = load("titles", _Titles)
    return content_words(" ".join(known.rulers))
