"""Know a line by its wording alone (vocabulary/boilerplate.yaml)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec

from twosource.intake.lines import LONGEST_NOTE, bare, words
from twosource.model import BlockKind
from twosource.vocabulary import load

_LONGEST = 15  # words: a longer line that begins with a stock phrase is more likely a sentence
_ADVERT_SIZE = re.compile(r"\d{2,4}\s?[x×]\s?\d{2,4}")
_COUNT = re.compile(
    r"[\d.,]+\s?k?\s+(?:comments?|shares?|likes?|views?|retweets?|replies|followers)\b.{0,25}",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"(?:about |~ ?|< ?)?\d{1,3}(?: ?[-–] ?\d{1,3})? ?min(?:ute)?[ns]?\.?", re.IGNORECASE
)
_PICTURE_NOTE = re.compile(
    r"^\[(?:photo|picture|image|video|audio|graphic|caption)\b.*\]$"
    r"|\((?:photo(?:graph)?|picture|image|credit|foto)s?\b[^()]*\)\s*$"
    r"|[.!?”\"’]\s+(?:photo(?:graph)?|picture|image|credit|foto)s?(?:\s+by)?\s*[:/]\s*\S.{0,60}$",
    re.IGNORECASE,
)
_OF_RIGHTS = re.compile(r"(?:copyright\W{0,3}|©\s?|\(c\)\s?)(?:19|20)\d\d\b", re.IGNORECASE)
_IN_A_FEED = re.compile(
    r"the post .{1,300} (?:appeared first|first appeared) on .{1,80}", re.IGNORECASE
)
_SIGN_OFF = re.compile(r"(?:[A-Z]{2,5}\s+)?[a-z]{1,4}(?:/[a-z0-9]{1,5})+|-{1,2}ends-{1,2}")


class Group(msgspec.Struct, frozen=True):
    """One entry of vocabulary/boilerplate.yaml; the file's header explains the fields."""

    kind: BlockKind
    reason: str
    heads: bool = False
    whole: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is for and why. `heads` where it stands over a list of lines of its kind."""

    kind: BlockKind
    reason: str
    heads: bool = False


@lru_cache(maxsize=4096)  # several passes ask of the same lines
def by_wording(text: str) -> Mark | None:
    """What a line is for, where its wording alone tells; `None` where it does not."""
    return _by_shape(text) or _by_vocabulary(bare(text), text)


_WHOLE_LINES = (
    (_ADVERT_SIZE, Mark(BlockKind.NAVIGATION, "it is the size of an advertisement")),
    (_COUNT, Mark(BlockKind.NAVIGATION, "it counts readers' reactions")),
    (_MINUTES, Mark(BlockKind.METADATA, "it tells how long the piece takes to read or hear")),
    (_SIGN_OFF, Mark(BlockKind.METADATA, "it is a desk's sign-off")),
    (_IN_A_FEED, Mark(BlockKind.METADATA, "a feed's program says where the text comes from")),
)


def _by_shape(text: str) -> Mark | None:
    if _OF_RIGHTS.match(text):
        return Mark(BlockKind.METADATA, "it says what becomes of the rights")
    if len(text) <= LONGEST_NOTE and _PICTURE_NOTE.search(text):
        return Mark(BlockKind.CAPTION, "it names a picture or its maker")
    return next((mark for form, mark in _WHOLE_LINES if form.fullmatch(text)), None)


def _by_vocabulary(said: str, text: str) -> Mark | None:
    for known in _groups():
        if known.tells(said, len(words(text))):
            group = known.group
            heads = group.heads and (said in known.whole or _alone(said, group))
            return Mark(group.kind, group.reason, heads)
    return None


def _alone(said: str, group: Group) -> bool:
    """Whether a label stands by itself, so that what it labels comes below."""
    return said in group.label or (said.startswith(group.start) and ":" not in said)


@dataclass(frozen=True, slots=True)
class _Known:
    """A group, and the patterns made of its phrases."""

    group: Group
    whole: frozenset[str]
    opening: re.Pattern[str] | None
    of_a_short_line: re.Pattern[str] | None
    closing: re.Pattern[str] | None

    def tells(self, said: str, length: int) -> bool:
        """Whether a line of so many words is one of the group's."""
        short = length <= _LONGEST
        return bool(
            said in self.whole
            or (self.opening and self.opening.match(said))
            or (short and self.of_a_short_line and self.of_a_short_line.match(said))
            or (short and self.closing and self.closing.search(said))
        )


@cache
def _groups() -> tuple[_Known, ...]:
    return tuple(map(_known, load("boilerplate", tuple[Group, ...])))


def _known(group: Group) -> _Known:
    labelled = [rf"{re.escape(phrase)}\s*:" for phrase in group.label]
    barred = [rf"{re.escape(phrase)}(?:\s*[|–—]|\])" for phrase in group.label]
    return _Known(
        group,
        frozenset(group.whole + group.label),
        _any_of([*labelled, *map(_as_words, group.sentence)]),
        _any_of([*barred, *map(_as_words, group.start)]),
        _any_of([rf"(?<!\w){re.escape(phrase)}$" for phrase in group.end]),
    )


def _as_words(phrase: str) -> str:
    return rf"{re.escape(phrase)}(?!\w)"


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None
