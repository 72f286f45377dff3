"""Attribution: in one frame, which words report, whose they are, and what is reported.

The grammar is written as regular expressions over the classes of the words (see `frames`), one
letter a word, so that a pattern such as "a noun phrase, then auxiliaries, then the cue" reads as it
sounds. It knows the shapes that news has for it:

    subject + cue + words        the mayor said (that) it sank    Olm, a smith, told us it sank
    words + subject + cue        it sank, the mayor said          “It sank,” he said
    words + cue + subject        it sank, said the mayor
    subject + … + cue in -ing    the mayor wept, saying it sank
    according to + source        according to Olm, it sank        it sank, according to Olm
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.model import Span
from twosource.reading.frames import Frame
from twosource.reading.verbs import Form, Takes, Verb, particles


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with what belongs to it. All ranges count words of the frame and are half open.

    `source` is empty where nobody is named; `role` is what stands in apposition to it. `content`
    may come in pieces. `sense` is that of the cue.
    """

    cue: range
    source: range
    role: range
    content: tuple[range, ...]
    sense: str
    listener: range
    shape: str


NOBODY = range(0)
_A_SENTENCE = 60  # code points from which a quotation after a comma is a sentence of its own

# A noun phrase: "the regime's newly elected speaker", then "of …", "in …", "and …", "(…)".
_CORE = r"(?:D{0,3}(?:[LX](?=[NPKYVpM]))*(?:[NPpMZ]|(?<=[DpLM])[KYGV](?=[NPpKM]))*+(?<=[NPpMZ])|D)"
_PHRASE = rf"{_CORE}(?:\([^()]{{1,9}}\))?(?:(?:[IOE]|C){_CORE}(?:\([^()]{{1,9}}\))?)*+"
_SUBJECT = rf"(?:[RJ](?![RJ])|{_PHRASE})"
_AUX = r"(?:[AXL]|[KVY]L?E|(?<=A)E)*"
# What may open a clause before its subject: "On Thursday", "In a statement", "Later".
_LEAD = rf"(?:[CBL]|D?M?Z+M?,?|I{_CORE}(?:O{_CORE})?,?)*?"
_BEFORE_CUE = re.compile(
    rf"(?:^|(?<=[,;:\-QBCTWVKAYG()]))(?P<lead>{_LEAD})(?P<np>{_SUBJECT})(?P<aux>{_AUX})$"
)
_ONLY_AUX = re.compile(rf"(?P<aux>{_AUX})$")
_AFTER_CUE = re.compile(rf"L?(?P<np>{_SUBJECT})(?P<end>$|[,;:\-.(QWIZLBGM])")
_FIRST_SUBJECT = re.compile(rf"(?P<lead>(?:{_LEAD}))(?P<np>{_SUBJECT})(?=[AXLVKYG,W(]|$)")
_ADVERBIAL = re.compile(r"^C?(?:[IELZGYTW]|B(?=.*[AVK]))")
_FINITE = re.compile(r"[AVK]")
# Between a cue and its words: "told CPB on Friday", "said in a statement".
_LISTENER = re.compile(rf"(?:[RJ]|{_CORE}(?:[O]{_CORE}|C{_CORE}|\([^()]{{1,9}}\))*)")
_LONG_LISTENER = re.compile(r"[^AVKGYR;:-]{1,16}?(?=T)")
_ASIDE = rf"(?:L|D?M?Z+M?|[IOE]{_CORE}|,?I[ZMD]+,?)*?"
_TO_THAT = re.compile(rf"{_ASIDE}(?:,[^,;:QTVAKG]*(?:,|(?=T)))?(?P<that>T|,?(?=Q)|:)")
_NOTHING = re.compile(rf"{_ASIDE}(?:$|[,;.]|-)")
_LEAD_ASIDE = re.compile(r"(?:L|I?D?M?Z+M?)*")
_TRAILING = ",;:-.CB"


def find_attributions(frame: Frame) -> list[Attribution]:
    """The attributions of a frame, in order of their cues."""
    found = list(_according_to(frame))
    for index, word in enumerate(frame.words):
        if word.verb is not None and word.kind in "VG":
            attribution = _at_verb(frame, index, word.verb, found)
            if attribution is not None:
                found.append(attribution)
    return sorted(found, key=lambda a: a.cue.start)


def _at_verb(frame: Frame, index: int, verb: Verb, found: list[Attribution]) -> Attribution | None:
    """The attribution at one reporting verb, by the first shape that fits."""
    shapes = (_participle,) if frame.classes[index] == "G" else (_inverted, _normal)
    for shape in shapes:
        attribution = shape(frame, index, verb, found)
        if attribution is not None:
            return attribution
    return None


