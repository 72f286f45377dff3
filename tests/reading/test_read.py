import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Article, Block, BlockKind, Reading, Span
from twosource.reading import read, read_all


def reading(text: str) -> Reading:
    return read(article(text))


def article(text: str) -> Article:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), BlockKind.BODY, "a line"))
        start += len(line) + 1
    return Article("id", "name", text, tuple(blocks))


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


def test_what_somebody_only_utters_is_no_name() -> None:
    text = "Ana Olm: Mhm.\nHost: Nobody warned you?\nAna Olm: Hunh? Gosh, no. Ooh, that was cold."
    names = {mention.span.of(text) for mention in reading(text).mentions}
    assert "Ana Olm" in names
    assert names.isdisjoint({"Mhm", "Hunh", "Gosh", "Ooh"})
    text = "The pump was built in Tulsa, OK, by two brothers."
    assert "OK" in {mention.span.of(text) for mention in reading(text).mentions}


def test_names_are_found_in_what_is_read_and_not_in_the_menu() -> None:
    text = "Norway Sweden Denmark\nAna Olm left Oslo on Friday."
    menu = Block(Span(0, 21), BlockKind.NAVIGATION, "a menu")
    body = Block(Span(22, len(text)), BlockKind.BODY, "a line")
    found = read(Article("id", "name", text, (menu, body)))
    assert [mention.span.of(text) for mention in found.mentions] == ["Ana Olm", "Oslo"]


ENGLISH = (
    "The ferry burned on the lake and two people died before the boats of the rescuers came. "
    "For nineteen minutes nobody had called them, said the commander, who was at the quay with "
    "her crew. The owner of the ferry did not answer when he was asked what had happened to the "
    "doors of the hold."
)
GERMAN = (
    "Die Fähre brannte auf dem See, und zwei Menschen starben, bevor die Boote der Retter kamen. "
    "Neunzehn Minuten lang habe niemand angerufen, sagte die Kommandantin, die mit ihrer "
    "Mannschaft am Kai stand. Der Besitzer der Fähre antwortete nicht, als man ihn fragte, was mit "
    "den Türen des Laderaums geschehen sei und wer sie verschlossen habe."
)


def test_another_language_is_said_and_everything_else_still_runs() -> None:
    found = reading(GERMAN)
    assert len(found.caveats) == 1
    assert "English" in found.caveats[0]
    assert found.sentences


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ENGLISH, "plain English"),
        ("", "nothing to judge"),
        ("Fährunglück: Orvane, Galdo, Prenn", "a few words say nothing about their language"),
    ],
)
def test_nothing_is_said_of_the_language_where_nothing_is_amiss(text: str, reason: str) -> None:
    assert reading(text).caveats == (), reason


def test_articles_read_together_are_read_as_each_alone() -> None:
    texts = ["Ana Olm left Oslo.", "", "“It sank,” said Piet Ruus of Lake Lines.", GERMAN] * 5
    together = list(read_all(map(article, texts)))
    assert together == [reading(text) for text in texts]


def test_articles_are_read_as_they_come() -> None:
    def articles() -> Iterator[Article]:
        for number in itertools.count():
            assert number < 40, "read too far ahead"
            yield reading("Ana Olm left Oslo.").article

    assert next(read_all(articles())).mentions
