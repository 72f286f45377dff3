"""What a pile calls everybody: the nouns of their roles, and the words of bodies' names.

"The commission" can mean the Referendum Commission, "the captain" one whom an article calls so.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from twosource.collation.identities import names_by_article
from twosource.collation.identities.forms import names_a_body, words_of
from twosource.collation.identities.names import plain_name
from twosource.model import Identity, NameKind, Reading
from twosource.vocabulary import load
from twosource.vocabulary.descriptions import (
    ends_like_a_person,
    is_of,
    tied_apart,
    ties,
    up_to_noun,
)
from twosource.vocabulary.word_classes import articles, owners

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SMALL = re.compile(r" (?!(?:of|and|for|the|de|la)\b)[a-z]{3,}")  # "Tolvane court" describes


class _Titles(msgspec.Struct, frozen=True):
    firms: frozenset[str]
    named_firms: frozenset[str]
    media: frozenset[str]
    papers: frozenset[str]
    bodies: frozenset[str]
    before_names: frozenset[str]
    woman: frozenset[str]
    man: frozenset[str]
    alike_bodies: tuple[frozenset[str], ...]
    same_office: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody is called: a noun, the words before it in the singular, and what ties both."""

    noun: str
    modifiers: frozenset[str]
    ties: frozenset[str] = frozenset()


NOBODY = ""  # who bears a name that several have


@dataclass(frozen=True, slots=True)
class Callings:
    """What everybody is called, by name, and who is called by a noun, with all such calls."""

    by_name: Mapping[str, frozenset[Call]]
    by_noun: Mapping[str, Mapping[str, Sequence[Call]]]

    def bearers(self, call: Call) -> frozenset[str]:
        """Everybody whom a description can mean."""
        return frozenset(
            name
            for noun in _nouns_like(call.noun)
            for name, calls in self.by_noun.get(noun, {}).items()
            if any(fits(call, one) for one in calls)
        )


def call_of(words: str) -> Call | None:
    """What words call somebody: "harbour master" in "the harbour master of Ruhl"."""
    told = [word.lower() for word in _WORD.findall(up_to_noun(words))]
    if told[-1:] == ["s"]:
        return None  # "the regime's": an owner
    nouns = [singular(word) for word in told if word not in _determiners()]
    return Call(nouns[-1], frozenset(nouns[:-1]), ties(words)) if nouns else None


@cache
def _determiners() -> frozenset[str]:
    return articles() | owners() | {"own", "s"}  # "its own", "the mayor's"


def singular(word: str) -> str:
    """A noun without its plural's s: good enough to compare nouns by."""
    plural = word.endswith("s") and not word.endswith(("ss", "corps"))
    return word[:-1] if plural else word


def fits(call: Call, known: Call) -> bool:
    """Whether a description can mean one who is known by a call: "the company" any sort of firm."""
    titles: _Titles = load("titles", _Titles)
    firm = call.noun in titles.firms | titles.named_firms and known.noun in titles.firms
    firm = firm and not call.modifiers
    words = known.modifiers | known.ties
    alike = all(any(is_of(one, word) for word in words) for one in call.modifiers)
    alike = alike and not tied_apart(call.ties, known.ties)
    same = call.noun == known.noun or _alike_bodies(call.noun, known.noun)
    same = same or _one_office(call, known)
    return firm or (same and alike)


def _one_office(call: Call, known: Call) -> bool:
    """Whether two nouns name one office of one body: the boss and the director of Olm & Sons."""
    body, other = call.ties, known.ties
    one = bool(body and other) and (body <= other or other <= body)
    return one and _same_office(call.noun, known.noun)


def _same_office(noun: str, other: str) -> bool:
    return any({noun, other} <= nouns for nouns in load("titles", _Titles).same_office)


def _alike_bodies(noun: str, other: str) -> bool:
    """Whether two nouns can call one body: "the union" may be a league."""
    known: _Titles = load("titles", _Titles)
    return any(noun in nouns and other in nouns for nouns in known.alike_bodies)


def _nouns_like(noun: str) -> frozenset[str]:
    """A noun and all that may call one whom it calls."""
    known: _Titles = load("titles", _Titles)
    groups = (known.firms | known.named_firms, *known.alike_bodies, *known.same_office)
    return frozenset({noun}).union(*(nouns for nouns in groups if noun in nouns))


