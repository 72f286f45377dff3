"""Main subjects: of a clause the first noun phrase that no preposition leads, with its role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.frames.words import word_classes
from twosource.reading.statements.grammar.phrases import (
    FINITE,
    LEAD,
    PHRASE,
    SUBJECT,
)

FIRST = re.compile(rf"(?:{LEAD})(?P<np>{SUBJECT})(?=[AXLVKYG,W(:]|$)")

_NAME_FIRST = re.compile(r"(?P<np>P+)N(?=[DJ])")  # "Olm keeps her": a verb of no list

_LATER = re.compile(r"[CB]?[DNMZP]*L")  # "Hours later"

_WHEN_FIRST = re.compile(r"[CB]?I?D?Z+M?(?P<np>P+|D[NP]+)")

_DATED = re.compile(r"[CB]?I(?:M?Z+M?|D?Z+)(?=R|P|D[NP])")  # "On 12 May he withdrew"

_FRONTED = re.compile(r"[CB]?I[^AVKRQ]*(?=R[AVKL])")  # "On the night before he withdrew"

_ROLE_AFTER = re.compile(rf"(?:W[^Q;:.]*?|M|{PHRASE})(?=[,;:\-.QW]|[IZ]|$)")

_ADVERBIAL = re.compile(r"^C?(?:[IELZGYTW]|B(?=.*[AVK]))")


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that name a speaker, what stands in apposition, and where the verb begins.

    Ranges count words of the frame; `verb` is the first of the verb's auxiliaries.
    """

    source: range
    role: range
    verb: int


def main_subject(frame: Frame, end: int) -> range:
    """The subject of the clause that ends at `end`: the first that no preposition leads."""
    left = _with_titles_as_nouns(frame)[:end].rstrip("-,CB")
    position = max(left.rfind(mark) for mark in ";-Q") + 1
    segments = left[position:].split(",")
    for number, segment in enumerate(segments):
        aside = is_town(segments, number) or _is_before(frame, position)
        match = None if aside else first_in(segment)
        if match:
            return range(position + match.start("np"), position + match.end("np"))
        position += len(segment) + 1
    return NOTHING


def _is_before(frame: Frame, start: int) -> bool:
    """Whether a stretch between commas only says how long before: "Hours before the vote,"."""
    pair = frame.lowers_in(range(start, min(start + 2, len(frame.words))))
    long = pair[:1] and pair[0] in word_classes().stretches_of_time
    return bool(long) and pair[1:] in (["before"], ["after"], ["into"])


def _with_titles_as_nouns(frame: Frame) -> str:
    """The classes of a frame, a few quoted words in it as a title: "a list called “Home”"."""
    return "".join(
        "N" if w.quotation is not None and w.quotation.length < NICKNAME and i else w.kind
        for i, w in enumerate(frame.words)
    )


def topic(frame: Frame) -> range:
    """Whom or what a whole frame is about: its first subject, quotations left out."""
    position = 0
    for segment in re.split(r"[,;:]|-", frame.classes):
        match = first_in(segment)
        if match:
            return range(position + match.start("np"), position + match.end("np"))
        position += len(segment) + 1
    return NOTHING


def first_in(segment: str) -> re.Match[str] | None:
    """The subject a stretch between commas begins with, if it is neither adverbial nor a number."""
    match = _WHEN_FIRST.fullmatch(segment)
    dated = _DATED.match(segment) or _FRONTED.match(segment)
    if match is None and dated and re.search(FINITE, segment):
        match = FIRST.match(segment, dated.end())
    if match is None and not _ADVERBIAL.match(segment) and not _LATER.fullmatch(segment):
        match = FIRST.match(segment) or _NAME_FIRST.match(segment)
    return match if match and match["np"].strip("MZ") else None


def subject_beside(frame: Frame, end: int) -> range:
    """The subject of the clause nearest before `end`, for a colon that introduces words."""
    position = end
    for segment in reversed(re.split(r"[,;]", frame.classes[:end])):
        position -= len(segment)
        match = first_in(segment)
        if match and re.search(FINITE, segment[match.end() :]):
            return range(position + match.start("np"), position + match.end("np"))
        position -= 1
    return main_subject(frame, end)


def role_after(frame: Frame, source: range) -> tuple[range, int]:
    """An apposition after a subject, ", the mayor of Ruhl," and where what follows begins."""
    classes = frame.classes
    if classes[source.stop : source.stop + 1] == ",":
        match = _ROLE_AFTER.match(classes, source.stop + 1)
        if match and match.group()[:1] in tuple("DNWMPpK"):
            return range(match.start(), match.end()), match.end()
    return NOTHING, source.stop


def range_of(match: re.Match[str], group: str) -> range:
    """The words of a group, without a day behind a name: "the ministry today announced"."""
    day = _DAY_BEHIND.search(match[group])
    return range(match.start(group), match.end(group) - (len(day.group()) if day else 0))


_DAY_BEHIND = re.compile(r"(?<=[NPp])Z+$")

NICKNAME = 4  # words


def is_town(segments: Sequence[str], index: int) -> bool:
    """Whether a stretch between commas is a name behind a name: "in Ruhl, | Marland,"."""
    if index == 0 or not segments[index - 1].endswith("P"):
        return False
    if segments[index] == "P":
        return True
    behind = segments[index + 1] if index + 1 < len(segments) else ""
    told = re.match(rf"{SUBJECT}L?[AVK]", behind) is not None
    return told and segments[index - 1].strip("P") == "I" and not segments[index].strip("P")
