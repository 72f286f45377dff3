"""`python -m benchmarks.reuse [SIZE…]`: how fast shared passages are found, and how that grows.

Seconds are CPU seconds of finding passages with their edits in articles that have been read. The
growing pile is made of the news set: every article comes in `VERSIONS` versions, in each of which
other words are exchanged, so that true pairs grow in step with articles.
"""

import gc
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log
from pathlib import Path
from statistics import linear_regression

from evaluation.measure import Measure, data_folder, records
from evaluation.reuse import Document, reading_of
from twosource.collation.reuse import find_passages
from twosource.model import Reading

SETS = {"allsides": "allsides5k", "helsinki": "pile_helsinki"}
SIZES = (1_000, 10_000)
VERSIONS = 5
CHANGED = 0.04  # share of the words that a version exchanges
LETTERS = "bdfgklmnprstvaeiou"


@dataclass(frozen=True, slots=True)
class Run:
    """What finding the passages of one pile took: CPU seconds, and bytes that were added."""

    articles: int
    passages: int
    seconds: float
    memory: int


def main(arguments: Sequence[str]) -> None:
    """Print every figure."""
    for figure in measures(data_folder(), [int(one) for one in arguments] or SIZES):
        print(f"{figure.id:36} {figure.value:12.3f}   n = {figure.n:,}")


def measures(data: Path, sizes: Sequence[int] = SIZES) -> Iterator[Measure]:
    """Every figure. Raises `Absent` where a set is not there."""
    folder = data / "reuse"
    told = list(documents(folder, SETS["allsides"]))
    runs = [run(list(islice(versions(told), size))) for size in sorted(sizes)]
    for one in runs:
        yield Measure(f"reuse.growth.cpu_s_{one.articles}", one.seconds, one.passages)
    if len(runs) > 1:
        yield Measure("reuse.growth.exponent", exponent(runs), len(runs))
    most = runs[-1]  # before the sets below: a process's peak never falls
    yield Measure("reuse.growth.bytes_per_article", most.memory / most.articles, most.articles)
    for name, file in SETS.items():
        done = run([reading_of(one) for one in documents(folder, file)])
        yield Measure(f"reuse.speed.{name}_cpu_s", done.seconds, done.articles)


def documents(folder: Path, name: str) -> Iterator[Document]:
    """The documents of a set."""
    return records(folder / f"{name}.docs.jsonl.gz", Document)


def run(readings: Sequence[Reading]) -> Run:
    """Find the passages of a pile. Memory is the peak over what the readings already took."""
    gc.collect()
    before, start = peak(), time.process_time()
    found = len(find_passages(readings))
    return Run(len(readings), found, time.process_time() - start, peak() - before)


def peak() -> int:
    """The most bytes this process has held so far."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes if sys.platform == "darwin" else 1024 * kilobytes


def versions(told: Sequence[Document]) -> Iterator[Reading]:
    """Articles without end: the versions of one after those of the other, round after round."""
    chance = random.Random(7)  # noqa: S311, a benchmark, not a secret
    number = 0
    while True:
        for document in told:
            for _ in range(VERSIONS):
                name, text = f"{number:07}", changed(document.text, chance)
                yield reading_of(Document(name, text, outlet=f"outlet {number % 97}"))
                number += 1


def changed(text: str, chance: random.Random) -> str:
    """The text with some of its words exchanged for invented ones."""
    words = text.split(" ")
    for place in chance.sample(range(len(words)), int(CHANGED * len(words))):
        words[place] = "".join(chance.choices(LETTERS, k=6))
    return " ".join(words)


def exponent(runs: Sequence[Run]) -> float:
    """The power of the number of articles with which the work grows."""
    return linear_regression(
        [log(one.articles) for one in runs], [log(one.seconds) for one in runs]
    ).slope


if __name__ == "__main__":
    main(sys.argv[1:])
