"""The words that make a name of the number beside them: vocabulary/designations.yaml."""

import re
from functools import cache

import msgspec

from twosource import vocabulary
from twosource.reading.quantities.scan import Number

_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_][\w'’.&-]*+)([\s#.:]*+)\Z")
_FAR = 24  # characters; no word of the vocabulary is longer


class Naming(msgspec.Struct, frozen=True):
    """Shape of vocabulary/designations.yaml."""

    before_number: frozenset[str]
    before_number_alone: frozenset[str]
    no_place: frozenset[str]
    verbs_too: frozenset[str]
    before_verbs: frozenset[str]
    behind_its_number: frozenset[str]
    numbered: tuple[str, ...]
    age_groups: frozenset[str]
    of_an_age: tuple[str, ...]
    at_an_age: tuple[str, ...]
    around_a_score: tuple[str, ...]
    streets: tuple[str, ...]
    airliners: tuple[str, ...]
    weapons: tuple[str, ...]
    bores: tuple[str, ...]
    heads: frozenset[str]
    before_pronoun_one: frozenset[str]
    after_pronoun_one: frozenset[str]
    after_counting_one: frozenset[str]
    before_no_number: frozenset[str]
    after_hyphened_one: frozenset[str]
    before_half: frozenset[str]
    before_name_of_zero: frozenset[str]
    before_lone_hundred: frozenset[str]
    before_no_hundred: frozenset[str]
    before_year: frozenset[str]
    behind_hyphen: frozenset[str]
    before_hyphen: frozenset[str]
    indexed: tuple[str, ...]
    models: tuple[str, ...]
    on_the_dial: tuple[str, ...]
    ends_a_name: tuple[str, ...]
    behind_year: frozenset[str]
    emergency_numbers: frozenset[str]
    around_an_emergency: tuple[str, ...]


@cache
def naming() -> Naming:
    """The words as the vocabulary has them."""
    found: Naming = vocabulary.load("designations", Naming)
    return found


# Whose age it is, and what goes on about them: in "goals: Torvik (26), Baro (63)" nothing does.
_NAMED = re.compile(r"[A-Z][^\W\d_]+\s\(\Z")
_GOES_ON = re.compile(
    r"\)(?:,\s(?:an?|the|who|from)\b|\s(?:is|was|has|had|says|said|told|from|who|died|lives|will)\b)"
)
_GROWN, _OLD = 16, 99


def is_age_in_brackets(text: str, number: Number) -> bool:
    """As in "Torvik (26) has a contract": digits in brackets between a name and what it did."""
    if not _GROWN <= number.low <= _OLD or not _GOES_ON.match(text, number.end):
        return False
    return _NAMED.search(text, max(0, number.start - _FAR), number.start) is not None


def word_before(text: str, start: int, number: Number) -> str:
    """The word that stands right before a number, as written; empty where there is none.

    A colon ties only a name to it: "Gate: 4", but "the other way round: 27 were clean".
    """
    found = _WORD_BEFORE.search(text, max(start, number.start - _FAR), number.start)
    if found is None or (":" in found[2] and found[1].islower()):
        return ""
    return found[1]


def marks(word: str) -> bool:
    """Whether what stands behind a word is its mark: "ward 5c", "the form R"."""
    return word.lower() in naming().before_number | naming().before_number_alone
