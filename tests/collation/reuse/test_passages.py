from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.collation.reuse import find_passages
from twosource.collation.reuse.words import words_of
from twosource.model import (
    Article,
    Block,
    BlockKind,
    DateEvidence,
    DateRole,
    Edit,
    EditKind,
    Interval,
    Passage,
    PassageKind,
    Reading,
    Span,
    Statement,
    StatementKind,
)

FERRY = (
    "A fire broke out late on Thursday aboard the ferry Santa Brizia while it was crossing the "
    "lake with 143 people on board, the harbour office said. Rescuers brought most of the "
    "passengers ashore before midnight, and two of them died on the way to the hospital in Galdo."
)
WEATHER = (
    "The weather service expects strong winds from the west over the whole weekend. Farmers in "
    "the valley should bring in what is left of the plum harvest, and hikers had better stay below "
    "the tree line until Monday morning."
)


def reading(name: str, text: str, *quoted: str, day: str | None = None) -> Reading:
    """One body block for each line; the words of `quoted` are direct statements."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), BlockKind.BODY, "a line"))
        start += len(line)
    article = Article(name, name, text, tuple(blocks), published=published(day) if day else None)
    return Reading(article, (), tuple(statement(text, words) for words in quoted), (), ())


def statement(text: str, words: str) -> Statement:
    span = Span(text.index(words), text.index(words) + len(words))
    return Statement(StatementKind.DIRECT, (span,), None, None, None, None, "quoted")


def published(day: str) -> DateEvidence:
    when = date.fromisoformat(day)
    return DateEvidence(Interval(day, when, when), DateRole.PUBLISHED, "stated", 1.0)


def only(readings: list[Reading]) -> Passage:
    (passage,) = find_passages(readings)
    return passage


def applied(passage: Passage, a: str, b: str) -> str:
    """The a side of a passage with every edit made: what b is said to have made of it."""
    text, place = "", passage.a.span.start
    for edit in passage.edits:
        text += a[place : edit.a.start] + " " + edit.b.of(b) + " "
        place = edit.a.end
    return text + a[place : passage.a.span.end]


def keys(text: str) -> tuple[int, ...]:
    return tuple(map(int, words_of(reading("x", text).article).keys))


def test_a_paragraph_taken_over_word_for_word_is_a_verbatim_passage() -> None:
    passage = only([reading("a", FERRY), reading("b", f"{WEATHER}\n\n{FERRY}")])

    assert passage.kind is PassageKind.VERBATIM
    assert passage.a.span.of(FERRY) == FERRY.rstrip(".")
    assert passage.similarity == 1
    assert passage.edits == ()


def test_curly_quotes_case_hyphens_and_line_breaks_make_no_difference() -> None:
    dressed = FERRY.upper().replace("MIDNIGHT", "MID-\nNIGHT").replace(" ON BOARD", "\n\nON-BOARD")
    passage = only([reading("a", FERRY), reading("b", dressed)])

    assert (passage.kind, passage.similarity) == (PassageKind.VERBATIM, 1)
    assert passage.b.span.of(dressed) == dressed.rstrip(".")


CHANGES = [
    ("143", "113", EditKind.NUMBER, "143", "113"),
    ("Galdo", "Galdi", EditKind.NAME, None, None),
    ("late on Thursday aboard", "on Thursday aboard", EditKind.CUT, "late", ""),
    ("crossing the lake", "crossing the wide lake", EditKind.ADDED, "", "wide"),
    ("brought most of", "carried most of", EditKind.REPLACED, "brought", "carried"),
    ("ferry Santa Brizia", "ferry “Santa Brizia”", EditKind.QUOTED, " ", " “"),
    ("midnight, and", "midnight; and", EditKind.PUNCTUATION, ", ", "; "),
]


@pytest.mark.parametrize(("old", "new", "kind", "before", "after"), CHANGES)
def test_a_change_inside_a_passage_is_named_and_shown(
    old: str, new: str, kind: EditKind, before: str | None, after: str | None
) -> None:
    a, b = FERRY + " All others are safe.", FERRY.replace(old, new) + " All others are safe."
    first = only([reading("a", a), reading("b", b)]).edits[0]

    assert first.kind is kind
    if before is not None:
        assert (first.a.of(a), first.b.of(b)) == (before, after)


def test_words_that_both_quote_are_the_same_quotation_and_not_a_copy() -> None:
    speech = (
        "We have warned of this for years, and nobody at the harbour office wanted to hear a word"
    )
    a = f"The master of the ferry was bitter. “{speech},” he said on the quay."
    b = f"“{speech}!” Such was the mood among the crew, as our reporter found."

    assert only([reading("a", a, speech), reading("b", b, speech)]).kind is PassageKind.QUOTATION
    assert only([reading("a", a, speech), reading("b", b)]).kind is PassageKind.VERBATIM


def test_a_name_with_its_office_is_no_passage() -> None:
    office = "Ada Osk, the President-elect of the National Council of the Free Lumen Republic (NCL)"
    a, b = f"On Monday {office} went home.", f"Nobody had asked {office}, who was abroad."

    assert find_passages([reading("a", a), reading("b", b)]) == ()


def test_text_outside_the_story_is_never_shared() -> None:
    text = f"{FERRY}\n"
    menu = Block(Span(0, len(FERRY)), BlockKind.NAVIGATION, "menu")
    pile = [Reading(Article(n, n, text, (menu,)), (), (), (), ()) for n in "ab"]

    assert find_passages(pile) == ()


def test_a_passage_does_not_run_across_furniture() -> None:
    first, second = FERRY.split(". ")
    text = f"{first}.\nRead more about ferries\n{second}"
    cut = text.index("Read")
    blocks = (
        Block(Span(0, cut), BlockKind.BODY, "test"),
        Block(Span(cut, text.index(second)), BlockKind.RELATED, "test"),
        Block(Span(text.index(second), len(text)), BlockKind.BODY, "test"),
    )
    pile = [reading("a", FERRY), Reading(Article("b", "b", text, blocks), (), (), (), ())]

    assert [p.b.span.of(text) for p in find_passages(pile)] == [first, second.rstrip(".")]


def test_equal_articles_are_laid_beside_the_earliest_only() -> None:
    pile = [reading(f"{i:05}", FERRY, day=f"2024-03-{20 - i % 10:02}") for i in range(2_000)]
    passages = find_passages(pile)

    assert len(passages) == 1_999
    assert all("00009" in (passage.a.article, passage.b.article) for passage in passages)


BAD = [
    ("no article", []),
    ("one article", [FERRY]),
    ("empty texts", ["", ""]),
    ("texts shorter than a passage", ["A ferry", "A ferry"]),
    ("one word two megabytes long, twice", ["word " * 400_000, "word " * 400_001]),
    ("a paragraph often repeated inside", [f"{FERRY}\n" * 50]),
]


@pytest.mark.parametrize(("reason", "texts"), BAD, ids=[case[0] for case in BAD])
def test_where_nothing_can_be_told_nothing_is_found(reason: str, texts: list[str]) -> None:
    pile = [reading(str(i), text) for i, text in enumerate(texts)]
    assert find_passages(pile) == (), reason


WORDS = ["the", "ferry", "fire", "on", "lake", "143", "Galdo", "said.", "“we", "ran”", "Olm,", "of"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@st.composite
def piles(draw: st.DrawFn) -> list[Reading]:
    """Articles that have pieces of each other, cut and mixed."""
    pieces = [FERRY, *FERRY.split(". "), WEATHER, draw(TEXTS), draw(TEXTS)]
    texts = draw(st.lists(st.lists(st.sampled_from(pieces), max_size=4).map("\n".join), max_size=5))
    return [reading(str(i), text) for i, text in enumerate(texts)]


@given(piles())
@settings(max_examples=60)
def test_spans_equal_their_texts_and_edits_applied_to_one_side_give_the_other(
    pile: list[Reading],
) -> None:
    texts = {one.article.id: one.article.text for one in pile}
    for passage in find_passages(pile):
        a, b = texts[passage.a.article], texts[passage.b.article]
        assert passage.a.article < passage.b.article
        assert keys(applied(passage, a, b)) == keys(passage.b.span.of(b))
        for evidence, text in ((passage.a, a), (passage.b, b)):
            assert evidence.span.of(text)[0].isalnum()
            assert evidence.span.of(text)[-1].isalnum()
        assert all(inside(edit, passage) for edit in passage.edits)


def inside(edit: Edit, passage: Passage) -> bool:
    return passage.a.span.contains(edit.a) and passage.b.span.contains(edit.b)


@given(piles().flatmap(lambda pile: st.tuples(st.just(pile), st.permutations(pile))))
@settings(max_examples=30)
def test_the_order_of_the_articles_does_not_matter(
    piles: tuple[list[Reading], list[Reading]],
) -> None:
    pile, shuffled = piles
    assert find_passages(shuffled) == find_passages(pile)


@given(piles())
@settings(max_examples=30)
def test_an_unrelated_article_changes_nothing(pile: list[Reading]) -> None:
    stranger = reading(
        "stranger", "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich"
    )
    assert find_passages([*pile, stranger]) == find_passages(pile)
