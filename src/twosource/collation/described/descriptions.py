"""Whom a description means: "the captain", "its foreman", "the city"."""

import re

import msgspec

from twosource.collation.described.everybody import Everybody, last_word, only
from twosource.collation.identities.callings import Call, call_of, singular
from twosource.collation.sentences import is_headline
from twosource.model import Reading, Speaker
from twosource.vocabulary import load
from twosource.vocabulary.descriptions import ends_like_a_person

_ITS = re.compile(r"(?:[Ii]ts|[Tt]heir) ")
_ANY = re.compile(r"(?:an?|one|some) ", re.IGNORECASE)
_DEFINITE = re.compile(r"[Tt]he |[A-Z][\w-]+['’]s ")
_IN_FULL = r"(?:[A-Z][\w-]+['’]s|[Tt]he [A-Z][\w-]+)(?: [\w-]+){{0,2}} {noun}\b"
# "the cook of the ship, Piet Varga", "the cook, a large man called Varga", "Varga, a cook"
_BESIDE = (
    r"\b{noun}(?: (?:of|in|at|on|for|from)(?: [\w'’-]+){{1,5}})?"
    r",? (?:an? [\w ]{{2,30}}? (?:called|named) )?(?:[A-Z][\w'’.-]* ){{0,3}}{last}\b"
    r"|\b{last}, (?:[\w'’-]+ ){{0,4}}{noun}\b"
)


class _Titles(msgspec.Struct, frozen=True):
    before_names: frozenset[str]
    jobs: frozenset[str]
    towns: frozenset[str]


def called_so(speaker: Speaker, call: Call, reading: Reading, pile: Everybody) -> str | None:
    """The only one whom all articles together call so."""
    its = call.modifiers and _ITS.match(speaker.name)
    if not (its or _DEFINITE.match(speaker.name) or _heads(reading, speaker)):
        return None
    found = pile.bearers(call)
    if call.noun not in speaker.name.lower().split():  # "the engineers" are no one person
        found = found - pile.persons
    if len(found) > 1:
        found = found & _as_before(speaker, call, reading, pile) or found & pile.here or found
    titles: _Titles = load("titles", _Titles)
    if not found and call.noun in titles.towns and pile.town:
        bare = not call.modifiers and " of " not in speaker.name
        return f"{call.noun} of {pile.town}" if bare else None
    name = only(found)
    if not name:  # several, or nobody who can be told
        return None
    trade = pile.absent(found) and call.noun not in titles.before_names - titles.jobs
    bare = not (call.modifiers or call.ties)
    stranger = bare and (trade or _brings_in(reading.article.text, call))
    return None if stranger else name


def _as_before(speaker: Speaker, call: Call, reading: Reading, pile: Everybody) -> frozenset[str]:
    """Who is called as the paragraph has just called one, and only one, in full.

    As in "Kalmia's interior ministry", if several are ministries.
    """
    text, start = reading.article.text, speaker.span.start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    fuller = only(set(re.findall(_IN_FULL.format(noun=re.escape(call.noun)), before)))
    told = call_of(fuller) if fuller else None
    bare = not (call.modifiers or call.ties) and speaker.name.count(" ") == 1
    return pile.bearers(told) if bare and told else frozenset()


def _brings_in(text: str, call: Call) -> bool:
    """Whether an article introduces somebody by a noun itself: "a captain", "another captain".

    "A ministry official" brings in no ministry.
    """
    one = r"\b(?:an?|another|one|two|three|some|several)\s+(?:[\w-]+\s+){0,3}"
    found = re.finditer(rf"{one}{re.escape(call.noun)}s?\b(?: (\w+))?", text, re.IGNORECASE)
    return any(not (one[1] and ends_like_a_person(singular(one[1]))) for one in found)


def quoted_elsewhere(speaker: Speaker, call: Call, reading: Reading, pile: Everybody) -> str | None:
    """The only one called so from whom other articles quote the same words.

    One whom this article names is somebody else, and "a manager" may be any: Varga quotes him.
    """
    if _ANY.match(speaker.name):
        return None
    voices = pile.absent(pile.voices.get((reading.article.id, speaker), ()))
    return only({name for name in voices if _is_called(name, call.noun, pile)})


def _is_called(name: str, noun: str, pile: Everybody) -> bool:
    """Whether an article puts a noun to a name: "the cook, a large man called Piet Varga"."""
    if any(noun == one.noun for one in pile.callings.by_name[name]):
        return True
    last = name.rpartition(" ")[2]
    beside = re.compile(_BESIDE.format(noun=re.escape(noun), last=re.escape(last)))
    return any(beside.search(text) for text in pile.texts[last_word(name)])


def _heads(reading: Reading, speaker: Speaker) -> bool:
    """Whether a headline leaves out the article of a description: "Caretaker warned of cracks"."""
    return speaker.name.isalpha() and is_headline(reading.article, speaker.span)
