"""The cast of an article: the people and bodies it names, and what it calls them.

Names are read from capitals and from the words around them; nothing is looked up. A short form
("Prenn") stands for the fullest name it fits. Where it fits two, the last one spoken of in the same
paragraph is meant, if only one of them was; otherwise nobody can tell, and none is chosen.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec
from rapidfuzz.distance import Levenshtein

from twosource import model
from twosource.model import NameKind, Span
from twosource.reading.spans import touched
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.verbs import is_label
from twosource.reading.statements.words import Word, is_called
from twosource.vocabulary import load
from twosource.vocabulary.descriptions import ends_like_a_person, tied_apart, ties

OWNERS = frozenset({"his", "her", "its", "their"})


class Gender(StrEnum):
    """What an article's own words tell about how to refer to somebody."""

    WOMAN = "woman"
    MAN = "man"
    BODY = "body"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: `words` without titles, in lower case; `frame` numbers its frame."""

    words: tuple[str, ...]
    name: str
    span: Span
    frame: int
    block: int
    gender: Gender
    role: Span | None
    noun: str | None  # that heads the role: "smith" in "the village smith of Olm"
    titles: frozenset[str]
    led: bool  # by a preposition: "of Olm", "in Ruhl"
    kind: NameKind | None = None  # as the tagger has it


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody an article names: the fullest name, what it tells, and every full mention."""

    name: str
    words: tuple[str, ...]
    gender: Gender
    mentions: tuple[Mention, ...]
    kind: NameKind | None = None  # as the tagger has most mentions
    forms: frozenset[tuple[str, ...]] = frozenset()  # the words of all mentions

    def answers_to(self, words: tuple[str, ...]) -> bool:
        """Whether some words are this name or a short form of it, or of another form it has."""
        return any(_fits(words, form) for form in self.forms)

    @property
    def is_thing(self) -> bool:
        """Whether the name mostly stands behind "of", "in" or "for", as places and bodies do."""
        if self.kind is not None:
            return self.kind is not NameKind.PERSON
        if len(self.words) == 1 and is_crowd(self.words[0]):
            return True  # "Republicans"
        return 2 * sum(m.led for m in self.mentions) > len(self.mentions)

    @property
    def may_be_thing(self) -> bool:
        """Whether it stands there as often as elsewhere, and nothing tells it is a person."""
        often = 2 * sum(m.led for m in self.mentions) == len(self.mentions)
        often = often and self.kind is not NameKind.PERSON
        return often and self.role is None and self.gender is Gender.UNKNOWN

    @property
    def may_be_a_person(self) -> bool:
        """Whether only the tagger takes a name of two words for a body's, and no word of it."""
        known: _Titles = load("titles", _Titles)
        told = known.bodies | known.firms | known.media
        full = len(self.words) == 2 and self.kind is not NameKind.PLACE  # noqa: PLR2004 - first and last
        return full and told.isdisjoint(self.words) and self.name.replace(" ", "").isalpha()

    @property
    def role(self) -> Span | None:
        """The first role the article gives."""
        return next((m.role for m in self.mentions if m.role), None)


class _Titles(msgspec.Struct, frozen=True):
    before_names: frozenset[str]
    offices: frozenset[str]
    after_names: frozenset[str]
    forms_of_address: frozenset[str]
    royal: frozenset[str]
    several: frozenset[str]
    no_roles: frozenset[str]
    same_office: tuple[tuple[str, ...], ...]
    woman: frozenset[str]
    man: frozenset[str]
    bodies: frozenset[str]
    inside_names: frozenset[str]
    media: frozenset[str]
    papers: frozenset[str]
    media_sorts: tuple[frozenset[str], ...]
    alike_bodies: tuple[frozenset[str], ...]
    another: frozenset[str]
    firms: frozenset[str]
    named_firms: frozenset[str]


class _FirstNames(msgspec.Struct, frozen=True):
    woman: frozenset[str]
    man: frozenset[str]


