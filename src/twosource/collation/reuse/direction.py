"""Which of two articles that share text had it from the other: the clues, each with its sentence.

A clue is what one observation tells: whom it makes the likelier parent, how strongly (in log odds,
which add up where clues are independent), and why, as a sentence that names the articles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.model import (
    Article,
    Credit,
    CreditKind,
    DateEvidence,
    DateRole,
    Edit,
    EditKind,
    Passage,
    PassageKind,
    Reading,
    Span,
)

CREDIT, MENTION, EARLIER, ATTRIBUTION, CONTAINMENT = 4.0, 3.0, 2.5, 1.5, 0.7
_SHORTEST_NAME = 3  # letters; shorter outlets are not looked for in running text
_MUCH = 40  # characters that one side has and the other lacks


@dataclass(frozen=True, slots=True)
class Clue:
    """One observation. `parent` is the article it speaks for, `weight` its log odds."""

    parent: str  # Article.id
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Couple:
    """Two articles, `a.article.id < b.article.id`, and the passages they share."""

    a: Reading
    b: Reading
    passages: tuple[Passage, ...]

    def both_ways(self) -> Iterator[tuple[Reading, Reading]]:
        """Each of the two as the parent, the other as the child."""
        yield self.a, self.b
        yield self.b, self.a


def clues(couple: Couple) -> list[Clue]:
    """Everything that speaks for a direction, strongest first."""
    found = [*_dates(couple), *_credits(couple), *_attributions(couple), *_containment(couple)]
    return sorted(found, key=lambda clue: (-clue.weight, clue.parent, clue.reason))


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


def _dates(couple: Couple) -> Iterator[Clue]:
    for parent, child in couple.both_ways():
        a, b = parent.article, child.article
        if published_before(a, b) and a.published and b.published:
            dates = f"{a.published.interval.value} and {b.published.interval.value}"
            yield Clue(
                a.id, EARLIER, f"{label(a)} came out before {label(b)}: they are dated {dates}."
            )


def _credits(couple: Couple) -> Iterator[Clue]:
    for parent, child in couple.both_ways():
        a, b = parent.article, child.article
        for credit in b.credits:
            if credit.named and _names(credit.named, a):
                yield Clue(a.id, CREDIT, f"{label(b)} credits {credit.named}, which is {label(a)}.")
                break
        else:
            if _mentions(child, a):
                yield Clue(a.id, MENTION, f"{label(b)} names the outlet of {label(a)} in its text.")


def _names(named: str, article: Article) -> bool:
    """Whether a credit names the article's outlet, byline or title."""
    known = (article.outlet, article.byline, article.title)
    return any(_same_name(named, one.value) for one in known if one and one.value.strip())


def _same_name(one: str, other: str) -> bool:
    a, b = _plain(one), _plain(other)
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")


def _plain(name: str) -> str:
    letters = (letter if letter.isalnum() else " " for letter in name.casefold())
    return " ".join(word for word in "".join(letters).split() if word not in {"the", "by"})


def _mentions(reading: Reading, article: Article) -> bool:
    """Whether the text names the other article's outlet, where that is not its own outlet too."""
    own, other = reading.article.outlet, article.outlet
    if (
        not other
        or (own and _same_name(own.value, other.value))
        or len(_plain(other.value)) < _SHORTEST_NAME
    ):
        return False
    return f" {_plain(other.value)} " in f" {_plain(reading.article.text)} "


def _attributions(couple: Couple) -> Iterator[Clue]:
    """One side puts into somebody's mouth what the other says in its own voice."""
    for parent, child in couple.both_ways():
        if any(_is_ascribed(passage, parent, child) for passage in couple.passages):
            a, b = parent.article, child.article
            yield Clue(
                a.id,
                ATTRIBUTION,
                f"{label(b)} puts words in quotation marks that {label(a)} says in its own voice.",
            )


def _is_ascribed(passage: Passage, parent: Reading, child: Reading) -> bool:
    theirs = passage.a.span if passage.a.article == child.article.id else passage.b.span
    ours = passage.b.span if passage.a.article == child.article.id else passage.a.span
    return _is_quoted(theirs, child) and not _is_quoted(ours, parent)


def _is_quoted(span: Span, reading: Reading) -> bool:
    spoken = [part for statement in reading.statements for part in statement.content]
    covered = sum(
        min(part.end, span.end) - max(part.start, span.start)
        for part in spoken
        if part.overlaps(span)
    )
    return 2 * covered >= len(span)


def _containment(couple: Couple) -> Iterator[Clue]:
    """One side lacks much that the other has: who copies cuts more often than he adds."""
    if all(passage.kind is PassageKind.QUOTATION for passage in couple.passages):
        return
    edits = [edit for passage in couple.passages for edit in passage.edits]
    cut, added = _length(edits, EditKind.CUT), _length(edits, EditKind.ADDED)
    if max(cut, added) < max(_MUCH, 3 * min(cut, added)):
        return
    longer, shorter = (couple.a, couple.b) if cut > added else (couple.b, couple.a)
    a, b = label(longer.article), label(shorter.article)
    reason = f"Inside the shared passages {a} has words that {b} lacks, hardly the other way round."
    yield Clue(longer.article.id, CONTAINMENT, reason)


def _length(edits: Sequence[Edit], kind: EditKind) -> int:
    return sum(max(len(edit.a), len(edit.b)) for edit in edits if edit.kind is kind)


def agencies(article: Article) -> frozenset[str]:
    """The agencies an article credits, as plain lower-case names."""
    return frozenset(
        _plain(credit.named) for credit in article.credits if credit.named and _is_agency(credit)
    )


def _is_agency(credit: Credit) -> bool:
    return credit.kind is CreditKind.AGENCY
