import pytest

from evaluation.tree import Edge, Independent, Tree, dice, edges, independence

TRUE = Tree(
    edges=(
        Edge("copy", "wire", in_set=True, cited_only=False),
        Edge("blog", "copy", in_set=True, cited_only=False),
        Edge("local", "wire", in_set=True, cited_only=True),
        Edge("wire", "a lost release", in_set=False, cited_only=False),
    ),
    independent=(Independent(("local", "copy")),),
)
COPY, UNDECIDED = True, False


@pytest.mark.parametrize(
    ("found", "f1", "directed"),
    [
        ({("wire", "copy"): COPY, ("copy", "blog"): COPY}, 1.0, 1.0),
        # one turned round
        ({("copy", "wire"): COPY, ("copy", "blog"): COPY}, 1.0, 0.5),
        # one whose direction cannot be told
        ({("wire", "copy"): UNDECIDED, ("copy", "blog"): COPY}, 1.0, 0.5),
        # one missed
        ({("wire", "copy"): COPY}, 2 / 3, 2 / 3),
        # the grandparent taken for the parent
        ({("wire", "copy"): COPY, ("wire", "blog"): COPY}, 0.5, 0.5),
        # a mere citation is neither asked for nor wrong
        ({("wire", "copy"): COPY, ("copy", "blog"): COPY, ("wire", "local"): COPY}, 1.0, 1.0),
        ({}, 0.0, 0.0),
    ],
)
def test_edges_are_held_against_the_true_tree(
    found: dict[tuple[str, str], bool], f1: float, directed: float
) -> None:
    figures = {measure.id: measure.value for measure in edges(TRUE, found)}
    assert figures["tree.edges_f1"] == pytest.approx(f1)
    assert figures["tree.directed_edges_f1"] == pytest.approx(directed)


def test_direction_is_taken_over_decided_edges_only() -> None:
    found = {("wire", "copy"): COPY, ("blog", "copy"): UNDECIDED}
    figures = {measure.id: measure for measure in edges(TRUE, found)}
    assert (figures["tree.direction"].value, figures["tree.direction"].n) == (1.0, 1)
    assert figures["tree.decided"].value == 0.5


def test_independent_articles_called_a_copy_are_counted_whichever_way_the_copy_points() -> None:
    (apart,) = independence(TRUE, {("wire", "copy")})
    (called,) = independence(TRUE, {("copy", "local")})
    assert (apart.value, called.value) == (0.0, 1.0)


def test_nothing_asked_and_nothing_found_is_right() -> None:
    assert dice(0, 0, 0) == 1.0
