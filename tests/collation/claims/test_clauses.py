from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.collation.claims.clauses import has_verb, split_clauses
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
    ("text", "told", "why"),
    [
        (
            "For six minutes of that night the radio was silent.",
            ["For six minutes of that night the radio was silent."],
            "“that” tells which night",
        ),
        (
            "The mayor found out that the bridge had been closed.",
            ["The mayor found out", "the bridge had been closed."],
            "“out” belongs to the verb",
        ),
        (
            "The crews reached a valley in which nine barns burned.",
            ["The crews reached a valley", "nine barns burned."],
            "“in” goes with “which”",
        ),
        (
            "The dam held while the people of Varn left their houses.",
            ["The dam held", "the people of Varn left their houses."],
            "“while” joins two things",
        ),
        (
            "The old dam held, but that, said Olm, was luck alone.",
            ["The old dam held, but that, said Olm", "was luck alone."],
            "what says too little stays",
        ),
        (
            "The old dam held and; the new dam of Varn broke.",
            ["The old dam held", "the new dam of Varn broke."],
            "no clause ends in what joins it to the next",
        ),
    ],
)
def test_a_sentence_is_cut_only_where_a_clause_begins(text: str, told: list[str], why: str) -> None:
    assert clauses(text) == told, why


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
