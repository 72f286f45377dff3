"""Where something was said: in a statement, at a hearing, before a court."""

import re

import msgspec

from twosource.model import Span
from twosource.reading.statements.drafting.drafts import Draft
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.grammar.attribution import Attribution
from twosource.reading.statements.grammar.phrases import CORE
from twosource.vocabulary import load


class _Occasions(msgspec.Struct, frozen=True):
    occasions: frozenset[str]


def occasion_of(frame: Frame, draft: Draft, attribution: Attribution) -> Span | None:
    """Where it was said: "in a statement", or who was told if that was a court or a meeting.

    Words of the cue itself say how and not where: "put out a statement".
    """
    phrases = [range(m.start(), m.end("np")) for m in _PLACE.finditer(frame.classes)]
    for words in (attribution.listener, *phrases):
        told = words and not {*words} & {*attribution.cue}
        span = span_of(frame, words) if told else None
        outside = span and not any(piece.overlaps(span) for piece in draft.content)
        if span and outside and _names_occasion(frame, words):
            return span
    return None


_PLACE = re.compile(rf"(?<![KY])I(?P<np>{CORE})")


def _names_occasion(frame: Frame, words: range) -> bool:
    known: _Occasions = load("occasions", _Occasions)
    return frame.words[words.stop - 1].lower in known.occasions
