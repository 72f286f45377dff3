"""Figures: the people and bodies of an article, each gathered under the fullest of its names."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from twosource.model import NameKind, Span
from twosource.reading.statements.cast.mentions import RUN, Mention
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.lexicon.titles import (
    Gender,
    first_names,
    gender_of,
    is_body,
    is_crowd,
    pronouns,
    titles,
)

Words = tuple[str, ...]  # of a name, in lower case


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody an article names: the fullest name, what it tells, and every full mention."""

    name: str
    words: Words
    gender: Gender
    mentions: tuple[Mention, ...]
    kind: NameKind | None = None  # as the tagger has most mentions
    forms: frozenset[Words] = frozenset()  # the words of all mentions

    def answers_to(self, words: Words) -> bool:
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
        known = titles()
        told = known.bodies | known.firms | known.media
        full = len(self.words) == 2 and self.kind is not NameKind.PLACE  # noqa: PLR2004 - first and last
        return full and told.isdisjoint(self.words) and self.name.replace(" ", "").isalpha()

    @property
    def role(self) -> Span | None:
        """The first role the article gives."""
        return next((m.role for m in self.mentions if m.role), None)


def is_medium(figure: Figure) -> bool:
    """Whether a word of a name, or what it is called, tells of a paper, a station or an agency."""
    known = titles()
    return not known.media.isdisjoint(sorts_of(figure)) or not known.papers.isdisjoint(figure.words)


def sorts_of(figure: Figure) -> frozenset[str]:
    """The words of a name and the nouns beside it, which may tell what sort of body it is."""
    return frozenset(figure.words).union(m.noun for m in figure.mentions if m.noun)


def can_be_called(noun: str, figure: Figure) -> bool:
    """Whether "the firm" or "the union" can be a body: nothing tells that it is of another sort.

    Neither a word of its name nor the noun beside it does: no firm is "the safety office, Olmark".
    """
    known = titles()
    alike = next((words for words in known.alike_bodies if noun in words), frozenset[str]())
    sorts = {word for word in figure.words if is_body(word)}
    beside = {m.noun for m in figure.mentions if m.noun and is_body(m.noun)} - known.firms
    return sorts | beside <= alike | {noun} and (noun in known.firms or bool(alike))


# ── Short names and full ones ────────────────────────────────────────────────────────────────────


def gather(mentions: Iterable[Mention]) -> Iterator[Figure]:
    """Gather mentions under the fullest names; a name that fits just one longer name joins it."""
    groups: dict[Words, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.words, []).append(mention)
    longer = {
        one: [full for full in names if not _is_another(one, groups[one], groups[full])]
        for one, names in _longer_names(list(groups)).items()
    }
    shorts: dict[Words, list[Words]] = {}
    fullest = _fullest(longer)
    for one in groups:
        if longer[one] and len(fullest[one]) == 1:
            shorts.setdefault(next(iter(fullest[one])), []).append(one)
    for name in groups:
        if not longer[name]:
            known = [name, *shorts.get(name, ())]
            yield _figure(name, [m for one in known for m in groups[one]])


def is_party(words: Words) -> bool:
    """Whether a name is that of many: "Republicans", whom "Ruhl Republicans" are only some of."""
    return len(words) == 1 and is_crowd(words[0])


def _is_another(words: Words, short: Sequence[Mention], full: Sequence[Mention]) -> bool:
    """Whether a short name is not who the fuller name is: a land, a party, or by its title."""
    return is_party(words) or _is_its_place(short, full) or _has_another_title(short, full)


def _has_another_title(short: Sequence[Mention], full: Sequence[Mention]) -> bool:
    """Whether both have titles, none in common: "President Olm", and later "First Lady Ada Olm"."""
    if min(m.span for m in full) < min(m.span for m in short):
        return False  # "Chairman Jan Olm", and later "Councillor Olm"
    own = frozenset[str]().union(*(m.titles for m in short))
    theirs = frozenset[str]().union(*(m.titles for m in full))
    theirs |= {m.noun for m in full if m.noun and gender_of(m.noun) in PEOPLE}
    return bool(own) and bool(theirs) and own.isdisjoint(theirs)


def _is_its_place(short: Sequence[Mention], full: Sequence[Mention]) -> bool:
    """Whether a name is the land or town of a body: "Marland" is not the Marland Police."""
    return _main_kind(short) is NameKind.PLACE is not _main_kind(full)


def _main_kind(mentions: Iterable[Mention]) -> NameKind | None:
    """What the tagger takes most mentions for; nothing where it tells of none."""
    kinds = Counter(m.kind for m in mentions if m.kind is not None)
    return kinds.most_common(1)[0][0] if kinds else None


