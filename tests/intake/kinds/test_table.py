"""Tables of articles: what their fields mean, and what of them is no article."""

import json
from pathlib import Path

import pytest

from twosource.intake import ingest

FIRST = "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
SECOND = "The caretaker said that he had seen many birds but never one as patient as this one was."


def written(folder: Path, name: str, table: str) -> Path:
    (folder / name).write_text(table, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("a.csv", f'title,text\nHeron,"{FIRST}"\nGull,\n,\n'),
        (
            "a.json",
            json.dumps([{"title": "Heron", "text": FIRST}, {"title": "Gull"}, {"text": ""}]),
        ),
        ("a.jsonl", f'{{"text": "{FIRST}"}}\n{{"title": "Gull", "text": null}}\n{{}}\n'),
    ],
)
def test_a_record_that_says_something_and_has_no_text_is_set_aside_and_a_blank_one_is_not(
    name: str, table: str, tmp_path: Path
) -> None:
    pile = ingest([written(tmp_path, name, table)])
    assert len(pile.articles) == 1
    assert [(one.name, one.reason) for one in pile.set_aside] == [
        (f"{name}#2", "a record without a text")
    ]


def test_a_quotation_mark_that_nobody_closes_is_said(tmp_path: Path) -> None:
    pile = ingest([written(tmp_path, "a.csv", f'title,text\nHeron,"{FIRST}\nGull,{SECOND}\n')])
    (article,) = pile.articles
    assert SECOND in article.text
    assert article.text.endswith(SECOND + "\n\n")
    assert ["never closed" in one.reason for one in pile.set_aside] == [True]


def test_one_text_that_two_outlets_print_is_two_articles(tmp_path: Path) -> None:
    rows = f'outlet,url,text\nThe Bracken Post,,"{FIRST}"\nThe Weir Post,,"{FIRST}"\n'
    rows += f',https://a.example/1,"{FIRST}"\n,https://www.b.example/1,"{FIRST}"\n'
    rows += f',https://b.example/2,"{FIRST}"\nThe Weir Post,,"{FIRST}"\n'
    pile = ingest([written(tmp_path, "a.csv", rows)])
    assert [article.name for article in pile.articles] == [f"a.csv#{row}" for row in (1, 2, 3, 4)]
    assert [one.name for one in pile.set_aside] == ["a.csv#5", "a.csv#6"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        (1683619200, "2023-05-09"),  # seconds
        ("1683619200000", "2023-05-09"),  # milliseconds
        ("20230509", "2023-05-09"),
        ("2023050908", None),  # a day and its hour, and no number of seconds
        (0, None),
        (1683, None),
    ],
)
def test_a_records_day_may_be_told_by_a_clocks_count(
    said: object, day: str | None, tmp_path: Path
) -> None:
    table = json.dumps([{"text": FIRST, "Publication Date": said}])
    (article,) = ingest([written(tmp_path, "a.json", table)]).articles
    assert (article.published.interval.value if article.published else None) == day


STORY = {"title": "Heron", "body": FIRST}


@pytest.mark.parametrize(
    ("value", "texts", "reason"),
    [
        ({"response": {"status": "ok", "results": [STORY]}}, [FIRST], "a list within an object"),
        ({"data": {"news": {"items": [STORY]}}}, [FIRST], "deeper"),
        ({**STORY, "media": {"items": [{"text": SECOND}]}}, [FIRST], "what an article holds"),
        ({"version": "https://jsonfeed.org/version/1", "items": [{"summary": FIRST}]}, [FIRST], ""),
    ],
)
def test_the_list_of_articles_is_found_in_the_object_that_holds_it(
    value: object, texts: list[str], reason: str, tmp_path: Path
) -> None:
    pile = ingest([written(tmp_path, "a.json", json.dumps(value))])
    assert [article.text for article in pile.articles] == texts, reason


def test_a_json_feed_is_its_entries_outlet(tmp_path: Path) -> None:
    entry = {"id": "1", "content_text": FIRST, "date_published": "2031-05-03T08:00:00Z"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Bracken Post"}
    table = json.dumps({**feed, "items": [entry]})
    (article,) = ingest([written(tmp_path, "a.json", table)]).articles
    assert article.outlet is not None
    assert article.outlet.value == "Bracken Post"
