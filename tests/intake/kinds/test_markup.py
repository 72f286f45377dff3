"""What a web page's markup says of its article."""

import json

import pytest
from lxml.html import document_fromstring

from twosource.intake.kinds.markup import read_markup
from twosource.intake.page import Markup
from twosource.model import CreditKind, DateRole


def markup(head: str = "", body: str = "") -> Markup:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_markup(document_fromstring(page))


def linked(**fields: object) -> str:
    """A JSON-LD script about an article."""
    data = json.dumps({"@type": "NewsArticle", **fields})
    return f'<script type="application/ld+json">{data}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("said", "persons", "organisations"),
    [
        ("Ada Quill", ("Ada Quill",), ()),
        ("Von Ada Quill am", ("Ada Quill",), ()),  # what is left where a date was cut off
        ("By Ada Quill | 3 May 2031", ("Ada Quill",), ()),
        ("Ada Quill, PhD", ("Ada Quill",), ()),
        ("Ada Quill, dpa", ("Ada Quill",), ("dpa",)),
        ("Ada Quill and Tom Reed", ("Ada Quill", "Tom Reed"), ()),
        ("Ada Quill, Tom Reed", ("Ada Quill", "Tom Reed"), ()),
        ("Ada Quill/AFP", ("Ada Quill",), ("AFP",)),
        ("Redaktion", (), ("Redaktion",)),
        ("Heron Stiftung e.V.", (), ("Heron Stiftung e.V",)),
        ("Posted on", (), ()),
        ("Name *", (), ()),  # the label of a form
        ("@adaquill", (), ()),
    ],
)
def test_names_are_cleaned_and_persons_and_organisations_kept_apart(
    said: str, persons: tuple[str, ...], organisations: tuple[str, ...]
) -> None:
    found = markup(meta("author", said)).byline
    assert (found.persons if found else ()) == persons
    assert (found.organisations if found else ()) == organisations


def test_what_linked_data_calls_an_organisation_is_one() -> None:
    author = [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Organization", "name": "Weir"}]
    found = markup(linked(author=author)).byline
    assert found is not None
    assert found.value == "Ada Quill"
    assert found.organisations == ("Weir",)


def test_a_person_named_in_the_page_comes_before_an_organisation_named_in_its_head() -> None:
    found = markup(meta("author", "Heron Stiftung"), "<p class='byline'>Von Ada Quill</p>").byline
    assert found is not None
    assert found.value == "Ada Quill"


@pytest.mark.parametrize(
    ("based", "named"),
    [
        ("https://weir.example/heron", ["https://weir.example/heron"]),
        ({"@id": "https://weir.example/heron"}, ["https://weir.example/heron"]),
        ({"url": "https://weir.example/a", "name": "A heron's year"}, ["A heron's year"]),
        ({"publisher": {"name": "The Weir Post"}, "url": "https://w.example"}, ["The Weir Post"]),
        (
            [{"name": "A heron's year"}, "https://w.example"],
            ["A heron's year", "https://w.example"],
        ),
        ({}, []),
        ([[], None, 3], []),  # of other shapes
    ],
)
def test_what_a_story_is_based_on_is_a_credit(based: object, named: list[str]) -> None:
    credits_ = markup(linked(isBasedOn=based)).credits
    assert [credit.named for credit in credits_] == named
    assert {credit.kind for credit in credits_} <= {CreditKind.REPUBLICATION}


@pytest.mark.parametrize(
    ("name", "content", "kind", "named"),
    [
        ("dc.source", "QPA", CreditKind.SYNDICATION, "QPA"),
        ("article:publisher", "The Bracken Post", CreditKind.RIGHTS, "The Bracken Post"),
        ("article:publisher", "https://f.example/brackenpost/", CreditKind.RIGHTS, "brackenpost"),
        ("copyright", "© 2031 The Bracken Post", CreditKind.RIGHTS, "The Bracken Post"),
    ],
)
def test_whom_meta_elements_name_is_a_credit(
    name: str, content: str, kind: CreditKind, named: str
) -> None:
    (credit,) = markup(meta(name, content)).credits
    assert (credit.kind, credit.named) == (kind, named)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2031-05-03", "2031-05-03"),
        ("2031-05-03T23:30:00+02:00", "2031-05-03"),  # the newsroom's own clock counts
        ("2031-05-02T22:00:00Z", "2031-05-03"),  # midnight in central Europe
        ("2031-05-02T22:01:00Z", "2031-05-02"),
        ("9999-12-31T23:00:00Z", "9999-12-31"),  # the last day there is
        ("3 May 2031", "2031-05-03"),
        ("2031-02-31", None),
    ],
)
def test_a_stamp_gives_its_day(stamp: str, day: str | None) -> None:
    dates = markup(meta("article:published_time", stamp)).dates
    assert [one.interval.value for one in dates] == ([day] if day else [])


