"""Phrases that say their date outright: "January 3, 2020", "the third quarter of 1984"."""

from datetime import date, timedelta

from twosource.model import TimeKind
from twosource.reading import numbers
from twosource.reading.times.lexicon import calendar
from twosource.reading.times.meaning import Context, Meaning, Phrase, dated
from twosource.reading.times.nearby import near_day, near_month, side_of
from twosource.reading.times.periods import (
    Grain,
    Period,
    containing,
    day_in_month,
    easter,
    hull,
    month_of,
    nth_weekday,
    shifted,
    year_of,
)
from twosource.reading.times.tokens import Token

_STATED = "stated in full"
_PIVOT = 70  # two digits up to this far below a century's end belong to the last one: '69 is 2069


def iso(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "2013-03-22"."""
    year, month, day = (int(part) for part in phrase.tokens[0].text.split("-"))
    found = day_in_month(year, month, day) if year else None
    return dated(found, _STATED) if found else None


def slashed(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "22/03/2013" and "3/22/13"; both days bound it where day and month could swap."""
    first, second, last = (int(part) for part in phrase.tokens[0].text.replace(".", "/").split("/"))
    year = _full_year(last, context) if last < 100 else last  # noqa: PLR2004
    days = {day_in_month(year, month, day) for day, month in ((first, second), (second, first))}
    found = sorted((day for day in days if day), key=lambda day: day.start)
    if not found:
        return None
    if len(found) == 1:
        return dated(found[0], _STATED)
    interval = hull(found[0].interval, found[1].interval)
    reason = "day and month could change places, so both readings bound it"
    return Meaning(TimeKind.DATE, interval, found[0].timex, reason)


def month_day(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Friday, Jan. 3", "3 January 2020", "the third of May last year", "19-Nov-12"."""
    month, day = _month_in(phrase), _day_in(phrase)
    if day is None or month is None:
        return None
    year = _year_in(phrase, context)
    if year is not None:
        found = day_in_month(year, month, day)
        return dated(found, *_why_year(phrase, context)) if found else None
    return near_day(month, day, context)


def day_span(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "3 to 5 January 2020", "the 3rd and 4th of May"."""
    first, last = (int("".join(filter(str.isdecimal, one.text)) or 0) for one in _two_days(phrase))
    whole = Phrase(phrase.tokens[1:])
    end = month_day(whole, context)
    if end is None or end.period is None or not 0 < first < last:
        return None
    begin = Period(Grain.DAY, end.period.start.replace(day=first))
    interval = hull(begin.interval, end.interval)
    timex = f"{begin.timex}/{end.timex}"
    return Meaning(TimeKind.DATE, interval, timex, end.reason, end.anchor, end.period)


def _two_days(phrase: Phrase) -> tuple[Token, Token]:
    first, second, *_ = phrase.all("day", "ordinal")
    return first, second


def week_of(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the week of March 6"."""
    found = month_day(phrase, context)
    if found is None or found.period is None or phrase.all("unit")[0].value != "week":
        return None
    return dated(containing(Grain.WEEK, found.period.start), found.reason, found.anchor)


def weekday_day(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Monday the 26th": in the month told of, or of publication, if the weekday fits."""
    day, anchor = _day_in(phrase), context.told.start if context.told else context.anchor
    if day is None or anchor is None:
        return None
    found = day_in_month(anchor.year, anchor.month, day)
    weekday = phrase.all("weekday")[0].value
    if found is None or found.start.isoweekday() != weekday:
        return None
    return dated(found, "the weekday fits that day of the month", anchor)


def day_tail(phrase: Phrase, context: Context) -> Meaning | None:
    """The "5" of "January 3-5"."""
    told, day = context.told, _day_in(phrase)
    if told is None or day is None or told.grain is not Grain.DAY or not context.joined:
        return None
    year = _year_in(phrase, context) or told.start.year
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
    month, year = _month_in(phrase), _year_in(phrase, context)
    if month is None or year is None:
        return None
    return dated(month_of(year, month), *_why_year(phrase, context))


def month(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "last May", "this September", "in January"."""
    found = _month_in(phrase)
    if found is not None and phrase.has("that", "same") and context.told is not None:
        return dated(month_of(context.told.start.year, found), "of the year told of before")
    return None if found is None else near_month(found, side_of(phrase), context)


def holiday(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "Christmas 2019", "last Easter", "Thanksgiving"."""
    stated = _year_in(phrase, context)
    name = phrase.all("holiday")[0].text.lower().replace("’", "'")
    if stated is not None:
        found = dated(Period(Grain.DAY, _feast(name, stated)), _STATED)
    elif context.anchor is None:
        return None
    else:
        day = min(
            (_feast(name, context.anchor.year + step) for step in (-1, 0, 1)),
            key=lambda day: abs(day - context.anchor) if context.anchor else timedelta(),
        )
        found = dated(Period(Grain.DAY, day), "the nearest to publication", context.anchor)
    if phrase.has("unit") and found.period:
        return dated(containing(Grain.WEEK, found.period.start), found.reason, found.anchor)
    return found


def quarter(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the third quarter of 1984", "the first half of this year", "Q3 2015"."""
    which, grain = _which_part(phrase)
    if which is None:
        return None
    parts = 4 if grain is Grain.QUARTER else 2
    year = _year_in(phrase, context)
    if year is not None and 1 <= which <= parts:
        first = containing(grain, date(year, 1, 1))
        return dated(shifted(first, which - 1), *_why_year(phrase, context))
    if context.anchor is None or not 1 <= which <= parts:
        return None
    if grain is Grain.HALF and not phrase.has("unit", "fiscal"):
        return None
    return _near_part(grain, which, context)


def year(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "1989", "early 2011", "the year two thousand", "nineteen ninety-six", "fiscal 1989"."""
    token = phrase.first("year", "old_year")
    if token is None:
        count = phrase.count
        if count is None or count.value is None or count.value not in range(1100, 2100):
            return None
        return dated(year_of(int(count.value)), _STATED)
    return dated(year_of(int(token.text)), _STATED)


def decade(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "the 1990s", "the '80s", "the late sixties"."""
    word = phrase.first("decade_word")
    if word is not None:
        start = 1900 + int(word.value)
        return _decade_of(start) if phrase.has("the") else None
    written = phrase.all("decade")[0].text
    if written[0].isdecimal() and len(written) < len("1990s") and not phrase.has("the"):
        return None  # somebody "in his 30s"
    digits = "".join(filter(str.isdecimal, written))
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)  # noqa: PLR2004
    return _decade_of(start)


def century(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the 20th century", "the last century"."""
    ordinal = phrase.first("ordinal")
    if ordinal is not None:
        rank = numbers.ordinal_value(ordinal.text)
        if rank is None or not 2 <= rank <= 30:  # noqa: PLR2004  (years 100 to 2999)
            return None
        return dated(Period(Grain.CENTURY, date((rank - 1) * 100, 1, 1)), _STATED)
    if context.anchor is None:
        return None
    step = side_of(phrase) or 0
    found = shifted(containing(Grain.CENTURY, context.anchor), step)
    return dated(found, "counted from publication", context.anchor)


def season(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the summer of 1998", "last winter", "this spring"."""
    token, stated = phrase.all("season")[0], _year_in(phrase, context)
    month = int(token.value)
    if stated is not None:
        start = date(stated, month, 1)
        return dated(Period(Grain.SEASON, start), _STATED)
    found = near_month(month, side_of(phrase), context)
    if found is None or found.period is None:
        return None
    return dated(containing(Grain.SEASON, found.period.start), found.reason, found.anchor)


def _decade_of(year: int) -> Meaning:
    return dated(containing(Grain.DECADE, date(year, 1, 1)), _STATED)


def _which_part(phrase: Phrase) -> tuple[int | None, Grain]:
    sign = phrase.first("quarter_sign")
    if sign is not None:
        return int(sign.text[1]), Grain.QUARTER if sign.text[0] == "Q" else Grain.HALF
    grain = Grain.HALF if phrase.has("half") else Grain.QUARTER
    ordinal = phrase.first("ordinal")
    if ordinal is None:
        return (2, grain) if grain is Grain.HALF else (None, grain)
    return numbers.ordinal_value(ordinal.text), grain


def _near_part(grain: Grain, which: int, context: Context) -> Meaning | None:
    anchor = context.anchor
    if anchor is None:
        return None
    if (
        context.told is not None
        and context.told.grain is Grain.YEAR
        and context.told.start.year == anchor.year
    ):
        anchor = max(anchor, context.told.start)
    first = containing(grain, date(anchor.year, 1, 1))
    here = shifted(first, which - 1)
    if here.start > anchor and not context.forward:
        here = shifted(here, -4 if grain is Grain.QUARTER else -2)
        return dated(here, "the last one begun before publication", context.anchor)
    return dated(here, "in the year of publication", context.anchor)


def _month_in(phrase: Phrase) -> int | None:
    token = phrase.first("month", "loose_month")
    return None if token is None else int(token.value)


def _day_in(phrase: Phrase) -> int | None:
    token = phrase.first("day", "ordinal")
    if token is None:
        return None
    value = numbers.ordinal_value(token.text) if not token.text.isdecimal() else int(token.text)
    return value if value is not None and 1 <= value <= 31 else None  # noqa: PLR2004


def _year_in(phrase: Phrase, context: Context) -> int | None:
    token = phrase.first("year")
    if token is not None:
        return int(token.text)
    short = phrase.first("short_year") or _dashed_year(phrase)
    if short is not None:
        return _full_year(int(short.text.strip("'’")), context)
    if phrase.has("unit") and phrase.all("unit")[0].value == "year":
        return _deictic_year(phrase, context)
    return None


def _dashed_year(phrase: Phrase) -> Token | None:
    hyphens = [at for at, token in enumerate(phrase.tokens) if token.text == "-"]
    return phrase.tokens[-1] if len(hyphens) == 2 and len(phrase.tokens) == 5 else None  # noqa: PLR2004


def _deictic_year(phrase: Phrase, context: Context) -> int | None:
    if phrase.has("that", "same", "following") and context.told is not None:
        return context.told.start.year + (1 if phrase.has("following") else 0)
    if context.anchor is None:
        return None
    return context.anchor.year + (side_of(phrase) or 0)


def _full_year(short: int, context: Context) -> int:
    """Two digits of a year as four: the one nearest to publication, not over 30 years ahead."""
    now = context.anchor.year if context.anchor else 2000 + _PIVOT - 30
    year = now // 100 * 100 + short
    return year - 100 if year > now + 30 else year


def _why_year(phrase: Phrase, context: Context) -> tuple[str, date | None]:
    if phrase.has("year", "short_year"):
        return _STATED, None
    return "the year is counted from publication", context.anchor


def _feast(name: str, year: int) -> date:
    words = calendar()
    if name in words.holidays:
        return date(year, *words.holidays[name])
    if name in words.moving_holidays:
        month, weekday, which = words.moving_holidays[name]
        return nth_weekday(year, month, weekday, which).start
    return easter(year) + timedelta(days=words.easter_holidays[name])
