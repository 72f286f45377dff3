"""What a web page calls its article: its headings, and what its head says, each by the other."""

import re
from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement

from twosource.intake.lines import words
from twosource.intake.lines.outlets import masthead, names_an_outlet
from twosource.intake.lines.site_names import headline, is_a_section, is_the_site
from twosource.model import Attested


def headline_of(tree: HtmlElement, told: Attested | None, site: frozenset[str]) -> Attested | None:
    """The headline, without the site's name before or after it.

    `told` is what the page's linked data or meta elements say.
    """
    head = [headline(one, site) for one in (told, _title_element(tree)) if one is not None]
    only = _of_word(tree) or _only_heading(tree, site)
    if only is not None:
        return replace(only, value=_without_a_kicker(only.value, head))
    if not head:
        return _first_heading(tree, site)
    return replace(head[0], value=_as_headed(tree, head[0].value))


def _of_word(tree: HtmlElement) -> Attested | None:
    """What Word calls the title: its page's headings are those of parts, its head the file's."""
    titles = [shown(element) for element in tree.iter("p") if element.get("class") == "MsoTitle"]
    title = next(filter(None, titles), None)
    return Attested(title, "what Word marks as the title") if title else None


def _only_heading(tree: HtmlElement, site: frozenset[str]) -> Attested | None:
    heads = [text for element in tree.iter("h1") if not is_the_site(text := shown(element), site)]
    only = len(heads) == 1 and heads[0]
    return Attested(only, "the page's only first heading") if only else None


def _first_heading(tree: HtmlElement, site: frozenset[str]) -> Attested | None:
    """The heading that a page without a head opens with."""
    heads = (text for one in tree.iter("h1", "h2", "h3") if _may_be_a_headline(text := shown(one)))
    first = next((one for one in heads if not is_the_site(one, site)), None)
    return Attested(first, "the page's first heading") if first else None


def _without_a_kicker(heading: str, head: list[Attested]) -> str:
    """The heading as the page's head has it, where that is how it ends: "Ruhl Ferry sinks".

    Words before a colon belong to the headline.
    """
    told = [one.value for one in head if len(words(one.value)) >= _SHORTEST]
    ends = (one for one in told if heading.endswith(one))
    return next((one for one in ends if not _COLON.search(heading.removesuffix(one))), heading)


_COLON = re.compile(r"\S:\s*$")


def _as_headed(tree: HtmlElement, title: str) -> str:
    """The longest heading that the title opens or ends with: the rest is the site's."""
    heads = (text for one in tree.iter("h1", "h2", "h3") if _may_be_a_headline(text := shown(one)))
    return max((one for one in heads if _is_an_end_of(title, one)), key=len, default=title)


def _is_an_end_of(title: str, heading: str) -> bool:
    said = re.escape(heading)
    return re.search(rf"^{said}(?:{_BAR})|(?:{_BAR}){said}$", title) is not None


_BAR = r"\s*[|│]\s*|\s[-–—·•:»›/]+\s"
_SHORTEST = 2  # words


def _may_be_a_headline(text: str) -> bool:
    return len(words(text)) >= _SHORTEST and not is_a_section(text) and not names_an_outlet(text)


def site_in_the_title(tree: HtmlElement) -> Attested | None:
    """The outlet named behind the last bar of the title element: "Ferry sinks | Harbour Post"."""
    said = title.value if (title := _title_element(tree)) else ""
    *before, last = _PARTS.split(said)
    parted = any("|" in bar or "│" in bar for bar in _PARTS.findall(said)[-1:])
    headed = parted or any(shown(one) == before[0] for one in tree.iter("h1", "h2") if before)
    named = names_an_outlet(last) and masthead(last) == last and not is_a_section(last)
    return Attested(last, "the end of the page's title element") if headed and named else None


_PARTS = re.compile(_BAR)


def _title_element(tree: HtmlElement) -> Attested | None:
    title = shown(element) if (element := tree.find(".//title")) is not None else ""
    return Attested(title, "the page's title element") if title else None


def shown(element: HtmlElement) -> str:
    """The words of an element, on one line."""
    if element.find(".//br") is not None:
        element = deepcopy(element)
        for line_break in element.iter("br"):
            line_break.tail = f" {line_break.tail or ''}"
    return " ".join(str(element.text_content()).translate(UNSEEN).split())


UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # where a word may be divided
