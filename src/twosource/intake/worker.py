"""The child process that reads what parsers written by others have to touch.

It takes requests on stdin and answers on stdout, each a length of four bytes and a msgpack message:
for every request its outcomes one by one, as soon as each is there, then an empty message.
"""

import math
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from twosource.model import Article, Pile, SetAside

MAX_MEMORY = 3 * 1024 * 1024 * 1024  # bytes of address space
_LENGTH = 4  # bytes


class Request(msgspec.Struct, frozen=True):
    """A source to read, after its first `skip` records, each with so many seconds of work."""

    name: str
    path: str
    skip: int
    seconds: float
    columns: tuple[tuple[str, str], ...] = ()


def main() -> None:
    """Answer requests until stdin is closed."""
    limit_ourselves()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a parser prints is no answer
    for message in messages(sys.stdin.buffer):
        request = msgspec.msgpack.decode(message, type=Request)
        allow(request.seconds)
        for outcome in _outcomes(request):
            send(answers, msgspec.msgpack.encode(outcome))
            allow(request.seconds)
        send(answers, b"")


def _outcomes(request: Request) -> Iterator[Pile]:
    """The outcomes, each as a pile of one, so that a message says of itself what it holds."""
    from twosource.intake.outcomes import outcomes  # noqa: PLC0415 - within the limits
    from twosource.intake.sources import Source  # noqa: PLC0415

    source = Source(request.name, Path(request.path), request.columns)
    for outcome in outcomes(source, request.skip):
        yield as_pile(outcome)


def as_pile(outcome: Article | SetAside) -> Pile:
    """A pile of this alone."""
    return Pile((outcome,)) if isinstance(outcome, Article) else Pile((), (outcome,))


def limit_ourselves() -> None:
    """Cap memory and leave no core file; where the system cannot, time alone is capped."""
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow(seconds: float) -> None:
    """Let the system end this process after so much more work; time spent waiting is none."""
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = math.ceil(time.process_time() + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message."""
    stream.write(len(message).to_bytes(_LENGTH, "big") + message)
    stream.flush()


def messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of a stream, until it ends."""
    while len(length := stream.read(_LENGTH)) == _LENGTH:
        size = int.from_bytes(length, "big")
        message = stream.read(size)
        if len(message) < size:
            return
        yield message


if __name__ == "__main__":
    main()
