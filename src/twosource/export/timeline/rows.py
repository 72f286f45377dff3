"""An event of the timeline as a row of plain text, which every format is made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from twosource.model import Account, Collation, Difference, Event, Evidence, Interval

Names = Mapping[str, str]  # Article.id → Article.name


@dataclass(frozen=True, slots=True)
class Row:
    """An event as it is listed.

    `date` is EDTF, `first` and `last` are the days it allows (empty where that end is open), `when`
    the same in words. `where` is article:offset for each piece of evidence, in code points.
    """

    date: str
    first: str
    last: str
    when: str
    what: str
    kind: str
    who: str
    places: str
    articles: str
    differ: str
    reason: str
    where: str


def rows_of(collation: Collation, in_words: Callable[[Interval], str]) -> tuple[Row, ...]:
    """The events in the order of the timeline, those without a date last.

    `in_words` says a date as a person would.
    """
    names = {reading.article.id: reading.article.name for reading in collation.readings}
    events = (*collation.timeline, *collation.undated)
    return tuple(_row(event, names, in_words) for event in events)


def _row(event: Event, names: Names, in_words: Callable[[Interval], str]) -> Row:
    interval = event.interval
    return Row(
        date=interval.value,
        first=interval.earliest.isoformat() if interval.earliest else "",
        last=interval.latest.isoformat() if interval.latest else "",
        when=in_words(interval),
        what=" ".join(event.wording.split()),
        kind=event.kind.value,
        who=", ".join(event.participants),
        places=", ".join(event.places),
        articles=", ".join(_articles(event.evidence, names)),
        differ="; ".join(_told(one, names) for one in event.differences),
        reason=event.reason,
        where=" ".join(f"{names[one.article]}:{one.span.start}" for one in event.evidence),
    )


def _told(difference: Difference, names: Names) -> str:
    """In what the articles differ, with what each says."""
    return f"{difference.aspect}: " + ", ".join(_sides(difference.accounts, names))


def _sides(accounts: Iterable[Account], names: Names) -> Iterator[str]:
    for account in accounts:
        yield f"{account.says} ({', '.join(_articles(account.evidence, names))})"


def _articles(evidence: Iterable[Evidence], names: Names) -> list[str]:
    return sorted({names[one.article] for one in evidence})
