"""Announced words: a colon, a dash or a headline says whose they are, and no verb does."""

import re
from collections.abc import Iterator

from twosource.model import Sense
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.main_subjects import role_after, subject_beside
from twosource.reading.statements.grammar.phrases import CORE, FINITE, PHRASE, SUBJECT
from twosource.reading.statements.grammar.subjects import subject_before
from twosource.reading.statements.lexicon.titles import is_body, is_crowd, names_a_person
from twosource.reading.statements.lexicon.verbs import (
    is_finder,
    is_label,
    is_reading_out,
    is_spoken,
    message_nouns,
    speaks_in_headlines,
)
from twosource.vocabulary.word_classes import owners


def colons(frame: Frame, found: list[Attribution]) -> Iterator[Attribution]:
    """Quotations that a colon introduces and no cue reports."""
    reported = {i for a in found for i in a.reported}
    for match in re.finditer(r"[:\-]Q", frame.classes):
        end, relay = _without_according_to(frame, match.start())
        dash = match.group().startswith("-")
        source, reader = message_from(frame, end)
        if not source:
            source, reader = _read_out(frame, end)
        source = source or (owner_of_words(frame, end) if dash else announcer(frame, end))
        source = NOTHING if _is_heading(frame, source) else source
        relay = relay or reader
        if match.end() - 1 not in reported and source:
            cue = range(match.start(), match.start() + 1)
            content = (range(match.end() - 1, match.end()),)
            relays = (relay,) if relay else ()
            role = role_after(frame, source)[0]
            yield Attribution(cue, source, role, content, Shape.COLON, relays=relays)


def words_were(frame: Frame) -> Iterator[Attribution]:
    """A quotation that somebody's words are: "Her first words were “…”"."""
    match = _WORDS_WERE.match(frame.classes)
    if match is not None and "words" in frame.lowers_in(range(match.start("cue"))):
        cue = match.start("cue")
        source = _owner_of_first_words(frame, cue)
        if source:
            content = (range(*match.span("quotation")),)
            yield Attribution(range(cue, cue + 1), source, NOTHING, content, Shape.COLON)


_WORDS_WERE = re.compile(r"(?:[LCBIZ]*,)?[^QAVKW,;:]*(?P<cue>A),?(?P<quotation>Q)$")


def _owner_of_first_words(frame: Frame, end: int) -> range:
    """Whose "words to the crew" or "first words" those are that end at `end`."""
    match = _HIS_WORDS.match(frame.classes, 0, end)
    noun = frame.words[match.end("noun") - 1].lower if match else ""
    owner = range(*match.span("np")) if match and noun == "words" else NOTHING
    return owner if owner and _can_own(frame, owner) else NOTHING


_HIS_WORDS = re.compile(r"(?:[LCBIZ]*,)?(?P<np>(?:D?[NPM]*p|D))[LMNK]*?(?P<noun>N)(?=[EIO]|$)")


def _is_heading(frame: Frame, source: range) -> bool:
    """Whether words before a colon only head what follows: "Audio:", "The first:"."""
    words = frame.lowers_in(source)
    label = source == range(1) and is_label(words[0])
    return label or (words[:1] == ["the"] and words[1:] in _OF_A_ROW)


_OF_A_ROW = (["first"], ["second"], ["third"], ["last"])  # of notes, letters, messages


def message_from(frame: Frame, end: int) -> tuple[range, range]:
    """Whose message ends at `end`, and who reads it out: "Olm read a note from her aunt, Ida:"."""
    for from_ in range(1, end):
        match = _MESSAGE.match(frame.classes, from_, end)
        noun = frame.words[from_ - 1].lower
        message = noun == "this" or noun in message_nouns()
        if match is not None and message and frame.words[from_].lower in _FROM:
            return range(*match.span("name" if match["name"] else "np")), _reader(frame, from_ - 1)
    return NOTHING, NOTHING


