"""Where a sentence can be cut into clauses, as one may tell two things, and another but one."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache
from itertools import pairwise

from twosource.collation.stems import content_words
from twosource.model import Span
from twosource.vocabulary.verb_forms import infinitives
from twosource.vocabulary.word_classes import auxiliaries, before_relatives, common_verbs

MIN_WORDS = 2  # a clause with fewer content words says too little to stand on its own

_RELATIVE = re.compile(r"(?:\w+\s)?(?:who|whom|whose|which|that)\s")
_CLOSERS = re.compile(r"\s(?:and|but|or|because|while)(?:\sthat)?\Z", re.IGNORECASE)
_TRAILING = " \t\n\xa0,;:-–—"
_LEADING = _TRAILING + ")"


@cache
def _joints() -> re.Pattern[str]:
    not_behind = "".join(rf"(?<!\b{word})" for word in sorted(before_relatives()))
    return re.compile(
        rf"""
          [;:]\s+                                                       # "…; …", "…: …"
        | \s[-–—]\s                                                     # "… - …"
        | ,["”’']?\s+                                                   # "…, …"
        | ["”]\s+                                                       # "…" she said
        | \s+(?=(?:and|but|because|while|whereas|although|though)\s)
        | {not_behind}\s+(?=(?:that|which|who|whose)\s)                 # but "of that night"
        | \s+(?=(?:{_leading()})\s(?:which|whom|whose)\s)               # "… in which …"
        """,
        re.VERBOSE,
    )


@cache
def _openers() -> re.Pattern[str]:
    joining = "and|but|that|who|because|while|whereas|although|though"
    return re.compile(rf"(?:{joining}|(?:(?:{_leading()})\s)?which)\s+", re.IGNORECASE)


def _leading() -> str:
    """A pattern for what may stand before "which" at the head of a clause: not "two of which"."""
    return "|".join(sorted(before_relatives()))


def split_clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """The clauses of a sentence, in order, without the words and marks that join them.

    Rough on purpose: it cuts at punctuation and joining words, and a piece with fewer than
    `MIN_WORDS` content words stays with its neighbour.
    """
    pieces = _joined(text, cut(text, sentence), lambda piece: _says_little(text, piece))
    return tuple(bare(text, piece) for piece in pieces)


def cut(text: str, stretch: Span, whole: Collection[Span] = ()) -> list[Span]:
    """The pieces of a stretch of text between its joints; none lies inside what stays `whole`."""
    found = (match.end() for match in _joints().finditer(text, stretch.start, stretch.end))
    joints = (at for at in found if not any(one.start < at < one.end for one in whole))
    edges = [stretch.start, *joints, stretch.end]
    return [Span(a, b) for a, b in pairwise(edges) if a < b]


def join_to_clauses(text: str, pieces: Iterable[Span], verbs: Collection[Span] = ()) -> list[Span]:
    """Pieces that say enough and have a verb; one that does not stays with its neighbour.

    `verbs` are words known to be verbs, whatever their form.
    """

    def has_none(piece: Span) -> bool:
        return not (has_verb(piece.of(text)) or any(map(piece.contains, verbs)))

    return _joined(text, pieces, lambda piece: _says_little(text, piece) or has_none(piece))


def _joined(text: str, pieces: Iterable[Span], is_too_little: Callable[[Span], bool]) -> list[Span]:
    """Those too little go to what tells of them, "three | of whom sank", else to a neighbour."""

    def is_either(one: Span, other: Span) -> bool:
        return is_too_little(one) or is_too_little(other)

    told_of = _merged(pieces, lambda a, b: _tells_of(text, a, b) and is_either(a, b))
    return _merged(told_of, is_either)


def _merged(pieces: Iterable[Span], go_together: Callable[[Span, Span], bool]) -> list[Span]:
    merged: list[Span] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and last.end == piece.start and go_together(last, piece):
            merged[-1] = Span(last.start, piece.end)
        else:
            merged.append(piece)
    return merged


def _tells_of(text: str, one: Span, other: Span) -> bool:
    """Whether the other tells of somebody or something before it: "three | of whom sank"."""
    words = one.of(text).rstrip()
    named = not words.endswith((",", ";", ":")) and not has_verb(words)
    return named and _RELATIVE.match(text, other.start, other.end) is not None


def _says_little(text: str, piece: Span) -> bool:
    return len(content_words(piece.of(text))) < MIN_WORDS


def has_verb(words: str) -> bool:
    """Whether some word is a verb by its form: "were", "sank", "opened", "we've"; not "May"."""
    return any(_is_verb(match[0]) for match in _WORD.finditer(words.replace("’", "'")))


def is_clause(words: str) -> bool:
    """Whether some words have a verb, or what has one behind it, whichever it is: "who lives"."""
    return has_verb(words) or _SUBJECT.search(words) is not None


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
_SUBJECT = re.compile(r"\b(?:I|(?i:he|she|we|they|who|which))\b")
_PAST = re.compile(r"\w{3,}ed")
_DRAWN_TOGETHER = ("n't", "'ve", "'re", "'ll", "'m", "'d")


def bare(text: str, piece: Span) -> Span:
    """A piece without the words and marks that join it to others."""
    start = piece.end - len(piece.of(text).lstrip(_LEADING))
    opener = _openers().match(text, start, piece.end)
    start = opener.end() if opener else start
    kept = _CLOSERS.sub("", text[start : piece.end].rstrip(_TRAILING)).rstrip(_TRAILING)
    return Span(start, start + len(kept)) if kept else piece
