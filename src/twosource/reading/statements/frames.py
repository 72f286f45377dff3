"""Frames: what an article says around its quotations, word by word, each word with its class.

A frame is a sentence in which every quotation counts as one word, however many sentences stand
between its marks. A word's class is one letter, so that a frame's grammar can be written as regular
expressions over `Frame.classes`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model import Article, Block, BlockKind, Sentence, Span
from twosource.reading.statements.quotation_marks import Quotation
from twosource.reading.statements.settling import settle
from twosource.reading.statements.verbs import Form
from twosource.reading.statements.words import Word, cut_words


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence as it stands around its quotations; `block` numbers its paragraph."""

    words: tuple[Word, ...]
    classes: str
    block: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)


def build_frames(
    article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> tuple[Frame, ...]:
    """The frames of an article, in order. Quotations that stand in others are left inside them."""
    outermost = [q for q in quotations if q.depth == 0]
    frames = [
        frame
        for number, block in enumerate(article.blocks)
        for stretch, inside in _stretches(article.text, block, sentences, outermost)
        if (frame := _frame(article.text, stretch, inside, number, block.kind)).words
    ]
    return tuple(_sentence_case(frames))


def frames_inside(
    article: Article, sentences: Sequence[Sentence], span: Span, quotations: Sequence[Quotation]
) -> tuple[Frame, ...]:
    """The frames of the sentences within some quoted words; what is quoted in them is one word."""
    number, block = next((n, b) for n, b in enumerate(article.blocks) if b.span.overlaps(span))
    inner = [q for q in quotations if q.depth and span.contains(q.outer)]
    stretches = [
        Span(max(s.span.start, span.start), min(s.span.end, span.end))
        for s in sentences
        if s.span.overlaps(span)
    ]
    frames = [
        _frame(article.text, s, [q for q in inner if s.contains(q.outer)], number, block.kind)
        for s in stretches
    ]
    return tuple(_sentence_case([frame for frame in frames if frame.words]))


def _stretches(
    text: str, block: Block, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Iterator[tuple[Span, list[Quotation]]]:
    """Sentences of a block, joined where a quotation runs from one into the next."""
    inside = [q for q in quotations if block.span.contains(q.outer)]
    start, clock = None, _CLOCK.match(text, block.span.start)
    for sentence in sentences:
        if not block.span.contains(sentence.span):
            continue
        if start is None:
            start = sentence.span.start
            start = clock.end() if clock and clock.start() <= start < clock.end() else start
        end = sentence.span.end
        if not any(q.outer.start < end < q.outer.end for q in inside):
            whole = Span(start, end)
            yield whole, [q for q in inside if whole.contains(q.outer)]
            start = None


# At the head of an entry in a running report: "13.20 A guard tells me", which nobody says.
_CLOCK = re.compile(r"\s*\d\d?[.:]\d\d(?:\s?[ap]m)?\s*[-–—|:]?\s+(?=[A-Z“‘\"'])")


def _frame(
    text: str, stretch: Span, quotations: Sequence[Quotation], block: int, kind: BlockKind
) -> Frame:
    words: list[Word] = []
    position = stretch.start
    for quotation in quotations:
        words += cut_words(text, position, quotation.outer.start)
        opens_large = text[quotation.words.start].isupper()
        words.append(Word(quotation.outer, "", "Q", opens_large, quotation=quotation))
        if quotation.words.of(text).endswith(","):
            words.append(Word(Span(quotation.outer.end, quotation.outer.end), ",", ","))
        position = quotation.outer.end
    words += cut_words(text, position, stretch.end)
    words = settle(words)
    return Frame(tuple(words), "".join(w.kind for w in words), block, kind)


def _sentence_case(frames: Sequence[Frame]) -> Iterator[Frame]:
    """Undo the capital of a frame's first word where it says nothing: "Witnesses", "Sadly".

    What no capital follows is a noun where the article writes it small elsewhere, and a plural that
    it writes nowhere else.
    """
    names = {w.lower for f in frames for w in f.words[1:] if w.kind in "Pp"}
    small = {w.lower for f in frames for w in f.words if w.kind == "N" and not w.capital}
    for frame in frames:
        at = next((i for i, w in enumerate(frame.words) if w.kind != "Q"), None)
        word = frame.words[at] if at is not None else None
        kind = (
            _without_capital(word, frame.classes[at + 1 : at + 2], names, small)
            if word and at is not None
            else None
        )
        if kind is None or at is None:
            yield frame
        else:
            words = (*frame.words[:at], replace(frame.words[at], kind=kind), *frame.words[at + 1 :])
            yield replace(frame, words=words, classes="".join(w.kind for w in words))


def _without_capital(word: Word, after: str, names: set[str], small: set[str]) -> str | None:
    if word.kind != "P" or word.lower in names:
        return None
    if word.lower.endswith("ly"):
        return "L" if after != "P" else None
    for ending, behind, kind in _SMALL_WORDS:
        if ending.search(word.lower) and after in behind:
            return kind
    if word.verb and word.verb.form is Form.BASE and after == "P":
        return "N"
    if word.lower in small and after not in tuple("POI"):
        return "N"  # "Coach insists", where the article has "the coach"
    plural = word.lower.endswith(_PLURALS) and not word.lower.endswith("ss")  # "Norpress"
    return "N" if after != "P" and plural else None


_PLURALS = ("s", "people", "police", "men")


_SMALL_WORDS = (
    (re.compile(r"^(?:last|next|this)$"), tuple("Z"), "D"),  # "Last May, …"
    (re.compile(r"ing$"), tuple("IEOLDBT"), "G"),  # "Speaking in Ruhl, …"
    (re.compile(r"....ed$"), tuple("IELDB"), "K"),  # "Reached by telephone, …"
)
