"""Drafting: the statements of all frames, before anybody knows who their speakers are.

Each frame first says for itself what it attributes; then a place is found for the quotations that
are left over. What is said in a turn of a talk is said through who has the turn.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.model import StatementKind
from twosource.reading.spans import touched
from twosource.reading.statements.agreement import attributed
from twosource.reading.statements.announced import announcer
from twosource.reading.statements.attribution import Attribution, Shape
from twosource.reading.statements.drafts import REASONS, TURN_GOES_ON, Draft
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.left_over import begun, place_left_over
from twosource.reading.statements.phrases import ASIDE, SUBJECT
from twosource.reading.statements.pointing_back import points_back, said_before
from twosource.reading.statements.turns import Turn
from twosource.reading.statements.verbs import Takes
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
        elif _claims_quotation(drafts, frames, number):
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
