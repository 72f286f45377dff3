"""When something was said: by the clause, by the words before, or between news and print."""

import pytest

from tests.inline import reading
from twosource.model import Dating


def datings(text: str) -> list[Dating]:
    return [one.dating for one in reading("a", text, published="2021-06-16").statements]


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
        ("On 3 May the harbour master, Ana Olm, said that the boat sank.", "2021-05-03"),
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
        "Ana Olm, who took over on 3 May, a Monday, said that it sank.",  # of her taking over
        "In a letter sent after the boat, an old one, sank on 3 May, Olm said it was.",  # its own
        "At a hearing on the boat that left without lights and sank on 3 May, Olm wept.",  # its own
    ],
)
def test_a_day_of_something_else_is_not_taken_for_it(text: str) -> None:
    assert "2021-05-03" not in days(text)


def test_the_same_speaker_goes_on_on_the_same_day() -> None:
    text = "Ana Olm told the court on May 12 that the boat sank. “I saw it,” Olm said."
    assert days(text) == ["2021-05-12", "2021-05-12"]


def test_another_speaker_does_not() -> None:
    text = "Ana Olm told the court on May 12 that the boat sank. “I saw it,” Piet Ruus said."
    assert days(text) == ["2021-05-12", "2021-06-06/2021-06-16"]


def test_a_report_of_a_day_long_past_dates_what_it_found() -> None:
    text = (
        "The boat sank on Monday.\nThe Safety Office published a report in March 2020. "
        "The Safety Office found that the boat was old."
    )
    assert days(text)[-1] == "2020-03"


def test_what_somebody_says_in_the_present_was_not_said_on_a_day_long_past() -> None:
    text = "The boat sank on Monday.\nOn 3 May 2020 Ana Olm was charged. Olm {} the charges."
    assert days(text.format("denies"))[-1] == "2021-06-14/2021-06-16"
    assert days(text.format("denied"))[-1] == "2020-05-03"


def test_what_is_said_without_a_day_came_between_the_news_and_its_printing() -> None:
    text = "The boat sank on Monday.\nIt was built on 3 May 1971.\n“It was old,” said Ana Olm."
    assert days(text) == ["2021-06-14/2021-06-16"]


def test_a_day_to_come_is_not_when_something_was_said() -> None:
    text = "The boat sank on Monday. The port will open on Friday. “It was old,” said Ana Olm."
    assert days(text) == ["2021-06-14/2021-06-16"]


@pytest.mark.parametrize(
    "text",
    [
        "The boat sank.\n“It was old,” said Ana Olm.",  # no day is named
        "The boat sank on 3 May 1971.\n“It was old,” said Ana Olm.",  # no day of the news
    ],
)
def test_what_is_said_in_an_article_without_days_is_taken_for_recent(text: str) -> None:
    assert days(text) == ["2021-06-06/2021-06-16"]
    assert datings(text) == [Dating.STORY]


def test_an_article_of_the_first_days_of_the_calendar_is_news_of_no_day_before() -> None:
    assert days("The boat sank.\n“It was old,” said Ana Olm.", "0001-01-03") == [
        "0001-01-01/0001-01-03"
    ]


def test_nothing_is_said_of_when_where_the_day_of_publication_is_not_known() -> None:
    assert days("The boat sank on Monday.\n“It was old,” said Ana Olm.", None) == [None]


def test_what_was_said_at_the_time_was_said_on_the_day_told_before() -> None:
    text = "The boat sank on 3 May 2019. Ana Olm said at the time that it was old."
    assert days(text) == ["2019-05-03"]


def test_the_same_words_in_a_headline_have_the_day_of_the_text() -> None:
    text = (
        "“We knew that the boat was old”\n"
        "Ana Olm told the court on May 12: “We knew that the boat was old.”"
    )
    assert set(days(text)) == {"2021-05-12"}


def test_how_the_day_is_known_is_said() -> None:
    text = (
        "The boat sank on Monday. Ana Olm told the court on May 12 that it was old. "
        "“I saw it,” Olm said.\nThe port was shut, Piet Ruus said."
    )
    assert datings(text) == [Dating.STATED, Dating.CARRIED, Dating.STORY]


def test_quotation_marks_that_quote_nobody_have_no_day() -> None:
    assert days("The boat sank on Monday. The so-called “harbour” was dry.") == [None]
