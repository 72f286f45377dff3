"""The same text gives the same reading on any day of the year and in any locale."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# What a machine with another clock and another language would run. The classes of `datetime` are
# replaced before anything of the program is imported, so that whoever asks for today is misled.
SCRIPT = """
import datetime, locale, sys, time
moved = datetime.datetime.fromisoformat(sys.argv[1])
class Date(datetime.date):
    @classmethod
    def today(cls): return cls(moved.year, moved.month, moved.day)
class DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return moved.replace(tzinfo=tz)
    today = utcnow = now
datetime.date, datetime.datetime = Date, DateTime
time.time = lambda: moved.timestamp()
locale.setlocale(locale.LC_ALL, "")
from tests.inline import reading
dated = reading("a", sys.argv[2], published="2021-06-16")
undated = reading("a", sys.argv[2])
print(locale.localeconv()["decimal_point"], datetime.date.today(), file=sys.stderr)
print([str(one).replace("Date(", "date(").replace(__name__ + ".", "") for one in
       (dated.times, dated.quantities, dated.statements, undated.times, undated.quantities)])
"""
TEXT = (
    "In APRIL, and last Friday, INSTITUTE officials in İstanbul said 2.5 MILLION people left. "
    "“It sank today,” said Ilgaz Işık. The fee was £1,250.50; on 3 MAY, 22 Bahman and 15 Ramadan "
    "it fell 1.5 per cent, two weeks ago and again in the third quarter, at 10:35 a.m. this Friday."
)


def run(environment: dict[str, str], day: str) -> tuple[str, str]:
    """What the script prints: the readings, and the proof that clock and locale were moved."""
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, day, TEXT],
        env={"PYTHONPATH": path, "PYTHONUTF8": "1"} | environment,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout, done.stderr.strip()


@pytest.fixture(scope="module")
def plain() -> str:
    """The readings on a plain machine."""
    return run({"LC_ALL": "C", "TZ": "UTC"}, "2021-06-16T12:00")[0]


@pytest.mark.parametrize(
    ("day", "zone"),
    [
        ("1999-12-31T23:59", "Pacific/Kiritimati"),  # where it is already tomorrow
        ("2024-02-29T00:01", "Etc/GMT+12"),  # where it is still yesterday
        ("2031-07-04T12:00", "UTC"),
    ],
)
def test_a_moved_clock_changes_nothing(plain: str, day: str, zone: str) -> None:
    found, proof = run({"LC_ALL": "C", "TZ": zone}, day)
    assert proof == f". {day[:10]}"
    assert found == plain


def test_a_turkish_machine_changes_nothing(plain: str, tmp_path: Path) -> None:
    compiler = shutil.which("localedef")
    turkish = tmp_path / "tr_TR.UTF-8"
    command = [compiler or "", "-i", "tr_TR", "-f", "UTF-8", str(turkish)]
    if compiler is None or subprocess.run(command, capture_output=True, check=False).returncode > 1:
        pytest.skip("no Turkish locale can be made here (localedef and its sources are missing)")
    found, proof = run({"LC_ALL": "tr_TR.UTF-8", "LOCPATH": str(tmp_path)}, "2021-06-16T12:00")
    assert proof == ", 2021-06-16"  # the comma is the proof that the locale is Turkish
    assert found == plain
