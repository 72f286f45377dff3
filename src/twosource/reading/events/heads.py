"""The heads of events: the verb or noun of a clause that says what happened."""

from collections.abc import Iterator

from twosource.reading.events.clauses import VERBS, Clause, Tense, tense
from twosource.reading.events.lexicon import is_light, is_listed, is_past, is_state, is_thing


def main_head(clause: Clause) -> int | None:
    """The position in the frame of the word that says what happened; `None` where nothing did.

    It is the first verb that tells a happening. A verb that only carries a noun ("launched a raid")
    gives way to it, and so does one that tells how things are.
    """
    verbs = list(_verbs(clause))
    nouns = list(happening_nouns(clause))
    lasting = [at for at in verbs if not is_state(clause.frame.words[at].lower)]
    full = [at for at in lasting if not is_light(clause.frame.words[at].lower)]
    return next(iter([*full, *nouns, *lasting]), None)


def happening_nouns(clause: Clause) -> Iterator[int]:
    """The nouns of a clause that name a happening of a kind the vocabulary has."""
    for at in range(clause.first, clause.stop):
        word = clause.frame.words[at]
        if word.kind == "N" and is_listed(word.lower) and not _is_thing(clause, at):
            yield at


def _is_thing(clause: Clause, at: int) -> bool:
    """As in "26 sinks"; in "it will sink" the word is a verb, whatever its class."""
    words = clause.frame.words
    return is_thing(words[at].lower) and tense(words, at) is Tense.NOUN


def _verbs(clause: Clause) -> Iterator[int]:
    """The verbs of a clause that are no auxiliaries, irregular forms that are in no list too."""
    for at in range(clause.first, clause.stop):
        word = clause.frame.words[at]
        known = word.kind in VERBS
        unlisted = word.kind == "N" and is_past(word.lower)
        if (known or unlisted) and tense(clause.frame.words, at) is not Tense.NOUN:
            yield at
