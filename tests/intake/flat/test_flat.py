"""What each line of flattened text is for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.intake.flat import label
from twosource.intake.lines import lines_of
from twosource.model import BlockKind

K = BlockKind
SENTENCE = (
    "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
)
ANOTHER = "The caretaker said that he had seen many birds but never one as patient as this one was."


def kinds(*said: str) -> list[BlockKind]:
    text = "\n\n".join(said)
    return [block.kind for block in label(tuple(lines_of(text)), flattened=True)]


def kind_between_paragraphs(line: str) -> BlockKind:
    return kinds("Heron lands on roof", SENTENCE, line, ANOTHER)[2]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ NEXT: Ten ways to fold a towel", K.RELATED),  # a label with what it labels
        ("Read also: Bus 7 changes its timetable", K.RELATED),
        ("Share | Print | Mail", K.NAVIGATION),  # a row of controls
        ("Home   News   Sport   Weather", K.NAVIGATION),  # a row held apart by spaces only
        ("300 x 250", K.NAVIGATION),  # the size of an advertisement
        ("Skip to main content", K.NAVIGATION),
        ("46 comments", K.NAVIGATION),
        ("[Photo: The heron on the ridge. Ada Quill]", K.CAPTION),
        ("The heron on the ridge. Picture: Ada Quill", K.CAPTION),
        ("May 3, 2031 - Children feed the heron", K.CAPTION),  # a date at one end
        ("Why do herons like roofs?", K.SUBHEAD),  # a question over a paragraph
        ("What the caretaker saw", K.SUBHEAD),
        ("“It is a patient bird.”", K.BODY),  # speech is never a heading
        ("Nobody knows.", K.BODY),  # neither is a short sentence
        ("Read next to the window, the letter made her cry for a long time.", K.BODY),
        ("More than forty people came to see it before the fire brigade did.", K.BODY),
        ("Photographs of the bird were shown to the council that same evening.", K.BODY),
    ],
)
def test_a_line_between_paragraphs_is_what_it_looks_like(line: str, kind: BlockKind) -> None:
    assert kind_between_paragraphs(line) is kind


def test_a_headline_that_stands_twice_in_the_text_points_elsewhere() -> None:
    link = "Stork returns to the old mill"
    found = kinds("Heron lands on roof", SENTENCE, link, ANOTHER, link, SENTENCE + " Again.")
    assert found == [K.TITLE, K.BODY, K.RELATED, K.BODY, K.RELATED, K.BODY]


def test_a_line_that_stands_twice_in_a_row_is_a_caption() -> None:
    caption = "The heron on the roof of the town hall."
    assert kinds("Heron lands on roof", caption, caption, SENTENCE, ANOTHER)[1:3] == [K.CAPTION] * 2


def test_lines_under_a_label_are_of_its_kind() -> None:
    found = kinds(
        "Heron lands on roof", SENTENCE, ANOTHER, "Most read", "Bus 7 is late", "Pie prize"
    )
    assert found[3:] == [K.RELATED] * 3


def test_a_short_line_above_the_title_is_not_the_title() -> None:
    found = kinds("Heron preens itself", "Heron lands on town hall roof", "By Ada Quill", SENTENCE)
    assert found == [K.NAVIGATION, K.TITLE, K.BYLINE, K.BODY]


def test_a_trail_of_sections_that_ends_in_the_title_is_navigation() -> None:
    found = kinds("HomeNewsTownHeron lands on roof", "Heron lands on roof", SENTENCE, ANOTHER)
    assert found[:2] == [K.NAVIGATION, K.TITLE]


def test_text_that_opens_with_a_sentence_has_no_title() -> None:
    assert K.TITLE not in kinds(SENTENCE, ANOTHER)


def test_a_name_over_a_note_on_the_author_belongs_to_the_note() -> None:
    found = kinds("Heron lands on roof", SENTENCE, ANOTHER, "Ada Quill", "Ada Quill is a gardener.")
    assert found[3:] == [K.BIO, K.BIO]


@pytest.mark.parametrize(
    "note",
    [
        "Bracken Bird is owned by its readers.",
        "Bracken Bird is one of the oldest letters for those who watch birds.",
        "Bracken Bird appears every second Monday.",
    ],
)
def test_a_note_on_the_outlet_under_the_text_is_none_of_the_story(note: str) -> None:
    assert kinds("Bracken Bird", "Heron lands on roof", SENTENCE, ANOTHER, note)[-1] is K.METADATA


@pytest.mark.parametrize(
    "paragraph",
    [
        "Bracken Bird has seen the keeper's log. It shows that nobody fed the heron in May.",
        "Bracken Bird deeply regrets what the heron has done to the roof of the town hall.",
        "Bracken Bird is told that the heron has left. It may be back in the spring.",
        "Bracken Bird asked the council for its plans. It did not get an answer by Friday.",
    ],
)
def test_a_paragraph_in_which_the_outlet_reports_is_body(paragraph: str) -> None:
    assert kinds("Bracken Bird", "Heron lands on roof", SENTENCE, paragraph)[-1] is K.BODY


def test_the_first_paragraph_is_body_even_where_it_says_what_its_issuer_is() -> None:
    about = "Bracken Bird is one of the oldest letters for those who like to watch birds on roofs."
    assert kinds("Bracken Bird", "Heron lands on roof", about)[2:] == [K.BODY]
    assert kinds("Bracken Bird", "Heron lands on roof", about, SENTENCE)[2:] == [K.BODY] * 2


def test_what_is_asked_and_answered_is_text_and_no_headline() -> None:
    talk = (
        "Courier: Did you see the heron?",
        "Reed: I did. It looked at me as if I had come in by the window.",
        "Courier: And then?",
        "Reed: It left.",
    )
    assert kinds("Heron lands on roof", "By Ada Quill", *talk)[2:] == [K.BODY] * len(talk)
    assert kinds("Heron lands on roof", SENTENCE, *talk)[2:] == [K.BODY] * len(talk)


def test_a_question_whose_label_stands_there_once_is_a_headline_as_before() -> None:
    assert kind_between_paragraphs("Herons: why do they like roofs?") is K.SUBHEAD


def test_every_block_gives_its_reason_as_a_sentence_of_its_own() -> None:
    blocks = label(tuple(lines_of(f"Menu\n\nHeron lands on roof\n\n{SENTENCE}")), flattened=True)
    assert all(block.reason.startswith(("it ", "the ")) for block in blocks)


PIECES = st.sampled_from(
    ["Menu", "Home | News | Sport", SENTENCE, "By Ada Quill", "3 May 2031", "•"]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=30))).map("\n".join)
)


@given(TEXTS)
def test_blocks_cover_all_that_is_not_white_space_in_order(text: str) -> None:
    blocks = label(tuple(lines_of(text)), flattened=True)
    end = 0
    for block in blocks:
        assert not text[end : block.span.start].strip()
        assert block.span.of(text).strip() == block.span.of(text) != ""
        end = block.span.end
    assert not text[end:].strip()
