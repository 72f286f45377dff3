"""What a web page's markup says of its article: JSON-LD, meta elements, <time>, canonical link.

Standards: schema.org NewsArticle, the Open Graph protocol, HTML Living Standard.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from html import unescape
from itertools import islice

from lxml.html import HtmlElement
from msgspec import DecodeError, json

from twosource.intake.kinds.authors import Said, authors
from twosource.intake.kinds.headings import headline_of, shown, site_in_the_title
from twosource.intake.lines.dates import dates_in, on
from twosource.intake.lines.outlets import from_copyright
from twosource.intake.lines.site_names import names_of_the_site
from twosource.intake.page import Markup
from twosource.model import Attested, Credit, CreditKind, DateEvidence, DateRole

# Every kind of article there is (NewsArticle, OpinionNewsArticle, ...), and what is one by another
# name; the page itself where it says nothing of an article.
_ARTICLE = re.compile(r"(?:.*[/:])?(?:\w*Article|(?:Live)?BlogPosting|SocialMediaPosting|Report)")
_PAGE = re.compile(r"(?:.*[/:])?WebPage")
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_PUBLISHED = (
    "article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date", "date",
    "citation_publication_date", "og:published_time", "article_date_original",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
)


def read_markup(tree: HtmlElement) -> Markup:
    """The metadata of a parsed page. Nothing is guessed: what the markup does not say is `None`."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    named_things = {str(item["@id"]): item for item in linked if "@id" in item and "name" in item}
    articles = [item for item in linked if _is(item, _ARTICLE)]
    pages = [item for item in linked if _is(item, _PAGE)]
    dated = any("datePublished" in item for item in articles)
    stories = [
        _with_names(item, named_things) for item in (articles if dated else [*articles, *pages])
    ]
    outlet = _outlet(tree, meta, stories)
    named = outlet.value if outlet else None
    told = _from_story(stories, "headline") or _first(meta, _TITLES)
    url = _canonical(tree) or _first(meta, ("og:url",))
    return Markup(
        title=headline_of(tree, told, names_of_the_site(outlet, url)),
        byline=authors(tree, _said_of_the_author(meta, stories), named),
        outlet=outlet,
        url=url,
        language=(tree.get("lang") or meta.get("og:locale") or "")[:2].casefold() or None,
        dates=tuple(_dates(tree, meta, stories)),
        credits=tuple(_credits(meta, stories)),
    )


Item = dict[str, object]


def _outlet(tree: HtmlElement, meta: dict[str, str], stories: list[Item]) -> Attested | None:
    told = _first(meta, _OUTLETS) or _from_story(stories, "publisher")
    return told or site_in_the_title(tree)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The named values of the page's meta elements; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[Item]:
    for element in tree.iter("script"):
        if element.get("type", "").casefold() == "application/ld+json":
            try:
                yield from _objects(json.decode(_json_in(element.text or "")))
            except (DecodeError, RecursionError):
                continue  # a page's broken JSON-LD is no evidence either way


def _json_in(script: str) -> str:
    """The JSON of a script, without comments around it and line breaks in its strings."""
    said = script.translate(_CONTROLS).replace("<![CDATA[", "").replace("]]>", "")
    starts = [at for at in (said.find("{"), said.find("[")) if at >= 0]
    return said[min(starts, default=0) : max(said.rfind("}"), said.rfind("]")) + 1]


_CONTROLS = dict.fromkeys(range(32), " ")


def _objects(value: object) -> Iterator[Item]:
    """The objects of a JSON-LD document, those in lists and @graph, and what a page is about."""
    if isinstance(value, list):
        for part in value:
            yield from _objects(part)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))
        yield from _objects(value.get("mainEntity"))


def _with_names(item: Item, named: dict[str, Item]) -> Item:
    """The item with references to named things ({"@id": ...}) replaced by the things."""
    return {field: _referred(value, named) for field, value in item.items()}


