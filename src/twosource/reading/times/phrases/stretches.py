"""Stretches wider than a month: quarters, seasons, years, decades and centuries."""

from datetime import date

from twosource.model import Interval, TimeKind
from twosource.reading import numbers
from twosource.reading.times.meaning import Context, Meaning, Phrase, dated
from twosource.reading.times.periods import Grain, Period, containing, shifted, year_of
from twosource.reading.times.phrases.days import beside_told
from twosource.reading.times.phrases.nearby import near_month, side_of
from twosource.reading.times.phrases.parts import STATED, full_year, spoken_year, why_year, year_in

_CENTURIES = range(1, 31)
_HUNDREDS = range(15, 21)  # "the fifteen-twenties" and later are said so


def season(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the summer of 1998", "last winter", "this spring"."""
    token, stated = phrase.all("season")[0], year_in(phrase, context)
    month = int(token.value)
    if stated is not None:
        start = date(stated, month, 1)
        return dated(Period(Grain.SEASON, start), *why_year(phrase, context))
    found = beside_told(month, phrase, context) or near_month(month, side_of(phrase), context)
    if found is None or found.period is None:
        return None
    return dated(containing(Grain.SEASON, found.period.start), found.reason, found.anchor)


def quarter(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the third quarter of 1984", "the first half of this year", "Q3 2015"."""
    which, grain = _which_part(phrase)
    if which is None or not 1 <= which <= _PARTS[grain]:
        return None
    year = year_in(phrase, context)
    if year is not None:
        first = containing(grain, date(year, 1, 1))
        return dated(shifted(first, which - 1), *why_year(phrase, context))
    if grain is Grain.HALF and not phrase.has("unit", "fiscal"):
        return None  # the first half of a match
    return _near_part(grain, which, context)


def year(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "1989", "early 2011", "the year two thousand", "nineteen ninety-six", "in '98"."""
    token = phrase.first("year", "old_year")
    if token is None and phrase.has("ad"):
        token = phrase.first("number", "day")
    if token is not None:
        return dated(year_of(int(token.text)), STATED)
    if phrase.has("short_year"):
        short = int(phrase.all("short_year")[0].text.strip("'’"))
        return dated(year_of(full_year(short, context)), "the century is that of publication")
    spoken = spoken_year(phrase)
    return None if spoken is None else dated(year_of(spoken), STATED)


def before_christ(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "1200 BC", "the 8th century BC": EDTF counts a year 0, which is 1 BC."""
    token = phrase.first("year", "old_year", "number", "day")
    if token is None:
        rank = numbers.ordinal_value(phrase.all("ordinal")[0].text)
        value = f"-{(rank or 1) - 1:02}XX"
    else:
        value = f"-{int(numbers.digits_value(token.text)) - 1:04}"
    interval = Interval(value, None, None)
    return Meaning(TimeKind.DATE, interval, f"BC{value[1:]}", "before the days that can be counted")


def decade(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the 1990s", "the '80s", "the nineteen-fifties"; but nobody's age: "in his 30s"."""
    word, hundreds = phrase.first("decade_word"), phrase.first("cardinal")
    if word is not None and hundreds is not None and int(hundreds.value) not in _HUNDREDS:
        return None
    if word is not None:
        century = int(hundreds.value) if hundreds else 19
        return _decade_of(100 * century + int(word.value)) if phrase.has("the") else None
    written = phrase.all("decade")[0].text
    digits = "".join(filter(str.isdecimal, written))
    if len(digits) == len("1990"):
        return _century_or_decade(int(digits))
    if context.beside is not None and context.beside.grain is Grain.DECADE:  # "the 1920s and 30s"
        return _decade_of(context.beside.start.year // 100 * 100 + int(digits))
    return _decade_of(1900 + int(digits)) if phrase.has("the") or written[0] in "'’" else None


def century(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the 20th century", "the last century"."""
    ordinal = phrase.first("ordinal")
    if ordinal is not None:
        rank = numbers.ordinal_value(ordinal.text)
        if rank is None or rank not in _CENTURIES or (rank == 1 and not phrase.has("ad")):
            return None  # "the first century of them all"
        return dated(Period(Grain.CENTURY, date(max(1, (rank - 1) * 100), 1, 1)), STATED)
    if context.anchor is None:
        return None
    step = side_of(phrase) or 0
    found = shifted(containing(Grain.CENTURY, context.anchor), step)
    return dated(found, "counted from publication", context.anchor)


_PARTS = {Grain.QUARTER: 4, Grain.HALF: 2}


def _near_part(grain: Grain, which: int, context: Context) -> Meaning | None:
    anchor = context.anchor
    if anchor is None:
        return None
    here = shifted(containing(grain, date(anchor.year, 1, 1)), which - 1)
    if here.start > anchor and not context.forward:
        last = shifted(here, -_PARTS[grain])
        return dated(last, "the last one begun before publication", anchor)
    return dated(here, "in the year of publication", anchor)


def _which_part(phrase: Phrase) -> tuple[int | None, Grain]:
    sign = phrase.first("quarter_sign")
    if sign is not None:
        return int(sign.text[1]), Grain.QUARTER if sign.text[0] == "Q" else Grain.HALF
    grain = Grain.HALF if phrase.has("half") else Grain.QUARTER
    ordinal = phrase.first("ordinal")
    if ordinal is None and grain is Grain.QUARTER and phrase.has("last", "outer"):
        outer = phrase.first("outer")
        named = phrase.has("year", "short_year", "outer")
        return (1 if outer and outer.text.lower() == "opening" else 4) if named else None, grain
    if ordinal is None:
        return (2, grain) if grain is Grain.HALF else (None, grain)
    return numbers.ordinal_value(ordinal.text), grain


_LATELY = 2000  # "the 1800s" are a century, "the 2000s" its first ten years


def _century_or_decade(year: int) -> Meaning:
    if year % 100 or year >= _LATELY:
        return _decade_of(year)
    return dated(containing(Grain.CENTURY, date(year, 1, 1)), STATED)


def _decade_of(year: int) -> Meaning:
    return dated(containing(Grain.DECADE, date(year, 1, 1)), STATED)
