"""`twosource quotes`: who said what, one line a statement."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.output import check_outputs, is_stdout, write
from twosource.cli.pile import (
    Fields,
    Paths,
    as_columns,
    expand,
    print_set_aside,
    read_all,
    shown,
    take_in,
)

if TYPE_CHECKING:
    from twosource.export.quotes import Quote


def quotes(
    paths: Paths,
    csv_file: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FILE", help="Write the list as CSV; - is stdout."),
    ] = None,
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write the list as JSON; - is stdout."),
    ] = None,
    field: Fields = None,
) -> None:
    """Print who said what, through whom, and where it stands.

    \b
    Examples:
      twosource quotes story/
      twosource quotes story/*.html --csv quotes.csv
      find . -name '*.html' | twosource quotes - --json quotes.json

    \b
    Exit codes: 0 all read, 1 some set aside (each listed with its reason),
    2 wrong usage or nothing readable.
    """
    from twosource.collation.described import name_the_described
    from twosource.collation.identities import find_identities
    from twosource.dossier.words import said_in_words
    from twosource.export.quotes import quotes_in, to_csv, to_json, without_passed_on

    given = expand(paths)
    check_outputs(given, csv_file, json_file)
    pile = take_in(given, as_columns(field))
    readings = tuple(read_all(pile))
    named = tuple(name_the_described(readings, find_identities(readings)))
    found = list(quotes_in(named, said_in_words))
    if csv_file is not None:
        write(csv_file, to_csv(found))
    if json_file is not None:
        write(json_file, to_json(found))
    if not (is_stdout(csv_file) or is_stdout(json_file)):
        print_quotes(list(quotes_in(without_passed_on(named), said_in_words)))
    print_set_aside(pile)
    raise typer.Exit(1 if pile.set_aside else 0)


def print_quotes(quotes: Sequence["Quote"]) -> None:
    """Print the list for a reader, and where it is empty, that it is."""
    for quote in quotes:
        typer.echo(shown(line_of(quote)))
    if not quotes:
        typer.echo("no statement was found", err=True)


def line_of(quote: "Quote") -> str:
    """One statement on one line: speaker, words, kind, when and through whom, and its place.

    What is quoted whole stands in marks.
    """
    polarity = "" if quote.polarity == "says" else f" {quote.polarity}"
    asides = filter(None, (quote.kind + polarity, quote.when_in_words, quote.occasion))
    through = f" via {quote.through}" if quote.through else ""
    words = f"“{quote.words}”" if quote.kind == "direct" else quote.words
    article, _, offset = quote.where.rpartition(":")
    place = f"{article}, character {offset}"  # "a.txt:9" would read as its ninth line
    return f"{quote.speaker}{through}: {words} [{', '.join(asides)}] {place}"
