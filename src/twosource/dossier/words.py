"""Counts and dates as a person writes them."""

import re
from collections import Counter
from datetime import date, timedelta
from unicodedata import bidirectional

from twosource.model import NO_DATE, Dating, Interval

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATETIME = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d)[^/]*")
# EDTF qualifiers (ISO 8601-2:2019, 8.2) as prefixes; the two-sign one means both.
_QUALIFIERS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`number` and the noun in its number: "1 article", "2 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(items: tuple[str, ...]) -> str:
    """The items in a row: "A1", "A1 and A2", "A1, A2 and A3"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def per_cent(share: float) -> str:
    """A share from 0 to 1 in whole per cent, but no 0% for something and no 100% for not all."""
    words = f"{share:.0%}"
    if words == "0%" and share > 0:
        return "under 1%"
    return "over 99%" if words == "100%" and share < 1 else words


def chance(sureness: float) -> str:
    """How sure something is, 0 to 1, with two digits, but no 1.00 for what is not certain."""
    return "over 0.99" if 0.995 <= sureness < 1 else f"{sureness:.2f}"  # noqa: PLR2004 - it rounds up


def direction(text: str) -> str:
    """Which way most of the letters run, "ltr" or "rtl": a name in front does not turn a sentence.

    Standard: Unicode UAX #9 (classes of characters), HTML `dir`.
    """
    letters = Counter(map(bidirectional, text))
    return "rtl" if letters["R"] + letters["AL"] > letters["L"] else "ltr"


def machine_date(interval: Interval) -> str | None:
    """The interval as a `datetime` attribute may hold it, else nothing.

    Standard: HTML, "valid date string" and its kin.
    """
    return interval.value if _DATETIME.fullmatch(interval.value) else None


def date_in_words(interval: Interval) -> str:
    """The interval as exact as it is known: "17 to 19 October 2024", "about 2019", "May 2020"."""
    if interval.value == NO_DATE.value:
        return "no date told"
    prefix = _QUALIFIERS.get(interval.value[-1:], "")
    clock = _CLOCK.fullmatch(interval.value)
    return (
        prefix
        + days_in_words(interval.earliest, interval.latest, interval.value)
        + (f", {clock[1]}" if clock else "")
    )


def said_in_words(said_on: Interval, dating: Dating) -> str:
    """The day of saying as exact as it is known; one that no article gives says so."""
    date = date_in_words(said_on)
    return f"{date} (no day is given)" if dating is Dating.STORY else date


def days_in_words(first: date | None, last: date | None, otherwise: str = "not known") -> str:
    """The days from `first` to `last`, both included; an end that is `None` stays open."""
    if first and last:
        return _closed(first, last)
    if first:
        return f"{_day(first)} or later"
    return f"{_day(last)} or earlier" if last else otherwise


def _closed(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if _opens_year(first) and _closes_year(last):
        return _joined(str(first.year), str(last.year))
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return _joined(_month(first, last), _month(last))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(last)}"
    return _joined(f"{first.day} {_month(first, last)}", _day(last))


def _joined(first: str, last: str) -> str:
    return last if last.startswith(first) else f"{first} to {last}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date, until: date | None = None) -> str:
    """Month and year; the year is left out where `until` is of the same year and will tell it."""
    name = _MONTHS[day.month - 1]
    return name if until and until.year == day.year else f"{name} {day.year}"


def _opens_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _closes_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)
