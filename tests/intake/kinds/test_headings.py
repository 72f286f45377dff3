"""What a web page calls its article, by its headings and its head."""

import pytest

from twosource.intake.articles import articles_in
from twosource.model import Article, BlockKind

STORY = (
    "<p>A ferry sank off Ruhl on Tuesday, the coast guard said, and nine people were rescued.</p>"
    "<p>Ilse Marrow, the harbour master, said that nobody had told her of a leak.</p>"
)


def article(head: str, body: str) -> Article:
    page = f"<html><head>{head}</head><body>{body}{STORY}</body></html>"
    (found,) = articles_in("a.html", page.encode())
    assert isinstance(found, Article)
    return found


OG = '<meta property="og:title" content="Ferry sinks off Ruhl">'


@pytest.mark.parametrize(
    ("head", "body", "reason"),
    [
        (
            "<title>Document1</title>",
            '<p class="MsoTitle">Ferry sinks off Ruhl</p><h1>What happened</h1>',
            "Word marks the title, and its headings are those of parts",
        ),
        (
            "<title>Microsoft Word - ferry</title>",
            "<p class=MsoTitle><span>Ferry sinks<br>off Ruhl</span></p>",
            "without quotation marks, and on two lines",
        ),
        (
            OG,
            "<h1><span>Shipping</span> Ferry sinks off Ruhl</h1>",
            "a kicker stands in the heading before the headline",
        ),
        (OG, "<h1><span>Shipping</span>Ferry sinks off Ruhl</h1>", "with nothing between"),
        (
            "<title>Ferry sinks off Ruhl - Isle letters</title>",
            "<h2>Ferry sinks off Ruhl</h2>",
            "the title opens with a heading, and nothing names the site",
        ),
        (
            "<title>Isle letters » News » Ferry sinks off Ruhl</title>",
            "<h2>Isle letters</h2><h3>Ferry sinks off Ruhl</h3>",
            "it ends with one",
        ),
        (
            "<title>Ferry sinks off Ruhl | The Harbour Post</title>",
            "<h2>Ferry sinks off Ruhl</h2><h2>The Harbour Post</h2>",
            "a site's name is a heading, too",
        ),
    ],
)
def test_the_title_is_the_heading_that_the_head_of_the_page_speaks_of(
    head: str, body: str, reason: str
) -> None:
    found = article(head, body).title
    assert found is not None
    assert " ".join(found.value.split()) == "Ferry sinks off Ruhl", reason


def test_words_before_a_colon_stay_though_the_head_of_the_page_leaves_them_out() -> None:
    found = article(OG, "<h1>“No leak”: Ferry sinks off Ruhl</h1>").title
    assert found is not None
    assert found.value == "“No leak”: Ferry sinks off Ruhl"


def test_a_heading_with_a_kicker_is_the_title_and_its_headline_the_part_that_counts() -> None:
    found = article(OG, "<h1>Shipping Ferry sinks off Ruhl</h1>")
    assert [one.kind for one in found.blocks].count(BlockKind.TITLE) == 1
    assert found.title is not None
    assert found.title.span is not None
    assert found.title.span.of(found.text) == "Ferry sinks off Ruhl"


HEADING = "<h1>Ferry sinks off Ruhl</h1>"


@pytest.mark.parametrize(
    ("title", "body", "outlet", "reason"),
    [
        ("Ferry sinks off Ruhl | The Ruhl Post", "", "The Ruhl Post", "behind a bar"),
        ("Ferry sinks off Ruhl | World | The Ruhl Post", "", "The Ruhl Post", "behind a section"),
        ("Ferry sinks off Ruhl - The Ruhl Post", HEADING, "The Ruhl Post", "behind the heading"),
        ("Ferry sinks off Ruhl | ruhlpost.example", "", "ruhlpost.example", "a site's address"),
        ("Ferry sinks off Ruhl - The Ruhl Post", "", None, "a dash may stand in a headline"),
        ("Ferry sinks off Ruhl | World news", "", None, "the name of a section"),
        ("Ferry sinks off Ruhl | Nine rescued", "", None, "no word of a masthead"),
        ("The Ruhl Post", "", None, "nothing stands before it"),
    ],
)
def test_a_site_that_only_the_title_element_names_is_the_outlet(
    title: str, body: str, outlet: str | None, reason: str
) -> None:
    found = article(f"<title>{title}</title>", body)
    assert (found.outlet.value if found.outlet else None) == outlet, reason
    if outlet:
        assert found.title is not None
        assert found.title.value == "Ferry sinks off Ruhl", reason
