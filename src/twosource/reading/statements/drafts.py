"""Drafts: the statements of an article before anybody knows who their speakers are.

Each frame first says for itself what it attributes. Quotations that are left over go on with the
statement before them, or stand alone.
"""

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from twosource.model import Polarity, Sense, Span, StatementKind
from twosource.reading.statements.announced import announcer, announces, find_turn
from twosource.reading.statements.attribution import Attribution, Shape, reports_speech
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.grammar import find_attributions
from twosource.reading.statements.phrases import ASIDE, SUBJECT
from twosource.reading.statements.quotation_marks import Quotation
from twosource.reading.statements.reported import trimmed
from twosource.reading.statements.subjects import topic
from twosource.reading.statements.tagged import beside, tagged_attributions
from twosource.reading.statements.titles import is_body, is_title, names_a_person
from twosource.reading.statements.unsaid import (
    gives_no_words,
    is_nobody,
    only_with_clause,
    reports_nothing,
)
from twosource.reading.statements.verbs import Takes, is_going_on
from twosource.reading.statements.worded import going_on_behind
from twosource.reading.statements.words import Word
from twosource.reading.tagger import Part


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement without its speaker.

    `frame` numbers the frame of its cue and source; `end` and `block` the frame and paragraph it
    ends in. `outer` is the statement it stands in, if somebody reports somebody else's words.
    """

    kind: StatementKind
    content: tuple[Span, ...]
    frame: int
    end: int
    block: int
    reason: str
    attribution: Attribution | None = None
    outer: "Draft | None" = None
    about: tuple[Span, ...] = ()


# A quotation that nobody is named for is speech from this many words on; below, it is a term, a
# title or a word held at arm's length.
_SPEECH = 6
_SENTENCE = 3  # words from which a sentence that stands alone in quotation marks is speech
_REST = 3  # words from which the rest of a sentence is
_CLAUSE = 4  # words from which a quotation behind a reporting clause is more of the same speech

_RIVALS = "reported with “{cue}”, but two speakers compete, so that none is chosen"
_REASONS = {
    Shape.SUBJECT_FIRST: "reported with “{cue}”, the speaker before it",
    Shape.VERB_FIRST: "reported with “{cue}”, the speaker behind it",
    Shape.PARTICIPLE: "reported with “{cue}”, which shares its subject with the clause before",
    Shape.QUOTED: "passed on with “{cue}”",
    Shape.ACCORDING_TO: "reported with “{cue}”",
    Shape.PASSIVE: "reported with “{cue}”, in the passive",
    Shape.NOUN: "put forward as somebody’s “{cue}”",
    Shape.TAGGED: "marked by the tagger at “{cue}”",
    Shape.TURN: "a turn in a transcript",
    Shape.COLON: "a colon introduces them, behind a clause about the speaker",
}


def draft_statements(frames: Sequence[Frame], parts: Sequence[Part] = ()) -> list[Draft]:
    """The statements of all frames, each frame's in the order of their cues.

    `parts` are those the tagger marks in the article's text; without them the grammar stands alone.
    """
    drafts: list[Draft] = []
    turns, turn = _turns(frames), None
    for number, frame in enumerate(frames):
        if number in turns:
            turn = _turn_draft(frames, number, turns[number])
            drafts.append(turn)
        if turn is not None and turn.block == frame.block:
            drafts += _attributed(frame, number, parts, turn)
        elif not _claims_quotation(drafts, frames, number):
            drafts += _with_beginning(drafts, list(_attributed(frame, number, parts)), frame)
            _place_left_over(drafts, frames, number)
    return drafts


def _with_beginning(drafts: list[Draft], found: list[Draft], frame: Frame) -> list[Draft]:
    """A quotation that began in the paragraph before, with that beginning, which named nobody."""
    first, begun = found[0] if found else None, _begun(drafts, frame)
    going = {w.quotation.words for w in frame.words if w.quotation and w.quotation.goes_on}
    if first is None or begun is None or first.content[0] not in going:
        return found
    drafts.pop()
    return [replace(first, content=(*begun.content, *first.content)), *found[1:]]


def _begun(drafts: Sequence[Draft], frame: Frame) -> Draft | None:
    """The last statement, if nobody is named for it and it ends the paragraph before."""
    last = drafts[-1] if drafts else None
    ends = last is not None and last.attribution is None and last.block == frame.block - 1
    return last if ends else None


_RECENT = 500  # statements among which that of the sentence before is: none makes so many


def _place_left_over(drafts: list[Draft], frames: Sequence[Frame], number: int) -> None:
    """Find a place for the quotations of a frame that it does not attribute itself."""
    found = [d for d in drafts[-_RECENT:] if d.frame == number]
    for word in list(_left_over(frames[number], found)):
        quotation = word.quotation
        if quotation is not None and not _resumes(drafts, number, word, quotation):
            _place(drafts, frames, number, quotation)


def _turn_draft(frames: Sequence[Frame], number: int, turn: Attribution) -> Draft:
    """A turn with everything that is said in its paragraph."""
    block = frames[number].block
    last = bisect_right(frames, block, key=lambda frame: frame.block) - 1
    start = frames[number].words[turn.content[0].start].span.start
    content = (Span(start, frames[last].span.end),)
    reason = _REASONS[Shape.TURN]
    return Draft(StatementKind.DIRECT, content, number, last, block, reason, turn)


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


_SAID = re.compile(rf"(?P<source>{SUBJECT})L?(?P<cue>V){ASIDE}$")
_THAT_IS = re.compile(rf"[TDR](?P<cue>A)(?:B(?P<source>{SUBJECT})L?[VK]|(?P<message>[^AVKB]*$))")
_SO_SAID = re.compile(rf"[BL](?P<cue>[VK])(?P<source>{SUBJECT})(?:,[^AVK]*)?$")


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
    reason = _REASONS[Shape.SUBJECT_FIRST]
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
    return Attribution(cue, source, range(0), (), Shape.SUBJECT_FIRST, verb)


# ── What a frame attributes itself ───────────────────────────────────────────────────────────────


def _attributed(
    frame: Frame, number: int, parts: Sequence[Part], turn: Draft | None = None
) -> Iterator[Draft]:
    """The attributions that agree with one another: side by side, or one inside the other."""
    kept: list[Attribution] = []
    found = find_attributions(frame)
    if parts:
        found = beside(found, tagged_attributions(frame, parts), frame)
    found = [_before_outer(frame, one, found) for one in found]
    found = [_settled(frame, one) for one in found if not reports_nothing(frame, one)]
    found = list(_with_words_of_their_own(frame, found))
    found = [_with_told_words(frame, one, found) for one in found]
    found += going_on_behind(frame, found)
    for attribution in sorted(found, key=_breadth, reverse=True):
        if all(_agree(attribution, other, frame) for other in kept):
            kept.append(attribution)
    drafts: dict[Attribution, Draft] = {}
    for attribution in kept:
        around = [o for o in drafts if _inside(attribution, o) and _passes_on(o, attribution)]
        outer = drafts[around[-1]] if around else turn
        drafts[attribution] = _draft(frame, number, attribution, outer, kept)
    yield from sorted(drafts.values(), key=lambda d: (d.content[0].start, -d.content[-1].end))


def _with_told_words(frame: Frame, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Reported words with those that follow and are said in them: "that Olm left, saying …"."""
    clause, end = _words(one), max(_words(one))
    for other in found:
        inside = bool(other.source) and {*other.source, *other.cue} <= clause
        apart = inside and frame.classes[other.source.start - 1] in "CB"  # "I asked, and Olm said"
        if inside and not apart and end < min(_words(other)) <= end + len(":,"):
            return replace(one, content=(*one.content, *other.content))
    return one


