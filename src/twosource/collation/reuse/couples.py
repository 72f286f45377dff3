"""Couples: two articles that share passages, and what is known of each before they are compared."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.collation.reuse.words import Words
from twosource.model import (
    Article,
    CreditKind,
    DateEvidence,
    DateRole,
    Passage,
    Reading,
    Sense,
    Span,
    Statement,
    StatementKind,
)

_WORD = re.compile(r"\w+")
SHORTEST_NAME = 3  # letters; shorter outlets are not looked for in running text


@dataclass(frozen=True, slots=True)
class Known:
    """An article and, in plain lower-case words, its text and the name of its outlet.

    One without an outlet that bears an agency's mark is taken for the agency's own. `told` is what
    stands in statements, `quoted` what stands there in quotation marks, `direct` what stands in
    them as whole clauses.
    """

    reading: Reading
    words: Words
    text: str
    outlet: str
    told: Sequence[Span]
    quoted: Sequence[Span]
    direct: Sequence[Span]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.reading.article

    def says(self, name: str) -> bool:
        """Whether the text has this name in it; short names are not looked for."""
        return len(name) >= SHORTEST_NAME and f" {name} " in self.text


def known(reading: Reading, words: Words) -> Known:
    """Prepare an article to be compared with many."""
    outlet = reading.article.outlet
    said = [one for one in reading.statements if one.sense is not Sense.ATTITUDE]
    direct = [one for one in said if one.kind is StatementKind.DIRECT]
    mixed = [one for one in said if one.kind is StatementKind.MIXED]
    return Known(
        reading=reading,
        words=words,
        text=f" {plain(reading.article.text)} ",
        outlet=plain(outlet.value) if outlet else next(marks(reading.article), ""),
        told=_contents(said),
        quoted=_contents([*direct, *mixed]),
        direct=_contents(direct),
    )


def _contents(statements: Iterable[Statement]) -> list[Span]:
    return [part for one in statements for part in one.content]


def marks(article: Article) -> Iterator[str]:
    """The agencies whose mark an article bears, by plain names."""
    for credit in article.credits:
        if credit.kind is CreditKind.AGENCY and credit.named:
            yield plain(credit.named)


@dataclass(frozen=True, slots=True)
class Couple:
    """Two articles, `a.article.id < b.article.id`, and the passages they share."""

    a: Known
    b: Known
    passages: tuple[Passage, ...]

    def both_ways(self) -> Iterator[tuple[Known, Known]]:
        """Each of the two as the parent, the other as the child."""
        yield self.a, self.b
        yield self.b, self.a


def label(article: Article) -> str:
    """How a reason names an article: its outlet where it is known, and its own name."""
    return f"{article.outlet.value} ({article.name})" if article.outlet else article.name


def published_before(a: Article, b: Article) -> bool:
    """Whether the last day on which `a` can have come out lies before the first of `b`."""
    first, second = _published(a), _published(b)
    if not first or not second:
        return False
    latest, earliest = first.interval.latest, second.interval.earliest
    return latest is not None and earliest is not None and latest < earliest


def _published(article: Article) -> DateEvidence | None:
    """The date of publication; the day on which a page was fetched says nothing."""
    date = article.published
    return date if date and date.role is DateRole.PUBLISHED else None


def plain(name: str) -> str:
    """A name in plain lower-case words, without "the" and "by"."""
    words = _WORD.findall(name.casefold())
    return " ".join(word for word in words if word not in {"the", "by"})


def side_of(passage: Passage, one: Known) -> Span:
    """The side of a passage that lies in an article."""
    return passage.a.span if passage.a.article == one.article.id else passage.b.span


def own_share(passage: Passage, couple: Couple) -> float:
    """The share of a passage that neither article puts into quotation marks.

    What one of them quotes the other may quote as well, set off on a line of its own.
    """
    quoted = (covered(side_of(passage, one), one.quoted) for one in (couple.a, couple.b))
    return max(1 - max(quoted), 0.0)


def covered(span: Span, parts: Iterable[Span]) -> float:
    """The share of a span that lies in others, which do not overlap."""
    return sum(map(span.shared, parts)) / max(len(span), 1)
