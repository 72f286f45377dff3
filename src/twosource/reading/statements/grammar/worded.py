"""Quoted words that hang on a verb which is no verb of saying.

it sank, Olm said: “…”        two statements, of which the second bears the first out
with the words               Olm closed the meeting with the words “Go home”
spoke of                     Olm spoke to the council of “a wasted year”
a colon and a retelling      Olm waved it aside: the dam was “as safe as a bath”
a semicolon, and on          it was shut, Olm said; it would open in May
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Polarity, Sense
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.frames.words import word_classes
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.phrases import CORE
from twosource.reading.statements.grammar.reported import (
    Pieces,
    clause,
    tells,
    trimmed,
    words_before,
)
from twosource.reading.statements.grammar.subjects import subject_before
from twosource.reading.statements.grammar.unlisted import is_somebody
from twosource.reading.statements.lexicon.verbs import (
    Form,
    Takes,
    is_retelling,
    is_sign,
    is_speaking,
    message_nouns,
)

_WITH_WORDS = re.compile(r"(?P<with>I)D[NK]?(?P<noun>N)[,:T]?(?P<quotation>Q)")
_SPOKE_OF = re.compile(
    rf"(?P<cue>[KNVA])(?:[EI]{CORE}|TN|L|D?Z+)(?P<of>[OI])(?P<words>Q(?:[OI]{CORE})*)"
)
_RETOLD = re.compile(r"(?P<colon>:)(?=[^:;Q]*[AVK][^:;]*$)")
_PLAIN = re.compile(r"[DNPMR][^Q]*")


def worded(frame: Frame, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The quoted words of a frame that no verb of saying among those `found` brings."""
    yield from _with_the_words(frame)
    yield from _spoken_of(frame)
    yield from (before for one in found if (before := _before_colon(frame, one)))
    yield from _behind_colon(frame, found)


def _with_the_words(frame: Frame) -> Iterator[Attribution]:
    """As in "closed the meeting with the words “…”"."""
    for match in _WITH_WORDS.finditer(frame.classes):
        led = frame.words[match.start("with")].lower == "with"
        shown = any(is_sign(word.lower) for word in frame.words[: match.start()])
        if led and not shown and frame.words[match.start("noun")].lower in message_nouns():
            words = range(*match.span("quotation"))
            yield from _said_by(frame, _last_verb(frame, match.start()), (words,))


def _spoken_of(frame: Frame) -> Iterator[Attribution]:
    """As in "spoke to them of “…”"."""
    for match in _SPOKE_OF.finditer(frame.classes):
        speaks = is_speaking(frame.words[match.start("cue")].lower)
        if speaks and frame.words[match.start("of")].lower in {"of", "about"}:
            yield from _said_by(frame, match.start("cue"), (range(*match.span("words")),))


def _behind_colon(frame: Frame, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """What a colon brings behind a verb that leads to it: "denied it all: the door was shut"."""
    for match in _RETOLD.finditer(frame.classes):
        verb, content = _last_verb(frame, match.start()), clause(frame, match.end())
        own = [one for one in found if verb in one.cue]
        later = [one for one in found if one.cue.start > match.end()]  # "…: it sank, Olm said"
        given = any(match.end() in piece for one in (*own, *later) for piece in one.content)
        passed_on = any(verb in piece for one in found for piece in one.content)
        quoted = passed_on and "Q" in frame.classes[match.end() :]
        if not given and (quoted or _answers(frame, verb, match.start())):
            yield from _said_by(frame, verb, content)


def _answers(frame: Frame, index: int, colon: int) -> bool:
    """Whether a verb leads to what a colon brings: "denied it all: …", "puts it so: …"."""
    verb = frame.words[index].verb if index >= 0 else None
    if verb is None or frame.classes[index] != "V":
        return False
    at_once = not frame.classes[index + 1 : colon].strip("RJL")
    tells_of = verb.polarity is Polarity.DENIES or is_retelling(verb)
    return tells_of or (at_once and verb.takes(Takes.MARKS))


def _before_colon(frame: Frame, one: Attribution) -> Attribution | None:
    """What somebody says before words in marks that bear it out: "It was old, Olm said: “…”"."""
    start = min(part.start for part in (one.source, one.role, one.cue) if part)
    quotes = one.shape is Shape.SUBJECT_FIRST and frame.classes.startswith(":Q", one.cue.stop)
    before = words_before(frame, start) if quotes and one.sense is Sense.SAYS else ()
    alone = _PLAIN.fullmatch(frame.classes, 0, start) and before and before[0].start == 0
    return replace(one, content=before) if alone and tells(frame, before) else None


def going_on_behind(frame: Frame, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """What somebody goes on to say behind a semicolon: "it was shut, Olm said; it would open".

    A pronoun leads to "would" or to words in marks, or there are both; and no other voice is there.
    """
    for match in _BEHIND.finditer(frame.classes):
        words = range(*match.span("words"))
        before = [one for one in found if one.source and one.cue.stop <= match.start()]
        taken = {i for one in found for part in (one.cue, *one.content) for i in part}
        stepped = match["aux"] and frame.words[match.start("aux")].lower in _STEPPED_BACK
        stepped = stepped and (
            frame.classes[match.start("aux") - 1] == "R" or "Q" in match["words"]
        )
        if before and taken.isdisjoint(words) and (stepped or match["marks"]):
            one = max(before, key=lambda one: one.cue.start)
            past = one.verb is not None and one.verb.form is Form.PAST
            if past and one.sense is Sense.SAYS:
                content = trimmed(frame, words.start, words.stop)
                yield replace(one, content=content, polarity=Polarity.SAYS, rivals=())


_BEHIND = re.compile(
    r";(?P<words>C?(?=[DNPMR])[^AVKQ;:]+?(?:(?P<aux>A)[^;:]*|(?<=R)(?P<marks>Q)[^;:]*))(?=[;.]|$)"
)
_STEPPED_BACK = frozenset({"would"})  # "had" is how an article tells what was before


def _last_verb(frame: Frame, end: int) -> int:
    """The last verb before `end` that is no auxiliary; -1 where there is none."""
    return max(frame.classes.rfind(kind, 0, end) for kind in "VK")


def _said_by(frame: Frame, verb: int, content: Pieces) -> Iterator[Attribution]:
    """Words of the subject of a verb, unless something is done to it: "was met with the words"."""
    subject = subject_before(frame, verb, NOTHING) if verb > 0 else None
    if subject is None or not is_somebody(frame, subject.source) or not content:
        return
    done = {frame.words[i].lower for i in range(subject.verb, verb)}
    last = frame.words[verb - 1].lower
    if last in word_classes().passive_auxiliaries or not done.isdisjoint({"not", "never"}):
        return
    cue = range(subject.verb, verb + 1)
    yield Attribution(
        cue, subject.source, subject.role, content, Shape.SUBJECT_FIRST, as_sense=Sense.SAYS
    )
