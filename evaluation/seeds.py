"""The reference pages: the whole road on real, partisan pages, held against a gold made by hand.

The program reads every page of the folder, as a person would bring them; only the documents in
the scope of the public gold are scored.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from evaluation.measure import Measure, present
from evaluation.neutral import to_neutral
from evaluation.pipeline import collation_of
from evaluation.scorer import Bench, as_read

# What the scorer calls at length, as the floors call it.
SHORT = {"quantities.span_f1": "quantities.f1", "events.value_f1": "events.f1"}


def measures(data: Path) -> Iterator[Measure]:
    """Every figure of the seeds' scorer on the public gold."""
    folder = data / "seeds"
    gold = msgspec.json.decode(present(folder / "gold_public.json").read_bytes())
    export = as_read(to_neutral(collation_of(sorted(folder.glob("*.txt")))))
    for name, scored in Bench(data, gold, export).figures():
        yield Measure(f"seeds.{SHORT.get(name, name)}", scored.value, scored.n)
