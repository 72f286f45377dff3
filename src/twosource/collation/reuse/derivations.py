"""Derivations: for every two articles that share passages, who had it from whom, or why not."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from twosource.collation.reuse.boxes import Shares, again, shares_of
from twosource.collation.reuse.direction import (
    Clue,
    Couple,
    Known,
    agencies,
    bears_alone,
    clues,
    known,
    label,
    own_share,
    passes_over,
    published_before,
    told_there,
)
from twosource.collation.reuse.lost import EACH_LACKS, absent_houses, admitted, incomplete
from twosource.collation.reuse.rooting import rooted
from twosource.collation.reuse.tree import (
    Commons,
    Pair,
    Parents,
    common_words,
    explained,
    ordered,
    reaches,
)
from twosource.collation.reuse.words import Words, words_of
from twosource.model import (
    Article,
    Derivation,
    DerivationKind,
    Passage,
    PassageKind,
    Reading,
)

DECIDED = 1.0  # log odds from which a direction is given: 73 in 100

# Equal words outside quotations below which two articles may tell the same facts on their own.
# Of 175 pairs of the ten stories that may be tuned on which share a passage and depend on one
# another 125 are above, of 38 others none. What tells is the part of the shorter article. From .18
# of it on 138 and one would be above, but in news the pairs between share what one person said
# and how she was introduced: six more of a hundred pairs drawn rested on quotations alone.
DOUBTFUL = 3.0
DOUBTFUL_ALONE = 14.0  # the same, where they share but one passage
DOUBTFUL_IN_PART = 60.0  # the same, where it is less of the shorter article than this:
DOUBTFUL_ALONE_IN_PART = 100.0  # the same, where they share but one passage
SMALL_PART = 0.25
NAMED_PART = 0.05  # as SMALL_PART, where one names the other: a box may name its house
HALF = 0.5  # of the shorter article; so much is not shared by chance, whoever is quoted
LENT = 0.3  # of a passage outside quotation marks, below which it is a quotation on one side
DOUBTFUL_NAMED = 6.0  # where one names the other
FEW = 2  # passages of two pages of one outlet, up to which it takes HALF to be no furniture
SERIES = 0.3  # part of the shorter article below which one outlet's pages share but furniture


def derive(readings: Sequence[Reading], passages: Sequence[Passage]) -> tuple[Derivation, ...]:
    """One derivation for every two articles that share passages, in order of their ids."""
    shared: defaultdict[Pair, list[Passage]] = defaultdict(list)
    for passage in passages:
        shared[passage.a.article, passage.b.article].append(passage)
    sharing = {one for pair in shared for one in pair}
    prepared = {
        one.article.id: known(one, words_of(one.article))
        for one in readings
        if one.article.id in sharing
    }
    articles = {name: one.article for name, one in prepared.items()}
    commons = common_words(shared, {name: one.words for name, one in prepared.items()})
    verdicts = _verdicts(prepared, shared, absent_houses(one.article for one in readings))
    thirds = explained(commons, partial(_is_possible, prepared), partial(_is_credited, prepared))
    placed = tuple(_placed(verdicts, thirds, commons, prepared))
    without = incomplete(placed, commons, articles)
    return tuple(rooted([_lost(one, without) for one in placed], commons, articles))


def _verdicts(
    prepared: Mapping[str, Known],
    shared: Mapping[Pair, Sequence[Passage]],
    absent: Mapping[str, str],
) -> dict[Pair, Derivation]:
    """What each two articles tell by themselves, in order of their ids."""
    shares = shares_of(shared, {name: one.article for name, one in prepared.items()})
    pile = _Pile({name: one.words for name, one in prepared.items()}, shares, absent)
    return {
        (a, b): _verdict(Couple(prepared[a], prepared[b], tuple(shared[a, b])), pile)
        for a, b in sorted(shared)
    }


def _is_possible(prepared: Mapping[str, Known], third: str, a: str, b: str) -> bool:
    """Whether the third did not come out after both, and knows of a credit that joins the two."""
    one, other, between = prepared[a], prepared[b], prepared[third]
    late = all(published_before(side.article, between.article) for side in (one, other))
    return not late and not passes_over(one, other, between)


def _is_credited(prepared: Mapping[str, Known], third: str, a: str, b: str) -> bool:
    """Whether one of the two bears the mark of the third's house, and the other no word of it."""
    source, one, other = prepared[third], prepared[a], prepared[b]
    return bears_alone(one, source, other) or bears_alone(other, source, one)


@dataclass(frozen=True, slots=True)
class _Pile:
    """What is looked up for every two articles: words, who shares what, and who is not there."""

    words: Mapping[str, Words]
    shares: Shares
    absent: Mapping[str, str]  # houses that credit lines name and that no article is of


def _lost(verdict: Derivation, without: Mapping[Pair, str]) -> Derivation:
    """The verdict, or that what the two share is from a text that is not in the pile."""
    reason = without.get((verdict.parent, verdict.child))
    if not reason:
        return verdict
    return replace(
        verdict,
        kind=DerivationKind.LOST_SOURCE,
        confidence=EACH_LACKS,
        direct=False,
        reasons=(reason,),
    )


