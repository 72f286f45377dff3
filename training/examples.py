"""Documents → segments: pieces with what each word may be labelled, ready to be cut and joined.

A word that nobody labelled may carry every label, which costs the model nothing whatever it says.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from training.sources import Attributed, Document, Marked
from twosource.reading.tagger.pieces import Pieces, Vocabulary, cut_into_pieces
from twosource.reading.tagger.tags import ATTRIBUTION_LABELS, NAME_LABELS

_SENTENCE_END = re.compile(
    r"""(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))[.!?]['"”’)]*\s+(?=["“‘'(]*[A-Z0-9])|\n+"""
)

_ALONE = 0.4  # how often a window is closed after each short text, whatever room is left

SEEN = -1  # in the place of a piece that is not hidden

Rows = dict[str, int]  # a sentence of a document, "id:start" → its row among the teacher's vectors


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in pieces, with the labels allowed on its words.

    `names` [words, name labels] and `attribution` [words, attribution labels] are true where a
    label is allowed; `sentences` [n, 3] are first piece, piece after the last, row of the teacher's
    vector.
    """

    ids: NDArray[np.int64]
    forms: NDArray[np.int64]
    first: NDArray[np.int64]  # the first piece of each word
    opens: NDArray[np.bool_]  # whether a word opens a paragraph
    names: NDArray[np.bool_]
    attribution: NDArray[np.bool_]
    sentences: NDArray[np.int64]
    hidden: NDArray[np.int64]  # the piece that stands behind a mark MASK; SEEN elsewhere

    def __len__(self) -> int:
        return len(self.ids)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Split by plain rules, good enough to teach vectors on."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)] + [len(text)]
    spans = zip([0, *ends[:-1]], ends, strict=True)
    return [(start, end) for start, end in spans if text[start:end].strip()]


def segment_of(document: Document, text: str, vocabulary: Vocabulary, rows: Rows) -> Segment:
    """The segment of a whole document; `text` is its text, disguised or not, of equal length."""
    pieces = cut_into_pieces(text, vocabulary)
    first = np.flatnonzero(np.diff(pieces.word, prepend=-1))
    return Segment(
        pieces.ids,
        pieces.forms,
        first,
        pieces.opens,
        _name_labels(document, pieces),
        _attribution_labels(document, pieces),
        _sentences(document, pieces, first, rows),
        np.full(len(pieces.ids), SEEN),
    )


def words_of(pieces: Pieces, start: int, end: int) -> slice:
    """The words that a half-open stretch of the text touches."""
    return slice(
        int(np.searchsorted(pieces.ends, start, side="right")),
        int(np.searchsorted(pieces.starts, end, side="left")),
    )


def _name_labels(document: Document, pieces: Pieces) -> NDArray[np.bool_]:
    if document.names is None:
        return np.ones((len(pieces.starts), len(NAME_LABELS)), dtype=bool)
    unmarked = _mask(NAME_LABELS, {"O"} | {f"{p}-{kind}" for kind in document.silent for p in "BI"})
    allowed = np.tile(unmarked, (len(pieces.starts), 1))
    for mark in document.names:
        _mark(allowed, words_of(pieces, mark.start, mark.end), mark.kinds, NAME_LABELS)
    return allowed


def _attribution_labels(document: Document, pieces: Pieces) -> NDArray[np.bool_]:
    if document.attributions is None:
        return np.ones((len(pieces.starts), len(ATTRIBUTION_LABELS)), dtype=bool)
    allowed = np.tile(_mask(ATTRIBUTION_LABELS, {"O"}), (len(pieces.starts), 1))
    for start, end in document.doubted:
        allowed[words_of(pieces, start, end)] = True
    for mark in roles(document.attributions):
        _mark(allowed, words_of(pieces, mark.start, mark.end), mark.kinds, ATTRIBUTION_LABELS)
    return allowed


def roles(attributions: Iterable[Attributed]) -> Iterator[Marked]:
    """Each contiguous stretch of each attribution, marked with its role."""
    for one in attributions:
        yield from (Marked(start, end, ("source",)) for start, end in one.source)
        yield from (Marked(start, end, ("cue",)) for start, end in one.cue)
        yield from (Marked(start, end, ("content",)) for start, end in one.content)


