"""Links of text and credit: what stands in both articles, and whom both have it from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.collation.identities.names import plain_name
from twosource.collation.origins.mouths import QUOTED_IN_BOTH
from twosource.collation.origins.survey import WORDS, Survey, houses_of
from twosource.collation.sentences import sentence_around
from twosource.model import (
    Assertion,
    Dependence,
    DependenceKind,
    DerivationKind,
    Evidence,
    Passage,
    PassageKind,
)

REASONS = {
    PassageKind.VERBATIM: "the words that carry the claim stand in both",
    PassageKind.EDITED: "the words that carry the claim stand in both, with changes",
    PassageKind.REWRITTEN: "one tells the passage that carries the claim in other words",
    PassageKind.QUOTATION: QUOTED_IN_BOTH,
}
SURE = 0.8  # confidence from which a passage told in other words binds both counts; .5 to 1 tried
# The share of the shorter article's text from which it is taken to have the claim from the other:
# .05, .1, .2, .3 and none were tried on the stories that `MUCH` was tuned on.
MOST = 0.3
# What is neither direct nor decided may be two reports of the same facts.
_DECIDED = frozenset({DerivationKind.COPY, DerivationKind.COMMON_SOURCE})


def by_text(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    """Articles that share the passage with which they put the claim forward."""
    spans: dict[str, list[Evidence]] = defaultdict(list)
    for assertion in assertions:
        spans[assertion.evidence.article].append(assertion.evidence)
    for article in spans:
        for passage in survey.passages.get(article, ()):
            if _carries(passage, spans):
                quoted = passage.kind is PassageKind.QUOTATION
                kind = DependenceKind.SPEAKER if quoted else DependenceKind.TEXT
                certain = passage.confidence >= SURE
                yield Dependence(
                    article, passage.b.article, kind, certain=certain, reason=REASONS[passage.kind]
                )


def _carries(passage: Passage, spans: Mapping[str, Sequence[Evidence]]) -> bool:
    """Whether both sides of a passage touch an assertion of the claim."""
    return all(
        any(side.span.overlaps(evidence.span) for evidence in spans.get(side.article, ()))
        for side in (passage.a, passage.b)
    )


def by_copying(
    assertions: Sequence[Assertion], links: Iterable[Dependence], survey: Survey
) -> Iterator[Dependence]:
    """Where an article has much of its text from another, it has what both claim from there too.

    Unless its very words for this claim are told in some other article: then it is from there.
    """
    articles = {assertion.evidence.article for assertion in assertions}
    explained = {end for link in links for end in (link.a, link.b)}
    for child in sorted(articles - explained):
        for copy in (c for c in survey.copies.get(child, ()) if c.parent in articles):
            a, b = sorted((copy.parent, copy.child))
            certain = copy.share >= MOST and (copy.direct or copy.kind in _DECIDED)
            reason = f"{copy.share:.0%} of the shorter article's text stands in the other"
            yield Dependence(a, b, DependenceKind.TEXT, certain=certain, reason=reason)


def by_credit(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    """Articles that come from, credit or name the same outlet or agency."""
    behind: dict[str, set[str]] = defaultdict(set)
    for assertion in assertions:
        for house in _behind(assertion, survey):
            behind[house].add(assertion.evidence.article)
    for house in sorted(behind):
        reason = f"both come from or credit {survey.houses[house]}"
        for a, b in pairwise(sorted(behind[house])):
            yield Dependence(a, b, DependenceKind.CREDIT, certain=True, reason=reason)


def _behind(assertion: Assertion, survey: Survey) -> set[str]:
    """The outlets and agencies behind an assertion, by plain name."""
    reading = survey.readings[assertion.evidence.article]
    own = {plain_name(house) for house in houses_of(reading.article)}
    # "…, the commander told CPB" may stand beside the claim
    sentence = sentence_around(assertion.evidence.span, reading).of(reading.article.text)
    return {house for house in own | _named_in(sentence, survey) if house in survey.houses}


def _named_in(sentence: str, survey: Survey) -> set[str]:
    """The outlets and agencies that a sentence names, in the case they are given in."""
    words = WORDS.findall(sentence)
    runs = (
        tuple(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + survey.longest, len(words)) + 1)
    )
    return {survey.house_words[run] for run in runs if run in survey.house_words}
