"""Where a sentence can be cut into clauses, so that a claim covers only what the articles share."""

import re
from itertools import pairwise

from twosource.collation.stems import content_words
from twosource.model import Span

MIN_WORDS = 2  # a clause with fewer content words says too little to stand on its own

_JOINTS = re.compile(
    r"""
      [;:]\s+                                                        # "…; …", "…: …"
    | \s[-–—]\s                                                      # "… - …"
    | ,["”’']?\s+                                                    # "…, …"
    | ["”]\s+                                                        # "…" she said
    | \s+(?=(?:and|but|because|while|when|after|before|although|that|which|who|whose)\s)
    """,
    re.VERBOSE,
)
_OPENERS = re.compile(r"(?:and|but|that|which|who|because|while)\s+", re.IGNORECASE)
_TRAILING = " \t\n\xa0,;:-–—"


def split_clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """The clauses of a sentence, in order, without the words and marks that join them.

    Rough on purpose: it cuts at punctuation and joining words, and a piece with fewer than
    `MIN_WORDS` content words stays with its neighbour.
    """
    pieces: list[Span] = []
    for piece in _cut(text, sentence):
        if pieces and min(_weight(text, piece), _weight(text, pieces[-1])) < MIN_WORDS:
            pieces[-1] = Span(pieces[-1].start, piece.end)
        else:
            pieces.append(piece)
    return tuple(_bare(text, piece) for piece in pieces)


def _cut(text: str, sentence: Span) -> list[Span]:
    joints = [m.end() for m in _JOINTS.finditer(text, sentence.start, sentence.end)]
    edges = [sentence.start, *joints, sentence.end]
    return [Span(a, b) for a, b in pairwise(edges) if a < b]


def _weight(text: str, piece: Span) -> int:
    return len(content_words(piece.of(text)))


def _bare(text: str, piece: Span) -> Span:
    opener = _OPENERS.match(text, piece.start, piece.end)
    start = opener.end() if opener else piece.start
    kept = text[start : piece.end].rstrip(_TRAILING)
    return Span(start, start + len(kept)) if kept else piece
