"""Pointing back: a sentence that only says whose words the one before was, or the quotation.

As in "The mill will shut. That is what the foreman told his men.", "Or so Olm says." and “It sank.”
Olm said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import StatementKind
from twosource.reading.statements.drafting.drafts import REASONS, Draft, spans_of
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.announced import announcer
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.phrases import ASIDE, FINITE, SUBJECT
from twosource.reading.statements.lexicon.verbs import Takes

_NAME = r"(?:,(?P<name>P+),)?"  # "the foreman, Huw Pask, told"
_IS_WHAT = re.compile(
    rf"^C?(?:INC?,?)?(?:[TD](?:,IN,)?A|p)(?P<led>B)(?P<source>{SUBJECT}){_NAME}L?(?P<cue>V)"
    rf"(?:[RJ]|D?[Np]*N|P+)?{ASIDE}\.?$"
)
_OR_SO = re.compile(rf"^C?(?:IN,?)?(?P<led>B)(?P<source>{SUBJECT}){_NAME}L?(?P<cue>V)\.?$")
_SO_SAID = re.compile(rf"^C?(?P<led>[BL])(?P<cue>[VK])(?P<source>{SUBJECT})(?:,[^AVK]*)?\.?$")
_LED_BY = {_IS_WHAT: "what", _OR_SO: "so", _SO_SAID: "so"}


def points_back(frame: Frame) -> Attribution | None:
    """Who said what stands before, if a sentence says no more; without any words."""
    for pattern, led in _LED_BY.items():
        match = pattern.match(frame.classes)
        if match is None or frame.words[match.start("led")].lower != led:
            continue
        cue, named = range(*match.span("cue")), match.groupdict().get("name")
        verb = frame.words[cue.start].verb
        if verb is not None and verb.takes(Takes.CLAUSE, Takes.LISTENER):
            source = range(*match.span("name" if named else "source"))
            return Attribution(cue, source, NOTHING, (), Shape.SUBJECT_FIRST, verb)
    return None


def said_before(
    clause: Attribution, drafts: Sequence[Draft], frames: Sequence[Frame], number: int
) -> Iterator[Draft]:
    """The sentence before, as what `clause` says somebody said, if nobody has it yet."""
    before = frames[number - 1] if number else None
    if before is None or before.block != frames[number].block:
        return
    taken = any(draft.end == number - 1 for draft in drafts[-_RECENT:])
    if not taken and "Q" not in before.classes and re.search(FINITE, before.classes):
        content = tuple(spans_of(before, range(len(before.words))))
        reason, kind = REASONS[Shape.SUBJECT_FIRST], StatementKind.INDIRECT
        yield Draft(kind, content, number, number, before.block, reason, clause)


_RECENT = 20  # statements among which those of the sentence before are


# ── “It sank.” Olm said ──────────────────────────────────────────────────────────────────────────


def claims_quotation(drafts: list[Draft], frames: Sequence[Frame], number: int) -> bool:
    """Give a quotation to the sentence behind it that says nothing else: “It sank.” Olm said."""
    frame = frames[number]
    before = frames[number - 1] if number else None
    if before is None or before.classes != "Q" or before.block != frame.block:
        return False
    words, said = before.words[0].quotation, _said_alone(frame)
    last = drafts[-1] if drafts else None
    if said is None or words is None or last is None or last.content[-1] != words.words:
        return False
    rest = last.content[:-1]
    drafts[-1:] = [replace(last, content=rest)] if rest else []
    reason = REASONS[Shape.SUBJECT_FIRST]
    content = (words.words,)
    drafts.append(Draft(StatementKind.DIRECT, content, number, number, frame.block, reason, said))
    return True


def _said_alone(frame: Frame) -> Attribution | None:
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
