"""Carriers: the paper or station that a reporting clause says it came through.

"said in a statement carried by XPA", "in an interview with the Courier", "speaking to XPA": whoever
is told or carries the words passes them on, as in "told XPA".
"""

import re

import msgspec

from twosource.reading.statements.attribution import Attribution
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.media import Media
from twosource.reading.statements.phrases import PHRASE
from twosource.reading.statements.subjects import main_subject
from twosource.vocabulary import load

NOTHING = range(0)
_NAMED = re.compile(rf"(?P<np>{PHRASE})")


class _Carriers(
    msgspec.Struct, frozen=True, rename={"with_": "with", "for_": "for", "from_": "from"}
):
    by: frozenset[str]
    with_: frozenset[str]
    to: frozenset[str]
    for_: frozenset[str]
    from_: frozenset[str]
    met: frozenset[str]
    through: frozenset[str]
    read_by: frozenset[str]
    mouthpieces: frozenset[str]


def _carriers() -> _Carriers:
    known: _Carriers = load("carriers", _Carriers)
    return known


def carrier(frame: Frame, attribution: Attribution, media: Media) -> range:
    """The words that name the medium a reporting clause came through; none where it names none."""
    known = _carriers()
    leads = {
        "by": known.by, "with": known.with_, "to": known.to, "for": known.for_,
        "from": known.from_,
    }  # fmt: skip
    inside = {i for piece in (*attribution.content, attribution.cue) for i in piece}
    for index in range(1, len(frame.words) - 1):
        before = frame.words[index - 1].lower
        match = _NAMED.match(frame.classes, index + 1)
        led = before in leads.get(frame.words[index].lower, ())
        if match and led and index not in inside:
            words = range(match.start("np"), match.end("np"))
            if media.is_one(frame, words) and not set(words) & set(attribution.source):
                return words
    return NOTHING


def mouthpiece(frame: Frame, attribution: Attribution) -> range:
    """Who speaks for a source: "said through her lawyer", "in a statement read out by his aide"."""
    known = _carriers()
    inside = {i for piece in (*attribution.content, attribution.cue) for i in piece}
    for index, word in enumerate(frame.words[:-1]):
        match = _NAMED.match(frame.classes, index + 1) if index not in inside else None
        before = [w.lower for w in frame.words[max(0, index - 2) : index]]
        led = word.lower in known.through
        led = led or (word.lower == "by" and not known.read_by.isdisjoint(before))
        if match and led:
            words = range(match.start("np"), match.end("np"))
            if not known.mouthpieces.isdisjoint(frame.words[i].lower for i in words):
                return words
    return NOTHING


def met_by(frame: Frame, source: range) -> range:
    """Whoever "spoke to two clerks who said" it, for the source "two clerks"; no pronoun."""
    start = source.start
    before = [word.lower for word in frame.words[max(0, start - 2) : start]]
    if before[1:] not in (["to"], ["with"]) or before[0] not in _carriers().met:
        return NOTHING
    subject = main_subject(frame, len(frame.classes[: start - 2].rstrip("L")))
    return subject if subject and frame.classes[subject.start] not in "RJ" else NOTHING
