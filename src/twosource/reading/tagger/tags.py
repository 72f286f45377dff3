"""What the tagger tells of a text, and the labels the encoder tells it in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from twosource.model import Mention, NameKind, Span


class Role(StrEnum):
    """What a stretch of text does in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Part:
    """A source, cue or content. `cue` is the number, among a text's parts, of the cue it hangs on.

    `confidence` is how likely just these words are such a part, 0 to 1. A content keeps its
    quotation marks. A cue's own `cue` is `None`, as is every part's of a text
    without cues.
    """

    span: Span
    role: Role
    confidence: float
    cue: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Reported:
    """How likely each word of a text stands in what somebody is said to have said, 0 to 1."""

    ends: NDArray[np.int64]  # of the words, in code points
    odds: NDArray[np.float32]  # [words]

    def over(self, spans: Iterable[Span]) -> float:
        """The mean over the words in which the spans begin, in hundredths; 0 without any."""
        words = np.searchsorted(self.ends, [one.start for one in spans], side="right")
        odds = self.odds[words[words < len(self.odds)]]
        return round(float(odds.mean()), 2) if len(odds) else 0.0


@dataclass(frozen=True, slots=True)
class Tags:
    """What one pass tells of a text, in order; `vectors` [sentences, width] are of unit length."""

    names: tuple[Mention, ...]
    parts: tuple[Part, ...]
    vectors: NDArray[np.float32]
    reported: Reported


class TagsTexts(Protocol):
    """What reads texts: the shipped encoder, or it with another's names."""

    def read_all(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Tags]:
        """Tag texts in order, a few at a time; their sentences get a vector each."""
        ...


NAME_LABELS = ("O", *(f"{place}-{kind}" for kind in NameKind for place in "BI"))
ATTRIBUTION_LABELS = ("O", *(f"{place}-{role}" for role in Role for place in "BI"))

# The network tells one row a piece: name scores, role scores, meaning.
WIDTH = 384

_NO_WORDS = Reported(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))
# What nobody has read.
UNTAGGED = Tags((), (), np.zeros((0, WIDTH), dtype=np.float32), _NO_WORDS)
