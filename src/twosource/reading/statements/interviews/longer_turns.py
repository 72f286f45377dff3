"""Longer turns: paragraphs without a label that stand between two labels of a talk.

What stands below a turn may be more of it, or the reporter's again. It is the speaker's as far as
it talks, with an "I", a "we" or a "you"; what only tells, behind that, is left out. On a page that
tells between the turns what a speaker does, or asks there without a label, nothing is more of one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from twosource.model import Article, BlockKind, Span, SpeakerKind
from twosource.reading.sentences import READ_BLOCKS
from twosource.reading.statements.interviews.bearers import Part, Voice
from twosource.reading.statements.interviews.labels import Label, without_directions
from twosource.reading.statements.interviews.turns import is_announced, said_in, talks

_ENDS = re.compile(r"[.!…:;\"”’)\]*_-]$")  # a heading has no stop, a question may be another's
_SET_APART = re.compile(r"\s*[*_“„«\"#>•–—(\[-]")
_HEAD = re.compile(r"[^.?!:]{1,80}:\s")  # perhaps of another turn, under a label that nobody reads
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.SUBHEAD, BlockKind.BYLINE})
_BRIEF = 15  # words of "He pauses and looks out at the water."


@dataclass(frozen=True, slots=True)
class _Below:
    """What stands without a label between a voice and the next, in order, without directions."""

    voice: Voice
    paragraphs: tuple[Span, ...]


def longer_turns(
    article: Article, voices: Sequence[Voice], labels: Sequence[Label]
) -> Iterator[tuple[Voice, Span]]:
    """The further paragraphs of turns, each with the voice that has the turn."""
    every = [_below(article, one, then, labels) for one, then in pairwise(voices)]
    if _is_the_pages(article, every):
        return
    for one in every:
        yield from ((one.voice, paragraph) for paragraph in _more(article.text, one))


def _more(text: str, below: _Below) -> Sequence[Span]:
    """The paragraphs that are more of a turn: those that can be, up to the last that talks."""
    fit = [*takewhile(lambda paragraph: _fits(text, paragraph, below.voice), below.paragraphs)]
    last = max((number for number, words in enumerate(fit) if talks(text, words)), default=-1)
    return fit[: last + 1]


def _below(article: Article, voice: Voice, then: Voice, labels: Sequence[Label]) -> _Below:
    """The paragraphs between two voices, up to a heading or a label that is none of a voice."""
    within = Span(voice.label.words.end, then.label.span.start)
    stops = [label.span.start for label in labels if within.contains(label.span)]
    stops += [block.span.start for block in article.blocks if block.kind in _HEADINGS]
    end = min((stop for stop in stops if within.start <= stop), default=within.end)
    blocks = (b for b in article.blocks if b.kind in READ_BLOCKS - {BlockKind.CAPTION})
    spans = (b.span for b in blocks if within.start <= b.span.start < min(end, within.end))
    said = (without_directions(article.text, span) for span in spans)
    return _Below(voice, tuple(span for span in said if span))


def _fits(text: str, paragraph: Span, voice: Voice) -> bool:
    """Whether a paragraph can be more of a turn: no heading, no question, no note of the page."""
    said = paragraph.of(text)
    prose = _ENDS.search(said) is not None and _SET_APART.match(said) is None
    tells = _names(text, paragraph, voice) or _begins_with_pronoun(text, paragraph)
    return prose and not (tells or is_announced(text, paragraph) or _is_headed(text, paragraph))


def _is_headed(text: str, paragraph: Span) -> bool:
    """Whether what stands before a colon may say whose a paragraph is: "Ida Brun (Halden): I …"."""
    head = _HEAD.match(text, paragraph.start, paragraph.end)
    return head is not None and not talks(text, Span(*head.span()))


def _names(text: str, paragraph: Span, voice: Voice) -> bool:
    """Whether a paragraph names whose turn it is and does not talk: "Vinter shuts the window."."""
    if voice.speaker is None or talks(text, paragraph):
        return False
    return voice.speaker.name.lower().split()[-1] in said_in(text, paragraph)


def _begins_with_pronoun(text: str, paragraph: Span) -> bool:
    """Whether a paragraph tells of somebody and does not talk: "He shuts the window."."""
    return said_in(text, paragraph)[:1] in (["he"], ["she"]) and not talks(text, paragraph)


# ── Whether the page speaks between the turns ────────────────────────────────────────────────────


def _is_the_pages(article: Article, every: Sequence[_Below]) -> bool:
    """Whether somebody asks without a label, or the page tells what a speaker does."""
    text = article.text
    asked = any(one.voice.part is Part.ASKS for one in every)
    ends = (one.paragraphs[-1].of(text) for one in every if one.paragraphs)
    asks = not asked and any(said.rstrip("*_ ").endswith("?") for said in ends)
    return asks or any(_narrates(text, one, every) for one in every)


def _narrates(text: str, below: _Below, every: Sequence[_Below]) -> bool:
    """Whether a paragraph tells of a speaker by name; of the one guest, also by a pronoun."""
    guests = {one.voice.key: one.voice for one in every if one.voice.part is not Part.ASKS}
    alone = len(guests) == 1
    told = [below.voice, *(guests.values() if alone else ())]
    named = [voice for voice in told if voice.speaker and voice.speaker.kind is SpeakerKind.NAMED]
    brief = (p for p in below.paragraphs if alone and len(said_in(text, p)) <= _BRIEF)
    by_name = any(_names(text, p, voice) for p in below.paragraphs for voice in named)
    return by_name or any(_begins_with_pronoun(text, p) for p in brief)
