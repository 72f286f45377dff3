"""Announced words: a colon, a dash or a headline says whose they are, and no verb does."""

import re
from collections.abc import Iterator

from twosource.reading.statements.attribution import NOTHING, Attribution, Shape
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.subjects import subject_beside
from twosource.reading.statements.verbs import speaks_in_headlines

_TURN = re.compile(r"(?P<source>P{1,3})(?:\([^()]{1,9}\))?(?P<colon>:)(?=[^Q])")


def find_turn(frame: Frame) -> Attribution | None:
    """A turn of a transcript, if the frame opens one: a name in capitals, a colon, the words."""
    match = _TURN.match(frame.classes)
    if match is None or not all(w.shouted for w in frame.words[: match.end("source")]):
        return None
    content = (range(match.end(), len(frame.words)),)
    source, cue = range(match.end("source")), range(match.start("colon"), match.end())
    if not content[0]:
        return None
    return Attribution(cue, source, NOTHING, content, Shape.TURN)


def colons(frame: Frame, found: list[Attribution]) -> Iterator[Attribution]:
    """Quotations that a colon introduces and no cue reports."""
    reported = {i for a in found for piece in a.content for i in piece}
    for match in re.finditer(r":Q", frame.classes):
        end, relay = _without_according_to(frame, match.start())
        source = subject_beside(frame, end)
        if match.end() - 1 not in reported and source:
            cue = range(match.start(), match.start() + 1)
            content = (range(match.end() - 1, match.end()),)
            yield Attribution(cue, source, NOTHING, content, Shape.COLON, relay=relay)


def _without_according_to(frame: Frame, end: int) -> tuple[int, range]:
    """Where a clause ends before ", according to XPA", and who is named there."""
    for index in range(end - 1, 0, -1):
        if frame.words[index].lower == "according" and frame.classes[index - 1] == ",":
            return index - 1, range(index + 2, end)
    return end, NOTHING


_SIGNED = re.compile(r"^(?P<quotation>Q),?-(?P<np>P{2,})$")


def signed(frame: Frame) -> Iterator[Attribution]:
    """A quotation with a name under it: “It sank.” – Ana Olm."""
    match = _SIGNED.match(frame.classes)
    if match is not None:
        dash = range(match.start("np") - 1, match.start("np"))
        content = (range(*match.span("quotation")),)
        yield Attribution(dash, range(*match.span("np")), NOTHING, content, Shape.COLON)


_HEADLINE = re.compile(r"^D?(?P<np>(?:N?P*[NP]){1,2}):(?P<words>[^Q:]+)$")
_BRIEF = 14  # words a headline has at most


def headlines(frame: Frame) -> Iterator[Attribution]:
    """A headline that begins with who says it: "Minister: ferry sank within minutes"."""
    match = _HEADLINE.match(frame.classes)
    if match is None or len(frame.words) > _BRIEF or "K" not in match["words"]:
        return
    if speaks_in_headlines(frame.words[match.end("np") - 1].lower):
        cue = range(match.end("np"), match.start("words"))
        source, content = range(*match.span("np")), (range(*match.span("words")),)
        yield Attribution(cue, source, NOTHING, content, Shape.COLON)
