"""Neighbours: the class a word has by the words right before and behind it.

Is "May" a month, is "Met" part of a name, does "after" open a clause? A table of passes, in order.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from twosource.reading.statements.frames.words import Word, around, word_classes
from twosource.reading.statements.lexicon.titles import (
    is_age,
    is_crowd,
    is_taken_up,
    names_a_person,
    titles,
)
from twosource.reading.statements.lexicon.verbs import Form, Takes, is_quoting, particles
from twosource.vocabulary.word_classes import owners

# ── Names ────────────────────────────────────────────────────────────────────────────────────────


def _the_of_names(words: list[Word]) -> list[Word]:
    """An article written large behind a noun is part of a name: "the weekly The Lantern"."""
    return [
        replace(word, kind="N")
        if word.lower == "the" and word.capital and before.kind == "N" and after.kind == "P"
        else word
        for before, word, after in around(words)
    ]


def _name_parts(words: list[Word]) -> list[Word]:
    """Words inside a name belong to it: "Piet van der Varga", "Mark Fell"."""
    plain = any(w.kind in "NK" and not w.capital for w in words)  # no headline of capitals
    joined = [
        replace(word, kind="P")
        if _is_part(before, word, after, "MK" if plain else "M")
        or (plain and _is_small_name(before, word, after))
        else word
        for before, word, after in around(words)
    ]
    placed = list(around(words))
    for index in range(len(words) - 2, -1, -1):
        before, word, _ = placed[index]
        leads = _leads_name(before, word, joined[index + 1]) or _is_of_a_day(words, index)
        if joined[index + 1].kind == "P" and leads:
            joined[index] = replace(word, kind="P")
    return joined


def _is_of_a_day(words: Sequence[Word], index: int) -> bool:
    """Whether a paper is named for a day, "the | Sunday Lantern"; but "on the Sunday Olm left"."""
    word = words[index]
    the = index > 0 and words[index - 1].lower == "the"
    when = index > 1 and words[index - 2].lower in _LEAD_DAY
    return the and not when and word.kind == "Z" and word.capital


_LEAD_DAY = frozenset({"on", "by", "until", "from", "since", "before", "after", "for"})


def _leads_name(before: Word, word: Word, after: Word) -> bool:
    """Whether a small word, a possessive or a day belongs to the name that goes on behind it."""
    inside, named = titles().inside_names, before.kind == "P"
    particle = word.lower in inside and (named or before.lower in inside)
    plural = named and word.kind == "p" and word.lower.endswith("s'")
    paper = word.kind == "Z" and word.capital and after.lower in _media()  # "Sunday Beacon"
    whose = _is_peoples(word) and before.kind == "D"
    return particle or plural or paper or whose or _is_saints(before, word, after)


def _is_peoples(word: Word) -> bool:
    """Whether a body is named for its people: "the People's Banner", "the Teachers' Union"."""
    owners = re.sub(r"['’]s?$", "", word.lower)
    return word.kind == "p" and word.capital and (owners in titles().several or is_crowd(owners))


def _is_part(before: Word, word: Word, after: Word, kinds: str) -> bool:
    """Whether a number or verb is part of a name here: "Mark Fell", "the Met Office"."""
    opens = word.kind in "KM" and before.kind in "DIEO" and after.kind == "P"  # "to Six News"
    numbered = word.kind == "M" and before.kind == "P" and _is_channel(before, word)
    return numbered or (word.kind in kinds and word.capital and (before.kind == "P" or opens))


def _is_small_name(before: Word, word: Word, after: Word) -> bool:
    """Whether a small word is a first name, large amid a sentence: "the driver, Per Olm"."""
    amid = before.kind in {",", "N", "V", "K", "C", "P"} and not before.capital
    return amid and word.kind in "IEOBA" and word.capital and after.kind == "P"


def _is_channel(before: Word, number: Word) -> bool:
    """Whether a number names a station: "Kanal 31"."""
    return before.lower in _media() and number.lower.isdigit()


def _is_saints(before: Word, word: Word, after: Word) -> bool:
    """Whether a possessive belongs to a name: "St Ida's Hospital"."""
    saint = before.lower.rstrip(".") in {"st", "saint"}
    return saint and word.kind == "p" and after.lower in titles().bodies


@cache
def _media() -> frozenset[str]:
    return titles().media | titles().papers


def _names_of_bodies(words: list[Word]) -> list[Word]:
    """Small words inside a body's name: "Ministry of Health", "Ports and Harbours Authority"."""
    joined, bodies = list(words), titles().bodies
    kinds = "".join(word.kind for word in words)
    led = "".join(_LEAD_ON.get(word.lower, word.kind) for word in words)
    for match in _OF_BODY.finditer(led):
        if words[match.start()].shouted and "H" in match["of"]:
            continue  # a line of capitals: elsewhere the name is written as it is
        if any(word.lower in bodies for word in words[match.start() : match.start("of")]):
            for index in range(match.start("of"), match.end()):
                joined[index] = replace(words[index], kind="P")
    for match in _AND_BODY.finditer(kinds):
        at = match.start("and")
        first = {word.lower for word in words[match.start() : at]}
        if words[match.end() - 1].lower in bodies and first.isdisjoint(bodies):
            joined[at] = replace(words[at], kind="P")
    return joined


