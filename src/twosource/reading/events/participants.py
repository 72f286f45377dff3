"""Who took part in an event, and where: the names of its clause, and whom its pronouns mean.

A clause without a subject of its own ("and sank it") has that of the clause before. A pronoun or a
body's short name ("the company") means whoever the last clauses were about, where only one fits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.model import Named, Span
from twosource.reading.events.clauses import Clause, Tense, tense
from twosource.reading.events.lexicon import is_placing
from twosource.reading.statements.cast import Cast, Figure, Gender, Mention
from twosource.reading.statements.frames import Frame

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_BRAND = re.compile(r"P+M?")
_POSSESSIVE = re.compile(r"\s?['’]s?$")
REACH = 2  # sentences back in which somebody a pronoun means was spoken of


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name where it stands, and whom it means."""

    named: Named
    figure: Figure
    placing: bool  # behind "in", "at": a place, unless it is a person
    subject: bool


class Company:
    """Everybody an article names, clause by clause."""

    def __init__(self, text: str, frames: Sequence[Frame]) -> None:
        self._text = text
        self._cast = Cast(text, frames)
        self._spoken: list[list[Spoken]] = [[] for _ in frames]
        for mention in self._cast.mentions:
            figure = self._cast.meant(mention)
            if figure is not None:
                self._spoken[mention.frame].append(_spoken(mention, figure, frames))
        for number, frame in enumerate(frames):
            self._spoken[number] += _brands(text, frame)

    def of_clause(self, frame: int, clauses: Sequence[Clause], clause: Clause) -> tuple[Named, ...]:
        """Who takes part in what a clause tells, in the order of the text."""
        found = [*self._around(frame, clause, clause.span)]
        if not clause.has_subject:
            found += self._subject_before(frame, clauses, clause)
        return tuple(_once(found))

    def of_word(
        self, frame: int, clauses: Sequence[Clause], clause: Clause, at: int
    ) -> tuple[Named, ...]:
        """Who takes part in what one word tells: of a noun, those in its own phrase."""
        if tense(clause.frame.words, at) is Tense.NOUN:
            return self._around(frame, clause, _noun_phrase(clause, at))
        return self.of_clause(frame, clauses, clause)

    def places(self, frame: int, clause: Clause) -> tuple[Named, ...]:
        """Where it happened: names behind "in" or "at" that are no person's."""
        return tuple(one.named for one in self._in(frame, clause.span) if _is_place(one))

    def _around(self, frame: int, clause: Clause, span: Span) -> tuple[Named, ...]:
        """Names, pronouns and descriptions inside a stretch of a clause."""
        found = [one.named for one in self._in(frame, span) if not _is_place(one)]
        found += (one for one in self._taken_up(frame, clause) if span.contains(one.span))
        return tuple(_once(found))

    def _in(self, frame: int, span: Span) -> list[Spoken]:
        return [one for one in self._spoken[frame] if span.contains(one.named.span)]

    def _taken_up(self, frame: int, clause: Clause) -> Iterator[Named]:
        """Pronouns, and bodies by the noun that stands for them: "the company"."""
        for word in clause.words:
            wanted = _wanted(word.lower)
            figure = self._last(frame, word.span, wanted) if wanted else None
            if figure is not None:
                yield Named(figure.name, word.span)
        for before, word in pairwise(clause.words):
            firm = self._cast.firm(word.lower, self._text) if before.lower == "the" else None
            if firm is not None:
                yield Named(firm.name, Span(before.span.start, word.span.end))

    def _last(self, frame: int, span: Span, wanted: Gender) -> Figure | None:
        """Whoever a pronoun can mean that was spoken of last, as a subject if possible."""
        before = [
            one
            for number in range(max(0, frame - REACH), frame + 1)
            for one in self._spoken[number]
            if one.named.span.end <= span.start and _can_be(one, wanted)
        ]
        best = max((_rank(one, wanted) for one in before), default=None)
        found = [one.figure for one in before if _rank(one, wanted) == best]
        return found[-1] if found else None

    def _subject_before(
        self, frame: int, clauses: Sequence[Clause], clause: Clause
    ) -> Iterator[Named]:
        """The subject that a clause takes over from the one before it."""
        before = [one for one in clauses if one.stop <= clause.first and one.has_subject]
        if before:
            yield from self._around(frame, before[-1], _subject(before[-1]))


def _spoken(mention: Mention, figure: Figure, frames: Sequence[Frame]) -> Spoken:
    words = frames[mention.frame].words
    before = [word for word in words if word.span.end <= mention.span.start]
    leading = next((word for word in reversed(before) if word.kind not in "DNL"), None)
    behind = next((word for word in words if word.span.start >= mention.span.end), None)
    return Spoken(
        Named(_full_name(mention, figure), mention.span),
        figure,
        placing=leading is not None and is_placing(leading.lower) and mention.led,
        subject=not mention.led and behind is not None and behind.kind in "AKVYL,",
    )


def _full_name(mention: Mention, figure: Figure) -> str:
    """The fullest name, where the words at hand end it ("Olm") or mean a person.

    The beginning of a body's or a thing's name is another: "Ruhl" is not "Ruhl City Tramways".
    """
    person = figure.gender in (Gender.MAN, Gender.WOMAN)
    ends = figure.words[-len(mention.words) :] == mention.words
    return figure.name if person or ends else mention.name


def _brands(text: str, frame: Frame) -> Iterator[Spoken]:
    """Names that begin with a small letter: "iPhone 4", "eBay"."""
    for match in _BRAND.finditer(frame.classes):
        words = frame.words[match.start() : match.end()]
        if not words[0].capital:
            span = Span(words[0].span.start, words[-1].span.end)
            name = _POSSESSIVE.sub("", " ".join(span.of(text).split()))
            figure = Figure(name, tuple(name.lower().split()), Gender.BODY, ())
            yield Spoken(Named(name, span), figure, placing=False, subject=False)


def _noun_phrase(clause: Clause, at: int) -> Span:
    """A noun with the words that belong to it: "the crew's protest against the Harbour Board"."""
    first = stop = at
    while first > clause.first and clause.frame.classes[first - 1] in "NpMDP":
        first -= 1
    while stop + 1 < clause.stop and clause.frame.classes[stop + 1] in "NpMDPOI":
        stop += 1
    words = clause.frame.words
    return Span(words[first].span.start, words[stop].span.end)


def _subject(clause: Clause) -> Span:
    """The words of a clause before its first verb."""
    verb = next((word for word in clause.words if word.kind in "AKVY"), None)
    return Span(clause.span.start, verb.span.start) if verb else clause.span


def _can_be(one: Spoken, wanted: Gender) -> bool:
    """Whether a pronoun of some gender can mean a name."""
    if one.figure.gender not in (wanted, Gender.UNKNOWN):
        return False
    return wanted is Gender.BODY or not (one.placing or one.figure.is_thing)


def _rank(one: Spoken, wanted: Gender) -> tuple[bool, bool]:
    return one.figure.gender is wanted, one.subject


def _wanted(word: str) -> Gender | None:
    if word in _HE:
        return Gender.MAN
    if word in _SHE:
        return Gender.WOMAN
    return Gender.BODY if word in _IT else None


def _is_place(one: Spoken) -> bool:
    return one.placing and one.figure.gender not in (Gender.MAN, Gender.WOMAN)


def _once(found: Sequence[Named]) -> Iterator[Named]:
    """Each of the figures once, where it stands first."""
    seen: set[str] = set()
    for one in sorted(found, key=lambda one: one.span):
        if one.name not in seen:
            seen.add(one.name)
            yield one
