"""Feeds: each entry an article, with all that the feed says of it."""

import pytest

from twosource.intake.kinds.feed import read_feed
from twosource.intake.kinds.html import read_html
from twosource.intake.record import Record

FIRST = "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
SECOND = "The caretaker said that he had seen many birds but never one as patient as this one was."


def only(entry: str) -> Record:
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post &amp;amp; Echo</title>'
    (record,) = read_feed(f"{atom}<entry>{entry}</entry></feed>".encode())
    return record


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ('<title type="html">Roof &amp;amp; heron</title>', "Roof & heron"),
        ('<title type="html">A &lt;em&gt;patient&lt;/em&gt; heron</title>', "A patient heron"),
        ("<title>3 &lt; 5 herons</title>", "3 < 5 herons"),
        ("<title>Herons &amp; gulls</title>", "Herons & gulls"),
    ],
)
def test_a_title_is_what_readers_of_the_feed_see(title: str, shown: str) -> None:
    record = only(f"{title}<summary>{FIRST}</summary>")
    assert record.markup.title is not None
    assert record.markup.title.value == shown
    assert read_html(record.data).lines[0].text == shown


def test_every_author_of_an_entry_is_named_and_the_outlet_is_the_feeds() -> None:
    names = "".join(f"<author><name>{name}</name></author>" for name in ("Ada Quill", "Tom Reed"))
    record = only(f"<title>Heron</title>{names}<summary>{FIRST}</summary>")
    assert record.markup.byline is not None
    assert record.markup.byline.persons == ("Ada Quill", "Tom Reed")
    assert record.markup.outlet is not None
    assert record.markup.outlet.value == "Post & Echo"


@pytest.mark.parametrize("content", [f"{FIRST}\n\n{SECOND}", f"{FIRST}\n \n\n{SECOND}"])
def test_blank_lines_part_the_paragraphs_of_plain_text(content: str) -> None:
    record = only(f'<title>Heron</title><content type="text">{content}</content>')
    assert [line.text for line in read_html(record.data).lines] == ["Heron", FIRST, SECOND]
