"""Reported words: which words of a frame a reporting verb reports."""

import re

from twosource.reading.statements.frames import Frame
from twosource.reading.statements.grammar.phrases import ASIDE, CORE, FINITE
from twosource.reading.statements.grammar.subjects import interrupted
from twosource.reading.statements.lexicon.verbs import (
    Takes,
    Verb,
    claim_nouns,
    is_finder,
    is_going_by,
    is_label,
    is_noting,
    is_performing,
    is_work,
)

CLAUSE = 5  # words from which what a verb such as "said" reports is a clause
Pieces = tuple[range, ...]
# As in: PORT RUHL, May 3 (XPA) –
_DATELINE = re.compile(r"P+(?:,?[PZMN,]{1,8})?(?:\(P+\))?-")
_TO_THAT = re.compile(
    rf"(?=Q)|{ASIDE}(?:,W[^,;:Q]*)?(?:,G?[^,;:QTVAKG]*(?:,|(?=T)))?(?P<that>T|,(?=Q)|:)"
)
_LAST = re.compile(rf"{ASIDE}\.*$")  # "…, Olm said | in a report on Friday"
_NOTHING_MORE = re.compile(rf"{ASIDE}(?:$|[,;.]|-)")
_GOES_ON = re.compile(rf"{ASIDE},(?P<more>[CB]?(?:L*[AKV]|[EIO]|T(?=[^,]*[AKV])).*)$")
_RESUMED = re.compile(rf"{ASIDE}[,:.]?(?P<more>Q+)")
_WHEN = re.compile(r"(?:L|I?D?M?Z+M?)*")
_OTHER_VOICE = re.compile(
    r";|,[CB]?(?=G)|[IB](?=G[TRQ])|,[CB]+(?:R|D?P+|D[NP]+)L?A?V|-(?=[^-]*$)"
    rf"|,(?:R|[DM]?[NP]+(?:[YK]?[IO]D?[NP]+)*(?:W[AKV][^,AKVQ]*)?)L?V(?={ASIDE}(?:[.,]|$))|,(?:D[NP]+|P+)V(?=R[AV])"
    r"|,CAR|,B(?!T)|(?<=Q),?C(?:L?[VA]|KJ)|:(?=Q)|(?<=Q),?C(?=(?:R|D?[NMP]+(?:[IO]D?[NP]+)*)L?[VAK])"
    r"|(?<=[NKPJZ])B(?=(?:R|D?P+|D[NP]+)L?A?V)|(?<=Q)B(?=(?:R|D?P+|D[NP]+)L?[AVK])"
)
_OBJECT_ENDS = re.compile(r"[;:]|-|,(?![^;VG]*Q)|C(?=L?[VKA])|B|(?<=Q),?[GW]")
_ENDS = re.compile(r"$|\.|,G|[:;](?!Q)")  # "disputes that, | saying …"
_ONE_WORD = re.compile(r"[RDTJ](?=[:,;]|$)")  # "denies it: …"
_SAYS_SOMETHING = re.compile(rf"Q|{FINITE}")
_RELATIVE = re.compile(r"W(?:[NK]*N,[^,;:QAVKG]+,)?[^,]*$")  # "whose nephew, Cy Gough, had told"
_SENTENCE = 60  # code points from which a quotation after a comma is a sentence of its own


def words_of(frame: Frame, subject: int, end_of_cue: int, verb: Verb) -> Pieces:
    """The words that a verb reports whose subject begins at `subject`; () where there are none."""
    before = words_before(frame, subject)
    led = frame.classes.startswith("T", end_of_cue)
    if led and before and _IN_TITLE.fullmatch(frame.classes, before[0].start, before[-1].stop):
        before = ()  # "In “Home”, Olm writes that"
    if verb.takes(Takes.CLAUSE, Takes.THAT, Takes.LISTENER, Takes.MARKS):
        found = _around(frame, before, end_of_cue) or _after_that(frame, end_of_cue)
        clauses = verb.takes(Takes.CLAUSE, Takes.THAT, Takes.LISTENER)
        if found and clauses:
            return found
        if found and _quotes(frame, found, end_of_cue) and not _is_title(frame, found, verb):
            return _marks_only(frame, found)
    if verb.takes(Takes.CLAUSE, Takes.LISTENER):
        return _clause_behind(frame, before, _past_when(frame, end_of_cue))
    if verb.takes(Takes.THAT) and _is_doing(frame, end_of_cue):
        return clause(frame, end_of_cue)
    if verb.takes(Takes.NUMBER) and (found := _number(frame, subject, end_of_cue, verb)):
        return found
    return _object(frame, end_of_cue) if verb.takes(Takes.OBJECT) else ()


