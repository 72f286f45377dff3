"""Subjects: whose the verb of a reporting clause is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model import Polarity
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.frames.words import Word
from twosource.reading.statements.grammar.phrases import (
    AUXILIARIES,
    CORE,
    FINITE,
    LEAD,
    PHRASE,
    SUBJECT,
)
from twosource.reading.statements.lexicon.titles import names_a_person
from twosource.reading.statements.lexicon.verbs import (
    Form,
    Takes,
    claim_nouns,
    is_given_out,
    is_inquiring,
    is_pains_taken,
    is_perceived,
    is_written,
    message_nouns,
)

_ONLY_AUXILIARIES = re.compile(rf"(?P<aux>{AUXILIARIES})$")
_BEFORE_CUE = re.compile(
    rf"(?:^|(?<=[,;:\-QBCTWVKAYG()]))(?:{LEAD})(?P<np>{SUBJECT})(?P<aux>{AUXILIARIES})$"
)
_FIRST = re.compile(rf"(?:{LEAD})(?P<np>{SUBJECT})(?=[AXLVKYG,W(:]|$)")
_NAME_FIRST = re.compile(r"(?P<np>P+)N(?=[DJ])")  # "Olm keeps her": a verb of no list
_LATER = re.compile(r"[CB]?[DNMZP]*L")  # "Hours later"
_WHEN_FIRST = re.compile(r"[CB]?I?D?Z+M?(?P<np>P+|D[NP]+)")
_DATED = re.compile(r"[CB]?I(?:M?Z+M?|D?Z+)(?=R|P|D[NP])")  # "On 12 May he withdrew"
_FRONTED = re.compile(r"[CB]?I[^AVKRQ]*(?=R[AVKL])")  # "On the night before he withdrew"
_NEXT_TO_PARTICIPLE = re.compile(rf"(?P<np>{CORE})$")
_WITH_RELATIVE = re.compile(
    rf"(?:^|(?<=[,;:\-QBCT]))(?:{LEAD})(?P<np>{PHRASE})(?:(?:W|T(?=L?[AKV]))[^,;:]*[AKV]|TN(?=R)|(?P<participle>KI))[^,;:]*$"
)
_EFFORT = re.compile(r"(?P<np>D?[NPM]*p)[NK]*NE$")
_ANTECEDENT = re.compile(rf"(?P<np>{PHRASE})$")
_ROLE_BEFORE = re.compile(rf"(?:^|[,;:\-QBCT])(?:{LEAD})(?P<role>[Dp]{CORE}(?:[OI]{CORE})*),$")
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
    start = subject.source.start if subject is not None else 0
    if frame.words[start - 1].lower == "who" and frame.classes.startswith("N", start):
        subject = _antecedent(frame, start)  # "readers who run mills | told us"
    return replace(subject, verb=verb) if subject is not None else None


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
        return _antecedent(frame, verb)
    if before in {",", ")"}:
        return _across_apposition(frame, verb)
    match = _behind_listener(frame, left) or _BEFORE_CUE.search(left)
    seen = match is not None and _is_seen(frame, match.start("np"))
    if match and not seen and not _is_a_charge(frame, match.start("np")):
        return _with_role_before(frame, _with_list(frame, match), match.start("aux"))
    if before == "E":
        return _whose_effort(frame, verb)
    if before in {"C", "B", "-"}:
        source = _of_same_clause(frame, verb) or shared or main_subject(frame, verb)
        return Subject(source, NOTHING, verb) if source else None
    return _across_relative(frame, verb)


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
    return Subject(_range(match, "np"), NOTHING, verb) if match else None


def subject_of_purpose(frame: Frame, index: int, *, says: bool) -> Subject | None:
    """Whose aim it is in "Olm took to the air to say", or, for other verbs, "took pains to praise".

    Nobody's where a form of "be" makes it a judgement: "it is fair to say".
    """
    left = frame.classes[:index]
    match = (_PURPOSE if says else _PAINS).search(left)
    if not (match or _rings(frame, index)) or not (
        says or is_pains_taken(frame.words[index - 2].lower)
    ):
        return None
    that = _OF_THAT.search(frame.classes, 0, index - 1)
    source = _range(that, "np") if that else main_subject(frame, index - 1)
    if not source or source.stop >= index - 1:
        return None
    return Subject(source, NOTHING, index - 1)


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
    return range(start - nearly, _range(match, "np").stop)


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
        return _range(had, "np")
    start = max(left.rfind(mark) for mark in ",;:-Q") + 1
    match = _FIRST.match(left, start)
    told = match and re.match(r"[AXL]*[KV]", left[match.end() :])
    return _range(match, "np") if match and told else NOTHING


def _across_relative(frame: Frame, verb: int) -> Subject | None:
    """The subject left of "who …" without commas: "two people who were on board said".

    A participle is part of the description: "a man arrested on Monday said".
    """
    match = _WITH_RELATIVE.search(frame.classes[:verb])
    if match is None:
        return None
    end = verb if match["participle"] else match.end("np")
    return Subject(range(match.start("np"), end), NOTHING, verb)


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
        return _range(match, "np") if match else NOTHING
    match = match or _nearest_clause(frame, left)
    return _range(match, "np") if match else shared or main_subject(frame, index)


def _behind_comma(frame: Frame, index: int) -> range:
    """Whose deed opens a sentence: "Denying that it sank, Olm left"."""
    position = frame.classes.find(",", index) + 1
    while position:
        end = frame.classes.find(",", position)
        segment = frame.classes[position : end if end >= 0 else len(frame.classes)]
        match = _first_in(segment)
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


def main_subject(frame: Frame, end: int) -> range:
    """The subject of the clause that ends at `end`: the first that no preposition leads."""
    left = _with_titles_as_nouns(frame)[:end].rstrip("-,CB")
    position = max(left.rfind(mark) for mark in ";-Q") + 1
    segments = left[position:].split(",")
    for number, segment in enumerate(segments):
        match = None if _is_town(segments, number) else _first_in(segment)
        if match:
            return range(position + match.start("np"), position + match.end("np"))
        position += len(segment) + 1
    return NOTHING


def _with_titles_as_nouns(frame: Frame) -> str:
    """The classes of a frame, a few quoted words in it as a title: "a list called “Home”"."""
    return "".join(
        "N" if w.quotation is not None and w.quotation.length < _NICKNAME and i else w.kind
        for i, w in enumerate(frame.words)
    )


def topic(frame: Frame) -> range:
    """Whom or what a whole frame is about: its first subject, quotations left out."""
    position = 0
    for segment in re.split(r"[,;:]|-", frame.classes):
        match = _first_in(segment)
        if match:
            return range(position + match.start("np"), position + match.end("np"))
        position += len(segment) + 1
    return NOTHING


def _first_in(segment: str) -> re.Match[str] | None:
    """The subject a stretch between commas begins with, if it is neither adverbial nor a number."""
    match = _WHEN_FIRST.fullmatch(segment)
    dated = _DATED.match(segment) or _FRONTED.match(segment)
    if match is None and dated and re.search(FINITE, segment):
        match = _FIRST.match(segment, dated.end())
    if match is None and not _ADVERBIAL.match(segment) and not _LATER.fullmatch(segment):
        match = _FIRST.match(segment) or _NAME_FIRST.match(segment)
    return match if match and match["np"].strip("MZ") else None


def subject_beside(frame: Frame, end: int) -> range:
    """The subject of the clause nearest before `end`, for a colon that introduces words."""
    position = end
    for segment in reversed(re.split(r"[,;]", frame.classes[:end])):
        position -= len(segment)
        match = _first_in(segment)
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


def _range(match: re.Match[str], group: str) -> range:
    """The words of a group, without a day behind a name: "the ministry today announced"."""
    day = _DAY_BEHIND.search(match[group])
    return range(match.start(group), match.end(group) - (len(day.group()) if day else 0))


_DAY_BEHIND = re.compile(r"(?<=[NPp])Z+$")


def _antecedent(frame: Frame, verb: int) -> Subject | None:
    """The noun phrase before "who" or "which"."""
    left = _RELATIVE_BETWEEN.sub("", frame.classes[: verb - 1].rstrip(","))
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
    source = _range(match, "np")
    return Subject(_who_of(frame, source, verb - 1) or source, NOTHING, verb)


def _who_of(frame: Frame, source: range, who: int) -> range:
    """Whom "who" means behind a thing: "a letter from | a nurse who said"; nobody else's."""
    if frame.words[who].lower != "who" or "I" not in frame.classes_in(source):
        return NOTHING
    start = source.start + frame.classes_in(source).rfind("I") + 1
    person = names_a_person(frame.head_of(range(start, source.stop)))
    head = frame.head_of(range(source.start, start - 1))
    text = is_written(head) or is_given_out(head) or head in message_nouns()
    thing = text or (person and not names_a_person(head))
    return range(start, source.stop) if thing else NOTHING


