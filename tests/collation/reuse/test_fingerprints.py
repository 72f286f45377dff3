import numpy as np

from twosource.collation.reuse.fingerprints import (
    GRAM,
    WINDOW,
    fingerprints,
    furniture,
    pairs,
    where,
    without,
)
from twosource.collation.reuse.words import words_in

BOX = (
    "sign up for our letter every morning and read what the editors of the lake press have found "
    "most worth your while without ever paying a coin for it so far"
)


def story(number: int) -> str:
    return " ".join(f"{letter}{number}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" * 2)


def test_a_shared_run_of_gram_and_window_is_always_seen_wherever_it_stands() -> None:
    run = " ".join(f"w{i}" for i in range(GRAM + WINDOW - 1))
    for shift in range(WINDOW):
        a = fingerprints(words_in(f"{story(1)[: 4 * shift]} {run} {story(2)}"))
        b = fingerprints(words_in(f"{story(3)} {run}"))
        assert pairs([a, b]) == [(0, 1)], shift


def test_pairs_are_counted_by_the_keys_they_share() -> None:
    keys = [np.array(one, dtype=np.uint64) for one in ([1, 2, 3], [2, 3, 4], [3], [])]

    assert pairs(keys) == [(0, 1), (0, 2), (1, 2)]
    assert pairs(keys, least=2) == [(0, 1)]
    assert pairs([]) == []


def test_what_many_pages_of_one_outlet_carry_is_furniture_there_and_nowhere_else() -> None:
    texts = [f"{story(i)} {BOX}" for i in range(6)]
    prints = [fingerprints(words_in(text)) for text in texts]
    box = furniture(prints, ["lake press"] * 6)

    assert len(box) > 0
    assert all(len(without(box, some)) < len(some) for some in prints)
    flags = where(box, words_in(texts[0]))
    assert not flags[:40].any()
    assert len(furniture(prints, [f"outlet {i}" for i in range(6)])) == 0
    assert len(furniture(prints, [None] * 6)) == 0


def test_a_series_of_the_same_article_is_no_furniture() -> None:
    prints = [fingerprints(words_in(f"{story(1)} {i}")) for i in range(6)]
    same = furniture(prints, ["lake press"] * 6)

    assert all(len(without(same, some)) == len(some) for some in prints)
