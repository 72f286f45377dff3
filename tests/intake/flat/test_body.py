"""Which lines of a flattened page look like its story."""

import numpy as np
import pytest

from twosource.intake.flat.body import belongs, likeliest

MENU = ["Home", "News", "Sport", "Weather", "Subscribe", "Sign in"]
STORY = [
    "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it.",
    "The caretaker, Tom Reed, said that he had seen many birds but never one so patient.",
    "“It looks at us as if we were the ones who had landed in the wrong place,” he added.",
    "Schoolchildren came to look at it in the afternoon, and somebody had brought it a herring.",
    "By the evening the mayor had decided that the meeting would be held next door instead.",
]
FOOT = [
    "Most read",
    "Ten ways to fold a towel",
    "Bus 7 changes its timetable",
    "Contact",
    "Imprint",
]


def test_the_story_is_told_from_what_stands_around_it() -> None:
    told = belongs([*MENU, "Heron lands on roof", *STORY, *FOOT])
    assert all(told[len(MENU) + 1 : len(MENU) + 1 + len(STORY)])
    assert not any(told[: len(MENU)])
    assert not any(told[-len(FOOT) :])


def test_sentences_of_other_stories_below_the_story_are_not_it() -> None:
    others = [
        line
        for number in range(12)
        for line in (f"Bus {number} changes its timetable", f"{number} shares", "Bus and rail")
    ]
    told = belongs([*MENU, *STORY, "Most read", *others])
    assert all(told[len(MENU) : len(MENU) + len(STORY)])
    assert not any(told[len(MENU) + len(STORY) :])


@pytest.mark.parametrize("page", [[], ["Home"], [""], ["…"] * 300])
def test_a_page_without_a_story_is_told_line_by_line_all_the_same(page: list[str]) -> None:
    assert len(belongs(page)) == len(page)


@pytest.mark.parametrize(
    ("odds", "switching", "told"),
    [
        ([1.0, -0.5, 1.0], 0.0, [True, False, True]),  # every line by itself
        ([1.0, -0.5, 1.0], 0.5, [True, True, True]),  # two changes cost more than one bad line
        ([-3.0, 0.4, -3.0], 0.5, [False, False, False]),
        ([-3.0, 2.0, 2.0], 0.5, [False, True, True]),  # the last change is paid once
        ([0.1], 9.0, [True]),
    ],
)
def test_a_change_from_story_to_furniture_costs_something(
    odds: list[float], switching: float, told: list[bool]
) -> None:
    assert likeliest(np.array(odds, dtype=np.float32), switching) == told
