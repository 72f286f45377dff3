"""Thorough rewrites: bundles of five texts on one event, made from one another or on their own.

A bundle of `rewrites/` says of every sentence which sentences of other texts it was written from
(see the README there). Two sentences belong together where they have a sentence in common that both
were written from, or are; by characters this is what the program should find as passages.
`unread` bundles only measure.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

from evaluation.measure import Measure, present
from evaluation.reuse.piles import Document, reading_of
from twosource.collation.reuse import derive, find_passages
from twosource.model import Evidence, Reading

FOLDER = Path(__file__).parent / "rewrites"
_TEXT = re.compile(r"## (?P<name>[A-Z])(?: < .+)?")
_SENTENCE = re.compile(r"(?P<number>\d+)\. (?:\[(?P<sources>[^\]]*)\] )?(?P<words>.+)")
BETWEEN = "\n\n"

Pair = tuple[str, str]  # names of two texts, the lesser first
Character = tuple[Pair, str, int]  # of one text of a pair, by its place


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence: `made_of` are itself and all that it was written from, as in {"B2", "A3"}."""

    text: str
    made_of: frozenset[str]
    words: str


@dataclass(frozen=True)  # without slots: what is worked out once is kept
class Bundle:
    """Texts on one event, sentence by sentence."""

    sentences: Sequence[Written]

    @cached_property
    def texts(self) -> Mapping[str, Sequence[Written]]:
        """The sentences of each text, in order."""
        names = sorted({one.text for one in self.sentences})
        return {name: [one for one in self.sentences if one.text == name] for name in names}

    @cached_property
    def readings(self) -> Sequence[Reading]:
        """The texts as the program would have read them, each sentence a paragraph."""
        return [
            reading_of(Document(name, BETWEEN.join(one.words for one in told)))
            for name, told in self.texts.items()
        ]

    def related(self) -> Mapping[Pair, set[Character]]:
        """For every two texts the characters that one sentence has from the other or its source."""
        return {pair: set(self._shared(*pair)) for pair in combinations(self.texts, 2)}

    def _shared(self, a: str, b: str) -> Iterator[Character]:
        for one, other in ((a, b), (b, a)):
            sources = frozenset[str]().union(*(told.made_of for told in self.texts[other]))
            start = 0
            for told in self.texts[one]:
                end = start + len(told.words)
                if told.made_of & sources:
                    yield from (((a, b), one, place) for place in range(start, end))
                start = end + len(BETWEEN)


def measures(_: Path) -> Iterator[Measure]:
    """Every figure of this part; it needs none of the labelled data."""
    for group in ("open", "unread"):
        bundles = [bundle(path) for path in sorted(present(FOLDER / group).glob("*.txt"))]
        yield from _figures(f"rewrites.{group}", bundles)


def bundle(path: Path) -> Bundle:
    """Read a bundle. Raises `ValueError` where a line is neither heading, text nor sentence."""
    sentences: dict[str, Written] = {}
    text = ""
    for line in filter(None, map(str.strip, path.read_text(encoding="utf-8").splitlines())):
        if heading := _TEXT.fullmatch(line):
            text = heading["name"]
        elif found := _SENTENCE.fullmatch(line):
            name = f"{text}{found['number']}"
            sources = (found["sources"] or "").replace("-", "").split()
            made_of = {name}.union(*(sentences[source].made_of for source in sources))
            sentences[name] = Written(text, frozenset(made_of), found["words"])
        elif not line.startswith("# "):
            raise ValueError(f"{path}: {line!r} is no sentence of a bundle")
    return Bundle(tuple(sentences.values()))


def _figures(name: str, bundles: Sequence[Bundle]) -> Iterator[Measure]:
    """Characters as means over the bundles, pairs of texts over all of them."""
    scores = [_score(one) for one in bundles]
    count = len(scores)
    yield Measure(f"{name}.characters_f1", sum(one.f1 for one in scores) / count, count)
    yield Measure(f"{name}.characters_recall", sum(one.recall for one in scores) / count, count)
    yield Measure(f"{name}.characters_precision", _mean(one.precision for one in scores), count)
    alone = sum(one.independent for one in scores)
    joined = sum(one.joined for one in scores)
    yield Measure(f"{name}.independent_joined", joined / max(alone, 1), alone)


def _mean(values: Iterator[float]) -> float:
    listed = list(values)
    return sum(listed) / max(len(listed), 1)


@dataclass(frozen=True, slots=True)
class _Score:
    """Of one bundle: characters, and pairs of independent texts that are said to be copies."""

    gold: int
    found: int
    right: int
    independent: int
    joined: int

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.gold + self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.gold, 1)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


def _score(one: Bundle) -> _Score:
    passages = find_passages(one.readings)
    related = one.related()
    gold = set[Character]().union(*related.values())
    found = {place for p in passages for side in (p.a, p.b) for place in _places(p.a, p.b, side)}
    direct = {(d.parent, d.child) for d in derive(one.readings, passages) if d.direct}
    alone = [pair for pair, characters in related.items() if not characters]
    joined = sum(pair in direct or pair[::-1] in direct for pair in alone)
    return _Score(len(gold), len(found), len(gold & found), len(alone), joined)


def _places(a: Evidence, b: Evidence, side: Evidence) -> Iterator[Character]:
    pair = (a.article, b.article)
    return ((pair, side.article, place) for place in range(side.span.start, side.span.end))
