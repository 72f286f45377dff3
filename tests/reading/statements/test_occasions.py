import pytest

from tests.inline import reading


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("The office said in a statement that the crew held a drill.", "in a statement"),
        ("Ana Olm told the court that the crew held a drill.", "the court"),
        ("The office has put out a statement that the crew held a drill.", None),  # it says how
        ("Ana Olm said that the crew held a drill in the court.", None),  # it is in what is said
    ],
)
def test_an_occasion_is_where_it_was_said_and_no_part_of_how(
    text: str, occasion: str | None
) -> None:
    (statement,) = reading("a", text).statements
    assert (statement.occasion.of(text) if statement.occasion else None) == occasion
