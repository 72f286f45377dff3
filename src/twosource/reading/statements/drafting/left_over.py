"""Quotations left over: those that no clause of their own sentence attributes.

Each goes on with the statement before it, is announced by the sentence before, or stands alone.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Sense, StatementKind
from twosource.reading.statements.drafting.drafts import REASONS, Draft, spans_of
from twosource.reading.statements.drafting.signatures import signed_below
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.frames.quotation_marks import Quotation
from twosource.reading.statements.frames.words import Word
from twosource.reading.statements.grammar.announced import announcer, announces
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.main_subjects import topic
from twosource.reading.statements.grammar.phrases import SUBJECT
from twosource.reading.statements.lexicon.titles import is_body, names_a_person
from twosource.reading.statements.lexicon.verbs import Takes, is_going_on

_RECENT = 500  # statements among which that of the sentence before is: none makes so many
# A quotation that nobody is named for is speech from this many words on; below, it is a term, a
# title or a word held at arm's length.
_SPEECH = 6
_SENTENCE = 3  # words from which a sentence that stands alone in quotation marks is speech
_REST = 3  # words from which the rest of a sentence is
_CLAUSE = 4  # words from which a quotation behind a reporting clause is more of the same speech


def place_left_over(drafts: list[Draft], frames: Sequence[Frame], number: int) -> None:
    """Find a place for the quotations of a frame that it does not attribute itself."""
    found = [d for d in drafts[-_RECENT:] if d.frame == number]
    for word in list(_left_over(frames[number], found)):
        quotation = word.quotation
        if quotation is not None and not _resumes(drafts, number, word, quotation):
            _place(drafts, frames, number, quotation)


def _left_over(frame: Frame, found: Sequence[Draft]) -> Iterator[Word]:
    given = (d for d in found if d.attribution is None or d.attribution.sense is not Sense.ATTITUDE)
    taken = {span for draft in given for span in draft.content}
    for word in frame.words:
        if word.quotation is not None and word.quotation.words not in taken:
            yield word


def begun(drafts: Sequence[Draft], frame: Frame) -> Draft | None:
    """The last statement, if nobody is named for it and it ends the paragraph before."""
    last = drafts[-1] if drafts else None
    ends = last is not None and last.attribution is None and last.block == frame.block - 1
    return last if ends else None


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
    if (signature := signed_below(frames, number, quotation)) is not None:
        drafts.append(signature)
    elif bare and announced is not None and not quotation.goes_on:
        drafts.append(_announced_draft(quotation, frame, number, announced))
    elif before is None and quotation.goes_on and (beginning := begun(drafts, frame)):
        content = (*beginning.content, quotation.words)
        drafts[-1] = replace(beginning, content=content, end=number, block=frame.block)
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


def _takes_up(before: Draft, frame: Frame, number: int, quotation: Quotation) -> bool:
    """Whether a quotation is more of the one before: in its paragraph, or by its opening mark."""
    close = before.block == frame.block and before.end >= number - 1 and ":" not in frame.classes
    return before.kind is StatementKind.DIRECT and (quotation.goes_on or close)


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


# ── Who announces a quotation that stands alone ──────────────────────────────────────────────────


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


_PORTRAYED = re.compile(r"(?:D?N+,?)?(?P<np>PP+)(?:,[^,;:Q]+,)?A[XL]*(?:[NK]{1,2}|Y)\.?$")
_GESTURE = re.compile(rf"(?:^|^[^Q;:]*,)(?P<np>{SUBJECT})(?:,[^,;:Q]+,)?L*(?P<cue>V)L*$")


def _announced_draft(quotation: Quotation, frame: Frame, number: int, source: range) -> Draft:
    cue = NOTHING
    attribution = Attribution(cue, source, NOTHING, (), Shape.COLON)
    reason = REASONS[Shape.COLON].format(cue=":")
    content = (quotation.words,)
    return Draft(
        StatementKind.DIRECT, content, number - 1, number, frame.block, reason, attribution
    )


# ── The statement that a quotation can go on with ────────────────────────────────────────────────


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
    source = last.attribution.source if last.attribution else NOTHING
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
