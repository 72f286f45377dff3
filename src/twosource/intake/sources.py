"""Find the files a person brought, and read their bytes."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from twosource.errors import TooMuch, Unreadable
from twosource.model import SetAside

MAX_BYTES = 64 * 1024 * 1024  # of one file; the longest book in English is some 6 MB of text


# What the fields of a table are called, where it is not what vocabulary/record_fields.yaml knows:
# pairs of a role named there and the table's own name for it.
Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file, and the name its articles go by: relative to the folder it was found in."""

    name: str
    path: Path
    columns: Columns = field(default=(), compare=False)


def find(
    paths: Iterable[str | Path], columns: Columns = ()
) -> tuple[tuple[Source, ...], tuple[SetAside, ...]]:
    """The regular files among and under `paths`, by name, and what is wrong with the rest.

    A path that is no file or folder and holds `*`, `?` or `[` is a pattern, in which `**` stands
    for folders of any depth. A file reached by two paths is taken once. Links to folders are not
    followed, so that a loop of links ends.
    """
    found: dict[Path, Source] = {}
    missing: list[SetAside] = []
    for path in sorted({Path(path) for path in paths}):
        for item in _under(path):
            if isinstance(item, SetAside):
                missing.append(item)
            else:
                found.setdefault(item.path.resolve(), replace(item, columns=columns))
    return tuple(sorted(found.values())), tuple(missing)


def read_bytes(source: Source) -> bytes:
    """The bytes of a source. Raises `Unreadable` or `TooMuch`."""
    try:
        size = source.path.stat().st_size
        if size > MAX_BYTES:
            raise TooMuch(
                f"{size:,} bytes, more than the {MAX_BYTES:,} read of one file: split it first"
            )
        return source.path.read_bytes()
    except OSError as problem:
        raise Unreadable(f"cannot be read: {problem.strerror}") from problem


def _under(path: Path) -> Iterator[Source | SetAside]:
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        found = list(_walk(path))
        yield from found or [SetAside(_name(str(path)), "a folder with no files in it")]
    elif stat.S_ISREG(mode):
        yield Source(_name(path.name), path)
    elif glob.has_magic(str(path)):
        yield from _matching(path)
    else:
        yield SetAside(_name(str(path)), _what_is_wrong(path))


def _matching(pattern: Path) -> Iterator[Source | SetAside]:
    """What a pattern stands for, where no shell has put it in the pattern's place."""
    matches = sorted(glob.glob(str(pattern), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute one
    for match in matches:
        yield from _under(Path(match))
    if not matches:
        yield SetAside(_name(str(pattern)), "no file or folder matches this pattern")


def _walk(folder: Path) -> Iterator[Source | SetAside]:
    problems: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for linked in (path for name in folders if (path := Path(where, name)).is_symlink()):
            yield SetAside(_name(linked.relative_to(folder).as_posix()), _LINKED)
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(where, name)
            relative = _name(path.relative_to(folder).as_posix())
            yield (
                Source(relative, path)
                if stat.S_ISREG(_mode(path))
                else SetAside(relative, _what_is_wrong(path))
            )
    for problem in problems:
        yield SetAside(_name(str(problem.filename)), f"cannot be read: {problem.strerror}")


_LINKED = "a link to a folder, which is not followed: bring the folder itself"


def _name(path: str) -> str:
    """A file's name as text: bytes of it that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _mode(path: Path) -> int:
    """What stands at a path, as `stat` has it; 0 where that cannot be told."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # a name too long, a folder that may not be looked into
        return 0


def _what_is_wrong(path: Path) -> str:
    try:
        path.stat()
    except (FileNotFoundError, ValueError):
        dangling = path.is_symlink()
        return "a link that leads nowhere" if dangling else "no such file or folder: check the path"
    except OSError as problem:
        return f"cannot be read: {problem.strerror}"
    return "not a regular file"
