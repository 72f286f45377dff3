import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Article, Block, BlockKind, Span
from twosource.reading.sentences import READ_BLOCKS, split_sentences


def article(text: str, kind: BlockKind = BlockKind.BODY) -> Article:
    return Article("id", "name", text, (Block(Span(0, len(text)), kind, "whole text"),))


def sentences(text: str) -> list[str]:
    return [s.span.of(text) for s in split_sentences(article(text))]


CASES = [
    ("plain stops", "It burned. It sank.", ["It burned.", "It sank."]),
    ("a title never ends", "Mr. Olm met Dr. Ruhl.", ["Mr. Olm met Dr. Ruhl."]),
    ("initials", "J. K. Olm came. He sat.", ["J. K. Olm came.", "He sat."]),
    ("an abbreviated country before a noun", "The U.S. Navy came.", ["The U.S. Navy came."]),
    ("an abbreviated country at the end", "In the U.S. The boat", ["In the U.S.", "The boat"]),
    ("a month before a day", "On Sept. 9 it burned.", ["On Sept. 9 it burned."]),
    (
        "a month without a day",
        "It lay in Alta Mar. Tom Olm ran.",
        ["It lay in Alta Mar.", "Tom Olm ran."],
    ),
    ("a month tied to a day", "It ran Sept. 29-Oct. 1 here.", ["It ran Sept. 29-Oct. 1 here."]),
    ("a word with a hyphen", "It was an op-ed. Olm ran.", ["It was an op-ed.", "Olm ran."]),
    ("a clock before a day", "At 5 p.m. Friday it sank.", ["At 5 p.m. Friday it sank."]),
    ("a clock at the end", "It was 5 p.m. They left.", ["It was 5 p.m.", "They left."]),
    ("a decimal number", "It cost 3.5 million. We paid.", ["It cost 3.5 million.", "We paid."]),
    ("a clock with a stop", "It sank at 7.47. We saw.", ["It sank at 7.47.", "We saw."]),
    ("a numbered thing", "Car No. 5 burned.", ["Car No. 5 burned."]),
    ("the answer no", "No. He did not.", ["No.", "He did not."]),
    ("the answer no at the end", "He said no. Olm left.", ["He said no.", "Olm left."]),
    ("a number that opens a line", "1. Dredger stuck.", ["1. Dredger stuck."]),
    ("a letter as a name", "We had Plan B. The boat sank.", ["We had Plan B.", "The boat sank."]),
    ("a stop inside the marks", "“It sank.” She left.", ["“It sank.”", "She left."]),
    ("straight marks", '"It sank." She left.', ['"It sank."', "She left."]),
    ("a comma inside the marks", "“It sank,” she said.", ["“It sank,” she said."]),
    ("a question, then lower case", "“Why?” he asked.", ["“Why?” he asked."]),
    ("a question, then a name that asks", "“Why?” Olm asked.", ["“Why?” Olm asked."]),
    ("a question, then a new sentence", "“Why?” Olm left town.", ["“Why?”", "Olm left town."]),
    ("marks made of two", "''It sank.'' She left.", ["''It sank.''", "She left."]),
    ("guillemets", "«It sank.» She left.", ["«It sank.»", "She left."]),
    ("sentences inside one quotation", "“It sank. I ran.”", ["“It sank.", "I ran.”"]),
    ("brackets", "It sank. (We ran.) It was cold.", ["It sank.", "(We ran.)", "It was cold."]),
    ("an ellipsis that goes on", "It was ... cold.", ["It was ... cold."]),
    ("an ellipsis that ends", "It was cold… She left.", ["It was cold…", "She left."]),
    ("a footnote mark", "It sank.[3] We ran.", ["It sank.[3]", "We ran."]),
    ("wrapped lines", "It\nsank. We\nran.", ["It\nsank.", "We\nran."]),
    ("a blank line", "It sank\n\nWe ran", ["It sank", "We ran"]),
    ("no stop at all", "  It sank ", ["It sank"]),
    ("nothing", " \n ", []),
]


@pytest.mark.parametrize(("reason", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_sentence_ends_where_a_reader_would_end_it(
    reason: str, text: str, expected: list[str]
) -> None:
    assert sentences(text) == expected, reason


@pytest.mark.parametrize("kind", BlockKind)
def test_only_blocks_with_prose_are_split_and_the_sentence_carries_the_kind(
    kind: BlockKind,
) -> None:
    found = split_sentences(article("It sank. We ran.", kind))
    assert [s.block for s in found] == ([kind, kind] if kind in READ_BLOCKS else [])


PROSE = st.text(alphabet="aB3 .!?…,\n\"'“”‘’«»()[]-", max_size=60) | st.text(max_size=40)


@given(PROSE)
def test_sentences_are_in_order_and_cover_every_character_that_is_not_white_space(
    text: str,
) -> None:
    spans = [s.span for s in split_sentences(article(text))]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(s.of(text) == s.of(text).strip() != "" for s in spans)
