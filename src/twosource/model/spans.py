"""Where words stand: spans of an article's text, and intervals of the calendar."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch of an article's text, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: "Span") -> int:
        """How many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of one article: what a reader is shown when asking "where does it say so?"."""

    article: str  # Article.id
    span: Span


@dataclass(frozen=True, slots=True)
class Interval:
    """A date as exact as it is known: an EDTF value and the days it allows.

    `earliest` and `latest` are inclusive; `None` leaves that end open.
    Standard: Extended Date/Time Format, ISO 8601-2:2019, annex A.
    """

    value: str
    earliest: date | None
    latest: date | None

    @property
    def first(self) -> date:
        """The first day it allows; the first of all days where that end is open."""
        return self.earliest or date.min

    @property
    def last(self) -> date:
        """The last day it allows; the last of all days where that end is open."""
        return self.latest or date.max

    @property
    def days(self) -> int:
        """How many days lie between the first and the last."""
        return (self.last - self.first).days

    @property
    def is_day(self) -> bool:
        """Whether it allows one day only."""
        return self.earliest is not None and self.earliest == self.latest

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two can be one day."""
        return self.first <= other.last and other.first <= self.last


NO_DATE = Interval("XXXX", None, None)  # nothing says when
