"""What the commands share: a pile taken in, its articles read, a file written."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import twosource
from twosource.cli.progress import stage
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.intake.sources import Columns
    from twosource.model import Collation, Pile, Reading
    from twosource.reading.tagger import TagsTexts

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH…", help="Files, folders, patterns; - reads a list from stdin."),
]

Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="ROLE=NAME",
        help="What a field of JSON or CSV is called, as text=Volltext; may be given again.",
    ),
]

NamesFrom = Annotated[
    str | None,
    typer.Option(
        "--names",
        metavar="spacy:MODEL",
        help="Take names from an installed spaCy pipeline, as spacy:en_core_web_sm.",
    ),
]


def check_writable(*files: Path | None) -> None:
    """Raise `UsageError` before the work rather than after it, where a file cannot be written."""
    for file in filter(None, files):
        if file.is_dir():
            raise UsageError(f"{file} is a folder: name a file in it")
        if not file.parent.is_dir():
            raise UsageError(f"there is no folder {file.parent}: make it first")


def expand(paths: Iterable[str]) -> list[str]:
    """The paths as given, with `-` replaced by the lines of stdin."""
    expanded: list[str] = []
    for path in paths:
        expanded.extend(filter(None, sys.stdin.read().splitlines()) if path == "-" else [path])
    if not expanded:
        raise UsageError("the list on stdin is empty: give one path a line")
    return expanded


def as_columns(fields: list[str] | None) -> "Columns":
    """The roles and names of `--field ROLE=NAME`. Raises `UsageError`."""
    if not fields:
        return ()
    from twosource.intake.table import checked

    pairs = [tuple(map(str.strip, field.partition("=")[::2])) for field in fields]
    for field, pair in zip(fields, pairs, strict=True):
        if not all(pair):
            raise UsageError(f"--field {field} is not of the form ROLE=NAME: as text=Volltext")
    return checked(tuple((role.casefold(), name) for role, name in pairs))


def take_in(paths: list[str], columns: "Columns" = ()) -> "Pile":
    """Ingest with progress on stderr. Raises `UsageError` where nothing could be read."""
    with stage("reading in") as progress:
        pile = twosource.ingest(paths, progress, columns)
    if not pile.articles:
        reasons = "".join(f"\n  {one.name}: {one.reason}" for one in pile.set_aside)
        raise UsageError(f"none of what was given could be read as an article{reasons}")
    return pile


def as_tagger(names: str | None) -> "TagsTexts | None":
    """What `--names spacy:MODEL` asks for. Raises `UsageError` where there is no such pipeline."""
    if names is None:
        return None
    from twosource.reading.tagger import load
    from twosource.reading.tagger.spacy import SpacyTagger

    kind, _, pipeline = names.partition(":")
    if kind != "spacy" or not pipeline:
        raise UsageError(f"--names {names} is not of the form spacy:MODEL")
    return SpacyTagger(pipeline, load())


def read_all(pile: "Pile", tagger: "TagsTexts | None" = None) -> Iterator["Reading"]:
    """The readings of a pile, one after the other, with progress on stderr."""
    from twosource import reading

    with stage("understanding") as progress:
        for done, found in enumerate(reading.read_all(pile.articles, tagger), start=1):
            yield found
            progress(done, len(pile.articles))


def lay_side_by_side(pile: "Pile", tagger: "TagsTexts | None" = None) -> "Collation":
    """Read every article and collate the readings, with progress on stderr."""
    readings = list(read_all(pile, tagger))
    with stage("comparing"):
        return twosource.collate(readings)


def print_set_aside(pile: "Pile") -> None:
    """Name on stderr what could not be read, each with its reason."""
    for one in pile.set_aside:
        typer.echo(f"set aside: {one.name}: {one.reason}", err=True)


def write(file: Path, content: bytes) -> None:
    """Write the whole file or leave what was there. Raises `UsageError` with the reason."""
    unfinished = file.with_name(file.name + ".part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from error
    typer.echo(f"Written: {file}")
