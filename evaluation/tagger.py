"""The tagger: names, attribution, sentence vectors, speed and size, each on its report ids.

The encoder was trained on the rest of these sets, so that nothing else may be counted here.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from evaluation.measure import Measure, records, report_ids
from twosource.model import Article, Block, BlockKind, Span
from twosource.reading.sentences import split_sentences
from twosource.reading.tagger import WEIGHTS, Role, Tagger, Tags

Found = tuple[int, int, str]  # a half-open stretch and its kind

# What the kinds of name are called in each set; a set whose MISC may be any of three gets them all.
THREE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
SIX = {**THREE, "GROUP": "GROUP", "EVENT": "EVENT", "OTHER": "OTHER"}
MISC = dict.fromkeys(("GROUP", "EVENT", "OTHER"), "MISC")
NAME_SETS = {"news": SIX, "wikigold": {**THREE, **MISC}, "uner-ewt": THREE, "gum": THREE}
SHORT = {"uner-ewt": "ewt"}  # as the work items name it
NEWS_IDS = {"f1": "all", "untyped_f1": "untyped", **{f"{k.lower()}_f1": k for k in SIX}}
WORD = re.compile(r"\w+")

# F1 of the original encoder on msrp by the same rule: the threshold best on its training pairs.
ORIGINAL_MSRP_F1 = 0.8143
CASES = Path(__file__).parent / "paraphrase_cases.yaml"
ARTICLES_TO_TIME = 60


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the stretches that are to be found in it."""

    text: str
    gold: frozenset[Found]


@dataclass(slots=True)
class Score:
    """Counts behind precision, recall and F1."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: Iterable[object], gold: Iterable[object]) -> None:
        """Count what was found against what is there; equal means right."""
        found, gold = set(found), set(gold)
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / max(self.found + self.gold, 1)


def measures(data: Path) -> Iterator[Measure]:
    """Every figure of the tagger."""
    tagger = Tagger()
    for name, kinds in NAME_SETS.items():
        scores = name_scores(tagger, list(names(data, name, kinds)), kinds)
        for id_, key in NEWS_IDS.items() if name == "news" else [("f1", "all")]:
            yield Measure(f"tagger.names.{SHORT.get(name, name)}.{id_}", *_told(scores[key]))
    articles = list(attributions(data))
    for key, score in attribution_scores(tagger, articles).items():
        yield Measure(f"tagger.attribution.{key}_f1", *_told(score))
    yield from vector_measures(tagger, data)
    yield from case_measures(tagger)
    yield from speed_measures(WEIGHTS, [article.text for article in articles])


def _told(score: Score) -> tuple[float, int]:
    return round(score.f1, 4), score.gold


def tagged(tagger: Tagger, texts: Sequence[Labelled]) -> Iterator[tuple[Labelled, Tags]]:
    """Each text with what the tagger says of it."""
    jobs = ((one.text, sentences(one.text)) for one in texts)
    return zip(texts, tagger.read_all(jobs), strict=True)


def sentences(text: str) -> list[Span]:
    """The sentences of a text, all of it body."""
    body = Block(Span(0, len(text)), BlockKind.BODY, "")
    return [one.span for one in split_sentences(Article("", "", text, (body,)))]


# ── Names ────────────────────────────────────────────────────────────────────────────────────────


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
            scores[kind].add(_of(kind, found), _of(kind, text.gold))
    return scores


def _of(kind: str, found: Iterable[Found]) -> set[Found]:
    return {one for one in found if one[2] == kind}


# ── Attribution ──────────────────────────────────────────────────────────────────────────────────

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
            scores[role].add(_of(role, found), _of(role, text.gold))
        overlap.add(_content_words(text, found), _content_words(text, text.gold))
    return scores


def _content_words(text: Labelled, found: Iterable[Found]) -> set[tuple[str, int]]:
    """The words of all contents, told apart by where they stand in the text."""
    contents = sorted(_of(Role.CONTENT, found))
    return {
        (text.text, start + match.start())
        for start, end, _ in contents
        for match in WORD.finditer(text.text[start:end])
    }


# ── Sentence vectors ─────────────────────────────────────────────────────────────────────────────


class Encoder(Protocol):
    """What gives sentences vectors: the tagger, or the encoder that it was trained from."""

    def vectors(self, sentences: Sequence[str], /) -> NDArray[np.float32]:
        """A unit vector for each sentence."""
        ...


class Side(msgspec.Struct, frozen=True):
    """One of two sentences."""

    text: str


class PairRecord(msgspec.Struct, frozen=True):
    """Two sentences of two articles; `cos` is the cosine that the original encoder gives them."""

    id: str
    a: Side
    b: Side
    cos: float


class SentenceRecord(msgspec.Struct, frozen=True):
    """A sentence of the paraphrase corpus."""

    id: str
    text: str


class ParaphraseRecord(msgspec.Struct, frozen=True):
    """Two sentences of the paraphrase corpus, by id; `label` 1 says that they mean the same."""

    a: str
    b: str
    label: int
    msr_split: str


@dataclass(frozen=True, slots=True)
class Paraphrases:
    """Pairs of sentences: their cosines, whether they mean the same, which ones are for testing."""

    cosines: NDArray[np.float32]
    same: NDArray[np.bool_]
    test: NDArray[np.bool_]

    def f1(self) -> float:
        """F1 on the test pairs at the threshold that is best on the others."""
        bars = np.unique(self.cosines[~self.test])
        bar = max(bars, key=lambda bar: self._f1(bar, ~self.test))
        return self._f1(bar, self.test)

    def _f1(self, bar: float, which: NDArray[np.bool_]) -> float:
        found, gold = self.cosines[which] >= bar, self.same[which]
        return 2 * float((found & gold).sum()) / max(float(found.sum() + gold.sum()), 1)


def vector_measures(tagger: Tagger, data: Path) -> Iterator[Measure]:
    """How close the vectors are to the original encoder's, and whether they still tell meaning."""
    report = report_ids(data, "claims/pairs")
    every = records(data / "claims/pairs.dev.jsonl.gz", PairRecord)
    pairs = [one for one in every if one.id in report]
    ours = cosines(tagger, [(one.a.text, one.b.text) for one in pairs])
    theirs = np.array([one.cos for one in pairs], dtype=np.float32)
    yield Measure("tagger.vectors.spearman", round(spearman(ours, theirs), 4), len(pairs))
    told = paraphrases(tagger, data)
    delta = round(told.f1() - ORIGINAL_MSRP_F1, 4)
    yield Measure("tagger.vectors.msrp_f1_delta", delta, int(told.test.sum()))


