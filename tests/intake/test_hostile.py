"""Hostile and broken input: each ends in an article or in one clear line, the rest unharmed."""

import gzip
import io
import json
import os
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.errors import IntakeError
from twosource.intake import ingest
from twosource.intake.articles import articles_in
from twosource.intake.guard import Guard
from twosource.intake.sources import MAX_BYTES, Source
from twosource.model import Article, SetAside

SENTENCE = (
    "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
)
STORY = f"<p>{SENTENCE}</p>" * 4
PATIENCE = 5.0  # seconds a page may take here


def page(inner: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{inner}</body></html>".encode()


def zipped(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def warc(page: bytes, length: int | None = None, said: str = "") -> bytes:
    payload = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{said}\r\n".encode() + page
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://heron.example/\r\n"
        "WARC-Date: 2031-06-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(payload) if length is None else length}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
DOCTYPE = f'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]>'
BOMB = f"{DOCTYPE}<html><body><p>&i;</p>{STORY}</body></html>"
XXE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<rss><channel><item><title>&x;</title><description>{SENTENCE}</description></item>"
    "</channel></rss>"
)
WORD_XML = '<?xml version="1.0"?><w:document xmlns:w="x"><w:body/></w:document>'

CASES: dict[str, Callable[[], bytes]] = {
    # Markup that breaks parsers.
    "100,000 attributes": lambda: page(f"<div {'a=1 ' * 100_000}>{STORY}</div>"),
    "100,000 attributes without values": lambda: page(f"<div {'a ' * 100_000}>{STORY}</div>"),
    "100,000 different attributes": lambda: page(
        f"<div {' '.join(f'a{i}={i}' for i in range(100_000))}>{STORY}</div>"
    ),
    "50,000 nested tags": lambda: page("<div>" * 50_000 + STORY + "</div>" * 50_000),
    "50,000 unclosed tags": lambda: page("<div>" * 50_000 + STORY),
    "50,000 unclosed inline tags": lambda: page("<b>" * 50_000 + STORY),
    "50,000 closing tags": lambda: page("</div>" * 50_000 + STORY),
    "20,000 nested tables": lambda: page("<table><tr><td>" * 20_000 + STORY),
    "20,000 nested lists": lambda: page("<ul><li>" * 20_000 + STORY),
    "a text node of 15 MB": lambda: page(f"<p>{SENTENCE * 170_000}</p>{STORY}"),
    "an attribute of 5 MB": lambda: page(f'<div title="{"a" * 5_000_000}">{STORY}</div>'),
    "a tag that never ends": lambda: page(f"{STORY}<div {'a' * 100_000}"),
    "a comment that never ends": lambda: page(f"<!-- {STORY * 100}"),
    "a script that never ends": lambda: page(f"<script>{STORY * 100}"),
    "a million tags": lambda: page("<br>" * 1_000_000 + STORY),
    "an entity bomb": BOMB.encode,
    "an external entity": XXE.encode,
    "entities out of range": lambda: page(f"<p>&#x110000;&#0;&#xD800; {SENTENCE}</p>{STORY}"),
    "a page of frames": lambda: page("<iframe src='file:///etc/passwd'></iframe>"),
    "a base element and local links": lambda: page(
        f"<img src='/etc/passwd'>{STORY}", "<base href='file:///'>"
    ),
    "a refresh to a local file": lambda: page(
        STORY, "<meta http-equiv=refresh content='0;url=file:///etc/passwd'>"
    ),
    "JSON-LD that is cut off": lambda: page(
        STORY,
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "He</script>',
    ),
    "JSON-LD nested 100,000 deep": lambda: page(
        STORY, f'<script type="application/ld+json">{"[" * 100_000}</script>'
    ),
    "JSON-LD of other shapes": lambda: page(
        STORY,
        '<script type="application/ld+json">{"@type": ["Article"], "author": 7, '
        '"headline": {"a": []}, "datePublished": [], "@graph": 3, "isBasedOn": {}}</script>',
    ),
    "an impossible date": lambda: page(
        STORY, '<meta property="article:published_time" content="2031-02-31T99:99:99Z">'
    ),
    "the year zero": lambda: page(STORY, '<meta name="date" content="0000-00-00">'),
    "a page without a body": lambda: b"<html><head><title>Heron</title></head></html>",
    "nothing but a menu": lambda: page("<nav><a href=/>Home</a></nav>"),
    # Encodings.
    "a false charset": lambda: page(STORY, '<meta charset="utf-16">'),
    "a charset that does not exist": lambda: page(STORY, '<meta charset="x-heron-9">'),
    "bytes of two encodings": lambda: page(STORY) + "Höhe".encode("latin-1") + "Höhe".encode(),
    "half a character": lambda: SENTENCE.encode() + b"\xe2\x82",
    "Latin-1 text": lambda: ("Der Höhenflug des Reihers über Bräcken. " * 20).encode("latin-1"),
    "UTF-16 without its mark": lambda: SENTENCE.encode("utf-16-le"),
    "UTF-16 cut off": lambda: SENTENCE.encode("utf-16")[:-1],
    "UTF-32": lambda: SENTENCE.encode("utf-32"),
    "surrogates": lambda: b"A heron \xed\xa0\x80 landed on the roof of the town hall in Bracken.",
    # Characters.
    "NULs in text": (SENTENCE + "\0" * 1000 + SENTENCE).encode,
    "NULs in a page": lambda: page(f"\0<p>\0{SENTENCE}\0</p>{STORY}"),
    "NULs only": lambda: bytes(10_000),
    "text turned around": f"\u202e{SENTENCE}\u202c \u2066{SENTENCE}".encode,
    "zero-width characters": lambda: "\u200b".join(SENTENCE).encode(),
    "zero-width characters only": ("\u200b" * 500).encode,
    "a thousand accents on one letter": (SENTENCE + "a" + "\u0301" * 1000).encode,
    "control characters": lambda: bytes(range(1, 32)) * 10 + SENTENCE.encode(),
    "every line break": lambda: "\x85\u2028\u2029\v\f\x1c\r\r\n".join([SENTENCE] * 5).encode(),
    # Sizes and shapes of text.
    "empty": lambda: b"",
    "white space only": lambda: b" \n\t\r\n" * 1000,
    "one word": lambda: b"Heron",
    "binary": lambda: bytes(range(256)) * 100,
    "a line of a million words": lambda: b"heron " * 1_000_000,
    "a million empty lines": lambda: b"\n" * 1_000_000 + SENTENCE.encode(),
    "20,000 short lines": lambda: b"Home\n" * 20_000,
    "200,000 quotation marks": lambda: b'"' * 200_000 + SENTENCE.encode(),
    "200,000 opening brackets": lambda: b"(" * 200_000,
    "bars and spaces without end": lambda: b" | " * 100_000,
    "spaces without end": lambda: b"Home" + b" " * 500_000 + SENTENCE.encode(),
    "comments without a page": lambda: b"<!-- -->" * 50_000 + SENTENCE.encode(),
    "addresses without end": lambda: b"Source: " + b".date" * 50_000,
    "bylines without end": lambda: b"By Ada" + b" and Ada Quill" * 20_000,
    "pictures without end": lambda: b"(photo" * 50_000,
    "digits without end": lambda: b"1" * 500_000 + b" January 2031",
    "capitals without end": lambda: b"A" * 300_000 + b" - " + SENTENCE.encode(),
    # Files of other kinds.
    "a program": lambda: b"\x7fELF" + bytes(1000),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "a PDF that is none": lambda: b"%PDF-1.7\n" + b"nothing of the kind " * 100,
    "a PDF whose pages lead in a circle": lambda: (
        b"%PDF-1.4\n"
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    ),
    "a zip that is cut off": lambda: zipped(a_txt=SENTENCE.encode())[:-30],
    "a zip of texts": lambda: zipped(a_txt=SENTENCE.encode()),
    "a zip of a version to come": lambda: zipped(a_txt=b"a").replace(
        b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"
    ),
    "a Word file that is a bomb": lambda: zipped(word__document_xml=b" " * 80_000_000),
    "a Word file without parts": lambda: zipped(word__document_xml=WORD_XML.encode()),
    "a gzip bomb": lambda: gzip.compress(bytes(200_000_000), 1),
    "a web archive that is a bomb": lambda: gzip.compress(warc(page("<p>" + "a" * 60_000_000)), 1),
    "a web archive that lies about its length": lambda: warc(page(STORY), 10**12),
    "a web archive of negative length": lambda: warc(page(STORY), -5),
    "a web archive of a packed page that is a bomb": lambda: warc(
        gzip.compress(page("<p>" + "a" * 200_000_000), 1), said="Content-Encoding: gzip\r\n"
    ),
    "a web archive of a page packed in another way than it says": lambda: warc(
        page(STORY), said="Content-Encoding: br\r\n"
    ),
    "a web archive of chunks that never end": lambda: warc(
        b"ffffffffff\r\n" + page(STORY), said="Transfer-Encoding: chunked\r\n"
    ),
    "a web archive cut off": lambda: gzip.compress(warc(page(STORY)))[:-40],
    "a WACZ without archives": lambda: zipped(datapackage_json=b"{}"),
    "a WACZ with a false checksum": lambda: zipped(
        datapackage_json=b"{}", archive__a_warc=b"rubbish" * 9
    ).replace(b"rubbish", b"bubbish", 1),
    "a WACZ of rubbish": lambda: zipped(datapackage_json=b"{}", archive__a_warc=b"rubbish"),
    # Tables, feeds, mail.
    "formulas in a table": f'title,text\n"=cmd|\' /C calc\'!A1","{SENTENCE}"\n'.encode,
    "a table with a cell that never ends": f'title,text\na,"{SENTENCE * 100}'.encode,
    "a table of NULs": lambda: b"title,text\n\0,\0\n",
    "JSON in another encoding": lambda: '{"text": "Höhenflug über Bräcken"}'.encode("latin-1"),
    "JSON with half a character": lambda: b'{"text": "' + SENTENCE.encode() + b'\xe2\x82"}',
    "JSON nested 100,000 deep": lambda: b'{"a":' * 100_000,
    "JSON with numbers without end": lambda: b'{"text": ' + b"9" * 100_000 + b"}",
    "JSON whose text is no text": lambda: json.dumps([{"text": {"a": 1}}, {"text": None}]).encode(),
    "a feed with an entity bomb": lambda: BOMB.replace("html", "rss").encode(),
    "a feed of nothing": lambda: b"<rss version='2.0'><channel></channel></rss>",
    "mail without a body": lambda: b"From: a\nTo: b\nSubject: c\nDate: d\n\n",
    "mail in 5,000 parts within each other": lambda: (
        b"From: a\nTo: b\nSubject: c\n"
        + b"".join(
            b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (i, i) for i in range(5_000)
        )
    ),
    "mail with a charset that does not exist": lambda: (
        b"From: a\nTo: b\nSubject: c\nContent-Type: text/plain; charset=x-heron\n\n"
        + SENTENCE.encode()
    ),
}


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(PATIENCE) as one:
        yield one


@pytest.mark.parametrize("case", CASES)
def test_it_ends_in_an_article_or_in_one_clear_line(
    case: str, guard: Guard, tmp_path: Path
) -> None:
    path = tmp_path / ("a.csv" if "table" in case else "a.txt")
    path.write_bytes(CASES[case]())
    started = time.process_time()  # ours; the child's time is the guard's to keep
    found = list(guard.outcomes(Source(path.name, path)))
    assert time.process_time() - started < 2 * PATIENCE
    assert found
    for one in found:
        if isinstance(one, SetAside):
            assert one.reason
            assert one.reason.isprintable()
        else:
            assert_every_block_is_in_its_text(one)


def assert_every_block_is_in_its_text(article: Article) -> None:
    assert "root:x:0" not in article.text  # no local file was read
    assert article.blocks
    for block in article.blocks:
        assert block.span.of(article.text).strip()


def test_the_pages_after_a_harmful_one_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(CASES["100,000 different attributes"]())
    (tmp_path / "b.html").write_bytes(page(STORY))
    pile = ingest([tmp_path])
    assert [article.name for article in pile.articles] == ["b.html"]
    assert [aside.name for aside in pile.set_aside] == ["a.html"]


def test_a_child_that_is_ended_is_started_again(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(STORY))
    source = Source("a.html", tmp_path / "a.html")
    with Guard(seconds_per_page=0.0) as impatient:
        (ended,) = impatient.outcomes(source)
        (again,) = impatient.outcomes(source)
    assert isinstance(ended, SetAside)
    assert isinstance(again, SetAside)
    assert "takes too long" in ended.reason


def test_a_file_of_200_mb_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (aside,) = ingest([tmp_path]).set_aside
    assert f"{MAX_BYTES:,}" in aside.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "a.txt").chmod(0)
    (aside,) = ingest([tmp_path]).set_aside
    assert "Permission denied" in aside.reason


