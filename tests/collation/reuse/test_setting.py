import pytest

from twosource.collation.reuse.setting import CLEAR, fit
from twosource.collation.reuse.words import Words, words_in
from twosource.model import Span

SHARED = "the glassblower of Orvel keeps a furnace for bottles and another for lamps"
AT_HOME = (
    "Every glassblower here learns from an uncle. A furnace takes a week to heat, {} "
    "and the bottles are sold in Orvel, the lamps abroad. A cold furnace ruins a glassblower."
)
ABROAD = (
    "Our train was late again and the dining car had closed before noon, {} "
    "which the conductor told us twice while he looked for his whistle among the tickets."
)


def setting(around: str) -> tuple[Words, list[Span]]:
    text = around.format(SHARED)
    start = text.index(SHARED)
    return words_in(text), [Span(start, start + len(SHARED))]


def test_words_are_at_home_where_the_text_around_them_has_them_too() -> None:
    assert fit(setting(AT_HOME), setting(ABROAD)) >= CLEAR


def test_what_one_side_gains_the_other_loses() -> None:
    there, back = fit(setting(AT_HOME), setting(ABROAD)), fit(setting(ABROAD), setting(AT_HOME))
    assert there == pytest.approx(-back)


@pytest.mark.parametrize("around", [AT_HOME, ABROAD, "{}"])
def test_where_the_surroundings_are_alike_it_cannot_be_told(around: str) -> None:
    assert fit(setting(around), setting(around)) == 0
