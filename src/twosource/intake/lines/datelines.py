"""Datelines: the place, the date and the agency's mark at the head of a story.

"PORT GALDO, Oct 18, 2024 (CPB) - At least two ..." and "Tolvane, 23 May 2025" on a line of its own.
"""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from twosource.intake.lines.dates import FoundDate, dates_in, day_at_the_end
from twosource.model import Span
from twosource.vocabulary import load

_REACH = 90  # characters from the start of a paragraph within which a dateline ends
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /](?:AND|[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+))*"
_TITLE = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:and |of |the )?[A-ZÀ-Þ][\w'’.-]+){0,3}"
_PLACE = re.compile(rf"(?:{_CAPS}|{_TITLE})(?:,\s{_TITLE})?")
_HEAD = re.compile(
    r"(?P<head>[^()/—–:]{2,60}?)\s*"
    r"(?:(?:\((?P<bracketed>[^()\d]{2,30})\)|/(?P<slashed>[A-Za-z]{2,20})/)\s*)?"
    r"(?P<dash>—|–|\s-{1,2}(?=\s)|:)"
)
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-[A-Z]{2})?")
_CALL_SIGN_IN_A_STATE = re.compile(r"[KW][A-Z]{2,3}(?:-[A-Z]{2})?")


class Agencies(msgspec.Struct, frozen=True):
    """The shape of vocabulary/agencies.yaml."""

    marks: frozenset[str]
    with_material: tuple[str, ...]
    state_abbreviations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """Spans count from the first character of the line the dateline was found in."""

    span: Span
    place: str
    date: FoundDate | None
    agency: Span | None


def at_the_head_of(text: str) -> FoundDateline | None:
    """The dateline that opens a paragraph, or `None`.

    A place in capitals is enough; any other needs a date or an agency's mark beside it.
    """
    match = _HEAD.match(text[:_REACH])
    if match is None or (place := _place(match["head"])) is None:
        return None
    date = next(dates_in(match["head"]), None)
    group = "bracketed" if match["bracketed"] else "slashed"
    marked = match[group] is not None and _is_agency(match[group], place, date)
    if not (place.split(",")[0].isupper() or date or marked):
        return None
    if match["dash"] == ":" and (date or len(place.split()) > 1 or not place.isupper()):
        return None
    end = date.span.end if date else len(match["head"].rstrip(" ,"))
    return FoundDateline(Span(0, end), place, date, Span(*match.span(group)) if marked else None)


def _place(head: str) -> str | None:
    """The place that a dateline's head names, or `None` where more stands there."""
    date = next(dates_in(head), None)
    start = date.span.start if date else _day_from(head)
    place = head[:start].rstrip(" ,")
    beyond = head[date.span.end :] if date else ""
    return place if _PLACE.fullmatch(place) and not beyond.strip(" .,") else None


def _day_from(head: str) -> int:
    """Where a day without its year begins at the end of a head ("TOLVANE, May 23"), or its end."""
    day = day_at_the_end(head)
    return day.start if day and head[: day.start].rstrip().endswith(",") else len(head)


def alone(text: str) -> FoundDateline | None:
    """The dateline of a line that holds a place and a date and nothing else, or `None`."""
    date = next(dates_in(text), None)
    if date is None and text.endswith(_DASHES):
        found = at_the_head_of(text)
        return found if found and day_at_the_end(found.span.of(text)) else None
    if date is None or date.span.start == 0:
        return None
    place = text[: date.span.start].rstrip(" ,-–—")
    if not _PLACE.fullmatch(place) or date.role is not None:
        return None
    return FoundDateline(Span(0, date.span.end), place, date, None)


_DASHES = ("—", "–", "-")


def _is_agency(mark: str, place: str, date: FoundDate | None) -> bool:
    """Whether a bracketed mark is an agency's and not a station's call sign."""
    if mark in load("agencies", Agencies).marks:
        return True
    if date is None and _CALL_SIGN.fullmatch(mark):
        return False
    if _state().search(place) and _CALL_SIGN_IN_A_STATE.fullmatch(mark):
        return False
    return mark[0].isupper() and (len(mark.split()) <= 4)  # noqa: PLR2004 - words of a name


@cache
def _state() -> re.Pattern[str]:
    states = "|".join(map(re.escape, load("agencies", Agencies).state_abbreviations))
    return re.compile(rf",\s(?:{states})\.?$")
