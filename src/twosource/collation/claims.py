"""Claims: sentences of different articles that put the same thing forward.

1. Every sentence of a body becomes a `Proposition`: its content words, weighed by their rarity.
   Who says it is left out, so that nothing becomes one claim by the mouth it comes from.
2. Propositions of different articles that share enough rare words are likened to each other; those
   that share little but names are about the same people and say different things.
3. Alike ones are grouped, the most alike first, as long as the groups stay alike on average.
4. Each is trimmed to the clauses that the others share, and becomes an `Assertion`.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from twosource.collation.clauses import split_clauses
from twosource.collation.doings import Doing, find_doings
from twosource.collation.stances import (
    Denial,
    find_denial,
    name_words,
    stances,
    statements_in,
    voiced,
)
from twosource.collation.stems import content_words, rarity
from twosource.model import Assertion, BlockKind, Evidence, Reading, Span, Speaker, Stance

MIN_WORDS = 3  # content words below which a sentence says too little to be recognised elsewhere
MIN_SHARED = 2  # words besides names that two sentences must share; none and 1 tried, as below
# The next four were tuned together on the five invented stories that are not for reporting, by F1
# of pairs of evidence in one claim (.39): .25 to .4, .6 to .8 times that, .4 or .5, and .2 to .8
# were tried.
ALIKE = 0.3  # weighted cosine from which two sentences may put the same thing forward
ALIKE_ON_AVERAGE = 0.18  # the same over all pairs of two groups
SHARED = 0.4  # share of a clause's weight that others carry, from which it belongs to the claim
SAID = 0.4  # share of an assertion from which what is said is the claim
TURNED_ROUND = -math.inf  # of two that tell one thing turned round: no average makes up for it
INDEXED_WORDS = 8  # a sentence is looked up by so many of its rarest words …
LOOK_UPS = 100  # … and compared with so many others on average: keeps the work linear in the pile

Weights = Mapping[str, int]
Group = tuple["Proposition", ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """One sentence of one article, as a bag of content words, some of them parts of names."""

    evidence: Evidence
    words: frozenset[str]
    names: frozenset[str]
    doings: frozenset[Doing] = frozenset()

    def turns_round(self, other: "Proposition") -> bool:
        """Whether one side did to the other what the other did to the one."""
        return any(a.is_turned_round(b) for a in self.doings for b in other.doings)


def find_assertions(readings: Sequence[Reading]) -> tuple[tuple[Assertion, ...], ...]:
    """Groups of assertions of the same proposition, each from two articles or more.

    Args:
        readings: in any order; the result does not depend on it.

    Returns:
        The groups, those with the most articles first; inside a group the earliest published
        first, undated ones last.
    """
    by_article = {reading.article.id: reading for reading in readings}
    propositions = sorted(
        (p for reading in readings for p in find_propositions(reading)), key=lambda p: p.evidence
    )
    weights = rarity(p.words for p in propositions)
    groups = [g for g in _group(propositions, weights) if len(_articles(g)) > 1]
    asserted = [_assertions(group, weights, by_article) for group in groups]
    shared = [one for one in asserted if len({a.evidence.article for a in one}) > 1]
    return tuple(sorted(shared, key=_most_repeated_first))


def find_propositions(reading: Reading) -> Iterable[Proposition]:
    """The sentences of a body that say enough to be recognised elsewhere."""
    for sentence in reading.sentences:
        words = _words_said(reading, sentence.span)
        if sentence.block is BlockKind.BODY and len(words) >= MIN_WORDS:
            names = words & name_words(reading, sentence.span)
            evidence = Evidence(reading.article.id, sentence.span)
            yield Proposition(evidence, words, names, find_doings(reading, sentence.span))


def _words_said(reading: Reading, sentence: Span) -> frozenset[str]:
    """The content words of a sentence, without who says it where what is said has enough."""
    text, saying = reading.article.text, []
    for statement in statements_in(reading, sentence):
        said = content_words(" ".join(span.of(text) for span in statement.content))
        if len(said) >= MIN_WORDS:
            saying += [span for span in (statement.source, statement.cue) if span]
    left = content_words(" ".join(rest.of(text) for rest in _outside(sentence, saying)))
    return left if len(left) >= MIN_WORDS else content_words(sentence.of(text))


def _outside(sentence: Span, spans: Iterable[Span]) -> Iterable[Span]:
    """The stretches of a sentence that none of the spans covers."""
    start = sentence.start
    for span in sorted(spans):
        if start < span.start:
            yield Span(start, min(span.start, sentence.end))
        start = max(start, span.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


# ── 2. which sentences are alike ─────────────────────────────────────────────────────────────────


def likenesses(
    bags: Sequence[frozenset[str]], names: Sequence[frozenset[str]], weights: Weights
) -> dict[tuple[int, int], float]:
    """Weighted cosine of every pair of bags that reaches `ALIKE`, by their positions.

    None where they share little but `names`, those of each bag.
    """
    squares = {word: weight**2 for word, weight in weights.items()}
    norms = [math.sqrt(sum(map(squares.__getitem__, bag))) for bag in bags]
    found = {}
    for a, b in _candidates(bags, weights):
        both = bags[a] & bags[b]
        shared = sum(map(squares.__getitem__, both))
        telling = len(both - names[a] - names[b]) >= MIN_SHARED
        if telling and shared >= ALIKE * norms[a] * norms[b]:
            found[a, b] = shared / (norms[a] * norms[b])
    return found


def _candidates(bags: Sequence[frozenset[str]], weights: Weights) -> set[tuple[int, int]]:
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


def _group(propositions: Sequence[Proposition], weights: Weights) -> list[Group]:
    """Groups of alike propositions; sentences with the very same words are one from the start.

    Two that tell one thing turned round are never of one group.
    """
    same: dict[object, list[Proposition]] = defaultdict(list)
    for proposition in propositions:
        same[proposition.words, frozenset(map(_who_did, proposition.doings))].append(proposition)
    alike = list(same.values())
    bags = [ones[0].words for ones in alike]
    names = [frozenset[str]().union(*(one.names for one in ones)) for ones in alike]
    likeness = {
        (a, b): TURNED_ROUND if alike[a][0].turns_round(alike[b][0]) else value
        for (a, b), value in likenesses(bags, names, weights).items()
    }
    return [
        tuple(p for position in positions for p in alike[position])
        for positions in _agglomerate(len(bags), likeness)
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


# ── 4. assertions ────────────────────────────────────────────────────────────────────────────────


def _assertions(
    group: Group, weights: Weights, by_article: Mapping[str, Reading]
) -> tuple[Assertion, ...]:
    having = _articles_by_word(group)
    drafts = []
    for one in group:
        reading = by_article[one.evidence.article]
        elsewhere = frozenset(w for w in one.words if having[w] != {one.evidence.article})
        shared = _shared_part(reading.article.text, one.evidence.span, elsewhere, weights)
        said = _without_attribution(reading, shared)
        denial = find_denial(reading, one.evidence.span, shared)
        drafts.append(_Draft(reading, one.evidence.span, said, denial))
    told = stances([voiced(d.reading, d.sentence, d.said, d.denial) for d in drafts], weights)
    found = [_assertion(d, stance) for d, stance in zip(drafts, told, strict=True) if stance]
    return tuple(sorted(found, key=lambda a: (_day(by_article[a.evidence.article]), a.evidence)))


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


def _articles_by_word(group: Group) -> Mapping[str, set[str]]:
    having: dict[str, set[str]] = defaultdict(set)
    for one in group:
        for word in one.words:
            having[word].add(one.evidence.article)
    return having


def _shared_part(text: str, sentence: Span, elsewhere: frozenset[str], weights: Weights) -> Span:
    """From the first to the last clause that the other articles share; else the whole sentence."""
    shared = [
        clause
        for clause in split_clauses(text, sentence)
        if _share(content_words(clause.of(text)), elsewhere, weights) >= SHARED
    ]
    return Span(shared[0].start, shared[-1].end) if shared else sentence


def _without_attribution(reading: Reading, span: Span) -> Span:
    """What is said, without who says it, where that is most of the span."""
    for statement in reading.statements:
        content = Span(statement.content[0].start, statement.content[-1].end)
        if statement.gives_words and span.contains(content) and len(content) >= SAID * len(span):
            return content
    return span


def _closed(text: str, span: Span) -> Span:
    """The span with the closing quotation mark that follows it, where it holds the opening one."""
    words, mark = span.of(text), text[span.end : span.end + 1]
    unclosed = words.count("“") > words.count("”") if mark == "”" else words.count('"') % 2 == 1
    return Span(span.start, span.end + 1) if mark in {"”", '"'} and unclosed else span


def _share(words: frozenset[str], elsewhere: frozenset[str], weights: Weights) -> float:
    total = sum(weights.get(word, 0) for word in words)
    return sum(weights.get(word, 0) for word in words & elsewhere) / (total or 1)


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
    return frozenset(p.evidence.article for p in group)


def _most_repeated_first(assertions: tuple[Assertion, ...]) -> tuple[int, int, Evidence]:
    articles = {assertion.evidence.article for assertion in assertions}
    return -len(articles), -len(assertions), assertions[0].evidence
