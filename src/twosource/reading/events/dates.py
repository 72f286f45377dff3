"""The dates of events: a time beside the verb, one told just before, or the day of the story.

News tells what happened on one day, its story day, and places the rest around it. So the date of a
past verb is, in this order: a time in its own clause; the time of the clause it hangs on; the time
that the sentence before set the scene with; and the story day, which is the day the first
sentences name, or the day of publication. The perfect tells news at the opening ("has sunk"), and
background below it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.model import (
    NO_DATE,
    Article,
    BlockKind,
    Dating,
    EventKind,
    Interval,
    Span,
    TimeExpression,
    TimeKind,
)
from twosource.reading.events.clauses import Clause, Tense, cut_clauses, tense
from twosource.reading.events.lexicon import is_asking, is_state, kind_of
from twosource.reading.statements.frames import Frame

OPENING = 3  # sentences in which an article names the day of its story …
FRESH = 10  # … which lies at most so many days before publication
BESIDE = 4  # code points between a noun and its time: " in ", " of "
NARROW_DAYS = 31  # a wider time gives way to a narrower one of the same clause


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, how it is known, the words it comes from, and the reason as a sentence."""

    interval: Interval
    dating: Dating
    time: Span | None
    reason: str


UNDATED = Dated(NO_DATE, Dating.UNKNOWN, None, "nothing says when")


class Calendar:
    """The times of an article, and what happened at them."""

    def __init__(
        self, article: Article, frames: Sequence[Frame], times: Sequence[TimeExpression]
    ) -> None:
        self._frames = frames
        self._clauses = [cut_clauses(frame) for frame in frames]
        self._times = [list(_placed(frame, times)) for frame in frames]
        self._lengths = [
            [time for time in _within(frame, times) if not time.is_placed] for frame in frames
        ]
        self._story = self._story_day(article)

    def clauses(self, frame: int) -> tuple[Clause, ...]:
        """The clauses of a frame."""
        return self._clauses[frame]

    def date(self, frame: int, clause: Clause, at: int) -> Dated:
        """The date of the word at position `at` of a frame, which stands in `clause`."""
        beside = self._beside(frame, clause, at)
        if beside is not None:
            return _stated(beside, "the time stands beside it")
        companion = self._companion(frame, clause, at)
        if companion is not None:
            return _stated(companion, "the time stands in the clause that says when")
        if self._is_counted_from_elsewhere(frame, clause):
            return UNDATED
        told = self._tense(clause, at)
        background = told is Tense.PERFECT and frame >= OPENING
        if background or told in (Tense.AHEAD, Tense.PRESENT, Tense.PLUPERFECT):
            return UNDATED
        shared = self._shared(frame, clause)
        if shared is not None:
            return _stated(shared, "the time stands in the same sentence")
        return self._carried(frame) or self._story

    def is_dated(self, frame: int, at: int) -> bool:
        """Whether a time belongs to a noun: "the May 2019 protests", "the war in 2006"."""
        word = self._frames[frame].words[at].span
        return any(_distance(time.span, word) <= BESIDE for time in self._times[frame])

    def _tense(self, clause: Clause, at: int) -> Tense:
        """The tense of a word, or of the verb next to it where it has none of its own."""
        own = _told(clause.frame, at)
        if own not in _WITHOUT:
            return own
        verbs = [i for i in range(clause.first, clause.stop) if clause.frame.classes[i] in "KVYA"]
        found = (_told(clause.frame, i) for i in sorted(verbs, key=lambda i: abs(i - at)))
        return next((one for one in found if one not in _WITHOUT), own)

    def _beside(self, frame: int, clause: Clause, at: int) -> TimeExpression | None:
        """The time of a word's own clause that is nearest to it, a narrow one before a wide one."""
        span = clause.span
        inside = [time for time in self._times[frame] if span.overlaps(time.span)]
        word = clause.frame.words[at].span
        return min(
            inside,
            key=lambda time: (time.interval.days > NARROW_DAYS, _distance(time.span, word)),
            default=None,
        )

    def _companion(self, frame: int, clause: Clause, at: int) -> TimeExpression | None:
        """The time of the clause beside it that tells when: "three died when it sank on 3 May".

        Who "asked when it sank on 3 May" did so on another day.
        """
        word, clauses = clause.frame.words[at].lower, self._clauses[frame]
        if is_state(word) or is_asking(word) or kind_of(word) is EventKind.SPEAKING:
            return None
        place = clauses.index(clause)
        before, behind = clauses[max(0, place - 1)], clauses[min(len(clauses) - 1, place + 1)]
        if _tells_when(behind):
            return self._beside(frame, behind, behind.first)
        opens = before.first == 0 and _tells_when(before)
        return self._beside(frame, before, before.first) if opens else None

    def _is_counted_from_elsewhere(self, frame: int, clause: Clause) -> bool:
        """As in "two days after the blast the mayor left", where nobody knows when that was."""
        words = clause.frame.words
        ends = {time.span.end for time in self._lengths[frame]}
        return any(
            before.span.end in ends and word.lower in ("after", "before")
            for before, word in pairwise(words[clause.first : clause.stop])
        )

    def _shared(self, frame: int, clause: Clause) -> TimeExpression | None:
        """The one time of the sentence, for a clause that leans on another."""
        times = self._times[frame]
        return times[0] if len(times) == 1 and not clause.has_subject else None

    def _carried(self, frame: int) -> Dated | None:
        """The time that the sentence before is told at, in the same paragraph."""
        before = frame - 1
        if before < 0 or self._frames[before].block != self._frames[frame].block:
            return None
        times = [time for time in self._times[before] if time.interval.is_day]
        if len(times) != 1:
            return None
        return Dated(
            times[0].interval, Dating.CARRIED, times[0].span, "it goes on from the sentence before"
        )

    def _story_day(self, article: Article) -> Dated:
        published = article.published.interval if article.published else None
        if published is None:
            return UNDATED
        for time in self._opening():
            day = time.interval.earliest
            if day and published.latest and 0 <= (published.latest - day).days <= FRESH:
                return Dated(
                    time.interval, Dating.STORY, time.span, "the day the article opens with"
                )
        return Dated(published, Dating.STORY, None, "told as news of the day of publication")

    def _opening(self) -> Iterator[TimeExpression]:
        telling = [
            number
            for number, frame in enumerate(self._frames)
            if frame.kind is BlockKind.BODY and set(frame.classes) & set("AKVY")
        ]
        for number in telling[:OPENING]:
            yield from (time for time in self._times[number] if time.interval.is_day)