# As in "Olm, | who was there, who said":
_RELATIVE_BETWEEN = re.compile(r"(?<=[NPp]),W[^,;:QBT]*[AVK][^,;:QBT]*$")
_NOT_BUT = re.compile(rf"(?P<before>[NPp],)X{CORE}$")  # "Olm, | not Hale, who said"
_WHEN_BY = re.compile(r"[MZP]*[MZ][MZP]*I")  # "on 4 May by | the inspectorate, which"


def _with_role_before(frame: Frame, source: range, verb: int) -> Subject:
    """Add the role that stands before a name: "the harbour master, Ana Olm"."""
    match = _ROLE_BEFORE.search(frame.classes[: source.start])
    noun = frame.words[match.end("role") - 1].lower if match else ""
    named = frame.classes[source.start : source.start + 1] == "P" and names_a_person(noun)
    return Subject(source, _range(match, "role") if match and named else NOTHING, verb)


def _across_apposition(frame: Frame, verb: int) -> Subject | None:
    """The subject left of an apposition: "Ana Olm, a nurse from Ruhl, said"."""
    left = _without_nicknames(frame, verb - 1)
    if whose := _WHOSE.search(left):
        return Subject(_range(whose, "np"), range(*whose.span("role")), verb)
    if there := _THERE.search(left):
        return Subject(_range(there, "np"), NOTHING, verb)
    left = _WHOSE_NAMED.sub(lambda match: match[0].replace(",", "N"), left)
    position = max(left.rfind(mark) for mark in ";:-Q") + 1
    segments = left[position:].split(",")
    told = [i for i in range(len(segments)) if _tells(segments[i:])]
    start = max(told, default=-1) + 1
    ends = position + len(",".join(segments[:start]))
    led = _LED_BY_THAT.search(left, position, ends) if start and start < len(segments) else None
    if led and not _is_name(segments, start):
        return Subject(_range(led, "np"), _apposition(frame, ends + 1, verb - 1), verb)
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
        match = _first_in(segment) if number >= start else None
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
    return _range(led, "role") if led else NOTHING


