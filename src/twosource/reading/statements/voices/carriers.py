"""Carriers: the paper or station that a reporting clause says it came through.

"said in a statement carried by XPA", "in an interview with the Courier", "speaking to XPA": whoever
is told or carries the words passes them on, as in "told XPA".
"""

import re
from collections.abc import Iterable

import msgspec

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.main_subjects import main_subject
from twosource.reading.statements.grammar.phrases import CORE, PHRASE
from twosource.reading.statements.lexicon.titles import is_body, names_a_person
from twosource.reading.statements.voices.media import Media
from twosource.vocabulary import load

_NAMED = re.compile(rf"(?P<np>{PHRASE})")


class _Carriers(
    msgspec.Struct,
    frozen=True,
    rename={"with_": "with", "for_": "for", "from_": "from", "in_": "in"},
):
    by: frozenset[str]
    with_: frozenset[str]
    to: frozenset[str]
    for_: frozenset[str]
    from_: frozenset[str]
    in_: frozenset[str]
    met: frozenset[str]
    publishing: frozenset[str]
    interviewing: frozenset[str]
    interviews: frozenset[str]
    through: frozenset[str]
    translating: frozenset[str]
    read_by: frozenset[str]
    passed_on: frozenset[str]
    several: frozenset[str]
    mouthpieces: frozenset[str]


def _carriers() -> _Carriers:
    known: _Carriers = load("carriers", _Carriers)
    return known


def carrier(frame: Frame, attribution: Attribution, media: Media) -> range:
    """The words that name the medium a reporting clause came through; none where it names none."""
    known = _carriers()
    leads = {
        "by": known.by, "with": known.with_, "to": known.to, "for": known.for_,
        "from": known.from_, "in": known.in_,
    }  # fmt: skip
    inside = {i for piece in (*attribution.content, attribution.cue) for i in piece}
    last = [piece.stop - 1 for piece in attribution.content[-1:]]
    behind = (-1, *attribution.cue, *last)  # "confirmed it to XPA"
    for index in range(len(frame.words) - 1):
        before = next((w.lower for w in reversed(frame.words[:index]) if w.kind != "L"), "")
        match = _NAMED.match(frame.classes, index + 1)
        told = frame.words[index].lower == "to" and index - 1 in behind
        led = told or before in leads.get(frame.words[index].lower, ())
        if match and led and index not in inside:
            whose = frame.classes.rfind("p", *match.span("np"))  # "in this morning's | Courier"
            words = range(max(match.start("np"), whose + 1), match.end("np"))
            if _passes_on(frame, before, words, media) and not set(words) & set(attribution.source):
                return words
    return NOTHING


def without_carrier(frame: Frame, source: range, media: Media) -> range:
    """A source without the medium that hangs on it: "diplomats | quoted by XPA"."""
    for index in source[2:-1]:
        led = frame.words[index].lower == "by" and frame.words[index - 1].lower in _carriers().by
        words = range(index + 1, source.stop)
        if led and _passes_on(frame, frame.words[index - 1].lower, words, media):
            return range(source.start, index - 1)
    return source


def _passes_on(frame: Frame, before: str, words: range, media: Media) -> bool:
    """Whether words name a medium, behind a word that only media do or whoever interviews."""
    interviews = before in _carriers().interviewing and frame.classes[words.start] == "P"
    publishes = before in _carriers().publishing and media.may_be_one(frame, words)
    return interviews or publishes or media.is_one(frame, words)


def publisher(frame: Frame, attribution: Attribution, media: Media) -> range:
    """Who gives out a text in which a source speaks: "aired a recording in which", "a note saying".

    A medium does so by whatever it does with it, anybody else by reading or passing it on.
    """
    start = min((part.start for part in (attribution.source, attribution.cue) if part), default=0)
    relative = frame.classes.rfind("W", 0, start)
    saying = attribution.shape is Shape.PARTICIPLE and attribution.source.start == start
    subject = main_subject(frame, relative if relative > 0 else start if saying else 0)
    verb, known = frame.words[subject.stop].lower if subject else "", _carriers()
    several = bool(subject) and frame.head_of(subject) in known.several
    publishes = verb in known.by and (several or media.is_one(frame, subject))
    passes_on = relative > 0 and verb in known.passed_on
    own = set(subject) & set(attribution.source)
    if (publishes or passes_on) and not own:
        return subject
    return _which_gives_out(frame, attribution, media)


