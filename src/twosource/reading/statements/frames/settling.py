"""Settling: whether a word that can report does so where it stands, told from the words before it.

Is "claims" a verb here or a noun? First every word gets the class that its neighbours leave it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model import Sense
from twosource.reading.statements.frames.neighbours import PASSES
from twosource.reading.statements.frames.words import NO_WORD, Word, around, word_classes
from twosource.reading.statements.lexicon.verbs import (
    Form,
    Takes,
    Verb,
    also_nouns,
    idioms,
    is_naming,
    is_quoting,
    particles,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A form of a reporting verb where it stands: the words before it are settled already.

    `before` is the last of them, adverbs left out but those in -ly; where there is none, or none
    behind, it is a full stop.
    """

    word: Word
    verb: Verb
    left: Sequence[Word]
    before: Word
    after: Word

    @property
    def kinds(self) -> str:
        """The classes of the words before it."""
        return "".join(word.kind for word in self.left)


def settle(words: list[Word]) -> list[Word]:
    """Decide for each form of a reporting verb whether it reports here, from the words around."""
    settled: list[Word] = []
    for settles in PASSES:
        words = settles(words)
    for _, word, after in around(words):
        if word.verb is None:
            settled.append(word)
        else:
            before = (w for w in reversed(settled) if w.kind != "L" or w.lower.endswith("ly"))
            place = _Place(word, word.verb, settled, next(before, NO_WORD), after)
            settled.append(replace(word, kind=_class_at(place)))
    return _as_participles(_without_brackets(list(_idioms(settled))))


def _as_participles(words: list[Word]) -> list[Word]:
    """What was done to the subject between two commas: "Olm, pressed twice by us, said it sank"."""
    at = {match.start("deed") for match in _DONE_TO.finditer("".join(w.kind for w in words))}
    return [replace(word, kind="Y") if i in at else word for i, word in enumerate(words)]


_DONE_TO = re.compile(r"(?<=[NPp],)(?P<deed>V)(?:L|[IO][^,;:AVKGYQ]*|[BW][^,;:Q]*)*,L*V")


def _without_brackets(words: list[Word]) -> list[Word]:
    """Commas for brackets that hold no more than who says it: "The lamp (so Olm says) was sold"."""
    classes, kinds = "".join(word.kind for word in words), dict[int, str]()
    for match in _WHO_SAYS.finditer(classes):
        kinds |= {match.start(): ",", match.end() - 1: ","}
        kinds |= {match.start("so"): ","} if match["so"] else {}
    return [replace(word, kind=kinds.get(i, word.kind)) for i, word in enumerate(words)]


_WHO_SAYS = re.compile(r"\((?P<so>B)?(?:D?[NPp]*[NP]|R)L?V\)")


def _idioms(words: list[Word]) -> Iterator[Word]:
    """Idioms that report as one verb: the first word carries the verb, the others hang on it."""
    left, last = 0, -1
    for index, word in enumerate(words):
        verb, length = _idiom_at(words, index) if not left else (None, 0)
        if verb is not None and _can_lead(word, words[:index]):
            left = length
            hangs = verb.form is Form.ING and not _passive(words[:index])  # "are warning of"
            yield replace(word, kind="G" if hangs else "V", verb=verb)
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
    noun = bool(before) and before[-1].kind in "DOpI"
    base = word.verb is not None and word.verb.form is Form.BASE
    crisis = bool(before) and base and before[-1].kind == "N" and not _is_plural(before[-1])
    return not (word.capital or noun or crisis)  # "a crisis call on Monday"


# ── The class of a verb where it stands ──────────────────────────────────────────────────────────


def _class_at(at: _Place) -> str:
    """V where a form reports, G or Y where it does in -ing or of a noun, else N or what it was."""
    kind, form = at.word.kind, at.verb.form
    led = at.before.kind in "DOpIM" and at.before.lower != "by" and not _stands_alone(at)
    if led or _is_object(at):
        return kind if kind in "PKZ" else "N"
    if form is Form.ADJECTIVE:
        return "V" if _passive(at.left) and not _impersonal(at.left) else kind
    if form is Form.ING:
        return "V" if _passive(at.left) else "G"
    if form in (Form.PAST, Form.PARTICIPLE):
        hangs = _hangs_on_noun(at) or _is_participle(at.verb, at.left)
        return "Y" if hangs and not _opens_sentence(at) else "V"
    if _can_be_verb(at):
        return "V"
    return kind if kind in "PKZL" else "N"


def _is_object(at: _Place) -> bool:
    """Whether a past that is as often a noun is the object of a verb or preposition before it.

    As in "raised its full-year | forecast, saying", not "the bank | forecast growth".
    """
    past = at.verb.form is Form.PAST and at.word.lower == at.verb.lemma
    noun = past and at.verb.lemma in also_nouns()
    match = _OBJECT.search(at.kinds) if noun else None
    return match is not None and not _is_plural(at.before)


