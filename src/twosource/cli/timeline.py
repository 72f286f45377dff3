"""`twosource timeline`: what happened when, one line an event."""

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
    lay_side_by_side,
    print_set_aside,
    take_in,
    write,
)

if TYPE_CHECKING:
    from twosource.export.timeline import Row
    from twosource.model import Pile


def timeline(
    paths: Paths,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Write it as a calendar.")
    ] = None,
    csv_file: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write it as CSV.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write it as JSON.")
    ] = None,
    timelinejs: Annotated[
        Path | None,
        typer.Option("--timelinejs", metavar="FILE", help="Write it as JSON for TimelineJS."),
    ] = None,
    field: Fields = None,
) -> None:
    """Print what happened when, each date as exact as the articles make it.

    One line an event: the date, what happened in an article's words, who told of it, and where
    they differ. Articles that tell of one event share its line.

    \b
    Examples:
      twosource timeline story/
      twosource timeline story/ --ics story.ics --csv story.csv
      twosource timeline story/*.html --timelinejs timeline.json

    \b
    Exit codes: 0 all read, 1 some set aside (each listed with its reason),
    2 wrong usage or nothing readable.
    """
    from twosource.export.timeline import to_csv, to_ics, to_json, to_timelinejs

    check_writable(ics, csv_file, json_file, timelinejs)
    pile = take_in(expand(paths), as_columns(field))
    rows = rows_in(pile)
    print_rows(rows, pile)
    for file, form in (
        (ics, to_ics),
        (csv_file, to_csv),
        (json_file, to_json),
        (timelinejs, to_timelinejs),
    ):
        if file is not None:
            write(file, form(rows))
    raise typer.Exit(1 if pile.set_aside else 0)


def rows_in(pile: "Pile") -> tuple["Row", ...]:
    """The events of a pile, with progress on stderr."""
    from twosource.dossier.words import date_in_words
    from twosource.export.timeline import rows_of

    return rows_of(lay_side_by_side(pile), date_in_words)


def print_rows(rows: Sequence["Row"], pile: "Pile") -> None:
    """Print the events for a reader, and what could not be read."""
    for row in rows:
        typer.echo(line_of(row))
    print_set_aside(pile)


def line_of(row: "Row") -> str:
    """One event on one line: date, words, kind, articles, and in what they differ."""
    kind = "" if row.kind == "other" else f" [{row.kind}]"
    differ = f"; they differ in the {row.differ}" if row.differ else ""
    return f"{row.when}: {row.what}{kind} ({row.articles}){differ}"
