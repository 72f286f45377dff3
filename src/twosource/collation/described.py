"""Descriptions that one article leaves nameless and another names: "the captain" of a ferry.

Within an article the reading knows who "the captain" is, if that article says so. Here the pile is
asked: where all its articles call only one name captain, and this one brings in no captain of its
own ("a captain"), that name is meant. Where two are called so, nobody can tell, and the description
stays itself; so does a trade ("the foreman", not "the captain") in an article that nowhere names
the one whom others call so: anybody can have it. Where others quote the same words from one whom
they call so ("the foreman", Piet Varga), both reasons together are enough.
"The city" is that of the dateline, "a Mr Olm" the only Olm of the pile.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from twosource.collation.forms import names_a_body, words_of
from twosource.collation.identities import names_by_article
from twosource.collation.names import plain_name
from twosource.collation.same_words import Voices, voices_of
from twosource.model import (
    BlockKind,
    Identity,
    NameKind,
    Reading,
    Relay,
    Speaker,
    SpeakerKind,
    Statement,
)
from twosource.vocabulary import load
from twosource.vocabulary.descriptions import ends_like_a_person, is_of, tied_apart, ties

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SMALL = re.compile(r" (?!(?:of|and|for|the|de|la)\b)[a-z]{3,}")  # "Tolvane court" describes
_ITS = re.compile(r"(?:[Ii]ts|[Tt]heir) ")
_STRANGER = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.? (?P<surname>[A-Z]\w+)")
_ANY = re.compile(r"(?:an?|one|some) ", re.IGNORECASE)
_DEFINITE = re.compile(r"[Tt]he |[A-Z][\w-]+['’]s ")
_HANGS_ON = re.compile(r"\b(?:of|for|at|in|on|with|from|who|which|to|by|under)\b|,")
# "the cook of the ship, Piet Varga", "the cook, a large man called Varga", "Varga, a cook"
_BESIDE = (
    r"\b{noun}(?: (?:of|in|at|on|for|from)(?: [\w'’-]+){{1,5}})?"
    r",? (?:an? [\w ]{{2,30}}? (?:called|named) )?(?:[A-Z][\w'’.-]* ){{0,3}}{last}\b"
    r"|\b{last}, (?:[\w'’-]+ ){{0,4}}{noun}\b"
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "s"})


class _Titles(msgspec.Struct, frozen=True):
    firms: frozenset[str]
    bodies: frozenset[str]
    before_names: frozenset[str]
    towns: frozenset[str]
    woman: frozenset[str]
    man: frozenset[str]
    alike_bodies: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Call:
    """What somebody is called: a noun and the words before it, in the singular, and all of it."""

    noun: str
    modifiers: frozenset[str]
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Pile:
    """What all articles call everybody, by name, and the people whom one of them does not name."""

    callings: Mapping[str, frozenset[_Call]]
    texts: Sequence[str]
    voices: Voices  # who is named elsewhere for the words of a description
    absent: frozenset[str]
    town: str | None  # where the article was filed, else where others were
    surnames: Mapping[str, str]  # of those who share theirs with nobody


def name_the_described(
    readings: Sequence[Reading], identities: Sequence[Identity]
) -> tuple[Reading, ...]:
    """The readings, with the names of those speakers whom only another article names."""
    callings = dict(_callings(readings, identities))
    persons = {one.name for one in identities if one.kind is NameKind.PERSON}
    names = names_by_article(identities)
    filed = _filed_in(readings, identities)
    surnames = dict(_surnames(persons))
    texts = [reading.article.text for reading in readings]
    voices = voices_of(readings, names)
    named: list[Reading] = []
    for reading in readings:
        here = {name for (article, _), name in names.items() if article == reading.article.id}
        town = filed.get(reading.article.id) or next(iter(filed.values()), None)
        pile = _Pile(callings, texts, voices, frozenset(persons - here), town, surnames)
        found = tuple(_named(s, reading, pile) for s in reading.statements)
        named.append(replace(reading, statements=found))
    return tuple(named)


def _filed_in(readings: Iterable[Reading], identities: Iterable[Identity]) -> dict[str, str]:
    """The places that datelines name by article, the most widely named place of the pile first."""
    datelines = {r.article.id: r.article.dateline for r in readings}
    filed = {
        article: plain_name(line.place.split(",")[0]) for article, line in datelines.items() if line
    }
    places = [one for one in identities if one.kind is NameKind.PLACE and not one.name.isupper()]
    return {
        article: one.name
        for one in places
        for article, place in filed.items()
        if plain_name(one.name) == place
    }


def _surnames(persons: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The last names that only one person of the pile has, with that person's whole name."""
    by_last: dict[str, list[str]] = defaultdict(list)
    for name in sorted(persons):
        if len(words := words_of(name)) > 1:
            by_last[words[-1]].append(name)
    yield from ((last, names[0]) for last, names in by_last.items() if len(names) == 1)


