"""How long a person waits for the help text."""

import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

RUNS = 10
TARGET = 0.150  # seconds, on a laptop


def help_seconds() -> float:
    """Median wall-clock seconds of `twosource --help`."""
    return _median([sys.executable, "-m", "twosource", "--help"])


def bare_seconds() -> float:
    """Median wall-clock seconds of the interpreter with nothing to do."""
    return _median([sys.executable, "-c", ""])


def _median(command: Sequence[str]) -> float:
    return median(_once(command) for _ in range(RUNS))


def _once(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began
