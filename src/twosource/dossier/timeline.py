"""The timeline: what the articles date, those of one date together."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from twosource.dossier.index import Index
from twosource.dossier.view import DatedShown, HappeningShown, Shortlist
from twosource.dossier.words import date_in_words, machine_date
from twosource.model import Interval, TimelineEntry


def timeline(entries: Iterable[TimelineEntry], limit: int, index: Index) -> Shortlist[DatedShown]:
    """The `limit` happenings that most evidence tells of, in order of time."""
    kept = Shortlist.of(sorted(entries, key=lambda entry: -len(entry.evidence)), limit)
    dates = groupby(sorted(kept.shown, key=_when), key=lambda entry: entry.interval)
    return Shortlist(tuple(_dated(day, told, index) for day, told in dates), kept.more)


def _when(entry: TimelineEntry) -> tuple[date, date, str, str]:
    first = entry.interval.earliest or entry.interval.latest or date.max
    return first, entry.interval.latest or date.max, entry.interval.value, entry.wording


def _dated(interval: Interval, told: Iterable[TimelineEntry], index: Index) -> DatedShown:
    return DatedShown(
        date=date_in_words(interval),
        machine=machine_date(interval),
        happenings=tuple(HappeningShown(e.wording, index.cite_all(e.evidence)) for e in told),
    )
