from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.collation.clauses import has_verb, split_clauses
from twosource.model import Span


def clauses(text: str) -> list[str]:
    return [piece.of(text) for piece in split_clauses(text, Span(0, len(text)))]


def test_a_sentence_is_cut_at_joining_words_and_punctuation() -> None:
    text = "The ferry burned on the lake, and two people died in hospital; divers search the wreck."
    assert clauses(text) == [
        "The ferry burned on the lake",
        "two people died in hospital",
        "divers search the wreck.",
    ]


def test_a_piece_that_says_too_little_stays_with_its_neighbour() -> None:
    assert clauses("On Friday, rescuers found the missing boy.") == [
        "On Friday, rescuers found the missing boy."
    ]


@pytest.mark.parametrize(
    "words",
    ["fourteen were missing", "the barge sank", "she’d", "they opened it", "we didn’t", "it costs"],
)
def test_a_verb_is_told_by_its_form(words: str) -> None:
    assert has_verb(words)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("on Thursday night", "a time"),
        ("reporters outside the school", "somebody"),
        ("a red bed", "these end in -ed by chance"),
        ("the ferry’s chests", "whose they are"),
    ],
)
def test_what_has_no_verb_is_no_clause(words: str, why: str) -> None:
    assert not has_verb(words), why


@given(st.text(alphabet='ab ,;:-–—"”’and that.\n', max_size=80))
def test_clauses_stay_in_order_and_inside_the_sentence(text: str) -> None:
    sentence = Span(0, len(text))
    pieces = split_clauses(text, sentence)
    assert all(sentence.contains(piece) for piece in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
