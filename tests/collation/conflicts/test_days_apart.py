from tests.inline import reading
from twosource.collation.conflicts.days_apart import find_days_apart
from twosource.collation.conflicts.values import find_values


def days(*texts: str) -> list[tuple[str, str]]:
    pile = [
        reading(f"article{number}", text, published="2024-10-19")
        for number, text in enumerate(texts)
    ]
    values = {one.article.id: find_values(one) for one in pile}
    return [(one.words, other.words) for one, other in find_days_apart(pile, values)]


CRANE = "The shipyard of Port Galdo sold its old crane to the harbour office on {}."
RECALL = "On {} the old crane of the shipyard went to the harbour office of Port Galdo."
DENIED = "The shipyard of Port Galdo denied on {} that it had sold its old crane to the harbour."


def test_two_days_in_the_two_sentences_most_alike_are_a_conflict() -> None:
    assert days(CRANE.format("Tuesday"), RECALL.format("Monday, October 14")) == [
        ("Tuesday", "Monday, October 14")
    ]


def test_a_day_that_both_articles_name_is_no_conflict() -> None:
    both = RECALL.format("Monday, October 14") + " The bank paid on Tuesday."
    assert days(CRANE.format("Tuesday"), both) == []


def test_days_more_than_a_week_apart_are_of_two_happenings() -> None:
    assert days(CRANE.format("1 October"), RECALL.format("Monday, October 14")) == []


def test_the_day_of_a_saying_is_not_the_day_of_what_happened() -> None:
    assert days(CRANE.format("Tuesday"), DENIED.format("Thursday")) == []
    said = "The crane was sold to the harbour office, the shipyard of Port Galdo said on Friday."
    assert days(CRANE.format("Tuesday"), said) == []
