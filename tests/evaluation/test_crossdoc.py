"""Pairs and B³ on mentions few enough to count by hand."""

from itertools import combinations

import pytest

from evaluation.crossdoc import Case, Pairs, scored
from twosource.collation.timeline.tellings import Telling
from twosource.model import Dating, EventKind, Evidence, Interval, Span

ANY = frozenset[str]()


def case(article: str, cluster: str, word: str) -> Case:
    """A mention in an article, what it means by the gold, and its word."""
    telling = Telling(
        evidence=Evidence(article, Span(0, 1)),
        kind=EventKind.OTHER,
        interval=Interval("XXXX", None, None),
        dating=Dating.UNKNOWN,
        time=None,
        words=ANY,
        senses=ANY,
        people=(),
        places=(),
        mentions=(),
        claim=None,
    )
    return Case(cluster, telling, word)


# the quake is told in three articles, once by another word; the same word tells another quake
CASES = [
    case("a", "quake", "quake"),
    case("b", "quake", "quake"),
    case("c", "quake", "tremor"),
    case("c", "other", "quake"),
]


def by_word() -> Pairs:
    """What the same word finds."""
    return scored(CASES, [a.word == b.word for a, b in combinations(CASES, 2)])


def test_pairs_are_counted_in_different_articles_only() -> None:
    pairs = by_word()
    assert (pairs.found, pairs.right, pairs.gold) == (3, 1, 3)
    assert pairs.precision == pytest.approx(1 / 3)
    assert pairs.recall == pytest.approx(1 / 3)


def test_b_cubed_is_taken_over_the_groups_that_the_pairs_make() -> None:
    # groups {a, b, other c} and {c}: precision 2/3, 2/3, 1, 1/3; recall 2/3, 2/3, 1/3, 1
    pairs = by_word()
    assert pairs.b3_precision == pytest.approx(2 / 3 + 2 / 3 + 1 + 1 / 3)
    assert pairs.b3_recall == pytest.approx(2 / 3 + 2 / 3 + 1 / 3 + 1)


def test_the_gold_itself_is_right_in_everything() -> None:
    pairs = scored(CASES, [a.cluster == b.cluster for a, b in combinations(CASES, 2)])
    assert (pairs.precision, pairs.recall, pairs.b3_f1) == (1, 1, 1)


def test_nothing_found_is_nothing_right() -> None:
    pairs = scored(CASES, [False for _ in combinations(CASES, 2)])
    assert (pairs.precision, pairs.recall) == (0, 0)
