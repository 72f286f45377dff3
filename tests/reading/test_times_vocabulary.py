"""The vocabulary of time: what would go wrong in silence if a list were edited carelessly."""

from collections import Counter

import pytest

from twosource.reading import numbers
from twosource.reading.times import RESOLVERS
from twosource.reading.times.grammar import rules
from twosource.reading.times.lexicon import calendar, pattern


def test_no_word_has_two_meanings() -> None:
    words = calendar()
    table = numbers.words()
    lists = [
        *words.months.values(),
        *words.weekdays.values(),
        tuple(words.weekday_plurals),
        *words.seasons.values(),
        *words.units.values(),
        *words.dayparts.values(),
        tuple(words.clock_points),
        tuple(words.days_from_today),
        words.tonight,
        *words.vague.values(),
        tuple(words.recurring),
        *words.cues.values(),
        tuple(table.cardinals),
        tuple(table.magnitudes),
        tuple(table.open_numbers),
        tuple(table.decades),
    ]
    counted = Counter(word for words_of_one in lists for word in words_of_one)
    assert [word for word, count in counted.items() if count > 1] == []


def test_every_rule_of_the_grammar_has_a_resolver_and_none_is_left_over() -> None:
    assert {name.partition("/")[0] for name, _ in rules()} == set(RESOLVERS)


def test_a_rule_that_names_an_unknown_kind_of_word_is_refused() -> None:
    with pytest.raises(KeyError, match="moonth"):
        pattern("<moonth>")
