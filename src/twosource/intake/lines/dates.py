"""Dates as they stand in bylines, datelines and page headers.

Only full dates count, with day, month and year. Where a date in figures can be read two ways
(03/02/2025), both days are kept: EDTF "[2025-02-03,2025-03-02]".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import msgspec

from twosource.model import DateRole, Interval, Span
from twosource.vocabulary import load


class PageDates(msgspec.Struct, frozen=True):
    """The shape of vocabulary/page_dates.yaml."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[str, ...]
    last_seen: tuple[str, ...]
    updated: tuple[str, ...]
    published: tuple[str, ...]
    to_come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a line, and what the line says it is.

    `span` counts from the line's first character. `role` is `None` where no word before the date
    tells.
    """

    span: Span
    interval: Interval
    role: DateRole | None


def dates_in(text: str) -> Iterator[FoundDate]:
    """The full dates in a line, in order."""
    return iter(_dates_in(text))


def tells_of_what_comes(text: str) -> bool:
    """Whether a line speaks of what is to come, so that its date is none of a day past."""
    return _to_come().search(text) is not None


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('page_dates', PageDates).to_come)})\b")


@lru_cache(maxsize=4096)  # several passes ask of the same lines
def _dates_in(text: str) -> tuple[FoundDate, ...]:
    if not _YEAR.search(text):
        return ()
    found = ((match, _interval(match)) for match in _forms().finditer(text))
    return tuple(
        FoundDate(Span(*match.span()), interval, _role(text[: match.start()]))
        for match, interval in found
        if interval is not None
    )


_YEAR = re.compile(r"\d{4}")


def on(day: date) -> Interval:
    """The interval of exactly one day."""
    return Interval(day.isoformat(), day, day)


def is_only_a_date(text: str) -> bool:
    """Whether nothing but a date stands in the line, with its weekday and time of day at most."""
    found = list(dates_in(text))
    return bool(found) and not _TIME_OF_DAY.sub("", _without(text, found)).strip(" ,.|-–—·•:()[]")


def day_at_the_end(text: str) -> Span | None:
    """A day and month that lack their year at the end of a line ("31 Dec", "May 3")."""
    found = _day_at_the_end().search(text)
    return Span(*found.span()) if found else None


@cache
def _day_at_the_end() -> re.Pattern[str]:
    months = "|".join(map(re.escape, _month_numbers()))
    return re.compile(rf"\b(?:\d{{1,2}}\.? (?:{months})|(?:{months})\.? \d{{1,2}})$", re.IGNORECASE)


_TIME_OF_DAY = re.compile(
    r"\b(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?\b"
    r"|\bT?\d{2}:\d{2}\S*",
    re.IGNORECASE,
)


def _without(text: str, found: list[FoundDate]) -> str:
    for one in reversed(found):
        text = text[: one.span.start] + text[one.span.end :]
    return text


@cache
def _forms() -> re.Pattern[str]:
    vocabulary = load("page_dates", PageDates)
    month = "|".join(sorted((name for names in vocabulary.months for name in names), key=len)[::-1])
    weekday = "|".join(sorted(vocabulary.weekdays, key=len)[::-1])
    return re.compile(
        rf"""(?:(?<!\w)(?:(?:{weekday})\.?,?\s+)?(?:
            (?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?
                (?P<m1>{month})\.?,?\s+(?:de\s+)?(?P<y1>\d{{4}})(?:\s?г\.)?
          | (?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})
          | (?P<y3>\d{{4}})(?P<between>[-/]|\.\s?)(?P<m3>\d{{1,2}})(?P=between)(?P<d3>\d{{1,2}})
          | (?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.\s?(?P<y4>\d{{4}})
          | (?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<y5>\d{{4}})
        )|(?<!\d)(?P<y6>\d{{4}})[年년]\s?(?P<m6>\d{{1,2}})[月월]\s?(?P<d6>\d{{1,2}})[日일])(?!\d)""",
        re.IGNORECASE | re.VERBOSE,
    )


def _interval(match: re.Match[str]) -> Interval | None:
    days = sorted({day for day in _days(match) if day is not None})
    if not days:
        return None
    value = days[0].isoformat() if len(days) == 1 else f"[{days[0]},{days[1]}]"
    return Interval(value, days[0], days[-1])


def _days(match: re.Match[str]) -> Iterator[date | None]:
    """The days that the matched form can mean; `None` for one that is not in the vocabulary."""
    part = match.groupdict()
    if part["y5"]:
        yield _day(part["y5"], part["b"], part["a"])
        yield _day(part["y5"], part["a"], part["b"])
        return
    for form in "12346":
        if part[f"y{form}"]:
            yield _day(part[f"y{form}"], part[f"m{form}"], part[f"d{form}"])


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month_numbers()[month.casefold()]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


@cache
def _month_numbers() -> dict[str, int]:
    months = load("page_dates", PageDates).months
    return {name: number for number, names in enumerate(months, start=1) for name in names}


def _role(before: str) -> DateRole | None:
    """What the words right before a date say of it."""
    said = before.casefold().rstrip(" :,-–—|[(").removesuffix(" on").removesuffix(" at")
    vocabulary = load("page_dates", PageDates)
    for words, role in (
        (vocabulary.last_seen, DateRole.CRAWLED),
        (vocabulary.updated, DateRole.MODIFIED),
        (vocabulary.published, DateRole.PUBLISHED),
    ):
        if any(re.search(rf"(?<!\w){re.escape(word)}$", said) for word in words):
            return role
    return None
