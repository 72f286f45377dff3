"""Runs the real program, as a person would."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = {
    "agency.txt": (
        "Galdo Press Bureau\n18 October 2024\n\nFerry burns on Lake Orvane\n\n"
        "Two people died when the ferry Santa Brizia burned on Lake Orvane late on Thursday.\n\n"
        '"For nineteen minutes nobody called us," said Ottavia Prenn, commander of the rescuers.\n'
    ),
    "copy.txt": (
        "The Inland Tribune\n19 October 2024\n\nTwo dead on the lake\n\n"
        "Two people died when the ferry Santa Brizia burned on Lake Orvane late on Wednesday.\n\n"
        '"For nineteen minutes nobody called us," said Ottavia Prenn, commander of the rescuers.\n'
    ),
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    folder.mkdir()
    for name, text in STORY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def twosource(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "twosource", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "100"},
    )


def test_a_readable_pile_ends_with_exit_code_0_and_a_summary(story: Path) -> None:
    ran = twosource("dossier", story)
    assert ran.returncode == 0, ran.stderr
    assert "Galdo Press Bureau" in ran.stdout
    assert "2 articles, 2 outlets: 1 origin" in ran.stdout
    assert ran.stderr == "", "progress is for terminals"


def test_something_set_aside_ends_with_exit_code_1_and_its_reason(story: Path) -> None:
    (story / "empty.txt").write_text("")
    ran = twosource("dossier", story)
    assert ran.returncode == 1
    assert "empty.txt" in ran.stdout
    assert "Two people died" in ran.stdout, "the others go on"


@pytest.mark.parametrize(
    ("arguments", "says", "reason"),
    [
        (["dossier"], "Usage", "no path at all shows the help"),
        (["dossier", "nowhere"], "nowhere", "a path that is not there is named"),
        (["dossier", "nowhere", "--open"], "--out", "there is no page to open"),
        (["dossier", "nowhere", "--out", "no/such/folder/d.html"], "no/such/folder", "told early"),
        (["dossier", "-"], "stdin", "an empty list is no pile"),
        (["dosier"], "dosier", "a slip in the command's name"),
    ],
)
def test_wrong_usage_ends_with_exit_code_2_and_one_clear_line(
    arguments: list[str], says: str, reason: str
) -> None:
    ran = twosource(*arguments)
    assert ran.returncode == 2, reason
    assert says in ran.stdout + ran.stderr, reason
    assert "Traceback" not in ran.stderr, reason


def test_the_page_and_the_json_are_written_whole(story: Path, tmp_path: Path) -> None:
    page, data = tmp_path / "d.html", tmp_path / "d.json"
    ran = twosource("dossier", story, "--out", page, "--json", data)
    assert ran.returncode == 0, ran.stderr
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert json.loads(data.read_bytes())["format"] == "twosource-dossier/1"
    assert not list(tmp_path.glob("*.part"))


def test_a_list_on_stdin_is_read_like_arguments(story: Path) -> None:
    listed = "".join(f"{story / name}\n" for name in STORY)
    assert twosource("dossier", "-", stdin=listed).stdout == twosource("dossier", story).stdout


def test_the_same_pile_in_another_order_gives_the_same_output_byte_for_byte(
    story: Path, tmp_path: Path
) -> None:
    files = [story / name for name in STORY]
    written = []
    for number, order in enumerate((files, files[::-1])):
        page, data = tmp_path / f"{number}.html", tmp_path / f"{number}.json"
        ran = twosource("dossier", *order, "--out", page, "--json", data)
        shown = ran.stdout.partition("Written:")[0]
        written.append((shown, page.read_bytes(), data.read_bytes()))
    assert written[0] == written[1]


@pytest.mark.parametrize("arguments", [["--help"], ["dossier", "--help"]])
def test_help_carries_examples(arguments: list[str]) -> None:
    ran = twosource(*arguments)
    assert ran.returncode == 0
    assert "Examples:" in ran.stdout


def test_the_version_is_told() -> None:
    assert twosource("--version").stdout == "twosource 0.1.0\n"


@pytest.mark.parametrize("names", ["spacy:en_nowhere", "spacy:", "en_nowhere", "other:en_core"])
def test_names_from_a_pipeline_that_is_not_there_are_refused_in_one_line(
    story: Path, names: str
) -> None:
    ran = twosource("dossier", story, "--names", names)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert names.removeprefix("spacy:") in ran.stderr
