"""What can be seen of a line and of its neighbours: the columns of the body model.

Every column is something a reader could check by eye. Nothing looks at blank lines: some ways of
flattening a page leave none, others double them.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.intake.bylines import announced
from twosource.intake.dates import dates_in
from twosource.intake.languages import words_of_grammar
from twosource.intake.lines import bare, ends_a_sentence, is_prose, items, words
from twosource.intake.wording import by_wording
from twosource.model import BlockKind

Table = NDArray[np.float32]  # one row per line
Column = NDArray[np.float32]

_LINE = (
    "words", "letters_per_word", "ends_sentence", "ends_question", "ends_colon", "bullet",
    "starts_lower", "share_capitalised", "share_function_words", "share_digits", "quoted", "commas",
    "link", "addresses_reader", "first_person", "worded_navigation", "worded_related",
    "worded_caption", "worded_metadata", "byline", "dated", "row", "all_capitals", "answers", "ago",
    "priced", "pictured", "posted", "runs_together", "share_letters", "times_in_page", "prose",
    "sentences",
)  # fmt: skip
_SEEN_AROUND = (
    "words", "ends_sentence", "bullet", "share_capitalised", "share_function_words", "prose",
    "worded_navigation", "worded_related", "times_in_page",
)  # fmt: skip
_OFFSETS = (-3, -2, -1, 1, 2, 3)
_REACHES = (3, 8, 20)
_PAGE = (
    "in_run", "from_run_start", "from_run_end", "run_words", "run_share", "in_tight_run",
    "from_tight_start", "from_tight_end", "shared_with_run", "shared_with_title", "position",
    "lines", "prose_share", "prose_above", "prose_below", "since_byline", "since_date",
    "since_comments", "since_related", "until_related", "until_rights", "since_prose",
    "until_prose", "marks_since_prose", "marks_until_prose", "lines_between_prose",
    "words_repeated_nearby", "words_repeated_beyond", "shape_repeated_nearby",
    "opening_repeated_nearby",
)  # fmt: skip
COLUMNS = (
    *_LINE,
    *(f"{name}[{offset:+d}]" for offset in _OFFSETS for name in _SEEN_AROUND),
    *(f"prose_words_near[{reach}]" for reach in _REACHES),
    *(f"short_lines_near[{reach}]" for reach in _REACHES),
    *(f"prose_{side}[{reach}]" for side in ("above", "below") for reach in _REACHES),
    *_PAGE,
)

_FAR = 200.0  # lines: what is farther away is as good as absent


def table(texts: Sequence[str]) -> Table:
    """The features of the lines of one page: `len(texts)` rows, one column per name in COLUMNS."""
    if not texts:
        return np.zeros((0, len(COLUMNS)), dtype=np.float32)
    own = _own(texts)
    columns = [own, *_around(own), *_near(own), *_of_the_page(texts, own)]
    return np.column_stack(columns).astype(np.float32)


# ── The line itself ──────────────────────────────────────────────────────────────────────────────


def _own(texts: Sequence[str]) -> Table:
    count = Counter(map(bare, texts))
    rows = [
        [*_seen_in(text), min(count[bare(text)], 4), is_prose(text), _sentences(text)]
        for text in texts
    ]
    return np.array(rows, dtype=np.float32)


_BULLET = re.compile(r"[•·*▪◦‣-]\s|\d{1,2}[.)]\s")
_LINK = re.compile(r"https?://|www\.|\S@\S|\bpic\.twitter\b|#\w")
# What these patterns find are columns of the body network: one changed, it is trained anew.
_READER = re.compile(
    r"\b(?:you|your|us|our|please|click|sign|subscribe|read|view|follow|share)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:I|I'm|I’m|my|me|lol|thanks)\b")
_INNER_END = re.compile(r"[a-z0-9”\"’)][.!?][”\"’)]?\s+[“\"‘(]?[A-Z]")


def _sentences(text: str) -> int:
    return min(len(_INNER_END.findall(text)) + ends_a_sentence(text), 8)


def _seen_in(text: str) -> list[float]:
    said = words(text)
    worded = by_wording(text)
    kind = worded.kind if worded else None
    body = _BULLET.sub("", text, count=1)
    return [
        min(len(said), 100),
        sum(map(len, said)) / max(len(said), 1),
        ends_a_sentence(text),
        text[-1:] in "?!",
        text[-1:] in ":…" or text.endswith("..."),
        bool(_BULLET.match(text)),
        body[:1].islower(),
        _share([word[0].isupper() for word in said[1:]]),
        _share([word.casefold() in words_of_grammar() for word in said]),
        _share([character.isdigit() for character in text]),
        text[:1] in '"“‘' or "”" in text or text.count('"') > 1,
        min(text.count(","), 6),
        bool(_LINK.search(text)),
        bool(_READER.search(text)),
        bool(_FIRST.search(text)),
        kind is BlockKind.NAVIGATION,
        kind is BlockKind.RELATED,
        kind is BlockKind.CAPTION,
        kind in (BlockKind.METADATA, BlockKind.BIO),
        announced(text) is not None,
        any(dates_in(text[:200])),
        len(items(text)) > 2,  # noqa: PLR2004 - a pair is no row
        text.isupper(),
        *(bool(sign.search(text)) for sign in _SIGNS),
        _share([character.isalpha() for character in text[:200]]),
    ]


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


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


# ── Its neighbours ───────────────────────────────────────────────────────────────────────────────


def _around(own: Table) -> list[Column]:
    """What the lines up to three above and below look like; beyond the page, nothing."""
    seen = own[:, [_LINE.index(name) for name in _SEEN_AROUND]]
    return [_moved(seen, offset) for offset in _OFFSETS]


def _moved(seen: Table, offset: int) -> Table:
    moved = np.full_like(seen, -1)
    if offset < 0:
        moved[-offset:] = seen[:offset]
    else:
        moved[:-offset] = seen[offset:]
    return moved


def _near(own: Table) -> list[Column]:
    prose = _of(own, "prose") * _of(own, "words")
    short = (_of(own, "words") < 5).astype(np.float32)  # noqa: PLR2004 - a menu item
    both = [_window(column, reach, reach) for column in (prose, short) for reach in _REACHES]
    above = [_window(prose, reach, -1) for reach in _REACHES]
    below = [_window(prose, -1, reach) for reach in _REACHES]
    return [*both, *above, *below]


def _of(own: Table, name: str) -> Column:
    return own[:, _LINE.index(name)]


def _window(column: Column, above: int, below: int) -> Column:
    """The mean over a line's neighbours, up to `above` before and `below` behind it.

    -1 leaves that side and the line itself out.
    """
    size = len(column)
    total = np.concatenate([[0.0], np.cumsum(column)])
    here = np.arange(size)
    start = np.clip(here - above, 0, size)
    end = np.clip(here + below + 1, 0, size)
    mean: Column = (total[end] - total[start]) / np.maximum(end - start, 1)
    return mean


# ── Its place in the page ────────────────────────────────────────────────────────────────────────


def _of_the_page(texts: Sequence[str], own: Table) -> list[Column]:
    size = len(texts)
    prose_words = _of(own, "prose") * _of(own, "words")
    start, end = _run(prose_words, cost=8.0)
    tight = _run(prose_words, cost=25.0)
    here = np.arange(size, dtype=np.float32)
    total = float(prose_words.sum()) or 1.0
    above = np.cumsum(prose_words) / total
    return [
        *_of_run(here, start, end),
        np.full(size, min(float(prose_words[start:end].sum()), 2000)),
        np.full(size, float(prose_words[start:end].sum()) / total),
        *_of_run(here, *tight),
        _shared_with(texts, texts[start:end]),
        _shared_with(texts, texts[max(0, start - 6) : start]),
        here / size,
        np.full(size, min(size, 1000)),
        np.full(size, float(_of(own, "prose").mean())),
        above,
        1 - above,
        _since(_of(own, "byline") > 0),
        _since(_of(own, "dated") > 0),
        _since(np.array([_COMMENTS.search(text) is not None for text in texts])),
        _since(_of(own, "worded_related") > 0),
        _since(_of(own, "worded_related")[::-1] > 0)[::-1],
        _since(np.array(["©" in text or "All rights" in text for text in texts])[::-1])[::-1],
        *_between_prose(own),
        *_repeats(texts),
    ]


def _between_prose(own: Table) -> list[Column]:
    """How far the sentences above and below are, and how many marked lines stand between."""
    prose = (_of(own, "prose") > 0) & (_of(own, "words") > _FULL_SENTENCE)
    marked = own[:, [_LINE.index(name) for name in _FURNITURE]].sum(axis=1)
    since, until = _since(prose), _since(prose[::-1])[::-1]
    marks_above = _passed(prose, marked)
    marks_below = _passed(prose[::-1], marked[::-1])[::-1]
    return [since, until, marks_above, marks_below, np.minimum(since + until, _FAR)]


_FURNITURE = ("worded_navigation", "worded_related", "worded_metadata")
_FULL_SENTENCE = 10  # words


def _passed(prose: NDArray[np.bool_], marked: Column) -> Column:
    """How many marked lines stand between the sentence above and a line, itself included."""
    total = np.cumsum(marked)
    last = np.maximum.accumulate(np.where(prose, np.arange(len(prose)), -1))
    return np.minimum(total - np.where(last < 0, 0.0, total[last]), 20).astype(np.float32)


_NEARBY = 25  # lines to either side


def _repeats(texts: Sequence[str]) -> list[Column]:
    """How often a line's longer words, its shape and its first word come back near it.

    Lists that belong to a story (recipes, fixtures, results) repeat themselves; menus do not.
    """
    content = [_content(text) for text in texts]
    shapes = [frozenset([_shape(text)]) for text in texts]
    openings = [frozenset(words(text)[:1]) for text in texts]
    nearby, beyond = _come_back(content)
    return [nearby, beyond, _come_back(shapes)[0], _come_back(openings)[0]]


def _shape(text: str) -> str:
    """The line with words and figures levelled: "June 9 – Bracken, WV" is "A 0 – A, A"."""
    levelled = re.sub(r"\d+", "0", text[:200])
    return _LETTERS.sub(lambda word: "A" if word.group()[0].isupper() else "a", levelled)[:40]


_LETTERS = re.compile(r"[^\W\d]+")


def _come_back(said: Sequence[frozenset[str]]) -> tuple[Column, Column]:
    """For each line, the mean count of its terms in the lines near it, and in those farther off."""
    total = Counter(term for terms in said for term in terms)
    window = Counter(term for terms in said[: _NEARBY + 1] for term in terms)
    near, far = [], []
    for index, terms in enumerate(said):
        size = max(len(terms), 1)
        near.append(min(sum(window[term] - 1 for term in terms) / size, 20.0))
        far.append(min(sum(total[term] - window[term] for term in terms) / size, 20.0))
        window.update(said[index + _NEARBY + 1] if index + _NEARBY + 1 < len(said) else ())
        window.subtract(said[index - _NEARBY] if index >= _NEARBY else ())
    return np.array(near, dtype=np.float32), np.array(far, dtype=np.float32)


_COMMENTS = re.compile(
    r"^\W*(?:\d+\s+)?comments?\b|leave a (?:reply|comment)|join the (?:conversation|discussion)",
    re.IGNORECASE,
)


def _run(prose_words: Column, cost: float) -> tuple[int, int]:
    """The stretch of lines with the most running text, where every other line costs `cost` words.

    The maximum-sum segment (Kadane), as half-open line numbers.
    """
    gains = np.where(prose_words > 0, prose_words, -cost)
    best, best_span = 0.0, (0, 0)
    total, start = 0.0, 0
    for index, gain in enumerate(gains.tolist()):
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, best_span = total, (start, index + 1)
    return best_span


def _of_run(here: Column, start: int, end: int) -> list[Column]:
    inside = ((here >= start) & (here < end)).astype(np.float32)
    return [inside, np.clip(here - start, -_FAR, _FAR), np.clip(here - end + 1, -_FAR, _FAR)]


def _shared_with(texts: Sequence[str], run: Sequence[str]) -> Column:
    """What share of a line's longer words stand in other lines of `run`, too."""
    said = [_content(text) for text in texts]
    in_run = Counter(word for text in run for word in _content(text))
    inside = set(run)
    shares = [
        _share([in_run[word] > (text in inside) for word in content])
        for text, content in zip(texts, said, strict=True)
    ]
    return np.array(shares, dtype=np.float32)


def _content(text: str) -> frozenset[str]:
    said = map(str.casefold, words(text))
    return frozenset(word for word in said if len(word) > _SHORT and word not in words_of_grammar())


_SHORT = 3  # letters of a word that says too little to be compared


def _since(flags: NDArray[np.bool_]) -> Column:
    """How many lines above the nearest flagged line is, itself included; `_FAR` where none is."""
    here = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, here, -1))
    return np.where(last < 0, _FAR, np.minimum(here - last, _FAR)).astype(np.float32)
