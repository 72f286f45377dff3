"""Which dates of an article date a happening, and which only a saying, a state or nothing at all.

News says of all it tells when it was said ("police said on Tuesday"), and how long things have been
so ("has stood there since 2011"). Neither is an entry of a timeline; nor is what did not happen.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import msgspec

from twosource.collation.stems import bare_stem
from twosource.model import (
    Dating,
    EventKind,
    EventMention,
    Reading,
    Sentence,
    TimeExpression,
    TimeKind,
)
from twosource.vocabulary import load

_FAR = 160  # characters before a time; what stands farther off says nothing of it
# "15.10" that opens an entry of a live page says when it was written.
_STAMP = re.compile(r"\d{1,2}[.:]\d\d\Z")
_LASTING = re.compile(r"\b(?:since|until|till)\s+(?:the\s+)?(?:\w+\s){0,2}\Z", re.IGNORECASE)
_FROM = re.compile(r"\b(?:dates?|dating)\s+(?:back\s+)?(?:from|to)\s+(?:the\s+)?\Z", re.IGNORECASE)
# A day by which something shall be so is a deadline.
_BY = re.compile(r"\b(?:by|before|no later than)\s+(?:the\s+)?(?:\w+\s){0,2}\Z", re.IGNORECASE)
# Of these there can be several since a day: "since May the ferry has burned twice".
_COUNTED = frozenset(
    (
        EventKind.DEATH,
        EventKind.INJURY,
        EventKind.VIOLENCE,
        EventKind.ACCIDENT,
        EventKind.DISASTER,
        EventKind.RESCUE,
        EventKind.PROTEST,
    )
)
# What would happen only if something else did, what can be done, what nobody would say.
_UNREAL = re.compile(
    r"\b(?:(?:if|unless|whether)\b[^.;,]*|can(?:not)?\s[^.;,]*|comment\s(?:\w+\s){0,3}"
    r"|not\s(?:(?:in|on|at)\s)?)\Z",
    re.IGNORECASE,
)
# "Fired no shot"; but where nothing was found, or opened, that was done: "divers found no bodies".
_NONE_OF_IT = re.compile(r"\s(?:no|nobody|nothing|none|neither)\b", re.IGNORECASE)
_DONE_ALL_THE_SAME = frozenset((EventKind.OTHER, EventKind.CHANGE, EventKind.SPEAKING))


def dates_a_happening(reading: Reading, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether something happened at a time that stands in a sentence."""
    text = reading.article.text
    before = text[max(sentence.span.start, time.span.start - _FAR) : time.span.start]
    if _tells_nothing(text, sentence, time) or _is_unreal(reading, time, before):
        return False
    told = _dated(reading, sentence, time)
    dated = [
        event
        for event in told
        if not did_not_happen(text, event)
        or _of_another().search(text, event.head.end, time.span.start)
    ]
    if _LASTING.search(before) and not any(event.kind in _COUNTED for event in dated):
        return False
    return not (_is_only_said(time, dated) or (told and not dated))


def _tells_nothing(text: str, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a time is that of an entry of a live page, of a question or part of a name."""
    opens = time.span.start == sentence.span.start
    stamped = opens and time.kind is TimeKind.TIME and _STAMP.match(time.span.of(text))
    asked = text.endswith("?", sentence.span.start, sentence.span.end)
    return bool(stamped) or asked or _names_a_thing(text, time)


def _is_unreal(reading: Reading, time: TimeExpression, before: str) -> bool:
    """Whether what stands before a time makes it a beginning, a mere possibility or a deadline."""
    if _FROM.search(before) or _UNREAL.search(before):
        return True
    return _BY.search(before) is not None and _is_ahead(reading, time)


def did_not_happen(text: str, event: EventMention) -> bool:
    """Whether the clause of an event denies it."""
    clause, head = event.span, event.head
    if _denied().search(text, clause.start, head.start):
        return True
    nothing = _NONE_OF_IT.match(text, head.end, clause.end)
    return nothing is not None and event.kind not in _DONE_ALL_THE_SAME


def _names_a_thing(text: str, time: TimeExpression) -> bool:
    """As in "this morning's Courier", "today's province": the thing of a day, and no happening."""
    words = time.span.of(text).lower()
    owns = words.endswith(_OWNS) or text.startswith(_OWNS, time.span.end)
    return owns and words.startswith(("today", "this ", "tomorrow"))


_OWNS = ("'s", "’s")


def _dated(reading: Reading, sentence: Sentence, time: TimeExpression) -> list[EventMention]:
    """What a time of a sentence dates there, or else what is told right before it.

    The second as in "she told me on Friday".
    """
    text, events = reading.article.text, reading.events
    first = bisect_left(events, sentence.span.start, key=_place)
    told = events[first : bisect_left(events, sentence.span.end, lo=first, key=_place)]
    stated = [event for event in told if event.dating is Dating.STATED]
    return [event for event in stated if event.time == time.span] or [
        event
        for event in told
        if 0 < time.span.start - event.head.end <= _RIGHT_BEFORE
        and _UNBROKEN.fullmatch(text, event.head.end, time.span.start)
    ]


def _place(event: EventMention) -> int:
    return event.head.start


_RIGHT_BEFORE = 32  # characters
_UNBROKEN = re.compile(r"[\w\s'’-]*")


def _is_ahead(reading: Reading, time: TimeExpression) -> bool:
    """Whether a time ends after the article was published."""
    published = reading.article.published
    written = published.interval.latest if published else None
    ends = time.interval.latest
    return written is not None and ends is not None and ends > written


def _is_only_said(time: TimeExpression, dated: Sequence[EventMention]) -> bool:
    """Whether a time told from the day of writing dates only that somebody said something."""
    return (
        time.anchor is not None
        and bool(dated)
        and all(
            event.kind is EventKind.SPEAKING and not _plain().isdisjoint(event.senses)
            for event in dated
        )
    )


class _Events(msgspec.Struct, frozen=True):
    plain_sayings: frozenset[str]
    staging: tuple[str, ...]
    past_a_negation: tuple[str, ...]
    befallen: tuple[str, ...]


def _known() -> _Events:
    known: _Events = load("events", _Events)
    return known


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(bare_stem, _known().plain_sayings))


@cache
def _denied() -> re.Pattern[str]:
    """What stands before a word whose clause says that it did not happen.

    "The drill was never held", "no record of an inspection"; of "nobody died in the fire" the
    death. What follows on nothing, and "the" thing that somebody did not report, have happened.
    """
    staging = "|".join(_known().staging).replace(" ", r"\s")
    past = "|".join(_known().past_a_negation)
    return re.compile(
        rf"(?:\b(?:no(?!\sdoubt\b)|nobody|none|neither|nor)\s(?:(?!(?:{past})\b)[\w’'-]+\s){{0,4}}"
        rf"|(?:\b(?:not|never)|n['’]t)\s(?:(?:{staging})\sthe\s)?"
        rf"(?:(?!(?:{past}|the)\b)[\w’'-]+\s){{0,4}})\Z",
        re.IGNORECASE,
    )


@cache
def _of_another() -> re.Pattern[str]:
    """Where the verb is denied, its day can be another's: of whoever was not named, or so many."""
    befallen = "|".join(_known().befallen)
    return re.compile(
        rf"\s(?:(?:followed|preceded)\s|the\s(?:\w+\s){{1,2}}(?:{befallen})\s"
        r"|(?:as|than)\s(?:(?:in|on)\s)?(?:the\s)?\Z)"
    )
