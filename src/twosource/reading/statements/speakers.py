"""Speakers: who is meant by the words that name one.

A name is resolved to the fullest form that fits, a pronoun or "the minister" to the one person it
can mean. Where two can be meant, none is chosen: a wrong speaker on real words is the worst error.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model import Article, BlockKind, Mention, NameKind, Span, Speaker, SpeakerKind
from twosource.reading.spans import touched
from twosource.reading.statements.attribution import span_of
from twosource.reading.statements.cast import (
    Cast,
    Figure,
    Gender,
    can_be_called,
    gender_of,
    is_a_stranger,
    is_body,
    is_crowd,
    is_medium,
    is_medium_noun,
    is_several,
    is_title,
    names_a_person,
)
from twosource.reading.statements.cast import Mention as CastMention
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.subjects import subject_beside, topic
from twosource.reading.statements.verbs import is_mouthpiece

_HEAD = re.compile(r"[^OIE(C,]*")
_NAME_AT_END = re.compile(r"(?P<name>P[PM]*|p)$")
_SEVERAL = re.compile(r"[^OIE(]*C")
_NAME_EARLY = re.compile(r"D?N*(?P<name>P+)N+$")
_NAMED_ROLE = re.compile(r"(?:D[NpKL]*)?(?P<name>P+)$")
_NAME_LAST = re.compile(r"[DM][^,C]*N,(?P<name>PP+),?$")  # "one of the drivers, Ana Olm"
_NAME_FIRST = re.compile(r"(?P<name>P+)(?=,[DMKW])(?!.*,P)")  # "Ana Olm, 61, a smith and carver,"
_OF_MINISTRY = re.compile(
    r"(?P<office>P+)[OIE]D?P(?P<name>PP+)$"
)  # "Minister of the Interior Ana Olm"
# As in "Bank of Ruhl president Ana Olm":
_NAME_LATE = re.compile(r"(?P<office>P+)O[DPpN]+N(?P<name>PP+)$")
_DESCRIBED = re.compile(r"[DM][NKL]*N(?![NPp])")
_NAME_BEHIND = re.compile(r",D{0,2}N{0,2}(?P<name>PP+),L?[AVK]")
_LEADING = re.compile(r"[CB]?(?P<name>P+)(?=N)")
_PEOPLE_THERE = re.compile(r"IP+R$")  # "in Ruhl they say": whoever lives there
_NAME_OF_ROLE = re.compile(r",PP+(?=,)")
_AGED = re.compile(r"(\d+)-year-old$")
_SINGULAR = {"he": Gender.MAN, "him": Gender.MAN, "himself": Gender.MAN,
             "she": Gender.WOMAN, "herself": Gender.WOMAN,
             "his": Gender.MAN, "her": Gender.WOMAN}  # fmt: skip
_PARENTS = {"father": Gender.MAN, "grandfather": Gender.MAN, "mother": Gender.WOMAN,
            "grandmother": Gender.WOMAN}  # fmt: skip
_IS_NAMED = re.compile(r"RA(?P<name>P+)(?=[,.]|$)")
_AUTHOR = re.compile(r"I(?P<np>D?[NP]*P)IW$")
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])$")
_OWNERS = frozenset({"his", "her", "its", "their"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_OURS = frozenset({"this", "our"})
_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})


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


class Resolver:
    """Finds out whom the sources of one article mean, in the order in which they stand."""

    def __init__(
        self, article: Article, frames: Sequence[Frame], names: Sequence[Mention] = ()
    ) -> None:
        self._text, self._frames = article.text, frames
        self._outlet = article.outlet.value if article.outlet else None
        self._cast = Cast(article.text, frames, names)
        self._spoke: list[tuple[int, Speaker]] = []
        self._called: dict[str, Gender] = {}  # whom a pronoun has already meant

    def with_roles(self, names: Sequence[Mention]) -> Iterator[Mention]:
        """The tagger's names, each with what the words beside it say of its bearer."""
        found = sorted(self._cast.mentions, key=lambda mention: mention.span)
        for name in names:
            here = (found[number] for number in touched(found, name.span))
            yield replace(name, role=next((one.role for one in here if one.role), None))

    def speaker(self, source: Source) -> Speaker:
        """The speaker that a source means; remembers it for the pronouns that follow."""
        found = self.meant(source)
        self._spoke.append((source.frame, found))
        return found

    def names_person(self, number: int, words: range) -> bool:
        """Whether some words of a frame name a person and nothing else, as the tagger has it."""
        frame = self._frames[number]
        if not words or frame.classes[words.start : words.stop].strip("P"):
            return False
        span = self._span(Source(number, words, None))
        here = (m for m in self._cast.mentions if span.contains(m.span))
        return any(mention.kind is NameKind.PERSON for mention in here)

    def means_medium(self, source: Source) -> bool:
        """Whether a source means a paper, a station or an agency that the article names."""
        return any(is_medium(f) for f in self._cast.of_name(self.meant(source).name))

    def meant(self, source: Source) -> Speaker:
        """Whoever a source means, without taking note that they spoke."""
        kinds = {self._frames[source.frame].words[i].kind for i in source.words}
        first = self._frames[source.frame].words[source.words.start].lower
        pronoun = len(source.words) == 1 and (kinds <= {"R", "J"} or first in _OWNERS)
        return self._pronoun(source) if pronoun else self._phrase(source)

    def inside(self, frame: Frame, words: range) -> Speaker:
        """Whom a source inside quoted words names; a description there stays itself."""
        name = _name_in(frame, words)
        name = name if name and frame.words[name.start].capital else None
        part = name or words
        span = span_of(frame, part)
        shown = _OWNER.sub("", " ".join(span.of(self._text).split()))
        span = Span(span.start, span.start + len(_OWNER.sub("", span.of(self._text))))
        figure = self._cast.called(shown) if name else None
        kind = SpeakerKind.NAMED if name else SpeakerKind.DESCRIBED
        return Speaker(figure.name if figure else shown, kind, span)

    def him_inside(
        self, frame: Frame, words: range, quoted: Span, outer: Speaker
    ) -> Speaker | None:
        """Whom "he" means inside quoted words: the one person the sentence before them names."""
        gender = _SINGULAR[frame.words[words.start].lower]
        before = [
            (m.frame, figure)
            for m in self._cast.mentions
            if m.block == frame.block and m.span.end <= quoted.start
            if (figure := self._cast.meant(m)) and figure.kind is NameKind.PERSON
            if figure.name != outer.name and figure.gender in (gender, Gender.UNKNOWN)
        ]
        last = max((number for number, _ in before), default=0)
        named = {figure.name for number, figure in before if number == last}
        span = span_of(frame, words)
        return Speaker(named.pop(), SpeakerKind.NAMED, span) if len(named) == 1 else None

    # ── Names and descriptions ───────────────────────────────────────────────────────────────────

    def _phrase(self, source: Source) -> Speaker:
        frame = self._frames[source.frame]
        classes = "".join(frame.classes[i] for i in source.words)
        if apart := _NAME_FIRST.match(classes) or _NAME_LAST.match(classes):
            start, end = (source.words.start + at for at in apart.span("name"))
            return self._by_name(source, range(start, end))
        if _SEVERAL.match(classes):
            return self._as_it_stands(source)  # "Olm and Brandt said": two speakers are neither
        name = _name_in(frame, source.words) or _giver(frame, source.words)
        if name is None and source.role is not None:
            name = self._name_in_role(source)
        behind = _NAME_BEHIND.match(frame.classes, source.words.stop)
        known = name is not None and self._mention_in(frame, name) is not None
        if behind is not None and not known and frame.classes[source.words.start] in "Dp":
            name = range(*behind.span("name"))
        return self._by_name(source, name) if name else self._by_description(source)

    def _name_in_role(self, source: Source) -> range | None:
        """The name in "the lawyer, Ana Olm,": there the role comes first."""
        frame = self._frames[source.frame]
        inside = [
            i for i, w in enumerate(frame.words) if source.role and source.role.contains(w.span)
        ]
        classes = "".join(frame.classes[i] for i in inside)
        match = _NAMED_ROLE.match(classes)
        return range(inside[0] + match.start("name"), inside[-1] + 1) if match else None

    def _by_name(self, source: Source, name: range) -> Speaker:
        frame = self._frames[source.frame]
        span = span_of(frame, name)
        mention = self._mention_in(frame, name)
        if is_a_stranger(frame, name.start):
            return Speaker(span.of(self._text), SpeakerKind.UNRESOLVED, span, source.role)
        if mention is None:
            return self._by_description(source)
        figure = self._cast.meant(mention)
        if figure is None:
            return Speaker(mention.name, SpeakerKind.UNRESOLVED, mention.span, source.role)
        role = source.role if source.role and not source.role.overlaps(span) else mention.role
        return Speaker(figure.name, SpeakerKind.NAMED, mention.span, role or figure.role)

    def _mention_in(self, frame: Frame, name: range) -> CastMention | None:
        """The name that some words of a frame hold; offices alone hold none."""
        span = span_of(frame, name)
        return next((m for m in self._cast.mentions if span.contains(m.span)), None)

    def _by_description(self, source: Source) -> Speaker:
        frame = self._frames[source.frame]
        head = _HEAD.match("".join(frame.classes[i] for i in source.words))
        first = frame.words[source.words.start].lower
        noun = frame.words[source.words.start + max(0, head.end() - 1)].lower if head else ""
        noun = _OWNER.sub("", noun)
        if first in {"a", "an"}:
            figure = self._named_later(noun, source.frame)
            return (
                _speaker(figure, self._span(source), source.role)
                if figure
                else self._as_it_stands(source)
            )
        if self._outlet and first in _OURS and is_medium_noun(noun):
            return Speaker(self._outlet, SpeakerKind.NAMED, self._span(source), source.role)
        if head and (first in _DEFINITE or _is_headline_noun(frame, source.words)):
            block = frame.block
            modifiers = self._modifiers(source, head.end())
            figure = (
                self._cast.described(noun, modifiers, self._span(source).of(self._text))
                or self._body(noun, modifiers, source)
                or self._cast.medium(noun, source.frame, block)
                or self._cast.firm(noun)
                or self._body_before_it(noun, source)
                or self._aged(noun)
                or self._again(source, noun, modifiers)
                or self._principal(source, noun)
                or self._parent(source, noun)
                or self._told_by_name(source.frame)
            )
            if figure is not None:
                return _speaker(figure, self._span(source), source.role)
        return self._as_it_stands(source)

    def _aged(self, noun: str) -> Figure | None:
        """The one whose age "the 34-year-old" gives: "Jan Pohl, 34, …"."""
        age = _AGED.match(noun)
        behind = re.compile(rf", (?:aged )?{age[1]}\b") if age else None
        found = {
            figure.name: figure
            for figure in self._cast.figures
            if behind and any(behind.match(self._text, m.span.end) for m in figure.mentions)
        }
        if age and not found:  # whoever alone is named is as old as that
            found = {f.name: f for f in self._cast.figures if f.kind is NameKind.PERSON}
        return next(iter(found.values())) if len(found) == 1 else None

    def _again(self, source: Source, noun: str, modifiers: frozenset[str]) -> Figure | None:
        """The only person named before whom "the mother-of-two" or "the former boxer, 41," fits."""
        frame = self._frames[source.frame]
        aged = "former" in modifiers and frame.classes.startswith(",M,", source.words.stop)
        if "-of-" not in noun and not aged:
            return None
        gender = gender_of(noun.split("-", maxsplit=1)[0])
        before = self._named_people(source.frame)
        found = [f for f in before if Gender.UNKNOWN in (gender, f.gender) or f.gender is gender]
        return found[0] if len(found) == 1 else None

    def _named_people(self, frame: int) -> list[Figure]:
        """Everybody whom the article names as a person in full before a sentence."""
        return [
            f
            for f in self._cast.figures
            if f.kind is NameKind.PERSON and len(f.words) > 1 and f.mentions[0].frame < frame
        ]

    def _principal(self, source: Source, noun: str) -> Figure | None:
        """For whom somebody speaks: "a friend of Ana Olm said the director", "his client"."""
        people = [f for f in self._cast.figures if f.kind is NameKind.PERSON]
        if source.speaks_for is not None:
            named = [
                f for f in people if any(source.speaks_for.contains(m.span) for m in f.mentions)
            ]
            return named[0] if len(named) == 1 and (is_title(noun) or noun == "client") else None
        mine = [f for f in people if not any(self._is_in(f, span) for span in source.others)]
        return mine[0] if noun == "client" and len(mine) == 1 else None

    def _is_in(self, figure: Figure, span: Span) -> bool:
        return any(span.overlaps(mention.span) for mention in figure.mentions)

    def _parent(self, source: Source, noun: str) -> Figure | None:
        """The only person named, as "the father of three": that tells no two people apart."""
        behind = "".join(self._frames[source.frame].classes[i] for i in source.words)
        gender = _PARENTS.get(noun) if behind.endswith("NOM") else None
        people = [f for f in self._cast.figures if gender and f.kind is NameKind.PERSON]
        agree = [f for f in people if f.gender in (gender, Gender.UNKNOWN)]
        return agree[0] if len(people) == len(agree) == 1 else None

    def _told_by_name(self, frame: int) -> Figure | None:
        """Whoever is named soon after a description: "His name is Ana Olm"."""
        for number in range(frame + 1, min(frame + 1 + _SOON, len(self._frames))):
            words = self._frames[number].words
            if [word.lower for word in words[1:3]] == ["name", "is"] and words[0].lower in _OWNERS:
                here = (m for m in self._cast.mentions if m.frame == number)
                first = next((m for m in here if m.span.start == words[3].span.start), None)
                return self._cast.meant(first) if first else None
        return None

    def _modifiers(self, source: Source, head: int) -> frozenset[str]:
        """The words before the noun of a description: "health" in "the health minister"."""
        start = source.words.start + (self._frames[source.frame].classes[source.words.start] == "D")
        words = self._frames[source.frame].words[start : source.words.start + head - 1]
        return frozenset(_OWNER.sub("", word.lower) for word in words)

    def _named_later(self, noun: str, frame: int) -> Figure | None:
        """The one whom "a neighbour" turns out to be: "said the neighbour, Ana Olm", soon after.

        Nobody, where the article speaks of several by that noun.
        """
        introduced = sum(_introduces(f, noun) for f in self._frames)
        soon = range(frame + 1, frame + 1 + _SOON)
        named = {
            figure.name: figure
            for mention in self._cast.mentions
            if mention.frame in soon and mention.role is not None
            if mention.role.of(self._text).lower() == f"the {noun}"
            if (figure := self._cast.meant(mention)) is not None
        }
        return next(iter(named.values())) if introduced == len(named) == 1 else None

    def _body(self, noun: str, modifiers: frozenset[str], source: Source) -> Figure | None:
        """The one body whose name ends like "the commission" or holds "court".

        Of several the one spoken of before.
        """
        named = [f for f in self._cast.figures if len(f.words) > 1 and modifiers <= set(f.words)]
        named = [f for f in named if noun in _before_of(f.words)]
        named = [f for f in named if f.words[-1] == noun or is_body(noun)]
        found = [f for f in named if f.mentions[0].frame <= source.frame] or named
        found = [f for f in found if f.words[-1] == noun] or found
        return found[0] if len(found) == 1 else None

    def _body_before_it(self, noun: str, source: Source) -> Figure | None:
        """The one body that "the firm" or "the union" takes up in a paragraph.

        The tagger tells that it is one, and no word of its name that it is of another sort.
        """
        start, block = self._span(source).start, self._frames[source.frame].block
        found = {
            m.words: f
            for f in self._cast.figures
            if f.kind is NameKind.ORGANISATION and can_be_called(noun, f)
            for m in f.mentions
            if m.block == block and m.span.start < start
        }
        firms = {f.name: f for f in found.values()}
        return next(iter(firms.values())) if len(firms) == 1 else None

    def _as_it_stands(self, source: Source) -> Speaker:
        span = self._span(source)
        name = _OWNER.sub("", " ".join(span.of(self._text).split()))
        owns = self._frames[source.frame].classes[source.words.stop - 1] == "p"
        span = Span(span.start, span.start + len(name)) if owns and len(source.words) > 1 else span
        return Speaker(
            name if owns else " ".join(span.of(self._text).split()),
            SpeakerKind.DESCRIBED,
            span,
            source.role,
        )

    def _span(self, source: Source) -> Span:
        return span_of(self._frames[source.frame], source.words)

    # ── Pronouns ─────────────────────────────────────────────────────────────────────────────────

    def _pronoun(self, source: Source) -> Speaker:
        span = self._span(source)
        pronoun = span.of(self._text)
        if pronoun.lower() in _SINGULAR:
            meant = self._person(source, _SINGULAR[pronoun.lower()])
            self._called |= {meant.name: _SINGULAR[pronoun.lower()]} if meant else {}
        elif pronoun.lower() in {"it", "they", "its", "their"}:
            meant = self._body_or_group(source)
        else:
            meant = None
        if meant is None:
            return Speaker(pronoun, SpeakerKind.UNRESOLVED, span)
        return Speaker(meant.name, meant.kind, span, meant.role)

    def _person(self, source: Source, gender: Gender) -> Speaker | None:
        """Whom "she" means, if that is a person for all the article tells."""
        meant = self._nearest(source, gender)
        doubtful = {f.name for f in self._cast.figures if f.may_be_thing}
        return None if meant is not None and meant.name in doubtful else meant

    def _nearest(self, source: Source, gender: Gender) -> Speaker | None:
        """Whom "she" means: whoever the sentence is about, then those before it, nearest first.

        A sentence about "she" is about whoever the sentence before it is about. Of several people
        in a sentence its subject is meant; where no subject is known, nobody.
        """
        for number in self._frames_before(source):
            candidates = self._candidates(number, source, gender)
            if source.asked and self._frames[number].span.contains(source.asked):
                return self._asked(source.asked, number, candidates, gender)
            subject = self._beside(source, candidates) if number == source.frame else None
            subject = subject or self._subject(number, candidates, gender)
            if subject is not None:
                return None if self._belongs_to_pronoun(number, subject, gender) else subject
            if number == source.frame or self._is_about_pronoun(number):
                if named := self._told_in(number, gender):
                    return named
                continue
            if candidates:
                alone = len(candidates) == 1 and not self._has_another(number, candidates[0])
                return candidates[0] if alone else None
            if described := self._described_in(number, source, gender):
                return described
        return None if source.inner else self._only_one(source, gender)

    def _asked(
        self, asked: Span, number: int, candidates: Sequence[Speaker], gender: Gender
    ) -> Speaker | None:
        """Whoever has just been asked, by name or as "the keeper of the lock"."""
        named = [c for c in candidates if asked.contains(c.span)]
        if named:
            return named[0] if len(named) == 1 else None
        words = [i for i, w in enumerate(self._frames[number].words) if asked.contains(w.span)]
        told = self._phrase(Source(number, range(words[0], words[-1] + 1), None)) if words else None
        return told if told and self._agrees(told, gender) else None

    def _described_in(self, number: int, source: Source, gender: Gender) -> Speaker | None:
        """Whom a sentence is about that names nobody; the owner of "her father" for "she"."""
        described = self._described_subject(number)
        if described is None or _is_tied_to(described, gender):
            return None
        if any(span.overlaps(described.span) for span in source.others):
            return None
        return described if self._agrees(described, gender) else self._owner_in(number, gender)

    def _told_in(self, number: int, gender: Gender) -> Speaker | None:
        """The name that a sentence gives a pronoun: "She is Ana Olm"."""
        frame = self._frames[number]
        match = _IS_NAMED.match(frame.classes)
        if match is None or _SINGULAR.get(frame.words[0].lower) is not gender:
            return None
        mention = self._mention_in(frame, range(*match.span("name")))
        figure = self._cast.meant(mention) if mention else None
        return _speaker(figure, mention.span, mention.role) if figure and mention else None

    def _owner_in(self, number: int, gender: Gender) -> Speaker | None:
        """Whose "father" a sentence is about, for a "she" that cannot be the father."""
        words = topic(self._frames[number])
        span = span_of(self._frames[number], words)
        owners = (m for m in self._cast.mentions if m.frame == number and span.contains(m.span))
        owner = next(owners, None)
        figure = self._cast.named(owner) if owner else None
        agrees = figure is not None and figure.gender in (gender, Gender.UNKNOWN)
        return _speaker(figure, owner.span, owner.role) if agrees and figure and owner else None

    def _only_one(self, source: Source, gender: Gender) -> Speaker | None:
        """The only person an article has named so far and called so, where nobody is named near.

        If it names no person at all, the only name of two words that is no body's by any of them.
        """
        start, last = self._span(source).start, self._frames[source.frame].block - 1
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
        return _speaker(one, one.mentions[0].span, one.role)

    def _belongs_to_pronoun(self, number: int, subject: Speaker, gender: Gender) -> bool:
        """Whether "her neighbour Jan Olm" leaves open which of the two "she" is."""
        owner = {Gender.WOMAN: "her ", Gender.MAN: "his "}.get(gender, "")
        role = subject.role.of(self._text).lower() if subject.role else ""
        spoke = any(f == number and s.name == subject.name for f, s in self._spoke)
        return bool(owner) and role.startswith(owner) and not spoke

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

    def _described_subject(self, number: int) -> Speaker | None:
        """Whom a sentence is about that names nobody, if a title tells that it is a person."""
        frame = self._frames[number]
        words = topic(frame)
        head = frame.words[words.stop - 1].lower if words else ""
        several = "C" in {frame.classes[i] for i in words}
        person = is_title(head) or (names_a_person(head) and self._is_taken_up(number))
        owned = "p" in {frame.classes[i] for i in words}
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

    def _has_another(self, number: int, one: Speaker) -> bool:
        """Whether a sentence speaks of somebody by pronoun, and so not only of whom it names.

        A pronoun behind the only person it names is that person's own.
        """
        words = [w for w in self._frames[number].words if w.lower in _PRONOUNS]
        names = [m for m in self._cast.mentions if m.frame == number and m.kind is NameKind.PERSON]
        own = len(names) == 1 and names[0].span.overlaps(one.span)
        return any(not own or word.span.start < one.span.start for word in words)

    def _is_about_pronoun(self, number: int) -> bool:
        frame = self._frames[number]
        words = topic(frame)
        pronoun = bool(words) and frame.classes[words.start] == "R"
        return pronoun and frame.words[words.start].lower in _SINGULAR

    def _frames_before(self, source: Source) -> Iterator[int]:
        """The frame itself, those before it in its paragraph, and the paragraph before that.

        Also the one before a paragraph that names nobody and speaks of "his" or "her" again.
        """
        first = source.frame - 1 if source.inner else -1
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
        here = (m for m in self._cast.mentions if m.frame == number)
        return any(mention.kind in (NameKind.PERSON, None) for mention in here)

    def _candidates(self, number: int, source: Source, gender: Gender) -> list[Speaker]:
        """The people of a frame that a pronoun of this gender can mean, each one once."""
        start = self._span(source).start
        found: dict[str, Speaker] = {}
        for frame, speaker in self._spoke:
            known = speaker.kind is not SpeakerKind.UNRESOLVED and self._agrees(speaker, gender)
            known = known and not any(span.overlaps(speaker.span) for span in source.others)
            known = known and not _is_tied_to(speaker, gender)
            if frame == number and speaker.span.start < start and known:
                found[speaker.name] = speaker
        for mention in self._cast.mentions:
            owner = self._text.startswith(("'", "’"), mention.span.end)
            inside = any(span.overlaps(mention.span) for span in source.others)
            usable = mention.span.start < start and not owner and not inside
            if mention.frame == number and usable:
                figure = self._cast.named(mention)
                if (
                    figure
                    and figure.gender in (gender, Gender.UNKNOWN)
                    and figure.name not in found
                ):
                    found[figure.name] = _speaker(figure, mention.span, mention.role)
        person = gender is not Gender.BODY
        things = {f.name for f in self._cast.figures if person and f.is_thing and f.role is None}
        found = {name: speaker for name, speaker in found.items() if name not in things}
        people = [s for s in found.values() if self._surely_a_person(s)]
        return people or list(found.values())

    def _surely_a_person(self, speaker: Speaker) -> bool:
        """Whether the article treats somebody as a person: a title, a role, words of their own."""
        spoke = any(s.name == speaker.name for _, s in self._spoke)
        figures = self._cast.of_name(speaker.name)
        person = any(f.kind is NameKind.PERSON and len(f.words) > 1 for f in figures)
        told = any(f.role is not None and f.gender is not Gender.BODY for f in figures)
        return spoke or person or told

    def _agrees(self, speaker: Speaker, gender: Gender) -> bool:
        if speaker.kind is SpeakerKind.DESCRIBED:
            several = is_several(speaker.name) or " and " in speaker.name
            return not several and gender_of(speaker.name) in (
                gender,
                Gender.UNKNOWN,
            )
        figures = self._cast.of_name(speaker.name)
        return all(f.gender in (gender, Gender.UNKNOWN) for f in figures)

    def _subject(self, number: int, candidates: list[Speaker], gender: Gender) -> Speaker | None:
        """Of the people in a sentence, the one who speaks, else the one it is about."""
        spoke = [s.name for frame, s in self._spoke if frame == number]
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
        several = len(candidates) > 1 and "C" in {frame.classes[i] for i in words}
        several = several or _and_somebody(frame, words, gender)
        others = (c for c in candidates if c not in about and not self._is_led(number, c))
        rivals = [c for c in others if about and self._as_likely(c, about[0])]
        return about[0] if about and not several and not rivals else None

    def _as_likely(self, rival: Speaker, subject: Speaker) -> bool:
        """Whether a pronoun can mean somebody as well as the subject: both men, or unknown."""
        known = {f.gender for f in self._cast.of_name(subject.name)} - {Gender.UNKNOWN}
        return not known or any(f.gender in known for f in self._cast.of_name(rival.name))

    def _is_led(self, number: int, candidate: Speaker) -> bool:
        """Whether a name only hangs on a preposition: "lives next to Olm"."""
        here = (m for m in self._cast.mentions if m.frame == number)
        return any(m.led for m in here if candidate.span.overlaps(m.span))

    def _body_or_group(self, source: Source) -> Speaker | None:
        """What "it" or "they" means: the last speaker, or the one body of the sentence before."""
        block, they = self._frames[source.frame].block, self._is_they(source)
        if _PEOPLE_THERE.match(self._frames[source.frame].classes[: source.words.stop]):
            return None
        for frame, speaker in reversed(self._spoke):
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
        return self._body_before(source)

    def _is_a_person(self, speaker: Speaker) -> bool:
        """Whether somebody is certainly no "it"."""
        figures = self._cast.of_name(speaker.name)
        return bool(figures) and all(f.kind is NameKind.PERSON for f in figures)

    def _is_they(self, source: Source) -> bool:
        return self._frames[source.frame].words[source.words.start].lower in {"they", "their"}

    def _can_be_it(self, figure: Figure) -> bool:
        """Whether a figure is a body, or a single name that the article gives no person's role."""
        body = figure.gender is Gender.BODY or figure.kind is NameKind.ORGANISATION
        if body or is_medium(figure):
            return True
        return figure.gender is Gender.UNKNOWN and len(figure.words) == 1 and figure.role is None

    def _body_before(self, source: Source) -> Speaker | None:
        """The one body that the same sentence names before, or the sentence before it."""
        for number in (source.frame, source.frame - 1):
            if number < 0 or self._frames[number].block != self._frames[source.frame].block:
                return None
            found = {c.name: c for c in self._bodies(number, source)}
            if found:
                alone = len(found) == 1 and not self._has_two_subjects(number)
                return next(iter(found.values())) if alone else None
        return None

    def _has_two_subjects(self, number: int) -> bool:
        """Whether "it" can mean either of two: "the council and the developer signed"."""
        frame = self._frames[number]
        return "C" in {frame.classes[i] for i in topic(frame)}

    def _bodies(self, number: int, source: Source) -> Iterator[Speaker]:
        """The bodies of a sentence, by name or by description: "the ministry"."""
        frame = self._frames[number]
        counted = {
            after.span.start for one, after in itertools.pairwise(frame.words) if one.kind == "M"
        }
        candidates = self._candidates(number, source, Gender.BODY)
        yield from (c for c in candidates if self._is_body(c) and c.span.start not in counted)
        they = self._is_they(source)
        for match in _DESCRIBED.finditer(frame.classes):
            before = number < source.frame or match.end() <= source.words.start
            noun = frame.words[match.end() - 1].lower
            if before and (is_body(noun) or (they and is_crowd(noun))):
                yield self._phrase(Source(number, range(*match.span()), None))

    def _is_body(self, speaker: Speaker) -> bool:
        return any(f.name == speaker.name and f.gender is Gender.BODY for f in self._cast.figures)


