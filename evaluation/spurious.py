"""Pairs that are reported and rest only on a quotation or on furniture: a sample read by hand.

Half of the sample is drawn from what is reported of the two news sets, half from that of the three
piles: the pairs whose names hash to the least numbers, so that a small change of the program
exchanges few of them. What a reader made of each stands in `spurious.yaml`, by ids and offsets. A
pair that is drawn and was not read is counted, so that an old sample cannot pass for a new one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import msgspec

from evaluation.measure import Measure
from twosource.model import Derivation, DerivationKind, Passage

HALF = 50  # pairs
GROUPS = (
    ("allsides5k", "allsides_agency"),
    ("pile_helsinki", "pile_census", "pile_spotify"),
)
VERDICTS = Path(__file__).with_name("spurious.yaml")
SAME = 0.5  # intersection over union from which a passage is the one that was read


class Verdict(msgspec.Struct, frozen=True):
    """What a reader made of a pair, and where the longest passage stood that was shown."""

    set: str
    a: str
    b: str
    at: tuple[int, int, int, int]  # start and end in a, start and end in b
    spurious: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair that is reported."""

    set: str
    a: str
    b: str
    passage: Passage  # the longest

    @property
    def lot(self) -> bytes:
        """By what it is drawn."""
        return blake2b(f"{self.set} {self.a} {self.b}".encode()).digest()


def measures(derivations: Mapping[str, Sequence[Derivation]]) -> Iterator[Measure]:
    """How many of the pairs read are spurious, and how many of those drawn now were not read."""
    read = {(one.set, one.a, one.b): one for one in verdicts()}
    drawn = sample(derivations)
    known = [read[key] for pair in drawn if _is_read(pair, read.get(key := _key(pair)))]
    yield Measure("reuse.sample.spurious", sum(one.spurious for one in known), len(known))
    yield Measure("reuse.sample.unread", len(drawn) - len(known), len(drawn))


def verdicts() -> list[Verdict]:
    """Every pair that was read."""
    return msgspec.yaml.decode(VERDICTS.read_bytes(), type=list[Verdict])


def sample(derivations: Mapping[str, Sequence[Derivation]]) -> list[Pair]:
    """The pairs to be read, of the derivations of each set."""
    return [
        pair
        for names in GROUPS
        for pair in sorted(
            (pair for name in names for pair in reported(name, derivations[name])),
            key=lambda pair: pair.lot,
        )[:HALF]
    ]


def reported(name: str, derivations: Sequence[Derivation]) -> Iterator[Pair]:
    """The pairs that are said to depend on one another, whichever way."""
    for one in derivations:
        if one.direct or one.kind is not DerivationKind.UNDECIDED:
            longest = max(one.passages, key=lambda p: (len(p.a.span), -p.a.span.start, p.b.span))
            yield Pair(name, longest.a.article, longest.b.article, longest)


def _key(pair: Pair) -> tuple[str, str, str]:
    return pair.set, pair.a, pair.b


def _is_read(pair: Pair, verdict: Verdict | None) -> bool:
    """Whether the pair was read, with the passage that is now its longest."""
    if verdict is None:
        return False
    spans = (pair.passage.a.span, pair.passage.b.span)
    shown = (verdict.at[:2], verdict.at[2:])
    return all(
        min(span.end, end) - max(span.start, start)
        >= SAME * (max(span.end, end) - min(span.start, start))
        for span, (start, end) in zip(spans, shown, strict=True)
    )
