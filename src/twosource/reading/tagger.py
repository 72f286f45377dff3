"""Names, attribution and meaning of a text, from one pass of one small encoder.

    tagger = load()
    tags = tagger.read(text, sentences)
    tags.names     who, what and where, with confidence
    tags.parts     sources, cues and contents; each source and content knows its cue
    tags.vectors   what each sentence means

The encoder is ours (see training/MODEL_CARD.md) and lies beside this file; nothing is fetched. Long
texts go through it in overlapping windows, one at a time: int8 activations are scaled over all that
runs together, so that a window's tags depend on nothing but the window.
"""

import functools
import importlib
import json
import os
import re
import unicodedata
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from twosource.errors import UsageError
from twosource.model import Span

WEIGHTS = Path(__file__).parent / "weights"


class NameKind(StrEnum):
    """What a proper name names."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"
    GROUP = "GROUP"  # a nationality, religion or following, as noun or adjective
    EVENT = "EVENT"
    OTHER = "OTHER"  # a law, a work, a product, a language


class Role(StrEnum):
    """What a stretch of text does in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name without title, article or possessive.

    `confidence` is that of its least sure word, 0 to 1, in hundredths: finer than that, processors
    may differ.
    """

    span: Span
    kind: NameKind
    confidence: float


@dataclass(frozen=True, slots=True)
class Part:
    """A source, cue or content. `cue` is the number, among a text's parts, of the cue it hangs on.

    A content keeps its quotation marks. A cue's own `cue` is `None`, as is every part's of a text
    without cues.
    """

    span: Span
    role: Role
    confidence: float
    cue: int | None = None


@dataclass(frozen=True, slots=True)
class Tags:
    """What one pass tells of a text, in order; `vectors` [sentences, width] are of unit length."""

    names: tuple[Name, ...]
    parts: tuple[Part, ...]
    vectors: NDArray[np.float32]


NAME_LABELS = ("O", *(f"{place}-{kind}" for kind in NameKind for place in "BI"))
ATTRIBUTION_LABELS = ("O", *(f"{place}-{role}" for role in Role for place in "BI"))

# The network tells one row a piece: name scores, role scores, meaning.
WIDTH = 384
_SPLIT = (len(NAME_LABELS), len(NAME_LABELS) + len(ATTRIBUTION_LABELS))

# ── Text → pieces ────────────────────────────────────────────────────────────────────────────────

# The form of a piece is one number made of three: what its word looks like, what stands before the
# word, and whether a quotation is open there. It gives an uncased encoder back what it cannot see.
GAPS = 3
_NOTHING, _SPACE, _BREAK = range(GAPS)
QUOTES = 2  # outside, inside
SHAPES = 11
FORMS = SHAPES * GAPS * QUOTES

# Letters and digits with their accents and with what is not seen between them (a soft hyphen, say),
# or one character of any other kind.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])+|\S")
_LONGEST_WORD = 100
# What stands between two paragraphs, seen from the end of a word: a blank line, or the end of a
# line after the end of a sentence. Any other end of a line may be one of a text with short lines.
_BETWEEN = re.compile(r"\s*\n\s*\n|(?<=[.!?”\"])[^\S\n]*\n")
_OPENING, _CLOSING, _EITHER = "“„«", "”»", '"'


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as word pieces: `ids`, `forms` and `word` have one entry a piece.

    `word[i]` is the number of the word that piece i belongs to. The others have one entry a word:
    `starts` and `ends`, half open, in code points of the text, and whether it opens a paragraph.
    """

    ids: NDArray[np.int64]
    forms: NDArray[np.int64]
    word: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    opens: NDArray[np.bool_]


@functools.lru_cache(maxsize=65536)
def shape_of(word: str) -> int:
    """What a word looks like, as a number below `SHAPES`."""
    if word.isalpha():
        return _shape_of_letters(word)
    if word.isdigit():
        return 7
    if word.isalnum():
        return 8
    return 9 if len(word) == 1 else 10


def _shape_of_letters(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) == 1 else 3
    if word.istitle():
        return 4
    return 5 if word[0].isupper() else 6


