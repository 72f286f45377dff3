"""Settling: whether a word that can report does so where it stands, told from the words before it.

Is "claims" a verb here or a noun? First every word gets the class that its neighbours leave it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Sense
from twosource.reading.statements.neighbours import PASSES
from twosource.reading.statements.verbs import (
    Form,
    Takes,
    Verb,
    also_nouns,
    idioms,
    is_naming,
    particles,
)
from twosource.reading.statements.words import Word, word_classes


def settle(words: list[Word]) -> list[Word]:
    """Decide for each form of a reporting verb whether it reports here, from the words around."""
    settled: list[Word] = []
    for settles in PASSES:
        words = settles(words)
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        settled.append(_settled(word, word.verb, settled, after) if word.verb else word)
    return list(_idioms(settled))


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
    some = before.lower in word_classes().stands_alone and verb.form is Form.PAST
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
        drawn = word.kind == "A" and word.lower.endswith(("'s", "'re"))
        return drawn or word.lower in word_classes().passive_auxiliaries
    return False


def _impersonal(left: Sequence[Word]) -> bool:
    """Whether it is a matter that is said to be so: "it is certain that"."""
    subject = next((w for w in reversed(left) if w.kind not in "ALX"), None)
    return subject is None or subject.lower in {"it", "that", "this", "there", "what"}


def _perfect(left: list[Word]) -> bool:
    """Whether a form of "have" stands directly before, adverbs and "not" left out."""
    word = next((w for w in reversed(left) if w.kind not in "LX"), None)
    return (
        word is not None
        and word.kind == "A"
        and word.lower not in word_classes().passive_auxiliaries
    )


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
    return word.lower.endswith(word_classes().plural_endings)


def _has_plural_head(left: Sequence[Word], after: Word | None) -> bool:
    """Whether a singular right before only hangs on a plural: "people close to the port say"."""
    if after is None or after.kind not in "TQDRPN:,":
        return False
    kinds = "".join(word.kind for word in left)
    if some := _SOME_IN.search(kinds):
        return left[some.start("some")].lower in word_classes().stands_alone
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
