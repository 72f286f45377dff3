"""Where something stands: the sentence around it, and whether that is a headline."""

from twosource.model import Article, BlockKind, Reading, Span

_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.SUBHEAD})


def sentence_around(span: Span, reading: Reading) -> Span:
    """The sentence that holds a stretch of an article; the stretch itself where none holds it."""
    inside = (one.span for one in reading.sentences if one.span.contains(span))
    return next(inside, span)


def is_headline(article: Article, span: Span) -> bool:
    """Whether a stretch of an article stands in its title or in one of its headings."""
    headings = (block.span for block in article.blocks if block.kind in _HEADLINES)
    return any(heading.contains(span) for heading in headings)
