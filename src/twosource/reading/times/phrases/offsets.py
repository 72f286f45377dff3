"""Phrases that count units of time, from publication or a date told before: "two weeks ago"."""

from dataclasses import replace
from datetime import date, timedelta

from twosource.model import TimeKind
from twosource.reading import numbers
from twosource.reading.times.lexicon import pattern
from twosource.reading.times.meaning import (
    FROM_PUBLICATION,
    FROM_TOLD,
    GRAINS,
    Context,
    Meaning,
    Phrase,
    dated,
    lasting,
    length_code,
    stepping,
    timed,
    unit_in,
)
from twosource.reading.times.periods import (
    Grain,
    Period,
    containing,
    hull,
    is_wider,
    shifted,
)
from twosource.reading.times.phrases.daynames import relday, weekday
from twosource.reading.times.phrases.lengths import duration
from twosource.reading.times.phrases.nearby import near_weekday, side_of


def offset(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "two weeks ago", "a year earlier", "three days later", "a week from now"."""
    unit, count = unit_in(phrase), phrase.count
    if unit is None or unit.value not in GRAINS:
        return _short_offset(phrase)
    if count is None or count.value is None:
        code = length_code(str(unit.value), None)
        return lasting(code, "how many is not said")
    return _counted_from(phrase, str(unit.value), count.value, context)


def offset_day(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "a week ago today", "two weeks from Friday", "a week on Tuesday", "Friday week"."""
    unit, count = str(phrase.all("unit")[0].value), phrase.count
    to_come = not phrase.has("ago", "from")
    named = _day_named(phrase, context, to_come=to_come)
    if named is None or named.period is None or unit not in GRAINS:
        return None
    if to_come and unit == "day":
        return named  # "it lasted two days on Friday"
    steps = (count.value or 0 if count else 1) * (-1 if phrase.has("ago") else 1)
    there = _stepped_day(named.period.start, *stepping(unit, steps))
    if there is None:
        return None
    return dated(Period(Grain.DAY, there), "counted from the day named", context.anchor)


def offset_this(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "ten years ago this month"."""
    counted, width = (str(token.value) for token in phrase.all("unit"))
    count = phrase.count
    if {counted, width} - GRAINS.keys() or not count or count.value is None or not context.anchor:
        return None
    there = _stepped_day(context.anchor, GRAINS[counted], -count.value)
    if there is None:
        return None
    return dated(containing(GRAINS[width], there), FROM_PUBLICATION, context.anchor)


def this_day(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "this day last year", "this time last year", "on this day in 1904"."""
    anchor, year = context.anchor, phrase.first("year")
    first, last = phrase.tokens[1], phrase.tokens[-1]
    if anchor is None or first.text.lower() not in ("day", "time"):
        return None
    if year is not None:
        there: date | None = date(int(year.text), anchor.month, anchor.day)
    elif phrase.has("relday"):
        there = anchor + timedelta(days=int(last.value))
    elif last.value in GRAINS:
        step = 1 if phrase.has("next") else -1
        there = _stepped_day(anchor, *stepping(str(last.value), step))
    else:
        return None
    about = last.value == "year" and first.text.lower() == "time"
    found = containing(Grain.MONTH if about else Grain.DAY, there) if there else None
    return dated(found, FROM_PUBLICATION, anchor) if found else None


def offset_range(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "two or three days ago": from the further to the nearer."""
    unit = str(phrase.all("unit")[0].value)
    ties = [at for at, token in enumerate(phrase.tokens) if token.kind in pattern(_BETWEEN)]
    counts = [Phrase(phrase.tokens[: ties[-1]]).count, Phrase(phrase.tokens[ties[-1] + 1 :]).count]
    if unit not in GRAINS or context.anchor is None:
        return None
    steps = [*(count.value for count in counts if count and count.value)]
    days = [_stepped_day(context.anchor, *stepping(unit, -step)) for step in steps]
    if len(days) != len(counts) or None in days:
        return None
    width = stepping(unit, 1)[0]
    near, far = (containing(width, day) for day in days if day)
    interval = hull(far.interval, near.interval)
    timex = length_code(unit, steps[-1])
    return Meaning(TimeKind.DATE, interval, timex, FROM_PUBLICATION, context.anchor)


_BETWEEN = "<or|to|hyphen|dash>"


def week_before(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "a week last Monday": a week before that."""
    named = weekday(phrase, context)
    if named is None or named.period is None or phrase.all("unit")[0].value != "week":
        return named
    return dated(shifted(named.period, -7), "counted from the day named", context.anchor)


def _day_named(phrase: Phrase, context: Context, *, to_come: bool) -> Meaning | None:
    if phrase.has("relday"):
        return relday(phrase, context)
    years = phrase.all("unit")[0].value == "year" and side_of(phrase) is None
    if not (to_come or years):
        return weekday(phrase, context)
    if context.anchor is None:
        return None
    ahead = int(phrase.all("weekday", "loose_weekday")[0].value) - context.anchor.isoweekday()
    if to_come:
        there = context.anchor + timedelta(days=ahead % 7 or 7)
        return dated(Period(Grain.DAY, there), "the next one after publication", context.anchor)
    there = context.anchor + timedelta(days=(ahead + 3) % 7 - 3)  # an anniversary can lie ahead
    return dated(Period(Grain.DAY, there), "the nearest one to publication", context.anchor)


def weekdays_ago(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "two Fridays ago", "three nights ago"."""
    count, day = phrase.count, phrase.first("weekdays")
    if count is None or count.value is None or count.value % 1 or context.anchor is None:
        return None
    here = Period(Grain.DAY, context.anchor)
    if day is None:
        night = f"T{phrase.all('dayparts')[0].value}"
        return timed(shifted(here, -int(count.value)), night, FROM_PUBLICATION, context.anchor)
    last = near_weekday(int(day.value), -1, context)
    if last is None or last.period is None:
        return None
    there = shifted(last.period, -7 * (int(count.value) - 1))
    return dated(there, FROM_PUBLICATION, context.anchor)


def in_time(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "in three weeks' time": as wide as the unit that is counted."""
    unit, count = unit_in(phrase), phrase.count
    if unit is None or count is None or count.value is None or context.anchor is None:
        return None
    if unit.value not in GRAINS:
        return lasting(length_code(str(unit.value), count.value), "shorter than a day")
    there = _stepped_day(context.anchor, *stepping(str(unit.value), count.value))
    if there is None:
        return None
    width = _width(GRAINS[str(unit.value)], count.value)
    return dated(containing(width, there), FROM_PUBLICATION, context.anchor)


def in_length(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "it will open in five years": a length, which ends in the year that is meant."""
    length = duration(phrase, context)
    if length is None or not context.forward:
        return length
    end = in_time(phrase, context)
    if end is None or end.period is None:
        return length
    reason = "a length that ends so long after publication"
    return replace(length, interval=end.interval, reason=reason, anchor=context.anchor)


def nth_so_far(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "now in its fourth month": when it began, three months before publication."""
    unit, rank = unit_in(phrase), numbers.ordinal_value(phrase.all("ordinal")[0].text)
    if unit is None or rank is None or unit.value not in GRAINS or context.anchor is None:
        return None
    began = shifted(containing(GRAINS[str(unit.value)], context.anchor), 1 - rank)
    return dated(began, "when it began, counted back from publication", context.anchor)


def comparison(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the year-earlier quarter": the same period a year before."""
    return _counted_from(phrase, str(phrase.all("unit")[0].value), 1, context)


def span(phrase: Phrase, context: Context) -> Meaning | None:
    """As in "the past two months": a length that ends, or begins, at publication."""
    unit, count = unit_in(phrase), phrase.count
    if unit is None:
        return None
    value = count.value if count else 1
    code = length_code(str(unit.value), value)
    side, anchor = side_of(phrase), context.anchor
    grain = GRAINS.get(str(unit.value))
    if anchor is None or value is None or not side or grain is None:
        return lasting(code, "a length of time")
    here = Period(Grain.DAY, anchor)
    there = _stepped_day(anchor, *stepping(str(unit.value), side * value))
    if there is None:
        return lasting(code, "a length of time")
    other = Period(Grain.DAY, there)
    ends = hull(other.interval, here.interval) if side < 0 else hull(here.interval, other.interval)
    where = "ends" if side < 0 else "begins"
    return Meaning(TimeKind.DURATION, ends, code, f"a length that {where} at publication", anchor)


def year_ended(phrase: Phrase, _: Context) -> Meaning | None:
    """As in "the year ended June 30": a length, whose end is a date of its own."""
    unit = str(phrase.all("unit", "quarter")[0].value)
    return lasting(length_code(unit, 1), "a length of time that ends with the date behind it")


def _counted_from(phrase: Phrase, unit: str, count: float, context: Context) -> Meaning | None:
    quarter = context.told_quarter
    if unit == "year" and count == 1 and phrase.has("ago", "earlier") and quarter is not None:
        return dated(shifted(quarter, -4), "the same quarter a year before", context.anchor)
    base, reason = context.anchor, FROM_PUBLICATION
    if phrase.has(*_BESIDE_TOLD) and context.told is not None:
        base, reason = context.told.start, FROM_TOLD
        base = None if is_wider(context.told.grain, GRAINS[unit]) else base
    elif phrase.has("later", "before", "after"):
        base = None
    if base is None:
        return lasting(length_code(unit, count), "counted from a date that is not known")
    sign = -1 if phrase.has("ago", "earlier", "before") else 1
    there = _stepped_day(base, *stepping(unit, sign * count))
    if there is None:
        return None
    exact = phrase.has("exactly")
    width = Grain.DAY if exact else _width(GRAINS[unit], count)
    return dated(containing(width, there), reason, base)


_BESIDE_TOLD = ("earlier", "later", "before", "after")


def _width(grain: Grain, count: float) -> Grain:
    """How exact a count is: "a year and a half ago" names a month, "two years ago" a year."""
    return _NARROWER.get(grain, grain) if count % 1 else grain


_NARROWER = {Grain.YEAR: Grain.MONTH, Grain.DECADE: Grain.YEAR, Grain.CENTURY: Grain.DECADE}
_YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}


def _stepped_day(base: date, grain: Grain, count: float) -> date | None:
    whole, part = divmod(abs(count), 1)
    sign = -1 if count < 0 else 1
    try:
        there = shifted(Period(grain, base), sign * int(whole)).start
        if grain in (Grain.MONTH, Grain.YEAR, Grain.QUARTER, Grain.DECADE, Grain.CENTURY):
            there = _same_day(there, base)
        if part and grain in _YEARS:
            months = round(part * 12 * _YEARS[grain])
            return shifted(Period(Grain.MONTH, there), sign * months).start
    except (ValueError, OverflowError):
        return None
    return there


def _same_day(month: date, base: date) -> date:
    """The day of the month of `base` in another month, or that month's last."""
    last = (Period(Grain.MONTH, month.replace(day=1))).end
    return min(month.replace(day=1) + timedelta(days=base.day - 1), last)


def _short_offset(phrase: Phrase) -> Meaning | None:
    unit, count = unit_in(phrase), phrase.count
    if unit is None:
        return None
    code = length_code(str(unit.value), count.value if count else None)
    return lasting(code, "shorter than a day")


def stepped(phrase: Phrase, base: date, reason: str, context: Context) -> Meaning | None:
    """The unit before the one that a day stands in, or the one after it, as a phrase says."""
    unit = phrase.all("unit", "weekend")[0].value
    if unit not in GRAINS:
        return None
    step = -1 if phrase.has("before") else 1
    found = shifted(containing(GRAINS[str(unit)], base), step)
    return dated(found, reason, context.anchor)