_ROLE_BEHIND_THAT = re.compile(r"T(?P<role>D[NKpP]*N)$")  # "that | the owner, Ana Olm, said"
_LED_BY_THAT = re.compile(rf"T(?P<np>{SUBJECT})$")  # "said that | Olm, the owner, had told"


def _without_nicknames(frame: Frame, end: int) -> str:
    """The classes before `end`, a few quoted words in an apposition as a name: "known as “Eel”"."""
    left = frame.classes[:end]
    quotation = frame.words[end - 1].quotation if left.endswith("Q") else None
    nickname = quotation is not None and quotation.length < _NICKNAME
    return left[:-1] + "N" if nickname and _IN_APPOSITION.search(left) else left


_NICKNAME = 4  # words
_IN_APPOSITION = re.compile(r",[YKNDPIWM][^,;:Q]*Q$")


def _behind_that(frame: Frame, verb: int) -> Subject | None:
    """The subject of a clause with "that": "it was then that Olm, a nurse, said"."""
    match = re.search(rf"T(?P<np>{SUBJECT}),[^;:Q]*$", frame.classes[: verb - 1])
    return Subject(_range(match, "np"), NOTHING, verb) if match else None


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
    return pure and bool(segments[index]) and not _is_town(segments, index)


def _is_town(segments: Sequence[str], index: int) -> bool:
    return index > 0 and segments[index - 1].endswith("P") and segments[index] == "P"


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