def _is_tied_to(speaker: Speaker, gender: Gender) -> bool:
    """Whether "she" can as well be the one whose "cousin" somebody is: "her cousin"."""
    owner = {Gender.WOMAN: "her ", Gender.MAN: "his "}.get(gender, "-")
    own = speaker.name.lower().startswith(owner) and gender_of(speaker.name) is Gender.UNKNOWN
    return speaker.kind is SpeakerKind.DESCRIBED and own


def _is_described_body(speaker: Speaker) -> bool:
    """Whether a description without a name is one of a body: "the court"."""
    head = re.split(r" (?:of|in|at|for|on|with) |, ", speaker.name.lower())[0]
    return speaker.kind is SpeakerKind.DESCRIBED and is_body(head.split()[-1])


def _leading_name(frame: Frame) -> range:
    """The name a sentence begins with, whatever its verb is: "Ana Olm rears sheep"."""
    match = _LEADING.match(frame.classes)
    return range(*match.span("name")) if match else range(0)


def _and_somebody(frame: Frame, words: range, gender: Gender) -> bool:
    """Whether a subject takes in another whom a pronoun can mean: "Tom Hale and his friend"."""
    joined = next((i for i in words if frame.classes[i] == "C"), words.stop)
    unnamed = (i for i in range(joined, words.stop) if frame.classes[i + 1 : i + 2] != "P")
    behind = (frame.words[i].lower for i in unnamed)
    return any(is_title(w) and gender_of(w) in (gender, Gender.UNKNOWN) for w in behind)


