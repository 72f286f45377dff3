"""Lines that come back on several pages of a pile."""

import pytest

from twosource.intake.metadata import article_of
from twosource.intake.page import Markup, page_of
from twosource.intake.recurring import with_recurring_lines_marked
from twosource.model import Article, Attested, Block, BlockKind

STORIES = (
    "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it.",
    "The ferry to Weir was late on Monday because nobody could find the key to its engine room.",
    "Nobody had expected the orchard in Ruhl to bear more than two hundred pears this autumn.",
)
PITCH = "Every morning we send the best of our stories to those who want them, and it is free."


def pages(*inserted: str, outlets: tuple[str | None, ...] = ("The Post",) * 3) -> list[Article]:
    """Three stories with the same lines below each."""
    return [
        page((story, f"That was told by a reader who saw {number} of it.", *inserted), outlet)
        for number, (story, outlet) in enumerate(zip(STORIES, outlets, strict=True))
    ]


def page(lines: tuple[str, ...], outlet: str | None) -> Article:
    markup = Markup(outlet=Attested(outlet, "said") if outlet else None)
    name = f"{abs(hash(lines)):x}"
    return article_of(
        name, name, page_of([(line, None) for line in lines], flattened=False, markup=markup)
    )


def blocks_that_say(said: str, articles: tuple[Article, ...]) -> list[Block]:
    return [b for a in articles for b in a.blocks if b.span.of(a.text) == said]


@pytest.mark.parametrize("line", [PITCH, "Our best, in your letter box"])
def test_a_line_below_three_stories_of_one_outlet_is_furniture_and_says_why(line: str) -> None:
    found = blocks_that_say(line, with_recurring_lines_marked(pages(line)))
    assert [block.kind for block in found] == [BlockKind.NAVIGATION] * 3
    assert "tell other stories" in found[0].reason


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param(pages(PITCH)[:2], id="two pages are not enough"),
        pytest.param(
            pages(PITCH, outlets=("The Post", "The Weir Echo", "The Ruhl Courier")),
            id="three outlets that print the same line may have copied it",
        ),
        pytest.param(pages(PITCH, outlets=(None,) * 3), id="pages of an unknown make"),
        pytest.param(
            [page((STORIES[0], f"Copy {number}.", PITCH), "The Post") for number in range(3)],
            id="versions of one story share all of it",
        ),
        pytest.param(
            [
                page(
                    (story, PITCH, *(f"{story} So said {n} people." for n in range(5))), "The Post"
                )
                for story in STORIES
            ],
            id="the background of a story comes back in its midst",
        ),
    ],
)
def test_a_line_that_may_belong_to_the_story_stays_in_it(articles: list[Article]) -> None:
    found = blocks_that_say(PITCH, with_recurring_lines_marked(articles))
    assert {block.kind for block in found} == {BlockKind.BODY}


def test_pages_without_an_outlet_are_of_one_make_where_they_share_their_menus() -> None:
    menu = ("Subscribe now", "Terms of use", "Privacy policy")
    articles = pages(PITCH, *menu, outlets=(None,) * 3)
    found = blocks_that_say(PITCH, with_recurring_lines_marked(articles))
    assert {block.kind for block in found} == {BlockKind.NAVIGATION}


def test_a_pile_in_which_nothing_comes_back_is_left_as_it_is() -> None:
    articles = pages()
    assert with_recurring_lines_marked(articles) == tuple(articles)
