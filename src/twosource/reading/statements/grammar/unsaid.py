"""What reads like a report and reports nothing: conditions, questions, figures of speech.

"If the mayor says it sank, …" puts no words into the mayor's mouth, nor do "Did the mayor say that
…?", "the storm claimed nine lives" and "it goes without saying that …".
"""

import itertools
import re
from collections.abc import Sequence
from functools import cache

import msgspec

from twosource.model import BlockKind, Polarity, Sense
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.frames.words import Word
from twosource.reading.statements.grammar.attribution import Attribution
from twosource.reading.statements.grammar.phrases import FINITE
from twosource.reading.statements.grammar.polarity import is_nor
from twosource.reading.statements.lexicon.verbs import (
    Takes,
    claim_nouns,
    is_finder,
    is_given_out,
    is_unnamed,
    is_written,
)
from twosource.vocabulary import load

_IF = frozenset({"if", "unless", "whether", "lest"})
_AROUND = 3  # words on either side of a cue that a figure of speech can take


class _Unsaid(msgspec.Struct, frozen=True):
    other_meanings: dict[str, frozenset[str]]
    only_with_clause: frozenset[str]
    own_deeds: frozenset[str]
    knowing: frozenset[str]
    own_work: frozenset[str]
    figures_of_speech: tuple[str, ...]
    nobodies: frozenset[str]
    deeds_with_that: frozenset[str]
    staying_unnamed: frozenset[str]
    nameless: frozenset[str]
    unanswered: frozenset[str]
    unanswering: frozenset[str]
    wordless: frozenset[str]
    gone_by: frozenset[str]
    by_nickname: frozenset[str]
    called: frozenset[str]
    talking: frozenset[str]
    requests: frozenset[str]
    orders: frozenset[str]
    foretold_by: frozenset[str]
    foretelling: frozenset[str]
    rundowns: frozenset[str]


def reports_nothing(frame: Frame, one: Attribution) -> bool:
    """Whether an attribution only looks like one."""
    rules = (
        _is_supposed,
        _is_asked,
        _is_set_against,
        _means_a_deed,
        _is_figure_of_speech,
        _stays_unnamed,
        _stays_silent,
        _says_nothing,
        _is_own_voice,
        _telephones,
        _only_talks,
        _tells_about,
        _sums_up,
        _only_says_when,
        _only_says_where,
        _goes_by,
        _has_a_nickname,
    )
    return any(rule(frame, one) for rule in rules)


def is_deed_with_that(verb: str) -> bool:
    """Whether a verb before "that" does something and reports nothing: "ensured that"."""
    return verb in _known().deeds_with_that


def gives_no_words(frame: Frame, one: Attribution) -> bool:
    """Whether an attribution tells what somebody did or how they stand, and gives no words."""
    rules = (
        _is_foretold,
        _is_own_deed,
        _finds_a_thing,
        _is_put,
        _shows_a_thing,
        _is_open,
        _gives_things,
        _is_expected,
        _is_known,
        _is_not_ordered,
        _takes_sides,
    )
    return any(rule(frame, one) for rule in rules)


def only_requests(frame: Frame, one: Attribution) -> bool:
    """Whether somebody only wants a thing done: "asked to lower it", and not "asked whether"."""
    words = frame.words_in(*one.content)
    asks = one.verb is not None and one.verb.lemma in _known().requests
    clause = words[0].kind in "TWQ" or words[0].lower in _IF or any(w.kind == "Q" for w in words)
    return asks and not clause


def only_with_clause(lemma: str) -> bool:
    """Whether a verb gives words only with a clause: "offered to pay", not "offered a barge"."""
    return lemma in _known().only_with_clause


def is_nobody(frame: Frame, source: range) -> bool:
    """Whether a source is a rumour, which nobody in particular has spread."""
    return bool(source) and frame.words[source.stop - 1].lower in _known().nobodies


def _is_supposed(frame: Frame, one: Attribution) -> bool:
    """As in "if the mayor says it sank"."""
    before = frame.words[one.source.start - 1].lower if one.source and one.source.start else ""
    return before in _IF


def _is_asked(frame: Frame, one: Attribution) -> bool:
    """As in "Did the mayor say that it sank?"."""
    before = frame.classes[: one.source.start] if one.source else ""
    asked = before.endswith("A") and not before[:-1].strip("CB,W")
    return asked and not is_nor(frame, one.source)


