import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from twosource.cli import app
from twosource.errors import UsageError

STORY = """The Ruhl Courier

Ferry sinks off Ruhl

By Ana Olm
3 May 2024

A ferry sank like a stone off the harbour of Ruhl on Friday, and nobody knows the reason yet.

With material from QPA
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def run(*arguments: str | Path, code: int = 0) -> str:
    outcome = CliRunner().invoke(app, ["ingest", *map(str, arguments)])
    assert outcome.exit_code == code, outcome.output
    return outcome.stdout


def test_each_file_is_told_with_what_is_known_of_it_and_how(story: Path) -> None:
    told = run(story)
    assert "ferry.txt\n" in told
    assert "  title: Ferry sinks off Ruhl (it is the headline" in told
    assert "  by: Ana Olm (" in told
    assert "  published: 3 May 2024 (" in told
    assert "  syndication: QPA (" in told


def test_an_agency_in_the_byline_is_told_apart_from_the_writer(story: Path) -> None:
    story.write_text(STORY.replace("By Ana Olm", "By Ana Olm, AP"))
    told = run(story)
    assert "  by: Ana Olm (" in told
    assert "  with: AP (in the byline)" in told
    assert "  agency: AP (it stands in the byline)" in told


def test_lines_are_shown_with_their_kind_and_reason(story: Path) -> None:
    told = run(story, "--lines")
    assert "    body        A ferry sank like a stone" in told
    assert "it says where the text comes from" in told


def test_a_date_that_is_not_the_storys_own_is_said_to_be_another(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY.replace("3 May 2024", "") + "\nSaved on 4 June 2024\n")
    assert "published: not known; there is 4 June 2024 crawled" in run(tmp_path)


def test_what_is_set_aside_is_told_and_sets_the_exit_code(story: Path) -> None:
    (story.parent / "empty.txt").write_bytes(b"")
    assert "empty.txt\n  set aside: empty" in run(story.parent, code=1)


def test_the_articles_are_written_as_json(story: Path, tmp_path: Path) -> None:
    run(story, "--json", tmp_path / "out.json")
    (article,) = json.loads((tmp_path / "out.json").read_bytes())["articles"]
    assert article["text"] == STORY


def test_characters_a_terminal_would_obey_are_not_printed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY.replace("Ferry sinks", "Ferry \x1b[31msinks\u202e"))
    told = run(tmp_path)
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_an_address_that_may_not_be_fetched_is_told_with_its_reason(tmp_path: Path) -> None:
    outcome = CliRunner().invoke(
        app, ["ingest", "--fetch", "http://10.0.0.1/", "--keep", str(tmp_path / "pages")]
    )
    assert isinstance(outcome.exception, UsageError)
    assert "10.0.0.1 is not a public address" in str(outcome.exception)


def test_files_are_read_even_where_a_page_cannot_be_fetched(story: Path, tmp_path: Path) -> None:
    told = run(story, "--fetch", "http://10.0.0.1/", "--keep", tmp_path / "pages", code=1)
    assert "Ferry sinks off Ruhl" in told
    assert "http://10.0.0.1/\n  set aside: 10.0.0.1 is not a public address" in told


def test_fields_of_a_table_are_read_by_the_names_that_are_given(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Tekst,Dag\nA ferry sank off the harbour of Ruhl.,3 May 2024\n")
    told = run(tmp_path, "--field", "text=Tekst", "--field", "date = Dag")
    assert "  published: 3 May 2024 (the record's date)" in told


@pytest.mark.parametrize(
    ("field", "said"),
    [("text", "is not of the form ROLE=NAME"), ("kop=Kop", "no field is called kop here")],
)
def test_a_field_that_cannot_be_meant_is_wrong_usage(field: str, said: str, story: Path) -> None:
    outcome = CliRunner().invoke(app, ["ingest", str(story), "--field", field])
    assert isinstance(outcome.exception, UsageError)
    assert said in str(outcome.exception)


def test_without_anything_to_read_it_says_what_to_name() -> None:
    outcome = CliRunner().invoke(app, ["ingest", "--lines"])
    assert isinstance(outcome.exception, UsageError)
    assert str(outcome.exception) == (
        "nothing to read: name files or folders, or pages with --fetch URL"
    )
