import pytest

from tests.inline import reading
from twosource import collate
from twosource.collation.conflicts import find_conflicts
from twosource.collation.conflicts.values import Value
from twosource.model import Reading

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


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "A fire at a hotel in Doran killed 4 people on Friday, police said.",
            "A bus crash outside Arlem killed 12 people on Friday, police said.",
            "only the day and who says it are shared",
        ),
        (
            "Rebels killed 9 soldiers in the north on Monday, officials said.",
            "An earthquake killed 60 people in the north on Monday, officials said.",
            "so is a part of the country",
        ),
        (
            "A fire at a hotel in Doran killed 4 people.",
            "Twelve guests died when the hotel at the harbour of Arlem caught fire.",
            "two places",
        ),
        (
            "Nine people were killed when a bus overturned on a mountain road, police said.",
            "Twelve people died when a bus plunged into a ravine on a mountain road.",
            "no name ties one to the other",
        ),
    ],
)
def test_two_disasters_of_one_day_are_no_conflict(one: str, other: str, why: str) -> None:
    pile = {"one": one, "other": other}
    told = [reading(name, text, published="2025-03-07") for name, text in pile.items()]
    assert not collate(told).conflicts, why


def test_comparisons_grow_no_faster_than_the_pairs_of_articles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0
    excludes = Value.excludes

    def counting(one: Value, other: Value) -> bool:
        nonlocal compared
        compared += 1
        return excludes(one, other)

    monkeypatch.setattr(Value, "excludes", counting)
    grown = []
    for many in (10, 40):
        compared = 0
        find_conflicts([_hotel(number) for number in range(many)], (), ())
        grown.append(compared)
    few, more = grown
    assert 0 < more <= 4 * 4 * few


def _hotel(number: int) -> Reading:
    text = f"The fire at the hotel in Doran killed {4 + number % 2} guests."
    return reading(f"hotel{number:02}", text, published="2025-03-07")
