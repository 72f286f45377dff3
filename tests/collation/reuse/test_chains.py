import numpy as np
import pytest

from twosource.collation.reuse.chains import REPEATS, SEED, Box, chains, runs, seeds_of
from twosource.collation.reuse.words import words_in

ABC = "alder birch cedar dogwood elm fir"
XYZ = "oak pine rowan sorb teak willow"


def found(a: str, b: str, least: int = 1) -> list[Box]:
    one, other = words_in(a), words_in(b)
    seeds = (seeds_of(words, np.zeros(len(words), dtype=np.bool_)) for words in (one, other))
    return chains(runs(*seeds), one, other, least)


CHAINS = [
    ("one run", ABC, ABC, [Box(0, 6, 0, 6)]),
    ("two runs, a word put in", f"{ABC} {XYZ}", f"{ABC} then {XYZ}", [Box(0, 12, 0, 13)]),
    ("turned round", f"{ABC} {XYZ}", f"{XYZ} {ABC}", [Box(0, 6, 6, 12), Box(6, 12, 0, 6)]),
    (
        "too far apart",
        f"{ABC} {XYZ}",
        f"{ABC} {' '.join('abcdefghijklmnopqrst')} {XYZ}",
        [Box(0, 6, 0, 6), Box(6, 12, 26, 32)],
    ),
    ("said twice", ABC, f"{ABC} and {ABC}", [Box(0, 6, 0, 6), Box(0, 6, 7, 13)]),
    ("three words", "alder birch cedar", "alder birch cedar", []),
    ("nothing", "", ABC, []),
]


@pytest.mark.parametrize(("reason", "a", "b", "boxes"), CHAINS, ids=[case[0] for case in CHAINS])
def test_runs_that_follow_each_other_closely_make_one_chain(
    reason: str, a: str, b: str, boxes: list[Box]
) -> None:
    assert sorted(found(a, b), key=lambda box: box.place) == boxes, reason


def test_a_chain_with_too_few_words_on_a_side_is_left_out() -> None:
    assert found(ABC, ABC, least=6)
    assert not found(ABC, ABC, least=7)


def test_words_said_over_and_over_are_looked_at_in_a_few_places_only() -> None:
    for period in (1, 3, 10):
        words = words_in(" ".join(f"w{i % period}" for i in range(5_000)))
        seeds = seeds_of(words, np.zeros(len(words), dtype=np.bool_))
        assert len(seeds.hashes) == period * REPEATS
        assert len(runs(seeds, seeds)) <= 2 * period * REPEATS


def test_a_run_is_as_long_as_the_words_that_are_equal() -> None:
    a, b = words_in(f"{ABC} here {XYZ}"), words_in(f"there {XYZ} and {ABC}")
    none = np.zeros(len(a) + 5, dtype=np.bool_)
    found = runs(seeds_of(a, none[: len(a)]), seeds_of(b, none[: len(b)]))
    assert found.boxes() == [Box(0, 6, 8, 14), Box(7, 13, 1, 7)]
    assert all(length >= SEED for length in found.lengths)
