import pytest

from tests.inline import reading
from twosource.collation.conflicts.rivals import find_rivals
from twosource.collation.conflicts.values import find_set_aside


def rivals(text: str) -> list[tuple[str, str]]:
    told = reading("ferry", text)
    found = find_rivals(told, frozenset(find_set_aside(told)))
    return [(one.span.of(text), other.span.of(text)) for one, other in found]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # what somebody else counts, of the same and in a sentence of its own
        ("The harbour office had 143 people on its list. The union says 171.", ("171", "143")),
        ("The lake patrol has found six bodies; Galdo counts two.", ("two", "six")),
        ("Police said 14 people were killed. The hospital said 16 were killed.", ("16", "14")),
        # a place that counts is a giver
        ("Doran counts 30 dead. Arlem says 40.", ("40", "30")),
        # only the giver of the second is named
        (
            "The police spoke of 1,500 participants, the organisers of 4,000.",
            ("4,000", "1,500"),
        ),
        # one for the other, the noun beside the first
        ("Four masks, not three, are missing from the boat house.", ("Four", "three")),
        ("There were not 34 men on the quay but 52, he says.", ("52", "34")),
    ],
)
def test_two_numbers_that_an_article_sets_side_by_side_are_rivals(
    text: str, pair: tuple[str, str]
) -> None:
    assert rivals(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        # the count itself has changed
        "At least 23 people were hurt; the hospital has since counted 31.",
        # nobody gives it as a count of the same
        "The ferry was doing 46 kilometres an hour. The limit there is 15.",
        "The court was given 31 complaints and threw out 24 of them.",
        # the second has a noun of its own
        "The patrol found six bodies. The police counted two boats.",
        # a part
        "Police said 14 people died. Hospital staff said 9 of them were children.",
        # what else befell some of them
        "Police counted 300 marchers on the bridge. The organisers say 12 were arrested.",
        "The hospital treated 52 miners. Anton, its director, said 12 had gone home.",
        # elsewhere
        "Police said 14 people died in the fire. Doctors counted 9 at the hospital in Doran.",
        "The patrol found 30 boats in Doran. In Arlem it counted 12.",
        # another month
        "The ministry recorded 120 cases in May. In June it recorded 80.",
        # another offer
        "He offers 5,000 crowns instead of the 500 first named.",
    ],
)
def test_a_later_count_a_part_and_another_thing_are_no_rivals(text: str) -> None:
    assert rivals(text) == []
