"""Happenings: tellings of the same thing, gathered.

Dated tellings are of one happening when their dates can be one and they carry the same claim, are
worded alike, or tell the same (`telling_likeness`). Where their dates are of different width, the
narrower one holds; a year tells no day, so it never joins two days. Where a copy gives another date
in nearly the same words, it is of the happening it copied all the same. A telling without a date
joins the one happening that it tells the same as; where it fits two, it cannot be told and joins
none.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from twosource.collation.timeline.telling_likeness import ALIKE, TellingLikeness
from twosource.collation.timeline.tellings import Telling
from twosource.model import Dating, EventKind, Evidence, Interval

NARROW_DAYS = 31  # a date wider than a month tells too little to join what is merely worded alike
TELLING_WORDS = 3  # rarest words of a telling by which others like it are looked up
MISTAKEN_DAYS = 366  # one slip in a day, month or year leads no farther
NEARLY_ALL = 0.6  # share of the words of both tellings that they share, by their rarity
ANOTHER_DATE = "one text gives two dates in the same words"
SAME_CLAIM = "they put the same claim forward"
TOLD_THE_SAME = "they tell the same of the same people, or in much the same words"


@dataclass(slots=True, eq=False)  # grows as tellings are gathered; two are never the same one
class Happening:
    """Tellings of the same thing, gathered one by one, and why each was added."""

    tellings: list[Telling] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)

    @property
    def claims(self) -> frozenset[int]:
        """The numbers of the claims that the tellings carry."""
        return frozenset(one.claim for one in self.tellings if one.claim is not None)

    def admits(self, telling: Telling, likeness: TellingLikeness) -> str | None:
        """Why a dated telling is of the same happening as those that are here, if it can be."""
        if not all(one.interval.overlaps(telling.interval) for one in self.tellings):
            return _first(_why_in_spite_of_dates(one, telling, likeness) for one in self.tellings)
        return _first(_why_one(one, telling, likeness) for one in self.tellings)

    def explains(self, telling: Telling, likeness: TellingLikeness) -> str | None:
        """Why a telling without a date is of this happening, if it is."""
        return _first(_why_told(one, telling, likeness) for one in self.tellings)

    def add(self, telling: Telling, reason: str) -> None:
        """Add a telling, and why."""
        self.tellings.append(telling)
        self.reasons.add(reason)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The happenings that articles date, and those that several tell of and none dates."""

    dated: list[Happening]
    undated: list[Happening]


def gather(tellings: Sequence[Telling], likeness: TellingLikeness) -> Gathered:
    """The happenings that dated tellings tell of, each with the undated ones that join it.

    What joins none is gathered too, where two articles tell it.
    """
    known: dict[Hashable, list[Happening]] = defaultdict(list)
    happenings: list[Happening] = []
    dated = [one for one in tellings if one.dating is Dating.STATED]
    for telling in sorted(dated, key=narrow_first):
        keys = tuple(_dated_keys(telling, likeness))
        home, reason = next(_homes(_near(known, keys), telling, likeness), (None, ""))
        if home is None:
            home = Happening([telling])
            happenings.append(home)
        else:
            home.add(telling, reason)
        for key in (*keys, *_keys(telling, likeness)):
            if home not in known[key]:
                known[key].append(home)
    left = _join_undated(tellings, known, likeness)
    return Gathered(happenings, _told_twice(left, likeness))


def _homes(
    near: Iterable[Happening], telling: Telling, likeness: TellingLikeness
) -> Iterator[tuple[Happening, str]]:
    """The happenings that admit a telling, and why."""
    for happening in near:
        if reason := happening.admits(telling, likeness):
            yield happening, reason


def _join_undated(
    tellings: Sequence[Telling], known: dict[Hashable, list[Happening]], likeness: TellingLikeness
) -> list[Telling]:
    """Add each telling without a date to the one happening that it is of, if there is only one.

    Returns:
        The tellings that are of none; one that could be of two is of neither.
    """
    left: list[Telling] = []
    undated = [one for one in tellings if one.dating is not Dating.STATED]
    for telling in sorted(undated, key=lambda one: one.evidence):
        near = _near(known, _keys(telling, likeness))
        fitting = [(one, why) for one in near if (why := one.explains(telling, likeness))]
        if len(fitting) == 1:
            home, reason = fitting[0]
            home.add(telling, reason)
        elif not fitting:
            left.append(telling)
    return left