# ── What everybody is called ─────────────────────────────────────────────────────────────────────


def callings_of(readings: Sequence[Reading], identities: Sequence[Identity]) -> Callings:
    """For each identity, by its name, everything that the pile calls it besides its names.

    What stands beside a last name that several have is said of the one who is called so elsewhere,
    else of `NOBODY`.
    """
    roles = _roles(readings, identities)
    by_name = {NOBODY: frozenset(roles[NOBODY])} | {
        one.name: frozenset(
            (*(call for call in roles[one.name] if _can_be(one, call)), *_by_its_name(one))
        )
        for one in identities
    }
    by_noun: dict[str, dict[str, list[Call]]] = defaultdict(lambda: defaultdict(list))
    for name, calls in by_name.items():
        for call in calls:
            by_noun[call.noun][name].append(call)
    return Callings(by_name, by_noun)


def _roles(
    readings: Sequence[Reading], identities: Sequence[Identity]
) -> defaultdict[str, set[Call]]:
    """What stands beside the names, by whom they name."""
    meant, shared = names_by_article(identities), _shared_names(identities)
    roles: defaultdict[str, set[Call]] = defaultdict(set)
    doubtful: set[tuple[str, Call]] = set()
    for reading in readings:
        for form, call in _called_in(reading):
            if form in shared:
                doubtful.add((form, call))
            elif name := meant.get((reading.article.id, form)):
                roles[name].add(call)
    for name, call in list(_settled(doubtful, roles)):
        roles[name].add(call)
    return roles


def _settled(
    doubtful: Iterable[tuple[str, Call]], roles: Mapping[str, set[Call]]
) -> Iterator[tuple[str, Call]]:
    """Whom a role beside a name of several is of; `NOBODY` where that is not told."""
    by_last: dict[str, list[str]] = defaultdict(list)
    for name in roles:
        by_last[words_of(name)[-1]].append(name)
    for form, call in doubtful:
        for name in _bearers(by_last[form], call, roles) or [NOBODY]:
            yield name, call


def _called_in(reading: Reading) -> Iterator[tuple[str, Call]]:
    """The names of an article in plain letters, with what stands beside them."""
    text = reading.article.text
    for mention in reading.mentions:
        if mention.role and (call := call_of(mention.role.of(text))):
            yield plain_name(mention.span.of(text)), call


def _shared_names(identities: Iterable[Identity]) -> frozenset[str]:
    """The last names of several: "Olm, the guard" can be any of them."""
    persons = (words_of(one.name) for one in identities if one.kind is NameKind.PERSON)
    last = Counter(words[-1] for words in persons if len(words) > 1)
    return frozenset(name for name, count in last.items() if count > 1)


def _bearers(names: Iterable[str], call: Call, roles: Mapping[str, set[Call]]) -> list[str]:
    """Those of one last name who are called so in full, or have the same office."""
    return [
        name
        for name in names
        if any(one.noun == call.noun or _same_office(one.noun, call.noun) for one in roles[name])
    ]


def _can_be(identity: Identity, call: Call) -> bool:
    """Whether a noun beside a name can say what its bearer is: no person is a regime or a term."""
    known: _Titles = load("titles", _Titles)
    if identity.kind is not NameKind.PERSON:
        return call.noun in known.bodies | known.firms
    persons = known.before_names | known.woman | known.man
    return call.noun in persons or ends_like_a_person(call.noun)


def _by_its_name(identity: Identity) -> Iterator[Call]:
    """A body is called by words of its name: "the harbour authority", "the commission"."""
    titles: _Titles = load("titles", _Titles)
    known = titles.media | titles.papers
    for alias in identity.aliases:
        words = [singular(word) for word in words_of(alias.name)]
        if "&" in alias.name and known.isdisjoint(words_of(alias.name)):
            yield Call("firm", frozenset())  # "Hale & Strand", no "Harbour & Line"
        body = identity.kind is NameKind.ORGANISATION or names_a_body(words_of(alias.name))
        if body and not _SMALL.search(alias.name):
            for number, word in enumerate(itertools.takewhile(lambda word: word != "of", words)):
                yield Call(word, frozenset(words[:number]) | frozenset(words[number + 1 :]))
