"""Web pages: trafilatura finds the text, and its elements say what each line of it is."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.settings import DEFAULT_CONFIG, Document

from twosource.errors import NoText, TooMuch
from twosource.intake.encodings import decode, said_of_itself
from twosource.intake.kinds.headings import UNSEEN, shown
from twosource.intake.kinds.layout import without_layout_tables
from twosource.intake.kinds.markup import read_markup
from twosource.intake.lines import bare, ends_a_sentence, is_prose
from twosource.intake.lines.dates import dates_in, on
from twosource.intake.page import Markup, Page, Piece, page_of
from twosource.model import BlockKind, DateEvidence, DateRole

# What it logs about broken pages is said by the reason they are set aside with.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
logging.getLogger("htmldate").setLevel(logging.CRITICAL + 1)


def read_html(data: bytes) -> Page:
    """The page of an HTML file: the title as first line, then the lines trafilatura keeps.

    Of trafilatura's settings, `fast` (without its fallback to other extractors) does best by the
    scorer of the article-extraction benchmark on its 149 development pages, and takes half the
    time: .966, against .963 by default, .965 with `favor_precision`, .965 with `favor_recall`.

    Raises `NoText` where no article is found in it.
    """
    _refuse_what_breaks_parsers(data)
    tree = load_html(_whole(decode(data, said_of_itself(data))))
    if tree is None:
        raise NoText("looks like a web page but cannot be parsed")
    markup = _with_a_date(read_markup(tree), tree)
    found = _extracted(without_layout_tables(tree))
    if found is None:
        raise NoText(_why_empty(data))
    menu = _menu(tree, found) if _is_short(found) else frozenset()
    headed = _headed(list(_pieces(found, menu)), markup)
    return page_of(headed, flattened=False, markup=markup)


def _whole(page: str) -> str:
    """A page; a piece of one is put into one, as the parser takes a lone table for no page."""
    return page if _OF_A_PAGE.search(page[:_PROBE]) else f"<html><body>{page}</body></html>"


_OF_A_PAGE = re.compile(r"<(?:!doctype|html|head|body|title|meta|frameset)\b", re.IGNORECASE)
_PROBE = 4096  # characters looked at


def _extracted(tree: HtmlElement) -> Document | None:
    """What trafilatura finds of the article, if anything.

    Where it finds less than it takes for an article, it gives the whole page, menu and all. For a
    short story, it is asked what it would give of any length; that is taken if no sentence of the
    page is missing from it.
    """
    found = bare_extraction(tree, fast=True, include_comments=False)
    if not isinstance(found, Document) or not (found.text or "").strip():
        return None
    if not _is_short(found):
        return found
    short = bare_extraction(tree, fast=True, include_comments=False, config=_OF_ANY_LENGTH)
    kept = isinstance(short, Document) and _sentences(found) <= _sentences(short)
    return short if isinstance(short, Document) and kept and _sentences(short) else found


def _is_short(found: Document) -> bool:
    return len(found.text or "") < _SHORT


def _sentences(found: Document) -> set[str]:
    return {bare(line) for line in (found.text or "").splitlines() if ends_a_sentence(line.strip())}


_SHORT = 1000  # characters: above this, a menu that came along is less than the story
_OF_ANY_LENGTH = deepcopy(DEFAULT_CONFIG)
_OF_ANY_LENGTH.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")


def _menu(tree: HtmlElement, found: Document) -> frozenset[str]:
    """The lines that are links and stand in a row of links and nothing else."""
    lines = frozenset(_lines(found))
    is_a_row = cache(_is_a_row)  # several links stand in one
    return frozenset(
        text
        for link in tree.iter("a")
        if (text := shown(link)) in lines and any(map(is_a_row, link.iterancestors()))
    )


def _is_a_row(element: HtmlElement) -> bool:
    links = [shown(link) for link in element.iter("a")]
    if len(links) < 2 or element.tag in {"body", "html"}:  # noqa: PLR2004 - one is no row
        return False
    held = len(re.sub(r"[^\w]+", " ", shown(element)).strip())
    return sum(map(len, links)) >= held * _NEARLY_ALL


_NEARLY_ALL = 0.8  # of a row's characters; the rest stands between the links


def _refuse_what_breaks_parsers(data: bytes) -> None:
    """Raise `TooMuch` for a page that libxml2 would cut in silence or take minutes over."""
    for piece in data.split(b"<"):
        if len(piece) > _LONGEST_PIECE:
            tag, _, text = piece.partition(b">")
            if len(text) > _LONGEST_TEXT:
                raise TooMuch("more than 9 MB of text without a tag: save it as plain text")
            if tag.count(b"=") > _MOST_ATTRIBUTES or tag.count(b" ") > _MOST_ATTRIBUTES:
                raise TooMuch("thousands of attributes on one tag: it may be a trap")


_LONGEST_PIECE = 20_000  # bytes from one tag to the next, below which none of this can be
_LONGEST_TEXT = 9_000_000  # bytes; libxml2 drops a text node of 10 MB, and all that follows it
_MOST_ATTRIBUTES = 5_000


def _why_empty(data: bytes) -> str:
    """Nothing was found: because there is nothing, or although there is."""
    held = len(re.findall(rb"[^\W\d_]{3,}", re.sub(rb"<[^<>]{0,2000}>", b" ", data)))
    if held > _A_STORY and _depth(data) > _DEEPEST:
        return f"a web page in which tags lie more than {_DEEPEST} deep in one another"
    if held > _A_STORY:
        return f"a web page of some {held:,} words, of which none could be told to be an article"
    return "a web page in which no article text was found"


def _depth(data: bytes) -> int:
    """How deep tags lie in one another at most, counting those that are opened and not closed."""
    depth = deepest = 0
    for tag in re.finditer(rb"<(/?)(?!(?:br|hr|img|meta|link|input)\b)[a-z]", data, re.IGNORECASE):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


_A_STORY = 50  # words
_DEEPEST = 250  # libxml2 stops at 256


def _with_a_date(markup: Markup, tree: HtmlElement) -> Markup:
    """The markup with htmldate's and the page's own words as witnesses, where its own are weak.

    On the development pages quick and full search of htmldate agree where they answer both (166 of
    216 without a date in their markup), and are right in 88 of a hundred. What only the full search
    finds is right in 75, but in 18 of 19 where it is the first of few dates in the page's text. The
    quick search is wrong in 6 of 16 where another date stands first.
    """
    if any(one.role is DateRole.PUBLISHED and one.confidence > _WEAK for one in markup.dates):
        return markup
    told = list(islice(_told_in(tree), _MANY))
    return replace(markup, dates=(*markup.dates, *_found(tree, told)))


def _found(tree: HtmlElement, told: list[date]) -> Iterator[DateEvidence]:
    few = 0 < len(set(told)) <= _FEW
    quick = find_date(tree, extensive_search=False, original_date=True)
    if quick is not None:
        day = date.fromisoformat(quick)
        yield DateEvidence(on(day), DateRole.PUBLISHED, "htmldate, in the page's markup", 0.6)
        if told and told[0] != day and (few or day not in told):
            yield DateEvidence(on(told[0]), DateRole.PUBLISHED, "the first date in the page", 0.5)
    elif few and find_date(tree, original_date=True) == told[0].isoformat():
        yield DateEvidence(on(told[0]), DateRole.PUBLISHED, "the first of few dates in it", 0.6)


_FEW = 3  # different days
_MANY = 200  # dates of one page that are looked at


def _told_in(tree: HtmlElement) -> Iterator[date]:
    """The full dates in the texts of a page's elements, ambiguous ones left out."""
    for text in tree.xpath(_TEXTS):
        for found in dates_in(str(text).strip()[:_NOTE]):
            day = found.interval.earliest
            if day is not None and day == found.interval.latest:
                yield day