def _told_twice(tellings: Iterable[Telling], likeness: TellingLikeness) -> list[Happening]:
    """What two articles or more tell without a date, the same of each brought together."""
    known: dict[Hashable, list[Happening]] = defaultdict(list)
    happenings: list[Happening] = []
    for telling in tellings:
        near = _near(known, _keys(telling, likeness))
        fitting = ((one, why) for one in near if (why := one.explains(telling, likeness)))
        home, reason = next(fitting, (None, ""))
        if home is None:
            home = Happening([telling])
            happenings.append(home)
        else:
            home.add(telling, reason)
        for key in _keys(telling, likeness):
            if home not in known[key]:
                known[key].append(home)
    return [one for one in happenings if len({t.evidence.article for t in one.tellings}) > 1]


def _near(
    known: dict[Hashable, list[Happening]], keys: Iterable[Hashable]
) -> dict[Happening, None]:
    """The happenings that share a key, each once, in a fixed order."""
    return dict.fromkeys(one for key in keys for one in known.get(key, ()))


def _dated_keys(telling: Telling, likeness: TellingLikeness) -> Iterator[Hashable]:
    """Where dated tellings of the same happening meet: a month and a telling word or sense."""
    if telling.claim is not None:
        yield telling.claim
    if likeness.is_of_long_ago(telling):
        yield telling.interval
    yield from combinations(likeness.rarest(telling, TELLING_WORDS), 2)
    for month in _months(telling.interval):
        yield from ((month, word) for word in likeness.rarest(telling, TELLING_WORDS))
        yield from ((month, sense) for sense in sorted(telling.senses))


def _keys(telling: Telling, likeness: TellingLikeness) -> Iterator[Hashable]:
    """Where tellings meet whatever their dates: a sense, with a name or a telling word."""
    if telling.claim is not None:
        yield telling.claim
    for sense in sorted(telling.senses):
        yield from ((sense, name) for name in sorted(telling.names))
        yield from ((sense, word) for word in likeness.rarest(telling, TELLING_WORDS))


def _months(interval: Interval) -> list[str]:
    days = (day.isoformat()[:7] for day in (interval.earliest, interval.latest) if day)
    return sorted(set(days))


def _why_one(one: Telling, other: Telling, likeness: TellingLikeness) -> str | None:
    """Why two dated tellings are of one happening, their dates apart, if they are."""
    if _claim_the_same(one, other):
        return SAME_CLAIM
    wide = max(one.interval.days, other.interval.days) > NARROW_DAYS
    if one.interval != other.interval and wide:
        return None
    said = EventKind.SPEAKING in (one.kind, other.kind)
    if not said and likeness.words(one, other) >= ALIKE:
        return "they share most of their words"
    if one.interval == other.interval and likeness.tell_of_long_ago(one, other):
        return "they tell of one day long before the story"
    if not said and _are_of_one_day(one, other, likeness):
        return "they tell the same sort of thing of one day in one story"
    return TOLD_THE_SAME if likeness.tell_the_same(one, other) else None


def _why_in_spite_of_dates(one: Telling, other: Telling, likeness: TellingLikeness) -> str | None:
    """Why two tellings are of one happening though one article has another date for it."""
    if not likeness.are_of_one_text(one, other) or _years_apart(one, other):
        return None
    return ANOTHER_DATE if likeness.words_of_both(one, other) >= NEARLY_ALL else None


def _years_apart(one: Telling, other: Telling) -> bool:
    apart = abs((one.interval.first - other.interval.first).days)
    return apart > MISTAKEN_DAYS or max(one.interval.days, other.interval.days) > NARROW_DAYS


def _why_told(one: Telling, other: Telling, likeness: TellingLikeness) -> str | None:
    """Why a telling without a date is of the same happening as another, if it is."""
    if _claim_the_same(one, other):
        return SAME_CLAIM
    return TOLD_THE_SAME if likeness.tell_the_same(one, other) else None


def _first(reasons: Iterable[str | None]) -> str | None:
    return next((reason for reason in reasons if reason), None)


def _are_of_one_day(one: Telling, other: Telling, likeness: TellingLikeness) -> bool:
    """Whether two tellings of one date and one known sense are of one story, too."""
    same = one.interval == other.interval and bool(one.known_senses & other.known_senses)
    return same and likeness.are_of_one_story(one, other)


def _claim_the_same(one: Telling, other: Telling) -> bool:
    return one.claim is not None and one.claim == other.claim


def narrow_first(telling: Telling) -> tuple[int, date, Evidence]:
    """Sorts tellings: the narrowest date first."""
    return telling.interval.days, telling.interval.first, telling.evidence
