"""One pass over the data: which documents, how disguised, in which windows, in which order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from training.disguise import disguised, renamed
from training.examples import SEEN, Rows, Segment, packed, segment_of, windows, with_openings
from training.recipes import Recipe
from training.sources import NAME_SETS, Document, Part, attribution, loose, names, own
from training.written import written
from twosource.reading.tagger.pieces import Vocabulary

PIECES_A_WINDOW = 254  # and two marks: the length the tagger runs
PIECES_A_BATCH = 3072
WRITTEN = 600  # sentences of ours a pass, with new names each time
LOOSE_BLANKS = 0.18  # the share of words hidden where nothing is labelled
CLS, SEP, MASK = 101, 102, 103  # as the base encoder numbers them
_LOWER_WORD = re.compile(r"\b[a-z]+\b")


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, padded. Word tensors count words, piece tensors pieces."""

    ids: Tensor  # [batch, pieces]
    forms: Tensor
    seen: Tensor  # [batch, pieces] bool
    first: Tensor  # [batch, words]: the first piece of each word
    real: Tensor  # [batch, words] bool
    opens: Tensor  # [batch, words] bool: whether a word opens a paragraph
    names: Tensor  # [batch, words, labels] bool
    attribution: Tensor
    hidden: Tensor  # [batch, pieces]: what stands behind a mark MASK, SEEN elsewhere
    sentences: Tensor  # [n, 4]: window, first piece, piece after the last, row of the teacher


class Pantry:
    """All training documents, read once; serves the batches of any epoch in any order."""

    def __init__(self, recipe: Recipe, vocabulary: Vocabulary, rows: Rows) -> None:
        self._recipe, self._vocabulary, self._rows = recipe, vocabulary, rows
        self._sets = {
            which.name: list(names(which, Part.TRAIN))
            for which in NAME_SETS
            if which.name in recipe.passes
        }
        if "polnear" in recipe.passes:
            self._sets["polnear"] = list(attribution(Part.TRAIN))
        if "own" in recipe.passes:
            self._sets["own"] = list(own())
        if "loose" in recipe.passes:
            self._sets["loose"] = list(loose())
        self._common = {
            word
            for documents in self._sets.values()
            for one in documents
            for word in _LOWER_WORD.findall(one.text)
        }

    def epoch(self, number: int) -> list[Batch]:
        """The batches of an epoch: the same for the same number, whatever came before."""
        random = Random(f"{self._recipe.name} {number}")  # noqa: S311
        served = {name: self._sets.get(name, ()) for name in self._recipe.served(number)}
        if "written" in served:
            served["written"] = list(written(WRITTEN, f"{number}"))
        cut = [one for texts in served.values() for one in self._windows(texts, random)]
        return _batches(cut, random)

    def _windows(self, documents: Sequence[Document], random: Random) -> Iterator[Segment]:
        shuffled = random.sample(documents, len(documents))
        whole = (blanked(self._segment(one, random), self._share(one), random) for one in shuffled)
        cut = (part for one in whole if len(one) for part in windows(one, PIECES_A_WINDOW, random))
        return packed(cut, PIECES_A_WINDOW, random)

    def _share(self, document: Document) -> float:
        return LOOSE_BLANKS if document.loose else self._recipe.blanks

    def _segment(self, document: Document, random: Random) -> Segment:
        """A document as it is read this time; the teacher has no vectors of what is renamed."""
        text, rows = document.text, self._rows
        if document.names and random.random() < self._recipe.renamed:
            spans = [(mark.start, mark.end) for mark in document.names]
            text, rows = renamed(text, spans, self._common, random), {}
        return segment_of(document, disguised(text, random), self._vocabulary, rows)


def blanked(segment: Segment, share: float, random: Random) -> Segment:
    """Hide some words behind the mark MASK: what they are has to be told from those around."""
    numbers = np.searchsorted(segment.first, np.arange(len(segment)), side="right") - 1
    hidden = np.array([random.random() < share for _ in segment.first], dtype=bool)
    gone = hidden[numbers]
    return replace(
        segment,
        ids=np.where(gone, MASK, segment.ids),
        hidden=np.where(gone, segment.ids, SEEN),
    )


def _batches(segments: list[Segment], random: Random) -> list[Batch]:
    """Windows of like length together, batches in random order."""
    segments = sorted(segments, key=lambda segment: len(segment) + random.random())
    batches, held = [], list[Segment]()
    for segment in segments:
        if (len(held) + 1) * (len(segment) + 2) > PIECES_A_BATCH:
            batches.append(_batch(held))
            held = []
        held.append(segment)
    batches.append(_batch(held))
    random.shuffle(batches)
    return batches


def _batch(segments: Sequence[Segment]) -> Batch:
    # Each window begins with the mark CLS, so that its pieces stand one further to the right.
    return Batch(
        ids=_padded([_between_marks(one.ids) for one in segments]),
        forms=_padded([np.pad(one.forms, 1) for one in segments]),
        seen=_padded([np.ones(len(one) + 2, dtype=bool) for one in segments]),
        first=_padded([one.first + 1 for one in segments]),
        real=_padded([np.ones(len(one.first), dtype=bool) for one in segments]),
        opens=_padded([one.opens for one in segments]),
        names=_padded([with_openings(one.names, one.opens) for one in segments]),
        attribution=_padded([with_openings(one.attribution, one.opens) for one in segments]),
        hidden=_padded([np.pad(one.hidden, 1, constant_values=SEEN) for one in segments], SEEN),
        sentences=_numbered([one.sentences + np.array([1, 1, 0]) for one in segments]),
    )


def _between_marks(ids: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[CLS], ids, [SEP]])


def _padded(rows: Sequence[NDArray[np.generic]], fill: int = 0) -> Tensor:
    tensors = [torch.from_numpy(np.ascontiguousarray(row)) for row in rows]
    return pad_sequence(tensors, batch_first=True, padding_value=fill)


def _numbered(tables: Sequence[NDArray[np.int64]]) -> Tensor:
    rows = [np.insert(table, 0, number, axis=1) for number, table in enumerate(tables)]
    return torch.from_numpy(np.concatenate(rows))
