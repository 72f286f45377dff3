"""The command line: one file per command, no logic of its own.

Exit codes: 0 everything read, 1 something was set aside, 2 wrong usage or nothing readable.
"""

import os
import sys
from typing import Annotated, NoReturn

import typer

from twosource import __version__
from twosource.cli.dossier import dossier
from twosource.cli.ingest import ingest
from twosource.cli.quotes import quotes
from twosource.cli.timeline import timeline
from twosource.errors import TwosourceError

# Plain help: it starts in half the time of the decorated one and reads the same when piped.
app = typer.Typer(
    name="twosource",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(no_args_is_help=True)(dossier)
app.command(no_args_is_help=True)(quotes)
app.command(no_args_is_help=True)(timeline)
app.command(no_args_is_help=True)(ingest)


def print_version(wanted: bool) -> None:  # noqa: FBT001 - the shape typer asks of a callback
    """Print the version and leave, where `--version` was given."""
    if wanted:
        typer.echo(f"twosource {__version__}")
        raise typer.Exit


@app.callback()
def twosource(
    version: Annotated[
        bool,
        typer.Option("--version", callback=print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Five articles say it. How many sources is that?

    Lays a pile of articles on one story side by side: who copied whom, who said what, what
    conflicts, and how many independent origins stand behind each claim. Works without a network.

    \b
    Examples:
      twosource dossier story/                     read a folder, print the summary
      twosource dossier a.html b.txt --out d.html  write the page as well
      twosource quotes story/                      list who said what
      twosource timeline story/                    list what happened when
      twosource ingest story/                      show what was made of each file
      find . -name '*.html' | twosource dossier -  take the list from another program
    """


def main() -> None:
    """Run the program. Whatever goes wrong is one line on stderr and exit code 2.

    A defect of our own is no exception to that; `TWOSOURCE_DEBUG=1` shows where it happened.
    """
    try:
        app()
    except TwosourceError as error:
        give_up(str(error))
    except OSError as problem:
        if os.environ.get("TWOSOURCE_DEBUG"):
            raise
        give_up(f"cannot go on: {problem.strerror or problem}")
    except Exception as defect:
        if os.environ.get("TWOSOURCE_DEBUG"):
            raise
        told = f"{type(defect).__name__}: {defect}".splitlines()[0]
        give_up(f"a defect of twosource, please report it ({told}); TWOSOURCE_DEBUG=1 shows more")


def give_up(reason: str) -> NoReturn:
    """Say why in one line and leave."""
    typer.echo(f"twosource: {reason}", err=True)
    sys.exit(2)
