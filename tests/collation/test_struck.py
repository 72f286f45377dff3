"""Whom a happening struck: counts of the dead and the hurt, whatever the people are called."""

import pytest

from tests.inline import reading
from twosource.collation.struck import struck_by


def told(text: str) -> list[tuple[str, str]]:
    """What befell whom, with the words that count them."""
    events = reading("a", text, published="2024-10-19").events
    return [(sense, count.of(text)) for count, sense in struck_by(text, events).items()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve pensioners were killed in Ruhl.", [("kill", "Twelve pensioners")]),  # a passive
        ("A fire killed at least 12 people.", [("kill", "at least 12 people")]),
        ("Three members of a crew were hurt.", [("injure", "Three members")]),  # a group between
        ("Some of the nine miners died in Ruhl.", []),  # nine did not die
        ("The leak could have killed 14 people.", []),  # it did not
        ("The blast killed two horses in Ruhl.", []),  # no people
        ("The miner died three days later.", []),  # days are no dead
        ("Nine people fled when the miner died.", []),  # they live
    ],
)
def test_who_is_counted_beside_a_death_or_a_wound_was_struck(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected
