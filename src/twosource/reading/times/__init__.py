"""Times: the words of an article that name a time, and the time they name.

The words of each sentence become a string of kinds (`tokens`), rules find phrases in it
(`grammar`), and a resolver for each rule says what the phrase means (`explicit`, `deictic`,
`lengths`, `clock`). Values follow TimeML (ISO 24617-1) and EDTF (ISO 8601-2:2019, annex A).
"""

from collections.abc import Callable, Iterator
from datetime import date

from twosource.model import Article, Sentence, Span, TimeExpression
from twosource.reading.times import clock, deictic, explicit, lengths
from twosource.reading.times.grammar import phrases
from twosource.reading.times.lexicon import kind
from twosource.reading.times.meaning import Context, Meaning, Phrase
from twosource.reading.times.periods import Grain, Period
from twosource.reading.times.tense import looks_ahead
from twosource.reading.times.tokens import Line, read_line

Resolver = Callable[[Phrase, Context], Meaning | None]

_RESOLVERS: dict[str, Resolver] = {
    "iso": explicit.iso,
    "slashed": explicit.slashed,
    "hour": clock.hour,
    "month_day": explicit.month_day,
    "weekday_day": explicit.weekday_day,
    "day_tail": explicit.day_tail,
    "year_tail": explicit.year_tail,
    "month_year": explicit.month_year,
    "every": lengths.every,
    "every_name": lengths.every_name,
    "weekdays": lengths.weekdays,
    "month": explicit.month,
    "holiday": explicit.holiday,
    "quarter": explicit.quarter,
    "comparison": deictic.comparison,
    "offset": deictic.offset,
    "beside_day": deictic.beside_day,
    "beside_told": deictic.beside_told,
    "span": deictic.span,
    "day_part": deictic.day_part,
    "deictic": deictic.deictic,
    "weekday": deictic.weekday,
    "relday": deictic.relday,
    "tonight": deictic.tonight,
    "decade": explicit.decade,
    "century": explicit.century,
    "season": explicit.season,
    "fiscal": explicit.year,
    "edge_unit": deictic.edge_unit,
    "year_end": deictic.edge_unit,
    "year": explicit.year,
    "recurring": lengths.adverb,
    "duration": lengths.duration,
    "bare": deictic.bare,
    "plural": lengths.plural,
    "vague": lengths.vague,
}


def find_times(article: Article, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Every time expression in the sentences, in order, resolved against the article's date.

    What needs the date of publication is left out, or kept without a place in the calendar, where
    that date is not known; it is never taken from the clock or from when a page was fetched.
    """
    line = read_line(article.text, sentences)
    return tuple(_read(line, _anchor(article)))


def _anchor(article: Article) -> date | None:
    if article.published is None:
        return None
    interval = article.published.interval
    return interval.latest if interval.earliest == interval.latest else None


def _read(line: Line, anchor: date | None) -> Iterator[TimeExpression]:
    told: Period | None = None
    quarter: tuple[Period, int] | None = None  # and the word it was told at
    end = -1
    for rule, first, last in phrases(line.kinds):
        phrase = Phrase(line.tokens(first, last))
        near = quarter[0] if quarter and _within_two(line, quarter[1], first) else None
        forward = looks_ahead(line, first, last)
        context = Context(anchor, forward, told, near, joined=first == end)
        meaning = _RESOLVERS[rule](phrase, context)
        if meaning is None:
            continue
        end = last
        yield _expression(phrase, meaning)
        if meaning.period is None or rule in _COMPARISONS:
            continue
        told = meaning.period
        if told.grain is Grain.QUARTER:
            quarter = (told, first)


def _within_two(line: Line, first: int, last: int) -> bool:
    """Whether two words stand in the same sentence or in neighbours."""
    return line.kinds.count(kind("break"), first, last) < _NEIGHBOURS


_NEIGHBOURS = 2
# These look aside from the story's own time: "sales rose, from 5,000 a year earlier".
_COMPARISONS = {"comparison", "offset"}


def _expression(phrase: Phrase, meaning: Meaning) -> TimeExpression:
    span = Span(phrase.tokens[0].start, phrase.tokens[-1].end)
    return TimeExpression(
        span, meaning.interval, meaning.anchor, meaning.reason, meaning.kind, meaning.timex
    )