_ANYBODY = frozenset({"man", "woman"})
_FAR = 2  # paragraphs back in which a pronoun finds whom it means
_SOON = 4  # sentences within which a description is named


def _before_of(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name that can call it: no "police" in "Inspectorate of Police"."""
    return name[: name.index("of")] if "of" in name else name


def _is_headline_noun(frame: Frame, words: range) -> bool:
    """Whether a headline leaves out its article: "museum says", where it is the museum.

    So does a sentence that begins with what a person is: "Coach insists", where it is the coach.
    """
    headline = frame.kind in (BlockKind.TITLE, BlockKind.SUBHEAD)
    last = frame.words[words.stop - 1].lower
    opens = words.start == 0 and names_a_person(last) and not is_crowd(last)
    classes = frame.classes[words.start : words.stop]
    return (headline and not classes.strip("N")) or (opens and not classes.strip("NP"))


def _introduces(frame: Frame, noun: str) -> bool:
    """Whether a sentence brings in somebody by a noun: "a neighbour", "another neighbour"."""
    lowers = [word.lower for word in frame.words]
    return any(
        word == noun and not _BRINGS_IN.isdisjoint(lowers[max(0, i - 3) : i])
        for i, word in enumerate(lowers)
    )


_BRINGS_IN = frozenset({"a", "an", "another", "one", "second", "other"})


def _speaker(figure: Figure, span: Span, role: Span | None) -> Speaker:
    return Speaker(figure.name, SpeakerKind.NAMED, span, role or figure.role)


def _agency(frame: Frame, words: range, classes: str) -> re.Match[str] | None:
    """A name before what it is: "XPA news agency"."""
    match = _NAME_EARLY.match(classes)
    return match if match and frame.words[words.start + match.end() - 1].lower == "agency" else None


def _giver(frame: Frame, words: range) -> range | None:
    """Whoever is named as giving out "a report by the Harbour Board"."""
    match = _GIVEN_OUT.match("".join(frame.classes[i] for i in words))
    noun, of = (
        (frame.words[words.start + match.start(g)].lower for g in ("noun", "of"))
        if match
        else ("", "")
    )
    if match is None or not is_mouthpiece(noun) or of not in {"by", "of", "from"}:
        return None
    return range(*(words.start + at for at in match.span("name")))


_GIVEN_OUT = re.compile(
    r"[DM]?[NKM]*(?P<noun>N)(?:Z+|D[NZ])?(?P<of>[IO])D?[NK]*(?P<name>P+)(?![p])"
)


def _late(frame: Frame, words: range, classes: str) -> re.Match[str] | None:
    """A name behind an office, and not behind another's: "Ana Olm of the broker Hale & Strand"."""
    if ministry := _OF_MINISTRY.match(classes):
        office = frame.words[words.start : words.start + ministry.end("office")]
        return ministry if any(is_title(word.lower) for word in office) else None
    match = _NAME_LATE.match(classes)
    first = frame.words[words.start :][: match.end("office") if match else 0]
    named = len(first) > 1 and not any(is_body(w.lower) or is_title(w.lower) for w in first)
    return None if named else match


def _name_in(frame: Frame, words: range) -> range | None:
    """The name that heads a noun phrase: "the harbour master Ana Olm of Ruhl" → "Ana Olm"."""
    classes = "".join(frame.classes[i] for i in words)
    head = _HEAD.match(classes)
    late = _late(frame, words, classes) or _agency(frame, words, classes)
    name = late or (_NAME_AT_END.search(head.group()) if head else None)
    if name is None or (classes == "DP" and frame.words[words.stop - 1].lower.endswith("man")):
        return None  # "the Frenchman"
    start, end = (words.start + at for at in name.span("name"))
    small = start > words.start and end - start == 1 and is_medium_noun(frame.words[start].lower)
    return None if small and frame.classes[start - 1] == "N" else range(start, end)  # "state TV"
