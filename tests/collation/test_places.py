"""Names that only tell where something was."""

import pytest

from twosource.collation.places import tells_where
from twosource.model import Span


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A shell fell near Kessik.", True),
        ("Across the Kessik it rained.", True),
        ("Troops of Kessik opened fire.", False),  # whose they are
        ("They fired on Kessik.", False),  # at whom
        ("Officials say Kessik fired first.", False),
        ("A plan of berlin Kessik drew up.", False),  # no word of its own: "berl|in"
    ],
)
def test_a_name_behind_a_word_for_where_is_a_place_and_no_side(text: str, *, where: bool) -> None:
    start = text.index("Kessik")
    assert tells_where(text, Span(start, start + len("Kessik"))) is where
