"""Descriptions that one article leaves nameless and another names: "the captain" of a ferry.

Within an article the reading knows who "the captain" is, if that article says so. Here the pile is
asked: where all its articles call only one name captain, and this one brings in no captain of its
own ("a captain"), that name is meant. Where two are called so, nobody can tell, and the description
stays itself; so does a trade ("the foreman", not "the captain") in an article that nowhere names
the one whom others call so: anybody can have it. Where others quote the same words from one whom
they call so ("the foreman", Piet Varga), both reasons together are enough.
"The city" is that of the dateline, "a Mr Olm" the only Olm of the pile or the only one whom the
article does not name; a "he" whom nobody can follow is whoever others quote with the same words.
So is a surname that two of the pile share, whichever of them the article names behind it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from twosource.collation.callings import (
    Call,
    Callings,
    call_of,
    callings_of,
    singular,
)
from twosource.collation.forms import words_of
from twosource.collation.identities import Names, names_by_article
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
from twosource.vocabulary.descriptions import ends_like_a_person

_WORD = re.compile(r"\w+")
_ITS = re.compile(r"(?:[Ii]ts|[Tt]heir) ")
_STRANGER = re.compile(r"(?P<title>Mr|Mrs|Ms|Miss|Dr)\.? (?P<surname>[A-Z]\w+)")
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
    bodies: frozenset[str]
    towns: frozenset[str]


class _FirstNames(msgspec.Struct, frozen=True):
    woman: frozenset[str]
    man: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pile:
    """What all articles call everybody, and whom one of them names."""

    callings: Callings
    bearers: Callable[[Call], frozenset[str]]  # everybody whom a description can mean
    texts: Mapping[str, Sequence[str]]  # that have the last name of somebody
    voices: Voices  # who is named elsewhere for the words of a description
    persons: frozenset[str]
    surnames: Mapping[str, frozenset[str]]
    names: Names
    own: Mapping[tuple[str, str], str]  # an article's fullest form of a name, by both
    in_full: Mapping[tuple[str, str], int]  # where an article first has a full name, by both
    here: frozenset[str] = frozenset()  # who the article names
    town: str | None = None  # where the article was filed, else where others were

    def absent(self, names: Iterable[str]) -> frozenset[str]:
        """Those people of a few whom the article does not name."""
        return frozenset(name for name in names if name in self.persons and name not in self.here)


def name_the_described(
    readings: Sequence[Reading], identities: Sequence[Identity]
) -> tuple[Reading, ...]:
    """The readings, with the names of those speakers whom only another article names."""
    names = names_by_article(identities)
    pile = _pile(readings, identities, names)
    filed = _filed_in(readings, identities)
    anywhere = next(iter(filed.values()), None)
    named_in: dict[str, set[str]] = defaultdict(set)
    for (article, _), name in names.items():
        named_in[article].add(name)
    named: list[Reading] = []
    for reading in readings:
        article = reading.article.id
        town = filed.get(article) or anywhere
        here = replace(pile, here=frozenset(named_in[article]), town=town)
        found = tuple(_named(s, reading, here) for s in reading.statements)
        named.append(replace(reading, statements=found))
    return tuple(named)


def _pile(readings: Sequence[Reading], identities: Sequence[Identity], names: Names) -> _Pile:
    """What all articles together tell of everybody."""
    callings = callings_of(readings, identities)
    persons = frozenset(one.name for one in identities if one.kind is NameKind.PERSON)
    return _Pile(
        callings=callings,
        bearers=cache(callings.bearers),
        texts=_texts_with((_last_word(name) for name in persons), readings),
        voices=voices_of(readings, names),
        persons=persons,
        surnames=_surnames(persons),
        names=names,
        own=_own_forms(identities),
        in_full=_in_full_from(identities),
    )


def _filed_in(readings: Iterable[Reading], identities: Iterable[Identity]) -> dict[str, str]:
    """The places that datelines name by article, the most widely named place of the pile first."""
    datelines = {r.article.id: r.article.dateline for r in readings}
    filed = {
        article: plain_name(line.place.split(",")[0]) for article, line in datelines.items() if line
    }
    places = [one for one in identities if one.kind is NameKind.PLACE and not one.name.isupper()]
    at: dict[str, list[str]] = defaultdict(list)
    for article, place in filed.items():
        at[place].append(article)
    return {article: one.name for one in places for article in at.get(plain_name(one.name), ())}


def _surnames(persons: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Everybody of the pile by their last names."""
    by_last: dict[str, set[str]] = defaultdict(set)
    for name in persons:
        if len(words := words_of(name)) > 1:
            by_last[words[-1]].add(name)
    return {last: frozenset(names) for last, names in by_last.items()}


