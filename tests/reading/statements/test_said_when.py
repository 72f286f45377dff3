"""When something was said: by the clause, by the words before, or between news and print."""

import pytest

from tests.inline import reading


def days(text: str, published: str | None = "2021-06-16") -> list[str | None]:
    found = reading("a", text, published=published).statements
    return [one.said_on.value if one.said_on else None for one in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ana Olm told the court on May 12 that the boat sank.", "2021-05-12"),
        ("On May 12 Ana Olm told the court that the boat sank.", "2021-05-12"),
        ("“It sank,” said Ana Olm, the harbour master, on 3 May 2021.", "2021-05-03"),
        ("Ana Olm, who took over in 2019, said on Monday that the boat sank.", "2021-06-14"),
        ("In April Ana Olm conceded that the boat sank.", "2021-04"),
    ],
)
def test_the_day_beside_the_reporting_verb_is_when_it_was_said(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "After the fire of 3 May, Ana Olm said that the boat sank.",  # the fire's day
        "Ana Olm, who took over on 3 May, said that the boat sank.",  # of her taking over
        "Ana Olm said of the vote on 3 May that it was fair.",  # the vote's day
        "Ana Olm said that the boat sank on 3 May.",  # the boat's day
    ],
)
def test_a_day_of_something_else_is_not_taken_for_it(text: str) -> None:
    assert "2021-05-03" not in days(text)


def test_the_same_speaker_goes_on_on_the_same_day() -> None:
    text = "Ana Olm told the court on May 12 that the boat sank. “I saw it,” Olm said."
    assert days(text) == ["2021-05-12", "2021-05-12"]


def test_another_speaker_does_not() -> None:
    text = "Ana Olm told the court on May 12 that the boat sank. “I saw it,” Piet Ruus said."
    assert days(text) == ["2021-05-12", None]


def test_a_report_of_a_day_long_past_dates_what_it_found() -> None:
    text = (
        "The boat sank on Monday.\nThe Safety Office published a report in March 2020. "
        "The Safety Office found that the boat was old."
    )
    assert days(text)[-1] == "2020-03"


def test_what_is_said_without_a_day_came_between_the_news_and_its_printing() -> None:
    text = "The boat sank on Monday.\nIt was built on 3 May 1971.\n“It was old,” said Ana Olm."
    assert days(text) == ["2021-06-14/2021-06-16"]


def test_a_day_to_come_is_not_when_something_was_said() -> None:
    text = "The boat sank on Monday. The port will open on Friday. “It was old,” said Ana Olm."
    assert days(text) == ["2021-06-14/2021-06-16"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The boat sank.\n“It was old,” said Ana Olm.", "2021-06-16"),  # no day is named
        ("The boat sank on Monday.\n“It was old,” said Ana Olm.", None),  # no day of publication
        ("The boat sank on 3 May 1971.\n“It was old,” said Ana Olm.", "2021-06-16"),  # no news
    ],
)
def test_nothing_is_said_of_when_where_the_article_gives_no_hold(
    text: str, published: str | None
) -> None:
    assert days(text, published) == [None]


def test_quotation_marks_that_quote_nobody_have_no_day() -> None:
    assert days("The boat sank on Monday. The so-called “harbour” was dry.") == [None]
