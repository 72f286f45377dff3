"""Dates of other calendars written in English: "22 Bahman 1398", "15 Ramadan", "Eid al-Fitr".

The Iranian calendar is exact. The Islamic one is counted by the tables of Umm al-Qura, and a month
begins where the moon is seen: its dates keep a day of width on either side. Both are computed by
libraries (persiantools, hijridate); what these do not cover is left out: Islamic dates before 1924.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from twosource.model import Interval, TimeKind
from twosource.reading.times.lexicon import calendar
from twosource.reading.times.meaning import Context, Meaning, Phrase, dated
from twosource.reading.times.periods import Grain, Period
from twosource.reading.times.phrases.nearby import nearest, side_of
from twosource.reading.times.phrases.parts import day_in

_FIRST_GREGORIAN = 1600  # no year of the other calendars in news is later, no Gregorian one earlier
_A_DAY = timedelta(days=1)
_MONTHS = 12
_NAME = {"iranian": "the Iranian calendar", "islamic": "the Islamic calendar"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day or month of another calendar, by its first and last Gregorian day."""

    first: date
    last: date


def other_date(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "22 Bahman 1398", "15 Ramadan", "Ramadan 2020", "in Ramadan"."""
    token = phrase.all("iranian", "islamic")[0]
    which = "iranian" if phrase.has("iranian") else "islamic"
    name = token.text.lower().replace("’", "'")
    months = calendar().iranian_months if which == "iranian" else calendar().islamic_months
    month = next(number for number, forms in months.items() if name in forms)
    return _placed(which, month, day_in(phrase), _year(phrase, context.anchor), context)


def other_feast(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Eid al-Fitr", "Nowruz 2020"."""
    name = phrase.all("other_feast")[0].text.lower().replace("’", "'")
    which = "iranian" if name in calendar().iranian_feasts else "islamic"
    feasts = calendar().iranian_feasts if which == "iranian" else calendar().islamic_feasts
    return _placed(which, *feasts[name], _year(phrase, context.anchor), context)


def _year(phrase: Phrase, anchor: date | None) -> int | None:
    token = phrase.first("year", "old_year")
    if token is None and phrase.has("unit") and anchor is not None:
        return anchor.year + (side_of(Phrase(phrase.tokens[-2:])) or 0)  # "Nowruz last year"
    return int(token.text) if token else None


def _placed(
    which: str, month: int, day: int | None, year: int | None, context: Context
) -> Meaning | None:
    """The one stretch that is meant: of the year said, or the nearest to publication."""
    if year is not None and year < _FIRST_GREGORIAN:
        return _meaning(which, _stretch(which, year, month, day), f"stated in {_NAME[which]}")
    if year is not None:
        found = [one for one in _about(which, year, month, day) if one.first.year == year]
        only = found[0] if len(found) == 1 else None
        return _meaning(which, only, f"in {_NAME[which]}, of the year that is said")
    if context.anchor is None:
        return None
    near = {one.first: one for one in _about(which, context.anchor.year, month, day)}
    if not near:
        return None
    first = nearest(list(near), context.anchor, context)
    return _meaning(which, near[first], f"in {_NAME[which]}, the nearest", context.anchor)


def _meaning(
    which: str, found: Stretch | None, reason: str, anchor: date | None = None
) -> Meaning | None:
    if found is None:
        return None
    if which == "iranian" and found.first == found.last:
        return dated(Period(Grain.DAY, found.first), reason, anchor)
    if which == "islamic":
        found = Stretch(found.first - _A_DAY, found.last + _A_DAY)
        reason += "; a day more or less, as the moon is seen"
    value = f"{found.first.isoformat()}/{found.last.isoformat()}"
    interval = Interval(value, found.first, found.last)
    return Meaning(TimeKind.DATE, interval, value, reason, anchor)


def _about(which: str, gregorian: int, month: int, day: int | None) -> Iterator[Stretch]:
    """A day or month in each year of the other calendar around a Gregorian year."""
    near = gregorian - 621 if which == "iranian" else (gregorian - 622) * 33 // 32
    for year in range(near - 2, near + 4):
        if found := _stretch(which, year, month, day):
            yield found


def _stretch(which: str, year: int, month: int, day: int | None) -> Stretch | None:
    """A day, or where no day is said a month; `None` where the calendar or its table has none."""
    try:
        if day is not None:
            there = _gregorian(which, year, month, day)
            return Stretch(there, there)
        following = (year, month + 1) if month < _MONTHS else (year + 1, 1)
        last = _gregorian(which, *following, 1) - _A_DAY
        return Stretch(_gregorian(which, year, month, 1), last)
    except (ValueError, OverflowError):
        return None


def _gregorian(which: str, year: int, month: int, day: int) -> date:
    if which == "iranian":
        there: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
        return there
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)  # the library has a class of its own
