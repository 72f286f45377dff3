"""Same words: whom other articles name for the words that one gives to nobody they name.

“Sing”, the attendant advised; elsewhere Piet Varga, the attendant, is quoted with just that. That
two say the same is no proof that they are one, nor that both are called attendant: together it is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from twosource.collation.drift.told import Told, Words, told_in
from twosource.collation.identities import Names
from twosource.collation.stems import content_words
from twosource.model import Reading, Speaker, SpeakerKind
from twosource.vocabulary import load

RUN = 4  # equal words in a row in quotation marks, by judgement: fewer can be a turn of phrase
LONG = 7  # the same where the words alone tell: “it is too early to say” is six


class _Pronouns(msgspec.Struct, frozen=True):
    """The part of vocabulary/word_classes.yaml that stands for one person."""

    one_person: frozenset[str]


Voices: TypeAlias = Mapping[tuple[str, Speaker], frozenset[str]]


def voices_of(readings: Sequence[Reading], names: Names) -> Voices:
    """For each speaker whom an article does not name in full whom others name for the words.

    `names` says whom a form of a name means in an article. Only words in quotation marks count.
    """
    told = [one for reading in readings for one in told_in(reading)]
    named: dict[Words, set[tuple[str, str]]] = defaultdict(set)
    for one in told:
        if one.name and (name := names.get((one.article, one.name))):
            for words in (*_runs(one), *_long_pieces(one)):
                named[words].add((one.article, name))
    voices: dict[tuple[str, Speaker], set[str]] = defaultdict(set)
    for one in told:
        speaker = one.statement.speaker
        if speaker:
            found = (pair for words in _told_by(one, speaker) for pair in named.get(words, ()))
            voices[one.article, speaker] |= {
                name for article, name in found if article != one.article
            }
    return {key: frozenset(found) for key, found in voices.items()}


def _told_by(told: Told, speaker: Speaker) -> Iterator[Words]:
    """By which words another may be found to have said them: many in a row where all is "he"."""
    named = speaker.kind is SpeakerKind.NAMED
    shortened = named and speaker.span.of(told.reading.article.text).isalpha()  # "Velk"
    if speaker.kind is SpeakerKind.DESCRIBED or shortened:
        yield from _runs(told)
    elif speaker.name.lower() in load("word_classes", _Pronouns).one_person:
        yield from _long_pieces(told)


def _long_pieces(told: Told) -> Iterator[Words]:
    """What is quoted in one piece, if it is more than a few words, and every long row of it."""
    for words in told.pieces:
        if len(words) > RUN:
            yield words
            yield from (words[i : i + LONG] for i in range(len(words) - LONG + 1))


def _runs(told: Told) -> Iterator[Words]:
    """Every few words in a row of what is quoted, if one of them tells something."""
    for words in told.pieces:
        for start in range(len(words) - RUN + 1):
            run = words[start : start + RUN]
            if content_words(" ".join(run)):
                yield run
