"""Settling: the class a word has where it stands, told from the words around it.

Is "claims" a verb here or a noun, is "May" a month, and is "Met" part of a name?
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from twosource.model import Sense, Span
from twosource.reading.statements.titles import titles
from twosource.reading.statements.verbs import (
    Form,
    Takes,
    Verb,
    also_nouns,
    idioms,
    is_naming,
    particles,
)
from twosource.reading.statements.words import Word, is_called, means_of_speech
from twosource.vocabulary import load


class _Classes(msgspec.Struct, frozen=True):
    leads_nouns: frozenset[str]
    indefinites: frozenset[str]
    stands_alone: frozenset[str]
    of_two: frozenset[str]
    parts_of_day: frozenset[str]


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't",
                 "wasn't", "weren't", "get", "got", "gets"})  # fmt: skip


def _known() -> _Classes:
    known: _Classes = load("word_classes", _Classes)
    return known


@cache
def _media() -> frozenset[str]:
    return titles().media | titles().papers


def settle(words: list[Word]) -> list[Word]:
    """Decide for each form of a reporting verb whether it reports here, from the words around."""
    settled: list[Word] = []
    words = _by_means(_behind_who(_the_of_names(words)))
    words = _names_of_bodies(_day_parts(_months(_name_parts(_no_longer(_prepositions(words))))))
    words = _behind_article(words)
    words = _one_of_two(_called_by_name(_indefinites(_double_possessives(_conjunctions(words)))))
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        settled.append(_settled(word, word.verb, settled, after) if word.verb else word)
    return list(_idioms(settled))


def _the_of_names(words: list[Word]) -> list[Word]:
    """An article written large behind a noun is part of a name: "the weekly The Lantern"."""
    nothing = Word(Span(0, 0), "", ".")
    return [
        replace(word, kind="N")
        if word.lower == "the" and word.capital and before.kind == "N" and after.kind == "P"
        else word
        for before, word, after in zip(
            [nothing, *words], words, [*words[1:], nothing], strict=False
        )
    ]


def _by_means(words: list[Word]) -> list[Word]:
    """The "by" of "by radio" is a "via": nobody of that name has done it."""
    kinds = "".join("B" if word.lower == "by" else word.kind for word in words)
    means = {
        match.start()
        for match in _BARE.finditer(kinds)
        if all(w.lower in means_of_speech() for w in words[match.start() + 1 : match.end()])
    }
    return [replace(w, lower="via") if at in means else w for at, w in enumerate(words)]


_BARE = re.compile(r"BN{1,2}(?![NPK])")  # no article, nothing behind


def _called_by_name(words: list[Word]) -> list[Word]:
    """Behind "a man" or "one firm", "called" only gives a name, where nothing stands behind it."""
    kinds = "".join(map(_kind_by_name, words))
    naming = {match.end("noun") for match in _BY_NAME.finditer(kinds)}
    return [replace(w, kind="N", verb=None) if at in naming else w for at, w in enumerate(words)]


def _kind_by_name(word: Word) -> str:
    """The class of a word; a for "a", c for "called"."""
    if word.lower in {"a", "an", "one"}:
        return "a"
    return "c" if is_called(word.lower) else "V" if word.verb else word.kind


_BY_NAME = re.compile(r"a[NKM]*(?P<noun>N)(?=cP+(?:[,;:.VAW]|$))")  # not "and", "on"


def _behind_who(words: list[Word]) -> list[Word]:
    """What stands right behind "who" and ends in s is a verb: "who works at the port"."""
    nothing = Word(Span(0, 0), "", ".")
    return [
        replace(word, kind="K")
        if before.lower == "who" and word.kind == "N" and word.lower.endswith("s")
        else word
        for before, word in zip([nothing, *words], words, strict=False)
    ]


def _idioms(words: list[Word]) -> Iterator[Word]:
    """Idioms that report as one verb: the first word carries the verb, the others hang on it."""
    left, last = 0, -1
    for index, word in enumerate(words):
        verb, length = _idiom_at(words, index) if not left else (None, 0)
        if verb is not None and _can_lead(word, words[:index]):
            left = length
            yield replace(word, kind="G" if verb.form is Form.ING else "V", verb=verb)
        elif left:
            yield replace(word, kind="L", verb=None, tail=True)
        else:
            behind = index > 0 and word.verb is not None and word.verb.form is Form.ING
            idiom = behind and words[index - 1].lower == "of" and last == index - 1
            yield replace(word, kind="G") if idiom else word
        last = index if left else last
        left = max(0, left - 1)


def _idiom_at(words: Sequence[Word], index: int) -> tuple[Verb | None, int]:
    """The verb that an idiom stands for that begins here, and its length in words."""
    for verb, tail in idioms().get(words[index].lower, ()):
        behind = words[index + 1 : index + 1 + len(tail)]
        if tuple(word.lower for word in behind) == tail:
            return verb, 1 + len(tail)
    return None, 0


def _can_lead(word: Word, before: Sequence[Word]) -> bool:
    """Whether an idiom's first word is a verb here and no noun: "the call for help"."""
    return not word.capital and not (before and before[-1].kind in "DOpI")


