"""Where results are written: a file, through a link, into a pipe or device, or to stdout.

Nothing is destroyed on the way: not an article, not another output, not what a link leads to.
"""

import os
import secrets
import shutil
import signal
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import typer

from twosource.errors import UsageError

STDOUT = Path("-")


def check_outputs(paths: Iterable[str], *files: Path | None) -> None:
    """Refuse before the work what cannot be written, or would destroy something.

    `paths` are those the articles are read from. Raises `UsageError` for a folder, a place that
    may not be written to, two outputs in one place, and an output in the place of an article.
    """
    named = [file for file in files if file is not None]
    if STDOUT in named and sys.stdout is None:
        raise UsageError("stdout is closed: name a file to write to")
    in_files = [file for file in named if not is_stdout(file)]
    for file in in_files:
        _check_place(file)
    _check_apart(named)
    _check_no_article(in_files, paths)


def is_stdout(file: Path | None) -> bool:
    """Whether this is `-`, or another name for what stdout leads to."""
    if file is None or file == STDOUT:
        return file is not None
    with suppress(OSError, ValueError, AttributeError):  # stdout may be closed, or no file at all
        return os.path.samestat(file.stat(), os.fstat(sys.stdout.fileno()))
    return False


def write(file: Path, content: bytes) -> None:
    """Write the whole file or leave what was there. Raises `UsageError` with the reason.

    A link stays a link and a pipe a pipe: what they lead to is written.
    """
    if is_stdout(file):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        if file.exists() and not file.is_file():
            file.write_bytes(content)
        else:
            _put(file.resolve(), content)
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from error
    typer.echo(f"Written: {file}", err=True)


def _put(file: Path, content: bytes) -> None:
    """Put a file in its place in one step, with the permissions of the one that was there."""
    unfinished = file.with_name(f".{secrets.token_hex(8)}.part")
    with _ending_later():
        try:
            with unfinished.open("xb") as stream:
                stream.write(content)
            if file.exists():
                shutil.copymode(file, unfinished)
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)


@contextmanager
def _ending_later() -> Iterator[None]:
    """Have Ctrl-C and the like wait, as they end the program without any `finally`."""
    asked: list[int] = []
    before = {
        number: signal.signal(number, lambda number, _: asked.append(number))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, answer in before.items():
            signal.signal(number, answer)
        for asked_for in asked[:1]:
            signal.raise_signal(asked_for)


def _check_place(file: Path) -> None:
    if file == Path():
        raise UsageError("an output has no name, or is this very folder: name a file for it")
    folder = file.resolve().parent if _may_be_put(file) else file
    if file.is_dir():
        raise UsageError(f"{file} is a folder: name a file in it")
    if not folder.exists():
        raise UsageError(f"there is no folder {folder}: make it first")
    for place in (folder, file):
        if place.exists() and not os.access(place, os.W_OK):
            raise UsageError(f"{place} may not be written to: name another file")


def _may_be_put(file: Path) -> bool:
    """Whether it is a file or none yet. Raises `UsageError` where its path leads nowhere."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from error


def _check_apart(files: Sequence[Path]) -> None:
    """Raise `UsageError` where two outputs would be written to one place."""
    taken: set[Path] = set()
    for file in files:
        place = STDOUT if is_stdout(file) else file.resolve()
        if place in taken:
            name = "stdout" if place == STDOUT else str(file)
            raise UsageError(f"two outputs would be written to {name}: name a file for each")
        taken.add(place)


def _check_no_article(files: Sequence[Path], paths: Iterable[str]) -> None:
    """Raise `UsageError` where an output would take the place of an article."""
    there = {_identity(file): file for file in files if file.is_file()}
    if not there:
        return
    from twosource.intake.sources import find

    for source in find(paths)[0]:
        file = there.get(_identity(source.path))
        if file is not None and not _may_be_replaced(file):
            raise UsageError(f"{file} is one of the files to read: name another file to write to")


def _may_be_replaced(file: Path) -> bool:
    """Whether it holds nothing, or what twosource has written before."""
    from twosource.intake.kinds.own import HEAD, bears_our_mark

    with file.open("rb") as stream:
        head = stream.read(HEAD)
    return bears_our_mark(head) or not head.strip()


def _identity(file: Path) -> tuple[int, int]:
    """What a file is on its disk, under whatever name."""
    found = file.stat()
    return found.st_dev, found.st_ino
