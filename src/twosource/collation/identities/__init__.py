"""Who is who: the names of a pile, brought together where they name the same.

A name alone decides little, so the rules are those a careful reader goes by, the surest first: the
same words; a part of a fuller name that only one in the article has, else only one in the pile;
initials; the same name spelt otherwise in another article. Where two fuller names fit equally
well, the short one stays by itself: two Corbellos stay two.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from twosource.collation.identities.bonds import (
    Articles,
    Bond,
    First,
    forms_near,
    meant_everywhere,
    root_of,
    roots_of,
    short_forms,
    spellings,
)
from twosource.collation.identities.forms import (
    Form,
    names_a_body,
    words_of,
)
from twosource.collation.identities.names import plain_name
from twosource.model import Alias, BlockKind, Evidence, Identity, NameKind, Reading

Names: TypeAlias = Mapping[tuple[str, str], str]  # (Article.id, plain name) → identity's name

# From which share of the mentions of one word on all are of one kind: "Prenn" is a person where one
# of ten readers takes it for a body. Below, "Washington" stays a man and a town. Names of several
# words go with the most: no man is called as a town is, both words of it.
_CLEAR = 0.7


@dataclass(frozen=True, slots=True)
class _Place:
    """A name where it stands."""

    name: str
    form: Form
    evidence: Evidence


def find_identities(readings: Sequence[Reading]) -> tuple[Identity, ...]:
    """Everybody and everything that the articles name, the most widely named first."""
    places = _places(readings)
    articles = _articles(places)
    near = forms_near(articles)
    short = short_forms(articles, near, _first_in_body(places, readings))
    spelt = spellings(articles, near)
    return tuple(sorted(_identities(places, short, spelt), key=_rank))


def _places(readings: Sequence[Reading]) -> list[_Place]:
    """Every name but those of nationalities and followings: "Norwegian" is nobody.

    What an article of the pile came out in is no person, whatever it is called.
    """
    outlets = {words_of(r.article.outlet.value) for r in readings if r.article.outlet}
    named = [
        (" ".join(mention.span.of(reading.article.text).split()), mention, reading.article.id)
        for reading in sorted(readings, key=lambda reading: reading.article.id)
        for mention in reading.mentions
        if mention.kind is not NameKind.GROUP
    ]
    kinds = _kinds((words_of(name), mention.kind) for name, mention, _ in named)
    people = {words for words, kind in kinds.items() if kind is NameKind.PERSON}
    kinds = {**kinds, **dict.fromkeys(people & outlets, NameKind.ORGANISATION)}
    return [
        _Place(name, form, Evidence(article, mention.span))
        for name, mention, article in named
        if (form := _form(name, kinds.get(words_of(name), mention.kind))).words
    ]


def _form(name: str, kind: NameKind) -> Form:
    words = words_of(name)
    return Form(words, kind, is_capitals=len(words) == 1 and name.isupper())


def _kinds(named: Iterable[tuple[tuple[str, ...], NameKind]]) -> Mapping[tuple[str, ...], NameKind]:
    """The kind of the names that nearly all mentions take for one."""
    votes: dict[tuple[str, ...], list[NameKind]] = defaultdict(list)
    for words, kind in named:
        votes[words].append(kind)
    first = {words: _most(cast) for words, cast in votes.items()}
    clear = {
        words: kind
        for words, (kind, n) in first.items()
        if len(words) > 1 or n >= _CLEAR * len(votes[words])
    }
    return clear | {words: NameKind.ORGANISATION for words in votes if names_a_body(words)}


def _most(kinds: Iterable[NameKind]) -> tuple[NameKind, int]:
    """The most frequent kind, and how often; of equals the first as the kinds are listed."""
    counted = Counter(kinds)
    kind = max((kind for kind in NameKind), key=lambda kind: counted[kind])
    return kind, counted[kind]


def _articles(places: Iterable[_Place]) -> Articles:
    articles: dict[Form, set[str]] = defaultdict(set)
    for place in places:
        articles[place.form].add(place.evidence.article)
    return {form: frozenset(articles[form]) for form in sorted(articles)}


def _first_in_body(places: Iterable[_Place], readings: Iterable[Reading]) -> First:
    """Where the body of each article first has each form, by article and form."""
    bodies = {
        reading.article.id: [b.span for b in reading.article.blocks if b.kind is BlockKind.BODY]
        for reading in readings
    }
    first: dict[tuple[str, Form], int] = {}
    for place in places:
        article, span = place.evidence.article, place.evidence.span
        at = bisect_right(bodies[article], span.start, key=lambda body: body.start) - 1
        if at >= 0 and bodies[article][at].contains(span):
            key = article, place.form
            first[key] = min(span.start, first.get(key, span.start))
    return first


def one_name_each(identities: Iterable[Identity]) -> Mapping[str, str]:
    """For each plain form of a name the plain fullest one, where it names one identity only."""
    meant: dict[str, set[str]] = defaultdict(set)
    for identity in identities:
        for alias in identity.aliases:
            meant[plain_name(alias.name)].add(plain_name(identity.name))
    return {form: fullest.pop() for form, fullest in meant.items() if form and len(fullest) == 1}


def names_by_article(identities: Iterable[Identity]) -> Names:
    """Whom each form of a name means in each article."""
    return {
        (evidence.article, plain_name(alias.name)): identity.name
        for identity in identities
        for alias in identity.aliases
        for evidence in alias.evidence
    }


# ── Whom each place names ────────────────────────────────────────────────────────────────────────


def _identities(
    places: Iterable[_Place], short: Mapping[tuple[str, Form], Bond], spelt: Iterable[Bond]
) -> Iterator[Identity]:
    """The places in groups of one name each, and what is told of each group."""
    roots, reasons = roots_of(spelt)
    groups: dict[Form, list[_Place]] = defaultdict(list)
    everywhere = meant_everywhere(short)
    for place in places:
        meant = _meant(short, everywhere, place)
        groups[root_of(roots, meant)].append(place)
        if meant != place.form:
            reasons[place.form] = short[place.evidence.article, place.form].reason
    for form in sorted(groups):
        yield _identity(groups[form], reasons)


def _meant(
    short: Mapping[tuple[str, Form], Bond], everywhere: Mapping[Form, Bond], place: _Place
) -> Form:
    """What a place's form means in its article, followed to the end: forms only grow fuller.

    A form met on the way may stand in other articles only: it means what it means there.
    """
    article, form = place.evidence.article, place.form
    bond = short.get((article, form))
    while bond:
        form = bond.other
        bond = short.get((article, form)) or everywhere.get(form)
    return form


# ── What is told of each ─────────────────────────────────────────────────────────────────────────


def _identity(places: Sequence[_Place], reasons: Mapping[Form, str]) -> Identity:
    found: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        found[place.name].append(place)
    names = sorted(found, key=lambda name: (-len(found[name]), name))
    told = {found[name][0].form.words: name for name in reversed(names)}
    return Identity(
        name=max(names, key=lambda name: (*_fullness(name), len(found[name]))),
        kind=_most(place.form.kind for place in places)[0],
        aliases=tuple(
            Alias(name, tuple(sorted(place.evidence for place in found[name]))) for name in names
        ),
        reasons=tuple(
            f"“{name}”: {reasons[found[name][0].form]}"
            for name in told.values()
            if len(told) > 1 and found[name][0].form in reasons
        ),
    )


def _fullness(name: str) -> tuple[bool, int, int, bool]:
    """How much of a name a form gives: its small letters, whole words, initials, accents."""
    letterhead = name.isupper() and " " in name
    words = [] if letterhead else words_of(name)
    return not letterhead, sum(len(word) > 1 for word in words), len(words), not name.isascii()


def _rank(identity: Identity) -> tuple[int, int, str]:
    articles = {e.article for alias in identity.aliases for e in alias.evidence}
    count = sum(len(alias.evidence) for alias in identity.aliases)
    return -len(articles), -count, identity.name