_LEAD_ON = {"of": "F", "for": "F", "the": "H"}
_OF_BODY = re.compile(r"P+(?P<of>(?:FH?P+)+)")  # "Department of the Interior"
_AND_BODY = re.compile(r"(?<=D)P{1,3}(?P<and>C)P+")


def _double_possessives(words: list[Word]) -> list[Word]:
    """The owner in "a pal of Roth's whispered" owns nothing behind it."""
    kinds = "".join(word.kind for word in words)
    owners = {match.end() - 1 for match in _DOUBLE.finditer(kinds)}
    owners = {at for at in owners if at + 1 == len(words) or may_be_verb(words[at + 1])}
    return [replace(word, kind="P") if at in owners else word for at, word in enumerate(words)]


_DOUBLE = re.compile(r"NOD?[NP]*p")


# ── Times ────────────────────────────────────────────────────────────────────────────────────────


def _months(words: list[Word]) -> list[Word]:
    """May before a day is the month, and behind one where it is written large: "12 May"."""
    return [
        replace(word, kind="Z")
        if word.lower == "may" and (after.kind == "M" or (word.capital and _leads_month(before)))
        else word
        for before, word, after in around(words)
    ]


def _years(words: list[Word]) -> list[Word]:
    """A year behind "in" is a time: "In 1974 Olm told them"; "in 1,974 cases" has a comma."""
    return [
        replace(word, kind="Z")
        if word.kind == "M" and before.lower in _LEADS_YEAR and _YEAR.fullmatch(word.lower)
        else word
        for before, word, _ in around(words)
    ]


_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_LEADS_YEAR = frozenset({"in", "since", "until"})


def _leads_month(before: Word) -> bool:
    return before.kind in "MZI" or before.lower in _OF_MONTHS


_OF_MONTHS = frozenset({"of", "last", "next", "this", "early", "late"})


def _day_parts(words: list[Word]) -> list[Word]:
    """Morning and night are times behind a day or "this": "on Friday night", "this morning"."""
    parts = word_classes().parts_of_day
    return [
        replace(word, kind="Z")
        if (word.lower in parts and (before.kind == "Z" or before.lower in _THIS))
        or (word.lower in _LAST and (after.kind == "Z" or after.lower in parts))
        else word
        for before, word, after in around(words)
    ]


_LAST = frozenset({"last", "next"})  # "last November"
_THIS = frozenset({"this", *_LAST})


def _times_ago(words: list[Word]) -> list[Word]:
    """How long ago somebody said it is a time: "wrote just a few years earlier"."""
    known = word_classes()
    ends = [i for i, word in enumerate(words) if word.lower in known.since_then]
    times = {i for end in ends for i in _stretch_of_time(words, end)}
    return [replace(word, kind="Z") if i in times else word for i, word in enumerate(words)]


def _stretch_of_time(words: list[Word], end: int) -> range:
    """The words of a stretch of time that stands behind a verb of saying and ends in "ago"."""
    known, begin = word_classes(), end - 1
    counted = words[end + 1].kind in "DNPpRM" if end + 1 < len(words) else False
    before_what = words[end].lower == "before" and counted  # "two days before the storm"
    if begin < 1 or before_what or words[begin].lower not in known.stretches_of_time:
        return range(0)
    while begin and (words[begin - 1].kind in "ML" or words[begin - 1].lower in known.how_many):
        begin -= 1
    return range(begin, end + 1) if begin and words[begin - 1].verb is not None else range(0)


