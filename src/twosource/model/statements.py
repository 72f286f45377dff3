"""What reading finds that somebody said: words, whose they are, and through whom they came."""

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.spans import Interval, Span


class StatementKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"  # whole clauses in quotation marks
    MIXED = "mixed"  # a quoted fragment inside a reporting clause
    INDIRECT = "indirect"  # reported without quotation marks
    FRAGMENT = "fragment"  # a word, title or term in quotation marks; nobody is quoted


class SpeakerKind(StrEnum):
    """How well a speaker is known."""

    NAMED = "named"
    DESCRIBED = "described"  # "a senior official": stays itself, never merged by wording
    UNRESOLVED = "unresolved"  # a pronoun without an antecedent, or two candidates


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are: the fullest name the article gives, and where it gives it."""

    name: str
    kind: SpeakerKind
    span: Span
    role: Span | None = None


class Polarity(StrEnum):
    """Whether the speaker stands behind the reported words."""

    SAYS = "says"
    DENIES = "denies"  # "denied that it burned"
    WITHHOLDS = "withholds"  # "declined to say whether it burned", "never said that it burned"


class Sense(StrEnum):
    """What the cue makes of the reported words."""

    SAYS = "says"
    THINKS = "thinks"
    WANTS = "wants"
    FINDS = "finds"  # a study, a court, a document shows it
    ATTITUDE = "attitude"  # somebody supports it, knows of it, aims at it: no words are given


@dataclass(frozen=True, slots=True)
class Relay:
    """Somebody through whom a statement came: "AP quoted the mayor as saying" is relayed by AP.

    `evidence` covers the words that say so.
    """

    speaker: Speaker
    evidence: Span


class Dating(StrEnum):
    """How the date of an event, or the day of saying, is known."""

    STATED = "stated"  # a time stands beside it
    CARRIED = "carried"  # it goes on from a time told before
    STORY = "day of the story"  # assumed: told as the news that the article is about
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that an article puts into somebody's mouth, or merely into quotation marks.

    `content` leaves out the outer quotation marks and may be interrupted ("…", she said, "…").
    `chain` names those the statement came through, outermost first, the speaker not among them.
    `occasion` covers the words for where or through which medium it was said. `dating` says how
    `said_on` is known: stated, carried over from words before, or assumed. `about` are those
    pieces of the content that only name what quoted words are said of: in “called the ferry ‘a
    coffin’” the ferry is the article's word, not the speaker's.
    """

    kind: StatementKind
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    speaker: Speaker | None
    said_on: Interval | None
    reason: str
    sense: Sense = Sense.SAYS
    polarity: Polarity = Polarity.SAYS
    chain: tuple[Relay, ...] = ()
    occasion: Span | None = None
    about: tuple[Span, ...] = ()
    dating: Dating = Dating.UNKNOWN

    @property
    def gives_words(self) -> bool:
        """Whether somebody is reported to have said, thought, wanted or found something.

        Fragments in quotation marks quote nobody, and an attitude is the article's own summary.
        """
        return self.kind is not StatementKind.FRAGMENT and self.sense is not Sense.ATTITUDE
