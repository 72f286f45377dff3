"""Interviews and transcripts, as whole pages: what a turn points at, and whose it is."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.inline import article, reading
from twosource import read
from twosource.model import BlockKind, SpeakerKind
from twosource.reading.statements.interviews.labels import find_labels

TALK = (
    "Ana Olm, the harbour engineer, spoke to the Courier.\n"
    "Courier: What did you hear?\n"
    "Olm: Much. My brother told me the valve was shut.\n"
    "Courier: Did you believe him?\n"
    "Olm: I did."
)


def test_a_turn_points_at_its_label_and_at_what_stands_behind_it() -> None:
    said = reading("a", TALK).statements[0]
    assert said.source is not None
    assert said.source.of(TALK) == "Olm"
    assert TALK[: said.content[0].start].endswith("\nOlm: ")


def test_what_is_reported_in_a_turn_is_listed_once_and_came_through_its_speaker() -> None:
    inner = [s for s in reading("a", TALK).statements if s.chain]
    assert [s.content[0].of(TALK) for s in inner] == ["the valve was shut"]
    assert inner[0].chain[0].speaker.name == "Ana Olm"
    assert inner[0].chain[0].evidence.of(TALK) == "Olm"


def test_an_answer_without_a_label_points_at_the_name_that_the_introduction_gives() -> None:
    text = (
        "Ana Olm runs the smithy. She spoke to us in her yard.\n"
        "When did you start?\nAt nine. I had a hammer.\n"
        "Did you like it?\nI did. I still do."
    )
    first = reading("a", text).statements[0]
    assert first.source is None
    assert first.speaker is not None
    assert first.speaker.span.of(text) == "Ana Olm"


def test_a_paper_that_no_list_knows_is_known_by_the_page_it_heads() -> None:
    text = (
        "Ana Olm builds boats.\n"
        "Zuider: The sea is calm.\nOlm: I fear it.\n"
        "Zuider: It was calm in May.\nOlm: I was not here."
    )
    known = reading("a", text, outlet="De Zuider").statements
    assert [s.content[0].of(text) for s in known] == ["I fear it.", "I was not here."]


def test_a_label_that_two_people_share_is_left_open() -> None:
    text = (
        "Ana Olm and Ida Olm build boats.\n"
        "Courier: Was it bad?\nOlm: I wept.\nCourier: And you?\nOlm: I did not."
    )
    speakers = {s.speaker.kind for s in reading("a", text).statements if s.speaker}
    assert speakers == {SpeakerKind.UNRESOLVED}


def test_nothing_below_a_heading_is_more_of_the_turn_above_it() -> None:
    text = TALK.replace("\nOlm: I did.", "\nNine weeks later.\nI went home.\nOlm: I did.")
    lines = article("a", text)
    headed = (
        replace(block, kind=BlockKind.SUBHEAD) if "Nine" in block.span.of(text) else block
        for block in lines.blocks
    )
    talk = replace(lines, blocks=tuple(headed))
    said = [span.of(text) for s in read(talk).statements for span in s.content]
    assert "I did." in said
    assert "I went home." not in said


def test_a_further_paragraph_of_a_turn_says_so_and_points_at_the_label_above() -> None:
    text = TALK.replace("Courier: Did", "I called him.\nCourier: Did")
    further = next(s for s in reading("a", text).statements if "called" in s.content[0].of(text))
    assert further.reason.startswith("more of a turn")
    assert further.source is not None
    assert further.source.of(text) == "Olm"


LINES = st.lists(
    st.sampled_from(
        ["Q: Why?", "A: I do.", "Olm:", "OLM, HOST: You?", "**Who are you?** I am.", "Q. No", ": x",
         "Ana Olm spoke to us.", "Why you?", "I did.", "The: ", "Q:", "Q: a? A: b. Q: c? A: d."]
    ),
    max_size=9,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_whatever_its_lines_a_page_of_labels_is_read_and_every_label_lies_in_it(
    lines: list[str],
) -> None:
    text = "\n".join(lines)
    labels = find_labels(article("a", text))
    assert all(label.span.contains(label.name) for label in labels)
    assert all(a.span.end <= b.span.start for a, b in pairwise(labels))
    said = reading("a", text).statements
    assert all(span.of(text).strip() for s in said for span in s.content)
