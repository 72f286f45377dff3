"""`python -m benchmarks.reuse [SIZE…]`: how fast shared passages are found, and how that grows.

Seconds are CPU seconds of finding passages with their edits in articles that have been read. What
grows is a pile of versions of the news set (`replicas`).

- `reuse.growth.exponent`: the power of the work with which seconds grow, where the work is the
  number of articles plus the number of pairs that share a passage. The news set is in order of
  date, and more of it has more pairs to an article. `.exponent_by_articles` leaves pairs out.
- `reuse.growth.bytes_per_article`: what the process takes up at its peak while it looks for the
  passages of the greatest pile, less all it took up before, which is the articles and their
  readings, over the number of articles. Passages are counted and let go: they are the result.
- `reuse.growth.bytes_per_passage`: what one takes up that is held, with its edits, in the least
  pile.
- `reuse.speed.allsides_5000_cpu_s`: seconds for 5,000 articles. The development part of the set has
  fewer, so its first ones follow a second time with other words in them (`replicas.stretched`).
"""

import gc
import resource
import sys
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby, islice, repeat
from multiprocessing import get_context
from pathlib import Path

from benchmarks.growth import exponent
from benchmarks.replicas import replicas, stretched
from evaluation.measure import Measure, data_folder, records
from evaluation.reuse.piles import Document, reading_of
from twosource.collation.reuse import each_passage, find_passages
from twosource.model import Passage, Reading

SETS = {"allsides": "allsides5k", "helsinki": "pile_helsinki"}
SIZES = (1_000, 10_000)
MANY = 5_000  # articles of the whole news set, with which others were timed


@dataclass(frozen=True, slots=True)
class Run:
    """What finding the passages of one pile took: CPU seconds, and bytes over the readings.

    `pairs` are the articles, two by two, that share a passage.
    """

    articles: int
    pairs: int
    seconds: float
    memory: int


def main(arguments: Sequence[str]) -> None:
    """Print every figure."""
    for figure in measures(data_folder(), [int(one) for one in arguments] or SIZES):
        print(f"{figure.id:36} {figure.value:12.3f}   n = {figure.n:,}", flush=True)


def measures(data: Path, sizes: Sequence[int] = SIZES) -> Iterator[Measure]:
    """Every figure. Raises `Absent` where a set is not there."""
    folder = data / "reuse"
    yield from growth(folder, sorted(sizes))
    for name, file in SETS.items():
        yield speed(name, [reading_of(one) for one in documents(folder, file)])
    news = list(documents(folder, SETS["allsides"]))
    yield speed(f"allsides_{MANY}", stretched(news, MANY))


def speed(name: str, readings: Sequence[Reading]) -> Measure:
    """The seconds it takes to find the passages of a pile."""
    start = time.process_time()
    find_passages(readings)
    return Measure(f"reuse.speed.{name}_cpu_s", time.process_time() - start, len(readings))


def documents(folder: Path, name: str) -> Iterator[Document]:
    """The documents of a set."""
    return records(folder / f"{name}.docs.jsonl.gz", Document)


def growth(folder: Path, sizes: Sequence[int]) -> Iterator[Measure]:
    """Figures of piles of these sizes, given in order; each has a process of its own."""
    runs: list[Run] = []
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        for done in pool.map(run, repeat(folder), sizes):
            runs.append(done)
            yield Measure(f"reuse.growth.cpu_s_{done.articles}", done.seconds, done.articles)
            yield Measure(f"reuse.growth.pairs_{done.articles}", done.pairs, done.articles)
        yield pool.submit(weight, folder, sizes[0]).result()
    if len(runs) > 1:
        work = [(one.articles + one.pairs, one.seconds) for one in runs]
        yield Measure("reuse.growth.exponent", exponent(work), len(runs))
        alone = [(one.articles, one.seconds) for one in runs]
        yield Measure("reuse.growth.exponent_by_articles", exponent(alone), len(runs))
    most = runs[-1]
    yield Measure("reuse.growth.bytes_per_article", most.memory / most.articles, most.articles)


def grown(folder: Path, size: int) -> list[Reading]:
    """A pile of so many articles."""
    return list(islice(replicas(list(documents(folder, SETS["allsides"]))), size))


def run(folder: Path, size: int) -> Run:
    """Find the passages of a pile of so many articles and let them go."""
    readings = grown(folder, size)
    gc.collect()
    before, start = taken(), time.process_time()
    pairs = sum(1 for _ in groupby(each_passage(readings), key=_pair))
    return Run(size, pairs, time.process_time() - start, peak() - before)


def _pair(passage: Passage) -> tuple[str, str]:
    """The articles of a passage. Those of one pair come one after the other."""
    return passage.a.article, passage.b.article


def weight(folder: Path, size: int) -> Measure:
    """The bytes of a passage in a pile of so many articles."""
    readings = grown(folder, size)
    tracemalloc.start()
    passages = find_passages(readings)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Measure("reuse.growth.bytes_per_passage", held / len(passages), len(passages))


def taken() -> int:
    """The bytes this process holds, where the system tells, or else the most it has held."""
    pages = Path("/proc/self/statm")
    return int(pages.read_text().split()[1]) * resource.getpagesize() if pages.exists() else peak()


def peak() -> int:
    """The most bytes this process has held so far."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes if sys.platform == "darwin" else 1024 * kilobytes


if __name__ == "__main__":
    main(sys.argv[1:])