def _day_parts(words: list[Word]) -> list[Word]:
    """Morning and night are times behind a day or "this": "on Friday night", "this morning"."""
    nothing, parts = Word(Span(0, 0), "", "."), _known().parts_of_day
    return [
        replace(word, kind="Z")
        if (word.lower in parts and (before.kind == "Z" or before.lower in _THIS))
        or (word.lower in _LAST and (after.kind == "Z" or after.lower in parts))
        else word
        for before, word, after in zip(
            [nothing, *words], words, [*words[1:], nothing], strict=False
        )
    ]


_LAST = frozenset({"last", "next"})  # "last November"
_THIS = frozenset({"this", *_LAST})


def _prepositions(words: list[Word]) -> list[Word]:
    """The "to" of "according to" leads a noun and not a verb, and "according" is none itself."""
    pairs = itertools.pairwise(words)
    led = {id(after) for before, after in pairs if before.lower in {"according", "due", "thanks"}}
    according = [replace(w, kind="I") if w.lower == "according" else w for w in words]
    return [
        replace(w, kind="I") if w.lower == "to" and id(w) in led else other
        for w, other in zip(words, according, strict=True)
    ]


def _conjunctions(words: list[Word]) -> list[Word]:
    """After, before, since and until may open a clause: "rose after it said", no preposition."""
    kinds = "".join("V" if word.verb and word.kind in "NK" else word.kind for word in words)
    return [
        replace(word, kind="B")
        if word.lower in _OPENS_CLAUSE and _CLAUSE_BEHIND.match(kinds, index + 1)
        else word
        for index, word in enumerate(words)
    ]


_OPENS_CLAUSE = frozenset({"after", "before", "since", "until"})
_CLAUSE_BEHIND = re.compile(r"(?:R|D?[NP]*[NP])L?[AVK]")


def _indefinites(words: list[Word]) -> list[Word]:
    """Nobody and everybody head a noun phrase where something hangs on them: "nobody from Ruhl".

    So does what stands behind "those": "half of those asked".
    """
    asked = {id(b) for a, b in itertools.pairwise(words) if a.lower == "those" and b.kind == "K"}
    words = [replace(w, kind="N") if id(w) in asked else w for w in words]
    pairs = zip(words, [*words[1:], None], strict=False)
    return [
        replace(word, kind="N")
        if word.lower in _known().indefinites and after is not None and after.kind in "IOW"
        else replace(word, kind="J")
        if word.lower == "her" and (after is None or after.kind not in "NPpMKGVYLQX")
        else replace(word, kind="D")
        if word.lower == "neither" and after is not None and after.kind in "DPp"
        else word
        for word, after in pairs
    ]


