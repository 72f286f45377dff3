"""Appositions: subjects left of a role or name that stands between them and their verb."""

import re
from collections.abc import Sequence

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.main_subjects import (
    NICKNAME,
    Subject,
    first_in,
    is_town,
    range_of,
)
from twosource.reading.statements.grammar.phrases import (
    CORE,
    FINITE,
    LEAD,
    SUBJECT,
)
from twosource.reading.statements.lexicon.titles import names_a_person

_ROLE_BEFORE = re.compile(rf"(?:^|[,;:\-QBCT])(?:{LEAD})(?P<role>[Dp]{CORE}(?:[OI]{CORE})*),$")


def with_role_before(frame: Frame, source: range, verb: int) -> Subject:
    """Add the role that stands before a name: "the harbour master, Ana Olm"."""
    match = _ROLE_BEFORE.search(frame.classes[: source.start])
    noun = frame.words[match.end("role") - 1].lower if match else ""
    named = frame.classes[source.start : source.start + 1] == "P" and names_a_person(noun)
    return Subject(source, range_of(match, "role") if match and named else NOTHING, verb)


def across_apposition(frame: Frame, verb: int) -> Subject | None:
    """The subject left of an apposition: "Ana Olm, a nurse from Ruhl, said"."""
    left = _without_nicknames(frame, verb - 1)
    if whose := _WHOSE.search(left):
        return Subject(range_of(whose, "np"), range(*whose.span("role")), verb)
    if there := _THERE.search(left):
        return Subject(range_of(there, "np"), NOTHING, verb)
    left = _WHOSE_NAMED.sub(lambda match: match[0].replace(",", "N"), left)
    position = max(left.rfind(mark) for mark in ";:-Q") + 1
    segments = left[position:].split(",")
    told = [i for i in range(len(segments)) if _tells(segments[i:])]
    start = max(told, default=-1) + 1
    ends = position + len(",".join(segments[:start]))
    led = _LED_BY_THAT.search(left, position, ends) if start and start < len(segments) else None
    if led and not _is_name(segments, start):
        return Subject(range_of(led, "np"), _apposition(frame, ends + 1, verb - 1), verb)
    if late := _named_last(segments, position):
        return Subject(late, _apposition(frame, late.stop + 1, verb - 1), verb)
    return _between_commas(frame, left, position, start, verb) or _behind_that(frame, verb)


_THERE = re.compile(r"(?:^|(?<=[;:\-QCBT]))(?P<np>D[NK]*N)L,W[^;:Q]*$")  # "a worker there, who"

_WHOSE_NAMED = re.compile(r"(?<=,)W[NK]*N,[^,;:QAVKG]+,(?=[AXL]*[AVK])")

_WHOSE = re.compile(r",W(?P<np>[NK]*N),(?P<role>[^,;:QAVKG]+)$")  # "whose | nephew, Cy Gough, had"


def _between_commas(frame: Frame, left: str, begin: int, start: int, verb: int) -> Subject | None:
    """The first noun phrase of the pieces from `start` on that commas part, rather a name."""
    segments, position = left[begin:].split(","), begin
    named = next((i for i in range(start, len(segments)) if _is_name(segments, i)), None)
    for number, segment in enumerate(segments):
        match = first_in(segment) if number >= start else None
        if match and (named is None or number == named or segment.startswith("P")):
            source = range(position + match.start("np"), position + match.end("np"))
            before = segments[number - 1] if named == number > start else ""
            role = _apposition(frame, source.stop + 1, verb - 1)
            return Subject(source, role or _role_left(left, position - 1, before), verb)
        position += len(segment) + 1
    return None


def _role_left(left: str, comma: int, before: str) -> range:
    """The role that ends at a comma before a name: all that stands there, or all behind "that"."""
    if before.startswith(("D", "p")):
        return range(comma - len(before), comma)
    led = _ROLE_BEHIND_THAT.search(left, 0, comma)
    return range_of(led, "role") if led else NOTHING


_ROLE_BEHIND_THAT = re.compile(r"T(?P<role>D[NKpP]*N)$")  # "that | the owner, Ana Olm, said"

_LED_BY_THAT = re.compile(rf"T(?P<np>{SUBJECT})$")  # "said that | Olm, the owner, had told"


def _without_nicknames(frame: Frame, end: int) -> str:
    """The classes before `end`, a few quoted words in an apposition as a name: "known as “Eel”"."""
    left = frame.classes[:end]
    quotation = frame.words[end - 1].quotation if left.endswith("Q") else None
    nickname = quotation is not None and quotation.length < NICKNAME
    return left[:-1] + "N" if nickname and _IN_APPOSITION.search(left) else left


_IN_APPOSITION = re.compile(r",[YKNDPIWM][^,;:Q]*Q$")


def _behind_that(frame: Frame, verb: int) -> Subject | None:
    """The subject of a clause with "that": "it was then that Olm, a nurse, said"."""
    match = re.search(rf"T(?P<np>{SUBJECT}),[^;:Q]*$", frame.classes[: verb - 1])
    return Subject(range_of(match, "np"), NOTHING, verb) if match else None


def _named_last(segments: Sequence[str], position: int) -> range:
    """The name at the end of "At a meeting on Friday Ana Olm, who heads the board,"."""
    match = _LATE_NAME.search(segments[0]) if len(segments) == len("ab") else None
    if match is None or not segments[1].startswith(("W", "D")):
        return NOTHING
    return range(position + match.start("np"), position + match.end("np"))


_LATE_NAME = re.compile(r"^I[^AVK]*[NZ](?P<np>PP+)$")


def _is_name(segments: Sequence[str], index: int) -> bool:
    """Whether a stretch between commas is a name, and not the country behind a town."""
    pure = not segments[index].strip("P")
    return pure and bool(segments[index]) and not is_town(segments, index)


def _apposition(frame: Frame, start: int, end: int) -> range:
    """What stands between two commas after a name, if it is no date or place."""
    return range(start, end) if frame.classes[start:end][:1] in tuple("DNWPpMCK") else NOTHING


def _tells(segments: Sequence[str]) -> bool:
    """Whether the first of some stretches between commas tells what somebody did.

    A clause with "who" does not, nor does a participle ("known as …") unless a name follows it.
    """
    if segments[0].startswith("G"):
        return False
    participle = "" if any(s.startswith("P") for s in segments[1:]) else "CKY"
    told = re.sub(r"(?<=[DpM])[KY](?=[NP])", "N", segments[0])  # "a retired smith"
    told = re.sub(r"[WB].*|(?<=[NP])T.*", "", told.lstrip(participle + "C"))
    told = re.sub(r"^(I.*N)[KY](?=I)", r"\1", told)  # "in a statement carried by XPA"
    return bool(re.search(FINITE, told))
