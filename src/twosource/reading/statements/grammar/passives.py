"""At second hand and in the passive: who is quoted, told, thought or denied to have said it.

quoting … as saying          XPA quoted Olm as saying that it sank
passive                      it is thought to have sunk    the claim was denied by the owners
told                         the owners were told that it sank
described by                 hailed by Olm as “a gem”
heard, asked                 the court heard that it sank    asked whether it sank
"""

import re
from collections.abc import Iterator

from twosource.model import Polarity, Sense
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.announced import message_from
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.listeners import listener
from twosource.reading.statements.grammar.main_subjects import Subject, role_after
from twosource.reading.statements.grammar.phrases import ASIDE, CORE, PHRASE, SUBJECT
from twosource.reading.statements.grammar.polarity import of_a_claim, polarity_of
from twosource.reading.statements.grammar.reported import (
    asks,
    clause,
    resumed,
    trimmed,
    words_before,
)
from twosource.reading.statements.grammar.subjects import claim_before, subject_before
from twosource.reading.statements.grammar.unlisted import is_somebody
from twosource.reading.statements.lexicon.titles import is_body
from twosource.reading.statements.lexicon.verbs import (
    Takes,
    Verb,
    is_hearing,
    is_impersonal,
    is_inquiring,
    is_learning,
    is_naming,
    is_quoting,
    is_sitting,
)

_QUOTED_AS = re.compile(rf"(?P<np>{SUBJECT})(?:,(?P<role>[^,;:Q]+),)?B(?:AL?)?(?P<cue>[GVK])T?")
_QUOTED_BY = re.compile(rf"(?:I(?P<by>{PHRASE}),?)?{ASIDE}B(?P<cue>[GV])T?")
_ASIDE_ONLY = re.compile(rf"{ASIDE}$")  # "as saying | at a meeting on Friday"
_QUOTED = re.compile(rf"(?P<np>{SUBJECT})[:,]Q")