def _callings(
    readings: Sequence[Reading], identities: Sequence[Identity]
) -> Iterator[tuple[str, frozenset[_Call]]]:
    """For each identity, by its name, everything that the pile calls it besides its names."""
    roles: dict[str, set[_Call]] = defaultdict(set)
    meant = names_by_article(identities)
    for reading in readings:
        text = reading.article.text
        for mention in reading.mentions:
            name = meant.get((reading.article.id, plain_name(mention.span.of(text))))
            call = _call(mention.role.of(text)) if mention.role else None
            if name and call:
                roles[name].add(call)
    for identity in identities:
        told = {call for call in roles[identity.name] if _can_be(identity, call)}
        yield identity.name, frozenset((*told, *_by_its_name(identity)))


def _can_be(identity: Identity, call: _Call) -> bool:
    """Whether a noun beside a name can say what its bearer is: no person is a regime or a term."""
    known: _Titles = load("titles", _Titles)
    if identity.kind is not NameKind.PERSON:
        return call.noun in known.bodies | known.firms
    persons = known.before_names | known.woman | known.man
    return call.noun in persons or ends_like_a_person(call.noun)


def _by_its_name(identity: Identity) -> Iterator[_Call]:
    """A body is called by words of its name: "the harbour authority", "the commission"."""
    for alias in identity.aliases:
        words = [_singular(word) for word in words_of(alias.name)]
        body = identity.kind is NameKind.ORGANISATION or names_a_body(words_of(alias.name))
        if body and not _SMALL.search(alias.name):
            for number, word in enumerate(itertools.takewhile(lambda word: word != "of", words)):
                yield _Call(word, frozenset(words[:number]) | frozenset(words[number + 1 :]))


def _call(words: str) -> _Call | None:
    """What words call somebody: "harbour master" in "the harbour master of Ruhl"."""
    head = [word.lower() for word in _WORD.findall(_HANGS_ON.split(words)[0])]
    if head[-1:] == ["s"]:
        return None  # "the regime's": an owner
    told = [_singular(word) for word in head if word not in _DETERMINERS]
    return _Call(told[-1], frozenset(told[:-1]), words) if told else None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


# ── Whom a description means ─────────────────────────────────────────────────────────────────────


def _named(statement: Statement, reading: Reading, pile: _Pile) -> Statement:
    """A statement whose described speaker and reporters have the names that the pile gives them."""
    speaker = statement.speaker and _meant(statement.speaker, reading, pile)
    chain = tuple(
        Relay(_meant(link.speaker, reading, pile), link.evidence) for link in statement.chain
    )
    if (speaker, chain) == (statement.speaker, statement.chain):
        return statement
    reason = statement.reason
    if speaker and statement.speaker and speaker is not statement.speaker:
        reason = f"{reason}; other articles name “{statement.speaker.name}”"
    return replace(statement, speaker=speaker, chain=chain, reason=reason)


