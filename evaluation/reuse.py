"""Who copied whom, against the sets of `reuse/`: passages, pairs, direction and the copying graph.

The sets bring bare text: every paragraph is taken for body, and what stands in quotation marks for
somebody's words. Dates of publication are passed on, dates of fetching are passed on as such.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
from msgspec import Struct

from evaluation import spurious
from evaluation.measure import Measure, records
from twosource.collation.reuse import derive, find_passages
from twosource.collation.reuse.rarity import rarity_in
from twosource.collation.reuse.sentence_likeness import likeness
from twosource.collation.reuse.sides import side_of
from twosource.collation.reuse.words import Words, words_of
from twosource.model import (
    Article,
    Attested,
    Block,
    BlockKind,
    DateEvidence,
    DateRole,
    Derivation,
    DerivationKind,
    Evidence,
    Interval,
    Passage,
    Reading,
    Span,
    Statement,
    StatementKind,
)
from twosource.reading.sentences import split_sentences
from twosource.reading.statements.quotation_marks import find_quotations

NEWS = ("pile_helsinki", "pile_census", "pile_spotify", "allsides5k", "allsides_agency")
COVERED = 0.5  # of the shorter article: what the gold calls a copy
SAME_PLACE = 0.8  # intersection over union from which a passage counts as found
SPOKEN = 5  # words in quotation marks from which somebody is taken to be quoted
NEAR = 500  # characters between two passages that count as one detection
SHARED = 0.05  # of the shorter text: from here on a bill or an answer counts as reuse


class Document(Struct, frozen=True):
    """A line of `<set>.docs.jsonl.gz`."""

    id: str
    text: str
    date: str | None = None
    date_kind: str | None = None
    outlet: str | None = None
    shared: bool = False  # a source of the plagiarism set, which lies in both its parts


class Gold(Struct, frozen=True):
    """A line of `<set>.gold.jsonl.gz`: a pair, a passage, an edge or a cluster."""

    type: str
    a: str = ""
    b: str = ""
    label: str | int = ""
    a_start: int = 0
    a_end: int = 0
    b_start: int = 0
    b_end: int = 0
    direction: str | None = None
    src: str = ""
    dst: str = ""
    members: tuple[str, ...] = ()
    msr_split: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """A set, and what the program finds in it."""

    readings: Mapping[str, Reading]
    words: Mapping[str, Words]
    gold: tuple[Gold, ...]
    passages: tuple[Passage, ...]
    derivations: tuple[Derivation, ...]
    sources: frozenset[str]  # the texts that others were made from, where a set tells

    def between(self) -> Mapping[tuple[str, str], tuple[Passage, ...]]:
        """The passages of every two articles, by their ids in order."""
        return {
            (d.passages[0].a.article, d.passages[0].b.article): d.passages for d in self.derivations
        }

    def of(self, kind: str) -> list[Gold]:
        """The gold of one type."""
        return [one for one in self.gold if one.type == kind]


def measures(data: Path) -> Iterator[Measure]:
    """Every figure of this part. Raises `Absent` where a set is not there."""
    folder = data / "reuse"
    yield pair_recall(pile(folder, "pile_helsinki"))
    yield passage_recall([pile(folder, name) for name in NEWS])
    yield impossible(pile(folder, "allsides5k"))
    yield from spurious.measures({name: pile(folder, name).derivations for name in NEWS})
    yield from plagiarism(pile(folder, "pan_indonesian"))
    yield from shared_pairs("reuse.clough_stevenson", pile(folder, "clough_stevenson"), {"non"})
    yield from shared_pairs("reuse.bill_alignments", pile(folder, "bill_alignments"), {0})
    yield clusters(pile(folder, "labeled_bills"))
    yield paraphrases(folder)
    yield from stemma(pile(folder, "stemma_notre_besoin"))


# ── from a set to readings ───────────────────────────────────────────────────────────────────────


@cache
def pile(folder: Path, name: str) -> Pile:
    """Read a set and let the program look at it."""
    documents = list(records(folder / f"{name}.docs.jsonl.gz", Document))
    readings = {one.id: reading_of(one) for one in documents}
    sources = frozenset(one.id for one in documents if one.shared)
    gold = tuple(records(folder / f"{name}.gold.jsonl.gz", Gold))
    words = {name: words_of(reading.article) for name, reading in readings.items()}
    passages = find_passages(list(readings.values()))
    derivations = derive(list(readings.values()), passages)
    return Pile(readings, words, gold, passages, derivations, sources)


def reading_of(document: Document) -> Reading:
    """A document as the program would have read it, had somebody told it what is body."""
    article = Article(
        id=document.id,
        name=document.id,
        text=document.text,
        blocks=tuple(paragraphs(document.text)),
        outlet=Attested(document.outlet, "told") if document.outlet else None,
        published=dated(document),
    )
    return Reading(article, split_sentences(article), tuple(quotations(article)), (), ())


def quotations(article: Article) -> Iterator[Statement]:
    """What stands in quotation marks and is no mere word or title, as somebody's direct words."""
    spans = [block.span for block in article.blocks]
    for one in find_quotations(article.text, spans):
        if one.depth == 0 and one.length >= SPOKEN:
            yield Statement(StatementKind.DIRECT, (one.words,), None, None, None, None, "marks")


