"""Who did what to whom, where a land or its people did it: two sides tell one clash turned round.

"Norlan troops opened fire on the Tavrian post" and "Tavrian troops opened fire on a Norlan patrol"
have nearly all words in common and are two claims.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twosource.collation.places import tells_where
from twosource.collation.stems import WORD, stem
from twosource.model import NameKind, Reading, Span
from twosource.vocabulary.descriptions import is_of

_SIDES = frozenset({NameKind.PLACE, NameKind.GROUP})
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|got)\s(?:\w+ly\s)?\Z")
_BY = re.compile(r"[^,;:]*\bby\s[^,;:]*\Z")
_NEAR = 24  # characters; more than any of the words that make a passive have


@dataclass(frozen=True, slots=True)
class Doing:
    """What one side did, by the stem of its verb, and to which other, as far as a sentence tells.

    `noun` is what the one is called that stands before the verb, as in "Norlan troops"; `passive`
    says that it suffers what the verb tells. `named` are all names in the article.
    """

    verb: str
    doer: str | None
    sufferer: str | None
    noun: str | None
    passive: bool
    named: frozenset[str]

    def is_turned_round(self, other: "Doing") -> bool:
        """Whether another tells that the other side did it, or of a like body of the other side."""
        if self.verb != other.verb:
            return False
        to, back = _are_one(self.doer, other.sufferer), _are_one(self.sufferer, other.doer)
        return (to and back and not _are_one(self.doer, other.doer)) or self._is_apart(other)

    def _is_apart(self, other: "Doing") -> bool:
        """Whether "the Norlan army" and "the Tavrian army" did it, and both articles name both."""
        own, others = ((o.sufferer if o.passive else o.doer) for o in (self, other))
        alike = self.passive is other.passive and self.noun is not None and self.noun == other.noun
        return alike and all(
            one and any(_are_one(one, side) for side in told) and not _are_one(own, others)
            for one, told in ((own, other.named), (others, self.named))
        )


def find_doings(reading: Reading, sentence: Span) -> frozenset[Doing]:
    """What a sentence tells that a land or its people did, or suffered."""
    text = reading.article.text
    saying = [s for one in reading.statements for s in (one.source, one.cue) if s]
    sides = [
        one.span
        for one in reading.mentions
        if one.kind in _SIDES
        and sentence.contains(one.span)
        and _is_apart(one.span, saying)
        and not tells_where(text, one.span)
    ]
    if not sides:
        return frozenset()
    named = frozenset(one.span.of(text) for one in reading.mentions)
    heads = (one.head for one in reading.events if sentence.contains(one.head))
    told = (_doing(text, head, sides, named) for head in heads if _is_apart(head, saying))
    return frozenset(filter(None, told))


def _is_apart(span: Span, others: Iterable[Span]) -> bool:
    return not any(span.overlaps(one) for one in others)


def _doing(text: str, head: Span, sides: list[Span], named: frozenset[str]) -> Doing | None:
    verb = stem(head.of(text))
    before = max((one for one in sides if one.end <= head.start), default=None)
    after = min((one for one in sides if one.start >= head.end), default=None)
    if verb is None or before is None:
        return None
    noun = _noun_behind(text, before, head)
    passive = _PASSIVE.search(text, max(0, head.start - _NEAR), head.start) is not None
    first, second = before.of(text), after.of(text) if after else None
    if not passive:
        return Doing(verb, first, second, noun, passive, named)
    by = after is not None and _BY.match(text, head.end, after.start) is not None
    return Doing(verb, second if by else None, first, noun, passive, named)


def _noun_behind(text: str, side: Span, head: Span) -> str | None:
    """The word behind a side that tells what is called by it: "troops" in "Norlan troops"."""
    words: Iterator[re.Match[str]] = WORD.finditer(text, side.end, head.start)
    first = next(words, None)
    return stem(first[0]) if first and first.start() == side.end + 1 else None


def _are_one(one: str | None, other: str | None) -> bool:
    """Whether two names are of one land: "Norland", "Norlan"."""
    return bool(one and other) and is_of(str(one).lower(), str(other).lower())
