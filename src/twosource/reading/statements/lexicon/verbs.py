"""Reporting verbs: every form a text can show them in, and what each of them takes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import msgspec

from twosource.model import Polarity, Sense
from twosource.vocabulary import load
from twosource.vocabulary.verb_forms import pasts_of, third_person_of


class Takes(StrEnum):
    """Where the words stand that a reporting verb reports; `speech_verbs.yaml` explains each."""

    CLAUSE = "clause"
    THAT = "that"
    LISTENER = "listener"
    OBJECT = "object"
    MARKS = "marks"
    NUMBER = "number"


class Form(StrEnum):
    """The form of a verb, as far as its spelling tells."""

    BASE = "base"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "past participle"  # where it differs from the past: "shown"
    ADJECTIVE = "adjective"  # behind a form of "be": "is convinced"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb, and each of its uses, the commonest first."""

    lemma: str
    form: Form
    uses: tuple[tuple[Takes, Sense, Polarity], ...]

    def takes(self, *places: Takes) -> bool:
        """Whether the reported words can stand in one of `places`."""
        return any(place in places for place, _, _ in self.uses)

    @property
    def sense(self) -> Sense:
        """What its commonest use makes of the reported words."""
        return self.uses[0][1]

    @property
    def polarity(self) -> Polarity:
        """Whether its commonest use denies or withholds the reported words."""
        return self.uses[0][2]


class _Group(msgspec.Struct, frozen=True):
    takes: Takes
    verbs: tuple[str, ...]
    sense: Sense = Sense.SAYS
    polarity: Polarity = Polarity.SAYS


