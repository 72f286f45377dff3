"""Who took part in an event, and where: the names of its clause, and whom its pronouns mean.

Names are those the encoder marks; the cast of the article tells their fullest form. A clause
without a subject of its own ("and sank it") has that of the clause before. A pronoun or a firm's
short name ("the company") means whoever was spoken of last, a subject before anything else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.model import Mention, Named, NameKind, Span
from twosource.reading.events.clauses import Clause, Tense, tense
from twosource.reading.events.lexicon import is_housing, is_placing
from twosource.reading.spans import touched
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.cast.figures import Figure
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.frames.words import Word
from twosource.reading.statements.lexicon.titles import Gender, pronouns

_TAKE_PART = frozenset(NameKind) - {NameKind.GROUP, NameKind.EVENT}
# What stands between a verb and a noun that is still of its making: "put an end to the strike".
_BEHIND_VERB = re.compile(r"[KVYG][LDNpMIOP]*$")
REACH = 2  # sentences back in which somebody a pronoun means was spoken of


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name where it stands, and what is known of whom it means."""

    named: Named
    kind: NameKind
    gender: Gender
    placing: bool  # behind "in", "at"
    subject: bool  # before a verb

    @property
    def is_place(self) -> bool:
        """Whether something happens there; a body or thing can be a place ("at the Ministry")."""
        return self.placing and self.kind is not NameKind.PERSON


class Company:
    """Everybody an article names, clause by clause."""

    def __init__(self, text: str, frames: Sequence[Frame], names: Sequence[Mention]) -> None:
        self._text = text
        self._cast = Cast(text, frames, names)
        self._figures = dict(self._meant())
        self._spoken = [list(self._names(frame, names)) for frame in frames]

    def _meant(self) -> Iterator[tuple[int, tuple[Span, Figure]]]:
        """Where each figure of the cast is named, by the name's last character."""
        for mention in self._cast.mentions:
            figure = self._cast.meant(mention)
            if figure is not None:
                yield mention.span.end, (mention.span, figure)

    def _names(self, frame: Frame, names: Sequence[Mention]) -> Iterator[Spoken]:
        for name in (names[number] for number in touched(names, frame.span)):
            if name.kind in _TAKE_PART and frame.span.contains(name.span):
                _, figure = self._figures.get(name.span.end, (name.span, None))
                yield Spoken(
                    Named(_full_name(name.span.of(self._text), figure), name.span),
                    name.kind,
                    figure.gender if figure else Gender.UNKNOWN,
                    placing=_is_placed(frame.words, name),
                    subject=_is_subject(frame.words, name.span),
                )

    def of_clause(self, frame: int, clauses: Sequence[Clause], clause: Clause) -> tuple[Named, ...]:
        """Who takes part in what a clause tells, in the order of the text."""
        found = [*self._around(frame, clause, clause.span)]
        if not clause.has_subject:
            found += self._subject_before(frame, clauses, clause)
        return tuple(_once(found))

    def of_word(
        self, frame: int, clauses: Sequence[Clause], clause: Clause, at: int
    ) -> tuple[Named, ...]:
        """Who takes part in what one word tells.

        Of a noun, those in its own phrase; where that has none, the subject of the verb before it:
        "Ana Olm announced a deal".
        """
        if tense(clause.frame.words, at) is not Tense.NOUN:
            return self.of_clause(frame, clauses, clause)
        own = self._around(frame, clause, _noun_phrase(clause, at))
        if own or not _BEHIND_VERB.search(clause.frame.classes[clause.first : at]):
            return own
        return self._around(frame, clause, _subject(clause))

    def places(self, frame: int, clause: Clause) -> tuple[Named, ...]:
        """Where it happened: names behind "in" or "at" that are no person's."""
        return tuple(one.named for one in self._in(frame, clause.span) if one.is_place)

    def _around(self, frame: int, clause: Clause, span: Span) -> tuple[Named, ...]:
        """Names, pronouns and descriptions inside a stretch of a clause."""
        found = [one.named for one in self._in(frame, span) if not one.is_place]
        found += (one for one in self._taken_up(frame, clause) if span.contains(one.span))
        return tuple(_once(found))

    def _in(self, frame: int, span: Span) -> list[Spoken]:
        return [one for one in self._spoken[frame] if span.contains(one.named.span)]

    def _taken_up(self, frame: int, clause: Clause) -> Iterator[Named]:
        """Pronouns, and bodies by the noun that stands for them: "the company"."""
        for word in clause.words:
            wanted = pronouns().get(word.lower)
            name = self._last(frame, word.span, wanted) if wanted else None
            if name is not None:
                yield Named(name, word.span)
        for before, word in pairwise(clause.words):
            firm = self._cast.firm(word.lower) if before.lower == "the" else None
            if firm is not None:
                yield Named(firm.name, Span(before.span.start, word.span.end))

    def _last(self, frame: int, span: Span, wanted: Gender) -> str | None:
        """Whoever a pronoun can mean that was spoken of last, as a subject if possible."""
        before = [
            one
            for number in range(max(0, frame - REACH), frame + 1)
            for one in self._spoken[number]
            if one.named.span.end <= span.start and _can_be(one, wanted)
        ]
        best = max((_rank(one, wanted) for one in before), default=None)
        found = [one.named.name for one in before if _rank(one, wanted) == best]
        return found[-1] if found else None

    def _subject_before(
        self, frame: int, clauses: Sequence[Clause], clause: Clause
    ) -> Iterator[Named]:
        """The subject that a clause takes over from the one before it."""
        before = [one for one in clauses if one.stop <= clause.first and one.has_subject]
        if before:
            yield from self._around(frame, before[-1], _subject(before[-1]))


def _is_placed(words: Sequence[Word], name: Mention) -> bool:
    """Whether a name stands behind a word that places, articles and adjectives between.

    One goes to a town, but writes to a ministry and has it from one.
    """
    before = [word for word in words if word.span.end <= name.span.start]
    leading = next((word for word in reversed(before) if word.kind not in "DNLP"), None)
    places = is_placing if name.kind is NameKind.PLACE else is_housing
    return leading is not None and places(leading.lower)


def _is_subject(words: Sequence[Word], name: Span) -> bool:
    behind = next((word for word in words if word.span.start >= name.end), None)
    return behind is not None and behind.kind in "AKVYL,"


def _full_name(name: str, figure: Figure | None) -> str:
    """The fullest name, where the words at hand end it ("Olm") or mean a person.

    The beginning of a body's or a thing's name is another: "Ruhl" is not "Ruhl City Tramways".
    """
    plain = " ".join(name.split())
    if figure is None:
        return plain
    person = figure.gender in (Gender.MAN, Gender.WOMAN)
    ends = figure.name.lower().endswith(plain.lower())
    return figure.name if person or ends else plain


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
    if wanted is Gender.BODY:
        return one.kind is not NameKind.PERSON and not one.is_place
    return one.kind is NameKind.PERSON and one.gender in (wanted, Gender.UNKNOWN)


def _rank(one: Spoken, wanted: Gender) -> tuple[bool, bool]:
    return one.gender is wanted, one.subject


def _once(found: Sequence[Named]) -> Iterator[Named]:
    """Each of the figures once, where it stands first."""
    seen: set[str] = set()
    for one in sorted(found, key=lambda one: one.span):
        if one.name not in seen:
            seen.add(one.name)
            yield one
