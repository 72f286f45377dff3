"""What the statement before tells of a voice: who answers, who goes on, and through whom."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Polarity, Span, SpeakerKind, StatementKind
from twosource.reading.statements.drafting.drafts import Draft
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.grammar.attribution import Attribution
from twosource.reading.statements.lexicon.verbs import is_answering, is_asking
from twosource.reading.statements.voices.voice import Last, Voice


def asker(draft: Draft, frames: Sequence[Frame], last: Last) -> tuple[Span, ...]:
    """Whoever has just spoken does not answer: “Was it?” the judge asked Olm. “No,” he answered.

    Nor does whoever has told it to another deny it, unless they "also" do, nor whoever has asked
    another by name say what follows.
    """
    frame = frames[draft.frame]
    now, before = draft.attribution, last[0].attribution if last else None
    if last is None or now is None or before is None or last[1].speaker is None:
        return ()
    answers = now.verb is not None and is_answering(now.verb)
    too = any(word.lower == "also" for word in frame.words[: now.cue.stop])
    denies = bool(before.listener) and now.polarity is Polarity.DENIES and not too
    asks = before.verb is not None and is_asking(before.verb)
    turn = asks and now.verb is not None and now.verb.lemma == "say"
    turn = turn and draft.kind is last[0].kind and _puts_to_another(frames[last[0].frame], before)
    other = (answers and (asks or last[0].kind is StatementKind.DIRECT)) or denies or turn
    near = draft.block - last[0].block <= 1
    return (last[1].speaker.span,) if other and near else ()


def _puts_to_another(frame: Frame, asked: Attribution) -> bool:
    """Whether quoted words are put to somebody named: “Was it?” the judge asked Olm."""
    cue = asked.cue.stop
    return frame.classes.startswith("Q") and frame.classes.startswith("P", cue)


def asked_before(draft: Draft, frames: Sequence[Frame], last: Last) -> Span | None:
    """Whom the writer has just asked, if this may answer: "I ask Olm …. “No,” he says."."""
    before = last[0].attribution if last else None
    asks = before is not None and before.verb is not None and is_asking(before.verb)
    if last is None or before is None or not asks or not before.listener:
        return None
    frame = frames[last[0].frame]
    writer = set(frame.lowers_in(before.source)) <= {"i", "we"}
    near = draft.block - last[0].block <= 1 and draft.frame > last[0].frame
    return span_of(frame, before.listener) if writer and near else None


def goes_on(draft: Draft, frame: Frame, voice: Voice, last: Last) -> bool:
    """Whether a speaker goes on: "she added", or "adding" in the same sentence."""
    shared = last is not None and last[0].frame == draft.frame and last[1].source == voice.source
    following = last is not None and draft.kind is StatementKind.DIRECT
    pronoun = set(frame.classes_in(voice.source)) in ({"R"}, {"J"})
    return shared or following or pronoun or _is_the_same(frame, voice, last)


def _is_the_same(frame: Frame, voice: Voice, last: Last) -> bool:
    """Whether a source is whoever spoke before, or one of them: "the same official".

    So is "the official" behind "an official of the port", and "one of the officials" behind "two
    officials": they have no name to be known by.
    """
    words = frame.lowers_in(voice.source)
    before = last[1].speaker if last else None
    nameless = before is not None and before.kind is SpeakerKind.DESCRIBED
    called = before.name.lower().split() if before is not None and nameless else ["the"]
    again = words[2:] if words[1:2] == ["of"] else words
    again = again[1:] if again[:1] == ["the"] and called[0] != "the" else []
    taken_up = bool(again) and set(again) <= set(called)
    return taken_up or words[:2] == ["the", "same"] or words[1:] == ["of", "them"]


def with_chain_before(draft: Draft, frame: Frame, voice: Voice, last: Last) -> Voice:
    """What "she" goes on to say in a paragraph came through whoever was told before."""
    if last is None or voice.chain or voice.speaker is None or last[1].speaker is None:
        return voice
    same = last[1].speaker.name == voice.speaker.name or _is_the_same(frame, voice, last)
    near = last[0].block == draft.block
    return replace(voice, chain=last[1].chain) if same and near else voice
