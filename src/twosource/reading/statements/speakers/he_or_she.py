"""He or she: whoever a sentence is about, then those before it, nearest first.

Where two can be meant, nobody is chosen.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from twosource.model import NameKind, Span, Speaker, SpeakerKind
from twosource.reading.statements.cast.figures import Figure
from twosource.reading.statements.cast.mentions import Mention
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.grammar.main_subjects import role_after, subject_beside, topic
from twosource.reading.statements.grammar.phrases import CORE
from twosource.reading.statements.lexicon.titles import (
    Gender,
    gender_of,
    is_age,
    is_countryman,
    is_taken_up,
    is_title,
    names_a_person,
    pronouns_of_persons,
)
from twosource.reading.statements.speakers.scene import (
    SENTENCES,
    Scene,
    Source,
    is_named,
    is_tied_to,
    named_speaker,
)

_LEADING = re.compile(r"[CB]?(?P<name>P+)(?=N)")
_NAME_OF_ROLE = re.compile(r",(?:D?[NK]*N)?P+(?=,)")
_WHO = re.compile(r"(?:,M)?,W[^,]*(?=,L*[AVK])")  # "Olm, | who plays Ida, | was home"
_BROUGHT_IN = re.compile(r"D[NKL]*N$")
_HANGS_ON = re.compile(rf"(?:[IO]{CORE})+|(?P<who>W[AVK][^,;:AV]*?)(?=[AV.]|$)")
_IS_NAMED = re.compile(r"RA(?P<name>P+)(?=[,.]|$)")
_AUTHOR = re.compile(r"I(?P<np>D?[NP]*P)IW$")
_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})
_ANYBODY = frozenset({"man", "woman"})
_FAR = 2  # paragraphs back in which a pronoun finds whom it means


class HeOrShe:
    """Finds out whom "he" and "she" mean in one article."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._spoken, self._phrase = scene, scene.spoken, scene.phrase
        self._text, self._frames, self._cast = scene.text, scene.frames, scene.cast
        self._called: dict[str, Gender] = {}  # whom a pronoun has already meant

    def meant(self, source: Source) -> Speaker | None:
        """Whom a pronoun of one person means; remembers it for those that follow."""
        gender = pronouns_of_persons()[self._scene.span(source).of(self._text).lower()]
        meant = self.person(source, gender)
        self._call(source, meant, gender)
        return meant

    def person(self, source: Source, gender: Gender) -> Speaker | None:
        """Whom "she" means, if that is a person for all the article tells."""
        meant = self._spoken_for(source, gender) or self._speaks_of_himself(source, gender)
        if meant is None and (surname := self._surname_of_two(source)):
            meant = self._bearer(surname, gender)
        elif meant is None:
            meant = self._nearest(source, gender)
        if meant is None or any(f.may_be_thing for f in self._cast.of_name(meant.name)):
            return None
        return meant if self._called.get(meant.name, gender) is gender else None

    def _call(self, source: Source, meant: Speaker | None, gender: Gender) -> None:
        """Remember whom a pronoun has meant that takes up a sentence before: "he" is not "she"."""
        if meant and not self._frames[source.frame].span.contains(meant.span):
            self._called.setdefault(meant.name, gender)

    def _nearest(self, source: Source, gender: Gender) -> Speaker | None:
        """Whom "she" means: whoever the sentence is about, then those before it, nearest first.

        A sentence about "she" is about whoever the sentence before it is about. Of several people
        in a sentence its subject is meant; where no subject is known, nobody.
        """
        for number in self._frames_before(source):
            candidates = self._scene.candidates(number, source, gender)
            if source.asked and self._frames[number].span.contains(source.asked):
                return self._asked(source.asked, number, candidates, gender)
            subject = self._beside(source, candidates) if number == source.frame else None
            subject = subject or self._subject(number, candidates)
            subject = subject or self._called_again(number, source, gender)
            if subject is not None:
                return None if self._belongs_to_pronoun(number, subject, gender) else subject
            if number == source.frame or self._is_about_pronoun(number):
                if named := self._told_in(number, gender):
                    return named
                continue
            if candidates:
                return self._alone(number, candidates)
            described = self._described_in(number, source, gender)
            if described or (described := self._brought_in(number, source, gender)):
                return described
        return None if source.inner else self._only_one(source, gender)

    def _alone(self, number: int, candidates: Sequence[Speaker]) -> Speaker | None:
        """The only one a sentence names, if it speaks of nobody else."""
        alone = len(candidates) == 1 and not self._has_another(number, candidates[0])
        return candidates[0] if alone else None

    def _surname_of_two(self, source: Source) -> Speaker | None:
        """Who spoke last, by a surname that two people have, if nobody has been named since."""
        number, speaker = next(self._spoken.last_first(), (0, None))
        if speaker is None or speaker.kind is not SpeakerKind.UNRESOLVED:
            return None
        near = number < source.frame and number in self._frames_before(source)
        between = range(number + 1, source.frame + 1)
        since = any(self._names_anybody(one) for one in between)
        return speaker if near and not since and self._is_surname(speaker) else None

    def _is_surname(self, speaker: Speaker) -> bool:
        """Whether somebody goes by a word that ends several people's names."""
        words = tuple(speaker.name.lower().split())
        return sum(f.answers_to(words) for f in self._cast.figures) > 1

    def _bearer(self, surname: Speaker, gender: Gender) -> Speaker | None:
        """The one man or woman of those who have a surname."""
        words = tuple(surname.name.lower().split())
        alike = [f for f in self._cast.figures if f.answers_to(words)]
        agree = [f for f in alike if f.gender in (gender, Gender.UNKNOWN)]
        return named_speaker(agree[0], surname.span, agree[0].role) if len(agree) == 1 else None

    def _spoken_for(self, source: Source, gender: Gender) -> Speaker | None:
        """Whose words a friend or lawyer gives: "a friend of Olm says he denies it"."""
        if source.speaks_for is None:
            return None
        found = [
            named_speaker(figure, mention.span, mention.role)
            for mention in self._cast.in_frame(source.frame)
            if source.speaks_for.contains(mention.span)
            if (figure := self._cast.named(mention)) and figure.gender in (gender, Gender.UNKNOWN)
        ]
        return found[0] if len(found) == 1 else None

    def _speaks_of_himself(self, source: Source, gender: Gender) -> Speaker | None:
        """Whom the words before are about, if nobody else is: "Mrs Olm never left, she said"."""
        frame, start = self._frames[source.frame], self._scene.span(source).start
        words = topic(frame)
        before = bool(words) and all(other.end <= start for other in source.others)
        alone = before and not self._owns(frame, words)
        here = [m for m in self._cast.in_frame(source.frame) if m.span.end <= start]
        about = next((m for m in here if alone and span_of(frame, words).contains(m.span)), None)
        figure = self._cast.named(about) if about else None
        if figure is None or about is None or figure.gender is not gender:
            return None
        if any(self._cast.named(m) is not figure for m in here if m.kind is NameKind.PERSON):
            return None
        near = (one for f in self._frames_before(source) for one in self._spoken.in_frame(f))
        rivals = [one for one in near if one.name != figure.name]
        can_be = {gender, Gender.UNKNOWN}
        known = [r for r in rivals if any(f.gender in can_be for f in self._cast.of_name(r.name))]
        return None if known else named_speaker(figure, about.span, about.role)

    @staticmethod
    def _owns(frame: Frame, words: range) -> bool:
        """Whether a name only tells whose somebody is: "Ana Olm's sister", "the house of Olm"."""
        return not set(frame.classes_in(words)).isdisjoint("pOI")

    def _asked(
        self, asked: Span, number: int, candidates: Sequence[Speaker], gender: Gender
    ) -> Speaker | None:
        """Whoever has just been asked, by name or as "the keeper of the lock"."""
        named = [c for c in candidates if asked.contains(c.span)]
        if named:
            return named[0] if len(named) == 1 else None
        words = [i for i, w in enumerate(self._frames[number].words) if asked.contains(w.span)]
        told = self._with_role(number, range(words[0], words[-1] + 1)) if words else None
        return told if told and self._scene.agrees(told, gender) else None

    def _with_role(self, number: int, words: range) -> Speaker:
        """Whoever some words describe, or words behind them name: "the cook, a man called Olm"."""
        frame = self._frames[number]
        role = role_after(frame, words)[0]
        return self._phrase(Source(number, words, span_of(frame, role) if role else None))

    def _beside(self, source: Source, candidates: list[Speaker]) -> Speaker | None:
        """The subject of the clause before a pronoun: "Olm was calm: “…,” she said".

        In "a letter from Olm in which she said" it is whoever wrote it.
        """
        frame = self._frames[source.frame]
        author = _AUTHOR.search(frame.classes, 0, source.words.start)
        words = range(*author.span("np")) if author else subject_beside(frame, source.words.start)
        if not words or source.words.start in words:
            return None
        span = span_of(frame, words)
        return next((c for c in candidates if span.contains(c.span)), None)

    def _subject(self, number: int, candidates: list[Speaker]) -> Speaker | None:
        """Of the people in a sentence, the one who speaks, else the one it is about."""
        spoke = [s.name for s in self._spoken.in_frame(number)]
        speaking = [c for c in candidates if c.name in spoke]
        if len(speaking) == 1:
            return speaking[0]
        frame = self._frames[number]
        words = topic(frame) or _leading_name(frame)
        if not words or len(speaking) > 1:
            return None
        named = _NAME_OF_ROLE.match(frame.classes, words.stop)  # "one of the drivers, Ana Olm,"
        words = range(words.start, named.end() if named else words.stop)
        span = span_of(frame, words)
        about = sorted((c for c in candidates if span.contains(c.span)), key=lambda c: c.span)
        several = len(candidates) > 1 and "C" in frame.classes_in(words)
        several = several or _and_somebody(frame, words)
        others = (c for c in candidates if c not in about and not self._is_led(number, c))
        others = (c for c in others if not _is_in_relative(frame, words.stop, c))
        rivals = [c for c in others if about and self._as_likely(c, about[0])]
        return about[0] if about and not several and not rivals else None

    def _called_again(self, number: int, source: Source, gender: Gender) -> Speaker | None:
        """Whom a sentence calls again that is about them: "The 23-year-old beat Olm"."""
        frame = self._frames[number]
        words = topic(frame) if number < source.frame else range(0)
        noun = frame.words[words.stop - 1].lower if words else ""
        again = is_taken_up(noun) or is_countryman(noun) or is_age(noun)
        if not again or frame.words[words.start].lower != "the":
            return None
        meant = self._phrase(Source(number, words, None))
        return meant if is_named(meant) and self._scene.agrees(meant, gender) else None

    def _as_likely(self, rival: Speaker, subject: Speaker) -> bool:
        """Whether a pronoun can mean somebody as well as the subject: both men, or unknown."""
        known = {f.gender for f in self._cast.of_name(subject.name)} - {Gender.UNKNOWN}
        return not known or any(f.gender in known for f in self._cast.of_name(rival.name))

    def _is_led(self, number: int, candidate: Speaker) -> bool:
        """Whether a name only hangs on a preposition: "lives next to Olm"."""
        here = self._cast.in_frame(number)
        return any(m.led for m in here if candidate.span.overlaps(m.span))

    def _belongs_to_pronoun(self, number: int, subject: Speaker, gender: Gender) -> bool:
        """Whether "her neighbour Jan Olm" leaves open which of the two "she" is."""
        owner = {Gender.WOMAN: "her ", Gender.MAN: "his "}.get(gender, "")
        role = subject.role.of(self._text).lower() if subject.role else ""
        spoke = any(s.name == subject.name for s in self._spoken.in_frame(number))
        return bool(owner) and role.startswith(owner) and not spoke

    def _has_another(self, number: int, one: Speaker) -> bool:
        """Whether a sentence speaks of somebody by pronoun, and so not only of whom it names.

        A pronoun behind the only person it names is that person's own.
        """
        words = [w for w in self._frames[number].words if w.lower in _PRONOUNS]
        names = [m for m in self._cast.in_frame(number) if m.kind is NameKind.PERSON]
        own = len(names) == 1 and names[0].span.overlaps(one.span)
        return any(not own or word.span.start < one.span.start for word in words)

    def _is_about_pronoun(self, number: int) -> bool:
        """Whether a sentence is about "he" or "she", or asks about them: "Was he worried?"."""
        frame = self._frames[number]
        words = range(1, 2) if frame.classes.startswith("AR") else topic(frame)
        pronoun = bool(words) and frame.classes[words.start] == "R"
        return pronoun and frame.words[words.start].lower in pronouns_of_persons()

    def _told_in(self, number: int, gender: Gender) -> Speaker | None:
        """The name that a sentence gives a pronoun: "She is Ana Olm"."""
        frame = self._frames[number]
        match = _IS_NAMED.match(frame.classes)
        if match is None or pronouns_of_persons().get(frame.words[0].lower) is not gender:
            return None
        mention = self._cast.within(span_of(frame, range(*match.span("name"))))
        figure = self._cast.meant(mention) if mention else None
        return named_speaker(figure, mention.span, mention.role) if figure and mention else None

    def _frames_before(self, source: Source) -> Iterator[int]:
        """The frame itself, those before it in its paragraph, and the paragraph before that.

        Also the one before a paragraph that names nobody and speaks of "his" or "her" again.
        """
        first = source.frame - 1 if source.inner else max(-1, source.frame - SENTENCES)
        paragraphs, named, again = 0, False, False
        for number in range(source.frame, first, -1):
            if (
                number < source.frame
                and self._frames[number].block != self._frames[number + 1].block
            ):
                paragraphs += 1
                if paragraphs > 1 and (named or not again or paragraphs > _FAR):
                    return
            lowers = {word.lower for word in self._frames[number].words}
            again = again or (number < source.frame and not _PRONOUNS.isdisjoint(lowers))
            named = named or (paragraphs > 0 and self._names_anybody(number))
            yield number

    def _names_anybody(self, number: int) -> bool:
        here = self._cast.in_frame(number)
        return any(mention.kind in (NameKind.PERSON, None) for mention in here)

    # ── Described, and not named ─────────────────────────────────────────────────────────────────

    def _described_in(self, number: int, source: Source, gender: Gender) -> Speaker | None:
        """Whom a sentence is about that names nobody; the owner of "her father" for "she"."""
        described = self._described_subject(number)
        if described is None or is_tied_to(described, gender):
            return None
        if any(span.overlaps(described.span) for span in source.others):
            return None
        return (
            described if self._scene.agrees(described, gender) else self._owner_in(number, gender)
        )

    def _described_subject(self, number: int) -> Speaker | None:
        """Whom a sentence is about that names nobody, if a title tells that it is a person."""
        frame = self._frames[number]
        words = topic(frame)
        head = frame.words[words.stop - 1].lower if words else ""
        several = "C" in frame.classes_in(words)
        person = is_title(head) or (names_a_person(head) and self._is_taken_up(number))
        owned = "p" in frame.classes_in(words)
        the = bool(words) and (owned or frame.words[words.start].kind == "D")
        if several or not the or not person:
            return None
        if head in _ANYBODY:
            return None  # "the man who found it" has been spoken of before
        if any(is_title(w.lower) for w in frame.words[words.stop :] if w.kind == "N"):
            return None  # "the minister met the governor"
        return self._phrase(Source(number, words, None))

    def _is_taken_up(self, number: int) -> bool:
        """Whether the sentence behind another goes on with "he" or "she"."""
        behind = self._frames[number + 1] if number + 1 < len(self._frames) else None
        same = behind is not None and behind.block == self._frames[number].block
        return same and behind is not None and behind.words[0].lower in {"he", "she"}

    def _owner_in(self, number: int, gender: Gender) -> Speaker | None:
        """Whose "father" a sentence is about, for a "she" that cannot be the father."""
        words = topic(self._frames[number])
        span = span_of(self._frames[number], words)
        owners = (m for m in self._cast.in_frame(number) if span.contains(m.span))
        owner = next(owners, None)
        figure = self._cast.named(owner) if owner else None
        agrees = figure is not None and figure.gender in (gender, Gender.UNKNOWN)
        return (
            named_speaker(figure, owner.span, owner.role) if agrees and figure and owner else None
        )

    def _brought_in(self, number: int, source: Source, gender: Gender) -> Speaker | None:
        """The one man or woman a sentence brings in: "opposite me sat a boy in a cap".

        Also "the man who keeps the lock" with whom an article begins that has named nobody yet.
        """
        frame = self._frames[number]
        nouns = [i for i, w in enumerate(frame.words) if w.kind == "N" and names_a_person(w.lower)]
        same = [i for i in nouns if gender_of(frame.words[i].lower) is gender]
        match = _BROUGHT_IN.search(frame.classes, 0, same[0] + 1) if len(same) == 1 else None
        if match is None or nouns[0] != same[0]:
            return None  # "the clerk hugged a boy": either
        if frame.classes[max(0, match.start() - 1)] in "OB":
            return None  # "the lungs of a man of ninety"
        tail = _HANGS_ON.match(frame.classes, match.end())
        first = frame.words[match.start()].lower
        opens = first == "the" and tail is not None and tail["who"] is not None
        if first not in {"a", "an"} and (not opens or self._has_named_by(number)):
            return None
        words = range(match.start(), tail.end() if tail else match.end())
        while frame.classes[words.stop - 1] == "N" and self._is_deed(frame, words):
            words = words[:-1]
        reported = any(span.overlaps(span_of(frame, words)) for span in source.others)
        return None if reported else self._phrase(Source(number, words, None))

    def _has_named_by(self, number: int) -> bool:
        """Whether the article has named a person up to a sentence."""
        return any(f.mentions[0].frame <= number for f in self._cast.figures if _is_human(f))

    def _is_deed(self, frame: Frame, words: range) -> bool:
        """Whether what looks like a plural is a verb of no list: "with a folder | introduces"."""
        start = max(frame.classes.rfind("D", words.start, words.stop), words.start)
        one = frame.words[start].lower in {"a", "an"} and words.stop - start > len("DN")
        return one and frame.words[words.stop - 1].lower.endswith("s")

    # ── Nobody near ──────────────────────────────────────────────────────────────────────────────

    def _only_one(self, source: Source, gender: Gender) -> Speaker | None:
        """The only person an article has named so far and called so, where nobody is named near.

        If it names no person at all, the only name of two words that is no body's by any of them.
        """
        start, last = self._scene.span(source).start, self._frames[source.frame].block - 1
        known = [f for f in self._cast.figures if f.mentions[0].span.start < start]
        people = [f for f in known if f.kind is NameKind.PERSON]
        agree = [f for f in people if f.gender in (gender, Gender.UNKNOWN)]
        called = [f for f in agree if gender in (f.gender, self._called.get(f.name))]
        if not people:
            agree = [f for f in known if f.may_be_a_person]
            called = [f for f in agree if f.name in self._called or f.mentions[0].block >= last]
        one = called[0] if len(agree) == len(called) == 1 else None
        named = [m for f in (*people, *called) for m in f.mentions]
        if one is None or any(o.overlaps(m.span) for o in source.others for m in named):
            return None  # one answers another, or the words are about somebody
        if self._has_somebody(next(m for m in reversed(one.mentions) if m.span.start < start)):
            return None
        return named_speaker(one, one.mentions[0].span, one.role)

    def _has_somebody(self, mention: Mention) -> bool:
        """Whether a name only tells whose somebody is: of "Olm's brother" the brother is meant."""
        pairs = itertools.pairwise(self._frames[mention.frame].words)
        return any(
            one.kind == "p" and one.span.overlaps(mention.span) and is_title(after.lower)
            for one, after in pairs
        )


def _is_human(figure: Figure) -> bool:
    return figure.kind is NameKind.PERSON


def _is_in_relative(frame: Frame, end: int, candidate: Speaker) -> bool:
    """Whether a name only helps to tell who the subject is that ends there: ", who met Olm,"."""
    who = _WHO.match(frame.classes, end)
    return who is not None and span_of(frame, range(*who.span())).contains(candidate.span)


def _leading_name(frame: Frame) -> range:
    """The name a sentence begins with, whatever its verb is: "Ana Olm rears sheep"."""
    match = _LEADING.match(frame.classes)
    return range(*match.span("name")) if match else range(0)


def _and_somebody(frame: Frame, words: range) -> bool:
    """Whether a subject takes in another whom a pronoun can mean: "Tom Hale and his friend"."""
    joined = next((i for i in words if frame.classes[i] == "C"), words.stop)
    unnamed = (i for i in range(joined, words.stop) if frame.classes[i + 1 : i + 2] != "P")
    behind = (frame.words[i].lower for i in unnamed)
    return any(map(is_title, behind))
