"""What the links between articles are read from, gathered once for all claims of a pile."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from twosource.collation.conflicts.values import Value, find_values
from twosource.collation.identities import one_name_each
from twosource.collation.identities.bodies import words_for_speakers
from twosource.collation.identities.names import full_names, plain_name
from twosource.model import (
    Article,
    Assertion,
    CreditKind,
    Derivation,
    Identity,
    LostSource,
    Passage,
    PassageKind,
    Reading,
    Speaker,
    SpeakerKind,
)

# The share of the shorter article's text from which it may have the claim from the other. Tuned on
# the five invented stories that are not for reporting, by the share of claims whose known count
# lies between the two: .05, .1 and none were tried.
MUCH = 0.05
WORDS = re.compile(r"\w+")
MIN_OUTLET = 3  # letters below which an outlet's name is not looked for inside a sentence

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Survey:
    """What the links are read from: the articles, their passages, and who is who."""

    readings: Mapping[str, Reading]  # by id of their articles
    passages: Mapping[str, tuple[Passage, ...]]  # by id of the first of the two articles
    copies: Mapping[str, tuple[Derivation, ...]]  # much of whose text is the parent's, by child
    names: Mapping[str, str]  # plain name → fullest plain name
    called: Mapping[str, frozenset[str]]  # words of names and roles, by fullest plain name
    houses: Mapping[str, str]  # plain name of an outlet or agency → the name as given
    house_words: Mapping[tuple[str, ...], str]  # the words of a given name → its plain name
    longest: int  # words that a given name has
    lost: Mapping[str, tuple[LostSource, ...]]  # texts not in the pile, by each that has them
    values: Mapping[str, Sequence[Value]]  # the numbers and dates of each article


def take_survey(
    readings: Sequence[Reading],
    derivations: Sequence[Derivation],
    identities: Sequence[Identity] = (),
    lost: Sequence[LostSource] = (),
) -> Survey:
    """Gather what the links of all claims are read from."""
    houses = {plain_name(h): h for reading in readings for h in houses_of(reading.article)}
    house_words = _by_their_words(houses)
    copies = (d for d in derivations if d.share >= MUCH and _is_copy(d))
    names = {**full_names(_speakers(readings)), **one_name_each(identities)}
    return Survey(
        readings={reading.article.id: reading for reading in readings},
        passages=_grouped((p.a.article, p) for d in derivations for p in d.passages),
        copies=_grouped((copy.child, copy) for copy in copies),
        names=names,
        called=words_for_speakers(readings, names),
        houses={plain: given for plain, given in sorted(houses.items()) if plain},
        house_words=house_words,
        longest=max(map(len, house_words), default=0),
        lost=_grouped((article, source) for source in lost for article in source.articles),
        values={reading.article.id: find_values(reading) for reading in readings},
    )


def _speakers(readings: Iterable[Reading]) -> set[str]:
    """The names of all whose words the pile gives."""
    statements = (said for reading in readings for said in reading.statements)
    return {said.speaker.name for said in statements if said.speaker and said.gives_words}


def _by_their_words(houses: Mapping[str, str]) -> Mapping[tuple[str, ...], str]:
    """The plain names of those houses that have no short name, by the words of the given ones."""
    return {
        tuple(WORDS.findall(given)): plain
        for plain, given in houses.items()
        if len(plain) >= MIN_OUTLET
    }


def _grouped(pairs: Iterable[tuple[str, Kept]]) -> Mapping[str, tuple[Kept, ...]]:
    """What is kept for each article, in the order it came in."""
    found: dict[str, list[Kept]] = defaultdict(list)
    for article, kept in pairs:
        found[article].append(kept)
    return {article: tuple(kept) for article, kept in found.items()}


def _is_copy(derivation: Derivation) -> bool:
    return any(passage.kind is not PassageKind.QUOTATION for passage in derivation.passages)


def houses_of(article: Article) -> Iterator[str]:
    """The outlet of an article and everybody its credit lines admit to have drawn on."""
    if article.outlet:
        yield article.outlet.value
    admitted = (line for line in article.credits if line.kind is not CreditKind.RIGHTS)
    yield from (line.named for line in admitted if line.named)


def fullest_name(speaker: Speaker, survey: Survey) -> str:
    """The fullest plain name that the pile has for a speaker."""
    plain = plain_name(speaker.name)
    return survey.names.get(plain, plain)


def is_known(assertion: Assertion) -> bool:
    """Whether an article tells from whom it has what it asserts, by name or by a description."""
    speaker = assertion.speaker
    return speaker is not None and speaker.kind is not SpeakerKind.UNRESOLVED
