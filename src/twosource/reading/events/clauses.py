"""Clauses: the pieces of a sentence that each tell one thing, and the tense they tell it in.

Rough, and made for dating: a sentence is cut at its marks and joining words, and a piece without a
verb stays with its neighbour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from twosource.model import Span
from twosource.reading.events.lexicon import auxiliaries, is_past
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.frames.words import Word, word_classes

VERBS = frozenset("KVYG")  # classes of words (see `statements.words`) that are verbs
_MARKS = frozenset(",;:-()")
_OPENERS = frozenset("WB")


class Tense(StrEnum):
    """When a verb places what it tells, seen from the day of writing."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    AHEAD = "ahead"  # "will", "would"
    NONE = "none"  # "to sail", "sailing": as the verb it hangs on
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` to `stop` of a frame."""

    frame: Frame
    first: int
    stop: int

    @property
    def words(self) -> tuple[Word, ...]:
        """The clause's words, marks left out at both ends."""
        return self.frame.words[self.first : self.stop]

    @property
    def span(self) -> Span:
        """From the first word to the last that is no mark."""
        words = [word for word in self.words if word.kind not in _MARKS] or list(self.words)
        return Span(words[0].span.start, words[-1].span.end)

    @property
    def has_subject(self) -> bool:
        """Whether something stands before the first verb that can be its subject."""
        for word in self.words:
            if word.kind in "AKVYG":
                return False
            if word.kind in "NPRpD":
                return True
        return False


def cut_clauses(frame: Frame) -> tuple[Clause, ...]:
    """The clauses of a frame, in order; together they hold every word."""
    pieces = list(_pieces(frame))
    joined: list[Clause] = []
    for piece in pieces:
        if joined and not (_tells(piece) and _tells(joined[-1])):
            joined[-1] = Clause(frame, joined[-1].first, piece.stop)
        else:
            joined.append(piece)
    return tuple(joined)


def _pieces(frame: Frame) -> Iterator[Clause]:
    start = 0
    for at in range(1, len(frame.words)):
        if _begins(frame, at):
            yield Clause(frame, start, at)
            start = at
    yield Clause(frame, start, len(frame.words))


def _begins(frame: Frame, at: int) -> bool:
    """Whether a clause can begin at a word."""
    classes = frame.classes
    if classes[at - 1] in _MARKS or classes[at] in _OPENERS:
        return True
    if classes[at] == "T":  # "said that", not "that ferry"
        return classes[at - 1] in "VYGNK"
    if classes[at] == "C":  # "and sailed", "and the crew left"
        return bool(set(classes[at + 1 : at + 3]) & VERBS) or "A" in classes[at + 1 : at + 4]
    return frame.words[at].lower in word_classes().clause_openers


def _tells(piece: Clause) -> bool:
    """Whether a piece has a verb."""
    kinds = {word.kind for word in piece.words}
    return bool(kinds & VERBS) or "A" in kinds


def tense(words: Sequence[Word], at: int) -> Tense:
    """The tense of the word at a position of a clause or frame; NOUN where it is no verb."""
    word = words[at]
    left = frozenset(_auxiliaries(words, at))
    of_left = _of_auxiliaries(left)
    if of_left in (Tense.NONE, Tense.AHEAD, Tense.PERFECT, Tense.PLUPERFECT):
        return of_left
    if word.lower.endswith("ing") and word.kind != "N":
        return of_left or Tense.NONE
    if of_left is not None:
        return of_left
    if word.kind not in VERBS and not (is_past(word.lower) and _may_be_verb(words, at)):
        return Tense.NOUN
    return Tense.PAST if is_past(word.lower) else Tense.PRESENT


def _of_auxiliaries(left: frozenset[str]) -> Tense | None:
    """What the auxiliaries before a verb make of it, whatever its form."""
    if "to" in left:
        return Tense.NONE
    for place in (Tense.AHEAD, Tense.PLUPERFECT, Tense.PERFECT, Tense.PRESENT):
        if left & auxiliaries(place):
            return place
    return Tense.PAST if left else None


def _may_be_verb(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].kind not in "DpM"


def _auxiliaries(words: Sequence[Word], at: int) -> Iterator[str]:
    """The auxiliaries before a verb, nearest first, adverbs and negations passed over."""
    for word in reversed(words[max(0, at - 6) : at]):
        if word.kind == "A" or word.lower == "to":
            yield word.lower
        elif word.kind not in "LX":
            return
