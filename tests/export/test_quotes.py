import csv

import pytest

from twosource.export.quotes import NOBODY, Quote, to_csv


def listed(words: str) -> list[str]:
    """The cells of the row that a statement with these words becomes."""
    quote = Quote(NOBODY, words, "direct", "says", "says", "", "", "unknown", "", "", "x:0")
    return list(csv.reader(to_csv([quote]).decode().splitlines(keepends=True)))[1]


def test_words_with_separators_and_line_breaks_stay_one_field() -> None:
    assert listed('a, "b"\nc')[1] == 'a, "b"\nc'


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_spreadsheet_computes_nothing_that_somebody_said(formula: str) -> None:
    assert listed(formula)[1] == "'" + formula


def test_a_cell_steers_no_terminal_and_hides_no_formula_behind_what_would() -> None:
    assert listed("It \x1b[31msank\x9b")[1] == "It [31msank"
    assert listed("\x1b=1+1")[1] == "'=1+1"


def test_words_that_are_no_formula_are_left_as_they_are() -> None:
    assert listed("It sank = it is gone")[1] == "It sank = it is gone"
