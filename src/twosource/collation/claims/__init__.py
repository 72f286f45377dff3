"""Claims: clauses of different articles that put the same thing forward.

1. Every sentence of a body is cut into clauses, as it may tell two things of which others tell but
   one. Each is a `Part`: its content words, weighed by their rarity, and those of its sentence.
2. Parts that share enough rare words are likened to each other; those that share little but names
   are about the same people and say different things.
3. Alike ones are grouped, the most alike first, as long as the groups stay alike on average. What
   the same articles tell in the same sentences is one claim.
4. What a sentence has in a group becomes an `Assertion`.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from twosource.collation.claims.clauses import bare
from twosource.collation.claims.doings import Doing
from twosource.collation.claims.propositions import Part, find_parts, stands_alone
from twosource.collation.claims.stances import Denial, find_denial, negations, stances, voiced
from twosource.collation.stems import rarity
from twosource.model import Assertion, Evidence, Reading, Span, Speaker, Stance

MIN_SHARED = 2  # words besides names that two parts must share, …
IN_SENTENCE = 3  # … or one, where their sentences share so many: "the ferry burned and two died"
# Tuned on the stories that are open to read, by F1 of clusters and of pairs of evidence.
ALIKE = 0.3  # likeness from which two may put the same thing forward; .25 to .4 tried
SENTENCE = 0.3  # how much of it is the likeness of their whole sentences; 0 to .5 tried
ALIKE_ON_AVERAGE = 0.18  # the same over all pairs of two groups; .12 to .25 tried
SAID = 0.4  # share of an assertion from which what is said is the claim
TURNED_ROUND = -math.inf  # of two that tell one thing turned round: no average makes up for it
INDEXED_WORDS = 8  # a part is looked up by so many of its rarest words …
LOOK_UPS = 100  # … and compared with so many others on average: keeps the work linear in the pile

Weights = Mapping[str, int]
Bags = Sequence[frozenset[str]]
Group = tuple[Part, ...]


def find_assertions(readings: Sequence[Reading]) -> tuple[tuple[Assertion, ...], ...]:
    """Groups of assertions of the same proposition, each from two articles or more.

    Args:
        readings: in any order; the result does not depend on it.

    Returns:
        The groups, those with the most articles first; inside a group the earliest published
        first, undated ones last.
    """
    by_article = {reading.article.id: reading for reading in readings}
    parts = sorted((p for r in readings for p in find_parts(r)), key=lambda p: p.evidence)
    weights = rarity(one.words for one in dict.fromkeys(part.whole for part in parts))
    groups = [g for g in _group(parts, weights) if len(_articles(g)) > 1]
    asserted = [_assertions(group, weights, by_article) for group in _told_together(groups)]
    shared = [one for one in asserted if len({a.evidence.article for a in one}) > 1]
    return tuple(sorted(shared, key=_most_repeated_first))


# ── 2. which parts are alike ─────────────────────────────────────────────────────────────────────


def likenesses(parts: Sequence[Part], weights: Weights) -> dict[tuple[int, int], float]:
    """How alike two parts are, by their positions, where they are alike enough.

    By their own words and those of their sentences. None where they share little but names.
    """
    bags = [part.words for part in parts]
    own = _Cosine(bags, weights)
    around = _Cosine([part.whole.words for part in parts], weights)
    found = {}
    for a, b in _candidates(bags, weights):
        if parts[a].whole is not parts[b].whole and _share_enough(parts[a], parts[b]):
            value = (1 - SENTENCE) * own.of(a, b) + SENTENCE * around.of(a, b)
            if value >= ALIKE:
                turned = parts[a].whole.turns_round(parts[b].whole)
                found[a, b] = TURNED_ROUND if turned else value
    return found


def _share_enough(one: Part, other: Part) -> bool:
    """Whether two parts have more in common than whom they name."""
    names = one.whole.names | other.whole.names | negations()
    own = len((one.words & other.words) - names)
    around = len((one.whole.words & other.whole.words) - names)
    return own >= MIN_SHARED or (own > 0 and around >= IN_SENTENCE)


class _Cosine:
    """The weighted cosine of two bags of words, by their positions."""

    def __init__(self, bags: Bags, weights: Weights) -> None:
        self._bags = bags
        self._squares = {word: weight**2 for word, weight in weights.items()}
        self._norms = [math.sqrt(self._total(bag)) for bag in bags]

    def of(self, a: int, b: int) -> float:
        """1 for the same words, 0 for none in common."""
        return self._total(self._bags[a] & self._bags[b]) / (self._norms[a] * self._norms[b])

    def _total(self, words: frozenset[str]) -> int:
        return sum(map(self._squares.__getitem__, words))


def _candidates(bags: Bags, weights: Weights) -> set[tuple[int, int]]:
    """Pairs of positions whose bags share one of their rarest words (prefix filtering).

    Method: Bayardo, Ma and Srikant 2007, "Scaling up all pairs similarity search".
    """
    having: dict[str, list[int]] = defaultdict(list)
    for position, bag in enumerate(bags):
        rarest = sorted(bag, key=lambda word: (-weights[word], word))[:INDEXED_WORDS]
        for word in rarest:
            having[word].append(position)
    pairs: set[tuple[int, int]] = set()
    for word in sorted(having, key=lambda word: (len(having[word]), word)):
        if len(pairs) + math.comb(len(having[word]), 2) > LOOK_UPS * len(bags):
            break
        pairs.update(combinations(having[word], 2))
    return pairs


# ── 3. groups ────────────────────────────────────────────────────────────────────────────────────


def _group(parts: Sequence[Part], weights: Weights) -> list[Group]:
    """Groups of alike parts; those with the very same words are one from the start.

    Two that tell one thing turned round are never of one group.
    """
    same: dict[object, list[Part]] = defaultdict(list)
    for part in parts:
        whole = part.whole
        same[part.words, whole.words, frozenset(map(_who_did, whole.doings))].append(part)
    alike = list(same.values())
    return [
        tuple(part for position in positions for part in alike[position])
        for positions in _agglomerate(len(alike), likenesses([ones[0] for ones in alike], weights))
    ]


def _who_did(doing: Doing) -> tuple[str, str | None]:
    return doing.verb, doing.doer


def _agglomerate(size: int, likeness: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Positions 0 to size - 1 in groups: average linkage, the most alike pairs first.

    `between[a][b]` is the sum of likenesses between the members of groups a and b, so that the
    average over all pairs is known without looking at them again.
    """
    members = {position: [position] for position in range(size)}
    home = list(range(size))
    between: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), value in likeness.items():
        between[a][b] = between[b][a] = value
    for a, b in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        kept, gone = sorted((home[a], home[b]), key=lambda g: (-len(members[g]), g))
        pairs = len(members[kept]) * len(members[gone])
        if kept != gone and between[kept][gone] >= ALIKE_ON_AVERAGE * pairs:
            for position in members[gone]:
                home[position] = kept
            _merge(kept, gone, members, between)
    return list(members.values())


