"""Descriptions: whom "the minister", "the 34-year-old" or "the firm" means among those named.

Where two can be meant, nobody is chosen.
"""

import itertools
import re
from collections.abc import Sequence
from functools import cache

import msgspec

from twosource.model import NameKind, Span
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.cast.figures import Figure, can_be_called, is_medium, sorts_of
from twosource.reading.statements.cast.naming import POSSESSIVE_ENDING
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.lexicon.titles import (
    Gender,
    anybody,
    gender_of,
    is_age,
    is_body,
    is_countryman,
    is_title,
    kinds_of,
    means_another,
    names_a_person,
    titles,
)
from twosource.reading.statements.speakers.scene import Source
from twosource.vocabulary import load
from twosource.vocabulary.word_classes import owners

_AGED = re.compile(r"(\d+)-year-old$")
_AGE_BEHIND = re.compile(r", (?:aged )?\d\d\b")
_AND_ANOTHER = re.compile(r", [A-Z]|,? (?:and|or) (?:[A-Z]|(?:his|her|their|an?|two|three|\d+) )")
_BODY = re.compile(r"(?P<body>(?:D|P+p|p)[NP]*N)(?![NP])(?:OD?[NP]+)?")
_SOON = 4  # sentences within which a description is named


class Descriptions:
    """Finds out which of the people and bodies of one article a description means."""

    def __init__(self, text: str, frames: Sequence[Frame], cast: Cast) -> None:
        self._text, self._frames, self._cast = text, frames, cast

    def known(self, source: Source, noun: str, modifiers: frozenset[str]) -> Figure | None:
        """Whom "the minister" means, by the first rule that tells; "her own lawyer" is new."""
        if "own" in modifiers:
            return None
        if (what := self._headed(source, noun)) in titles().heads:
            return self._at_the_head(what, source)
        return (
            self._cast.described(noun, modifiers, self._span(source).of(self._text))
            or self._body(noun, modifiers, source)
            or self._cast.medium(noun, source.frame, self._frames[source.frame].block)
            or self._firm(noun, source)
            or self._body_before_it(noun, modifiers, source)
            or self._aged(noun, source)
            or self._of_kind(source, noun, modifiers)
            or self._by_age(source, noun, modifiers)
            or self._named_behind(source, noun)
            or self._again(source, noun, modifiers)
            or self._principal(source, noun)
            or self._parent(source, noun)
            or self._told_by_name(source.frame)
        )

    def modifiers(self, source: Source, head: int) -> frozenset[str]:
        """The words before the noun of a description: "health" in "the health minister"."""
        start = source.words.start + (self._frames[source.frame].classes[source.words.start] == "D")
        words = self._frames[source.frame].words[start : source.words.start + head - 1]
        return frozenset(POSSESSIVE_ENDING.sub("", word.lower) for word in words)

    def _headed(self, source: Source, noun: str) -> str:
        """What "the head of state" is the head of."""
        words = self._frames[source.frame].lowers_in(source.words)
        return words[-1] if words[-3:-1] == [noun, "of"] == ["head", "of"] else ""

    def _at_the_head(self, what: str, source: Source) -> Figure | None:
        """The only one named before who by title or role is "the head of state"."""
        offices = titles().heads[what]
        found = [
            f
            for f in self._cast.figures
            if any(m.noun in offices or m.titles & offices for m in f.mentions)
        ]
        return self._only_before(found, source)

    def _aged(self, noun: str, source: Source) -> Figure | None:
        """The one whose age "the 34-year-old" gives: "Jan Pohl, 34, …".

        Where nobody is said to be so old, the only person named, if no "man" is brought in.
        """
        age = _AGED.match(noun)
        behind = re.compile(rf", (?:aged )?{age[1]}\b") if age else None
        found = {
            figure.name: figure
            for figure in self._cast.figures
            if behind and any(behind.match(self._text, m.span.end) for m in figure.mentions)
        }
        if age and not found and not self.told_before(noun, source):
            people = [f for f in self._cast.figures if f.kind is NameKind.PERSON]
            found = {f.name: f for f in people if len(people) == 1 and not self.has_age(f)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _of_kind(self, source: Source, noun: str, modifiers: frozenset[str]) -> Figure | None:
        """The only one named before whose work is a kind of it: a surgeon is "the doctor".

        Nobody, where the article also brings in "a doctor", "surgeons" or "a cardiologist".
        """
        kinds = kinds_of(noun)
        found = [f for f in self._cast.figures if any(m.noun in kinds for m in f.mentions)]
        one = None if modifiers else self._only_before(found, source)
        own = {m.noun for m in one.mentions} if one else set()
        others = {noun, f"{noun}s", *(f"{kind}s" for kind in kinds)}
        before = self._frames[: source.frame]
        told = any(not others.isdisjoint(w.lower for w in f.words) for f in before)
        rivals = any(_introduces(f, kind) for f in before for kind in kinds - own)
        return None if told or rivals else one

    def told_before(self, noun: str, source: Source) -> bool:
        """Whether a sentence before speaks of "a striker", "strikers", or of a man unnamed."""
        before = self._frames[: source.frame]
        words = set() if is_age(noun) or is_countryman(noun) else {noun}
        told = any(not {*words, f"{noun}s"}.isdisjoint(w.lower for w in f.words) for f in before)
        return told or any(_introduces(f, one) for f in before for one in (noun, *anybody()))

    def _by_age(self, source: Source, noun: str, modifiers: frozenset[str]) -> Figure | None:
        """The one of two who was named so: "The younger, Olm, ran" for "the younger brother"."""
        by_age = _known().by_age
        ages = {noun, *modifiers} & by_age
        alone = noun in by_age or gender_of(noun) is not Gender.UNKNOWN
        if len(ages) != 1 or not alone or modifiers - by_age:
            return None
        found = [f for f in self._cast.figures if any(m.noun in ages for m in f.mentions)]
        return self._only_before(found, source)

    def _named_behind(self, source: Source, noun: str) -> Figure | None:
        """The only one named behind words that tell it: "the trial of Olm" for "the accused"."""
        words = _known().named_behind.get(noun)
        return self._only_before(self._behind(words), source) if words else None

    def _behind(self, words: tuple[str, ...]) -> list[Figure]:
        """Those named as persons right behind some words; nobody, where another follows one."""
        ends = [match.end() for match in _any_of(words).finditer(self._text)]
        people = [f for f in self._cast.figures if f.kind is NameKind.PERSON]
        led = [(f, m.span.end) for f in people for m in f.mentions if self._leads_to(ends, m.span)]
        several = any(_AND_ANOTHER.match(self._text, end) for _, end in led)
        return [] if several else list({f.name: f for f, _ in led}.values())

    def _leads_to(self, ends: Sequence[int], name: Span) -> bool:
        """Whether nothing but titles stands between some words and a name."""
        between = (self._text[end : name.start] for end in ends if end <= name.start)
        return any(all(map(is_title, words.lower().split())) for words in between)

    def _only_before(self, found: Sequence[Figure], source: Source) -> Figure | None:
        """The one of some figures, if there is but one and it has been named before."""
        one = found[0] if len(found) == 1 else None
        return one if one and one.mentions[0].frame < source.frame else None

    def has_age(self, figure: Figure) -> bool:
        """Whether the article says how old somebody is."""
        return any(_AGE_BEHIND.match(self._text, m.span.end) for m in figure.mentions)

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
        behind = self._frames[source.frame].classes_in(source.words)
        parent = noun in titles().parents and behind.endswith("NOM")
        gender = gender_of(noun) if parent else None
        people = [f for f in self._cast.figures if gender and f.kind is NameKind.PERSON]
        agree = [f for f in people if f.gender in (gender, Gender.UNKNOWN)]
        return agree[0] if len(people) == len(agree) == 1 else None

    def _told_by_name(self, frame: int) -> Figure | None:
        """Whoever is named soon after a description: "His name is Ana Olm"."""
        for number in range(frame + 1, min(frame + 1 + _SOON, len(self._frames))):
            words = self._frames[number].words
            if [word.lower for word in words[1:3]] == ["name", "is"] and words[0].lower in owners():
                here = self._cast.in_frame(number)
                first = next((m for m in here if m.span.start == words[3].span.start), None)
                return self._cast.meant(first) if first else None
        return None

    def named_later(self, noun: str, frame: int) -> Figure | None:
        """The one whom "a neighbour" turns out to be: "said the neighbour, Ana Olm", soon after.

        Nobody, where the article speaks of several by that noun.
        """
        introduced = sum(_introduces(f, noun) for f in self._frames)
        soon = range(frame + 1, frame + 1 + _SOON)
        named = {
            figure.name: figure
            for number in soon
            for mention in self._cast.in_frame(number)
            if self._stands_beside(f"the {noun}", mention.span)
            if (figure := self._cast.meant(mention)) is not None
        }
        return next(iter(named.values())) if introduced == len(named) == 1 else None

    def of_body(self, noun: str, number: int) -> str | None:
        """The fullest description before a sentence of the body it is about: "the port ministry".

        Nothing, where another of that sort is described or named ("a ministry"), or where none has
        been spoken of from one paragraph to the next.
        """
        described = [
            (frame.block, " ".join(span_of(frame, range(*match.span())).of(self._text).split()))
            for frame in self._frames[:number]
            for match in _BODY.finditer(frame.classes)
            if frame.words[match.end("body") - 1].lower == noun
        ]
        fullest = max(sorted({d for _, d in described}), key=len, default="")
        one = all(_is_part_of(d.lower(), fullest.lower()) for _, d in described)
        told = [block for block, _ in described] + [self._frames[number].block]
        kept_on = all(after - before <= 1 for before, after in itertools.pairwise(told))
        owned = re.match(r"[Tt]he |\w+['’]s? ", fullest) is not None
        named = any(noun in f.words for f in self._cast.figures)
        return fullest if one and kept_on and owned and not named else None

    def _stands_beside(self, description: str, name: Span) -> bool:
        """Whether a name follows a description: "the neighbour, Ana Olm"."""
        before = self._text[max(0, name.start - len(description) - len(", ")) : name.start]
        return before.lower().rstrip(" ,").endswith(description)

    def _body(self, noun: str, modifiers: frozenset[str], source: Source) -> Figure | None:
        """The one body whose name ends like "the commission" or holds "court".

        Of several the one spoken of before.
        """
        if is_countryman(noun):
            return None  # "the Ohio Republican" is somebody
        named = [f for f in self._cast.figures if len(f.words) > 1 and modifiers <= set(f.words)]
        named = [f for f in named if noun in _before_of(f.words)]
        named = [f for f in named if f.words[-1] == noun or is_body(noun)]
        found = [f for f in named if f.mentions[0].frame <= source.frame] or named
        found = [f for f in found if f.words[-1] == noun] or found
        return found[0] if len(found) == 1 else None

    def _firm(self, noun: str, source: Source) -> Figure | None:
        """The one firm of the article; nobody, where another that may be one was just named."""
        firm = self._cast.firm(noun)
        rivals = self._bodies_before(noun, source, frozenset()) - {firm.name} if firm else set()
        return None if rivals else firm

    def _body_before_it(
        self, noun: str, modifiers: frozenset[str], source: Source
    ) -> Figure | None:
        """The one body that "the firm" or "the union" takes up; "the rival club" is another.

        So is "their union", "the tenants' union", and what has been brought in by that noun: "a
        firm", "their union".
        """
        frame = self._frames[source.frame]
        first = frame.words[source.words.start].lower
        before = self._frames[: source.frame]
        owned = first in owners() or "p" in frame.classes_in(source.words)
        other = owned or bool(modifiers & means_another())
        other = other or any(_introduces(f, noun, owners()) for f in before)
        found = set() if other else self._bodies_before(noun, source, modifiers)
        return self._cast.of_name(*found)[0] if len(found) == 1 else None

    def _bodies_before(self, noun: str, source: Source, modifiers: frozenset[str]) -> set[str]:
        """The bodies named in a paragraph, or else in the one above, that a noun can take up.

        Above only where nothing stands before the noun: "the makers' association" is new there.
        The tagger or their role tells that they are bodies, and no word of their names that they
        are of another sort. Those that only pass words on, papers and agencies, are none.
        """
        start, block = self._span(source).start, self._frames[source.frame].block
        mentions = [
            (m.block, f.name)
            for f in self._cast.figures
            if can_be_called(noun, f) and not _passes_on(f, noun)
            if f.kind is NameKind.ORGANISATION or any(is_body(m.noun or "") for m in f.mentions)
            for m in f.mentions
            if m.span.start < start
        ]
        here = {name for number, name in mentions if number == block}
        new = bool(modifiers) or self._names_a_stranger(block, start)
        above = set() if new else {name for number, name in mentions if number == block - 1}
        return here or above

    def _names_a_stranger(self, block: int, end: int) -> bool:
        """Whether a paragraph names by several words what may be a body: "Ruhl Buses called".

        A place or nothing at all for the tagger, and led by no preposition.
        """
        kinds = {None, NameKind.PLACE}
        able = (f for f in self._cast.figures if f.kind in kinds and len(f.words) > 1)
        mentions = (m for f in able for m in f.mentions if m.block == block and not m.led)
        return any(m.span.start < end for m in mentions)

    def _span(self, source: Source) -> Span:
        return span_of(self._frames[source.frame], source.words)


def _is_part_of(description: str, fuller: str) -> bool:
    """Whether one description leaves out what another has before or behind the noun."""
    bare = description.removeprefix("the ")
    return fuller.startswith(description) or fuller.endswith(f" {bare}")


def _passes_on(figure: Figure, noun: str) -> bool:
    """Whether a paper or agency is no "firm"; a Watch or a Voice may well be a "group"."""
    known = titles()
    return (
        is_medium(figure) if noun in known.firms else not known.media.isdisjoint(sorts_of(figure))
    )


def _before_of(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name that can call it: no "police" in "Inspectorate of Police"."""
    return name[: name.index("of")] if "of" in name else name


def _introduces(frame: Frame, noun: str, also: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence brings in somebody by a noun: "a neighbour", "another neighbour"."""
    lowers, by = [word.lower for word in frame.words], _known().brings_in | also
    return any(
        word == noun and not by.isdisjoint(lowers[max(0, i - 3) : i])
        for i, word in enumerate(lowers)
    )


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words with the gap behind it, wherever it stands in a text."""
    return re.compile(rf"\b(?:{'|'.join(words)}) ", re.IGNORECASE)


class _Descriptions(msgspec.Struct, frozen=True):
    by_age: frozenset[str]
    named_behind: dict[str, tuple[str, ...]]
    brings_in: frozenset[str]


def _known() -> _Descriptions:
    known: _Descriptions = load("descriptions", _Descriptions)
    return known


def brings_in_somebody(frame: Frame) -> bool:
    """Whether a sentence brings in anybody without a name: "a skater from Oslo"."""
    people = {w.lower for w in frame.words if w.kind == "N" and names_a_person(w.lower)}
    return any(_introduces(frame, noun) for noun in people)
