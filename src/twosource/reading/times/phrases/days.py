"""Days and months that a phrase names: "January 3, 2020", "the week of March 6", "last May"."""

import re
from datetime import date, timedelta

from twosource.model import TimeKind
from twosource.reading import numbers
from twosource.reading.times.lexicon import calendar, pattern
from twosource.reading.times.meaning import FROM_TOLD, Context, Meaning, Phrase, dated
from twosource.reading.times.periods import (
    Grain,
    Period,
    containing,
    day_in_month,
    hull,
    month_of,
    nth_weekday,
    shifted,
    year_of,
)
from twosource.reading.times.phrases.nearby import near_day, near_month, side_of
from twosource.reading.times.phrases.parts import (
    STATED,
    day_in,
    full_year,
    month_in,
    why_year,
    year_in,
)


def iso(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "2013-03-22"."""
    year, month, day = map(int, re.split(r"\D", phrase.tokens[0].text))
    found = day_in_month(year, month, day) if year else None
    return dated(found, STATED) if found else None


def slashed(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "22/03/2013" and "3/22/13"; both days bound it where day and month could swap."""
    first, second, last = map(int, re.split(r"\D", phrase.tokens[0].text))
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
    return _known_by_its_day(month, day, context) or near_day(month, day, context)


def _known_by_its_day(month: int, day: int, context: Context) -> Meaning | None:
    """As in "the September 11 attacks": a day of history, of which nobody says the year."""
    known = calendar().days_of_history.get(f"{month:02}-{day:02}")
    if known is None or context.behind not in known.behind:
        return None
    found = Period(Grain.DAY, date(known.year, month, day))
    past = context.anchor is None or found.start <= context.anchor
    return dated(found, "the year is known by what happened") if past else None


def day_span(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "3 to 5 January 2020", "the 3rd, 4th and 5th of May"."""
    last = max(at for at, token in enumerate(phrase.tokens) if token.kind in pattern(_TIES))
    first, end = _first_day(phrase), month_day(Phrase(phrase.tokens[last:]), context)
    if end is not None and end.period is None:
        return end  # the year is not known
    if end is None or end.period is None or not 0 < first < end.period.start.day:
        return None
    begin = Period(Grain.DAY, end.period.start.replace(day=first))
    interval = hull(begin.interval, end.interval)
    timex = f"{begin.timex}/{end.timex}"
    return Meaning(TimeKind.DATE, interval, timex, end.reason, end.anchor, end.period)


_TIES = "<to|dash|hyphen|and>"


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


def nth_weekday_of(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the first Monday in September 2020", "the last Friday of May"."""
    month, which = _month_meant(phrase, context), _which(phrase)
    if month is None or month.period is None or which is None:
        return None
    weekday = int(phrase.all("weekday", "loose_weekday")[0].value)
    start = month.period.start
    try:
        found = nth_weekday(start.year, start.month, weekday, which)
    except IndexError:  # there is no fifth
        return None
    return dated(found, month.reason, month.anchor)


def nth_part(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the second week of March", "the last day of 2019", "the final weekend of May".

    The weeks of a month are counted from its first day, the last from its last. "The first days"
    have no sharp end, and stay as wide as the month or year.
    """
    whole, which = _whole(phrase, context), _which(phrase)
    if whole is None or whole.period is None or which is None:
        return None
    unit = phrase.all("unit", "weekend")[0]
    if unit.text.lower().endswith("s"):
        return whole
    ends = _nth_stretch(whole.period, str(unit.value), which)
    if ends is None:
        return None
    interval = hull(*(Period(Grain.DAY, day).interval for day in ends))
    return Meaning(TimeKind.DATE, interval, interval.value, whole.reason, whole.anchor)


def half_month(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the second half of May": from its 16th day on."""
    month = _month_meant(phrase, context)
    first_half = phrase.has("ordinal") and _which(phrase) == 1
    if (
        month is None
        or month.period is None
        or not (phrase.has("latter") or _which(phrase) in (1, 2))
    ):
        return None
    start, middle = month.period.start, month.period.start + timedelta(days=_HALF_MONTH)
    ends = (start, middle - timedelta(days=1)) if first_half else (middle, month.period.end)
    interval = hull(*(Period(Grain.DAY, day).interval for day in ends))
    return Meaning(TimeKind.DATE, interval, interval.value, month.reason, month.anchor)


_HALF_MONTH = 15


def _nth_stretch(whole: Period, unit: str, which: int) -> tuple[date, date] | None:
    """The first and last day of the nth day, week or weekend of a period."""
    size = {"day": 1, "week": 7, "weekend": 7}.get(unit)
    if size is None:
        return None
    first = whole.end - timedelta(days=size - 1)
    if which > 0:
        first = whole.start + timedelta(days=size * (which - 1))
    last = first + timedelta(days=size - 1)
    if not whole.start <= first <= last <= whole.end:
        return None
    if unit == "weekend":
        saturday = first + timedelta(days=(5 - first.weekday()) % 7)
        return saturday, saturday + timedelta(days=1)
    return first, last


def _whole(phrase: Phrase, context: Context) -> Meaning | None:
    """The month or year that a part is taken of."""
    year = phrase.first("year")
    if month_in(phrase) is None and year is not None:
        return dated(year_of(int(year.text)), STATED)
    units, side = phrase.all("unit"), side_of(Phrase(phrase.tokens[-2:]))
    if month_in(phrase) is None and units[-1].value == "year":
        if context.anchor is None or side is None or len(units) == 1:
            return None
        there = shifted(containing(Grain.YEAR, context.anchor), side)
        return dated(there, "the year is counted from publication", context.anchor)
    return _month_meant(phrase, context)


def day_of_month(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the 20th of last month", or "on the 3rd", of the month that the sentence points to."""
    day, anchor = day_in(phrase), context.anchor
    spelled = not phrase.all("day", "ordinal")[0].text[0].isdecimal()
    if day is None or anchor is None or (spelled and not phrase.has("unit")):
        return None
    side = side_of(phrase)
    if phrase.has("unit"):
        if phrase.all("unit")[0].value != "month":
            return None
        month = shifted(containing(Grain.MONTH, anchor), side or 0).start
        found = day_in_month(month.year, month.month, day)
        return dated(found, "the month is counted from publication", anchor) if found else None
    near = (shifted(containing(Grain.MONTH, anchor), step).start for step in (-1, 0, 1))
    days = [found for m in near if (found := day_in_month(m.year, m.month, day))]
    behind = [one for one in days if (one.start <= anchor) is not bool(context.forward)]
    if not behind:
        return None
    found = min(behind, key=lambda one: abs(one.start - anchor))
    return dated(found, "the nearest that the sentence points to", anchor)


def _which(phrase: Phrase) -> int | None:
    """The rank said first: 2 for "second", -1 for "last"."""
    ordinal = phrase.first("ordinal")
    if ordinal is not None:
        return numbers.ordinal_value(ordinal.text)
    outer = phrase.first("outer")
    return 1 if outer and outer.text.lower() == "opening" else -1


def _month_meant(phrase: Phrase, context: Context) -> Meaning | None:
    month, year = month_in(phrase), year_in(phrase, context)
    if month is not None and year is not None:
        return dated(month_of(year, month), *why_year(phrase, context))
    if month is not None:
        return near_month(month, None, context)
    side = side_of(Phrase(phrase.tokens[-2:]))
    if context.anchor is None or phrase.all("unit")[-1].value != "month":
        return None
    there = shifted(containing(Grain.MONTH, context.anchor), side or 0)
    return dated(there, "the month is counted from publication", context.anchor)


def day_tail(phrase: Phrase, context: Context) -> Meaning | None:
    """The "5" of "January 3-5", and the "4" of "January 3, 4 and 5"."""
    told, day = context.told, day_in(phrase)
    tied = context.joined or context.in_apposition
    if told is None or day is None or told.grain is not Grain.DAY or not tied:
        return None
    if day <= told.start.day:
        return None  # "on 7 May, 3 and 4"
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
    if found is not None and (told := beside_told(found, phrase, context)) is not None:
        return told
    return None if found is None else near_month(found, side_of(phrase), context)


def beside_told(month: int, phrase: Phrase, context: Context) -> Meaning | None:
    """As in "that October", "the following March", "the previous May": from what was told."""
    if context.told is None or not phrase.has("that", "same", "following", "previous"):
        return None
    told = context.told.start
    later = month > told.month or (month == told.month and not phrase.has("following"))
    year = told.year
    if phrase.has("following"):
        year += 0 if later else 1
    elif phrase.has("previous"):
        year -= 0 if month < told.month else 1
    return dated(month_of(year, month), FROM_TOLD, told)
