"""What words tell of happenings: infinitives, senses and kinds, from `vocabulary/events.yaml`."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec

from twosource import vocabulary
from twosource.model import EventKind
from twosource.vocabulary import verb_forms


class _Events(msgspec.Struct, frozen=True):
    kinds: dict[EventKind, tuple[tuple[str, ...], ...]]
    nouns_of_their_own: frozenset[str]
    things: frozenset[str]
    states: frozenset[str]
    asking: frozenset[str]
    light: frozenset[str]
    placing: frozenset[str]
    housing: frozenset[str]
    auxiliaries: dict[str, frozenset[str]]


@cache
def _known() -> _Events:
    known: _Events = vocabulary.load("events", _Events)
    return known


@cache
def root(word: str) -> str:
    """What the forms of a verb or noun share, but for nouns that are none of their verb's."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    bare = plain.removesuffix("s")
    return bare if bare in _known().nouns_of_their_own else verb_forms.root(plain)


@cache
def _senses() -> dict[str, tuple[tuple[EventKind, str], ...]]:
    """For each root the senses it can have: the kind, and the word that names the sense."""
    found: dict[str, list[tuple[EventKind, str]]] = defaultdict(list)
    for stem, kind, name in _listed():
        if (kind, name) not in found[stem]:
            found[stem].append((kind, name))
    return {stem: tuple(senses) for stem, senses in found.items()}


def _listed() -> Iterator[tuple[str, EventKind, str]]:
    for kind, senses in _known().kinds.items():
        for words in senses:
            for word in words:
                yield root(word), kind, words[0]


def is_listed(word: str) -> bool:
    """Whether a word tells a happening of a kind that the vocabulary has."""
    return root(word) in _senses()


def is_thing(noun: str) -> bool:
    """Whether a listed word is a thing as a noun: "26 sinks"."""
    return noun.removesuffix("s") in _known().things


def kind_of(word: str) -> EventKind:
    """What sort of happening a word tells; the first listed where it can tell several."""
    return next((kind for kind, _ in _senses().get(root(word), ())), EventKind.OTHER)


def meanings(word: str) -> tuple[str, ...]:
    """The names of a word's senses; the word's root where it is not listed."""
    return tuple(name for _, name in _senses().get(root(word), ())) or (root(word),)


@cache
def _roots(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(root, words))


def is_state(word: str) -> bool:
    """Whether a verb tells how things are."""
    return root(word) in _roots(_known().states)


def is_asking(word: str) -> bool:
    """Whether "when" behind a verb is what somebody wants or gets to know."""
    return root(word) in _roots(_known().asking)


def is_light(word: str) -> bool:
    """Whether a verb leaves it to a noun to say what happened."""
    return root(word) in _roots(_known().light)


def is_placing(word: str) -> bool:
    """Whether a name behind a word is a place."""
    return word in _known().placing


def is_housing(word: str) -> bool:
    """Whether a body's name behind a word is where something happens."""
    return word in _known().housing


def auxiliaries(place: str) -> frozenset[str]:
    """The auxiliaries that place a verb "ahead", in the "perfect", "pluperfect" or "present"."""
    return _known().auxiliaries[place]


def is_past(word: str) -> bool:
    """Whether a word has the form of a past or a participle: "burned", "sank"."""
    lower = word.lower()
    return lower in verb_forms.irregular_pasts() or (
        len(lower) > len("need") and lower.endswith("ed")
    )