def test_what_is_no_regular_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (aside,) = ingest([tmp_path]).set_aside
    assert "not a regular file" in aside.reason


@pytest.mark.parametrize("name", ["a\nb.txt", "a\u202eb.txt", "-rf.txt", "a b'c\".txt", "é" * 100])
def test_odd_names_are_read_and_kept(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(SENTENCE)
    assert [article.name for article in ingest([tmp_path]).articles] == [name]


def test_a_name_that_is_no_utf_8_is_read_and_can_be_written_down(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(SENTENCE)
    (article,) = ingest([tmp_path]).articles
    assert article.name.encode() == "caf\ufffd.txt".encode()


def test_a_folder_with_nothing_in_it_is_said(tmp_path: Path) -> None:
    (tmp_path / ".hidden.txt").write_text(SENTENCE)
    (aside,) = ingest([tmp_path]).set_aside
    assert aside.name == str(tmp_path)
    assert aside.reason == "a folder with no files in it"


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ("50,000 nested tags", "tags lie more than 250 deep"),  # not a silently empty page
        ("50,000 unclosed tags", "tags lie more than 250 deep"),
        ("a comment that never ends", "none could be told to be an article"),
        ("a text node of 15 MB", "more than 9 MB of text"),
        ("100,000 attributes", "thousands of attributes"),
        ("a web archive cut off", "cut off from here on"),
        ("a web archive that lies about its length", "cut off from here on"),
        ("mail in 5,000 parts within each other", "too deep in one another"),
        ("mail without a body", "a message without text"),
        ("a Word file that is a bomb", "it may be a trap"),
        ("UTF-16 cut off", "says it is utf-16 but is not"),
        ("NULs in text", "not text"),
    ],
)
def test_it_is_said_in_one_line_what_is_wrong(
    case: str, reason: str, guard: Guard, tmp_path: Path
) -> None:
    (tmp_path / "a").write_bytes(CASES[case]())
    (aside,) = guard.outcomes(Source("a", tmp_path / "a"))
    assert isinstance(aside, SetAside)
    assert reason in aside.reason


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (gzip.compress(page(STORY)), "Content-Encoding: gzip\r\n"),
        (
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(STORY)), page(STORY)),
            "Transfer-Encoding: chunked\r\n",
        ),
    ],
)
def test_a_page_that_was_sent_packed_is_unpacked(
    body: bytes, said: str, guard: Guard, tmp_path: Path
) -> None:
    (tmp_path / "a.warc").write_bytes(warc(body, said=said))
    (article,) = guard.outcomes(Source("a.warc", tmp_path / "a.warc"))
    assert isinstance(article, Article)
    assert article.text.startswith(SENTENCE)


