from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.dossier.words import (
    chance,
    count,
    date_in_words,
    days_in_words,
    direction,
    listed,
    machine_date,
    per_cent,
)
from twosource.model import Interval


def interval(value: str, first: str | None, last: str | None) -> Interval:
    return Interval(
        value,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


@pytest.mark.parametrize(
    ("value", "first", "last", "words"),
    [
        ("2024-10-18", "2024-10-18", "2024-10-18", "18 October 2024"),  # a day
        ("2024-10-18T22:52", "2024-10-18", "2024-10-18", "18 October 2024, 22:52"),  # to the minute
        ("2024-10", "2024-10-01", "2024-10-31", "October 2024"),  # a month
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),  # of a leap year
        ("2024", "2024-01-01", "2024-12-31", "2024"),  # a year
        ("198X", "1980-01-01", "1989-12-31", "1980 to 1989"),  # a decade
        ("2024-10-17/2024-10-19", "2024-10-17", "2024-10-19", "17 to 19 October 2024"),
        ("2024-10-30/2024-11-02", "2024-10-30", "2024-11-02", "30 October to 2 November 2024"),
        ("2024-12-30/2025-01-02", "2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2024-10/2024-12", "2024-10-01", "2024-12-31", "October to December 2024"),
        ("2024-10/2025-01", "2024-10-01", "2025-01-31", "October 2024 to January 2025"),
        ("2019~", "2019-01-01", "2019-12-31", "about 2019"),  # EDTF: approximate
        ("2019?", "2019-01-01", "2019-12-31", "perhaps 2019"),  # EDTF: uncertain
        ("2019%", "2019-01-01", "2019-12-31", "perhaps about 2019"),  # EDTF: both
        ("2019-05-01/..", "2019-05-01", None, "1 May 2019 or later"),  # open end
        ("../2019-05-01", None, "2019-05-01", "1 May 2019 or earlier"),  # open beginning
        ("XXXX", None, None, "no date told"),
        ("XXXX-12-24", None, None, "XXXX-12-24"),  # nothing but the value is known
    ],
)
def test_a_date_is_written_as_exact_as_it_is_known(
    value: str, first: str | None, last: str | None, words: str
) -> None:
    assert date_in_words(interval(value, first, last)) == words


@pytest.mark.parametrize(
    ("value", "machine"),
    [
        ("2024-10-18", "2024-10-18"),
        ("2024-10", "2024-10"),
        ("2024-10-18T22:52", "2024-10-18T22:52"),
        ("2024-10-17/2024-10-19", None),  # HTML knows no ranges
        ("2019~", None),  # nor doubts
        ("198X", None),  # nor decades
    ],
)
def test_a_machine_is_told_a_date_only_where_html_can_say_it(
    value: str, machine: str | None
) -> None:
    assert machine_date(interval(value, None, None)) == machine


@given(st.dates(), st.dates())
def test_any_two_days_can_be_written_and_both_years_are_in_it(one: date, other: date) -> None:
    first, last = sorted((one, other))
    words = days_in_words(first, last)
    assert str(last.year) in words
    assert str(first.year) in words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0%"),
        (0.001, "under 1%"),  # something is not nothing
        (0.5, "50%"),
        (0.996, "over 99%"),  # nearly all is not all
        (1.0, "100%"),
    ],
)
def test_a_share_is_never_rounded_to_nothing_or_to_all(share: float, words: str) -> None:
    assert per_cent(share) == words


@pytest.mark.parametrize(
    ("sureness", "words"), [(0.0, "0.00"), (0.687, "0.69"), (0.998, "over 0.99"), (1.0, "1.00")]
)
def test_nothing_is_rounded_up_to_certain(sureness: float, words: str) -> None:
    assert chance(sureness) == words


def test_counts_and_lists_are_written_as_a_person_would() -> None:
    assert [count(1, "origin"), count(2, "origin"), count(2, "entry", "entries")] == [
        "1 origin",
        "2 origins",
        "2 entries",
    ]
    assert [listed(()), listed(("A1",)), listed(("A1", "A2")), listed(("A1", "A2", "A3"))] == [
        "",
        "A1",
        "A1 and A2",
        "A1, A2 and A3",
    ]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("It sank.", "ltr"),
        ("", "ltr"),
        ("14 → 15", "ltr"),  # no letters at all
        (
            "\u05d3\u05df \u05db\u05d4\u05df, the engineer, said so.",
            "ltr",
        ),  # a Hebrew name opens it
        ("\u0635\u062d\u064a\u0641\u0629 \u0627\u0644\u0633\u062f", "rtl"),  # an Arabic name alone
        (
            "BBC \u0642\u0627\u0644\u062a \u0627\u0644\u0648\u0632\u0627\u0631\u0629",
            "rtl",
        ),  # Arabic that a Latin name opens
    ],
)
def test_a_text_runs_as_most_of_its_letters_do(text: str, way: str) -> None:
    assert direction(text) == way
