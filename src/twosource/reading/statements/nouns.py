"""Nouns that report: "the mayor's claim that it sank"."""

import re
from collections.abc import Iterator

from twosource.model import Polarity
from twosource.reading.statements.attribution import NOTHING, Attribution, Shape
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.reported import before_second_verb, clause
from twosource.reading.statements.subjects import main_subject
from twosource.reading.statements.verbs import claim_nouns

_CLAIM_THAT = re.compile(r"(?P<source>D|(?:D?[NPM]*p))(?:[NPK]{0,2})(?P<noun>N)T")


def claims(frame: Frame) -> Iterator[Attribution]:
    """What the nouns of a frame announce: “the mayor's claim that …”."""
    for match in _CLAIM_THAT.finditer(frame.classes):
        noun, first = frame.words[match.start("noun")], frame.words[match.start("source")]
        owned = frame.classes[match.end("source") - 1] == "p" or first.lower in _OWNERS
        content = clause(frame, match.end()) if noun.lower in claim_nouns() and owned else ()
        source = range(match.start("source"), match.end("source"))
        if owned and first.kind == "D" and len(source) == 1:
            source = _same_as_subject(frame, match.start()) or source
        if first.lower in {"a", "an"} and noun.lower in claim_nouns():
            source, content = main_subject(frame, match.start()), clause(frame, match.end())
        if source and content:
            cue = range(match.start("noun"), match.start("noun") + 1)
            content = before_second_verb(frame, content)
            polarity = Polarity.DENIES if noun.lower == "denial" else Polarity.SAYS
            yield Attribution(cue, source, NOTHING, content, Shape.NOUN, polarity=polarity)


def _same_as_subject(frame: Frame, end: int) -> range:
    """The pronoun that "his" goes back to in "he repeated his claim that"."""
    subject = main_subject(frame, end)
    return subject if subject and frame.classes[subject.start] == "R" else NOTHING


_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
