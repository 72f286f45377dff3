"""Drifts: quotations that changed on the way, what weighs most first."""

from twosource.dossier.index import Index
from twosource.dossier.view import DriftShown
from twosource.model import Collation, Drift, DriftKind

# A changed meaning or mouth misleads most; other words for the same mislead least.
_WEIGHT = [
    DriftKind.MEANING,
    DriftKind.ATTRIBUTION,
    DriftKind.GLOSS,
    DriftKind.SCOPE,
    DriftKind.WORDING,
]


def weightiest_first(collation: Collation, index: Index) -> list[Drift]:
    """The drifts of a pile in the order in which a reader should see them."""
    return sorted(
        collation.drifts,
        key=lambda d: (_WEIGHT.index(d.kind), index.place(d.a.article), d.a.span, d.b),
    )


def drift_shown(drift: Drift, index: Index) -> DriftShown:
    """The drift with both variants cited."""
    return DriftShown(
        kind=drift.kind.value,
        speaker=drift.speaker,
        reason=drift.reason,
        first=index.cite(drift.a),
        second=index.cite(drift.b),
    )