class RetoldCase(msgspec.Struct, frozen=True):
    """A sentence, its retelling, and one that looks like it and claims something else."""

    said: str
    retold: str
    alike: str
    trap: str


def case_measures(encoder: Encoder) -> Iterator[Measure]:
    """Our own cases: how many retellings are found among all, and nearer than the look-alike."""
    cases = msgspec.yaml.decode(CASES.read_bytes(), type=list[RetoldCase])
    said, retold, alike = (
        encoder.vectors([getattr(case, side) for case in cases])
        for side in ("said", "retold", "alike")
    )
    cosine = said @ retold.T
    found = float((cosine.argmax(axis=1) == np.arange(len(cases))).mean())
    apart = float((cosine.diagonal() > (said * alike).sum(axis=1)).mean())
    yield Measure("tagger.vectors.retold_found", round(found, 4), len(cases))
    yield Measure("tagger.vectors.alike_told_apart", round(apart, 4), len(cases))


def paraphrases(encoder: Encoder, data: Path) -> Paraphrases:
    """The whole paraphrase corpus: nothing was trained on it."""
    docs = records(data / "reuse/msrp.docs.jsonl.gz", SentenceRecord)
    texts = {one.id: one.text for one in docs}
    pairs = list(records(data / "reuse/msrp.gold.jsonl.gz", ParaphraseRecord))
    return Paraphrases(
        cosines(encoder, [(texts[one.a], texts[one.b]) for one in pairs]),
        np.array([one.label == 1 for one in pairs]),
        np.array([one.msr_split == "test" for one in pairs]),
    )


def cosines(encoder: Encoder, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """How alike an encoder holds each pair to be."""
    first, second = (encoder.vectors([pair[side] for pair in pairs]) for side in (0, 1))
    alike: NDArray[np.float32] = (first * second).sum(axis=1)
    return alike


def spearman(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """Rank correlation; ties, which cosines hardly have, are broken by order."""
    return float(np.corrcoef(a.argsort().argsort(), b.argsort().argsort())[0, 1])


# ── Speed and size ───────────────────────────────────────────────────────────────────────────────


def speed_measures(folder: Path, articles: Sequence[str]) -> Iterator[Measure]:
    """Words a second in whole articles by threads, seconds to open, megabytes on disk."""
    articles = articles[:ARTICLES_TO_TIME]
    words = sum(len(article.split()) for article in articles)
    for threads in (1, 2):
        took = best_time(partial(_read, Tagger(folder, threads), articles))
        yield Measure(f"tagger.speed.words_{threads}t", round(words / took), words)
    opened = best_time(lambda: Tagger(folder).read("Ready."))
    yield Measure("tagger.load_s", round(opened, 3), 1)
    size = sum(file.stat().st_size for file in folder.iterdir())
    yield Measure("tagger.size_mb", round(size / 1e6, 2), 1)


def _read(tagger: Tagger, articles: Sequence[str]) -> None:
    for _ in tagger.read_all((article, sentences(article)) for article in articles):
        pass


def best_time(work: Callable[[], object]) -> float:
    """Seconds that the fastest of three goes takes: others are at work on the machine too."""
    return min(_seconds(work) for _ in range(3))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
