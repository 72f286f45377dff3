"""Where a sentence can be cut into clauses, as one may tell two things, and another but one."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache
from itertools import pairwise

from twosource.collation.stems import content_words
from twosource.model import Span
from twosource.vocabulary.verb_forms import infinitives
from twosource.vocabulary.word_classes import auxiliaries, common_verbs

MIN_WORDS = 2  # a clause with fewer content words says too little to stand on its own

_JOINTS = re.compile(
    r"""
      [;:]\s+                                                        # "…; …", "…: …"
    | \s[-–—]\s                                                      # "… - …"
    | ,["”’']?\s+                                                    # "…, …"
    | ["”]\s+                                                        # "…" she said
    | \s+(?=(?:and|but|because|that|which|who|whose)\s)
    """,
    re.VERBOSE,
)
_OPENERS = re.compile(r"(?:and|but|that|which|who|because|while)\s+", re.IGNORECASE)
_TRAILING = " \t\n\xa0,;:-–—"
_LEADING = _TRAILING + ")"


def split_clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """The clauses of a sentence, in order, without the words and marks that join them.

    Rough on purpose: it cuts at punctuation and joining words, and a piece with fewer than
    `MIN_WORDS` content words stays with its neighbour.
    """
    pieces = _joined(cut(text, sentence), lambda piece: _says_little(text, piece))
    return tuple(bare(text, piece) for piece in pieces)


def cut(text: str, stretch: Span, whole: Collection[Span] = ()) -> list[Span]:
    """The pieces of a stretch of text between its joints; none lies inside what stays `whole`."""
    found = (match.end() for match in _JOINTS.finditer(text, stretch.start, stretch.end))
    joints = (at for at in found if not any(one.start < at < one.end for one in whole))
    edges = [stretch.start, *joints, stretch.end]
    return [Span(a, b) for a, b in pairwise(edges) if a < b]


def join_to_clauses(text: str, pieces: Iterable[Span]) -> list[Span]:
    """Pieces that say enough and have a verb; one that does not stays with its neighbour."""
    return _joined(pieces, lambda piece: _says_little(text, piece) or not has_verb(piece.of(text)))


def _joined(pieces: Iterable[Span], is_too_little: Callable[[Span], bool]) -> list[Span]:
    joined: list[Span] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.end == piece.start and (is_too_little(piece) or is_too_little(last)):
            joined[-1] = Span(last.start, piece.end)
        else:
            joined.append(piece)
    return joined


def _says_little(text: str, piece: Span) -> bool:
    return len(content_words(piece.of(text))) < MIN_WORDS


def has_verb(words: str) -> bool:
    """Whether some word is a verb by its form: "were", "sank", "opened", "we've"; not "May"."""
    return any(_is_verb(match[0]) for match in _WORD.finditer(words.replace("’", "'")))


def _is_verb(word: str) -> bool:
    if word[0].isupper() and "'" not in word:
        return False
    return (
        word.lower() in _verbs()
        or _PAST.fullmatch(word) is not None
        or word.endswith(_DRAWN_TOGETHER)
    )


@cache
def _verbs() -> frozenset[str]:
    return auxiliaries() | common_verbs() | frozenset(infinitives())


_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_PAST = re.compile(r"\w{3,}ed")
_DRAWN_TOGETHER = ("n't", "'ve", "'re", "'ll", "'m", "'d")


def bare(text: str, piece: Span) -> Span:
    """A piece without the words and marks that join it to others."""
    start = piece.end - len(piece.of(text).lstrip(_LEADING))
    opener = _OPENERS.match(text, start, piece.end)
    start = opener.end() if opener else start
    kept = text[start : piece.end].rstrip(_TRAILING)
    return Span(start, start + len(kept)) if kept else piece
