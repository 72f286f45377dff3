"""The measure of SemEval-2015 Task 4, on timelines small enough to count by hand."""

import pytest

from evaluation.ordering import Item, agreement

GOLD = [
    Item(1, "2010-06-07", ("7-2-unveiled", "7-6-praised")),
    Item(2, "2010-06-24", ("9-4-released",)),
]


def test_a_timeline_agrees_with_itself() -> None:
    assert agreement(GOLD, GOLD).f1 == 1.0


def test_relations_that_follow_from_others_do_not_count() -> None:
    # three dates, and one step forward: that the first two are at one time follows from their dates
    assert agreement(GOLD, GOLD).gold == 4


def test_what_could_not_be_dated_is_left_out() -> None:
    undated = [Item(0, "XXXX-XX-XX", ("7-1-dreamt",)), *GOLD]
    assert agreement(undated, undated) == agreement(GOLD, GOLD)


def test_a_wrong_date_in_the_right_order_keeps_the_order() -> None:
    answer = [Item(1, "2010-06-08", ("7-2-unveiled",)), Item(2, "2010-06-24", ("9-4-released",))]
    found = agreement(answer, GOLD)
    # of three relations one date is wrong; of the gold's four a date and the order are met
    assert (found.answer, found.answer_right) == (3, 2)
    assert (found.gold, found.gold_met) == (4, 1)


def test_a_mention_that_the_gold_has_not_makes_its_relations_wrong() -> None:
    answer = [Item(1, "2010-06-07", ("7-2-unveiled",)), Item(2, "2010-06-24", ("8-8-sold",))]
    assert agreement(answer, GOLD).answer_right == 1


def test_an_empty_answer_scores_nothing() -> None:
    assert agreement([], GOLD).f1 == 0.0


@pytest.mark.parametrize("place", ["10", "2"])
def test_numbers_sort_as_numbers(place: str) -> None:
    items = [Item(int(place), "2010", (f"{place}-1-a",)), Item(9, "2009", ("9-1-b",))]
    assert agreement(items, list(reversed(items))).f1 == 1.0
