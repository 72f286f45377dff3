"""Senses: what the words around a reporting verb make of it."""

from twosource.model import Sense
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.grammar.reported import Pieces
from twosource.reading.statements.grammar.unlisted import is_somebody
from twosource.reading.statements.lexicon.verbs import (
    Takes,
    Verb,
    is_deed,
    is_finder,
    is_text,
    sign_verbs,
)


def sense_of(frame: Frame, source: range, content: Pieces, verb: Verb) -> Sense | None:
    """What the words around a verb make of it, where it can mean several things.

    A study "concludes" by finding, who "hopes to" wants, and a deed that "echoes" or somebody who
    "rejected him" gives no words.
    """
    if frame.lowers_in(*content) in _SOMEBODY_ALONE or is_a_sign(frame, source, verb):
        return Sense.ATTITUDE
    senses = {sense for _, sense, _ in verb.uses}
    if not verb.takes(Takes.CLAUSE, Takes.THAT) and is_deed(frame.words[source.stop - 1].lower):
        return Sense.ATTITUDE
    if Sense.WANTS in senses and frame.classes[content[0].start] == "E":
        return Sense.WANTS
    return Sense.FINDS if Sense.FINDS in senses and is_finder(frame.head_of(source)) else None


def is_a_sign(frame: Frame, source: range, verb: Verb) -> bool:
    """Whether a happening lets the writer think so: "a move that suggested he would go"."""
    noun = frame.head_of(source)
    text = is_finder(noun) or is_text(noun)
    return verb.lemma in sign_verbs() and not text and not is_somebody(frame, source)


_SOMEBODY_ALONE = (["him"], ["her"], ["them"], ["me"], ["us"])  # "rejected him" gives no words
