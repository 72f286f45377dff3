"""Quotation marks: which ones open, which ones close, and what stands between them.

Marks are paired inside one paragraph and never across: where a mark was lost, the damage ends with
the paragraph. A quotation that runs over paragraphs opens each of them and closes the last only.
Apostrophes are told from single marks by what stands on both sides of them.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from twosource.model import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    `outer` covers the marks, `words` what stands between them without white space at its ends.
    `depth` is 0 for a quotation that stands in no other. `closed` is false where the closing mark
    is missing; `goes_on` is true where the quotation of the paragraph before is taken up again.
    `length` counts its words; `sentence` is true where it opens large and ends as sentences do.
    """

    outer: Span
    words: Span
    depth: int
    closed: bool
    length: int
    goes_on: bool = False
    sentence: bool = False


class _Family(Enum):
    """Marks that pair with one another, whatever their direction."""

    DOUBLE = "double"
    GUILLEMET = "guillemet"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    family: _Family
    opens: bool
    closes: bool


_MARKS = re.compile(r"''|``|[“”„‟\"«»‘’‚‛'‹›]")
_OPENERS, _CLOSERS = "“„‟«‘‚‛‹``", "”»›"
_BEFORE_OPENING = "([{—–-/:“„«‘‚‹\"'¿¡…"
_ELISION = re.compile(
    r"(?:’|(?<=of )'|(?<=in )')\d\d\b|['’‘](?:\d0s|tis|twas|em|til|till|cause|bout|round|n)\b",
    re.IGNORECASE,
)
_ENDS_SENTENCE = ".!?…,"


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """The quotations of each paragraph in turn, in order of their opening marks.

    Takes the article's text and the spans of its paragraphs, in order. Of two quotations one lies
    wholly inside the other or they share nothing.
    """
    found: list[Quotation] = []
    pending = False
    spans = list(paragraphs)
    for index, paragraph in enumerate(spans):
        following = spans[index + 1].of(text) if index + 1 < len(spans) else ""
        here = _pair(text, paragraph, resumes=_opens_with_mark(following))
        if here and pending and not text[paragraph.start : here[0].outer.start].strip():
            here[0] = replace(here[0], goes_on=True)
        pending = any(not quotation.closed for quotation in here if quotation.depth == 0)
        found += here
    return tuple(found)


def _opens_with_mark(paragraph: str) -> bool:
    return paragraph.lstrip().startswith(("“", '"', "„", "«", "‘", "''", "``", "'"))


# ── Which way a mark faces ───────────────────────────────────────────────────────────────────────


def _marks(text: str, within: Span) -> Iterator[_Mark]:
    for match in _MARKS.finditer(text, within.start, within.end):
        before = text[match.start() - 1] if match.start() > within.start else " "
        after = text[match.end()] if match.end() < within.end else " "
        mark = _facing(match, before, after)
        if mark.family is not _Family.SINGLE or _is_no_apostrophe(text, mark, before, after):
            yield mark


def _facing(match: re.Match[str], before: str, after: str) -> _Mark:
    sign = match.group()
    if _family(sign) is _Family.GUILLEMET:
        opens = _opens_guillemet(sign, before, after)
        return _Mark(match.start(), match.end(), sign, _Family.GUILLEMET, opens, not opens)
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace()
    if sign in _OPENERS:
        opens, closes = not (closes and not opens and not after.isalnum()), not opens
    elif sign in _CLOSERS:
        closes = True
    return _Mark(match.start(), match.end(), sign, _family(sign), opens, closes)


def _opens_guillemet(sign: str, before: str, after: str) -> bool:
    """They point outwards, « so » with or without spaces, or inwards: »so«."""
    if sign == "»":
        return (before.isspace() or before in _BEFORE_OPENING) and after.isalnum()
    return before.isspace() or before in _BEFORE_OPENING or after.isalnum()


def _family(sign: str) -> _Family:
    if sign in "«»":
        return _Family.GUILLEMET
    return _Family.SINGLE if sign in "‘’‚‛'‹›" else _Family.DOUBLE