def _clause_behind(frame: Frame, before: Pieces, start: int) -> Pieces:
    """The clause behind a report, with or without the words before that tell nothing alone.

    "Asked and was told" reports none; "for a million, he confirmed to us" and "a million, he says,
    or more" report those before.
    """
    if before and _TO_SOMEBODY.match(frame.classes, start):
        return before
    if before and frame.classes.startswith(",", start) and _starts_clause(frame, before):
        return (*before, *clause(frame, start))
    again = frame.classes.startswith((",V", ",AV", "CA", "CV"), start)
    return () if again else clause(frame, start)


_TO_SOMEBODY = re.compile(rf"E(?:J|{CORE})\.?$")
_IN_TITLE = re.compile(r"ID?N*Q")


def _marks_only(frame: Frame, found: Pieces) -> Pieces:
    """What somebody "scrawled “Go” on the wall": the words in marks."""
    run = re.compile("Q+").match(frame.classes, found[0].start)
    return (range(*run.span()), *found[1:]) if run else found


def _number(frame: Frame, subject: int, start: int, verb: Verb) -> Pieces:
    """What is put at a number: "the number of dead at nine", "the dead as two", "counts nine".

    Reports and boards also "give nine dead"; a person who gives three things says nothing.
    """
    match = _PUT_AT.match(frame.classes, start)
    put = match and frame.words[match.end("what")].lower in {"at", "on", "as"}
    told = any(is_finder(word.lower) for word in frame.words[subject:start])
    counts = _COUNTED.match(frame.classes, start) and (told or verb.lemma in _COUNTS)
    if not (put or counts):
        return ()
    content = clause(frame, start)
    if not content:
        return ()  # "put according to police the dead at nine"
    next_deed = _AND_DEED.search(frame.classes, start, content[-1].stop)
    return trimmed(frame, start, next_deed.start() if next_deed else content[-1].stop)


_PUT_AT = re.compile(r"(?P<what>(?:[^,;:QAVKG]|EAK|(?<=[OD])K)+?(?:,W[^,]*,)?)[IB](?=[LDI]*M)")
_AND_DEED = re.compile(r",?C(?=X?L*[VKA]|[DNPMR]+[AVK])")  # "at nine | and four died"
_COUNTED = re.compile(r"L?D?M(?!Z)")
_COUNTS = frozenset({"count", "list"})


def _past_when(frame: Frame, start: int) -> int:
    """Past "on Friday" or "again" behind a cue; "there" and "only" belong to what is said."""
    own = (i for i in range(start, len(frame.words)) if frame.words[i].lower in _OWN_ADVERBS)
    when = _WHEN.match(frame.classes, start, next(own, len(frame.words)))
    return when.end() if when else start


_OWN_ADVERBS = frozenset({"there", "only", "almost", "nearly", "just", "even"})


def _is_title(frame: Frame, found: Pieces, verb: Verb) -> bool:
    """Whether somebody only "sang “Home Again” on deck": a few words, and the clause goes on."""
    quotation = frame.words[found[0].start].quotation
    short = quotation is not None and quotation.length < _SPOKEN and found[0].start > 0
    goes_on = not frame.words[found[0].start].capital and is_going_by(verb)
    if goes_on and frame.classes[found[0].start - 1] not in ",:":
        return True  # "the search would go on “for as long as it takes”"
    return short and is_performing(verb) and frame.classes[found[0].start - 1] not in ",:"


_SPOKEN = 4  # words


def _is_doing(frame: Frame, index: int) -> bool:
    """Whether what follows is a deed in -ing: "reported hearing a bang"."""
    return index < len(frame.words) and frame.words[index].lower.endswith("ing")


def _quotes(frame: Frame, found: Pieces, end_of_cue: int) -> bool:
    """Whether words begin in marks, or have some at once: "shrugged: it was “a gem”".

    Not so "the trial began on Monday: he is charged with “theft”".
    """
    quoted = "Q" in frame.classes_in(*found)
    at_once = quoted and found[0].start <= end_of_cue + 1
    return at_once or frame.classes[found[0].start] == "Q"


def is_aside(frame: Frame, cue: int) -> bool:
    """Whether a cue only says between commas what somebody was asked: "Olm, asked if …, left"."""
    return _ASIDE_ABOUT.match(frame.classes, max(0, cue - 1)) is not None


