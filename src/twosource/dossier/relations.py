"""Who had it from whom: every relation with its reasons, and the shared passages side by side."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from twosource.dossier.index import Index
from twosource.dossier.view import (
    Alteration,
    Change,
    PassageShown,
    PassageSide,
    RelationShown,
    Run,
    Shortlist,
)
from twosource.model import (
    Derivation,
    DerivationKind,
    Edit,
    EditKind,
    Evidence,
    Passage,
    PassageKind,
    Reading,
    Span,
)

PASSAGES_SHOWN = 12  # of one pair of articles: more than that is read in the articles themselves
_MIRRORED = {EditKind.CUT: EditKind.ADDED, EditKind.ADDED: EditKind.CUT}
_CHANGED = " changed"
_SIDED = {EditKind.CUT, EditKind.ADDED}
# What a reader wants to see first of all that an editor did: it can change what is said.
_TELLING = (EditKind.NUMBER, EditKind.NAME, EditKind.QUOTATION_MARKS)
_EMPTY_LINES = re.compile(r"\s*\n\s*")


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
        sentence=_sentence(derivation, index.labels[left], index.labels[right]),
        confidence=derivation.confidence,
        share=derivation.share,
        reasons=derivation.reasons,
        passages=_passages(derivation.passages, left, index, directed=directed),
    )


def alterations(relations: Iterable[RelationShown]) -> list[Alteration]:
    """Numbers, names and quotation marks that differ between articles directly related.

    The shortest first: they show most sharply what was done. A passage told in other words is
    left out, nearly every word of it differs.
    """
    found = [
        Alteration(relation.anchor, relation.directed, change)
        for relation in relations
        if relation.direct
        for passage in relation.passages.shown
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
    kinds = [kind.value.removesuffix(_CHANGED) for kind in _TELLING]
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
    match derivation.kind:
        case DerivationKind.COPY if derivation.direct:
            return f"{right} has text from {left}"
        case DerivationKind.COPY:
            return f"{right} has text from {left}, though not directly"
        case DerivationKind.COMMON_SOURCE:
            return f"{left} and {right} have text from a common source"
        case _:
            return f"{left} and {right} share text; who had it first cannot be told"


def _passages(
    passages: Sequence[Passage], left: str, index: Index, *, directed: bool
) -> Shortlist[PassageShown]:
    turned = [passage if passage.a.article == left else _mirrored(passage) for passage in passages]
    turned.sort(key=lambda p: (-len(p.a.span), p.a.span, p.b.span))
    shown = tuple(_passage(p, index, directed=directed) for p in turned[:PASSAGES_SHOWN])
    return Shortlist(shown, len(turned) - len(shown))


def _mirrored(passage: Passage) -> Passage:
    edits = (Edit(_MIRRORED.get(e.kind, e.kind), a=e.b, b=e.a) for e in passage.edits)
    return replace(
        passage,
        a=passage.b,
        b=passage.a,
        edits=tuple(sorted(edits, key=lambda e: (e.a, e.b))),
    )


def _passage(passage: Passage, index: Index, *, directed: bool) -> PassageShown:
    names = [_change_name(edit, passage, index, directed=directed) for edit in passage.edits]
    a_edits = [(edit.a, name) for edit, name in zip(passage.edits, names, strict=True)]
    b_edits = [(edit.b, name) for edit, name in zip(passage.edits, names, strict=True)]
    return PassageShown(
        kind=passage.kind.value,
        similarity=passage.similarity,
        left=_side(passage.a, a_edits, index),
        right=_side(passage.b, b_edits, index),
        changes=tuple(
            _change(edit, name, passage, index)
            for edit, name in zip(passage.edits, names, strict=True)
            if edit.kind in _TELLING and not _same_number(edit, passage, index)
        ),
        confidence=passage.confidence,
    )


def _change(edit: Edit, name: str, passage: Passage, index: Index) -> Change:
    left, right = Evidence(passage.a.article, edit.a), Evidence(passage.b.article, edit.b)
    return Change(
        kind=name,
        left=index.cite(left) if len(left.span) else None,
        right=index.cite(right) if len(right.span) else None,
        marks=edit.kind is EditKind.QUOTATION_MARKS,
    )


def _same_number(edit: Edit, passage: Passage, index: Index) -> bool:
    """Whether only the writing of a number changed: "twenty" and "20"."""
    left = _numbers(index.by_id[passage.a.article], edit.a)
    right = _numbers(index.by_id[passage.b.article], edit.b)
    return edit.kind is EditKind.NUMBER and bool(left) and left == right


def _numbers(reading: Reading, span: Span) -> list[tuple[float | None, float | None]]:
    return [(q.low, q.high) for q in reading.quantities if q.core.overlaps(span)]


def _change_name(edit: Edit, passage: Passage, index: Index, *, directed: bool) -> str:
    """What was done; without a parent nothing was done, the two only differ."""
    if directed:
        return edit.kind.value
    if edit.kind not in _SIDED:
        return edit.kind.value.removesuffix(_CHANGED).replace("replaced", "differs")
    side = passage.a if edit.kind is EditKind.CUT else passage.b
    return f"only in {index.labels[side.article]}"


def _side(side: Evidence, edits: Sequence[tuple[Span, str]], index: Index) -> PassageSide:
    """The words of one side; edits of no length on this side leave no run.

    Empty lines between paragraphs are shown as one line break: only words are compared here.
    """
    text = _text(side, index)
    runs: list[Run] = []
    at = side.span.start
    for span, name in sorted(edits):
        runs.append(Run(text[at : span.start], None))
        runs.append(Run(text[max(at, span.start) : span.end], name))
        at = max(at, span.end)
    runs.append(Run(text[at : side.span.end], None))
    shown = (Run(_EMPTY_LINES.sub("\n", run.text), run.change) for run in runs if run.text)
    return PassageSide(index.cite(side), tuple(shown))


def _text(side: Evidence, index: Index) -> str:
    return index.by_id[side.article].article.text
