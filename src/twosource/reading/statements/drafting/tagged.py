"""Tagged attributions: what the tagger's parts of a text say in one frame of who said what.

The tagger marks sources, cues and contents as people marked them in a corpus of news; it finds
wordings that no list of verbs has. Whether what it reads gives words or only an attitude, its cue
tells.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from twosource.model import Sense, Span
from twosource.reading.spans import touched
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.frames.quotation_marks import Quotation
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.main_subjects import main_subject, topic
from twosource.reading.statements.grammar.polarity import polarity_of
from twosource.reading.statements.grammar.reported import (
    CLAUSE,
    Pieces,
    is_aside,
    past_dateline,
    tells,
)
from twosource.reading.statements.grammar.subjects import subject_before
from twosource.reading.statements.lexicon.titles import is_body, names_a_person
from twosource.reading.statements.lexicon.verbs import (
    Takes,
    Verb,
    is_answer,
    is_hearing,
    is_of_nobody,
    is_quoting,
)
from twosource.reading.tagger import Part, Role

SPEECH = 4  # words from which a quotation is speech, whatever the cue


def tagged_attributions(frame: Frame, parts: Sequence[Part]) -> list[Attribution]:
    """What the tagger's parts of a text say of one frame, in order of their cues.

    A cue that has no source of its own shares the one before it in the frame. Cues inside
    quotations are the quoted speaker's own.
    """
    found: list[Attribution] = []
    for number, words in _cues(frame, parts):
        content = _without_that(frame, _in_order(list(_contents(frame, parts, number))))
        named = _source(frame, parts, number)
        nobody = set(frame.classes_in(named)) == {"D"}  # the so-called “harbour”
        topic_only = _is_under_a_topic(frame, words, content) or _is_contrary(frame, words)
        if content and not nobody and not topic_only and not _cites(frame, words, content):
            source = named or _shared(found, words)
            if not source and not _quoted(frame, content):
                source = _subject(frame, words, content)
            if _is_beside_a_deed(frame, words) and source.start not in range(
                words.stop, content[0].start
            ):
                source = NOTHING
            found.append(_attribution(frame, words, source, content, _sure(parts, number)))
    return found


def _is_beside_a_deed(frame: Frame, cue: range) -> bool:
    """Whether a cue is a noun that hangs on what the clause tells: "left after reports that …".

    Who did that need not have said it: "Olm left amid claims that he had sold the pier".
    """
    noun = frame.classes[cue.start] == "N" and frame.words[cue.start].lower.endswith("s")
    return noun and frame.classes[cue.start - 1 : cue.start] == "I"


def _is_contrary(frame: Frame, cue: range) -> bool:
    """Whether the writer says the contrary: "Contrary to Olm's claims, it sank"."""
    first = frame.words[0].lower == "contrary"
    return first and "," not in frame.classes[: cue.start]


def _is_under_a_topic(frame: Frame, cue: range, content: Pieces) -> bool:
    """Whether a headline's colon only names what it is about: "Santa Brizia: crew kept order"."""
    colon = frame.classes_in(cue) == ":" and bool(content) and not _quoted(frame, content)
    return colon and not frame.words[content[0].start].capital


def _cites(frame: Frame, cue: range, content: Pieces) -> bool:
    """Whether a cue only names whom somebody cites: "citing two officials"."""
    verb = _verb(frame, cue)
    beside = frame.classes[cue.start] == "G" or frame.classes[cue.start - 1 : cue.start] == "W"
    cites = verb is not None and is_quoting(verb)
    heads = {frame.words[content[-1].stop - 1].lower, frame.head_of(content[0])}
    named = any(is_body(head) or names_a_person(head) for head in heads)
    named = named or frame.classes[content[0].start] == "P"
    named = named or ",T" in frame.classes_in(*content)  # "said, citing a source, that it sank"
    return cites and beside and named and not _quoted(frame, content)


def _cues(frame: Frame, parts: Sequence[Part]) -> Iterator[tuple[int, range]]:
    """The numbers and words of the cues that stand in a frame and in no quotation."""
    for number in touched(parts, frame.span):
        if parts[number].role is Role.CUE:
            words = _words(frame, parts[number].span)
            if words and not any(frame.words[i].quotation for i in words):
                yield number, words


def _quoted(frame: Frame, content: Pieces) -> list[Quotation]:
    words = frame.words_in(*content)
    return [word.quotation for word in words if word.quotation is not None]


