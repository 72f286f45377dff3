"""Pieces of the grammar that many words in a row must not keep busy."""

import re
from time import process_time

import pytest

from twosource.reading.statements.grammar.phrases import ASIDE, LEAD


@pytest.mark.parametrize("phrase", [ASIDE, LEAD], ids=["aside", "lead"])
@pytest.mark.parametrize(
    "days",
    [
        "Z" * 26,  # Monday Tuesday Wednesday
        "ZM" * 26,  # Monday 5 Tuesday 6
        "IDZ" * 12,  # in the morning in the morning
    ],
)
def test_a_line_of_days_is_read_at_once(phrase: str, days: str) -> None:
    before = process_time()
    assert re.match(rf"{phrase}[.;]", f"{days}V") is None
    assert process_time() - before < 10
