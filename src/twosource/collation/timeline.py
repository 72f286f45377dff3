"""The timeline: what happened when, one entry for each happening with every article that tells it.

A telling is one article's words for one date. Tellings are of the same happening when their dates
can be one and they either carry the same claim or share most of what they say. Where the dates are
of different width, the entry has the narrowest; a year tells no day, so it never joins two days.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from twosource.collation.clauses import split_clauses
from twosource.collation.words import content_words, rarity
from twosource.model import (
    Assertion,
    BlockKind,
    Evidence,
    Interval,
    Reading,
    Sentence,
    Span,
    StatementKind,
    TimeExpression,
    TimeKind,
    TimelineEntry,
)

NARROW_DAYS = 31  # a date wider than a month tells too little to join what is merely worded alike
ALIKE = 0.5  # share of the shorter telling's words, by their rarity, that the other has too
TELLING_WORDS = 3  # rarest words of a telling by which others like it are looked up

_BEFORE = re.compile(
    r"\b(?:by|before|until|till|prior to|no later than)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|after|ever since|as of)\s+(?:the\s+)?\Z", re.IGNORECASE)
_LONGEST_OPENING = 20
_OPENING = re.compile(
    r"\W*(?:in|on|at|by|during|from|between|since|after|before|until)\s+"
    r"(?:the\s+|\w+\s+\w+\s+(?:in|on)\s+)?",
    re.IGNORECASE,
)
# A date that is what the sentence is about dates nothing: "2020 was a year of blows".
_TOPIC = re.compile(r"\s+(?:is|was|will be|has been|saw|brought)\b")
_KINDS = (TimeKind.DATE, TimeKind.TIME, TimeKind.RANGE)
_PLACELESS = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's words for one date. `words` are their content words without the date's own."""

    evidence: Evidence
    interval: Interval
    words: frozenset[str]
    claim: int | None


@dataclass(slots=True, eq=False)  # grows as tellings are gathered; two are never the same one
class Happening:
    """Tellings of the same thing, gathered one by one."""

    tellings: list[Telling] = field(default_factory=list)

    def admits(self, telling: Telling, weight: Mapping[str, float]) -> bool:
        """Whether a telling can be of the same happening as every one that is here."""
        return all(_overlap(one.interval, telling.interval) for one in self.tellings) and any(
            _same(one, telling, weight) for one in self.tellings
        )


def build_timeline(
    readings: Sequence[Reading], claims: Sequence[Sequence[Assertion]]
) -> tuple[TimelineEntry, ...]:
    """One entry for each happening that an article dates.

    Left out are dates without a place in the calendar ("now", "two years"), and those that a
    speaker counts from a day of his own ("I offer my condolences today").

    Returns:
        The entries by first day, then last day, then evidence.
    """
    claim_of = _claims_by_article(claims)
    tellings = [one for reading in readings for one in _tellings(reading, claim_of)]
    texts = {reading.article.id: reading.article.text for reading in readings}
    entries = (_entry(happening, claims, texts) for happening in _gathered(tellings))
    return tuple(sorted(entries, key=_by_day))


# ── what each article tells ──────────────────────────────────────────────────────────────────────


def _tellings(reading: Reading, claims: "ClaimsByArticle") -> Iterator[Telling]:
    for sentence in reading.sentences:
        if sentence.block is not BlockKind.BODY:
            continue
        times = _dates(reading, sentence)
        for time, words in zip(times, _wordings(reading, sentence, times), strict=True):
            text, evidence = reading.article.text, Evidence(reading.article.id, words)
            said = content_words(words.of(text)) - content_words(time.span.of(text))
            yield Telling(evidence, _bounded(text, time), said, _claim_in(evidence, claims))


def _dates(reading: Reading, sentence: Sentence) -> list[TimeExpression]:
    """The dates of a sentence that have a place in the calendar, a range instead of its ends."""
    times = [
        time
        for time in reading.times
        if sentence.span.contains(time.span) and time.kind in _KINDS and _is_placed(time)
    ]
    ranges = [time.span for time in times if time.kind is TimeKind.RANGE]
    return [
        time
        for time in times
        if (time.kind is TimeKind.RANGE or not any(span.contains(time.span) for span in ranges))
        and not _is_a_speakers(time, reading)
        and not _TOPIC.match(reading.article.text, time.span.end)
    ]


def _is_placed(time: TimeExpression) -> bool:
    interval = time.interval
    return time.timex not in _PLACELESS and not interval.earliest is interval.latest is None


def _is_a_speakers(time: TimeExpression, reading: Reading) -> bool:
    """Whether a date that leans on today stands in a quotation: the speaker's day is not known."""
    return time.anchor is not None and any(
        content.contains(time.span)
        for statement in reading.statements
        if statement.kind in (StatementKind.DIRECT, StatementKind.MIXED)
        for content in statement.content
    )


