import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

ONE = """The Ruhl Courier

Ferry sinks off Ruhl

18 May 2024

The ferry Ida sank off Ruhl on 17 May 2024, killing at least nine people.

The Ida was built in 1979.
"""
OTHER = """Castrel Observer

Nine lost with the Ida

19 May 2024

The ferry Ida sank off Ruhl on 17 May 2024, killing 11 people, officials said.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story").mkdir()
    for name, text in (("one.txt", ONE), ("other.txt", OTHER)):
        (tmp_path / "story" / name).write_text(text, encoding="utf-8")
    return tmp_path / "story"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "twosource", "timeline", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_program_prints_one_line_an_event_and_where_the_articles_differ(story: Path) -> None:
    outcome = run(str(story))
    assert outcome.returncode == 0, outcome.stderr
    built, sank = outcome.stdout.splitlines()
    assert built.startswith("1979: The Ida was built in 1979.")
    assert sank.startswith("17 May 2024: The ferry Ida sank off Ruhl on 17 May 2024")
    assert "(one.txt, other.txt); they differ in the number" in sank
    assert "11 people (other.txt)" in sank
    assert "at least nine people (one.txt)" in sank


def test_the_program_writes_every_format(story: Path, tmp_path: Path) -> None:
    files = {form: tmp_path / f"t.{form}" for form in ("ics", "csv", "json", "timelinejs")}
    options = [piece for form, file in files.items() for piece in (f"--{form}", str(file))]
    outcome = run(str(story), *options)
    assert outcome.returncode == 0, outcome.stderr
    rows = list(csv.DictReader(files["csv"].read_text(encoding="utf-8").splitlines()))
    assert [row["date"] for row in rows] == ["1979", "2024-05-17"]
    assert json.loads(files["json"].read_text(encoding="utf-8")) == rows
    calendar = Calendar.from_ical(files["ics"].read_bytes())
    days = [str(event.decoded("dtstart")) for event in calendar.walk("VEVENT")]
    assert days == ["1979-01-01", "2024-05-17"]
    slides = json.loads(files["timelinejs"].read_text(encoding="utf-8"))["events"]
    assert [slide["display_date"] for slide in slides] == ["1979", "17 May 2024"]


def test_a_file_that_cannot_be_written_is_said_before_the_work(story: Path, tmp_path: Path) -> None:
    outcome = run(str(story), "--ics", str(tmp_path / "nowhere" / "t.ics"))
    assert outcome.returncode == 2
    assert "there is no folder" in outcome.stderr
    assert "Traceback" not in outcome.stderr