# ── “…”, said the mayor ──────────────────────────────────────────────────────────────────────────


def _inverted(frame: Frame, index: int, verb: Verb, _: list[Attribution]) -> Attribution | None:
    if index == 0 or not verb.takes(Takes.CLAUSE, Takes.MARKS, Takes.LISTENER):
        return None
    before, left = frame.classes[index - 1], frame.classes[:index]
    after_marks = before == "Q" or left.endswith(("Q,", "Q-"))
    match = _AFTER_CUE.match(frame.classes, index + 1)
    if match is None or verb.form is Form.BASE:
        return None
    whole = match["end"] in ("", ".")
    after_clause = before in ",-" and (_is_clause(left) or whole) and verb.takes(Takes.CLAUSE)
    if not (after_marks or after_clause):
        return None
    source = range(match.start("np"), match.end("np"))
    content = _before(frame, index)
    if not content:
        return None
    role, end = _role_after(frame, source)
    more = _resumed(frame, end) if after_marks else ()
    cue = range(index, index + 1)
    return Attribution(cue, source, role, (*content, *more), verb.sense, NOBODY, "inverted")


def _is_clause(left: str) -> bool:
    """Whether the words before a comma make a clause, not a subject with its apposition."""
    plain = re.sub(r",?W[^,]*,?", "", left.rstrip(",-"))
    return bool(_FINITE.search(plain.split(",")[0]) or _FINITE.search(plain.rsplit(",", 1)[-1]))


def _role_after(frame: Frame, source: range) -> tuple[range, int]:
    """An apposition after the subject, ", the mayor of Ulm," and where what follows begins."""
    classes = frame.classes
    if source.stop < len(classes) and classes[source.stop] == ",":
        match = re.compile(rf"(?:W[^Q;:.]*?|M|{_PHRASE})(?=[,;:\-.QW]|[IZ]|$)").match(
            classes, source.stop + 1
        )
        if match and match.end() > match.start() and classes[match.start()] in "DNWMPp":
            return range(match.start(), match.end()), match.end()
    return NOBODY, source.stop


def _resumed(frame: Frame, start: int) -> tuple[range, ...]:
    """A quotation taken up again after its speaker: “…,” she said, “…”."""
    match = re.compile(rf"(?:{_ASIDE})[,:.]?(?P<again>Q+)").match(frame.classes, start)
    return (range(match.start("again"), match.end("again")),) if match else ()


# ── The mayor said … and …, the mayor said ───────────────────────────────────────────────────────


def _normal(frame: Frame, index: int, verb: Verb, found: list[Attribution]) -> Attribution | None:
    subject = _subject(frame, index, found)
    if subject is None:
        return None
    source, role, cue_start = subject
    cue_end = _cue_end(frame, index)
    listener, start = _listener(frame, cue_end, verb)
    content = _words_of(frame, source.start if source else index, start, verb)
    if not content:
        return None
    cue = range(cue_start, cue_end)
    return Attribution(cue, source, role, content, verb.sense, listener, "normal")


def _subject(frame: Frame, index: int, found: list[Attribution]) -> tuple[range, range, int] | None:
    """The subject of a verb: source, role, and where the cue with its auxiliaries begins."""
    left = frame.classes[:index]
    aux = _ONLY_AUX.search(left)
    start = aux.start("aux") if aux else index
    before = left[start - 1] if start else ""
    if before == "W":
        return _antecedent(frame, start - 1, start)
    if before in ",)" and before:
        return _over_apposition(frame, start)
    match = _BEFORE_CUE.search(left)
    if match and match["np"]:
        return _with_role_before(
            frame, range(match.start("np"), match.end("np")), match.start("aux")
        )
    if before and before in "CB-":
        return _shared(frame, start, found)
    return None


def _with_role_before(frame: Frame, source: range, cue: int) -> tuple[range, range, int] | None:
    """Add the role that stands before a name: "the harbour master, Ana Olm"."""
    before = frame.classes[: source.start]
    match = re.search(rf"(?:^|[,;:\-QBCT])(?:{_LEAD})(?P<role>D{_CORE}(?:[OI]{_CORE})*),$", before)
    if match and frame.classes[source.start] == "P":
        return source, range(match.start("role"), match.end("role")), cue
    return source, NOBODY, cue


def _antecedent(frame: Frame, relative: int, cue: int) -> tuple[range, range, int] | None:
    """The noun phrase before "who" or "which"."""
    left = frame.classes[:relative].rstrip(",")
    match = re.search(rf"(?P<np>{_PHRASE})$", left)
    return (
        (range(match.start("np"), match.end("np")), NOBODY, cue) if match and match["np"] else None
    )