def _reader(frame: Frame, noun: int) -> range:
    """Who reads or shows a message."""
    read = _READ.search(frame.classes, 0, noun)
    verb = frame.words[read.start()].verb if read else None
    if read is None or verb is None or not is_reading_out(verb):
        return NOTHING
    reader = subject_before(frame, read.start(), NOTHING)
    return reader.source if reader is not None else NOTHING


def _read_out(frame: Frame, end: int) -> tuple[range, range]:
    """Whose text another reads: "Olm's memo was read out by her deputy:"; the deputy second."""
    match = _READ_OUT.search(frame.classes, 0, end)
    verb = frame.words[match.start("cue")].verb if match else None
    if match is None or verb is None or not is_reading_out(verb):
        return NOTHING, NOTHING
    by = frame.words[match.start("by") - 1].lower == "by"
    return (range(*match.span("np")), range(*match.span("by"))) if by else (NOTHING, NOTHING)


_READ_OUT = re.compile(
    rf"(?P<np>D?[NP]*p)[NK]*N(?:[EIO]{CORE})*A+(?P<cue>[VYK])[LI]?I(?P<by>{PHRASE})$"
)
_FROM = frozenset({"from", "by"})
_MESSAGE = re.compile(rf"I(?P<np>{CORE}(?:O{CORE})*)(?:[EI](?:{CORE}|J))*(?:,(?P<name>PP+))?$")
_READ = re.compile(r"[VK][LI]*(?:[NP]+(?=D))?D?[NPKM]*$")


def announcer(frame: Frame, end: int) -> range:
    """Whose words the words before a colon announce: the subject's, or whose message they are.

    "The mayor wept:", "key line from the mayor:", "the mayor's verdict:"; "the verdict:" is
    nobody's.
    """
    if owner := owner_of_words(frame, end) or _presented(frame, end) or _owner(frame, end):
        return owner
    source = subject_beside(frame, end)
    if owner := owner_of_words(frame, source.stop):
        return owner  # "the mayor's message was simple:"
    bare = bool(source) and _names_words(frame, source.stop - 1)
    on = next((i for i in source if frame.words[i].lower in {"on", "about", "over"}), source.stop)
    return NOTHING if bare else range(source.start, on)  # "Minister on dam: …"


def _owner(frame: Frame, end: int) -> range:
    """Whose it is that stands alone before a colon, if it is nobody: "Olm's comeback:"."""
    match = _OWNS.match(frame.classes, 0, end)
    noun = frame.words[match.start("noun")].lower if match else ""
    somebody = names_a_person(noun) or is_crowd(noun) or is_body(noun)
    return NOTHING if match is None or somebody else range(*match.span("np"))


_OWNS = re.compile(r"[LCB]*(?P<np>D?[NP]*p)[NK]*(?P<noun>N)$")


def _presented(frame: Frame, end: int) -> range:
    """Who is put forward: "here is Ana Olm:", "this from Ana Olm:", "it was summed up by Olm:"."""
    match = _PRESENTS.match(frame.classes, 0, end) or _BY.search(frame.classes, 0, end)
    if match is None or (match.re is _BY and frame.words[match.start()].lower != "by"):
        return NOTHING
    return range(*match.span("np"))


_PRESENTS = re.compile(r"(?:[TDL]A?I?)?(?P<np>PP+)L?$")
_BY = re.compile(rf"(?<=[KYLNI])I(?P<np>{PHRASE})$")


def announces(frame: Frame) -> range:
    """Whose words a frame without a verb announces: "The mayor's verdict?", "Reaction of Olm:"."""
    told = re.search(FINITE, frame.classes)
    return NOTHING if told else owner_of_words(frame, len(frame.classes.rstrip(":-.")))


def owner_of_words(frame: Frame, end: int) -> range:
    """Whose "verdict" or "line" it is that ends at `end`."""
    patterns = (_WORDS_FROM, _OWN_WORDS)
    found = [match for one in patterns if (match := one.search(frame.classes, 0, end))]
    owners = [range(*m.span("np")) for m in found if _names_words(frame, m.start("noun"))]
    return next((owner for owner in owners if _can_own(frame, owner)), NOTHING)


