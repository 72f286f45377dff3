"""Quantities: the numbers of an article, what bounds them, their unit, and what they count.

A number is found as it stands (`scan`), set aside where it names a thing or is part of a date
(`designations`, `scores`), and then read with its neighbours: a unit or currency (`units`),
a modifier that opens or bounds it (`modifiers`), the noun it counts (`counted`). Numbers that are
the two ends of a range become one (`ranges`, `ends`), those of a list lend each other their unit
(`lending`), and one that is part of another says so (`parts`).

What counts: numbers of things, shares, money, ages, lengths of time and way, measures, scores,
anniversaries, "twice", "a year", ordinals that count up to now ("the fifth since May"), and open
numbers that stand for a group ("dozens", "several", "most of them"). "One" counts before a noun
("one man died"), of a group ("one of the men") and where it is one of what was just counted ("two
meetings, one in each land"), not where it stands for somebody ("one of them"); so does "a single".
What does not: dates, years, clock times, designations, plain ordinals ("the first shots"), "both",
and words that only hint ("many letters").
"""

from math import isfinite
from operator import attrgetter

from twosource.model import Article, Quantity, Sentence, TimeExpression
from twosource.reading.quantities.dates import Taken, taken_by
from twosource.reading.quantities.ends import articles
from twosource.reading.quantities.naming.designations import is_designation
from twosource.reading.quantities.parts import with_wholes
from twosource.reading.quantities.ranges import joined
from twosource.reading.quantities.readings import NumberRead, quantity, read_number
from twosource.reading.quantities.scan import Form, numbers_in
from twosource.reading.quantities.scores import scores
from twosource.reading.quantities.units.lengths import counted_usually
from twosource.reading.quantities.units.lone_units import lone_measures, lone_units
from twosource.reading.quantities.wordless import anniversaries, mosts, ranks, repetitions, zeros


def find_quantities(
    article: Article, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...]
) -> tuple[Quantity, ...]:
    """Every quantity in the sentences, in order. `times` tells which numbers are dates."""
    taken = taken_by(times)
    found = [
        quantity(read)
        for sentence in sentences
        for read in _in_sentence(article.text, sentence.span.start, sentence.span.end, taken)
    ]
    found += anniversaries(article.text, sentences)
    found += ranks(article.text, sentences)
    found += repetitions(article.text, sentences)
    found += lone_measures(article.text, sentences)
    found += lone_units(article.text, times)
    found += zeros(article.text, sentences)
    found += mosts(article.text, sentences)
    found += scores(article.text, sentences, times)
    return tuple(map(counted_usually, with_wholes(article.text, _apart(found))))


def _apart(found: list[Quantity]) -> tuple[Quantity, ...]:
    """The quantities in order, without those that begin inside another: the "a year" of a rate.

    Those that no machine can hold are left out, too.
    """
    kept: list[Quantity] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        apart = not kept or one.span.start >= kept[-1].span.end
        if apart and all(isfinite(end) for end in (one.low, one.high) if end is not None):
            kept.append(one)
    return tuple(kept)


def _in_sentence(text: str, start: int, end: int, taken: Taken) -> list[NumberRead]:
    numbers = sorted((*numbers_in(text, start, end), *articles(text, start, end)), key=_START)
    reads = (
        read_number(text, start, end, number)
        for number in numbers
        if not taken.holds(text, number) and not is_designation(text, start, end, number)
    )
    whole = joined(text, (read for read in reads if read is not None))
    return [read for read in whole if read.number.form is not Form.ARTICLE]


_START = attrgetter("start")
