"""Lengths of time, things that come again, and words without a place in the calendar."""

from twosource.model import NO_DATE, Interval
from twosource.reading import numbers
from twosource.reading.times.lexicon import calendar, kind, pattern
from twosource.reading.times.meaning import (
    UNITS,
    Context,
    Meaning,
    Phrase,
    lasting,
    length_code,
    recurring,
    unit_in,
)
from twosource.reading.times.meaning import (
    vague as without_place,
)

_LENGTH = "a length of time, not tied to the calendar"
_AGAIN = "comes again"


def duration(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "two and a half years", "33-day", "at least 30 days", "several months"."""
    units, count = phrase.all(*UNITS), phrase.count
    if count is None or _is_a_fraction(phrase):
        return None
    if phrase.has("a", "long") and units[0].text.lower().endswith("s") and count.value == 1:
        return plural(Phrase((units[0],)), context)  # "a decades-long war"
    return lasting(length_code(str(units[0].value), count.value), _LENGTH)


def compound_length(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "two years and three months", "an hour and 20 minutes"."""
    tie = next(at for at, token in enumerate(phrase.tokens[1:-2], 1) if _is_tie(phrase, at))
    first, second = Phrase(phrase.tokens[:tie]), Phrase(phrase.tokens[tie + 1 :])
    codes = [_own_code(first), _own_code(second)]
    if None in codes:
        return None
    whole, rest = (str(code).removeprefix("P") for code in codes)
    joined = whole + (rest.removeprefix("T") if "T" in whole else rest)
    return lasting(f"P{joined}", _LENGTH)


def _is_tie(phrase: Phrase, at: int) -> bool:
    return phrase.tokens[at].kind == kind("and") and phrase.tokens[at - 1].kind in pattern(_UNITS)


_UNITS = f"<{'|'.join(UNITS)}>"


def _own_code(phrase: Phrase) -> str | None:
    unit, count = unit_in(phrase), phrase.count
    return length_code(str(unit.value), count.value) if unit and count else None


def quarters_of(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "three quarters of an hour", "a quarter of a century"."""
    count = 1 if phrase.tokens[0].kind != kind("cardinal") else int(phrase.tokens[0].value)
    unit = str(phrase.all("unit", "minute", "century")[-1].value)
    smaller = _QUARTERS.get(unit)
    return lasting(length_code(smaller[0], count * smaller[1]), _LENGTH) if smaller else None


# Of what a quarter is how much of a smaller unit.
_QUARTERS = {"hour": ("minute", 15), "century": ("year", 25), "year": ("month", 3)}


def _is_a_fraction(phrase: Phrase) -> bool:
    """As in "a quarter", "three-quarters": mostly of something else than a year."""
    unit = phrase.first("quarter")
    if unit is None:
        return False
    return phrase.has("a") or (phrase.has("hyphen") and unit.text.endswith("s"))


def plural(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "for years", "decades-long", "day-long"."""
    unit = phrase.all(*UNITS)[0]
    if not unit.text.endswith("s"):
        return lasting(length_code(str(unit.value), 1), _LENGTH) if phrase.has("long") else None
    return lasting(length_code(str(unit.value), None), "how many is not said")


def every(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "every day", "each summer", "every two years", "every other week"."""
    part = phrase.first("daypart")
    if part is not None:
        return recurring(f"XXXX-XX-XXT{part.value}", _AGAIN)
    if phrase.has("season"):
        return recurring("P1Y", _AGAIN)
    unit = phrase.all(*UNITS)[0]
    if unit.value == "weekend":
        return recurring(_WEEKEND, _AGAIN)
    return recurring(length_code(str(unit.value), _times(phrase)), _AGAIN)


_WEEKEND = "XXXX-WXX-WE"


def every_name(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "every Friday", "each July"."""
    feast = phrase.first("holiday")
    if feast is not None:
        fixed = calendar().holidays.get(feast.text.lower().replace("’", "'"))
        return recurring(f"XXXX-{fixed[0]:02}-{fixed[1]:02}" if fixed else "P1Y", _AGAIN)
    month = phrase.first("month", "loose_month")
    if month is not None:
        return recurring(f"XXXX-{month.value:02}", _AGAIN)
    part = phrase.first("daypart")
    code = f"T{part.value}" if part else ""
    return recurring(f"XXXX-WXX-{phrase.all('weekday', 'loose_weekday')[0].value}{code}", _AGAIN)


def weekends(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "at weekends"."""
    return recurring(_WEEKEND, _AGAIN) if phrase.tokens[0].text.lower().endswith("s") else None


def every_nth(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "the third Thursday of each month": how often, which TIMEX3 can say, and no more."""
    return recurring(length_code(str(phrase.all(*UNITS)[0].value), 1), _AGAIN)


def weekdays(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "Fridays", "Tuesday nights"."""
    day = phrase.all("weekdays", "weekday", "loose_weekday")[0]
    part = phrase.first("dayparts", "daypart")
    code = f"T{part.value}" if part else ""
    return recurring(f"XXXX-WXX-{day.value}{code}", _AGAIN)


def adverb(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "daily", "annually"."""
    return recurring(calendar().recurring[phrase.tokens[0].text.lower()], _AGAIN)


def vague(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "now", "recently", "soon", "the past", "the future"."""
    code = _vague_code(phrase)
    day = context.anchor
    if code == "FUTURE_REF" and phrase.has("vague") and not context.forward:
        return None  # "he was soon released"
    if day is None:
        return without_place(code, NO_DATE, "publication is not dated")
    now = day.isoformat()
    interval = {
        "PRESENT_REF": Interval(now, day, day),
        "PAST_REF": Interval(f"../{now}", None, day),
        "FUTURE_REF": Interval(f"{now}/..", day, None),
    }[code]
    return without_place(code, interval, "seen from publication", day)


def _vague_code(phrase: Phrase) -> str:
    if phrase.has("future"):
        return "FUTURE_REF"
    if phrase.has("past"):
        return "PAST_REF"
    if phrase.has("present"):
        return "PRESENT_REF"
    return str(phrase.all("vague")[0].value)


def _times(phrase: Phrase) -> float | None:
    if phrase.has("further"):
        return 2
    ordinal = phrase.first("ordinal")
    if ordinal is not None:
        return numbers.ordinal_value(ordinal.text)
    count = phrase.count
    return count.value if count else 1
