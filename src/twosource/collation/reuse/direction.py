"""Which of two articles that share text had it from the other: the clues, each with its sentence.

A clue is what one observation tells: whom it makes the likelier parent, how strongly (in log odds,
which add up where clues are independent), and why, as a sentence that names the articles.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.collation.reuse.couples import (
    SHORTEST_NAME,
    Couple,
    Known,
    covered,
    label,
    marks,
    plain,
    published_before,
    side_of,
)
from twosource.collation.reuse.edits import ADDED, CUT
from twosource.collation.reuse.setting import CLEAR, fit
from twosource.model import (
    Article,
    Attested,
    CreditKind,
    Edit,
    EditKind,
    Passage,
    PassageKind,
)

# Log odds, set by hand: a later article cannot be the parent, so a date outweighs all but a credit
# that says otherwise; of the rest only those that did not err on the stories that may be tuned on
# are worth a verdict by themselves. That one names its own outlet in the shared words tells little:
# who passes a release off as reporting writes "told the Mail", too. It erred on 12 of 31 edges.
EARLIER, CREDIT, MENTION, ATTRIBUTION, CONTAINMENT = 6.0, 4.0, 3.0, 1.2, 1.1
FITTING, MOST_FITTING = 0.8, 3.0  # for each standard deviation, up to so many of them
WHOLE = 0.5  # of the shorter article; where less is shared, what was cut tells nothing
_QUOTED = 0.8  # share of a passage in quotation marks from which it is quoted
_MUCH = 40  # characters that one side has and the other lacks


@dataclass(frozen=True, slots=True)
class Clue:
    """One observation. `parent` is the article it speaks for, `weight` its log odds.

    `names` is set where the child itself says where it has its words from.
    """

    parent: str  # Article.id
    weight: float
    reason: str
    names: bool = False


def clues(couple: Couple) -> list[Clue]:
    """Everything that speaks for a direction, strongest first."""
    observations = (_dates, _credits, _attributions, _containment, _fitting)
    found = [clue for observe in observations for clue in observe(couple)]
    return sorted(found, key=lambda clue: (-clue.weight, clue.parent, clue.reason))


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
            admits = credit.kind is not CreditKind.RIGHTS
            if admits and credit.named and _names(credit.named, parent):
                reason = f"{label(b)} credits {credit.named}, which is {label(a)}."
                yield Clue(a.id, CREDIT, reason, names=True)
                break
        else:
            if not same_name(parent.outlet, child.outlet) and child.says(parent.outlet):
                reason = f"{label(b)} names the outlet of {label(a)} in its text."
                yield Clue(a.id, MENTION, reason, names=True)


def passes_over(a: Known, b: Known, third: Known) -> bool:
    """Whether one of two bears the mark of the other's house, and the third has no word of it."""
    return bears_alone(a, b, third) or bears_alone(b, a, third)


def bears_alone(child: Known, parent: Known, other: Known) -> bool:
    """Whether one bears the mark of the agency that the parent is of, the other no word of it."""
    marked = any(same_name(mark, parent.outlet) for mark in marks(child.article))
    return marked and not other.says(parent.outlet)


def _names(named: str, one: Known) -> bool:
    """Whether a credit names the article's outlet, byline or title."""
    names = (one.article.byline, one.article.title)
    return any(same_name(plain(named), name) for name in (one.outlet, *map(_plainly, names)))


def _plainly(name: Attested | None) -> str:
    return plain(name.value) if name else ""


def same_name(one: str, other: str) -> bool:
    """Whether one of two plain names is the other, or the other with words added."""
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")


def _attributions(couple: Couple) -> Iterator[Clue]:
    """One side quotes somebody with what the other says in its own voice."""
    for parent, child in couple.both_ways():
        if any(_is_ascribed(passage, parent, child) for passage in couple.passages):
            a, b = label(parent.article), label(child.article)
            reason = f"{b} puts words in quotation marks that {a} says in its own voice."
            yield Clue(parent.article.id, ATTRIBUTION, reason)


def _is_ascribed(passage: Passage, parent: Known, child: Known) -> bool:
    theirs, ours = side_of(passage, child), side_of(passage, parent)
    return covered(theirs, child.direct) >= _QUOTED and not covered(ours, parent.told)


def _containment(couple: Couple) -> Iterator[Clue]:
    """One side lacks much that the other has: who copies cuts more often than he adds.

    Told in other words it may be longer or shorter either way.
    """
    if _part(couple) < WHOLE:
        return
    copied = (one for one in couple.passages if one.kind is not PassageKind.REWRITTEN)
    edits = [edit for passage in copied for edit in passage.edits]
    cut, added = _length(edits, CUT), _length(edits, ADDED)
    if max(cut, added) < max(_MUCH, 3 * min(cut, added)):
        return
    longer, shorter = (couple.a, couple.b) if cut > added else (couple.b, couple.a)
    a, b = label(longer.article), label(shorter.article)
    reason = f"Inside the shared passages {a} has words that {b} lacks, hardly the other way round."
    yield Clue(longer.article.id, CONTAINMENT, reason)


def _fitting(couple: Couple) -> Iterator[Clue]:
    """The shared words fit what stands around them better in one article than in the other."""
    sides = [
        (one.words, [side_of(passage, one) for passage in couple.passages])
        for one in (couple.a, couple.b)
    ]
    lean = fit(sides[0], sides[1])
    if abs(lean) < CLEAR:
        return
    parent, child = (couple.a, couple.b) if lean > 0 else (couple.b, couple.a)
    a, b = label(parent.article), label(child.article)
    reason = f"The shared words come again in the text around them in {a} more than in {b}."
    yield Clue(parent.article.id, FITTING * min(abs(lean), MOST_FITTING), reason)


def _part(couple: Couple) -> float:
    """The share of the shorter article that lies in passages which are no quotations."""
    own = [one for one in couple.passages if one.kind is not PassageKind.QUOTATION]
    shared = max(sum(len(side_of(one, side)) for one in own) for side in (couple.a, couple.b))
    return shared / max(1, min(len(couple.a.article.text), len(couple.b.article.text)))


def _length(edits: Sequence[Edit], kinds: frozenset[EditKind]) -> int:
    return sum(max(len(edit.a), len(edit.b)) for edit in edits if edit.kind in kinds)


def credited(article: Article) -> dict[str, str]:
    """Whom an article admits to have words from: plain name → name as given."""
    return {
        plain(credit.named): credit.named
        for credit in article.credits
        if credit.named and credit.kind is not CreditKind.RIGHTS
    }


def agencies(couple: Couple) -> set[str]:
    """The agencies that both articles credit, by plain names; not one that one of the two is of."""
    a, b = couple.a, couple.b
    return set(marks(a.article)) & set(marks(b.article)) - ({a.outlet} ^ {b.outlet})


def told_there(couple: Couple, passages: Iterable[Passage]) -> bool:
    """Whether a sentence with one of the passages names the other article's outlet."""
    return any(
        len(parent.outlet) >= SHORTEST_NAME and f" {parent.outlet} " in _sentences(passage, child)
        for passage in passages
        for parent, child in couple.both_ways()
        if not same_name(parent.outlet, child.outlet)
    )


def _sentences(passage: Passage, one: Known) -> str:
    """The sentences of an article in which a passage stands, in plain words."""
    span, text = side_of(passage, one), one.article.text
    met = [other.span.of(text) for other in one.reading.sentences if other.span.overlaps(span)]
    return f" {plain(' '.join(met))} "
