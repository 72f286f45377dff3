"""Words that two pages share because a site, or a network, puts them on many pages.

A subscription box, an embedded post, the line below every column: whoever reports from it has it,
and two articles that share nothing else do not depend on one another. Told by what the pile shows,
not by lists of such texts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Article, Evidence, Passage, Span

# Set on the news piles, whose pairs were read by hand (`evaluation/spurious.yaml`).
CARRIERS = 3  # more articles that share this with one of the two, and nothing else
LIKE = 0.5  # of the shorter of two spans, to be called the same
END = 200  # characters from the last word of an article within which a passage closes it
_POST = re.compile(r"\(@\w+\)|pic\.twitter\.com|\bt\.co/|@\w+ on (?:Twitter|Instagram)")
_BEHIND = 80  # characters behind a passage in which a post's signature may stand

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shares:
    """Which articles share passages, and where they lie in each."""

    articles: Mapping[str, Article]
    spans: Mapping[str, Mapping[str, Sequence[Span]]]  # of each article, by the other

    def are_boxes(self, passages: Sequence[Passage]) -> bool:
        """Whether all that two articles share is of this kind."""
        alone = len(passages) == 1
        return all(
            self._is_post(one) or self._is_carried(one) or (alone and self._closes(one))
            for one in passages
        )

    def _sides(self, passage: Passage) -> tuple[tuple[Evidence, str], tuple[Evidence, str]]:
        return (passage.a, passage.b.article), (passage.b, passage.a.article)

    def _is_post(self, passage: Passage) -> bool:
        """Whether a post's signature stands in the passage, or right behind it."""
        ends = (passage.a, passage.b)
        return any(
            _POST.search(self.articles[end.article].text, end.span.start, end.span.end + _BEHIND)
            for end in ends
        )

    def _closes(self, passage: Passage) -> bool:
        """Whether both articles end with it."""
        return all(
            len(self.articles[end.article].text.rstrip()) - end.span.end < END
            for end in (passage.a, passage.b)
        )

    def _is_carried(self, passage: Passage) -> bool:
        """Whether several other articles have it too and share nothing else with the one."""
        carriers = {
            other
            for end, partner in self._sides(passage)
            for other, spans in self.spans[end.article].items()
            if other != partner and all(_are_like(span, end.span) for span in spans)
        }
        return len(carriers) >= CARRIERS


def shares_of(shared: Mapping[Pair, Sequence[Passage]], articles: Mapping[str, Article]) -> Shares:
    """Who shares passages with whom."""
    spans: dict[str, dict[str, list[Span]]] = {}
    for (a, b), passages in shared.items():
        spans.setdefault(a, {})[b] = [passage.a.span for passage in passages]
        spans.setdefault(b, {})[a] = [passage.b.span for passage in passages]
    return Shares(articles, spans)


def _are_like(one: Span, other: Span) -> bool:
    return one.shared(other) >= LIKE * max(min(len(one), len(other)), 1)
