"""Subjects: whose the verb of a reporting clause is."""

import re
from dataclasses import replace

from twosource.model import Polarity
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.appositions import across_apposition, with_role_before
from twosource.reading.statements.grammar.main_subjects import (
    FIRST,
    Subject,
    main_subject,
    range_of,
)
from twosource.reading.statements.grammar.phrases import (
    AUXILIARIES,
    CORE,
    FINITE,
    LEAD,
    SUBJECT,
)
from twosource.reading.statements.grammar.relatives import across_relative, antecedent
from twosource.reading.statements.lexicon.verbs import (
    Form,
    Takes,
    claim_nouns,
    is_inquiring,
    is_making,
    is_pains_taken,
)

_ONLY_AUXILIARIES = re.compile(rf"(?P<aux>{AUXILIARIES})$")

_BEFORE_CUE = re.compile(
    rf"(?:^|(?<=[,;:\-QBCTWVKAYG()]))(?:{LEAD})(?P<np>{SUBJECT})(?P<aux>{AUXILIARIES})$"
)

_EFFORT = re.compile(r"(?P<np>D?[NPM]*p)[NK]*NE$")


def subject_before(frame: Frame, index: int, shared: range) -> Subject | None:
    """The subject of the verb at `index`, if it stands before it.

    `shared` is the subject of the reporting verb before, for a verb that stands beside it.
    """
    left = frame.classes[:index]
    auxiliaries = _ONLY_AUXILIARIES.search(left)
    verb = auxiliaries.start("aux") if auxiliaries else index
    if _PARTICIPLE.search(left[:verb]) and left.startswith("I", verb):
        verb = index  # "a man arrested | on Monday said"
    if cut_off := interrupted(frame, verb, index):
        return Subject(cut_off, NOTHING, verb)
    aside = _ASIDE.search(left[:verb])
    subject = _subject_of(frame, aside.start() if aside else verb, shared)
    if subject is not None and set(frame.classes_in(subject.source)) == {"Z"}:
        subject = _subject_of(
            frame, subject.source.start, shared
        )  # "Olm, a nurse, | recently told"
    if subject is not None and _is_in_relative(frame, subject.source.start):
        subject = antecedent(frame, subject.source.start)
    if subject is None:
        return None
    return replace(subject, source=_without_when(frame, subject.source), verb=verb)


def _is_in_relative(frame: Frame, start: int) -> bool:
    """Whether what looks like a subject is a verb of no list: "readers who | run mills told us"."""
    led = start > 1 and frame.classes[start] == "N" and frame.words[start - 1].lower
    return led == "who" or (led == "that" and frame.classes[start - 2] in "NPp")


def _without_when(frame: Frame, source: range) -> range:
    """A subject without what only tells when, though no comma parts them.

    As in "last month | sources" and "just ahead of the speech | Mr Olm".
    """
    match = _WHEN_BEFORE.match(frame.classes, source.start, source.stop)
    return range(match.start("np"), source.stop) if match else source


_WHEN_BEFORE = re.compile(r"(?:Z+(?=N)|L[^,P]*[NZ](?=P))(?P<np>[NP]*N|P+)$")


def interrupted(frame: Frame, verb: int, index: int) -> range:
    """The subject that a report cuts off: "the clerk, Olm says, came and | told them".

    Where only "and" stands between, as in "the clerk rang, she says, and | told her", the report
    is of another time, or the pronoun that is told is the reporter.
    """
    match = _INTERRUPTED.search(frame.classes[:verb])
    cue = frame.words[match.start("cue")].verb if match else None
    own = frame.words[index].verb if index < len(frame.words) else None
    if match is None or cue is None or own is None:
        return NOTHING
    tells = match["told"] is not None and cue.takes(Takes.LISTENER)
    if not tells and not cue.takes(Takes.CLAUSE, Takes.THAT):
        return NOTHING
    rest = match["rest"].rstrip("L")
    told = (
        frame.classes[index + 1 : index + 2] in ("J", "D")
        and frame.classes[match.start() + 1] == "R"
    )
    if rest in ("C", ",C") and not (told or cue.form is Form.THIRD):
        return NOTHING
    return main_subject(frame, match.start())


_INTERRUPTED = re.compile(
    rf",(?:{SUBJECT})L?(?P<cue>V)(?P<told>{CORE}|J)?L?,(?P<rest>|C|[AVK][^;:QGTW,]*C)L*$"
)


def _subject_of(frame: Frame, verb: int, shared: range) -> Subject | None:
    """The subject of the verb whose first auxiliary stands at `verb`."""
    left = frame.classes[:verb]
    before = left[-1:]
    if before == "W" or (before == "T" and left[-2:-1] in {"N", "P", "p"}):
        return antecedent(frame, verb)
    if before in {",", ")"}:
        return across_apposition(frame, verb)
    match = _behind_listener(frame, left) or _BEFORE_CUE.search(left)
    seen = match is not None and _is_seen(frame, match.start("np"))
    if match and not seen and not _is_a_charge(frame, match.start("np")):
        return with_role_before(frame, _with_list(frame, match), match.start("aux"))
    if before == "E":
        return _whose_effort(frame, verb)
    if before in {"C", "B", "-"}:
        source = _of_same_clause(frame, verb) or shared or main_subject(frame, verb)
        return Subject(source, NOTHING, verb) if source else None
    return across_relative(frame, verb)


def _behind_listener(frame: Frame, left: str) -> re.Match[str] | None:
    """As in "told the paper | the owner had threatened"."""
    match = _LISTENER_AND.search(left)
    verb = frame.words[match.start()].verb if match else None
    return match if verb is not None and verb.takes(Takes.LISTENER) else None


