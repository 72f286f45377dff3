import gzip
from pathlib import Path

import msgspec
import pytest

from evaluation.measure import Absent, apart, data_folder, present, records, report_ids


class Line(msgspec.Struct):
    id: str


def test_the_data_is_looked_for_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TWOSOURCE_DATA", "/elsewhere")
    assert data_folder() == Path("/elsewhere")


def test_without_a_word_the_data_lies_beside_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TWOSOURCE_DATA", raising=False)
    assert data_folder().parts[-2:] == ("shared", "data")


def test_what_is_absent_is_named(tmp_path: Path) -> None:
    with pytest.raises(Absent, match="stories"):
        present(tmp_path / "stories")


def test_records_are_decoded_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"id": "one"}\n{"id": "two"}\n'))
    assert [line.id for line in records(tmp_path / "a.jsonl.gz", Line)] == ["one", "two"]


def test_a_set_without_ids_that_only_measure_has_none(tmp_path: Path) -> None:
    (tmp_path / "splits.json").write_text('{"report": {"names/news": ["n1"]}}')
    assert report_ids(tmp_path, "names/news") == {"n1"}
    assert report_ids(tmp_path, "stories") == frozenset()


def test_of_a_set_nobody_has_split_every_item_only_measures() -> None:
    lines = [Line("a"), Line("b")]
    assert apart(lines, frozenset()) == (lines, [])
    assert apart(lines, frozenset({"b"})) == ([Line("b")], [Line("a")])
