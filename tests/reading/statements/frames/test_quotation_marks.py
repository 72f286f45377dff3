import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Span
from twosource.reading.statements.frames.quotation_marks import Quotation, find_quotations


def quotations(text: str) -> tuple[Quotation, ...]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return find_quotations(text, spans)


def words(text: str, depth: int = 0) -> list[str]:
    return [q.words.of(text) for q in quotations(text) if q.depth == depth]


CASES = [
    ("curly", "“It sank,” she said, “fast.”", ["It sank,", "fast."]),
    ("straight", '"It sank," she said, "fast."', ["It sank,", "fast."]),
    ("single curly", "‘It sank,’ she said.", ["It sank,"]),
    ("single straight", "'It sank,' she said.", ["It sank,"]),
    ("guillemets", "«It sank», she said.", ["It sank"]),
    ("reversed guillemets", "»It sank«, she said.", ["It sank"]),
    ("low and high", "„It sank“, she said.", ["It sank"]),
    ("made of two", "''It sank,'' she said. ``Fast.''", ["It sank,", "Fast."]),
    ("an apostrophe is no mark", "It's the crew's boat.", []),
    ("an apostrophe inside single marks", "'I don't know,' she said.", ["I don't know,"]),
    ("a plural possessive", "‘The workers’ hall sank,’ she said.", ["The workers’ hall sank,"]),
    ("a shortened year", "In the '90s it 'sank'.", ["sank"]),
    ("inside brackets", 'The boat ("Ida") sank.', ["Ida"]),
    ("beside a dash", "It was—“fast”—and sank.", ["fast"]),
    ("opened straight, closed curly", '"It sank,” she said.', ["It sank,"]),
    ("a stray closing mark", "It sank,” she said. “Fast.”", ["Fast."]),
    ("nothing between the marks", 'It "" sank.', []),
]


@pytest.mark.parametrize(("reason", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_marks_of_every_style_are_paired(reason: str, text: str, expected: list[str]) -> None:
    assert words(text) == expected, reason


NESTED = [
    ("single in double", "“He said ‘go’ to me,” she said.", ["go"]),
    ("double in single", "‘He said “go” to me,’ she said.", ["go"]),
    ("double in double", "“He said “go” to me,” she said.", ["go"]),
    ("straight in straight", '"He said "go" to me," she said.', ["go"]),
]


@pytest.mark.parametrize(("reason", "text", "expected"), NESTED, ids=[case[0] for case in NESTED])
def test_a_quotation_inside_another_is_one_deeper(
    reason: str, text: str, expected: list[str]
) -> None:
    assert words(text, depth=1) == expected, reason
    assert len(words(text)) == 1


def test_a_quotation_over_paragraphs_opens_each_and_closes_the_last() -> None:
    first, second, third = quotations("“It sank.\n“We ran.\n“It was cold.” She left.")
    assert [first.goes_on, second.goes_on, third.goes_on] == [False, True, True]
    assert [first.closed, second.closed, third.closed] == [False, False, True]


def test_a_lost_closing_mark_does_no_harm_beyond_its_paragraph() -> None:
    text = "“It sank, she said.\nThe boat was “old”."
    assert words(text) == ["It sank, she said.", "old"]
    assert [q.goes_on for q in quotations(text)] == [False, False]


def test_a_lost_closing_mark_before_another_opening_ends_with_the_sentence() -> None:
    assert words("“It sank, she said. “We ran,” she said.") == ["It sank, she said.", "We ran,"]


@given(st.text(alphabet="ab ,.\n“”\"'’‘«»", max_size=60) | st.text(max_size=40))
def test_quotations_nest_or_stand_apart_and_their_words_lie_inside_their_marks(text: str) -> None:
    found = quotations(text)
    for quotation in found:
        assert quotation.outer.contains(quotation.words)
        assert quotation.words.of(text).strip() == quotation.words.of(text) != ""
        for other in found:
            apart = not quotation.outer.overlaps(other.outer)
            assert (
                apart
                or quotation.outer.contains(other.outer)
                or other.outer.contains(quotation.outer)
            )
