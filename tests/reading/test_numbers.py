import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading import numbers


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty three", 23),
        ("two hundred and six", 206),
        ("three hundred thousand", 300000),
        ("one million two hundred thousand", 1200000),
        ("nineteen ninety six", 1996),  # a year said in two halves
        ("twenty twenty", 2020),  # as above
        ("nineteen hundred", 1900),
        ("two thousand thirteen", 2013),
        ("half million", 500000),
        ("three quarters million", 750000),
        ("2.5 million", 2500000),
        ("two dozen", 24),
        ("35 lakh", 3500000),
    ],
)
def test_number_words_are_read_from_left_to_right(words: str, value: float) -> None:
    parts = [word for word in words.split() if word != "and"]
    assert numbers.words_value(parts) == value


@pytest.mark.parametrize(
    ("word", "rank"),
    [("third", 3), ("23rd", 23), ("twenty-third", 23), ("Second", 2), ("house", None)],
)
def test_an_ordinal_counts_its_rank(word: str, rank: int | None) -> None:
    assert numbers.ordinal_value(word) == rank


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,200", 1200), ("816 000", 816000), ("2.5", 2.5), ("12,34,567.89", 1234567.89)],
)
def test_separators_do_not_change_what_digits_are_worth(text: str, value: float) -> None:
    assert numbers.digits_value(text) == value


@pytest.mark.parametrize(("text", "value"), [("1/2", 0.5), ("½", 0.5), ("3/4", 0.75)])
def test_a_fraction_is_a_part_of_one(text: str, value: float) -> None:
    assert numbers.fraction_value(text) == value


def test_a_fraction_of_nothing_is_no_number() -> None:
    with pytest.raises(ValueError, match="1/0"):
        numbers.fraction_value("1/0")


@given(st.integers(0, 10**15))
def test_digits_with_commas_are_worth_the_same_as_without(number: int) -> None:
    assert numbers.digits_value(f"{number:,}") == number