def _referred(value: object, named: dict[str, Item]) -> object:
    if isinstance(value, list):
        return [_referred(part, named) for part in value]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def _is(item: Item, kind: re.Pattern[str]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(kind.fullmatch(str(name)) for name in names)


def _first(meta: dict[str, str], names: tuple[str, ...]) -> Attested | None:
    for name in names:
        value = meta.get(name)
        if (value and not value.startswith(("http://", "https://", "@"))) or (
            name == "og:url" and value
        ):
            return Attested(" ".join(str(value).split()), f"meta {name}")
    return None


def _from_story(stories: list[Item], field: str) -> Attested | None:
    for story in stories:
        names = list(_names(story.get(field)))
        if names:
            return Attested("; ".join(dict.fromkeys(names)), f"JSON-LD {field}")
    return None


def _names(value: object) -> Iterator[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of either."""
    if isinstance(value, str) and value.strip() and not value.startswith("http"):
        yield " ".join(unescape(value).split())
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)


def _said_of_the_author(meta: dict[str, str], stories: list[Item]) -> Said:
    bodies = (name for story in stories for name in _bodies(story.get("author")))
    return Said(_first(meta, _AUTHORS), _from_story(stories, "author"), frozenset(bodies))


def _bodies(value: object) -> Iterator[str]:
    """The names in a JSON-LD value that it says are organisations'."""
    if isinstance(value, dict):
        said = str(value.get("@type"))
        yield from _names(value) if "Organization" in said and "Person" not in said else ()
    elif isinstance(value, list):
        for part in value:
            yield from _bodies(part) if isinstance(part, dict) else ()


def _canonical(tree: HtmlElement) -> Attested | None:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").casefold().split() and element.get("href"):
            return Attested(element.get("href", ""), "the page's canonical link")
    return None


def _dates(tree: HtmlElement, meta: dict[str, str], stories: list[Item]) -> Iterator[DateEvidence]:
    for story in stories:
        yield from _dated(
            story.get("datePublished"), DateRole.PUBLISHED, "JSON-LD datePublished", 0.95
        )
        yield from _dated(story.get("dateModified"), DateRole.MODIFIED, "JSON-LD dateModified", 0.9)
    for name in _PUBLISHED:
        yield from _dated(meta.get(name), DateRole.PUBLISHED, f"meta {name}", 0.9)
    for name in _MODIFIED:
        yield from _dated(meta.get(name), DateRole.MODIFIED, f"meta {name}", 0.85)
    yield from _in_address(tree, meta)
    times = list(tree.iter("time"))
    for element in times[:1]:
        said = element.get("datetime") or shown(element)
        yield from _dated(said, DateRole.PUBLISHED, "the page's first time element", 0.7)


def _in_address(tree: HtmlElement, meta: dict[str, str]) -> Iterator[DateEvidence]:
    address = _canonical(tree) or _first(meta, ("og:url",))
    if address is not None and (match := _DAY_IN_ADDRESS.search(address.value)):
        said = "-".join(match.groups())
        yield from _dated(said, DateRole.PUBLISHED, "the day in the page's address", 0.8)


_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?!\d)")


def _dated(value: object, role: DateRole, how: str, confidence: float) -> Iterator[DateEvidence]:
    if not isinstance(value, str):
        return
    day = _iso(value.strip())
    interval = on(day) if day else next((one.interval for one in dates_in(value)), None)
    if interval is not None:
        yield DateEvidence(interval, role, how, confidence)


def _iso(value: str) -> date | None:
    """The day of an ISO stamp.

    A stamp of 22 or 23 o'clock sharp in UTC is midnight in central Europe: the day that begins.
    """
    try:
        stamp = datetime.fromisoformat(value)
    except ValueError:
        return None
    in_utc = stamp.utcoffset() == timedelta()
    if in_utc and stamp.time() in _MIDNIGHTS and stamp.date() != date.max:
        return stamp.date() + timedelta(days=1)
    return stamp.date()


_MIDNIGHTS = (time(22), time(23))


def _credits(meta: dict[str, str], stories: list[Item]) -> Iterator[Credit]:
    if source := meta.get("dc.source") or meta.get("dcterms.source"):
        yield Credit(CreditKind.SYNDICATION, source, "meta dc.source")
    for story in stories:
        for work in _works(story.get("isBasedOn")):
            yield Credit(CreditKind.REPUBLICATION, work, "JSON-LD isBasedOn")
    if publisher := _publisher(meta.get("article:publisher", "")):
        yield Credit(CreditKind.RIGHTS, publisher, "meta article:publisher")
    for name in ("copyright", "dc.rights", "dcterms.rights"):
        if holder := from_copyright(f"© {meta.get(name, '').removeprefix('©').strip()}"):
            yield Credit(CreditKind.RIGHTS, holder, f"meta {name}")


def _works(value: object) -> Iterator[str]:
    """The works a JSON-LD value names: by their publisher, name or address."""
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, dict):
        named = (
            next(_names(value.get(field)), None) for field in ("publisher", "name", "headline")
        )
        address = (value.get(field) for field in ("url", "@id"))
        works = (one for one in (*named, *address) if isinstance(one, str) and one.strip())
        yield from islice(works, 1)
    elif isinstance(value, list):
        for part in value:
            yield from _works(part) if not isinstance(part, list) else ()


def _publisher(value: str) -> str:
    """The name of the publisher, or the last part of the address of its page elsewhere."""
    return value.rstrip("/").rpartition("/")[2].partition("?")[0].strip()
