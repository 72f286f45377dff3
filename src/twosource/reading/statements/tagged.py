"""Tagged attributions: those that the tagger reads in a frame, put beside those the grammar finds.

The tagger marks sources, cues and contents as people marked them in a corpus of news; it finds
wordings that no list of verbs has. The grammar knows quotation marks, denials and who stands where.
Where both read the same words, the grammar's quotation and speaker stand and the tagger's extent of
indirect words. What the tagger alone reads is kept; whether it gives words or only an attitude, its
cue tells. What the grammar alone reads is kept where its shape is plain, as in "the mayor said",
and the tagger is not sure that nobody says it.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from twosource.model import Polarity, Sense, Span
from twosource.reading.spans import touched
from twosource.reading.statements.attribution import Attribution, Shape, reports_speech
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.polarity import polarity_of
from twosource.reading.statements.quotation_marks import Quotation
from twosource.reading.statements.reported import Pieces, is_aside, past_dateline, tells
from twosource.reading.statements.subjects import main_subject, subject_before, topic
from twosource.reading.statements.titles import is_body, names_a_person
from twosource.reading.statements.verbs import (
    Takes,
    Verb,
    is_answer,
    is_hearing,
    is_label,
    is_quoting,
)
from twosource.reading.tagger import Part, Reported, Role

SAME = 0.5  # share of words from which two contents are the same statement, as PolNeAR is scored
CLAUSE = 5  # words from which what a verb such as "said" reports is a clause
SPEECH = 4  # words from which a quotation is speech, whatever the cue
FIRM = 0.5  # confidence from which the tagger's extent may stand against the grammar's
RIVAL = 0.98  # confidence from which the tagger's source stands against the grammar's
# How likely words that the grammar alone reads have to be reported: on the tuning part ten are
# less likely, of which people marked none.
DOUBTED = 0.05
SURE = 0.35  # confidence from which what only the tagger reads is kept; by `training.join`


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
        topic_only = _is_under_a_topic(frame, words, content)
        if content and not nobody and not topic_only and not _cites(frame, words, content):
            source = named or _shared(found, words)
            if not source and not _quoted(frame, content):
                source = _subject(frame, words, content)
            found.append(_attribution(frame, words, source, content, _sure(parts, number)))
    return found


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
    return frame.classes[index] in ",:;-" or frame.words[index].lower == "that's"


def _attribution(
    frame: Frame, cue: range, source: range, content: Pieces, sure: float
) -> Attribution:
    verb = _verb(frame, cue)
    source = NOTHING if _is_told(frame, cue, source) else source
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


def beside(
    grammar: Sequence[Attribution],
    tagged: Sequence[Attribution],
    frame: Frame,
    reported: Reported,
) -> list[Attribution]:
    """The attributions of both, each statement once."""
    left = list(grammar)
    joined = []
    for one in tagged:
        same = max((g for g in left if _same(g, one)), key=lambda g: _alike(g, one), default=None)
        if same is not None:
            left.remove(same)
            joined.append(_joined(same, one, frame, grammar))
        elif one.sure >= SURE and not _is_label(frame, one.source):
            joined.append(one)
    alone = (g for g in left if _is_plain(g, frame) and not _is_doubted(g, frame, reported))
    return [*joined, *alone]


def _is_doubted(grammar: Attribution, frame: Frame, reported: Reported) -> bool:
    """Whether the tagger is sure that words are nobody's: no quotation, clause or finding."""
    led = frame.classes[min(grammar.reported) - 1] == "T" and grammar.shape is Shape.SUBJECT_FIRST
    if led or "Q" in frame.classes_in(*grammar.content) or _is_plain_in_sense(grammar, frame):
        return False
    return reported.over(frame.words[i].span for i in sorted(grammar.reported)) < DOUBTED


def _is_plain(grammar: Attribution, frame: Frame) -> bool:
    """Whether a shape needs nobody to confirm it: a verb of saying with a clause or quotation."""
    content = grammar.reported
    if not content:
        return False  # nothing but marks
    led = frame.classes[min(content) - 1] == "T"  # by "that"
    plain = "Q" in frame.classes_in(*grammar.content) or (led and grammar.source)
    if plain or grammar.polarity is not Polarity.SAYS or _is_plain_in_sense(grammar, frame):
        return True
    told = grammar.listener and (led or not grammar.source)
    if grammar.shape is Shape.PASSIVE and (grammar.verb is None or told):
        return True  # "…, it is said", "was told that"
    if grammar.shape in (Shape.NOUN, Shape.PASSIVE) or grammar.sense is not Sense.SAYS:
        return False
    return (
        grammar.verb is None
        or " " in grammar.verb.lemma
        or grammar.verb.takes(Takes.CLAUSE, Takes.THAT, Takes.LISTENER)
        or "as" in frame.lowers_in(*grammar.content)[1:-1]  # "portray Olm as a hero"
    )


