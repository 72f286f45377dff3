"""`python -m benchmarks.walk FOLDER`: one pile down the whole road, in a process of its own.

A process of its own, because peak memory is known for a whole process only.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

import twosource
from twosource.model import Collation, Reading
from twosource.reading import read_all

Made = TypeVar("Made")

STAGES = ("ingest", "read", "collate", "publish")


class Walk(msgspec.Struct, frozen=True):
    """CPU seconds of each stage, and the most memory the process held."""

    articles: int
    seconds: dict[str, float]
    peak_mib: float


def walk(folder: Path) -> Walk:
    """Take the articles of a folder from files to the dossier."""
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Made]) -> Made:
        began = time.process_time()
        made = work()
        seconds[stage] = time.process_time() - began
        return made

    pile = timed("ingest", lambda: twosource.ingest([folder]))
    readings = timed("read", lambda: list(read_all(pile.articles)))
    collation = timed("collate", lambda: _collate(readings))
    timed("publish", lambda: twosource.publish(collation, pile.set_aside))
    return Walk(len(pile.articles), seconds, _peak_mib())


def _collate(readings: list[Reading]) -> Collation:
    return twosource.collate(readings)


def _peak_mib() -> float:
    """Peak resident memory of this process. Linux counts in KiB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    print(msgspec.json.encode(walk(Path(sys.argv[1]))).decode())
