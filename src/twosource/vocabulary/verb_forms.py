"""The forms of irregular verbs, from verb_forms.yaml: "broke" and "broken" are of "break"."""

from collections.abc import Mapping
from functools import cache

import msgspec

from twosource.vocabulary import load


class _Forms(msgspec.Struct, frozen=True):
    irregular: dict[str, tuple[str, ...]]
    other_forms: dict[str, tuple[str, ...]]


@cache
def infinitives() -> Mapping[str, str]:
    """The infinitive of every irregular form, in lower case."""
    known: _Forms = load("verb_forms", _Forms)
    listed = (*known.irregular.items(), *known.other_forms.items())
    return {form: verb for verb, forms in listed for form in forms}


@cache
def irregular_pasts() -> frozenset[str]:
    """The pasts and participles that are not built by rule."""
    known: _Forms = load("verb_forms", _Forms)
    return frozenset(form for forms in known.irregular.values() for form in forms)
