"""Media: which of the names in an article are those of papers, stations and agencies."""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.model import Article, Mention, NameKind
from twosource.reading.statements.cast.mentions import POSSESSIVE
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.lexicon.titles import titles

_SURE = 0.8  # confidence from which a name is what the tagger takes it for
_ACRONYM = re.compile(r"[A-Z]{2,5}$")
_SPELT_OUT = re.compile(r"[A-Z][\w’'-]+ \(([A-Z]{2,6})\)")
_DRAWN_TOGETHER = re.compile(r"[A-Z][a-z]+|[A-Z]{2,}$")  # "CityWeek", "RuhlTV"
_IN_DATELINE = re.compile(r"\(([A-Z][\w ]{1,20})\) ?(?:[-–—]|$)", re.MULTILINE)
_IN_BYLINE = re.compile(r"^By [^\n,]+, ([A-Z][\w ]{1,30})$", re.MULTILINE)
_HEAD = 400  # code points within which a dateline stands


class Media:
    """Tells papers, stations and agencies from other bodies, and the article's own among them."""

    def __init__(self, article: Article, names: Sequence[Mention] = ()) -> None:
        self._text = text = article.text
        self._names = names
        self._own = _own(article)
        self._filed = bool(_IN_DATELINE.findall(article.text[:_HEAD]))
        self._media = frozenset(map(str.lower, _called_media().findall(text)))
        if self._own.isdisjoint(titles().media | titles().papers):
            self._media |= self._own  # else its other words may be a place: "Ruhl Courier"
        self._bodies = frozenset(map(str.lower, _SPELT_OUT.findall(text))) - self._media
        self._hearers = frozenset(_only_hearing(text, names))

    def is_one(self, frame: Frame, words: range) -> bool:
        """Whether some words name a paper, a station, an agency or a site."""
        head = list(itertools.takewhile(lambda i: frame.classes[i] not in "IOEC(", words))
        if any(frame.classes[i] == "p" for i in head):
            return False
        return any(self._is_medium(frame, i) for i in head if not _leads_noun(frame, i, head))

    def has_reporters(self, frame: Frame, owner: range) -> bool:
        """Whether the owner in "told NHB's Jake Tapp" is a medium, or a body of no other sort."""
        known, last = titles(), frame.words[owner.stop - 1]
        word = POSSESSIVE.sub("", last.lower)
        sort = word in known.bodies | known.authorities | known.firms
        named = any(
            name.kind is NameKind.ORGANISATION and name.span.overlaps(last.span)
            for name in self._names
        )
        return word in known.media | known.papers or (named and not sort)

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
            if name.kind is not NameKind.PERSON or name.confidence < _SURE
        }
        return NameKind.ORGANISATION in kinds or (len(named) == 1 and bool(kinds))

    def only_hears(self, frame: Frame, words: range) -> bool:
        """Whether some words name a body that does nothing in the article but hear or report.

        Whom people tell something is a paper or a station as a rule: "two clerks told Meridian". A
        firm or a club that a story is about does something else in it, too.
        """
        shown = {frame.words[i].span.of(self._text) for i in words if frame.classes[i] == "P"}
        return shown <= self._hearers and self.may_be_one(frame, words)

    def is_own(self, frame: Frame, words: range) -> bool:
        """Whether some words name the outlet of the article, or the agency that filed it."""
        lowers = frame.lowers_in(words)
        named = [frame.words[i].lower for i in words if frame.classes[i] == "P"]
        ours = not named and lowers[:1] in (["this"], ["our"])
        if ours or (self._filed and lowers == ["the", "agency"]):
            return True
        initials = "".join(word[0] for word in named)
        return bool(named) and (set(named) <= self._own or initials in self._own)

    def _is_medium(self, frame: Frame, index: int) -> bool:
        known = titles()
        word = frame.words[index]
        shown = word.span.of(self._text)
        paper = word.kind == "P" and word.lower in known.papers
        large = word.kind == "P" or word.lower not in known.large_media
        called = word.kind == "P" and word.lower in self._media
        if called or paper or (word.lower in known.media and large):
            return True
        ending = word.kind == "P" and word.lower.endswith(known.media_endings)
        if ending and word.lower not in known.media_endings:
            return True
        parts = _DRAWN_TOGETHER.findall(shown)
        if len(parts) > 1 and parts[-1].lower() in known.media | known.papers:
            return True
        if not _ACRONYM.match(shown) or word.lower in self._bodies | known.authorities:
            return False
        before = frame.words[index - 1].lower if index else ""
        return before != "the" and before not in known.bodies - known.media


@cache
def _called_media() -> re.Pattern[str]:
    """A name behind what it is: "the agency XPA", "the tabloid the Crier"."""
    return re.compile(rf"\b(?:{'|'.join(titles().before_media)}) (?:[Tt]he )?(?!The )([A-Z][\w-]+)")


def _only_hearing(text: str, names: Sequence[Mention]) -> Iterator[str]:
    """The words of bodies' names that stand nowhere but where such a body hears or reports."""
    for shown in {name.span.of(text) for name in names if _is_body(name)}:
        hears = len(re.findall(_HEARS.format(re.escape(shown)), text))
        if hears and hears == len(re.findall(rf"\b{re.escape(shown)}\b", text)):
            yield from shown.split()


def _is_body(name: Mention) -> bool:
    return name.kind is NameKind.ORGANISATION and name.confidence >= _SURE


# As in "told Meridian" and "Meridian reported".
_HEARS = r"\b(?:(?:told|tells) (?:[Tt]he )?{0}\b|{0} (?:reported|reports|quoted|cited|published)\b)"


def _leads_noun(frame: Frame, index: int, head: Sequence[int]) -> bool:
    """Whether a small word only leads another: "press" in "the press conference"."""
    return frame.classes[index] == "N" and index + 1 in head and frame.classes[index + 1] == "N"


def _own(article: Article) -> frozenset[str]:
    """The words of the outlet's name, of a dateline's agency and of a byline's outlet, in small."""
    outlet = article.outlet.value if article.outlet else ""
    head = article.text[:_HEAD]
    names = (outlet, *_IN_DATELINE.findall(head), *_IN_BYLINE.findall(head))
    return frozenset(word for name in names for word in name.lower().split())