def _over_apposition(frame: Frame, cue: int) -> tuple[range, range, int] | None:
    """The subject left of an apposition: "Ana Olm, a nurse from Ruhl, said"."""
    left = frame.classes[: cue - 1]
    position = max(left.rfind(mark) for mark in ";:-Q") + 1
    segments = left[position:].split(",")
    first = 1 + max((i for i, _ in enumerate(segments) if _is_statement(segments[i:])), default=-1)
    for number, segment in enumerate(segments):
        match = _FIRST_SUBJECT.match(segment) if number >= first else None
        if match and match["np"] and not _ADVERBIAL.match(segment):
            source = range(position + match.start("np"), position + match.end("np"))
            return source, _role(frame, source.stop + 1, cue - 1), cue
        position += len(segment) + 1
    return None


def _role(frame: Frame, start: int, end: int) -> range:
    """An apposition, if what stands between two commas is one and no date or place."""
    return range(start, end) if start < end and frame.classes[start] in "DNWPpMC" else NOBODY


def _is_statement(segments: list[str]) -> bool:
    """Whether the first of some stretches between commas tells what somebody did.

    A clause with "who" does not, nor does a participle ("known as …") unless a name follows it.
    """
    participle = "" if any(s.startswith("P") for s in segments[1:]) else "CKY"
    return bool(re.search(r"[AVK]", re.sub(r"[WB].*", "", segments[0].lstrip(participle + "C"))))


def _shared(frame: Frame, cue: int, found: list[Attribution]) -> tuple[range, range, int] | None:
    """The subject of a verb that stands beside another one: "the mayor wept and said"."""
    if found and found[-1].source:
        return found[-1].source, NOBODY, cue
    match = _FIRST_SUBJECT.match(frame.classes)
    return (
        (range(match.start("np"), match.end("np")), NOBODY, cue) if match and match["np"] else None
    )


def _cue_end(frame: Frame, index: int) -> int:
    """Past the verb and a particle that belongs to it: "pointed out that"."""
    after = frame.words[index + 1] if index + 1 < len(frame.words) else None
    beyond = frame.classes[index + 2 : index + 3]
    return (
        index + 2
        if after and after.lower in particles() and beyond in ("T", "Q", ",", ":", "")
        else index + 1
    )


def _listener(frame: Frame, start: int, verb: Verb) -> tuple[range, int]:
    """Who is told, where the verb takes a listener, and where what follows begins."""
    if not verb.takes(Takes.LISTENER):
        return NOBODY, start
    match = _LISTENER.match(frame.classes, start)
    if not match:
        return NOBODY, start
    that = _LONG_LISTENER.match(frame.classes, match.end())
    return range(match.start(), match.end()), that.end() if that else match.end()


# ── Which words are reported ─────────────────────────────────────────────────────────────────────


def _words_of(frame: Frame, source: int, start: int, verb: Verb) -> tuple[range, ...]:
    """The words a verb reports; its subject begins at `source` and its cue ends at `start`."""
    classes = frame.classes
    before = _before(frame, source)
    before = before if _tells(frame, before) else ()
    if verb.takes(Takes.CLAUSE, Takes.THAT, Takes.LISTENER, Takes.MARKS):
        if before and _ends_in_marks(frame, before):
            return (*before, *_resumed(frame, start))
        that = _TO_THAT.match(classes, start)
        if that and not (before and that["that"] == ","):
            return _clause(frame, _past(frame, that.end()))
        if before and _NOTHING.match(classes, start):
            return (*before, *_after_comma(frame, start))
    if not verb.takes(Takes.CLAUSE, Takes.LISTENER, Takes.OBJECT):
        return ()
    lead = _LEAD_ASIDE.match(classes, start)
    begin = lead.end() if lead else start
    if verb.takes(Takes.CLAUSE, Takes.LISTENER):
        return _clause(frame, begin)
    return _object(frame, start)


def _past(frame: Frame, position: int) -> int:
    while position < len(frame.classes) and frame.classes[position] in "T:,":
        position += 1
    return position


def _ends_in_marks(frame: Frame, content: tuple[range, ...]) -> bool:
    return frame.classes[content[-1].stop - 1] == "Q"


def _before(frame: Frame, end: int) -> tuple[range, ...]:
    """The words that stand before a subject or cue at `end`, up to a comma or quotation mark."""
    classes = frame.classes[:end]
    classes = classes.rstrip("CBL") if classes[-1:] in "CBL" else classes
    if not classes or classes[-1] not in "Q,-":
        return ()
    stop = len(classes.rstrip(",-"))
    start = max((m.end() for m in re.finditer(r"[;]", classes[:stop])), default=0)
    start = max(start, _past_dateline(frame))
    start += len(classes[start:stop]) - len(classes[start:stop].lstrip("CB,-"))
    run = re.search(r"Q+$", classes[start:stop])
    if run and _stands_alone(frame, start + run.start()):
        return (range(start + run.start(), stop),)
    return (range(start, stop),) if start < stop else ()


