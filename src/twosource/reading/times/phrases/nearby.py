"""Names that come round again, "Friday" or "May", placed near the day of publication."""

from collections.abc import Sequence
from datetime import date, timedelta

from twosource.model import TimeKind
from twosource.reading.times.meaning import Context, Meaning, Phrase, dated, unplaced
from twosource.reading.times.periods import Grain, Period, day_in_month, month_of

_ON_OR_BEFORE = "the last one on or before publication"
_ON_OR_AFTER = "the next one on or after publication, as the sentence looks ahead"
_NEAREST = "the nearest to publication on the side that the sentence points to"
_NEAR_STORY = "the nearest to the date that the text tells of"
_LAST, _NEXT = "the last one before publication", "the next one after publication"

_A_LEAP_YEAR = 2000
_SIDES = {
    -1: ("last", "previous", "past", "latest"),
    1: ("next", "coming", "following"),
    0: ("this", "present", "same", "that"),
}


def side_of(phrase: Phrase) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this", `None` where nothing of the kind is said."""
    for side, names in _SIDES.items():
        if phrase.has(*names):
            return side
    return 0 if any(token.text.lower() == "current" for token in phrase.tokens) else None


def near_weekday(weekday: int, side: int | None, context: Context) -> Meaning | None:
    """A weekday (Monday is 1): the last, the next, or the one the sentence points to."""
    anchor = context.anchor
    if anchor is None:
        return unplaced(TimeKind.DATE, f"XXXX-WXX-{weekday}")
    behind = (anchor.isoweekday() - weekday) % 7
    if side == -1:
        return _day(anchor - timedelta(days=behind or 7), _LAST, anchor)
    if side == 1:
        soon = 7 - behind
        return _day(anchor + timedelta(days=soon + (7 if soon < _TOO_SOON else 0)), _NEXT, anchor)
    if context.forward or side == 0:
        return _day(anchor + timedelta(days=-behind % 7), _ON_OR_AFTER, anchor)
    return _day(anchor - timedelta(days=behind), _ON_OR_BEFORE, anchor)


_TOO_SOON = 2  # days; nobody calls tomorrow next Thursday


def near_day(month: int, day: int, context: Context) -> Meaning | None:
    """A day of a month without its year."""
    anchor = context.anchor
    if anchor is None:
        value = f"XXXX-{month:02}-{day:02}"
        possible = day_in_month(_A_LEAP_YEAR, month, day) is not None
        return unplaced(TimeKind.DATE, value, value) if possible else None
    years = range(anchor.year - 4, anchor.year + 5)  # four, for a 29 February
    days = [found for year in years if (found := day_in_month(year, month, day))]
    if not days:
        return None
    if (told := _beside_the_story(days, Grain.DAY, context)) is not None:
        return dated(told, _NEAR_STORY, context.story.start if context.story else None)
    found = min(days, key=lambda day: _far(day.start, anchor, context))
    return dated(found, _NEAREST, anchor)


def _beside_the_story(days: Sequence[Period], grain: Grain, context: Context) -> Period | None:
    """The day close to what the text tells of, where that is a past story: an anniversary piece."""
    story, anchor = context.story, context.anchor
    if story is None or anchor is None or context.forward:
        return None
    if (anchor - story.start).days not in _A_PAST_STORY:
        return None
    if context.in_the_story:
        return min(days, key=lambda day: _from_story(day.start, story.start))
    if story.grain is not grain:
        return None
    gaps = ((abs((day.start - story.start).days), day) for day in days)
    return next((day for gap, day in gaps if 0 < gap <= _CLOSE), None)


def _from_story(day: date, story: date) -> float:
    """How far a day is from the one its sentence began with; what follows it is much nearer."""
    gap = (day - story).days
    return gap * _FOLLOWING if gap > 0 else -gap


_FOLLOWING = 0.1


# Half a year back, the nearest such day may be of another year; ten years back, a date is a memory
# and not what the text is about. Tuned on AQUAINT's documents that are not set apart, where taking
# days further than a month from the story loses more than it wins.
_A_PAST_STORY = range(183, 10 * 365)
_CLOSE = 31  # days; on the very day of the story, its anniversary may be meant


def _month_beside(month: int, side: int, anchor: date) -> Meaning:
    """The month of this year, the next to come or the last that is over: 0, 1 or -1."""
    here = month_of(anchor.year, month)
    if side == 0:
        return dated(here, "of the year of publication", anchor)
    if side == 1:
        coming = here if here.start > anchor else month_of(anchor.year + 1, month)
        return dated(coming, _NEXT, anchor)
    over = here if here.start < anchor.replace(day=1) else month_of(anchor.year - 1, month)
    return dated(over, _LAST, anchor)


def near_month(month: int, side: int | None, context: Context) -> Meaning | None:
    """A month without its year: "last May", "this May", "in May"."""
    anchor = context.anchor
    if anchor is None:
        value = f"XXXX-{month:02}"
        return unplaced(TimeKind.DATE, value, value)
    if side is not None:
        return _month_beside(month, side, anchor)
    every = [month_of(year, month) for year in range(anchor.year - 10, anchor.year + 1)]
    if (told := _beside_the_story(every, Grain.MONTH, context)) is not None:
        return dated(told, _NEAR_STORY, context.story.start if context.story else None)
    months = [month_of(anchor.year + step, month) for step in (-1, 0, 1)]
    found = min(months, key=lambda one: _far(_nearest_day(one, anchor), anchor, context))
    return dated(found, _NEAREST, anchor)


def nearest(days: Sequence[date], anchor: date, context: Context) -> date:
    """The day nearest to publication on the side that the sentence points to."""
    return min(days, key=lambda day: _far(day, anchor, context))


def _nearest_day(period: Period, day: date) -> date:
    return min(max(period.start, day), period.end)


# Tuned on the documents of TimeBank and AQUAINT that are not set apart: news looks back unless it
# says otherwise, so that a day ahead counts as further off than it is, and a day on the side the
# verb points to as nearer; much nearer where the date opens the sentence ("In January the firm …").
_AHEAD, _WITH_THE_VERB, _BEFORE_THE_VERB = 1.2, 0.4, 0.2
# Right behind a verb of the past a day ahead is hardly meant ("it began in September"), and right
# behind a modal none that is over ("they might leave in May").
_AGAINST = 10


def _far(day: date, anchor: date, context: Context) -> float:
    """How far a day is from publication, as the sentence sees it."""
    days = (day - anchor).days
    agrees = context.forward is not None and context.forward == (days > 0)
    nearer = _BEFORE_THE_VERB if context.opens else _WITH_THE_VERB
    past = context.past_beside or (context.opens and context.forward is False)
    wrong = (past and days > 0) or (context.modal_beside and days < 0)
    against = _AGAINST if wrong else 1
    return abs(days) * (_AHEAD if days > 0 else 1) * (nearer if agrees else against)


def _day(day: date, reason: str, anchor: date) -> Meaning:
    return dated(Period(Grain.DAY, day), reason, anchor)
