"""The timeline: what happened when, one event for each happening with every article that tells it.

Tellings (`tellings`) are gathered into happenings (`happenings`); here each becomes an `Event` with
the narrowest date, whoever took part, and in what the articles differ.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from twosource.collation.identities import names_by_article
from twosource.collation.stems import stem
from twosource.collation.struck import struck_by
from twosource.collation.timeline.happenings import Happening, gather, narrow_first
from twosource.collation.timeline.telling_likeness import TellingLikeness
from twosource.collation.timeline.tellings import (
    Telling,
    claims_by_article,
    find_tellings,
)
from twosource.model import (
    NO_DATE,
    Account,
    Aspect,
    Assertion,
    Dating,
    Derivation,
    Difference,
    Event,
    EventKind,
    Evidence,
    Identity,
    Interval,
    NameKind,
    Reading,
    Span,
)

Texts: TypeAlias = Mapping[str, str]  # Article.id → Article.text
Said: TypeAlias = tuple[str, Evidence]  # how many, in an article's words
Claims: TypeAlias = Sequence[Sequence[Assertion]]
Carried: TypeAlias = Mapping[int, Sequence[Assertion]]  # by the claim's number


@dataclass(frozen=True, slots=True)
class Words:
    """What the articles of a pile say, what their numbers are worth, and whom they name."""

    texts: Texts
    amounts: Mapping[tuple[str, int], tuple[float | None, float | None]]  # by article and place
    persons: AbstractSet[str]

    def amount(self, said: Said) -> Hashable:
        """What a number of things is worth, by which "some 40" and "About 40" are one."""
        words, evidence = said
        ends = self.amounts.get((evidence.article, evidence.span.start))
        return words.lower() if ends in (None, (None, None)) else ends


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events that articles date, in order, and those that several tell and none dates."""

    dated: tuple[Event, ...]
    undated: tuple[Event, ...]


def build_timeline(
    readings: Sequence[Reading],
    claims: Claims,
    identities: Sequence[Identity],
    derivations: Iterable[Derivation] = (),
) -> Timeline:
    """One event for each happening that an article dates, or that two articles tell.

    Left out are dates without a place in the calendar ("now", "two years"), and those that a
    speaker counts from a day of his own ("I offer my condolences today").

    Returns:
        The events by first day, then last day, then evidence.
    """
    names = names_by_article(identities)
    claim_of = claims_by_article(claims)
    tellings = [one for reading in readings for one in find_tellings(reading, claim_of, names)]
    words = Words(
        {reading.article.id: reading.article.text for reading in readings},
        {(r.article.id, q.span.start): (q.low, q.high) for r in readings for q in r.quantities},
        {one.name for one in identities if one.kind is NameKind.PERSON},
    )
    gathered = gather(tellings, TellingLikeness(readings, tellings, derivations))
    carried = _of_one_happening(gathered.dated, claims)
    dated = (_event(happening, carried, words) for happening in gathered.dated)
    undated = (_event(happening, {}, words) for happening in gathered.undated)
    return Timeline(tuple(sorted(dated, key=_by_day)), tuple(sorted(undated, key=_by_place)))


def _of_one_happening(happenings: Iterable[Happening], claims: Claims) -> Carried:
    """The claims by number, without those that several happenings carry: whose are they?"""
    counted = Counter(number for happening in happenings for number in happening.claims)
    return {number: claim for number, claim in enumerate(claims) if counted[number] == 1}


def _event(happening: Happening, claims: Carried, words: Words) -> Event:
    first = _first(happening)
    is_dated = first.dating is Dating.STATED
    return Event(
        kind=_kind(happening),
        interval=first.interval if is_dated else NO_DATE,
        dating=first.dating if is_dated else Dating.UNKNOWN,
        wording=_wording(first.evidence.span, words.texts[first.evidence.article]),
        participants=_most_frequent(name for one in happening.tellings for name in one.people),
        # One article's tagger may take for a place whom the pile as a whole knows as a person.
        places=_most_frequent(
            name for one in happening.tellings for name in one.places if name not in words.persons
        ),
        evidence=tuple(sorted(_carried(happening, claims))),
        differences=tuple(_differences(happening, words)),
        reason=_reason(happening),
    )


def _first(happening: Happening) -> Telling:
    """The telling with the narrowest date that an article states, else the first of all.

    Of dates that exclude each other it is one of those that most articles give.
    """
    dated = [one for one in happening.tellings if one.dating is Dating.STATED]
    if not dated:
        return min(happening.tellings, key=lambda one: one.evidence)
    giving: dict[Interval, set[str]] = defaultdict(set)
    for one in dated:
        giving[one.interval].add(one.evidence.article)
    backed = {interval: _backing(interval, giving) for interval in giving}
    most = max(backed.values())
    return min((one for one in dated if backed[one.interval] == most), key=narrow_first)