_DATELINE = re.compile(r"P+(?:,?[PZMN,]{1,8})?(?:\(P+\))?-")


def _past_dateline(frame: Frame) -> int:
    """Where the text begins after "PORT OLM, May 3 (XYZ) -"."""
    match = _DATELINE.match(frame.classes)
    return match.end() if match else 0


def _tells(frame: Frame, content: tuple[range, ...]) -> bool:
    """Whether words before a comma are a clause or quotation, and not "On Friday,"."""
    if not content:
        return False
    classes = frame.classes[content[-1].start : content[-1].stop]
    return classes.endswith("Q") or bool(_FINITE.search(classes))


def _stands_alone(frame: Frame, index: int) -> bool:
    """Whether a quotation is a sentence of its own and not the end of the one it stands in."""
    if index == 0 or frame.classes[index - 1] in ":.":
        return True
    words = frame.words[index].quotation
    return words is not None and frame.classes[index - 1] in ",-" and len(words.words) > _A_SENTENCE


def _after_comma(frame: Frame, start: int) -> tuple[range, ...]:
    """The rest of a sentence that its speaker interrupts: "the fire, she said, was out"."""
    match = re.compile(rf"{_ASIDE},(?=[CB]?[^GVWB;-])").match(frame.classes, start)
    if not match or not re.match(r"C?(?:A|K|V|[IOE]|C)", frame.classes[match.end() :]):
        return ()
    return _clause(frame, match.end())


def _clause(frame: Frame, start: int) -> tuple[range, ...]:
    """A reported clause from `start` to where another voice takes over."""
    end = len(frame.classes)
    cut = re.compile(r";|,[CB]?(?=G)|,C?B?(?=(?:R|P+|D[NP]+)L?A?V)|-(?=[^-]*$)").search(
        frame.classes, start
    )
    end = cut.start() if cut and cut.start() > start else end
    return _trim(frame, start, end)


def _object(frame: Frame, start: int) -> tuple[range, ...]:
    """What a verb such as "criticised" is about: to the end of the clause."""
    classes = "".join("I" if w.lower == "as" else w.kind for w in frame.words)
    cut = re.compile(r"[;:]|-|,(?![^,;]*Q)|C(?=L?[VKA])|B").search(classes, start)
    return _trim(frame, start, cut.start() if cut and cut.start() > start else len(classes))


def _trim(frame: Frame, start: int, end: int) -> tuple[range, ...]:
    while end > start and frame.classes[end - 1] in _TRAILING:
        end -= 1
    return (range(start, end),) if end > start else ()


# ── The mayor wept, saying … ─────────────────────────────────────────────────────────────────────


def _participle(
    frame: Frame, index: int, verb: Verb, found: list[Attribution]
) -> Attribution | None:
    shared = _shared(frame, index, found)
    if shared is None or frame.classes[index - 1 : index] in ("I", "B"):
        return None
    end = _cue_end(frame, index)
    listener, start = _listener(frame, end, verb)
    content = _words_of(frame, 0, start, verb)
    if not content:
        return None
    cue = range(index, end)
    return Attribution(cue, shared[0], NOBODY, content, verb.sense, listener, "participle")


# ── According to the mayor ───────────────────────────────────────────────────────────────────────


def _according_to(frame: Frame) -> Iterator[Attribution]:
    for index, word in enumerate(frame.words[:-2]):
        if word.lower != "according" or frame.words[index + 1].lower != "to":
            continue
        match = re.compile(_SUBJECT).match(frame.classes, index + 2)
        if not match or not match.group():
            continue
        source = range(match.start(), match.end())
        role, end = _role_after(frame, source)
        content = _stated_beside(frame, index, end)
        if content:
            yield Attribution(
                range(index, index + 2), source, role, content, "says", NOBODY, "according to"
            )


def _stated_beside(frame: Frame, cue: int, end: int) -> tuple[range, ...]:
    """What "according to" governs: what follows it in front of a sentence, else what precedes."""
    left = frame.classes[:cue].rstrip(",")
    if not left.strip("CBL"):
        start = end + len(frame.classes[end:]) - len(frame.classes[end:].lstrip(",:"))
        return _trim(frame, start, len(frame.classes))
    start = max((m.end() for m in re.finditer(r"[;]", left)), default=0)
    return _trim(frame, start, len(left))


def span_of(frame: Frame, words: range) -> Span:
    """The characters from the first to the last of some words of a frame."""
    return Span(frame.words[words.start].span.start, frame.words[words.stop - 1].span.end)
