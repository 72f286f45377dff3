"""A voice: who speaks, the words that name them, and through whom the words came."""

from dataclasses import dataclass

from twosource.model import Relay, Speaker
from twosource.reading.statements.drafting.drafts import Draft
from twosource.reading.statements.frames import NOTHING, Frame, span_of
from twosource.reading.statements.grammar.attribution import Shape


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, the words of the frame that name them, and the links before them."""

    speaker: Speaker | None
    source: range
    chain: tuple[Relay, ...] = ()


NOBODY = Voice(None, NOTHING)
Last = tuple[Draft, Voice] | None  # the statement before, if it stands in no other


def relay_of(speaker: Speaker, frame: Frame, source: range) -> Relay:
    """A speaker as the one who passes words on."""
    return Relay(speaker, span_of(frame, source) if source else speaker.span)


def shares_frame(draft: Draft) -> bool:
    """Whether a statement stands inside reported words of the same sentence."""
    return draft.outer is not None and draft.outer.frame == draft.frame


def only_cited(outer: Draft) -> bool:
    """Whether a statement only says where the words in it stand: "as quoted by XPA"."""
    return outer.attribution is not None and outer.attribution.shape is Shape.ACCORDING_TO
