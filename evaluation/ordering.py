"""How well two timelines agree: the measure of SemEval-2015 Task 4, written anew from its rules.

The task (Minard et al. 2015) turns a timeline into a graph and scores it as TempEval-3 scores
relations (UzZaman and Allen 2011, "Temporal Evaluation"):

1. Every mention of an event on the timeline is a node, and so is every date. What could not be
   dated (order 0) is left out.
2. Each mention is SIMULTANEOUS with its date. From one mention to the next, in the order of the
   timeline, it is BEFORE where the order rises, SIMULTANEOUS where it does not.
3. Relations that follow from those before them are left out of the graph.
4. Precision is the share of the answer's relations that follow from the gold's graph, recall the
   share of the gold's that follow from the answer's. Over several timelines the counts are added
   up before F1 is taken (micro average).

Two mentions with the same document, sentence and word are told apart by their number only.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from evaluation.measure import harmonic

Node = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a timeline: its place in the order, its date, and the mentions of its event.

    A date is "2010-06-07" with X for what is not known; a mention is "document-sentence-word".
    """

    order: int
    date: str
    mentions: tuple[str, ...]

    @property
    def line(self) -> str:
        """The line as the task's files have it; it sorts by this."""
        return "\t".join((str(self.order), self.date, *self.mentions))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Relations of answer and gold, and how many of each follow from the other's graph."""

    answer: int = 0
    answer_right: int = 0
    gold: int = 0
    gold_met: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.answer + other.answer,
            self.answer_right + other.answer_right,
            self.gold + other.gold,
            self.gold_met + other.gold_met,
        )

    @property
    def precision(self) -> float:
        """Share of the answer's relations that hold."""
        return self.answer_right / self.answer if self.answer else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold's relations that were found."""
        return self.gold_met / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return harmonic(self.precision, self.recall)


class Graph:
    """What follows from a timeline: which nodes are at one time, and which of two comes first."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._group: dict[Node, int] = {}
        self._members: dict[int, set[Node]] = {}
        self._later: dict[int, set[int]] = {}
        self.relations: list[tuple[Node, str, Node]] = []
        for relation in _relations(items):
            self._add(*relation)

    def holds(self, a: Node, relation: str, b: Node) -> bool:
        """Whether a relation follows from the graph."""
        if a not in self._group or b not in self._group:
            return False
        if relation == "=":
            return self._group[a] == self._group[b]
        return self._comes_before(self._group[a], self._group[b])

    def _add(self, a: Node, relation: str, b: Node) -> None:
        """Add a relation, unless it follows already or contradicts what is there."""
        contradicted = self.holds(a, "<", b) or self.holds(b, "<", a) or self.holds(a, "=", b)
        if contradicted:
            return
        self.relations.append((a, relation, b))
        first, second = self._of(a), self._of(b)
        if relation == "=":
            self._merge(first, second)
        else:
            self._later[first].add(second)

    def _of(self, node: Node) -> int:
        if node not in self._group:
            self._group[node] = len(self._group)
            self._members[self._group[node]] = {node}
            self._later[self._group[node]] = set()
        return self._group[node]

    def _merge(self, kept: int, gone: int) -> None:
        for node in self._members[gone]:
            self._group[node] = kept
        self._members[kept] |= self._members.pop(gone)
        self._later[kept] |= self._later.pop(gone)
        for later in self._later.values():
            if gone in later:
                later.remove(gone)
                later.add(kept)

    def _comes_before(self, first: int, second: int) -> bool:
        seen, ahead = set(), [first]
        while ahead:
            for later in self._later[ahead.pop()]:
                if later == second:
                    return True
                if later not in seen:
                    seen.add(later)
                    ahead.append(later)
        return False


def agreement(answer: Sequence[Item], gold: Sequence[Item]) -> Agreement:
    """How far the answer's timeline and the gold's follow from one another."""
    ours, theirs = Graph(answer), Graph(gold)
    return Agreement(
        answer=len(ours.relations),
        answer_right=sum(theirs.holds(*relation) for relation in ours.relations),
        gold=len(theirs.relations),
        gold_met=sum(ours.holds(*relation) for relation in theirs.relations),
    )


def _relations(items: Sequence[Item]) -> Iterator[tuple[Node, str, Node]]:
    """Those with dates first, then those from each mention to the next."""
    nodes = list(_nodes(items))
    for node, item in nodes:
        yield node, "=", ("date", item.date)
    for (one, first), (other, second) in pairwise(nodes):
        yield one, "<" if first.order < second.order else "=", other


def _nodes(items: Sequence[Item]) -> Iterator[tuple[Node, Item]]:
    """Every mention on the timeline as a node of its own, in the order of the task's files."""
    seen: Counter[str] = Counter()
    for item in sorted((one for one in items if one.order), key=_natural):
        for mention in item.mentions:
            seen[mention] += 1
            yield (mention, str(seen[mention])), item


def _natural(item: Item) -> list[tuple[int, str]]:
    """Numbers in a line sort as numbers, the rest as text."""
    pieces = re.split(r"(\d+)", item.line)
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in pieces]
