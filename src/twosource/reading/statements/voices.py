"""Voices: who speaks in each statement, and through whom the words came.

A chain begins with the outermost reporter: an agency that is told, a paper that quotes, a witness
who says what another said. The article's own outlet is no link of it, nor is a crowd of reporters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model import Article, Relay, Speaker, SpeakerKind, StatementKind
from twosource.reading.statements.attribution import Attribution, span_of
from twosource.reading.statements.carriers import carrier, met_by
from twosource.reading.statements.drafts import Draft
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.media import Media
from twosource.reading.statements.speakers import Resolver, Source
from twosource.reading.statements.viewpoints import citing


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, the words of the frame that name them, and the links before them."""

    speaker: Speaker | None
    source: range
    chain: tuple[Relay, ...] = ()


NOBODY = Voice(None, range(0))


def find_voices(
    article: Article, frames: Sequence[Frame], drafts: Sequence[Draft], resolver: Resolver
) -> Iterator[tuple[Draft, Voice]]:
    """Each draft with its voice; drafts in which somebody only reports himself are left out."""
    media = Media(article)
    voices: dict[int, Voice] = {}
    last: tuple[Draft, Voice] | None = None
    for draft in drafts:
        outer = voices.get(id(draft.outer), NOBODY)
        voice = _voice(draft, frames[draft.frame], outer, resolver, media)
        if draft.outer is None and _goes_on(draft, frames[draft.frame], voice, last):
            voice = _with_chain_before(draft, voice, last)
        voices[id(draft)] = voice
        last = (draft, voice) if draft.outer is None else last
        if draft.outer is None or _somebody_else(voice, outer):
            yield draft, voice


def _goes_on(draft: Draft, frame: Frame, voice: Voice, last: tuple[Draft, Voice] | None) -> bool:
    """Whether a speaker goes on: "she added", or "adding" in the same sentence."""
    shared = last is not None and last[0].frame == draft.frame and last[1].source == voice.source
    following = last is not None and draft.kind is StatementKind.DIRECT
    return shared or following or {frame.classes[i] for i in voice.source} == {"R"}


def _with_chain_before(draft: Draft, voice: Voice, last: tuple[Draft, Voice] | None) -> Voice:
    """What "she" goes on to say in a paragraph came through whoever was told before."""
    if last is None or voice.chain or voice.speaker is None or last[1].speaker is None:
        return voice
    same = last[1].speaker.name == voice.speaker.name and last[0].block == draft.block
    return replace(voice, chain=last[1].chain) if same else voice


def _voice(draft: Draft, frame: Frame, outer: Voice, resolver: Resolver, media: Media) -> Voice:
    if draft.attribution is None:
        return NOBODY
    attribution = draft.attribution
    if media.is_one(frame, attribution.source):
        attribution = citing(frame, attribution)
    links = [*_outer_link(draft, frame, outer), *_links(draft, frame, attribution, resolver, media)]
    source = _source(draft, frame, attribution.source, attribution.role, links)
    name = resolver.speaker if draft.outer is None else resolver.meant
    speaker = name(source) if source else None
    return Voice(speaker, attribution.source, tuple(links))


def _source(
    draft: Draft, frame: Frame, words: range, role: range, links: Sequence[Relay] = ()
) -> Source | None:
    if not words:
        return None
    others = (*draft.content, *(link.speaker.span for link in links))
    return Source(draft.frame, words, span_of(frame, role) if role else None, others)


def _outer_link(draft: Draft, frame: Frame, outer: Voice) -> Iterator[Relay]:
    """Whoever reports the words that these stand in, and those before them."""
    if draft.outer is not None and outer.speaker is not None:
        yield from outer.chain
        yield Relay(outer.speaker, span_of(frame, outer.source))


def _links(
    draft: Draft, frame: Frame, attribution: Attribution, resolver: Resolver, media: Media
) -> Iterator[Relay]:
    """Whoever quotes, and the paper or station that was told."""
    told = attribution.listener
    if not media.is_one(frame, told):
        told = carrier(frame, attribution, media) if draft.outer is None else range(0)
    passed_on = attribution.relay or met_by(frame, attribution.source)
    for words in (passed_on, told):
        source = _source(draft, frame, words, range(0))
        if source is not None and not media.is_own(frame, words):
            yield Relay(resolver.meant(source), span_of(frame, words))


def _somebody_else(voice: Voice, outer: Voice) -> bool:
    """Whether an inner speaker is another than the outer one, as far as can be told."""
    if voice.speaker is None or outer.speaker is None:
        return False
    if voice.speaker.kind is SpeakerKind.UNRESOLVED:
        return False
    return voice.speaker.name != outer.speaker.name
