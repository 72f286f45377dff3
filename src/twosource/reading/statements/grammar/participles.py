"""Whose deed a participle tells: "the owners left, | saying that it sank"."""

import re

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.frames.words import Word
from twosource.reading.statements.grammar.main_subjects import (
    first_in,
    main_subject,
    range_of,
)
from twosource.reading.statements.grammar.phrases import (
    CORE,
    FINITE,
    PHRASE,
    SUBJECT,
)
from twosource.reading.statements.grammar.subjects import (
    subject_before,
)
from twosource.reading.statements.lexicon.verbs import (
    is_given_out,
    is_perceived,
    is_written,
)

_NEXT_TO_PARTICIPLE = re.compile(rf"(?P<np>{CORE})$")


def subject_of_participle(frame: Frame, index: int, shared: range) -> range:
    """Whose "saying" it is: the noun right before it, else the subject of the clause."""
    left = frame.classes[:index]
    if not left.strip("CBL"):
        return _behind_comma(frame, index)
    beside = frame.words[index - 1] if index else None
    if beside is not None and is_perceived(beside.lower) and left[-2:-1] == "A":
        heard = subject_before(frame, index - 1, shared)
        return heard.source if heard is not None else NOTHING
    match = (
        _seen(frame, left)
        or _gives_out(frame, left)
        or _CAMPAIGN.search(left)
        or _led_by_with(frame, left)
    )
    if match is None and beside is not None and _is_own_subject(frame, index, beside):
        match = _NEXT_TO_PARTICIPLE.search(left)
        return range_of(match, "np") if match else NOTHING
    match = match or _nearest_clause(frame, left)
    return range_of(match, "np") if match else shared or main_subject(frame, index)


def _behind_comma(frame: Frame, index: int) -> range:
    """Whose deed opens a sentence: "Denying that it sank, Olm left"."""
    position = frame.classes.find(",", index) + 1
    while position:
        end = frame.classes.find(",", position)
        segment = frame.classes[position : end if end >= 0 else len(frame.classes)]
        match = first_in(segment)
        if match and (re.search(FINITE, segment[match.end() :]) or end >= 0):
            return range(position + match.start("np"), position + match.end("np"))
        position = end + 1
    return NOTHING


def _is_own_subject(frame: Frame, index: int, beside: Word) -> bool:
    """Whether the word before a participle is its subject: "owners saying"."""
    noun = beside.kind == "N" and beside.lower.endswith("s")
    return beside.kind == "P" or noun or led_by_after(frame, index)


def _seen(frame: Frame, left: str) -> re.Match[str] | None:
    """Whom somebody shows: "the film shows the owner | saying"."""
    match = _SEEN.search(left)
    verb = frame.words[match.start()].verb if match else None
    return match if verb is not None and verb.lemma in _PERCEIVES else None


def _gives_out(frame: Frame, left: str) -> re.Match[str] | None:
    """Who did something with a text: "after Olm published a report | alleging"."""
    match = _GIVES_OUT.search(left)
    text = frame.words[match.end() - 1].lower if match else ""
    return match if is_given_out(text) or is_written(text) else None


def _led_by_with(frame: Frame, left: str) -> re.Match[str] | None:
    """As in "with one of the owners | saying"."""
    match = _LED_BY.search(left) or _LED_BY_NAMED.search(left)
    return match if match and frame.words[match.start()].lower == "with" else None


def _nearest_clause(frame: Frame, left: str) -> re.Match[str] | None:
    """The clause behind "that", or before a comma, whose subject a participle behind it has."""
    if match := _IN_THAT.search(left):
        return match
    match = _IN_CLAUSE.search(left)
    return match if match and frame.words[match.start()].lower in _WHILE else None


_LED_BY = re.compile(rf"I(?P<np>{PHRASE})$")

_LED_BY_NAMED = re.compile(rf"I{CORE},(?P<np>PP+),$")

_GIVES_OUT = re.compile(rf"(?<=[BT])(?P<np>{SUBJECT})[AXL]*[KV]D[NK]*N$")

_SEEN = re.compile(rf"V(?P<np>{CORE})$")

_PERCEIVES = frozenset({"show", "see"})

# As in "the fire began when two men broke in, | shouting".
_IN_CLAUSE = re.compile(rf"(?<=,)(?:B|IW)(?P<np>{SUBJECT})[AXL]*[AVK][^BWTQ;:,]*,$")

# As in "said that the owner came out | shouting".
_IN_THAT = re.compile(rf"(?<=T)(?P<np>{SUBJECT})[AXL]*[AVK][^BWTQ;:,C]*$")

_WHILE = frozenset({"when", "while", "as", "in", "after", "before", "because", "since", "until"})


def led_by_after(frame: Frame, index: int) -> bool:
    """Whether a noun is the subject in "following the regime acknowledging that"."""
    match = _LED.search(frame.classes[:index])
    return match is not None and frame.words[match.start()].lower in {"following", "after", "with"}


_LED = re.compile(r"[IGB]D[NP]+$")

_CAMPAIGN = re.compile(r"(?P<np>D?[NPM]*p)[NPK]*NI$")  # "the regime's campaign in portraying"
