from dataclasses import replace

import pytest

from tests.builders import article, claim, evidence, ferry_story, reading
from twosource.dossier import publish
from twosource.model import Assertion, Collation, Derivation, DerivationKind, Origin

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


def rain(single: int, of: int) -> Collation:
    """So many claims of two articles, so many of them with a single origin."""
    one, two = PILE[:2]
    says = [Assertion(evidence(it, "It rained."), None) for it in (one, two)]
    apart, joined = (
        [Origin("East", (one.id,)), Origin("East", (two.id,))],
        [Origin("East", (one.id, two.id))],
    )
    claims = [
        claim("It rained.", *says, at_least=1, origins=joined if n < single else apart)
        for n in range(of)
    ]
    return Collation(tuple(map(reading, PILE)), (), tuple(claims), (), ())


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


def test_of_one_article_nothing_is_said_that_needs_two() -> None:
    alone = Collation((reading(PILE[0]),), (), (), (), ())
    assert publish(alone).lede == (
        "1 article from 1 known outlet.",
        "There is no other article to lay beside it.",
        "No conflict found.",
    )


@pytest.mark.parametrize(
    ("single", "of", "told"),
    [
        (1, 1, "1 claim is put forward by more than one article; behind it"),
        (2, 2, "2 claims are put forward by more than one article; behind each of them"),
        (1, 2, "2 claims are put forward by more than one article; behind 1 of them"),
    ],
)
def test_how_many_claims_have_a_single_origin_is_told(single: int, of: int, told: str) -> None:
    assert f"{told} stands a single origin." in publish(rain(single, of)).lede


def test_the_period_runs_from_the_first_to_the_last_known_date() -> None:
    assert publish(related(DerivationKind.COPY)).period == "1 to 2 January 2031"


def test_what_was_not_looked_for_is_said_first_and_in_how_many_articles() -> None:
    german = [replace(reading(one), caveats=("is in German",)) for one in PILE[:2]]
    dossier = publish(Collation((*german, reading(PILE[2])), (), (), (), ()))
    assert dossier.lede[1] == "2 of them: is in German."
