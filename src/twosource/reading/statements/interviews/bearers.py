"""Bearers: whom the labels of a talk name, and what each of them does in it.

A name is resolved to the fullest form the article gives, initials to the only person who has them;
what two share names neither. A label that names nobody is no voice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from twosource.model import Article, Mention, NameKind, Speaker, SpeakerKind
from twosource.reading.spans import touched
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.cast.figures import Figure
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.interviews.labels import Label, wording
from twosource.reading.statements.interviews.turns import is_person, is_talked
from twosource.reading.statements.lexicon.titles import is_body, is_medium_noun, is_title
from twosource.reading.statements.lexicon.verbs import is_label


class Part(StrEnum):
    """What somebody does in a talk."""

    ASKS = "asks"
    ANSWERS = "answers"  # as the one person whom the page introduces
    SPEAKS = "speaks"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose label it is: `key` is the same for all labels of one bearer."""

    label: Label
    key: str
    part: Part
    speaker: Speaker | None = None


_INITIALS = re.compile(r"(?:[^\W\d_a-zß-ÿ]\.?){2,3}$")
_NUMBER = re.compile(r"\s?\d+$")


class Bearers:
    """Tells whom the labels of one article name; its cast is that of the text without them."""

    def __init__(
        self,
        article: Article,
        frames: Sequence[Frame],
        cast: Cast,
        names: Sequence[Mention],
        labels: Sequence[Label],
    ) -> None:
        self._article, self._text, self._cast = article, article.text, cast
        self._frames = frames
        self._names, self._labels = sorted(names, key=lambda name: name.span), labels
        self._alike: dict[str, dict[str, str]] = {}  # names in labels by their last word
        self._told: set[str] = set()  # those that the tagger or capitals tell to be a person's
        self._known: dict[str, Speaker | None] = {}
        asking = wording().asking - {"q"}
        self._is_asked = any(self._shown(label).lower() in asking for label in labels)
        for label in labels:
            self._take_note(label)

    def _shown(self, label: Label) -> str:
        return " ".join(label.name.of(self._text).split())

    def _take_note(self, label: Label) -> None:
        name = _without_titles(label.name.of(self._text).split())
        if name:
            lower = " ".join(name).lower()
            self._alike.setdefault(name[-1].lower(), {}).setdefault(lower, " ".join(name))
            self._told |= {lower} if self._is_tagged(label) else set()

    def voices(self) -> Iterator[Voice]:
        """A voice for each label that names somebody, or says that its bearer asks or answers."""
        for label in self._labels:
            voice = self._voice(label)
            if voice is not None:
                yield voice

    def _voice(self, label: Label) -> Voice | None:
        shown = self._shown(label)
        words, known = _NUMBER.sub("", shown.lower()), wording()
        if words.split()[-1] in known.asking or self._is_outlet(words):
            return Voice(label, "", Part.ASKS)
        if words in known.answering:
            return Voice(label, "a", Part.ANSWERS)
        if words in known.speaking:
            described = Speaker(shown, SpeakerKind.DESCRIBED, label.name)
            return Voice(label, words, Part.SPEAKS, described)
        speaker = self._by_initials(label, shown) or self._by_name(label, shown)
        asks = not known.asking.isdisjoint(re.findall(r"[\w-]+", label.role))
        asks = asks or self._is_writer(words, shown)
        if speaker is None:
            return self._asking_only(label, words)
        return Voice(label, speaker.name.lower(), Part.ASKS if asks else Part.SPEAKS, speaker)

    def _asking_only(self, label: Label, words: str) -> Voice | None:
        """A label of one that is no person and asks something, as an unknown paper does."""
        asks = label.words.of(self._text).endswith("?")
        return Voice(label, words, Part.ASKS) if asks and not is_label(words) else None

    def _is_outlet(self, words: str) -> bool:
        outlet = self._article.outlet.value.lower().split() if self._article.outlet else []
        own = words.removeprefix("the ").split()
        return set(own) <= set(outlet) or is_medium_noun(own[-1])

    def _is_writer(self, words: str, shown: str) -> bool:
        writers = self._article.byline.persons if self._article.byline else ()
        lowers = [name.lower() for name in writers]
        named = any(words == name or words in name.split() for name in lowers)
        return named or any(_initials(name) == shown.replace(".", "") for name in writers)

    # ── Names ────────────────────────────────────────────────────────────────────────────────────

    def _by_initials(self, label: Label, shown: str) -> Speaker | None:
        """The only person of the text whose initials a label gives.

        Where the page tells who talked, those whom it names elsewhere did not.
        """
        if not _INITIALS.match(shown):
            return None
        letters = shown.replace(".", "").upper()
        every = [f for f in self._people if _initials(f.name) == letters]
        found = [f for f in every if f.name in self._talking] if self._talking else every
        if len(found) > 1 or (every and not found):
            return Speaker(shown, SpeakerKind.UNRESOLVED, label.name)
        named = (Speaker(f.name, SpeakerKind.NAMED, label.name, f.role) for f in found)
        return next(named, None)

    @cached_property
    def _people(self) -> list[Figure]:
        full = (f for f in self._cast.figures if len(f.words) > 1)
        return [f for f in full if is_person(f) or f.may_be_a_person]

    @cached_property
    def _talking(self) -> frozenset[str]:
        """The names of those whom a sentence names that says that people talked."""
        spans = {f.name: [self._frames[m.frame].span for m in f.mentions] for f in self._people}
        talked = (n for n, here in spans.items() if any(is_talked(self._text, s) for s in here))
        return frozenset(talked)

    def _by_name(self, label: Label, shown: str) -> Speaker | None:
        """Whom a label names, by the fullest form that the text or another label has."""
        if shown not in self._known:
            self._known[shown] = self._named(label, shown)
        speaker = self._known[shown]
        return replace(speaker, span=label.name) if speaker is not None else None

    def _named(self, label: Label, shown: str) -> Speaker | None:
        """Nobody, where neither the text nor the tagger nor a title tells that it is a person."""
        words = _without_titles(shown.lower().split())
        if not words or words[-1].isdigit() or is_body(words[-1]) or is_label(words[-1]):
            return None
        named = [f for f in self._cast.figures if f.answers_to(tuple(words))]
        ending = self._alike.get(words[-1], {})
        alike = [lower for lower in ending if lower.split()[-len(words) :] == words]
        titled = len(words) < len(shown.split()) or not self._told.isdisjoint(alike)
        if not titled and not any(is_person(f) or f.may_be_a_person for f in named):
            return None
        longest = max(len(lower.split()) for lower in alike)
        fullest = [ending[lower] for lower in alike if len(lower.split()) == longest]
        if len(fullest) > 1 or len(named) > 1:
            return Speaker(shown, SpeakerKind.UNRESOLVED, label.name)
        if named and len(named[0].words) >= longest:
            return Speaker(named[0].name, SpeakerKind.NAMED, label.name, named[0].role)
        return Speaker(fullest[0], SpeakerKind.NAMED, label.name)

    def _is_tagged(self, label: Label) -> bool:
        here = (self._names[at] for at in touched(self._names, label.name))
        name = label.name.of(self._text)
        # A word alone may be "MOTION", unless a reporter or a host asks beside it.
        shouted = name.isupper() and (" " in name or self._is_asked)
        return shouted or any(name.kind is NameKind.PERSON for name in here)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name)).upper()


def _without_titles(words: list[str]) -> list[str]:
    """The words of a name behind "Mr", "Minister" and the like."""
    titles = (i for i, word in enumerate(words) if not is_title(word.lower().rstrip(".")))
    return words[next(titles, len(words)) :]