def _is_plain_in_sense(grammar: Attribution, frame: Frame) -> bool:
    """Whether a finding, a wish or a number is plain by what stands beside its verb."""
    if grammar.verb is not None and grammar.verb.takes(Takes.NUMBER):
        return True
    if grammar.sense is Sense.FINDS:
        nothing = frame.words[min(grammar.reported)].lower in {"no", "nothing"}
        return nothing or tells(frame, grammar.content)
    if grammar.sense is Sense.WANTS:
        named = set(frame.classes_in(grammar.source)) == {"P"}
        named = named or (grammar.verb is not None and " " in grammar.verb.lemma)  # "calls on"
        return named or (reports_speech(grammar) and tells(frame, grammar.content))
    return False


def _joined(
    grammar: Attribution, tagged: Attribution, frame: Frame, others: Sequence[Attribution]
) -> Attribution:
    """One attribution read twice: the grammar's marks and speaker, the tagger's indirect words."""
    theirs = tagged.sure >= FIRM and _is_better(grammar, tagged, frame, others)
    content = tagged.content if theirs else grammar.content
    noun = grammar.shape is Shape.NOUN  # the tagger knows better whose claim it is
    source = (noun and _owner(frame, tagged.source)) or grammar.source or tagged.source
    if _compete(grammar, tagged, frame):
        rivals = (grammar.source, tagged.source)
        return replace(grammar, content=content, source=NOTHING, role=NOTHING, rivals=rivals)
    return replace(grammar, content=content, source=source)


def _owner(frame: Frame, source: range) -> range:
    """Whose a claim is to the tagger, if that is more than the "the" of "the claim"."""
    return source if set(frame.classes_in(source)) != {"D"} else NOTHING


def _compete(grammar: Attribution, tagged: Attribution, frame: Frame) -> bool:
    """Whether grammar and tagger surely name different speakers: then neither is chosen."""
    quoted = "Q" in frame.classes_in(*grammar.content)
    both = bool(grammar.source) and bool(tagged.source)
    ours = {*grammar.source, *(i for words in grammar.relays for i in words)}
    apart = ours.isdisjoint(tagged.source)
    return quoted and both and apart and tagged.sure >= RIVAL


def _is_better(
    grammar: Attribution, tagged: Attribution, frame: Frame, others: Sequence[Attribution]
) -> bool:
    """Whether the tagger's extent is to be had: not of quotations, nor of what is denied.

    The grammar knows besides that its own cue, source and listener are not reported, whose claim
    a noun owned by somebody is, and that all behind a colon is announced.
    """
    ours, theirs = grammar.reported, tagged.reported
    quoted = set(frame.classes_in(*grammar.content)) <= set("QC,")
    owned = frame.classes[max(grammar.source, default=0)] == "p"
    owned = owned or (grammar.shape is Shape.NOUN and ours < theirs)
    own = {*grammar.cue, *grammar.source, *grammar.listener}
    announced = grammar.shape is Shape.COLON
    shorter = theirs < ours and min(theirs) == min(ours)
    shorter = shorter and frame.classes.startswith(",", max(theirs) + 1)
    denied = grammar.polarity is not Polarity.SAYS and not shorter
    inside = {*tagged.cue} <= ours  # "the deal | could be announced | in May, Olm told us"
    if quoted or owned or announced or denied or inside or theirs & own:
        return False
    wrong = _cuts_short(ours, theirs, frame) or _runs_on(ours, theirs, frame)
    wrong = wrong or _resumes(grammar, theirs, frame) or _sums_up(ours, tagged, frame)
    stops = theirs < ours or theirs.isdisjoint(grammar.content[-1])
    wrong = wrong or (len(grammar.content) > 1 and stops)  # "the ferry, Olm said, sank"
    wrong = wrong or _begins_elsewhere(grammar, ours, theirs, frame)
    return not (wrong or _is_anothers(ours, theirs, frame, others))


def _cuts_short(ours: AbstractSet[int], theirs: AbstractSet[int], frame: Frame) -> bool:
    """Whether the tagger keeps one word of a clause, or loses the "no" of "no sign of it".

    Or the verb whose subject it keeps: "its own crew | had sunk the ferry".
    """
    subject = theirs < ours and not any(frame.classes[i] in "AVK" for i in theirs)
    if subject and frame.classes[max(theirs) + 1 : max(theirs) + 2] in tuple("AVK"):
        return True
    scrap = len(theirs) == 1 and len(ours) >= CLAUSE
    negated = frame.words[min(ours)].lower in {"no", "nothing", "none"}
    return scrap or (negated and min(ours) not in theirs)


