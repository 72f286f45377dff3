"""Paragraphs written by hand with every quantity labelled, scored as the stories' quantities are.

A quantity is found where its span shares at least half of the characters that either covers with
the row's words or with their core, one to one, best first; its value is right where the ends that
are stated are the row's. `f1` counts only those with the right value. Of the quantities found,
`bounds` says how many leave open the end that the row leaves open ("over 150"), `kind` how many are
of the row's kind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import yaml

from evaluation.measure import Measure, Tally
from twosource.model import Article, Block, BlockKind, Quantity, QuantityKind, Span
from twosource.reading.quantities import find_quantities
from twosource.reading.sentences import split_sentences
from twosource.reading.times import find_times

CASES = Path(__file__).parent / "quantity_cases.yaml"
_HALF = 0.5
_NEAR = 1e-3  # a third may be written .333


class Labelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One quantity of a row; quantity_cases.yaml says what each field holds."""

    said: str
    kind: QuantityKind
    modifier: str
    unit: str
    low: float | None = None
    high: float | None = None
    core: str | None = None
    nth: int = 1

    def places(self, text: str) -> tuple[Span, Span]:
        """Where all its words stand in a text, and where its core does.

        Raises `ValueError` where they do not.
        """
        start = -1
        for _ in range(self.nth):
            start = text.index(self.said, start + 1)
        core = self.core or self.said
        inside = start + self.said.index(core)
        return Span(start, start + len(self.said)), Span(inside, inside + len(core))


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row: a paragraph and every quantity in it."""

    style: str
    why: str
    text: str
    quantities: tuple[Labelled, ...]


class Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of quantity_cases.yaml."""

    read: tuple[Case, ...]
    unread: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """How many quantities of rows were met, too, and are right in each respect."""

    met: int = 0
    values: int = 0
    bounds: int = 0
    kinds: int = 0

    def share(self, hits: int) -> float:
        """How many of those that were met these are."""
        return hits / self.met if self.met else 0.0


def measures() -> Iterator[Measure]:
    """The figures of both halves of the table."""
    table = cases()
    yield from _figures("quantity.cases", table.read)
    yield from _figures("quantity.cases.unread", table.unread)


def cases(path: Path = CASES) -> Cases:
    """The table. Raises `msgspec.ValidationError` where it does not fit its shape."""
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Cases)


def _figures(name: str, rows: Sequence[Case]) -> Iterator[Measure]:
    total = sum(map(score, rows), Score())
    yield Measure(f"{name}.f1", total.f1(total.values), total.gold)
    yield Measure(f"{name}.span_f1", total.f1(total.met), total.gold)
    yield Measure(f"{name}.bounds", total.share(total.bounds), total.met)
    yield Measure(f"{name}.kind", total.share(total.kinds), total.met)


def score(case: Case) -> Score:
    """Read the paragraph of a row and compare what is found with what stands there."""
    found = found_in(case.text)
    met = list(pairs(found, case))
    return Score(
        len(case.quantities),
        len(found),
        len(met),
        sum(_has_value(one, gold) for one, gold in met),
        sum((one.low is None, one.high is None) == _open_ends(gold) for one, gold in met),
        sum(one.kind is gold.kind for one, gold in met),
    )


def found_in(text: str) -> tuple[Quantity, ...]:
    """The quantities of a paragraph."""
    block = Block(Span(0, len(text)), BlockKind.BODY, "a paragraph of the table")
    article = Article("", "", text, (block,))
    sentences = split_sentences(article)
    return find_quantities(article, sentences, find_times(article, sentences))


def pairs(quantities: Sequence[Quantity], case: Case) -> Iterator[tuple[Quantity, Labelled]]:
    """Each quantity found with the one of the row that it meets, the best pairs first."""
    close = sorted(
        (-share, number, at)
        for number, gold in enumerate(case.quantities)
        for at, one in enumerate(quantities)
        if (share := max(_shared(one.span, place) for place in gold.places(case.text))) >= _HALF
    )
    met: set[int] = set()
    used: set[int] = set()
    for _, number, at in close:
        if number not in met and at not in used:
            met.add(number)
            used.add(at)
            yield quantities[at], case.quantities[number]


def _shared(one: Span, other: Span) -> float:
    """The share of the characters that either covers which both do."""
    both = one.shared(other)
    return both / (len(one) + len(other) - both)


def _has_value(one: Quantity, gold: Labelled) -> bool:
    """Whether the ends that are stated are the row's, as the stories' scorer compares them."""
    mine, wanted = _ends(one.low, one.high), _ends(gold.low, gold.high)
    return len(mine) == len(wanted) and all(
        abs(a - b) <= _NEAR * max(1.0, abs(b)) for a, b in zip(mine, wanted, strict=True)
    )


def _ends(low: float | None, high: float | None) -> list[float]:
    ends = [end for end in (low, high) if end is not None]
    return ends[:1] if low == high else ends


def _open_ends(gold: Labelled) -> tuple[bool, bool]:
    return gold.low is None, gold.high is None
