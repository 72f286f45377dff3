"""Who wrote a web page, by its markup: JSON-LD, meta elements, and elements named for authors."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec
from lxml.html import HtmlElement

from twosource.intake.lines import words
from twosource.intake.lines.bylines import announced
from twosource.intake.lines.dates import dates_in
from twosource.intake.lines.writers import byline_of, joined, names_in
from twosource.model import Attested, Byline
from twosource.vocabulary import load

_LONGEST = 5  # words of a name
# What web designers call the element with the author; markup, and no words of a page.
_NAMED_FOR_AUTHORS = re.compile(
    r"by-?line|author|autor(?!e?s?\w{4})|auteur|posted-?by|submitted-?by|(?<!type)writer|journalist-?name"
    r"|username|screenname|\bbyl\b|\bvcard\b|zuozhe|bianji|(?<![\w-])fn(?![\w-])|profile-name|expert-name",
    re.IGNORECASE,
)
# Class names, whole: "sidebar" is one, "entry-byline-with-avatar" is none.
_NOT_OF_THE_STORY = frozenset({
    "comment", "comments", "comment-list", "commentlist", "comment-author", "comments-area",
    "related", "related-posts", "related-articles", "sidebar", "widget", "widget-area", "footer",
    "site-footer", "avatar",
})  # fmt: skip
_ADDRESS = re.compile(r"https?:|www\.|@|/|^[\w-]+\.[a-z]{2,4}$|[*?=<>{}]")
_END = re.compile(r"\s*(?:[|•·(\[\n]|\s[-–—]\s|,\s+\d|\d{1,2}\.\s?\d|\d{4})")


class AuthorCues(msgspec.Struct, frozen=True):
    """The shape of vocabulary/author_cues.yaml."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    never: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """What the head of a page says of its author, and which names it says are organisations'."""

    meta: Attested | None
    linked: Attested | None
    bodies: frozenset[str] = frozenset()


def authors(tree: HtmlElement, said: Said, outlet: str | None) -> Byline | None:
    """The first witness that names somebody: JSON-LD, meta elements, elements of the page.

    Where the head of the page names an organisation only, an element that names a person in full
    comes before it. A name that is the outlet's own is no author.
    """
    head = _first((said.linked, said.meta), said.bodies, outlet)
    if head is not None and head.persons:
        return head
    in_page = _first(_elements(tree), said.bodies, outlet)
    return in_page if in_page is not None and (head is None or _is_full(in_page)) else head


def _first(
    witnesses: Iterable[Attested | None], bodies: frozenset[str], outlet: str | None
) -> Byline | None:
    bylines = (_byline(witness, bodies, outlet) for witness in witnesses if witness is not None)
    return next((byline for byline in bylines if byline is not None), None)


def _is_full(byline: Byline) -> bool:
    """Whether a byline names persons by more than one name: one alone may be anything."""
    return bool(byline.persons) and all(len(words(name)) > 1 for name in byline.persons)


def _byline(witness: Attested, bodies: frozenset[str], outlet: str | None) -> Byline | None:
    names = [name for name in _names(witness.value) if not _is(name, outlet)]
    if not names:
        return None
    return joined(byline_of(Attested("; ".join(dict.fromkeys(names)), witness.how), bodies))


def _elements(tree: HtmlElement) -> Iterator[Attested]:
    """The texts of elements whose attributes say that they name the author, surest first."""
    found = [(sureness, element) for element in tree.iter() if (sureness := _sureness(element))]
    for sureness, element in sorted(found, key=lambda one: -one[0])[:_ASKED]:
        text = " ".join(" ".join(map(str, element.itertext())).split())
        if text and not _of_something_else(element):
            yield Attested(text[:200], _HOW[sureness])


_HOW = {
    3: "an element marked as the author's",
    2: "an element named for authors",
    1: "a line of the page that opens as a byline does",
}
_ASKED = 12  # elements; a list of authors further down is the site's, not the story's


def _sureness(element: HtmlElement) -> int:
    if not isinstance(element.tag, str):
        return 0
    if element.get("rel") == "author" or (element.get("itemprop") or "").startswith("author"):
        return 3
    named = (
        f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"
    )
    if len(named) > 2 and _is_named_for_authors(named):  # noqa: PLR2004 - the two spaces
        return 2
    return int(_opens_as_a_byline((element.text or "").strip()))


@lru_cache(maxsize=4096)  # the elements of a page share few names
def _is_named_for_authors(named: str) -> bool:
    return _NAMED_FOR_AUTHORS.search(named) is not None


def _opens_as_a_byline(text: str) -> bool:
    return 4 < len(text) < 80 and announced(text) is not None  # noqa: PLR2004 - characters


def _of_something_else(element: HtmlElement) -> bool:
    """Whether an element stands among comments, related stories or notes on the author."""
    for one in (element, *element.iterancestors()):
        if not _NOT_OF_THE_STORY.isdisjoint((one.get("class") or "").casefold().split()):
            return True
    return False


def _names(text: str) -> Iterator[str]:
    """The names in a byline's text, without cues, dates and addresses."""
    bare = _cue().sub("", html.unescape(text).strip())
    day = next((one.span.start for one in dates_in(bare)), len(bare))
    end = _END.search(bare)
    for part in names_in(bare[: min(day, end.start() if end else len(bare))]):
        name = _after().sub("", _cue().sub("", part)).strip(" ,:;-–—")
        if _could_be_a_name(name):
            yield name


def _could_be_a_name(name: str) -> bool:
    return (
        0 < len(words(name)) <= _LONGEST
        and len(name) > 1
        and _ADDRESS.search(name) is None
        and name.casefold() not in load("author_cues", AuthorCues).never
    )


def _is(name: str, outlet: str | None) -> bool:
    return outlet is not None and name.casefold() == outlet.casefold()


@cache
def _cue() -> re.Pattern[str]:
    cues = sorted(load("author_cues", AuthorCues).before, key=len)[::-1]
    return re.compile(
        rf"^\W*(?:(?:{'|'.join(map(re.escape, cues))})(?:\s*:\s*|\s+))+", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    said = "|".join(map(re.escape, load("author_cues", AuthorCues).after))
    return re.compile(rf"\s+(?:{said})\W*$", re.IGNORECASE)