def _behind_article(words: list[Word]) -> list[Word]:
    """What an article leads is no verb where a phrase ends with it: "the cost of it"."""
    nothing, leads = Word(Span(0, 0), "", "."), _known().leads_nouns
    around = zip([nothing, *words], words, [*words[1:], nothing], strict=False)
    return [
        replace(word, kind="N")
        if before.lower in leads and word.kind == "K" and after.kind in "OEIA,;."
        else word
        for before, word, after in around
    ]


def _one_of_two(words: list[Word]) -> list[Word]:
    """The other of two stands for somebody where a verb follows, and no noun behind it."""
    nothing = Word(Span(0, 0), "", ".")
    padded = [nothing, *words, nothing, nothing]
    around = zip(padded, words, padded[2:], padded[3:], strict=False)
    return [
        replace(word, kind="N")
        if before.lower == "the"
        and word.lower in _known().of_two
        and _may_be_verb(after)
        and behind.kind != "N"  # "the other suggested route"
        else word
        for before, word, after, behind in around
    ]


def _double_possessives(words: list[Word]) -> list[Word]:
    """The owner in "a pal of Roth's whispered" owns nothing behind it."""
    kinds = "".join(word.kind for word in words)
    owners = {match.end() - 1 for match in _DOUBLE.finditer(kinds)}
    owners = {at for at in owners if at + 1 == len(words) or _may_be_verb(words[at + 1])}
    return [replace(word, kind="P") if at in owners else word for at, word in enumerate(words)]


_DOUBLE = re.compile(r"NOD?[NP]*p")


def _may_be_verb(word: Word) -> bool:
    past = word.verb is not None and word.verb.form in (Form.PAST, Form.THIRD)
    return past or word.kind in "A,"


def _no_longer(words: list[Word]) -> list[Word]:
    """The "no" of "no longer" negates the verb behind it."""
    pairs = itertools.pairwise(words)
    led = {id(before) for before, after in pairs if (before.lower, after.lower) == _NO_LONGER}
    joined = [replace(w, kind="X") if id(w) in led else w for w in words]
    return [replace(w, kind="L") if w.lower == "longer" and led else w for w in joined]


_NO_LONGER = ("no", "longer")


def _months(words: list[Word]) -> list[Word]:
    """May before a day is the month, and behind one where it is written large: "12 May"."""
    pairs = list(itertools.pairwise(words))
    days = {id(before) for before, after in pairs if after.kind == "M"}
    days |= {id(b) for a, b in pairs if b.capital and (a.kind in "MZI" or a.lower in _OF_MONTHS)}
    return [replace(w, kind="Z") if w.lower == "may" and id(w) in days else w for w in words]


_OF_MONTHS = frozenset({"of", "last", "next", "this", "early", "late"})


def _name_parts(words: list[Word]) -> list[Word]:
    """Words inside a name belong to it: "Piet van der Varga", "Mark Fell", "Hale & Strand"."""
    plain = any(w.kind in "NK" and not w.capital for w in words)  # no headline of capitals
    nothing = Word(Span(0, 0), "", ".")
    joined = [
        replace(word, kind="P") if _is_part(before, word, after, "MK" if plain else "M") else word
        for before, word, after in zip(
            [nothing, *words], words, [*words[1:], nothing], strict=False
        )
    ]
    for index in range(len(words) - 2, -1, -1):
        before = words[index - 1] if index else Word(Span(0, 0), "", ".")
        word, after = words[index], joined[index + 1]
        particle = word.lower in titles().inside_names and (
            before.kind == "P" or before.lower in titles().inside_names
        )
        particle = particle or (word.lower == "&" and before.kind == "P")
        plural = word.kind == "p" and word.lower.endswith("s'") and before.kind == "P"
        paper = word.kind == "Z" and word.capital and after.lower in _media()  # "Sunday Beacon"
        saint = _is_saints(before, word, after)
        if (particle or plural or paper or saint) and after.kind == "P":
            joined[index] = replace(word, kind="P")
    return joined


