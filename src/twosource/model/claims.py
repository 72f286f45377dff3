"""What articles put forward: claims, who carries them, and how many origins stand behind each."""

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.spans import Evidence
from twosource.model.statements import Speaker


class Stance(StrEnum):
    """How an article, or who speaks in it, stands to a claim."""

    SAYS = "says"  # puts it forward
    DENIES = "denies"  # gives it only to say that it is not so
    WITHHOLDS = "withholds"  # gives it only to say that nobody would say


@dataclass(frozen=True, slots=True)
class Assertion:
    """One article on one proposition, in its own voice or through a speaker.

    Where it does not put the proposition forward, `evidence` holds the words that say so too.
    """

    evidence: Evidence
    speaker: Speaker | None
    stance: Stance = Stance.SAYS


class DependenceKind(StrEnum):
    """Why two articles count as one origin for a claim."""

    TEXT = "text"
    CREDIT = "credit"
    SPEAKER = "speaker"
    NUMBER = "number"  # they give numbers that cannot both hold
    WORDING = "wording"  # their words have so little in common that they may not mean one thing
    UNTOLD = "untold"  # one of them does not tell from whom it has it


@dataclass(frozen=True, slots=True)
class Dependence:
    """A link between two articles that carry a claim. `certain` links bind the upper count too."""

    a: str  # Article.id
    b: str
    kind: DependenceKind
    certain: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent starting point of a claim, as far as the certain links tell."""

    label: str
    articles: tuple[str, ...]  # Article.id


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins stand behind a claim: at least, at most, and why."""

    at_least: int
    at_most: int
    origins: tuple[Origin, ...]
    links: tuple[Dependence, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Assertions of the same proposition, worded as the earliest that puts it forward words it.

    Whoever denies a claim is no origin of it. What is only ever denied is put forward by nobody:
    then the denial is the claim.
    """

    wording: str
    assertions: tuple[Assertion, ...]
    origins: OriginCount

    @property
    def put_forward(self) -> tuple[Assertion, ...]:
        """The assertions that put it forward: one at least."""
        return tuple(one for one in self.assertions if one.stance is Stance.SAYS)

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that put it forward."""
        return frozenset(one.evidence.article for one in self.put_forward)

    @property
    def disputed(self) -> tuple[Assertion, ...]:
        """The assertions that deny it; who would not say disputes nothing."""
        return tuple(one for one in self.assertions if one.stance is Stance.DENIES)
