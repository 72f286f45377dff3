"""collate: Readings → Collation. Lays what articles say side by side."""

from collections.abc import Iterable, Sequence

from twosource.collation.claims import find_assertions
from twosource.collation.conflicts import find_conflicts
from twosource.collation.conflicts.spellings import find_spellings
from twosource.collation.described import name_the_described
from twosource.collation.drift import find_drifts
from twosource.collation.identities import find_identities
from twosource.collation.origins import Survey, count_origins, take_survey
from twosource.collation.reuse import derive, find_lost_sources, find_passages
from twosource.collation.timeline import build_timeline
from twosource.model import Assertion, Claim, Collation, Reading, Stance


def collate(readings: Iterable[Reading]) -> Collation:
    """Everything that can be said of a pile only by comparing its articles.

    The result is the same, byte for byte, in whatever order the readings come.
    """
    ordered: Sequence[Reading] = sorted(readings, key=lambda reading: reading.article.id)
    identities = find_identities(ordered)
    ordered = name_the_described(ordered, identities)
    passages = find_passages(ordered)
    derivations = derive(ordered, passages)
    lost = find_lost_sources(derivations)
    asserted = find_assertions(ordered)
    timeline = build_timeline(ordered, asserted, identities, derivations)
    return Collation(
        readings=tuple(ordered),
        derivations=derivations,
        claims=_with_origins(asserted, take_survey(ordered, derivations, identities, lost)),
        conflicts=(
            *find_conflicts(ordered, asserted, passages),
            *find_spellings(ordered, passages),
        ),
        timeline=timeline.dated,
        undated=timeline.undated,
        identities=identities,
        drifts=find_drifts(ordered, derivations),
        lost_sources=lost,
    )


def _with_origins(asserted: Sequence[tuple[Assertion, ...]], survey: Survey) -> tuple[Claim, ...]:
    """The claims, each worded as the earliest that puts it forward, with its origins counted."""
    return tuple(_claim(assertions, survey) for assertions in asserted)


def _claim(assertions: tuple[Assertion, ...], survey: Survey) -> Claim:
    says = [one for one in assertions if one.stance is Stance.SAYS]
    first = says[0].evidence
    return Claim(
        wording=first.span.of(survey.readings[first.article].article.text),
        assertions=assertions,
        origins=count_origins(says, survey),
    )
