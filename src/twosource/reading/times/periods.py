"""Stretches of the calendar: what they are, how to step along them, and how they are written.

A period is a day, week, month … of the Gregorian calendar. It renders as EDTF (ISO 8601-2:2019,
annex A) for readers of a dossier, and as a TIMEX3 value (ISO 24617-1) for comparison with others.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from twosource.model import Interval


class Grain(StrEnum):
    """How wide a period is, from narrow to wide."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_WIDTHS = tuple(Grain)


def is_wider(one: Grain, other: Grain) -> bool:
    """Whether periods of one grain are longer than those of the other."""
    return _WIDTHS.index(one) > _WIDTHS.index(other)


_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7}
_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
_SEASON_OFFSET = 2  # winter begins in December, and seasons are counted from there
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
# A season has no agreed last day: the meteorological one ends three weeks before the astronomical.
_SEASON_SLACK = timedelta(days=22)


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the calendar, known by its grain and its first day."""

    grain: Grain
    start: date

    @property
    def end(self) -> date:
        """The last day."""
        if self.grain is Grain.WEEKEND:
            return self.start + timedelta(days=1)
        last = shifted(self, 1).start - timedelta(days=1)
        return last + _SEASON_SLACK if self.grain is Grain.SEASON else last

    @property
    def interval(self) -> Interval:
        """The period as EDTF with its first and last day."""
        return Interval(_edtf(self), self.start, self.end)

    @property
    def timex(self) -> str:
        """The period as a TIMEX3 value."""
        return _timex(self)


def containing(grain: Grain, day: date) -> Period:
    """The period of a grain that a day lies in."""
    if grain is Grain.DAY:
        return Period(grain, day)
    if grain is Grain.WEEK:
        return Period(grain, day - timedelta(days=day.weekday()))
    if grain is Grain.WEEKEND:
        return Period(grain, day - timedelta(days=day.weekday()) + timedelta(days=5))
    offset = _SEASON_OFFSET if grain is Grain.SEASON else 0
    size = _MONTHS[grain]
    months = day.year * 12 + day.month - 1
    return Period(grain, _first_of((months - offset) // size * size + offset))


def shifted(period: Period, steps: int) -> Period:
    """The period so many steps of its own grain later (or earlier, when negative).

    Raises `ValueError` or `OverflowError` where that lies outside the years 1 to 9999.
    """
    if period.grain in _DAYS:
        return Period(period.grain, period.start + timedelta(days=steps * _DAYS[period.grain]))
    months = period.start.year * 12 + period.start.month - 1 + steps * _MONTHS[period.grain]
    return Period(period.grain, _first_of(months))


def day_in_month(year: int, month: int, day: int) -> Period | None:
    """A day by its numbers; `None` where the calendar has no such day."""
    try:
        return Period(Grain.DAY, date(year, month, day))
    except ValueError:
        return None


def month_of(year: int, month: int) -> Period:
    """A month by its numbers."""
    return Period(Grain.MONTH, date(year, month, 1))


def year_of(year: int) -> Period:
    """A year by its number."""
    return Period(Grain.YEAR, date(year, 1, 1))


def nth_weekday(year: int, month: int, weekday: int, which: int) -> Period:
    """The nth weekday (Monday is 1) of a month; -1 is the last."""
    days = [
        day
        for day in calendar.Calendar().itermonthdates(year, month)
        if day.month == month and day.isoweekday() == weekday
    ]
    return Period(Grain.DAY, days[which - 1] if which > 0 else days[which])


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Method: the anonymous algorithm of Nature, 20 April 1876, as given by Meeus (1991).
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, odd = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - moved + 15) % 30
    quads, left = divmod(rest, 4)
    week = (32 + 2 * odd + 2 * quads - moon - left) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def hull(first: Interval, last: Interval) -> Interval:
    """The interval from the beginning of one to the end of the other, in their own words."""
    begin, end = first.value.split("/")[0], last.value.split("/")[-1]
    value = begin if begin == end else f"{begin}/{end}"
    return Interval(value, first.earliest, last.latest)


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _edtf(period: Period) -> str:
    start, month = period.start, _month(period.start)
    match period.grain:
        case Grain.DAY:
            value = start.isoformat()
        case Grain.WEEK | Grain.WEEKEND:
            value = f"{start.isoformat()}/{period.end.isoformat()}"
        case Grain.MONTH:
            value = month
        case Grain.QUARTER | Grain.HALF | Grain.SEASON:
            value = f"{month}/{_month(period.end)}"
        case Grain.YEAR:
            value = f"{start.year:04}"
        case Grain.DECADE:
            value = f"{start.year // 10:03}X"
        case _:
            value = f"{start.year // 100:02}XX"
    return value


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _timex(period: Period) -> str:
    start = period.start
    year, week, _ = start.isocalendar()
    match period.grain:
        case Grain.WEEK:
            value = f"{year:04}-W{week:02}"
        case Grain.WEEKEND:
            value = f"{year:04}-W{week:02}-WE"
        case Grain.QUARTER:
            value = f"{start.year:04}-Q{start.month // 3 + 1}"
        case Grain.HALF:
            value = f"{start.year:04}-H{start.month // 6 + 1}"
        case Grain.SEASON:
            value = f"{start.year:04}-{_SEASON_CODES[start.month]}"
        case Grain.DECADE:
            value = f"{start.year // 10:03}"
        case Grain.CENTURY:
            value = f"{start.year // 100:02}"
        case _:
            value = _edtf(period)
    return value
