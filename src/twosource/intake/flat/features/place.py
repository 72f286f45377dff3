"""Where in the page a line stands: in the story, before, behind or beside it."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.intake.flat.features.columns import Column, Table
from twosource.intake.flat.features.line import LINE, column
from twosource.intake.flat.features.repeats import repeats, shared_with

PAGE = (
    "in_run", "from_run_start", "from_run_end", "run_words", "run_share", "in_tight_run",
    "from_tight_start", "from_tight_end", "shared_with_run", "shared_with_title", "position",
    "lines", "prose_share", "prose_above", "prose_below", "since_byline", "since_date",
    "since_comments", "since_related", "until_related", "until_rights", "since_prose",
    "until_prose", "marks_since_prose", "marks_until_prose", "lines_between_prose",
    "words_repeated_nearby", "words_repeated_beyond", "shape_repeated_nearby",
    "opening_repeated_nearby",
)  # fmt: skip
_FAR = 200.0  # lines: what is farther away is as good as absent
_FURNITURE = ("worded_navigation", "worded_related", "worded_metadata")
_FULL_SENTENCE = 10  # words
_COMMENTS = re.compile(
    r"^\W*(?:\d+\s+)?comments?\b|leave a (?:reply|comment)|join the (?:conversation|discussion)",
    re.IGNORECASE,
)


def of_the_page(texts: Sequence[str], own: Table) -> list[Column]:
    """The columns named in PAGE, for every line of a page."""
    prose_words = column(own, "prose") * column(own, "words")
    total = float(prose_words.sum()) or 1.0
    above = np.cumsum(prose_words) / total
    size = len(texts)
    return [
        *_of_runs(texts, prose_words, total),
        np.arange(size, dtype=np.float32) / size,
        np.full(size, min(size, 1000)),
        np.full(size, float(column(own, "prose").mean())),
        above,
        1 - above,
        *_from_marks(texts, own),
        *_between_prose(own),
        *repeats(texts),
    ]


def _of_runs(texts: Sequence[str], prose_words: Column, total: float) -> list[Column]:
    """Where the lines stand to the longest run of text, and what they share with it."""
    size, here = len(texts), np.arange(len(texts), dtype=np.float32)
    start, end = _run(prose_words, cost=8.0)
    inside = float(prose_words[start:end].sum())
    return [
        *_of_run(here, start, end),
        np.full(size, min(inside, 2000)),
        np.full(size, inside / total),
        *_of_run(here, *_run(prose_words, cost=25.0)),
        shared_with(texts, texts[start:end]),
        shared_with(texts, texts[max(0, start - 6) : start]),
    ]


def _from_marks(texts: Sequence[str], own: Table) -> list[Column]:
    """How far it is to the byline, the date, the comments, other stories and who has the rights."""
    related = column(own, "worded_related") > 0
    rights = np.array(["©" in text or "All rights" in text for text in texts])
    return [
        _since(column(own, "byline") > 0),
        _since(column(own, "dated") > 0),
        _since(np.array([_COMMENTS.search(text) is not None for text in texts])),
        _since(related),
        _until(related),
        _until(rights),
    ]


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


def _between_prose(own: Table) -> list[Column]:
    """How far the sentences above and below are, and how many marked lines stand between."""
    prose = (column(own, "prose") > 0) & (column(own, "words") > _FULL_SENTENCE)
    marked = own[:, [LINE.index(name) for name in _FURNITURE]].sum(axis=1)
    since, until = _since(prose), _until(prose)
    marks_above = _passed(prose, marked)
    marks_below = _passed(prose[::-1], marked[::-1])[::-1]
    return [since, until, marks_above, marks_below, np.minimum(since + until, _FAR)]


def _passed(prose: NDArray[np.bool_], marked: Column) -> Column:
    """How many marked lines stand between the sentence above and a line, itself included."""
    total = np.cumsum(marked)
    last = np.maximum.accumulate(np.where(prose, np.arange(len(prose)), -1))
    return np.minimum(total - np.where(last < 0, 0.0, total[last]), 20).astype(np.float32)


def _since(flags: NDArray[np.bool_]) -> Column:
    """How many lines above the nearest flagged line is, itself included; `_FAR` where none is."""
    here = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, here, -1))
    return np.where(last < 0, _FAR, np.minimum(here - last, _FAR)).astype(np.float32)


def _until(flags: NDArray[np.bool_]) -> Column:
    """How many lines below the nearest flagged line is, counted as `_since` counts them."""
    return _since(flags[::-1])[::-1]
