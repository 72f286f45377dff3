"""Groups of articles that links join, directly or through others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.model import Dependence


def joined(articles: Sequence[str], links: Iterable[Dependence]) -> list[tuple[str, ...]]:
    """The groups, each and all in the order in which the articles came in."""
    home = {article: article for article in articles}

    def root(article: str) -> str:
        while home[article] != article:
            home[article] = article = home[home[article]]
        return article

    for link in links:
        home[root(link.b)] = root(link.a)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        groups[root(article)].append(article)
    return [tuple(group) for group in groups.values()]
