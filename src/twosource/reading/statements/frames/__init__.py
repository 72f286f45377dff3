"""Frames: what an article says around its quotations, word by word, each word with its class.

A frame is a sentence in which every quotation counts as one word, however many sentences stand
between its marks. A word's class is one letter, so that a frame's grammar can be written as regular
expressions over `Frame.classes`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from twosource.model import Article, Block, BlockKind, Mention, NameKind, Polarity, Sentence, Span
from twosource.reading.spans import touched
from twosource.reading.statements.frames.quotation_marks import Quotation
from twosource.reading.statements.frames.settling import settle
from twosource.reading.statements.frames.words import Word, cut_words, word_classes
from twosource.reading.statements.lexicon.titles import titles
from twosource.reading.statements.lexicon.verbs import Form, reporting_verbs

NOTHING = range(0)  # no words of a frame
_HEAD = re.compile(r"[^IO(C,]*")  # what hangs on it stands behind


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence as it stands around its quotations; `block` numbers its paragraph.

    It is `stopped` where a full stop or the like ends it, as none ends a headline.
    """

    words: tuple[Word, ...]
    classes: str
    block: int
    kind: BlockKind
    stopped: bool = False

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    def words_in(self, *pieces: range) -> list[Word]:
        """Its words by their numbers, piece by piece."""
        return [word for piece in pieces for word in self.words[piece.start : piece.stop]]

    def lowers_in(self, *pieces: range) -> list[str]:
        """The same words in lower case."""
        return [word.lower for word in self.words_in(*pieces)]

    def classes_in(self, *pieces: range) -> str:
        """The classes of the same words."""
        return "".join(self.classes[piece.start : piece.stop] for piece in pieces)

    def head_of(self, words: range) -> str:
        """The noun that heads some words, in lower case: "officials" in "two officials in Ruhl"."""
        head = _HEAD.match(self.classes, words.start, words.stop)
        return self.words[max(words.start, head.end() - 1 if head else 0)].lower


def span_of(frame: Frame, words: range) -> Span:
    """The characters from the first to the last of some words of a frame."""
    return Span(frame.words[words.start].span.start, frame.words[words.stop - 1].span.end)


def build_frames(
    article: Article,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    names: Sequence[Mention] = (),
) -> tuple[Frame, ...]:
    """The frames of an article, in order. Quotations that stand in others are left inside them.

    `names` are the tagger's: what it takes for a person or side at the head of a line is a name.
    """
    sure = {name.span for name in names if _keeps_capital(name, article.text)}
    outermost = [q for q in quotations if q.depth == 0]
    frames = [
        frame
        for number, block in enumerate(article.blocks)
        for stretch, inside in _stretches(article.text, block, sentences, outermost)
        for frame in _frames(article.text, stretch, inside, number, block.kind)
    ]
    return tuple(_sentence_case(frames, sure))


def _keeps_capital(name: Mention, text: str) -> bool:
    """Whether a name stays one at the head of a sentence: "Rovers", and no "Officials"."""
    side = name.kind is NameKind.ORGANISATION and name.confidence >= _SURE
    several = name.span.of(text).lower() in titles().several
    return name.kind is NameKind.PERSON or (side and not several)


_SURE = 0.5  # confidence from which the tagger's organisation is one


def frames_inside(
    article: Article, sentences: Sequence[Sentence], span: Span, quotations: Sequence[Quotation]
) -> tuple[Frame, ...]:
    """The frames of the sentences within some quoted words; what is quoted in them is one word."""
    number = touched(article.blocks, span)[0]
    kind = article.blocks[number].kind
    inner = [q for q in _within(span, quotations) if q.depth]
    touching = (sentences[at].span for at in touched(sentences, span))
    stretches = [Span(max(s.start, span.start), min(s.end, span.end)) for s in touching]
    frames = [
        frame
        for s in stretches
        for frame in _frames(article.text, s, _within(s, inner), number, kind)
    ]
    return tuple(_sentence_case(frames))


