import pytest

from twosource.collation.reuse import derive, find_passages
from twosource.collation.reuse.tree import reaches
from twosource.model import Article, Block, BlockKind, DerivationKind, Reading, Span

TEXT = (
    "The mill on the Sarn was sold to a stranger in the spring of that year. Nobody in the valley "
    "had seen him before, and the miller, who had to sign, could not read the name. He paid with "
    "old silver, asked for a lamp and a bed, and wanted to know which of the two wheels was the "
    "older one. In the autumn the water stopped. The children said that he had drunk it, the "
    "priest said that it had not rained, and the miller's widow said nothing at all but packed "
    "her trunk."
)


def reading(name: str, text: str) -> Reading:
    block = Block(Span(0, len(text)), BlockKind.BODY, "whole text")
    return Reading(Article(name, name, text, (block,)), (), (), (), ())


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def neighbours(**texts: str) -> set[frozenset[str]]:
    pile = [reading(name, text) for name, text in texts.items()]
    found = derive(pile, find_passages(pile))
    return {frozenset((one.parent, one.child)) for one in found if one.direct}


def edges(*pairs: str) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in pairs}


FIRST = changed(TEXT, ("spring", "summer"), ("old silver", "silver"))
SECOND = changed(FIRST, ("the priest", "the old priest"), ("trunk", "trunks"))


def test_a_copy_of_a_copy_is_next_to_the_copy_only() -> None:
    assert neighbours(a=TEXT, b=FIRST, c=SECOND) == edges("ab", "bc")


def test_two_copies_of_one_text_are_next_to_it_and_not_to_each_other() -> None:
    other = changed(TEXT, ("a stranger", "a foreigner"), ("the older one", "older"))
    assert neighbours(a=TEXT, b=FIRST, c=other) == edges("ab", "ac")


def test_a_text_put_together_from_two_is_next_to_both() -> None:
    half = TEXT.index("In the autumn")
    storks = (
        "Storks came back to the roof of the school after eleven years without a single nest, and "
        "the teacher let the class climb up to count the eggs before the mayor forbade it."
    )
    found = neighbours(a=TEXT, b=storks, c=f"{TEXT[:half]}\n{storks}")
    assert found == edges("ac", "bc")


def test_siblings_have_it_from_the_third_and_the_reason_names_it() -> None:
    other = changed(TEXT, ("a stranger", "a foreigner"), ("the older one", "older"))
    pile = [reading("b", FIRST), reading("c", other), reading("a", TEXT)]
    (siblings,) = [
        one for one in derive(pile, find_passages(pile)) if {one.parent, one.child} == {"b", "c"}
    ]
    assert siblings.kind is not DerivationKind.COPY
    assert not siblings.direct


CHAINS = [
    ("one step is no detour", {"c": {"a": 9}}, 0),
    ("the other way round", {"a": {"b": 9}, "b": {"c": 9}}, 0),
    ("a step too narrow", {"c": {"b": 9}, "b": {"a": 2}}, 5),
    ("a circle beside the way", {"c": {"b": 9}, "b": {"d": 9}, "d": {"b": 9}}, 0),
]


def test_a_child_is_reached_by_two_steps() -> None:
    assert reaches("a", "c", {"c": {"b": 9}, "b": {"a": 9}}, 9)


@pytest.mark.parametrize(("reason", "parents", "least"), CHAINS)
def test_a_child_is_not_reached_otherwise(
    reason: str, parents: dict[str, dict[str, int]], least: int
) -> None:
    assert not reaches("a", "c", parents, least), reason
