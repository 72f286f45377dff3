"""The day of publication among all the days a page names."""

from datetime import date

import pytest

from twosource.intake.lines.dates import on
from twosource.intake.metadata.publication import published
from twosource.model import DateEvidence, DateRole

ROLES = {"changed": DateRole.MODIFIED, "saved": DateRole.CRAWLED}


def said(*witnesses: tuple[int, str, float]) -> list[DateEvidence]:
    """Witnesses for days of the year 2031: day of the year, how, confidence."""
    first = date(2030, 12, 31).toordinal()
    return [
        DateEvidence(
            on(date.fromordinal(first + day)), ROLES.get(how, DateRole.PUBLISHED), how, sure
        )
        for day, how, sure in witnesses
    ]


@pytest.mark.parametrize(
    ("witnesses", "value"),
    [
        ([], None),
        ([(3, "meta", 0.9)], "2031-01-03"),
        ([(3, "meta", 0.9), (3, "JSON-LD", 0.95), (9, "time", 0.7)], "2031-01-03"),  # two to one
        ([(3, "meta", 0.9), (9, "JSON-LD", 0.95)], "2031-01-03/2031-01-09"),  # as good as equal
        ([(3, "meta", 0.9), (3, "meta", 0.9), (9, "JSON-LD", 0.95)], "2031-01-03/2031-01-09"),
        ([(3, "line", 0.8), (9, "time", 0.7), (9, "htmldate", 0.6)], "2031-01-09"),  # two agree
        ([(3, "address", 0.8), (4, "meta", 0.9), (4, "JSON-LD", 0.95)], "2031-01-03"),  # time zones
        ([(3, "address", 0.8), (9, "meta", 0.9), (9, "JSON-LD", 0.95)], "2031-01-09"),
        ([(3, "changed", 0.9)], "2031-01-03"),  # the only one there is
        ([(3, "meta", 0.9), (9, "changed", 0.95)], "2031-01-03"),
        ([(3, "meta", 0.9), (333, "changed", 0.95)], "2031-01-03/2031-11-29"),  # written anew?
        ([(3, "saved", 1.0)], None),  # the day of the copy is never the day of publication
        ([(3, "page header", 0.3)], None),
        ([(9, "meta", 0.9), (3, "saved", 1.0)], None),  # nobody saves what is not there yet
        ([(9, "meta", 0.9), (3, "saved", 0.7)], "2031-01-09"),  # a clock in a page's head may stand
        ([(4, "meta", 0.9), (3, "saved", 1.0)], "2031-01-04"),  # it is tomorrow elsewhere
        ([(9, "meta", 0.9), (2, "line", 0.8), (3, "saved", 1.0)], "2031-01-02"),
    ],
)
def test_the_day_most_witnesses_speak_for_is_chosen_and_a_range_where_none_is(
    witnesses: list[tuple[int, str, float]], value: str | None
) -> None:
    for order in (witnesses, witnesses[::-1]):
        found = published(said(*order))
        assert (found.interval.value if found else None) == value


def test_a_range_says_who_disagrees() -> None:
    found = published(said((3, "meta", 0.9), (9, "JSON-LD", 0.95)))
    assert found is not None
    assert found.how == "disagree: JSON-LD, meta"


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(1969, 12, 31), date.min])
def test_a_day_on_which_clocks_begin_is_not_believed(day: date) -> None:
    assert published([DateEvidence(on(day), DateRole.PUBLISHED, "meta", 0.9)]) is None


@pytest.mark.parametrize(
    "day", [date(1970, 1, 2), date(1970, 5, 3), date(1969, 12, 30), date(1, 1, 2), date.max]
)
def test_every_other_day_is(day: date) -> None:
    assert published([DateEvidence(on(day), DateRole.PUBLISHED, "meta", 0.9)]) is not None
