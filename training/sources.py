"""The labelled sets: where they lie, how their labels read in ours, and which part measures only.

Nothing of the sets is copied into the repository; `TWOSOURCE_DATA` says where they lie.
"""

import gzip
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

DATA = Path(os.environ.get("TWOSOURCE_DATA", "../shared/data"))
LABELS = Path(__file__).parent / "labels"


class Part(StrEnum):
    """What a document is for."""

    TRAIN = "train"
    TUNE = "tune"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Marked:
    """A half-open stretch of a text, in code points, and the labels it may carry."""

    start: int
    end: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: its source, cue and content as stretches of the text."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A labelled text. `names` or `attributions` is `None` where the set does not annotate them.

    `silent` lists the kinds of name that may stand unmarked in it; of attributions in `doubted`
    stretches nothing is known, as their annotators set them aside.
    """

    id: str
    text: str
    names: tuple[Marked, ...] | None = None
    silent: tuple[str, ...] = ()
    attributions: tuple[Attributed, ...] | None = None
    doubted: tuple[tuple[int, int], ...] = ()

    @property
    def loose(self) -> bool:
        """Whether nothing is labelled in it."""
        return self.names is None and self.attributions is None


@dataclass(frozen=True, slots=True)
class NameSet:
    """A set of marked names, and what its types mean in the convention of the news set.

    With `peoples`, a person whose name ends like a people's may be a GROUP: the set has none.
    """

    name: str
    types: dict[str, tuple[str, ...]]
    silent: tuple[str, ...] = ()
    peoples: bool = False


# Too wide does no harm: a person whom it takes for a people ("Susan") stays allowed as a person.
_PEOPLE = re.compile(r"(?:ans?|ese|ish|ics?|ants?|ists?)$")
_MISC = ("GROUP", "EVENT", "OTHER")
_THREE = {"PER": ("PER",), "ORG": ("ORG",), "LOC": ("LOC",)}
NAME_SETS = (
    NameSet("news", {kind: (kind,) for kind in ("PER", "ORG", "LOC", "GROUP", "EVENT", "OTHER")}),
    NameSet("wikigold", {**_THREE, "MISC": _MISC}),
    NameSet("uner-ewt", _THREE, silent=_MISC),
    NameSet("uner-pud", _THREE, silent=_MISC),
    NameSet("gum", {**_THREE, "EVENT": ("EVENT",), "MISC": _MISC}, _MISC, peoples=True),
)


def names(which: NameSet, part: Part) -> Iterator[Document]:
    """The documents of a names set whose licence lets a model trained on them be shipped."""
    for record in _records(f"names/{which.name}", part):
        if record.get("ship", True):
            marked = tuple(_outermost(_marks(record, which)))
            yield Document(record["id"], record["text"], marked, which.silent)


def attribution(part: Part) -> Iterator[Document]:
    """The articles of PolNeAR, each attribution with its stretches in order."""
    for record in _records("attribution/polnear", part):
        found = tuple(
            Attributed(*(tuple(map(tuple, one[role])) for role in ("source", "cue", "content")))
            for one in record["attributions"]
        )
        yield Document(record["id"], record["text"], attributions=found)


def own() -> Iterator[Document]:
    """News articles, or how they begin, that we labelled ourselves (`labels/README.md`)."""
    marks = {record["id"]: record for record in _stored(LABELS / "names.jsonl.gz")}
    parts = {record["id"]: record for record in _stored(LABELS / "attributions.jsonl.gz")}
    for record in _lines("reuse/allsides5k.docs.jsonl.gz"):
        if record["id"] in marks or record["id"] in parts:
            yield _own(record, marks.get(record["id"]), parts.get(record["id"]))


def loose() -> Iterator[Document]:
    """News that nobody labelled, and what stands behind the end of our labels: no label is known.

    Articles in which a paragraph stands that only measures are left out.
    """
    ends = _labelled_ends()
    measured = {
        " ".join(line.lower().split())
        for name in ("names/news", "attribution/polnear")
        for record in _records(name, Part.REPORT)
        for line in record["text"].splitlines()
    }
    for record in _lines("reuse/allsides5k.docs.jsonl.gz"):
        lines = (" ".join(line.lower().split()) for line in record["text"].splitlines())
        if measured.isdisjoint(line for line in lines if len(line) > _A_LINE):
            rest = record["text"][ends.get(record["id"], 0) :]
            if len(rest) > _A_LINE:
                yield Document(f"{record['id']}+", rest)


_A_LINE = 40  # characters from which on a line is a paragraph one knows again


def _labelled_ends() -> dict[str, int]:
    ends = dict[str, int]()
    for name in ("names", "attributions"):
        for record in _stored(LABELS / f"{name}.jsonl.gz"):
            ends[record["id"]] = min(record["end"], ends.get(record["id"], record["end"]))
    return ends


def _own(record: dict, marks: dict | None, parts: dict | None) -> Document:
    """What stands behind the end of either labelling is left out."""
    end = min(labels["end"] for labels in (marks, parts) if labels)
    return Document(
        record["id"],
        record["text"][:end],
        marks and tuple(Marked(s, e, (kind,)) for s, e, kind in marks["names"] if e <= end),
        attributions=parts and tuple(_cut_at(end, one) for one in parts["attributions"]),
    )


def _cut_at(end: int, roles: list[list[list[int]]]) -> Attributed:
    """The spans of one attribution as far as the text goes."""
    kept = (tuple((start, min(stop, end)) for start, stop in role if start < end) for role in roles)
    return Attributed(*kept)


def _lines(name: str) -> Iterator[dict]:
    return _stored(DATA / name)


def _stored(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _records(name: str, part: Part) -> Iterator[dict]:
    report = set(json.loads((DATA / "splits.json").read_text())["report"][name])
    for record in _lines(f"{name}.dev.jsonl.gz"):
        if _part(record.get("doc", record["id"]), record["id"] in report) is part:
            yield record


def _part(document: str, reported: bool) -> Part:  # noqa: FBT001
    """One document in twenty of what does not measure is kept for tuning, by hash of its name."""
    if reported:
        return Part.REPORT
    drawn = int(hashlib.sha256(document.encode()).hexdigest(), 16) % 20
    return Part.TUNE if drawn == 0 else Part.TRAIN


def _marks(record: dict, which: NameSet) -> Iterator[Marked]:
    for entity in record["entities"]:
        if entity.get("named", True) and entity["type"] in which.types:
            start, end = entity["start"], entity["end"]
            kinds = which.types[entity["type"]]
            if which.peoples and kinds == ("PER",) and _PEOPLE.search(record["text"][start:end]):
                kinds = ("PER", "GROUP")
            yield Marked(start, end, kinds)


def _outermost(marks: Iterator[Marked]) -> Iterator[Marked]:
    """Drop what lies in or across a longer or earlier mark: one label a word is all we learn."""
    end = -1
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= end:
            end = mark.end
            yield mark
