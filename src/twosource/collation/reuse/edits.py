"""What was changed in a passage on the way from one article to the other."""

from collections.abc import Iterator
from functools import cache

import msgspec
import numpy as np

from twosource import vocabulary
from twosource.collation.reuse.alignment import Alignment, differences
from twosource.collation.reuse.chains import Box
from twosource.collation.reuse.sides import Side
from twosource.collation.reuse.words import Words
from twosource.model import Edit, EditKind, Reading, Span

WORDLESS = frozenset(
    {
        EditKind.PUNCTUATION,
        EditKind.BRACKETS,
        EditKind.QUOTATION_MARKS,
        EditKind.QUOTED,
        EditKind.UNQUOTED,
    }
)
"""Changes that leave every word as it is."""

CUT = frozenset({EditKind.CUT, EditKind.UNATTRIBUTED})
ADDED = frozenset({EditKind.ADDED, EditKind.ATTRIBUTED})

_LONGEST_NAME = 4  # words
_FEW = 4  # words among which a negation is what the change is about


def edits_of(alignment: Alignment, a: Side, b: Side) -> list[Edit]:
    """Every change of words, and every change of punctuation between equal words, in order."""
    changed = [_edit(box, a, b) for box in differences(alignment)]
    pointed = [edit for same in alignment.equal for edit in _punctuation(same, a, b)]
    return sorted([*changed, *pointed], key=lambda edit: (edit.a, edit.b))


def _edit(box: Box, a: Side, b: Side) -> Edit:
    left, right = a.words.span(box.a0, box.a1), b.words.span(box.b0, box.b1)
    return Edit(_kind(left, right, (a.reading, b.reading)), left, right)


def _kind(a: Span, b: Span, pair: tuple[Reading, Reading]) -> EditKind:
    if _is_negated(a, pair[0]) != _is_negated(b, pair[1]):
        return EditKind.NEGATION
    if not len(b):
        return EditKind.UNATTRIBUTED if _attributes(a, pair[0]) else EditKind.CUT
    if not len(a):
        return EditKind.ATTRIBUTED if _attributes(b, pair[1]) else EditKind.ADDED
    if _numbers(a, pair[0]) and _numbers(b, pair[1]):
        return EditKind.NUMBER
    if _is_name(a.of(pair[0].article.text)) and _is_name(b.of(pair[1].article.text)):
        return EditKind.NAME
    return EditKind.REPLACED


def _is_negated(span: Span, reading: Reading) -> bool:
    """Whether a word that turns a sentence round stands among a few words."""
    words = span.of(reading.article.text).casefold().replace("\u2019", "'").split()
    if len(words) > _FEW:
        return False
    return not _negations().isdisjoint(words) or any(word.endswith("n't") for word in words)


@cache
def _negations() -> frozenset[str]:
    return frozenset(vocabulary.load("word_classes", _WordClasses).negations)


class _WordClasses(msgspec.Struct, frozen=True):
    """What is read of `vocabulary/word_classes.yaml`."""

    negations: list[str]


def _attributes(span: Span, reading: Reading) -> bool:
    """Whether the words say who said something: the cue of a statement is among them."""
    return any(
        one.gives_words and one.cue is not None and span.contains(one.cue)
        for one in reading.statements
    )


def _numbers(span: Span, reading: Reading) -> bool:
    """Whether the words hold a number, in digits or as the reading knows it."""
    digits = any(map(str.isdigit, span.of(reading.article.text)))
    return digits or any(quantity.core.overlaps(span) for quantity in reading.quantities)


def _is_name(text: str) -> bool:
    """Whether every word begins with a capital: one to four words, as names are."""
    words = text.split()
    return len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)


def _punctuation(same: Box, a: Side, b: Side) -> Iterator[Edit]:
    """Differences in what stands between two words that are equal on both sides."""
    left, right = slice(same.a0, same.a1 - 1), slice(same.b0, same.b1 - 1)
    quotes = a.points.quotes[left] != b.points.quotes[right]
    marks = a.points.marks[left] != b.points.marks[right]
    for place in np.flatnonzero(quotes | marks).tolist():
        gaps = _gap(a.words, same.a0 + place), _gap(b.words, same.b0 + place)
        counts = int(a.points.quotes[same.a0 + place]), int(b.points.quotes[same.b0 + place])
        between = gaps[0].of(a.reading.article.text), gaps[1].of(b.reading.article.text)
        yield Edit(_pointing(counts, between), *gaps)


def _pointing(quotes: tuple[int, int], gaps: tuple[str, str]) -> EditKind:
    """What differs between two words, from the quotation marks there and all that stands there."""
    if quotes[0] != quotes[1]:
        none = {quotes[0]: EditKind.QUOTED, quotes[1]: EditKind.UNQUOTED}
        return none.get(0, EditKind.QUOTATION_MARKS)
    square = [any(mark in gap for mark in "[]") for gap in gaps]
    round_ = [any(mark in gap for mark in "()") for gap in gaps]
    turned = (square[0] and round_[1]) or (round_[0] and square[1])
    return EditKind.BRACKETS if turned else EditKind.PUNCTUATION


def _gap(words: Words, place: int) -> Span:
    """The characters between a word and the next."""
    return Span(int(words.ends[place]), int(words.starts[place + 1]))
