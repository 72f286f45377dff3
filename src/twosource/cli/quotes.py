"""`twosource quotes`: who said what, one line a statement."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import twosource
from twosource.cli.dossier import check_places, expand, take_in, write
from twosource.cli.progress import stage

if TYPE_CHECKING:
    from twosource.model import Article, Pile, Reading, Statement

NOBODY = "nobody named"
UNDECIDED = "cannot tell"


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement as it is listed. `where` is article:offset, the offset in code points."""

    speaker: str
    words: str
    kind: str
    sense: str
    polarity: str
    when: str
    occasion: str
    through: str
    where: str


def quotes(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files and folders; - reads a list from stdin."),
    ],
    csv_file: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write the list as CSV.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the list as JSON.")
    ] = None,
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
    check_places(csv_file, json_file, show=False)
    pile = take_in(expand(paths))
    found = list(read_quotes(pile))
    if csv_file is not None:
        write(csv_file, as_csv(found).encode())
    if json_file is not None:
        write(json_file, as_json(found))
    print_quotes(found, pile)
    raise typer.Exit(1 if pile.set_aside else 0)


def read_quotes(pile: "Pile") -> Iterator[Quote]:
    """The statements of every article, article by article, in the order of the text."""
    with stage("understanding") as progress:
        for done, article in enumerate(pile.articles, start=1):
            yield from quotes_of(twosource.read(article))
            progress(done, len(pile.articles))


def quotes_of(reading: "Reading") -> Iterator[Quote]:
    """The statements of one article, those left out that quote nobody."""
    from twosource.model import StatementKind

    for statement in reading.statements:
        if statement.kind is not StatementKind.FRAGMENT:
            yield quote_of(statement, reading.article)


def quote_of(statement: "Statement", article: "Article") -> Quote:
    """One statement, each piece of it as it stands in the article."""
    text = article.text
    return Quote(
        speaker=speaker_of(statement),
        words=" … ".join(" ".join(span.of(text).split()) for span in statement.content),
        kind=statement.kind.value,
        sense=statement.sense.value,
        polarity=statement.polarity.value,
        when=statement.said_on.value if statement.said_on else "",
        occasion=" ".join(statement.occasion.of(text).split()) if statement.occasion else "",
        through=" > ".join(relay.speaker.name for relay in statement.chain),
        where=f"{article.name}:{statement.content[0].start}",
    )


def speaker_of(statement: "Statement") -> str:
    """The speaker's name, or why there is none."""
    from twosource.model import SpeakerKind

    if statement.speaker is None:
        return NOBODY
    if statement.speaker.kind is SpeakerKind.UNRESOLVED:
        return f"{UNDECIDED} ({statement.speaker.name})"
    return statement.speaker.name


def as_csv(found: Sequence[Quote]) -> str:
    """The list with a heading, one statement a row."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(field.name for field in fields(Quote))
    writer.writerows(astuple(quote) for quote in found)
    return table.getvalue()


def as_json(found: Sequence[Quote]) -> bytes:
    """The list as a JSON array of objects."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


def print_quotes(found: Sequence[Quote], pile: "Pile") -> None:
    """Print the list for a reader, and what could not be read."""
    for quote in found:
        typer.echo(line_of(quote))
    for one in pile.set_aside:
        typer.echo(f"set aside: {one.name}: {one.reason}", err=True)


def line_of(quote: Quote) -> str:
    """One statement on one line: speaker, words, kind, when and through whom, and its place."""
    polarity = "" if quote.polarity == "says" else f" {quote.polarity}"
    asides = filter(None, (quote.kind + polarity, quote.when, quote.occasion))
    through = f" via {quote.through}" if quote.through else ""
    return f"{quote.speaker}{through}: {quote.words} [{', '.join(asides)}] {quote.where}"