def test_every_date_of_the_markup_is_kept_with_its_place_and_role() -> None:
    head = linked(datePublished="2031-05-03", dateModified="2031-05-04")
    address = '<link rel="canonical" href="https://post.example/2031/05/03/heron">'
    found = [(one.how, one.role) for one in markup(head + address).dates]
    assert ("JSON-LD datePublished", DateRole.PUBLISHED) in found
    assert ("JSON-LD dateModified", DateRole.MODIFIED) in found
    assert ("the day in the page's address", DateRole.PUBLISHED) in found


def test_the_canonical_address_is_kept() -> None:
    found = markup('<link rel="canonical" href="https://post.example/heron">').url
    assert found is not None
    assert found.value == "https://post.example/heron"


def script(said: str) -> str:
    return f'<script type="application/ld+json">{said}</script>'


STORY = '{"@type": "NewsArticle", "author": "Ada Quill", "datePublished": "2031-05-03"}'


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (f"/* <![CDATA[ */ {STORY}; /* ]]> */", "hidden from old browsers"),
        (f"//<![CDATA[\n{STORY}\n//]]>", "in the other way"),
        (f"<!-- {STORY} -->", "in a comment"),
        (STORY.replace("{", '{"description": "one\ntwo\tthree", '), "line breaks in a string"),
        (f"[{STORY}]", "a list"),
        (f'{{"@type": "WebPage", "datePublished": "2029-01-01", "mainEntity": {STORY}}}', "inside"),
        (f'[{{"@type": "WebPage", "datePublished": "2029-01-01"}}, {STORY}]', "beside its page"),
        *(
            (STORY.replace("NewsArticle", kind), kind)
            for kind in ("OpinionNewsArticle", "AnalysisNewsArticle", "LiveBlogPosting", "WebPage")
        ),
        (STORY.replace("NewsArticle", "https://schema.org/NewsArticle"), "its full name"),
    ],
)
def test_linked_data_is_read_however_it_is_wrapped(said: str, reason: str) -> None:
    found = markup(script(said))
    assert found.byline is not None, reason
    assert found.byline.value == "Ada Quill", reason
    assert [one.interval.value for one in found.dates] == ["2031-05-03"], reason


@pytest.mark.parametrize(
    "said",
    [
        STORY.replace("NewsArticle", "Product"),
        STORY.replace("NewsArticle", "ItemPage"),
        f'{{"@type": "ItemList", "itemListElement": [{STORY}]}}',  # other stories
        f'{{"@type": "Person", "subjectOf": {STORY}}}',
        STORY[:-1],
        "",
    ],
)
def test_what_is_of_something_else_or_broken_is_no_evidence(said: str) -> None:
    assert markup(script(said)) == Markup()


def test_signs_written_out_for_html_are_those_that_are_shown() -> None:
    found = markup(linked(headline="Quill &amp; Reed: &#8220;no&#8221;", publisher="A &amp; B"))
    assert found.title is not None
    assert found.title.value == "Quill & Reed: “no”"
    assert found.outlet is not None
    assert found.outlet.value == "A & B"


def test_a_title_has_no_signs_that_nobody_sees() -> None:
    found = markup(body="<h1>Bridge closed to lor&shy;ries\u200b</h1>").title
    assert found is not None
    assert found.value == "Bridge closed to lorries"