_OBJECT = re.compile(r"[KIO]D[NKp]+$")


def _opens_sentence(at: _Place) -> bool:
    """Whether a sentence begins with who says it: "Said Olm: “…”"; but "Told Olm, …"."""
    takes = at.verb.takes(Takes.CLAUSE) and not at.verb.takes(Takes.LISTENER, Takes.OBJECT)
    return at.before is NO_WORD and at.word.capital and at.after.kind == "P" and takes


def _stands_alone(at: _Place) -> bool:
    """Whether what stands before a verb needs no noun: "another said", "who dug it out said he"."""
    past = at.verb.form is Form.PAST
    plain = at.verb.form is Form.BASE and at.after.kind in "TR"  # "some believe it sank"
    some = (past or plain) and at.before.lower in word_classes().stands_alone
    out = past and at.before.lower in particles() and at.after.kind in "IZTQR"
    return some or out or _is_second_deed(at) or _is_counted(at)


def _is_counted(at: _Place) -> bool:
    """Whether a number heads the subject: "the 34-year-old said he", "the father of two said"."""
    number = at.before.kind == "M" and at.verb.form is Form.PAST
    return number and at.after.kind in "RTDQ,:EJ."


def _is_second_deed(at: _Place) -> bool:
    """Whether somebody says something and another thing "before conceding that"."""
    led = at.before.lower in {"before", "after"}
    return led and at.verb.form is Form.ING and at.after.kind in "TRQ"


def _hangs_on_noun(at: _Place) -> bool:
    """Whether a past form tells of the noun before it, and of nobody who says something."""
    if at.after.kind == ".":
        return at.verb.lemma == "tell"  # "…, inquiry told"
    by = at.after.lower == "by" and not at.verb.takes(Takes.CLAUSE)
    named = is_naming(at.verb) and at.before.kind == ","
    named = named and at.after.kind == "Q"  # "the song, called “Home”, …"
    accused = (
        at.verb.lemma == "accuse" and at.after.kind == "O"
    )  # "the minister, accused of lying,"
    listens = at.verb.uses[0][0] is Takes.LISTENER and at.after.kind in "IO"
    return by or named or accused or listens


def _is_participle(verb: Verb, left: Sequence[Word]) -> bool:
    """Whether a past form is passive or stands alone: "was asked", "Asked whether"."""
    if verb.form is Form.PARTICIPLE:
        return not _perfect(left)
    return not left or left[-1].lower in _LEADS_PARTICIPLE or _passive(left)


_LEADS_PARTICIPLE = frozenset({"when", "if", "as", "unless", "ever"})  # "when asked"


def _passive(left: Sequence[Word]) -> bool:
    """Whether a form of "be" stands directly before, adverbs and "not" left out."""
    word = next((w for w in reversed(left) if w.kind not in "LX"), NO_WORD)
    return word.lower in word_classes().passive_auxiliaries or (
        word.kind == "A" and word.lower.endswith(("'s", "'re"))
    )


def _impersonal(left: Sequence[Word]) -> bool:
    """Whether it is a matter that is said to be so: "it is certain that"."""
    subject = next((w for w in reversed(left) if w.kind not in "ALX"), NO_WORD)
    return subject is NO_WORD or subject.lower in {"it", "that", "this", "there", "what"}


def _perfect(left: Sequence[Word]) -> bool:
    """Whether a form of "have" stands directly before, adverbs and "not" left out."""
    word = next((w for w in reversed(left) if w.kind not in "LX"), NO_WORD)
    return word.kind == "A" and word.lower not in word_classes().passive_auxiliaries


# ── Verb or noun ─────────────────────────────────────────────────────────────────────────────────


def _can_be_verb(at: _Place) -> bool:
    """Whether a form that is also a noun ("claims", "report") can be a verb where it stands."""
    if at.word.kind == "P" or at.before is NO_WORD:
        return False
    if at.verb.form is Form.BASE and _passive(at.left):
        return False  # "the meeting was brief"
    if at.verb.lemma in also_nouns():
        return at.after.kind != "O" and _is_no_noun(at)
    if at.before.kind in "AEXRWLQ,)CB-" or _is_turned_round(at):
        return True
    if at.verb.form is Form.THIRD:
        noun = at.before.lower.endswith("s'") or at.before.lower in _DOES
        return at.before.kind in "PN" and not noun
    team = at.verb.takes(Takes.CLAUSE) and not at.kinds.strip("P")
    team = team and at.after.kind in "NPDTRM"  # "Ruhl deny talks"
    team = team or _speaks_as_several(at)
    return at.before.kind in "NPM" and (team or _is_plural(at.before) or _has_plural_head(at))


