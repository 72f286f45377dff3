"""The tagger: one pass of the encoder over each window, put together again to one text."""

import functools
import json
import os
import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from twosource.model import Mention, NameKind, Span
from twosource.reading.tagger.decoding import Decoded, Stretch, decode
from twosource.reading.tagger.pieces import Pieces, Vocabulary, cut_into_pieces
from twosource.reading.tagger.tags import (
    ATTRIBUTION_LABELS,
    NAME_LABELS,
    WIDTH,
    Part,
    Reported,
    Role,
    Tags,
)
from twosource.reading.tagger.windows import Window, cut_into_windows

WEIGHTS = Path(__file__).parent / "weights"

# The network tells one row a piece: name scores, role scores, meaning.
_SPLIT = (len(NAME_LABELS), len(NAME_LABELS) + len(ATTRIBUTION_LABELS))

_CONTENT = [n for n, label in enumerate(ATTRIBUTION_LABELS) if label[2:] == Role.CONTENT]

_NEVER = np.float32(-1e4)
# How likely a name or a part has to be, with its kind and both ends, to be told; set on our tuning
# part. Who-said-what is best there with parts from .35 (.716; .714 from .25 or .15 on).
LIKELY_NAME, LIKELY_PART = 0.4, 0.35
LONGEST_ROW = 512  # words labelled together, where no paragraph ends before
TEXTS_AT_ONCE = 16  # enough to keep the decoder's loops long, few enough to stream


@dataclass(frozen=True, slots=True)
class _Plan:
    """A text on its way through the network."""

    text: str
    pieces: Pieces
    edges: NDArray[np.int64]  # as `cut_into_windows` takes them
    sentences: NDArray[np.int64]  # [sentences, 2]: first piece, piece after the last
    windows: list[Window]
    rows: list[int]  # the first words of what is labelled together


@dataclass(frozen=True, slots=True)
class _Told:
    """What the network says of the words at home in a window, and of sentences that they touch."""

    names: NDArray[np.float32]  # [words, labels]
    roles: NDArray[np.float32]
    touched: NDArray[np.int64]  # numbers of sentences
    meaning: NDArray[np.float32]  # [touched, width]: summed over the pieces at home


# How many characters the end of a sentence or a line is worth: by judgement, see `_cue_of`.
_SENTENCE_AWAY, _LINE_AWAY = 200, 1000
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s")