def _backing(one: Interval, giving: Mapping[Interval, AbstractSet[str]]) -> int:
    """How many articles give a date that can be this one.

    A wide date can be many: it counts for narrower ones, and they do not count for it.
    """
    can = (
        articles
        for other, articles in giving.items()
        if other.overlaps(one) and other.days >= one.days
    )
    return len(frozenset[str]().union(*can))


def _wording(span: Span, text: str) -> str:
    """The words of a telling; dots show where it begins in the middle of a sentence."""
    words = span.of(text)
    before = text[: span.start].rstrip(" \u00a0")[-1:]
    begins = not words[:1].islower() or before in '\n.!?:“”"‘«„'
    return words if begins else f"… {words}"


def _kind(happening: Happening) -> EventKind:
    """The kind that most tellings have, OTHER only where all are."""
    kinds = Counter(one.kind for one in happening.tellings if one.kind is not EventKind.OTHER)
    return min(kinds, key=lambda kind: (-kinds[kind], kind), default=EventKind.OTHER)


def _most_frequent(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, the most frequent first."""
    counted = Counter(names)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def _differences(happening: Happening, words: Words) -> Iterator[Difference]:
    """In what the tellings differ: their dates, and how many they count of one thing."""
    stated = [one for one in happening.tellings if one.dating is Dating.STATED]
    dates = _dates(stated, words.texts)
    if len(dates) > 1:
        yield Difference(Aspect.DATE, dates)
    for said in _counts(happening, words.texts).values():
        accounts = _accounts(_told_once(said, words), words)
        if len(accounts) > 1:
            yield Difference(Aspect.NUMBER, accounts)


def _told_once(said: Sequence[Said], words: Words) -> Iterator[Said]:
    """The numbers of articles that give one only: "two soldiers and five soldiers" are of two."""
    given: dict[str, set[Hashable]] = defaultdict(set)
    for one in said:
        given[one[1].article].add(words.amount(one))
    return (one for one in said if len(given[one[1].article]) == 1)


def _dates(told: Iterable[Telling], texts: Texts) -> tuple[Account, ...]:
    """The dates that are told, each in the words of the first article that has it."""
    found: dict[str, list[Telling]] = {}
    for telling in sorted(told, key=lambda one: one.evidence):
        found.setdefault(telling.interval.value, []).append(telling)
    return tuple(
        Account(_date(same[0], texts), tuple(sorted({one.evidence for one in same})))
        for _, same in sorted(found.items())
    )


def _date(telling: Telling, texts: Texts) -> str:
    words = telling.time.of(texts[telling.evidence.article]) if telling.time else ""
    return " ".join(words.split()) or telling.interval.value


def _counts(happening: Happening, texts: Texts) -> Mapping[str, Sequence[Said]]:
    """How many are told, by what is counted: "nine people" and "11 people", or 9 and 11 killed."""
    found: dict[str, list[Said]] = {}
    for telling in happening.tellings:
        article = telling.evidence.article
        hit = struck_by(texts[article], telling.mentions)
        for span in (span for mention in telling.mentions for span in mention.counts):
            says = " ".join(span.of(texts[article]).split())
            about = hit.get(span) or _last_word(says)
            found.setdefault(about, []).append((says, Evidence(article, span)))
    return {counted: found[counted] for counted in sorted(found)}


def _last_word(says: str) -> str:
    word = says.rpartition(" ")[2]
    return stem(word) or word


def _accounts(said: Iterable[Said], words: Words) -> tuple[Account, ...]:
    """The numbers that are told, each in the words of the first article that has it."""
    found: dict[Hashable, list[Said]] = {}
    for one in sorted(said, key=lambda one: one[1]):
        found.setdefault(words.amount(one), []).append(one)
    accounts = (
        Account(same[0][0], tuple(sorted({evidence for _, evidence in same})))
        for same in found.values()
    )
    return tuple(sorted(accounts, key=lambda account: account.says))


def _reason(happening: Happening) -> str:
    """Why all of it was taken for one event; of a single telling, how its date is known."""
    why = sorted(happening.reasons)
    if not why:
        return "the date stands in the words"
    return f"taken for one event because {', and because '.join(why)}"


def _carried(happening: Happening, claims: Carried) -> set[Evidence]:
    """The tellings, and where articles that give no date carry the same claim."""
    dated = {telling.evidence for telling in happening.tellings}
    articles = {evidence.article for evidence in dated}
    told = (claims.get(number, ()) for number in happening.claims)
    undated = (assertion.evidence for claim in told for assertion in claim)
    return dated | {evidence for evidence in undated if evidence.article not in articles}


def _by_place(event: Event) -> tuple[Evidence, ...]:
    return event.evidence


def _by_day(event: Event) -> tuple[date, date, tuple[Evidence, ...]]:
    """By the first day, or by the last where nothing says how early it can have been."""
    last = event.interval.last
    return event.interval.earliest or last, last, event.evidence
