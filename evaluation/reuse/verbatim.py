"""Pairs and passages of equal words: which of the gold's the program finds."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from evaluation.measure import Measure
from evaluation.reuse.piles import Gold, Pile
from twosource.collation.reuse.words import Words
from twosource.model import Evidence, Passage, Reading, Span

COVERED = 0.5  # of the shorter article: what the gold calls a copy
SAME_PLACE = 0.8  # intersection over union from which a passage counts as found


def pair_recall(pile: Pile) -> Measure:
    """Of the pairs that share half the shorter text, those whose passages cover half of it.

    The set counts a run once for each time that the other page repeats it; pairs whose runs cover
    less than half when each word is counted once are not asked for.
    """
    shared = shared_by_gold(pile)
    copies = [one for one in pile.of("pair") if one.label == "copy"]
    asked = [one for one in copies if shared[frozenset((one.a, one.b))] >= COVERED]
    covered = {pair: coverage(pile.words, passages) for pair, passages in pile.between().items()}
    first = first_of_equals(pile)
    met = [one for one in asked if covers(first[one.a], first[one.b], covered)]
    return Measure("reuse.helsinki.pair_recall", len(met) / len(asked), len(asked))


def shared_by_gold(pile: Pile) -> dict[frozenset[str], float]:
    """For every pair with runs in the gold the share of the shorter article that lies in them."""
    spans: dict[frozenset[str], dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for run in pile.of("passage"):
        sides = spans[frozenset((run.a, run.b))]
        sides[run.a].append(Evidence(run.a, Span(run.a_start, run.a_end)))
        sides[run.b].append(Evidence(run.b, Span(run.b_start, run.b_end)))
    shares = {}
    for pair, sides in spans.items():
        shorter = min(sorted(pair), key=lambda name: len(pile.words[name]))
        shares[pair] = float(inside(pile.words[shorter], sides[shorter]).mean())
    return shares


def covers(a: str, b: str, covered: Mapping[tuple[str, str], float]) -> bool:
    """Whether two articles, or the equal ones that stand for them, are found to be copies."""
    return a == b or covered.get((min(a, b), max(a, b)), 0.0) >= COVERED


def first_of_equals(pile: Pile) -> dict[str, str]:
    """For every article the one it is laid beside because it has exactly the same words."""
    by_words: dict[bytes, list[str]] = defaultdict(list)
    for name, words in sorted(pile.words.items()):
        by_words[words.keys.tobytes()].append(name)
    linked = Counter(name for pair in pile.between() for name in pair)
    return {
        name: max(names, key=lambda one: (linked[one], one))
        for names in by_words.values()
        for name in names
    }


def coverage(words: Mapping[str, Words], passages: Sequence[Passage]) -> float:
    """The share of the shorter article's words that lie in the passages."""
    sides = ([p.a for p in passages], [p.b for p in passages])
    shorter = min(sides, key=lambda side: len(words[side[0].article]))
    return float(inside(words[shorter[0].article], shorter).mean())