def _is_part(before: Word, word: Word, after: Word, kinds: str) -> bool:
    """Whether a number or verb is part of a name here: "Mark Fell", "the Met Office"."""
    opens = word.kind in "KM" and before.kind in "DIEO" and after.kind == "P"  # "to Six News"
    numbered = word.kind == "M" and before.kind == "P" and _is_channel(before, word)
    return numbered or (word.kind in kinds and word.capital and (before.kind == "P" or opens))


def _is_saints(before: Word, word: Word, after: Word) -> bool:
    """Whether a possessive belongs to a name: "St Ida's Hospital"."""
    saint = before.lower.rstrip(".") in {"st", "saint"} and before.capital
    return saint and word.kind == "p" and after.kind == "P" and after.lower in titles().bodies


def _is_channel(before: Word, number: Word) -> bool:
    """Whether a number names a station: "Kanal 31"."""
    return before.lower in _media() and number.lower.isdigit()


def _names_of_bodies(words: list[Word]) -> list[Word]:
    """Small words inside a body's name: "Ministry of Health", "Ports and Harbours Authority"."""
    joined = list(words)
    kinds = "".join(word.kind for word in words)
    led = "".join("F" if word.lower in {"of", "for"} else word.kind for word in words)
    for match in _OF_BODY.finditer(led):
        if any(words[i].lower in titles().bodies for i in range(match.start(), match.start("of"))):
            for index in range(match.start("of"), match.end()):
                joined[index] = replace(words[index], kind="P")
    for match in _AND_BODY.finditer(kinds):
        first = {words[i].lower for i in range(match.start(), match.start("and"))}
        if words[match.end() - 1].lower in titles().bodies and first.isdisjoint(titles().bodies):
            joined[match.start("and")] = replace(words[match.start("and")], kind="P")
    return joined


_OF_BODY = re.compile(r"P+(?P<of>(?:FP+)+)")  # F: of, for
_AND_BODY = re.compile(r"(?<=D)P{1,3}(?P<and>C)P+")


def _settled(word: Word, verb: Verb, left: list[Word], after: Word | None) -> Word:
    before = _before(left)
    led = before is not None and before.kind in "DOpIM" and before.lower != "by"
    if led and not _stands_alone(word, verb, before, after):
        return word if word.kind in "PKZ" else replace(word, kind="N")
    if verb.form is Form.ADJECTIVE:
        return replace(word, kind="V") if _passive(left) and not _impersonal(left) else word
    if verb.form is Form.ING:
        return replace(word, kind="V" if _passive(left) else "G")
    if verb.form in (Form.PAST, Form.PARTICIPLE):
        tells_of_noun = _hangs_on_noun(verb, before, after) or _is_participle(verb, left)
        return replace(word, kind="Y" if tells_of_noun else "V")
    if _can_be_verb(word, verb, left, after):
        return replace(word, kind="V")
    return word if word.kind in "PKZL" else replace(word, kind="N")


def _stands_alone(word: Word, verb: Verb, before: Word | None, after: Word | None) -> bool:
    """Whether what stands before a verb needs no noun: "another said", "who dug it out said he"."""
    if before is None:
        return False
    some = before.lower in _known().stands_alone and verb.form is Form.PAST
    out = before.lower in particles() and verb.form is Form.PAST
    out = out and after is not None and after.kind in "IZTQR"
    deed = _is_second_deed(word, verb, before, after)
    return some or out or deed or _is_counted(verb, before, after)


