"""Interviews and transcripts: what is said turn by turn, without a verb of saying or any marks.

A page prints one where labels take turns and talk to one another, or where it announces an
interview and its paragraphs ask and answer (`unlabelled`). A turn is what its speaker said, word
for word; what the other side only asks is nobody's statement. Where it is not plain whose turn it
is, nothing is told (`longer_turns`: whose paragraphs without a label are).
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model import Article, Mention, Span
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.interviews.bearers import Bearers, Part, Voice
from twosource.reading.statements.interviews.labels import Label, find_labels, without_labels
from twosource.reading.statements.interviews.longer_turns import longer_turns
from twosource.reading.statements.interviews.turns import (
    Turn,
    guest,
    is_announced,
    is_invented,
    is_talked,
    of_oneself,
    talks,
)
from twosource.reading.statements.interviews.unheard import unheard
from twosource.reading.statements.interviews.unlabelled import unlabelled_turns


@dataclass(frozen=True, slots=True)
class Interview:
    """The turns of an article in order, and its frames without the labels of those who speak."""

    frames: tuple[Frame, ...]
    turns: tuple[Turn, ...] = ()


def find_interview(
    article: Article, frames: Sequence[Frame], names: Sequence[Mention]
) -> Interview:
    """The turns of an article, if it prints a talk; `names` are the tagger's."""
    labels = find_labels(article)
    labelled = _labelled(article, frames, names, labels) if len(labels) >= _FEWEST else None
    if labelled is not None:
        return labelled
    told = tuple(without_labels(frames, list(unheard(article, labels))))
    return Interview(told, tuple(unlabelled_turns(article, told, names)))


def _labelled(
    article: Article, frames: Sequence[Frame], names: Sequence[Mention], labels: Sequence[Label]
) -> Interview | None:
    """The turns that labels head, if they are those of a talk."""
    bare = tuple(without_labels(frames, labels))
    cast = Cast(article.text, bare, names)
    heading = [label for label in labels if label.words]
    voices = list(Bearers(article, bare, cast, names, heading).voices())
    if not _is_talk(article.text, voices):
        return None
    voices = list(_with_guest(article, bare, cast, _with_askers(article.text, voices)))
    cut = tuple(without_labels(frames, [voice.label for voice in voices]))
    return Interview(cut, tuple(_turns(article, voices, labels)))


# ── Whether it is a talk ─────────────────────────────────────────────────────────────────────────

_FEWEST = 2  # labels: one alone answers nobody
_TALKING = 2  # turns with a question, an I or a you in them: in a list none has


def _is_talk(text: str, voices: Sequence[Voice]) -> bool:
    """Whether labels take turns: two voices, of which one returns, and they talk to each other.

    One pair of turns is enough where the page says that somebody was interviewed. Names alone
    before a colon may be those of a play, or of comments.
    """
    keys = [voice.key for voice in voices]
    if len(set(keys)) <= 1 or all(voice.part is Part.ASKS for voice in voices):
        return False
    above = Span(0, voices[0].label.span.start)
    if is_invented(text, above) or not (is_talked(text, above) or _is_set_as_talk(text, voices)):
        return False
    returns = len(keys) > len(set(keys)) or is_announced(text, above)
    changes = sum(a != b for a, b in itertools.pairwise(keys))
    talking = sum(talks(text, voice.label.words) for voice in voices)
    counted = sum(v.label.words.of(text)[:1].isdigit() for v in voices)  # scores, ratings
    turns = returns and 2 * changes >= len(keys) - 1
    return turns and talking >= _TALKING and 2 * counted < len(keys)


def _is_set_as_talk(text: str, voices: Sequence[Voice]) -> bool:
    """Whether a label says what its bearer does, or stands in capitals."""
    return any(v.part is not Part.SPEAKS or v.label.name.of(text).isupper() for v in voices)


# ── Who asks ─────────────────────────────────────────────────────────────────────────────────────


_TWO = 2  # voices: of them, who opens with a question asks


def _with_askers(text: str, voices: Sequence[Voice]) -> list[Voice]:
    """The voices, with whoever does little else than ask known as asking.

    In an interview that is all they do; at a hearing, in messages, they may also tell.
    """
    turns = Counter(voice.key for voice in voices)
    asked = Counter(v.key for v in voices if _asks(text, v))
    told = {voice.key for voice in voices if voice.part is Part.ASKS}
    opens = {v.key for v in voices[:1] if len(turns) == _TWO and _asks(text, v)}
    askers = told or opens or {key for key in turns if 2 * asked[key] >= turns[key]}
    askers = askers if len(askers) < len(turns) else told
    above = Span(0, voices[0].label.span.start)
    only = told or is_announced(text, above) or not is_talked(text, above)
    return [
        replace(v, part=Part.ASKS) if v.key in askers and (only or _asks(text, v)) else v
        for v in voices
    ]


def _asks(text: str, voice: Voice) -> bool:
    return voice.label.words.of(text).endswith("?")


def _with_guest(
    article: Article, frames: Sequence[Frame], cast: Cast, voices: Sequence[Voice]
) -> Iterator[Voice]:
    """The voices, those that only "answer" as the one person whom the page introduces.

    Of a page's own questions and answers nobody is told: its answers do not say "I".
    """
    first, text = voices[0].label.span.start, article.text
    answers = [voice for voice in voices if voice.part is Part.ANSWERS]
    own = any(of_oneself(text, voice.label.words) for voice in answers)
    askers = frozenset(voice.key for voice in voices if voice.part is Part.ASKS)
    speaker = guest(article, frames, cast, first, askers) if own else None
    for voice in voices:
        answering = voice.part is Part.ANSWERS and speaker is not None
        yield replace(voice, speaker=speaker) if answering else voice


# ── What is said ─────────────────────────────────────────────────────────────────────────────────


def _turns(article: Article, voices: Sequence[Voice], labels: Sequence[Label]) -> Iterator[Turn]:
    """The turns of those who do not only ask, each with the paragraphs below that are its own."""
    headed = ((voice, voice.label.words, False) for voice in voices)
    further = ((voice, words, True) for voice, words in longer_turns(article, voices, labels))
    for voice, words, goes_on in sorted((*headed, *further), key=lambda turn: turn[1]):
        if voice.part is not Part.ASKS and voice.speaker is not None and words:
            name = voice.label.name
            yield Turn(words, replace(voice.speaker, span=name), name, goes_on)
