import pytest

from twosource.model import Article, Block, BlockKind, Span
from twosource.reading.sentences import split_sentences
from twosource.reading.statements.frames import Frame, build_frames
from twosource.reading.statements.frames.quotation_marks import find_quotations


def frames(text: str) -> tuple[Frame, ...]:
    block = Block(Span(0, len(text)), BlockKind.BODY, "whole text")
    article = Article("id", "name", text, (block,))
    return build_frames(article, split_sentences(article), find_quotations(text, [block.span]))


CLASSES = [
    ("a name, a verb of speech, a clause", "Ana Olm said the boat sank.", "PPVDNK"),
    ("a noun that looks like one", "The claims of Olm sank.", "DNOPK"),
    ("the same word as a verb", "Olm claims that it sank.", "PVTRK"),
    ("a passive", "Olm was told that it sank.", "PAYTRK"),
    ("a verb in -ing", "Olm left, saying it sank.", "PK,GRK"),
    ("a quotation is one word, its comma another", "“It sank. I ran,” she said.", "Q,RV"),
    ("two words drawn together", "He's saying it sank.", "RAVRK"),
    ("the month of May", "On May 3 it sank.", "IZMRK"),
    ("a plural that opens a sentence", "Witnesses said it sank.", "NVRK"),
    ("small words inside a name", "Piet van der Olm said so.", "PPPPVB"),
    ("a body's name", "The Ministry of Health said so.", "DPPPVB"),
    ("two names joined in a body's name", "the Ports and Harbours Authority", "DPPPP"),
    ("an abbreviation keeps its stop", "Mr. Olm of the U.S. said so.", "PPODPVB"),
    ("a time of day", "At 7.47 it sank.", "IZRK"),
]


@pytest.mark.parametrize(("reason", "text", "classes"), CLASSES, ids=[row[0] for row in CLASSES])
def test_each_word_gets_the_class_it_has_where_it_stands(
    reason: str, text: str, classes: str
) -> None:
    assert [frame.classes for frame in frames(text)] == [classes], reason


def test_sentences_joined_by_a_quotation_are_one_frame() -> None:
    text = "“It sank. I ran. It was cold,” said Olm. She left."
    assert [frame.span.of(text) for frame in frames(text)] == [
        "“It sank. I ran. It was cold,” said Olm",
        "She left",
    ]
