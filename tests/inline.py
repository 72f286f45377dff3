"""Tiny stories written inline: a line of body text each, read by the real reader."""

from datetime import date

from twosource import read
from twosource.model import (
    Article,
    Attested,
    Block,
    BlockKind,
    Credit,
    CreditKind,
    DateEvidence,
    DateRole,
    Interval,
    Reading,
    Span,
)

HOW = "as the test has it"


def article(
    name: str,
    text: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    credit: str | None = None,
) -> Article:
    """An article whose every line is body; `credit` is an agency it names."""
    return Article(
        id=name,
        name=name,
        text=text,
        blocks=tuple(_lines(text)),
        outlet=Attested(outlet, HOW) if outlet else None,
        published=_on(published) if published else None,
        credits=(Credit(CreditKind.AGENCY, credit, HOW),) if credit else (),
    )


def reading(
    name: str,
    text: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    credit: str | None = None,
) -> Reading:
    """The same, read."""
    return read(article(name, text, outlet=outlet, published=published, credit=credit))


def _lines(text: str) -> list[Block]:
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line.rstrip())), BlockKind.BODY, HOW))
        start += len(line)
    return blocks


def _on(day: str) -> DateEvidence:
    when = date.fromisoformat(day)
    return DateEvidence(Interval(day, when, when), DateRole.PUBLISHED, HOW, 1.0)