def _own_forms(identities: Iterable[Identity]) -> Mapping[tuple[str, str], str]:
    """The fullest form in which each article names somebody, capitals throughout only in need."""
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in identities:
        for alias in one.aliases:
            for evidence in alias.evidence:
                forms[evidence.article, one.name].add(alias.name)
    return {
        key: max(found, key=lambda n: (not n.isupper(), len(n), n)) for key, found in forms.items()
    }


def _in_full_from(identities: Iterable[Identity]) -> Mapping[tuple[str, str], int]:
    """From which code point on each article has named somebody by two words or more."""
    found: dict[tuple[str, str], int] = {}
    for one in identities:
        for alias in one.aliases:
            for evidence in alias.evidence if len(words_of(alias.name)) > 1 else ():
                key, start = (evidence.article, one.name), evidence.span.start
                found[key] = min(start, found.get(key, start))
    return found


def _texts_with(words: Iterable[str], readings: Iterable[Reading]) -> Mapping[str, Sequence[str]]:
    """The texts of a pile that have a word, for each of a few."""
    having: dict[str, list[str]] = {word: [] for word in words}
    for text in (reading.article.text for reading in readings):
        for word in having.keys() & set(_WORD.findall(text)):
            having[word].append(text)
    return having


def _last_word(name: str) -> str:
    """The last whole word of a name, as it is spelt; nothing of one that has but signs."""
    words: list[str] = _WORD.findall(name)
    return words[-1] if words else ""


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
    name = None
    if speaker.kind is SpeakerKind.UNRESOLVED:
        name = _only(pile.voices.get((reading.article.id, speaker))) or _by_surname(speaker, pile)
    elif speaker.kind is SpeakerKind.DESCRIBED and (call := call_of(speaker.name)):
        described = speaker, call, reading, pile
        name = _quoted_elsewhere(*described) or _called_so(*described)
        name = pile.own.get((reading.article.id, name), name) if name else None
    elif speaker.kind is SpeakerKind.NAMED:
        name = _of_one_surname(speaker, reading, pile) or _in_full(speaker, reading, pile)
        if name is None and _is_named_too_late(speaker, reading, pile):
            shown = speaker.span.of(reading.article.text)
            return replace(speaker, name=shown, kind=SpeakerKind.UNRESOLVED)
    return replace(speaker, name=name, kind=SpeakerKind.NAMED) if name else speaker


def _only(names: Collection[str] | None) -> str | None:
    """The one of a few, where there is but one."""
    return next(iter(names)) if names and len(names) == 1 else None


def _called_so(speaker: Speaker, call: Call, reading: Reading, pile: _Pile) -> str | None:
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
    name = _only(found)
    if not name:  # several, or nobody who can be told
        return None
    trade = pile.absent(found) and call.noun not in titles.before_names - titles.jobs
    bare = not (call.modifiers or call.ties)
    stranger = bare and (trade or _brings_in(reading.article.text, call))
    return None if stranger else name


def _as_before(speaker: Speaker, call: Call, reading: Reading, pile: _Pile) -> frozenset[str]:
    """Who is called as the paragraph has just called one, and only one, in full.

    As in "Kalmia's interior ministry", if several are ministries.
    """
    text, start = reading.article.text, speaker.span.start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    fuller = _only(set(re.findall(_IN_FULL.format(noun=re.escape(call.noun)), before)))
    told = call_of(fuller) if fuller else None
    bare = not (call.modifiers or call.ties) and speaker.name.count(" ") == 1
    return pile.bearers(told) if bare and told else frozenset()


def _quoted_elsewhere(speaker: Speaker, call: Call, reading: Reading, pile: _Pile) -> str | None:
    """The only one called so from whom other articles quote the same words.

    One whom this article names is somebody else, and "a manager" may be any: Varga quotes him.
    """
    if _ANY.match(speaker.name):
        return None
    voices = pile.absent(pile.voices.get((reading.article.id, speaker), ()))
    return _only({name for name in voices if _is_called(name, call.noun, pile)})


def _is_called(name: str, noun: str, pile: _Pile) -> bool:
    """Whether an article puts a noun to a name: "the cook, a large man called Piet Varga"."""
    if any(noun == one.noun for one in pile.callings.by_name[name]):
        return True
    last = name.rpartition(" ")[2]
    beside = re.compile(_BESIDE.format(noun=re.escape(noun), last=re.escape(last)))
    return any(beside.search(text) for text in pile.texts[_last_word(name)])


