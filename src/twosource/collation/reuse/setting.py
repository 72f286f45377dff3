"""How well shared words fit what stands around them in either article.

What somebody writes himself takes up words that he used before and will use again; what he takes
from elsewhere is a stranger among its neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from twosource.collation.reuse.keys import among, distinct
from twosource.collation.reuse.words import Flags, Keys, Words
from twosource.model import Span

# On the plagiarism set, where the direction is known, all of 45 pairs lean the right way with
# 300 words on either side, 43 with 1,000, 42 with the whole articles; 35 lean as far as `CLEAR`.
AROUND = 300  # words before and behind that are looked at
CLEAR = 1.5  # standard deviations of a fair coin from which it tells


@dataclass(frozen=True, slots=True)
class _Setting:
    """The stems of an article's shared words, those around them, and how many words these are.

    Each stem once, in order of key.
    """

    shared: Keys
    around: Keys
    size: int


def fit(a: tuple[Words, Sequence[Span]], b: tuple[Words, Sequence[Span]]) -> float:
    """How much better the shared spans fit into `a` than into `b`: standard deviations, signed.

    Of the stems that both have in the spans, those are counted that come again around them in one
    article only. That they come again in either is taken to be as likely as there are words.
    """
    one, other = _setting(*a), _setting(*b)
    shared = one.shared[among(one.shared, other.shared)]
    here, there = (among(shared, side.around) for side in (one, other))
    only_here, only_there = int((here & ~there).sum()), int((there & ~here).sum())
    count, size = only_here + only_there, one.size + other.size
    expected = count * one.size / size if size else 0.0
    spread = np.sqrt(expected * other.size / size) if size else 0.0
    return float((only_here - expected) / max(spread, 0.5))


def _setting(words: Words, spans: Sequence[Span]) -> _Setting:
    inside = _mark(words, spans, 0)
    around = _mark(words, spans, AROUND) & ~inside
    return _Setting(distinct(words.stems[inside]), distinct(words.stems[around]), int(around.sum()))


def _mark(words: Words, spans: Sequence[Span], margin: int) -> Flags:
    """Which words begin in one of the spans, or in so many words before or behind."""
    flags = np.zeros(len(words), dtype=np.bool_)
    for span in spans:
        first, last = np.searchsorted(words.starts, [span.start, span.end])
        flags[max(int(first) - margin, 0) : int(last) + margin] = True
    return flags
