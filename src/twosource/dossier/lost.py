"""Sources that are not in the pile: who has text from them, why, and what is left of it."""

from twosource.dossier.index import Index
from twosource.dossier.view import LostShown, Shortlist
from twosource.dossier.words import listed
from twosource.model import Collation, LostSource

PASSAGES_SHOWN = 20  # of one source


def lost_sources(collation: Collation, most: int, index: Index) -> Shortlist[LostShown]:
    """At most so many sources, those from which most articles have text first."""
    found = sorted(
        collation.lost_sources,
        key=lambda one: (-len(one.articles), index.in_order(one.articles), one.name or ""),
    )
    kept = Shortlist.of(found, most)
    return Shortlist(tuple(_shown(one, index) for one in kept.shown), kept.more)


def _shown(source: LostSource, index: Index) -> LostShown:
    labels = index.in_order(source.articles)
    whose = f"{source.name}, which is" if source.name else "a page that is"
    text = Shortlist.of(source.text, PASSAGES_SHOWN)
    return LostShown(
        name=source.name,
        articles=labels,
        sentence=f"{listed(labels)} have text from {whose} not in the pile",
        confidence=source.confidence,
        reasons=source.reasons,
        text=Shortlist(tuple(map(index.cite, text.shown)), text.more),
    )