_ASIDE_ABOUT = re.compile(r",V(?:[IO][^,AVKG]*|[BW][^,]*),L?[AVK]")


def words_before(frame: Frame, end: int) -> Pieces:
    """The words before a subject or cue at `end`, if a comma, dash or quotation mark ends them."""
    end -= len(_OR_SO) * ([word.lower for word in frame.words[end - len(_OR_SO) : end]] == _OR_SO)
    classes = frame.classes[:end].rstrip("L")
    if classes[-1:] in {"C", "B"}:
        return ()  # "…, but he said": what stands before is another's
    if classes[-1:] not in tuple("Q,-"):
        return ()
    if classes.endswith("PQ") and frame.classes.startswith("P", end):
        return ()  # Abel “The Wall” Olm
    stop = len(classes.rstrip(",-"))
    start = max(classes.rfind(mark, 0, stop) + 1 for mark in (";", ":"))
    start = max(0 if classes[start : start + 1] == "Q" else start, past_dateline(frame))
    start += len(classes[start:stop]) - len(classes[start:stop].lstrip("CB,-"))
    run = re.search(r"Q+$", classes[start:stop])
    if run and _stands_alone(frame, start + run.start()):
        return (range(start + run.start(), stop),)
    return (range(start, stop),) if start < stop else ()


_HEADLINE = 3  # words
_OR_SO = ["or", "so"]  # "it sank, or so Olm says"


def resumed(frame: Frame, start: int) -> Pieces:
    """A quotation taken up again after its speaker: “…,” she said, “…”."""
    match = _RESUMED.match(frame.classes, start)
    if match is None or _names_a_work(frame, match.start("more")):
        return ()
    return (range(match.start("more"), match.end("more")),)


def _names_a_work(frame: Frame, index: int) -> bool:
    """Whether a few words in marks name what stands before them: "in her memoir, “Crumb”"."""
    quotation = frame.words[index].quotation
    short = quotation is not None and quotation.length <= _TITLE
    return short and is_work(frame.words[len(frame.classes[:index].rstrip(",")) - 1].lower)


_TITLE = 6  # words


def going_on(frame: Frame, start: int, *, open_end: bool = False) -> Pieces:
    """The rest of a sentence that its speaker interrupts: "the fire, she said, was out".

    Behind an open end, as in "it was, she said, a fraud", it need not begin with a verb.
    """
    match = (_ANY_REST if open_end else _GOES_ON).match(frame.classes, start)
    if match is None or _goes_on_saying(frame, match.start("more")):
        return ()
    if _is_without(frame, match.start("more")):
        return ()
    return clause(frame, match.start("more"))


def _is_without(frame: Frame, index: int) -> bool:
    """As in "…, Olm said, | without naming them"."""
    return index < len(frame.words) and frame.words[index].lower == "without"


def _goes_on_saying(frame: Frame, start: int) -> bool:
    """Whether the speaker has more to say, in a clause apart: "Olm said, | and added that"."""
    match = _AND_SAYS.match(frame.classes, start)
    verb = frame.words[match.end() - 1].verb if match else None
    says = verb is not None and verb.takes(Takes.CLAUSE, Takes.LISTENER)
    return says and match is not None and not interrupted(frame, match.end() - 1, match.end() - 1)


_AND_SAYS = re.compile(r"CL*V")
_ANY_REST = re.compile(r",(?P<more>[DNPM].*)$")


def clause(frame: Frame, start: int) -> Pieces:
    """A reported clause from `start` to where another voice takes over."""
    start += _is_about(frame, start)
    if _ONE_WORD.match(frame.classes, start) or _is_denied_somewhere(frame, start):
        return (range(start, start + 1),)
    end = _end_of_relative(frame, start)
    that = frame.classes[start - 1 : start] == "T"  # "that, according to XPA, it sank"
    late = range(start + 2 if that else start, end)
    end = next((i for i in late if frame.words[i].lower == "according"), end)
    end = _before_summary(frame, start, end)
    if back := _BACK_TO_SUBJECT.match(frame.classes, start, end):
        end = back.end("words")
    for cut in _OTHER_VOICE.finditer(frame.classes, start, end):
        if _ends_clause(frame, start, cut):
            return trimmed(frame, start, cut.start())
    return trimmed(frame, start, end)


def _is_denied_somewhere(frame: Frame, start: int) -> bool:
    """As in "denied this | in parliament and said": what follows is where and when, no clause."""
    this = start < len(frame.words) and frame.words[start].lower in {"it", "this"}
    where = re.match("I[^AVKM]*(?:$|CL*V)", frame.classes[start + 1 :])
    return this and where is not None


