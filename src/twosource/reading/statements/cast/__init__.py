"""The cast of an article: everybody it names, and who is meant by a short name or by a noun.

A short form ("Prenn") stands for the fullest name it fits. Where it fits two, the last one spoken
of in the same paragraph is meant, if only one of them was; otherwise nobody can tell, and none is
chosen.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from twosource import model
from twosource.model import NameKind, Span
from twosource.reading.spans import touched
from twosource.reading.statements.cast.figures import (
    PEOPLE,
    Figure,
    contradict,
    gather,
    is_medium,
    is_party,
    keys_of,
    sorts_of,
    spellings,
    with_pronouns,
)
from twosource.reading.statements.cast.mentions import (
    POSSESSIVE,
    Mention,
    before_acronym,
    mentions_in,
    with_kinds,
)
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.lexicon.titles import (
    head_of,
    is_form_of_address,
    same_offices,
    titles,
)
from twosource.vocabulary.descriptions import is_another_office, tied_apart, ties


class Cast:
    """Everybody an article names, and how to find out who a short form means."""

    def __init__(
        self, text: str, frames: Sequence[Frame], names: Sequence[model.Mention] = ()
    ) -> None:
        self._text = text
        found = (m for i, f in enumerate(frames) for m in mentions_in(text, f, i, names))
        self.mentions = tuple(with_kinds(found, names))
        self.figures = tuple(gather(self.mentions))
        self._short = dict(_acronyms(frames))
        self.figures = tuple(with_pronouns(self.figures, frames))
        self._of_name: dict[str, list[Figure]] = {}
        for figure in self.figures:
            self._of_name.setdefault(figure.name, []).append(figure)
        self._in_frame = {n: tuple(m) for n, m in itertools.groupby(self.mentions, _frame_of)}
        self._answering = _answering(self.figures)
        self._uses: dict[tuple[str, ...], list[tuple[int, Figure]]] = {}
        for mention in self.mentions:
            self._take_note(mention)

    def _take_note(self, mention: Mention) -> None:
        """Remember whom a name that several share is used for."""
        figure = self.named(mention)
        if figure is not None and mention.words != figure.words:
            self._uses.setdefault(mention.words, []).append((mention.frame, figure))

    def within(self, span: Span) -> Mention | None:
        """The first name that some words hold; offices alone hold none."""
        here = (self.mentions[number] for number in touched(self.mentions, span))
        return next((mention for mention in here if span.contains(mention.span)), None)

    def in_frame(self, number: int) -> Sequence[Mention]:
        """The names of a frame."""
        return self._in_frame.get(number, ())

    def _who_answers_to(self, words: tuple[str, ...]) -> list[Figure]:
        """The figures that a name can mean, in the order of their first mentions."""
        numbers = {n for key in (words, *spellings(words)) for n in self._answering.get(key, ())}
        figures = (self.figures[number] for number in sorted(numbers))
        return [figure for figure in figures if figure.answers_to(words)]

    def of_name(self, full: str) -> Sequence[Figure]:
        """The figures whose full name this is."""
        return self._of_name.get(full, ())

    def meant(self, mention: Mention) -> Figure | None:
        """The figure a mention means; a title settles between two who share the name."""
        figure = self.named(mention)
        if figure is not None and contradict(figure.gender, mention.gender):
            return None
        if figure is not None and self._is_another(mention, figure):
            return None
        if figure is None and mention.role is not None:
            called = self._who_answers_to(mention.words)
            same = [f for f in called if any(_same_role(m, mention) for m in f.mentions)]
            same = same or [f for f in called if f.gender in PEOPLE & {mention.gender}]
            figure = same[0] if len(same) == 1 else None
        return figure

    def _is_another(self, mention: Mention, figure: Figure) -> bool:
        """Whether a surname brings in another by a role: "Mr Olm, the guard", not Olm the chair."""
        if mention.role is None or len(mention.words) > 1 or len(figure.words) == 1:
            return False
        before = self._text[: mention.span.start].split()[-1:]
        own = head_of(mention.role.of(self._text))
        behind = self._text.startswith("the ", mention.role.start) and own is not None
        behind = behind and any(map(is_form_of_address, before))
        full = (m.role for m in figure.mentions if m.role and m.words == figure.words)
        known = {head_of(role.of(self._text)) for role in full}
        return behind and bool(known) and own not in known

    def named(self, mention: Mention) -> Figure | None:
        """The figure that a name means where it stands; `None` where two compete.

        Of several, those of its kind, those spoken of before, in the same paragraph, or else the
        only one for whom the article has used that name so far.
        """
        words = self._short.get(mention.words, mention.words)
        fitting = self._who_answers_to(words)
        if is_party(words):
            fitting = [f for f in fitting if f.words == words] or fitting
        narrowings: tuple[Callable[[Figure], bool], ...] = (
            lambda f: None in (f.kind, mention.kind) or f.kind is mention.kind,
            lambda f: any(m.span <= mention.span for m in f.mentions),
            lambda f: any(m.block == mention.block and m.span <= mention.span for m in f.mentions),
            lambda f: any(
                n < mention.frame and one is f for n, one in self._uses.get(mention.words, ())
            ),
        )
        for narrowing in narrowings:
            if len(fitting) > 1:
                fitting = [f for f in fitting if narrowing(f)] or fitting
        return fitting[0] if len(fitting) == 1 else None

    def sharing(self, mention: Mention) -> Sequence[Figure]:
        """Everybody named so far whom a name can mean."""
        fitting = self._who_answers_to(self._short.get(mention.words, mention.words))
        return [f for f in fitting if any(m.span <= mention.span for m in f.mentions)]

    def called(self, name: str) -> Figure | None:
        """The one figure that a name can mean anywhere in the article."""
        words = tuple(word.lower() for word in name.split())
        found = self._who_answers_to(words) if words else []
        return found[0] if len(found) == 1 else None

    def described(self, noun: str, modifiers: frozenset[str], description: str) -> Figure | None:
        """The one figure that the article calls by a noun such as "fisherman".

        Of several, the one called so with the same `modifiers`: "the health minister"; never one
        whom the article ties to something else than the `description` does, or gives another
        office: "the prime minister".
        """
        can = [f for f in self.figures if not is_another_office(modifiers, _called(f, self._text))]
        called = [(f, {*self._callings(f, description)} | _doctors(f)) for f in can]
        found = [f for f, nouns in called if noun in nouns]
        found = found or [f for f, nouns in called if not same_offices(noun).isdisjoint(nouns)]
        if len(found) > 1 and modifiers:
            found = [f for f in found if modifiers <= _called(f, self._text)]
        return found[0] if len(found) == 1 else None

    def _callings(self, figure: Figure, description: str) -> Iterator[str]:
        """The nouns that a figure goes by, where they can be those of a description."""
        tied = ties(description)
        for one in figure.mentions:
            if self._is_another(one, figure):
                continue
            if one.noun and one.role and not tied_apart(tied, ties(one.role.of(self._text))):
                yield one.noun

    def medium(self, noun: str, frame: int, block: int) -> Figure | None:
        """The one paper or station that "the paper" means: named before, best in its paragraph."""
        known = titles()
        told = any(noun in sort for sort in known.media_sorts)
        others = frozenset[str]().union(*(s for s in known.media_sorts if told and noun not in s))
        before = [
            (f, [m.block for m in f.mentions if m.frame <= frame])
            for f in self.figures
            if noun in known.media and (is_medium(f) or self._reports(f))
            if others.isdisjoint(sorts_of(f))
        ]
        named = [f for f, blocks in before if blocks]
        found = [f for f, blocks in before if block in blocks] or named
        return found[0] if len(found) == 1 else None

    def _reports(self, figure: Figure) -> bool:
        """Whether the article says of a body that it writes or reports something."""
        body = figure.kind not in (NameKind.PERSON, NameKind.PLACE)
        return body and any(_REPORTS.match(self._text, m.span.end) for m in figure.mentions)

    def firm(self, noun: str) -> Figure | None:
        """The one firm of an article that "the company" means: it is called a firm somewhere.

        A name with an & in it is one, unless a word of it tells a paper.
        """
        known = titles()
        if noun not in known.firms | known.named_firms:
            return None
        found = [
            f
            for f in self.figures
            if any(m.noun in known.firms for m in f.mentions)
            or not known.firms.isdisjoint(f.words)
            or ("&" in f.name and not is_medium(f))
        ]
        return found[0] if len(found) == 1 else None


def _frame_of(mention: Mention) -> int:
    return mention.frame


def _answering(figures: Sequence[Figure]) -> dict[tuple[str, ...], set[int]]:
    """The numbers of the figures, by what a short form of their names may be."""
    found: dict[tuple[str, ...], set[int]] = {}
    for number, figure in enumerate(figures):
        for key in {key for form in figure.forms for key in keys_of(form)}:
            found.setdefault(key, set()).add(number)
    return found


def _doctors(figure: Figure) -> set[str]:
    """Dr Olm is a doctor, if the article ever writes it so."""
    return {"doctor"} if any("dr" in m.titles for m in figure.mentions) else set()


def _called(figure: Figure, text: str) -> frozenset[str]:
    """Every word of the titles and roles that an article gives a figure, in lower case."""
    roles = (m.role.of(text).lower() for m in figure.mentions if m.role)
    words = (word for role in roles for word in re.findall(r"[\w-]+", role))
    return frozenset(words).union(*(m.titles for m in figure.mentions))


def _same_role(mention: Mention, other: Mention) -> bool:
    return mention is not other and bool(mention.titles & other.titles)


def _acronyms(frames: Sequence[Frame]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Short forms that an article explains: "Ruhl City Tramways (RCT)"."""
    for frame in frames:
        for match in _EXPLAINED.finditer(frame.classes):
            words = frame.words[match.start() : match.end("name")]
            short = frame.words[match.end() - 2].lower
            name = [POSSESSIVE.sub("", w.lower) for w in words[before_acronym(words, short) :]]
            initials = {word[0] for word in name}
            if len(short) > 1 and initials.issuperset(short[:2]):
                yield (short,), tuple(name)


_REPORTS = re.compile(r" (?:has |had )?(?:wrote|written|writes|reported|reports)\b")
_EXPLAINED = re.compile(r"(?P<name>PP+)\(P\)")
