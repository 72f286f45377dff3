"""Closed classes of words, from word_classes.yaml, that more than one layer asks for."""

from collections.abc import Mapping
from functools import cache

import msgspec

from twosource.vocabulary import load


class _Classes(msgspec.Struct, frozen=True):
    articles: frozenset[str]
    owners: frozenset[str]
    stand_ins: dict[str, tuple[str, ...]]
    interjections: frozenset[str]
    auxiliaries: frozenset[str]
    verbs: frozenset[str]
    before_relatives: frozenset[str]


@cache
def articles() -> frozenset[str]:
    """The, a, an."""
    return _known().articles


@cache
def owners() -> frozenset[str]:
    """Words before a noun that stand for whose it is: his, her, its, their."""
    return _known().owners


def stand_ins() -> Mapping[str, tuple[str, ...]]:
    """Pronouns that stand for one of them, by "man", "woman" and "body": he, hers, itself."""
    return _known().stand_ins


@cache
def interjections() -> frozenset[str]:
    """Sounds that people make in transcripts and that are no names: mhm, wow."""
    return _known().interjections


@cache
def auxiliaries() -> frozenset[str]:
    """Is, has, will and the like, also drawn together with a pronoun or with "not"."""
    return _known().auxiliaries


@cache
def common_verbs() -> frozenset[str]:
    """The commonest forms of verbs that do not report, whatever they are built by."""
    return _known().verbs


@cache
def before_relatives() -> frozenset[str]:
    """Prepositions behind which "that" and "which" stand for a thing and open no clause."""
    return _known().before_relatives


def _known() -> _Classes:
    known: _Classes = load("word_classes", _Classes)
    return known
