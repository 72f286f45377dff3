"""Derivations: for every two articles that share passages, who had it from whom, or why not.

What two articles tell by themselves (`verdicts`) is told anew where a third explains what they
share, or where it comes from a text that nobody brought.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from twosource.collation.reuse.boxes import shares_of
from twosource.collation.reuse.couples import Couple, Known, known, label, published_before
from twosource.collation.reuse.direction import bears_alone, passes_over
from twosource.collation.reuse.lost import EACH_LACKS, absent_houses, incomplete
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
from twosource.collation.reuse.verdicts import DECIDED, Pile, probability, verdict_on
from twosource.collation.reuse.words import words_of
from twosource.model import (
    Article,
    Derivation,
    DerivationKind,
    Passage,
    Reading,
)


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
    pile = Pile({name: one.words for name, one in prepared.items()}, shares, absent)
    return {
        (a, b): verdict_on(Couple(prepared[a], prepared[b], tuple(shared[a, b])), pile)
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
    parents = _next_parents(verdicts, thirds, commons)
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


def _next_parents(
    verdicts: Mapping[Pair, Derivation], thirds: Mapping[Pair, str], commons: Commons
) -> Parents:
    """Of each article those that it was copied from without a third between."""
    parents: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for pair, verdict in verdicts.items():
        if verdict.kind is DerivationKind.COPY and pair not in thirds:
            words = commons[verdict.child][verdict.parent].weight
            parents[verdict.child][verdict.parent] = words
    return parents


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
        confidence=verdict.confidence if agrees else probability(DECIDED),
        direct=False,
        reasons=(*verdict.reasons, reason) if agrees else (reason,),
    )
