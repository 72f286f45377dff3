"""The site's name around a headline goes; words before a colon that are the headline's stay."""

import pytest

from twosource.intake.articles import articles_in
from twosource.intake.lines.site_names import headline, names_of_the_site
from twosource.model import Article, Attested, Span

HARBOUR_POST = names_of_the_site(
    Attested("Harbour Post", "told"), Attested("https://www.harbourpost.example/1", "told")
)


@pytest.mark.parametrize(
    "title",
    [
        "Ferry sinks off Ruhl | Harbour Post",
        "Ferry sinks off Ruhl – Harbour Post",
        "Ferry sinks off Ruhl - The Harbour Post",
        "Ferry sinks off Ruhl|harbourpost.example",
        "Harbour Post: Ferry sinks off Ruhl",
        "The Harbour Post | Ferry sinks off Ruhl",
        "HARBOUR POST » Ferry sinks off Ruhl",
        "Harbour Post | Ferry sinks off Ruhl | Harbour Post",
        "Ferry sinks off Ruhl | World | Harbour Post",
        "Ferry sinks off Ruhl - World - Harbour Post",
        "Ferry sinks off Ruhl | Norland | Isles | Harbour Post",
    ],
)
def test_the_sites_name_before_and_after_a_headline_goes(title: str) -> None:
    assert headline(Attested(title, "told"), HARBOUR_POST).value == "Ferry sinks off Ruhl"


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Ruhl ferry: nine are rescued", "the words before the colon are the headline's"),
        ("Marrow: nobody told me of a leak", "a speaker stands before the colon"),
        ("Ferry sinks off Ruhl – nine are rescued", "what follows the dash is no site"),
        ("Harbour Post sold to Ruhl Bank", "the paper is whom the headline is about"),
        ("Ruhl Bank buys Harbour Post", "the name at the end is a word of the sentence"),
        ("Who owns the news: the Harbour Post-Ruhl deal", "a hyphen parts no site from a headline"),
        ("Ferry sinks – nine rescued – Harbour", "it is no name of the site"),
        ("Harbour Post: Obituaries", "what would be left is no headline"),
        ("Ruhl Gazette: Ferry sinks off Ruhl", "another paper's name may be what it is about"),
    ],
)
def test_a_headline_keeps_its_own_words(title: str, reason: str) -> None:
    assert headline(Attested(title, "told"), HARBOUR_POST).value == title, reason


def test_where_nothing_names_the_site_the_title_stays() -> None:
    title = "Ferry sinks off Ruhl | Harbour Post"
    nobody = names_of_the_site(None, None)
    assert headline(Attested(title, "told"), nobody).value == title


def test_a_broken_address_names_no_site() -> None:
    assert names_of_the_site(None, Attested("http://[harbour", "told")) == frozenset()


@pytest.mark.parametrize(
    ("title", "left", "reason"),
    [
        (
            "Ferry sinks – nine rescued – Harbour Post",
            "Ferry sinks – nine rescued",
            "what stands between dashes may be the headline's",
        ),
        (
            "Interview | Ilse Marrow | Harbour Post",
            "Interview | Ilse Marrow",
            "what would be left is no headline",
        ),
        (
            "Ferry sinks | Nine people are rescued | Harbour Post",
            "Ferry sinks | Nine people are rescued",
            "longer than a section's name",
        ),
    ],
)
def test_only_a_section_goes_with_the_site(title: str, left: str, reason: str) -> None:
    assert headline(Attested(title, "told"), HARBOUR_POST).value == left, reason


def test_a_headline_keeps_its_place_when_its_site_goes() -> None:
    text = "x Harbour Post: Ferry sinks | Harbour Post"
    found = headline(Attested(text[2:], "told", Span(2, len(text))), HARBOUR_POST)
    assert found.span is not None
    assert found.span.of(text) == found.value == "Ferry sinks"


STORY = "<p>A ferry sank off Ruhl.</p><p>Nine people were rescued, said Ilse Marrow.</p>"
ADDRESS = '<link rel="canonical" href="https://harbourpost.example/7">'
SITE = '<meta property="og:site_name" content="Harbour Post">'


def article(page: str) -> Article:
    (found,) = articles_in("a.html", page.encode())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (f"{SITE}<title>Harbour Post: Ferry sinks</title></head><body>", "Ferry sinks"),
        (
            f"{ADDRESS}<title>Ferry sinks | Harbour Post</title></head><body>",
            "Ferry sinks",
        ),
        (f"{SITE}<title>x</title></head><body><h1>Ferry sinks – Harbour Post</h1>", "Ferry sinks"),
        (
            f"{SITE}<title>x</title></head><body><h1>Harbour Post: ten years on</h1>",
            "Harbour Post: ten years on",
        ),
        (
            f"{SITE}<title>Ferry sinks | Harbour Post</title></head><body><h1>Harbour Post</h1>",
            "Ferry sinks",
        ),
    ],
)
def test_a_page_that_names_its_site_loses_the_name_in_its_title(page: str, title: str) -> None:
    found = article(f"<html><head>{page}{STORY}</body></html>")
    assert found.title is not None
    assert found.title.value == title
    assert found.title.span is None or found.title.span.of(found.text) == title