_LISTENER_AND = re.compile(rf"V(?:{CORE}|J)(?P<np>D[NKp]*N|D?P+|R)(?P<aux>)$")

_PARTICIPLE = re.compile(r"[DM][NK]*N[KY]$")

_ASIDE = re.compile(r"(?<=[NPM])-[^-;:Q]+-$")  # "Olm of Ruhl – no relation of the smith – said"


def _whose_effort(frame: Frame, verb: int) -> Subject | None:
    """The owner in "the regime's efforts to portray"."""
    match = _EFFORT.search(frame.classes[:verb])
    return Subject(range_of(match, "np"), NOTHING, verb) if match else None


def subject_of_purpose(frame: Frame, index: int, *, says: bool) -> Subject | None:
    """Whose aim it is in "Olm took to the air to say", or, for other verbs, "took pains to praise".

    Nobody's where a form of "be" makes it a judgement: "it is fair to say".
    """
    left = frame.classes[:index]
    match = (_PURPOSE if says else _PAINS).search(left)
    made = _MADE_TO.search(left)
    if made and is_making(frame.words[made.start()].lower):
        return Subject(range_of(made, "np"), NOTHING, index - 1)
    if not (match or _rings(frame, index)) or not (
        says or is_pains_taken(frame.words[index - 2].lower)
    ):
        return None
    that = _OF_THAT.search(frame.classes, 0, index - 1)
    source = range_of(that, "np") if that else main_subject(frame, index - 1)
    if not source or source.stop >= index - 1:
        return None
    return Subject(source, NOTHING, index - 1)


_MADE_TO = re.compile(rf"[KV](?P<np>{SUBJECT})E$")  # "prompted | Olm to suggest"

_OF_THAT = re.compile(rf"T(?P<np>{SUBJECT})[AXL]*[KV][^AVKQ,;:T]*$")


def _rings(frame: Frame, index: int) -> bool:
    """Whether somebody turns to another with what they say: "rang him to | say"."""
    match = _WHOM_TO.search(frame.classes, 0, index)
    rang = frame.words[match.start()].lower if match else ""
    return is_inquiring(rang) and not rang.startswith("ask")  # "asked him to say"


_WHOM_TO = re.compile(r"[KV]J?E$")

_PURPOSE = re.compile(r"[KV][^AVKQ,;:]*[NPZ]E$")

_PAINS = re.compile(r"[NP]E$")


def _with_list(frame: Frame, match: re.Match[str]) -> range:
    """All of a list of subjects: "the police, the fire service and the council"."""
    listed = _LISTED.search(frame.classes[: match.start("np")]) if "C" in match["np"] else None
    start = listed.start("np") if listed else match.start("np")
    nearly = start > 0 and frame.words[start - 1].lower in {"nearly", "almost", "only"}
    return range(start - nearly, range_of(match, "np").stop)


_LISTED = re.compile(r"(?:^|(?<=[,;:\-QBT]))(?P<np>(?:D?[NP]+,)+)$")


def _is_seen(frame: Frame, start: int) -> bool:
    """Whether a noun is the object of a relative clause: "people who saw the report told us"."""
    verb = frame.words[start - 1].verb if start else None
    finite = frame.classes[start - 1 : start] in tuple("KV")
    reports = verb is not None and verb.takes(Takes.CLAUSE, Takes.LISTENER)
    return finite and not reports and bool(_IN_RELATIVE.search(frame.classes[:start]))


_IN_RELATIVE = re.compile(r"(?:W|(?<=N)T(?=L?[AVK]))[^,;:BT]*$")


def _is_a_charge(frame: Frame, start: int) -> bool:
    """Whether a subject is two, as in "…, a charge Olm denies"."""
    named = frame.classes.startswith("DNP", start)
    return named and frame.words[start + 1].lower in claim_nouns()


def claim_before(frame: Frame, index: int) -> Subject | None:
    """A claim with its clause as the subject of a verb: "a report that it sank | was denied"."""
    auxiliaries = _ONLY_AUXILIARIES.search(frame.classes[:index])
    verb = auxiliaries.start("aux") if auxiliaries else index
    own = frame.words[index].verb
    denied = own is not None and own.takes(Takes.CLAUSE, Takes.THAT)
    denied = denied and own is not None and own.polarity is Polarity.DENIES
    for match in _CLAIM.finditer(frame.classes, 0, verb):
        told = re.search(FINITE, frame.classes[match.end() : verb])
        told = told if denied or "p" not in match["np"] else None
        if told and frame.words[match.end() - 2].lower in claim_nouns():
            return Subject(range(match.start("np"), verb), NOTHING, verb)
    return None


_CLAIM = re.compile(r"(?:^|(?<=[,;:CBT]))(?P<np>(?:D?[NPM]*p)?D?[NPM]*N)T")

# As in "told us that the chairman, Jan Olm, had looked at it | and said": both are the chairman's.
_HAD_AND = re.compile(rf"T(?P<np>{SUBJECT})(?:,[DMP][^,;:QTAVK]*,)?(?P<had>A)[^;:QTW,]*$")


def _of_same_clause(frame: Frame, verb: int) -> range:
    """The subject of a verb right before, without a comma between: "they wept and said"."""
    left = frame.classes[:verb].rstrip("CB-")
    had = _HAD_AND.search(left)
    if had and frame.words[had.start("had")].lower == "had":
        return range_of(had, "np")
    start = max(left.rfind(mark) for mark in ",;:-Q") + 1
    match = FIRST.match(left, start)
    told = match and re.match(r"[AXL]*[KV]", left[match.end() :])
    return range_of(match, "np") if match and told else NOTHING
