from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.times.periods import (
    Grain,
    Period,
    containing,
    day_in_month,
    easter,
    hull,
    is_wider,
    month_of,
    nth_weekday,
    shifted,
    year_of,
)

WEDNESDAY = date(2021, 6, 16)
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(3000, 1, 1))


@pytest.mark.parametrize(
    ("grain", "edtf", "timex"),
    [
        (Grain.DAY, "2021-06-16", "2021-06-16"),
        (Grain.WEEKEND, "2021-06-19/2021-06-20", "2021-W24-WE"),
        (Grain.WEEK, "2021-06-14/2021-06-20", "2021-W24"),
        (Grain.MONTH, "2021-06", "2021-06"),
        (Grain.QUARTER, "2021-04/2021-06", "2021-Q2"),
        (Grain.SEASON, "2021-06/2021-09", "2021-SU"),
        (Grain.HALF, "2021-01/2021-06", "2021-H1"),
        (Grain.YEAR, "2021", "2021"),
        (Grain.DECADE, "202X", "202"),
        (Grain.CENTURY, "20XX", "20"),
    ],
)
def test_a_period_is_written_as_edtf_and_as_timex(grain: Grain, edtf: str, timex: str) -> None:
    period = containing(grain, WEDNESDAY)
    assert (period.interval.value, period.timex) == (edtf, timex)


@given(st.sampled_from(list(Grain)), DAYS)
def test_a_period_holds_the_day_it_was_made_from(grain: Grain, day: date) -> None:
    period = containing(grain, day)
    slack = timedelta(days=5) if grain is Grain.WEEKEND else timedelta()  # the next weekend
    assert period.start - slack <= day <= period.end


@given(st.sampled_from(list(Grain)), DAYS, st.integers(-9, 9))
def test_steps_there_and_back_lead_home(grain: Grain, day: date, steps: int) -> None:
    period = containing(grain, day)
    assert shifted(shifted(period, steps), -steps) == period


@given(st.sampled_from([Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR]), DAYS)
def test_the_next_period_begins_the_day_after(grain: Grain, day: date) -> None:
    period = containing(grain, day)
    assert shifted(period, 1).start == period.end + timedelta(days=1)


def test_a_day_that_the_calendar_does_not_have_is_none() -> None:
    assert day_in_month(2021, 2, 29) is None
    assert day_in_month(2020, 2, 29) == Period(Grain.DAY, date(2020, 2, 29))


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2021, (4, 4))],  # 1818, 1943: the extremes
)
def test_easter_falls_where_the_church_has_it(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_the_last_monday_of_a_month_is_counted_from_its_end() -> None:
    assert nth_weekday(2021, 5, 1, -1).start == date(2021, 5, 31)
    assert nth_weekday(2021, 11, 4, 4).start == date(2021, 11, 25)


def test_the_hull_of_two_intervals_is_in_their_own_words() -> None:
    both = hull(month_of(1993, 1).interval, year_of(2003).interval)
    assert (both.value, both.earliest, both.latest) == (
        "1993-01/2003",
        date(1993, 1, 1),
        date(2003, 12, 31),
    )


def test_a_year_is_wider_than_a_month_and_not_than_itself() -> None:
    assert is_wider(Grain.YEAR, Grain.MONTH)
    assert not is_wider(Grain.YEAR, Grain.YEAR)
