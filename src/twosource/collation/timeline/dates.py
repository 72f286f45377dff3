"""The dates of an article, and the words that go with each: what happened then.

Of a sentence with several dates each has the clause around it; but a date that opens the sentence
("On 3 May …") goes for all of it. A date in what somebody is reported to have said dates what was
said, and the date of saying it does not reach into that. Behind "after the war in 2006" stands what
happened later: the war has the date, the rest only comes after it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import msgspec

from twosource.collation.timeline.happened import dates_a_happening
from twosource.collation.timeline.wordings import OPENING, find_wordings, says_enough
from twosource.model import (
    BlockKind,
    Interval,
    Reading,
    Sentence,
    Span,
    StatementKind,
    TimeExpression,
    TimeKind,
)
from twosource.vocabulary import load

TOLD = (BlockKind.BODY, BlockKind.CAPTION)  # blocks that tell what happened
_BEFORE = re.compile(
    r"\b(?:by|before|until|till|prior to|no later than)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|after|ever since|as of)\s+(?:the\s+)?\Z", re.IGNORECASE)
_LONGEST_OPENING = 20
# "after the 33-day war in": what the date behind it dates.
_LANDMARK = re.compile(
    r"\b(?P<way>after|since|before|until)\s+"
    r"(?P<what>(?:the|a|an|his|her|its|their)\s+(?:[\w'’-]+\s+){1,5}?(?:in|on|of)\s+)\Z",
    re.IGNORECASE,
)
_LONGEST_LANDMARK = 80
# As in "January 3 marks the second anniversary of the raid".
_ANNIVERSARY = re.compile(
    r"\s+(?:marks|marked|is|was|will\s+be|will\s+mark)"
    r"(?P<day>\s+the\s+(?P<rank>\d{1,3}(?:st|nd|rd|th)|[a-z]+)\s+anniversary)\b(?P<of>\s+of\s+)?"
)
# A clause hung on it: ", when 200,000 homes were destroyed".
_MORE_OF_IT = re.compile(r",\s+(?:when|where|which|in which)\s(?:[^,.;]|[,.](?=\d))+")
_REST = re.compile(r"[\s,]*")
# A date that is what the sentence is about dates nothing: "2020 was a year of blows".
_TOPIC = re.compile(r"\s+(?:is|was|will be|has been|saw|brought)\b")
_DASH = re.compile(r"\)?\s*(?:\([A-Z][\w ]{1,20}\)\s*)?[-–—]")
_TOWN = re.compile(r"[A-Z][\w.]*(?:[ ,]+[A-Z][\w.]*){0,4},?\s*\(?")


@dataclass(frozen=True, slots=True)
class Dated:
    """Words of an article, the date that goes with them, and where it stands.

    `opening` covers the date with the words before it, where it opens its sentence.
    """

    words: Span
    interval: Interval
    time: Span
    opening: Span
    sentence: Span


def find_dates(reading: Reading) -> Iterator[Dated]:
    """Every date of the body and captions that has a place in the calendar, with its words."""
    for sentence in reading.sentences:
        if _tells(reading, sentence):
            times = _dates(reading, sentence)
            for time, words in zip(
                times, find_wordings(reading, sentence.span, times), strict=True
            ):
                yield from _told_by(reading, time, words, sentence.span)


def _tells(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells what happened: "The ferry last summer" below a picture does not."""
    if sentence.block is BlockKind.CAPTION:
        return any(sentence.span.contains(event.head) for event in reading.events)
    return sentence.block in TOLD


def _told_by(
    reading: Reading, time: TimeExpression, words: Span, sentence: Span
) -> Iterator[Dated]:
    """The words with their date; where the date is a landmark's, that, then what came after.

    An anniversary tells two things: the day that is kept, and what it remembers.
    """
    text = reading.article.text
    kept = _ANNIVERSARY.match(text, time.span.end, words.end)
    if kept is not None:
        yield from _remembered(time, words, sentence, kept)
        return
    opens = OPENING.fullmatch(text, sentence.start, time.span.start)
    opening = Span(sentence.start if opens else time.span.start, time.span.end)
    room = max(words.start, time.span.start - _LONGEST_LANDMARK)
    landmark = _LANDMARK.search(text, room, time.span.start)
    if landmark is None:
        yield Dated(words, _bounded(text, time), time.span, opening, sentence)
    else:
        dated = Dated(words, time.interval, time.span, opening, sentence)
        yield from _around_landmark(text, dated, landmark)


def _around_landmark(text: str, dated: Dated, landmark: re.Match[str]) -> Iterator[Dated]:
    """The landmark itself on its date, then what came before or after it."""
    more = _MORE_OF_IT.match(text, dated.time.end, dated.words.end)
    end = more.end() if more else dated.time.end
    yield replace(dated, words=Span(landmark.start("what"), end))
    rest = _rest(text, dated.words, Span(landmark.start(), end))
    if rest is not None:
        interval = _open(dated.interval, landmark["way"].lower())
        yield replace(dated, words=rest, interval=interval)


