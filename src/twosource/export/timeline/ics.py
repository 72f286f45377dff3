"""The timeline as iCalendar (RFC 5545): all-day events, each as long as the days it allows."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from twosource.export.timeline.rows import Row

NAME = "-//twosource//timeline//EN"


def to_ics(rows: Sequence[Row]) -> bytes:
    """The events as a calendar, the same for the same rows, byte for byte.

    One with an open end stands on the day that is known, and says so. A calendar wants to know when
    an entry was written: that is its own first day here, since nothing looks at the clock.
    """
    calendar = Calendar()
    calendar.add("prodid", NAME)
    calendar.add("version", "2.0")
    for row in rows:
        if row.first or row.last:
            calendar.add_component(_event(row))
    written: bytes = calendar.to_ical()
    return written


def _event(row: Row) -> Event:
    first = date.fromisoformat(row.first or row.last)
    last = date.fromisoformat(row.last or row.first)
    known = row.first and row.last
    event = Event()
    event.add("uid", f"{sha256(f'{row.date} {row.where}'.encode()).hexdigest()[:32]}@twosource")
    event.add("dtstamp", datetime.combine(first, time(), UTC))
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))  # the day after the last, by the standard
    event.add("summary", row.what if known else f"({row.when}) {row.what}")
    event.add("description", _description(row))
    if row.places:
        event.add("location", row.places)
    event.add("transp", "TRANSPARENT")
    return event


def _description(row: Row) -> str:
    told = (
        row.when,
        row.who,
        f"They differ in the {row.differ}" if row.differ else "",
        f"In: {row.articles}",
    )
    return "\n".join(line for line in told if line)