def _merge(
    kept: int, gone: int, members: dict[int, list[int]], between: dict[int, dict[int, float]]
) -> None:
    members[kept] += members.pop(gone)
    for other, value in between.pop(gone).items():
        del between[other][gone]
        if other != kept:
            total = between[kept].get(other, 0.0) + value
            between[kept][other] = between[other][kept] = total


def _told_together(groups: Iterable[Group]) -> Iterator[Group]:
    """What the same articles tell in the same sentences is one claim, be it in two clauses."""
    together: dict[object, list[Part]] = defaultdict(list)
    for group in groups:
        first = min(part.whole.evidence for part in group)
        together[first, _articles(group)] += group
    return map(tuple, together.values())


# ── 4. assertions ────────────────────────────────────────────────────────────────────────────────


def _assertions(
    group: Group, weights: Weights, by_article: Mapping[str, Reading]
) -> tuple[Assertion, ...]:
    drafts = [_draft(ones, by_article) for ones in _by_sentence(group)]
    told = stances([voiced(d.reading, d.sentence, d.said, d.denial) for d in drafts], weights)
    found = [_assertion(d, stance) for d, stance in zip(drafts, told, strict=True) if stance]
    return tuple(sorted(found, key=lambda a: (_day(by_article[a.evidence.article]), a.evidence)))


def _by_sentence(group: Group) -> list[list[Part]]:
    sentences: dict[Evidence, list[Part]] = defaultdict(list)
    for part in sorted(group, key=lambda part: part.evidence):
        sentences[part.whole.evidence].append(part)
    return list(sentences.values())


def _draft(parts: Sequence[Part], by_article: Mapping[str, Reading]) -> "_Draft":
    """What a sentence says of a claim, from the first of its parts to the last."""
    evidence = parts[0].whole.evidence
    reading = by_article[evidence.article]
    span = Span(parts[0].evidence.span.start, parts[-1].evidence.span.end)
    said = _without_attribution(reading, span)
    return _Draft(reading, evidence.span, said, find_denial(reading, evidence.span, span))


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a sentence says of its claim, and how it denies it, if it does."""

    reading: Reading
    sentence: Span
    said: Span
    denial: Denial | None


def _assertion(draft: _Draft, stance: Stance) -> Assertion:
    """The words of a denial hold what denies them; all others go without who says them."""
    reading, denial = draft.reading, draft.denial
    if denial:
        return Assertion(Evidence(reading.article.id, denial.span), denial.speaker, stance)
    span = _closed(reading.article.text, draft.said)
    return Assertion(Evidence(reading.article.id, span), _speaker_of(reading, span), stance)


def _without_attribution(reading: Reading, span: Span) -> Span:
    """What is said, without who says it and its marks, where that is most of the span."""
    for statement in reading.statements:
        inside = [content for content in statement.content if content.overlaps(span)]
        if inside and statement.gives_words and stands_alone(statement, reading.article.text):
            first, last = max(inside[0].start, span.start), min(inside[-1].end, span.end)
            if last - first >= SAID * len(span):
                return bare(reading.article.text, Span(first, last))
    return span


def _closed(text: str, span: Span) -> Span:
    """The span with the closing quotation mark that follows it, where it holds the opening one."""
    words, mark = span.of(text), text[span.end : span.end + 1]
    unclosed = words.count("“") > words.count("”") if mark == "”" else words.count('"') % 2 == 1
    return Span(span.start, span.end + 1) if mark in {"”", '"'} and unclosed else span


def _speaker_of(reading: Reading, span: Span) -> Speaker | None:
    """Whose words the larger part of a span is, `None` where it is the article's own voice."""
    for statement in reading.statements:
        if statement.gives_words and statement.speaker:
            inside = sum(span.shared(content) for content in statement.content)
            if 2 * inside >= len(span):
                return statement.speaker
    return None


def _day(reading: Reading) -> date:
    published = reading.article.published
    return (published and published.interval.earliest) or date.max


def _articles(group: Group) -> frozenset[str]:
    return frozenset(part.evidence.article for part in group)


def _most_repeated_first(assertions: tuple[Assertion, ...]) -> tuple[int, int, Evidence]:
    articles = {assertion.evidence.article for assertion in assertions}
    return -len(articles), -len(assertions), assertions[0].evidence
