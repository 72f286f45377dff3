"""Progress on stderr, for work that takes longer than two seconds."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

PATIENCE = 2.0  # seconds a person waits without being told anything
PACE = 0.1  # seconds between two lines, so that telling costs nothing
ANEW = "\r\x1b[K"  # back to the start of the line, and wipe it

Tell = Callable[[int, int], None]


@contextmanager
def stage(name: str) -> Iterator[Tell]:
    """Name a stage that takes its time; hand out a function to call with (done, total) within it.

    The line is removed at the end. Nothing is shown where stderr is not a terminal.
    """
    if not sys.stderr.isatty():
        yield _to_nobody
        return
    waiting = Timer(PATIENCE, _write, (f"{ANEW}{name} …",))
    waiting.daemon = True
    waiting.start()
    try:
        yield _on_terminal(name)
    finally:
        waiting.cancel()
        waiting.join()  # its line may be on the way
        _write(ANEW)


def _on_terminal(name: str) -> Tell:
    began = told = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - began > PATIENCE and now - told > PACE:
            told = now
            _write(f"{ANEW}{name}: {done} of {total}")

    return tell


def _to_nobody(done: int, total: int) -> None:
    """Where stderr is a file or a pipe, a line that rewrites itself is only noise."""


def _write(line: str) -> None:
    sys.stderr.write(line)
    sys.stderr.flush()
