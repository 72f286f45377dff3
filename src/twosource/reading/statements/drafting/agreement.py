"""Agreement: which of the attributions found in a frame stand, and how far each one reaches.

Those that stand lie side by side or one inside the other; what only leads to another goes.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Polarity, Sense
from twosource.reading.statements.drafting.drafts import Draft, draft_of
from twosource.reading.statements.drafting.joining import beside
from twosource.reading.statements.drafting.tagged import tagged_attributions
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar import find_attributions
from twosource.reading.statements.grammar.attribution import Attribution, Shape, reports_speech
from twosource.reading.statements.grammar.reported import trimmed
from twosource.reading.statements.grammar.unsaid import (
    gives_no_words,
    is_nobody,
    only_with_clause,
    reports_nothing,
)
from twosource.reading.statements.grammar.worded import going_on_behind
from twosource.reading.statements.lexicon.verbs import Takes
from twosource.reading.tagger import Tags


def attributed(frame: Frame, number: int, tags: Tags, turn: Draft | None = None) -> Iterator[Draft]:
    """The attributions that agree with one another: side by side, or one inside the other."""
    kept: list[Attribution] = []
    for attribution in sorted(_read(frame, tags), key=_breadth, reverse=True):
        if all(_agree(attribution, other, frame) for other in kept):
            kept.append(attribution)
    drafts: dict[Attribution, Draft] = {}
    for attribution in kept:
        around = [o for o in drafts if attribution.stands_in(o) and _passes_on(o, attribution)]
        outer = drafts[around[-1]] if around else turn
        drafts[attribution] = draft_of(frame, number, attribution, outer, kept)
    yield from sorted(drafts.values(), key=lambda d: (d.content[0].start, -d.content[-1].end))


def _read(frame: Frame, tags: Tags) -> list[Attribution]:
    """All attributions of a frame, the grammar's and the tagger's, each with its own words."""
    found = find_attributions(frame)
    if tags.parts:
        found = beside(found, tagged_attributions(frame, tags.parts), frame, tags.reported)
    found = [_before_outer(frame, one, found) for one in found]
    found = [_settled(frame, one) for one in found if not reports_nothing(frame, one)]
    found = [_up_to_bracket(frame, one) for one in found]
    found = [one for one in found if not _is_signed_behind(frame, one, found)]
    found = list(_with_words_of_their_own(frame, found))
    found = [_with_told_words(frame, one, found) for one in found]
    found += going_on_behind(frame, found)  # each that goes on may itself be gone on from
    return found


def _breadth(attribution: Attribution) -> tuple[int, int]:
    """Widest first: what contains another is looked at before it; of two, the first cue."""
    clause = [i for part in (attribution.cue, attribution.source) for i in part]
    return len(attribution.reported), -min(clause)


def _with_told_words(frame: Frame, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Reported words with those that follow and are said in them: "that Olm left, saying …"."""
    clause, end = one.reported, max(one.reported)
    for other in found:
        inside = bool(other.source) and {*other.source, *other.cue} <= clause
        apart = inside and frame.classes[other.source.start - 1] in "CB"  # "I asked, and Olm said"
        if inside and not apart and end < min(other.reported) <= end + len(":,"):
            return replace(one, content=(*one.content, *other.content))
    return one