_RUN = re.compile(r"P(?:P|M(?=P))*p?|p")
_POSSESSIVE = re.compile(r"['’]s?$")
_ROLE_AFTER = re.compile(
    r",(?P<role>(?:M,)?(?![KVA][DP])(?:[DpP]?[DNpKPM]*N(?:[OI][DNPpM]+)*|W[^,]*))(?=[,.;:Q]|[IZ]|$)"
)
# "Ana Olm, Minister of Public Works":
_OFFICE_AFTER = re.compile(r",(?P<role>D?(?P<office>P+)(?:[OI]D?P+(?:CP+)?)*)(?=[,.;:Q]|$)")
_EXPLAINED = re.compile(r"(?P<name>PP+)\(P\)")
_OFFICE = re.compile(r"POD?$")  # "Minister of the | Interior Ana Olm"
_ROLE_BEFORE = re.compile(
    r"(?P<role>D?p?[NKP]*N)$|(?:^|[,IOEBCTQVKAZML])(?P<before>(?:D|P*p)[NKPp]*N(?:OD?[NKPp]*[NP])?),$"
)


class Cast:
    """Everybody an article names, and how to find out who a short form means."""

    def __init__(
        self, text: str, frames: Sequence[Frame], names: Sequence[model.Mention] = ()
    ) -> None:
        self._text = text
        found = (m for i, f in enumerate(frames) for m in _mentions(text, f, i, names))
        self.mentions = tuple(_with_kinds(found, names))
        self.figures = tuple(_figures(self.mentions))
        self._short = dict(_acronyms(frames))
        self.figures = tuple(_with_pronouns(_with_first_names(self.figures), frames))
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
        numbers = {n for key in (words, *_spellings(words)) for n in self._answering.get(key, ())}
        figures = (self.figures[number] for number in sorted(numbers))
        return [figure for figure in figures if figure.answers_to(words)]

    def of_name(self, full: str) -> Sequence[Figure]:
        """The figures whose full name this is."""
        return self._of_name.get(full, ())

    def meant(self, mention: Mention) -> Figure | None:
        """The figure a mention means; a title settles between two who share the name."""
        figure = self.named(mention)
        if figure is not None and _contradict(figure.gender, mention.gender):
            return None
        if figure is not None and self._is_another(mention, figure):
            return None
        if figure is None and mention.role is not None:
            called = self._who_answers_to(mention.words)
            same = [f for f in called if any(_same_role(m, mention) for m in f.mentions)]
            same = same or [f for f in called if f.gender in _PEOPLE & {mention.gender}]
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
        whom the article ties to something else than the `description` does.
        """
        called = [(f, {*self._callings(f, description)} | _doctors(f)) for f in self.figures]
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
        known: _Titles = load("titles", _Titles)
        told = any(noun in sort for sort in known.media_sorts)
        others = frozenset[str]().union(*(s for s in known.media_sorts if told and noun not in s))
        before = [
            (f, [m.block for m in f.mentions if m.frame <= frame])
            for f in self.figures
            if noun in known.media and is_medium(f) and others.isdisjoint(_sorts(f))
        ]
        named = [f for f, blocks in before if blocks]
        found = [f for f, blocks in before if block in blocks] or named
        return found[0] if len(found) == 1 else None

    def firm(self, noun: str) -> Figure | None:
        """The one firm of an article that "the company" means: it is called a firm somewhere.

        A name with an & in it is one, unless a word of it tells a paper.
        """
        known: _Titles = load("titles", _Titles)
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
        for key in {key for form in figure.forms for key in _keys(form)}:
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


def is_medium(figure: Figure) -> bool:
    """Whether a word of a name, or what it is called, tells of a paper, a station or an agency."""
    known: _Titles = load("titles", _Titles)
    return not known.media.isdisjoint(_sorts(figure)) or not known.papers.isdisjoint(figure.words)


def _sorts(figure: Figure) -> frozenset[str]:
    """The words of a name and the nouns beside it, which may tell what sort of body it is."""
    return frozenset(figure.words).union(m.noun for m in figure.mentions if m.noun)


def can_be_called(noun: str, figure: Figure) -> bool:
    """Whether "the firm" or "the union" can be a body: no word of its name tells another sort."""
    known: _Titles = load("titles", _Titles)
    alike = next((words for words in known.alike_bodies if noun in words), frozenset[str]())
    sorts = {word for word in figure.words if is_body(word)}
    return sorts <= alike and (noun in known.firms or bool(alike))


def means_another() -> frozenset[str]:
    """Words that tell that one is meant who has not just been spoken of: "the rival club"."""
    known: _Titles = load("titles", _Titles)
    return known.another


def is_medium_noun(noun: str) -> bool:
    """Whether a noun says that something is a paper, a station or the like: "newspaper"."""
    known: _Titles = load("titles", _Titles)
    return noun in known.media


_FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "miss"})


def _same_role(mention: Mention, other: Mention) -> bool:
    return mention is not other and bool(mention.titles & other.titles)


def is_title(noun: str) -> bool:
    """Whether a noun says what a person is: "mayor", "fisherman"."""
    known: _Titles = load("titles", _Titles)
    return noun in known.before_names | known.woman | known.man


def is_office(noun: str) -> bool:
    """Whether a noun says what office somebody holds, and is not a paper's too: no "Reporter"."""
    known: _Titles = load("titles", _Titles)
    return noun in known.before_names - known.papers