def _without_that(frame: Frame, content: Pieces) -> Pieces:
    """A clause without "that", punctuation at its ends, or a headline's quotation before it."""
    content = content[1:] if _is_headline(frame, content) else content
    what = len(content) > 1 and frame.words[content[0].start].lower in _WHAT
    what = what and len(content[0]) == 1 and bool(_quoted(frame, content))
    content = content[1:] if what else content
    if len(content) > 1 and _ends_nothing(frame, content[-1].start) and len(content[-1]) == 1:
        content = content[:-1]
    if not content:
        return ()
    first, last = max(content[0].start, past_dateline(frame)), content[-1].stop
    while first < content[0].stop - 1 and _leads_in(frame, first):
        first += 1
    while last > content[-1].start + 1 and _ends_nothing(frame, last - 1):
        last -= 1
    whole = {i for piece in content for i in piece if first <= i < last}
    return tuple(kept for piece in _runs(whole) if (kept := _without_comma(frame, piece)))


def _leads_in(frame: Frame, index: int) -> bool:
    """Whether a mark, "that" or a sentence's "And" only leads to a content.

    "That is wrong" begins with a pronoun.
    """
    pronoun = frame.classes.startswith("TA", index)
    joins = index == 0 and frame.classes.startswith("C")
    return joins or (frame.classes[index] in "T,:-" and not pronoun)


_WHAT = frozenset({"what", "which", "whom", "that"})  # Olm called “a coffin”


def _without_comma(frame: Frame, piece: range) -> range:
    return range(piece.start, piece.stop - (frame.classes[piece.stop - 1] in ",;:-"))


def _is_headline(frame: Frame, content: Pieces) -> bool:
    """Whether a content begins with a quotation and a colon: “Ship them”: engineer says …."""
    return bool(content) and frame.classes[content[0].start : content[0].start + 2] == "Q:"


def _ends_nothing(frame: Frame, index: int) -> bool:
    pair = frame.lowers_in(range(index, min(index + 2, len(frame.words))))
    return frame.classes[index] in ",:;-" or pair[0] == "'s" or pair == ["that", "'s"]


def _attribution(
    frame: Frame, cue: range, source: range, content: Pieces, sure: float
) -> Attribution:
    verb = _verb(frame, cue)
    silent = _is_told(frame, cue, source) or _is_expletive(frame, cue, source)
    source = NOTHING if silent else source
    wants = verb is not None and content[0].start >= cue.stop and _wants(frame, verb, source)
    if verb is not None and source and (wants or _gives_words(frame, verb, cue, content)):
        sense = verb.sense
    else:
        speech = any(quotation.length >= SPEECH for quotation in _quoted(frame, content))
        sense = Sense.SAYS if speech else Sense.ATTITUDE
    polarity = polarity_of(frame, cue, source, verb)
    return Attribution(
        cue, source, NOTHING, content, Shape.TAGGED, verb, polarity, as_sense=sense, sure=sure
    )


def _wants(frame: Frame, verb: Verb, source: range) -> bool:
    """Whether a cue gives what anybody demands, or what somebody named wants."""
    named = set(frame.classes_in(source)) == {"P"}
    return verb.lemma == "demand" or (verb.sense is Sense.WANTS and named)


def _is_told(frame: Frame, cue: range, source: range) -> bool:
    """Whether a source is only told: "he was denied a goal", "asked if …, he left", "he heard"."""
    passive = "Y" in frame.classes_in(cue)
    by = bool(source) and frame.words[source.start - 1].lower == "by"
    told = (passive and not by) or is_aside(frame, cue.start)
    return told or any(is_hearing(frame.words[i].lower) for i in cue)


def _is_expletive(frame: Frame, cue: range, source: range) -> bool:
    """Whether "it" is nobody: "it has emerged that it sank", "it is unclear how"."""
    it = frame.lowers_in(source) == ["it"]
    return it and any(is_of_nobody(frame.words[i].lower) for i in cue)