class Tagger:
    """Reads texts. Its answers do not depend on `threads` nor on which texts are read together."""

    def __init__(self, folder: Path = WEIGHTS, threads: int | None = None) -> None:
        pieces = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
        self._vocabulary = Vocabulary(pieces)
        self._session = _open_session(folder / "encoder.onnx")
        chains = json.loads((folder / "chains.json").read_text(encoding="utf-8"))
        self._name_steps = np.array(chains["names"], dtype=np.float32)
        self._role_steps = np.array(chains["attribution"], dtype=np.float32)
        self._threads = threads or min(4, os.cpu_count() or 1)

    def read(self, text: str, sentences: Sequence[Span] = ()) -> Tags:
        """Tag one text; `sentences` say where windows may begin, and get a vector each."""
        return next(self.read_all([(text, sentences)]))

    def read_all(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Tags]:
        """Tag texts in order, a few at a time."""
        coming = iter(texts)
        with ThreadPoolExecutor(self._threads) as pool:
            while group := list(islice(coming, TEXTS_AT_ONCE)):
                plans = [self._plan(*one) for one in group]
                jobs = [(plan, window) for plan in plans for window in plan.windows]
                yield from self._tags(plans, list(pool.map(lambda job: self._told(*job), jobs)))

    def vectors(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """A unit vector for each sentence, read on its own: [sentences, width]."""
        texts = [(sentence, [Span(0, len(sentence))]) for sentence in sentences]
        none = np.empty((0, WIDTH), dtype=np.float32)
        return np.concatenate([none, *(tags.vectors for tags in self.read_all(texts))])

    def _plan(self, text: str, sentences: Sequence[Span]) -> _Plan:
        pieces = cut_into_pieces(text, self._vocabulary)
        edges = np.flatnonzero(np.diff(pieces.word, prepend=-1, append=len(pieces.starts)))
        begins = np.searchsorted(pieces.ends, [one.start for one in sentences], side="right")
        ends = np.searchsorted(pieces.starts, [one.end for one in sentences], side="left")
        bounds = np.stack([edges[begins], edges[ends]], axis=1)
        windows = cut_into_windows(edges, begins.tolist())
        return _Plan(text, pieces, edges, bounds, windows, _rows(pieces.opens))

    def _told(self, plan: _Plan, window: Window) -> _Told:
        edges = plan.edges[window.begin : window.end + 1]
        pieces = slice(edges[0], edges[-1])
        marks = self._vocabulary.cls, self._vocabulary.sep
        ids = np.insert(plan.pieces.ids[pieces], [0, pieces.stop - pieces.start], marks)
        forms = np.pad(plan.pieces.forms[pieces], 1)
        (told,) = self._session.run(None, {"ids": ids[None], "forms": forms[None]})
        home = slice(window.home, window.home_end)
        first = plan.edges[home] - edges[0] + 1
        names, roles, _ = np.split(told[first], _SPLIT, axis=1)
        # No name and no stretch of an attribution goes on in the next paragraph.
        for scores in (names, roles):
            scores[:, 2::2] += np.where(plan.pieces.opens[home, None], _NEVER, np.float32(0))
        return _Told(names, roles, *_meaning(plan, window, told[1:, _SPLIT[-1] :]))

    def _tags(self, plans: Sequence[_Plan], told: Sequence[_Told]) -> Iterator[Tags]:
        """Put the windows of each text together again; `told` has them in order."""
        names = _decoded(plans, [one.names for one in told], self._name_steps, LIKELY_NAME)
        roles = _decoded(plans, [one.roles for one in told], self._role_steps, LIKELY_PART)
        coming = iter(told)
        for plan, named, parts in zip(plans, names, roles, strict=True):
            here = list(islice(coming, len(plan.windows)))
            yield Tags(
                _names(plan.pieces, named.stretches),
                _parts(plan, parts.stretches),
                _vectors(plan, here),
                Reported(plan.pieces.ends, parts.likely[:, _CONTENT].sum(axis=1)),
            )


def _rows(opens: NDArray[np.bool_]) -> list[int]:
    """Paragraphs; long ones in parts."""
    bounds = [*sorted({0, *np.flatnonzero(opens).tolist()}), len(opens)]
    return [row for begin, end in pairwise(bounds) for row in range(begin, end, LONGEST_ROW)]


def _decoded(
    plans: Sequence[_Plan],
    scores: Sequence[NDArray[np.float32]],
    steps: NDArray[np.float32],
    least: float,
) -> Iterator[Decoded]:
    """Each text as one row; `scores` [words, labels] come window by window."""
    ends = np.cumsum([len(plan.pieces.starts) for plan in plans])
    texts = np.split(np.concatenate([np.empty((0, len(steps)), np.float32), *scores]), ends[:-1])
    pairs = zip(plans, texts, strict=True)
    rows = [row for plan, text in pairs for row in np.split(text, plan.rows)[1:]]
    found = iter(decode(rows, steps, least))
    for plan in plans:
        yield _joined(plan.rows, [next(found) for _ in plan.rows], len(steps))


def _joined(begins: Sequence[int], rows: Sequence[Decoded], labels: int) -> Decoded:
    """The rows of a text, which begin at these words, as one."""
    stretches = [
        replace(one, begin=one.begin + begin, end=one.end + begin)
        for begin, row in zip(begins, rows, strict=True)
        for one in row.stretches
    ]
    none = np.empty((0, labels), dtype=np.float32)
    return Decoded(stretches, np.concatenate([none, *(row.likely for row in rows)]))


def _names(pieces: Pieces, found: Sequence[Stretch]) -> tuple[Mention, ...]:
    kinds = list(NameKind)
    return tuple(Mention(_span(pieces, one), kinds[one.kind], one.sure) for one in found)


def _parts(plan: _Plan, found: Sequence[Stretch]) -> tuple[Part, ...]:
    roles = [list(Role)[one.kind] for one in found]
    spans = [_span(plan.pieces, one) for one in found]
    cues = [number for number, role in enumerate(roles) if role is Role.CUE]
    return tuple(
        Part(
            spans[number],
            role,
            found[number].sure,
            None if role is Role.CUE else _cue_of(number, cues, spans, plan.text),
        )
        for number, role in enumerate(roles)
    )


def _cue_of(part: int, cues: Sequence[int], spans: Sequence[Span], text: str) -> int | None:
    """The cue that a part hangs on: the nearest, rather in its own sentence or paragraph.

    Of 753 parts found exactly in our tuning part of PolNeAR this links 96.5% as people do, the
    plainly nearest 94.2%, and a bilinear head of the encoder, which it replaced, 83.7%.
    """
    here = bisect(cues, part)
    nearby = cues[max(0, here - 2) : here + 2]
    return min(nearby, key=lambda cue: _distance(spans[part], spans[cue], text), default=None)


def _distance(a: Span, b: Span, text: str) -> int:
    """Characters between two spans; the end of a sentence or a line there counts for many."""
    between = text[min(a.end, b.end) : max(a.start, b.start)]
    far = _SENTENCE_AWAY if _SENTENCE_END.search(between) else 0
    return len(between) + far + (_LINE_AWAY if "\n" in between else 0)


def _meaning(
    plan: _Plan, window: Window, meaning: NDArray[np.float32]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The sentences that a window's home touches, and what its pieces there add to their vectors.

    `meaning` [pieces, width] begins with the window's first piece.
    """
    home, home_end = plan.edges[window.home], plan.edges[window.home_end]
    touched = np.flatnonzero((plan.sentences[:, 0] < home_end) & (plan.sentences[:, 1] > home))
    bounds = plan.sentences[touched].clip(home, home_end) - plan.edges[window.begin]
    sums = [meaning[begin:end].sum(axis=0) for begin, end in bounds.tolist()]
    return touched, np.array(sums, dtype=np.float32).reshape(-1, WIDTH)


def _vectors(plan: _Plan, told: Sequence[_Told]) -> NDArray[np.float32]:
    """The sum over each sentence's pieces, made to unit length; nothing means nothing."""
    vectors = np.zeros((len(plan.sentences), WIDTH), dtype=np.float32)
    for one in told:
        vectors[one.touched] += one.meaning
    lengths = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    vectors /= np.maximum(lengths, np.float32(1e-9))
    return vectors


def _span(pieces: Pieces, one: Stretch) -> Span:
    return Span(int(pieces.starts[one.begin]), int(pieces.ends[one.end - 1]))


@functools.cache
def load() -> Tagger:
    """The tagger with the shipped weights, opened once."""
    return Tagger()


class _Session(Protocol):
    def run(
        self, outputs: None, inputs: dict[str, NDArray[np.int64]], /
    ) -> list[NDArray[np.float32]]: ...


def _open_session(path: Path) -> _Session:
    from onnxruntime import (  # type: ignore[import-untyped]  # noqa: PLC0415  # who reads waits
        InferenceSession,
        SessionOptions,
    )

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # windows run side by side
    options.log_severity_level = 3
    session: _Session = InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return session
