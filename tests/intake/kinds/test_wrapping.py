"""Paragraphs that were broken into lines of even length."""

from textwrap import fill

import pytest
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


SHORT = (
    "A ferry sank off the island of Ruhl on Tuesday evening, the coast guard said, and nine "
    "people were rescued from the water by two fishing boats that had heard it call."
)
SHORTER = (
    "Ilse Marrow, the harbour master, said that the ship had been late and that nobody had told "
    "her of a leak. The search goes on."
)


@pytest.mark.parametrize("width", [60, 66, 72, 78])
def test_two_short_paragraphs_of_a_letter_are_joined_at_any_usual_width(width: int) -> None:
    letter = ["14 Quay Street\nRuhl\n3 May 2024", "Dear Sir,", fill(SHORT, width)]
    letter += [fill(SHORTER, width), "Yours,\nTobias Renk"]
    lines = [line.text for line in read_text("\n\n".join(letter).encode()).lines]
    assert lines[4:6] == [fill(SHORT, width), fill(SHORTER, width)]
    assert len(lines) == 8


@pytest.mark.parametrize("width", [60, 66, 72])
def test_a_paragraph_of_three_lines_alone_is_joined(width: int) -> None:
    wrapped = fill(SHORT, width)
    assert wrapped.count("\n") == 2
    assert [line.text for line in read_text(wrapped.encode()).lines] == [wrapped]


LEFT_AS_THEY_ARE = {
    "three verses without a stop": (
        "the ferry went at evening from the harbour wall at Ruhl\n"
        "with all the lamps along the quay and all the water cruel\n"
        "and nobody who waved it off had thought of such a thing"
    ),
    "three sentences, each on its line": (
        "A ferry sank off the island of Ruhl on Tuesday evening.\n"
        "nine people were rescued from the water by two boats.\n"
        "nobody had told the harbour master of a leak, she said."
    ),
    "the lines of a poem end where its maker wants them": (
        "The ferry went at evening from the harbour wall at Ruhl\n"
        "and nobody who waved it off had thought the water cruel,\n"
        "for all the lamps were lit along the quay and on the deck\n"
        "and who would look at lamps like those and think about a wreck"
    ),
    "the rows of a table are as long as one another, and hold columns": (
        "north quay, berths for large ships    12     14     19\n"
        "south quay, berths for small ones     10     11     13\n"
        "east basin, where the yachts lie      31     35     38\n"
        "old harbour, closed since the war      0      0      0"
    ),
    "an entry of a list opens with its mark": (
        "- nine people rescued by the fishing boats of the island\n"
        "- two still in hospital, where they are said to be well\n"
        "- a diver sent down to the wreck as soon as it was light\n"
        "- an inquiry that the ministry says will be open to all"
    ),
    "a turn of a talk opens with a name": (
        "MARROW: and nobody had told me of a leak before it sank\n"
        "RENK: but you were on the quay when the ship had to go?\n"
        "MARROW: yes, and it was late, and all the lamps were on\n"
        "RENK: so who was told of it, if you say you were not so"
    ),
    "a stacked headline is shorter than any wrapped paragraph": (
        "Ferry sinks off the island of Ruhl on Tuesday\nas nine are rescued by fishing boats"
    ),
    "headlines of a list begin anew on each line": (
        "Ferry sinks off the island of Ruhl on Tuesday evening\n"
        "Harbour master says that nobody told her of any leaks\n"
        "Ministry promises an inquiry that will be open to all\n"
        "Divers reach the wreck of the ferry in the early light"
    ),
}


@pytest.mark.parametrize("text", LEFT_AS_THEY_ARE.values(), ids=LEFT_AS_THEY_ARE)
def test_lines_that_were_not_broken_off_for_want_of_room_stay_apart(text: str) -> None:
    assert len(unwrapped(text, list(lines_of(text)))) == text.count("\n") + 1


def test_the_head_of_a_printed_page_neither_joins_a_paragraph_nor_keeps_one_apart() -> None:
    head = f"Harbour Post{'Page 2':>60}"
    printed = f"{fill(SHORT, 66)}\n{head}\n{fill(SHORTER, 66)}\n"
    lines = [line.text for line in read_text(printed.encode()).lines]
    assert lines == [fill(SHORT, 66), head, fill(SHORTER, 66)]
