"""Attribution: in one frame, which words report, whose they are, and what is reported.

The grammar is written as patterns over the classes of the words (see `phrases`), so that a pattern
such as "a noun phrase, then auxiliaries, then the cue" reads as it sounds. The shapes it knows:

    subject + cue + words        the mayor said (that) it sank    Olm, a smith, told us it sank
    words + subject + cue        it sank, the mayor said          “It sank,” he said
    words + cue + subject        it sank, said the mayor
    subject … cue in -ing        the mayor wept, saying it sank
    quoting … as saying          XPA quoted Olm as saying that it sank
    according to + source        according to Olm, it sank        it sank, according to Olm
    subject + colon              the mayor wept: “It sank.”
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from twosource.model import Polarity, Sense, Span
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.phrases import ASIDE, LEAD, PHRASE, SUBJECT
from twosource.reading.statements.polarity import of_a_claim, polarity_of
from twosource.reading.statements.reported import (
    Pieces,
    before_comma,
    before_second_verb,
    before_verb,
    clause,
    going_on,
    listener,
    past_dateline,
    resumed,
    trimmed,
    words_before,
    words_of,
)
from twosource.reading.statements.subjects import (
    NOTHING,
    Subject,
    led_by_after,
    main_subject,
    role_after,
    subject_before,
    subject_beside,
    subject_of_participle,
    subject_of_purpose,
)
from twosource.reading.statements.verbs import (
    Form,
    Takes,
    Verb,
    claim_nouns,
    is_deed,
    is_sign,
    particles,
    speaks_in_headlines,
)


class Shape(StrEnum):
    """How the parts of an attribution stand to one another."""

    SUBJECT_FIRST = "subject first"
    VERB_FIRST = "verb first"
    PARTICIPLE = "in -ing"
    QUOTED = "quoted as saying"
    ACCORDING_TO = "according to"
    COLON = "colon"
    TURN = "turn"
    TAGGED = "tagged"
    PASSIVE = "passive"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with what belongs to it. All ranges count words of the frame and are half open.

    `source` is empty where nobody is named; `role` is what stands in apposition to it; `listener`
    is who was told. `content` may come in pieces. `relay` passed the words on. `as_sense` is the
    sense where the verb alone does not tell it; `sure` is how sure the tagger is of what it reads.
    `rivals` are two sources that compete for quoted words, so that neither is the `source`.
    """

    cue: range
    source: range
    role: range
    content: Pieces
    shape: Shape
    verb: Verb | None = None
    polarity: Polarity = Polarity.SAYS
    listener: range = NOTHING
    relay: range = NOTHING
    as_sense: Sense | None = None
    sure: float = 1.0
    rivals: tuple[range, ...] = ()

    @property
    def sense(self) -> Sense:
        """What the cue makes of the words."""
        if self.as_sense is not None:
            return self.as_sense
        return self.verb.sense if self.verb else Sense.SAYS


_AFTER_CUE = re.compile(rf"(?:L|K(?=[NP]))*(?P<np>{SUBJECT})(?P<end>$|[,;:\-.(QWIZLBGM])")
_SUBORDINATE = re.compile(r",?W[^,]*,?")
_QUOTED_AS = re.compile(rf"(?P<np>{SUBJECT})B(?P<cue>[GV])T?")
_QUOTED_BY = re.compile(rf"(?:I(?P<by>{PHRASE}),?)?B(?P<cue>[GV])T?")
_NAMED = frozenset({"named", "identified", "quoted"})
_ASKED_NOT_TO = re.compile(r"XE")
_QUOTING = frozenset({"quote", "cite"})
_BEHIND_AS = re.compile(rf"{ASIDE},")
_NAMING = frozenset({"call", "dub", "label", "brand"})


def find_attributions(frame: Frame) -> list[Attribution]:
    """The attributions of a frame, in order of their cues."""
    found = [*_according_to(frame), *_nouns(frame)]
    for index, word in enumerate(frame.words):
        if word.verb is not None and word.kind in "VGY":
            attribution = _at_verb(frame, index, word.verb, found)
            if attribution is not None:
                found.append(attribution)
    found += _colons(frame, found)
    found += [*_as_put(frame, found), *_signed(frame), *_headlines(frame)]
    return sorted(found, key=lambda a: a.cue.start)


_Shape = Callable[[Frame, int, Verb, range], Attribution | None]