def _only_says_where(frame: Frame, one: Attribution) -> bool:
    """As in "she has commanded the fleet since 2022": somebody is told, and nothing is said."""
    listens = one.verb is not None and {place for place, _, _ in one.verb.uses} == {Takes.LISTENER}
    classes = frame.classes_in(*one.content)
    behind = one.content[0].start >= one.cue.stop
    return listens and behind and classes[0] == "I" and not set(classes) & {*FINITE, *"EQT"}


def _is_set_against(frame: Frame, one: Attribution) -> bool:
    """As in "contrary to what the mayor said, it sank": "what" is what was said.

    So it is in "What the mayor will say | is anybody's guess", not "in what the mayor said was a
    trap".
    """
    start = one.source.start
    led = frame.classes[max(0, start - 2) : start - 1] in tuple("IE")
    what = start > 0 and frame.words[start - 1].lower in {"what", "whatever"}
    behind = one.content[0].start >= one.cue.stop
    judged = start == 1 and behind and re.fullmatch("A[^AVKQ]*", frame.classes_in(*one.content))
    return what and (bool(judged) or (led and frame.classes[one.content[0].start - 1] == ","))


def _is_foretold(frame: Frame, one: Attribution) -> bool:
    """As in "critics will say that it sank", "one might say": nobody has said it yet."""
    anybody = bool(one.source) and frame.head_of(one.source) in _known().foretold_by
    says = one.polarity is Polarity.SAYS
    return anybody and says and not _known().foretelling.isdisjoint(frame.lowers_in(one.cue))


def _means_a_deed(frame: Frame, one: Attribution) -> bool:
    """As in "the storm claimed nine lives"."""
    objects = _known().other_meanings.get(one.verb.lemma if one.verb else "", frozenset())
    if not objects or one.content[0].start < one.cue.start:
        return False
    whole = frame.words_in(*one.content)
    object_ = list(itertools.takewhile(lambda word: word.kind not in _APART, whole))
    if _is_told(object_):  # "… and left two in ruins"
        object_ = list(itertools.takewhile(lambda word: word.kind != "C", object_))
    return not _is_told(object_) and not objects.isdisjoint(word.lower for word in object_)


_APART = frozenset("B:;-")  # "claimed nine lives | when it sank"


def _is_told(words: Sequence[Word]) -> bool:
    """Whether words hold a clause or a quotation."""
    return not {word.kind for word in words}.isdisjoint({*FINITE, "Q", "T"})


def _gives_things(frame: Frame, one: Attribution) -> bool:
    """As in "offered 15,000 florins": a thing is offered, and nothing is said."""
    lemma = one.verb.lemma if one.verb else ""
    if lemma == "write" and _writes_to(frame, one):
        return True
    if not only_with_clause(lemma) or one.content[0].start < one.cue.start:
        return False
    words = frame.words_in(*one.content)
    kinds = _PARTICIPLE.sub("N", "".join(word.kind for word in words))
    told = {*kinds} & {*FINITE, "Q", "T", "E", "J", "W", "G"}
    led = frame.classes[one.content[0].start - 1] in "TE"
    claims = {word.lower for word in words} & {*claim_nouns(), "this", "that", "it"}
    return not (told or led or claims)


def _writes_to(frame: Frame, one: Attribution) -> bool:
    """As in "wrote to the mayor", "wrote a letter": somebody writes, and what is not told."""
    words = frame.words_in(one.content[0])
    kinds = "".join(word.kind for word in words)
    told = set(kinds.split(";")[0]) & {*FINITE, *"QTG"}
    noun = next((i for i, word in enumerate(words[:3]) if is_written(word.lower)), -1)
    thing = noun > 0 and kinds[0] == "D" and kinds[noun + 1 : noun + 2] not in tuple("TQ:G")
    return one.content[0].start >= one.cue.stop and (thing or (kinds[0] == "E" and not told))


_PARTICIPLE = re.compile(r"(?<=D)K(?=N)")  # "each flooded house"


