"""Naming: which words of a noun phrase are the name that heads it."""

import re

from twosource.reading.statements.frames import Frame
from twosource.reading.statements.lexicon.titles import is_medium_noun, is_title
from twosource.reading.statements.lexicon.verbs import is_given_out


def name_in(frame: Frame, words: range) -> range | None:
    """The name that heads a noun phrase: "the harbour master Ana Olm of Ruhl" → "Ana Olm"."""
    classes = frame.classes_in(words)
    head = HEAD.match(classes)
    late = _late(frame, words, classes) or _agency(frame, words, classes)
    name = late or (_NAME_AT_END.search(head.group()) if head else None)
    if name is None or (classes == "DP" and frame.words[words.stop - 1].lower.endswith("man")):
        return None  # "the Frenchman"
    start, end = (words.start + at for at in name.span("name"))
    small = start > words.start and end - start == 1 and is_medium_noun(frame.words[start].lower)
    return None if small and frame.classes[start - 1] == "N" else range(start, end)  # "state TV"


HEAD = re.compile(r"[^OIE(C,]*")
_NAME_AT_END = re.compile(r"(?P<name>P[PM]*|p)$")


def _agency(frame: Frame, words: range, classes: str) -> re.Match[str] | None:
    """A name before what it is: "XPA news agency"."""
    match = _NAME_EARLY.match(classes)
    return match if match and frame.words[words.start + match.end() - 1].lower == "agency" else None


_NAME_EARLY = re.compile(r"D?N*(?P<name>P+)N+$")


def _late(frame: Frame, words: range, classes: str) -> re.Match[str] | None:
    """A name behind an office, and not behind another's: "Ana Olm of the broker Hale & Strand"."""
    if ministry := _OF_MINISTRY.match(classes):
        office = frame.words[words.start : words.start + ministry.end("office")]
        if not frame.words[words.start + ministry.start("name")].capital:
            return None  # "Dr Ana Olm of the University of Ruhl"
        return ministry if is_title(office[-1].lower) else None  # not "Dr Ana Olm"
    match = _NAME_LATE.match(classes)
    return match if match and match.end("office") == 1 else None


_OF_MINISTRY = re.compile(
    r"(?P<office>P+)[OIE]D?P(?P<name>PP+)$"
)  # "Minister of the Interior Ana Olm"
# As in "Bank of Ruhl president Ana Olm":
_NAME_LATE = re.compile(r"(?P<office>P+)O[DPpN]+N(?P<name>PP+)$")


def giver_in(frame: Frame, words: range) -> range | None:
    """Whoever gives out "a report by the Harbour Board" or "the Harbour Board's report"."""
    classes = frame.classes_in(words)
    match = _GIVEN_OUT.match(classes) or _OWN.fullmatch(classes)
    if match is None or not is_given_out(frame.words[words.start + match.start("noun")].lower):
        return None
    by = match.start("name") > match.start("noun")
    of = frame.words[words.start + match.start("of")].lower if by else "of"
    start, end = (words.start + at for at in match.span("name"))
    return range(start, end) if of in {"by", "of", "from"} else None


_GIVEN_OUT = re.compile(
    r"[DM]?[NKM]*(?P<noun>[NP])(?:Z+|D[NZ])?(?P<of>[IO])D?[NK]*(?P<name>P+)(?![p])"
)
_OWN = re.compile(r"D?(?P<name>P*p)[NKL]*(?P<noun>N)")
POSSESSIVE_ENDING = re.compile(r"(?:['’]s|(?<=s)['’])$")
