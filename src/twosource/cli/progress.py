"""Progress on stderr, for work that takes longer than two seconds."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 2.0  # seconds a person waits without being told anything
PACE = 0.1  # seconds between two lines, so that telling costs nothing


@contextmanager
def stage(name: str) -> Iterator[Callable[[int, int], None]]:
    """Hand out a function to call with (done, total); the line is removed at the end.

    Nothing is shown where stderr is not a terminal.
    """
    began = told = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - began > PATIENCE and now - told > PACE:
            told = now
            sys.stderr.write(f"\r\x1b[K{name}: {done} of {total}")
            sys.stderr.flush()

    def tell_nobody(done: int, total: int) -> None:
        pass

    on_terminal = sys.stderr.isatty()
    yield tell if on_terminal else tell_nobody
    if on_terminal:
        sys.stderr.write("\r\x1b[K")
