"""Choose the day of publication among all that a page says of it, or say between which days it is.

Every witness (a meta element, a line, the address) speaks for one day with its confidence. The days
are compared by what all their witnesses weigh together. Where two days come out close to one
another, the answer is the range between them: half an answer that is true beats a day that is not.

The margin and the rules were chosen on the pages of the metadata set that may tune; `evaluation`
prints what they come to.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from twosource.model import DateEvidence, DateRole, Interval

_SURE_ENOUGH = 0.5  # confidence; what is less sure is only listed
_CLEAR = 0.25  # by how much more the witnesses of one day must weigh than those of another
_NEW_VERSION = timedelta(days=300)  # a story changed so much later may be another story
_NEAR = timedelta(days=92)  # a wider range says nothing

ByDay = Mapping[Interval, Sequence[DateEvidence]]


def published(dates: Iterable[DateEvidence]) -> DateEvidence | None:
    """The date of publication; that of a change where it is the only one; or `None`."""
    told = list(dates)
    sure = [one for one in told if one.confidence >= _SURE_ENOUGH and _can_be(one, told)]
    changed = [one for one in sure if one.role is DateRole.MODIFIED]
    own = [one for one in sure if one.role is DateRole.PUBLISHED]
    if not own:
        return _agreed(changed) if changed else None
    return _not_written_anew(_agreed(own), changed)


def _can_be(one: DateEvidence, among: Iterable[DateEvidence]) -> bool:
    """Whether a story can have come out then: not where a clock begins, nor after it was saved."""
    day = one.interval.earliest
    saved = [
        other.interval.latest
        for other in among
        if other.role is DateRole.CRAWLED and other.confidence >= _SAVED and other.interval.latest
    ]
    late = day is not None and any(day - last > _TIME_ZONES for last in saved)
    return day not in _CLOCKS_BEGIN and not late


# What programs write that know no day: their year 0 and 1970, west of Greenwich the eve of it.
_CLOCKS_BEGIN = frozenset({date.min, date(1969, 12, 31), date(1970, 1, 1)})
_TIME_ZONES = timedelta(days=1)
_SAVED = 0.9  # confidence: an archive and a browser know when they saved a page


def between(mentioned: Iterable[date], dates: Iterable[DateEvidence]) -> DateEvidence | None:
    """The range from the last day a story tells of to the day it was saved, if they are near.

    An answer for a story that says itself nowhere when it came out.
    """
    saved = [one.interval for one in dates if one.role is DateRole.CRAWLED]
    if not any(day.earliest == day.latest for day in saved):
        return None
    end = _earliest(saved)
    start = max((day for day in mentioned if day <= end), default=None)
    if start is None or end - start > _NEAR:
        return None
    how = "from the last day it tells of to the day it was saved"
    return DateEvidence(_range(start, end), DateRole.PUBLISHED, how, _SURE_ENOUGH)


def _agreed(witnesses: Sequence[DateEvidence]) -> DateEvidence:
    """The best witness of the day that most speaks for; else a range."""
    days = _by_day(witnesses)
    ranked = sorted(days, key=lambda day: (-_weight(days[day]), day.value))
    if (addressed := _addressed(days, ranked[0])) is not None:
        return addressed
    rivals = [day for day in ranked if _weight(days[day]) > _weight(days[ranked[0]]) - _CLEAR]
    return days[rivals[0]][0] if len(rivals) == 1 else _between([days[day][0] for day in rivals])


def _by_day(witnesses: Sequence[DateEvidence]) -> ByDay:
    """The witnesses for each day, the most confident first; one that says it twice counts once."""
    days: dict[Interval, list[DateEvidence]] = {}
    for one in sorted(witnesses, key=lambda one: -one.confidence):
        same_day = days.setdefault(one.interval, [])
        if all(one.how != other.how for other in same_day):
            same_day.append(one)
    return days


def _weight(witnesses: Sequence[DateEvidence]) -> float:
    return sum(one.confidence for one in witnesses)


def _addressed(days: ByDay, best: Interval) -> DateEvidence | None:
    """The witness of the day in the page's address, where it is next to the best day.

    A stamp in another time zone misses the day; the address has it as the newsroom counted it.
    """
    for day, witnesses in days.items():
        near = _latest([day, best]) - _earliest([day, best]) == timedelta(days=1)
        if near and (found := next((one for one in witnesses if "address" in one.how), None)):
            return found
    return None


def _between(witnesses: Sequence[DateEvidence]) -> DateEvidence:
    """All the days that several witnesses allow, as one."""
    how = "disagree: " + ", ".join(dict.fromkeys(one.how for one in witnesses))
    days = [one.interval for one in witnesses]
    span = _range(_earliest(days), _latest(days))
    return DateEvidence(span, DateRole.PUBLISHED, how, _SURE_ENOUGH)


def _not_written_anew(chosen: DateEvidence, changed: Sequence[DateEvidence]) -> DateEvidence:
    """The chosen date; a range up to the last change, where that is long after."""
    last = max(changed, key=lambda one: one.interval.latest or date.min, default=None)
    start, end = chosen.interval.earliest, last.interval.latest if last else None
    if last is None or start is None or end is None or end - start <= _NEW_VERSION:
        return chosen
    how = f"{chosen.how}, but changed long after: {last.how}"
    return DateEvidence(_range(start, end), DateRole.PUBLISHED, how, _SURE_ENOUGH)


def _range(start: date, end: date) -> Interval:
    return Interval(f"{start}/{end}", start, end)


def _earliest(days: Iterable[Interval]) -> date:
    return min(day.earliest for day in days if day.earliest)


def _latest(days: Iterable[Interval]) -> date:
    return max(day.latest for day in days if day.latest)
