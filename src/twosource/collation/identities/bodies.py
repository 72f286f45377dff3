"""Bodies: what speakers are called by, so that a body and who speaks for it are seen to be one.

"The defence ministry" is in "the defence ministry's spokeswoman, Mila Anton", "the government in
Dvorsk" is "the regime in Dvorsk", and the fire service speaks through fire chief Bruno Calder.
Sources, insiders or an official may be anybody who is told elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from twosource.collation.identities.names import plain_name
from twosource.collation.stems import content_words
from twosource.model import Reading
from twosource.vocabulary import load
from twosource.vocabulary.descriptions import is_of, up_to_noun

Words = frozenset[str]

_RULE = "rule"  # one word for all that those who rule a place are called
_SOMEBODY = re.compile(  # "a doctor", "two nurses": which one is not told
    r"(?:an?|one|two|three|four|five|six|several|some|many|few|another|other)\s", re.IGNORECASE
)
_NAMED = re.compile(r"\s[\W_]*[A-Z]")  # "an official of Morvania" is told by whose official it is


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

    Of a body what it is for, where the other is an officer. Who is not definite, "a doctor" or "two
    nurses", may be another.
    """
    words = _words(name)
    telling = words - {_RULE} or words  # the regime's minister is a minister
    if called & _stems(_titles().officers):
        telling = telling - _stems(_titles().bodies) or telling
    definite = bool(telling) and _SOMEBODY.match(name) is None
    return definite and all(any(is_of(word, other) for other in called) for word in telling)


def may_be_anybody(description: str) -> bool:
    """Whether a description does not tell one mouth from another: "sources close to the talks"."""
    words = re.findall(r"[^\W\d_]+", up_to_noun(description.lower()))
    told = _NAMED.search(description) is not None
    return not told and words[-1:] != [] and words[-1] in _titles().anybody


def may_be_an_outlet(plain: str) -> bool:
    """Whether a plain name ends like a newspaper's or a station's, also of one not in the pile."""
    return plain.rpartition(" ")[2] in load("outlets", _Outlets).mastheads


def _words(name: str) -> Words:
    words, rulers = content_words(name), _stems(_titles().rulers)
    return words - rulers | ({_RULE} if words & rulers else frozenset())


class _Titles(msgspec.Struct, frozen=True):
    rulers: frozenset[str]
    bodies: frozenset[str]
    officers: frozenset[str]
    anybody: frozenset[str]


class _Outlets(msgspec.Struct, frozen=True):
    mastheads: frozenset[str]


def _titles() -> _Titles:
    known: _Titles = load("titles", _Titles)
    return known


@cache
def _stems(listed: frozenset[str]) -> Words:
    """The words of a list, as they stand in bags of words."""
    return content_words(" ".join(sorted(listed)))