def _placed(
    verdicts: Mapping[Pair, Derivation],
    thirds: Mapping[Pair, str],
    commons: Commons,
    prepared: Mapping[str, Known],
) -> Iterable[Derivation]:
    """The verdicts, told apart by whether the two are next to each other in the tree."""
    parents: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for pair, verdict in verdicts.items():
        if verdict.kind is DerivationKind.COPY and pair not in thirds:
            words = commons[verdict.child][verdict.parent].weight
            parents[verdict.child][verdict.parent] = words
    for pair, verdict in verdicts.items():
        if third := thirds.get(pair):
            between = _indirect(verdict, third, parents, prepared)
            yield _beyond(between, prepared[third].article, verdicts)
        elif verdict.kind is DerivationKind.COPY:
            words = commons[verdict.child][verdict.parent].weight
            detour = reaches(verdict.parent, verdict.child, parents, words)
            yield replace(verdict, direct=verdict.direct and not detour)
        else:
            yield verdict


def _indirect(
    verdict: Derivation, third: str, parents: Parents, prepared: Mapping[str, Known]
) -> Derivation:
    """The verdict on two articles between which a third stands, or before both of which."""
    if not verdict.direct:  # it is doubtful whether they depend on one another at all
        return verdict
    name = label(prepared[third].article)
    for parent, child in ((verdict.parent, verdict.child), (verdict.child, verdict.parent)):
        late = published_before(prepared[child].article, prepared[parent].article)
        if reaches(parent, child, parents) and not late:
            reason = f"What the two share has come by way of {name}."
            return _by_way(verdict, parent, child, reason)
    first, second = sorted((verdict.parent, verdict.child))
    if _is_credited(prepared, third, first, second):
        reason = f"{name}, whose mark one of the two bears, has what they share."
    else:
        reason = f"Each has more in common with {name} than with the other."
    kind = DerivationKind.COMMON_SOURCE
    return replace(verdict, parent=first, child=second, kind=kind, direct=False, reasons=(reason,))


def _beyond(between: Derivation, third: Article, verdicts: Mapping[Pair, Derivation]) -> Derivation:
    """The verdict on two that are near to a third, which has it from a source that is not there."""
    if between.kind is not DerivationKind.COMMON_SOURCE:
        return between
    for end in (between.parent, between.child):
        one = verdicts.get(ordered(third.id, end))
        if one and one.kind is DerivationKind.LOST_SOURCE:
            reason = f"{between.reasons[0]} {one.reasons[0]}"
            return replace(
                one,
                parent=between.parent,
                child=between.child,
                share=between.share,
                passages=between.passages,
                reasons=(reason,),
            )
    return between


def _by_way(verdict: Derivation, parent: str, child: str, reason: str) -> Derivation:
    """A copy at several steps: what was found for the pair itself counts where it agrees."""
    agrees = verdict.kind is DerivationKind.COPY and verdict.parent == parent
    return replace(
        verdict,
        parent=parent,
        child=child,
        kind=DerivationKind.COPY,
        confidence=verdict.confidence if agrees else _probability(DECIDED),
        direct=False,
        reasons=(*verdict.reasons, reason) if agrees else (reason,),
    )


@dataclass(frozen=True, slots=True)
class _Judgement:
    """What is made of the clues. `parent` is the lesser id where the kind is not COPY."""

    kind: DerivationKind
    parent: str
    confidence: float
    reasons: tuple[str, ...]
    direct: bool = True
    source: str | None = None


def _verdict(couple: Couple, pile: _Pile) -> Derivation:
    a, b = couple.a.article.id, couple.b.article.id
    share = _share(couple, pile.words)
    found = clues(couple)
    judged = (
        _doubt(couple, share, found, pile.shares)
        or _admitted(couple, found, pile.absent)
        or _judge(couple, found)
    )
    return Derivation(
        parent=judged.parent,
        child=b if judged.parent == a else a,
        kind=judged.kind,
        confidence=judged.confidence,
        share=share,
        direct=judged.direct,
        reasons=judged.reasons,
        passages=couple.passages,
        source=judged.source,
        sharing=_sharing(couple.passages),
    )


def _sharing(passages: Iterable[Passage]) -> float:
    """How sure it is that two articles share text: as sure as their surest passage, 0 to 1.

    Words that both quote do not count, unless they share nothing else.
    """
    own = (one.confidence for one in passages if one.kind is not PassageKind.QUOTATION)
    return max(own, default=1.0)


def _admitted(
    couple: Couple, found: Iterable[Clue], absent: Mapping[str, str]
) -> _Judgement | None:
    """That both have it from a house that is not in the pile, if their credit lines tell so."""
    said = None if _is_named(found) else admitted(couple, absent)
    if not said:
        return None
    return _Judgement(
        DerivationKind.LOST_SOURCE,
        couple.a.article.id,
        said.confidence,
        (said.reason,),
        direct=False,
        source=said.name,
    )


