"""Tables that lay a page out are taken apart, and tables of data stay tables."""

import pytest
from lxml.html import document_fromstring

from twosource.intake.kinds.html import read_html
from twosource.intake.kinds.layout import without_layout_tables

STORY = (
    "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it.",
    "The caretaker said that he had seen many birds but never one as patient as this one was.",
    "Children from both schools came to look at it, and somebody had brought it a herring.",
    "The council is to meet on Monday, and the fire brigade has been asked to lend a ladder.",
)
WHOLE = "<p>".join(STORY)
BROKEN = "<br><br>".join(STORY)
ENTRIES = "<tr><td>2030</td><td>3 herons</td></tr>" * 30


@pytest.mark.parametrize(
    ("table", "of_layout", "reason"),
    [
        (f"<tr><td>Menu</td><td>{WHOLE}</td></tr>", True, "paragraphs in a cell"),
        (f"<tr><td>Menu</td><td>{BROKEN}</td></tr>", True, "a story broken into lines"),
        (f"<tr><td>{'</td></tr><tr><td>'.join(STORY)}</td></tr>", True, "one column of prose"),
        ("<tr><td><table><tr><td>Menu</td></tr></table></td></tr>", True, "a table in it"),
        (ENTRIES, False, "short entries"),
        (f"<tr><th>Year</th><th>What</th></tr><tr><td>1</td><td>{WHOLE}</td></tr>", False, "heads"),
        (f"<caption>Years</caption><tr><td>{WHOLE}</td></tr>", False, "a caption"),
        (f"<tr><td>{STORY[0]}</td><td>{STORY[1]}</td></tr>" * 4, False, "long entries"),
        ("<tr><td>2030</td></tr><tr><td>2031</td></tr>", False, "one column of few words"),
        ("<tr><td>1<br>2<br>3<br>4<br>5<br>6</td><td>7</td></tr>", False, "a short cell"),
        ("", False, "nothing"),
    ],
)
def test_a_table_of_layout_is_told_from_one_of_data(
    table: str,
    of_layout: bool,  # noqa: FBT001 - a row of a table
    reason: str,
) -> None:
    tree = document_fromstring(f"<html><body><table>{table}</table></body></html>")
    outer = tree.find(".//table")
    without_layout_tables(tree)
    assert (outer is not None and outer.tag == "div") is of_layout, reason


def test_a_table_of_data_within_one_of_layout_stays() -> None:
    inner = "<table><tr><th>Year</th></tr><tr><td>2030</td></tr></table>"
    page = f"<html><body><table><tr><td>{WHOLE}{inner}</td></tr></table></body></html>"
    tree = without_layout_tables(document_fromstring(page))
    assert [len(table.findall(".//td")) for table in tree.iter("table")] == [1]


@pytest.mark.parametrize("story", [WHOLE, BROKEN])
def test_the_story_of_an_old_page_stands_in_its_own_lines(story: str) -> None:
    menu = "<br>".join(f"<a href='{name}'>{name}</a>" for name in ("Front page", "Local", "Sports"))
    page = (
        "<html><head><title>Heron</title></head><body><table><tr><td colspan=2>Bracken Post</td>"
        f"</tr><tr><td>{menu}</td><td><b>Heron</b><br>{story}</td></tr></table></body></html>"
    )
    lines = [line.text for line in read_html(page.encode()).lines]
    assert [line for line in lines if line in STORY] == list(STORY)
    assert not any("|" in line for line in lines)