def _is_no_apostrophe(text: str, mark: _Mark, before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return False
    return not (mark.opens and _ELISION.match(text, mark.start))


# ── Pairing ──────────────────────────────────────────────────────────────────────────────────────


def _pair(text: str, paragraph: Span, *, resumes: bool) -> list[Quotation]:
    """The quotations of one paragraph; `resumes` says that the next one opens with a mark."""
    marks = list(_marks(text, paragraph))
    pairs, unclosed = _match_marks(text, marks)
    if unclosed and not resumes and any(pair[0].start > unclosed.start for pair in pairs):
        pairs += _end_of_lost(text, unclosed, pairs)
        unclosed = None
    ends = [(opening, closing.start, closing.end) for opening, closing in pairs]
    if unclosed:
        ends.append((unclosed, paragraph.end, paragraph.end))
    quotations = [_quotation(text, *end) for end in sorted(ends, key=lambda end: end[0].start)]
    return _with_depth([q for q in quotations if q.words.start < q.words.end])


_DEEPEST = 100  # marks that wait for their end at once: no writer nests as deep


def _match_marks(text: str, marks: list[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], _Mark | None]:
    """Pair opening and closing marks; the outermost double mark left open comes second."""
    pairs: list[tuple[_Mark, _Mark]] = []
    stack: list[_Mark] = []
    closers = {m.start for m in _single_closers(text, marks)}
    for mark in marks:
        opening = _opening_of(mark, stack)
        if opening is not None and (mark.family is not _Family.SINGLE or mark.start in closers):
            while stack.pop() is not opening:
                pass
            pairs.append((opening, mark))
        elif mark.opens or (mark.family is not _Family.SINGLE and not stack and not mark.closes):
            stack.append(mark)
            del stack[:-_DEEPEST]
    left = [m for m in stack if m.family is not _Family.SINGLE or m.text == "‘"]
    return pairs, left[0] if left else None


def _opening_of(mark: _Mark, stack: list[_Mark]) -> _Mark | None:
    """The open mark that this one closes, if it can close any."""
    opening = next((one for one in reversed(stack) if one.family is mark.family), None)
    if opening is None or not (mark.closes or not mark.opens):
        return None
    if mark.opens and mark.text not in ('"', "'", "“") and opening.text != "„":
        return None
    return opening


def _single_closers(text: str, marks: list[_Mark]) -> Iterator[_Mark]:
    """Single marks that may close: not the apostrophe of "the workers’ hall" if another follows."""
    able = [n for n, m in enumerate(marks) if m.family is _Family.SINGLE and m.closes]
    for at, following in itertools.zip_longest(able, able[1:]):
        mark = marks[at]
        possessive = text[mark.start - 1] == "s" and text[mark.end : mark.end + 1] == " "
        goes_on = text[mark.end + 1 : mark.end + 2].islower()
        later = following is not None and not _any_opens(marks[at + 1 : following])
        if not (possessive and goes_on and later):
            yield mark


def _any_opens(marks: list[_Mark]) -> bool:
    return any(mark.opens and not mark.closes for mark in marks)


def _end_of_lost(
    text: str, opening: _Mark, pairs: list[tuple[_Mark, _Mark]]
) -> Iterator[tuple[_Mark, _Mark]]:
    """The quotation whose closing mark was lost before another one opened, if it can be told.

    Where a sentence or clause ends before the next opening mark, that is where it ends.
    """
    following = min(pair[0].start for pair in pairs if pair[0].start > opening.start)
    end = len(text[:following].rstrip())
    if end > opening.end and text[end - 1] in _ENDS_SENTENCE:
        yield opening, _Mark(end, end, "", opening.family, opens=False, closes=True)


def _quotation(text: str, opening: _Mark, end: int, outer_end: int) -> Quotation:
    words = text[opening.end : end]
    start = opening.end + len(words) - len(words.lstrip())
    inner = Span(start, max(start, opening.end + len(words.rstrip())))
    return Quotation(
        Span(opening.start, outer_end),
        inner,
        depth=0,
        closed=outer_end > end,
        length=len(words.split()),
        sentence=inner.of(text)[:1].isupper() and inner.of(text).endswith((".", "!", "?")),
    )


def _with_depth(quotations: list[Quotation]) -> list[Quotation]:
    """Count how many quotations each one stands in; those that cross an earlier one go."""
    kept: list[Quotation] = []
    around: list[Quotation] = []  # those kept that have not ended before this one begins
    for quotation in quotations:
        around = [q for q in around if q.outer.overlaps(quotation.outer)]
        if all(q.outer.contains(quotation.outer) for q in around):
            kept.append(replace(quotation, depth=len(around)))
            around.append(quotation)
    return kept
