import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from twosource.cli import app
from twosource.cli.quotes import line_of
from twosource.export.quotes import Quote

STORY = """The Ruhl Courier

Ferry sinks off Ruhl

3 May 2024

“It sank like a stone,” Ana Olm, a nurse, told Channel Nine on Friday.

The owners denied that the pumps had failed. The ferry was known as the “Ida”.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def run(*arguments: str) -> str:
    outcome = CliRunner().invoke(app, ["quotes", *arguments])
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout


def test_each_statement_is_a_line_with_its_speaker_and_its_place(story: Path) -> None:
    lines = run(str(story)).splitlines()
    assert lines[0].startswith("Ana Olm via Channel Nine: “It sank like a stone” [direct")
    assert lines[0].endswith(f"3 May 2024] ferry.txt, character {STORY.index('It sank')}")
    assert lines[1].startswith("The owners: the pumps had failed [indirect denies")
    assert len(lines) == 2


def test_the_list_can_be_written_as_csv_and_as_json(story: Path, tmp_path: Path) -> None:
    table, objects = tmp_path / "q.csv", tmp_path / "q.json"
    run(str(story), "--csv", str(table), "--json", str(objects))
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert [row["speaker"] for row in rows] == ["Ana Olm", "The owners"]
    assert json.loads(objects.read_text(encoding="utf-8")) == rows


def test_a_line_leaves_out_what_is_not_known() -> None:
    quote = Quote("Ana Olm", "It sank", "direct", "says", "says", "", "", "unknown", "", "", "x:0")
    assert line_of(quote) == "Ana Olm: “It sank” [direct] x, character 0"


def test_what_one_says_that_another_said_is_one_line_and_two_rows(tmp_path: Path) -> None:
    file, table = tmp_path / "ferry.txt", tmp_path / "q.csv"
    file.write_text(
        "Ferry sinks off Ruhl\n\n3 May 2024\n\n"
        "Ana Olm said that her brother had told her that the ferry sank.\n",
        encoding="utf-8",
    )
    lines = run(str(file), "--csv", str(table)).splitlines()
    assert [line.partition(" [")[0] for line in lines] == [
        "her brother via Ana Olm: the ferry sank"
    ]
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert [row["speaker"] for row in rows] == ["Ana Olm", "her brother"]


def test_of_words_in_a_language_that_is_not_read_no_day_is_assumed(tmp_path: Path) -> None:
    file = tmp_path / "chlore.txt"
    file.write_text(
        "Fuite de chlore à Ruhl\n\n5 mars 2025\n\n"
        "Une fuite de chlore a touché mardi une usine de Ruhl, selon les pompiers de la ville.\n\n"
        "« Nous avons entendu un sifflement, puis un cri », a dit un ouvrier de cette usine.\n",
        encoding="utf-8",
    )
    (line,) = run(str(file)).splitlines()
    assert "[direct]" in line
