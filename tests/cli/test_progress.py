"""What a person sees on the terminal while work goes on."""

import io
import time
from contextlib import redirect_stderr

import pytest

from twosource.cli import progress


class Terminal(io.StringIO):
    """A stderr that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every stage counts as a long one."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "PACE", 0.0)


def test_a_stage_that_counts_says_how_far_it_is() -> None:
    with redirect_stderr(Terminal()) as shown, progress.stage("reading in") as tell:
        time.sleep(0.001)
        tell(3, 9)
    assert "reading in: 3 of 9" in shown.getvalue()


def test_a_stage_that_cannot_count_still_says_its_name() -> None:
    until = time.monotonic() + 10
    with redirect_stderr(Terminal()) as shown, progress.stage("comparing"):
        while "comparing …" not in shown.getvalue() and time.monotonic() < until:
            time.sleep(0.001)
    assert "comparing …" in shown.getvalue()


def test_the_line_is_gone_at_the_end_even_of_work_that_failed() -> None:
    shown = Terminal()
    with redirect_stderr(shown), pytest.raises(KeyError), progress.stage("comparing"):
        raise KeyError
    assert shown.getvalue().endswith(progress.ANEW)


def test_quick_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 60.0)
    with redirect_stderr(Terminal()) as shown, progress.stage("comparing") as tell:
        tell(1, 2)
    assert shown.getvalue() == progress.ANEW


def test_nothing_is_shown_where_stderr_is_no_terminal() -> None:
    with redirect_stderr(io.StringIO()) as shown, progress.stage("comparing") as tell:
        tell(1, 2)
    assert not shown.getvalue()
