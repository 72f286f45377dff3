"""Listeners: who is told, between a reporting verb and what it reports."""

import re

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.phrases import CORE
from twosource.reading.statements.grammar.reported import QUESTIONS
from twosource.reading.statements.lexicon.titles import is_crowd
from twosource.reading.statements.lexicon.verbs import Takes, Verb


def listener(frame: Frame, start: int, verb: Verb) -> tuple[range, int]:
    """Who is told, where the verb takes a listener, and where what follows begins."""
    if frame.classes.startswith("EJ", start):  # "sworn | to him it sank"
        return range(start + 1, start + 2), start + 2
    match = _LISTENER.match(frame.classes, start)
    marks = match is not None and frame.classes.startswith((":Q", ",Q"), match.end())
    if not verb.takes(Takes.LISTENER) and not (marks and verb.takes(Takes.MARKS)):
        match = None  # "texted her: “…”"
    loose = verb.takes(Takes.CLAUSE, Takes.OBJECT)
    if match is None or (loose and not _is_told(frame, match)) or _is_to_be(frame, match):
        return NOTHING, start
    if apart := _NAME_BEHIND.match(frame.classes, match.start()):
        crowd = is_crowd(frame.words[apart.end() - 1].lower)
        if crowd and apart.end() < match.end():
            return range(match.start(), apart.end()), apart.end()
    that = _LONG_LISTENER.match(frame.classes, match.end()) or _APART.match(
        frame.classes, match.end()
    )
    return range(match.start(), match.end()), that.end() if that else match.end()


_LISTENER = re.compile(rf"(?:[RJ]|P+(?=MN)|{CORE}(?:O{CORE}|C{CORE}|\([^()]{{1,9}}\))*)")
_NAME_BEHIND = re.compile(r"D?N+(?=P+L?[AVK])")  # "told reporters | Olm was well"
_LONG_LISTENER = re.compile(r"(?:,W[^,;:]*,|[^AVGR;:-]{0,20}?,INT[^,]*,|[^AVGR;:-]{0,20}?)(?=T|EQ)")


_APART = re.compile(r"ID?N(?=(?:D[NPp]*[NP]|R|P+)L?[AVK])")  # "told her in person | it sank"


def _is_told(frame: Frame, match: re.Match[str]) -> bool:
    """Whether a verb that needs nobody to listen has somebody: "warned the crew that"."""
    behind = frame.classes[match.end() : match.end() + 1]
    long = _LONG_LISTENER.match(frame.classes, match.end()) is not None
    last = _LONG_ASKED.match(frame.classes, match.end())
    question = frame.words[last.end()].lower if last else ""
    asked = question in QUESTIONS
    told = match.group() == "J" or long or asked or (behind != "" and behind in "TQE:,")
    return told or _SUBJECT_BEHIND.match(frame.classes, match.end()) is not None


_SUBJECT_BEHIND = re.compile(r"R[AVK]|D[NP]+A")  # "warned staff | the wing was unsafe"
# As in "asked the keeper | of the lock, who has been here for years, what he does now".
_LONG_ASKED = re.compile(rf"(?:[IO]{CORE})*(?:,W[^,;:]*,)?(?=[BW])")


def _is_to_be(frame: Frame, match: re.Match[str]) -> bool:
    """Whether somebody orders what is "to be sealed", whoever is told."""
    behind = [word.lower for word in frame.words[match.end() : match.end() + 2]]
    return behind == ["to", "be"]
