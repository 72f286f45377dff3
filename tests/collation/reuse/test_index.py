"""What is kept of a pile, and what is made anew when two of its articles are compared."""

import tracemalloc
from dataclasses import replace
from datetime import date
from random import Random

import numpy as np
import pytest

from tests.collation.reuse.test_edits import reading
from tests.collation.reuse.test_passages import FERRY, WEATHER
from tests.collation.reuse.test_rewritten import reading as in_sentences
from twosource.collation.reuse import find_passages
from twosource.collation.reuse import index as module
from twosource.collation.reuse.index import Shelf, each, families, index_of
from twosource.model import DateEvidence, DateRole, Interval, Reading


def published(name: str, text: str, day: str) -> Reading:
    one, when = reading(name, text), date.fromisoformat(day)
    dated = DateEvidence(Interval(day, when, when), DateRole.PUBLISHED, "told", 1.0)
    article = replace(one.article, published=dated)
    return replace(one, article=article)


def test_of_equal_articles_the_oldest_stands_for_all() -> None:
    index = index_of(
        [
            published("a", FERRY, "2031-05-03"),
            published("b", FERRY, "2031-05-01"),
            published("c", WEATHER, "2031-05-02"),
            reading("d", FERRY.upper()),
        ]
    )
    assert [one.article.id for one in index.originals] == ["b", "c"]
    assert [one.article.id for one in index.copies[0]] == ["a", "d"]


def test_couples_name_the_lesser_id_first_whatever_their_dates() -> None:
    index = index_of(
        [published("b", FERRY, "2031-05-01"), published("a", FERRY + " So.", "2031-05-02")]
    )
    assert index.sharing.tolist() == [[1, 0]]


def test_articles_that_do_not_stay_prepared_give_the_same_passages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pile = [reading(name, f"{FERRY} {name} {WEATHER}") for name in "abcdef"]
    expected = find_passages(pile)
    monkeypatch.setattr(module, "KEPT", 1)

    assert len(expected) >= 15
    assert find_passages(pile) == expected


def test_stems_that_turn_out_common_bring_no_articles_together() -> None:
    def told(number: int) -> Reading:
        return in_sentences(f"{number:02}", [f"Quokka zephyr lychee {'xyz'[number % 3]}{number}."])

    assert index_of([told(0), told(1)]).alike.tolist() == [[0, 1]]
    assert len(index_of([told(number) for number in range(12)]).alike) == 66
    assert len(index_of([told(number) for number in range(13)]).alike) == 0


def held(articles: int) -> int:
    """The bytes that an index of so many articles of 300 words, 100 different ones, holds."""
    chance = Random(5)  # noqa: S311, no secret
    names = [f"{one}{other}ar" for one in "bdfgklmnpr" for other in "bdfgklmnpr"]
    told = [
        in_sentences(f"{n:04}", [" ".join(chance.choices(names, k=20)) for _ in range(15)])
        for n in range(articles)
    ]
    tracemalloc.start()
    index = index_of(told)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(index.originals) == articles
    return taken


def test_words_are_kept_from_the_first_look_while_they_are_few(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pile = [reading(name, f"{FERRY} {name}") for name in "abc"]
    assert len(index_of(pile).words) == 3

    monkeypatch.setattr(module, "KEPT_AS_SEEN", len(pile[0].article.text) * 2)
    assert len(index_of(pile[:2]).words) == 2
    assert not index_of(pile).words


def test_little_is_kept_of_each_article_of_a_great_pile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT_AS_SEEN", 0)
    held(1)  # what is read once and stays
    assert (held(400) - held(200)) / 200 < 1_000


def test_an_article_stays_prepared_until_others_need_the_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf = Shelf(index_of([reading(name, f"{FERRY} {name}") for name in "abc"]))
    first = shelf[0]
    monkeypatch.setattr(module, "KEPT", len(first.words) * 2)

    assert shelf[1] is not first
    assert shelf[0] is first
    assert shelf[2] is not first  # the second has to go, it was asked for longest ago
    assert shelf[0] is first
    shelf[1], shelf[2]
    assert shelf[0] is not first


FAMILIES = [
    ([], []),
    ([(0, 1)], [{(0, 1)}]),
    ([(0, 1), (2, 3)], [{(0, 1)}, {(2, 3)}]),
    ([(0, 1), (2, 3), (3, 1)], [{(0, 1), (2, 3), (3, 1)}]),
    ([(i + 1, i) for i in range(5_000)], [{(i + 1, i) for i in range(5_000)}]),
]


@pytest.mark.parametrize(("couples", "expected"), FAMILIES)
def test_families_have_no_article_in_common(
    couples: list[tuple[int, int]], expected: list[set[tuple[int, int]]]
) -> None:
    rows = np.array(couples, dtype=np.int64).reshape(-1, 2)
    assert [set(each(family)) for family in families(rows)] == expected