def _wordings(
    reading: Reading, sentence: Sentence, times: Sequence[TimeExpression]
) -> Iterator[Span]:
    """For each date the words that go with it.

    Of a sentence with several dates that is the clause around each; but a date that opens the
    sentence ("On 3 May …") goes for all of it.
    """
    text = reading.article.text
    clauses = split_clauses(text, sentence.span) if len(times) > 1 else ()
    for time in times:
        own = (clause for clause in clauses if clause.contains(time.span))
        opens = _OPENING.fullmatch(text, sentence.span.start, time.span.start)
        yield sentence.span if opens else next(own, sentence.span)


def _bounded(text: str, time: TimeExpression) -> Interval:
    """The date with the end open that the words before it open: "by the end of 2002"."""
    before = text[max(0, time.span.start - _LONGEST_OPENING) : time.span.start]
    interval = time.interval
    if time.kind is TimeKind.RANGE:
        return interval
    if _BEFORE.search(before):
        return Interval(f"../{interval.value.rpartition('/')[2]}", None, interval.latest)
    if _SINCE.search(before):
        return Interval(f"{interval.value.partition('/')[0]}/..", interval.earliest, None)
    return interval


# ── which tellings are of one happening ──────────────────────────────────────────────────────────


def _gathered(tellings: Sequence[Telling]) -> list[Happening]:
    weight = rarity(telling.words for telling in tellings)
    happenings: list[Happening] = []
    known: dict[Hashable, list[Happening]] = defaultdict(list)
    for telling in sorted(tellings, key=_narrow_first):
        keys = _keys(telling, weight)
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


def _keys(telling: Telling, weight: Mapping[str, float]) -> list[Hashable]:
    """Where tellings of the same happening meet: their claim, or a month and a telling word."""
    claim = [] if telling.claim is None else [telling.claim]
    rarest = sorted(telling.words, key=lambda word: (-weight[word], word))[:TELLING_WORDS]
    return [*claim, *((month, word) for month in _months(telling.interval) for word in rarest)]


def _months(interval: Interval) -> set[str]:
    return {day.isoformat()[:7] for day in (interval.earliest, interval.latest) if day}


def _same(one: Telling, other: Telling, weight: Mapping[str, float]) -> bool:
    if one.claim is not None and one.claim == other.claim:
        return True
    if (
        one.interval != other.interval
        and max(_days(one.interval), _days(other.interval)) > NARROW_DAYS
    ):
        return False
    shorter = min(_weight(one.words, weight), _weight(other.words, weight))
    return shorter > 0 and _weight(one.words & other.words, weight) >= ALIKE * shorter


def _weight(words: frozenset[str], weight: Mapping[str, float]) -> float:
    return sum(weight[word] for word in sorted(words))


def _overlap(one: Interval, other: Interval) -> bool:
    return _begin(one) <= _end(other) and _begin(other) <= _end(one)


def _begin(interval: Interval) -> date:
    return interval.earliest or date.min


def _end(interval: Interval) -> date:
    return interval.latest or date.max


def _days(interval: Interval) -> int:
    return (_end(interval) - _begin(interval)).days


def _narrow_first(telling: Telling) -> tuple[int, date, Evidence]:
    return _days(telling.interval), _begin(telling.interval), telling.evidence


# ── the entries ──────────────────────────────────────────────────────────────────────────────────


def _entry(
    happening: Happening, claims: Sequence[Sequence[Assertion]], texts: Mapping[str, str]
) -> TimelineEntry:
    evidence = sorted(_carried(happening, claims))
    first = min(happening.tellings, key=_narrow_first).evidence
    return TimelineEntry(
        happening.tellings[0].interval, first.span.of(texts[first.article]), tuple(evidence)
    )


def _carried(happening: Happening, claims: Sequence[Sequence[Assertion]]) -> set[Evidence]:
    """The tellings, and where articles that give no date carry the same claim."""
    dated = {telling.evidence for telling in happening.tellings}
    articles = {evidence.article for evidence in dated}
    numbers = {telling.claim for telling in happening.tellings if telling.claim is not None}
    undated = (assertion.evidence for number in numbers for assertion in claims[number])
    return dated | {evidence for evidence in undated if evidence.article not in articles}


def _by_day(entry: TimelineEntry) -> tuple[date, date, tuple[Evidence, ...]]:
    return _begin(entry.interval), _end(entry.interval), entry.evidence


ClaimsByArticle = dict[str, list[tuple[Span, int]]]


def _claims_by_article(claims: Sequence[Sequence[Assertion]]) -> ClaimsByArticle:
    """Where each article asserts which claim, by the claim's number."""
    found: ClaimsByArticle = defaultdict(list)
    for number, claim in enumerate(claims):
        for assertion in claim:
            found[assertion.evidence.article].append((assertion.evidence.span, number))
    return found


def _claim_in(telling: Evidence, claims: ClaimsByArticle) -> int | None:
    """The number of the claim that shares words with a telling."""
    asserted = (n for span, n in claims.get(telling.article, ()) if telling.span.overlaps(span))
    return next(asserted, None)
