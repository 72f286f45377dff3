"""The table of articles, and their texts with every cited stretch marked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from twosource.dossier.index import Index, source_of
from twosource.dossier.view import (
    ArticleRow,
    ArticleText,
    AsideShown,
    Citation,
    CreditShown,
    DateShown,
    Opening,
    Paragraph,
    Piece,
)
from twosource.dossier.words import date_in_words, machine_date
from twosource.model import (
    Article,
    Attested,
    Block,
    BlockKind,
    Credit,
    DateEvidence,
    Span,
)

_ASIDE = frozenset(
    {BlockKind.NAVIGATION, BlockKind.RELATED, BlockKind.BIO, BlockKind.METADATA, BlockKind.CREDIT}
)


def article_row(article: Article, index: Index) -> ArticleRow:
    """The article's row in the table of articles."""
    return ArticleRow(
        label=index.labels[article.id],
        name=article.name,
        source=source_of(article),
        outlet=_value(article.outlet),
        outlet_how=article.outlet.how if article.outlet else None,
        title=_value(article.title),
        caveats=index.by_id[article.id].caveats,
        byline=_value(article.byline),
        published=_date(article.published, article, index) if article.published else None,
        other_dates=tuple(
            _date(d, article, index) for d in article.dates if d != article.published
        ),
        credits=tuple(_credit(c, article, index) for c in article.credits),
        aside=_aside(article.blocks),
        link=_link(article.url),
    )


def article_text(article: Article, index: Index, citations: Iterable[Citation]) -> ArticleText:
    """The article's whole text, block by block, with its own `citations` marked in it."""
    cited = sorted(set(citations), key=_outermost_first)
    placed: set[str] = set()
    paragraphs = tuple(_paragraph(block, article.text, cited, placed) for block in article.blocks)
    return ArticleText(
        label=index.labels[article.id],
        source=source_of(article),
        title=_value(article.title),
        name=article.name,
        date=date_in_words(article.published.interval) if article.published else None,
        language=article.language,
        paragraphs=paragraphs,
        unplaced=tuple(dict.fromkeys(c.anchor for c in cited if c.anchor not in placed)),
    )


def _value(attested: Attested | None) -> str | None:
    return attested.value if attested else None


def _date(evidence: DateEvidence, article: Article, index: Index) -> DateShown:
    return DateShown(
        words=date_in_words(evidence.interval),
        machine=machine_date(evidence.interval),
        role=evidence.role.value,
        how=evidence.how,
        confidence=evidence.confidence,
        citation=_cite(evidence.span, article, index),
    )


def _credit(credit: Credit, article: Article, index: Index) -> CreditShown:
    return CreditShown(
        kind=credit.kind.value,
        named=credit.named,
        how=credit.how,
        citation=_cite(credit.span, article, index),
    )


def _cite(span: Span | None, article: Article, index: Index) -> Citation | None:
    return index.cite_parts(article.id, (span,)) if span else None


def _aside(blocks: Sequence[Block]) -> tuple[AsideShown, ...]:
    kinds = Counter(block.kind.value for block in blocks if block.kind in _ASIDE)
    return tuple(AsideShown(kind, blocks) for kind, blocks in sorted(kinds.items()))


def _link(url: Attested | None) -> str | None:
    """The address, only where a reader may follow it without risk: http and https."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.value)
    except ValueError:  # "http://[" and other addresses that cannot be taken apart
        return None
    return url.value if parts.scheme in {"http", "https"} and parts.netloc else None


def _paragraph(block: Block, text: str, cited: Sequence[Citation], placed: set[str]) -> Paragraph:
    return Paragraph(
        kind=block.kind.value,
        reason=block.reason,
        aside=block.kind in _ASIDE,
        pieces=_pieces(block.span, text, cited, placed),
    )


def _pieces(
    within: Span, text: str, cited: Sequence[Citation], placed: set[str]
) -> tuple[Piece, ...]:
    """The characters of `within`, cut at the ends of citations so that the stretches nest.

    Where two citations cross, the inner one is closed and opened again. `placed` collects the
    anchors that have had their first opening.
    """
    here = [c for c in cited if any(span.overlaps(within) for span in c.spans)]
    cuts = sorted({within.start, within.end, *_ends(here, within)})
    stretches = [Span(start, end) for start, end in pairwise(cuts)]
    covers = [[c.anchor for c in here if _covers(c, stretch)] for stretch in stretches]
    befores, afters = [[], *covers[:-1]], [*covers[1:], []]
    return tuple(
        Piece(
            opens=tuple(_opening(a, placed) for a in cover[_common(before, cover) :]),
            text=stretch.of(text),
            closes=len(cover) - _common(cover, after),
        )
        for stretch, before, cover, after in zip(stretches, befores, covers, afters, strict=True)
    )


def _opening(anchor: str, placed: set[str]) -> Opening:
    first = anchor not in placed
    placed.add(anchor)
    return Opening(anchor, first)


def _ends(cited: Iterable[Citation], within: Span) -> Iterable[int]:
    ends = (end for c in cited for span in c.spans for end in (span.start, span.end))
    return (end for end in ends if within.start < end < within.end)


def _covers(citation: Citation, stretch: Span) -> bool:
    return any(span.contains(stretch) for span in citation.spans)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the common beginning of two lists."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _outermost_first(citation: Citation) -> tuple[int, int, str]:
    return citation.spans[0].start, -citation.spans[-1].end, citation.anchor
