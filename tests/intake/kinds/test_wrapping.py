"""Paragraphs that were broken into lines of even length."""

from textwrap import fill

from hypothesis import given
from hypothesis import strategies as st

from twosource.intake.kinds.text import read_text
from twosource.intake.kinds.wrapping import unwrapped
from twosource.intake.lines import lines_of

FIRST = (
    "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it. "
    "The caretaker, Tom Reed, said that he had seen many birds in his forty years but never one "
    "as patient as this one was. Children from both schools came to look at it."
)
SECOND = FIRST.replace("heron", "stork").replace("Friday", "Saturday")


def test_the_lines_of_a_wrapped_paragraph_are_one_line_that_keeps_its_breaks() -> None:
    text = f"Heron lands on roof\nBy Ada Quill\n\n{fill(FIRST)}\n\n{fill(SECOND)}\n"
    lines = [line.text for line in read_text(text.encode()).lines]
    assert lines == ["Heron lands on roof", "By Ada Quill", fill(FIRST), fill(SECOND)]


def test_text_with_a_paragraph_on_each_line_is_left_as_it_is() -> None:
    text = "\n".join([FIRST, SECOND] * 4)
    assert [line.text for line in read_text(text.encode()).lines] == [FIRST, SECOND] * 4


def test_a_menu_is_not_taken_for_a_wrapped_paragraph() -> None:
    menu = [f"A headline of some other story that stands in number {n} of a list" for n in range(9)]
    assert len(read_text("\n".join([*menu, "", FIRST]).encode()).lines) == 10


@given(st.lists(st.sampled_from([fill(FIRST), "", "Home", FIRST, "By Ada Quill"])).map("\n".join))
def test_putting_lines_together_neither_loses_nor_moves_a_character(text: str) -> None:
    lines = unwrapped(text, list(lines_of(text)))
    assert all(line.span.of(text) == line.text for line in lines)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
