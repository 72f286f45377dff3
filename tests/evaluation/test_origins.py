from collections.abc import Sequence

import pytest

from evaluation import origins
from evaluation.measure import Measure
from evaluation.origins import Claim, Origin


def claim(*groups: Sequence[str], bounds: tuple[int, int] | None = None) -> Claim:
    return Claim(len(groups), tuple(Origin(tuple(group)) for group in groups), bounds)


def by_id(measures: Sequence[Measure]) -> dict[str, Measure]:
    return {measure.id: measure for measure in measures}


def test_a_copy_counted_as_a_second_source_is_the_harmful_error() -> None:
    gold = claim(["wire", "copy"])
    (wrong,) = origins.false_two_source([(gold, claim(["wire"], ["copy"]))])
    (right,) = origins.false_two_source([(gold, gold)])
    assert (wrong.value, right.value) == (1.0, 0.0)
    assert wrong.peer == 1.0  # counting outlets always makes it


def test_a_claim_that_may_have_two_origins_is_not_counted_as_single() -> None:
    gold = claim(["wire", "copy"], bounds=(1, 2))
    assert not list(origins.false_two_source([(gold, claim(["wire"], ["copy"]))]))


def test_independent_reporters_counted_as_one_are_seen_pair_by_pair() -> None:
    gold = claim(["wire", "copy"], ["quay"])
    (measure,) = origins.merged([(gold, claim(["wire", "quay"], ["copy"]))])
    assert (measure.value, measure.n) == (0.5, 2)  # of quay-wire and quay-copy, one is merged


def test_an_article_the_program_did_not_find_is_neither_merged_nor_apart() -> None:
    gold = claim(["wire"], ["quay"])
    assert not list(origins.merged([(gold, claim(["wire", "copy"]))]))


def test_the_error_of_the_count_stands_beside_that_of_counting_outlets() -> None:
    gold = claim(["wire", "copy", "blog"], ["quay"])
    found = claim(["wire", "copy"], ["blog"], ["quay"], bounds=(1, 3))
    figures = by_id(list(origins.errors([(gold, found)])))
    assert figures["origins.mean_abs_error"].value == 1.0
    assert figures["origins.mean_abs_error"].peer == 2.0
    assert figures["origins.range_holds"].value == 1.0


@pytest.mark.parametrize(
    ("given", "expected"),
    [(None, (2, 2)), ((1, 2), (1, 2))],
)
def test_without_a_range_only_the_count_itself_is_right(
    given: tuple[int, int] | None, expected: tuple[int, int]
) -> None:
    assert claim(["a"], ["b"], bounds=given).bounds == expected
