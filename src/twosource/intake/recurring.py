"""Lines that come back on several pages of one make: what a site puts on every page is no story.

Copies share their story, too, so that coming back alone proves nothing. A line counts as furniture
where the pages that carry it are of one make (one outlet, or furniture in common) and still tell
different stories; a long line, which may be the background an outlet gives every time, only where
it stands at the end or the very start of each.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from twosource.intake.lines import bare, words
from twosource.model import Article, Block, BlockKind

_PAGES = 3  # that must carry a line, and tell different stories
_LOOKED_AT = 12  # pages that carry a line; of a site's whole archive a few tell enough
_ALIKE = 3  # furniture lines that pages of one make have in common
_OPENING = 3  # long lines by which a story is told from others
_LONG = 12  # words: a sentence rather than a label
_LAST = 4  # lines of a story that are its end
_STORY = frozenset({BlockKind.BODY, BlockKind.SUBHEAD})
_FURNITURE = frozenset({BlockKind.NAVIGATION, BlockKind.RELATED, BlockKind.METADATA})

Carriers = Mapping[str, Sequence[Article]]


def with_recurring_lines_marked(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, their blocks that recur over pages of one make turned into navigation."""
    carriers = _carriers(articles, _STORY)
    doubtful = {said: pages for said, pages in carriers.items() if len(pages) >= _PAGES}
    if not doubtful:
        return tuple(articles)
    furniture = _lines_by_article(articles, _FURNITURE)
    openings = {article.id: _opening(article, doubtful) for article in articles}
    recurring = {
        said
        for said, pages in doubtful.items()
        if _of_one_make(some := pages[:_LOOKED_AT], furniture)
        and _all_differ([openings[page.id] for page in some])
        and (len(words(said)) < _LONG or all(_at_an_edge(said, page) for page in some))
    }
    return tuple(_marked(article, recurring) for article in articles)


def _carriers(articles: Iterable[Article], kinds: frozenset[BlockKind]) -> Carriers:
    """The articles that carry a line of one of these kinds, by its words."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for said in dict.fromkeys(_lines(article, kinds)):
            found[said].append(article)
    return found


def _lines_by_article(
    articles: Iterable[Article], kinds: frozenset[BlockKind]
) -> Mapping[str, frozenset[str]]:
    return {article.id: frozenset(_lines(article, kinds)) for article in articles}


def _lines(article: Article, kinds: frozenset[BlockKind]) -> Iterator[str]:
    for block in article.blocks:
        if block.kind in kinds and (said := bare(block.span.of(article.text))):
            yield said


def _of_one_make(pages: Sequence[Article], furniture: Mapping[str, frozenset[str]]) -> bool:
    """Whether the pages that carry a line are of one make."""
    outlets = {page.outlet.value.casefold() if page.outlet else None for page in pages}
    shared = frozenset.intersection(*(furniture[page.id] for page in pages))
    return (len(outlets) == 1 and None not in outlets) or len(shared) >= _ALIKE


def _all_differ(openings: Sequence[frozenset[str]]) -> bool:
    """Whether the stories open with long lines, no two with the same."""
    every = [line for opening in openings for line in opening]
    return all(openings) and len(set(every)) == len(every)


def _opening(article: Article, doubtful: Carriers) -> frozenset[str]:
    """The first long lines of a story, without those that many pages carry."""
    long = (said for said in _lines(article, _STORY) if len(words(said)) >= _LONG)
    return frozenset(islice((said for said in long if said not in doubtful), _OPENING))


def _at_an_edge(said: str, article: Article) -> bool:
    """Whether a line stands first in its story, or among its last."""
    story = list(_lines(article, _STORY))
    return said == story[0] or said in story[-_LAST:]


def _marked(article: Article, recurring: set[str]) -> Article:
    blocks = tuple(_judged(block, article.text, recurring) for block in article.blocks)
    return article if blocks == article.blocks else replace(article, blocks=blocks)


def _judged(block: Block, text: str, recurring: set[str]) -> Block:
    if block.kind not in _STORY or bare(block.span.of(text)) not in recurring:
        return block
    reason = f"the same line stands in {_PAGES} or more pages of this make that tell other stories"
    return replace(block, kind=BlockKind.NAVIGATION, reason=reason)