def gender_of(description: str) -> Gender:
    """What a description tells about its bearer: "the old man", "a woman on board", "the court"."""
    known: _Titles = load("titles", _Titles)
    noun = head_of(description) or ""
    if noun in known.woman or noun in known.man:
        return Gender.WOMAN if noun in known.woman else Gender.MAN
    return Gender.BODY if is_body(noun) or _ABSTRACT.search(noun) else Gender.UNKNOWN


_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ity|ism)$")


def is_form_of_address(word: str) -> bool:
    """Whether a word stands before any name: "Mr", "Dr"."""
    known: _Titles = load("titles", _Titles)
    return word.lower().rstrip(".") in known.forms_of_address


def is_a_stranger(frame: Frame, name: int) -> bool:
    """Whether somebody is brought in by a surname that others may have: "a Ms Olm"."""
    before = frame.words[name - 1].lower if name else ""
    full = frame.classes.startswith("PPP", name)  # "a Dr Ana Olm"
    return before in {"a", "an"} and is_form_of_address(frame.words[name].lower) and not full


def is_body(noun: str) -> bool:
    """Whether a noun says that something is a body and no person: "court", "company"."""
    known: _Titles = load("titles", _Titles)
    return noun in known.bodies | known.firms


def is_firm(noun: str) -> bool:
    """Whether a noun calls a firm: "company", "maker"."""
    known: _Titles = load("titles", _Titles)
    return noun in known.firms


def same_offices(noun: str) -> frozenset[str]:
    """All words for the office that a noun names, itself among them: "captain", "master"."""
    known: _Titles = load("titles", _Titles)
    return next((frozenset(words) for words in known.same_office if noun in words), frozenset())


def is_several(description: str) -> bool:
    """Whether a description is of several people: "police", "two men", "those inside"."""
    known: _Titles = load("titles", _Titles)
    noun = head_of(description) or "those"  # "whose 46 observers"
    plural = noun in known.several or (noun.endswith("s") and not noun.endswith("ss"))
    counted = description[:1].isdigit() and noun.isdigit()  # "17 of her friends"
    return plural or counted or description.lower().startswith(("those", "people"))


def is_crowd(noun: str) -> bool:
    """Whether a noun says that several people are meant: "engineers"."""
    return noun.endswith("s") and names_a_person(noun.removesuffix("s"))


_PEOPLE = frozenset({Gender.WOMAN, Gender.MAN})


def _contradict(a: Gender, b: Gender) -> bool:
    return a is not b and {a, b} == _PEOPLE


def _with_pronouns(figures: Iterable[Figure], frames: Sequence[Frame]) -> Iterator[Figure]:
    """Learn who is a woman or a man from the pronoun that takes up a sentence about them."""
    told = dict(_pronouns_after(frames))
    for figure in figures:
        genders = {told[m.frame] for m in figure.mentions if m.frame in told and _leads(m, frames)}
        if figure.gender is Gender.UNKNOWN and len(genders) == 1:
            yield replace(figure, gender=genders.pop())
        else:
            yield figure


