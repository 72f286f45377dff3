"""Voices: words that one article quotes and another gives as its own.

The passages that two articles share tell where the quoted words stand in the other one; if no
statement covers them there, nobody is named for them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from twosource.collation.drift.told import Told
from twosource.model import Derivation, Drift, DriftKind, Evidence, PassageKind, Span, StatementKind

LEAST = 8  # words: fewer can be a turn of phrase
COVERED = 0.8  # share of a quotation that has to lie in the shared passages
OWN = 0.2  # share of the words in the other article that statements may cover there
_COPIED = frozenset({PassageKind.VERBATIM, PassageKind.EDITED})

Texts: TypeAlias = Mapping[str, str]  # Article.id → Article.text
_Anchor = tuple[int, int]  # a place in this article, and the same place in the other


@dataclass(frozen=True, slots=True)
class _Shared:
    """A passage as seen from one article: where it stands here and there, and what is equal."""

    here: Span
    there: Span
    anchors: tuple[_Anchor, ...]


def find_own_voices(
    told: Sequence[Told], derivations: Sequence[Derivation], texts: Texts
) -> Iterator[Drift]:
    """A drift of attribution for each quotation that another article gives as its own words."""
    by_article: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_article[one.article].append(one)
    for derivation in derivations:
        pair = (derivation.parent, derivation.child)
        for here, there in (pair, pair[::-1]):
            shared = list(_shared(derivation, here))
            for one in by_article[here]:
                place = _place(one, there, shared)
                if place is not None and not _is_statement(place, by_article[there]):
                    whole = Evidence(there, _whole_words(place.span, texts[there]))
                    yield _drift(one, whole, first=here == pair[0])


def _shared(derivation: Derivation, here: str) -> Iterator[_Shared]:
    """The copied passages of two articles, as seen from one of them."""
    for passage in derivation.passages:
        if passage.kind in _COPIED:
            first = passage.a.article == here
            a, b = (passage.a, passage.b) if first else (passage.b, passage.a)
            edits = [(e.a, e.b) if first else (e.b, e.a) for e in passage.edits]
            ends = {(a.span.start, b.span.start), (a.span.end, b.span.end)}
            edited = {(x.start, y.start) for x, y in edits} | {(x.end, y.end) for x, y in edits}
            yield _Shared(a.span, b.span, tuple(sorted(ends | edited)))


def _place(one: Told, there: str, shared: Sequence[_Shared]) -> Evidence | None:
    """Where the words of a quotation stand in the other article, if nearly all of them do."""
    if one.statement.kind is not StatementKind.DIRECT or one.speaker is None:
        return None
    touched = sorted((s for s in shared if s.here.overlaps(one.span)), key=lambda s: s.here)
    covered = sum(one.span.shared(s.here) for s in touched)
    if len(one.words) < LEAST or covered < COVERED * len(one.span):
        return None
    start = _across(touched[0], max(one.span.start, touched[0].here.start))
    end = _across(touched[-1], min(one.span.end, touched[-1].here.end))
    place = Span(start, max(start, end))
    alike = min(len(place), len(one.span)) >= COVERED * max(len(place), len(one.span))
    return Evidence(there, place) if alike else None


def _across(shared: _Shared, place: int) -> int:
    """The same place on the other side: as far behind the last anchor, at most up to the next."""
    (x, y), limit = shared.anchors[0], shared.there.end
    for here, there in shared.anchors:
        if here > place:
            limit = there
            break
        x, y = here, there
    return min(y + place - x, max(y, limit))


def _whole_words(place: Span, text: str) -> Span:
    """The place from the start of its first word to the end of the last that it holds whole.

    Where the same words stand on the other side is known only to a few characters.
    """
    start, end = place.start, place.end
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return Span(start, start + len(text[start:end].rstrip()))


def _is_statement(place: Evidence, told: Sequence[Told]) -> bool:
    covered = sum(one.span.shared(place.span) for one in told)
    return covered > OWN * max(1, len(place.span))


def _drift(one: Told, other: Evidence, *, first: bool) -> Drift:
    name = one.speaker.name if one.speaker else None
    reason = f"quoted from {name} in the one article, in the other’s own voice"
    places = (one.evidence, other) if first else (other, one.evidence)
    return Drift(DriftKind.ATTRIBUTION, *places, name, reason)