def _stretches(
    text: str, block: Block, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Iterator[tuple[Span, list[Quotation]]]:
    """Sentences of a block, joined where a quotation runs from one into the next."""
    start, clock = None, _CLOCK.match(text, block.span.start)
    for sentence in (sentences[at] for at in touched(sentences, block.span)):
        if start is None:
            start = sentence.span.start
            start = clock.end() if clock and clock.start() <= start < clock.end() else start
        end = sentence.span.end
        last = bisect_left(quotations, end, key=_opening) - 1
        if last < 0 or quotations[last].outer.end <= end:
            whole = Span(start, end)
            yield whole, _within(whole, quotations)
            start = None


def _within(span: Span, quotations: Sequence[Quotation]) -> list[Quotation]:
    """Those, in order, that lie wholly inside a span."""
    first = bisect_left(quotations, span.start, key=_opening)
    last = bisect_left(quotations, span.end, key=_opening)
    return [q for q in quotations[first:last] if span.contains(q.outer)]


def _opening(quotation: Quotation) -> int:
    return quotation.outer.start


# At the head of an entry in a running report: "13.20 A guard tells me", which nobody says.
_CLOCK = re.compile(r"\s*\d\d?[.:]\d\d(?:\s?[ap]m)?\s*[-–—|:]?\s+(?=[A-Z“‘\"'])")


# Words of a frame, quotations counted as one: no sentence of prose is as long, but a list without
# a full stop can be, and the grammar's patterns take time with the square of a frame's length.
_LONGEST = 300
_STOP = re.compile(r"[.!?]")


def _frames(
    text: str, stretch: Span, quotations: Sequence[Quotation], block: int, kind: BlockKind
) -> Iterator[Frame]:
    """The frame of a stretch of text; several, one behind the other, where it is overlong."""
    words = list(_words(text, stretch, quotations))
    for start in range(0, len(words), _LONGEST):
        settled = settle(words[start : start + _LONGEST])
        stopped = _STOP.search(text, settled[-1].span.end, stretch.end) is not None
        yield Frame(tuple(settled), "".join(w.kind for w in settled), block, kind, stopped)


def _words(text: str, stretch: Span, quotations: Sequence[Quotation]) -> Iterator[Word]:
    position = stretch.start
    for quotation in quotations:
        if _only_denies(text, stretch, quotation):
            continue
        yield from cut_words(text, position, quotation.outer.start)
        opens_large = text[quotation.words.start].isupper()
        if _is_show(text, stretch, quotation):
            yield Word(quotation.outer, quotation.words.of(text).lower(), "N", opens_large)
        else:
            yield Word(quotation.outer, "", "Q", opens_large, quotation=quotation)
        if quotation.words.of(text).endswith(","):
            yield Word(Span(quotation.outer.end, quotation.outer.end), ",", ",")
        position = quotation.outer.end
    yield from cut_words(text, position, stretch.end)


def _is_show(text: str, stretch: Span, quotation: Quotation) -> bool:
    """Whether marks stand around the name of a show or book: "said on NHB's “This Week”"."""
    words = quotation.words.of(text).rstrip(",.").split()
    named = _BEFORE_SHOW.search(text, stretch.start, quotation.outer.start)
    large = [word for word in words if word[0].isupper()]
    small = {word.lower() for word in words if not word[0].isupper()}
    several = len(large) > 1 or (named is not None and named["owner"] is not None)
    titled = bool(words) and words[0][0].isupper() and small <= _SMALL_IN_TITLES
    return named is not None and titled and several and len(words) <= _SHOW


_SHOW = 6  # words
_BEFORE_SHOW = re.compile(
    r"\b(?:on|in|to|with)\s(?:(?P<owner>(?:[A-Z][\w.]*\s)*[A-Z][\w.]*['’]s?\s)"
    r"|(?:his|her|its|their|the)\s(?:[\w-]+\s){1,2})?\Z"
)
_SMALL_IN_TITLES = frozenset({"of", "the", "a", "an", "and", "in", "on", "to", "for", "with", "at"})


def _only_denies(text: str, stretch: Span, quotation: Quotation) -> bool:
    """Whether marks stand around a verb alone: "Olm “categorically denies” the claim".

    "Olm said he “categorically denies” it" is told in Olm's own words.
    """
    *_, last = ["", *quotation.words.of(text).lower().split()]
    verb = reporting_verbs().get(last) if quotation.length <= _VERB else None
    before = text[stretch.start : quotation.outer.start].split()[-1:]
    own = not before or before[0].lower() in word_classes().pronouns
    denies = verb is not None and verb.polarity is Polarity.DENIES and verb.form in _FINITE
    return denies and not own and text[quotation.outer.end :][:2].strip().isalpha()


_VERB = 3  # words, of which the last is the verb
_FINITE = (Form.PAST, Form.THIRD)


def _sentence_case(
    frames: Sequence[Frame], people: AbstractSet[Span] = frozenset()
) -> Iterator[Frame]:
    """Undo the capital of a frame's first word where it says nothing: "Witnesses", "Sadly".

    What no capital follows is a noun where the article writes it small elsewhere, and a plural that
    it writes nowhere else.
    """
    names = {w.lower for f in frames for w in f.words[1:] if w.kind in "Pp"}
    small = {w.lower for f in frames for w in f.words if w.kind == "N" and not w.capital}
    for frame in frames:
        at = len(frame.classes) - len(frame.classes.lstrip("Q"))
        if at == len(frame.words) or frame.words[at].span in people:
            yield frame
        else:
            kind = _without_capital(frame.words[at], frame.classes[at + 1 : at + 2], names, small)
            yield _reclassed(frame, at, kind) if kind else frame


def _reclassed(frame: Frame, at: int, kind: str) -> Frame:
    """The frame with one of its words in another class."""
    words = (*frame.words[:at], replace(frame.words[at], kind=kind), *frame.words[at + 1 :])
    return replace(frame, words=words, classes="".join(word.kind for word in words))


def _without_capital(word: Word, after: str, names: set[str], small: set[str]) -> str | None:
    """The class of a sentence's first word where its capital says nothing, else `None`."""
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
    plural = word.lower.endswith(word_classes().plural_endings)
    plural = plural and not word.lower.endswith("ss")  # "Norpress"
    return "N" if after != "P" and plural else None


_SMALL_WORDS = (
    (re.compile(r"^(?:last|next|this)$"), tuple("Z"), "D"),  # "Last May, …"
    (re.compile(r"ing$"), tuple("IEOLDBT"), "G"),  # "Speaking in Ruhl, …"
    (re.compile(r"....ed$"), tuple("IELDB"), "K"),  # "Reached by telephone, …"
    (re.compile(r"^try$"), tuple("G"), "K"),  # "Try telling that to …"
)
