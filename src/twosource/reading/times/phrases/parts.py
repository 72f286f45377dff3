"""The numbers a phrase gives of its date: which day, which month, which year."""

from datetime import date

from twosource.reading import numbers
from twosource.reading.times.meaning import Context, Phrase
from twosource.reading.times.phrases.nearby import side_of
from twosource.reading.times.tokens import Token

STATED = "stated in full"
_LAST_DAY = 31
_TWO_DIGITS = 100
_SPOKEN_YEARS = range(1100, 2100)
_PIVOT = 69  # as in POSIX: without a publication to go by, '69 is 1969 and '68 is 2068
_AHEAD = 10  # years a date of two digits may lie after publication


def month_in(phrase: Phrase) -> int | None:
    """The month, 1 to 12."""
    token = phrase.first("month", "loose_month")
    return None if token is None else int(token.value)


def day_in(phrase: Phrase) -> int | None:
    """The day of the month."""
    token = phrase.first("day", "ordinal")
    if token is None:
        return None
    value = numbers.ordinal_value(token.text) if not token.text.isdecimal() else int(token.text)
    return value if value is not None and 1 <= value <= _LAST_DAY else None


def year_in(phrase: Phrase, context: Context) -> int | None:
    """The year, said outright, in two digits, or counted: "last year"."""
    token = phrase.first("year")
    if token is not None:
        return int(token.text)
    short = phrase.first("short_year") or _dashed_year(phrase)
    if short is not None:
        return full_year(int(short.text.strip("'’")), context)
    if phrase.has("cardinal"):
        return spoken_year(phrase)
    if phrase.has("unit") and phrase.all("unit")[0].value == "year":
        return _deictic_year(phrase, context)
    return None


def spoken_year(phrase: Phrase) -> int | None:
    """A year in words: "nineteen ninety-six", "two thousand and two"; `None` for "two hundred"."""
    count = phrase.count
    if count is None or count.value not in _SPOKEN_YEARS:
        return None
    return int(count.value or 0)


def why_year(phrase: Phrase, context: Context) -> tuple[str, date | None]:
    """The reason to give for a year, and what it was counted from."""
    if phrase.has("year", "short_year", "cardinal"):
        return STATED, None
    return "the year is counted from publication", context.anchor


def full_year(short: int, context: Context) -> int:
    """Two digits of a year as four: in the century of publication, unless far ahead of it."""
    if context.anchor is None:
        return short + (1900 if short >= _PIVOT else 2000)
    now = context.anchor.year
    year = now // _TWO_DIGITS * _TWO_DIGITS + short
    return year - _TWO_DIGITS if year > now + _AHEAD else year


def _dashed_year(phrase: Phrase) -> Token | None:
    hyphens = [at for at, token in enumerate(phrase.tokens) if token.text == "-"]
    return phrase.tokens[-1] if len(hyphens) == 2 and len(phrase.tokens) == 5 else None  # noqa: PLR2004


def _deictic_year(phrase: Phrase, context: Context) -> int | None:
    if phrase.has("that", "same", "following") and context.told is not None:
        return context.told.start.year + (1 if phrase.has("following") else 0)
    if context.anchor is None:
        return None
    return context.anchor.year + (side_of(phrase) or 0)
