"""It or they: a letter's writer, the last speaker that is a body, or the one body named before."""

import itertools
import re
from collections.abc import Iterator

from twosource.model import NameKind, Speaker, SpeakerKind
from twosource.reading.statements.cast.figures import Figure, is_medium
from twosource.reading.statements.frames import span_of
from twosource.reading.statements.grammar.main_subjects import main_subject, topic
from twosource.reading.statements.grammar.phrases import PHRASE
from twosource.reading.statements.grammar.subjects import subject_before
from twosource.reading.statements.grammar.unlisted import is_somebody
from twosource.reading.statements.lexicon.titles import (
    Gender,
    is_body,
    is_crowd,
    is_several,
    pronouns_of_persons,
)
from twosource.reading.statements.lexicon.verbs import (
    is_given_out,
    is_writing,
    is_written,
    is_written_by,
)
from twosource.reading.statements.speakers.he_or_she import HeOrShe
from twosource.reading.statements.speakers.scene import SENTENCES, Scene, Source

_DESCRIBED = re.compile(r"[DM][NKL]*N(?![NPp])")
_PEOPLE_THERE = re.compile(r"IP+R$")  # "in Ruhl they say": whoever lives there
_FROM = re.compile(rf"(?P<led>I)(?P<np>{PHRASE})")
_BESIDE = 2  # sentences in which a letter stands that "it" means: its own, and the one before


