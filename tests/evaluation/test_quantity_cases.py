"""The table of paragraphs with labelled quantities: how a row is held against what is found."""

import pytest

from evaluation.quantity_cases import Case, Labelled, Score, found_in, pairs, score
from twosource.model import QuantityKind

TEXT = "Over 40 boats and two rafts sank in the bay."
BOATS = Labelled("Over 40 boats", QuantityKind.COUNT, "more than", "boats", low=40, core="Over 40")
RAFTS = Labelled("two rafts", QuantityKind.COUNT, "exact", "rafts", low=2, high=2, core="two")


def case(*quantities: Labelled) -> Case:
    return Case("agency", "two counts", TEXT, quantities)


def test_a_row_that_is_met_in_all_has_every_count() -> None:
    assert score(case(BOATS, RAFTS)) == Score(2, 2, 2, 2, 2, 2)


def test_a_quantity_that_is_not_labelled_is_found_and_not_met() -> None:
    assert score(case(BOATS)) == Score(1, 2, 1, 1, 1, 1)


def test_another_value_bound_or_kind_is_met_and_not_right() -> None:
    exactly_41 = Labelled("Over 40 boats", QuantityKind.MONEY, "exact", "boats", low=41, high=41)
    assert score(case(exactly_41)) == Score(1, 2, 1, 0, 0, 0)


def test_less_than_half_of_the_words_is_no_meeting() -> None:
    long = Labelled("40 boats and two rafts", QuantityKind.COUNT, "exact", "boats", low=40, high=40)
    assert score(case(long)) == Score(1, 2, 0, 0, 0, 0)


def test_each_quantity_meets_one_at_most() -> None:
    assert len(list(pairs(found_in(TEXT), case(BOATS, BOATS)))) == 1


def test_a_quantity_may_be_said_to_be_the_second_of_its_words() -> None:
    second = Labelled("two", QuantityKind.COUNT, "exact", "rafts", low=2, high=2, nth=2)
    assert second.places("two and two")[0].start == len("two and ")


def test_words_that_the_text_lacks_are_an_error() -> None:
    with pytest.raises(ValueError, match="not found"):
        score(case(Labelled("nine", QuantityKind.COUNT, "exact", "boats", low=9, high=9)))
