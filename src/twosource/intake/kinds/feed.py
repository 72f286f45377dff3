"""RSS and Atom files: one record per entry, with the true publisher where the entry names it."""

import html
import io
import re
from collections.abc import Iterator
from datetime import date

import feedparser

from twosource.errors import NoText
from twosource.intake.lines.dates import on
from twosource.intake.lines.writers import byline_of
from twosource.intake.page import Markup
from twosource.intake.record import Record
from twosource.model import Attested, Byline, DateEvidence, DateRole

MAX_ENTRIES = 5000


def read_feed(data: bytes) -> Iterator[Record]:
    """The entries of a feed. Raises `NoText` where there are none."""
    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    if not feed.entries:
        raise NoText("a feed without entries")
    outlet = str(feed.feed.get("title") or "")
    for number, entry in enumerate(feed.entries[:MAX_ENTRIES], start=1):
        yield Record(str(number), _page(entry), _markup(entry, outlet))


def _page(entry: feedparser.FeedParserDict) -> bytes:
    """The entry as a small web page, so that it is read as one."""
    contents = [content.get("value") or "" for content in entry.get("content", [])]
    body = max([*contents, entry.get("summary") or ""], key=len)
    title = html.escape(_plain(entry.get("title")))
    paragraphs = body if "<p" in body else "".join(_paragraphs(body))
    return f"<html><body><article><h1>{title}</h1>{paragraphs}</article></body></html>".encode()


def _paragraphs(body: str) -> Iterator[str]:
    """What a body without paragraphs of its own has between its blank lines."""
    return (f"<p>{part}</p>" for part in re.split(r"\n\s*\n", body))


def _plain(title: object) -> str:
    """The words of a title, which may be in HTML, as they are shown."""
    return " ".join(html.unescape(_TAG.sub("", str(title or ""))).split())


_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)


def _markup(entry: feedparser.FeedParserDict, feed_title: str) -> Markup:
    source = (entry.get("source") or {}).get("title")
    return Markup(
        title=_attested(entry.get("title"), "the entry's title"),
        byline=_byline(entry),
        outlet=_attested(source, "the entry's source") or _attested(feed_title, "the feed's title"),
        url=_attested(entry.get("link"), "the entry's link"),
        dates=tuple(_dates(entry)),
    )


def _attested(value: object, how: str) -> Attested | None:
    said = _plain(value)
    return Attested(said, how) if said else None


def _byline(entry: feedparser.FeedParserDict) -> Byline | None:
    every = [str(one.get("name") or "") for one in entry.get("authors", [])]
    named = "; ".join(dict.fromkeys(filter(None, every))) or entry.get("author")
    found = _attested(named, "the entry's author")
    return byline_of(found) if found else None


def _dates(entry: feedparser.FeedParserDict) -> Iterator[DateEvidence]:
    for field, role in (("published", DateRole.PUBLISHED), ("updated", DateRole.MODIFIED)):
        stamp = dict.get(entry, f"{field}_parsed")  # its own get passes one off as the other
        if stamp is not None:
            yield DateEvidence(on(date(*stamp[:3])), role, f"the entry's {field}", 0.95)
