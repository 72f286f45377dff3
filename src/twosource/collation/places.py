"""Places: names that only tell where something was, by the word before them."""

import re
from functools import cache

import msgspec

from twosource.model import Span
from twosource.vocabulary import load

_FAR = 16  # characters; more than any such word and "the" have


class _Events(msgspec.Struct, frozen=True):
    placing: frozenset[str]


def tells_where(text: str, name: Span) -> bool:
    """Whether a name is told as a place: "at Kessik", "near the Ruhl", but not "Kessik says"."""
    return _placing().search(text, max(0, name.start - _FAR), name.start) is not None


@cache
def _placing() -> re.Pattern[str]:
    known: _Events = load("events", _Events)
    return re.compile(rf"\b(?:{'|'.join(sorted(known.placing))})\s(?:the\s)?\Z", re.IGNORECASE)
