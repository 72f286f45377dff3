"""Titles: what a noun tells of whoever goes by it: a person or a body, a woman or a man, several.

Every question reads vocabulary/titles.yaml; what the words of an article add stands in `roles`.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

import msgspec

from twosource.vocabulary import load
from twosource.vocabulary.descriptions import ends_like_a_person, up_to_noun
from twosource.vocabulary.word_classes import stand_ins


class Gender(StrEnum):
    """What an article's own words tell about how to refer to somebody."""

    WOMAN = "woman"
    MAN = "man"
    BODY = "body"
    UNKNOWN = "unknown"


class Titles(msgspec.Struct, frozen=True):
    """The shape of titles.yaml."""

    before_names: frozenset[str]
    offices: frozenset[str]
    after_names: frozenset[str]
    forms_of_address: frozenset[str]
    polite: frozenset[str]
    royal: frozenset[str]
    several: frozenset[str]
    no_roles: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    same_office: tuple[tuple[str, ...], ...]
    heads: dict[str, frozenset[str]]
    woman: frozenset[str]
    man: frozenset[str]
    parents: frozenset[str]
    taken_up: frozenset[str]
    unnamed: frozenset[str]
    partisans: frozenset[str]
    countrymen: frozenset[str]
    bodies: frozenset[str]
    inside_names: frozenset[str]
    media: frozenset[str]
    large_media: frozenset[str]
    before_media: tuple[str, ...]
    papers: frozenset[str]
    media_sorts: tuple[frozenset[str], ...]
    alike_bodies: tuple[frozenset[str], ...]
    another: frozenset[str]
    firms: frozenset[str]
    named_firms: frozenset[str]
    media_endings: tuple[str, ...]
    authorities: frozenset[str]


class FirstNames(msgspec.Struct, frozen=True):
    """The shape of first_names.yaml."""

    woman: frozenset[str]
    man: frozenset[str]


@cache
def titles() -> Titles:
    """The nouns of vocabulary/titles.yaml, by what they tell."""
    known: Titles = load("titles", Titles)
    return known


@cache
def pronouns() -> Mapping[str, Gender]:
    """The pronouns that mean one man, woman, body or thing, by which: "he", "hers", "itself"."""
    return {word: Gender(who) for who, words in stand_ins().items() for word in words}


@cache
def pronouns_of_persons() -> Mapping[str, Gender]:
    """Those of them that mean a man or a woman."""
    return {word: who for word, who in pronouns().items() if who is not Gender.BODY}


@cache
def first_names() -> FirstNames:
    """The first names that tell whether somebody is a woman or a man."""
    known: FirstNames = load("first_names", FirstNames)
    return known


def is_title(noun: str) -> bool:
    """Whether a noun says what a person is: "mayor", "fisherman"."""
    return noun in titles().before_names | titles().woman | titles().man


def is_taken_up(noun: str) -> bool:
    """Whether a noun calls somebody again who has just been named: "the striker"."""
    return noun in titles().taken_up


def anybody() -> frozenset[str]:
    """What calls somebody who is brought in without a name: "a man"."""
    return titles().unnamed


def is_age(noun: str) -> bool:
    """Whether a noun calls somebody by age: "34-year-old"."""
    return noun.endswith("-year-old")


def is_countryman(noun: str) -> bool:
    """Whether a noun says where somebody comes from or stands: "the Italian", "the Republican"."""
    return noun in titles().countrymen | titles().partisans


def is_partisan(noun: str) -> bool:
    """Whether a noun calls somebody by a party: "the Republican"."""
    return noun in titles().partisans


def is_office(noun: str) -> bool:
    """Whether a noun says what office somebody holds, and is not a paper's too: no "Reporter"."""
    return noun in titles().before_names - titles().papers


def names_a_person(noun: str) -> bool:
    """Whether a noun says what a person is, by its ending at least: "archaeologist", "finder"."""
    return is_title(noun) or ends_like_a_person(noun)


def is_form_of_address(word: str) -> bool:
    """Whether a word stands before any name: "Mr", "Dr"."""
    return word.lower().rstrip(".") in titles().forms_of_address


def is_body(noun: str) -> bool:
    """Whether a noun says that something is a body and no person: "court", "company"."""
    return noun in titles().bodies | titles().firms


def is_medium_noun(noun: str) -> bool:
    """Whether a noun says that something is a paper, a station or the like: "newspaper"."""
    return noun in titles().media


def means_another() -> frozenset[str]:
    """Words that tell that one is meant who has not just been spoken of: "the rival club"."""
    return titles().another


def same_offices(noun: str) -> frozenset[str]:
    """All words for the office that a noun names, itself among them: "captain", "master"."""
    return next((frozenset(words) for words in titles().same_office if noun in words), frozenset())


def kinds_of(noun: str) -> frozenset[str]:
    """What else somebody can be called who is "the doctor": "surgeon"."""
    return titles().kinds.get(noun, frozenset())


def is_several(description: str) -> bool:
    """Whether a description is of several people: "police", "two men", "those inside"."""
    known = titles()
    noun = head_of(description) or "those"  # "whose 46 observers"
    plural = noun in known.several or (noun.endswith("s") and not noun.endswith("ss"))
    counted = description[:1].isdigit() and noun.isdigit()  # "17 of her friends"
    return plural or counted or description.lower().startswith(("those", "people"))


def is_crowd(noun: str) -> bool:
    """Whether a noun says that several people are meant: "engineers"."""
    return noun.endswith("s") and names_a_person(noun.removesuffix("s"))


def gender_of(description: str) -> Gender:
    """What a description tells about its bearer: "the old man", "a woman on board", "the court"."""
    known = titles()
    noun = head_of(description) or ""
    if noun in known.woman or noun in known.man:
        return Gender.WOMAN if noun in known.woman else Gender.MAN
    return Gender.BODY if is_body(noun) or _ABSTRACT.search(noun) else Gender.UNKNOWN


_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ity|ism)$")


def head_of(description: str) -> str | None:
    """The noun that heads a description: "smith" in "the village smith of Olm"."""
    words = re.findall(r"[\w-]+", up_to_noun(_WHO_IS.sub("", description.lower())))
    return words[-1] if words and not words[0].endswith("ing") else None


_WHO_IS = re.compile(r"^who (?:is|was|has been|had been|became) (?:now |also )?(?:an? |the )?")
