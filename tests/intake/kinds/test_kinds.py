"""The kinds of input, each told by its content and read to articles."""

import gzip
import io
import json
import zipfile

import pytest
from docx import Document

from twosource.errors import IntakeError, NoText, Unsupported
from twosource.intake.articles import articles_in
from twosource.intake.kinds import Kind, kind_of
from twosource.model import Article, BlockKind, DateRole

FIRST = "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
SECOND = "The caretaker said that he had seen many birds but never one as patient as this one was."
THIRD = "Children from both schools came to look at it, and somebody had brought it a herring."
HTML = (
    "<!DOCTYPE html><html><head><title>Heron lands on roof</title></head><body><article>"
    f"<h1>Heron lands on roof</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    "</body></html>"
)


def word() -> bytes:
    document = Document()
    document.add_heading("Heron lands on roof", level=0)
    for paragraph in (FIRST, SECOND):
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(*lines: str) -> bytes:
    """The smallest PDF that shows these lines."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    foot = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + foot


def warc() -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML.encode()
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://heron.example/roof\r\n"
        "WARC-Date: 2031-06-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


def wacz() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", gzip.compress(warc()))
    return file.getvalue()


def saved_page() -> bytes:
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://heron.example/roof\r\n"
        "Subject: Heron lands on roof\r\nDate: Sun, 1 Jun 2031 10:00:00 +0000\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/html\r\n\r\n{HTML}\r\n--b--\r\n"
    ).encode()


def letter() -> bytes:
    return (
        "From: Ada Quill <ada@heron.example>\nTo: a@heron.example\nSubject: Heron lands on roof\n"
        f"Date: Sat, 3 May 2031 10:00:00 +0000\n\n{FIRST}\n\n{SECOND}\n"
    ).encode()


FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>All the birds</title>
<item><title>Heron lands on roof</title><link>https://heron.example/roof</link>
<pubDate>Sat, 03 May 2031 10:00:00 GMT</pubDate>
<source url="https://p.example">The Bracken Post</source>
<description>
&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;&lt;p&gt;{THIRD}&lt;/p&gt;
</description></item></channel></rss>""".encode()
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>All the birds</title>
<entry><title>Heron lands on roof</title><link href="https://heron.example/roof"/>
<published>2031-05-03T10:00:00Z</published><updated>2031-05-04T10:00:00Z</updated>
<source><title>The Bracken Post</title></source>
<content type="html">
&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;&lt;p&gt;{THIRD}&lt;/p&gt;
</content>
</entry></feed>""".encode()
XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Heron lands on roof</h1>'
    f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>"
).encode()
ROW = {
    "headline": "Heron lands on roof",
    "body_text": f"{FIRST}\n\n{SECOND}",
    "uri": "https://heron.example/roof",
    "versioncreated": "2031-05-03T10:00:00Z",
    "provider": "The Bracken Post",
}
CSV = (
    "title,text,url,date,outlet\n"
    f'Heron lands on roof,"{FIRST}\n\n{SECOND}",'
    "https://heron.example/roof,2031-05-03,The Bracken Post\n"
)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a", FIRST.encode(), Kind.TEXT),
        ("a.txt", HTML.encode(), Kind.HTML),  # the name lies
        ("a.html", FIRST.encode(), Kind.TEXT),
        ("a", f"<p>{FIRST}</p>".encode() * 4, Kind.HTML),  # a fragment without head
        ("a", f"He wrote <p> and <br> into his essay. {FIRST}".encode(), Kind.TEXT),
        ("a", word(), Kind.WORD),
        ("a", pdf("Heron"), Kind.PDF),
        ("a", warc(), Kind.WARC),
        ("a", gzip.compress(warc()), Kind.WARC),
        ("a", wacz(), Kind.WACZ),
        ("a", saved_page(), Kind.MAIL),
        ("a", letter(), Kind.MAIL),
        ("a", f"To: whom it may concern\n\n{FIRST}".encode(), Kind.TEXT),  # a letter in a text
        ("a", FEED, Kind.FEED),
        ("a", ATOM, Kind.FEED),
        ("a", XHTML, Kind.HTML),
        ("a", f"<p>{FIRST}<p>{SECOND}".encode(), Kind.HTML),  # a piece of a page
        ("a", f"<ahem> {FIRST}".encode(), Kind.TEXT),
        ("a", json.dumps(ROW).encode(), Kind.JSON),
        ("a", (json.dumps(ROW) + "\n").encode() * 2, Kind.JSON_LINES),
        ("a", f"[Photo: a heron]\n{FIRST}".encode(), Kind.TEXT),  # opens with a bracket
        ("a.csv", CSV.encode(), Kind.TABLE),
        ("a", b"\xef\xbb\xbf" + HTML.encode(), Kind.HTML),  # after a byte order mark
    ],
)
def test_a_kind_is_told_by_its_content(name: str, data: bytes, kind: Kind) -> None:
    assert kind_of(name, data) is kind


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gzip.compress(b"text"), id="a gzip file that is no archive"),
        pytest.param(b"PK\x03\x04 cut off", id="a zip file cut off"),
        pytest.param(b"<?xml version='1.0'?><svg/>", id="a drawing"),
    ],
)
def test_what_there_is_no_reader_for_is_said(data: bytes) -> None:
    with pytest.raises(Unsupported):
        kind_of("a", data)


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed("mimetype", "content.xml"), "save it as Word"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "save its table as CSV"),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "save it as PDF"),
        (packed("mimetype", "META-INF/container.xml"), "e-book"),
        (packed("a.html", "b.html"), "unpack it"),
        (packed("pages/content.xml"), "unpack it"),
        (b"[InternetShortcut]\r\nURL=https://heron.example/roof\r\n", "save the page"),
    ],
)
def test_a_file_that_is_not_read_is_called_what_it_is_with_what_to_do(
    data: bytes, said: str
) -> None:
    with pytest.raises(Unsupported, match=said):
        kind_of("a", data)


def only(data: bytes, name: str = "a") -> Article:
    (article,) = articles_in(name, data)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a", word()),
        ("a", warc()),
        ("a", wacz()),
        ("a", saved_page()),
        ("a", letter()),
        ("a", FEED),
        ("a", ATOM),
        ("a", XHTML),
        ("a", json.dumps({"articles": [ROW]}).encode()),
        ("a", json.dumps(ROW).encode() + b"\n" + b"\n"),
        ("a.csv", CSV.encode()),
        ("a.md", f"# Heron lands on roof\n\n{FIRST}\n\n{SECOND}".encode()),
    ],
)
def test_every_kind_yields_the_same_story_with_its_title(name: str, data: bytes) -> None:
    article = only(data, name)
    body = [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.BODY]
    assert body[:2] == [FIRST, SECOND]
    assert article.title is not None
    assert article.title.value == "Heron lands on roof"


def test_lines_of_a_pdf_are_joined_to_paragraphs_and_divided_words_made_whole() -> None:
    lines = ("A heron landed on the roof of the hall in", "Bracken and never left its cor-", "ner.")
    article = only(pdf(*lines, *lines))
    assert "hall in Bracken" in article.text
    assert "its corner." in article.text


def test_what_a_browser_prints_at_the_edges_of_a_page_is_set_apart() -> None:
    edges = "5/3/31, 5:59 PM Heron lands on roof - Bracken Post", "https://heron.example/roof 1/1"
    (article,) = articles_in("a.pdf", pdf(edges[0], "", FIRST, "", edges[1]))
    assert isinstance(article, Article)
    kinds = {block.span.of(article.text): block.kind for block in article.blocks}
    assert [kinds[edge] for edge in edges] == [BlockKind.NAVIGATION] * 2
    assert kinds[FIRST] is not BlockKind.NAVIGATION


def test_the_entries_of_a_running_report_are_no_edges_of_a_page() -> None:
    entries = "3.5.2031, 14:30 The mayor said that", "3.5.2031, 14:45 The guard said that"
    article = only(pdf(FIRST, "", *(line for one in entries for line in (one, "it stays.", ""))))
    kept = [b.span.of(article.text) for b in article.blocks if b.kind is not BlockKind.NAVIGATION]
    assert all(any(entry in block for block in kept) for entry in entries)


@pytest.mark.parametrize("data", [FEED, ATOM, json.dumps(ROW).encode(), CSV.encode()])
def test_a_record_brings_its_address_date_and_true_publisher(data: bytes) -> None:
    article = only(data, "a.csv")
    assert article.url is not None
    assert article.url.value == "https://heron.example/roof"
    assert article.published is not None
    assert article.published.interval.value == "2031-05-03"
    assert article.outlet is not None
    assert article.outlet.value == "The Bracken Post"


@pytest.mark.parametrize("data", [warc(), saved_page()])
def test_the_day_a_page_was_saved_is_not_taken_for_its_publication(data: bytes) -> None:
    article = only(data)
    assert article.published is None
    assert [date.role for date in article.dates] == [DateRole.CRAWLED]


def test_records_are_named_after_their_file_and_told_apart() -> None:
    rows = json.dumps([ROW, {**ROW, "body_text": SECOND}]).encode()
    assert [found.name for found in articles_in("a.json", rows)] == ["a.json#1", "a.json#2"]


def test_one_bad_record_does_not_take_the_others_down() -> None:
    rows = json.dumps([{"text": "..."}, ROW]).encode()
    bad, good = articles_in("a.json", rows)
    assert isinstance(good, Article)
    assert not isinstance(bad, Article)
    assert "no words" in bad.reason


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.csv", b"name,age\nheron,3\n", NoText),  # no column that could be a text
        ("a", b'{"text": "cut', Unsupported),
        ("a", b"[" * 100_000 + b'"', Unsupported),  # nested too deep
        ("a", b"%PDF-1.4 nothing", Unsupported),
        ("a", pdf(""), NoText),  # a scan
        ("a", word()[:-200], Unsupported),  # cut off
        ("a", b"<rss><channel></channel></rss>", NoText),
        ("a", b"WARC/1.1\r\n\r\n", NoText),
    ],
)
def test_a_file_that_yields_nothing_says_why(name: str, data: bytes, error: type) -> None:
    with pytest.raises(error) as problem:
        list(articles_in(name, data))
    assert isinstance(problem.value, IntakeError)
    assert "\n" not in str(problem.value)


def test_what_a_server_said_in_the_place_of_a_page_is_no_article() -> None:
    (found,) = articles_in("a", warc().replace(b"HTTP/1.1 200 OK", b"HTTP/1.1 404 NF"))
    assert not isinstance(found, Article)
    assert "answered 404" in found.reason


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Microsoft Word - heron_v3.docx", False),
        ("scan0012.PDF", False),
        ("Untitled", False),
        ("Heron lands on roof", True),
        ("Microsoft opens an office in Bracken", True),
        ("What Untitled is worth", True),
    ],
)
def test_a_files_own_name_is_no_title(
    title: str,
    kept: bool,  # noqa: FBT001 - a row of a table
) -> None:
    information = f"trailer<</Info<</Title({title})>>".encode()
    article = only(pdf(FIRST, SECOND).replace(b"trailer<<", information))
    known = article.title is not None and article.title.how == "the PDF's title"
    assert known is kept


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        ([("Heron lands", 1), (FIRST, None)], "Heron lands"),
        ([("Heron lands", 2), (FIRST, None)], None),  # a heading further down
        ([(FIRST, None), ("What now", 1), (SECOND, None)], None),
        ([("Weir", 1), ("Heron lands", 0), (FIRST, None)], "Heron lands"),
    ],
)
def test_a_heading_that_opens_a_word_file_is_its_title(
    paragraphs: list[tuple[str, int | None]], title: str | None
) -> None:
    document, file = Document(), io.BytesIO()
    for text, level in paragraphs:
        document.add_paragraph(text) if level is None else document.add_heading(text, level)
    document.save(file)
    found = only(file.getvalue()).title
    assert (found.value if found else None) == title