def _with_first_names(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Learn from first names who is a woman or a man, where no title or role tells."""
    known: _FirstNames = load("first_names", _FirstNames)
    for figure in figures:
        first, person = figure.words[0], figure.kind is NameKind.PERSON and len(figure.words) > 1
        if figure.gender is Gender.UNKNOWN and person and first in known.woman | known.man:
            gender = Gender.WOMAN if first in known.woman else Gender.MAN
            yield replace(figure, gender=gender)
        else:
            yield figure


def _pronouns_after(frames: Sequence[Frame]) -> Iterator[tuple[int, Gender]]:
    """Frames about somebody that the next frame of the paragraph takes up with "he" or "she"."""
    for number, (frame, following) in enumerate(itertools.pairwise(frames)):
        first = following.words[0].lower
        if frame.block == following.block and first in {"he", "she"}:
            yield number, Gender.MAN if first == "he" else Gender.WOMAN


def _leads(mention: Mention, frames: Sequence[Frame]) -> bool:
    """Whether a sentence begins with a name, and names nobody else."""
    frame = frames[mention.frame]
    begins = mention.span.start - frame.words[0].span.start <= _TITLE_ROOM
    return begins and len(_RUN.findall(frame.classes)) == 1


_TITLE_ROOM = 30  # code points before a name that a title can take


def _acronyms(frames: Sequence[Frame]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Short forms that an article explains: "Ruhl City Tramways (RCT)"."""
    for frame in frames:
        for match in _EXPLAINED.finditer(frame.classes):
            words = frame.words[match.start() : match.end("name")]
            short = frame.words[match.end() - 2].lower
            name = [_POSSESSIVE.sub("", w.lower) for w in words[_before_acronym(words, short) :]]
            initials = {word[0] for word in name}
            if len(short) > 1 and initials.issuperset(short[:2]):
                yield (short,), tuple(name)


def head_of(description: str) -> str | None:
    """The noun that heads a description: "smith" in "the village smith of Olm"."""
    head = _BEHIND_HEAD.split(_WHO_IS.sub("", description.lower()))[0]
    words = re.findall(r"[\w-]+", head)
    return words[-1] if words and not words[0].endswith("ing") else None


_WHO_IS = re.compile(r"^who (?:is|was|has been|had been|became) (?:now |also )?(?:an? |the )?")
_BEHIND_HEAD = re.compile(r"\b(?:of|for|at|in|on|with|from|since|who|whose|which|to)\b|,")


def _fits(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether `words` begin or end a name, or leave out its middle ("Ana Olm" for "Ana K. Olm").

    Where a body is stands for none: "Ruhl" is not the "Museum of Ruhl".
    """
    if (words[-1] != name[-1] and words[0] != name[0]) or name[: -len(words)][-1:] == ("of",):
        return False
    if name[-len(words) :] == words or name[: len(words)] == words:
        return True
    both_ends = len(words) > 1 and words[-1] == name[-1]
    return both_ends and (words[0] == name[0] or _spelt_alike(words[0], name[0]))


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two first names are spellings of one: "Kristin" and "Kristen"."""
    return min(len(a), len(b)) >= _LONG_NAME and a[0] == b[0] and Levenshtein.distance(a, b) == 1


_LONG_NAME = 5


def _keys(name: tuple[str, ...]) -> set[tuple[str, ...]]:
    """A name's beginnings, ends and spellings: words that fit it are one, or have one of these."""
    lengths = range(1, len(name) + 1)
    return {*(name[:n] for n in lengths), *(name[-n:] for n in lengths), *_spellings(name)}


def _spellings(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """First and last name, also with any one letter of the first left out.

    Two first names that are one letter apart have one of these in common.
    """
    if len(name) > 1:
        first, last = name[0], name[-1]
        yield first, last
        for at in range(len(first) if len(first) <= _LONGEST_NAME else 0):
            yield first[:at] + first[at + 1 :], last


_LONGEST_NAME = 40  # letters of a first name that may be spelt in two ways


def _figures(mentions: Iterable[Mention]) -> Iterator[Figure]:
    """Gather mentions under the fullest names; a name that fits just one longer name joins it."""
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.words, []).append(mention)
    by_key: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for name in groups:
        for key in _keys(name):
            by_key.setdefault(key, []).append(name)
    longer = {
        name: _longer(name, {n for key in (name, *_spellings(name)) for n in by_key.get(key, ())})
        for name in groups
    }
    shorts: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    fullest = _fullest(longer)
    for one in groups:
        if longer[one] and len(fullest[one]) == 1:
            shorts.setdefault(next(iter(fullest[one])), []).append(one)
    for name in groups:
        if not longer[name]:
            known = [name, *shorts.get(name, ())]
            yield _figure(name, [m for one in known for m in groups[one]])


def _fullest(
    longer: Mapping[tuple[str, ...], Sequence[tuple[str, ...]]],
) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """The names of full length that each name can stand for: itself, if nothing is longer."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for name in sorted(longer, key=lambda name: (len(name), name), reverse=True):
        found[name] = set[tuple[str, ...]]().union(*(found[one] for one in longer[name])) or {name}
    return found


def _longer(name: tuple[str, ...], names: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The names that a shorter one can stand for."""
    return [
        other for other in names if _fits(name, other) and (len(other), other) > (len(name), name)
    ]


def _figure(words: tuple[str, ...], mentions: list[Mention]) -> Figure:
    full = Counter(m.name for m in mentions if m.words == words)
    kinds = Counter(m.kind for m in mentions if m.kind is not None)
    kind = kinds.most_common(1)[0][0] if kinds else None
    genders = Counter(m.gender for m in mentions if m.gender is not Gender.UNKNOWN)
    gender = genders.most_common(1)[0][0] if genders else Gender.UNKNOWN
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    name = min(full, key=lambda n: (-full[n], n))
    forms = frozenset({words, *(m.words for m in mentions)})
    return Figure(name, words, _agreeing(gender, kind, len(words)), ordered, kind, forms)


def _agreeing(gender: Gender, kind: NameKind | None, length: int) -> Gender:
    """What the words around a name tell, where the tagger sees no such thing in it.

    A name of one word that the article calls a maker is no person, whatever it looks like.
    """
    if kind is NameKind.ORGANISATION and gender is Gender.UNKNOWN:
        return Gender.BODY
    person = kind is NameKind.PERSON and length > 1
    return Gender.UNKNOWN if person and gender is Gender.BODY else gender


def _with_kinds(mentions: Iterable[Mention], names: Sequence[model.Mention]) -> Iterator[Mention]:
    """Mentions with the kind of the surest of the tagger's names that lie in them.

    Who is called a baker is no organisation, whatever the tagger takes the name for.
    """
    sure = [name for name in names if name.confidence >= _SURE and name.kind in _TOLD_APART]
    for mention in mentions:
        here = [sure[number] for number in touched(sure, mention.span)]
        best = max(here, key=lambda name: (name.confidence, -name.span.start), default=None)
        noun = mention.noun or ""
        person = names_a_person(noun) and not is_body(noun)
        organisation = best is not None and best.kind is NameKind.ORGANISATION
        yield replace(
            mention, kind=None if best is None or (organisation and person) else best.kind
        )


_TOLD_APART = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE})
_SURE = 0.5  # a name's confidence from which its kind outweighs the words around it


