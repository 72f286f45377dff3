"""Sentences: where one ends and the next begins.

Rules over full stops, not a model: a stop ends a sentence unless the word before it is an
abbreviation or an initial, or what follows goes on in lower case. Quotation marks and brackets that
close after the stop belong to the sentence they close.
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from twosource.model import Article, Block, BlockKind, Sentence, Span
from twosource.vocabulary import load

READ_BLOCKS = frozenset({BlockKind.TITLE, BlockKind.SUBHEAD, BlockKind.BODY, BlockKind.CAPTION})

_STOP = re.compile(
    r"""(?P<stop>[.!?…]+)
        (?P<closing>['’]{2}|[\])"”»›’'“]*)  # „…“ closes with a mark that elsewhere opens
        (?:\[\d{1,3}\])*                     # a footnote mark
        (?P<gap>\s+)
        (?=(?P<opening>(?:['‘`]{2}|[\[("“„«»‹‘'’—–-])*\s?)(?P<next>[^\W_][\w'’]*|[$€£#@*]))
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[\"“”„«»‘]+$")
_BLANK_LINE = re.compile(r"\n\s*\n")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_TIED = re.compile(r"[–—]|(?<=[\d.])-")  # but not the hyphen of "op-ed"
_LONGEST_ABBREVIATION = 10


class _Abbreviations(msgspec.Struct, frozen=True):
    never_last: frozenset[str]
    may_be_last: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]


class _SpeechVerbs(msgspec.Struct, frozen=True):
    behind_a_cry: tuple[str, ...]


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's titles, subheads, body and captions, in order.

    Sentences do not overlap and cover every character of those blocks that is not white space.
    """
    return tuple(
        Sentence(span, block.kind)
        for block in article.blocks
        if block.kind in READ_BLOCKS
        for span in _split_block(article.text, block)
    )


def _split_block(text: str, block: Block) -> Iterator[Span]:
    start = block.span.start
    for end in (*_boundaries(text, block.span), block.span.end):
        words = text[start:end].strip()
        if words:
            begin = text.index(words, start)
            yield Span(begin, begin + len(words))
        start = end


def _boundaries(text: str, within: Span) -> list[int]:
    """Where sentences end inside a block: offsets of the white space between two of them."""
    stretch = within.of(text)
    stops = {m.start("gap") for m in _STOP.finditer(stretch) if _ends_a_sentence(stretch, m)}
    blanks = {m.start() for m in _BLANK_LINE.finditer(stretch)}
    return [within.start + offset for offset in sorted(stops | blanks)]


def _ends_a_sentence(stretch: str, match: re.Match[str]) -> bool:
    following = match["next"]
    if following[0].islower():
        return False
    if match["stop"] == "." and not match["closing"]:
        return _full_stop_ends(stretch, match.start(), following)
    if match["stop"] in ("...", "…", "....") and not match["closing"]:
        return match.start() > 0 and not stretch[match.start() - 1].isspace() and following != "I"
    return not _goes_on_reporting(stretch, match)


def _goes_on_reporting(stretch: str, match: re.Match[str]) -> bool:
    """Whether a question or cry in quotation marks is followed by who said it: “Why?” Anna said."""
    asked = match["closing"] and match["stop"] != "." and not match["opening"]
    return bool(asked and _reporting().match(stretch, match.end()))


@cache
def _reporting() -> re.Pattern[str]:
    """Up to four words, and a verb of saying."""
    said = "|".join(load("speech_verbs", _SpeechVerbs).behind_a_cry)
    return re.compile(rf"(?:[^\W\d_][\w.'’-]*\s+){{1,4}}?(?:{said})\b")


def _full_stop_ends(stretch: str, stop: int, following: str) -> bool:
    """Whether a bare full stop ends the sentence, judged by the words on both sides of it."""
    found = _LAST_WORD.search(stretch, max(0, stop - _LONGEST_ABBREVIATION), stop)
    word = found.group().lower() if found else ""
    known = load("abbreviations", _Abbreviations)
    if word in known.never_last:
        return word == "no" and not following[0].isdigit()  # "No. 5", but "He said no. Olm left"
    word = _TIED.split(word)[-1]  # "Sept. 29-Oct. 1"
    if word in known.months:
        return not following.isdigit()
    if word in known.may_be_last or _INITIAL.match(word):
        return following.lower() in known.openers and not following.isdigit()
    return not (word.isdigit() and not stretch[: stop - len(word)].strip())
