"""Attribution: in one frame, which words report, whose they are, and what is reported."""

import itertools
from dataclasses import dataclass
from enum import StrEnum

from twosource.model import Polarity, Sense
from twosource.reading.statements.frames import NOTHING
from twosource.reading.statements.grammar.reported import Pieces
from twosource.reading.statements.lexicon.verbs import Takes, Verb


class Shape(StrEnum):
    """How the parts of an attribution stand to one another."""

    SUBJECT_FIRST = "subject first"
    VERB_FIRST = "verb first"
    PARTICIPLE = "in -ing"
    QUOTED = "quoted as saying"
    ACCORDING_TO = "according to"
    COLON = "colon"
    SIGNED = "signed"
    TURN = "turn"
    TAGGED = "tagged"
    PASSIVE = "passive"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with what belongs to it. All ranges count words of the frame and are half open.

    `source` is empty where nobody is named; `role` is what stands in apposition to it; `listener`
    is who was told. `content` may come in pieces. `relays` passed the words on. `as_sense` is the
    sense where the verb alone does not tell it; `sure` is how sure the tagger is of what it reads.
    `rivals` are two sources that compete for quoted words, so that neither is the `source`.
    """

    cue: range
    source: range
    role: range
    content: Pieces
    shape: Shape
    verb: Verb | None = None
    polarity: Polarity = Polarity.SAYS
    listener: range = NOTHING
    relays: tuple[range, ...] = ()
    as_sense: Sense | None = None
    sure: float = 1.0
    rivals: tuple[range, ...] = ()

    @property
    def reported(self) -> set[int]:
        """The numbers of the words reported."""
        return set[int]().union(*self.content)

    def stands_in(self, outer: "Attribution") -> bool:
        """Whether all of it is reported by another."""
        return outer.reported.issuperset(itertools.chain(self.cue, self.source, *self.content))

    @property
    def sense(self) -> Sense:
        """What the cue makes of the words."""
        if self.as_sense is not None:
            return self.as_sense
        return self.verb.sense if self.verb else Sense.SAYS


def reports_speech(attribution: Attribution) -> bool:
    """Whether an inner attribution is second-hand speech, not a wish or a view in passing."""
    verb = attribution.verb
    if verb is None or attribution.sense is Sense.FINDS:
        return True
    if attribution.polarity is Polarity.DENIES:
        return True  # "rejected suggestions that"
    if verb.sense is Sense.WANTS:
        return verb.takes(Takes.LISTENER, Takes.THAT)  # a promise or threat
    places = (Takes.CLAUSE, Takes.THAT, Takes.LISTENER, Takes.NUMBER)
    return verb.sense is Sense.SAYS and verb.takes(*places)
