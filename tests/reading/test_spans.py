from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Span
from twosource.reading.spans import touched


@dataclass(frozen=True, slots=True)
class Thing:
    span: Span


EDGES = st.lists(st.integers(0, 40), max_size=14, unique=True).map(sorted)
STRETCHES = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(EDGES, STRETCHES)
def test_what_a_stretch_touches_is_what_overlaps_it(edges: list[int], stretch: Span) -> None:
    things = [Thing(Span(*pair)) for pair in pairwise(edges)][::2]
    expected = [number for number, one in enumerate(things) if one.span.overlaps(stretch)]
    assert list(touched(things, stretch)) == expected


def test_nothing_is_touched_where_nothing_stands() -> None:
    assert list(touched([], Span(3, 9))) == []
