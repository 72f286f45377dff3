from twosource.model import Article, Block, BlockKind, Span, Statement
from twosource.reading.sentences import split_sentences
from twosource.reading.statements import find_statements
from twosource.reading.tagger import Part, Role


def statements(text: str, *parts: tuple[str, Role, int | None]) -> tuple[Statement, ...]:
    """The statements of a text in which a tagger marked these words, each with its cue's number."""
    block = Block(Span(0, len(text)), BlockKind.BODY, "whole text")
    article = Article("id", "name", text, (block,))
    marked = [Part(_span(text, words), role, 0.9, cue) for words, role, cue in parts]
    return find_statements(article, split_sentences(article), (), marked)


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_wording_that_no_verb_list_has_is_found_by_the_tagger() -> None:
    text = "Ana Olm is bearish on the ferry."
    (found,) = statements(
        text,
        ("Ana Olm", Role.SOURCE, 1),
        ("is bearish on", Role.CUE, None),
        ("the ferry", Role.CONTENT, 1),
    )
    assert [span.of(text) for span in found.content] == ["the ferry"]
    assert found.speaker is not None
    assert found.speaker.name == "Ana Olm"


def test_words_read_by_both_are_one_statement_with_the_grammars_marks() -> None:
    text = "“It sank like a stone,” Ana Olm said."
    (found,) = statements(
        text,
        ("It sank like", Role.CONTENT, 2),
        ("Ana Olm", Role.SOURCE, 2),
        ("said", Role.CUE, None),
    )
    assert [span.of(text) for span in found.content] == ["It sank like a stone,"]


def test_a_cue_without_a_source_shares_the_one_before_it() -> None:
    text = "Ana Olm mulled the plan and eyed the quay."
    found = statements(
        text,
        ("Ana Olm", Role.SOURCE, 1),
        ("mulled", Role.CUE, None),
        ("the plan", Role.CONTENT, 1),
        ("eyed", Role.CUE, None),
        ("the quay", Role.CONTENT, 3),
    )
    assert [s.speaker.name for s in found if s.speaker] == ["Ana Olm", "Ana Olm"]


def test_a_content_without_words_of_the_article_says_nothing() -> None:
    assert statements("Ana Olm left.", ("left", Role.CUE, None)) == ()
