"""Passages: text that two articles share, with every change between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.collation.reuse.alignment import Alignment, align, trim
from twosource.collation.reuse.chains import Seeds, chains, runs, seeds_of
from twosource.collation.reuse.edits import edits_of
from twosource.collation.reuse.fingerprints import fingerprints, pairs
from twosource.collation.reuse.words import Words, words_of
from twosource.model import (
    BlockKind,
    DateRole,
    EditKind,
    Evidence,
    Passage,
    PassageKind,
    Reading,
    Span,
    StatementKind,
)

LEAST_EQUAL = 10  # equal words below which a passage may be chance
LEAST_SIMILAR = 0.5
_LONG_WORD = 4  # letters; shorter small words stand inside names: of, the, und, van
_QUOTED = 0.8  # share of a passage inside quotation marks that makes it a quotation


@dataclass(frozen=True, slots=True)
class _Side:
    """One article, prepared to be compared with many."""

    reading: Reading
    words: Words
    seeds: Seeds
    quoted: tuple[Span, ...]


def find_passages(readings: Sequence[Reading]) -> tuple[Passage, ...]:
    """Every passage that two of the articles share, in order of article ids and places.

    Only title, body, subheads and captions are compared. `a.article < b.article` in every passage.
    Of articles with exactly the same words, all but the first (by date, then id) are compared with
    that first one only.
    """
    by_id = {reading.article.id: reading for reading in readings}
    sides = [_side(by_id[one]) for one in sorted(by_id)]
    first = _first_of_equals(sides)
    originals = [side for place, side in enumerate(sides) if first[place] == place]
    different = pairs([fingerprints(side.words) for side in originals])
    compared = [(originals[a], originals[b]) for a, b in different]
    equal = [
        (sides[min(pair)], sides[max(pair)]) for pair in enumerate(first) if len(set(pair)) > 1
    ]
    found = (passage for a, b in (*compared, *equal) for passage in _compare(a, b))
    return tuple(sorted(found, key=lambda passage: (passage.a, passage.b)))


def _first_of_equals(sides: Sequence[_Side]) -> list[int]:
    """For every article the place of the first, by date and then id, that has the same words."""
    places = sorted(range(len(sides)), key=lambda place: _age(sides[place].reading))
    firsts: dict[bytes, int] = {}
    chosen = {
        place: firsts.setdefault(sides[place].words.keys.tobytes(), place) for place in places
    }
    return [chosen[place] for place in range(len(sides))]


def _age(reading: Reading) -> tuple[date, str]:
    dated = reading.article.published
    latest = dated.interval.latest if dated and dated.role is DateRole.PUBLISHED else None
    return latest or date.max, reading.article.id


def _side(reading: Reading) -> _Side:
    words = words_of(reading.article)
    return _Side(reading, words, seeds_of(words), tuple(_quoted(reading)))


def _quoted(reading: Reading) -> Iterator[Span]:
    for statement in reading.statements:
        if statement.kind in {StatementKind.DIRECT, StatementKind.MIXED}:
            yield from statement.content


def _compare(a: _Side, b: _Side) -> Iterator[Passage]:
    boxes = chains(runs(a.seeds, b.seeds), a.words, b.words)
    alignments = [align(a.words, b.words, box) for box in boxes]
    kept = [trim(alignment) for alignment in alignments if _is_enough(alignment)]
    for alignment in sorted(kept, key=lambda kept: (kept.box.a0, kept.box.b0)):
        if not _is_name_and_office(alignment, a):
            yield _passage(alignment, a, b)


def _is_enough(alignment: Alignment) -> bool:
    return alignment.words_equal >= LEAST_EQUAL and alignment.similarity >= LEAST_SIMILAR


def _passage(alignment: Alignment, a: _Side, b: _Side) -> Passage:
    box = alignment.box
    left, right = a.words.span(box.a0, box.a1), b.words.span(box.b0, box.b1)
    edits = edits_of(alignment, a.words, b.words, (a.reading, b.reading))
    return Passage(
        a=Evidence(a.reading.article.id, left),
        b=Evidence(b.reading.article.id, right),
        kind=_kind(_is_quoted(left, a) and _is_quoted(right, b), {edit.kind for edit in edits}),
        similarity=alignment.similarity,
        edits=tuple(edits),
    )


_WORDLESS = frozenset({EditKind.PUNCTUATION, EditKind.QUOTATION_MARKS})


def _kind(quotation: bool, edits: set[EditKind]) -> PassageKind:  # noqa: FBT001, a finding
    if quotation:
        return PassageKind.QUOTATION
    return PassageKind.VERBATIM if edits <= _WORDLESS else PassageKind.EDITED


def _is_quoted(span: Span, side: _Side) -> bool:
    inside = sum(
        min(span.end, quoted.end) - max(span.start, quoted.start)
        for quoted in side.quoted
        if quoted.overlaps(span)
    )
    return inside >= _QUOTED * len(span)


def _is_name_and_office(alignment: Alignment, side: _Side) -> bool:
    """Whether the shared words are but one name with its title: no word of four letters is small.

    "Ada Osk, the President-elect of the National Council of Lumen (NCL)" is how a person is always
    named, not what one article has from another. Headlines are written like that and do not count.
    """
    span = side.words.span(alignment.box.a0, alignment.box.a1)
    title = any(
        block.span.overlaps(span)
        for block in side.reading.article.blocks
        if block.kind is BlockKind.TITLE
    )
    words = span.of(side.reading.article.text).split()
    return not title and not any(word.islower() and len(word) >= _LONG_WORD for word in words)