def _at_verb(frame: Frame, index: int, verb: Verb, found: list[Attribution]) -> Attribution | None:
    """The attribution at one reporting verb, by the first shape that fits."""
    shapes: dict[str, tuple[_Shape, ...]] = {
        "V": (_quoted_as, _inverted, _plain), "G": (_participle,),
        "Y": (_quoted_by, _passive, _passive_by),
    }  # fmt: skip
    shared = next(
        (a.source for a in reversed(found) if a.source and a.shape is not Shape.ACCORDING_TO),
        NOTHING,
    )
    for shape in shapes[frame.classes[index]]:
        attribution = shape(frame, index, verb, shared)
        if attribution is not None:
            return attribution
    return None


# ── “…”, said the mayor ──────────────────────────────────────────────────────────────────────────


def _inverted(frame: Frame, index: int, verb: Verb, _: range) -> Attribution | None:
    left = frame.classes[:index]
    match = _AFTER_CUE.match(frame.classes, index + 1)
    if match is None or verb.form is Form.BASE or left[-1:] not in tuple("Q,-"):
        return None
    source = range(match.start("np"), match.end("np"))
    role, end = role_after(frame, source)
    more = resumed(frame, end) if "Q" in left[-2:] else going_on(frame, end)
    named = "P" in frame.classes[source.start : source.stop] and "," not in left[:-1]
    if not _can_invert(left, verb, goes_on=bool(more) or (named and match["end"] in ("", "."))):
        return None
    content = words_before(frame, index)
    if not content:
        return None
    return Attribution(
        range(index, index + 1), source, role, (*content, *more), Shape.VERB_FIRST, verb
    )


def _can_invert(left: str, verb: Verb, *, goes_on: bool) -> bool:
    """Whether the words before a cue leave room for its subject behind it."""
    if left.endswith(("Q", "Q,", "Q-")):
        return verb.takes(Takes.CLAUSE, Takes.MARKS, Takes.LISTENER)
    plain = _SUBORDINATE.sub("", left.rstrip(",-"))
    ends = plain.split(",")[0], plain.rsplit(",", 1)[-1]
    return verb.takes(Takes.CLAUSE) and (goes_on or any(re.search(r"[AVK]", end) for end in ends))


# ── The mayor said …, and …, the mayor said ──────────────────────────────────────────────────────


