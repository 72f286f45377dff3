import itertools

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Article, Block, BlockKind, Reading, Span
from twosource.reading import read


def reading(text: str) -> Reading:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), BlockKind.BODY, "a line"))
        start += len(line) + 1
    return read(Article("id", "name", text, tuple(blocks)))


WORDS = """Ana Olm Mr the mayor he she said told that denied saying according to who and but in of a
    boat sank , . : ; “ ” " ' ‘ ’ ( ) — on Friday 3 was not as quoted by"""
NEWS = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=40).map(" ".join)


@given(NEWS | st.text(max_size=80))
def test_every_span_of_a_reading_lies_in_the_text_and_covers_words(text: str) -> None:
    found = reading(text)
    for statement in found.statements:
        spans = [*statement.content, statement.source, statement.cue]
        spans += [statement.speaker.span, statement.speaker.role] if statement.speaker else []
        for span in spans:
            assert span is None or 0 <= span.start < span.end <= len(text)
            assert span is None or span.of(text).strip()


@given(NEWS)
def test_the_pieces_of_a_statement_are_in_order_and_do_not_overlap(text: str) -> None:
    for statement in reading(text).statements:
        spans = statement.content
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_reading_the_same_article_twice_gives_the_same() -> None:
    text = "“It sank,” said Ana Olm, a nurse. She denied that it burned."
    assert reading(text) == reading(text)
