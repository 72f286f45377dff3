"""What can be seen of a line by itself."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from twosource.intake.flat.features.columns import Column, Table, share
from twosource.intake.lines import bare, ends_a_sentence, is_prose, items, words
from twosource.intake.lines.bylines import announced
from twosource.intake.lines.dates import dates_in
from twosource.intake.lines.languages import words_of_grammar
from twosource.intake.lines.wording import by_wording
from twosource.model import BlockKind

LINE = (
    "words", "letters_per_word", "ends_sentence", "ends_question", "ends_colon", "bullet",
    "starts_lower", "share_capitalised", "share_function_words", "share_digits", "quoted", "commas",
    "link", "addresses_reader", "first_person", "worded_navigation", "worded_related",
    "worded_caption", "worded_metadata", "byline", "dated", "row", "all_capitals", "answers", "ago",
    "priced", "pictured", "posted", "runs_together", "share_letters", "times_in_page", "prose",
    "sentences",
)  # fmt: skip
_BULLET = re.compile(r"[•·*▪◦‣-]\s|\d{1,2}[.)]\s")
_LINK = re.compile(r"https?://|www\.|\S@\S|\bpic\.twitter\b|#\w")
# What these patterns find are columns of the body network: one changed, it is trained anew.
_READER = re.compile(
    r"\b(?:you|your|us|our|please|click|sign|subscribe|read|view|follow|share)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:I|I'm|I’m|my|me|lol|thanks)\b")
_INNER_END = re.compile(r"[a-z0-9”\"’)][.!?][”\"’)]?\s+[“\"‘(]?[A-Z]")
# One for each of the columns from "answers" to "runs_together".
_SIGNS = (
    re.compile(
        r"\b(?:said|says|wrote|replied|sagte?|schrieb|dijo|dice|dit)\s*:?$|\breply\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:ago|hace|vor|il y a)\b.{0,20}$|^\d+\s?(?:h|hrs?|min|mins|d)$", re.IGNORECASE),
    re.compile(r"[$€£¥]\s?\d|\d\s?(?:[€£]|EUR\b|USD\b)"),
    re.compile(
        r"\b(?:photo|photograph|image|getty|shutterstock|courtesy|credit|picture[ds]?|foto|bild"
        r"|screenshot|shows?|seen|speaks?|stands?|poses?|file)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\(@\w+\)|https?://t\.co|^[—–-]\s?\w[^.]*@|^@\w|\bpic\.twitter\b"),
    re.compile(r"[^\W\d_A-ZÀ-Þ][.!?”’\"]?[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]"),
)


def by_themselves(texts: Sequence[str]) -> Table:
    """The columns named in LINE, for every line of a page."""
    count = Counter(map(bare, texts))
    rows = [
        [*_seen_in(text), min(count[bare(text)], 4), is_prose(text), _sentences(text)]
        for text in texts
    ]
    return np.array(rows, dtype=np.float32)


def column(own: Table, name: str) -> Column:
    """One of the columns named in LINE."""
    return own[:, LINE.index(name)]


def _seen_in(text: str) -> list[float]:
    said = words(text)
    return [
        min(len(said), 100),
        sum(map(len, said)) / max(len(said), 1),
        *_ends(text),
        share([word[0].isupper() for word in said[1:]]),
        share([word.casefold() in words_of_grammar() for word in said]),
        share([character.isdigit() for character in text]),
        *_holds(text),
        *_worded(text),
        announced(text) is not None,
        any(dates_in(text[:200])),
        len(items(text)) > 2,  # noqa: PLR2004 - a pair is no row
        text.isupper(),
        *(bool(sign.search(text)) for sign in _SIGNS),
        share([character.isalpha() for character in text[:200]]),
    ]


def _ends(text: str) -> list[float]:
    """How a line ends, and how it begins: the columns from "ends_sentence" to "starts_lower"."""
    return [
        ends_a_sentence(text),
        text[-1:] in "?!",
        text[-1:] in ":…" or text.endswith("..."),
        bool(_BULLET.match(text)),
        _BULLET.sub("", text, count=1)[:1].islower(),
    ]


def _holds(text: str) -> list[float]:
    """What stands somewhere in a line: the columns from "quoted" to "first_person"."""
    return [
        text[:1] in '"“‘' or "”" in text or text.count('"') > 1,
        min(text.count(","), 6),
        bool(_LINK.search(text)),
        bool(_READER.search(text)),
        bool(_FIRST.search(text)),
    ]


def _worded(text: str) -> list[float]:
    """What a line's wording alone tells that it is for: the columns called "worded"."""
    worded = by_wording(text)
    kind = worded.kind if worded else None
    return [
        kind is BlockKind.NAVIGATION,
        kind is BlockKind.RELATED,
        kind is BlockKind.CAPTION,
        kind in (BlockKind.METADATA, BlockKind.BIO),
    ]


def _sentences(text: str) -> int:
    return min(len(_INNER_END.findall(text)) + ends_a_sentence(text), 8)