def asks(frame: Frame, index: int) -> bool:
    """Whether a word opens an indirect question: "on | whether it sank"."""
    return frame.words[index].lower in QUESTIONS and frame.classes[index] in "BW"


def _is_about(frame: Frame, index: int) -> bool:
    """Whether a word only leads to what is said: "comment | on whether", "moan | about “it”"."""
    about = index + 1 < len(frame.words) and frame.words[index].lower in _ABOUT
    quoted = frame.classes.startswith("IQ", index) and frame.words[index].lower in {"about", "for"}
    return about and (quoted or asks(frame, index + 1))


# As in "asked to be heard | and was turned down", "asked for a boat | but had to wait".
_BACK_TO_SUBJECT = re.compile(r"(?P<words>[EI][^,;:ACTQ]*),?[CB]A")
_ABOUT = frozenset({"on", "about", "over", "of", "for", "to"})


def _before_summary(frame: Frame, start: int, end: int) -> int:
    """Where the writer takes reported words up again: "it sank, | a remark that angered Olm"."""
    found = _SUMMARY.finditer(frame.classes, start, end)
    nouns = ((match.start(), frame.words[match.start("noun")].lower) for match in found)
    return next((at for at, noun in nouns if noun in claim_nouns()), end)


_SUMMARY = re.compile(r",D(?P<noun>N)(?=[TWRP]|D[NP])")


def _ends_clause(frame: Frame, start: int, cut: re.Match[str]) -> bool:
    """Whether another voice takes over where one may: not at "because", not in a lead."""
    if cut.group() in ("I", "B") and frame.classes.startswith("G", cut.end()):
        return frame.words[cut.start()].lower in SECOND_DEEDS
    if cut.group() in (",B", "B") and frame.words[cut.end() - 1].lower not in _CONTRASTS:
        return False
    said = _SAYS_SOMETHING.search(frame.classes, start, cut.start())
    return bool(said) or _is_object(frame, start)


SECOND_DEEDS = frozenset({"before", "after", "while"})
_CONTRASTS = frozenset({"while", "although", "though", "whereas", "but", "so", "as"})


def _is_object(frame: Frame, start: int) -> bool:
    """Whether reported words begin as an object and not with "on Friday," or "when …,"."""
    return frame.classes[start : start + 1] in tuple("DN")


def trimmed(frame: Frame, start: int, end: int) -> Pieces:
    """The words from `start` to `end` without punctuation and conjunctions at either end."""
    while end > start and frame.classes[end - 1] in ",;:-.CB":
        end -= 1
    while start < end and (frame.classes[start] in ",:.-" or frame.classes.startswith("EQ", start)):
        start += 1
    return (range(start, end),) if end > start else ()


def tells(frame: Frame, pieces: Pieces) -> bool:
    """Whether words before a comma are a clause or quotation, and not "On Friday,"."""
    if not pieces:
        return False
    classes = frame.classes[pieces[-1].start : pieces[-1].stop]
    return classes.endswith("Q") or bool(re.search(FINITE, classes))


def _around(frame: Frame, before: Pieces, end: int) -> Pieces:
    """Words before the reporting clause, and what of them goes on behind it."""
    if not before:
        return ()
    if frame.classes[before[-1].stop - 1] == "Q":
        return (*before, *resumed(frame, end))
    if frame.classes[before[-1].stop - 1] in "TW" and frame.classes.startswith(",", end):
        return trimmed(frame, end + 1, len(frame.words))  # "a tape on which, Olm says, a man sings"
    if frame.classes.startswith(",GXE", end):  # ", asking not to be named"
        return before
    more = resumed(frame, end) if _starts_clause(frame, before) else ()
    if more and _only_leads(frame, before):
        return more
    copula = frame.classes[before[-1].stop - 1] == "A"
    more = more or (going_on(frame, end) if _starts_clause(frame, before) else ())
    more = more or (going_on(frame, end, open_end=True) if copula else ())
    nothing = _NOTHING_MORE.match(frame.classes, end) or _is_on_condition(frame, end)
    last = _LAST.match(frame.classes, end) is not None
    last = last and (_is_headline(frame, before) or _is_verdict(frame, before))
    last = last or _is_without(frame, end + 1)
    return (*before, *more) if nothing and (more or last or tells(frame, before)) else ()


