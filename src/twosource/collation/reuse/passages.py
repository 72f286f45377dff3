"""Passages: text that two articles share, with every change between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.collation.reuse.alignment import Alignment, align, trim
from twosource.collation.reuse.chains import Box, around, chains, runs, whole
from twosource.collation.reuse.edits import ADDED, CUT, WORDLESS, edits_of
from twosource.collation.reuse.index import Couple, Shelf, each, families, index_of
from twosource.collation.reuse.rarity import Rarity
from twosource.collation.reuse.rewritten import Match, rewritten
from twosource.collation.reuse.sentence_likeness import pairs_of
from twosource.collation.reuse.sides import Side, side_of
from twosource.collation.reuse.stretches import stretches
from twosource.collation.reuse.words import words_of
from twosource.model import (
    BlockKind,
    Edit,
    Evidence,
    Passage,
    PassageKind,
    Reading,
    Span,
)

LEAST_EQUAL = 10  # equal words below which a passage may be chance
LEAST_DISTINCT = 6  # different words among them
LEAST_SIMILAR = 0.5  # of a run of equal words
LEAST_EDITED, LEAST_VERBATIM = 0.33, 0.9  # share of equal words from which a passage is called so
KNOWN = 0.75  # of a stretch; of .5, .6 and .75 the last was best on the plagiarism set
_LONG_WORD = 4  # letters; shorter small words stand inside names: of, the, und, van
_WORD = re.compile(r"\S+")
_QUOTED = 0.8  # share of a passage inside quotation marks that makes it a quotation


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two articles share: words laid side by side, and how sure it is that they are one."""

    alignment: Alignment
    confidence: float


def find_passages(readings: Sequence[Reading]) -> tuple[Passage, ...]:
    """Every passage that two of the articles share, in order of article ids and places.

    Only title, body, subheads and captions are compared. `a.article < b.article` in every passage.
    Of articles with exactly the same words, all but the first (by date, then id) are compared with
    that first one only.
    """
    return tuple(sorted(each_passage(readings), key=_place))


def _place(passage: Passage) -> tuple[tuple[str, int, int], ...]:
    """The order of articles and places, in plain numbers: quicker to compare than nouns are."""
    return tuple((end.article, end.span.start, end.span.end) for end in (passage.a, passage.b))


def each_passage(readings: Sequence[Reading]) -> Iterator[Passage]:
    """The same passages one by one in any order: those of a great pile take more room than it."""
    index = index_of(readings)
    shelf = Shelf(index)
    for number, copies in index.copies.items():
        for copy in copies:
            yield from _of_equals(shelf[number], side_of(copy, words_of(copy.article)))
    for family in families(index.alike):
        yield from _of_family(list(each(family)), shelf, index.rarity)
    for family in families(index.sharing):
        for a, b in each(family):
            yield from _compare(shelf[a], shelf[b])


def _of_equals(first: Side, copy: Side) -> Iterator[Passage]:
    """The passages between an article and another that has exactly its words."""
    a, b = sorted((first, copy), key=lambda side: side.name)
    for box in whole(a.words, b.words):
        if box.shorter >= LEAST_EQUAL:
            yield _passage(_Shared(align(a.words, b.words, box), 1.0), a, b)


def _of_family(family: Sequence[Couple], shelf: Shelf, rarity: Rarity) -> Iterator[Passage]:
    """The passages between articles that have rare stems in common, each with some other."""
    matches = rewritten({(a, b): pairs_of(shelf[a], shelf[b], rarity) for a, b in family})
    for a, b in family:
        yield from _compare(shelf[a], shelf[b], matches.get((a, b), []), rarity)


def _compare(
    a: Side, b: Side, matches: Sequence[Match] = (), rarity: Rarity | None = None
) -> Iterator[Passage]:
    """The passages of two articles; stretches are looked for where a `rarity` is given."""
    boxes = chains(runs(a.seeds, b.seeds), a.words, b.words, LEAST_EQUAL)
    alignments = [align(a.words, b.words, box) for box in boxes]
    copied = [_Shared(trim(one), 1.0) for one in alignments if _is_enough(one, a)]
    named = [shared for shared in copied if not _is_name_and_office(shared.alignment.box, a)]
    found = [*named, *_sentences(matches, a, b, named)]
    if rarity and not _is_copied(named, a, b):
        found += [one for one in _stretches(a, b, rarity) if not _is_known(one, found)]
    shares = _united(found, a, b) if len(found) > len(named) else named
    for shared in sorted(shares, key=lambda one: one.alignment.box.place):
        yield _passage(shared, a, b)


def _is_enough(alignment: Alignment, a: Side) -> bool:
    """Whether the two have enough in common, and not only one word over and over."""
    box = alignment.box
    if alignment.words_equal < LEAST_EQUAL or alignment.similarity < LEAST_SIMILAR:
        return False
    beginning = a.words.keys[box.a0 : box.a1][: 4 * LEAST_EQUAL]
    return len(set(beginning.tolist())) >= LEAST_DISTINCT


