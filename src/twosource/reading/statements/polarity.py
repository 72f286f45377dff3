"""Polarity: whether whoever speaks stands behind the words, denies them, or will not say."""

import re

from twosource.model import Polarity
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.reported import Pieces
from twosource.reading.statements.verbs import Verb, claim_nouns
from twosource.reading.statements.words import Word

_NOBODIES = frozenset({"neither", "nobody", "none", "no"})
_FAILS = frozenset({"yet", "fail", "fails", "failed", "failing"})  # to say
_NEGATES = frozenset({"nor", "neither", "no", "never", "not"})
_WAVES_AWAY = frozenset({"dismiss", "rebut", "mock", "ridicule"})


def polarity_of(frame: Frame, cue: range, source: range, verb: Verb | None) -> Polarity:
    """What a cue and its subject make of the words: "never said", "nobody said", "nor did he"."""
    words = frame.words_in(cue)
    nobody = bool(source) and frame.words[source.start].lower in _NOBODIES
    refused = any(w.verb and w.verb.polarity is Polarity.WITHHOLDS for w in words)
    if nobody or refused or any(map(_negates, words)) or is_nor(frame, source):
        return Polarity.WITHHOLDS
    return verb.polarity if verb else Polarity.SAYS


def _negates(word: Word) -> bool:
    return word.kind == "X" or word.lower.endswith("n't") or word.lower in _FAILS


def is_nor(frame: Frame, source: range) -> bool:
    """Whether a negation in front turns subject and verb round: "at no point did the mayor say"."""
    inverted = bool(source) and frame.classes[source.start - 1 : source.start] == "A"
    before = {word.lower for word in frame.words[: source.start - 1]} if inverted else set()
    return not before.isdisjoint(_NEGATES)


def of_a_claim(frame: Frame, verb: Verb, content: Pieces, polarity: Polarity) -> Polarity:
    """The polarity of words about a claim: to dismiss what somebody claims is to deny it."""
    claim = _CLAIM.match(frame.classes, content[0].start)
    about = claim is not None and frame.words[claim.end() - 2].lower in claim_nouns()
    return Polarity.DENIES if about and verb.lemma in _WAVES_AWAY else polarity


_CLAIM = re.compile(r"D?[NPM]*NT")
