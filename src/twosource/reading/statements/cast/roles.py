"""Roles: what the words beside a name tell of its bearer."""

import re

from twosource.model import Span
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.frames.words import word_classes
from twosource.reading.statements.lexicon.titles import (
    Gender,
    is_body,
    is_countryman,
    is_crowd,
    is_title,
    names_a_person,
    titles,
)
from twosource.vocabulary.descriptions import up_to_noun
from twosource.vocabulary.word_classes import owners


def role_of(frame: Frame, start: int, end: int, first: int) -> Span | None:
    """What a name's neighbours say of its bearer: "Mayor Olm", "the smith Olm", "Olm, a smith".

    The name stands from `start` to `end`, behind its `first` words, which are titles.
    """
    after = _ROLE_AFTER.match(frame.classes, end) or _office_after(frame, end)
    before = _ROLE_BEFORE.search(frame.classes, 0, start)
    hangs_on = _HANGS_ON.search(frame.classes, 0, start) is not None or _is_of_next(frame, end)
    told_before = after and before and before["before"] and not _is_apposition(frame, after)
    if after and not hangs_on and not told_before:
        return span_of(frame, range(*after.span("role")))
    if before and frame.words[before.end() - 2].lower in titles().no_roles:
        return None
    if before and before["before"] and _is_role_of(frame, before, end):
        return span_of(frame, range(*before.span("before")))
    return _title(frame, before, start, first)


def _is_apposition(frame: Frame, after: re.Match[str]) -> bool:
    """Whether words between commas tell what somebody is, and no deed: no "took questions"."""
    first = after["role"][0]
    nouns = (frame.words[i].lower for i in range(*after.span("role")) if frame.classes[i] in "NP")
    return first in "DMPp" or (first in "NK" and any(map(names_a_person, nouns)))


def _is_role_of(frame: Frame, before: re.Match[str], end: int) -> bool:
    """Whether a description before a comma is of the name behind it: "the smith, Ana Olm"."""
    noun = frame.words[before.end() - 2].lower
    closed = frame.classes[end : end + 1] in {"", ",", ".", ";", ":", "-", "Q"}
    owner = frame.classes[end - 1] == "p"  # "the agent, Olm's lawyer"
    one = not owner and not is_crowd(noun)  # of "their lawyers, Olm", Olm is but one
    return one and (names_a_person(noun) or closed)


def _title(frame: Frame, before: re.Match[str] | None, start: int, first: int) -> Span | None:
    """A title right before a name, in capitals or small letters: "Mayor", "the smith"."""
    beside = before is not None and not before["before"]
    begin = before.start("role") if before and beside else _title_start(frame, start)
    if not (beside or first):
        return None
    last = start + first
    last -= frame.words[last - 1].lower in word_classes().called
    return span_of(frame, range(begin, last))


_ROLE_AFTER = re.compile(
    r",(?P<role>(?:M,)?(?![KVA][DP])(?:(?:D{1,2}|[pP])?[NpKPM]*N(?:[OI][DNPpM]+)*|W[^,]*))(?=[,.;:Q]|[IZ]|$)"
)
_ROLE_BEFORE = re.compile(
    r"(?P<role>(?:D?p?[NP]|Dp?K|(?<![MNPRWp])K|D?p?(?=N$))[NKP]*N)$|(?:^|[,IOEBCTQVKAZML])(?P<before>(?:D|P*p)[NKPp]*N(?:OD?[NKPp]*[NP])?),$"
)


def _office_after(frame: Frame, end: int) -> re.Match[str] | None:
    """An office written large behind a name: "Ana Olm, Minister of Public Works"."""
    match = _OFFICE_AFTER.match(frame.classes, end)
    noun = frame.words[match.end("office") - 1].lower if match else ""
    return match if is_title(noun) or is_countryman(noun) else None


# "Ana Olm, Minister of Public Works":
_OFFICE_AFTER = re.compile(r",(?P<role>D?(?P<office>P+)(?:[OI]D?P+(?:CP+)?)*)(?=[,.;:Q]|$)")


def _is_of_next(frame: Frame, end: int) -> bool:
    """Whether a role tells of the name behind it: "the mission, | its head, Ana Olm"."""
    owner = _ROLE_OF_NEXT.match(frame.classes, end)
    return owner is not None and frame.words[end + 1].lower in owners()


_ROLE_OF_NEXT = re.compile(r",D[NKPp]*N,P")
_HANGS_ON = re.compile(r"[PN][OI]$|PPOD?[NPpK]*$")  # "Ana Olm of the club | North Bend"


def _title_start(frame: Frame, start: int) -> int:
    """Where a title begins of which only the end stands in a name's run of capitals."""
    office = _OFFICE.search(frame.classes, 0, start)
    named = office is not None and is_title(frame.words[office.start()].lower)
    return office.start() if office and named else start


_OFFICE = re.compile(r"POD?$")  # "Minister of the | Interior Ana Olm"


def gender_beside(name: list[str], about: list[str], *, the: bool) -> Gender:
    """Woman, man or body; a name with "the" before it and no title is a body's."""
    known = titles()
    if not known.bodies.isdisjoint(name) or not known.firms.isdisjoint(about):
        return Gender.BODY
    if not known.woman.isdisjoint(about):
        return Gender.WOMAN
    if not known.man.isdisjoint(about):
        return Gender.MAN
    return Gender.BODY if the or (about and is_body(about[-1])) else Gender.UNKNOWN


def words_about(frame: Frame, start: int, first: int, role: Span | None, text: str) -> list[str]:
    """The words beside a name that tell about its bearer: titles, and the head of a role."""
    titles = [w.lower.rstrip(".") for w in frame.words[start : start + first]]
    called = up_to_noun(role.of(text).lower()) if role else ""
    return [*titles, *re.findall(r"\w+", called)]