class Vocabulary:
    """The pieces that words are cut into, numbered in order.

    Cuts as BERT's uncased tokenizer does (longest piece first), except that every symbol stands
    alone. Words of a hundred letters and more are one unknown piece.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.unknown, self.cls, self.sep = (self._numbers[m] for m in ("[UNK]", "[CLS]", "[SEP]"))
        self.cut = functools.lru_cache(maxsize=65536)(self._cut)

    def _cut(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces; none where nothing of it can be seen."""
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if _is_seen(c))
        if len(plain) > _LONGEST_WORD:
            return (self.unknown,)
        numbers, begin = [], 0
        while begin < len(plain):
            number, begin = self._longest(plain, begin)
            numbers.append(number)
        return (self.unknown,) if self.unknown in numbers else tuple(numbers)

    def _longest(self, word: str, begin: int) -> tuple[int, int]:
        """The longest piece that stands at `begin`, and where it ends."""
        mark = "##" if begin else ""
        for end in range(len(word), begin, -1):
            if (number := self._numbers.get(mark + word[begin:end])) is not None:
                return number, end
        return self.unknown, len(word)


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in ("Mn", "Cc", "Cf", "Cs", "Co")


def cut_into_pieces(text: str, vocabulary: Vocabulary) -> Pieces:
    """Cut a text of any length and language into word pieces; spans count its code points."""
    found = [(m.start(), m.end(), vocabulary.cut(m.group())) for m in _WORD.finditer(text)]
    found = [one for one in found if one[2]]
    starts, ends = [start for start, _, _ in found], [end for _, end, _ in found]
    word = np.repeat(np.arange(len(found)), [len(ids) for _, _, ids in found])
    return Pieces(
        np.array([number for _, _, ids in found for number in ids], dtype=np.int64),
        _forms(text, starts, ends)[word],
        word,
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        np.array([_BETWEEN.match(text, end) is not None for end in [0, *ends[:-1]]], dtype=bool),
    )


def _forms(text: str, starts: Sequence[int], ends: Sequence[int]) -> NDArray[np.int64]:
    """The form of each word of a text; quotations are forgotten at a line break."""
    forms = np.empty(len(starts), dtype=np.int64)
    before, inside = 0, 0
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        between, word = text[before:start], text[start:end]
        gap = _BREAK if "\n" in between or not index else _SPACE if between else _NOTHING
        inside = 0 if gap == _BREAK else inside
        opens = word in _OPENING or (word in _EITHER and not inside)
        closes = word in _CLOSING or (word in _EITHER and inside)
        inside = 1 if opens else inside
        forms[index] = (shape_of(word) * GAPS + gap) * QUOTES + inside
        inside = 0 if closes else inside
        before = end
    return forms


# ── Pieces → windows ─────────────────────────────────────────────────────────────────────────────

# A window is judged by its middle, its home; the margins are there to be looked at. The encoder was
# trained on windows of 254 pieces and two marks.
HOME, MARGIN = 190, 32


@dataclass(frozen=True, slots=True)
class _Window:
    """Words `begin` to `end` go in together; what is told of words `home` to `home_end` counts."""

    begin: int
    home: int
    home_end: int
    end: int


def _windows(edges: NDArray[np.int64], openings: Sequence[int]) -> list[_Window]:
    """Windows whose homes cover all words once, and begin where a sentence opens if they can.

    `edges[i]` is the first piece of word i, with the number of pieces at the end.
    """
    count, home = len(edges) - 1, 0
    windows = []
    while home < count:
        home_end = int(np.searchsorted(edges, edges[home] + HOME, side="right")) - 1
        if home_end < count:
            home_end = max((o for o in openings if home < o <= home_end), default=home_end)
        begin = int(np.searchsorted(edges, edges[home] - MARGIN))
        end = int(np.searchsorted(edges, edges[home_end] + MARGIN, side="right")) - 1
        windows.append(_Window(begin, home, home_end, end))
        home = home_end
    return windows


# ── Scores → labels ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Labels:
    """The likeliest label of each word and how sure it is, 0 to 1."""

    best: NDArray[np.int64]
    sure: NDArray[np.float32]


def _decode(scores: Sequence[NDArray[np.float32]], steps: NDArray[np.float32]) -> list[_Labels]:
    """Label several windows at once by their best path through a linear chain (Viterbi 1967).

    `scores` holds [words, labels] a window, `steps` [from, to] what BIO allows and training liked.
    """
    if not scores:
        return []
    order = sorted(range(len(scores)), key=lambda number: -len(scores[number]))
    stack, lengths = _stacked([scores[number] for number in order])
    best, sure = _best_path(stack, lengths, steps), _marginals(stack, lengths, steps)
    sure = np.take_along_axis(sure, best[..., None], axis=2)[..., 0]
    rows = sorted(zip(order, range(len(order)), lengths.tolist(), strict=True))
    return [_Labels(best[row, :length], sure[row, :length]) for _, row, length in rows]


