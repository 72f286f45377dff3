"""`twosource ingest`: what was made of each file, before anything is compared."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.output import check_outputs, is_stdout, write
from twosource.cli.pile import Fields, as_columns, expand, print_set_aside, shown, take_in
from twosource.errors import IntakeError, UsageError

if TYPE_CHECKING:
    from twosource.model import Article, Attested, Pile, SetAside


def ingest(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH…", help="Files, folders, patterns; - reads a list from stdin."
        ),
    ] = None,
    fetch: Annotated[
        list[str] | None,
        typer.Option("--fetch", metavar="URL", help="Fetch this page too; may be given again."),
    ] = None,
    keep: Annotated[
        Path, typer.Option("--keep", metavar="FOLDER", help="Save fetched pages here.")
    ] = Path("fetched"),
    lines: Annotated[
        bool, typer.Option("--lines", help="Show every line, what it is for and why.")
    ] = False,
    json: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write the articles as JSON; - is stdout."),
    ] = None,
    field: Fields = None,
) -> None:
    """Print what was made of each file.

    That is its title, writer, outlet, date, credits and lines, each with how it is known.

    Reads text, Markdown, HTML, PDF, Word, mail and mailboxes, saved pages, feeds, web archives,
    JSON, JSON Lines and CSV; told by what is in them, not by their names. Nothing is fetched from
    the network unless --fetch asks for it, and then from public addresses only.

    \b
    Examples:
      twosource ingest story/
      twosource ingest page.html --lines
      twosource ingest archive.warc.gz feed.xml --json articles.json
      twosource ingest 'story/**/*.html' press.csv --field text=Volltext --field date=Datum
      twosource ingest --fetch https://example.org/story --keep pages/

    \b
    Exit codes: 0 all read, 1 some set aside (each listed with its reason),
    2 wrong usage or nothing readable.
    """
    if not (paths or fetch):
        raise UsageError("nothing to read: name files or folders, or pages with --fetch URL")
    listed = expand(paths) if paths else []
    check_outputs(listed, json)
    fetched, missed = fetch_all(fetch or [], keep)
    given = [*listed, *fetched]
    if missed and not given:
        raise UsageError(f"nothing was fetched: {missed[0].reason}")
    pile = take_in(given, as_columns(field))
    pile = replace(pile, set_aside=(*missed, *pile.set_aside))
    if json is not None:
        write(json, as_json(pile))
    if is_stdout(json):
        print_set_aside(pile)
    else:
        typer.echo("\n".join(told_of_all(pile, told_with_lines if lines else told_of)))
    raise typer.Exit(1 if pile.set_aside else 0)


def told_of_all(pile: "Pile", told: Callable[["Article"], Iterator[str]]) -> Iterator[str]:
    """What is to be told of each article, and why each of the others is set aside."""
    for article in pile.articles:
        yield from told(article)
    for aside in pile.set_aside:
        yield f"{shown(aside.name)}\n  set aside: {shown(aside.reason)}"


def told_with_lines(article: "Article") -> Iterator[str]:
    """What is known of an article, then its lines."""
    yield from told_of(article)
    yield from lines_of(article)


def fetch_all(urls: list[str], folder: Path) -> tuple[list[str], list["SetAside"]]:
    """Fetch these pages into a folder: the files, and what could not be had.

    Raises `UsageError` where the folder cannot be made.
    """
    if not urls:
        return [], []
    from twosource.intake.fetch import fetch
    from twosource.model import SetAside

    make(folder)
    files, missed = [], []
    for url in urls:
        try:
            files.append(str(fetch(url, folder)))
        except IntakeError as problem:
            missed.append(SetAside(url, str(problem)))
    return files, missed


def make(folder: Path) -> None:
    """Make a folder unless it is there. Raises `UsageError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {folder}: {error.strerror}") from error


def told_of(article: "Article") -> Iterator[str]:
    """The article's name, then a line for each thing that is known of it."""
    yield shown(article.name)
    for label, found in (
        ("title", article.title),
        ("by", article.byline),
        ("outlet", article.outlet),
        ("address", article.url),
        ("dateline", article.dateline),
    ):
        if found is not None:
            yield attested(label, found)
    if article.byline is not None and article.byline.persons and article.byline.organisations:
        yield f"  with: {shown(', '.join(article.byline.organisations))} (in the byline)"
    if article.language is not None:
        yield f"  language: {shown(article.language)}"
    yield dated(article)
    for credit in article.credits:
        yield f"  {credit.kind}: {shown(credit.named or 'nobody named')} ({shown(credit.how)})"
    yield f"  lines: {counted(article)}"


def attested(label: str, found: "Attested") -> str:
    """A line with what was found and how it is known."""
    return f"  {label}: {shown(found.value)} ({shown(found.how)})"


def dated(article: "Article") -> str:
    """A line with the date of publication, or why there is none."""
    from twosource.dossier.words import date_in_words

    if article.published is not None:
        day, how = date_in_words(article.published.interval), article.published.how
        return f"  published: {day} ({shown(how)})"
    others = ", ".join(f"{date_in_words(d.interval)} {d.role} ({d.how})" for d in article.dates)
    return f"  published: not known{f'; there is {shown(others)}' if others else ''}"


def counted(article: "Article") -> str:
    """How many lines there are of each kind, the most frequent first."""
    kinds = Counter(block.kind for block in article.blocks)
    return ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())


def lines_of(article: "Article") -> Iterator[str]:
    """Every line with its kind, its beginning, and the reason."""
    for block in article.blocks:
        text = shown(block.span.of(article.text))
        beginning = text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - of 100 columns
        yield f"    {block.kind:<10}  {beginning}\n                {block.reason}"


def as_json(pile: "Pile") -> bytes:
    """The pile as JSON: the format's name, then the fields of `twosource.model.Pile`."""
    import msgspec

    document = {
        "format": "twosource-articles/1",
        "articles": pile.articles,
        "set_aside": pile.set_aside,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"
