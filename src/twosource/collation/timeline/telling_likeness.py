"""How alike tellings are, and the articles they stand in.

An article on another story may tell of a fire, too: that two articles are of one story is what
their words have in common, weighed by rarity (cosine of weights, Salton 1988).
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from twosource.collation.stems import content_words, rarity
from twosource.collation.timeline.tellings import Telling
from twosource.model import Derivation, EventKind, Reading

# Tuned on topics 1 to 22 of ECB+ by the precision of pairs in two articles, as far as recall did
# not fall: of .06 to .3 for articles, .3 to .5 for words.
STORY = 0.1  # cosine of two articles from which they can be of one story
ALIKE = 0.5  # share of the shorter telling's words, by their rarity, that the other has too
ALIKE_IN_SENSE = 0.3  # the same, where both tell the same sense
MONTH = 31  # days
LONG_AGO = 14  # days from the end of a date to publication


class TellingLikeness:
    """Compares tellings of a pile."""

    def __init__(
        self,
        readings: Sequence[Reading],
        tellings: Sequence[Telling],
        derivations: Iterable[Derivation] = (),
    ) -> None:
        self.weights = rarity(telling.words for telling in tellings)
        self._bags = {one.article.id: content_words(one.article.text) for one in readings}
        weights = rarity(self._bags.values())
        self._vectors = {
            article: {word: weights[word] for word in bag} for article, bag in self._bags.items()
        }
        self._norms = {article: _norm(vector) for article, vector in self._vectors.items()}
        self._written = {
            one.article.id: one.article.published.interval.earliest
            for one in readings
            if one.article.published is not None
        }
        self._one_text = {frozenset((one.parent, one.child)) for one in derivations}
        self._cosines: dict[tuple[str, str], float] = {}

    def tell_the_same(self, one: Telling, other: Telling) -> bool:
        """Whether two tellings tell the same, as far as words, names and senses tell.

        Speaking is the same where the speakers are. Anything else shares its sense, with the same
        people or in much the same words, and stands in articles of one story.
        """
        if EventKind.SPEAKING in (one.kind, other.kind):
            return one.kind is other.kind and bool(one.names & other.names)
        if not one.senses & other.senses:
            return False
        told = bool(one.names & other.names) or self.words(one, other) >= ALIKE_IN_SENSE
        return told and self.are_of_one_story(one, other)

    def are_of_one_story(self, one: Telling, other: Telling) -> bool:
        """Whether the articles of two tellings can be of one story."""
        a, b = sorted((one.evidence.article, other.evidence.article))
        if a == b:
            return True
        if (a, b) not in self._cosines:
            self._cosines[a, b] = self._cosine(a, b)
        return self._cosines[a, b] >= STORY

    def are_of_one_text(self, one: Telling, other: Telling) -> bool:
        """Whether the articles of two tellings have text from one another, or from a third."""
        return frozenset((one.evidence.article, other.evidence.article)) in self._one_text

    def tell_of_long_ago(self, one: Telling, other: Telling) -> bool:
        """Whether two tellings of one date are of what lay behind when the articles were written.

        Of such a day or month one story tells one thing; a word in common is enough.
        """
        return (
            self.is_of_long_ago(one)
            and self.is_of_long_ago(other)
            and self.are_of_one_story(one, other)
            and bool(one.words & other.words)
        )

    def is_of_long_ago(self, telling: Telling) -> bool:
        """Whether a telling's date, no wider than a month, lay behind when it was written of."""
        written = self._written.get(telling.evidence.article)
        first, last = telling.interval.earliest, telling.interval.latest
        if written is None or first is None or last is None:
            return False
        return (last - first).days <= MONTH and (written - last).days >= LONG_AGO

    def words(self, one: Telling, other: Telling) -> float:
        """The share of the shorter telling's words, by their rarity, that the other has too."""
        shorter = min(self._weight(one.words), self._weight(other.words))
        return self._weight(one.words & other.words) / shorter if shorter else 0.0

    def words_of_both(self, one: Telling, other: Telling) -> float:
        """The share of the words of either telling, by their rarity, that both have."""
        both = self._weight(one.words | other.words)
        return self._weight(one.words & other.words) / both if both else 0.0

    def rarest(self, telling: Telling, number: int) -> list[str]:
        """The words of a telling that the fewest others have."""
        return sorted(telling.words, key=lambda word: (-self.weights[word], word))[:number]

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self.weights[word] for word in sorted(words))

    def _cosine(self, a: str, b: str) -> float:
        shared = sorted(self._bags[a] & self._bags[b])
        product = sum(self._vectors[a][word] ** 2 for word in shared)
        norms = self._norms[a] * self._norms[b]
        return product / norms if norms else 0.0


def _norm(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(vector[word] ** 2 for word in sorted(vector)))
