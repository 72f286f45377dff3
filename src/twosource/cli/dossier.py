"""`twosource dossier`: from a pile of articles to what a reader is shown."""

import sys
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import twosource
from twosource.cli.progress import stage
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.dossier import Dossier
    from twosource.model import Collation, Pile


def dossier(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files and folders; - reads a list from stdin."),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE.html", help="Write the page here.")
    ] = None,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write everything as JSON.")
    ] = None,
    show: Annotated[
        bool, typer.Option("--open", help="Open the page in a browser; needs --out.")
    ] = False,
) -> None:
    """Lay a pile of articles side by side and print what they rest on.

    \b
    Examples:
      twosource dossier story/
      twosource dossier story/*.html --out dossier.html --open
      twosource dossier story/ --json dossier.json
      find . -name '*.html' | twosource dossier - --out dossier.html

    \b
    Exit codes: 0 all read, 1 some set aside (each listed with its reason),
    2 wrong usage or nothing readable.
    """
    check_places(out, json, show)
    pile = take_in(expand(paths))
    collation = lay_side_by_side(pile)
    shown = twosource.publish(collation, pile.set_aside)
    print_summary(shown)
    if out is not None:
        write_page(shown, out)
    if json is not None:
        write_json(collation, pile, json)
    if show and out is not None:
        webbrowser.open(out.resolve().as_uri())
    raise typer.Exit(1 if pile.set_aside else 0)


def check_places(out: Path | None, json: Path | None, show: bool) -> None:  # noqa: FBT001 - --open
    """Raise `UsageError` before the work rather than after it, where a file cannot be written."""
    if show and out is None:
        raise UsageError("--open needs a page to open: say where with --out FILE.html")
    for file in filter(None, (out, json)):
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


def take_in(paths: list[str]) -> "Pile":
    """Ingest with progress on stderr. Raises `UsageError` where nothing could be read."""
    with stage("reading in") as progress:
        pile = twosource.ingest(paths, progress)
    if not pile.articles:
        reasons = "".join(f"\n  {one.name}: {one.reason}" for one in pile.set_aside)
        raise UsageError(f"none of what was given could be read as an article{reasons}")
    return pile


def lay_side_by_side(pile: "Pile") -> "Collation":
    """Read every article and collate the readings, with progress on stderr."""
    readings = []
    with stage("understanding") as progress:
        for done, article in enumerate(pile.articles, start=1):
            readings.append(twosource.read(article))
            progress(done, len(pile.articles))
    with stage("comparing"):
        return twosource.collate(readings)


def print_summary(shown: "Dossier") -> None:
    """Print what a person reads in ten seconds."""
    from rich.console import Console

    from twosource.dossier.summary import summary

    summary(shown, Console())


def write_page(shown: "Dossier", file: Path) -> None:
    """Write the page a reader opens in a browser."""
    from twosource.dossier.page import page

    write(file, page(shown).encode())


def write_json(collation: "Collation", pile: "Pile", file: Path) -> None:
    """Write everything that was found, for machines."""
    from twosource.export.json import to_json

    write(file, to_json(collation, pile.set_aside))


def write(file: Path, content: bytes) -> None:
    """Write the whole file or leave what was there. Raises `UsageError` with the reason."""
    unfinished = file.with_name(file.name + ".part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from error
    typer.echo(f"Written: {file}")
