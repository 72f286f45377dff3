"""`twosource quotes`: who said what, one line a statement."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.pile import (
    Fields,
    Paths,
    as_columns,
    check_writable,
    expand,
    print_set_aside,
    read_all,
    take_in,
    write,
)

if TYPE_CHECKING:
    from twosource.export.quotes import Quote
    from twosource.model import Pile


def quotes(
    paths: Paths,
    csv_file: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write the list as CSV.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the list as JSON.")
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
    from twosource.export.quotes import quotes_in, to_csv, to_json

    check_writable(csv_file, json_file)
    pile = take_in(expand(paths), as_columns(field))
    readings = tuple(read_all(pile))
    found = list(quotes_in(name_the_described(readings, find_identities(readings))))
    if csv_file is not None:
        write(csv_file, to_csv(found))
    if json_file is not None:
        write(json_file, to_json(found))
    print_quotes(found, pile)
    raise typer.Exit(1 if pile.set_aside else 0)


def print_quotes(found: Sequence["Quote"], pile: "Pile") -> None:
    """Print the list for a reader, and what could not be read."""
    for quote in found:
        typer.echo(line_of(quote))
    print_set_aside(pile)


def line_of(quote: "Quote") -> str:
    """One statement on one line: speaker, words, kind, when and through whom, and its place."""
    polarity = "" if quote.polarity == "says" else f" {quote.polarity}"
    asides = filter(None, (quote.kind + polarity, quote.when, quote.occasion))
    through = f" via {quote.through}" if quote.through else ""
    return f"{quote.speaker}{through}: {quote.words} [{', '.join(asides)}] {quote.where}"