_WITHOUT = (Tense.NOUN, Tense.NONE)


def _told(frame: Frame, at: int) -> Tense:
    """The tense of a word; past where the present tells news, as of all but states it does."""
    own = tense(frame.words, at)
    headline = frame.kind in (BlockKind.TITLE, BlockKind.SUBHEAD)
    news = headline or frame.classes[at] == "V" or not is_state(frame.words[at].lower)
    return Tense.PAST if own is Tense.PRESENT and news else own


def _placed(frame: Frame, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """The times of a frame that have a place in the calendar, a range instead of its ends."""
    inside = [time for time in _within(frame, times) if time.is_placed]
    ranges = [time.span for time in inside if time.kind is TimeKind.RANGE]
    for time in inside:
        if time.kind is TimeKind.RANGE or not any(span.contains(time.span) for span in ranges):
            yield time


def _within(frame: Frame, times: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """The times of a frame."""
    first, last = (bisect_left(times, at, key=_start) for at in (frame.span.start, frame.span.end))
    return times[first:last]


def _tells_when(clause: Clause) -> bool:
    """As in "when the ship sank"; "as" may give a reason, and "while" a contrast."""
    return clause.words[0].lower == "when"


def _start(time: TimeExpression) -> int:
    return time.span.start


def _stated(time: TimeExpression, reason: str) -> Dated:
    return Dated(time.interval, Dating.STATED, time.span, reason)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