# ── Names where they stand ───────────────────────────────────────────────────────────────────────


def _mentions(
    text: str, frame: Frame, number: int, names: Sequence[model.Mention]
) -> Iterator[Mention]:
    here = [names[at] for at in touched(names, frame.span)]
    persons = [one.span for one in here if one.kind is NameKind.PERSON and one.confidence >= _SURE]
    for match in _RUN.finditer(frame.classes):
        words = frame.words[match.start() : match.end()]
        first, last = _bare(words, persons)
        first = max(first, _before_acronym(words, _acronym_behind(frame, match.end())))
        last = min(last, _end_of_person(frame, words, persons, first))
        nobody = is_a_stranger(frame, match.start()) or _is_office(words[first:last], here)
        nobody = nobody or (match.span() == (0, 1) and _is_labelled(frame))
        if words[0].capital and first < last and not nobody:
            yield _mention(text, frame, number, match.span(), (first, last))


def _is_labelled(frame: Frame) -> bool:
    """Whether a line opens with what sort of thing follows: "Audio: 3 minutes"."""
    return frame.classes.startswith("P:") and is_label(frame.words[0].lower)


def _is_office(words: Sequence[Word], names: Sequence[model.Mention]) -> bool:
    """Whether words in capitals are an office that the tagger takes for no name: "Works Minister".

    A paper may well be called Leader or Reporter.
    """
    known: _Titles = load("titles", _Titles)
    titled = len(words) > 1 and words[-1].lower in known.before_names - known.royal
    return titled and not any(name.span.overlaps(words[-1].span) for name in names)


def _bare(words: Sequence[Word], persons: Sequence[Span]) -> tuple[int, int]:
    """Where the name itself begins and ends among words in capitals: past titles, before "Jr"."""
    known = load("titles", _Titles)
    first = _past_titles([_POSSESSIVE.sub("", w.lower).rstrip(".") for w in words], known)
    first = max(first, _past_role(words, persons), _past_job(words))
    first = min(first, _first_name_or_only(words, persons, first))
    last = len(words)
    while last > first + 1 and words[last - 1].lower in known.after_names:
        last -= 1
    return first, last


