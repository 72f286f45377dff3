"""Forms of names: what two forms have to share to be able to name the same."""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec
from rapidfuzz.distance import DamerauLevenshtein

from twosource.model import NameKind
from twosource.vocabulary import load
from twosource.vocabulary.descriptions import is_of

_WORD = re.compile(r"[^\W_]+")
_JOINTS = frozenset({"of", "for"})  # behind them stands what a body is for
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_UNSEEN = frozenset("'’ʼ`\u00ad\u200b") | {chr(c) for c in range(0x300, 0x370)}
_DOTTED = re.compile(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)\.?|\.(?=$)")  # "U.N." is "UN"

# Spellings of one name: letters by which a word may differ, from how many letters on. Names of one
# word need more to go by: "Austria" is no "Australia".
_SLIPS, _LETTERS = 2, 4
_SLIPS_ALONE, _LETTERS_ALONE = 1, 6
_LONGEST_INITIALS = 8
_OPENING = 4  # letters that one-word names spelt otherwise still share


class _Titles(msgspec.Struct, frozen=True):
    forms_of_address: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    firms: frozenset[str]
    seats: frozenset[str]
    lands: frozenset[str]
    inside_initials: frozenset[str]
    paper_heads: frozenset[str]


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """The words of a name without case, accents, points and title, and what it names."""

    words: tuple[str, ...]
    kind: NameKind
    is_capitals: bool = False  # one word in capitals: it may be initials

    @property
    def keys(self) -> frozenset[str]:
        """What a form shares with every form that may name the same."""
        alone = {self.words[0][:_OPENING], "".join(self.words)[:_OPENING]}
        return frozenset({*self.words, *alone, *_initials(self.words)})


def words_of(name: str) -> tuple[str, ...]:
    """The plain words of a name; none where it has no letter or digit."""
    bare = _POSSESSIVE.sub("", _DOTTED.sub("", name.strip()))
    apart = unicodedata.normalize("NFKD", bare.casefold())
    words = tuple(_WORD.findall("".join(c for c in apart if c not in _UNSEEN)))
    while len(words) > 1 and words[0] in _leading():
        words = words[1:]
    return words


@cache
def _leading() -> frozenset[str]:
    """What may stand before a name and is no part of it."""
    return frozenset({"the", *load("titles", _Titles).forms_of_address})


def names_a_body(words: Sequence[str]) -> bool:
    """Whether a name of several words has a head that only bodies have: "Mail", "Ministry of"."""
    return len(words) > 1 and not _heads().isdisjoint(_parts(words)[0][-1:])


@cache
def _heads() -> frozenset[str]:
    known: _Titles = load("titles", _Titles)
    return (known.bodies | known.media | known.firms) - known.seats


def names_a_paper(word: str) -> bool:
    """Whether a word heads the names of papers and little else: a pile knows one "Gazette"."""
    known = load("titles", _Titles)
    return word in known.paper_heads


def stands_for(short: Form, full: Form) -> str | None:
    """How a shorter form may mean a fuller one, for a reader; `None` where it may not."""
    if short.is_capitals and short.words[0] in _initials(full.words):
        return "the initials of one name only"
    if short.kind is not full.kind or len(short.words) > len(full.words):
        return None
    if short.kind is NameKind.PERSON:
        return _part_of_a_person(short.words, full.words)
    if short.kind is NameKind.PLACE or len(short.words) == len(full.words):
        return None
    if _is_end(short.words, full.words):
        return "a part of one name only"
    return "the words of one name only, turned round" if _is_turned(short, full) else None


def is_spelt_otherwise(a: Form, b: Form) -> bool:
    """Whether two forms are one but for spaces or a few letters (Damerau 1964).

    The same words of two kinds are one as well: a tagger's doubt is commoner than a man and a town
    of one name.
    """
    if a.words == b.words or (a.kind is b.kind and "".join(a.words) == "".join(b.words)):
        return True
    if a.kind is not b.kind or len(a.words) != len(b.words) or a.is_capitals or b.is_capitals:
        return False
    if len(a.words) == 1:
        return _is_slip(a.words[0], b.words[0], _SLIPS_ALONE, _LETTERS_ALONE)
    changed = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    return len(changed) < len(a.words) and all(_is_slip(x, y, _SLIPS, _LETTERS) for x, y in changed)


def _part_of_a_person(short: Sequence[str], full: Sequence[str]) -> str | None:
    if _is_abbreviated(short, full):
        return "the initial of one first name only"
    rest = iter(full)
    if len(short) == len(full) or not all(word in rest for word in short):
        return None
    if short[-1] == full[-1]:
        return "the last name of one person only"
    return "the first name of one person only" if tuple(short) == (full[0],) else None


def _is_abbreviated(short: Sequence[str], full: Sequence[str]) -> bool:
    """As in "T. Renk" of "Tobias Renk"."""
    if len(short) != len(full) or short[-1] != full[-1] or short == full:
        return False
    pairs = zip(short, full, strict=True)
    return all(one == other or (len(one) == 1 and other[0] == one) for one, other in pairs)


def _is_end(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return short in (full[: len(short)], full[-len(short) :])


def _is_turned(short: Form, full: Form) -> bool:
    """Whether two names of bodies are one with its words turned round, or the end of it.

    "Transport Ministry" is the end of "Ministry of Transport of Belmere", said the other way.
    """
    if not (names_a_body(short.words) and names_a_body(full.words)):
        return False
    return any(_ends_as(one, other) for one in _head_last(short) for other in _head_last(full))


def _ends_as(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words are the end of others; a land's people stand for it beside two words more.

    The European Council is not the Council of Europe.
    """
    pairs = list(zip(reversed(words), reversed(others), strict=False))
    same = sum(one == other for one, other in pairs)
    alike = all(is_of(one, other) for one, other in pairs)
    return len(words) <= len(others) and alike and (same == len(words) or same > 1)


def _head_last(name: Form) -> Iterator[Sequence[str]]:
    """The words of a name with what stands behind "of" before its head, near to it or far."""
    (*before, head), *behind = _parts(name.words)
    tail = [word for part in reversed(behind) for word in part]
    yield (*tail, *before, head)
    yield (*before, *tail, head)


def _parts(words: Sequence[str]) -> Sequence[tuple[str, ...]]:
    """The words between "of" and "of", those that name nothing left out; the first has the head."""
    joints = [at for at, word in enumerate(words) if at and word in _JOINTS]
    edges = [0, *joints, len(words)]
    parts = [
        tuple(word for word in words[start:end] if word not in _naming_nothing())
        for start, end in itertools.pairwise(edges)
    ]
    return [*parts[:1], *(part for part in parts[1:] if part)]


@cache
def _naming_nothing() -> frozenset[str]:
    known: _Titles = load("titles", _Titles)
    return _JOINTS | known.inside_initials | known.lands


def _is_slip(one: str, other: str, slips: int, letters: int) -> bool:
    if min(len(one), len(other)) < letters or one[0] != other[0] or not (one + other).isalpha():
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=slips) <= slips


def _initials(words: Sequence[str]) -> Iterator[str]:
    """The initials of a name, with and without those of its small words."""
    if 1 < len(words) <= _LONGEST_INITIALS:
        yield "".join(word[0] for word in words)
        yield "".join(word[0] for word in words if word not in _small())


def _small() -> frozenset[str]:
    known: _Titles = load("titles", _Titles)
    return known.inside_initials
