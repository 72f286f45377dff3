"""The timeline: what the articles date, those of one date together."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from twosource.dossier.index import Index
from twosource.dossier.view import DatedShown, DifferenceShown, HappeningShown, Shortlist
from twosource.dossier.words import date_in_words, listed, machine_date
from twosource.model import Collation, Difference, Event, EventKind, Interval

NAMES_SHOWN = 5  # of one event: a reader wants to know whom it is about, not everybody named


UNDATED_SHOWN = 12  # of what several articles tell without a date; what most tell of


def timeline(collation: Collation, limit: int, index: Index) -> Shortlist[DatedShown]:
    """The `limit` events that most evidence tells of in order of time, then what has no date."""
    kept = Shortlist.of(sorted(collation.timeline, key=_most_told), limit)
    dates = groupby(sorted(kept.shown, key=_when), key=lambda event: event.interval)
    shown = [_dated(day, told, index) for day, told in dates]
    undated = Shortlist.of(sorted(collation.undated, key=_most_told), UNDATED_SHOWN)
    shown += [_dated(undated.shown[0].interval, undated.shown, index)] if undated.shown else []
    return Shortlist(tuple(shown), kept.more + undated.more)


def _most_told(event: Event) -> int:
    return -len(event.evidence)


def _when(event: Event) -> tuple[date, date, str, str]:
    first = event.interval.earliest or event.interval.latest or date.max
    return first, event.interval.latest or date.max, event.interval.value, event.wording


def _dated(interval: Interval, told: Iterable[Event], index: Index) -> DatedShown:
    return DatedShown(
        date=date_in_words(interval),
        machine=machine_date(interval),
        happenings=tuple(_happening(event, index) for event in told),
    )


def _happening(event: Event, index: Index) -> HappeningShown:
    names = tuple(dict.fromkeys((*event.participants, *event.places)))  # a town can take part
    return HappeningShown(
        kind=None if event.kind is EventKind.OTHER else event.kind.value,
        wording=event.wording,
        names=", ".join(names[:NAMES_SHOWN]),
        differences=tuple(_difference(one, index) for one in event.differences),
        reason=event.reason,
        citations=index.cite_all(event.evidence),
    )


def _difference(difference: Difference, index: Index) -> DifferenceShown:
    sides = (
        f"{account.says} ({listed(index.in_order(e.article for e in account.evidence))})"
        for account in difference.accounts
    )
    return DifferenceShown(difference.aspect.value, tuple(sides))