def _acronym_behind(frame: Frame, end: int) -> str:
    """The letters in brackets behind a name, in lower case: "(PB)"."""
    return frame.words[end + 1].lower if frame.classes.startswith("(P)", end) else ""


def _before_acronym(words: Sequence[Word], short: str) -> int:
    """Where the name begins that some letters shorten: "Ruhlian | Port Board (PB)"."""
    large = [i for i, word in enumerate(words) if word.capital][-len(short) :]
    spelt = "".join(words[i].lower[0] for i in large)
    return large[0] if len(short) > 1 and spelt == short else 0


def _first_name_or_only(words: Sequence[Word], persons: Sequence[Span], first: int) -> int:
    """Where the tagger has a person begin with a title that here is a name: "Earl Olm", "Baron"."""
    known: _FirstNames = load("first_names", _FirstNames)
    starts = {span.start for span in persons}
    begins = next((i for i, word in enumerate(words) if word.span.start in starts), first)
    only = first == len(words) or words[first - 1].lower in known.man | known.woman
    return begins if begins == first - 1 and only else first


def _end_of_person(frame: Frame, words: Sequence[Word], persons: Sequence[Span], first: int) -> int:
    """Where the tagger has a person's name end in a headline of capitals: "Ana Olm | Sues Port".

    An owner in small letters is no part of a name anywhere: "the Olm | administration's".
    """
    small = any(w.kind in "NK" and not w.capital for w in frame.words)
    ends = [one.end for one in persons if words[first:] and one.start == words[first].span.start]
    for index in range(first + 1, len(words)):
        heads_on = words[index].verb is not None if small else not is_body(words[index].lower)
        if heads_on and any(end <= words[index].span.start for end in ends):
            return index
    owner = len(words) > 1 and words[-1].kind == "p" and not words[-1].capital
    return len(words) - (owner and "-" not in words[-1].lower)


def _mention(
    text: str, frame: Frame, number: int, run: tuple[int, int], bare: tuple[int, int]
) -> Mention:
    """The mention that a run of words in capitals is, with the `bare` name in it."""
    (start, end), (first, last) = run, bare
    titles, name = frame.words[start : start + first], frame.words[start + first : start + last]
    span = Span(name[0].span.start, name[-1].span.end)
    shown = _POSSESSIVE.sub("", span.of(text))
    before = frame.words[start - 1].lower if start else ""
    role = _role(frame, start, end, first)
    return Mention(
        words=tuple(_POSSESSIVE.sub("", w.lower) for w in name),
        name=" ".join(shown.split()),
        span=Span(span.start, span.start + len(shown)),
        frame=number,
        block=frame.block,
        gender=_gender(
            [w.lower for w in name],
            _about(frame, start, first, role, text),
            the=not first and before == "the",
        ),
        role=role,
        noun=head_of(role.of(text)) if role else None,
        led=frame.classes[start - 1 : start] in {"I", "O", "E"},
        titles=frozenset(w.lower.rstrip(".") for w in titles) - _FORMS_OF_ADDRESS,
    )


def _past_role(words: Sequence[Word], persons: Sequence[Span]) -> int:
    """Where the tagger has a person's name begin behind a capital: "Archaeologist | Pia Lund"."""
    run = Span(words[0].span.start, words[-1].span.end)
    inside = [span for span in persons if run.contains(span)]
    if len(inside) != 1:
        return 0
    begins = (i for i, word in enumerate(words) if word.span.start == inside[0].start)
    first = next(begins, 0)
    full = first < len(words) - 1  # a first name and a surname
    known: _Titles = load("titles", _Titles)
    if first and words[first - 1].lower in known.royal:
        return 0
    return first if first and (full or names_a_person(words[first - 1].lower)) else 0


def _past_job(words: Sequence[Word]) -> int:
    """Where a first name begins behind a capital that is none: "Vicar | Tim Olm"."""
    known: _FirstNames = load("first_names", _FirstNames)
    first_names = known.man | known.woman
    lowers = [word.lower for word in words]
    full = len(words) > len(("job", "first name"))
    full = full and (lowers[1] in first_names or names_a_person(lowers[0]))
    job = full and lowers[0] not in first_names and not any(map(is_body, lowers))
    return int(job)


def names_a_person(noun: str) -> bool:
    """Whether a noun says what a person is, by its ending at least: "archaeologist", "finder"."""
    return is_title(noun) or ends_like_a_person(noun)


