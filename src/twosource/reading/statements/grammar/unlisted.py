"""Verbs that no list has: whoever does something "that …" says so, if somebody can say it at all.

somebody + a verb + that     Olm stipulated that it be sold        the guard bragged that it sank

A deed such as "ensured that" stands in the vocabulary (`unsaid.yaml`, deeds_with_that).
"""

import re
from collections.abc import Iterator

from twosource.model import Sense
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.phrases import FINITE
from twosource.reading.statements.grammar.reported import clause
from twosource.reading.statements.grammar.subjects import subject_before
from twosource.reading.statements.grammar.unsaid import is_deed_with_that
from twosource.reading.statements.lexicon.titles import is_body, is_crowd, names_a_person

_LED = re.compile(r"[^,]*[BI](?:D?[NP]+|R)[^,]*$")
_THAT = re.compile(r"(?P<cue>K)L?(?:T|(?=R[AVK]))")


def unlisted(frame: Frame) -> Iterator[Attribution]:
    """What somebody does with words for which the vocabulary has no verb."""
    for match in _THAT.finditer(frame.classes):
        verb = frame.words[match.start("cue")].lower
        led = _LED.match(frame.classes, 0, match.start("cue"))  # "After Olm died he left"
        says = verb.endswith("ed") and not is_deed_with_that(verb) and not led
        subject = subject_before(frame, match.start("cue"), NOTHING) if says else None
        content = clause(frame, match.end())
        told = any(re.search(FINITE, frame.classes_in(p)) for p in content)
        if subject is not None and told and is_somebody(frame, subject.source):
            cue = range(subject.verb, match.end("cue"))
            yield Attribution(
                cue, subject.source, subject.role, content, Shape.SUBJECT_FIRST, as_sense=Sense.SAYS
            )


def is_somebody(frame: Frame, source: range) -> bool:
    """Whether a subject can speak: a name, a person, people or a body; "it" may be a matter."""
    classes = frame.classes_in(source)
    if classes[:1] in ("R", "W"):
        return frame.words[source.start].lower in {"he", "she", "they", "who"}
    noun, name = frame.head_of(source), re.match("[^IO(C,]*P(?:[IO(C,]|$)", classes)
    return name is not None or names_a_person(noun) or is_crowd(noun) or is_body(noun)