def _remembered(
    time: TimeExpression, words: Span, sentence: Span, kept: re.Match[str]
) -> Iterator[Dated]:
    """The day that is kept, then what it remembers, so many years before where a day is told."""
    day = Span(time.span.start, kept.end("day"))
    yield Dated(day, time.interval, time.span, time.span, sentence)
    years, then = _rank(kept["rank"]), time.interval.earliest
    if kept["of"] is None or years is None or then is None or then != time.interval.latest:
        return
    try:
        there = then.replace(year=then.year - years)
    except ValueError:  # a 29 February, or before the year 1
        return
    what = Span(kept.end("of"), words.end)
    yield Dated(what, Interval(there.isoformat(), there, there), time.span, time.span, sentence)


def _rank(word: str) -> int | None:
    if word[:1].isdigit():
        return int(word[:-2])
    known: _Ordinals = load("numbers", _Ordinals)
    return known.ordinals.get(word.lower())


class _Ordinals(msgspec.Struct, frozen=True):
    """The part of vocabulary/numbers.yaml that says how many years an anniversary is after."""

    ordinals: dict[str, int]


def _rest(text: str, words: Span, landmark: Span) -> Span | None:
    """The longer of what stands before a landmark and what stands behind it, if that is enough."""
    gap = _REST.match(text, landmark.end, words.end)
    behind = Span(gap.end() if gap else landmark.end, words.end)
    before = Span(words.start, words.start + len(text[words.start : landmark.start].rstrip(" ,")))
    longer = max(before, behind, key=len)
    return longer if says_enough(text, longer) else None


def _open(interval: Interval, way: str) -> Interval:
    """What comes after a date, or before it."""
    if way in {"after", "since"}:
        return Interval(f"{interval.value.partition('/')[0]}/..", interval.earliest, None)
    return Interval(f"../{interval.value.rpartition('/')[2]}", None, interval.latest)


# ── which dates ──────────────────────────────────────────────────────────────────────────────────


def _dates(reading: Reading, sentence: Sentence) -> list[TimeExpression]:
    """The dates of a sentence that have a place in the calendar, a range instead of its ends."""
    within = sentence.span
    times = [time for time in reading.times if within.contains(time.span) and time.is_placed]
    ranges = [time.span for time in times if time.kind is TimeKind.RANGE]
    again = {b for a, b in pairwise(times) if _says_again(reading.article.text, a, b)}
    return [
        time
        for time in times
        if time not in again
        and (time.kind is TimeKind.RANGE or not any(span.contains(time.span) for span in ranges))
        and not _dates_nothing(reading, sentence, time)
    ]


def _dates_nothing(reading: Reading, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a time is a speaker's, a topic, part of a name or a dateline, or of no happening."""
    text, start = reading.article.text, time.span.start
    room = max(sentence.span.start, start - _LONGEST_OPENING)
    return (
        _is_a_speakers(time, reading)
        or _TOPIC.match(text, time.span.end) is not None
        or _name_of().search(text, room, start) is not None
        or _is_dateline(reading, sentence, time)
        or not dates_a_happening(reading, sentence, time)
    )


class _Calendar(msgspec.Struct, frozen=True):
    named_by_year: tuple[str, ...]


@cache
def _name_of() -> re.Pattern[str]:
    """What stands before a year that is part of a name: "under the Heritage Act of 1998"."""
    named = "|".join(load("calendar", _Calendar).named_by_year)
    return re.compile(rf"\b(?:{named})\sof\s\Z")


def _says_again(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    """As in "today, Thursday 9 February": one day, told twice."""
    between = text[one.span.end : other.span.start]
    return one.interval == other.interval and not between.strip(" ,(")


def _is_dateline(reading: Reading, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a date says only where and when an article was written: "RUHL, 3 May 2024 — …"."""
    text = reading.article.text
    before = text[sentence.span.start : time.span.start]
    return (
        sentence.block is BlockKind.BODY
        and bool(_DASH.match(text, time.span.end))
        and bool(_TOWN.fullmatch(before))
    )


def _is_a_speakers(time: TimeExpression, reading: Reading) -> bool:
    """Whether a date that leans on another stands in a quotation: the speaker's is not known."""
    alone = time.anchor is None and any(c.isdigit() for c in time.span.of(reading.article.text))
    return not alone and any(
        content.contains(time.span)
        for statement in reading.statements
        if statement.kind in (StatementKind.DIRECT, StatementKind.MIXED)
        for content in statement.content
    )


def _bounded(text: str, time: TimeExpression) -> Interval:
    """The date with the end open that the words before it open: "by the end of 2002"."""
    before = text[max(0, time.span.start - _LONGEST_OPENING) : time.span.start]
    interval = time.interval
    if time.kind in (TimeKind.RANGE, TimeKind.TIME):  # "after eleven on Thursday night": that night
        return interval
    if _BEFORE.search(before):
        return _open(interval, "before")
    return _open(interval, "after") if _SINCE.search(before) else interval