def _mask(labels: Sequence[str], allowed: set[str]) -> NDArray[np.bool_]:
    return np.array([label in allowed for label in labels])


def _mark(
    allowed: NDArray[np.bool_], words: slice, kinds: tuple[str, ...], labels: Sequence[str]
) -> None:
    allowed[words] = _mask(labels, {f"I-{kind}" for kind in kinds})
    allowed[words.start : words.start + 1] = _mask(labels, {f"B-{kind}" for kind in kinds})


def _sentences(
    document: Document, pieces: Pieces, first: NDArray[np.int64], rows: Rows
) -> NDArray[np.int64]:
    edges = np.append(first, len(pieces.ids))
    found = []
    for start, end in sentence_spans(document.text):
        words = words_of(pieces, start, end)
        if words.start < words.stop and f"{document.id}:{start}" in rows:
            found.append((edges[words.start], edges[words.stop], rows[f"{document.id}:{start}"]))
    return np.array(found, dtype=np.int64).reshape(-1, 3)


# ── Segments → windows ───────────────────────────────────────────────────────────────────────────


def windows(segment: Segment, limit: int, random: Random) -> Iterator[Segment]:
    """Cut a segment into windows of at most `limit` pieces that begin where a sentence begins.

    The first window is of random length, so that each pass over a document sees other windows.
    """
    begin, room = 0, random.randint(limit // 4, limit)
    openings = segment.sentences[:, 0]
    while begin < len(segment):
        end = min(begin + room, len(segment))
        fitting = openings[(openings > begin) & (openings <= end)]
        if end < len(segment):
            words = segment.first[segment.first <= end]
            end = int(fitting[-1]) if len(fitting) else max(int(words[-1]), begin + 1)
        yield part_of(segment, begin, end)
        begin, room = end, limit


def part_of(segment: Segment, begin: int, end: int) -> Segment:
    """The pieces from `begin` up to `end`; sentences that stick out are left out."""
    words = slice(*np.searchsorted(segment.first, (begin, end)).tolist())
    sentences = segment.sentences
    sentences = sentences[(sentences[:, 0] >= begin) & (sentences[:, 1] <= end)]
    return Segment(
        segment.ids[begin:end],
        segment.forms[begin:end],
        segment.first[words] - begin,
        segment.opens[words],
        segment.names[words],
        segment.attribution[words],
        sentences - np.array([begin, begin, 0]),
        segment.hidden[begin:end],
    )


def joined(segments: Sequence[Segment]) -> Segment:
    """One segment of several, in order, as paragraphs of one text would stand."""
    pieces = np.cumsum([0] + [len(segment) for segment in segments])[:-1].tolist()
    pairs = list(zip(segments, pieces, strict=True))
    return Segment(
        np.concatenate([segment.ids for segment in segments]),
        np.concatenate([segment.forms for segment in segments]),
        np.concatenate([segment.first + piece for segment, piece in pairs]),
        np.concatenate([segment.opens for segment in segments]),
        np.concatenate([segment.names for segment in segments]),
        np.concatenate([segment.attribution for segment in segments]),
        np.concatenate(
            [segment.sentences + np.array([piece, piece, 0]) for segment, piece in pairs]
        ),
        np.concatenate([segment.hidden for segment in segments]),
    )


def with_openings(allowed: NDArray[np.bool_], opens: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Let a stretch begin anew with each paragraph, and where its beginning was cut off.

    The beginning may also lie under another stretch. Without this there would be windows that have
    no allowed path at all.
    """
    allowed = allowed.copy()
    before = np.vstack([np.zeros_like(allowed[:1]), allowed[:-1]])
    for begin in range(1, allowed.shape[1], 2):
        orphans = allowed[:, begin + 1] & ~before[:, begin : begin + 2].any(axis=1)
        allowed[orphans | (opens & allowed[:, begin + 1]), begin] = True
        allowed[opens, begin + 1] = False
    return allowed


def packed(segments: Iterable[Segment], limit: int, random: Random) -> Iterator[Segment]:
    """Join short segments at random, so that names are also learnt in long windows."""
    held: list[Segment] = []
    for segment in segments:
        if held and (sum(map(len, held)) + len(segment) > limit or random.random() < _ALONE):
            yield joined(held)
            held = []
        held.append(segment)
    if held:
        yield joined(held)