def _which_gives_out(frame: Frame, attribution: Attribution, media: Media) -> range:
    """As in "in a letter that his sister read out" and "her diary, which the Courier published"."""
    known, said = _carriers(), attribution.reported
    for match in _WHICH.finditer(frame.classes):
        words, verb = range(*match.span("np")), frame.words[match.start("cue")].lower
        publishes = verb in known.by and media.is_one(frame, words)
        if (publishes or verb in known.passed_on) and match.start("cue") not in said:
            return NOTHING if set(words) & set(attribution.source) else words
    return NOTHING


_WHICH = re.compile(rf"(?<=[NO,])[TW](?P<np>{PHRASE})[AXL]*(?P<cue>[KV])")


def interviewer(frame: Frame, media: Media) -> range:
    """The medium to which somebody gave an interview, or which carries one, in a whole sentence."""
    at = next((i for i, word in enumerate(frame.words) if word.lower == "interview"), 0)
    match = _WITH_MEDIUM.match(frame.classes, at + 1) if at else None
    words = range(*match.span("np")) if match else NOTHING
    if words and media.is_one(frame, words):
        return words
    first = _NAMED_FIRST.match(frame.classes, 0, at)
    subject = range(*first.span()) if first else NOTHING
    return subject if subject and media.is_one(frame, subject) else NOTHING


_WITH_MEDIUM = re.compile(rf"[IE](?P<np>{CORE})")
_NAMED_FIRST = re.compile(r"D?N*P+")  # "The newspaper O Golo | carries"


def is_interview(frame: Frame) -> bool:
    """Whether a clause says that somebody spoke to reporters: "told Corvia by telephone"."""
    return not _carriers().interviews.isdisjoint(word.lower for word in frame.words)


def is_mouthpiece(words: Iterable[str]) -> bool:
    """Whether some words tell of who speaks for another: "a friend of", "her lawyer"."""
    return not _carriers().mouthpieces.isdisjoint(words)


def mouthpiece(frame: Frame, attribution: Attribution) -> range:
    """Who speaks for a source: "said through her lawyer", "in a statement read out by his aide"."""
    known, cue = _carriers(), attribution.cue
    inside = {i for piece in attribution.content for i in piece} | {cue.start, cue.stop - 1}
    for index, word in enumerate(frame.words[:-1]):
        match = _NAMED.match(frame.classes, index + 1) if index not in inside else None
        before = _deed_before(frame, index)
        led_through = word.lower in known.through
        led = led_through or (word.lower == "by" and not known.read_by.isdisjoint(before))
        if match and led:
            start, stop = match.span("np")
            if start <= attribution.source.start < stop and "NP" in match["np"]:
                stop = start + match["np"].index("NP") + 1  # "through his lawyer | Olm denies it"
            words = range(start, stop)
            passes_on = not known.passed_on.isdisjoint(before)
            passes_on = passes_on or (led_through and _speaks_for_others(frame, words))
            if passes_on or not known.mouthpieces.isdisjoint(frame.words[i].lower for i in words):
                return words
    return NOTHING


def _speaks_for_others(frame: Frame, words: range) -> bool:
    """Whether words name people or a body: "through the embassy", not "through a radio"."""
    noun, first = frame.head_of(words), frame.words[words.start]
    translates = noun in _carriers().translating
    known = first.kind == "D" and first.lower not in {"a", "an"} and not translates
    return noun in _carriers().several or (known and (names_a_person(noun) or is_body(noun)))


def _deed_before(frame: Frame, index: int) -> list[str]:
    """The words from a deed to the "by" of who did it: "read to the court | by"."""
    deed = _DEED.search(frame.classes, 0, index)
    return [word.lower for word in frame.words[deed.start() : index]] if deed else []


_DEED = re.compile(r"[KVY](?:[LI]|E(?:D?[NP]+|J)){0,2}$")


def met_by(frame: Frame, source: range) -> range:
    """Whoever "spoke to two clerks who said" it, for the source "two clerks"; of pronouns "it"."""
    start = source.start
    before = [word.lower for word in frame.words[max(0, start - 2) : start]]
    if before[1:] not in (["to"], ["with"], ["on"]) or before[0] not in _carriers().met:
        return NOTHING
    subject = main_subject(frame, len(frame.classes[: start - 2].rstrip("L")))
    people = bool(subject) and frame.classes[subject.start] in "RJ"
    return NOTHING if people and frame.words[subject.start].lower != "it" else subject