def quoted_as(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    """What “XPA quoted Olm as saying” passes on."""
    match = _QUOTED_AS.match(frame.classes, index + 1) if is_quoting(verb) else None
    relay = subject_before(frame, index, shared) if match else None
    if match is None or relay is None:
        return None
    source, cue = range(*match.span("np")), range(*match.span("cue"))
    role = range(*match.span("role")) if match["role"] else NOTHING
    said = frame.words[cue.start].verb
    told, start = listener(frame, match.end(), said) if said else (NOTHING, match.end())
    content = _quoted_around(frame, relay, start + frame.classes.startswith("T", start))
    if not content:
        return None
    polarity = polarity_of(frame, cue, source, said)
    return Attribution(
        cue, source, role, content, Shape.QUOTED, said, polarity, told, relays=(relay.source,)
    )


def _quoted_around(frame: Frame, relay: Subject, start: int) -> tuple[range, ...]:
    """The words behind "as saying", else those before who quotes; both of one quotation."""
    first = min(part.start for part in (relay.source, relay.role) if part)
    before = words_before(frame, first)
    again = resumed(frame, start) if before and frame.classes[before[-1].stop - 1] == "Q" else ()
    if again:
        return (*before, *again)
    aside = _ASIDE_ONLY.match(frame.classes, start)
    return (() if aside else clause(frame, start)) or before


def quoted(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    """What “Olm quoted her mother: …” passes on."""
    match = _QUOTED.match(frame.classes, index + 1) if is_quoting(verb) else None
    relay = subject_before(frame, index, shared) if match else None
    if match is None or relay is None:
        return None
    content = (range(match.end() - 1, match.end()),)
    source = message_from(frame, match.end() - 2)[0] or range(*match.span("np"))
    cue = range(index, index + 1)
    return Attribution(
        cue, source, NOTHING, content, Shape.QUOTED, as_sense=Sense.SAYS, relays=(relay.source,)
    )


def quoted_by(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    """What “Olm was quoted by XPA as saying” passes on."""
    match = _QUOTED_BY.match(frame.classes, index + 1) if is_quoting(verb) else None
    subject = subject_before(frame, index, shared) if match else None
    if match is None or subject is None:
        return None
    said = frame.words[match.start("cue")].verb
    told, start = listener(frame, match.end(), said) if said else (NOTHING, match.end())
    start += frame.classes.startswith("T", start)
    late = _by(frame, match.end())
    behind = () if _ASIDE_ONLY.match(frame.classes, start) else clause(frame, start)
    content = words_before(frame, subject.source.start) if late or not behind else behind
    if not content:
        return None
    relay = range(*match.span("by")) if match["by"] else late
    source, cue = subject.source, range(subject.verb, match.end("cue"))
    polarity, relays = polarity_of(frame, cue, source, said), (relay,) if relay else ()
    return Attribution(
        cue, source, subject.role, content, Shape.QUOTED, said, polarity, told, relays=relays
    )


_TO_HAVE_SAID = re.compile(r"EAL?V(?:[^AVKG,]{0,3}[TQ]|(?:R|D[NP]+)[AVK])")
_CLAUSE = re.compile(r"(?=(?:D?[NP]+|R)[XL]?[AVK])")  # "it is thought | the ferry sank"
_BEHIND = re.compile(
    rf"(?P<to>E)(?=[AKVNL])|(?P<that>T)|(?P<at>I)(?=[LDI]*M)|(?P<clause>{_CLAUSE.pattern})"
)


def passive(frame: Frame, index: int, verb: Verb, _: range) -> Attribution | None:
    """What is said, thought or expected by nobody in particular: "is thought to have sunk"."""
    match = _BEHIND.match(frame.classes, index + 1)
    if match is None or not _is_thought(frame, index, verb, match.lastgroup):
        return None
    way, subject = match.lastgroup, subject_before(frame, index, NOTHING)
    said = clause(frame, match.end() if way == "that" else match.start())
    if subject is None or not said:
        return None
    whole = range(subject.source.start, subject.verb)  # with "the champions of Ruhl,"
    about = trimmed(frame, whole.start, whole.stop) if way in {"to", "at"} else ()
    cue = range(subject.verb, index + 1)
    polarity = polarity_of(frame, cue, NOTHING, verb)
    return Attribution(cue, NOTHING, NOTHING, (*about, *said), Shape.PASSIVE, verb, polarity)


def _is_thought(frame: Frame, index: int, verb: Verb, way: str | None) -> bool:
    """Whether nobody in particular says what follows: to do, that, at a number, or a clause.

    In "is said to have told" the verb behind it reports.
    """
    it = frame.words[0].lower == "it" and not frame.classes[1:index].strip("AXL")
    if way is None or (way == "clause" and not it):
        return False
    takes = verb.takes(Takes.NUMBER) if way == "at" else verb.takes(Takes.CLAUSE, Takes.THAT)
    reports = _TO_HAVE_SAID.match(frame.classes, index + 1)
    return takes and not verb.takes(Takes.LISTENER) and not reports


def told(frame: Frame, index: int, verb: Verb, _: range) -> Attribution | None:
    """What somebody "was told": by whom they had asked, or by nobody that is named.

    Not so "owners were told to stop", which gives no words.
    """
    that = _THAT.match(frame.classes, index + 1) if verb.takes(Takes.LISTENER) else None
    that = that or (_CLAUSE.match(frame.classes, index + 1) if verb.lemma == "tell" else None)
    subject = subject_before(frame, index, NOTHING) if that else None
    content = clause(frame, that.end()) if that else ()
    if subject is None or not content:
        return None
    asked = _HAVING_ASKED.search(frame.classes, 0, subject.verb)
    rung = frame.words[asked.start()].lower if asked else ""
    source = range(*asked.span("np")) if asked is not None and is_inquiring(rung) else NOTHING
    called = rung.startswith(("call", "ask"))  # "called the sale a fraud"
    source = NOTHING if source and called and not is_somebody(frame, source) else source
    cue = range(subject.verb, index + 1)
    return Attribution(
        cue, source, NOTHING, content, Shape.PASSIVE, verb,
        polarity_of(frame, cue, NOTHING, verb), subject.source, as_sense=Sense.SAYS,
    )  # fmt: skip


_THAT = re.compile(rf"{ASIDE}T")
_HAVING_ASKED = re.compile(  # "rang the mayor for help and | was told"
    rf"[VK](?P<np>{CORE}(?:O{CORE})*)(?:[IE]{CORE})*(?:E[VN])?(?:,?C|,)$"
)


def passive_by(frame: Frame, index: int, verb: Verb, _: range) -> Attribution | None:
    """What is denied, described or told by somebody: "the claim was denied by the owners"."""
    source = _by(frame, index + 1)
    if not source or not verb.takes(Takes.CLAUSE, Takes.LISTENER, Takes.OBJECT):
        return None  # as in "signed by"
    subject = claim_before(frame, index) or subject_before(frame, index, NOTHING)
    if subject is None or not subject.source:
        return None
    role, end = role_after(frame, source)
    content = _made_of(frame, verb, subject.source, end)
    if not content:
        return None
    cue = range(subject.verb, index + 1)
    polarity = of_a_claim(frame, verb, content, polarity_of(frame, cue, NOTHING, verb))
    told_to = subject.source if verb.takes(Takes.LISTENER) else NOTHING
    return Attribution(cue, source, role, content, Shape.PASSIVE, verb, polarity, told_to)


_TOLD_THAT = re.compile(r"(?:,?W[^,;:TQ]*)?,?T")


def _made_of(frame: Frame, verb: Verb, subject: range, end: int) -> tuple[range, ...]:
    """What somebody makes of a subject or tells it; nothing where that gives no words."""
    told = _TOLD_THAT.match(frame.classes, end)
    listens = verb.takes(Takes.LISTENER)
    if listens and not told and frame.classes.startswith("W", end):
        rest = words_before(frame, subject.start)  # "…, XPA was told by a clerk who saw it"
    elif not told and frame.classes.startswith(("W", ",W"), end):
        rest = ()  # "was confirmed by Olm, who said"
    else:
        rest = clause(frame, told.end() if told else end)
    if rest and not told and frame.classes[rest[0].start] == "V":
        return ()  # "two men quoted by XPA said": that is who spoke
    claimed = frame.classes_in(subject).find("T") > 0
    if not rest and verb.polarity is Polarity.SAYS and not claimed:
        return ()  # "was called by the owners": nothing is said of what they made of it
    return rest if told or listens else (subject, *rest)


def described_by(frame: Frame) -> Iterator[Attribution]:
    """What somebody's words make of it: "hailed by Olm as “a gem”", "dubbed “a gem” by Olm"."""
    for pattern in (_BY_AS, _AS_BY):
        for match in pattern.finditer(frame.classes):
            by = frame.words[match.start("by")].lower == "by"
            verb = frame.words[match.start("cue")].verb
            named = match["as"] is not None or (verb is not None and is_naming(verb))
            as_ = match["as"] is None or frame.words[match.start("as")].lower == "as"
            if by and named and as_:
                source, content = range(*match.span("np")), (range(*match.span("quotation")),)
                cue = range(match.start("cue"), match.start("cue") + 1)
                yield Attribution(cue, source, NOTHING, content, Shape.PASSIVE, as_sense=Sense.SAYS)


_BY_AS = re.compile(rf"(?P<cue>[VYK])(?P<by>I)(?P<np>{PHRASE})(?P<as>B)(?P<quotation>Q)")
_AS_BY = re.compile(rf"(?P<cue>[VYK])(?P<as>B)?(?P<quotation>Q)(?P<by>I)(?P<np>{PHRASE})")


def heard_or_asked(frame: Frame) -> Iterator[Attribution]:
    """What is put before somebody: "the court heard that it sank", "asked if it sank, he left"."""
    for index in range(len(frame.words) - 1):
        cue, start = range(index, index + 1), index + 1
        if _is_asked(frame, index):
            comma = frame.classes.find(",", index)
            content = clause(frame, start) if comma < 0 else (range(start, comma),)
        elif _HEARD_THAT.search(frame.classes[:start]) and frame.words[index].lower == "heard":
            heard = frame.classes.startswith("T", start) and is_body(frame.words[index - 1].lower)
            content = clause(frame, start + 1) if heard else ()
        else:
            continue
        if content:
            yield Attribution(cue, NOTHING, NOTHING, content, Shape.PASSIVE, as_sense=Sense.SAYS)


def _is_asked(frame: Frame, index: int) -> bool:
    passive = (
        index == 0 or frame.classes[index - 1] == "," or frame.words[index - 1].lower == "when"
    )
    return frame.words[index].lower == "asked" and passive and asks(frame, index + 1)


_HEARD_THAT = re.compile(r"D[NK]*N[KV]$")
_IS_TOLD = re.compile(r",D?[NP]+(?P<told>Y)\.?$")
_IT_IS_SAID = re.compile(r",RAL?[AL]?(?P<said>[NKVY])(?:ID?Z+)?\.?$")


def impersonal(frame: Frame) -> Iterator[Attribution]:
    """What nobody in particular says, behind the clause: "the ferry will be sold, it is said"."""
    if told := _IS_TOLD.search(frame.classes):
        cue = range(*told.span("told"))
        if content := words_before(frame, told.start() + 1):
            yield Attribution(cue, NOTHING, NOTHING, content, Shape.PASSIVE, as_sense=Sense.SAYS)
    match = _IT_IS_SAID.search(frame.classes)
    it = match is not None and frame.words[match.start() + 1].lower == "it"
    if match is not None and it and is_impersonal(frame.words[match.start("said")].lower):
        cue = range(match.start() + 1, match.end("said"))
        if content := words_before(frame, cue.start):
            yield Attribution(cue, NOTHING, NOTHING, content, Shape.PASSIVE, as_sense=Sense.SAYS)


_BY = re.compile(rf"I(?P<np>{PHRASE})")


def _by(frame: Frame, start: int) -> range:
    """Who stands behind "by": "denied by the owners", "was quoted as saying by the Courier"."""
    match = _BY.match(frame.classes, start)
    if match is None or frame.words[start].lower != "by" or not match["np"].strip("DMZ"):
        return NOTHING  # "is ordered by 20 September"
    deed = _OF_DOING.search(frame.classes, match.start("np"), len(frame.words))
    whose = deed is not None and frame.words[deed.end()].lower.endswith("ing")
    stop = deed.start() if deed and whose else match.end("np")
    return range(match.start("np"), min(stop, match.end("np")))


# What they are accused of stands behind those who accuse: "accused by the owners | of sinking it".
_OF_DOING = re.compile(r"[OI](?=[NGK](?:[DJpEPR]|$))")


# ── XPA has heard from two officials that … ──────────────────────────────────────────────────────

_FROM = re.compile(rf"(?P<from>I)(?P<np>{PHRASE})(?:,(?P<role>[^,;:QAVK]+),)?(?:T|,?(?=Q))")


def hears_from(frame: Frame, index: int) -> bool:
    """Whether a word is the verb of "has heard from two officials that"."""
    word = frame.words[index].lower
    hears = is_hearing(word) or is_learning(word)
    match = _FROM.match(frame.classes, index + 1) if hears else None
    return match is not None and frame.words[index + 1].lower == "from"


def heard_from(frame: Frame) -> Iterator[Attribution]:
    """What somebody "has heard from two officials"; whoever heard it passes it on, if named."""
    for index in range(len(frame.words)):
        match = _FROM.match(frame.classes, index + 1)
        if match and hears_from(frame, index):
            content = clause(frame, match.end())
            subject = subject_before(frame, index, NOTHING)
            named = subject is not None and frame.classes[subject.source.start] not in "RJ"
            named = named and not is_sitting(frame.words[index - 1].lower)
            relays = (subject.source,) if subject is not None and named else ()
            if content:
                cue, source = range(index, index + 2), range(*match.span("np"))
                role = range(*match.span("role")) if match["role"] else NOTHING
                yield Attribution(cue, source, role, content, Shape.QUOTED, relays=relays)