def _longer_names(names: Sequence[Words]) -> dict[Words, list[Words]]:
    """The names that each name can stand for."""
    by_key: dict[Words, list[Words]] = {}
    for name in names:
        for key in keys_of(name):
            by_key.setdefault(key, []).append(name)
    found = {}
    for name in names:
        alike = {one for key in (name, *spellings(name)) for one in by_key.get(key, ())}
        longer = (one for one in alike if (len(one), one) > (len(name), name))
        found[name] = [one for one in longer if _fits(name, one)]
    return found


def _fullest(
    longer: Mapping[Words, Sequence[Words]],
) -> dict[Words, set[Words]]:
    """The names of full length that each name can stand for: itself, if nothing is longer."""
    found: dict[Words, set[Words]] = {}
    for name in sorted(longer, key=lambda name: (len(name), name), reverse=True):
        found[name] = set[Words]().union(*(found[one] for one in longer[name])) or {name}
    return found


def _figure(words: Words, mentions: list[Mention]) -> Figure:
    full = Counter(m.name for m in mentions if m.words == words)
    kind = _main_kind(mentions)
    gender = _gender_told(words, kind, mentions)
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    name = min(full, key=lambda n: (-full[n], n))
    forms = frozenset({words, *(m.words for m in mentions)})
    return Figure(name, words, _agreeing(gender, kind, len(words)), ordered, kind, forms)


def _gender_told(words: Words, kind: NameKind | None, mentions: Sequence[Mention]) -> Gender:
    """What stands beside the full name, else the first name, else what stands beside short ones.

    So "Mr Olm" makes no man of Emma Olm: he is another.
    """
    full = [m.gender for m in mentions if m.words == words and m.gender in PEOPLE]
    first = _by_first_name(words) if kind is NameKind.PERSON and not full else Gender.UNKNOWN
    short = [m.gender for m in mentions if m.gender is not Gender.UNKNOWN]
    told = Counter([first] if first in PEOPLE else full or short)
    return told.most_common(1)[0][0] if told else Gender.UNKNOWN


def _by_first_name(words: Words) -> Gender:
    """Whether the first of several names is a woman's or a man's."""
    known, first = first_names(), words[0]
    if len(words) == 1 or first not in known.woman | known.man:
        return Gender.UNKNOWN
    return Gender.WOMAN if first in known.woman else Gender.MAN


def _agreeing(gender: Gender, kind: NameKind | None, length: int) -> Gender:
    """What the words around a name tell, where the tagger sees no such thing in it.

    A name of one word that the article calls a maker is no person, whatever it looks like.
    """
    if kind is NameKind.ORGANISATION and gender is Gender.UNKNOWN:
        return Gender.BODY
    person = kind is NameKind.PERSON and length > 1
    return Gender.UNKNOWN if person and gender is Gender.BODY else gender


def _fits(words: Words, name: Words) -> bool:
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


def keys_of(name: Words) -> set[Words]:
    """A name's beginnings, ends and spellings: words that fit it are one, or have one of these."""
    lengths = range(1, len(name) + 1)
    return {*(name[:n] for n in lengths), *(name[-n:] for n in lengths), *spellings(name)}


def spellings(name: Words) -> Iterator[Words]:
    """First and last name, also with any one letter of the first left out.

    Two first names that are one letter apart have one of these in common.
    """
    if len(name) > 1:
        first, last = name[0], name[-1]
        yield first, last
        for at in range(len(first) if len(first) <= _LONGEST_NAME else 0):
            yield first[:at] + first[at + 1 :], last


_LONGEST_NAME = 40  # letters of a first name that may be spelt in two ways


# ── A woman or a man ─────────────────────────────────────────────────────────────────────────────


def with_pronouns(figures: Iterable[Figure], frames: Sequence[Frame]) -> Iterator[Figure]:
    """Learn who is a woman or a man from the pronoun that takes up a sentence about them."""
    told = dict(_pronouns_after(frames))
    for figure in figures:
        genders = {
            told[m.frame]
            for m in figure.mentions
            if m.frame in told and _leads(m, frames) and not _is_owned(m, told[m.frame], frames)
        }
        if figure.gender is Gender.UNKNOWN and len(genders) == 1:
            yield replace(figure, gender=genders.pop())
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
    before = (w.kind for w in frame.words if w.span.start < mention.span.start)
    return set(before) <= _TITLES and len(RUN.findall(frame.classes)) == 1


def _is_owned(mention: Mention, gender: Gender, frames: Sequence[Frame]) -> bool:
    """Whether "she" can as well be whoever "her aide, Olm," belongs to."""
    first = frames[mention.frame].words[0].lower
    return pronouns().get(first) is gender


_TITLES = frozenset("PNpDKLCB")  # words that can lead to a name, and no quotation or verb


PEOPLE = frozenset({Gender.WOMAN, Gender.MAN})


def contradict(a: Gender, b: Gender) -> bool:
    """Whether one is a woman and the other a man."""
    return a is not b and {a, b} == PEOPLE