# ── Small words ──────────────────────────────────────────────────────────────────────────────────


def _by_means(words: list[Word]) -> list[Word]:
    """The "by" of "by radio" is a "via": nobody of that name has done it."""
    kinds = "".join("B" if word.lower == "by" else word.kind for word in words)
    known = word_classes().means_of_speech
    means = {
        match.start()
        for match in _BARE.finditer(kinds)
        if all(word.lower in known for word in words[match.start() + 1 : match.end()])
    }
    return [replace(w, lower="via") if at in means else w for at, w in enumerate(words)]


_BARE = re.compile(r"BN{1,2}(?![NPK])")  # no article, nothing behind


def _prepositions(words: list[Word]) -> list[Word]:
    """The "to" of "according to" leads a noun and not a verb, and "according" is none itself."""
    return [
        replace(word, kind="I")
        if word.lower == "according" or (word.lower == "to" and before.lower in _LEAD_TO)
        else word
        for before, word, _ in around(words)
    ]


_LEAD_TO = frozenset({"according", "due", "thanks"})


def _conjunctions(words: list[Word]) -> list[Word]:
    """After, before, since and until may open a clause: "rose after it said", no preposition."""
    kinds = "".join("V" if word.verb and word.kind in "NK" else word.kind for word in words)
    return [
        replace(word, kind="B")
        if word.lower in word_classes().clause_openers and _CLAUSE_BEHIND.match(kinds, index + 1)
        else word
        for index, word in enumerate(words)
    ]


_CLAUSE_BEHIND = re.compile(r"(?:R|D?[NP]*[NP])L?[AVK]")


def _that_alone(words: list[Word]) -> list[Word]:
    """The "that" of "he says that is untrue" stands for something, as a verb follows it at once."""
    return [
        replace(word, kind="R")
        if word.kind == "T" and after.kind == "A" and _says_clause(before)
        else word
        for before, word, after in around(words)
    ]


def _says_clause(word: Word) -> bool:
    """Whether a clause can follow a word as what it says."""
    says = word.verb is not None and word.verb.takes(Takes.CLAUSE)
    return says and not word.capital


def _no_longer(words: list[Word]) -> list[Word]:
    """The "no" of "no longer" negates the verb behind it."""
    return [
        replace(word, kind="X")
        if (word.lower, after.lower) == _NO_LONGER
        else replace(word, kind="L")
        if (before.lower, word.lower) == _NO_LONGER
        else word
        for before, word, after in around(words)
    ]


_NO_LONGER = ("no", "longer")


def _indefinites(words: list[Word]) -> list[Word]:
    """Nobody and everybody head a noun phrase where something hangs on them: "nobody from Ruhl".

    So does what stands behind "those": "half of those asked".
    """
    words = [
        replace(word, kind="N") if before.lower == "those" and word.kind == "K" else word
        for before, word, _ in around(words)
    ]
    return [
        replace(word, kind="N")
        if word.lower in word_classes().indefinites and after.kind in "IOW"
        else replace(word, kind="J")
        if word.lower == "her" and after.kind not in "NPpMKGVYLQX"
        else replace(word, kind="D")
        if word.lower == "neither" and after.kind in "DPp"
        else word
        for _, word, after in around(words)
    ]


def _behind_article(words: list[Word]) -> list[Word]:
    """What an article leads is no verb where a phrase ends with it: "the cost of it"."""
    leads = word_classes().leads_nouns
    return [
        replace(word, kind="N")
        if before.lower in leads and word.kind == "K" and after.kind in "OEIA,;."
        else word
        for before, word, after in around(words)
    ]


def _as_adjectives(words: list[Word]) -> list[Word]:
    """A participle before a noun, behind a preposition or "citing": "by unnamed officials"."""
    return [
        replace(word, kind="N")
        if word.kind == "K"
        and word.lower.endswith("ed")
        and not word.capital
        and after.kind == "N"
        and _leads_phrase(before)
        else word
        for before, word, after in around(words)
    ]


def _as_nouns(words: list[Word]) -> list[Word]:
    """An adverb between an article and "of" is a noun: "on the back | of our copy"."""
    return [
        replace(word, kind="N")
        if word.kind == "L" and before.kind == "D" and after.lower == "of"
        else word
        for before, word, after in around(words)
    ]


