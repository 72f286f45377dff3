"""The part of the bench for timelines, on data of the set's layout with an invented article."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from evaluation.measure import Absent
from evaluation.timelines import measures

TEXT = "Olm launches ferry\nAna Olm launched the Ida on 17 May 2024 .\nBen Rocca sold the mill ."


def sentences() -> dict[str, tuple[int, int]]:
    """The title is sentence 0, every line a sentence."""
    found, start = {}, 0
    for number, line in enumerate(TEXT.splitlines()):
        found[str(number)] = (start, start + len(line))
        start += len(line) + 1
    return found


def marked(word: str) -> dict[str, object]:
    """A word as a given mention."""
    start = TEXT.index(word)
    return {"start": start, "end": start + len(word), "surface": word}


def line(order: str, date: str, sentence: str, head: str) -> dict[str, object]:
    """A line of the gold with one mention."""
    return {
        "order": order,
        "date": date,
        "mentions": [{"docid": "1", "sent": sentence, "head": head}],
    }


CORPORA = ("corpus_1", "trial")


def document(corpus: str) -> dict[str, object]:
    """The one document of a corpus."""
    return {
        "corpus": corpus,
        "docid": "1",
        "dct": "05-18-2024",  # the set has one day written so
        "text": TEXT,
        "sentences": sentences(),
        "events": [marked("launched"), marked("sold")],
    }


def asked(corpus: str) -> dict[str, object]:
    """The one timeline of a corpus."""
    return {
        "id": corpus,
        "corpus": corpus,
        "entity": "Ana Olm",
        "timeline": [
            line("0", "XXXX-XX-XX", "0", "launches"),
            line("1", "2024-05-17", "1", "launched"),
        ],
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "timeline"
    folder.mkdir()
    write(folder / "semeval2015-task4.documents.jsonl.gz", map(document, CORPORA))
    write(folder / "semeval2015-task4.dev.jsonl.gz", map(asked, CORPORA))
    return tmp_path


def write(file: Path, lines: Iterable[object]) -> None:
    """A gzipped file of JSON lines."""
    with gzip.open(file, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in lines)


def test_a_timeline_has_the_dated_mentions_that_its_entity_takes_part_in(data: Path) -> None:
    found = {measure.id: measure.value for measure in measures(data)}
    assert found["timeline.semeval2015.f1"] == 1.0
    assert found["timeline.semeval2015.trial.f1"] == 1.0
    assert found["timeline.semeval2015.given.f1"] == 1.0


def test_without_the_set_the_part_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Absent, match="timeline"):
        list(measures(tmp_path))
