"""ingest: bytes → Article. Finds the files, reads each, says what every line of it is for."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from twosource.intake.guard import Guard
from twosource.intake.recurring import with_recurring_lines_marked
from twosource.intake.sources import Columns, find
from twosource.model import Article, Pile, SetAside

Progress = Callable[[int, int], None]


def ingest(
    paths: Iterable[str | Path],
    progress: Progress = lambda _done, _of: None,
    columns: Columns = (),
) -> Pile:
    """Make articles of files, folders (read recursively, hidden files skipped) and patterns.

    `progress` is told how many sources are done and of how many. `columns` says what the fields of
    tables are called, in pairs such as ("text", "Volltext"): see `intake/table.py`. The pile is
    ordered by name and is the same in whatever order the paths come. Whatever cannot be made into
    an article is listed in `Pile.set_aside` with one line that says why; nothing is raised for it.
    """
    sources, missing = find(paths, columns)
    articles: dict[str, Article] = {}
    set_aside = list(missing)
    with Guard() as guard:
        for done, source in enumerate(sources, start=1):
            for outcome in guard.outcomes(source):
                set_aside.extend(_keep(outcome, articles))
            progress(done, len(sources))
    ordered = sorted(articles.values(), key=lambda article: (article.name, article.id))
    return Pile(with_recurring_lines_marked(ordered), tuple(sorted(set_aside)))


def _keep(outcome: Article | SetAside, articles: dict[str, Article]) -> Iterator[SetAside]:
    """Add an article to those kept, unless the same bytes are there already."""
    if isinstance(outcome, SetAside):
        yield outcome
    elif (first := articles.setdefault(outcome.id, outcome)) is not outcome:
        yield SetAside(outcome.name, f"the same bytes as {first.name}: only that one is kept")
