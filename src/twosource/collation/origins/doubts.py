"""Links of doubt: where nothing else joins two articles, why they may not be two origins.

They bind the lower count only.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from twosource.collation.conflicts.at_odds import find_at_odds
from twosource.collation.identities.bodies import may_be_an_outlet, may_be_anybody
from twosource.collation.identities.names import plain_name
from twosource.collation.origins.groups import joined
from twosource.collation.origins.survey import Survey, is_known
from twosource.collation.stems import content_words
from twosource.model import (
    Assertion,
    Dependence,
    DependenceKind,
    Speaker,
    SpeakerKind,
)

UNTOLD = "one of them does not say from whom it has this, and may have it from there"
OTHER_WORDS = "few of their words are the same, so they may not say one thing"
# The most that joins no independent origins of the open stories; .3 to .6 tried.
SAME_WORDS = 0.4  # cosine of their words below which two may not put one thing forward


def by_number(
    assertions: Sequence[Assertion], links: Sequence[Dependence], survey: Survey
) -> Iterator[Dependence]:
    """Two that no link joins, and that give numbers which cannot both hold."""
    articles = tuple(dict.fromkeys(one.evidence.article for one in assertions))
    home = {one: n for n, group in enumerate(joined(articles, links)) for one in group}
    for one, other in find_at_odds(assertions, survey.values):
        first, second = one.evidence.article, other.evidence.article
        if home[first] != home[second]:
            a, b = sorted((first, second))
            reason = (
                f"one says {one.words}, the other {other.words}, so they do not back each other"
            )
            yield Dependence(a, b, DependenceKind.NUMBER, certain=False, reason=reason)


def by_silence(
    assertions: Sequence[Assertion], links: Sequence[Dependence], survey: Survey
) -> Iterator[Dependence]:
    """Where no mouth is told from others, and no link explains it, it may be told elsewhere."""
    articles = tuple(dict.fromkeys(one.evidence.article for one in assertions))
    spoken = [(o.evidence.article, o.speaker) for o in assertions if o.speaker and is_known(o)]
    vague = {article: who.name for article, who in spoken if _is_vague(who, survey)}
    told = {article for article, who in spoken if not _is_vague(who, survey)}
    groups = joined(articles, links)
    first = next((group for group in groups if not told.isdisjoint(group)), groups[0])
    for group in groups:
        if group is not first and told.isdisjoint(group):
            a, b = sorted((first[0], group[0]))
            named = next((vague[one] for one in (*group, *first) if one in vague), None)
            yield _untold(a, b, named)


def _untold(a: str, b: str, vague: str | None) -> Dependence:
    """The link of what one of two says in nobody's words, or in those of anybody."""
    if vague is None:
        return Dependence(a, b, DependenceKind.UNTOLD, certain=False, reason=UNTOLD)
    reason = f"who is called “{vague}” may be the same as in the other"
    return Dependence(a, b, DependenceKind.SPEAKER, certain=False, reason=reason)


def _is_vague(speaker: Speaker, survey: Survey) -> bool:
    """Whether it is nobody in particular, or an outlet, which has it from somebody untold."""
    if speaker.kind is SpeakerKind.DESCRIBED:
        return may_be_anybody(speaker.name)
    plain = plain_name(speaker.name)
    return any(f" {house}".endswith(f" {plain}") for house in survey.houses) or may_be_an_outlet(
        plain
    )


def by_wording(
    assertions: Sequence[Assertion], links: Sequence[Dependence], survey: Survey
) -> Iterator[Dependence]:
    """Those that no link joins, and whose words are so unlike that they may tell two things."""
    said: dict[str, list[frozenset[str]]] = defaultdict(list)
    for one in assertions:
        text = survey.readings[one.evidence.article].article.text
        said[one.evidence.article].append(content_words(one.evidence.span.of(text)))
    for first, second in combinations(joined(tuple(said), links), 2):
        bags, others = ([bag for one in group for bag in said[one]] for group in (first, second))
        if max(_likeness(bag, other) for bag in bags for other in others) < SAME_WORDS:
            a, b = sorted((first[0], second[0]))
            yield Dependence(a, b, DependenceKind.WORDING, certain=False, reason=OTHER_WORDS)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The cosine of two bags of words."""
    return len(one & other) / math.sqrt(len(one) * len(other) or 1)
