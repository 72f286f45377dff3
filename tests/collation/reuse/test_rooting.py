from tests.collation.reuse.test_derivations import reading
from twosource.collation.reuse import derive, find_passages
from twosource.model import Derivation, DerivationKind, Reading

MILL = (
    "The old mill at Sarn had two wheels, a loft for the grain and a bell that nobody rang. "
    "In the winter of the flood the miller took his geese up into the loft and waited there "
    "for nine days until the water went down and a boat from Orvel found him asleep."
)
SHORTER = MILL.replace(" and a bell that nobody rang", "")
SHORTEST = SHORTER.replace(" from Orvel", "").replace("old ", "")


def derivations(*pile: Reading) -> list[tuple[str, str, DerivationKind]]:
    found = derive(pile, find_passages(pile))
    return [(one.parent, one.child, one.kind) for one in found if one.direct]


def derived(*pile: Reading) -> tuple[Derivation, ...]:
    return derive(pile, find_passages(pile))


def test_of_nameless_texts_the_copies_lead_away_from_the_most_complete() -> None:
    pile = reading("c", SHORTER), reading("b", MILL), reading("a", SHORTEST)
    assert sorted(derivations(*pile)) == [
        ("b", "c", DerivationKind.COPY),
        ("c", "a", DerivationKind.COPY),
    ]


def test_the_reason_names_the_most_complete_text_and_the_verdict_is_none_too_sure() -> None:
    (found,) = derived(reading("a", MILL), reading("b", SHORTER))
    assert "a is the most complete" in found.reasons[0]
    assert found.confidence < 0.7


def test_two_texts_that_are_equally_complete_are_not_told_apart() -> None:
    (found,) = derived(reading("a", MILL), reading("b", MILL.replace("geese", "goats")))
    assert found.kind is DerivationKind.UNDECIDED


def test_what_is_complete_tells_nothing_where_an_outlet_is_known() -> None:
    (found,) = derived(reading("a", MILL, outlet="Trema Post"), reading("b", SHORTER))
    assert found.kind is DerivationKind.UNDECIDED