class _Idiom(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    takes: tuple[Takes, ...]
    sense: Sense = Sense.SAYS
    polarity: Polarity = Polarity.SAYS


class _Nouns(msgspec.Struct, frozen=True):
    nouns: tuple[str, ...]
    sense: Sense = Sense.SAYS
    polarity: Polarity = Polarity.SAYS


class _SpeechVerbs(msgspec.Struct, frozen=True):
    groups: tuple[_Group, ...]
    doubled: frozenset[str]
    doubled_or_not: frozenset[str]
    also_nouns: frozenset[str]
    claim_nouns: tuple[_Nouns, ...]
    viewpoint_nouns: frozenset[str]
    message_nouns: frozenset[str]
    headline_labels: frozenset[str]
    headline_speakers: frozenset[str]
    signs: frozenset[str]
    finders: frozenset[str]
    given_out: frozenset[str]
    shown: frozenset[str]
    written: frozenset[str]
    works: frozenset[str]
    deeds: frozenset[str]
    impersonal: frozenset[str]
    of_nobody: frozenset[str]
    done_by_things: frozenset[str]
    making: frozenset[str]
    naming: frozenset[str]
    quoting: frozenset[str]
    citing: frozenset[str]
    inquiring: frozenset[str]
    writing: frozenset[str]
    written_by: frozenset[str]
    speaking: frozenset[str]
    retelling: frozenset[str]
    reading_out: frozenset[str]
    answering: frozenset[str]
    asking: frozenset[str]
    going_by: frozenset[str]
    performing: frozenset[str]
    going_on: frozenset[tuple[str, str]]
    pains_taken: frozenset[str]
    perceived: frozenset[str]
    said_in: frozenset[str]
    hearing: frozenset[str]
    sitting: frozenset[str]
    learning: frozenset[str]
    witnessing: frozenset[str]
    waving_away: frozenset[str]
    held_of: frozenset[str]
    unnamed: frozenset[str]
    answers: frozenset[str]
    spoken: frozenset[str]
    noting: frozenset[str]
    particles: frozenset[str]
    idioms: tuple[_Idiom, ...]
    adjectives: tuple[_Group, ...]


def _known() -> _SpeechVerbs:
    known: _SpeechVerbs = load("speech_verbs", _SpeechVerbs)
    return known


@cache
def idioms() -> dict[str, tuple[tuple[Verb, tuple[str, ...]], ...]]:
    """Idioms that report as one verb, by each form of their first word: the verb, the words left.

    Of two that begin alike the longer comes first.
    """
    known = _known()
    found: dict[str, list[tuple[Verb, tuple[str, ...]]]] = {}
    for idiom in sorted(known.idioms, key=lambda one: -len(one.words)):
        first, *tail = idiom.words
        uses = tuple((takes, idiom.sense, idiom.polarity) for takes in idiom.takes)
        for form, word in _forms(first):
            verb = Verb(" ".join(idiom.words), form, uses)
            found.setdefault(word, []).append((verb, tuple(tail)))
    return {word: tuple(verbs) for word, verbs in found.items()}


@cache
def reporting_verbs() -> dict[str, Verb]:
    """Every form of every reporting verb, in lower case."""
    known = _known()
    uses: dict[str, tuple[tuple[Takes, Sense, Polarity], ...]] = {}
    for group in known.groups:
        for lemma in group.verbs:
            use = (group.takes, group.sense, group.polarity)
            uses[lemma] = (*uses.get(lemma, ()), use)
    adjectives = {
        word: Verb(word, Form.ADJECTIVE, ((group.takes, group.sense, group.polarity),))
        for group in known.adjectives
        for word in group.verbs
    }
    return adjectives | {
        word: Verb(lemma, form, uses[lemma]) for lemma in uses for form, word in _forms(lemma)
    }


def is_impersonal(word: str) -> bool:
    """Whether "it is" so tells that something is said by nobody in particular: "understood"."""
    return word in _known().impersonal


def is_of_nobody(word: str) -> bool:
    """Whether "it" is nobody before this word: "it is unclear how", "it has emerged that"."""
    return word in _known().of_nobody or is_impersonal(word)


def is_text(noun: str) -> bool:
    """Whether a noun is of words that are written or given out: "letter", "report", "remark"."""
    return is_written(noun) or is_given_out(noun) or noun in message_nouns()


def sign_verbs() -> frozenset[str]:
    """Infinitives of what a happening does, that is no speaker: it "suggests" or "threatens"."""
    return _known().done_by_things


def is_making(word: str) -> bool:
    """Whether what stands behind it is made to say something: "prompted Olm to suggest"."""
    return word in _known().making


def is_naming(verb: Verb) -> bool:
    """Whether a verb gives a name: "a firm called Lowmark"."""
    return verb.lemma in _known().naming


def is_quoting(verb: Verb) -> bool:
    """Whether a verb passes on what another said: "quoted Olm as saying"."""
    return verb.lemma in _known().quoting


def is_inquiring(word: str) -> bool:
    """Whether a form of a verb turns to somebody for an answer: "telephoned"."""
    return word in _known().inquiring


def is_writing(word: str) -> bool:
    """Whether a form of a verb tells of somebody who writes a letter: "wrote"."""
    return word in _known().writing


def is_work(noun: str) -> bool:
    """Whether a noun says that something is a work with a title: "memoir"."""
    return noun in _known().works


def is_written_by(word: str) -> bool:
    """Whether a form of a verb tells before "by" who a letter is from: "signed"."""
    return word in _known().written_by


def is_speaking(word: str) -> bool:
    """Whether a form of a verb leads to words in marks with "of": "spoke"."""
    return word in _known().speaking


def is_retelling(verb: Verb) -> bool:
    """Whether a verb tells in other words what its colon brings: "outlined the plan: …"."""
    return verb.lemma in _known().retelling


def is_reading_out(verb: Verb) -> bool:
    """Whether a verb only passes on another's message: "read a note from her aunt: …"."""
    return verb.lemma in _known().reading_out


def is_answering(verb: Verb) -> bool:
    """Whether a verb answers what another has just asked: "“No,” he replied"."""
    return verb.lemma in _known().answering


def is_asking(verb: Verb) -> bool:
    """Whether a verb asks, so that whoever is asked may answer next."""
    return verb.lemma in _known().asking


def is_going_by(verb: Verb) -> bool:
    """Whether words in marks may go on a verb's clause and be nobody's: "go on “as before”"."""
    return verb.lemma in _known().going_by


def is_performing(verb: Verb) -> bool:
    """Whether a few words in marks behind a verb may be a title: "sang “Home Again”"."""
    return verb.lemma in _known().performing


def is_going_on(word: str, behind: str) -> bool:
    """Whether two words say that somebody speaks on: "put down her cup and went on"."""
    return (word, behind) in _known().going_on


def is_pains_taken(noun: str) -> bool:
    """Whether a noun names what somebody takes to say something: "took pains to praise"."""
    return noun in _known().pains_taken


def is_perceived(word: str) -> bool:
    """Whether a form of a verb leads to what somebody is caught at: "was heard saying"."""
    return word in _known().perceived


def is_said_in(noun: str) -> bool:
    """Whether a noun names what words are said in: "in an interview"."""
    return noun in _known().said_in


def is_sitting(noun: str) -> bool:
    """Whether something is said before those a noun means: "the court", "jurors"."""
    return noun in _known().sitting


def is_hearing(word: str) -> bool:
    """Whether a form of a verb takes in what others say: "has heard from two officials that"."""
    return word in _known().hearing


def is_learning(word: str) -> bool:
    """The same of what is found out: "has learned from two officials that"."""
    return word in _known().learning


def is_witnessing(word: str) -> bool:
    """Whether a form of a verb passes on what another said: "heard the smith say that"."""
    return word in _known().witnessing


def is_citing(word: str) -> bool:
    """Whether a form of a verb names whom somebody cites beside the words: "said, citing Olm"."""
    return word in _known().citing


def is_waving_away(verb: Verb) -> bool:
    """Whether whoever does so to a claim denies it: "dismissed the claim that"."""
    return verb.lemma in _known().waving_away


def is_held_of(verb: Verb) -> bool:
    """Whether others hold something of a thing with a verb: "the bridge, said to be old,"."""
    return verb.lemma in _known().held_of


def is_unnamed(word: str) -> bool:
    """Whether a word tells what somebody asks not to be: "asked not to be named"."""
    return word in _known().unnamed


def is_answer(words: Iterable[str]) -> bool:
    """Whether words in lower case are all of an answer: "both say no"."""
    return " ".join(words) in _known().answers


def is_spoken(word: str) -> bool:
    """Whether behind the colon of a headline a word tells that somebody speaks."""
    return word in _known().spoken


def is_noting(word: str) -> bool:
    """Whether with a word an author only takes down or repeats what another says: "I quote"."""
    return word in _known().noting


def is_deed(noun: str) -> bool:
    """Whether a noun names what somebody did, which "expresses" something without words."""
    return noun in _known().deeds


def is_finder(noun: str) -> bool:
    """Whether a noun names what finds something out, such as a study: it does not just say so."""
    return noun in _known().finders


def is_given_out(noun: str) -> bool:
    """Whether a noun names what somebody gives out, and speaks through: "report", "survey"."""
    return noun in _known().given_out


def is_shown(noun: str) -> bool:
    """Whether a noun names what a paper or station shows of its own: "our pictures"."""
    return noun in _known().shown


def is_written(noun: str) -> bool:
    """Whether a noun names what somebody writes to somebody, such as a letter."""
    return noun in _known().written


def is_sign(noun: str) -> bool:
    """Whether a noun names a thing that carries words in plain sight, such as a banner."""
    return noun in _known().signs


def speaks_in_headlines(noun: str) -> bool:
    """Whether a headline "Minister: …" gives somebody's words, and not a label such as "Update"."""
    return noun in _known().headline_speakers


@cache
def particles() -> frozenset[str]:
    """Words such as "out" that belong to the verb before them."""
    return _known().particles


def _forms(verb: str) -> Iterator[tuple[Form, str]]:
    """Every form of an infinitive: irregular ones as they are listed, the others built by rule."""
    soft = bool(re.search(r"[^aeiou]y$", verb))  # "deny", "denied"
    yield Form.BASE, verb
    yield Form.THIRD, third_person_of(verb) or (verb[:-1] + "ies" if soft else _with_s(verb))
    by_rule = (verb[:-1] + "ied",) if soft else [stem + "ed" for stem in _stems(verb)]
    past, *others = pasts_of(verb) or by_rule
    yield Form.PAST, past
    for other in others:
        yield (Form.PARTICIPLE if _is_participle(other) else Form.PAST), other
    for stem in [verb] if verb.endswith("ee") else _stems(verb):
        yield Form.ING, stem + "ing"


def _with_s(verb: str) -> str:
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")


def _stems(verb: str) -> tuple[str, ...]:
    """What -ed and -ing hang on: "shrugg", "declar", "labell" and "label"."""
    twice = verb + verb[-1]
    if verb in _known().doubled_or_not:
        return twice, verb
    short = re.fullmatch(r"(?:qu|[^aeiou])*[aeiou][bdgklmnprt]", verb)
    return (twice if short or verb in _known().doubled else verb.removesuffix("e"),)


def _is_participle(form: str) -> bool:
    """Whether the second form listed is no other past: "shown", "sung", but not "learnt"."""
    return form.endswith(("n", "ng", "one"))


@cache
def also_nouns() -> frozenset[str]:
    """Infinitives whose present tense is more often a noun."""
    return _known().also_nouns


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun such as "claim" makes of the words it announces."""

    sense: Sense
    polarity: Polarity


@cache
def claim_nouns() -> dict[str, Noun]:
    """Nouns that announce what somebody holds: "her claim that …"."""
    return {noun: Noun(g.sense, g.polarity) for g in _known().claim_nouns for noun in g.nouns}


@cache
def message_nouns() -> frozenset[str]:
    """Nouns whose owner's words follow a colon: "the mayor's verdict: …"."""
    return _known().message_nouns | claim_nouns().keys()


def viewpoint_nouns() -> frozenset[str]:
    """Nouns in whose terms something is so: "in the mayor's view"."""
    return _known().viewpoint_nouns


def is_label(word: str) -> bool:
    """Whether a word before the colon of a headline says what sort of text follows: "Update"."""
    return word in _known().headline_labels
