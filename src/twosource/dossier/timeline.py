"""The timeline: what the articles date, those of one date together."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from twosource.dossier.index import Index
from twosource.dossier.view import DatedShown, DifferenceShown, HappeningShown, Shortlist
from twosource.dossier.words import date_in_words, listed, machine_date
from twosource.model import Difference, Event, EventKind, Interval

NAMES_SHOWN = 5  # of one event: a reader wants to know whom it is about, not everybody named


def timeline(events: Iterable[Event], limit: int, index: Index) -> Shortlist[DatedShown]:
    """The `limit` events that most evidence tells of, in order of time."""
    kept = Shortlist.of(sorted(events, key=lambda event: -len(event.evidence)), limit)
    dates = groupby(sorted(kept.shown, key=_when), key=lambda event: event.interval)
    return Shortlist(tuple(_dated(day, told, index) for day, told in dates), kept.more)


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
