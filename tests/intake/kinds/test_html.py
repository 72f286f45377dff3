"""Short stories in plain pages: their paragraphs come in, the menu does not."""

import pytest

from twosource.intake.kinds.html import read_html
from twosource.model import BlockKind

STORY = ("A ferry sank off Ruhl on Tuesday.", "Nine people were rescued, said Ilse Marrow.")
LINKS = '<a href="/">Start</a> | <a href="/k">Culture</a> | <a href="/q">Quays</a>'
HEAD = "<h1>Ferry sinks off Ruhl</h1>"


def lines_of_page(body: str) -> list[tuple[str, BlockKind | None]]:
    page = f"<html><head><title>Ferry sinks off Ruhl</title></head><body>{body}</body></html>"
    return [(line.text, line.hint) for line in read_html(page.encode()).lines]


def body_of_page(body: str) -> list[str]:
    return [text for text, hint in lines_of_page(body) if hint is None]


def in_tags(tag: str) -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in STORY)


PLAIN_PAGES = {
    "a list for a menu": f"<ul><li>{LINKS.replace(' | ', '</li><li>')}</li></ul>{HEAD}",
    "a paragraph for a menu": f"<p>{LINKS}</p>{HEAD}",
    "a box for a menu": f'<div class="menu">{LINKS}</div>{HEAD}',
    "a table of one cell for a menu": f"<table><tr><td>{LINKS}</td></tr></table>{HEAD}",
    "a menu below a heading": f"{HEAD}<nav>{LINKS}</nav>",
}


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize("above", PLAIN_PAGES.values(), ids=PLAIN_PAGES)
def test_a_short_story_comes_in_paragraph_by_paragraph_without_the_menu(
    above: str, tag: str
) -> None:
    assert body_of_page(above + in_tags(tag)) == [*STORY]


TABLE = "<table><tr><td>Rescued</td><td>9</td></tr><tr><td>Missing</td><td>4</td></tr></table>"
NOT_A_MENU = {
    "one link in a paragraph is no menu": (
        f'{in_tags("p")}<p><a href="/r">The report of the inquiry is here.</a></p>',
        [*STORY, "The report of the inquiry is here."],
    ),
    "links in a sentence are words of it": (
        f'{in_tags("p")}<p>It had left <a href="/v">Vell</a> for <a href="/o">Old Quay</a>.</p>',
        [*STORY, "It had left Vell for Old Quay."],
    ),
    "a table of data keeps its rows": (
        f"{in_tags('p')}{TABLE}",
        [*STORY, "| Rescued | 9 |", "| Missing | 4 |"],
    ),
}


@pytest.mark.parametrize(("body", "kept"), NOT_A_MENU.values(), ids=NOT_A_MENU)
def test_what_is_part_of_a_short_story_stays_in_it(body: str, kept: list[str]) -> None:
    assert body_of_page(f"<ul><li>{LINKS}</li></ul>{HEAD}{body}") == kept


def test_the_title_in_a_short_page_stands_once() -> None:
    lines = lines_of_page(f"<div>{LINKS}</div>{HEAD}{in_tags('div')}")
    assert [hint for text, hint in lines if text == "Ferry sinks off Ruhl"] == [BlockKind.TITLE]


PIECES = {
    "a table alone is a page": f"<table><tr><td>{in_tags('p')}</td></tr></table>",
    "so are two paragraphs": in_tags("p"),
    "and a box that nobody closes": f"<div>{in_tags('p')}",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_piece_of_a_page_is_read_as_one(piece: str) -> None:
    lines = [line.text for line in read_html(piece.encode()).lines if line.hint is None]
    assert lines == [*STORY]


def test_a_piece_of_a_page_has_its_first_heading_for_its_title() -> None:
    lines = read_html(f"<div><h2>Ferry sinks off Ruhl</h2>{in_tags('p')}".encode()).lines
    assert lines[0].text == "Ferry sinks off Ruhl"
    assert lines[0].hint is BlockKind.TITLE
