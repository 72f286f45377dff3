"""Sentence vectors: how near they are to the original encoder's, and whether they tell meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from evaluation.measure import Measure, records, report_ids
from twosource.reading.tagger import Tagger

# F1 of the original encoder on msrp by the same rule: the threshold best on its training pairs.
ORIGINAL_MSRP_F1 = 0.8143
CASES = Path(__file__).parent / "paraphrase_cases.yaml"


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
