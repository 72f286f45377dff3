"""The scene where a pronoun stands: who has spoken so far, and whom each sentence offers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from twosource.model import NameKind, Span, Speaker, SpeakerKind
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.cast.figures import Figure
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.frames.words import word_classes
from twosource.reading.statements.lexicon.titles import (
    Gender,
    gender_of,
    head_of,
    is_several,
    names_a_person,
)
from twosource.reading.statements.lexicon.verbs import speaks_in_headlines

SENTENCES = 60  # back at most, in however long a paragraph: further back nobody looks either


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a speaker: which frame they stand in, and which words of it they are."""

    frame: int
    words: range
    role: Span | None
    others: tuple[Span, ...] = ()  # the words reported and who passed them on: never the speaker
    asked: Span | None = None  # the words for whoever has just been asked
    speaks_for: Span | None = None  # who reports the words, if that is somebody's friend or lawyer
    inner: bool = False  # in reported words, where "he" means nobody of the sentences before


class Spoken:
    """Who has spoken so far, sentence by sentence."""

    def __init__(self) -> None:
        self._all: list[tuple[int, Speaker]] = []
        self._in_frame: dict[int, list[Speaker]] = {}
        self._names: set[str] = set()

    def note(self, frame: int, speaker: Speaker) -> None:
        """Remember who speaks in a frame: the next pronoun may mean them."""
        self._all.append((frame, speaker))
        self._in_frame.setdefault(frame, []).append(speaker)
        self._names.add(speaker.name)

    def in_frame(self, number: int) -> Sequence[Speaker]:
        """Those who have spoken in a frame."""
        return self._in_frame.get(number, ())

    def ever(self, name: str) -> bool:
        """Whether somebody of this name has spoken anywhere so far."""
        return name in self._names

    def last_first(self) -> Iterator[tuple[int, Speaker]]:
        """Everybody who has spoken, with the number of the frame."""
        return reversed(self._all)


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as a pronoun looks back on it; `phrase` tells whom a description means."""

    text: str
    frames: Sequence[Frame]
    cast: Cast
    phrase: Callable[[Source], Speaker]
    spoken: Spoken

    def candidates(self, number: int, source: Source, gender: Gender) -> list[Speaker]:
        """The people of a frame that a pronoun of this gender can mean, each one once."""
        found = {one.name: one for one in self._speaking_in(number, source, gender)}
        for one in self._named_in(number, source, gender):
            found.setdefault(one.name, one)
        body = gender is Gender.BODY
        able = [one for one in found.values() if body or not self._is_thing(one)]
        return [one for one in able if self._surely_a_person(one)] or able

    def _speaking_in(self, number: int, source: Source, gender: Gender) -> Iterator[Speaker]:
        """Those who have spoken in a frame and whom a pronoun behind them can mean."""
        for one in self.spoken.in_frame(number):
            known = one.kind is not SpeakerKind.UNRESOLVED
            known = known and self._leads_to(one.span, source) and self.agrees(one, gender)
            if known and not is_tied_to(one, gender):
                yield one

    def _named_in(self, number: int, source: Source, gender: Gender) -> Iterator[Speaker]:
        """Those whom a frame names and whom a pronoun behind them can mean: no "Olm's ferry"."""
        for mention in self.cast.in_frame(number):
            owner = self.text.startswith(("'", "’"), mention.span.end)
            if owner or not self._leads_to(mention.span, source):
                continue
            figure = self.cast.named(mention)
            if figure and figure.gender in (gender, Gender.UNKNOWN):
                yield named_speaker(figure, mention.span, mention.role)

    def _leads_to(self, span: Span, source: Source) -> bool:
        """Whether words stand before a pronoun and are none of those reported."""
        reported = any(other.overlaps(span) for other in source.others)
        return span.start < self.span(source).start and not reported

    def _is_thing(self, speaker: Speaker) -> bool:
        """Whether a name is no person's: a place, a body, or one word that is no name at all."""
        figures = [f for f in self.cast.of_name(speaker.name) if not _is_told(f)]
        untold = any(f.kind is None and len(f.words) == 1 for f in figures)
        untold = untold and not self._surely_a_person(speaker)
        return untold or any(f.is_thing for f in figures)

    def _surely_a_person(self, speaker: Speaker) -> bool:
        """Whether the article treats somebody as a person: a title, a role, words of their own."""
        spoke = self.spoken.ever(speaker.name)
        figures = self.cast.of_name(speaker.name)
        person = any(f.kind is NameKind.PERSON and len(f.words) > 1 for f in figures)
        told = any(_is_told(f) and f.gender is not Gender.BODY for f in figures)
        return spoke or person or told

    def agrees(self, speaker: Speaker, gender: Gender) -> bool:
        """Whether nothing tells that somebody is no woman, no man or no body."""
        if speaker.kind is SpeakerKind.DESCRIBED:
            several = is_several(speaker.name) or " and " in speaker.name
            return not several and _can_be(speaker.name, gender)
        figures = self.cast.of_name(speaker.name)
        return all(f.gender in (gender, Gender.UNKNOWN) for f in figures)

    def span(self, source: Source) -> Span:
        """The words of a source in the text."""
        return span_of(self.frames[source.frame], source.words)


def _is_told(figure: Figure) -> bool:
    """Whether words beside a name tell what somebody is; not so in "the young Ruhl goalkeeper"."""
    nouns = (mention.noun for mention in figure.mentions if mention.noun)
    person = any(names_a_person(noun) and noun not in word_classes().of_two for noun in nouns)
    return figure.role is not None and (person or figure.kind is not NameKind.PLACE)


def _can_be(description: str, gender: Gender) -> bool:
    """Whether "she" can mean whoever is so described: "a resident", not "the town hall"."""
    known = gender_of(description)
    noun = head_of(description) or ""
    person = names_a_person(noun) or speaks_in_headlines(noun) or noun[:1].isdigit()
    return known is gender or (known is Gender.UNKNOWN and person)


def is_tied_to(speaker: Speaker, gender: Gender) -> bool:
    """Whether "she" can as well be the one whose "cousin" somebody is: "her cousin"."""
    owner = {Gender.WOMAN: "her ", Gender.MAN: "his "}.get(gender, "-")
    own = speaker.name.lower().startswith(owner) and gender_of(speaker.name) is Gender.UNKNOWN
    return speaker.kind is SpeakerKind.DESCRIBED and own


def named_speaker(figure: Figure, span: Span, role: Span | None) -> Speaker:
    """A figure as the speaker whom some words name."""
    return Speaker(figure.name, SpeakerKind.NAMED, span, role or figure.role)


def is_named(speaker: Speaker) -> bool:
    """Whether it is told by name who speaks."""
    return speaker.kind is SpeakerKind.NAMED


def is_known(speaker: Speaker | None) -> bool:
    """Whether it is told who speaks, by name or by description."""
    return speaker is not None and speaker.kind is not SpeakerKind.UNRESOLVED
