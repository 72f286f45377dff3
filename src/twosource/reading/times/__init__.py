"""Times: the words of an article that name a time, and the time they name.

The words of each sentence become a string of kinds (`tokens`, `lexicon`), rules find phrases in it
(`grammar`), and a resolver for each rule says what its phrase means (`phrases`): seen from the day
of publication, from the way the sentence points (`tense`), and from the dates told before
(`memory`). Then lengths that are counted from a date or a dated happening become dates (`anchored`,
`dated_words`), and two dates a range (`ranges`).

Values follow TimeML (ISO 24617-1) and EDTF (ISO 8601-2:2019, annex A).
"""

from collections.abc import Callable, Iterator
from datetime import date

from twosource.model import Article, DateEvidence, Sentence, Span, TimeExpression
from twosource.reading.times.anchored import with_anchors
from twosource.reading.times.grammar import next_phrase
from twosource.reading.times.lexicon import pattern
from twosource.reading.times.meaning import Context, Meaning, Phrase
from twosource.reading.times.memory import Memory
from twosource.reading.times.mistaken import is_mistaken
from twosource.reading.times.periods import hull
from twosource.reading.times.phrases import (
    beside,
    calendars,
    clock,
    daynames,
    days,
    deictic,
    holidays,
    lengths,
    offsets,
    stretches,
)
from twosource.reading.times.phrases.clock import with_days_behind
from twosource.reading.times.ranges import Placed, with_ranges
from twosource.reading.times.tokens import Line, read_line

Resolver = Callable[[Phrase, Context], Meaning | None]

RESOLVERS: dict[str, Resolver] = {
    "iso": days.iso,
    "slashed": days.slashed,
    "hour": clock.hour,
    "opening": clock.opening,
    "closing": clock.closing,
    "stamp": clock.stamp,
    "nth_weekday": days.nth_weekday_of,
    "nth_part": days.nth_part,
    "half_month": days.half_month,
    "day_of_month": days.day_of_month,
    "week_of": days.week_of,
    "day_span": days.day_span,
    "offset_day": offsets.offset_day,
    "offset_this": offsets.offset_this,
    "this_day": offsets.this_day,
    "offset_range": offsets.offset_range,
    "weekday_week": daynames.weekday_week,
    "weekday_last": daynames.weekday,
    "weekday_span": daynames.weekday_span,
    "week_before": offsets.week_before,
    "beside_weekday": beside.beside_weekday,
    "weekdays_ago": offsets.weekdays_ago,
    "in_time": offsets.in_time,
    "beside_night": beside.beside_night,
    "beside_last": beside.beside_last,
    "nth_so_far": offsets.nth_so_far,
    "month_day": days.month_day,
    "weekday_day": days.weekday_day,
    "day_tail": days.day_tail,
    "year_tail": days.year_tail,
    "month_year": days.month_year,
    "every": lengths.every,
    "every_nth": lengths.every_nth,
    "every_name": lengths.every_name,
    "weekdays": lengths.weekdays,
    "weekends": lengths.weekends,
    "month": days.month,
    "other_date": calendars.other_date,
    "other_feast": calendars.other_feast,
    "holiday_before": holidays.holiday_before,
    "holiday": holidays.holiday,
    "quarter": stretches.quarter,
    "comparison": offsets.comparison,
    "offset": offsets.offset,
    "beside_day": beside.beside_day,
    "beside_named": deictic.beside_named,
    "beside_told": beside.beside_told,
    "beside_event": beside.beside_event,
    "in_beside_event": beside.in_beside_event,
    "span": offsets.span,
    "day_part": deictic.day_part,
    "deictic": deictic.deictic,
    "weekday": daynames.weekday,
    "relday": daynames.relday,
    "tonight": daynames.tonight,
    "before_christ": stretches.before_christ,
    "decade": stretches.decade,
    "century": stretches.century,
    "season": stretches.season,
    "fiscal": stretches.year,
    "edge_unit": deictic.edge_unit,
    "year_end": deictic.edge_unit,
    "year": stretches.year,
    "recurring": lengths.adverb,
    "duration": lengths.duration,
    "in_length": offsets.in_length,
    "compound_length": lengths.compound_length,
    "quarters_of": lengths.quarters_of,
    "weekend": deictic.weekend,
    "stated_quarter": deictic.stated_quarter,
    "bare": deictic.bare,
    "year_ended": offsets.year_ended,
    "plural": lengths.plural,
    "vague": lengths.vague,
}


def find_times(article: Article, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Every time expression in the sentences, in order, resolved against the article's date.

    What needs the date of publication is left out, or kept without a place in the calendar, where
    that date is not known; it is never taken from the clock or from when a page was fetched.
    """
    line = read_line(article.text, sentences)
    placed = with_days_behind(article.text, _placed(line, article.published))
    placed = with_anchors(article.text, placed)
    placed = with_ranges(article.text, placed)
    return tuple(_expression(span, meaning) for span, meaning in placed)


def _placed(line: Line, published: DateEvidence | None) -> list[Placed]:
    """The phrases with their meanings; seen from both ends where publication is not one day."""
    if published is None or None in (published.interval.earliest, published.interval.latest):
        return list(_read(line, None))
    early = list(_read(line, published.interval.earliest))
    if published.interval.earliest == published.interval.latest:
        return early
    late = dict(_read(line, published.interval.latest))
    return [
        (span, _between(meaning, late[span], published.interval.value))
        for span, meaning in early
        if span in late
    ]


def _between(early: Meaning, late: Meaning, published: str) -> Meaning:
    """One meaning as wide as what the two ends of an inexact publication date make of it."""
    if early.interval == late.interval:
        return early
    first, last = sorted((early.interval, late.interval), key=lambda one: one.first)
    reason = f"{early.reason}; publication is known only as {published}"
    return Meaning(early.kind, hull(first, last), early.timex, reason)


def _read(line: Line, anchor: date | None) -> Iterator[Placed]:
    memory = Memory(line, anchor)
    position = 0
    while found := next_phrase(line.kinds, position):
        rule, first, last = found
        phrase = Phrase(line.tokens(first, last))
        none = is_mistaken(line, rule, first, last)
        meaning = None if none else _resolved(rule, phrase, memory.context(first, last))
        # Where a phrase means nothing, its words may mean something by themselves.
        position = first + 1 if meaning is None else last
        if meaning is not None:
            memory.remember(rule, meaning, first, last)
            yield _span(phrase), meaning


def _resolved(rule: str, phrase: Phrase, context: Context) -> Meaning | None:
    try:
        return RESOLVERS[rule](phrase, context)
    except (ValueError, OverflowError):  # outside the years 1 to 9999: "10,000 years ago"
        return None


def _span(phrase: Phrase) -> Span:
    """The phrase without the dash that ties it to the date before."""
    first = phrase.tokens[0]
    tied = len(phrase.tokens) > 1 and first.kind in pattern("<dash|hyphen|to|and>")
    return Span(phrase.tokens[1].start if tied else first.start, phrase.tokens[-1].end)


def _expression(span: Span, meaning: Meaning) -> TimeExpression:
    return TimeExpression(
        span, meaning.interval, meaning.anchor, meaning.reason, meaning.kind, meaning.timex
    )
