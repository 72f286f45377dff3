import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.collation.reuse.keys import among, distinct, join, steps
from twosource.collation.reuse.words import Keys

few = st.lists(st.integers(0, 9))


def keys(numbers: list[int]) -> Keys:
    return np.array(numbers, dtype=np.uint64)


@given(few, few)
def test_a_join_gives_every_two_places_with_equal_keys(a: list[int], b: list[int]) -> None:
    left, right = join(keys(sorted(a)), keys(sorted(b)))
    expected = [
        (i, j)
        for i, one in enumerate(sorted(a))
        for j, other in enumerate(sorted(b))
        if one == other
    ]
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == expected


@given(few, few)
def test_each_key_stands_once_in_order_and_is_found_again(a: list[int], b: list[int]) -> None:
    once = distinct(keys(a))
    assert once.tolist() == sorted(set(a))
    assert among(keys(b), once).tolist() == [one in a for one in b]


def test_steps_start_over_for_each_count() -> None:
    assert steps(np.array([3, 0, 2])).tolist() == [0, 1, 2, 0, 1]
