"""Polarity: whether whoever speaks stands behind the words, denies them, or will not say."""

import re

import msgspec

from twosource.model import Polarity
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.frames.words import Word
from twosource.reading.statements.grammar.reported import Pieces
from twosource.reading.statements.lexicon.verbs import Verb, claim_nouns, is_waving_away
from twosource.vocabulary import load


class _Turns(msgspec.Struct, frozen=True):
    nobodies: frozenset[str]
    failing: frozenset[str]
    in_front: frozenset[str]
    unspoken: frozenset[str]


def polarity_of(frame: Frame, cue: range, source: range, verb: Verb | None) -> Polarity:
    """What a cue and its subject make of the words: "never said", "nobody said", "nor did he"."""
    words = frame.words_in(cue)
    nobody = bool(source) and frame.words[source.start].lower in _turns().nobodies
    refused = any(w.verb and w.verb.polarity is Polarity.WITHHOLDS for w in words)
    lowers = [word.lower for word in words]
    mute = "no" in lowers and not _turns().unspoken.isdisjoint(lowers)
    if nobody or refused or mute or any(map(_negates, words)) or is_nor(frame, source):
        return Polarity.WITHHOLDS
    return verb.polarity if verb else Polarity.SAYS


def _negates(word: Word) -> bool:
    return word.kind == "X" or word.lower.endswith("n't") or word.lower in _turns().failing


def is_nor(frame: Frame, source: range) -> bool:
    """Whether a negation in front turns subject and verb round: "at no point did the mayor say"."""
    inverted = bool(source) and frame.classes[source.start - 1 : source.start] == "A"
    before = {word.lower for word in frame.words[: source.start - 1]} if inverted else set()
    return not before.isdisjoint(_turns().in_front)


def of_a_claim(frame: Frame, verb: Verb, content: Pieces, polarity: Polarity) -> Polarity:
    """The polarity of words about a claim: to dismiss what somebody claims is to deny it."""
    claim = _CLAIM.match(frame.classes, content[0].start)
    about = claim is not None and frame.words[claim.end() - 2].lower in claim_nouns()
    return Polarity.DENIES if about and is_waving_away(verb) else polarity


def _turns() -> _Turns:
    known: _Turns = load("turns", _Turns)
    return known


_CLAIM = re.compile(r"D?[NPM]*NT")