def _before_outer(frame: Frame, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Reported words up to the clause of whoever passes them on: "told him to go | , said Olm"."""
    words, cue = _words(one), {*one.cue}
    for other in found:
        clause = [i for part in (other.cue, other.source) for i in part]
        closes = not words.isdisjoint(clause) and max(_words(other)) < min(clause)
        places = (Takes.CLAUSE, Takes.THAT, Takes.LISTENER)
        says = other.verb is not None and other.verb.takes(*places)
        if closes and says and cue <= _words(other):
            cut = (range(p.start, min(p.stop, max(_words(other)) + 1)) for p in one.content)
            kept = tuple(r for p in cut for r in trimmed(frame, p.start, p.stop))
            return replace(one, content=kept) if kept else one
    return one


def _with_words_of_their_own(frame: Frame, found: list[Attribution]) -> Iterator[Attribution]:
    """The attributions, each with all it reports.

    "Olm says Brandt told her: “…”" gives Brandt's words in Olm's; of “…,” Olm recalled her aunt
    saying, and of "Olm wrote to them to say …", only what was said is reported.
    """
    for one in found:
        inner = next((o for o in found if _is_clause_of(frame, one, o)), None)
        if inner is not None and inner.cue.stop <= inner.content[0].start:
            yield replace(one, content=(range(min(_words(one)), inner.content[-1].stop),))
        elif inner is None and not any(_leads_to(frame, one, o) for o in found):
            yield one


def _is_clause_of(frame: Frame, one: Attribution, other: Attribution) -> bool:
    """Whether all the words of one attribution are the clause that says who the other's are."""
    inside = any(i in piece for i in other.cue for piece in one.content)
    if one.source == other.source or not inside or one.cue.stop > min(words := _words(one)):
        return False
    first = min(part.start for part in (other.cue, other.source) if part)
    clause = {*range(first, other.content[0].start), *other.cue, *other.source, *other.role}
    return all(frame.classes[i] in ",:L" for i in words - clause)


def _leads_to(frame: Frame, one: Attribution, other: Attribution) -> bool:
    """Whether somebody does one thing to do the other: "wrote to them to say"."""
    says = one.sense is Sense.SAYS and one.polarity is Polarity.SAYS
    same = bool(one.source) and one.source == other.source
    done = says and same and frame.classes[other.cue.start] == "E"
    return done and {*other.cue} | _words(other) <= _words(one)


def _settled(frame: Frame, one: Attribution) -> Attribution:
    """An attribution without a source that is nobody, and an attitude where it gives no words."""
    sense = Sense.ATTITUDE if gives_no_words(frame, one) else one.as_sense
    return replace(
        one, source=range(0) if is_nobody(frame, one.source) else one.source, as_sense=sense
    )


def _words(attribution: Attribution) -> set[int]:
    return set[int]().union(*attribution.content)


def _breadth(attribution: Attribution) -> tuple[int, int]:
    """Widest first: what contains another is looked at before it; of two, the first cue."""
    clause = [i for part in (attribution.cue, attribution.source) for i in part]
    return len(_words(attribution)), -min(clause)


def _inside(inner: Attribution, outer: Attribution) -> bool:
    return _words(outer).issuperset(itertools.chain(inner.cue, inner.source, *inner.content))


def _agree(attribution: Attribution, other: Attribution, frame: Frame) -> bool:
    """Whether two attributions can both stand: apart, or as words reported in reported words."""
    if _words(attribution).isdisjoint(itertools.chain(*other.content)):
        return True
    speech = reports_speech(attribution) or _reports_belief(attribution, frame)
    return _inside(attribution, other) and (speech or _gives_quoted_words(attribution, frame))


def _passes_on(outer: Attribution, inner: Attribution) -> bool:
    """Whether inner words come through the outer: to "challenge her claim" is to speak of it."""
    about = outer.verb is not None and not outer.verb.takes(Takes.CLAUSE, Takes.THAT)
    nothing = outer.sense is Sense.ATTITUDE  # "wrote a letter warning that"
    return not nothing and not (about and inner.shape is Shape.NOUN)


def _gives_quoted_words(attribution: Attribution, frame: Frame) -> bool:
    """Whether somebody's own words stand in marks: "described the ferry as “a coffin”"."""
    quoted = any(frame.classes[i] == "Q" for i in _words(attribution))
    gives = attribution.sense is Sense.SAYS or _is_wish(attribution)
    return quoted and gives and bool(attribution.source)


def _is_wish(attribution: Attribution) -> bool:
    """Whether somebody wants something, and does not only "offer “a million”"."""
    verb = attribution.verb
    wants = attribution.sense is Sense.WANTS
    return wants and verb is not None and not only_with_clause(verb.lemma)


def _reports_belief(attribution: Attribution, frame: Frame) -> bool:
    """Whether an inner attribution gives another's belief or wish: "he" is as a rule himself."""
    somebody = bool({frame.classes[i] for i in attribution.source} & set("NPp"))
    verb = attribution.verb
    holds = attribution.sense is Sense.THINKS and verb is not None and verb.takes(Takes.CLAUSE)
    holds = holds or _is_wish(attribution)
    return somebody and holds  # not what somebody "knew" or "saw", which is so


def _draft(
    frame: Frame,
    number: int,
    attribution: Attribution,
    outer: Draft | None,
    kept: Sequence[Attribution],
) -> Draft:
    others = (a for a in kept if a is not attribution and _inside(a, attribution))
    inner = {i for a in others if not _is_pronoun(frame, a.source) for i in _words(a)}
    return Draft(
        kind=kind_of(frame, attribution, inner),
        content=tuple(s for piece in attribution.content for s in spans_of(frame, piece)),
        frame=number,
        end=number,
        block=frame.block,
        reason=_RIVALS if attribution.rivals else _REASONS[attribution.shape],
        attribution=attribution,
        outer=outer,
        about=about_of(frame, attribution),
    )


def _is_pronoun(frame: Frame, source: range) -> bool:
    return {frame.classes[i] for i in source} == {"R"}


def about_of(frame: Frame, attribution: Attribution) -> tuple[Span, ...]:
    """The unquoted pieces of a content that only name what its quoted words are said of."""
    words = [frame.words[i] for piece in attribution.content for i in piece]
    unquoted = {word.kind for word in words if word.quotation is None}
    verb = attribution.verb
    named = verb is not None and verb.takes(Takes.OBJECT) and unquoted.isdisjoint("AVKT")
    if not named or all(word.quotation is None for word in words):
        return ()
    quoted = {word.quotation.words for word in words if word.quotation is not None}
    spans = (s for piece in attribution.content for s in spans_of(frame, piece))
    return tuple(span for span in spans if span not in quoted)


def kind_of(
    frame: Frame, attribution: Attribution, inner: AbstractSet[int] = frozenset()
) -> StatementKind:
    """How the words are given; marks around what an inner speaker said do not count."""
    words = sorted(_words(attribution))
    classes = "".join("N" if i in inner else frame.classes[i] for i in words)
    if "Q" not in classes:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if not classes.strip("QC,") else StatementKind.MIXED


def spans_of(frame: Frame, piece: range) -> Iterator[Span]:
    """The characters of some words, without the outer marks of the quotations among them."""
    start = piece.start
    for index in piece:
        quotation = frame.words[index].quotation
        if quotation is not None:
            if index > start:
                yield span_of(frame, range(start, index))
            yield quotation.words
            start = index + 1
        elif index == start and frame.classes[index] == ",":
            start = index + 1  # the comma behind a quotation is no part of what follows
    if start < piece.stop:
        yield span_of(frame, range(start, piece.stop))


# ── Quotations that are left over ────────────────────────────────────────────────────────────────


def _left_over(frame: Frame, found: Sequence[Draft]) -> Iterator[Word]:
    given = (d for d in found if d.attribution is None or d.attribution.sense is not Sense.ATTITUDE)
    taken = {span for draft in given for span in draft.content}
    for word in frame.words:
        if word.quotation is not None and word.quotation.words not in taken:
            yield word


def _resumes(drafts: list[Draft], number: int, word: Word, quotation: Quotation) -> bool:
    """Add a quotation to one that its own sentence attributes: “…,” she said of him, “…”.

    A few words do not go on unless they begin small, as the rest of a sentence does.
    """
    before = [d for d in drafts[-_RECENT:] if d.frame == number and d.outer is None]
    last = before[-1] if before else None
    if last is None or last.kind is not StatementKind.DIRECT:
        return False
    if quotation.length < (_CLAUSE if word.capital else _REST):
        return False
    if last.content[-1].start >= quotation.words.start:
        return False
    drafts[drafts.index(last)] = replace(last, content=(*last.content, quotation.words))
    return True


def _place(drafts: list[Draft], frames: Sequence[Frame], number: int, quotation: Quotation) -> None:
    """Add a quotation to the statement it goes on with, or make it one of its own."""
    frame = frames[number]
    before = _spoken_before(drafts, frames, number)
    announced = _announced(frames, number) or (None if before else _told_of(frames, number))
    bare = not _LONE.sub("", frame.classes).strip("QCBL,-.:;")
    if bare and announced is not None and not quotation.goes_on:
        drafts.append(_announced_draft(quotation, frame, number, announced))
    elif before is None and quotation.goes_on and (begun := _begun(drafts, frame)):
        content = (*begun.content, quotation.words)
        drafts[-1] = replace(begun, content=content, end=number, block=frame.block)
    elif before is not None and _is_free_speech(drafts, before, frame, number, quotation):
        content = tuple(spans_of(frame, range(len(frame.words))))
        carried = _carried(quotation, frames, number, before)
        drafts.append(replace(carried, kind=StatementKind.MIXED, content=content))
    elif before is None or not (quotation.goes_on or bare):
        drafts.append(_alone(quotation, frame, number))
    elif _takes_up(before, frame, number, quotation):
        grown = (*before.content, quotation.words)
        drafts[drafts.index(before)] = replace(before, content=grown, end=number, block=frame.block)
    else:
        drafts.append(_carried(quotation, frames, number, before))


_LONE = re.compile(r"^L,DL(?=:)")  # "Later, more quietly:"


def _is_free_speech(
    drafts: Sequence[Draft], before: Draft, frame: Frame, number: int, quotation: Quotation
) -> bool:
    """Whether a sentence goes on in somebody's stead: “…,” he said. It would be “open by May”."""
    own = any(draft.frame == number for draft in drafts)
    beside = before.end == number - 1 and before.block == frame.block
    back = _STEPPED_BACK.match(frame.classes)
    shifted = back and frame.words[back.end() - 1].lower in {"would", "had"}
    direct = before.kind is StatementKind.DIRECT and quotation.length >= _REST
    return direct and beside and bool(shifted) and not own


_STEPPED_BACK = re.compile(r"(?:D?[NMP]+|R)A(?=[^,;:]*Q)")


def _announced(frames: Sequence[Frame], number: int) -> range | None:
    """Who a paragraph of nothing but a quotation belongs to: "Olm continued:" stands above it."""
    before = frames[number - 1] if number else None
    if before is None or before.block < frames[number].block - 1:
        return None
    if source := announces(before) or _gesture(before) or _portrayed(before):
        return source
    if before.block == frames[number].block:
        return None
    if not before.classes.endswith(":"):
        return None
    return announcer(before, len(before.classes) - 1) or None


def _told_of(frames: Sequence[Frame], number: int) -> range | None:
    """Whom the sentence before is about, as in "She put down her cup and went on"."""
    before = frames[number - 1] if number else None
    if before is None or before.block < frames[number].block - 1:
        return None
    words, said = topic(before), [word.lower for word in before.words]
    goes_on = any(is_going_on(*pair) for pair in itertools.pairwise(said))
    shown = bool(words) and said[words.start] in {"he", "she"}
    return words if shown and goes_on else None


def _gesture(frame: Frame) -> range | None:
    """Whoever does no more than "laughed." before a quotation."""
    match = _GESTURE.search(frame.classes)
    verb = frame.words[match.start("cue")].verb if match else None
    gives = verb is not None and verb.takes(Takes.MARKS) and not verb.takes(Takes.OBJECT)
    return range(*match.span("np")) if match and gives else None


def _portrayed(frame: Frame) -> range | None:
    """Whoever a sentence says no more of than how they are: "Ana Olm, who runs it, is curt."."""
    match = _PORTRAYED.match(frame.classes)
    return range(*match.span("np")) if match else None


_PORTRAYED = re.compile(r"(?:D?N+,?)?(?P<np>PP+)(?:,[^,;:Q]+,)?A[XL]*[NK]{1,2}\.?$")
_GESTURE = re.compile(rf"(?:^|^[^Q;:]*,)(?P<np>{SUBJECT})L*(?P<cue>V)L*$")


def _announced_draft(quotation: Quotation, frame: Frame, number: int, source: range) -> Draft:
    cue = range(0)
    attribution = Attribution(cue, source, range(0), (), Shape.COLON)
    reason = _REASONS[Shape.COLON].format(cue=":")
    content = (quotation.words,)
    return Draft(
        StatementKind.DIRECT, content, number - 1, number, frame.block, reason, attribution
    )


def _takes_up(before: Draft, frame: Frame, number: int, quotation: Quotation) -> bool:
    """Whether a quotation is more of the one before: in its paragraph, or by its opening mark."""
    close = before.block == frame.block and before.end >= number - 1 and ":" not in frame.classes
    return before.kind is StatementKind.DIRECT and (quotation.goes_on or close)


def _spoken_before(drafts: Sequence[Draft], frames: Sequence[Frame], number: int) -> Draft | None:
    """The statement that ends right before this frame, the quoted one if there are several.

    A sentence between the two is passed over where it is about "he" or "she", is but a pause, or
    asks something, unless it asks another.
    """
    answering = [d for d in drafts[-_RECENT:] if _has_source(d) and not _asks(d, frames)]
    last = number - 1
    while last > 0 and frames[last].block == frames[number].block and _leads_on(frames[last]):
        if any(d.end == last for d in answering):
            break
        last -= 1
    near = [d for d in answering if last <= d.end and d.outer is None]
    quoted = [d for d in near if d.kind is StatementKind.DIRECT]
    candidates = quoted or near
    return None if not candidates or _breaks_in(drafts, candidates[-1], frames) else candidates[-1]


def _breaks_in(drafts: Sequence[Draft], last: Draft, frames: Sequence[Frame]) -> bool:
    """Whether some "woman in the office" is only reported between what another has to say."""
    source = last.attribution.source if last.attribution else range(0)
    some = bool(source) and frames[last.frame].words[source.start].lower in {"a", "an", "one"}
    return (some and last.kind is StatementKind.INDIRECT) and any(
        d.block == last.block and d.frame < last.frame and _has_source(d) for d in drafts[-_RECENT:]
    )


def _has_source(draft: Draft) -> bool:
    """Whether anybody is named or left open by name; not where somebody is only "asked"."""
    one = draft.attribution
    return one is not None and bool(one.source or one.rivals or one.sense is not Sense.ATTITUDE)


def _asks(draft: Draft, frames: Sequence[Frame]) -> bool:
    """Whether it is the author who asks: "I ask about her mother"."""
    return draft.attribution is not None and _author_asks(frames[draft.frame])


def _author_asks(frame: Frame) -> bool:
    verb = frame.words[1].verb if _ASKS.match(frame.classes) else None
    return verb is not None and verb.lemma == "ask" and frame.words[0].lower in {"i", "we"}


_ASKS = re.compile(r"RV(?:[RJ]?(?:[IB]|$)|[RJ])")  # "I ask about", "we asked him why"


def _leads_on(frame: Frame) -> bool:
    words = topic(frame)
    asked = frame.words[words.stop - 1].lower if words else ""
    others = is_body(asked) or names_a_person(asked)
    asks = (bool(_QUESTION.match(frame.classes)) and not others) or _author_asks(frame)
    shown = bool(words) and frame.words[words.start].lower in {"he", "she"}
    return asks or shown or _is_a_pause(frame)


def _is_a_pause(frame: Frame) -> bool:
    """Whether a sentence is but a few words about no person or body: "A pause", "And the crane"."""
    told = any(w.kind == "N" and (names_a_person(w.lower) or is_body(w.lower)) for w in frame.words)
    return not told and len(frame.words) <= _FEW and not set(frame.classes) & set("PpQRJAVKG")


_FEW = 3  # words


_QUESTION = re.compile(r"A[DNPRM][^,:;Q]*$")  # "Was a warning sent in May"


def _carried(quotation: Quotation, frames: Sequence[Frame], number: int, before: Draft) -> Draft:
    kind, reason = StatementKind.DIRECT, "goes on from the sentence before"
    content = (quotation.words,)
    block = frames[number].block
    given = before.attribution and replace(before.attribution, as_sense=Sense.SAYS)
    return replace(
        before,
        kind=kind,
        content=content,
        end=number,
        block=block,
        reason=reason,
        attribution=given,
        outer=None,
        about=(),
    )


def _alone(quotation: Quotation, frame: Frame, number: int) -> Draft:
    alone = frame.classes == "Q" and quotation.sentence and quotation.length >= _SENTENCE
    speech = alone or quotation.length >= _SPEECH
    kind = StatementKind.DIRECT if speech else StatementKind.FRAGMENT
    reason = "nobody is named for these words" if speech else "a few words in quotation marks"
    return Draft(kind, (quotation.words,), number, number, frame.block, reason)
