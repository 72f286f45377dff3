"""Who said what, and how it changed from one article to another."""

from dataclasses import dataclass
from typing import Annotated

from twosource.dossier.view.citations import Citation, Shortlist
from twosource.dossier.view.passages import Change


@dataclass(frozen=True, slots=True)
class Alteration:
    """A change that was made, or may have been made, on the way from one article to another."""

    passage: Annotated[str, "Id of the passage it stands in, in the page."]
    directed: Annotated[bool, "Whether it is known that the left side came first."]
    change: Annotated[Change, "What differs, and where it stands."]

    @property
    def articles(self) -> tuple[str, ...]:
        """Labels of the two articles."""
        sides = (self.change.left, self.change.right)
        return tuple(side.label for side in sides if side)


@dataclass(frozen=True, slots=True)
class DriftShown:
    """One statement as two articles give it."""

    kind: Annotated[str, "What changed: wording, scope, attribution, gloss or meaning."]
    speaker: Annotated[str | None, "Whose words they are, as the articles have it."]
    reason: Annotated[str, "What changed, as a sentence."]
    first: Annotated[Citation, "The variant of the earlier article, or the fuller one."]
    second: Annotated[Citation, "The other variant."]

    @property
    def articles(self) -> tuple[str, ...]:
        """Labels of the two articles."""
        return self.first.label, self.second.label


@dataclass(frozen=True, slots=True)
class QuoteShown:
    """Words put into somebody's mouth, and every article that gives them."""

    kind: Annotated[str, "Direct, mixed or indirect."]
    words: Annotated[str, "The words, in quotation marks where the article has them."]
    stance: Annotated[
        str | None,
        "How the speaker relates to the words, where not by saying them: denies, withholds.",
    ]
    through: Annotated[
        tuple[str, ...], "Through whom the words came, nearest to the article first."
    ]
    occasion: Annotated[str | None, "Where or through which medium they were said."]
    date: Annotated[str | None, "When they were said, where the articles tell."]
    reason: Annotated[str, "Why they are taken to be this speaker's."]
    citations: Annotated[Shortlist[Citation], "Where they stand."]


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """One speaker and what the articles let them say."""

    name: Annotated[str, "The fullest name an article gives."]
    role: Annotated[str | None, "Office or description, where an article gives one."]
    note: Annotated[str | None, "What the reader has to know about how well they are known."]
    quotes: Annotated[Shortlist[QuoteShown], "Their words, the most repeated first."]

    @property
    def articles(self) -> tuple[str, ...]:
        """Labels of the articles that quote them."""
        return tuple(c.label for quote in self.quotes.shown for c in quote.citations.shown)
