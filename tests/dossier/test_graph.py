from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import article, reading
from twosource.dossier.graph import ROWS_SHOWN, draw
from twosource.dossier.index import Index, index
from twosource.dossier.relations import relation
from twosource.dossier.view import Graph, RelationShown
from twosource.model import Article, Collation, Derivation, DerivationKind, LostSource

STORIES = [
    article(f"Part {n}", "Words.", published=f"2031-01-{n:02}", name=f"{n:02}.txt")
    for n in range(1, 9)
]
WHERE = index(Collation(tuple(map(reading, STORIES)), (), (), (), ()))


def derived(
    parent: int, child: int, kind: DerivationKind = DerivationKind.COPY, *, direct: bool = True
) -> RelationShown:
    """Article `child` from article `parent`, both counted from 1."""
    return derived_of(STORIES[parent - 1], STORIES[child - 1], WHERE, kind, direct=direct)


def derived_of(
    parent: Article,
    child: Article,
    where: Index,
    kind: DerivationKind = DerivationKind.COPY,
    *,
    direct: bool = True,
) -> RelationShown:
    found = Derivation(
        parent.id,
        child.id,
        kind,
        confidence=0.9,
        share=0.5,
        direct=direct,
        reasons=(),
        passages=(),
    )
    return relation(found, where)


def lines(graph: Graph) -> list[tuple[int, int, int]]:
    return [(edge.top, edge.bottom, edge.lane) for edge in graph.edges]


def test_an_article_without_relations_stands_apart_and_is_named() -> None:
    graph = draw([derived(1, 2)], WHERE)
    assert [row.label for row in graph.rows] == ["A1", "A2"]
    assert [row.label for row in graph.alone.shown] == ["A3", "A4", "A5", "A6", "A7", "A8"]


def test_copies_of_one_text_share_a_lane_like_the_branches_of_a_tree() -> None:
    assert lines(draw([derived(1, 2), derived(1, 3)], WHERE)) == [(0, 1, 0), (0, 2, 0)]


def test_a_line_that_encloses_another_runs_farther_out() -> None:
    graph = draw([derived(1, 4), derived(2, 3)], WHERE)
    assert lines(graph) == [(0, 3, 1), (1, 2, 0)]
    assert graph.lanes == 2


def test_what_a_chain_of_copies_explains_is_not_drawn_again() -> None:
    graph = draw([derived(1, 2), derived(2, 3), derived(1, 3, direct=False)], WHERE)
    assert [(edge.top, edge.bottom) for edge in graph.edges] == [(0, 1), (1, 2)]


def test_a_line_without_a_known_direction_has_no_arrow_and_both_ends_say_so() -> None:
    graph = draw([derived(1, 2, DerivationKind.UNDECIDED)], WHERE)
    assert [edge.directed for edge in graph.edges] == [False]
    assert [row.note for row in graph.rows] == [
        "shares text with A2 (50%)",
        "shares text with A1 (50%)",
    ]


def test_an_article_with_indirect_relations_only_stands_apart() -> None:
    graph = draw([derived(1, 2), derived(1, 3, direct=False)], WHERE)
    assert "A3" in [row.label for row in graph.alone.shown]


def test_a_source_that_is_not_in_the_pile_stands_above_those_that_have_text_from_it() -> None:
    ends = STORIES[0].id, STORIES[2].id
    graph = draw([derived(1, 2)], WHERE, [LostSource("CPB", ends, (), 0.8, ())])

    assert [(row.label, row.source) for row in graph.rows[:1]] == [(None, "CPB")]
    assert [row.label for row in graph.rows[1:]] == ["A1", "A2", "A3"]
    assert [(one.top, one.bottom, one.kind) for one in graph.edges] == [
        (0, 1, "lost source"),
        (0, 3, "lost source"),
        (1, 2, "copy"),
    ]
    assert "A3" not in [row.label for row in graph.alone.shown]


def test_an_article_with_two_parents_names_both() -> None:
    graph = draw([derived(1, 3), derived(2, 3)], WHERE)
    assert graph.rows[2].note == "text from A1 (50%) and A2 (50%)"


@given(st.sets(st.tuples(st.integers(1, 8), st.integers(1, 8)).filter(lambda p: p[0] < p[1])))
def test_lines_from_different_articles_never_run_over_each_other(
    pairs: set[tuple[int, int]],
) -> None:
    edges = draw([derived(*pair) for pair in sorted(pairs)], WHERE).edges
    for one in edges:
        for other in edges:
            if one.top != other.top and one.lane == other.lane:
                assert one.bottom < other.top or other.bottom < one.top


def test_a_drawing_of_a_large_pile_stops_and_says_how_many_are_missing() -> None:
    many = [article(f"Part {n}", "W.", name=f"{n:03}") for n in range(ROWS_SHOWN + 5)]
    where = index(Collation(tuple(map(reading, many)), (), (), (), ()))
    chain = [derived_of(parent, child, where) for parent, child in pairwise(many)]
    graph = draw(chain, where)
    assert (len(graph.rows), graph.more) == (ROWS_SHOWN, 5)


def test_a_note_names_two_articles_and_counts_the_others() -> None:
    graph = draw([derived(parent, 8) for parent in range(1, 6)], WHERE)
    assert graph.rows[-1].note == "text from A1 (50%), A2 (50%) and 3 more"
