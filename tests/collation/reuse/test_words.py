import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.collation.reuse.words import Words, words_of
from twosource.model import Article, Block, BlockKind, Span


def article(text: str, *blocks: Block) -> Article:
    whole = Block(Span(0, len(text)), BlockKind.BODY, "whole text")
    return Article("id", "name", text, blocks or (whole,))


def shown(words: Words, text: str) -> list[str]:
    return [words.span(i, i + 1).of(text) for i in range(len(words))]


CASES = [
    ("words and stops", "It burned. It sank.", ["It", "burned", "It", "sank"]),
    ("an apostrophe inside a word", "It’s Olm's", ["It’s", "Olm's"]),
    ("a closing mark is no apostrophe", "‘Olm’ ran", ["Olm", "ran"]),
    ("hyphens part words", "well-known", ["well", "known"]),
    ("a word broken at the line's end", "ferry-\nman", ["ferry-\nman"]),
    ("a soft hyphen", "fer\u00adry", ["fer\u00adry"]),
    ("thousands", "12,500 of 1,2", ["12,500", "of", "1", "2"]),
    ("decimals and clock times", "3.5 at 7:52.", ["3.5", "at", "7:52"]),
    ("Han has no spaces", "北京", ["北", "京"]),
    ("kana beside letters", "Olmカア", ["Olm", "カ", "ア"]),
    ("accents as marks of their own", "cafe\u0301 x", ["cafe\u0301", "x"]),
    ("vowel signs belong to their word", "नमस्ते जी", ["नमस्ते", "जी"]),
    ("nothing", " \n…", []),
]


@pytest.mark.parametrize(("reason", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_words_are_cut_as_a_reader_would_cut_them(
    reason: str, text: str, expected: list[str]
) -> None:
    assert shown(words_of(article(text)), text) == expected, reason


SAME = [
    ("case", "The FERRY", "the ferry"),
    ("quotation marks", "“Ferry”", "'ferry'"),
    ("curly apostrophe", "Olm’s", "Olm's"),
    ("hyphen or space", "well-known", "well known"),
    ("line-end hyphen", "fer-\nry", "ferry"),
    ("thousands comma", "12,500", "12500"),
    ("accent", "Café", "cafe\u0301"),
    ("colon or point in a time", "7:52", "7.52"),
    ("spacing", "a  b\n\nc", "a b c"),
]


@pytest.mark.parametrize(("reason", "one", "other"), SAME, ids=[case[0] for case in SAME])
def test_a_difference_in_dress_leaves_words_equal(reason: str, one: str, other: str) -> None:
    assert words_of(article(one)).keys.tolist() == words_of(article(other)).keys.tolist(), reason


OTHER = [
    ("order of letters", "form", "from"),
    ("a decimal point counts", "3.5", "35"),
    ("letters repeated", "aab", "abb"),
    ("one word or two", "any one", "anyone"),
    ("an empty text", "", "a"),
]


@pytest.mark.parametrize(("reason", "one", "other"), OTHER, ids=[case[0] for case in OTHER])
def test_different_words_have_different_keys(reason: str, one: str, other: str) -> None:
    assert words_of(article(one)).keys.tolist() != words_of(article(other)).keys.tolist(), reason


def test_only_story_blocks_have_words_and_other_blocks_part_them() -> None:
    text = "It burned.\nRead more\nIt sank."
    kinds = (BlockKind.BODY, BlockKind.RELATED, BlockKind.BODY)
    spans = (Span(0, 10), Span(11, 20), Span(21, 29))
    words = words_of(
        article(text, *(Block(s, k, "test") for s, k in zip(spans, kinds, strict=True)))
    )

    assert shown(words, text) == ["It", "burned", "It", "sank"]
    assert words.parts.tolist() == [0, 0, 1, 1]


@given(st.text())
def test_every_letter_and_digit_lies_in_exactly_one_word(text: str) -> None:
    words = words_of(article(text))
    spans = [words.span(i, i + 1) for i in range(len(words))]

    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    inside = {place for span in spans for place in range(span.start, span.end)}
    assert {i for i, character in enumerate(text) if character.isalnum()} <= inside


def test_a_very_long_word_is_one_word() -> None:
    assert len(words_of(article("a" * 100_000))) == 1