def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(SENTENCE)
    monkeypatch.setattr(Path, "read_bytes", refused)
    (aside,) = ingest([tmp_path]).set_aside
    assert aside.reason == "cannot be read: Permission denied"


LARGE = ("bomb", "end", "000", "MB", "million")
SMALL = sorted(name for name in CASES if not any(word in name for word in LARGE))


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """One of the inputs above, cut, doubled or with other bytes put in somewhere."""
    data = CASES[draw(st.sampled_from(SMALL))]()[:4096]
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, len(data)))
    put_in = draw(st.one_of(st.binary(max_size=40), st.just(data[start:end] * 2)))
    return data[:start] + put_in + data[end:]


@settings(max_examples=60)
@given(st.sampled_from(["a.txt", "a.csv", "a.html"]), st.one_of(st.binary(max_size=400), spoilt()))
def test_whatever_the_bytes_they_end_in_articles_or_in_a_reason(name: str, data: bytes) -> None:
    outcomes: list[Article | SetAside] = []
    try:
        outcomes.extend(articles_in(name, data))
    except IntakeError as problem:
        outcomes.append(SetAside(name, str(problem)))
    assert outcomes
    for outcome in outcomes:
        if isinstance(outcome, Article):
            assert_every_block_is_in_its_text(outcome)
        else:
            assert outcome.reason.isprintable()
