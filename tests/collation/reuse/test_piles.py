"""What must hold of any pile, and of piles nobody should bring."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collation.reuse.test_edits import reading
from tests.collation.reuse.test_passages import FERRY
from twosource.collation.reuse import derive, find_passages
from twosource.collation.reuse.fingerprints import FEW
from twosource.model import Reading

SENTENCES = [
    "A fire broke out late on Thursday aboard the ferry Santa Brizia while it was crossing.",
    "Rescuers from Galdo brought most of the passengers ashore before the lamps were lit.",
    "The harbour office had warned of the old boilers in three letters since the spring.",
    "Nobody at the yard would say on Friday who had signed for the last inspection.",
    "A band that had been hired for a wedding went on playing until the deck grew hot.",
    "The owner promised a new ship, a chapel, and bread for a year to all who lost somebody.",
]
UNRELATED = "Zwei Hasen zogen gestern quer durch Kirchdorf und fraßen dort Klee vom Wegesrand."

piles = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join),
    min_size=2,
    max_size=5,
)


def pile(texts: list[str]) -> list[Reading]:
    return [reading(f"{number:05}", text) for number, text in enumerate(texts)]


@given(piles, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(texts: list[str], chance: Random) -> None:
    told = pile(texts)
    turned = chance.sample(told, len(told))
    assert find_passages(turned) == find_passages(told)
    assert derive(turned, find_passages(turned)) == derive(told, find_passages(told))


@given(piles)
def test_an_article_on_something_else_changes_nothing(texts: list[str]) -> None:
    told = pile(texts)
    more = [*told, reading("zz", UNRELATED)]
    assert find_passages(more) == find_passages(told)
    assert derive(more, find_passages(more)) == derive(told, find_passages(told))


@given(piles)
def test_every_passage_lies_in_its_articles_and_every_edit_in_its_passage(
    texts: list[str],
) -> None:
    told = {one.article.id: one.article.text for one in pile(texts)}
    for passage in find_passages(pile(texts)):
        for end in (passage.a, passage.b):
            words = end.span.of(told[end.article])
            assert len(words) == len(end.span) > 0
            assert words == words.strip()
        for edit in passage.edits:
            assert passage.a.span.contains(edit.a)
            assert passage.b.span.contains(edit.b)


def test_one_article_shares_nothing() -> None:
    assert find_passages(pile([FERRY])) == ()
    assert find_passages([]) == ()


def test_texts_without_words_share_nothing() -> None:
    told = pile(["", " \n ", "…", ""])
    assert derive(told, find_passages(told)) == ()


def test_a_text_that_says_itself_twice_shares_nothing_with_itself() -> None:
    assert find_passages(pile([f"{FERRY}\n{FERRY}", UNRELATED])) == ()


def test_a_text_that_says_another_twice_shares_both() -> None:
    found = find_passages(pile([f"{FERRY}\n{FERRY}", FERRY]))
    assert len({one.a.span for one in found}) == 2


def test_ten_thousand_copies_are_each_laid_beside_the_first_alone() -> None:
    found = find_passages(pile([FERRY] * 10_000))
    assert len(found) == 9_999
    assert {one.a.article for one in found} == {"00000"}


def test_a_crowd_of_near_copies_is_laid_beside_the_first_and_the_next_ones_alone() -> None:
    told = [f"{FERRY} Page {number} of the paper." for number in range(400)]
    found = find_passages(pile(told))
    couples = {(one.a.article, one.b.article) for one in found}
    assert len(couples) <= 400 * 2 * FEW
    assert {b for a, b in couples if a == "00000"} == {f"{number:05}" for number in range(1, 400)}


def test_a_word_said_four_hundred_thousand_times_is_no_passage() -> None:
    told = pile(["tuna " * 400_000, "tuna " * 399_999, "tuna " * 400_000 + FERRY])
    assert find_passages(told) == ()


@settings(max_examples=20)
@given(st.text(), st.text())
def test_any_two_texts_end_sensibly(a: str, b: str) -> None:
    told = pile([a, b])
    assert len(derive(told, find_passages(told))) <= 1