def _plain(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    if _only_colours(frame, index, verb) or _asks_not_to(frame, index, verb):
        return None
    subject = _subject(frame, index, verb, shared)
    if subject is None:
        return None
    end = _end_of_cue(frame, index)
    told, start = listener(frame, end, verb)
    first = min(part.start for part in (subject.source, subject.role) if part)
    content = words_of(frame, first, start, verb)
    if verb.takes(Takes.CLAUSE, Takes.THAT):
        content = _beside_as(frame, first, start) or content
    if not content or _names_only(frame, verb, subject.source, content):
        return None
    if verb.sense is Sense.FINDS and _is_person(frame, subject.source, content):
        return None
    content = _inside_subordinate(frame, index, content)
    if frame.classes[subject.verb - 1] == "W":
        content = before_second_verb(frame, content)
    if frame.classes[subject.source.stop - 1] == "p":
        content = before_verb(frame, content)
    cue = range(subject.verb, end)
    polarity = of_a_claim(frame, verb, content, polarity_of(frame, cue, subject.source, verb))
    source = _holder(frame, subject.source, verb)
    deed = not verb.takes(Takes.CLAUSE, Takes.THAT) and is_deed(frame.words[source.stop - 1].lower)
    return Attribution(
        cue,
        source,
        subject.role,
        content,
        Shape.SUBJECT_FIRST,
        verb,
        polarity,
        told,
        as_sense=Sense.ATTITUDE if deed else None,
    )


def _only_colours(frame: Frame, index: int, verb: Verb) -> bool:
    """Whether a verb reports nothing itself but colours the one behind it: "declined to say"."""
    behind = _end_of_cue(frame, index)
    following = frame.words[behind].verb if behind < len(frame.words) else None
    idiom = " " in verb.lemma
    to_say = idiom and following is not None and following.takes(Takes.CLAUSE, Takes.THAT)
    nor = bool(_NOR.match(frame.classes, behind)) and frame.words[behind].lower == "nor"
    return nor or (verb.polarity is Polarity.WITHHOLDS and (to_say or not idiom))


_NOR = re.compile(r"C[VN]")


def _subject(frame: Frame, index: int, verb: Verb, shared: range) -> Subject | None:
    """The subject of a verb, also across "neither confirm nor" and "took to the air to"."""
    nor = index > 1 and frame.words[index - 1].lower == "nor"
    subject = subject_before(frame, index - 2 if nor else index, shared)
    if subject is None and verb.takes(Takes.CLAUSE, Takes.OBJECT):
        return subject_of_purpose(frame, index, says=verb.takes(Takes.CLAUSE))
    return subject


def _holder(frame: Frame, source: range, verb: Verb) -> range:
    """Whoever holds the banner that a text stands on; the source itself for all other sources."""
    nouns = [frame.words[i].lower for i in (*source[:2], source[-1])]
    if verb.lemma not in {"read", "say"} or not any(map(is_sign, nouns)):
        return source
    return main_subject(frame, source.start) or source


def _beside_as(frame: Frame, subject: int, end: int) -> Pieces:
    """The clause beside "as the mayor noted,": behind it, or before it."""
    if subject == 0 or frame.words[subject - 1].lower != "as":
        return ()
    behind = _BEHIND_AS.match(frame.classes, end)
    return clause(frame, behind.end()) if behind else words_before(frame, subject - 1)


def _is_person(frame: Frame, source: range, content: Pieces) -> bool:
    """Whether somebody only "showed no reaction": people find nothing out by showing things."""
    classes = frame.classes[source.start : source.stop]
    quoted = "Q" in {frame.classes[i] for piece in content for i in piece}
    if quoted:
        return False
    return classes[:1] in tuple("RW") or (not classes.strip("P") and len(content[0]) < _A_CLAUSE)


_A_CLAUSE = 4  # words


def _inside_subordinate(frame: Frame, index: int, content: Pieces) -> Pieces:
    """Words reported in a clause with "while" end where that clause does."""
    comma = frame.classes.find(",", index)
    first = frame.classes[:1] == "B" and not _CLAUSE_BEFORE.match(frame.classes, 1, index)
    led = first or re.match(r"[^,T]*B[RPDN]", frame.classes[:index])
    if not led or ("," in frame.classes[:index] and not first) or comma < 0:
        return content
    return tuple(c for p in content if (c := range(p.start, min(p.stop, comma)))) or content


_CLAUSE_BEFORE = re.compile(r"[^,]*[AVK][^,]*,")


def _names_only(frame: Frame, verb: Verb, source: range, content: Pieces) -> bool:
    """Whether a thing merely bears a name: "a firm called Lowmark"."""
    if verb.lemma not in _NAMING or {frame.classes[i] for i in source} & {"P", "R", "W"}:
        return False
    return bool(re.fullmatch(r"D?P+|Q", "".join(frame.classes[i] for i in content[0])))


def _asks_not_to(frame: Frame, index: int, verb: Verb) -> bool:
    """Whether somebody "asked not to be named" or "asked about it", which reports nothing."""
    behind = [word.lower for word in frame.words[index + 1 : index + 5]]
    unnamed = "to" in behind and not _NAMED.isdisjoint(behind)
    aside = behind[:1] == ["about"] or bool(_ASKED_NOT_TO.match(frame.classes, index + 1))
    return unnamed or (verb.lemma == "ask" and aside)


def _end_of_cue(frame: Frame, index: int) -> int:
    """Past the verb and a particle that belongs to it: "pointed out that"."""
    end = next((i for i in range(index + 1, len(frame.words)) if not frame.words[i].tail), index)
    if end > index + 1:
        return end
    after = frame.words[index + 1] if index + 1 < len(frame.words) else None
    beyond = frame.classes[index + 2 : index + 3]
    particle = (
        after is not None and after.lower in particles() and beyond in ("T", "Q", ",", ":", "")
    )
    return index + 2 if particle else index + 1


# ── The mayor wept, saying … ─────────────────────────────────────────────────────────────────────


def _participle(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    source = subject_of_participle(frame, index, shared)
    led = frame.classes[index - 1 : index]
    owned = led == "I" and frame.classes[source.stop - 1 : source.stop] == "p"
    if not source or verb.lemma in _QUOTING or led == "B" or (led == "I" and not owned):
        return None
    end = _end_of_cue(frame, index)
    told, start = listener(frame, end, verb)
    content = words_of(frame, 0, start, verb)
    if led_by_after(frame, index):
        content = before_comma(frame, content)
    if not content:
        return None
    return Attribution(
        cue=range(index, end),
        source=source,
        role=NOTHING,
        content=content,
        shape=Shape.PARTICIPLE,
        verb=verb,
        polarity=Polarity.WITHHOLDS if _short_of(frame, index) else verb.polarity,
        listener=told,
        relay=_witness(frame, source),
    )


def _short_of(frame: Frame, index: int) -> bool:
    """Whether somebody "stopped short of" saying it."""
    first = next((i for i in range(index - 1, -1, -1) if not frame.words[i].tail), index)
    verb = frame.words[first].verb
    return first < index - 1 and verb is not None and verb.polarity is Polarity.WITHHOLDS


def _witness(frame: Frame, source: range) -> range:
    """Whoever "recalled Olm saying" it."""
    verb = frame.words[source.start - 1].verb if source.start else None
    if verb is None or frame.words[source.start - 1].kind != "V" or verb.sense is not Sense.SAYS:
        return NOTHING
    subject = subject_before(frame, source.start - 1, NOTHING)
    return subject.source if subject is not None else NOTHING


# ── XPA quoted Olm as saying …, Olm was quoted by XPA as saying … ────────────────────────────────


def _quoted_as(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    match = _QUOTED_AS.match(frame.classes, index + 1) if verb.lemma in _QUOTING else None
    relay = subject_before(frame, index, shared) if match else None
    if match is None or relay is None:
        return None
    first = min(part.start for part in (relay.source, relay.role) if part)
    content = clause(frame, match.end()) or words_before(frame, first)
    source = range(match.start("np"), match.end("np"))
    cue = range(match.start("cue"), match.start("cue") + 1)
    said = frame.words[cue.start].verb
    if not content:
        return None
    return Attribution(
        cue,
        source,
        NOTHING,
        content,
        Shape.QUOTED,
        said,
        polarity_of(frame, cue, source, said),
        relay=relay.source,
    )


def _quoted_by(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    match = _QUOTED_BY.match(frame.classes, index + 1) if verb.lemma in _QUOTING else None
    subject = subject_before(frame, index, shared) if match else None
    if match is None or subject is None:
        return None
    relay = range(match.start("by"), match.end("by")) if match["by"] else NOTHING
    behind = clause(frame, match.end())
    late = _late_relay(frame, match.end())
    content = words_before(frame, subject.source.start) if late or not behind else behind
    cue = range(subject.verb, match.start("cue") + 1)
    said = frame.words[match.start("cue")].verb
    if not content:
        return None
    return Attribution(
        cue,
        subject.source,
        subject.role,
        content,
        Shape.QUOTED,
        said,
        polarity_of(frame, cue, subject.source, said),
        relay=relay or late,
    )


_TO_HAVE_SAID = re.compile(r"EAL?V")
_THOUGHT_TO = re.compile(r"(?P<to>E)(?=[AKVNL])|(?P<that>T)")


def _passive(frame: Frame, index: int, verb: Verb, _: range) -> Attribution | None:
    """What is said, thought or expected by nobody in particular: "is thought to have sunk"."""
    match = _THOUGHT_TO.match(frame.classes, index + 1)
    subject = subject_before(frame, index, NOTHING) if match else None
    if match is None or subject is None or not verb.takes(Takes.CLAUSE, Takes.THAT):
        return None
    if _TO_HAVE_SAID.match(frame.classes, index + 1):
        return None  # "is said to have told": the verb behind it reports
    if verb.takes(Takes.LISTENER):
        return None  # "owners were told to stop": somebody told them, and nobody thinks so
    about = () if match["that"] else (subject.source,)
    content = (*about, *clause(frame, match.end() if match["that"] else match.start()))
    cue = range(subject.verb, index + 1)
    if len(content) == len(about):
        return None
    return Attribution(
        cue, NOTHING, NOTHING, content, Shape.PASSIVE, verb, polarity_of(frame, cue, NOTHING, verb)
    )


def _passive_by(frame: Frame, index: int, verb: Verb, _: range) -> Attribution | None:
    """What is denied, described or told by somebody: "the claim was denied by the owners"."""
    match = _BY.match(frame.classes, index + 1)
    by = match is not None and frame.words[index + 1].lower == "by"
    subject = subject_before(frame, index, NOTHING) if by else None
    if match is None or subject is None or not subject.source:
        return None
    told = re.compile(r",?T").match(frame.classes, match.end())
    rest = clause(frame, told.end() if told else match.end())
    if not rest and verb.polarity is Polarity.SAYS:
        return None  # "was called by the owners": nothing is said of what they made of it
    content = rest if told else (subject.source, *rest)
    cue, source = range(subject.verb, index + 1), range(match.start("np"), match.end("np"))
    polarity = polarity_of(frame, cue, NOTHING, verb)
    if not content:
        return None
    return Attribution(cue, source, NOTHING, content, Shape.PASSIVE, verb, polarity)


_BY = re.compile(rf"I(?P<np>{PHRASE})")


def _late_relay(frame: Frame, start: int) -> range:
    """Who quotes, where it stands last: "… was quoted as saying by the Courier"."""
    match = _BY.match(frame.classes, start)
    if match is None or frame.words[start].lower != "by":
        return NOTHING
    return range(match.start("np"), match.end("np"))


# ── According to the mayor ───────────────────────────────────────────────────────────────────────

_SOURCE = re.compile(SUBJECT)
_CITING = re.compile(rf",G(?P<np>{PHRASE})")
_ONLY_WHEN = re.compile(rf"[CBL]?{LEAD}")
_CITED_BETWEEN = re.compile(rf",G{PHRASE}(?=,)")


def _according_to(frame: Frame) -> Iterator[Attribution]:
    for index, word in enumerate(frame.words[:-2]):
        match = _SOURCE.match(frame.classes, index + 2)
        if word.lower == "according" and frame.words[index + 1].lower == "to" and match:
            source = range(match.start(), match.end())
            role, end = role_after(frame, source)
            cited = _CITED_BETWEEN.match(frame.classes, end)
            content = _beside(frame, index, cited.end() if cited else end)
            if content:
                yield Attribution(
                    range(index, index + 2), source, role, content, Shape.ACCORDING_TO
                )


def _beside(frame: Frame, cue: int, end: int) -> Pieces:
    """What "according to" governs: what follows where it comes first, else what precedes."""
    left = frame.classes[: cue - (frame.words[cue - 1].lower == "that's")].rstrip(",")
    if not left.strip("CBL") or _ONLY_WHEN.fullmatch(left):
        return clause(frame, end)
    before = trimmed(frame, max(left.rfind(";") + 1, past_dateline(frame)), len(left))
    return (*before, *going_on(frame, end))


# ── OLM: … ───────────────────────────────────────────────────────────────────────────────────────

_TURN = re.compile(r"(?P<source>P{1,3})(?:\([^()]{1,9}\))?(?P<colon>:)(?=[^Q])")


def find_turn(frame: Frame) -> Attribution | None:
    """A turn of a transcript, if the frame opens one: a name in capitals, a colon, the words."""
    match = _TURN.match(frame.classes)
    if match is None or not all(w.shouted for w in frame.words[: match.end("source")]):
        return None
    content = (range(match.end(), len(frame.words)),)
    source, cue = range(match.end("source")), range(match.start("colon"), match.end())
    if not content[0]:
        return None
    return Attribution(cue, source, NOTHING, content, Shape.TURN)


# ── The mayor's claim that … ─────────────────────────────────────────────────────────────────────

_CLAIM_THAT = re.compile(r"(?P<source>D|(?:D?[NPM]*p))(?:[NPK]{0,2})(?P<noun>N)T")


def _nouns(frame: Frame) -> Iterator[Attribution]:
    for match in _CLAIM_THAT.finditer(frame.classes):
        noun, first = frame.words[match.start("noun")], frame.words[match.start("source")]
        owned = frame.classes[match.end("source") - 1] == "p" or first.lower in _OWNERS
        content = clause(frame, match.end()) if noun.lower in claim_nouns() and owned else ()
        source = range(match.start("source"), match.end("source"))
        if owned and first.kind == "D" and len(source) == 1:
            source = _same_as_subject(frame, match.start()) or source
        if first.lower in {"a", "an"} and noun.lower in claim_nouns():
            source, content = main_subject(frame, match.start()), clause(frame, match.end())
        if source and content:
            cue = range(match.start("noun"), match.start("noun") + 1)
            content = before_second_verb(frame, content)
            polarity = Polarity.DENIES if noun.lower == "denial" else Polarity.SAYS
            yield Attribution(cue, source, NOTHING, content, Shape.NOUN, polarity=polarity)


def _same_as_subject(frame: Frame, end: int) -> range:
    """The pronoun that "his" goes back to in "he repeated his claim that"."""
    subject = main_subject(frame, end)
    return subject if subject and frame.classes[subject.start] == "R" else NOTHING


_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})


# ── The mayor wept: “…” ──────────────────────────────────────────────────────────────────────────


def _colons(frame: Frame, found: list[Attribution]) -> Iterator[Attribution]:
    """Quotations that a colon introduces and no cue reports."""
    reported = {i for a in found for piece in a.content for i in piece}
    for match in re.finditer(r":Q", frame.classes):
        end, relay = _without_according_to(frame, match.start())
        source = subject_beside(frame, end)
        if match.end() - 1 not in reported and source:
            cue = range(match.start(), match.start() + 1)
            content = (range(match.end() - 1, match.end()),)
            yield Attribution(cue, source, NOTHING, content, Shape.COLON, relay=relay)


def _without_according_to(frame: Frame, end: int) -> tuple[int, range]:
    """Where a clause ends before ", according to XPA", and who is named there."""
    for index in range(end - 1, 0, -1):
        if frame.words[index].lower == "according" and frame.classes[index - 1] == ",":
            return index - 1, range(index + 2, end)
    return end, NOTHING


_AS_PUT = re.compile(rf"B(?P<np>{SUBJECT})L?(?P<cue>[VK])(?:R|J)?{ASIDE},(?P<quotation>Q)")
_SIGNED = re.compile(r"^(?P<quotation>Q),?-(?P<np>P{2,})$")


def _as_put(frame: Frame, found: list[Attribution]) -> Iterator[Attribution]:
    """Quotations behind "as Olm put it,"."""
    reported = {i for a in found for piece in a.content for i in piece}
    for match in _AS_PUT.finditer(frame.classes):
        quotation = range(match.start("quotation"), match.end("quotation"))
        if frame.words[match.start()].lower == "as" and quotation.start not in reported:
            cue, source = range(*match.span("cue")), range(*match.span("np"))
            yield Attribution(cue, source, NOTHING, (quotation,), Shape.SUBJECT_FIRST)


def _signed(frame: Frame) -> Iterator[Attribution]:
    """A quotation with a name under it: “It sank.” – Ana Olm."""
    match = _SIGNED.match(frame.classes)
    if match is not None:
        dash = range(match.start("np") - 1, match.start("np"))
        content = (range(*match.span("quotation")),)
        yield Attribution(dash, range(*match.span("np")), NOTHING, content, Shape.COLON)


_HEADLINE = re.compile(r"^D?(?P<np>(?:N?P*[NP]){1,2}):(?P<words>[^Q:]+)$")
_BRIEF = 14  # words a headline has at most


def _headlines(frame: Frame) -> Iterator[Attribution]:
    """A headline that begins with who says it: "Minister: ferry sank within minutes"."""
    match = _HEADLINE.match(frame.classes)
    if match is None or len(frame.words) > _BRIEF or "K" not in match["words"]:
        return
    if speaks_in_headlines(frame.words[match.end("np") - 1].lower):
        cue = range(match.end("np"), match.start("words"))
        source, content = range(*match.span("np")), (range(*match.span("words")),)
        yield Attribution(cue, source, NOTHING, content, Shape.COLON)


def citing(frame: Frame, attribution: Attribution) -> Attribution:
    """The attribution as it is where its source only cites another: "XPA said, citing two men"."""
    for index, word in enumerate(frame.words):
        match = (
            _CITING.match(frame.classes, index - 1) if word.lower in {"citing", "quoting"} else None
        )
        if match and index not in {i for piece in attribution.content for i in piece}:
            cited = range(match.start("np"), match.end("np"))
            return replace(attribution, source=cited, role=NOTHING, relay=attribution.source)
    return attribution


def span_of(frame: Frame, words: range) -> Span:
    """The characters from the first to the last of some words of a frame."""
    return Span(frame.words[words.start].span.start, frame.words[words.stop - 1].span.end)
