"""Speed and size of the tagger as it is shipped."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from evaluation.measure import Measure
from evaluation.tagger.labelled import sentences
from twosource.reading.tagger import Tagger

ARTICLES_TO_TIME = 60


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