def _can_own(frame: Frame, owner: range) -> bool:
    """Whether a determiner that stands for an owner is one: "her", not "the".

    Behind a verb it may be the subject's own: "she has learned her lesson:".
    """
    if frame.classes_in(owner) != "D":
        return True
    behind_verb = frame.classes[owner.start - 1 : owner.start] in {"A", "V", "K"}
    return frame.words[owner.start].lower in owners() and not behind_verb


_WORDS_FROM = re.compile(rf"(?:^|[,;:.\-QA])[LCB]?D?[NPKM]*(?P<noun>N)[OI](?P<np>{PHRASE})$")
_OWN_WORDS = re.compile(
    rf"(?:^|[,;:.\-QAVK])[LCB]?(?P<np>(?:D?[NPM]*p|D))[NPKM]*(?P<noun>N)(?:[EIO](?:{PHRASE}|J))*$"
)


def _names_words(frame: Frame, noun: int) -> bool:
    """Whether a noun names something said: "verdict", "line"."""
    return frame.words[noun].lower in message_nouns()


def _without_according_to(frame: Frame, end: int) -> tuple[int, range]:
    """Where a clause ends before ", according to XPA", and who is named there."""
    for index in range(end - 1, 0, -1):
        if frame.words[index].lower == "according" and frame.classes[index - 1] == ",":
            return index - 1, range(index + 2, end)
    return end, NOTHING


_WAS_ALL = re.compile(
    rf"^(?P<quotation>Q),?(?P<cue>A)L*(?P<how>[DB])(?P<np>{SUBJECT})[AXL]*[VK][^AVKQ]*$"
)
_WAS_ANSWER = re.compile(r"^(?P<quotation>Q)[,:\-]?[TDR]?(?P<cue>A)(?:[^AVKQ]|(?<=D)K)*(?=,W|$)")


def described_after(frame: Frame) -> Iterator[Attribution]:
    """A quotation that its own sentence says something of: “No,” was the answer from the mayor."""
    match = _WAS_ALL.match(frame.classes) or _WAS_ANSWER.match(frame.classes)
    if match is None:
        return
    source = owner_of_words(frame, match.end())
    if match.re is _WAS_ALL and frame.words[match.start("how")].lower in _HOW:
        source = range(*match.span("np"))
    if source:
        cue, content = range(*match.span("cue")), (range(*match.span("quotation")),)
        yield Attribution(cue, source, NOTHING, content, Shape.COLON)


_HOW = frozenset({"all", "how", "what"})
_SIGNED = re.compile(r"^(?P<quotation>Q),?[\-:](?P<np>P{2,}|D?(?:N?P*[NP]){1,2})(?:I[DNPM]+)?$")


def signed(frame: Frame) -> Iterator[Attribution]:
    """A quotation with a name under it: “It sank.” – Ana Olm."""
    match = _SIGNED.match(frame.classes)
    name = match is not None and len(match["np"]) > 1 and not match["np"].strip("P")
    nouns = frame.lowers_in(range(*match.span("np"))) if match else []
    speaks = any(speaks_in_headlines(noun) or names_a_person(noun) for noun in nouns)
    if match is not None and (name or speaks):
        dash = range(match.start("np") - 1, match.start("np"))
        content = (range(*match.span("quotation")),)
        yield Attribution(dash, range(*match.span("np")), NOTHING, content, Shape.COLON)


_WHO_QUOTED = re.compile(rf"(?P<np>{SUBJECT})(?:,[^,;:Q]*)?,?(?P<who>W)(?P<quotation>Q)")


