import csv
import json
from dataclasses import replace

import pytest
from icalendar import Calendar
from icalendar.cal.event import Event

from tests.builders import ferry_story
from twosource.export.timeline import Row, rows_of, to_csv, to_ics, to_json, to_timelinejs
from twosource.model import Interval

ROW = Row(
    date="2031-03-03",
    first="2031-03-03",
    last="2031-03-03",
    when="3 March 2031",
    what="The ferry Ulla ran aground",
    kind="accident",
    who="Ulla",
    places="Brenn",
    articles="a.txt, b.txt",
    differ="number: nine (a.txt), seven (b.txt)",
    reason="the time stands beside it",
    where="a.txt:0",
)


def in_calendar(row: Row) -> Event:
    """The one event of the calendar that a row becomes."""
    (event,) = Calendar.from_ical(to_ics([row])).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def test_what_has_no_date_stands_last_and_in_no_calendar() -> None:
    story = ferry_story()
    undated = replace(story.timeline[0], interval=Interval("XXXX", None, None))
    rows = rows_of(replace(story, undated=(undated,)), lambda interval: interval.value)
    assert [row.date for row in rows] == ["2031-03-03", "XXXX"]
    assert not Calendar.from_ical(to_ics(rows[1:])).walk("VEVENT")
    assert json.loads(to_timelinejs(rows[1:]))["events"] == []


def test_a_row_says_what_when_who_and_in_which_articles() -> None:
    (row,) = rows_of(ferry_story(), lambda interval: f"on {interval.value}")
    assert (row.when, row.what) == ("on 2031-03-03", "The ferry Ulla ran aground off Brenn")
    assert (row.kind, row.who, row.places) == ("accident", "Ulla", "Brenn")
    assert row.articles == "brenn-daily.txt, nordlake-press.txt"


def test_an_entry_of_the_calendar_lasts_until_the_day_after_its_last() -> None:
    event = in_calendar(replace(ROW, date="1979", first="1979-01-01", last="1979-12-31"))
    assert str(event.decoded("dtstart")) == "1979-01-01"
    assert str(event.decoded("dtend")) == "1980-01-01"


@pytest.mark.parametrize(
    ("first", "last", "day"),
    [
        ("", "2031-03-03", "2031-03-03"),  # by then
        ("2031-03-03", "", "2031-03-03"),  # since then
    ],
)
def test_an_open_end_is_said_in_the_summary(first: str, last: str, day: str) -> None:
    event = in_calendar(replace(ROW, first=first, last=last, when="3 March 2031 or so"))
    assert str(event.decoded("dtstart")) == day
    assert str(event["summary"]) == "(3 March 2031 or so) The ferry Ulla ran aground"


def test_a_date_that_nobody_knows_is_in_no_calendar() -> None:
    assert b"VEVENT" not in to_ics([replace(ROW, date="XXXX", first="", last="")])
    slides = json.loads(to_timelinejs([replace(ROW, date="XXXX", first="", last="")]))
    assert slides["events"] == []


def test_the_calendar_is_the_same_whenever_it_is_written() -> None:
    assert to_ics([ROW]) == to_ics([ROW])
    assert in_calendar(ROW).decoded("dtstamp").isoformat() == "2031-03-03T00:00:00+00:00"


def test_words_of_articles_are_no_html_in_slides() -> None:
    slides = to_timelinejs([replace(ROW, what="<script>alert(1)</script> & so on")])
    assert b"<script>" not in slides
    assert b"&lt;script&gt;" in slides


def test_a_slide_has_an_end_only_where_it_lasts() -> None:
    (slide,) = json.loads(to_timelinejs([ROW]))["events"]
    assert slide["start_date"] == {"year": 2031, "month": 3, "day": 3}
    assert "end_date" not in slide


def test_a_long_headline_is_cut_and_stands_whole_below_it() -> None:
    what = "The ferry ran aground " * 10
    (slide,) = json.loads(to_timelinejs([replace(ROW, what=what)]))["events"]
    assert len(slide["text"]["headline"]) == 100
    assert what in slide["text"]["text"]


@pytest.mark.parametrize("formula", ["=1+1", "@SUM(A1)", "-2"])
def test_a_spreadsheet_computes_nothing_of_it(formula: str) -> None:
    rows = list(csv.DictReader(to_csv([replace(ROW, what=formula)]).decode().splitlines()))
    assert rows[0]["what"] == "'" + formula


def test_table_and_objects_hold_the_same() -> None:
    (row,) = csv.DictReader(to_csv([ROW]).decode().splitlines())
    assert json.loads(to_json([ROW])) == [row]
