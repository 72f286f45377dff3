"""What the nouns tell of themselves."""

from datetime import date

import pytest

from twosource.model import NO_DATE, Interval, Span, TimeExpression, TimeKind

MAY = Interval("2024-05", date(2024, 5, 1), date(2024, 5, 31))
THIRD = Interval("2024-05-03", date(2024, 5, 3), date(2024, 5, 3))
SINCE_JUNE = Interval("2024-06-01/..", date(2024, 6, 1), None)


def test_an_open_end_reaches_to_the_end_of_all_days() -> None:
    assert (SINCE_JUNE.first, SINCE_JUNE.last) == (date(2024, 6, 1), date.max)
    assert (NO_DATE.first, NO_DATE.last) == (date.min, date.max)


def test_only_an_interval_of_one_day_is_a_day() -> None:
    assert THIRD.is_day
    assert not MAY.is_day
    assert not NO_DATE.is_day
    assert (THIRD.days, MAY.days) == (0, 30)


@pytest.mark.parametrize(
    ("one", "other", "can_be"),
    [(MAY, THIRD, True), (MAY, SINCE_JUNE, False), (NO_DATE, THIRD, True), (MAY, MAY, True)],
)
def test_two_intervals_overlap_where_they_can_be_one_day(
    one: Interval, other: Interval, *, can_be: bool
) -> None:
    assert one.overlaps(other) is other.overlaps(one) is can_be


@pytest.mark.parametrize(
    ("interval", "kind", "timex", "placed"),
    [
        (THIRD, TimeKind.DATE, "2024-05-03", True),
        (NO_DATE, TimeKind.DATE, "XXXX-05", False),  # "in May", of no known year
        (THIRD, TimeKind.DATE, "PRESENT_REF", False),  # "now"
        (THIRD, TimeKind.DURATION, "P2Y", False),  # "for two years"
    ],
)
def test_a_time_is_placed_where_it_has_a_place_in_the_calendar(
    interval: Interval, kind: TimeKind, timex: str, *, placed: bool
) -> None:
    time = TimeExpression(Span(0, 3), interval, None, "", kind, timex)
    assert time.is_placed is placed
