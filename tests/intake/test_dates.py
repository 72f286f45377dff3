"""Dates as pages of many languages write them."""

import pytest

from twosource.intake.lines.dates import dates_in, is_only_a_date
from twosource.model import DateRole

MAY = "2024-03-14"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("14 March 2024", MAY),
        ("Thu, March 14th, 2024", MAY),
        ("14 de março de 2024", MAY),
        ("jueves, 14 de marzo de 2024", MAY),
        ("jeudi 14 mars 2024", MAY),
        ("Donnerstag, 14. Mär. 2024", MAY),
        ("14 marca 2024", MAY),
        ("14 марта 2024 г.", MAY),
        ("14 березня 2024", MAY),
        ("14 Mart 2024", MAY),
        ("١٤ مارس ٢٠٢٤", MAY),  # Arabic figures, too
        ("2024年3月14日", MAY),
        ("2024년 3월 14일", MAY),
        ("2024. 03. 14", MAY),
        ("2024-03-14", MAY),
        ("14.3.2024", MAY),
    ],
)
def test_a_line_that_is_a_date_is_one_in_any_of_these_languages(line: str, value: str) -> None:
    assert [found.interval.value for found in dates_in(line)] == [value]
    assert is_only_a_date(line)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Version 2024.3.144 is out", "the number of a version has more digits"),
        ("2024.3/14", "one mark stands between day, month and year"),
        ("14 Marzipan 2024", "no month"),
        ("31 June 2024", "no such day"),
    ],
)
def test_what_is_no_date_is_not_taken_for_one(line: str, reason: str) -> None:
    assert not list(dates_in(line)), reason


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Zuletzt aktualisiert: 14.03.2024", DateRole.MODIFIED),
        ("Mis à jour le 14/03/2024", DateRole.MODIFIED),
        ("Publicado el 14 de marzo de 2024", DateRole.PUBLISHED),
        ("Опубликовано 14 марта 2024", DateRole.PUBLISHED),
    ],
)
def test_the_word_before_a_date_says_what_it_is(line: str, role: DateRole) -> None:
    assert next(dates_in(line)).role is role
