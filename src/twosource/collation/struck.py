"""Whom a happening struck: "twelve pensioners were killed" and "killed 14 men" count the dead.

Articles call the same people workers, passengers or bodies; that they died or were hurt is one.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec

from twosource.collation.identities.callings import singular
from twosource.model import EventMention, Span
from twosource.vocabulary import load
from twosource.vocabulary.descriptions import ends_like_a_person

# "Three members of a crew have been hurt".
_WERE = re.compile(
    r"(?:\sof\s(?:the|a|an|its|their)\s\w+(?:\s\w+)?)?\s+(?:(?:have|has|had|was|were|been|also)\s+){0,3}",
    re.IGNORECASE,
)
_PART = re.compile(r"\bof\s(?:(?:the|its|his|her|their|those|these)\s)?\Z", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:could|would|might|may|can|will|to|not|never)\s(?:have\s)?\Z", re.IGNORECASE
)
_NEAR = 16  # characters; more than any of these words have


def struck_by(text: str, events: Iterable[EventMention]) -> Mapping[Span, str]:
    """The counts of people who died or were hurt, and in which of the two senses they did."""
    told = ((count, _struck(text, event, count)) for event in events for count in event.counts)
    return {count: sense for count, sense in told if sense}


def _struck(text: str, event: EventMention, count: Span) -> str | None:
    """What befell those whom a count right beside the event's head tells of; else `None`."""
    sense = next((one for one in event.senses if one in senses_of_striking()), None)
    if sense is None or not _is_beside(text, event.head, count):
        return None
    noun = singular(count.of(text).lower().split()[-1])
    people = noun in load("titles", _Titles).people or ends_like_a_person(noun)
    return sense if people else None


class _Events(msgspec.Struct, frozen=True):
    striking: frozenset[str]


def senses_of_striking() -> frozenset[str]:
    """The senses in which somebody dies or is hurt."""
    striking: frozenset[str] = load("events", _Events).striking
    return striking


class _Titles(msgspec.Struct, frozen=True):
    people: frozenset[str]


def _is_beside(text: str, head: Span, count: Span) -> bool:
    """As in "nine people were killed", "killing nine people"; of "two of the nine" not the nine."""
    if count.end <= head.start:
        part = _PART.search(text, max(0, count.start - _NEAR), count.start)
        return part is None and _WERE.fullmatch(text, count.end, head.start) is not None
    unreal = _UNREAL.search(text, max(0, head.start - _NEAR), head.start)
    return unreal is None and not text[head.end : count.start].strip()