def _before_outer(frame: Frame, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Reported words up to the clause of whoever passes them on: "told him to go | , said Olm"."""
    words, cue = one.reported, {*one.cue}
    for other in found:
        clause = [i for part in (other.cue, other.source) for i in part]
        closes = not words.isdisjoint(clause) and max(other.reported) < min(clause)
        places = (Takes.CLAUSE, Takes.THAT, Takes.LISTENER)
        says = other.verb is not None and other.verb.takes(*places)
        if closes and says and cue <= other.reported:
            cut = (range(p.start, min(p.stop, max(other.reported) + 1)) for p in one.content)
            kept = tuple(r for p in cut for r in trimmed(frame, p.start, p.stop))
            return replace(one, content=kept) if kept else one
    return one


def _is_signed_behind(frame: Frame, one: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether another says what a colon brings: "Readers are not convinced: “…,” said Olm"."""
    first = min(one.reported, default=0)
    if one.shape is not Shape.SUBJECT_FIRST or not frame.classes.startswith(":Q", first - 1):
        return False
    inverted = (o for o in found if o.shape is Shape.VERB_FIRST)
    return any(min(o.reported) == first and {*o.cue} <= one.reported for o in inverted)


def _with_words_of_their_own(frame: Frame, found: list[Attribution]) -> Iterator[Attribution]:
    """The attributions, each with all it reports.

    "Olm says Brandt told her: “…”" gives Brandt's words in Olm's; of “…,” Olm recalled her aunt
    saying, and of "Olm wrote to them to say …", only what was said is reported.
    """
    for one in found:
        inner = next((o for o in found if _is_clause_of(frame, one, o)), None)
        if inner is not None and inner.cue.stop <= inner.content[0].start:
            yield replace(one, content=(range(min(one.reported), inner.content[-1].stop),))
        elif inner is None and not any(_leads_to(frame, one, o) for o in found):
            yield one


def _is_clause_of(frame: Frame, one: Attribution, other: Attribution) -> bool:
    """Whether all the words of one attribution are the clause that says who the other's are."""
    inside = any(i in piece for i in other.cue for piece in one.content)
    if one.source == other.source or not inside or one.cue.stop > min(words := one.reported):
        return False
    first = min(part.start for part in (other.cue, other.source) if part)
    clause = {*range(first, other.content[0].start), *other.cue, *other.source, *other.role}
    return all(frame.classes[i] in ",:L" for i in words - clause)


def _leads_to(frame: Frame, one: Attribution, other: Attribution) -> bool:
    """Whether somebody does one thing to do the other: "wrote to them to say"."""
    says = one.sense is Sense.SAYS and one.polarity is Polarity.SAYS
    same = bool(one.source) and one.source == other.source
    done = says and same and frame.classes[other.cue.start] == "E"
    return done and {*other.cue} | other.reported <= one.reported


def _up_to_bracket(frame: Frame, one: Attribution) -> Attribution:
    """Words that are reported inside brackets end with them: "(Olm says it sank) | was sold"."""
    begins = frame.classes.rfind("(", 0, one.cue.start)
    ends = frame.classes.find(")", one.cue.stop)
    if begins < 0 or ends < 0 or ")" in frame.classes[begins : one.cue.start]:
        return one
    cut = (range(piece.start, min(piece.stop, ends)) for piece in one.content)
    kept = tuple(piece for piece in cut if piece)
    return replace(one, content=kept) if kept else one


def _settled(frame: Frame, one: Attribution) -> Attribution:
    """An attribution without a source that is nobody, and an attitude where it gives no words."""
    sense = Sense.ATTITUDE if gives_no_words(frame, one) else one.as_sense
    return replace(
        one, source=NOTHING if is_nobody(frame, one.source) else one.source, as_sense=sense
    )


# ── Which of them can stand side by side ─────────────────────────────────────────────────────────


def _agree(attribution: Attribution, other: Attribution, frame: Frame) -> bool:
    """Whether two attributions can both stand: apart, or as words reported in reported words."""
    if attribution.reported.isdisjoint(itertools.chain(*other.content)):
        return True
    speech = reports_speech(attribution) or _reports_belief(attribution, frame)
    return attribution.stands_in(other) and (speech or _gives_quoted_words(attribution, frame))


def _passes_on(outer: Attribution, inner: Attribution) -> bool:
    """Whether inner words come through the outer: to "challenge her claim" is to speak of it."""
    about = outer.verb is not None and not outer.verb.takes(Takes.CLAUSE, Takes.THAT)
    nothing = outer.sense is Sense.ATTITUDE  # "wrote a letter warning that"
    return not nothing and not (about and inner.shape is Shape.NOUN)


def _gives_quoted_words(attribution: Attribution, frame: Frame) -> bool:
    """Whether somebody's own words stand in marks: "described the ferry as “a coffin”"."""
    quoted = "Q" in frame.classes_in(*attribution.content)
    gives = attribution.sense is Sense.SAYS or _is_wish(attribution)
    return quoted and gives and bool(attribution.source)


def _is_wish(attribution: Attribution) -> bool:
    """Whether somebody wants something, and does not only "offer “a million”"."""
    verb = attribution.verb
    wants = attribution.sense is Sense.WANTS
    return wants and verb is not None and not only_with_clause(verb.lemma)


def _reports_belief(attribution: Attribution, frame: Frame) -> bool:
    """Whether an inner attribution gives another's belief or wish: "he" is as a rule himself."""
    somebody = bool(set(frame.classes_in(attribution.source)) & set("NPp"))
    verb = attribution.verb
    holds = attribution.sense is Sense.THINKS and verb is not None and verb.takes(Takes.CLAUSE)
    holds = holds or _is_wish(attribution)
    return somebody and holds  # not what somebody "knew" or "saw", which is so
