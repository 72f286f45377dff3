"""Know a line by its wording alone (vocabulary/boilerplate.yaml)."""

import re
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
_PICTURE_NOTE = re.compile(
    r"^\[(?:photo|picture|image|video|audio|graphic|caption)\b.*\]$"
    r"|\((?:photo|picture|image|credit|foto)s?\b[^()]*\)\s*$"
    r"|[.!?”\"’]\s+(?:photo|picture|image|credit|foto)s?(?:\s+by)?\s*[:/]\s*\S.{0,60}$",
    re.IGNORECASE,
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


def _by_shape(text: str) -> Mark | None:
    if _ADVERT_SIZE.fullmatch(text):
        return Mark(BlockKind.NAVIGATION, "it is the size of an advertisement")
    if _COUNT.fullmatch(text):
        return Mark(BlockKind.NAVIGATION, "it counts readers' reactions")
    if len(text) <= LONGEST_NOTE and _PICTURE_NOTE.search(text):
        return Mark(BlockKind.CAPTION, "it names a picture or its maker")
    if _SIGN_OFF.fullmatch(text):
        return Mark(BlockKind.METADATA, "it is a desk's sign-off")
    return None


def _by_vocabulary(said: str, text: str) -> Mark | None:
    short = len(words(text)) <= _LONGEST
    for group, whole, opening, closing in _groups():
        opened = opening.match(said) if opening else None
        if (
            said in whole
            or (opened and (short or opened.group().endswith(":")))
            or (short and closing and closing.search(said))
        ):
            return Mark(
                group.kind, group.reason, group.heads and (said in whole or _alone(said, group))
            )
    return None


def _alone(said: str, group: Group) -> bool:
    """Whether a label stands by itself, so that what it labels comes below."""
    return said in group.label or (said.startswith(group.start) and ":" not in said)


Compiled = tuple[Group, frozenset[str], re.Pattern[str] | None, re.Pattern[str] | None]


@cache
def _groups() -> tuple[Compiled, ...]:
    groups = load("boilerplate", tuple[Group, ...])
    return tuple(
        (group, frozenset(group.whole + group.label), _opening(group), _closing(group))
        for group in groups
    )


def _opening(group: Group) -> re.Pattern[str] | None:
    starts = [rf"{re.escape(phrase)}(?!\w)" for phrase in group.start]
    labels = [rf"{re.escape(phrase)}\s*[:|–—]" for phrase in group.label]
    labels += [rf"{re.escape(phrase)}\]" for phrase in group.label]
    return re.compile("|".join(labels + starts)) if labels + starts else None


def _closing(group: Group) -> re.Pattern[str] | None:
    ends = "|".join(map(re.escape, group.end))
    return re.compile(rf"(?<!\w)(?:{ends})$") if ends else None