def inside(words: Words, spans: Iterable[Evidence]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which words of an article lie in the spans."""
    starts = words.starts
    flags = np.zeros(len(starts), dtype=np.bool_)
    for evidence in spans:
        flags |= (evidence.span.start <= starts) & (starts < evidence.span.end)
    return flags


def passage_recall(piles: Sequence[Pile]) -> Measure:
    """Of the runs of 20 equal words or more, those that lie in a passage, word beside word.

    A run is found where some passage, cut down to the run on one side, covers it there and lies
    opposite to it on the other with an intersection over union of `SAME_PLACE`; one that a page
    repeats (a caption, say), where passages of the two articles cover as much of it on both sides.
    Left out is page furniture, which the program is to keep out of its passages: of articles that
    are no copies of each other, runs between two pages of one outlet, and runs that five or more
    pages carry of which four in five are of one outlet.
    """
    met = [hit for found in piles for hit in hits(found)]
    return Measure("reuse.verbatim.passage_recall", sum(met) / len(met), len(met))


def hits(pile: Pile) -> Iterator[bool]:
    """For every run of the gold that is not furniture, whether it is found."""
    first, between = first_of_equals(pile), pile.between()
    for run in without_furniture(pile):
        a, b = first[run.a], first[run.b]
        passages = between.get((min(a, b), max(a, b)), ())
        yield (
            a == b
            or any(holds(passage, run, pile.words, (a, b)) for passage in passages)
            or (is_repeated(run, pile) and is_covered(run, passages, pile.words, (a, b)))
        )


def is_repeated(run: Gold, pile: Pile) -> bool:
    """Whether the run's first words stand more than once in one of its two articles."""
    start = opening(run, pile.words)
    return any(count(start, pile.words[name]) > 1 for name in (run.a, run.b))


def count(start: tuple[int, ...], words: Words) -> int:
    """How often a row of words stands in an article."""
    keys = words.keys.tobytes()
    wanted = np.array(start, dtype=np.uint64).tobytes()
    return keys.count(wanted)


def is_covered(
    run: Gold, passages: Sequence[Passage], words: Mapping[str, Words], names: tuple[str, str]
) -> bool:
    """Whether the passages cover `SAME_PLACE` of a run on both sides."""
    ranges = (
        word_range(words[run.a], run.a_start, run.a_end),
        word_range(words[run.b], run.b_start, run.b_end),
    )
    sides = [[e for p in passages for e in (p.a, p.b) if e.article == name] for name in names]
    return all(
        inside(words[name], side)[first:last].mean() >= SAME_PLACE
        for name, side, (first, last) in zip(names, sides, ranges, strict=True)
    )


def without_furniture(pile: Pile) -> Iterator[Gold]:
    """The gold runs without page furniture: see `passage_recall`."""
    shared, sharing = shared_by_gold(pile), articles_by_opening(pile)
    for run in pile.of("passage"):
        copied = shared[frozenset((run.a, run.b))] >= COVERED
        outlets = {outlet_of(pile.readings[name]) for name in (run.a, run.b)}
        carriers = Counter(
            outlet_of(pile.readings[name]) for name in sharing[opening(run, pile.words)]
        )
        most = max(carriers.values())
        boxed = most >= 5 and most >= 0.8 * carriers.total()  # noqa: PLR2004, as it says there
        if copied or (len(outlets) > 1 and not boxed):
            yield run


def articles_by_opening(pile: Pile) -> Mapping[tuple[int, ...], set[str]]:
    """The articles in which the gold has runs that begin with the same words."""
    articles: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for run in pile.of("passage"):
        articles[opening(run, pile.words)] |= {run.a, run.b}
    return articles


def outlet_of(reading: Reading) -> str:
    """The outlet as the set gives it, or a name of its own where it gives none."""
    return reading.article.outlet.value if reading.article.outlet else reading.article.id


def opening(run: Gold, words: Mapping[str, Words]) -> tuple[int, ...]:
    """The first ten words of a run."""
    own = words[run.a]
    start = int(np.searchsorted(own.starts, run.a_start))
    return tuple(map(int, own.keys[start : start + 10]))


def holds(passage: Passage, run: Gold, words: Mapping[str, Words], names: tuple[str, str]) -> bool:
    """Whether a passage, cut down to the run on its a side, lies opposite to it on the other.

    `names` are the articles in which the passage was found: those of the run, or their equals.
    """
    left = word_range(words[run.a], run.a_start, run.a_end)
    right = word_range(words[run.b], run.b_start, run.b_end)
    if passage.a.article != names[0]:
        left, right = right, left
    pairs = [(i, j) for i, j in aligned(passage, words) if left[0] <= i < left[1]]
    if not pairs:
        return False
    kept_a = (pairs[0][0], pairs[-1][0] + 1)
    kept_b = (pairs[0][1], pairs[-1][1] + 1)
    return overlap(kept_a, left) >= SAME_PLACE and overlap(kept_b, right) >= SAME_PLACE


def word_range(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words that begin in a stretch of characters, as a range of their numbers."""
    first, last = np.searchsorted(words.starts, [start, end])
    return int(first), int(last)


def aligned(passage: Passage, words: Mapping[str, Words]) -> list[tuple[int, int]]:
    """The numbers of the words that a passage says are equal, from what lies between its edits."""
    a, b = words[passage.a.article], words[passage.b.article]
    left, right = passage.a.span.start, passage.b.span.start
    pairs: list[tuple[int, int]] = []
    for edit in passage.edits:
        pairs += side_by_side(word_range(a, left, edit.a.start), word_range(b, right, edit.b.start))
        left, right = edit.a.end, edit.b.end
    last = word_range(b, right, passage.b.span.end)
    return pairs + side_by_side(word_range(a, left, passage.a.span.end), last)


def side_by_side(a: tuple[int, int], b: tuple[int, int]) -> list[tuple[int, int]]:
    """The numbers of two ranges, first beside first."""
    return list(zip(range(*a), range(*b), strict=False))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Intersection over union of two ranges."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(both, 0) / (max(one[1], other[1]) - min(one[0], other[0]))
