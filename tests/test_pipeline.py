"""What must hold of the whole road, whatever is put in."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource import collate, ingest, publish, read
from twosource.dossier.page import page
from twosource.export.json import from_json, to_json
from twosource.model import Article, Collation, Evidence, Pile, Span

LINES = st.sampled_from(
    [
        "Two people died when the ferry Santa Brizia burned on Lake Orvane on 17 October 2024.",
        "Two persons died when the ferry Santa Brizia burned on Lake Orvane on 16 October 2024.",
        '"For nineteen minutes nobody called us," said Ottavia Prenn, the commander.',
        "“For nineteen minutes nobody called us,” Prenn told CPB. “Once we knew, we were fast.”",
        "By Marek Olland, foreign desk",
        "Home | News | Sport | Weather",
        "With material from CPB",
        "Over 40 passengers, six of them children, were taken to Galdo General Hospital.",
        "«Nobody» – не сказал никто 👩‍👩‍👧 \u202eabc\u202c.",
        "PORT GALDO, Oct 18, 2024 (CPB) - At least two people died, rescuers said.",
        "",
        "   ",
    ]
)
TEXTS = st.lists(
    st.one_of(LINES, st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)),
    max_size=8,
).map("\n".join)
PILES = st.lists(TEXTS, max_size=4)


def take_in(texts: list[str]) -> Pile:
    with TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number}.txt").write_bytes(text.encode())
        return ingest([folder])


def collated(pile: Pile) -> Collation:
    return collate(read(article) for article in pile.articles)


def spans(value: object, article: Article) -> Iterator[tuple[Article, Span]]:
    """Every span inside a noun that belongs to one article."""
    if isinstance(value, Span):
        yield article, value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans(one, article)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name), article)


def evidence(value: object) -> Iterator[Evidence]:
    """Every piece of evidence inside a noun."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from evidence(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from evidence(getattr(value, field.name))


@given(PILES)
@settings(max_examples=60)
def test_every_span_lies_inside_its_article(texts: list[str]) -> None:
    collation = collated(take_in(texts))
    articles = {reading.article.id: reading.article for reading in collation.readings}
    found = [pair for r in collation.readings for pair in spans(r, r.article)]
    found += [(articles[one.article], one.span) for one in evidence(collation)]
    for article, span in found:
        assert 0 <= span.start <= span.end <= len(article.text)
        assert len(span.of(article.text)) == len(span)


@given(PILES)
@settings(max_examples=40)
def test_the_json_export_gives_every_span_and_text_back(texts: list[str]) -> None:
    pile = take_in(texts)
    collation = collated(pile)
    exported = from_json(to_json(collation, pile.set_aside))
    assert exported.collation == collation
    assert exported.set_aside == pile.set_aside


@given(PILES)
@settings(max_examples=60)
def test_blocks_cover_every_character_that_is_not_white_space(texts: list[str]) -> None:
    for article in take_in(texts).articles:
        covered = {i for block in article.blocks for i in range(block.span.start, block.span.end)}
        assert all(c.isspace() or i in covered for i, c in enumerate(article.text))


@given(PILES, st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_of_the_articles_changes_nothing(texts: list[str], chance: object) -> None:
    pile = take_in(texts)
    readings = [read(article) for article in pile.articles]
    shuffled = readings[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = collate(readings), collate(shuffled)
    assert one == other
    assert to_json(one, pile.set_aside) == to_json(other, pile.set_aside)
    assert page(publish(one, pile.set_aside)) == page(publish(other, pile.set_aside))
