"""Words that two pages share because a site, or a network, puts them on many pages.

A subscription box, an embedded post, the line below every column: whoever reports from it has it,
and two articles that share nothing else do not depend on one another. Told by what the pile shows,
not by lists of such texts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from twosource import vocabulary
from twosource.model import Article, Evidence, Passage, PassageKind, Span

# Set on the news piles, whose pairs were read by hand (`evaluation/spurious.yaml`).
CARRIERS = 3  # more articles that share this with one of the two, and nothing else
LIKE = 0.5  # of the shorter of two spans, to be called the same
END = 700  # characters before the end of an article in which its closing lines stand
LONGEST_POST = 700  # characters: two or three posts in a row
LINE = 200  # characters of a line that stands at the head of a page
_BEHIND = 80  # characters behind a passage in which a post's signature may stand

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shares:
    """Which articles share passages, and where they lie in each."""

    articles: Mapping[str, Article]
    spans: Mapping[str, Mapping[str, Sequence[Span]]]  # of each article, by the other

    def is_lent(self, passage: Passage) -> bool:
        """Whether it is a quotation, a post or a caption, which both can have from elsewhere."""
        if passage.kind is PassageKind.QUOTATION:
            return True
        short = len(passage.a.span) <= LONGEST_POST
        return short and any(map(self._is_signed, _ends(passage)))

    def _is_signed(self, end: Evidence) -> bool:
        """Whether the sign of a post or a picture stands in the passage or right behind it."""
        text = self.articles[end.article].text
        return bool(_signs().search(text, end.span.start, end.span.end + _BEHIND))

    def are_boxes(self, passages: Sequence[Passage]) -> bool:
        """Whether all that two articles share a site, or many of them, put on the page."""
        return all(self._is_carried(one) or self._closes(one) for one in passages)

    def _sides(self, passage: Passage) -> tuple[tuple[Evidence, str], tuple[Evidence, str]]:
        return (passage.a, passage.b.article), (passage.b, passage.a.article)

    def _closes(self, passage: Passage) -> bool:
        """Whether it stands among the closing lines of both, or is the line that opens both."""
        closing = all(
            len(self.articles[end.article].text.rstrip()) - end.span.start < END
            for end in _ends(passage)
        )
        return closing or all(end.span.end < LINE for end in _ends(passage))

    def _is_carried(self, passage: Passage) -> bool:
        """Whether several other articles have it too and share nothing else with the one."""
        carriers = {
            other
            for end, partner in self._sides(passage)
            for other, spans in self.spans[end.article].items()
            if other != partner and all(_are_like(span, end.span) for span in spans)
        }
        return len(carriers) >= CARRIERS


class _LentWords(msgspec.Struct, frozen=True):
    """The shape of vocabulary/lent_words.yaml."""

    posts: list[str]
    pictures: list[str]


@cache
def _signs() -> re.Pattern[str]:
    known = vocabulary.load("lent_words", _LentWords)
    return re.compile("|".join([*known.posts, *known.pictures]))


def shares_of(shared: Mapping[Pair, Sequence[Passage]], articles: Mapping[str, Article]) -> Shares:
    """Who shares passages with whom."""
    spans: dict[str, dict[str, list[Span]]] = {}
    for (a, b), passages in shared.items():
        spans.setdefault(a, {})[b] = [passage.a.span for passage in passages]
        spans.setdefault(b, {})[a] = [passage.b.span for passage in passages]
    return Shares(articles, spans)


def _ends(passage: Passage) -> tuple[Evidence, Evidence]:
    return passage.a, passage.b


def again(one: Passage, other: Passage) -> bool:
    """Whether half of a passage lies in another, on either side."""
    on_a = one.a.span.shared(other.a.span) >= LIKE * len(one.a.span)
    return on_a or one.b.span.shared(other.b.span) >= LIKE * len(one.b.span)


def _are_like(one: Span, other: Span) -> bool:
    return one.shared(other) >= LIKE * max(min(len(one), len(other)), 1)
