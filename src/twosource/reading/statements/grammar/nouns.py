"""Nouns that report: "the mayor's claim that it sank", "her view is that it sank".

owner + noun + that          the mayor's claim that it sank      her view is that it sank
noun + by, of + owner        claims by the owners that it sank   the view of Olm is that …
a noun + that                Olm issued a warning that it sank
"""

import re
from collections.abc import Iterator

from twosource.model import Polarity, Sense
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.endings import before_main_finite, before_second_verb
from twosource.reading.statements.grammar.main_subjects import main_subject
from twosource.reading.statements.grammar.phrases import CORE
from twosource.reading.statements.grammar.reported import Pieces, clause
from twosource.reading.statements.lexicon.verbs import Noun, claim_nouns, message_nouns
from twosource.vocabulary.word_classes import owners

_THAT = r"(?P<is>[AK]L*)?T(?![AVK])"  # not "a claim that was paid"
_TO = r"(?P<to>A)(?=E[NKV])"  # "her advice was to sell"
_OWNED = re.compile(rf"(?P<source>D|(?:D?[NPM]*p))(?:[NPK]{{0,2}})(?P<noun>N)(?:{_THAT}|{_TO})")
_BY = re.compile(rf"(?P<noun>N)(?P<by>[OI])(?P<source>{CORE}){_THAT}")
_LEADS = frozenset({"by", "of", "from"})


def claims(frame: Frame) -> Iterator[Attribution]:
    """What the nouns of a frame announce."""
    for pattern in (_OWNED, _BY):
        for match in pattern.finditer(frame.classes):
            source = _owner(frame, match)
            content = clause(frame, match.end())
            noun = _announcing(frame.words[match.start("noun")].lower)
            if noun is not None and source and content:
                cue = range(match.start("noun"), match.start("noun") + 1)
                yield Attribution(
                    cue, source, NOTHING, _announced(frame, match, content), Shape.NOUN,
                    polarity=noun.polarity, as_sense=noun.sense,
                )  # fmt: skip


def _announced(frame: Frame, match: re.Match[str], content: Pieces) -> Pieces:
    """The clause of a noun, up to the verb of the sentence where the noun is its subject."""
    subject = match["is"] is None and _FIRST.fullmatch(frame.classes, 0, match.start("source"))
    return before_main_finite(frame, content) if subject else before_second_verb(frame, content)


_FIRST = re.compile(r"(?:.*[,;:BC])?[^AVKG,;:]*")


def _announcing(noun: str) -> Noun | None:
    """What a noun makes of the words it announces; advice and mottos are said."""
    said = Noun(Sense.SAYS, Polarity.SAYS) if noun in message_nouns() else None
    return claim_nouns().get(noun, said)


def _owner(frame: Frame, match: re.Match[str]) -> range:
    """Whose claim it is; for "a claim that", the subject's of the clause."""
    source = range(*match.span("source"))
    first = frame.words[source.start]
    if "by" in match.re.groupindex:
        return source if frame.words[match.start("by")].lower in _LEADS else NOTHING
    if first.lower in {"a", "an"}:
        return main_subject(frame, source.start)
    if frame.classes[source.stop - 1] == "p":
        return source
    if first.lower not in owners():
        return NOTHING
    return _same_as_subject(frame, source.start) or source


def _same_as_subject(frame: Frame, end: int) -> range:
    """The pronoun that "his" goes back to in "he repeated his claim that"."""
    subject = main_subject(frame, end)
    return subject if subject and frame.classes[subject.start] == "R" else NOTHING
