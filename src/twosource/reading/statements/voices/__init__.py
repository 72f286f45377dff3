"""Voices: who speaks in each statement, and through whom the words came.

A chain begins with the outermost reporter: an agency that is told, a paper that quotes, a witness
who says what another said, a spokesman who reads it out. The article's own outlet is no link of it,
nor is a crowd of reporters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Sense, SpeakerKind
from twosource.reading.statements.drafting.drafts import Draft
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.grammar.viewpoints import citing
from twosource.reading.statements.speakers import Resolver
from twosource.reading.statements.voices.giver import Giver
from twosource.reading.statements.voices.media import Media
from twosource.reading.statements.voices.voice import NOBODY, Last, Voice, only_cited


def find_voices(
    frames: Sequence[Frame], drafts: Sequence[Draft], resolver: Resolver, media: Media
) -> Iterator[tuple[Draft, Voice]]:
    """Each draft with its voice; drafts in which somebody only reports himself are left out."""
    giver = Giver(frames, resolver, media)
    drafts = list(_turned(frames, drafts, media))
    voices: dict[int, Voice] = {}
    last: Last = None
    carried = [d.outer for d in drafts if _only_carries(d, frames[d.frame], media)]
    for draft in drafts:
        outer = voices.get(id(draft.outer), NOBODY)
        voice = voices[id(draft)] = giver.voice_behind(draft, outer, last)
        if draft.outer is None or only_cited(draft.outer):
            last = draft, voice
        other = _somebody_else(voice, outer) or giver.is_no_citer(draft, outer)
        if draft not in carried and (draft.outer is None or other):
            yield draft, voice


def _turned(frames: Sequence[Frame], drafts: Sequence[Draft], media: Media) -> Iterator[Draft]:
    """The drafts, a medium that reports "according to an insider" as who passes the words on."""
    fronts = [d for d in drafts if _reports_according_to(d, frames[d.frame], media)]
    sources = [d.outer for d in fronts]
    for draft in drafts:
        outer, own = draft.outer, draft.attribution
        if draft in fronts and own and outer and outer.attribution:
            source = outer.attribution.source
            yield replace(draft, outer=outer.outer, attribution=citing(own, source))
        elif draft not in sources:
            yield draft


def _reports_according_to(inner: Draft, frame: Frame, media: Media) -> bool:
    """Whether a medium reports what is all another's: "the Star says that …, according to"."""
    outer, own = inner.outer, inner.attribution
    if outer is None or outer.attribution is None or own is None or not only_cited(outer):
        return False
    words = outer.attribution.content
    says = own.sense is Sense.SAYS and own.content[0].start > own.cue.start
    whole = own.source.start - words[0].start <= 1 and own.content[-1].stop == words[-1].stop
    behind = outer.attribution.cue.start >= words[-1].stop
    fronts = media.is_one(frame, own.source) and not media.is_one(frame, outer.attribution.source)
    return says and whole and behind and fronts


def _somebody_else(voice: Voice, outer: Voice) -> bool:
    """Whether an inner speaker is another than the outer one, as far as can be told.

    So is a Mr Olm whom nobody can place, whoever "he" may be.
    """
    if voice.speaker is None:
        return False
    if voice.speaker.kind is SpeakerKind.UNRESOLVED:
        name = voice.speaker.name
        placed = outer.speaker is not None and name.split()[-1] not in outer.speaker.name
        return placed and name[:1].isupper() and name.lower() not in _PRONOUNS
    return outer.speaker is None or voice.speaker.name != outer.speaker.name


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their"})


def _only_carries(inner: Draft, frame: Frame, media: Media) -> bool:
    """Whether all that is "as quoted by XPA" is what another said: XPA then only carries it."""
    outer, own = inner.outer, inner.attribution
    if outer is None or outer.attribution is None or own is None or not only_cited(outer):
        return False
    told = outer.attribution.reported
    said = {i for part in (*own.content, own.cue, own.source, own.role) for i in part}
    left = "".join(frame.classes[i] for i in sorted(told - said))
    says = own.sense is Sense.SAYS and own.content[0].start < own.cue.start
    return says and media.is_one(frame, outer.attribution.source) and not left.strip(",LIZMD")