def _leads_phrase(word: Word) -> bool:
    """Whether a noun phrase begins behind a word: "by", "to", "citing", "which quoted"."""
    cites = word.verb is not None and (word.verb.form is Form.ING or is_quoting(word.verb))
    led = word.kind in "IO" and word.lower not in particles()
    return led or cites


def _behind_who(words: list[Word]) -> list[Word]:
    """What stands right behind "he" is a verb, and behind "who", if it ends in s: "who works"."""
    return [
        replace(word, kind="K")
        if word.kind == "N"
        and (before.lower in _DOERS or (before.lower == "who" and word.lower.endswith("s")))
        else word
        for before, word, _ in around(words)
    ]


_DOERS = frozenset({"i", "he", "she", "we", "they"})


def _behind_name(words: list[Word]) -> list[Word]:
    """A past that is as often a noun is a verb between somebody and somebody: "Olm beat Orsk"."""
    return [
        replace(word, kind="K")
        if word.lower in word_classes().pasts_like_nouns
        and (
            (before.kind == "P" and after.kind in "DPpRJM")
            or (_is_somebody(before) and after.kind in "NDPpRJM")
        )
        else word
        for before, word, after in around(words)
    ]


def _by_age(words: list[Word]) -> list[Word]:
    """Who is called by age stands like a noun before a verb: "the 23-year-old | beat Orsk"."""
    return [
        replace(word, kind="N")
        if is_age(word.lower) and before.lower == "the" and (after.kind in "KA" or after.verb)
        else word
        for before, word, after in around(words)
    ]


def _is_somebody(word: Word) -> bool:
    """Whether a word calls a person: "the 23-year-old", "the striker"."""
    return is_age(word.lower) or is_taken_up(word.lower)


def _one_of_two(words: list[Word]) -> list[Word]:
    """The other of two stands for somebody where a verb follows, and no noun behind it."""
    nouns_behind = [word.kind == "N" for word in words[2:]] + [False, False]
    return [
        replace(word, kind="N")
        if before.lower == "the"
        and word.lower in word_classes().of_two
        and may_be_verb(after)
        and not noun  # "the other suggested route"
        else word
        for (before, word, after), noun in zip(around(words), nouns_behind, strict=False)
    ]


def may_be_verb(word: Word) -> bool:
    """Whether a word can be the verb of somebody right before it."""
    past = word.verb is not None and word.verb.form in (Form.PAST, Form.THIRD)
    return past or word.kind in "A,"


def _called_by_name(words: list[Word]) -> list[Word]:
    """Behind "a man" or "one firm", "called" only gives a name, where nothing stands behind it."""
    kinds = "".join(map(_kind_by_name, words))
    naming = {match.end("noun") for match in _BY_NAME.finditer(kinds)}
    return [replace(w, kind="N", verb=None) if at in naming else w for at, w in enumerate(words)]


def _kind_by_name(word: Word) -> str:
    """The class of a word; a for "a", c for "called"."""
    if word.lower in {"a", "an", "one"}:
        return "a"
    return "c" if word.lower in word_classes().called else "V" if word.verb else word.kind


_BY_NAME = re.compile(r"a[NKM]*(?P<noun>N)(?=cP+(?:[,;:.VAW]|$))")  # not "and", "on"


def _friends_by_trade(words: list[Word]) -> list[Word]:
    """A trade between "his friend" and a name is part of what calls them: "his friend the poet"."""
    kinds = "".join(word.kind for word in words)
    articles = {
        match.end("own")
        for match in _BY_TRADE.finditer(kinds)
        if words[match.start()].lower in owners() and words[match.end("own")].lower == "the"
        if names_a_person(words[match.end("own") - 1].lower)
    }
    return [replace(word, kind="N") if at in articles else word for at, word in enumerate(words)]


_BY_TRADE = re.compile(r"(?P<own>DN+)DN+(?=PP)")


# Each pass takes the words as the one before it leaves them.
PASSES: tuple[Callable[[list[Word]], list[Word]], ...] = (
    _the_of_names,
    _behind_who,
    _behind_name,
    _by_age,
    _as_adjectives,
    _as_nouns,
    _by_means,
    _prepositions,
    _no_longer,
    _that_alone,
    _name_parts,
    _months,
    _years,
    _day_parts,
    _times_ago,
    _names_of_bodies,
    _behind_article,
    _conjunctions,
    _double_possessives,
    _indefinites,
    _called_by_name,
    _one_of_two,
    _friends_by_trade,
)
