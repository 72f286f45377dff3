"""The claims with their origins, and the conflicts between them."""

from dataclasses import dataclass
from typing import Annotated

from twosource.dossier.view.citations import Citation, Shortlist


@dataclass(frozen=True, slots=True)
class OriginShown:
    """One origin of a claim, as far as the certain links tell."""

    label: Annotated[str, "What the origin is called."]
    articles: Annotated[
        Shortlist[Citation], "Where each article that rests on it first puts the claim forward."
    ]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Origins that may be one: links that are not certain join them."""

    origins: Annotated[tuple[OriginShown, ...], "The origins; more than one means: may be one."]


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A reason to count articles as one origin, and the articles it joins."""

    kind: Annotated[str, "Text, credit or speaker."]
    certain: Annotated[bool, "Whether it binds both counts, or the lower one only."]
    reason: Annotated[str, "Why, as a sentence."]
    joins: Annotated[
        tuple[tuple[str, ...], ...], "Labels, those it joins with each other together."
    ]


@dataclass(frozen=True, slots=True)
class AssertionShown:
    """One article putting a claim forward or disputing it."""

    citation: Annotated[Citation, "The sentence in which it does."]
    speaker: Annotated[str | None, "Through whom; nothing where it speaks in its own voice."]
    stance: Annotated[str, "How it stands to the claim: says, denies, withholds."]


@dataclass(frozen=True, slots=True)
class ContestedShown:
    """What accounts differ in, where a claim gives one of them."""

    conflict: Annotated[int, "Place of the conflict on this page, from 1."]
    aspect: Annotated[str, "In what they differ: number, date and so on."]
    says: Annotated[Shortlist[str], "What each account says."]


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim, who puts it forward, and how many origins stand behind it."""

    number: Annotated[int, "Place of the claim on this page, from 1."]
    wording: Annotated[
        str, "The claim as the first article of the page that puts it forward words it."
    ]
    worded: Annotated[Citation, "Where that article does."]
    headline: Annotated[str, "How many articles, outlets and origins."]
    articles: Annotated[tuple[str, ...], "Labels of the articles that put it forward."]
    speakers: Annotated[tuple[str, ...], "Through whom they do, as they name them."]
    at_least: Annotated[int, "The lower count of origins."]
    at_most: Annotated[int, "The upper count of origins."]
    groups: Annotated[Shortlist[OriginGroup], "The origins, grouped where they may be one."]
    joined: Annotated[str | None, "Why articles were counted as one, in a line."]
    links: Annotated[tuple[LinkShown, ...], "The same with every reason."]
    assertions: Annotated[Shortlist[AssertionShown], "Where each article says so."]
    disputed: Annotated[
        Shortlist[AssertionShown], "Where articles deny it, or say that nobody would say."
    ]
    contested: Annotated[
        tuple[ContestedShown, ...], "What its words give one way and other accounts another."
    ]

    @property
    def with_articles(self) -> tuple[str, ...]:
        """Labels of all articles that have it, those that dispute it too."""
        against = (one.citation.label for one in self.disputed.shown)
        return tuple(dict.fromkeys((*self.articles, *against)))


@dataclass(frozen=True, slots=True)
class AccountShown:
    """One side of a conflict."""

    says: Annotated[str, "What this side says."]
    meaning: Annotated[str | None, "The date it is read as, where the conflict is about dates."]
    citations: Annotated[Shortlist[Citation], "Where it says so."]


@dataclass(frozen=True, slots=True)
class ConflictShown:
    """Accounts of the same thing that cannot both hold."""

    number: Annotated[int, "Place of the conflict on this page, from 1."]
    aspect: Annotated[str, "In what they differ: number, date and so on."]
    about: Annotated[str, "What they are about."]
    reason: Annotated[str, "Why they are taken to be about the same thing."]
    accounts: Annotated[tuple[AccountShown, ...], "The sides."]

    @property
    def articles(self) -> tuple[str, ...]:
        """Labels of the articles that take a side."""
        return tuple(c.label for account in self.accounts for c in account.citations.shown)