def _sentences(
    matches: Sequence[Match], a: Side, b: Side, copied: Sequence[_Shared]
) -> Iterator[_Shared]:
    """Matches of sentences as words laid side by side, but those that lie in what is copied."""
    for match in matches:
        box = Box(*a.sentences[match.a], *b.sentences[match.b])
        if not any(one.alignment.box.covers(box) for one in copied):
            yield _Shared(align(a.words, b.words, box), match.confidence)


def _stretches(a: Side, b: Side, rarity: Rarity) -> Iterator[_Shared]:
    """Stretches of sentences as words laid side by side."""
    for stretch in stretches(a, b, rarity):
        first, last = stretch.sentences, stretch.sentences
        box = Box(
            a.sentences[first.a0][0],
            a.sentences[last.a1 - 1][1],
            b.sentences[first.b0][0],
            b.sentences[last.b1 - 1][1],
        )
        yield _Shared(align(a.words, b.words, box), stretch.confidence)


def _is_copied(found: Sequence[_Shared], a: Side, b: Side) -> bool:
    """Whether most of the shorter article lies in equal words, so that no more need be sought."""
    equal = sum(one.alignment.words_equal for one in found)
    return equal >= KNOWN * min(len(a.words), len(b.words))


def _is_known(stretch: _Shared, found: Sequence[_Shared]) -> bool:
    """Whether half of a stretch, on either side, lies in what was found in a closer look."""
    box = stretch.alignment.box
    on_a, on_b = np.zeros(box.a1, dtype=np.bool_), np.zeros(box.b1, dtype=np.bool_)
    for one in found:
        if box.meets(one.alignment.box):
            on_a[one.alignment.box.a0 : one.alignment.box.a1] = True
            on_b[one.alignment.box.b0 : one.alignment.box.b1] = True
    return bool(max(on_a[box.a0 :].mean(), on_b[box.b0 :].mean()) >= KNOWN)


def _united(found: Sequence[_Shared], a: Side, b: Side) -> list[_Shared]:
    """Make one of all that overlap on both sides: a run of words and the sentences it stands in."""
    groups: list[list[_Shared]] = []
    open_groups: list[list[_Shared]] = []
    for shared in sorted(found, key=lambda one: one.alignment.box.place):
        box = shared.alignment.box
        open_groups = [group for group in open_groups if _end(group) > box.a0]
        met = [g for g in open_groups if any(box.meets(one.alignment.box) for one in g)]
        joined = [shared, *(one for group in met for one in group)]
        groups = [group for group in groups if group not in met] if met else groups
        open_groups = [*(group for group in open_groups if group not in met), joined]
        groups.append(joined)
    return [group[0] if len(group) == 1 else _as_one(group, a, b) for group in groups]


def _end(group: Sequence[_Shared]) -> int:
    return max(one.alignment.box.a1 for one in group)


def _as_one(parts: Sequence[_Shared], a: Side, b: Side) -> _Shared:
    box = around(part.alignment.box for part in parts)
    return _Shared(align(a.words, b.words, box), max(part.confidence for part in parts))


def _passage(shared: _Shared, a: Side, b: Side) -> Passage:
    box = shared.alignment.box
    left, right = a.words.span(box.a0, box.a1), b.words.span(box.b0, box.b1)
    edits = tuple(edits_of(shared.alignment, a, b))
    quotation = _is_quoted(left, a) and _is_quoted(right, b)
    return Passage(
        a=Evidence(a.name, left),
        b=Evidence(b.name, right),
        kind=PassageKind.QUOTATION if quotation else _kind(shared.alignment, edits),
        similarity=round(shared.alignment.similarity, 3),
        edits=edits,
        confidence=shared.confidence,
    )


def _kind(alignment: Alignment, edits: Sequence[Edit]) -> PassageKind:
    """How near the wording is (see `PassageKind`).

    Of 283 passages of the stories that may be tuned on that the truth has too, 230 are of the
    right kind at .33; 226 at .30, 222 at .40.
    """
    if alignment.similarity < LEAST_EDITED:
        return PassageKind.REWRITTEN
    unexchanged = {edit.kind for edit in edits} <= WORDLESS | CUT | ADDED
    verbatim = unexchanged and alignment.similarity >= LEAST_VERBATIM
    return PassageKind.VERBATIM if verbatim else PassageKind.EDITED


def _is_quoted(span: Span, side: Side) -> bool:
    inside = sum(span.shared(quoted) for quoted in side.quoted)
    return inside >= _QUOTED * len(span)


def _is_name_and_office(box: Box, side: Side) -> bool:
    """Whether the shared words are but one name with its title: no word of four letters is small.

    "Ada Osk, the President-elect of the National Council of Lumen (NCL)" is how a person is always
    named, not what one article has from another. Headlines are written like that and do not count.
    """
    span = side.words.span(box.a0, box.a1)
    words = _WORD.finditer(side.reading.article.text, span.start, span.end)
    if any(len(word[0]) >= _LONG_WORD and word[0].islower() for word in words):
        return False
    blocks = side.reading.article.blocks
    return not any(block.kind is BlockKind.TITLE and block.span.overlaps(span) for block in blocks)