def paragraphs(text: str) -> Iterator[Block]:
    """Every paragraph as a body block: set off by blank lines where there are any, else a line."""
    end = "\n\n" if "\n\n" in text else "\n"
    start = 0
    for paragraph in text.split(end):
        if paragraph.strip():
            yield Block(Span(start, start + len(paragraph)), BlockKind.BODY, "told")
        start += len(paragraph) + len(end)


def dated(document: Document) -> DateEvidence | None:
    """The document's date, as a date of publication only where the set calls it that."""
    if not document.date:
        return None
    day = date.fromisoformat(document.date[:10])
    known = DateRole.PUBLISHED if document.date_kind == "publication" else DateRole.CRAWLED
    return DateEvidence(Interval(day.isoformat(), day, day), known, "told", 1.0)


# ── pairs and passages of equal words ────────────────────────────────────────────────────────────


def pair_recall(found: Pile) -> Measure:
    """Of the pairs that share half the shorter text, those whose passages cover half of it.

    The set counts a run once for each time that the other page repeats it; pairs whose runs cover
    less than half when each word is counted once are not asked for.
    """
    shared = shared_by_gold(found)
    copies = [one for one in found.of("pair") if one.label == "copy"]
    asked = [one for one in copies if shared[frozenset((one.a, one.b))] >= COVERED]
    covered = {pair: coverage(found.words, passages) for pair, passages in found.between().items()}
    first = first_of_equals(found)
    met = [one for one in asked if covers(first[one.a], first[one.b], covered)]
    return Measure("reuse.helsinki.pair_recall", len(met) / len(asked), len(asked))


