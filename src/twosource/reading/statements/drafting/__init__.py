"""Drafting: the statements of all frames, before anybody knows who their speakers are.

Each frame first says for itself what it attributes; then a place is found for the quotations that
are left over. What is said in a turn of a talk is said through who has the turn.
"""

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import StatementKind
from twosource.reading.spans import touched
from twosource.reading.statements.drafting.agreement import attributed
from twosource.reading.statements.drafting.drafts import REASONS, TURN_GOES_ON, Draft
from twosource.reading.statements.drafting.left_over import begun, place_left_over
from twosource.reading.statements.drafting.pointing_back import (
    claims_quotation,
    points_back,
    said_before,
)
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.interviews.turns import Turn
from twosource.reading.tagger import UNTAGGED, Tags


def draft_statements(
    frames: Sequence[Frame], tags: Tags = UNTAGGED, turns: Sequence[Turn] = ()
) -> list[Draft]:
    """The statements of all frames, each frame's in the order of their cues.

    `tags` are what the tagger marks in the article's text; without them the grammar stands alone.
    `turns` are those of a talk: what else is said in them is said through who has the turn.
    """
    drafts: list[Draft] = []
    said = _turn_drafts(frames, turns)
    for number, frame in enumerate(frames):
        turn = said.get(number)
        if turn is not None:
            drafts += [turn] if turn.frame == number else []
            drafts += attributed(frame, number, tags, turn)
        elif claims_quotation(drafts, frames, number):
            continue
        elif (clause := points_back(frame)) is not None:
            drafts += said_before(clause, drafts, frames, number)
        else:
            drafts += _with_beginning(drafts, list(attributed(frame, number, tags)), frame)
            place_left_over(drafts, frames, number)
    return drafts


def _turn_drafts(frames: Sequence[Frame], turns: Sequence[Turn]) -> dict[int, Draft]:
    """The turns of a talk by the numbers of all frames that lie in them."""
    found: dict[int, Draft] = {}
    for turn in turns:
        near = touched(frames, turn.content)
        # A frame may hold what is no part of the turn: "It took weeks. (Sighs.)".
        here = [n for n in near if turn.content.contains(frames[n].span)] or list(near)
        found |= dict.fromkeys(here, _turn_draft(frames, here, turn)) if here else {}
    return found


def _turn_draft(frames: Sequence[Frame], here: Sequence[int], turn: Turn) -> Draft:
    said = Attribution(NOTHING, NOTHING, NOTHING, (), Shape.TURN)
    content, block = (turn.content,), frames[here[0]].block
    reason = TURN_GOES_ON if turn.goes_on else REASONS[Shape.TURN]
    kind = StatementKind.DIRECT
    return Draft(kind, content, here[0], here[-1], block, reason, said, turn=turn)


def _with_beginning(drafts: list[Draft], found: list[Draft], frame: Frame) -> list[Draft]:
    """A quotation that began in the paragraph before, with that beginning, which named nobody."""
    first, beginning = found[0] if found else None, begun(drafts, frame)
    going = {w.quotation.words for w in frame.words if w.quotation and w.quotation.goes_on}
    if first is None or beginning is None or first.content[0] not in going:
        return found
    drafts.pop()
    return [replace(first, content=(*beginning.content, *first.content)), *found[1:]]
