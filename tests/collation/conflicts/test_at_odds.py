import pytest

from tests.inline import reading
from twosource import collate
from twosource.model import Claim, DependenceKind

MEMO = "Repairs to the pillars of the Lune bridge would cost 46 million marks, says {}."
TOLD = "{} put the cost of repairs to the Lune bridge’s pillars at {} million marks."


def claim(*texts: str) -> Claim:
    pile = [reading(name, text) for name, text in zip("abcd", texts, strict=False)]
    return next(one for one in collate(pile).claims if "repairs" in one.wording.lower())


def test_two_who_give_numbers_that_cannot_both_hold_stand_behind_neither_together() -> None:
    found = claim(MEMO.format("engineer Rolf Deen"), TOLD.format("Minister Greta Sand", "60"))
    assert (found.origins.at_least, found.origins.at_most) == (1, 2)
    (link,) = found.origins.links
    assert link.kind is DependenceKind.NUMBER
    assert "46 million marks" in link.reason
    assert "60 million marks" in link.reason


def test_who_gives_another_number_takes_nothing_from_those_who_agree() -> None:
    found = claim(
        MEMO.format("engineer Rolf Deen"),
        TOLD.format("Minister Greta Sand", "60"),
        "Tomas Ried of the union reckons that it takes 46 million marks to repair the Lune bridge.",
    )
    assert (found.origins.at_least, found.origins.at_most) == (2, 3)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("46", "the same"),
        ("more than 40", "46 is more than 40"),
    ],
)
def test_two_who_give_numbers_that_can_both_hold_are_two_origins(number: str, why: str) -> None:
    found = claim(MEMO.format("engineer Rolf Deen"), TOLD.format("Minister Greta Sand", number))
    assert (found.origins.at_least, found.origins.at_most) == (2, 2), why
