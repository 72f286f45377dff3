"""Irregular verbs."""

import pytest

from twosource.vocabulary.verb_forms import (
    infinitives,
    irregular_pasts,
    pasts_of,
    root,
    third_person_of,
)


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("broke", "break"),
        ("broken", "break"),
        ("has", "have"),
        ("dying", "die"),  # neither past nor participle
    ],
)
def test_an_irregular_form_is_of_its_verb(form: str, verb: str) -> None:
    assert infinitives()[form] == verb


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("attacked", "attacks", True),
        ("Broken", "break", True),
        ("shrank", "shrinking", True),
        ("found", "founded", False),
    ],
)
def test_the_forms_of_a_verb_have_one_root(one: str, other: str, *, same: bool) -> None:
    assert (root(one) == root(other)) is same


def test_what_is_built_by_rule_is_not_listed() -> None:
    assert "breaks" not in infinitives()


def test_only_pasts_and_participles_are_pasts() -> None:
    assert {"sank", "sunk"} <= irregular_pasts()
    assert irregular_pasts().isdisjoint({"dying", "is"})


def test_the_past_of_a_verb_stands_before_its_participle() -> None:
    assert pasts_of("withstand") == ("withstood",)
    assert pasts_of("shrink") == ("shrank", "shrunk")


def test_a_verb_that_is_built_by_rule_has_no_forms_here() -> None:
    assert pasts_of("declare") == ()
    assert third_person_of("declare") is None
