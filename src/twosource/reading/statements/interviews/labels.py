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
from twosource.reading.statements.lexicon.titles import titles
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


# A message or a recording has its time before it: "[21:04] Dan Olm: …", "12/05/2024, 21:04 - Dan
# Olm: …". A running report has the hour alone.
_HOUR = r"\d\d?(?::\d\d){1,2}(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"\d{1,4}[./-]\d\d?[./-]\d{2,4},?\s"
_CLOCK = rf"\s*(?:[\[(](?:{_DAY})?{_HOUR}[\])]\s?|{_DAY}{_HOUR}(?:\s?[–—-])?\s)?"


@cache
def _label() -> re.Pattern[str]:
    small = "|".join((*wording().small, *sorted(titles().inside_names)))
    word = r"[^\W\d_a-zß-ÿ][\w.’'&-]*"
    asking = "|".join(sorted(wording().asking))
    name = rf"(?:[Tt]he\s)?{word}(?:\s(?:{small}|{word})){{0,{_MORE}}}"
    name = rf"{name}(?:\s(?:{asking})\b)?(?:\s\d{{1,2}})?"
    return re.compile(
        rf"""{_CLOCK}[\s*_•–—-]*(?P<name>{name})
             (?:,\s(?P<role>[^:“”"?!.\n]{{1,60}}))?
             (?:\s?[(\[][^()\[\]\n]{{1,40}}[)\]]){{0,3}}
             [*_]*:[*_]*(?=\s|$){_NO_QUOTATION}\s*""",
        re.VERBOSE,
    )


_LETTER = re.compile(
    rf"""[\s*_•–—-]*(?P<name>[QA]\d{{0,2}})
         (?:[*_]*[.:)][*_]*\s{_NO_QUOTATION}\s*|(?<=Q)\s+(?=[^\W\d_a-zß-ÿ]))""",
    re.VERBOSE,
)  # "Q: Why?", "A. I did.", "Q Mr President, why?"
_LETTER_INSIDE = re.compile(rf"(?<=[.?!]\s)(?P<name>[QA])[.:]\s{_NO_QUOTATION}\s*")


def find_labels(article: Article) -> tuple[Label, ...]:
    """The labels of an article's paragraphs, in order."""
    found: list[Label] = []
    for number, block in enumerate(article.blocks):
        if block.kind in READ_BLOCKS:
            here = list(_in_block(article.text, block, number))
            if not here and found and _stands_alone(article, found[-1], number):
                words = without_directions(article.text, block.span)
                found[-1] = replace(found[-1], words=words, block=number)
            found += here
    return tuple(found)


def _stands_alone(article: Article, label: Label, number: int) -> bool:
    """Whether a label has a line of its own, right above a paragraph."""
    line = article.blocks[number - 1].span
    return label.block == number - 1 and not label.words and label.span.end >= line.end


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
        words = without_directions(text, Span(match.end(), max(match.end(), stop)))
        yield Label(Span(*match.span()), Span(*match.span("name")), role, words, number)


# ── How it was spoken ────────────────────────────────────────────────────────────────────────────

_BRACKETED = r"[*_]*(?:\((?P<round>[^()\n]{1,80})\)|\[[^\[\]\n]{1,80}\]|\*[a-z][^*\n]{1,80}\*)[*_]*"
_BEFORE = re.compile(rf"\s*{_BRACKETED}[.,:]?(?=\s+[^\W\da-zß-ÿ]|\s+[\W\d]|\s*$)\s*")
_BEHIND = re.compile(rf"(?:^|(?<=[.?!…:”\"’'—–-])|(?<=[\])*_]))\s*{_BRACKETED}\.?$")
_ASIDE = re.compile(r"[\w'’]+")


def without_directions(text: str, words: Span) -> Span:
    """Spoken words without brackets at either end that tell how they were spoken: "(Laughs.)".

    In round brackets somebody may speak for themselves: "(I was nine.)".
    """
    said, start = words.of(text).rstrip(), 0
    while (last := _BEHIND.search(said)) is not None and _directs(last):
        said = said[: last.start()].rstrip()
    while (first := _BEFORE.match(said, start)) is not None and _directs(first):
        start = first.end()
    return Span(words.start + start, words.start + max(start, len(said.rstrip("*_ "))))


def _directs(bracket: re.Match[str]) -> bool:
    known, inside = wording(), bracket["round"] or ""
    said = {word.replace("’", "'") for word in _ASIDE.findall(inside.lower())}
    return said.isdisjoint(known.of_oneself | known.of_us | known.of_the_other)


def without_labels(frames: Sequence[Frame], labels: Sequence[Label]) -> Iterator[Frame]:
    """The frames with nothing of the labels in them; those that were all label go."""
    for frame in frames:
        here = [labels[number].span for number in touched(labels, frame.span)]
        words = tuple(w for w in frame.words if not any(s.overlaps(w.span) for s in here))
        if len(words) == len(frame.words):
            yield frame
        elif words:
            yield replace(frame, words=words, classes="".join(word.kind for word in words))