def _stacked(
    scores: Sequence[NDArray[np.float32]],
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    lengths = np.array([len(one) for one in scores])
    stack = np.zeros((len(scores), lengths[0], scores[0].shape[1]), dtype=np.float32)
    for row, one in zip(stack, scores, strict=True):
        row[: len(one)] = one
    return stack, lengths


def _best_path(
    stack: NDArray[np.float32], lengths: NDArray[np.int64], steps: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Windows come longest first, so that those still running are always the first few rows."""
    total, came_from = stack[:, 0].copy(), np.zeros(stack.shape, dtype=np.int64)
    for word in range(1, stack.shape[1]):
        rows = int((lengths > word).sum())
        onward = total[:rows, :, None] + steps
        came_from[:rows, word] = onward.argmax(axis=1)
        total[:rows] = onward.max(axis=1) + stack[:rows, word]
    best = np.zeros(stack.shape[:2], dtype=np.int64)
    best[np.arange(len(best)), lengths - 1] = total.argmax(axis=1)
    for word in range(stack.shape[1] - 1, 0, -1):
        running = np.arange((lengths > word).sum())
        best[running, word - 1] = came_from[running, word, best[running, word]]
    return best


def _marginals(
    stack: NDArray[np.float32], lengths: NDArray[np.int64], steps: NDArray[np.float32]
) -> NDArray[np.float32]:
    """How likely each label of each word is, over all paths (the forward-backward algorithm)."""
    weights, odds = np.exp(steps), np.exp(stack - stack.max(axis=2, keepdims=True))
    ahead, behind = odds.copy(), np.ones_like(odds)
    for word in range(1, stack.shape[1]):
        rows = int((lengths > word).sum())
        reached = (ahead[:rows, word - 1, :, None] * weights).sum(axis=1)
        ahead[:rows, word] *= reached / reached.sum(axis=1, keepdims=True)
    for word in range(stack.shape[1] - 1, 0, -1):
        rows = int((lengths > word).sum())
        open_ = (odds[:rows, word] * behind[:rows, word])[:, None, :]
        reached = (open_ * weights).sum(axis=2)
        behind[:rows, word - 1] = reached / reached.sum(axis=1, keepdims=True)
    likely: NDArray[np.float32] = ahead * behind
    likely /= likely.sum(axis=2, keepdims=True)
    return likely


def _spans(labels: _Labels, names: Sequence[str]) -> Iterator[tuple[int, int, str, float]]:
    """Stretches of equal kind: first word, word after the last, kind, the least sure word."""
    kinds = [names[label][2:] for label in labels.best]
    opens = [names[label][:1] == "B" for label in labels.best]
    begin = 0
    for end in range(1, len(kinds) + 1):
        if end == len(kinds) or opens[end] or kinds[end] != kinds[begin]:
            if kinds[begin]:
                yield begin, end, kinds[begin], round(float(labels.sure[begin:end].min()), 2)
            begin = end


# ── The tagger ───────────────────────────────────────────────────────────────────────────────────

_NEVER = np.float32(-1e4)
TEXTS_AT_ONCE = 16  # enough to keep the decoder's loops long, few enough to stream


@dataclass(frozen=True, slots=True)
class _Plan:
    """A text on its way through the network."""

    text: str
    pieces: Pieces
    edges: NDArray[np.int64]  # as `_windows` takes them
    sentences: NDArray[np.int64]  # [sentences, 2]: first piece, piece after the last
    windows: list[_Window]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the network says of a window's words, and of the sentences that its home touches."""

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
        return _Plan(text, pieces, edges, bounds, _windows(edges, begins.tolist()))

    def _told(self, plan: _Plan, window: _Window) -> _Told:
        edges = plan.edges[window.begin : window.end + 1]
        pieces = slice(edges[0], edges[-1])
        marks = self._vocabulary.cls, self._vocabulary.sep
        ids = np.insert(plan.pieces.ids[pieces], [0, pieces.stop - pieces.start], marks)
        forms = np.pad(plan.pieces.forms[pieces], 1)
        (told,) = self._session.run(None, {"ids": ids[None], "forms": forms[None]})
        names, roles, _ = np.split(told[edges[:-1] - edges[0] + 1], _SPLIT, axis=1)
        # No name and no stretch of an attribution goes on in the next paragraph.
        opens = plan.pieces.opens[window.begin : window.end, None]
        for scores in (names, roles):
            scores[:, 2::2] += np.where(opens, _NEVER, np.float32(0))
        return _Told(names, roles, *_meaning(plan, window, told[1:, _SPLIT[-1] :]))

    def _tags(self, plans: Sequence[_Plan], told: Sequence[_Told]) -> Iterator[Tags]:
        """Put the windows of each text together again; `told` has them in order."""
        names = _decode([one.names for one in told], self._name_steps)
        roles = _decode([one.roles for one in told], self._role_steps)
        done = 0
        for plan in plans:
            here = slice(done, done + len(plan.windows))
            yield Tags(
                _names(plan.pieces, _at_home(names[here], plan.windows)),
                _parts(plan, _at_home(roles[here], plan.windows)),
                _vectors(plan, told[here]),
            )
            done = here.stop


def _at_home(labels: Sequence[_Labels], windows: Sequence[_Window]) -> _Labels:
    """The labels of a text's words, each from the window it is at home in."""
    homes = [slice(one.home - one.begin, one.home_end - one.begin) for one in windows]
    pairs = list(zip(labels, homes, strict=True))
    return _Labels(
        np.concatenate([np.empty(0, dtype=np.int64), *(one.best[home] for one, home in pairs)]),
        np.concatenate([np.empty(0, np.float32), *(one.sure[home] for one, home in pairs)]),
    )


def _names(pieces: Pieces, labels: _Labels) -> tuple[Name, ...]:
    return tuple(
        Name(_span(pieces, begin, end), NameKind(kind), sure)
        for begin, end, kind, sure in _spans(labels, NAME_LABELS)
    )


def _parts(plan: _Plan, labels: _Labels) -> tuple[Part, ...]:
    found = list(_spans(labels, ATTRIBUTION_LABELS))
    spans = [_span(plan.pieces, begin, end) for begin, end, _, _ in found]
    cues = [number for number, (_, _, kind, _) in enumerate(found) if kind == Role.CUE]
    return tuple(
        Part(
            spans[number],
            Role(kind),
            sure,
            None if kind == Role.CUE else _cue_of(number, cues, spans, plan.text),
        )
        for number, (_, _, kind, sure) in enumerate(found)
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
    plan: _Plan, window: _Window, meaning: NDArray[np.float32]
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


def _span(pieces: Pieces, begin: int, end: int) -> Span:
    return Span(int(pieces.starts[begin]), int(pieces.ends[end - 1]))


# ── Names from elsewhere ─────────────────────────────────────────────────────────────────────────

_SPACY_KINDS = {
    "PERSON": NameKind.PERSON,
    "PER": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.GROUP,
    "EVENT": NameKind.EVENT,
    **dict.fromkeys(("WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE", "MISC"), NameKind.OTHER),
}
_UNDRESSED = re.compile(r"(?:the\s+)?(?P<name>.*?)(?:['’]s)?", re.IGNORECASE | re.DOTALL)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class SpacyTagger:
    """A tagger whose names are those of an installed spaCy pipeline; the rest is the encoder's.

    spaCy does not say how sure it is: its names get the confidence 1. Its kinds that name nothing
    (dates, amounts) are left out, articles and possessives are cut off as our own names do without.
    """

    def __init__(self, pipeline: str, tagger: Tagger) -> None:
        self._nlp, self._tagger = _open_spacy(pipeline), tagger

    def read(self, text: str, sentences: Sequence[Span] = ()) -> Tags:
        """As `Tagger.read`."""
        return replace(self._tagger.read(text, sentences), names=tuple(self._names(text)))

    def read_all(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Tags]:
        """As `Tagger.read_all`."""
        for text, sentences in texts:
            yield self.read(text, sentences)

    def _names(self, text: str) -> Iterator[Name]:
        self._nlp.max_length = max(self._nlp.max_length, len(text))
        for entity in self._nlp(_LONE_SURROGATE.sub("\ufffd", text)).ents:
            kind = _SPACY_KINDS.get(entity.label_)
            found = _UNDRESSED.fullmatch(text, entity.start_char, entity.end_char)
            if kind and found and found["name"]:
                yield Name(Span(*found.span("name")), kind, 1.0)


class _Entity(Protocol):
    label_: str
    start_char: int
    end_char: int


class _Doc(Protocol):
    ents: Sequence[_Entity]


class _Pipeline(Protocol):
    max_length: int

    def __call__(self, text: str, /) -> _Doc: ...


def _open_spacy(name: str) -> _Pipeline:
    try:
        spacy = importlib.import_module("spacy")
        pipeline: _Pipeline = spacy.load(name)
    except (ImportError, OSError) as error:
        raise UsageError(
            f"no spaCy pipeline {name}: install spaCy and the pipeline, or leave out --names"
        ) from error
    return pipeline


# ── What lies beside this file ───────────────────────────────────────────────────────────────────


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
