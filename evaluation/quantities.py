"""Quantities: numbers with their values and units, on sentences of news and of sums of money.

A quantity is right where its value equals one of the gold's of the same sentence, one to one; a
range where both ends do. `newsquant` (Almasian et al., 2023) has bounded values as a value and a
direction, so that "over 150" is held to 150. It annotates numerals only: open numbers that say
nothing of their size ("several", "a few"), "a year", "twice" and anniversaries are not counted
against the program.

With units, the ISO code of a currency has to be the gold's currency, and a rate its rate; units
that are not money are compared by their words without their plural.

The paragraphs of `quantity_cases.yaml` have every quantity labelled; those under `unread` only
measure.

The word lists are tuned on the sentences that `splits.json` does not set apart: the ids without
`dev` are of those it does, or of all where it sets none apart.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from evaluation import quantity_cases
from evaluation.measure import Measure, Tally, apart, present, records, report_ids
from twosource.model import Article, Block, BlockKind, Quantity, Sentence, Span
from twosource.reading.quantities import find_quantities
from twosource.reading.quantities.units.unit_words import words
from twosource.reading.times import find_times

SETS = {"newsquant": "newsquant", "currency": "rtext-currency"}
_NO_NUMERAL = re.compile(
    r"an?|twice|thrice|(?:an? )?(?:several|few|many|numerous|couple|handful)", re.IGNORECASE
)
_RANGE = re.compile(r"(?P<low>-?[\d.]+(?:e-?\d+)?)\s*[-–]\s*(?P<high>[\d.]+)", re.IGNORECASE)
_NEAR = 1e-6
_WARM = 20  # sentences that make the vocabularies load and the patterns compile


class Gold(msgspec.Struct, frozen=True, rename={"unit": "normalized_unit"}):
    """One quantity of the gold."""

    value: str
    unit: str


class Record(msgspec.Struct, frozen=True):
    """One sentence of a set."""

    id: str
    text: str
    quantities: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Score(Tally):
    """How many quantities have a value of the gold, too, and a value with its unit."""

    values: int = 0
    units: int = 0


def measures(data: Path) -> Iterator[Measure]:
    """Value F1 of each set, with units where they are money, and sentences per second."""
    present(data / "quantity")
    every: list[Record] = []
    for name, file in SETS.items():
        sentences = list(records(data / "quantity" / f"{file}.dev.jsonl.gz", Record))
        every += sentences
        report, rest = apart(sentences, report_ids(data, f"quantity/{file}"))
        yield from _figures(f"quantity.{name}", report)
        yield from _figures(f"quantity.dev.{name}", rest)
    yield Measure("quantity.speed.sentences", _speed([one.text for one in every]), len(every))
    yield from quantity_cases.measures()


def _figures(name: str, sentences: Sequence[Record]) -> Iterator[Measure]:
    total = sum((_score(one) for one in sentences), Score())
    if not sentences:
        return
    yield Measure(f"{name}.value_f1", total.f1(total.values), total.gold)
    if name.endswith("currency"):
        yield Measure(f"{name}.value_unit_f1", total.f1(total.units), total.gold)


def _score(record: Record) -> Score:
    article, sentences = _article(record.text)
    found = [
        one
        for one in find_quantities(article, sentences, find_times(article, sentences))
        if not _NO_NUMERAL.fullmatch(one.core.of(record.text)) and one.unit != "anniversary"
    ]
    return Score(
        len(record.quantities),
        len(found),
        _hits(found, record, with_unit=False),
        _hits(found, record, with_unit=True),
    )


def _hits(found: Sequence[Quantity], record: Record, *, with_unit: bool) -> int:
    left, hits = list(record.quantities), 0
    for one in found:
        for gold in left:
            if _same_value(one, gold) and (not with_unit or _same_unit(one, gold, record.text)):
                left.remove(gold)
                hits += 1
                break
    return hits


def _same_value(one: Quantity, gold: Gold) -> bool:
    ends = [end for end in (one.low, one.high) if end is not None]
    wanted = _ends(gold.value)
    return all(
        abs(end - want) <= _NEAR * max(1.0, abs(want))
        for end, want in zip((ends[0], ends[-1]), wanted, strict=True)
    )


def _ends(value: str) -> tuple[float, float]:
    found = _RANGE.fullmatch(value)
    if found is None:
        return float(value), float(value)
    return float(found["low"]), float(found["high"])


def _same_unit(one: Quantity, gold: Gold, text: str) -> bool:
    return _unit_name(one, text) == _stemmed(gold.unit.lower())


def _unit_name(one: Quantity, text: str) -> str:
    if one.unit is None:
        return _stemmed(one.counted.of(text).lower()) if one.counted else "-"
    base, _, over = one.unit.partition(" per ")
    money = words().currencies.get(base)
    name = money.name if money else _SET_NAMES.get(base, base)
    return _stemmed(f"{name} per {over}" if over else name)


# The set's own names for what the program calls otherwise.
_SET_NAMES = {
    "percent": "percentage",
    "times": "count",
    "netherlands guilder": "netherlands guilde",
}


def _stemmed(name: str) -> str:
    """A name without its plural: the set has the lemma."""
    return re.sub(r"ies\b", "y", re.sub(r"(?<!s)s\b", "", name))


def _article(text: str) -> tuple[Article, tuple[Sentence, ...]]:
    span = Span(0, len(text))
    article = Article("", "", text, (Block(span, BlockKind.BODY, "a sentence of the set"),))
    return article, (Sentence(span, BlockKind.BODY),)


def _speed(texts: Sequence[str]) -> float:
    """Sentences per second on one core, with the times already found."""
    prepared = [
        (article, sentences, find_times(article, sentences))
        for article, sentences in map(_article, texts)
    ]
    for warming_up in prepared[:_WARM]:
        find_quantities(*warming_up)
    start = time.process_time()
    for article, sentences, times in prepared:
        find_quantities(article, sentences, times)
    return len(prepared) / (time.process_time() - start)
