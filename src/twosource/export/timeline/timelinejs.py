"""The timeline in the JSON format of TimelineJS 3 (Knight Lab), for a page with its script.

Format: timeline.knightlab.com/docs/json-format.html. Its texts are HTML, so they are escaped.
"""

import html
from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

from twosource.export.timeline.rows import Row

LONGEST_HEADLINE = 100  # characters of a slide's headline; the text below has the whole

Date: TypeAlias = dict[str, int]  # year, month, day


class Text(msgspec.Struct, frozen=True):
    """What a slide says."""

    headline: str
    text: str


class Slide(msgspec.Struct, frozen=True, omit_defaults=True):
    """One event; `display_date` says the date as exact as it is known."""

    start_date: Date
    text: Text
    display_date: str
    group: str
    end_date: Date | None = None


class Slides(msgspec.Struct, frozen=True):
    """The whole file; who made it is for us, TimelineJS passes over what it does not know."""

    generator: Literal["twosource"]
    events: tuple[Slide, ...]


def to_timelinejs(rows: Sequence[Row]) -> bytes:
    """The events as slides. One with an open end stands at the end that is known."""
    slides = Slides("twosource", tuple(_slide(row) for row in rows if row.first or row.last))
    return msgspec.json.format(msgspec.json.encode(slides), indent=2) + b"\n"


def _slide(row: Row) -> Slide:
    whole = row.first and row.last and row.first != row.last
    return Slide(
        start_date=_date(row.first or row.last),
        end_date=_date(row.last) if whole else None,
        text=Text(html.escape(_headline(row.what)), _paragraphs(row)),
        display_date=row.when,
        group=row.kind,
    )


def _date(day: str) -> Date:
    year, month, number = map(int, day.split("-"))
    return {"year": year, "month": month, "day": number}


def _headline(what: str) -> str:
    return what if len(what) <= LONGEST_HEADLINE else what[: LONGEST_HEADLINE - 1] + "…"


def _paragraphs(row: Row) -> str:
    told = (
        row.what,
        f"Who: {row.who}" if row.who else "",
        f"Where: {row.places}" if row.places else "",
        f"They differ in the {row.differ}" if row.differ else "",
        f"In: {row.articles}",
    )
    return "".join(f"<p>{html.escape(line)}</p>" for line in told if line)
