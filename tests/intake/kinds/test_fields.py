"""What the fields of records say, under the names that their makers give them."""

import json

import pytest

from twosource.errors import UsageError
from twosource.intake.articles import articles_in
from twosource.intake.kinds.fields import checked
from twosource.model import Article

FIRST = "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
SECOND = "The caretaker said that he had seen many birds but never one as patient as this one was."
THIRD = "Children from both schools came to look at it, and somebody had brought it a herring."
PASSIM = {
    "id": "post/1931-05-03/1",
    "series": "The Bracken Post",
    "date": "1931-05-03",
    "text": FIRST,
}
NINJS_1 = {
    "uri": "https://heron.example/roof",
    "headline": "Heron lands on roof",
    "byline": "Ada Quill",
    "body_xhtml": f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>",
    "versioncreated": "2031-05-03T10:00:00Z",
    "language": "en-GB",
}
NINJS_2 = {
    "uri": "urn:heron:1",
    "headlines": [{"value": "Heron lands on roof"}],
    "by": "Ada Quill",
    "bodies": [{"value": f"{FIRST}\n\n{SECOND}", "contenttype": "text/plain"}],
    "contentcreated": "2031-05-03T10:00:00Z",
    "infosources": [{"name": "QPA"}],
    "language": "en",
}


def only(data: bytes) -> Article:
    (article,) = articles_in("a.json", data)
    assert isinstance(article, Article)
    return article


def test_a_record_of_passim_goes_by_its_id_and_its_series_is_the_outlet() -> None:
    (article,) = articles_in("a.jsonl", json.dumps(PASSIM).encode() + b"\n{}\n")
    assert isinstance(article, Article)
    assert article.name == "a.jsonl#post/1931-05-03/1"
    assert article.outlet is not None
    assert article.outlet.value == "The Bracken Post"
    assert article.published is not None
    assert article.published.interval.value == "1931-05-03"


@pytest.mark.parametrize("item", [NINJS_1, NINJS_2])
def test_an_item_of_ninjs_brings_its_headline_writer_language_and_day(item: object) -> None:
    article = only(json.dumps(item).encode())
    assert article.title is not None
    assert article.title.value == "Heron lands on roof"
    assert article.byline is not None
    assert article.byline.value == "Ada Quill"
    assert article.language == "en"
    assert article.published is not None
    assert article.published.interval.value == "2031-05-03"


def test_whom_an_item_names_as_its_source_is_a_credit() -> None:
    (credit,) = only(json.dumps(NINJS_2).encode()).credits
    assert credit.named == "QPA"


def test_ids_that_two_records_share_do_not_tell_them_apart_but_their_numbers_do() -> None:
    rows = json.dumps([PASSIM, {**PASSIM, "text": SECOND}]).encode()
    assert [found.name for found in articles_in("a.json", rows)] == ["a.json#1", "a.json#2"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", f"Kop;Tekst;Dag\nHeron lands on roof;{FIRST};3 May 2031\n".encode()),
        ("a.json", json.dumps([{"Kop": "Heron lands on roof", "TEKST": FIRST}]).encode()),
        ("a.json", json.dumps({"Kop": "Heron lands on roof", "Tekst": [FIRST, SECOND]}).encode()),
        ("a.json", json.dumps({"hits": [{"Kop": "Heron lands on roof", "Tekst": FIRST}]}).encode()),
    ],
)
def test_fields_may_be_called_anything_where_it_is_said_what_they_are(
    name: str, data: bytes
) -> None:
    columns = (("text", "Tekst"), ("title", "Kop"), ("date", "dag"), ("lists", "hits"))
    (article,) = articles_in(name, data, columns=columns)
    assert isinstance(article, Article)
    assert article.text.startswith(FIRST)
    assert article.title is not None
    assert article.title.value == "Heron lands on roof"


def test_a_field_that_was_named_takes_the_place_of_those_that_are_known() -> None:
    data = json.dumps({"text": SECOND, "essay": FIRST}).encode()
    (article,) = articles_in("a.json", data, columns=(("text", "essay"),))
    assert isinstance(article, Article)
    assert article.text == FIRST


def test_a_role_that_no_field_can_have_is_refused_with_those_that_it_can() -> None:
    with pytest.raises(UsageError, match="no field is called headline here: say one of text, html"):
        checked((("headline", "Kop"),))