_TEXTS = "//body//text()[not(parent::script or parent::style or parent::noscript)]"
_NOTE = 400  # characters


_WEAK = 0.75  # a time element may be that of another story on the page


def _pieces(found: Document, menu: frozenset[str]) -> Iterator[Piece]:
    """The lines of the extracted text, and which of them are headings or links of a menu."""
    body = found.body
    heads = (
        []
        if body is None
        else [" ".join("".join(head.itertext()).split()) for head in body.iter("head")]
    )
    for text in _lines(found):
        linked = text in menu and not ends_a_sentence(text)
        yield text, BlockKind.NAVIGATION if linked else _hint(text, heads)


def _lines(found: Document) -> Iterator[str]:
    lines = (found.text or "").translate(UNSEEN).splitlines()
    return filter(None, (" ".join(line.split()) for line in lines))


def _hint(text: str, heads: list[str]) -> BlockKind | None:
    """A heading is one, and what holds no word (rules, bars) belongs to no story."""
    if not any(map(str.isalnum, text)):
        return BlockKind.NAVIGATION
    return BlockKind.SUBHEAD if text in heads else None


def _headed(pieces: list[Piece], markup: Markup) -> Iterator[Piece]:
    """The pieces with the title in front, unless it is there already."""
    above = max(3, next((i for i, (text, _) in enumerate(pieces) if is_prose(text)), 0))
    title = bare(markup.title.value) if markup.title else ""
    at = _title_among([bare(text) for text, _ in pieces[:above]], title)
    if markup.title is not None and at is None:
        yield markup.title.value, BlockKind.TITLE
    for index, (text, hint) in enumerate(pieces):
        yield text, BlockKind.TITLE if index == at else hint


def _title_among(said: list[str], title: str) -> int | None:
    """Where the title stands: by itself, or else behind what is set in its heading before it."""
    if title in said:
        return said.index(title)
    return next((i for i, text in enumerate(said) if title and text.endswith(title)), None)
