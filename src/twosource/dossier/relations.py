"""Who had it from whom: every relation with its reasons, and what differs between the two."""

from collections.abc import Hashable, Iterable

from twosource.dossier.index import Index
from twosource.dossier.passages import TELLING, side_by_side, without_parent
from twosource.dossier.view import Alteration, Change, RelationShown
from twosource.model import Derivation, DerivationKind, PassageKind

_FINDINGS = {
    DerivationKind.COPY: "who had it first",
    DerivationKind.COMMON_SOURCE: "that both have it from a third",
    DerivationKind.LOST_SOURCE: "that both have it from a text that is not in the pile",
}


def relation(derivation: Derivation, index: Index) -> RelationShown:
    """The derivation, its passages turned so that the parent stands on the left."""
    directed = derivation.kind is DerivationKind.COPY
    left, right = _sides(derivation, index)
    return RelationShown(
        parent=index.labels[left],
        child=index.labels[right],
        parent_source=index.source(left),
        child_source=index.source(right),
        kind=derivation.kind.value,
        directed=directed,
        direct=derivation.direct,
        likely=derivation.likely,
        sentence=_sentence(derivation, index.labels[left], index.labels[right]),
        sharing=derivation.sharing,
        finding=_FINDINGS.get(derivation.kind),
        confidence=derivation.confidence,
        share=derivation.share,
        reasons=derivation.reasons,
        passages=side_by_side(derivation.passages, left, index, directed=directed),
    )


def alterations(relations: Iterable[RelationShown]) -> list[Alteration]:
    """Numbers, names and quotation marks that differ between articles directly related.

    The shortest first: they show most sharply what was done. A passage told in other words is
    left out, nearly every word of it differs.
    """
    found = [
        Alteration(f"{relation.anchor}-{number}", relation.directed, change)
        for relation in relations
        if relation.direct
        for number, passage in enumerate(relation.passages.shown, start=1)
        if passage.kind != PassageKind.REWRITTEN
        for change in passage.changes
    ]
    once: dict[Hashable, Alteration] = {}
    for alteration in found:
        once.setdefault(_place(alteration.change), alteration)
    return sorted(once.values(), key=lambda alteration: _sharpness(alteration.change))


def _place(change: Change) -> Hashable:
    """Where a change stands; two marks of one quotation stand in one place, their sentences."""
    sides = [side for side in (change.left, change.right) if side]
    if change.marks:
        return tuple((side.label, side.before + side.words + side.after) for side in sides)
    return tuple(side.anchor for side in sides)


def _sharpness(change: Change) -> tuple[int, int]:
    kinds = [without_parent(kind) for kind in TELLING]
    rank = next(place for place, kind in enumerate(kinds) if change.kind.startswith(kind))
    return rank, sum(len(side.words) for side in (change.left, change.right) if side)


def strength(derivation: Derivation) -> tuple[bool, float, str, str]:
    """Sort key: direct relations first, those that share most before the others."""
    return not derivation.direct, -derivation.share, derivation.parent, derivation.child


def _sides(derivation: Derivation, index: Index) -> tuple[str, str]:
    """The article on the left and that on the right: parent first, else in order of the page."""
    pair = (derivation.parent, derivation.child)
    if derivation.kind is DerivationKind.COPY:
        return pair
    first, second = sorted(pair, key=index.place)
    return first, second


def _sentence(derivation: Derivation, left: str, right: str) -> str:
    perhaps = "likely " if derivation.likely else ""
    match derivation.kind:
        case DerivationKind.COPY if derivation.direct:
            return f"{right} {perhaps}has text from {left}"
        case DerivationKind.COPY:
            return f"{right} {perhaps}has text from {left}, though not directly"
        case DerivationKind.COMMON_SOURCE:
            return f"{left} and {right} {perhaps}have text from a common source"
        case DerivationKind.LOST_SOURCE:
            return f"{left} and {right} {perhaps}have text from a source that is not in the pile"
        case _:
            return f"{left} and {right} {perhaps}share text; who had it first cannot be told"
