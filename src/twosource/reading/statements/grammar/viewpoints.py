"""Viewpoints: phrases that say in whose view something is so, "according to" before all others.

according to + source        according to Olm, it sank        it sank, according to Olm
in somebody's words          in Olm's view, it sank           in the words of Olm, it sank
as somebody put it           as Olm put it, it sank           it sank, as Olm tells it
for somebody                 for Olm, the island is “a gem”
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.main_subjects import role_after
from twosource.reading.statements.grammar.phrases import ASIDE, CORE, LEAD, PHRASE, SUBJECT
from twosource.reading.statements.grammar.reported import (
    Pieces,
    clause,
    going_on,
    past_dateline,
    resumed,
    tells,
    trimmed,
    words_before,
)
from twosource.reading.statements.lexicon.verbs import is_citing, viewpoint_nouns
from twosource.vocabulary.word_classes import owners

_SOURCE = re.compile(SUBJECT)
_ONLY_WHEN = re.compile(rf"[CBL]?{LEAD}")
# As in "according to XPA, citing an officer, whom it did not name, it sank":
_CITED_BETWEEN = re.compile(rf",(?:G|W[VK]){PHRASE}(?:,W[^,;:Q]*)?(?=,)")
_NAMED_SUBJECT = re.compile(r",P+,L?[AVK]")
_WORDS_OF = re.compile(rf"ID?N*(?P<noun>N)O(?P<np>{CORE}(?:[OI]{CORE})*)(?=[,Q.:]|$)")
_OWNED_WORDS = re.compile(
    r"I(?P<np>D?[NPM]*p|D)[NPK]{0,2}(?P<noun>N)(?:ON)?(?=[,Q.:]|$|(?P<open>[DRMP]))"
)


def according_to(frame: Frame) -> Iterator[Attribution]:
    """What “according to” lays at somebody's door."""
    for index, (word, after) in enumerate(itertools.pairwise(frame.words)):
        match = _SOURCE.match(frame.classes, index + 2)
        if match and (word.lower, after.lower) == ("according", "to"):
            made = _MADE_BY.match(frame.classes, match.end())
            ends = made.end() if made else match.end()
            source = _informant(frame, range(match.start(), ends))
            role, end = role_after(frame, source)
            if _NAMED_SUBJECT.match(frame.classes, end):
                role, end = NOTHING, source.stop  # "according to Olm, his aide, Brandt, said"
            cited = _CITED_BETWEEN.match(frame.classes, end)
            content = _beside(frame, index, cited.end() if cited else end)
            if content:
                cue = range(index, index + 2)
                yield Attribution(cue, source, role, content, Shape.ACCORDING_TO)


# As in "according to figures | released by the ministry".
_MADE_BY = re.compile(rf"(?<=N)[KVY](?:L?I{PHRASE}|I?D?Z+M?)+(?:C[KVY]L?I{PHRASE})?(?=[,.;]|$)")


def _informant(frame: Frame, source: range) -> range:
    """Whose "information from the port" it is; for "our information" just that, unless named."""
    if frame.words[source.start].lower == "our":
        return source if frame.classes_in(source).startswith("DNP") else source[:2]
    told = frame.words[source.start].lower == "information" and len(source) > len("NI")
    source = range(source.start + len("NI"), source.stop) if told else source
    number = frame.classes.find("M", source.start + 1, source.stop)
    runs_on = number > 0 and frame.classes.startswith(("A", "V", "K"), source.stop)
    return range(source.start, number) if runs_on else source  # "to the office | 402 are ill"


def in_words_of(frame: Frame) -> Iterator[Attribution]:
    """What is so in somebody's words, view or account."""
    for pattern in (_WORDS_OF, _OWNED_WORDS):
        for match in pattern.finditer(frame.classes):
            noun, source = frame.words[match.start("noun")], range(*match.span("np"))
            owned = frame.classes[source.start] != "D" or len(source) > 1
            owned = owned or frame.words[source.start].lower in owners()
            owned = owned and frame.words[match.start()].lower in _IN_VIEW_OF
            own = frame.words[match.start("noun") - 1].lower == "own"  # she has her own say, too
            owned = owned and not (own and "V" in frame.classes[match.end() :])
            role, end = (
                role_after(frame, source) if source.stop == match.end() else (NOTHING, match.end())
            )
            content = _beside(frame, match.start(), end) if owned else ()
            if frame.classes[: match.start()].endswith(",Q"):
                content = (range(match.start() - 1, match.start()),)  # “a bomb” in her words
            if match.groupdict().get("open") and match.start():
                continue  # only in front is no comma needed: "By her reckoning it sank"
            if noun.lower in viewpoint_nouns() and tells(frame, content):
                cue = range(match.start("noun"), match.start("noun") + 1)
                yield Attribution(cue, source, role, content, Shape.ACCORDING_TO)


_IN_VIEW_OF = frozenset({"in", "by", "to", "on", "from"})  # not "asked for its records"


