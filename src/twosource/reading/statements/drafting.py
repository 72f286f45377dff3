"""Drafting: the statements of all frames, before anybody knows who their speakers are.

Each frame first says for itself what it attributes; then a place is found for the quotations that
are left over. A turn of a transcript takes in everything of its paragraph.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Span, StatementKind
from twosource.reading.statements.agreement import attributed
from twosource.reading.statements.announced import announcer, find_turn
from twosource.reading.statements.attribution import Attribution, Shape
from twosource.reading.statements.drafts import REASONS, Draft
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.left_over import begun, place_left_over
from twosource.reading.statements.phrases import ASIDE, SUBJECT
from twosource.reading.statements.titles import is_body, is_title
from twosource.reading.statements.verbs import Takes
from twosource.reading.tagger import Part


def draft_statements(frames: Sequence[Frame], parts: Sequence[Part] = ()) -> list[Draft]:
    """The statements of all frames, each frame's in the order of their cues.

    `parts` are those the tagger marks in the article's text; without them the grammar stands alone.
    """
    drafts: list[Draft] = []
    turns, turn = _turns(frames), None
    for number, frame in enumerate(frames):
        if number in turns:
            turn = _whole_turn(frames, number, turns[number])
            drafts.append(turn)
        if turn is not None and turn.block == frame.block:
            drafts += attributed(frame, number, parts, turn)
        elif not _claims_quotation(drafts, frames, number):
            drafts += _with_beginning(drafts, list(attributed(frame, number, parts)), frame)
            place_left_over(drafts, frames, number)
    return drafts


def _with_beginning(drafts: list[Draft], found: list[Draft], frame: Frame) -> list[Draft]:
    """A quotation that began in the paragraph before, with that beginning, which named nobody."""
    first, beginning = found[0] if found else None, begun(drafts, frame)
    going = {w.quotation.words for w in frame.words if w.quotation and w.quotation.goes_on}
    if first is None or beginning is None or first.content[0] not in going:
        return found
    drafts.pop()
    return [replace(first, content=(*beginning.content, *first.content)), *found[1:]]


# ── Turns of a transcript ────────────────────────────────────────────────────────────────────────


def _turns(frames: Sequence[Frame]) -> dict[int, Attribution]:
    """The turns of a transcript by the number of their frame, but not those of its host.

    Whoever has most turns presents the programme: those are the article's own words.
    """
    turns = {number: turn for number, f in enumerate(frames) if (turn := find_turn(f))}
    if len(turns) == 1 and not any(_is_named(frames, n, turn) for n, turn in turns.items()):
        return {}  # "FLOOD: …" is a label
    named = {n: frames[n].words[turn.source.stop - 1].lower for n, turn in turns.items()}
    most = Counter(named.values())
    host = max(most, key=most.__getitem__) if len(most) > 1 else ""
    return {number: turn for number, turn in turns.items() if named[number] != host}


def _is_named(frames: Sequence[Frame], number: int, turn: Attribution) -> bool:
    """Whether a name in capitals is a body's or a title, or is written small elsewhere."""
    last = frames[number].words[turn.source.stop - 1].lower
    small = any(w.lower == last and w.capital and not w.shouted for f in frames for w in f.words)
    return small or is_body(last) or is_title(last)


def _whole_turn(frames: Sequence[Frame], number: int, turn: Attribution) -> Draft:
    """A turn with everything that is said in its paragraph."""
    block = frames[number].block
    last = bisect_right(frames, block, key=lambda frame: frame.block) - 1
    start = frames[number].words[turn.content[0].start].span.start
    content = (Span(start, frames[last].span.end),)
    reason = REASONS[Shape.TURN]
    return Draft(StatementKind.DIRECT, content, number, last, block, reason, turn)


# ── “It sank.” Olm said ──────────────────────────────────────────────────────────────────────────


def _claims_quotation(drafts: list[Draft], frames: Sequence[Frame], number: int) -> bool:
    """Give a quotation to the sentence behind it that says nothing else: “It sank.” Olm said."""
    frame = frames[number]
    before = frames[number - 1] if number else None
    if before is None or before.classes != "Q" or before.block != frame.block:
        return False
    words, said = before.words[0].quotation, _said_before(frame)
    last = drafts[-1] if drafts else None
    if said is None or words is None or last is None or last.content[-1] != words.words:
        return False
    rest = last.content[:-1]
    drafts[-1:] = [replace(last, content=rest)] if rest else []
    reason = REASONS[Shape.SUBJECT_FIRST]
    content = (words.words,)
    drafts.append(Draft(StatementKind.DIRECT, content, number, number, frame.block, reason, said))
    return True


def _said_before(frame: Frame) -> Attribution | None:
    """Who said what stands before, if a frame tells no more: "Olm said", "so said Olm"."""
    match = next(
        (m for one in (_SAID, _THAT_IS, _SO_SAID) if (m := one.match(frame.classes))), None
    )
    if match is None:
        return None
    cue = range(*match.span("cue"))
    verb = frame.words[cue.start].verb
    if match.re is _SAID and not (verb and verb.takes(Takes.CLAUSE)):
        return None
    message = "message" in match.re.groupindex and match["message"]
    source = announcer(frame, len(frame.classes)) if message else range(*match.span("source"))
    if not source or (source.stop <= cue.start and match.re is not _SAID):
        return None
    return Attribution(cue, source, NOTHING, (), Shape.SUBJECT_FIRST, verb)


_SAID = re.compile(rf"(?P<source>{SUBJECT})L?(?P<cue>V){ASIDE}$")
_THAT_IS = re.compile(rf"[TDR](?P<cue>A)(?:B(?P<source>{SUBJECT})L?[VK]|(?P<message>[^AVKB]*$))")
_SO_SAID = re.compile(rf"[BL](?P<cue>[VK])(?P<source>{SUBJECT})(?:,[^AVK]*)?$")
