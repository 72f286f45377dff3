"""Pairs of sentences of which it is known whether the one was made from the other.

The invented stories say which passages come from one another: two sentences are one where each lies
in one passage of the truth for at least `WITHIN`; what the truth tolerates counts for neither. The
bundles of rewrites say it sentence by sentence. Stories and bundles that only measure are not read.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.measure import report_ids
from evaluation.rewriting import BETWEEN, FOLDER, Written, bundle
from evaluation.stories import OURS, Story, stories
from twosource import ingest
from twosource.collation.reuse.index import Couple, Shelf, each, families, index_of
from twosource.collation.reuse.rarity import Values
from twosource.collation.reuse.sentence_likeness import Pairs, pairs_of, rarer
from twosource.collation.reuse.sides import Side
from twosource.collation.reuse.surroundings import seen
from twosource.model import Reading, Span
from twosource.reading import read_all

WITHIN = 0.4
MADE, NOT_MADE, EITHER = 1, 0, -1

Labels = NDArray[np.int64]
Labelled = Callable[[Side, Side], Labels]  # [sentences of the one, of the other]


@dataclass(frozen=True, slots=True)
class Examples:
    """What is seen of pairs of sentences [pairs, `SEEN`], what they are, and how rare it is."""

    seen: Values
    labels: Labels
    rarer: Values


def of_stories(data: Path) -> Iterator[Examples]:
    """The pairs of every story that may be read."""
    reporting = report_ids(data, "stories")
    for story in (*stories(data / "stories"), *stories(OURS / "open")):
        if story.name not in reporting:
            readings = list(read_all(ingest([story.articles]).articles))
            yield _examples(readings, _by_passages(story))


def of_bundles() -> Iterator[Examples]:
    """The pairs of every bundle that may be read."""
    for path in sorted((FOLDER / "open").glob("*.txt")):
        one = bundle(path)
        yield _examples(one.readings, _by_sentences(one.texts))


def joined(piles: Iterable[Examples]) -> Examples:
    """All pairs that are made or are not."""
    listed = list(piles)
    labels = np.concatenate([one.labels for one in listed])
    told = labels != EITHER
    return Examples(
        np.concatenate([one.seen for one in listed])[told],
        labels[told],
        np.concatenate([one.rarer for one in listed])[told],
    )


def _examples(readings: Sequence[Reading], labelled: Labelled) -> Examples:
    index = index_of(readings)
    shelf = Shelf(index)
    pairs: dict[Couple, Pairs] = {}
    around: dict[Couple, Values] = {}
    for family in families(index.alike):
        near = {(a, b): pairs_of(shelf[a], shelf[b], index.rarity) for a, b in each(family)}
        pairs |= near
        around |= seen(near)
    return Examples(
        np.concatenate([around[couple] for couple in pairs]),
        np.concatenate(
            [labelled(shelf[a], shelf[b])[p.rows, p.columns] for (a, b), p in pairs.items()]
        ),
        np.concatenate([np.full(len(p.rows), rarer(p.shape)) for p in pairs.values()]),
    )


def _by_passages(story: Story) -> Labelled:
    """Labels by the passages of a story's truth."""
    truth = json.loads(story.truth.read_bytes())

    def labelled(a: Side, b: Side) -> Labels:
        labels = np.full((len(a.sentences), len(b.sentences)), NOT_MADE)
        for layer, label in (("reuse_tolerated", EITHER), ("reuse", MADE)):
            for one in truth.get(layer, ()):
                ends = {end["doc"]: Span(end["start"], end["end"]) for end in (one["a"], one["b"])}
                if ends.keys() == {_file(a), _file(b)}:
                    labels[np.ix_(_inside(a, ends[_file(a)]), _inside(b, ends[_file(b)]))] = label
        return labels

    return labelled


def _file(side: Side) -> str:
    return Path(side.reading.article.name).name


def _inside(side: Side, passage: Span) -> NDArray[np.bool_]:
    """Which sentences of an article lie in a passage."""
    spans = [side.words.span(first, last) for first, last in side.sentences]
    return np.array([span.shared(passage) >= WITHIN * len(span) for span in spans])


def _by_sentences(texts: Mapping[str, Sequence[Written]]) -> Labelled:
    """Labels by what each sentence of a bundle was written from."""

    def labelled(a: Side, b: Side) -> Labels:
        rows, columns = (_sources(side, texts[side.name]) for side in (a, b))
        return np.array([[MADE if one & other else NOT_MADE for other in columns] for one in rows])

    return labelled


def _sources(side: Side, written: Sequence[Written]) -> list[frozenset[str]]:
    """What each sentence of a side was written from: it begins in one sentence of the bundle."""
    begins = list(accumulate((len(one.words) + len(BETWEEN) for one in written), initial=0))
    starts = [side.words.span(first, last).start for first, last in side.sentences]
    return [written[int(np.searchsorted(begins, at, "right")) - 1].made_of for at in starts]
