"""What else reading finds in an article: sentences, names, times, quantities and events."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twosource.model.articles import Article, BlockKind
from twosource.model.spans import Interval, Span
from twosource.model.statements import Dating, Statement


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the kind of block it stands in."""

    span: Span
    block: BlockKind


class NameKind(StrEnum):
    """What a proper name names: the labels of the field, as `training/MODEL_CARD.md` has them."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"
    GROUP = "GROUP"  # a nationality, religion or following, as noun or adjective
    EVENT = "EVENT"
    OTHER = "OTHER"  # a law, a work, a product, a language


@dataclass(frozen=True, slots=True)
class Mention:
    """A proper name in an article, without title, article or possessive.

    `confidence` is how likely just these words name one of this kind, 0 to 1, in hundredths: finer
    than that, processors may differ. `role` covers what the words beside it say its bearer is: "the
    harbour master".
    """

    span: Span
    kind: NameKind
    confidence: float
    role: Span | None = None


class TimeKind(StrEnum):
    """What sort of time words name. All but RANGE are the types of TIMEX3."""

    DATE = "date"  # a day or longer, in the calendar
    TIME = "time"  # shorter than a day: "Friday night", "10:35 a.m."
    DURATION = "duration"  # a length: "two years"; its interval is known only if it is tied down
    SET = "set"  # something that comes again: "every Friday"
    RANGE = "range"  # from one date to another; both ends are listed as dates of their own


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, and the time they name.

    `interval` is "XXXX" with both ends open where the words name no place in the calendar.
    `anchor` is the date they were resolved against, `None` where they stand on their own.
    `timex` is the TIMEX3 value (ISO-TimeML, ISO 24617-1), which durations and sets have too.
    """

    span: Span
    interval: Interval
    anchor: date | None
    reason: str
    kind: TimeKind = TimeKind.DATE
    timex: str | None = None

    @property
    def is_placed(self) -> bool:
        """Whether it has a place in the calendar, as "now", "daily" and "two years" have not."""
        dates = self.kind in (TimeKind.DATE, TimeKind.TIME, TimeKind.RANGE)
        vague = self.timex in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
        return dates and not vague and not self.interval.earliest is self.interval.latest is None


class QuantityKind(StrEnum):
    """What sort of thing a number says."""

    COUNT = "count"  # things or people; also what has no unit that tells
    MONEY = "money"
    SHARE = "share"  # per cent, a fraction, "one in five"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    MEASURE = "measure"  # any other unit: weight, speed, temperature
    RANK = "rank"  # "the second anniversary"
    SCORE = "score"  # "2-1": no range, but the points of two sides


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in digits or words: "over 150 attacks" is low 150, high open, counted "attacks".

    `span` covers modifier, number and unit; `core` only the number itself. `whole` covers the words
    for what it is a part of: "seven hostages" for "six women among seven hostages". Of a score
    `low` and `high` are the points of the two sides, in the order of the text.
    """

    span: Span
    core: Span
    low: float | None
    high: float | None
    modifier: str | None
    unit: str | None
    counted: Span | None
    whole: Span | None = None
    kind: QuantityKind = QuantityKind.COUNT


class EventKind(StrEnum):
    """What sort of happening it is; each but SPEAKING and OTHER is a list in the vocabulary."""

    SPEAKING = "speaking"  # somebody said it: what was said is a statement
    DEATH = "death"
    INJURY = "injury"
    VIOLENCE = "violence"
    ACCIDENT = "accident"
    DISASTER = "disaster"
    RESCUE = "rescue"
    JUSTICE = "justice"
    PROTEST = "protest"
    POLITICS = "politics"
    MEETING = "meeting"
    BUSINESS = "business"
    MOVEMENT = "movement"
    CHANGE = "change"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or somewhere: the fullest name an article gives, and the words that mean it here."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words of one article that tell of something that happened.

    `span` covers the clause, `head` its verb or noun, `time` the words the date comes from.
    `senses` are what the head can mean: by them "killed" and "death" are known as one. `counts` are
    the quantities of the clause: how many. The interval is "XXXX" where nothing says when.
    """

    span: Span
    head: Span
    kind: EventKind
    senses: tuple[str, ...]
    interval: Interval
    dating: Dating
    time: Span | None
    participants: tuple[Named, ...]
    places: tuple[Named, ...]
    counts: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one article. A pure function of the article."""

    article: Article
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[EventMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    caveats: tuple[str, ...] = ()  # what was not looked for in this article, and why
