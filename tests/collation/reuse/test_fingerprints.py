import numpy as np
import pytest

from twosource.collation.reuse import fingerprints as module
from twosource.collation.reuse.fingerprints import (
    GRAM,
    WINDOW,
    fingerprints,
    furnished,
    furniture,
    pairs,
    where,
)
from twosource.collation.reuse.keys import Rows
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
        assert pairs(Rows([a, b])).tolist() == [[0, 1]], shift


def test_pairs_are_counted_by_the_keys_they_share() -> None:
    keys = Rows(np.array(one, dtype=np.uint64) for one in ([1, 2, 3], [2, 3, 4], [3], []))

    assert pairs(keys).tolist() == [[0, 1], [0, 2], [1, 2]]
    assert pairs(keys, least=2).tolist() == [[0, 1]]
    assert pairs(keys, ignored=keys.keys == 3).tolist() == [[0, 1]]
    assert pairs(Rows()).tolist() == []


def test_the_same_pairs_are_found_whether_keys_are_looked_at_in_one_part_or_in_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = Rows(np.unique(np.arange(40) * step % 97).astype(np.uint64) for step in range(1, 30))
    ignored = rows.keys % 5 == 0
    expected = pairs(rows, 3, ignored).tolist()
    monkeypatch.setattr(module, "_BATCH", 64)

    assert len(expected) > 100
    assert pairs(rows, 3, ignored).tolist() == expected


def prints_of(texts: list[str]) -> Rows:
    return Rows(fingerprints(words_in(text)) for text in texts)


def test_what_many_pages_of_one_outlet_carry_is_furniture_there_and_nowhere_else() -> None:
    texts = [f"{story(i)} {BOX}" for i in range(6)]
    prints = prints_of(texts)
    box = furniture(prints, ["lake press"] * 6)

    flags = furnished(prints, box)
    assert len(box) > 0
    assert set(prints.owners(np.flatnonzero(flags)).tolist()) == set(range(6))
    assert not flags.all()
    assert not where(box, words_in(texts[0]))[:40].any()
    assert len(furniture(prints, [f"outlet {i}" for i in range(6)])) == 0
    assert len(furniture(prints, [None] * 6)) == 0


def test_a_series_of_the_same_article_is_no_furniture() -> None:
    prints = prints_of([f"{story(1)} {i}" for i in range(6)])
    same = furniture(prints, ["lake press"] * 6)

    assert len(same) > 0
    assert not furnished(prints, same).any()
