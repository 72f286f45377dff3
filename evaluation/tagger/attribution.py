"""Attribution: the stretches of who, said and what, on the report articles of PolNeAR."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from evaluation.measure import records, report_ids
from evaluation.tagger.labelled import Found, Labelled, Score, of_kind, tagged
from twosource.reading.tagger import Role, Tagger

WORD = re.compile(r"\w+")

Stretches = tuple[tuple[int, int], ...]


class Attribution(msgspec.Struct, frozen=True):
    """Who, said, what."""

    source: Stretches
    cue: Stretches
    content: Stretches


class AttributionRecord(msgspec.Struct, frozen=True):
    """An article with its attributions."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def attributions(data: Path) -> Iterator[Labelled]:
    """The report articles of PolNeAR, each contiguous stretch for itself."""
    report = report_ids(data, "attribution/polnear")
    for record in records(data / "attribution/polnear.dev.jsonl.gz", AttributionRecord):
        if record.id in report:
            gold = chain.from_iterable(map(_stretches, record.attributions))
            yield Labelled(record.text, frozenset(gold))


def _stretches(one: Attribution) -> Iterator[Found]:
    for role, stretches in zip(Role, (one.source, one.cue, one.content), strict=True):
        yield from ((start, end, str(role)) for start, end in stretches)


def attribution_scores(tagger: Tagger, texts: Sequence[Labelled]) -> dict[str, Score]:
    """Exact stretches by role, and contents by the words they share ("content_overlap")."""
    scores = {str(role): Score() for role in Role}
    overlap = scores["content_overlap"] = Score()
    for text, tags in tagged(tagger, texts):
        found = {(part.span.start, part.span.end, str(part.role)) for part in tags.parts}
        for role in Role:
            scores[role].add(of_kind(role, found), of_kind(role, text.gold))
        overlap.add(_content_words(text, found), _content_words(text, text.gold))
    return scores


def _content_words(text: Labelled, found: Iterable[Found]) -> set[tuple[str, int]]:
    """The words of all contents, told apart by where they stand in the text."""
    contents = sorted(of_kind(Role.CONTENT, found))
    return {
        (text.text, start + match.start())
        for start, end, _ in contents
        for match in WORD.finditer(text.text[start:end])
    }
