from evaluation.lost import common_sources, left_out, measures, parents_of
from evaluation.tree import Edge, Tree
from tests.inline import reading
from twosource import collate

FERRY = (
    "Two people died when the ferry Santa Brizia burned on Lake Orvane late on Thursday night, and "
    "divers searched the car deck until the early morning."
)
TRUE = Tree(
    edges=(
        Edge("copy", "wire", in_set=True, cited_only=False),
        Edge("retold", "wire", in_set=True, cited_only=False),
        Edge("blog", "copy", in_set=True, cited_only=False),
        Edge("wire", "a lost release", in_set=False, cited_only=False),
    ),
    independent=(),
)
PARENTS = parents_of(TRUE)


def test_only_what_two_others_have_text_from_is_left_out() -> None:
    assert left_out(TRUE) == {"wire"}


def test_sources_are_common_unless_one_article_has_text_from_the_other() -> None:
    assert common_sources(("blog", "retold"), PARENTS) == {"wire", "a lost release"}
    assert common_sources(("blog", "copy"), PARENTS) == frozenset()


def test_a_lost_source_is_found_and_right() -> None:
    pile = [
        reading("wire", FERRY, published="2024-10-18", credit="CPB"),
        reading("copy", FERRY[:-1], outlet="Mail", published="2024-10-18"),
        reading("retold", f"{FERRY} Yes.", outlet="Echo", published="2024-10-19", credit="CPB"),
    ]
    figures = {one.id: one.value for one in measures(TRUE, collate(pile))}
    assert figures == {"tree.lost_found": 1.0, "tree.lost_right": 1.0}


def test_where_no_source_is_shared_nothing_is_asked_for() -> None:
    assert list(measures(Tree((), ()), collate([reading("a", FERRY)]))) == []
