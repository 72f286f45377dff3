"""What the commands share: a pile taken in, its articles read."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator
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
        help="What a field of JSON or CSV is called, as text=Volltext; may be given again. Roles: "
        "text, html, title, url, date, outlet, byline, source, language, id, and lists for the "
        "field that holds the list of articles.",
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


def expand(paths: Iterable[str]) -> list[str]:
    """The paths as given, with `-` replaced by the list on stdin. Raises `UsageError`."""
    expanded: list[str] = []
    for path in paths:
        expanded.extend(_listed() if path == "-" else [path])
    if "" in expanded:
        raise UsageError("a path is empty: is a variable of your shell not set?")
    return expanded


def _listed() -> list[str]:
    """The paths on stdin: one a line, or with NULs between them, as `find -print0` has it.

    Raises `UsageError` where there are none, or what is there is a text.
    """
    given = sys.stdin.buffer.read().decode(sys.getfilesystemencoding(), "surrogateescape")
    listed = list(filter(None, given.split("\0") if "\0" in given else given.splitlines()))
    if not listed:
        raise UsageError("the list on stdin is empty: give one path a line")
    if not any(os.path.lexists(path) or glob.has_magic(path) for path in listed):
        raise UsageError("nothing on stdin is a path: give one a line, and a text as a file")
    return listed


def as_columns(fields: list[str] | None) -> "Columns":
    """The roles and names of `--field ROLE=NAME`. Raises `UsageError`."""
    if not fields:
        return ()
    from twosource.intake.kinds.fields import checked

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
        reasons = "".join(f"\n  {shown(one.name)}: {shown(one.reason)}" for one in pile.set_aside)
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
        typer.echo(f"set aside: {shown(one.name)}: {shown(one.reason)}", err=True)


def shown(text: str) -> str:
    """The text on one line, without characters that a terminal would obey."""
    return "".join(one if one.isprintable() else " " for one in " ".join(text.split()))