def _heads(reading: Reading, speaker: Speaker) -> bool:
    """Whether a headline leaves out the article of a description: "Caretaker warned of cracks"."""
    headline = any(
        block.kind in (BlockKind.TITLE, BlockKind.SUBHEAD) and block.span.contains(speaker.span)
        for block in reading.article.blocks
    )
    return headline and speaker.name.isalpha()


def _by_surname(speaker: Speaker, pile: _Pile) -> str | None:
    """Whom "a Mr Olm" brings in: the only Olm of the pile, or whom this article does not name."""
    match = _STRANGER.fullmatch(speaker.name)
    if match is None:
        return None
    called = pile.surnames.get(words_of(match["surname"])[0], frozenset())
    found = _only(called) or _only(pile.absent(called))
    return found if found and _can_bear(match["title"], found) else None


def _in_full(speaker: Speaker, reading: Reading, pile: _Pile) -> str | None:
    """Which body is meant by a name of one word that many bodies have: "the Ministry"."""
    words, bodies = words_of(speaker.name), load("titles", _Titles).bodies
    name = pile.names.get((reading.article.id, plain_name(speaker.name)))
    return name if len(words) == 1 and words[0] in bodies and name != speaker.name else None


def _of_one_surname(speaker: Speaker, reading: Reading, pile: _Pile) -> str | None:
    """Of two with one surname the one whom the pile calls as it is called: "Olm, the guard".

    Else the one whom other articles name for the same quoted words. An article that names only the
    other in full has read it as theirs.
    """
    called = _namesakes(speaker, reading, pile)
    call = _call_beside(speaker, reading.article.text)
    if call is not None:
        found = called & pile.bearers(call)
    else:
        found = called & pile.voices.get((reading.article.id, speaker), frozenset())
    return _only(found) if speaker.name not in found else None


def _is_named_too_late(speaker: Speaker, reading: Reading, pile: _Pile) -> bool:
    """Whether a surname that two share stands before the full name it was taken for.

    Nobody is called Velk and only then Jan Velk, but in a headline.
    """
    full = pile.in_full.get((reading.article.id, speaker.name), 0)
    headline = any(
        block.kind in (BlockKind.TITLE, BlockKind.SUBHEAD) and block.span.contains(speaker.span)
        for block in reading.article.blocks
    )
    shared = len(_namesakes(speaker, reading, pile)) > 1
    called = _call_beside(speaker, reading.article.text) is not None
    return shared and not called and not headline and speaker.span.end <= full


def _namesakes(speaker: Speaker, reading: Reading, pile: _Pile) -> frozenset[str]:
    """All of one surname, where a speaker is called by it and read as one of them, or as nobody."""
    surname = plain_name(speaker.span.of(reading.article.text))
    called = pile.surnames.get(surname, frozenset())
    return called if speaker.name in called or plain_name(speaker.name) == surname else frozenset()


def _call_beside(speaker: Speaker, text: str) -> Call | None:
    """What the words right beside a speaker's name call him."""
    return call_of(speaker.role.of(text)) if speaker.role and _is_beside(speaker, text) else None


def _is_beside(speaker: Speaker, text: str) -> bool:
    """Whether a speaker's role stands right beside the name, and not elsewhere in the article."""
    first, last = sorted((speaker.span, speaker.role or speaker.span))
    return text[first.end : last.start] in {" ", ", "}


def _can_bear(title: str, name: str) -> bool:
    """Whether the first name of somebody goes with a title: Ana Olm is no Mr Olm."""
    known: _FirstNames = load("first_names", _FirstNames)
    others = {"Mr": known.woman - known.man, "Dr": frozenset[str]()}.get(
        title, known.man - known.woman
    )
    return words_of(name)[0] not in others


def _brings_in(text: str, call: Call) -> bool:
    """Whether an article introduces somebody by a noun itself: "a captain", "another captain".

    "A ministry official" brings in no ministry.
    """
    one = r"\b(?:an?|another|one|two|three|some|several)\s+(?:[\w-]+\s+){0,3}"
    found = re.finditer(rf"{one}{re.escape(call.noun)}s?\b(?: (\w+))?", text, re.IGNORECASE)
    return any(not (one[1] and ends_like_a_person(singular(one[1]))) for one in found)
