"""Read sources in a child process that can be ended, so that a harmful page takes nothing with it.

Plain text of ordinary size is read in this process: nothing but our own code looks at it.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from twosource.intake.encodings import in_utf8
from twosource.intake.kinds import PAGES, Kind, kind_of
from twosource.intake.outcomes import Outcome, outcomes
from twosource.intake.sources import Source, read_bytes
from twosource.intake.worker import Request, messages, send
from twosource.model import Pile, SetAside

SECONDS_PER_PAGE = 20.0  # of work, so that a busy machine gives up on no more than an idle one
SECONDS_PER_MB = 10.0  # that plain text may take on top: one that is no trap takes two
_WAIT = 15  # seconds that may go by for each second of work, where a reader waits and does nothing
_SHORT = 1024 * 1024  # bytes of plain text that are read without a child
_ENDED = (
    "its reading was ended: it takes too long, more than {:.0f} seconds of work, or breaks its "
    "reader; split it, unless it may be a trap"
)
_MOST_BROKEN = 20  # records of one source that may each end the child
_IN_A_ROW = 3  # of them, after which it is the source itself that breaks the child


class Guard:
    """Reads sources one after the other. The child is started when first needed and used again."""

    def __init__(self, seconds_per_page: float = SECONDS_PER_PAGE) -> None:
        self._seconds = seconds_per_page
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _raised: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        self._end()

    def outcomes(self, source: Source) -> Iterator[Outcome]:
        """The articles of a source and what had to be set aside of it. Raises nothing."""
        kind = _kind(source)
        if kind is None:
            yield from outcomes(source)
            return
        seconds = self._seconds + (_over(source) if kind is Kind.TEXT else 0)
        done = in_a_row = 0
        for _ in range(1 if kind in PAGES else _MOST_BROKEN):
            in_a_row += 1
            for outcome in self._asked(_request(source, done, seconds)):
                done += 1
                in_a_row = 0
                yield outcome
            if self._child is not None:
                return
            name = source.name if not done else f"{source.name}#{done + 1}"
            yield SetAside(name, _ENDED.format(seconds))
            done += 1
            if in_a_row == _IN_A_ROW:
                return

    def _asked(self, request: Request) -> Iterator[Outcome]:
        """The child's outcomes for a request; without a child afterwards if it broke on it."""
        child = self._child or self._start()
        self._child = child
        stdin, stdout = _pipes(child)
        with suppress(BrokenPipeError):  # it has died since: then there will be no answer either
            send(stdin, msgspec.msgpack.encode(request))
        while (message := _answer(child, stdout, request.seconds * _WAIT)) is not None:
            if not message:
                return
            pile = msgspec.msgpack.decode(message, type=Pile)
            yield from pile.articles
            yield from pile.set_aside
        self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "twosource.intake.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _end(self) -> None:
        if self._child is None:
            return
        child, self._child = self._child, None
        child.kill()
        child.wait()
        for pipe in _pipes(child):
            with suppress(BrokenPipeError):
                pipe.close()


def _answer(child: subprocess.Popen[bytes], stdout: BinaryIO, patience: float) -> bytes | None:
    """The next message, or `None` where the child ended, by itself or for taking too long."""
    watch = Timer(patience, child.kill)
    watch.start()
    try:
        return next(messages(stdout), None)
    finally:
        watch.cancel()


def _over(source: Source) -> float:
    """The seconds of work that a plain text may take for its size."""
    return source.path.stat().st_size / 1_000_000 * SECONDS_PER_MB


def _request(source: Source, done: int, seconds: float) -> Request:
    return Request(source.name, str(source.path), done, seconds, source.columns)


def _pipes(child: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    if child.stdin is None or child.stdout is None:
        raise AssertionError("the child was started with pipes")
    return child.stdin, child.stdout  # type: ignore[return-value]


def _kind(source: Source) -> Kind | None:
    """The kind of a source; `None` where it is short plain text, or nothing that will be read."""
    try:
        data = read_bytes(source)
        kind = kind_of(source.name, in_utf8(data))
    except Exception:  # noqa: BLE001 - whatever it is, reading it will say so
        return None
    return None if kind is Kind.TEXT and len(data) <= _SHORT else kind