def _finds_a_thing(frame: Frame, one: Attribution) -> bool:
    """As in "found it in a drawer", "has shown them"; "found no defects" is a finding."""
    kinds = frame.classes_in(*one.content)
    behind = one.content[0].start >= one.cue.stop
    return one.sense is Sense.FINDS and behind and re.match("[RJD](?:I|$)", kinds) is not None


def _shows_a_thing(frame: Frame, one: Attribution) -> bool:
    """As in "the museum showed the bones": only a study or figures show something in words."""
    shows = one.verb is not None and one.verb.lemma == "show"
    words = frame.classes_in(*one.content)
    kinds = set(_INFINITIVE.sub("", words))  # also "to press", in a headline
    behind = one.content[0].start >= one.cue.stop
    tells = any(is_finder(word) or is_given_out(word) for word in frame.lowers_in(one.source))
    return shows and behind and not tells and not kinds & {*FINITE, *"TWQ"}


_INFINITIVE = re.compile(r"EL*V")


def _takes_sides(frame: Frame, one: Attribution) -> bool:
    """As in the headline "Board defends its plan": what somebody stands up for is no words."""
    headline = frame.kind in (BlockKind.TITLE, BlockKind.SUBHEAD)
    sides = one.verb is not None and {place for place, _, _ in one.verb.uses} == {Takes.OBJECT}
    words = frame.words_in(*one.content)
    told = {word.kind for word in words} & {*FINITE, *"QTG"} or any(w.lower == "as" for w in words)
    return headline and sides and not told


def _is_not_ordered(_: Frame, one: Attribution) -> bool:
    """As in "had not ordered the alarms to be switched off": what nobody ordered, nobody said."""
    lemma = one.verb.lemma if one.verb else ""
    orders = lemma in _known().orders | _known().requests
    return orders and one.polarity is Polarity.WITHHOLDS


def _is_open(_: Frame, one: Attribution) -> bool:
    """As in "it has not been established that": who has looked into it, nobody tells."""
    return not one.source and one.verb is not None and one.verb.lemma == "establish"


def _is_put(frame: Frame, one: Attribution) -> bool:
    """As in "Asked whether it sank, she nodded": nobody is told to have asked."""
    asked = bool(one.cue) and frame.words[one.cue.start].lower == "asked"
    return asked and not one.source and not frame.classes[: one.cue.start].strip("CBL,")


def _goes_by(frame: Frame, one: Attribution) -> bool:
    """As in "worked according to the rules": by what something goes, and nobody says it."""
    led = bool(one.cue) and frame.words[one.cue.start].lower == "according" and bool(one.source)
    return led and frame.words[one.source.stop - 1].lower in _known().gone_by


def _has_a_nickname(frame: Frame, one: Attribution) -> bool:
    """As in "popularly called the Shoe": everybody calls it so; but "he also called Olm “mad”"."""
    if re.search(r"[^Q]Q", frame.classes_in(*one.content)):
        return False
    before = [frame.words[i].lower for i in range(max(0, one.cue.start - 1), one.cue.stop)]
    called = not _known().called.isdisjoint(before)
    return called and not _known().by_nickname.isdisjoint(before)


def _is_expected(_: Frame, one: Attribution) -> bool:
    """As in "the work is expected to take a year": nobody in particular says so."""
    return not one.source and one.verb is not None and one.verb.lemma == "expect"


def _is_known(frame: Frame, one: Attribution) -> bool:
    """As in "the paper has learned that it sank": who knows it has not said it."""
    knows = one.verb is not None and one.verb.lemma in _known().knowing
    quoted = "Q" in frame.classes_in(*one.content)
    return bool(one.source) and knows and one.polarity is Polarity.SAYS and not quoted


def _is_own_deed(frame: Frame, one: Attribution) -> bool:
    """As in "I asked the guard": what the writer did, and nobody's words."""
    writer = frame.lowers_in(one.source) in (["i"], ["we"])
    return writer and one.verb is not None and one.verb.lemma in _known().own_deeds


def _is_figure_of_speech(frame: Frame, one: Attribution) -> bool:
    """As in "it goes without saying that"."""
    around = frame.words[max(0, one.cue.start - _AROUND) : one.cue.stop + _AROUND]
    said = f" {' '.join(word.lower for word in around)} "
    return any(f" {figure} " in said for figure in _known().figures_of_speech)


