"""`twosource timeline`: what happened when, one line an event."""

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
    lay_side_by_side,
    print_set_aside,
    shown,
    take_in,
)

if TYPE_CHECKING:
    from twosource.export.timeline import Row
    from twosource.model import Pile


def timeline(
    paths: Paths,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE", help="Write it as a calendar; - is stdout."),
    ] = None,
    csv_file: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write it as CSV; - is stdout.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write it as JSON; - is stdout.")
    ] = None,
    timelinejs: Annotated[
        Path | None,
        typer.Option(
            "--timelinejs", metavar="FILE", help="Write it as JSON for TimelineJS; - is stdout."
        ),
    ] = None,
    field: Fields = None,
) -> None:
    """Print what happened when, one line an event.

    The date, as exact as the articles make it, what happened in an article's words, who told of it,
    and where they differ. Articles that tell of one event share its line.

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

    files = (ics, csv_file, json_file, timelinejs)
    given = expand(paths)
    check_outputs(given, *files)
    pile = take_in(given, as_columns(field))
    rows = rows_in(pile)
    for file, form in zip(files, (to_ics, to_csv, to_json, to_timelinejs), strict=True):
        if file is not None:
            write(file, form(rows))
    if not any(map(is_stdout, files)):
        print_rows(rows)
    print_set_aside(pile)
    raise typer.Exit(1 if pile.set_aside else 0)


def rows_in(pile: "Pile") -> tuple["Row", ...]:
    """The events of a pile, with progress on stderr."""
    from twosource.dossier.words import date_in_words
    from twosource.export.timeline import rows_of

    return rows_of(lay_side_by_side(pile), date_in_words)


def print_rows(rows: Sequence["Row"]) -> None:
    """Print the events for a reader, and where there are none, that there are none."""
    for row in rows:
        typer.echo(shown(line_of(row)))
    if not rows:
        typer.echo("no event was found", err=True)


def line_of(row: "Row") -> str:
    """One event on one line: date, words, kind, articles, and in what they differ."""
    kind = "" if row.kind == "other" else f" [{row.kind}]"
    differ = f"; they differ in the {row.differ}" if row.differ else ""
    return f"{row.when}: {row.what}{kind} ({row.articles}){differ}"
