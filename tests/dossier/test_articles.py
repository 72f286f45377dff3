from hypothesis import given
from hypothesis import strategies as st

from tests.builders import article, reading
from twosource.dossier.articles import article_text
from twosource.dossier.index import index
from twosource.dossier.view import ArticleText, Citation, Piece
from twosource.model import Collation, Span

STORY = article(
    "The well of Ostra",
    "It ran dry in May.",
    "Nobody knows why, or since when.",
    menu="Home | News",
)
WHERE = index(Collation((reading(STORY),), (), (), (), ()))


def cited(*spans: Span) -> Citation:
    return WHERE.cite_parts(STORY.id, spans)


def shown(*citations: Citation) -> ArticleText:
    return article_text(STORY, WHERE, citations)


def marked(text: ArticleText) -> dict[str, str]:
    """The characters between the opening and the end of every stretch, by anchor."""
    found: dict[str, str] = {}
    for paragraph in text.paragraphs:
        stack: list[str] = []
        for piece in paragraph.pieces:
            stack += [opening.anchor for opening in piece.opens]
            for anchor in stack:
                found[anchor] = found.get(anchor, "") + piece.text
            del stack[len(stack) - piece.closes :]
        assert stack == []
    return found


def pieces(text: ArticleText) -> list[Piece]:
    return [piece for paragraph in text.paragraphs for piece in paragraph.pieces]


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(STORY.text) - 1))
    return Span(start, draw(st.integers(start + 1, len(STORY.text))))


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    """Words that may be interrupted once."""
    whole = draw(spans())
    middle = whole.start + len(whole) // 2
    if draw(st.booleans()) and len(whole) > 2:
        return cited(Span(whole.start, middle), Span(middle + 1, whole.end))
    return cited(whole)


@given(st.lists(citations(), max_size=8))
def test_marks_never_change_a_character_of_the_text(found: list[Citation]) -> None:
    words = [
        "".join(piece.text for piece in paragraph.pieces) for paragraph in shown(*found).paragraphs
    ]
    assert words == [block.span.of(STORY.text) for block in STORY.blocks]


@given(st.lists(citations(), max_size=8))
def test_every_citation_marks_exactly_its_characters_however_they_cross(
    found: list[Citation],
) -> None:
    marks = marked(shown(*found))
    for citation in found:
        covered = "".join(span.of(STORY.text) for span in citation.spans)
        assert marks.get(citation.anchor, "") == covered.replace("\n", "")


@given(st.lists(citations(), max_size=8))
def test_every_citation_has_exactly_one_place_where_a_link_lands(found: list[Citation]) -> None:
    text = shown(*found)
    landings = [o.anchor for piece in pieces(text) for o in piece.opens if o.first]
    assert sorted([*landings, *text.unplaced]) == sorted({c.anchor for c in found})


def test_words_between_two_blocks_are_reached_at_the_head_of_the_article() -> None:
    between = cited(Span(STORY.blocks[0].span.end, STORY.blocks[1].span.start))
    assert shown(between).unplaced == (between.anchor,)


def test_what_was_set_aside_is_shown_as_such_with_its_reason() -> None:
    menu, title, *_ = shown().paragraphs
    assert (menu.kind, menu.aside, menu.reason) == ("navigation", True, "stated by the test")
    assert (title.kind, title.aside) == ("title", False)
