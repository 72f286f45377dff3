"""Fuzz ingest: `python -m tests.intake.fuzz FOLDER --seconds 600`.

Needs atheris, which is not among the pinned requirements. Starts from the inputs of the hostile
suite, keeps going after what it finds, and writes each new finding into FOLDER: the bytes, and
beside them where it broke. A finding is anything other than articles and `IntakeError`s, a block
that is not in its text, a reason of more than one line, or an input that takes longer than
SLOW seconds. What it finds belongs into `test_hostile.py`.
"""

import argparse
import hashlib
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["twosource.intake", "feedparser", "pypdf", "docx"]):
    from twosource.errors import IntakeError
    from twosource.intake.articles import articles_in
    from twosource.model import Article

from tests.intake.test_hostile import CASES, assert_every_block_is_in_its_text

SLOW = 5.0  # seconds of processor time
LARGEST_SEED = 16_384  # bytes
NAMES = ("a.txt", "a.csv", "a.json", "a.html")


def main() -> None:
    """Fuzz for the given time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=600)
    given = parser.parse_args()
    corpus = given.folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={given.seconds}", "-timeout=60", "-rss_limit_mb=3000"]
    atheris.Setup(
        [sys.argv[0], str(corpus), "-max_len=65536", *limits],
        lambda data: try_out(data, given.folder),
    )
    atheris.Fuzz()


def seeds() -> Iterator[bytes]:
    """The inputs of the hostile suite that are small enough to be changed byte by byte."""
    for name, make in CASES.items():
        if "bomb" not in name and "end" not in name and len(data := make()) <= LARGEST_SEED:
            for number in range(len(NAMES)):
                yield bytes([number]) + data


def try_out(data: bytes, folder: Path) -> None:
    """Read one input and write down what is wrong with the outcome. Its first byte names it."""
    started = time.process_time()
    try:
        read(NAMES[data[0] % len(NAMES)] if data else "a", data[1:])
    except Exception as problem:  # noqa: BLE001 - this is what is looked for
        where = traceback.extract_tb(problem.__traceback__)[-1]
        record(folder, data, f"{type(problem).__name__} {where.filename}:{where.lineno}", problem)
    if time.process_time() - started > SLOW:
        record(folder, data, "slow", TimeoutError(f"{time.process_time() - started:.1f} s"))


def read(name: str, data: bytes) -> None:
    """Make articles of the bytes and check what every outcome promises."""
    try:
        for outcome in articles_in(name, data):
            if isinstance(outcome, Article):
                assert_every_block_is_in_its_text(outcome)
            else:
                check(outcome.reason)
    except IntakeError as problem:
        check(str(problem))


def check(reason: str) -> None:
    """A reason is one line that can be printed."""
    if not reason or not reason.isprintable():
        raise AssertionError(f"not a clear line: {reason!r}")


def record(folder: Path, data: bytes, kind: str, problem: Exception) -> None:
    """Write a finding down, unless one of its kind is there."""
    stem = folder / hashlib.sha256(kind.encode()).hexdigest()[:8]
    if not stem.with_suffix(".txt").exists():
        stem.with_suffix(".bin").write_bytes(data)
        said = "".join(traceback.format_exception(problem))
        stem.with_suffix(".txt").write_text(f"{kind}\n{said}", encoding="utf-8")


if __name__ == "__main__":
    main()
