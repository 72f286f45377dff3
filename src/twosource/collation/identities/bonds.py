"""Bonds: which forms of names are one, as short forms or other spellings of one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from twosource.collation.identities.forms import (
    Form,
    is_spelt_otherwise,
    names_a_paper,
    stands_for,
)
from twosource.model import NameKind

Articles = Mapping[Form, frozenset[str]]  # in which articles (by id) each form stands
First: TypeAlias = Mapping[tuple[str, Form], int]  # code point, by article (id) and form
_CROWD = 300  # forms that share a word: more, and the word tells nothing ("national")


@dataclass(frozen=True, slots=True)
class Bond:
    """A form and another that names the same, and why, for a reader."""

    form: Form
    other: Form
    reason: str


def forms_near(forms: Iterable[Form]) -> Mapping[Form, Sequence[Form]]:
    """For each form those it may be compared with: they share a word, initials or an opening."""
    having: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for key in form.keys:
            having[key].append(form)
    crowds = {key for key, found in having.items() if len(found) > _CROWD}
    return {
        form: sorted({other for key in form.keys - crowds for other in having[key]} - {form})
        for form in forms
    }


def short_forms(
    articles: Articles, near: Mapping[Form, Sequence[Form]], first: First
) -> Mapping[tuple[str, Form], Bond]:
    """What a short form means in an article: the one fuller form there, else in the pile.

    Where the pile has several, a fuller form that an article has only behind the short one is no
    proof: nobody is called Velk and only then Jan Velk.
    """
    bonds: dict[tuple[str, Form], Bond] = {}
    for form, others in near.items():
        fuller = [
            Bond(form, other, reason) for other in others if (reason := stands_for(form, other))
        ]
        for article in articles[form] if fuller else ():
            here = [bond for bond in fuller if article in articles[bond.other]]
            meant = _only(here or [bond for bond in fuller if _tells_elsewhere(bond)])
            if meant and (_only(fuller) or not _is_late(meant, article, first)):
                bonds[article, form] = meant
    return bonds


def _is_late(bond: Bond, article: str, first: First) -> bool:
    """Whether the body of an article has a person's surname before the full name."""
    surname, full = first.get((article, bond.form)), first.get((article, bond.other))
    person = bond.form.kind is NameKind.PERSON and len(bond.form.words) == 1
    return person and surname is not None and full is not None and surname < full


def _tells_elsewhere(bond: Bond) -> bool:
    """Whether a form means its fuller one also where that is not named: "Council" does not."""
    return (
        len(bond.form.words) > 1
        or bond.form.is_capitals
        or names_a_paper(bond.form.words[0])
        or bond.form.kind is NameKind.PERSON
        or bond.form.words[0] == bond.other.words[0]
    )


def _only(bonds: Sequence[Bond]) -> Bond | None:
    """The bond with the fullest form, where every other is a form of that one's name."""
    if not bonds:
        return None
    fullest = max(bonds, key=lambda bond: (len(bond.other.words), bond.other))
    others = (bond.other for bond in bonds if bond is not fullest)
    alike = (stands_for(o, fullest.other) or is_spelt_otherwise(o, fullest.other) for o in others)
    return fullest if all(alike) else None


def spellings(articles: Articles, near: Mapping[Form, Sequence[Form]]) -> Iterator[Bond]:
    """Forms that are one but for a few letters. Where one article has both, they are two names."""
    for form, others in near.items():
        for other in others:
            apart = not articles[form] & articles[other]
            if form < other and apart and is_spelt_otherwise(form, other):
                yield Bond(form, other, "but for a few letters the same as another article's")


def roots_of(bonds: Iterable[Bond]) -> tuple[dict[Form, Form], dict[Form, str]]:
    """For each form the one it is joined to, and why, where it is spelt otherwise."""
    roots: dict[Form, Form] = {}
    reasons: dict[Form, str] = {}
    for bond in bonds:
        a, b = sorted((root_of(roots, bond.form), root_of(roots, bond.other)))
        if bond.form.words != bond.other.words:
            reasons[bond.form] = reasons[bond.other] = bond.reason
        if a != b:
            roots[b] = a
    return roots, reasons


def meant_everywhere(short: Mapping[tuple[str, Form], Bond]) -> Mapping[Form, Bond]:
    """The forms that mean the same in all articles that have them."""
    found: dict[Form, set[Bond]] = defaultdict(set)
    for (_, form), bond in short.items():
        found[form].add(bond)
    return {form: bonds.pop() for form, bonds in found.items() if len(bonds) == 1}


def root_of(roots: Mapping[Form, Form], form: Form) -> Form:
    """The form that a form is joined to in the end; itself where it is joined to none."""
    while form in roots:
        form = roots[form]
    return form
