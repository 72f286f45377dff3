"""`twosource dossier`: from a pile of articles to what a reader is shown."""

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import twosource
from twosource.cli.output import STDOUT, check_outputs, is_stdout, write
from twosource.cli.pile import (
    Fields,
    NamesFrom,
    Paths,
    as_columns,
    as_tagger,
    expand,
    lay_side_by_side,
    print_set_aside,
    take_in,
)
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.dossier import Dossier
    from twosource.model import Collation, Pile


def dossier(
    paths: Paths,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE.html", help="Write the page here; - is stdout."),
    ] = None,
    json: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write everything as JSON; - is stdout."),
    ] = None,
    show: Annotated[
        bool, typer.Option("--open", help="Open the page in a browser; needs --out.")
    ] = False,
    field: Fields = None,
    names: NamesFrom = None,
) -> None:
    """Lay a pile of articles side by side and print what they rest on.

    \b
    Examples:
      twosource dossier story/
      twosource dossier story/*.html --out dossier.html --open
      twosource dossier story/ --json dossier.json
      twosource dossier story/ --names spacy:en_core_web_sm
      find . -name '*.html' | twosource dossier - --out dossier.html

    \b
    Exit codes: 0 all read, 1 some set aside (each listed with its reason),
    2 wrong usage or nothing readable.
    """
    if show and out in {None, STDOUT}:
        raise UsageError("--open needs a page to open: say where with --out FILE.html")
    given = expand(paths)
    check_outputs(given, out, json)
    tagger = as_tagger(names)
    pile = take_in(given, as_columns(field))
    collation = lay_side_by_side(pile, tagger)
    shown = twosource.publish(collation, pile.set_aside)
    if out is not None:
        write_page(shown, out)
    if json is not None:
        write_json(collation, pile, json)
    if show and out is not None:
        webbrowser.open(out.resolve().as_uri())
    if is_stdout(out) or is_stdout(json):
        print_set_aside(pile)
    else:
        print_summary(shown)
    raise typer.Exit(1 if pile.set_aside else 0)


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
