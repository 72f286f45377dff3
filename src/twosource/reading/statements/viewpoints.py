"""Viewpoints: phrases that say in whose view something is so, "according to" before all others."""

import re
from collections.abc import Iterator
from dataclasses import replace

from twosource.reading.statements.attribution import NOTHING, Attribution, Shape
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.phrases import ASIDE, LEAD, PHRASE, SUBJECT
from twosource.reading.statements.reported import Pieces, clause, going_on, past_dateline, trimmed
from twosource.reading.statements.subjects import role_after

_SOURCE = re.compile(SUBJECT)
_CITING = re.compile(rf",G(?P<np>{PHRASE})")
_ONLY_WHEN = re.compile(rf"[CBL]?{LEAD}")
_CITED_BETWEEN = re.compile(rf",G{PHRASE}(?=,)")


def according_to(frame: Frame) -> Iterator[Attribution]:
    """What “according to” lays at somebody's door."""
    for index, word in enumerate(frame.words[:-2]):
        match = _SOURCE.match(frame.classes, index + 2)
        if word.lower == "according" and frame.words[index + 1].lower == "to" and match:
            source = range(match.start(), match.end())
            role, end = role_after(frame, source)
            cited = _CITED_BETWEEN.match(frame.classes, end)
            content = _beside(frame, index, cited.end() if cited else end)
            if content:
                yield Attribution(
                    range(index, index + 2), source, role, content, Shape.ACCORDING_TO
                )


def _beside(frame: Frame, cue: int, end: int) -> Pieces:
    """What "according to" governs: what follows where it comes first, else what precedes."""
    left = frame.classes[: cue - (frame.words[cue - 1].lower == "that's")].rstrip(",")
    if not left.strip("CBL") or _ONLY_WHEN.fullmatch(left):
        return clause(frame, end)
    before = trimmed(frame, max(left.rfind(";") + 1, past_dateline(frame)), len(left))
    return (*before, *going_on(frame, end))


_AS_PUT = re.compile(rf"B(?P<np>{SUBJECT})L?(?P<cue>[VK])(?:R|J)?{ASIDE},(?P<quotation>Q)")


def as_put(frame: Frame, found: list[Attribution]) -> Iterator[Attribution]:
    """Quotations behind "as Olm put it,"."""
    reported = {i for a in found for piece in a.content for i in piece}
    for match in _AS_PUT.finditer(frame.classes):
        quotation = range(match.start("quotation"), match.end("quotation"))
        if frame.words[match.start()].lower == "as" and quotation.start not in reported:
            cue, source = range(*match.span("cue")), range(*match.span("np"))
            yield Attribution(cue, source, NOTHING, (quotation,), Shape.SUBJECT_FIRST)


def citing(frame: Frame, attribution: Attribution) -> Attribution:
    """The attribution as it is where its source only cites another: "XPA said, citing two men"."""
    for index, word in enumerate(frame.words):
        match = (
            _CITING.match(frame.classes, index - 1) if word.lower in {"citing", "quoting"} else None
        )
        if match and index not in {i for piece in attribution.content for i in piece}:
            cited = range(match.start("np"), match.end("np"))
            return replace(attribution, source=cited, role=NOTHING, relay=attribution.source)
    return attribution