def _past_titles(words: list[str], known: _Titles) -> int:
    """Where the name begins behind titles: "Deputy Harbour Master" goes, a body stays whole."""
    body = not known.bodies.isdisjoint(words)
    titles = [i for i, w in enumerate(words) if w in known.before_names and not (body and i)]
    leading = next((i for i, w in enumerate(words) if w not in known.before_names), len(words))
    if body and not known.offices.isdisjoint(words[:1]):
        return 0
    last = max(titles, default=-1) + 1
    if last == len(words) - 1 and words[last - 1 : last] and words[last - 1] in known.royal:
        return last - 1  # "Pope Leo" has no other name
    return leading if body or last == len(words) else max(leading, last)


def _role(frame: Frame, start: int, end: int, first: int) -> Span | None:
    """What a name's neighbours say of its bearer: "Mayor Olm", "the smith Olm", "Olm, a smith"."""
    after = _ROLE_AFTER.match(frame.classes, end) or _office_after(frame, end)
    hangs_on = _HANGS_ON.search(frame.classes, 0, start) is not None
    hangs_on = hangs_on or _is_of_next(frame, end)
    before = _ROLE_BEFORE.search(frame.classes, 0, start)
    noun = frame.words[before.end() - 2].lower if before else ""
    told_before = after and after["role"].startswith("W") and before and before["before"]
    if after and not hangs_on and not told_before:
        return Span(
            frame.words[after.start("role")].span.start, frame.words[after.end("role") - 1].span.end
        )
    if noun in load("titles", _Titles).no_roles:
        return None
    closed = frame.classes[end : end + 1] in {"", ",", ".", ";", ":", "-", "Q"}
    owner = frame.classes[end - 1] == "p"  # "the agent, Olm's lawyer"
    one = not owner and not is_crowd(noun)  # of "their lawyers, Olm", Olm is but one
    if before and before["before"] and one and (names_a_person(noun) or closed):
        words = frame.words[before.start("before") : before.end("before")]
        return Span(words[0].span.start, words[-1].span.end)
    beside = before is not None and not before["before"]
    begin = before.start("role") if before and beside else _title_start(frame, start)
    if beside or first:
        last = start + first - 1
        last -= is_called(frame.words[last].lower)
        return Span(frame.words[begin].span.start, frame.words[last].span.end)
    return None


def _office_after(frame: Frame, end: int) -> re.Match[str] | None:
    """An office written large behind a name: "Ana Olm, Minister of Public Works"."""
    match = _OFFICE_AFTER.match(frame.classes, end)
    return match if match and is_title(frame.words[match.end("office") - 1].lower) else None


def _is_of_next(frame: Frame, end: int) -> bool:
    """Whether a role tells of the name behind it: "the mission, | its head, Ana Olm"."""
    owner = _ROLE_OF_NEXT.match(frame.classes, end)
    return owner is not None and frame.words[end + 1].lower in OWNERS


_ROLE_OF_NEXT = re.compile(r",D[NKPp]*N,P")
_HANGS_ON = re.compile(r"[PN][OI]$|PPOD?[NPpK]*$")  # "Ana Olm of the club | North Bend"


def _title_start(frame: Frame, start: int) -> int:
    """Where a title begins of which only the end stands in a name's run of capitals."""
    office = _OFFICE.search(frame.classes, 0, start)
    named = office is not None and is_title(frame.words[office.start()].lower)
    return office.start() if office and named else start


def _about(frame: Frame, start: int, first: int, role: Span | None, text: str) -> list[str]:
    """The words beside a name that tell about its bearer: titles, and the head of a role."""
    titles = [w.lower.rstrip(".") for w in frame.words[start : start + first]]
    head = _BEHIND_HEAD.split(role.of(text).lower())[0] if role else ""
    return [*titles, *re.findall(r"\w+", head)]


def _gender(name: list[str], about: list[str], *, the: bool) -> Gender:
    """Woman, man or body; a name with "the" before it and no title is a body's."""
    known: _Titles = load("titles", _Titles)
    if not known.bodies.isdisjoint(name) or not known.firms.isdisjoint(about):
        return Gender.BODY
    if not known.woman.isdisjoint(about):
        return Gender.WOMAN
    if not known.man.isdisjoint(about):
        return Gender.MAN
    return Gender.BODY if the or (about and is_body(about[-1])) else Gender.UNKNOWN