def shared_by_gold(found: Pile) -> dict[frozenset[str], float]:
    """For every pair with runs in the gold the share of the shorter article that lies in them."""
    spans: dict[frozenset[str], dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for run in found.of("passage"):
        sides = spans[frozenset((run.a, run.b))]
        sides[run.a].append(Evidence(run.a, Span(run.a_start, run.a_end)))
        sides[run.b].append(Evidence(run.b, Span(run.b_start, run.b_end)))
    shares = {}
    for pair, sides in spans.items():
        shorter = min(sorted(pair), key=lambda name: len(found.words[name]))
        shares[pair] = float(inside(found.words[shorter], sides[shorter]).mean())
    return shares


def covers(a: str, b: str, covered: Mapping[tuple[str, str], float]) -> bool:
    """Whether two articles, or the equal ones that stand for them, are found to be copies."""
    return a == b or covered.get((min(a, b), max(a, b)), 0.0) >= COVERED


def first_of_equals(found: Pile) -> dict[str, str]:
    """For every article the one it is laid beside because it has exactly the same words."""
    by_words: dict[bytes, list[str]] = defaultdict(list)
    for name, words in sorted(found.words.items()):
        by_words[words.keys.tobytes()].append(name)
    linked = Counter(name for pair in found.between() for name in pair)
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


def hits(found: Pile) -> Iterator[bool]:
    """For every run of the gold that is not furniture, whether it is found."""
    first, between = first_of_equals(found), found.between()
    for run in without_furniture(found):
        a, b = first[run.a], first[run.b]
        passages = between.get((min(a, b), max(a, b)), ())
        yield (
            a == b
            or any(holds(passage, run, found.words, (a, b)) for passage in passages)
            or (is_repeated(run, found) and is_covered(run, passages, found.words, (a, b)))
        )


def is_repeated(run: Gold, found: Pile) -> bool:
    """Whether the run's first words stand more than once in one of its two articles."""
    start = opening(run, found.words)
    return any(count(start, found.words[name]) > 1 for name in (run.a, run.b))


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


def without_furniture(found: Pile) -> Iterator[Gold]:
    """The gold runs without page furniture: see `passage_recall`."""
    shared, sharing = shared_by_gold(found), articles_by_opening(found)
    for run in found.of("passage"):
        copied = shared[frozenset((run.a, run.b))] >= COVERED
        outlets = {outlet_of(found.readings[name]) for name in (run.a, run.b)}
        carriers = Counter(
            outlet_of(found.readings[name]) for name in sharing[opening(run, found.words)]
        )
        most = max(carriers.values())
        boxed = most >= 5 and most >= 0.8 * carriers.total()  # noqa: PLR2004, as it says there
        if copied or (len(outlets) > 1 and not boxed):
            yield run


def articles_by_opening(found: Pile) -> Mapping[tuple[int, ...], set[str]]:
    """The articles in which the gold has runs that begin with the same words."""
    articles: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for run in found.of("passage"):
        articles[opening(run, found.words)] |= {run.a, run.b}
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


def impossible(found: Pile) -> Measure:
    """The share of the copies that are said to come from an article published later."""
    days = {name: r.article.published for name, r in found.readings.items()}
    copies = [
        (days[d.parent], days[d.child]) for d in found.derivations if d.kind is DerivationKind.COPY
    ]
    late = sum(bool(p and c and p.interval.value > c.interval.value) for p, c in copies)
    return Measure("reuse.impossible_direction", late / max(len(copies), 1), len(copies))


# ── plagiarism with offsets ──────────────────────────────────────────────────────────────────────


def plagiarism(found: Pile) -> Iterator[Measure]:
    """PlagDet of Potthast et al. (2010) over characters, and how often a direction is right.

    A detection is of a suspicious text and a source: what two sources have in common, or two texts
    made from one source, is not asked for and cannot be wrong. Passages with less than `NEAR`
    characters between them on both sides count as one detection, as the detectors do that were
    measured so.
    """
    asked = [
        [Evidence(g.a, Span(g.a_start, g.a_end)), Evidence(g.b, Span(g.b_start, g.b_end))]
        for g in found.of("passage")
    ]
    given = [
        pair
        for (a, b), passages in found.between().items()
        if (a in found.sources) != (b in found.sources)
        for pair in joined(passages)
    ]
    recall = mean(covered_share(one, given) for one in asked)
    precision = mean(covered_share(one, asked) for one in given)
    pieces = [sum(touches(one, other) for other in given) for one in asked]
    granularity = mean(count for count in pieces if count) or 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    yield Measure("reuse.pan.plagdet", f1 / float(np.log2(1 + granularity)), len(asked))
    yield from directions("reuse.pan.direction", found)


def joined(passages: Sequence[Passage]) -> list[list[Evidence]]:
    """The passages of two articles, those that lie close together on both sides as one."""
    detections: list[list[Evidence]] = []
    for passage in passages:
        near = [
            one for one in detections if is_near(one[0], passage.a) and is_near(one[1], passage.b)
        ]
        detections = [one for one in detections if one not in near]
        sides = zip([passage.a, passage.b], *near, strict=True)
        detections.append([hull(side) for side in sides])
    return detections


def is_near(one: Evidence, other: Evidence) -> bool:
    """Whether less than `NEAR` characters lie between two spans."""
    return max(one.span.start, other.span.start) - min(one.span.end, other.span.end) < NEAR


def hull(side: Iterable[Evidence]) -> Evidence:
    """The least span around spans of one article."""
    spans = list(side)
    start, end = min(one.span.start for one in spans), max(one.span.end for one in spans)
    return Evidence(spans[0].article, Span(start, end))


def directions(name: str, found: Pile) -> Iterator[Measure]:
    """Of the pairs whose direction is known and was decided, the share that was decided right."""
    known = {frozenset((one.a, one.b)): one for one in found.of("passage") if one.direction}
    decided = [
        d.parent == known[frozenset((d.parent, d.child))].b
        for d in found.derivations
        if d.kind is DerivationKind.COPY and frozenset((d.parent, d.child)) in known
    ]
    yield Measure(name, mean(decided), len(decided))
    yield Measure(f"{name}_decided", len(decided) / len(known), len(known))


def covered_share(one: Sequence[Evidence], others: Iterable[Sequence[Evidence]]) -> float:
    """How much of a pair of passages, in characters of both sides, others cover."""
    near = [other for other in others if touches(one, other)]
    places = [covered(side, [o for other in near for o in other]) for side in one]
    return sum(places) / sum(len(side.span) for side in one)


def touches(one: Sequence[Evidence], other: Sequence[Evidence]) -> bool:
    """Whether two pairs of passages are of the same articles and overlap on both sides."""
    return all(any(overlaps(side, that) for that in other) for side in one)


def overlaps(one: Evidence, other: Evidence) -> bool:
    """Whether two passages share a character."""
    return one.article == other.article and one.span.overlaps(other.span)


def covered(side: Evidence, others: Iterable[Evidence]) -> int:
    """How many characters of a passage others cover."""
    flags = np.zeros(len(side.span), dtype=np.bool_)
    for other in others:
        if overlaps(side, other):
            start = max(other.span.start - side.span.start, 0)
            flags[start : other.span.end - side.span.start] = True
    return int(flags.sum())


def mean(values: Iterable[float]) -> float:
    """The arithmetic mean; 0 of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


# ── rewritten texts ──────────────────────────────────────────────────────────────────────────────


def shared_pairs(name: str, found: Pile, unrelated: Collection[str | int]) -> Iterator[Measure]:
    """F1 and accuracy of "made from one another": passages cover `SHARED` of the shorter text."""
    labelled = {
        frozenset((one.a, one.b)): one.label not in unrelated
        for one in found.of("pair")
        if one.label != 2  # noqa: PLR2004, not explained by its makers
    }
    said = related(found)
    both = sum(made and pair in said for pair, made in labelled.items())
    right = sum(made == (pair in said) for pair, made in labelled.items())
    f = f1(both, sum(labelled.values()), len(said & labelled.keys()))
    yield Measure(f"{name}.f1", f, len(labelled))
    yield Measure(f"{name}.accuracy", right / len(labelled), len(labelled))


def related(found: Pile) -> set[frozenset[str]]:
    """The pairs whose passages cover `SHARED` of the shorter text."""
    return {frozenset((d.parent, d.child)) for d in found.derivations if d.share >= SHARED}


def clusters(found: Pile) -> Measure:
    """F1 over the pairs of bills that were made from one model."""
    true = {
        frozenset(pair)
        for cluster in found.of("cluster")
        for pair in itertools.combinations(cluster.members, 2)
    }
    said = related(found)
    return Measure("reuse.labeled_bills.f1", f1(len(true & said), len(true), len(said)), len(true))


def f1(right: int, asked: int, given: int) -> float:
    """F1 from counts."""
    return 2 * right / (asked + given) if asked + given else 1.0


def paraphrases(folder: Path) -> Measure:
    """MSRP: F1 on the official test half; the threshold is the best one of the training half."""
    readings = {one.id: reading_of(one) for one in records(folder / "msrp.docs.jsonl.gz", Document)}
    sides = {
        name: side_of(reading, words_of(reading.article)) for name, reading in readings.items()
    }
    rarity = rarity_in([side.stems for side in sides.values()])
    halves: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one in records(folder / "msrp.gold.jsonl.gz", Gold):
        odds = likeness(sides[one.a], sides[one.b], rarity).odds
        halves[one.msr_split].append((float(odds.max(initial=-99.0)), one.label == 1))
    threshold = max(
        {odds for odds, _ in halves["train"]}, key=lambda t: (at(t, halves["train"]), t)
    )
    return Measure("reuse.msrp.f1", at(threshold, halves["test"]), len(halves["test"]))


def at(threshold: float, scored: Sequence[tuple[float, bool]]) -> float:
    """F1 where everything from a threshold on is called a paraphrase."""
    given = [label for odds, label in scored if odds >= threshold]
    return f1(sum(given), sum(label for _, label in scored), len(given))


# ── the copying graph ────────────────────────────────────────────────────────────────────────────


def stemma(found: Pile) -> Iterator[Measure]:
    """How many edges of the true graph are among the direct derivations."""
    true = {(one.src, one.dst) for one in found.of("edge")}
    direct = [d for d in found.derivations if d.direct]
    joined = {frozenset((d.parent, d.child)) for d in direct}
    copied = {(d.parent, d.child) for d in direct if d.kind is DerivationKind.COPY}
    undirected = {frozenset(edge) for edge in true}
    yield Measure("reuse.notre_besoin.edges", len(undirected & joined), len(true))
    yield Measure("reuse.notre_besoin.directed_edges", len(true & copied), len(true))
    yield Measure("reuse.notre_besoin.edges_given", len(joined), len(true))