def _only_leads(frame: Frame, before: Pieces) -> bool:
    """Whether a clause in front only says when: "Asked if it sank, Olm said, | “No.”"."""
    opens = frame.words[0].lower == "asked" or frame.classes[0] == "B"
    return opens and before[0].start <= 1 and "Q" not in frame.classes_in(*before)


def _is_on_condition(frame: Frame, end: int) -> bool:
    """Whether a speaker only said so "on condition of not being named"."""
    return [word.lower for word in frame.words[end : end + 2]] == ["on", "condition"]


def _is_headline(frame: Frame, before: Pieces) -> bool:
    """Whether words can be those of a headline, whose verb is in no list: "Rovers sack coach"."""
    classes = frame.classes[before[-1].start : before[-1].stop]
    return len(classes) >= _HEADLINE and (classes[0] in "NP" or "Q" in classes)


def _is_verdict(frame: Frame, before: Pieces) -> bool:
    """Whether a sentence begins with an adjective that is all that is said: "Untrue, Olm said"."""
    first = before[0]
    return first.start == 0 and re.fullmatch("X?[NP]", frame.classes[: first.stop]) is not None


def _starts_clause(frame: Frame, before: Pieces) -> bool:
    """Whether words can be the beginning of a sentence that goes on: no "On Friday" alone."""
    classes = frame.classes[before[-1].start : before[-1].stop]
    return classes[:1] not in tuple("ILZE") or bool(re.search(FINITE, classes))


def _after_that(frame: Frame, end: int) -> Pieces:
    """Words behind the verb that "that", a colon or a quotation mark announces."""
    match = _TO_THAT.match(frame.classes, end)
    if not match:
        return clause(frame, past) if (past := _past_noting(frame, end)) else ()
    if match["that"] == "T" and _ENDS.match(frame.classes, match.end()):
        return trimmed(frame, match.end() - 1, match.end())
    pronoun = match["that"] == "T" and frame.classes.startswith("A", match.end())
    return clause(frame, match.end() - pronoun)  # "said | that was untrue"


def _past_noting(frame: Frame, end: int) -> int:
    """Where a quotation opens behind the author's own note of it: "said, | and I quote: | “…”"."""
    match = _AND_I.match(frame.classes, end)
    if match is None:
        return 0
    author, verb = frame.lowers_in(range(*match.span("noted")))
    return match.end() if author in {"i", "we"} and is_noting(verb) else 0


_AND_I = re.compile(
    r"J?,C(?P<noted>R[VK])[RJ]?[NLI]{0,4}[:,](?=Q)"
)  # "and I wrote it down at once:"


def past_dateline(frame: Frame) -> int:
    """Where the text begins behind a dateline, "BREAKING:" or a clock; 0 where there is none."""
    match = _DATELINE.match(frame.classes)
    if frame.classes.startswith(":", 1) and _is_label_at(frame, 0):
        return 2
    clock = frame.words[0].lower[:1].isdigit() and frame.classes.startswith("Z")
    label = clock and _is_label_at(frame, 1)
    return match.end() if match else clock + label


def _is_label_at(frame: Frame, index: int) -> bool:
    """Whether a word heads a line in capitals: "BREAKING", "EXCLUSIVE"."""
    return any(word.shouted and is_label(word.lower) for word in frame.words[index : index + 1])


def _stands_alone(frame: Frame, index: int) -> bool:
    """Whether a quotation is a sentence of its own and not the end of the one it stands in."""
    if index == 0 or frame.classes[index - 1] in ":.;":
        return True
    quotation = frame.words[index].quotation
    long = quotation is not None and len(quotation.words) > _SENTENCE
    return long and frame.classes[index - 1] in ",-"


def _end_of_relative(frame: Frame, start: int) -> int:
    """Where a clause opened by ", who" closes, for words reported inside it."""
    if not _RELATIVE.search(frame.classes[:start]):
        return len(frame.classes)
    comma = frame.classes.find(",", start)
    return comma if comma >= 0 else len(frame.classes)


def _object(frame: Frame, start: int) -> Pieces:
    """What a verb such as "criticised" is about: to the end of the clause.

    Nothing where the verb of another clause follows: "a report that Olm would withdraw | was".
    """
    if frame.classes.startswith("A", start) and not frame.words[start].lower.endswith("ing"):
        return ()
    end = _end_of_relative(frame, start)
    classes = "".join("I" if w.lower == "as" else w.kind for w in frame.words)
    cut = _OBJECT_ENDS.search(classes, start, end)
    return trimmed(frame, start, cut.start() if cut else end)


QUESTIONS = frozenset({"whether", "if", "when", "why", "how", "what", "where", "who", "which"})
