"""Turns: what somebody says in one paragraph of a talk, and whom a page says it interviewed."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from twosource.model import Article, Block, BlockKind, NameKind, Span, Speaker, SpeakerKind
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.cast.figures import Figure
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.interviews.labels import wording
from twosource.reading.statements.lexicon.titles import Gender


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in one paragraph; `label` covers the words that say whose turn it is.

    `goes_on` where the label stands above a paragraph before it.
    """

    content: Span
    speaker: Speaker
    label: Span | None = None
    goes_on: bool = False


_WORD = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")
_MARKED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]?")


def said_in(text: str, words: Span) -> list[str]:
    """The words of a stretch in lower case, without those that stand in quotation marks."""
    bare = _MARKED.sub(" ", words.of(text)).replace("’", "'")
    return [word.lower() for word in _WORD.findall(bare)]


def can_be_of(text: str, block: Block, speaker: Speaker) -> bool:
    """Whether a paragraph can be what somebody says: it is no aside and not about them."""
    named = speaker.name.lower().split()[-1] in said_in(text, block.span)
    aside = block.span.of(text).lstrip().startswith(_ASIDES)
    return block.kind is BlockKind.BODY and not named and not aside


_ASIDES = ("(", "[", "*", "_")  # "(They laugh.)", "*The interview was shortened.*"


def of_oneself(text: str, words: Span) -> bool:
    """Whether somebody speaks of themselves as "I"."""
    return not wording().of_oneself.isdisjoint(said_in(text, words))


def talks(text: str, words: Span) -> bool:
    """Whether words ask something, or are of an "I", a "we" or a "you"."""
    known = wording()
    to_one_another = known.of_oneself | known.of_us | known.of_the_other
    return "?" in words.of(text) or not to_one_another.isdisjoint(said_in(text, words))


# ── What stands above the first question ─────────────────────────────────────────────────────────


def is_announced(text: str, words: Span) -> bool:
    """Whether a stretch says that somebody was interviewed."""
    said = f" {' '.join(said_in(text, words))} "
    return any(f" {announcing} " in said for announcing in wording().announcing)


def is_talked(text: str, words: Span) -> bool:
    """Whether a stretch says that people talked to one another, interviewed or not."""
    return is_announced(text, words) or not wording().talking.isdisjoint(said_in(text, words))


def is_invented(text: str, words: Span) -> bool:
    """Whether a stretch says that what follows is imagined or a parody: nobody said it."""
    return not wording().inventing.isdisjoint(said_in(text, words))


def is_person(figure: Figure) -> bool:
    """Whether an article or its tagger tells that somebody is a person."""
    told = figure.gender in (Gender.WOMAN, Gender.MAN)
    return figure.kind is NameKind.PERSON or (figure.kind is None and told)


def guest(
    article: Article, frames: Sequence[Frame], cast: Cast, end: int, askers: AbstractSet[str]
) -> Speaker | None:
    """The one person a page introduces before `end`; of several, the one it says it spoke to.

    Where it says of none or of several that it did, the only one whom its first paragraph names.
    Never one of the `askers`, by their names in lower case, nor whom it names only behind "of",
    "under" and the like ("a widow of Olm"). `None` where two are as likely, or where nothing says
    that anybody was interviewed.
    """
    if not is_announced(article.text, Span(0, end)):
        return None
    writers = _lowered(article.byline.persons if article.byline else ())
    people = (f for f in cast.figures if is_person(f) and f.mentions[0].span.start < end)
    others = [
        f
        for f in people
        if f.name.lower() not in writers | askers and _is_introduced(f, article.text, end)
    ]
    others = [f for f in others if len(f.words) > 1] or others  # "Lars Vinter", not "Hydrel"
    spoken_to = [f for f in others if _is_spoken_to(f, frames, article.text, end)]
    headed = [f for f in others if f.mentions[0].block == frames[0].block]
    found = next((some for some in (others, spoken_to, headed) if len(some) == 1), None)
    if found is None:
        return None
    first = found[0].mentions[0]
    return Speaker(found[0].name, SpeakerKind.NAMED, first.span, found[0].role)


def _is_introduced(figure: Figure, text: str, end: int) -> bool:
    """Whether somebody is named once otherwise than as what another is of, under or against."""
    above = (m.span.start for m in figure.mentions if m.span.start < end)
    before = (_WORD.findall(text, max(0, start - _NEAR), start)[-1:] for start in above)
    return any(wording().of_another.isdisjoint(words) for words in before)


_NEAR = 40  # code points before a name, in which the word before it stands


def _is_spoken_to(figure: Figure, frames: Sequence[Frame], text: str, end: int) -> bool:
    """Whether somebody is named behind the words that say who was interviewed."""
    above = (m for m in figure.mentions if m.span.start < end)
    starts = ((frames[m.frame].span.start, m.span.start) for m in above)
    return any(start < at and is_announced(text, Span(start, at)) for start, at in starts)


def _lowered(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)
