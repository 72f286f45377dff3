"""Relative clauses: whom "who", "which" and "that" mean, and whose verb stands behind them."""

import itertools
import re

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.frames.words import word_classes
from twosource.reading.statements.grammar.main_subjects import Subject, range_of
from twosource.reading.statements.grammar.phrases import CORE, LEAD, PHRASE
from twosource.reading.statements.lexicon.titles import (
    is_body,
    is_crowd,
    names_a_person,
    titles,
)
from twosource.reading.statements.lexicon.verbs import is_text

_WITH_RELATIVE = re.compile(
    rf"(?:^|(?<=[,;:\-QBCT]))(?:{LEAD})(?P<np>{PHRASE})(?:(?:W|T(?=L?[AKV]))[^,;:]*[AKV]|TN(?=R)|(?P<participle>KI))[^,;:]*$"
)

_ANTECEDENT = re.compile(rf"(?P<np>{PHRASE})$")


def across_relative(frame: Frame, verb: int) -> Subject | None:
    """The subject left of "who …" without commas: "two people who were on board said".

    A participle is part of the description: "a man arrested on Monday said".
    """
    match = _WITH_RELATIVE.search(frame.classes[:verb])
    if match is None:
        return None
    end = verb if match["participle"] else match.end("np")
    return Subject(range(match.start("np"), end), NOTHING, verb)


def antecedent(frame: Frame, verb: int) -> Subject | None:
    """The noun phrase before "who" or "which"."""
    left = _RELATIVE_BETWEEN.sub("", frame.classes[: verb - 1].rstrip(","))
    left = left.removesuffix(",M")  # "Olm, 81, who"
    denied = _NOT_BUT.search(left)
    if denied and frame.words[denied.end("before")].lower == "not":
        left = left[: denied.end("before") - 1]
    match = _ANTECEDENT.search(left)
    when = _WHEN_BY.match(match["np"]) if match else None
    start = match.start() + when.end() if match and when else 0
    dated = start > 0 and frame.words[start - 1].lower == "by"
    if match and dated:
        return Subject(range(start, match.end()), NOTHING, verb)
    if match is None:
        return None
    source = range_of(match, "np")
    if who := _named_before(frame, source, verb - 1):
        return Subject(who, source, verb)
    return Subject(_who_of(frame, source, verb - 1) or source, NOTHING, verb)


def _named_before(frame: Frame, role: range, who: int) -> range:
    """The name that a role with "who" tells of: "Ana Olm of Ruhl, | a nurse who saw it"."""
    match = _NAME_BEFORE.search(frame.classes, 0, role.start)
    told = frame.words[who].lower == "who" and frame.words[role.start].lower in {"a", "an"}
    return range(*match.span("name")) if match and told else NOTHING


_NAME_BEFORE = re.compile(rf"(?P<name>P+)(?:[OI]{CORE})?,$")


def _who_of(frame: Frame, source: range, who: int) -> range:
    """Whom "who" means behind a thing: "a letter from | a nurse who said"; nobody else's.

    "That" and "which" mean the text right before: "wept over | a report that said".
    """
    parts = [source.start, *(i + 1 for i in source if frame.classes[i] in "IE"), source.stop + 1]
    heads = [frame.head_of(range(a, b - 1)) for a, b in itertools.pairwise(parts)]
    texts = [is_text(head) for head in heads]
    if frame.words[who].lower != "who":
        return range(parts[-2], source.stop) if len(heads) > 1 and texts[-1] else NOTHING
    people = [names_a_person(head) or is_crowd(head) or head in titles().several for head in heads]
    if not people[0] and (of := _whose(frame, source, heads[0])):
        return of
    if people[0] and not texts[0]:
        return NOTHING
    at = people.index(True, 1) if True in people[1:] else len(heads) - 1 if texts[0] else 0
    return range(parts[at], source.stop) if at else NOTHING


def _whose(frame: Frame, source: range, head: str) -> range:
    """Whom a thing is of: "the trial of | Piet Olm, who denies murder"; but "a group of boys"."""
    of = source.start + frame.classes_in(source).rfind("O") + 1
    if of == source.start or head.endswith("s") or frame.classes[of - 2] != "N":
        return NOTHING
    several = is_body(head) or head in word_classes().collectives | word_classes().amounts
    owner = frame.head_of(range(of, source.stop))
    person = frame.classes[source.stop - 1] == "P" or names_a_person(owner) or is_crowd(owner)
    person = person or is_body(owner.removesuffix("s"))
    return range(of, source.stop) if person and not several else NOTHING


# As in "Olm, | who was there, who said":
_RELATIVE_BETWEEN = re.compile(r"(?<=[NPp]),W[^,;:QBT]*[AVK][^,;:QBT]*$")

_NOT_BUT = re.compile(rf"(?P<before>[NPp],)X{CORE}$")  # "Olm, | not Hale, who said"

_WHEN_BY = re.compile(r"[MZP]*[MZ][MZP]*I")  # "on 4 May by | the inspectorate, which"
