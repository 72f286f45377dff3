from dataclasses import replace

import pytest

from tests.builders import article, ferry_story, reading
from twosource.dossier import publish
from twosource.model import Collation, Derivation, DerivationKind

PILE = [
    article("One", "It rained.", outlet="East", published="2031-01-01"),
    article("Two", "It rained.", outlet="East", published="2031-01-02"),
    article("Three", "It rained."),
]


def related(kind: DerivationKind, *, direct: bool = True) -> Collation:
    """Articles one and two related so, the third on its own."""
    found = Derivation(
        PILE[0].id,
        PILE[1].id,
        kind,
        confidence=0.9,
        share=0.5,
        direct=direct,
        reasons=(),
        passages=(),
    )
    return Collation(tuple(map(reading, PILE)), (found,), (), (), ())


@pytest.mark.parametrize(
    ("collation", "sentence"),
    [
        (related(DerivationKind.COPY), "1 has text from another article of the pile."),
        (related(DerivationKind.COMMON_SOURCE), "1 pair drew on a common source."),
        (related(DerivationKind.UNDECIDED), "For 1 pair it cannot be told who had it first."),
        # A third article explains it, or it is too little: no news about who copied whom.
        (
            related(DerivationKind.UNDECIDED, direct=False),
            "None has text from another, as far as is told.",
        ),
        (replace(related(DerivationKind.COPY), derivations=()), "No two of them share a passage."),
        (related(DerivationKind.COPY), "3 articles from 1 known outlet; 1 of unknown date."),
        (related(DerivationKind.COPY), "No conflict found."),
        (ferry_story(), "1 conflict between accounts."),
        (related(DerivationKind.COPY), "No claim is put forward by more than one of them."),
        (ferry_story(), "1 claim is put forward by more than one article."),
    ],
)
def test_the_first_sentences_tell(collation: Collation, sentence: str) -> None:
    assert sentence in publish(collation).lede


def test_the_period_runs_from_the_first_to_the_last_known_date() -> None:
    assert publish(related(DerivationKind.COPY)).period == "1 to 2 January 2031"


def test_what_was_not_looked_for_is_said_first_and_in_how_many_articles() -> None:
    german = [replace(reading(one), caveats=("is in German",)) for one in PILE[:2]]
    dossier = publish(Collation((*german, reading(PILE[2])), (), (), (), ()))
    assert dossier.lede[1] == "2 of them: is in German."
