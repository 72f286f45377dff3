import pytest

from tests.inline import reading
from twosource import collate
from twosource.collation.claims.doings import find_doings

NORLAN = (
    "Norlan troops opened fire on the Tavrian border post at Kessik, the Tavrian ministry said."
)
TAVRIA = (
    "Tavrian soldiers opened fire on a Norlan border patrol at Kessik, the Norlan ministry said."
)


def is_turned_round(one: str, other: str) -> bool:
    told = [
        find_doings(r, r.sentences[0].span) for r in (reading("one", one), reading("other", other))
    ]
    return any(a.is_turned_round(b) for a in told[0] for b in told[1])


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (NORLAN, TAVRIA, "each says it of the other"),
        (
            "The Norlan army destroyed a Tavrian post at Kessik.",
            "A Norlan patrol was destroyed by Tavrian soldiers at Kessik.",
            "once in the passive",
        ),
        (
            "The Norlan army destroyed one lorry. Tavria was silent.",
            "The Tavrian army destroyed two lorries. Norlan was silent.",
            "the army of each, in articles that name both",
        ),
        (
            "Two Tavrian soldiers were killed. Norlan was silent.",
            "One Norlan soldier was killed. Tavria was silent.",
            "the dead of each",
        ),
    ],
)
def test_what_one_side_did_is_turned_round_where_the_other_did_it(
    one: str, other: str, why: str
) -> None:
    assert is_turned_round(one, other), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (NORLAN, NORLAN.replace("Norlan", "Norlani"), "a land and its people"),
        (
            "The Norlan army destroyed a Tavrian post at Kessik.",
            "A Tavrian post was destroyed by Norlan troops at Kessik.",
            "the passive of the same",
        ),
        (
            "The Norlan army destroyed a Tavrian post at Kessik.",
            "At Kessik, Norlan destroyed a post of the Tavrian border guard.",
            "in other words",
        ),
        (
            "Hessel police arrested a driver in Brennick.",
            "In Brennick a driver was arrested by Hessel police.",
            "a place where it was done does nothing",
        ),
        (
            "The Norlan army destroyed the post. Tavria was silent.",
            "The Bresk army destroyed the post.",
            "the capital may be another word for the land: that article names no two sides",
        ),
        ("The clerk opened the gate.", "The mayor opened the gate.", "no lands"),
    ],
)
def test_what_is_told_of_the_same_side_is_not_turned_round(one: str, other: str, why: str) -> None:
    assert not is_turned_round(one, other), why


def test_what_two_sides_say_of_each_other_are_two_claims() -> None:
    pile = [
        reading("a", NORLAN),
        reading("b", NORLAN.replace("the Tavrian army", "Tavria")),
        reading("c", TAVRIA),
        reading("d", TAVRIA.replace("the Norlan army", "Norlan")),
    ]
    assert [sorted(c.articles) for c in collate(pile).claims] == [["a", "b"], ["c", "d"]]


def test_what_each_of_two_sides_lost_is_no_conflict() -> None:
    told = "The {} army returned fire and destroyed {} at the river. {} was silent."
    pile = [
        reading("a", told.format("Norlan", "two armoured vehicles", "Tavria")),
        reading("b", told.format("Tavrian", "one armoured vehicle", "Norlan")),
    ]
    assert collate(pile).conflicts == ()
    assert collate(pile).claims == ()
