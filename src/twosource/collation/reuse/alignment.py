"""Two stretches of words laid side by side, word by word."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from twosource.collation.reuse.chains import Box
from twosource.collation.reuse.words import Keys, Words


@dataclass(frozen=True, slots=True)
class Alignment:
    """The longest common word sequence of the two sides of `box`.

    `equal` are the stretches of equal words, in order; all between them differs.
    """

    box: Box
    equal: tuple[Box, ...]

    @property
    def words_equal(self) -> int:
        """How many words the two sides have in common, in order."""
        return sum(same.a1 - same.a0 for same in self.equal)

    @property
    def similarity(self) -> float:
        """Equal words, twice, over the words of both sides: 0 to 1."""
        both = self.box.a1 - self.box.a0 + self.box.b1 - self.box.b0
        return 2 * self.words_equal / both if both else 0.0


def align(a: Words, b: Words, box: Box) -> Alignment:
    """Lay the two sides of `box` side by side."""
    equal = tuple(_joined(_without_islands(list(_common(a, b, box)), box)))
    return Alignment(box, equal)


def trim(alignment: Alignment) -> Alignment:
    """The alignment from its first to its last equal word. There must be one."""
    first, last = alignment.equal[0], alignment.equal[-1]
    return Alignment(Box(first.a0, last.a1, first.b0, last.b1), alignment.equal)


def differences(alignment: Alignment) -> Iterator[Box]:
    """What lies between the stretches of equal words; one side of it may be empty."""
    a, b, box = alignment.box.a0, alignment.box.b0, alignment.box
    for same in (*alignment.equal, Box(box.a1, box.a1, box.b1, box.b1)):
        if same.a0 > a or same.b0 > b:
            yield Box(a, same.a0, b, same.b0)
        a, b = same.a1, same.b1


def _common(a: Words, b: Words, box: Box) -> Iterator[Box]:
    left, right = a.keys[box.a0 : box.a1], b.keys[box.b0 : box.b1]
    if len(left) == len(right) and (left == right).all():
        yield box
        return
    for block in LCSseq.opcodes(_as_array(left), _as_array(right)):
        if block.tag == "equal":
            yield Box(
                box.a0 + block.src_start,
                box.a0 + block.src_end,
                box.b0 + block.dest_start,
                box.b0 + block.dest_end,
            )


def _as_array(keys: Keys) -> "array[int]":
    """As rapidfuzz takes numbers without making an object of each."""
    return array("Q", keys.tobytes())


def _without_islands(equal: list[Box], box: Box) -> Iterator[Box]:
    """Leave out equal words that are lost among changes: a lone "the" is no common ground.

    An inner stretch stays where it is at least as long as the shorter change beside it, or four
    words (the "semantic clean-up" of Fraser's diff-match-patch, with words for characters).
    """
    a, b = box.a0, box.b0
    for place, same in enumerate(equal):
        after = equal[place + 1] if place + 1 < len(equal) else Box(box.a1, box.a1, box.b1, box.b1)
        gap_before = max(same.a0 - a, same.b0 - b)
        gap_after = max(after.a0 - same.a1, after.b0 - same.b1)
        if same.a1 - same.a0 >= min(gap_before, gap_after, 4):
            yield same
            a, b = same.a1, same.b1


def _joined(equal: Iterator[Box]) -> Iterator[Box]:
    """Join stretches that touch on both sides."""
    held: Box | None = None
    for same in equal:
        if held and (held.a1, held.b1) == (same.a0, same.b0):
            held = Box(held.a0, same.a1, held.b0, same.b1)
            continue
        if held:
            yield held
        held = same
    if held:
        yield held
