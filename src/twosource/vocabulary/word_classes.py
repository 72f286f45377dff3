"""Closed classes of words, from word_classes.yaml, that more than one layer asks for."""

from functools import cache

import msgspec

from twosource.vocabulary import load


class _Classes(msgspec.Struct, frozen=True):
    articles: frozenset[str]
    owners: frozenset[str]


@cache
def articles() -> frozenset[str]:
    """The, a, an."""
    return _known().articles


@cache
def owners() -> frozenset[str]:
    """Words before a noun that stand for whose it is: his, her, its, their."""
    return _known().owners


def _known() -> _Classes:
    known: _Classes = load("word_classes", _Classes)
    return known