def _doubt(
    couple: Couple, share: float, found: Sequence[Clue], shares: Shares
) -> _Judgement | None:
    """Why the two may not depend on one another at all, if so."""
    a, b = label(couple.a.article), label(couple.b.article)
    own = _own(couple, share, shares)
    if not own:
        reason = (
            f"{a} and {b} share only quoted words, posts or captions, which both can have found."
        )
    elif couple.a.outlet and couple.a.outlet == couple.b.outlet and share < _series(len(own)):
        reason = f"{a} and {b} are of one outlet, which may put the same lines on many pages."
    elif _is_little(couple, own, share, found) and not _is_told(couple, own, share):
        reason = f"{a} and {b} share so little that both may report the same facts."
    elif share < SMALL_PART and shares.are_boxes(own):
        reason = f"{a} and {b} share only what stands on many pages, as boxes do."
    else:
        return None
    parent = couple.a.article.id
    return _Judgement(DerivationKind.UNDECIDED, parent, 0.5, (reason,), direct=False)


def _is_little(couple: Couple, own: Sequence[Passage], share: float, found: Iterable[Clue]) -> bool:
    """Whether two articles have fewer words in common than tells that they depend on another."""
    return _own_words(couple, own) < _least_words(len(own), share, named=_is_named(found))


def _is_told(couple: Couple, own: Sequence[Passage], share: float) -> bool:
    """Whether one article says where its words are from, and has more of them than a box."""
    return share >= NAMED_PART and told_there(couple, own)


def _own(couple: Couple, share: float, shares: Shares) -> list[Passage]:
    """The passages without what either can have from elsewhere, and what says that over again."""
    least = LENT if share < HALF else 0.0
    lent = [p for p in couple.passages if shares.is_lent(p) or own_share(p, couple) < least]
    return [p for p in couple.passages if not any(again(p, other) for other in lent)]


def _series(passages: int) -> float:
    """The part of the shorter article up to which pages of one outlet share but furniture."""
    return HALF if passages <= FEW else SERIES


def _is_named(found: Iterable[Clue]) -> bool:
    return any(clue.names for clue in found)


def _least_words(passages: int, share: float, *, named: bool) -> float:
    """Of how many common words two articles must be to depend on one another."""
    if share >= HALF:
        return 0.0
    if named:
        return DOUBTFUL_NAMED if share >= NAMED_PART else DOUBTFUL_IN_PART
    if share < SMALL_PART:
        return DOUBTFUL_IN_PART if passages > 1 else DOUBTFUL_ALONE_IN_PART
    return DOUBTFUL if passages > 1 else DOUBTFUL_ALONE


def _judge(couple: Couple, found: Sequence[Clue]) -> _Judgement:
    a, b = couple.a.article, couple.b.article
    common = agencies(couple)
    if common:
        reason = f"{label(a)} and {label(b)} both credit the agency {', '.join(sorted(common))}."
        return _Judgement(DerivationKind.COMMON_SOURCE, a.id, 0.8, (reason,))
    odds = _odds(found, a.id) - _odds(found, b.id)
    parent, other = (a, b) if odds > 0 else (b, a)
    denied = any(clue.names and clue.parent == other.id for clue in found)
    if abs(odds) < DECIDED or denied or published_before(other, parent):
        reasons = tuple(clue.reason for clue in found) or (_nothing(couple),)
        return _Judgement(DerivationKind.UNDECIDED, a.id, 0.5, reasons)
    speaking = tuple(clue.reason for clue in found if clue.parent == parent.id)
    return _Judgement(DerivationKind.COPY, parent.id, _probability(abs(odds)), speaking)


def _own_words(couple: Couple, own: Iterable[Passage]) -> float:
    """How many words the passages have in common that neither puts into quotation marks."""
    text = couple.a.article.text
    return sum(
        one.confidence * one.similarity * own_share(one, couple) * len(one.a.span.of(text).split())
        for one in own
    )


def _odds(found: Iterable[Clue], parent: str) -> float:
    return sum(clue.weight for clue in found if clue.parent == parent)


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 3)


def _nothing(couple: Couple) -> str:
    a, b = label(couple.a.article), label(couple.b.article)
    return f"Neither dates, credits nor changes tell whether {a} or {b} came first."


def _share(couple: Couple, words: Mapping[str, Words]) -> float:
    """How much of the shorter article lies in the passages, by words."""
    a, b = couple.a.article, couple.b.article
    shorter = a if len(words[a.id]) <= len(words[b.id]) else b
    spans = [
        passage.a.span if passage.a.article == shorter.id else passage.b.span
        for passage in couple.passages
    ]
    starts = words[shorter.id].starts
    inside = np.zeros(len(starts), dtype=np.bool_)
    for span in spans:
        inside |= (span.start <= starts) & (starts < span.end)
    return round(float(inside.mean()), 3)