def _begins_elsewhere(
    grammar: Attribution, ours: AbstractSet[int], theirs: AbstractSet[int], frame: Frame
) -> bool:
    """Whether the tagger's words begin with what only leads to those that the grammar has.

    As in "Denying a rift, Olm said | it sank"; or whom an order goes to is left out, "warned | the
    crew not to sail".
    """
    start, begin = min(ours), min(theirs)
    fronted = bool(grammar.source) and begin < grammar.source.start < start
    order = begin > start and frame.words[begin].lower == "not"
    return fronted or order


def _runs_on(ours: AbstractSet[int], theirs: AbstractSet[int], frame: Frame) -> bool:
    """Whether the tagger goes on where the grammar sees another clause begin.

    Before "that"; at a colon or semicolon; before the verb of the main clause, "critics who say it
    sank | were wrong"; behind a comma where a verb, "so", "or so" or the main clause follows.
    """
    apart = {frame.classes.count(";", 0, i) for i in theirs}
    semicolon = not apart <= {frame.classes.count(";", 0, i) for i in ours}
    proof = any(frame.classes[i - 1 : i + 1] == ":Q" for i in theirs - ours)
    before_that = frame.classes[min(ours) - 1] == "T" and min(theirs) < min(ours) - 1
    end = max(ours) + 1
    behind = frame.classes[end:] if end in theirs else ""
    after = frame.words[end + 1].lower if behind[1:] else ""
    main = behind.startswith(",") and (frame.classes[0] == "B" or after == "so")
    return (
        proof
        or semicolon
        or before_that
        or main
        or bool(re.match("A|,L?[AVK]|CKJ|[IB]G", behind))
        or [word.lower for word in frame.words[end : end + 3]] == [",", "or", "so"]
    )


def _resumes(grammar: Attribution, theirs: AbstractSet[int], frame: Frame) -> bool:
    """Whether the tagger goes on in the main clause: "left, saying it sank | , and burned it"."""
    end = max(grammar.reported) + 1
    goes_on = end in theirs and frame.classes.startswith(",CK", end)
    return goes_on and grammar.shape is Shape.PARTICIPLE


def _sums_up(ours: AbstractSet[int], tagged: Attribution, frame: Frame) -> bool:
    """Whether the tagger adds what the writer calls the words: "it sank | , a remark that …"."""
    last = tagged.content[-1]
    called = re.fullmatch("DN+", frame.classes_in(last)) and ours.isdisjoint(last)
    return bool(called) and frame.classes[last.stop : last.stop + 1] in ("T", "W")


def _is_anothers(
    ours: AbstractSet[int], theirs: AbstractSet[int], frame: Frame, others: Sequence[Attribution]
) -> bool:
    """Whether the tagger's words run over into another voice, cut one, or are an inner voice's."""
    beside = (o for o in others if o.source and frame.classes[o.source.start - 1] in "CB")
    spills = any({*o.cue, *o.source} <= theirs - ours for o in beside)
    inner = [o for o in others if o.source and {*o.cue, *o.source} <= ours]
    cut = any(theirs & {*o.cue, *o.source} and not {*o.cue, *o.source} <= theirs for o in inner)
    return spills or cut or any({*o.cue} <= ours and theirs <= o.reported for o in others)


def _same(a: Attribution, b: Attribution) -> bool:
    words, others = a.reported, b.reported
    if a.shape is Shape.QUOTED and words <= others and set(a.source) <= others:
        return True  # to the tagger "quoted Olm as saying" is a cue and all that follows
    if a.shape is Shape.COLON and words <= others and set(a.source) & set(b.source):
        return True  # to the tagger the rest of “No,” was how she put it is content as well
    cue, alike = _alike(a, b)
    return alike >= SAME or cue


def _alike(a: Attribution, b: Attribution) -> tuple[bool, float]:
    """How much two attributions are one: whether they share a cue, then how much of the words."""
    words, others = a.reported, b.reported
    return bool(set(a.cue) & set(b.cue)), len(words & others) / max(1, len(words | others))


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


_LEADS = frozenset({"according", "to", "by"})
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
    return next((frame.words[i].verb for i in cue if frame.words[i].verb), None)


def _is_label(frame: Frame, source: range) -> bool:
    """Whether a source is the Q or A of questions and answers, "Explainer:" or "Article 3:"."""
    word = frame.words[source.start].lower if source else ""
    alone = not frame.classes[source.start + 1 : source.stop].strip("M")
    colon = alone and frame.classes.startswith((":", "M:"), source.start + 1)
    return (alone and word in {"q", "a"}) or (colon and is_label(word))


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
