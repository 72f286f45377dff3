"""Doubts: why two articles that share passages may not depend on one another at all."""

from collections.abc import Iterable, Sequence

from twosource.collation.reuse.boxes import Shares, again
from twosource.collation.reuse.couples import Couple, label, own_share
from twosource.collation.reuse.direction import Clue, told_there
from twosource.model import Passage

# Equal words outside quotations below which two articles may tell the same facts on their own.
# Of 175 pairs of the ten stories that may be tuned on which share a passage and depend on one
# another 125 are above, of 38 others none. What tells is the part of the shorter article. From .18
# of it on 138 and one would be above, but in news the pairs between share what one person said
# and how she was introduced: six more of a hundred pairs drawn rested on quotations alone.
DOUBTFUL = 3.0
DOUBTFUL_ALONE = 14.0  # the same, where they share but one passage
DOUBTFUL_IN_PART = 60.0  # the same, where it is less of the shorter article than this:
DOUBTFUL_ALONE_IN_PART = 100.0  # the same, where they share but one passage
SMALL_PART = 0.25
NAMED_PART = 0.05  # as SMALL_PART, where one names the other: a box may name its house
HALF = 0.5  # of the shorter article; so much is not shared by chance, whoever is quoted
LENT = 0.3  # of a passage outside quotation marks, below which it is a quotation on one side
DOUBTFUL_NAMED = 6.0  # where one names the other
FEW = 2  # passages of two pages of one outlet, up to which it takes HALF to be no furniture
SERIES = 0.3  # part of the shorter article below which one outlet's pages share but furniture


def doubt(couple: Couple, share: float, clues: Sequence[Clue], shares: Shares) -> str | None:
    """The reason why the two may not depend on one another at all, if there is one."""
    a, b = label(couple.a.article), label(couple.b.article)
    own = _own(couple, share, shares)
    if not own:
        return f"{a} and {b} share only quoted words, posts or captions, which both can have found."
    if couple.a.outlet and couple.a.outlet == couple.b.outlet and share < _series(len(own)):
        return f"{a} and {b} are of one outlet, which may put the same lines on many pages."
    if _is_little(couple, own, share, clues) and not _is_told(couple, own, share):
        return f"{a} and {b} share so little that both may report the same facts."
    if share < SMALL_PART and shares.are_boxes(own):
        return f"{a} and {b} share only what stands on many pages, as boxes do."
    return None


def _is_little(couple: Couple, own: Sequence[Passage], share: float, clues: Iterable[Clue]) -> bool:
    """Whether two articles have fewer words in common than tells that they depend on another."""
    return _own_words(couple, own) < _least_words(len(own), share, named=is_named(clues))


def _is_told(couple: Couple, own: Sequence[Passage], share: float) -> bool:
    """Whether one article says where its words are from, and has more of them than a box."""
    return share >= NAMED_PART and told_there(couple, own)


def _own(couple: Couple, share: float, shares: Shares) -> list[Passage]:
    """The passages without what either can have from elsewhere, and what says that over again."""
    least = LENT if share < HALF else 0.0
    lent = [p for p in couple.passages if shares.is_lent(p) or own_share(p, couple) < least]
    return [p for p in couple.passages if not any(again(p, other) for other in lent)]


def _series(passages: int) -> float:
    """The part of the shorter article up to which pages of one outlet share but furniture."""
    return HALF if passages <= FEW else SERIES


def is_named(clues: Iterable[Clue]) -> bool:
    """Whether one of the two names the other."""
    return any(clue.names for clue in clues)


def _least_words(passages: int, share: float, *, named: bool) -> float:
    """Of how many common words two articles must be to depend on one another."""
    if share >= HALF:
        return 0.0
    if named:
        return DOUBTFUL_NAMED if share >= NAMED_PART else DOUBTFUL_IN_PART
    if share < SMALL_PART:
        return DOUBTFUL_IN_PART if passages > 1 else DOUBTFUL_ALONE_IN_PART
    return DOUBTFUL if passages > 1 else DOUBTFUL_ALONE


def _own_words(couple: Couple, own: Iterable[Passage]) -> float:
    """How many words the passages have in common that neither puts into quotation marks."""
    text = couple.a.article.text
    return sum(
        one.confidence * one.similarity * own_share(one, couple) * len(one.a.span.of(text).split())
        for one in own
    )
