"""Labels: the words before a colon at the head of a paragraph that may say whose turn it is.

"Vinter: No.", "Q: Why?", "ANNA HOLM, HOST: …", "AO: …", "**Courier:** …". Whether they name anybody
is for others to tell; here they are found.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from twosource.model import Article, Block, Span
from twosource.reading.sentences import READ_BLOCKS
from twosource.reading.spans import touched
from twosource.reading.statements.frames import Frame
from twosource.vocabulary import load


class Wording(msgspec.Struct, frozen=True):
    """The shape of interviews.yaml."""

    asking: frozenset[str]
    answering: frozenset[str]
    speaking: frozenset[str]
    announcing: tuple[str, ...]
    talking: frozenset[str]
    inventing: frozenset[str]
    of_another: frozenset[str]
    of_oneself: frozenset[str]
    of_us: frozenset[str]
    of_the_other: frozenset[str]
    small: tuple[str, ...]


def wording() -> Wording:
    """The words by which a talk is known."""
    known: Wording = load("interviews", Wording)
    return known


@dataclass(frozen=True, slots=True)
class Label:
    """A label where it stands: `span` with its marks and colon, `name` without.

    `role` is what it says of its bearer, in lower case: "host". What it heads are `words`, up to
    the next label or the end of their paragraph, which is number `block`: the next one, where a
    label has a line of its own.
    """

    span: Span
    name: Span
    role: str
    words: Span
    block: int


# A label has six words at most; what follows opens no quotation, which has its own grammar.
_MORE = 5
_NO_QUOTATION = r"(?!\s*[\"“„«‘'])"


@cache
def _label() -> re.Pattern[str]:
    small = "|".join(wording().small)
    word = r"[^\W\d_a-zß-ÿ][\w.’'&-]*"
    name = rf"(?:[Tt]he\s)?{word}(?:\s(?:{small}|{word})){{0,{_MORE}}}"
    return re.compile(
        rf"""[\s*_•–—-]*(?P<name>{name})
             (?:,\s(?P<role>[^:“”"?!.\n]{{1,60}}))?
             (?:\s?[(\[][^()\[\]\n]{{1,40}}[)\]])?
             [*_]*:[*_]*(?=\s|$){_NO_QUOTATION}\s*""",
        re.VERBOSE,
    )


_LETTER = re.compile(rf"[\s*_•–—-]*(?P<name>[QA]\d{{0,2}})[*_]*[.:)][*_]*\s{_NO_QUOTATION}\s*")
_LETTER_INSIDE = re.compile(rf"(?<=[.?!]\s)(?P<name>[QA])[.:]\s{_NO_QUOTATION}\s*")


def find_labels(article: Article) -> tuple[Label, ...]:
    """The labels of an article's paragraphs, in order."""
    found: list[Label] = []
    for number, block in enumerate(article.blocks):
        if block.kind in READ_BLOCKS:
            here = list(_in_block(article.text, block, number))
            if not here and found and found[-1].block == number - 1 and not found[-1].words:
                found[-1] = replace(found[-1], words=block.span, block=number)
            found += here
    return tuple(found)


def _in_block(text: str, block: Block, number: int) -> Iterator[Label]:
    start, end = block.span.start, block.span.end
    letter = _LETTER.match(text, start, end)
    first = letter or _label().match(text, start, end)
    if first is None:
        return
    behind = _LETTER_INSIDE.finditer(text, first.end(), end) if letter else ()
    found = [first, *behind]
    ends = [*(match.start() for match in found[1:]), end]
    for match, stop in zip(found, ends, strict=True):
        role = (match.groupdict().get("role") or "").lower()
        words = Span(match.end(), max(match.end(), stop))
        trimmed = words.of(text).rstrip(" \t\n*_")
        words = replace(words, end=words.start + len(trimmed))
        yield Label(Span(*match.span()), Span(*match.span("name")), role, words, number)


def without_labels(frames: Sequence[Frame], labels: Sequence[Label]) -> Iterator[Frame]:
    """The frames with nothing of the labels in them; those that were all label go."""
    for frame in frames:
        here = [labels[number].span for number in touched(labels, frame.span)]
        words = tuple(w for w in frame.words if not any(s.overlaps(w.span) for s in here))
        if len(words) == len(frame.words):
            yield frame
        elif words:
            yield replace(frame, words=words, classes="".join(word.kind for word in words))