def _hangs_on_noun(verb: Verb, before: Word | None, after: Word | None) -> bool:
    """Whether a past form tells of the noun before it, and of nobody who says something."""
    if after is None:
        return verb.lemma == "tell"  # "…, inquiry told"
    by = after.lower == "by" and not verb.takes(Takes.CLAUSE)
    named = is_naming(verb) and before is not None and before.kind == ","
    named = named and after.kind == "Q"  # "the song, called “Home”, …"
    accused = verb.lemma == "accuse" and after.kind == "O"  # "the minister, accused of lying,"
    listens = verb.uses[0][0] is Takes.LISTENER and after.kind in "IO"
    return by or named or accused or listens


def _is_counted(verb: Verb, before: Word | None, after: Word | None) -> bool:
    """Whether a number heads the subject: "the 34-year-old said he", "the father of two said"."""
    number = before is not None and before.kind == "M" and verb.form is Form.PAST
    return number and (after is None or after.kind in "RTDQ,:EJ")


def _is_second_deed(word: Word, verb: Verb, before: Word | None, after: Word | None) -> bool:
    """Whether somebody says something and another thing "before conceding that"."""
    led = before is not None and before.lower in {"before", "after"} and not word.capital
    return led and verb.form is Form.ING and after is not None and after.kind in "TRQ"


def _before(left: Sequence[Word]) -> Word | None:
    """The word before, adverbs left out but those in -ly."""
    return next((w for w in reversed(left) if w.kind != "L" or w.lower.endswith("ly")), None)


def _is_participle(verb: Verb, left: list[Word]) -> bool:
    """Whether a past form is passive or stands alone: "was asked", "Asked whether"."""
    if verb.form is Form.PARTICIPLE:
        return not _perfect(left)
    led = bool(left) and left[-1].lower in _LEADS_PARTICIPLE
    return not left or led or _passive(left)


_LEADS_PARTICIPLE = frozenset({"when", "if", "as", "unless", "ever"})  # "when asked"


def _opens_words(word: Word | None) -> bool:
    """Whether what follows can be what somebody reports, and does not go on with a noun phrase."""
    return word is None or word.kind in "TQRDP:J"


def _passive(left: list[Word]) -> bool:
    """Whether a form of "be" stands directly before, adverbs and "not" left out."""
    for word in reversed(left):
        if word.kind in "LX":
            continue
        return word.lower in _BE or (word.kind == "A" and word.lower.endswith(("'s", "'re")))
    return False


def _impersonal(left: Sequence[Word]) -> bool:
    """Whether it is a matter that is said to be so: "it is certain that"."""
    subject = next((w for w in reversed(left) if w.kind not in "ALX"), None)
    return subject is None or subject.lower in {"it", "that", "this", "there", "what"}


def _perfect(left: list[Word]) -> bool:
    """Whether a form of "have" stands directly before, adverbs and "not" left out."""
    word = next((w for w in reversed(left) if w.kind not in "LX"), None)
    return word is not None and word.kind == "A" and word.lower not in _BE


def _can_be_verb(word: Word, verb: Verb, left: Sequence[Word], after: Word | None) -> bool:
    """Whether a form that is also a noun ("claims", "report") can be a verb where it stands."""
    before = _before(left)
    if word.kind == "P" or before is None:
        return False
    if verb.lemma in also_nouns():
        of = after is not None and after.kind == "O"
        return not of and _is_no_noun(verb, left, before, after)
    if before.kind in "AEXRWLQ,)CB-" or _is_turned_round(left, verb):
        return True
    if verb.form is Form.THIRD:
        return before.kind in "PN" and not before.lower.endswith("s'")
    team = verb.takes(Takes.CLAUSE) and not "".join(w.kind for w in left).strip("P")
    team = team and after is not None and after.kind in "NPDTRM"  # "Ruhl deny talks"
    plural = _is_plural(before) or _has_plural_head(left, after)
    return before.kind in "NPM" and (plural or team)


