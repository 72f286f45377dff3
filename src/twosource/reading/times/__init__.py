"""Times: the words of an article that name a time, and the time they name.

The words of each sentence become a string of kinds (`tokens`, `lexicon`), rules find phrases in it
(`grammar`), and a resolver for each rule says what its phrase means (`days`, `stretches`, `clock`,
`daynames`, `deictic`, `offsets`, `lengths`), seen from the day of publication and the way the
sentence points (`tense`, `nearby`). Then lengths counted from a date beside them become dates
(`anchored`), and two dates a range (`ranges`).

Values follow TimeML (ISO 24617-1) and EDTF (ISO 8601-2:2019, annex A).
"""

from collections.abc import Callable, Iterator
from datetime import date

from twosource.model import Article, DateEvidence, Interval, Sentence, Span, TimeExpression
from twosource.reading.times import clock, daynames, days, deictic, lengths, offsets, stretches
from twosource.reading.times.anchored import with_anchors
from twosource.reading.times.grammar import phrases
from twosource.reading.times.lexicon import kind, pattern
from twosource.reading.times.meaning import Context, Meaning, Phrase
from twosource.reading.times.periods import Grain, Period, hull
from twosource.reading.times.ranges import Placed, with_ranges
from twosource.reading.times.tense import looks_ahead
from twosource.reading.times.tokens import Line, read_line

Resolver = Callable[[Phrase, Context], Meaning | None]

RESOLVERS: dict[str, Resolver] = {
    "iso": days.iso,
    "slashed": days.slashed,
    "hour": clock.hour,
    "stamp": clock.stamp,
    "week_of": days.week_of,
    "day_span": days.day_span,
    "offset_day": offsets.offset_day,
    "beside_last": offsets.beside_last,
    "nth_so_far": offsets.nth_so_far,
    "month_day": days.month_day,
    "weekday_day": days.weekday_day,
    "day_tail": days.day_tail,
    "year_tail": days.year_tail,
    "month_year": days.month_year,
    "every": lengths.every,
    "every_name": lengths.every_name,
    "weekdays": lengths.weekdays,
    "month": days.month,
    "holiday": days.holiday,
    "quarter": stretches.quarter,
    "comparison": offsets.comparison,
    "offset": offsets.offset,
    "beside_day": offsets.beside_day,
    "beside_told": offsets.beside_told,
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
    placed = with_anchors(article.text, _placed(line, article.published))
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
    first, last = sorted((early.interval, late.interval), key=_beginning)
    reason = f"{early.reason}; publication is known only as {published}"
    return Meaning(early.kind, hull(first, last), early.timex, reason)


def _beginning(interval: Interval) -> date:
    return interval.earliest or date.min


def _read(line: Line, anchor: date | None) -> Iterator[Placed]:
    told: Period | None = None
    story: Period | None = None
    quarter: tuple[Period, int] | None = None  # and the word it was told at
    end = told_at = -1
    for rule, first, last in phrases(line.kinds):
        phrase = Phrase(line.tokens(first, last))
        near = quarter[0] if quarter and _is_near(line, quarter[1], first) else None
        beside = told if _is_beside(line, told_at, first) else None
        forward = looks_ahead(line, first, last)
        context = Context(anchor, forward, told, near, story, beside, joined=first == end)
        meaning = _resolved(rule, phrase, context)
        if meaning is None:
            continue
        end = last
        yield _span(phrase), meaning
        if meaning.period is None or rule in _COMPARISONS:
            continue
        told, told_at = meaning.period, first
        if meaning.anchor is None and told.grain is Grain.DAY:
            story = told
        if told.grain is Grain.QUARTER:
            quarter = (told, first)


def _resolved(rule: str, phrase: Phrase, context: Context) -> Meaning | None:
    try:
        return RESOLVERS[rule](phrase, context)
    except (ValueError, OverflowError):  # outside the years 1 to 9999: "10,000 years ago"
        return None


def _is_beside(line: Line, first: int, last: int) -> bool:
    """Whether two words stand so close that a time of day is of the day told first."""
    return last - first < _FAR and line.kinds.count(kind("break"), max(first, 0), last) <= _BESIDE


def _is_near(line: Line, first: int, last: int) -> bool:
    """Whether two words stand within a few sentences of each other."""
    return last - first < _FAR and line.kinds.count(kind("break"), first, last) < _NEIGHBOURS


# Tuned on the documents of TimeBank that are not set apart; 2, 5 and 30 sentences do worse.
_NEIGHBOURS, _FAR = 9, 500
_BESIDE = 4  # sentences; tuned on AQUAINT in the same way: 2 do worse, 8 no better
# These look aside from the story's own time: "sales rose, from 5,000 a year earlier".
_COMPARISONS = {"comparison", "offset"}


def _span(phrase: Phrase) -> Span:
    """The phrase without the dash that ties it to the date before."""
    first = phrase.tokens[0]
    tied = len(phrase.tokens) > 1 and first.kind in pattern("<dash|hyphen|to|and>")
    return Span(phrase.tokens[1].start if tied else first.start, phrase.tokens[-1].end)


def _expression(span: Span, meaning: Meaning) -> TimeExpression:
    return TimeExpression(
        span, meaning.interval, meaning.anchor, meaning.reason, meaning.kind, meaning.timex
    )