def whose(frame: Frame) -> Iterator[Attribution]:
    """Words that stand for what somebody did: "relied on Olm, who “saw it all”"."""
    for match in _WHO_QUOTED.finditer(frame.classes):
        if frame.words[match.start("who")].lower == "who":
            content, cue = (range(*match.span("quotation")),), range(*match.span("who"))
            yield Attribution(cue, range(*match.span("np")), NOTHING, content, Shape.COLON)


_WITNESS = re.compile(rf"^(?P<quotation>Q):(?P<np>{SUBJECT})(?:,[^,;:Q]*,)?L?(?P<cue>V)[^Q]")


def recalled(frame: Frame) -> Iterator[Attribution]:
    """A headline's quotation before those who tell of it: “We ran”: survivors recall the fire."""
    match = _WITNESS.match(frame.classes)
    verb = frame.words[match.start("cue")].verb if match else None
    if match is not None and verb is not None and verb.sense in (Sense.SAYS, Sense.THINKS):
        content = (range(*match.span("quotation")),)
        cue, source = range(*match.span("cue")), range(*match.span("np"))
        yield Attribution(cue, source, NOTHING, content, Shape.SUBJECT_FIRST, as_sense=Sense.SAYS)


_SPEAKER_FIRST = re.compile(r"^-?D?(?P<np>M?(?:N?P*[NP]){1,2}):(?P<words>[^Q:]+)$")
_SPEAKER_LAST = re.compile(r"^(?P<words>[^Q:]{3,})[:\-]D?(?P<np>(?:N?P*[NP]){1,2})$")
_BRIEF = 14  # words a headline has at most
_FINDING = 4  # words from which what stands behind "Poll:" is its finding, whatever its verb


def headlines(frame: Frame) -> Iterator[Attribution]:
    """A headline with its speaker before or behind a colon: "Minister: ferry sank in minutes".

    Behind the colon of a sentence stands whom it is about: "I know who did it: Olm."
    """
    yield from _owned_headline(frame)
    for pattern in (_SPEAKER_FIRST, *(() if frame.stopped else (_SPEAKER_LAST,))):
        match = pattern.match(frame.classes) if len(frame.words) <= _BRIEF else None
        if match is not None and _speaks(frame, range(*match.span("np")), match["words"]):
            colon = match.end("np") if pattern is _SPEAKER_FIRST else match.end("words")
            source, content = range(*match.span("np")), (range(*match.span("words")),)
            yield Attribution(range(colon, colon + 1), source, NOTHING, content, Shape.COLON)


def _owned_headline(frame: Frame) -> Iterator[Attribution]:
    """Words behind whose message they are: "The engineers' verdict: it will break"."""
    colon = frame.classes.find(":")
    rest = frame.classes[colon + 1 :]
    if colon <= 0 or "Q" in rest or len(frame.words) > _BRIEF:
        return
    source = owner_of_words(frame, colon) if _TELLS.search(rest) else NOTHING
    source = source or owner_of_words(frame, subject_beside(frame, colon).stop)  # "was simple:"
    if source:
        content = (range(colon + 1, len(frame.words)),)
        yield Attribution(range(colon, colon + 1), source, NOTHING, content, Shape.COLON)


def _speaks(frame: Frame, source: range, words: str) -> bool:
    """Whether a headline gives what somebody says, and not what follows a label or a place.

    A name may be a ship's or a town's; what it "will" or "must" do is its bearer's to say.
    """
    last = frame.words[source.stop - 1].lower
    behind = source.stop == len(frame.words) and names_a_person(last)
    if speaks_in_headlines(last) or is_crowd(last) or behind:
        found = is_finder(last) and not words.startswith(("W", "A")) and len(words) >= _FINDING
        return found or bool(_TELLS.search(words))
    named = not frame.classes_in(source).strip("P") and not is_label(last)
    shouted = all(frame.words[i].shouted for i in source)
    said = {word.lower for i, word in enumerate(frame.words) if i not in source}
    return named and not shouted and any(map(is_spoken, said))


_TELLS = re.compile(r"[AVKE]")  # also "border to stay shut"