def _is_no_noun(verb: Verb, left: Sequence[Word], before: Word, after: Word | None) -> bool:
    """Whether a form that is more often a noun is a verb: "will report", "firms report that"."""
    that = after is not None and after.kind == "T"
    several = that and (_is_plural(before) or _has_plural_head(left, after))
    if before.kind in "AEXRW" or several or _ends_clause(verb, left, after):
        return True
    return verb.form is Form.THIRD and _is_of_one(verb, left, before, after)


def _is_of_one(verb: Verb, left: Sequence[Word], before: Word, after: Word | None) -> bool:
    """The same of a form in -s, behind one who can say so: "Olm claims the bridge is safe"."""
    if _is_between_commas(left, before, after) or _in_as_clause(left, after):
        return True
    named = before.kind == "P"
    wants = (
        after is not None and after.kind == "E" and any(s is Sense.WANTS for _, s, _ in verb.uses)
    )
    plain = after is not None and after.kind in "DTM"
    plain = plain and _PLAIN_SUBJECT.search("".join(w.kind for w in left)) is not None
    return plain or (named and (wants or _opens_words(after)))


def _is_between_commas(left: Sequence[Word], before: Word, after: Word | None) -> bool:
    """As in "it sank, the website Harbourline | claims, without …"."""
    inside = after is not None and after.kind == "," and any(w.kind == "," for w in left)
    return inside and before.kind == "P"


def _is_turned_round(left: Sequence[Word], verb: Verb) -> bool:
    """Whether an auxiliary stands before the subject: "nor did the mayor | say"."""
    kinds = "".join(word.kind for word in left)
    return verb.form is Form.BASE and _TURNED_ROUND.search(kinds) is not None


_TURNED_ROUND = re.compile(r"(?:^|[CBNXL,])A(?:D?[NPp]*[NP])$")


def _in_as_clause(left: Sequence[Word], after: Word | None) -> bool:
    """Whether a verb ends "as XPA reports,"."""
    behind = next((i for i, w in enumerate(reversed(left)) if w.kind not in "DNPp"), len(left))
    led = 0 < behind < len(left) and left[-1 - behind].lower == "as"
    return led and after is not None and after.kind == ","


def _is_plural(word: Word) -> bool:
    return word.lower.endswith(("s", "people", "police", "men"))


def _has_plural_head(left: Sequence[Word], after: Word | None) -> bool:
    """Whether a singular right before only hangs on a plural: "people close to the port say"."""
    if after is None or after.kind not in "TQDRPN:,":
        return False
    kinds = "".join(word.kind for word in left)
    if some := _SOME_IN.search(kinds):
        return left[some.start("some")].lower in _known().stands_alone
    match = _HANGS_ON.search(kinds)
    return match is not None and any(_is_plural(left[i]) for i in range(*match.span("head")))


def _ends_clause(verb: Verb, left: Sequence[Word], after: Word | None) -> bool:
    """Whether "XPA reports" stands behind a clause and a comma: "it sank, the log shows"."""
    final = after is None or after.kind in ",.-"
    behind = _BEHIND_CLAUSE.search("".join(word.kind for word in left))
    agrees = verb.form is Form.THIRD or (
        verb.form is Form.BASE and behind is not None and _is_plural(left[behind.end("head") - 1])
    )
    return agrees and final and behind is not None


_PLAIN_SUBJECT = re.compile(r"(?:^|[,;:\-QBCT])D[NKp]*N$")  # "the study | blames the"
_SOME_IN = re.compile(r"(?:^|[,;:\-QBCT])(?P<some>D)[IO]D?[NPp]+$")  # "many in Ruhl | say"
_HANGS_ON = re.compile(r"(?:^|[,;:\-QBCTM])D?(?P<head>[NP]+)N?[KY]?[IOE]D?[NPp]+$")
_BEHIND_CLAUSE = re.compile(r"[AVK][^;:]*[,\-Q]D?(?P<head>[NPp]+)(?:[IO]D?[NPp]+)?$")
