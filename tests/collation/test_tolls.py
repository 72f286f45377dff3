import pytest

from tests.inline import reading
from twosource import collate

BUS = "Twelve people were killed when a bus left the road near Tarn, the police said."
COACH = "{} were killed when a coach left the road near Tarn."


def conflicts(other: str, *, day: str = "2025-03-04") -> int:
    pile = [reading("bus", BUS, published="2025-03-04"), reading("coach", other, published=day)]
    return len(collate(pile).conflicts)


def test_two_tolls_of_one_happening_on_one_day_are_a_conflict() -> None:
    assert conflicts(COACH.format("Fourteen pensioners")) == 1


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (COACH.format("At least ten people"), "twelve are at least ten"),
        (COACH.format("Twelve pensioners"), "the same toll"),
        ("Fourteen people were hurt when a coach left the road near Tarn.", "hurt, not killed"),
        ("Fourteen people were killed when a mine flooded in Oster.", "another happening"),
        (
            "Twelve people, three of them children, were killed when a coach left the road.",
            "a part of the same toll",
        ),
    ],
)
def test_what_can_hold_beside_a_toll_is_no_conflict(other: str, why: str) -> None:
    assert conflicts(other) == 0, why


def test_a_toll_of_a_later_day_is_an_update() -> None:
    assert conflicts(COACH.format("Fourteen pensioners"), day="2025-03-05") == 0
