"""Endings: where reported words stop and the clause around them or the occasion begins."""

import re

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.phrases import PHRASE
from twosource.reading.statements.grammar.reported import Pieces
from twosource.reading.statements.lexicon.verbs import Takes, Verb, is_said_in


def before_second_verb(frame: Frame, pieces: Pieces) -> Pieces:
    """Reported words in mid-clause, up to its own verb: "who say it sank | were wrong"."""
    match = _SECOND_VERB.search(frame.classes, pieces[-1].start, pieces[-1].stop)
    if match is None:
        return pieces
    return (*pieces[:-1], range(pieces[-1].start, match.start("second")))


_SECOND_VERB = re.compile(r"[KY](?P<second>[AKV])")


def before_second_finite(frame: Frame, pieces: Pieces) -> Pieces:
    """What "the dam that Olm says will break | was old" reports: a predicate, and no more."""
    match = _SECOND_FINITE.match(frame.classes, pieces[-1].start, pieces[-1].stop)
    return (*pieces[:-1], range(pieces[-1].start, match.start("second"))) if match else pieces


_SECOND_FINITE = re.compile(r"(?:[AXL]+[NKVY]+|E[NKV])[^AVK,QT]*?(?P<second>[AK])")


def before_main_finite(frame: Frame, pieces: Pieces) -> Pieces:
    """What "her claim that it sank | was denied" announces: one clause and no more."""
    match = _ONE_CLAUSE.match(frame.classes, pieces[-1].start, pieces[-1].stop)
    return (*pieces[:-1], range(pieces[-1].start, match.end())) if match else pieces


# A verb, or an auxiliary with what hangs on it; then no other clause up to the next verb.
_ONE_CLAUSE = re.compile(
    r"[^AVKQ,;:]+?(?:A[AXL]*[NKVY]?|[KV])[^AVQTWBC,;:]*?(?=A|(?<=[NPJLZKY])[KV][^T])"
)


def before_predicate(frame: Frame, source: range, pieces: Pieces, verb: Verb) -> Pieces:
    """What "those who want to go | must pay" want, up to what is told of those.

    So it is wherever the source is the subject of a sentence that has had no verb of its own yet.
    What may be a clause itself is one where the verb takes nothing else: "who say it sank".
    """
    last = pieces[-1] if pieces else NOTHING
    if not (last and _is_bare_subject(frame, source) and _ends_sentence(frame, last.stop)):
        return pieces
    verbs = [*_VERB_GROUP.finditer(frame.classes, last.start, last.stop)]
    object_alone = verb.takes(Takes.OBJECT) or _is_no_clause(frame, last)
    object_alone = object_alone and frame.classes[last.start] not in "RTQ"
    led = bool(verbs) and "T" in frame.classes[last.start : verbs[0].start()]  # "to warn that it"
    if not verbs or (len(verbs) == 1 and (led or not object_alone)):
        return pieces
    cut = verbs[0].start() if len(verbs) == 1 else _after_own_clause(frame, last)
    return (*pieces[:-1], range(last.start, cut)) if last.start < cut < last.stop else pieces


_VERB_GROUP = re.compile(r"(?<!E)(?:A[AXL]*[NKVY]?|[KV])")
_NO_VERB_YET = re.compile(r"(?:^|[,;:CBT.-])(?:L|I?D?M?Z+M?)*$")


def _is_bare_subject(frame: Frame, source: range) -> bool:
    """Whether a clause begins with it: no verb and no preposition stands before."""
    before = frame.classes[: source.start]
    return bool(_NO_VERB_YET.search(before)) and not re.search(r"[AVK]", before)


def _ends_sentence(frame: Frame, end: int) -> bool:
    return not frame.classes[end:].strip(".")


def _is_no_clause(frame: Frame, piece: range) -> bool:
    """Whether words cannot be a clause: "to vote", "for help", "killing her husband"."""
    first = frame.words[piece.start]
    return first.kind in "EI" or (first.kind in "NGK" and first.lower.endswith("ing"))


def _after_own_clause(frame: Frame, piece: range) -> int:
    match = _ONE_CLAUSE.match(frame.classes, piece.start, piece.stop)
    return match.end() if match else piece.stop


def before_comma(frame: Frame, pieces: Pieces) -> Pieces:
    """What "following the port saying it sank, …" reports, without what follows the comma."""
    if not pieces:
        return ()
    comma = frame.classes.find(",", pieces[-1].start, pieces[-1].stop)
    return (*pieces[:-1], range(pieces[-1].start, comma)) if comma > 0 else pieces


def before_main_verb(frame: Frame, cue: int, pieces: Pieces) -> Pieces:
    """What "Olm, fearing it would sink, | ran" reports, up to the verb of the clause around it."""
    last = pieces[-1] if pieces else NOTHING
    match = re.compile(r",(?=L?[AVK])").search(frame.classes, last.start, last.stop)
    inside = frame.classes[cue - 1 : cue] == "," and match is not None and last.start > cue
    return (*pieces[:-1], range(last.start, match.start())) if inside and match else pieces


def before_verb(frame: Frame, pieces: Pieces) -> Pieces:
    """What "efforts to portray Olm as a hero | failed" portray, up to the verb of the efforts."""
    match = re.compile(r"[AK,]").search(frame.classes, pieces[-1].start + 1, pieces[-1].stop)
    return (*pieces[:-1], range(pieces[-1].start, match.start())) if match else pieces


def before_occasion(frame: Frame, source: range) -> range:
    """A source without where it speaks: "said Olm | in an interview with the Courier"."""
    for match in _IN_AN.finditer(frame.classes, source.start + 1, source.stop):
        if is_said_in(frame.words[match.end() - 1].lower):
            return range(source.start, match.start())
    return source


_IN_AN = re.compile(r"ID[NK]*N")


def without_occasion(frame: Frame, pieces: Pieces) -> Pieces:
    """Reported words without where they were said: "denied it | in a statement to XPA".

    At the front too, where a pronoun and its verb follow: "said on Pigeon | they had sunk it".
    """
    if pieces and (
        led := _PLACE_BEFORE_PRONOUN.match(frame.classes, pieces[0].start, pieces[0].stop)
    ):
        pieces = (range(led.end(), pieces[0].stop), *pieces[1:])
    last = pieces[-1] if pieces else NOTHING
    match = _IN_A.search(frame.classes, last.start + 1, last.stop)
    where = match is not None and frame.words[match.start()].lower == "in"
    if match is None or not where or not is_said_in(frame.words[match.start("noun")].lower):
        return pieces
    return (*pieces[:-1], range(last.start, match.start()))


_PLACE_BEFORE_PRONOUN = re.compile(r"IP(?=R[AVKL])")
_IN_A = re.compile(rf"ID[NK]*(?P<noun>N)(?:[EIO]{PHRASE})?$")
