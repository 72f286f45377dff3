"""Shared passages side by side, cut where changes begin and end."""

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.dossier.index import Index
from twosource.dossier.view import Change, PassageShown, PassageSide, Run, Shortlist
from twosource.model import Edit, EditKind, Evidence, Passage, Reading, Span

PASSAGES_SHOWN = 12  # of one pair of articles: more than that is read in the articles themselves

# What a reader wants to see first of all that an editor did: it can change what is said.
_MARKS = (EditKind.QUOTED, EditKind.UNQUOTED, EditKind.QUOTATION_MARKS)
_ATTRIBUTION = (EditKind.ATTRIBUTED, EditKind.UNATTRIBUTED)
TELLING = (EditKind.NEGATION, EditKind.NUMBER, EditKind.NAME, *_ATTRIBUTION, *_MARKS)
_TURNED = {
    EditKind.CUT: EditKind.ADDED,
    EditKind.UNATTRIBUTED: EditKind.ATTRIBUTED,
    EditKind.UNQUOTED: EditKind.QUOTED,
}
_SIDED = _TURNED | {there: here for here, there in _TURNED.items()}
_DONE = re.compile(r" (?:changed|added|dropped|flipped)$")
_EMPTY_LINES = re.compile(r"\s*\n\s*")


def without_parent(kind: EditKind) -> str:
    """What differs, where nobody is known to have changed it: "number", "name", "differs"."""
    return _DONE.sub("", kind.value).replace("replaced", "differs")


def side_by_side(
    passages: Sequence[Passage], left: str, index: Index, *, directed: bool
) -> Shortlist[PassageShown]:
    """The passages of two articles, longest first, with the article `left` on the left.

    Where the pair is not `directed`, nothing is said to have been done: the two merely differ.
    """
    turned = [passage if passage.a.article == left else _mirrored(passage) for passage in passages]
    turned.sort(key=lambda p: (-len(p.a.span), p.a.span, p.b.span))
    kept = Shortlist.of(turned, PASSAGES_SHOWN)
    return Shortlist(tuple(_passage(p, index, directed=directed) for p in kept.shown), kept.more)


def _mirrored(passage: Passage) -> Passage:
    edits = (Edit(_SIDED.get(e.kind, e.kind), a=e.b, b=e.a) for e in passage.edits)
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
            if edit.kind in TELLING and not _same_number(edit, passage, index)
        ),
        confidence=passage.confidence,
    )


def _change(edit: Edit, name: str, passage: Passage, index: Index) -> Change:
    left, right = Evidence(passage.a.article, edit.a), Evidence(passage.b.article, edit.b)
    return Change(
        kind=name,
        left=index.cite(left) if len(left.span) else None,
        right=index.cite(right) if len(right.span) else None,
        marks=edit.kind in _MARKS,
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
    if edit.kind not in {EditKind.CUT, EditKind.ADDED}:
        return without_parent(edit.kind)
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
