"""Media: which of the names in an article are those of papers, stations and agencies."""

import itertools
import re
from collections.abc import Sequence
from functools import cache

from twosource.model import Article, Mention, NameKind
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.lexicon.titles import titles

_A_PERSON = 0.8  # confidence from which a name is a person's and no medium's
_ACRONYM = re.compile(r"[A-Z]{2,5}$")
_SPELT_OUT = re.compile(r"[A-Z][\w’'-]+ \(([A-Z]{2,6})\)")
_DRAWN_TOGETHER = re.compile(r"[A-Z][a-z]+|[A-Z]{2,}$")  # "CityWeek", "RuhlTV"
_IN_DATELINE = re.compile(r"\(([A-Z][\w ]{1,20})\) ?[-–—]")
_HEAD = 400  # code points within which a dateline stands


class Media:
    """Tells papers, stations and agencies from other bodies, and the article's own among them."""

    def __init__(self, article: Article, names: Sequence[Mention] = ()) -> None:
        self._text = text = article.text
        self._names = names
        self._own = _own(article)
        self._filed = bool(_IN_DATELINE.findall(article.text[:_HEAD]))
        self._media = frozenset(_called_media().findall(text)) | self._own
        self._bodies = frozenset(_SPELT_OUT.findall(text)) - self._media

    def is_one(self, frame: Frame, words: range) -> bool:
        """Whether some words name a paper, a station, an agency or a site."""
        head = list(itertools.takewhile(lambda i: frame.classes[i] not in "IOEC(", words))
        if any(frame.classes[i] == "p" for i in head):
            return False
        return any(self._is_medium(frame, i) for i in head if not _leads_noun(frame, i, head))

    def may_be_one(self, frame: Frame, words: range) -> bool:
        """Whether some words name a body that no word of its name tells to be another sort."""
        known = titles()
        named = [frame.words[i] for i in words if frame.classes[i] == "P"]
        own = {word.lower for word in named} & (known.bodies | known.authorities | known.firms)
        bare = not frame.classes_in(words).lstrip("D").strip("P")
        if own or not bare or not named:
            return False
        kinds = {
            name.kind
            for name in self._names
            if name.span.overlaps(named[0].span)
            if name.kind is not NameKind.PERSON or name.confidence < _A_PERSON
        }
        return NameKind.ORGANISATION in kinds or (len(named) == 1 and bool(kinds))

    def is_own(self, frame: Frame, words: range) -> bool:
        """Whether some words name the outlet of the article, or the agency that filed it."""
        if self._filed and frame.lowers_in(words) == ["the", "agency"]:
            return True
        named = {frame.words[i].span.of(self._text) for i in words if frame.classes[i] == "P"}
        return bool(named) and named <= self._own

    def _is_medium(self, frame: Frame, index: int) -> bool:
        known = titles()
        word = frame.words[index]
        shown = word.span.of(self._text)
        paper = word.kind == "P" and word.lower in known.papers
        large = word.kind == "P" or word.lower not in known.large_media
        if shown in self._media or (word.lower in known.media and large) or paper:
            return True
        ending = word.kind == "P" and word.lower.endswith(known.media_endings)
        if ending and word.lower not in known.media_endings:
            return True
        parts = _DRAWN_TOGETHER.findall(shown)
        if len(parts) > 1 and parts[-1].lower() in known.media | known.papers:
            return True
        if not _ACRONYM.match(shown) or shown in self._bodies:
            return False
        the = index > 0 and frame.words[index - 1].lower == "the"
        return word.lower not in known.authorities and not the


@cache
def _called_media() -> re.Pattern[str]:
    """A name behind what it is: "the agency XPA", "the tabloid the Crier"."""
    return re.compile(rf"\b(?:{'|'.join(titles().before_media)}) (?:[Tt]he )?(?!The )([A-Z][\w-]+)")


def _leads_noun(frame: Frame, index: int, head: Sequence[int]) -> bool:
    """Whether a small word only leads another: "press" in "the press conference"."""
    return frame.classes[index] == "N" and index + 1 in head and frame.classes[index + 1] == "N"


def _own(article: Article) -> frozenset[str]:
    """The words of the outlet's name, and of an agency whose dateline opens the text."""
    outlet = article.outlet.value.split() if article.outlet else []
    agency = [
        name for found in _IN_DATELINE.findall(article.text[:_HEAD]) for name in found.split()
    ]
    return frozenset(outlet) | frozenset(agency)
