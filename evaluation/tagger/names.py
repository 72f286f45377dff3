"""Names: exact stretches and kinds, on the report texts of four sets."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from evaluation.measure import Measure, records, report_ids
from evaluation.tagger.labelled import Found, Labelled, Score, of_kind, tagged
from twosource.reading.tagger import Tagger

# What the kinds of name are called in each set; a set whose MISC may be any of three gets them all.
THREE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
SIX = {**THREE, "GROUP": "GROUP", "EVENT": "EVENT", "OTHER": "OTHER"}
MISC = dict.fromkeys(("GROUP", "EVENT", "OTHER"), "MISC")
NAME_SETS = {"news": SIX, "wikigold": {**THREE, **MISC}, "uner-ewt": THREE, "gum": THREE}
SHORT = {"uner-ewt": "ewt"}  # in the ids of its figures
NEWS_IDS = {"f1": "all", "untyped_f1": "untyped", **{f"{k.lower()}_f1": k for k in SIX}}


def name_measures(tagger: Tagger, data: Path) -> Iterator[Measure]:
    """Every set's F1; in news also by kind, and of stretches alone."""
    for name, kinds in NAME_SETS.items():
        scores = name_scores(tagger, list(names(data, name, kinds)), kinds)
        for id_, key in NEWS_IDS.items() if name == "news" else [("f1", "all")]:
            yield scores[key].measure(f"tagger.names.{SHORT.get(name, name)}.{id_}")


class Entity(msgspec.Struct, frozen=True):
    """A marked name, or in GUM also another mention."""

    start: int
    end: int
    type: str
    named: bool = True


class NamesRecord(msgspec.Struct, frozen=True):
    """A text with its names; `ship` says whether its licence lets us train on its like."""

    id: str
    text: str
    entities: tuple[Entity, ...]
    ship: bool = True


def names(data: Path, name: str, kinds: dict[str, str]) -> Iterator[Labelled]:
    """The report texts of a names set, outermost names of the kinds that it marks throughout."""
    report = report_ids(data, f"names/{name}")
    for record in records(data / f"names/{name}.dev.jsonl.gz", NamesRecord):
        if record.id in report and record.ship:
            yield Labelled(record.text, frozenset(_outermost(record.entities, kinds)))


def _outermost(entities: Iterable[Entity], kinds: dict[str, str]) -> Iterator[Found]:
    """A name inside or across a longer or earlier one is not looked for."""
    end = -1
    for one in sorted(
        (one for one in entities if one.named), key=lambda one: (one.start, -one.end)
    ):
        if one.start >= end:
            end = one.end
            if one.type in kinds.values():
                yield one.start, one.end, one.type


def name_scores(
    tagger: Tagger, texts: Sequence[Labelled], kinds: dict[str, str]
) -> dict[str, Score]:
    """Exact stretch and kind: over "all", by kind, and by stretch alone ("untyped")."""
    scores = {key: Score() for key in ("all", "untyped", *kinds.values())}
    for text, tags in tagged(tagger, texts):
        found = {
            (name.span.start, name.span.end, kinds[name.kind])
            for name in tags.names
            if name.kind in kinds
        }
        scores["all"].add(found, text.gold)
        scores["untyped"].add((f[:2] for f in found), (g[:2] for g in text.gold))
        for kind in set(kinds.values()):
            scores[kind].add(of_kind(kind, found), of_kind(kind, text.gold))
    return scores
