"""The timeline: dated sentences in order, those of one claim as one entry."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.model import (
    Assertion,
    BlockKind,
    Evidence,
    Interval,
    Reading,
    Sentence,
    Span,
    TimelineEntry,
)


def build_timeline(
    readings: Sequence[Reading], claims: Sequence[Sequence[Assertion]]
) -> tuple[TimelineEntry, ...]:
    """One entry for each date and claim, and for each dated sentence that is in no claim.

    Only times with a first and a last day are taken.

    Returns:
        The entries by first day, then last day, then evidence.
    """
    claim_of = _claims_by_article(claims)
    entries: dict[tuple[Interval, int | Evidence], list[Evidence]] = defaultdict(list)
    texts = {reading.article.id: reading.article.text for reading in readings}
    for reading in readings:
        for sentence, interval in _dated(reading):
            evidence = Evidence(reading.article.id, sentence.span)
            entries[interval, _claim_in(evidence, claim_of)].append(evidence)
    return tuple(
        TimelineEntry(interval, evidence[0].span.of(texts[evidence[0].article]), tuple(evidence))
        for (interval, _), evidence in sorted(entries.items(), key=lambda e: _by_day(e[0][0], e[1]))
    )


def _dated(reading: Reading) -> list[tuple[Sentence, Interval]]:
    """Body sentences with each closed interval that they name, once."""
    found = dict.fromkeys(
        (sentence, time.interval)
        for sentence in reading.sentences
        if sentence.block is BlockKind.BODY
        for time in reading.times
        if sentence.span.contains(time.span) and time.interval.earliest and time.interval.latest
    )
    return list(found)


ClaimsByArticle = dict[str, list[tuple[Span, int]]]


def _claims_by_article(claims: Sequence[Sequence[Assertion]]) -> ClaimsByArticle:
    """Where each article asserts which claim, by the claim's number."""
    found: ClaimsByArticle = defaultdict(list)
    for number, claim in enumerate(claims):
        for assertion in claim:
            found[assertion.evidence.article].append((assertion.evidence.span, number))
    return found


def _claim_in(sentence: Evidence, claims: ClaimsByArticle) -> int | Evidence:
    """The number of the claim asserted inside a sentence, else the sentence itself."""
    asserted = (n for span, n in claims.get(sentence.article, ()) if sentence.span.contains(span))
    return next(asserted, sentence)


def _by_day(interval: Interval, evidence: list[Evidence]) -> tuple[object, object, Evidence]:
    return interval.earliest, interval.latest, evidence[0]