_DOES = frozenset({"do", "does", "did", "done", "doing", "work", "works", "worked"})  # wonders


def _speaks_as_several(at: _Place) -> bool:
    """As in "the crew say that", "it sank, the family say"; but "the council press office"."""
    several = at.before.lower in word_classes().collectives and at.verb.takes(Takes.CLAUSE)
    return several and (at.after.kind in "TDRP" or (at.after.kind in ",." and "," in at.kinds))


def _is_no_noun(at: _Place) -> bool:
    """Whether a form that is more often a noun is a verb: "will report", "firms report that"."""
    several = at.after.kind in "TJ" and (_is_plural(at.before) or _has_plural_head(at))
    if at.before.kind in "AEXRW" or several or _ends_clause(at):
        return True
    return at.verb.form is Form.THIRD and _is_of_one(at)


def _is_of_one(at: _Place) -> bool:
    """The same of a form in -s, behind one who can say so: "Olm claims the bridge is safe"."""
    if _is_between_commas(at) or _in_as_clause(at):
        return True
    wants = at.after.kind == "E" and any(sense is Sense.WANTS for _, sense, _ in at.verb.uses)
    if at.before.kind == "P" and (wants or at.after.kind in "TQRDPp:J."):
        return True
    if at.after.kind in "TQRDPM" and _BEHIND_ASIDE.search(at.kinds):
        return True
    behind = "DTMP" if is_quoting(at.verb) else "DTM"  # "a document quotes Olm as saying"
    return at.after.kind in behind and _PLAIN_SUBJECT.search(at.kinds) is not None


def _is_between_commas(at: _Place) -> bool:
    """As in "it sank, the website Harbourline | claims, without …"."""
    return at.before.kind == "P" and at.after.kind == "," and "," in at.kinds


def _is_turned_round(at: _Place) -> bool:
    """Whether an auxiliary stands before the subject: "nor did the mayor | say"."""
    match = _TURNED_ROUND.search(at.kinds) if at.verb.form is Form.BASE else None
    return match is not None and at.left[match.start("aux")].lower not in _LEAD_NO_INFINITIVE


_TURNED_ROUND = re.compile(r"(?:^|[CBNXL,])(?P<aux>A)(?:D?[NPp]*[NP])$")
# As in "there is an old | joke that".
_LEAD_NO_INFINITIVE = frozenset({"is", "are", "was", "were", "has", "have", "had"})


def _in_as_clause(at: _Place) -> bool:
    """Whether a verb ends "as XPA reports,"."""
    led = len(at.kinds.rstrip("DNPp"))
    as_ = 0 < led < len(at.left) and at.left[led - 1].lower == "as"
    return as_ and at.after.kind == ","


def _is_plural(word: Word) -> bool:
    return word.lower.endswith(word_classes().plural_endings)


def _has_plural_head(at: _Place) -> bool:
    """Whether a singular right before only hangs on a plural: "people close to the port say"."""
    if at.after.kind not in "TQDRPN:,":
        return False
    if some := _SOME_IN.search(at.kinds):
        return at.left[some.start("some")].lower in word_classes().stands_alone
    match = _HANGS_ON.search(at.kinds)
    return match is not None and any(map(_is_plural, at.left[slice(*match.span("head"))]))


def _ends_clause(at: _Place) -> bool:
    """Whether "XPA reports" stands behind a clause and a comma: "it sank, the log shows"."""
    behind = _BEHIND_CLAUSE.search(at.kinds) if at.after.kind in ",.-" else None
    if behind is None:
        return False
    several = at.verb.form is Form.BASE and _is_plural(at.left[behind.end("head") - 1])
    return several or at.verb.form is Form.THIRD


# As in "Radio Vell, citing two officials, | reports that".
_BEHIND_ASIDE = re.compile(r"(?:^|[;:\-QBCT])(?:D?[NKp]*[NP]|D?P+),[GYW][^,;:Q]*,$")
_PLAIN_SUBJECT = re.compile(r"(?:^|[,;:\-QBCT])D[NKp]*N$")  # "the study | blames the"
_SOME_IN = re.compile(r"(?:^|[,;:\-QBCT])(?P<some>D)[IO]D?[NPp]+$")  # "many in Ruhl | say"
_HANGS_ON = re.compile(r"(?:^|[,;:\-QBCTM])D?(?P<head>[NP]+)N?[KY]?[IOE]D?[NPp]+$")
_BEHIND_CLAUSE = re.compile(r"[AVK][^;:]*[,\-Q]D?(?P<head>[NPp]+)(?:[IO]D?[NPp]+)?$")
