"""The forms of verbs: of irregular ones from verb_forms.yaml, "broke"; of all what they share."""

from collections.abc import Mapping
from functools import cache

import msgspec
import Stemmer

from twosource.vocabulary import load


class _Forms(msgspec.Struct, frozen=True):
    irregular: dict[str, tuple[str, ...]]
    third_person: dict[str, str]
    other_forms: dict[str, tuple[str, ...]]


def _known() -> _Forms:
    known: _Forms = load("verb_forms", _Forms)
    return known


@cache
def infinitives() -> Mapping[str, str]:
    """The infinitive of every irregular form, in lower case."""
    known = _known()
    listed = (*known.irregular.items(), *known.other_forms.items())
    thirds = {third: verb for verb, third in known.third_person.items()}
    return thirds | {form: verb for verb, forms in listed for form in forms}


@cache
def root(word: str) -> str:
    """What the forms of a verb share: "attack" and "attacked", "broke" and "break".

    Method: Porter2, Snowball's English stemmer, on the infinitive.
    """
    lower = word.lower()
    stem: str = _stemmer().stemWord(infinitives().get(lower, lower))
    return stem


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@cache
def irregular_pasts() -> frozenset[str]:
    """The pasts and participles that are not built by rule."""
    return frozenset(form for forms in _known().irregular.values() for form in forms)


@cache
def pasts() -> frozenset[str]:
    """Of those the pasts alone: "broke", but not "broken"."""
    return frozenset(first for first, *_ in _known().irregular.values())


@cache
def pasts_alone() -> frozenset[str]:
    """Of those the ones that are no other word: neither "lost", a participle, nor "bit"."""
    several = (forms for forms in _known().irregular.values() if len(forms) > 1)
    return frozenset(
        first for first, *rest in several if first not in rest and not first.endswith(("t", "d"))
    )


def pasts_of(verb: str) -> tuple[str, ...]:
    """The pasts, then the participles of an infinitive; none where they are built by rule."""
    return _known().irregular.get(verb, ())


def third_person_of(verb: str) -> str | None:
    """The third person of an infinitive, where it is not built by rule: "has"."""
    return _known().third_person.get(verb)
