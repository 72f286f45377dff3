"""Days and months that a phrase names: "January 3, 2020", "the week of March 6", "last May"."""

from datetime import date, timedelta

from twosource.model import TimeKind
from twosource.reading.times.lexicon import calendar
from twosource.reading.times.meaning import Context, Meaning, Phrase, dated
from twosource.reading.times.nearby import near_day, near_month, side_of
from twosource.reading.times.parts import STATED, day_in, full_year, month_in, why_year, year_in
from twosource.reading.times.periods import (
    Grain,
    Period,
    containing,
    day_in_month,
    easter,
    hull,
    month_of,
    nth_weekday,
    year_of,
)


def iso(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "2013-03-22"."""
    year, month, day = (int(part) for part in phrase.tokens[0].text.split("-"))
    found = day_in_month(year, month, day) if year else None
    return dated(found, STATED) if found else None


def slashed(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "22/03/2013" and "3/22/13"; both days bound it where day and month could swap."""
    first, second, last = (int(part) for part in phrase.tokens[0].text.replace(".", "/").split("/"))
    year = full_year(last, context) if last < 100 else last  # noqa: PLR2004
    days = {day_in_month(year, month, day) for day, month in ((first, second), (second, first))}
    found = sorted((day for day in days if day), key=lambda day: day.start)
    if not found:
        return None
    if len(found) == 1:
        return dated(found[0], STATED)
    interval = hull(found[0].interval, found[1].interval)
    reason = "day and month could change places, so both readings bound it"
    return Meaning(TimeKind.DATE, interval, found[0].timex, reason)


def month_day(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Friday, Jan. 3", "3 January 2020", "the third of May last year", "19-Nov-12"."""
    month, day = month_in(phrase), day_in(phrase)
    if day is None or month is None:
        return None
    year = year_in(phrase, context)
    if year is not None:
        found = day_in_month(year, month, day)
        return dated(found, *why_year(phrase, context)) if found else None
    return near_day(month, day, context)


def day_span(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "3 to 5 January 2020", "the 3rd and 4th of May"."""
    first, end = _first_day(phrase), month_day(Phrase(phrase.tokens[1:]), context)
    if end is None or end.period is None or not 0 < first < end.period.start.day:
        return None
    begin = Period(Grain.DAY, end.period.start.replace(day=first))
    interval = hull(begin.interval, end.interval)
    timex = f"{begin.timex}/{end.timex}"
    return Meaning(TimeKind.DATE, interval, timex, end.reason, end.anchor, end.period)


def _first_day(phrase: Phrase) -> int:
    digits = "".join(filter(str.isdecimal, phrase.all("day", "ordinal")[0].text))
    return int(digits or 0)


def week_of(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the week of March 6"."""
    found = month_day(phrase, context)
    if found is None or found.period is None or phrase.all("unit")[0].value != "week":
        return None
    return dated(containing(Grain.WEEK, found.period.start), found.reason, found.anchor)


def weekday_day(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Monday the 26th": in the month told of, or of publication, if the weekday fits."""
    day, anchor = day_in(phrase), context.told.start if context.told else context.anchor
    if day is None or anchor is None:
        return None
    found = day_in_month(anchor.year, anchor.month, day)
    weekday = phrase.all("weekday")[0].value
    if found is None or found.start.isoweekday() != weekday:
        return None
    return dated(found, "the weekday fits that day of the month", anchor)


def day_tail(phrase: Phrase, context: Context) -> Meaning | None:
    """The "5" of "January 3-5"."""
    told, day = context.told, day_in(phrase)
    if told is None or day is None or told.grain is not Grain.DAY or not context.joined:
        return None
    year = year_in(phrase, context) or told.start.year
    found = day_in_month(year, told.start.month, day)
    return dated(found, "same month as the day before it") if found else None


def year_tail(phrase: Phrase, context: Context) -> Meaning | None:
    """The "58" of "1957-58"."""
    told, text = context.told, phrase.tokens[-1].text
    if told is None or told.grain is not Grain.YEAR or len(text) != 2 or not context.joined:  # noqa: PLR2004
        return None
    year = told.start.year // 100 * 100 + int(text)
    return dated(year_of(year), "the year that ends the range") if year > told.start.year else None


def month_year(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "June 2018", "June of last year"."""
    month, year = month_in(phrase), year_in(phrase, context)
    if month is None or year is None:
        return None
    return dated(month_of(year, month), *why_year(phrase, context))


def month(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "last May", "this September", "in January"."""
    found = month_in(phrase)
    if found is not None and phrase.has("that", "same") and context.told is not None:
        return dated(month_of(context.told.start.year, found), "of the year told of before")
    return None if found is None else near_month(found, side_of(phrase), context)


def holiday(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Christmas 2019", "last Easter", "Thanksgiving"."""
    name = phrase.all("holiday")[0].text.lower().replace("’", "'")
    found = _dated_feast(name, year_in(phrase, context), context.anchor)
    if found is None or found.period is None or not phrase.has("unit", "weekend"):
        return found
    return dated(containing(Grain.WEEK, found.period.start), found.reason, found.anchor)


def _dated_feast(name: str, year: int | None, anchor: date | None) -> Meaning | None:
    if year is not None:
        return dated(Period(Grain.DAY, _feast(name, year)), STATED)
    if anchor is None:
        return None
    days = [_feast(name, anchor.year + step) for step in (-1, 0, 1)]
    nearest = min(days, key=lambda day: abs(day - anchor))
    return dated(Period(Grain.DAY, nearest), "the nearest to publication", anchor)


def _feast(name: str, year: int) -> date:
    words = calendar()
    if name in words.holidays:
        return date(year, *words.holidays[name])
    if name in words.moving_holidays:
        month, weekday, which = words.moving_holidays[name]
        return nth_weekday(year, month, weekday, which).start
    return easter(year) + timedelta(days=words.easter_holidays[name])