def _gives_words(frame: Frame, verb: Verb, cue: range, content: Pieces) -> bool:
    """Whether a cue that only the tagger reads reports a clause, as "said" does.

    Or an answer such as "so" or a number, or a whole sentence that ends in who says it.
    """
    led = frame.classes[content[0].start - 1 : content[0].start] == "T"
    long = verb.takes(Takes.CLAUSE) and sum(map(len, content)) >= CLAUSE
    whole = content[0].start == 0 and verb.takes(Takes.CLAUSE) and len(content) == 1
    whole = whole and content[0].stop < cue.start and cue.stop >= len(frame.classes.rstrip("."))
    answers = is_answer(frame.lowers_in(content[0]))
    answers = answers or set(frame.classes_in(*content)) == {"M"}
    says = verb.takes(Takes.CLAUSE, Takes.THAT, Takes.LISTENER)
    return (says and (led or long or whole or answers or tells(frame, content))) or (
        verb.takes(Takes.NUMBER) and _puts_at(frame, content)
    )


def _puts_at(frame: Frame, content: Pieces) -> bool:
    """Whether something is put at a number: "the number of jobs at 46"."""
    words = frame.words_in(*content)
    at = (i for i, word in enumerate(words) if word.lower == "at")
    return any(word.kind == "M" for i in at for word in words[i + 1 : i + 3])


def _sure(parts: Sequence[Part], cue: int) -> float:
    contents = [p.confidence for p in parts if p.cue == cue and p.role is Role.CONTENT]
    return min([parts[cue].confidence, *contents])


def _words(frame: Frame, span: Span) -> range:
    """The words of a frame that a span touches."""
    touched = [i for i, word in enumerate(frame.words) if word.span.overlaps(span)]
    return range(touched[0], touched[-1] + 1) if touched else NOTHING


def _contents(frame: Frame, parts: Sequence[Part], cue: int) -> Iterator[range]:
    for part in parts:
        if part.cue == cue and part.role is Role.CONTENT:
            words = _words(frame, part.span)
            if words:
                yield words


def _source(frame: Frame, parts: Sequence[Part], cue: int) -> range:
    sources = [p for p in parts if p.cue == cue and p.role is Role.SOURCE]
    words = _words(frame, sources[0].span) if sources else NOTHING
    while words and frame.words[words.start].lower in _LEADS:
        words = words[1:]
    if set(frame.classes_in(words)) == {"W"}:
        return _antecedent(frame, words)
    while len(words) > 1 and frame.classes[words.stop - 1] == "L":
        words = words[:-1]  # "Olm herself"
    described = _DESCRIBED.search(frame.classes, words.start, words.stop)
    return range(words.start, described.start()) if described else words


_LEADS = frozenset({"according", "to", "by", "whose"})
_DESCRIBED = re.compile(r"(?<=[NPpM]),(?=[WKG])|(?<=P),(?=[MD][^C]*$)|,$")  # "Olm, | who runs it,"


def _antecedent(frame: Frame, who: range) -> range:
    """Whom "who" means, if the grammar can tell; else "who" itself."""
    subject = subject_before(frame, who.stop, NOTHING)
    return subject.source if subject is not None else who


def _shared(found: Sequence[Attribution], cue: range) -> range:
    """The source of the attribution before, for "…, adding that": none that stands behind."""
    sources = [a.source for a in found if a.source and a.source.stop <= cue.start]
    return sources[-1] if sources else NOTHING


def _subject(frame: Frame, cue: range, content: Pieces) -> range:
    """The grammar's subject of a cue, or of the clause behind it: "Noting that …, Olm left"."""
    before = subject_before(frame, cue.start, NOTHING)
    source = before.source if before is not None else main_subject(frame, cue.start)
    source = source or topic(frame)
    inside = {i for piece in content for i in piece}
    return NOTHING if inside & set(source) else source


def _verb(frame: Frame, cue: range) -> Verb | None:
    """The verb that reports: of "went on to say" the one that takes a clause."""
    verbs = [verb for i in cue if (verb := frame.words[i].verb)]
    reports = (verb for verb in verbs if verb.takes(Takes.CLAUSE))
    return next(reports, verbs[0] if verbs else None)


def _in_order(pieces: Sequence[range]) -> Pieces:
    """Pieces in order and without overlap; what touches is one."""
    return _runs({i for piece in pieces for i in piece})


def _runs(words: AbstractSet[int]) -> Pieces:
    runs: list[range] = []
    for index in sorted(words):
        if runs and runs[-1].stop == index:
            runs[-1] = range(runs[-1].start, index + 1)
        else:
            runs.append(range(index, index + 1))
    return tuple(runs)
