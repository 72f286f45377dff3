"""Happenings: tellings of the same thing, gathered.

Dated tellings are of one happening when their dates can be one and they carry the same claim, share
most of what they say, or tell of the same sense with the same people. Where their dates are of
different width, the narrower one holds; a year tells no day, so it never joins two days. A telling
without a date joins the one happening it fits; where it fits two, it cannot be told and joins none.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from twosource.collation.tellings import Telling
from twosource.collation.words import rarity
from twosource.model import Dating, EventKind, Evidence, Interval

NARROW_DAYS = 31  # a date wider than a month tells too little to join what is merely worded alike
ALIKE = 0.5  # share of the shorter telling's words, by their rarity, that the other has too
ALIKE_UNDATED = 0.5  # the same, for a telling without a date
TELLING_WORDS = 3  # rarest words of a telling by which others like it are looked up

Weights = Mapping[str, float]


@dataclass(slots=True, eq=False)  # grows as tellings are gathered; two are never the same one
class Happening:
    """Tellings of the same thing, gathered one by one."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def claims(self) -> frozenset[int]:
        """The numbers of the claims that the tellings carry."""
        return frozenset(one.claim for one in self.tellings if one.claim is not None)

    def admits(self, telling: Telling, weight: Weights) -> bool:
        """Whether a dated telling can be of the same happening as every one that is here."""
        return all(overlap(one.interval, telling.interval) for one in self.tellings) and any(
            _same(one, telling, weight) for one in self.tellings
        )

    def explains(self, telling: Telling, weight: Weights) -> bool:
        """Whether a telling without a date is of this happening."""
        return any(_same_undated(one, telling, weight) for one in self.tellings)


def gather(tellings: Sequence[Telling]) -> list[Happening]:
    """The happenings that dated tellings tell of, each with the undated ones that join it."""
    weight = rarity(telling.words for telling in tellings)
    dated = [one for one in tellings if one.dating is Dating.STATED]
    happenings = _gathered(dated, weight)
    for telling in sorted(tellings, key=lambda one: one.evidence):
        if telling.dating is not Dating.STATED:
            fitting = [one for one in happenings if one.explains(telling, weight)]
            if len(fitting) == 1:
                fitting[0].tellings.append(telling)
    return happenings


def _gathered(tellings: Sequence[Telling], weight: Weights) -> list[Happening]:
    happenings: list[Happening] = []
    known: dict[Hashable, list[Happening]] = defaultdict(list)
    for telling in sorted(tellings, key=narrow_first):
        keys = list(_keys(telling, weight))
        near = (happening for key in keys for happening in known[key])
        home = next((one for one in near if one.admits(telling, weight)), None)
        if home is None:
            home = Happening()
            happenings.append(home)
        home.tellings.append(telling)
        for key in keys:
            if home not in known[key]:
                known[key].append(home)
    return happenings


def _keys(telling: Telling, weight: Weights) -> Iterator[Hashable]:
    """Where tellings of the same happening meet: their claim, or a month and a telling word."""
    if telling.claim is not None:
        yield telling.claim
    rarest = sorted(telling.words, key=lambda word: (-weight[word], word))[:TELLING_WORDS]
    for month in _months(telling.interval):
        yield from ((month, word) for word in rarest)
        yield from ((month, sense) for sense in sorted(telling.senses))


def _months(interval: Interval) -> set[str]:
    return {day.isoformat()[:7] for day in (interval.earliest, interval.latest) if day}


def _same(one: Telling, other: Telling, weight: Weights) -> bool:
    if one.claim is not None and one.claim == other.claim:
        return True
    wide = max(days(one.interval), days(other.interval)) > NARROW_DAYS
    if one.interval != other.interval and wide:
        return False
    if EventKind.SPEAKING in (one.kind, other.kind):
        return one.kind is other.kind and bool(one.names & other.names)
    if one.senses & other.senses and one.names & other.names:
        return True
    return _alike(one, other, weight, ALIKE)


def _same_undated(one: Telling, other: Telling, weight: Weights) -> bool:
    if one.claim is not None and one.claim == other.claim:
        return True
    told = bool(one.senses & other.senses and one.names & other.names)
    return told and _alike(one, other, weight, ALIKE_UNDATED)


def _alike(one: Telling, other: Telling, weight: Weights, enough: float) -> bool:
    shorter = min(_weight(one.words, weight), _weight(other.words, weight))
    return shorter > 0 and _weight(one.words & other.words, weight) >= enough * shorter


def _weight(words: frozenset[str], weight: Weights) -> float:
    return sum(weight[word] for word in sorted(words))


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two dates can be the same."""
    return begin(one) <= end(other) and begin(other) <= end(one)


def begin(interval: Interval) -> date:
    """The first day a date allows; the first of all days where that end is open."""
    return interval.earliest or date.min


def end(interval: Interval) -> date:
    """The last day a date allows; the last of all days where that end is open."""
    return interval.latest or date.max


def days(interval: Interval) -> int:
    """How many days lie between the ends of a date."""
    return (end(interval) - begin(interval)).days


def narrow_first(telling: Telling) -> tuple[int, date, Evidence]:
    """Sorts tellings: the narrowest date first."""
    return days(telling.interval), begin(telling.interval), telling.evidence