def _only_talks(frame: Frame, one: Attribution) -> bool:
    """As in "agreed to talk": the words are still to come."""
    words = frame.words_in(*one.content)
    talking = bool(words[1:2]) and words[1].lower in _known().talking
    agrees = one.verb is not None and one.verb.lemma == "agree"
    return agrees and words[0].kind == "E" and talking


def _tells_about(frame: Frame, one: Attribution) -> bool:
    """As in "told me about a video", "had warned the board about dust": what was said, is not told.

    What somebody "warned about" without a word of who was warned is what they said.
    """
    if one.verb is None or not one.verb.takes(Takes.LISTENER) or one.verb.takes(Takes.OBJECT):
        return False
    words = frame.words_in(*one.content)
    about = next((i for i, word in enumerate(words) if word.lower == "about"), None)
    told = {word.kind for word in words} & {*FINITE, *"QTWB"}
    told |= {word.kind for word in words[:about]} & {"E"}  # "asks the council to talk about it"
    whom = bool(about) or one.content[0].start > one.cue.stop or one.verb.lemma == "tell"
    return about is not None and whom and not told and one.content[0].start > one.cue.start


def _sums_up(frame: Frame, one: Attribution) -> bool:
    """As in "Ruhl: what we know so far": what a piece is about, and nobody's words."""
    first = one.content[0].start
    opens = " ".join(word.lower for word in frame.words[first : first + _RUNDOWN])
    colon = first > 0 and frame.classes[first - 1] == ":"
    return colon and any(f"{opens} ".startswith(f"{words} ") for words in _known().rundowns)


_RUNDOWN = 6  # words


def _telephones(frame: Frame, one: Attribution) -> bool:
    """As in "the port called us at once": nobody is called anything."""
    classes = frame.classes_in(*one.content)
    calls = one.verb is not None and one.verb.lemma == "call"
    to = (i for i in one.content[0][:-1] if frame.words[i].lower == "to")
    verb = next((frame.words[i + 1].verb for i in to), None)
    asks = verb is not None and verb.takes(Takes.CLAUSE, Takes.LISTENER)  # "called him to say"
    return calls and (asks or _WHOM_AND_WHEN.fullmatch(classes) is not None)


_WHOM_AND_WHEN = re.compile(r"[RJ](?:[LZMB]|[IE][DNPLZM]+)*|(?:DN|P+)(?:L|IZ+M?|IM)*")


def _stays_unnamed(frame: Frame, one: Attribution) -> bool:
    """As in "asked not to be named"."""
    words = set(frame.lowers_in(one.cue, *one.content))
    asked = one.verb is not None and one.verb.lemma in _known().staying_unnamed
    unnamed = any(map(is_unnamed, words)) and "not" in words
    return asked and (unnamed or not words.isdisjoint(_known().nameless))


def _stays_silent(frame: Frame, one: Attribution) -> bool:
    """As in "did not respond to a request for comment", "has been approached for comment"."""
    words = frame.words_in(*one.content)
    told = {word.kind for word in words} & {*FINITE, "Q", "T", "B"}
    unanswered = any(frame.words[i].lower in _known().unanswering for i in one.cue)
    unanswered = unanswered and words[-1].lower in _known().unanswered
    return not told and unanswered


def _says_nothing(frame: Frame, one: Attribution) -> bool:
    """As in "Olm said nothing", "Olm smiled, said no more": neither words nor a speaker."""
    said = [" ".join(frame.lowers_in(part)) for part in (*one.content, one.source)]
    return not set(said).isdisjoint(_known().wordless)


def _is_own_voice(frame: Frame, one: Attribution) -> bool:
    """As in "our research shows": that is the article itself, and no other."""
    words = frame.lowers_in(one.source)
    ours = words[:1] in (["our"], ["my"]) and (
        is_finder(words[-1]) or words[-1] in _known().own_work
    )
    return ours or words[:3] == ["a", "look", "at"]


def _only_says_when(frame: Frame, one: Attribution) -> bool:
    """As in "last November, according to Olm, …": a day or "was" is no content."""
    kinds = set(frame.classes_in(*one.content))
    return kinds <= set("A,") or ("Z" in kinds and kinds <= set("ZIDMLA,"))


@cache
def _known() -> _Unsaid:
    known: _Unsaid = load("unsaid", _Unsaid)
    return known
