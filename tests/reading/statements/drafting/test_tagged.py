from dataclasses import replace

import numpy as np
import pytest

from twosource.model import Article, Block, BlockKind, Sense, Span, Statement
from twosource.reading.sentences import split_sentences
from twosource.reading.statements import find_statements
from twosource.reading.tagger import UNTAGGED, Part, Reported, Role


def statements(text: str, *parts: tuple[str, Role, int | None]) -> tuple[Statement, ...]:
    """The statements of a text in which a tagger marked these words, each with its cue's number.

    Of no word it says that it is surely nobody's.
    """
    block = Block(Span(0, len(text)), BlockKind.BODY, "whole text")
    article = Article("id", "name", text, (block,))
    marked = tuple(Part(_span(text, words), role, 0.98, cue) for words, role, cue in parts)
    likely = Reported(np.array([len(text)]), np.array([0.5], dtype=np.float32))
    tags = replace(UNTAGGED, parts=marked, reported=likely)
    return find_statements(article, split_sentences(article), (), tags)


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


def test_a_cue_that_is_no_verb_of_speech_gives_an_attitude_and_no_words() -> None:
    text = "Ana Olm is bearish on the ferry."
    (found,) = statements(
        text,
        ("Ana Olm", Role.SOURCE, 1),
        ("is bearish on", Role.CUE, None),
        ("the ferry", Role.CONTENT, 1),
    )
    assert found.sense is Sense.ATTITUDE
    assert not found.gives_words


def test_a_verb_of_speech_that_only_the_tagger_reads_gives_words() -> None:
    text = "Word went round, and so said they all, that it sank."
    (found,) = statements(
        text,
        ("said", Role.CUE, None),
        ("they all", Role.SOURCE, 0),
        ("that it sank", Role.CONTENT, 0),
    )
    assert found.sense is Sense.SAYS


def test_a_finding_that_only_the_grammar_reads_needs_the_tagger() -> None:
    text = "The walk found three doors. Ana Olm said it sank."
    said = ("said", Role.CUE, None), ("Ana Olm", Role.SOURCE, 0), ("it sank", Role.CONTENT, 0)
    assert len(statements(text)) == len(statements(text, *said)) + 1


def test_a_fronted_cue_gets_the_subject_of_the_clause_behind_it() -> None:
    text = "Banking on a thaw, Ana Olm left."
    (found,) = statements(text, ("Banking on", Role.CUE, None), ("a thaw", Role.CONTENT, 0))
    assert found.speaker is not None
    assert found.speaker.name == "Ana Olm"


@pytest.mark.parametrize(
    ("text", "speaker", "why"),
    [
        ("Ana Olm left amid claims that she had sold the pier.", None, "she left, and was accused"),
        ("After reports that the pier had sunk, Ana Olm left.", None, "so behind the noun"),
        (
            "The council met after claims by the mayor that the pier had sunk.",
            "the mayor",
            "told whose they are",
        ),
    ],
)
def test_who_does_something_behind_claims_has_not_made_them(
    text: str, speaker: str | None, why: str
) -> None:
    cue = "claims" if "claims" in text else "reports"
    source = "Ana Olm" if "Ana Olm" in text else "The council"
    content = text[text.index("that ") + 5 :].split(",", maxsplit=1)[0].rstrip(".")
    found = statements(
        text, (source, Role.SOURCE, 1), (cue, Role.CUE, None), (content, Role.CONTENT, 1)
    )
    told = [one.speaker.name for one in found if one.speaker and one.gives_words]
    assert told == ([speaker] if speaker else []), why


def test_where_grammar_and_tagger_name_different_speakers_for_a_quotation_none_is_chosen() -> None:
    text = "Ana Olm met Karl Ruun, remarking, “It sank like a stone.”"
    ruun = ("Karl Ruun", Role.SOURCE, 1), ("remarking", Role.CUE, None)
    (found,) = statements(text, *ruun, ("“It sank like a stone.”", Role.CONTENT, 1))
    assert found.speaker is None
    assert "two speakers compete" in found.reason


def test_what_the_grammar_alone_reads_goes_where_the_tagger_is_sure_that_nobody_says_it() -> None:
    text = "Ana Olm said the ferry sank. The pier stood, the crew said. “It burns,” said Jo Renk."
    cue = text.index("said")
    parts = tuple(
        Part(_span(text, words), role, 0.98, 1)
        for words, role in (("Ana Olm", Role.SOURCE), ("the ferry sank", Role.CONTENT))
    )
    said = Part(Span(cue, cue + len("said")), Role.CUE, 0.98)
    tags = replace(UNTAGGED, parts=(parts[0], said, parts[1]))
    block = Block(Span(0, len(text)), BlockKind.BODY, "whole text")
    article = Article("id", "name", text, (block,))
    for odds, kept in ((0.5, 3), (0.01, 2)):  # a quotation needs nobody to confirm it
        likely = Reported(np.array([len(text)]), np.array([odds], dtype=np.float32))
        tagged = replace(tags, reported=likely)
        assert len(find_statements(article, split_sentences(article), (), tagged)) == kept
