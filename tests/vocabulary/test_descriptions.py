"""What a description tells by its words."""

import pytest

from twosource.vocabulary.descriptions import up_to_noun


@pytest.mark.parametrize(
    ("description", "told"),
    [
        ("the captain of the ferry", "the captain "),
        ("sources close to the talks", "sources "),
        ("a close friend", "a close friend"),  # "close" alone is what the friend is
        ("the commander-in-chief", "the commander"),
        ("the in-house lawyer", "the in-house lawyer"),  # no lawyer "in" anything
        ("Ferrow, the owner", "Ferrow"),
    ],
)
def test_what_hangs_on_a_noun_is_cut_off(description: str, told: str) -> None:
    assert up_to_noun(description) == told