class ItOrThey:
    """Finds out what "it" and "they" mean in one article."""

    def __init__(self, scene: Scene, he_or_she: HeOrShe) -> None:
        self._scene, self._spoken, self._phrase = scene, scene.spoken, scene.phrase
        self._text, self._frames, self._cast = scene.text, scene.frames, scene.cast
        self._he_or_she = he_or_she

    def meant(self, source: Source) -> Speaker | None:
        """What "it" or "they" means: the last speaker, or the one body of the sentence before."""
        block, they = self._frames[source.frame].block, self._is_they(source)
        if _PEOPLE_THERE.match(self._frames[source.frame].classes[: source.words.stop]):
            return None
        written = None if they else self._written_before(source)
        writer = self._writer(*written) if written else None
        if written and (writer or self._is_new(*written)):
            return writer
        for frame, speaker in self._spoken.last_first():
            if self._frames[frame].block != block:
                break
            figures = self._cast.of_name(speaker.name)
            body = bool(figures) and self._can_be_it(figures[0])
            body = body or (not figures and _is_described_body(speaker))
            several = they and speaker.kind is SpeakerKind.DESCRIBED and is_several(speaker.name)
            if body or several:
                return speaker
            if they or not self._is_a_person(speaker):
                return None
        return self._body_before(source) or (None if they else self._giver_before(source))

    def _is_they(self, source: Source) -> bool:
        return self._frames[source.frame].words[source.words.start].lower in {"they", "their"}

    def _can_be_it(self, figure: Figure) -> bool:
        """Whether a figure is a body, or a single name that the article gives no person's role."""
        if figure.gender is Gender.BODY or is_medium(figure):
            return True
        return figure.gender is Gender.UNKNOWN and len(figure.words) == 1 and figure.role is None

    def _is_a_person(self, speaker: Speaker) -> bool:
        """Whether somebody is certainly no "it"."""
        figures = self._cast.of_name(speaker.name)
        return bool(figures) and all(f.kind is NameKind.PERSON for f in figures)

    # ── A body ───────────────────────────────────────────────────────────────────────────────────

    def _body_before(self, source: Source) -> Speaker | None:
        """The body that the clause before is about, else the one named there or a sentence before.

        "The board fined the company, it said": the board did. "It" in a sentence of its own can be
        either.
        """
        for number in (source.frame, source.frame - 1):
            if number < 0 or self._frames[number].block != self._frames[source.frame].block:
                return None
            subject = self._body_as_subject(number, source)
            if subject and number == source.frame:
                return subject
            found = {
                c.name: c for c in (*self._bodies(number, source), *([subject] if subject else []))
            }
            if found:
                alone = len(found) == 1 and not self._has_two_subjects(number)
                return next(iter(found.values())) if alone else None
        return None

    def _body_as_subject(self, number: int, source: Source) -> Speaker | None:
        """The body that a sentence is about, up to a pronoun in it."""
        frame = self._frames[number]
        inside = number == source.frame
        words = main_subject(frame, source.words.start) if inside else topic(frame)
        if not words or source.words.start in words or self._has_two_subjects(number):
            return None
        if is_several(span_of(frame, words).of(self._text)):
            return None  # "police arrested three": they, and no "it"
        found = self._phrase(Source(number, words, None))
        figures = self._cast.of_name(found.name)
        body = any(f.kind is NameKind.ORGANISATION for f in figures) or _is_described_body(found)
        return found if body else None

    def _has_two_subjects(self, number: int) -> bool:
        """Whether "it" can mean either of two: "the council and the developer signed"."""
        frame = self._frames[number]
        return "C" in frame.classes_in(topic(frame))

    def _bodies(self, number: int, source: Source) -> Iterator[Speaker]:
        """The bodies of a sentence, by name or by description: "the ministry"."""
        frame = self._frames[number]
        counted = {
            after.span.start for one, after in itertools.pairwise(frame.words) if one.kind == "M"
        }
        candidates = self._scene.candidates(number, source, Gender.BODY)
        yield from (c for c in candidates if self._is_body(c) and c.span.start not in counted)
        they = self._is_they(source)
        for match in _DESCRIBED.finditer(frame.classes):
            before = number < source.frame or match.end() <= source.words.start
            noun = frame.words[match.end() - 1].lower
            if before and (is_body(noun) or (they and is_crowd(noun))):
                yield self._phrase(Source(number, range(*match.span()), None))

    def _is_body(self, speaker: Speaker) -> bool:
        return any(f.name == speaker.name and f.gender is Gender.BODY for f in self._cast.figures)

    # ── A letter or a report ─────────────────────────────────────────────────────────────────────

    def _written_before(self, source: Source) -> tuple[int, int] | None:
        """The letter or note that "it" means, by frame and word: the sentence before has one.

        Not where that sentence is about a body, which "it" can mean as well.
        """
        for number in range(source.frame, max(-1, source.frame - _BESIDE), -1):
            frame = self._frames[number]
            if frame.block != self._frames[source.frame].block:
                return None
            end = source.words.start if number == source.frame else len(frame.words)
            written = [i for i in range(end) if is_written(frame.words[i].lower)]
            if written:
                other = written[-1] not in topic(frame) and self._is_about_body(number)
                return None if other else (number, written[-1])
        return None

    def _is_about_body(self, number: int) -> bool:
        """Whether a sentence is about a body that has a name or is described as one."""
        frame = self._frames[number]
        words = topic(frame)
        if not words:
            return False
        span = span_of(frame, words)
        named = (self._cast.named(m) for m in self._cast.in_frame(number) if span.contains(m.span))
        body = any(figure is not None and self._can_be_it(figure) for figure in named)
        return body or is_body(frame.words[words.stop - 1].lower)

    def _is_new(self, number: int, noun: int) -> bool:
        """Whether a letter is first spoken of: "a letter", not "the letter"."""
        frame = self._frames[number]
        return frame.words[max(0, frame.classes.rfind("D", 0, noun))].lower in {"a", "an", "one"}

    def _writer(self, number: int, noun: int) -> Speaker | None:
        """Who a letter is from: "signed by 17 nurses", "from the embassy", or who wrote it."""
        frame = self._frames[number]
        for match in _FROM.finditer(frame.classes, noun + 1):
            led, np = frame.words[match.start("led")].lower, range(*match.span("np"))
            from_them = led == "from" and match.start() == noun + 1 and is_somebody(frame, np)
            before = frame.words[match.start("led") - 1].lower
            if from_them or (led == "by" and is_written_by(before)):
                return self._phrase(Source(number, np, None))
        wrote = (i for i in range(noun) if is_writing(frame.words[i].lower))
        subject = next((subject_before(frame, i, range(0)) for i in wrote), None)
        if subject is None or not subject.source:
            return None
        role = span_of(frame, subject.role) if subject.role else None
        return self._phrase(Source(number, subject.source, role))

    def _giver_before(self, source: Source) -> Speaker | None:
        """Whose "report" the sentences before are about: "Her report is long. | It says"."""
        last = self._frames[source.frame].block - 1
        for number in range(source.frame - 1, max(-1, source.frame - SENTENCES), -1):
            frame = self._frames[number]
            words = topic(frame)
            first = frame.words[words.start].lower if words else ""
            if frame.block < last or not words:
                return None
            if first != "it":
                gives = first in {"his", "her"} and is_given_out(frame.words[words.stop - 1].lower)
                owner = Source(number, words[:1], None)
                who = pronouns_of_persons().get(first) if gives else None
                return self._he_or_she.person(owner, who) if who else None
        return None


def _is_described_body(speaker: Speaker) -> bool:
    """Whether a description without a name is one of a body: "the court"."""
    head = re.split(r" (?:of|in|at|for|on|with) |, ", speaker.name.lower())[0]
    return speaker.kind is SpeakerKind.DESCRIBED and is_body(head.split()[-1])
