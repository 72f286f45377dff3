"""ingest: bytes → Article. Finds the files, reads each, says what every line of it is for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
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
    tables are called, in pairs such as ("text", "Volltext"): see `intake/kinds/fields.py`. The pile
    is ordered by name and is the same in whatever order the paths come. Whatever cannot be made
    into an article is listed in `Pile.set_aside` with one line that says why; nothing is raised for
    it.
    """
    sources, missing = find(paths, columns)
    kept = _Kept({}, {})
    set_aside = list(missing)
    with Guard() as guard:
        for done, source in enumerate(sources, start=1):
            for outcome in guard.outcomes(source):
                set_aside.extend(_keep(outcome, kept))
            progress(done, len(sources))
    ordered = sorted(kept.by_id.values(), key=lambda article: (article.name, article.id))
    return Pile(with_recurring_lines_marked(ordered), tuple(sorted(set_aside)))


@dataclass(frozen=True, slots=True)
class _Kept:
    """The articles so far, by id; those of known outlets by their wording, too."""

    by_id: dict[str, Article]
    by_wording: dict[tuple[str, ...], Article]


def _keep(outcome: Article | SetAside, kept: _Kept) -> Iterator[SetAside]:
    """Add an article to those kept, unless it is there already."""
    if isinstance(outcome, SetAside):
        yield outcome
        return
    if (first := kept.by_id.get(outcome.id)) is not None:
        yield SetAside(outcome.name, f"the same bytes as {first.name}: only that one is kept")
        return
    if outcome.outlet is not None:
        first = kept.by_wording.setdefault(_wording(outcome), outcome)
        if first is not outcome:
            reason = f"word for word the same outlet's {first.name}: only that one is kept"
            yield SetAside(outcome.name, reason)
            return
    kept.by_id[outcome.id] = outcome


def _wording(article: Article) -> tuple[str, ...]:
    """What two codings of one article have in common: its words, outlet and day."""
    words = " ".join(article.text.replace("\ufeff", "").split())
    outlet = article.outlet.value if article.outlet else ""
    day = article.published.interval.value if article.published else ""
    return sha256(words.encode("utf-8", "replace")).hexdigest(), outlet, day
