"""Extents: whether the tagger tells better than the grammar which words are reported.

Not of quotations, nor of what is denied; and not where it cuts a clause short or runs on into the
next one.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from twosource.model import Polarity
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.reported import CLAUSE


def is_better(
    grammar: Attribution, tagged: Attribution, frame: Frame, others: Sequence[Attribution]
) -> bool:
    """Whether the tagger's extent is to be had, and not the grammar's."""
    if _is_the_grammars(grammar, tagged, frame):
        return False
    ours, theirs = grammar.reported, tagged.reported
    stops = theirs < ours or theirs.isdisjoint(grammar.content[-1])
    return not (
        _cuts_short(ours, theirs, frame)
        or _runs_on(ours, theirs, frame)
        or _resumes(grammar, theirs, frame)
        or _sums_up(ours, tagged, frame)
        or (len(grammar.content) > 1 and stops)  # "the ferry, Olm said, sank"
        or _begins_elsewhere(grammar, ours, theirs, frame)
        or _is_anothers(ours, theirs, frame, others)
    )


def _is_the_grammars(grammar: Attribution, tagged: Attribution, frame: Frame) -> bool:
    """Whether the grammar knows best: of quotations and of what is denied.

    It knows besides that its own cue, source and listener are not reported, whose claim a noun
    owned by somebody is, and that all behind a colon is announced.
    """
    ours, theirs = grammar.reported, tagged.reported
    quoted = set(frame.classes_in(*grammar.content)) <= set("QC,")
    owned = frame.classes[max(grammar.source, default=0)] == "p"
    owned = owned or (grammar.shape is Shape.NOUN and ours < theirs)
    shorter = theirs < ours and min(theirs) == min(ours)
    shorter = shorter and frame.classes.startswith(",", max(theirs) + 1)
    denied = grammar.polarity is not Polarity.SAYS and not shorter
    inside = {*tagged.cue} <= ours  # "the deal | could be announced | in May, Olm told us"
    own = {*grammar.cue, *grammar.source, *grammar.listener}
    announced = grammar.shape is Shape.COLON
    return quoted or owned or announced or denied or inside or not own.isdisjoint(theirs)


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
    crew not to sail", or which one it is: "That | bridge is unsafe, Olm said"; or it is what was
    asked in return: "told us, on condition that he stay unnamed, | how it sank".
    """
    start, begin = min(ours), min(theirs)
    fronted = bool(grammar.source) and begin < grammar.source.start < start
    order = begin > start and frame.words[begin].lower == "not"
    pointing = begin == 1 > start and re.match("T[NKV]", frame.classes) is not None
    asked = begin < start and "condition" in frame.lowers_in(range(max(0, begin - 2), begin + 2))
    return fronted or order or pointing or asked


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
    whole = any(o.reported <= theirs - ours and theirs.isdisjoint(o.cue) for o in others)
    return spills or cut or whole or any({*o.cue} <= ours and theirs <= o.reported for o in others)