def _meant(speaker: Speaker, reading: Reading, pile: _Pile) -> Speaker:
    """The one whom the pile names for a description; the speaker as it is where nobody can tell."""
    if speaker.kind is SpeakerKind.UNRESOLVED:
        return _by_surname(speaker, pile)
    call = _call(speaker.name)
    if speaker.kind is not SpeakerKind.DESCRIBED or call is None:
        return speaker
    described = speaker, call, reading, pile
    name = _quoted_elsewhere(*described) or _called_so(*described)
    return replace(speaker, name=name, kind=SpeakerKind.NAMED) if name else speaker


def _called_so(speaker: Speaker, call: _Call, reading: Reading, pile: _Pile) -> str | None:
    """The only one whom all articles together call so."""
    its = call.modifiers and _ITS.match(speaker.name)
    if not (its or _DEFINITE.match(speaker.name) or _heads(reading, speaker)):
        return None
    found = [
        name for name, calls in pile.callings.items() if any(_fits(call, one) for one in calls)
    ]
    if not found and call.noun in load("titles", _Titles).towns and pile.town:
        bare = not call.modifiers and " of " not in speaker.name
        return f"{call.noun} of {pile.town}" if bare else None
    if len(found) != 1:
        return None
    trade = found[0] in pile.absent and call.noun not in load("titles", _Titles).before_names
    stranger = not call.modifiers and (trade or _brings_in(reading.article.text, call))
    return None if stranger else found[0]


def _quoted_elsewhere(speaker: Speaker, call: _Call, reading: Reading, pile: _Pile) -> str | None:
    """The only one called so from whom other articles quote the same words.

    One whom this article names is somebody else, and "a manager" may be any: Varga quotes him.
    """
    if _ANY.match(speaker.name):
        return None
    voices = pile.voices.get((reading.article.id, speaker), frozenset()) & pile.absent
    found = [name for name in sorted(voices) if _is_called(name, call.noun, pile)]
    return found[0] if len(found) == 1 else None


def _is_called(name: str, noun: str, pile: _Pile) -> bool:
    """Whether an article puts a noun to a name: "the cook, a large man called Piet Varga"."""
    if any(noun == one.noun for one in pile.callings[name]):
        return True
    last = name.rpartition(" ")[2]
    beside = re.compile(_BESIDE.format(noun=re.escape(noun), last=re.escape(last)))
    return any(beside.search(text) for text in pile.texts)


def _heads(reading: Reading, speaker: Speaker) -> bool:
    """Whether a headline leaves out the article of a description: "Caretaker warned of cracks"."""
    headline = any(
        block.kind in (BlockKind.TITLE, BlockKind.SUBHEAD) and block.span.contains(speaker.span)
        for block in reading.article.blocks
    )
    return headline and speaker.name.isalpha()


def _by_surname(speaker: Speaker, pile: _Pile) -> Speaker:
    """Whom "a Mr Olm" brings in, if only one of the pile is called Olm."""
    match = _STRANGER.fullmatch(speaker.name)
    name = pile.surnames.get(words_of(match["surname"])[0]) if match else None
    return replace(speaker, name=name, kind=SpeakerKind.NAMED) if name else speaker


def _fits(call: _Call, known: _Call) -> bool:
    """Whether a description can mean one who is known by a call: "the company" any sort of firm."""
    firms = load("titles", _Titles).firms
    firm = not call.modifiers and call.noun in firms and known.noun in firms
    words = known.modifiers | ties(known.words)
    alike = all(any(is_of(one, word) for word in words) for one in call.modifiers)
    alike = alike and not tied_apart(call.words, known.words)
    same = call.noun == known.noun or _alike_bodies(call.noun, known.noun)
    return firm or (same and alike)


def _alike_bodies(noun: str, other: str) -> bool:
    """Whether two nouns can call one body: "the union" may be a league."""
    known: _Titles = load("titles", _Titles)
    return any(noun in nouns and other in nouns for nouns in known.alike_bodies)


def _brings_in(text: str, call: _Call) -> bool:
    """Whether an article introduces somebody by a noun itself: "a captain", "another captain"."""
    one = r"\b(?:an?|another|one|two|three|some|several)\s+(?:[\w-]+\s+){0,3}"
    return re.search(rf"{one}{re.escape(call.noun)}s?\b", text, re.IGNORECASE) is not None
