"""Words that somebody else heard, and words that somebody would not say.

heard … say                  Olm heard the smith say that it sank
would not … on whether       Olm would not elaborate on whether it sank
no … why                     Olm gave no reason why it sank
"""

import re
from collections.abc import Iterator

from twosource.model import Polarity
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.listeners import listener
from twosource.reading.statements.grammar.phrases import CORE
from twosource.reading.statements.grammar.polarity import polarity_of
from twosource.reading.statements.grammar.reported import asks, clause, words_before, words_of
from twosource.reading.statements.grammar.subjects import subject_before
from twosource.reading.statements.lexicon.verbs import Form, Takes, Verb, is_witnessing

_WHOM = re.compile(rf"{CORE}(?<=[NPM])")
_OBJECTS = frozenset({"her", "him", "them", "me", "us", "it"})


def overhears(frame: Frame, index: int) -> bool:
    """Whether a verb tells what somebody heard another say, and what it "says" is another's."""
    return bool(_heard(frame, index))


def overheard(frame: Frame) -> Iterator[Attribution]:
    """What “Olm heard the smith say” passes on."""
    for index in range(1, len(frame.words)):
        who = _heard(frame, index)
        cue = who.stop
        verb = frame.words[cue].verb if who else None
        if verb is None or overhears(frame, index - 1):
            continue
        hearer = subject_before(frame, index, NOTHING)
        told, start = listener(frame, cue + 1, verb)
        behind = frame.classes[start : start + 1] not in ("", ".", ",")
        before = words_before(frame, hearer.source.start) if hearer else ()
        content = words_of(frame, cue, start, verb) if behind else before
        if not content and frame.classes.startswith("T", start):
            content = clause(frame, start + 1)  # "heard her shout | that it sank"
        if content:
            said = range(cue, cue + 1)
            relays = (hearer.source,) if hearer else ()
            yield Attribution(
                said, who, NOTHING, content, Shape.QUOTED, verb,
                polarity_of(frame, said, who, verb), told, relays,
            )  # fmt: skip


def _heard(frame: Frame, index: int) -> range:
    """Whoever is heard by a verb at `index`; the "say" stands right behind them."""
    has = frame.words[index].lower in _HAS
    if not has and not is_witnessing(frame.words[index].lower):
        return NOTHING
    hearing = index + 1 < len(frame.words) and frame.words[index + 1].lower.endswith("hearing")
    first = index + 1 + hearing
    for cue in range(first + 1, len(frame.words)):
        verb = frame.words[cue].verb
        saying = verb is not None and (not has or frame.classes[cue] == "G")
        saying = saying and not _hangs_on_noun(frame, cue)
        if (
            verb is not None
            and saying
            and _is_said(verb)
            and _can_be_heard(frame, range(first, cue))
        ):
            return range(first, cue)
    return NOTHING


_HAS = frozenset({"has", "have", "had"})  # "the tape has the smith saying that it sank"


def _hangs_on_noun(frame: Frame, cue: int) -> bool:
    """Whether a participle behind it makes a noun of it: "heard the dispute | involving Olm"."""
    behind = frame.words[cue + 1] if cue + 1 < len(frame.words) else None
    return behind is not None and behind.kind in "GN" and behind.lower.endswith("ing")


def _is_said(verb: Verb) -> bool:
    form = verb.form in (Form.BASE, Form.ING)
    return form and verb.takes(Takes.CLAUSE, Takes.THAT, Takes.LISTENER, Takes.MARKS)


def _can_be_heard(frame: Frame, words: range) -> bool:
    if len(words) == 1 and frame.words[words.start].lower in _OBJECTS:
        return True
    return _WHOM.fullmatch(frame.classes, words.start, words.stop) is not None


def withheld(frame: Frame) -> Iterator[Attribution]:
    """What somebody “would not elaborate on”, or “gave no reason” for."""
    for question in range(2, len(frame.words)):
        cue = _refusal(frame, question) if asks(frame, question) else NOTHING
        subject = subject_before(frame, cue.start, NOTHING) if cue else None
        if subject is None or not subject.source:
            continue
        whole = range(subject.verb, cue.stop)
        polarity = polarity_of(frame, whole, subject.source, None)
        content = clause(frame, question)
        if content and (len(cue) > 1 or polarity is Polarity.WITHHOLDS):
            yield Attribution(
                whole, subject.source, subject.role, content, Shape.SUBJECT_FIRST,
                polarity=Polarity.WITHHOLDS,
            )  # fmt: skip


def _refusal(frame: Frame, question: int) -> range:
    """The verb before "on whether", or the verb and its "no reason" before "why"."""
    left = frame.classes[:question].rstrip("IOE")
    on = len(left) < question
    if none := _NO_NOUN.search(left) if on or frame.words[question].lower != "when" else None:
        return range(*none.span()) if frame.words[none.end() - 2].lower == "no" else NOTHING
    return range(len(left) - 1, len(left)) if on and left[-1:] in tuple("NVK") else NOTHING


_NO_NOUN = re.compile(r"[KV]DN$")
