"""What a pile tells as a whole: who is who, what conflicts, what happened when, what drifted."""

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.claims import Claim
from twosource.model.derivations import Derivation, LostSource, Passage
from twosource.model.readings import EventKind, NameKind, Reading
from twosource.model.spans import Evidence, Interval
from twosource.model.statements import Dating


@dataclass(frozen=True, slots=True)
class Alias:
    """One form of a name, as articles write it, and every place where it stands."""

    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, body, place, happening or thing across the pile, and what each article calls it.

    `name` is the fullest form; `aliases` are all forms, the most frequent first. `reasons` say, a
    sentence for each, why other forms are taken for the same. `kind` is what most mentions say.
    """

    name: str
    kind: NameKind
    aliases: tuple[Alias, ...]
    reasons: tuple[str, ...]


class Aspect(StrEnum):
    """In what two accounts differ."""

    NUMBER = "number"
    DATE = "date"
    SPELLING = "spelling"
    STANCE = "stance"  # said by some, denied by others


@dataclass(frozen=True, slots=True)
class Account:
    """One side of a conflict: what it says, and where."""

    says: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Accounts of the same thing that cannot both hold."""

    aspect: Aspect
    about: str
    accounts: tuple[Account, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """In what the articles that tell of one event differ; both sides may hold ("over 150", "150").

    Accounts that cannot both hold are a `Conflict`.
    """

    aspect: Aspect
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as all articles tell it, with the narrowest date they give.

    `reason` says why the articles' words were taken to tell one event; of a single telling, how its
    date is known. Series with a total ("over 150 attacks between 1993 and 2003") are one event.
    """

    kind: EventKind
    interval: Interval
    dating: Dating
    wording: str
    participants: tuple[str, ...]
    places: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    differences: tuple[Difference, ...]
    reason: str


class DriftKind(StrEnum):
    """What became of a statement on its way from one article to another."""

    WORDING = "wording"  # other words for the same
    SCOPE = "scope"  # words left out, or said of something else
    ATTRIBUTION = "attribution"  # given to somebody else, to nobody, or to the article itself
    GLOSS = "gloss"  # a writer's insertion has become part of the quoted words
    MEANING = "meaning"  # a condition, a contrast, a negation or a number has changed


@dataclass(frozen=True, slots=True)
class Drift:
    """One statement as two articles give it, and what changed.

    `a` is the variant of the earlier article, or the fuller one where no date tells.
    """

    kind: DriftKind
    a: Evidence
    b: Evidence
    speaker: str | None  # as the article names them that names them best
    reason: str


@dataclass(frozen=True, slots=True)
class Collation:
    """What a pile of readings says when laid side by side.

    `undated` are events that two articles or more tell and that none of them dates.
    """

    readings: tuple[Reading, ...]
    derivations: tuple[Derivation, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    timeline: tuple[Event, ...]
    identities: tuple[Identity, ...] = ()
    drifts: tuple[Drift, ...] = ()
    lost_sources: tuple[LostSource, ...] = ()
    undated: tuple[Event, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every shared passage, whichever derivation it belongs to."""
        return tuple(p for d in self.derivations for p in d.passages)