def for_somebody(frame: Frame) -> Iterator[Attribution]:
    """What something is for somebody: "For Olm, the island is “a gem”"."""
    match = _FOR.match(frame.classes)
    quoted = match is not None and re.search("A.*Q", frame.classes[match.end() :]) is not None
    if match is not None and quoted and frame.words[0].lower in {"for", "to"}:
        content = clause(frame, match.end())
        yield Attribution(range(1), range(*match.span("np")), NOTHING, content, Shape.ACCORDING_TO)


_FOR = re.compile(rf"[IE](?P<np>P+|{CORE}),(?=D?[NPpR])")


def _beside(frame: Frame, cue: int, end: int) -> Pieces:
    """What such a phrase governs: what follows where it comes first, else what precedes."""
    that_is = frame.lowers_in(range(max(0, cue - 2), cue)) == ["that", "'s"]
    left = frame.classes[: cue - 2 * that_is].rstrip(",")
    if not left.strip("CBL") or _ONLY_WHEN.fullmatch(left) or left.endswith("T"):
        start = end + frame.classes.startswith(",", end)
        says = re.compile(r"[^:;]*V:Q").match(frame.classes, start)
        return trimmed(frame, start, says.end()) if says else clause(frame, start)
    before = trimmed(frame, max(left.rfind(";") + 1, past_dateline(frame)), len(left))
    marks = resumed(frame, end) if frame.classes.startswith((",Q", "Q"), end) else ()
    return (*before, *(marks or going_on(frame, end)))


# ── As the mayor put it ──────────────────────────────────────────────────────────────────────────

_AS_PUT = re.compile(
    rf"(?P<as>B|DN)(?P<np>{SUBJECT})L?(?P<cue>[VKNY])(?P<it>[RJ])?{ASIDE}(?P<end>,(?P<quotation>Q)?|$)"
)
_TO_HEAR = re.compile(
    r"(?P<as>EN)(?P<np>[RJ]|D?[NP]+)(?P<cue>[VN])(?P<it>R)(?P<end>,(?P<quotation>Q)?|$)"
)


def as_put(frame: Frame, found: list[Attribution]) -> Iterator[Attribution]:
    """What stands beside "as Olm put it", "the way Olm tells it" or "to hear Olm tell it"."""
    reported = {i for a in found for i in a.reported}
    for match in (*_AS_PUT.finditer(frame.classes), *_TO_HEAR.finditer(frame.classes)):
        behind = match.end("end") - (match["quotation"] is not None)
        content = clause(frame, behind) if match["end"] else words_before(frame, match.start())
        opens = " ".join(w.lower for w in frame.words[match.start() : match.end("as")])
        put = match["it"] or match["quotation"]
        if opens in _OPENS and put and content and content[0].start not in reported:
            cue, source = range(*match.span("cue")), range(*match.span("np"))
            yield Attribution(cue, source, NOTHING, content, Shape.SUBJECT_FIRST)


_AS_REPORTED = re.compile(rf"B(?:{SUBJECT}A)?L?(?P<cue>[VYK])I(?P<np>{PHRASE})(?P<end>,|$)")


def as_reported(frame: Frame) -> Iterator[Attribution]:
    """What stands beside "as reported by XPA"."""
    for match in _AS_REPORTED.finditer(frame.classes):
        by = frame.words[match.end("cue")].lower == "by"
        verb = frame.words[match.start("cue")].verb
        behind = match.end("end")
        if cut_in := frame.classes.startswith("T", behind):  # "told her, as reported by XPA, that"
            behind += 1
        before = () if match["end"] and not cut_in else words_before(frame, match.start())
        content = (*before, *(clause(frame, behind) if match["end"] else ()))
        as_ = frame.words[match.start()].lower == "as"
        if by and as_ and verb is not None and content:
            cue, source = range(*match.span("cue")), range(*match.span("np"))
            yield Attribution(cue, source, NOTHING, content, Shape.ACCORDING_TO)


_OPENS = frozenset({"as", "the way", "to hear"})

# ── Citing others ────────────────────────────────────────────────────────────────────────────────

_CITING = re.compile(rf"(?:^|,)(?P<cue>G|W[VK])(?P<np>{PHRASE})")


def cited(frame: Frame, attribution: Attribution) -> range:
    """Whom a reporting clause cites beside its words: "XPA said, citing two men"."""
    inside = attribution.reported
    for match in _CITING.finditer(frame.classes):
        cites = is_citing(frame.words[match.end("cue") - 1].lower)
        if cites and match.start("cue") not in inside:
            return range(*match.span("np"))
    return NOTHING


def cited_by(frame: Frame, one: range) -> range:
    """Whom the one cited quotes in turn: "citing the Post, which quoted two men"."""
    match = _QUOTED_IN_TURN.match(frame.classes, one.stop)
    quotes = match is not None and is_citing(frame.words[match.end("cue") - 1].lower)
    return range(*match.span("np")) if match and quotes else NOTHING


_QUOTED_IN_TURN = re.compile(rf",(?P<cue>G|W[VK])(?P<np>{PHRASE})")


def citing(attribution: Attribution, cited: range) -> Attribution:
    """The attribution as it is where its source only passes on what another said.

    Where that one is quoted as quoting a third, both passed it on.
    """
    if attribution.relays:
        return replace(attribution, relays=(*attribution.relays, cited))
    return replace(attribution, source=cited, role=NOTHING, relays=(attribution.source,))
