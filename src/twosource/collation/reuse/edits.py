"""What was changed in a passage on the way from one article to the other."""

from collections.abc import Iterator

import numpy as np

from twosource.collation.reuse.alignment import Alignment, differences
from twosource.collation.reuse.chains import Box
from twosource.collation.reuse.words import Words
from twosource.model import Edit, EditKind, Reading, Span

_LONGEST_NAME = 4  # words


def edits_of(alignment: Alignment, a: Words, b: Words, pair: tuple[Reading, Reading]) -> list[Edit]:
    """Every change of words, and every change of punctuation between equal words, in order."""
    changed = [_edit(box, a, b, pair) for box in differences(alignment)]
    pointed = [edit for same in alignment.equal for edit in _punctuation(same, a, b)]
    return sorted([*changed, *pointed], key=lambda edit: (edit.a, edit.b))


def _edit(box: Box, a: Words, b: Words, pair: tuple[Reading, Reading]) -> Edit:
    left, right = a.span(box.a0, box.a1), b.span(box.b0, box.b1)
    return Edit(_kind(left, right, pair), left, right)


def _kind(a: Span, b: Span, pair: tuple[Reading, Reading]) -> EditKind:
    if not len(b):
        return EditKind.CUT
    if not len(a):
        return EditKind.ADDED
    if _numbers(a, pair[0]) and _numbers(b, pair[1]):
        return EditKind.NUMBER
    if _is_name(a.of(pair[0].article.text)) and _is_name(b.of(pair[1].article.text)):
        return EditKind.NAME
    return EditKind.REPLACED


def _numbers(span: Span, reading: Reading) -> bool:
    """Whether the words hold a number, in digits or as the reading knows it."""
    digits = any(character.isdigit() for character in span.of(reading.article.text))
    return digits or any(quantity.core.overlaps(span) for quantity in reading.quantities)


def _is_name(text: str) -> bool:
    """Whether every word begins with a capital: one to four words, as names are."""
    words = text.split()
    return len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)


def _punctuation(same: Box, a: Words, b: Words) -> Iterator[Edit]:
    """Differences in what stands between two words that are equal on both sides."""
    left, right = slice(same.a0, same.a1 - 1), slice(same.b0, same.b1 - 1)
    quotes = a.quotes[left] != b.quotes[right]
    marks = a.marks[left] != b.marks[right]
    for place in np.flatnonzero(quotes | marks).tolist():
        kind = EditKind.QUOTATION_MARKS if quotes[place] else EditKind.PUNCTUATION
        yield Edit(kind, _gap(a, same.a0 + place), _gap(b, same.b0 + place))


def _gap(words: Words, place: int) -> Span:
    """The characters between a word and the next."""
    return Span(int(words.ends[place]), int(words.starts[place + 1]))
