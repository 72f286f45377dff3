"""What every part of a dossier shows: words of an article where they stand, and short lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from twosource.model import Span

Shown_co = TypeVar("Shown_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Shortlist(Generic[Shown_co]):
    """The strongest findings of one kind, and how many more there are."""

    shown: Annotated[tuple[Shown_co, ...], "What is shown, strongest first."]
    more: Annotated[int, "How many more there are: they are in the JSON export only."] = 0

    @classmethod
    def of(cls, findings: Sequence[Shown_co], limit: int) -> "Shortlist[Shown_co]":
        """The first `limit` of what was found, which is in order of strength."""
        return cls(tuple(findings[:limit]), max(0, len(findings) - limit))


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters of one article, with the rest of the sentence they stand in."""

    label: Annotated[str, "The article's label on this page: A1 is the earliest."]
    source: Annotated[str, "The article's outlet, or its file name where none is known."]
    spans: Annotated[tuple[Span, ...], "Where the words stand, in code points of the article."]
    before: Annotated[str, "What stands before the words in the same sentence."]
    words: Annotated[str, "The words themselves; an ellipsis joins interrupted ones."]
    after: Annotated[str, "What follows the words in the same sentence."]

    @property
    def anchor(self) -> str:
        """Id of these characters in the page: label, then every start and end."""
        return "-".join([self.label, *(f"{span.start}-{span.end}" for span in self.spans)])


@dataclass(frozen=True, slots=True)
class DateShown:
    """A date as a person writes it, and how it is known."""

    words: Annotated[str, "The date in words, as exact as it is known."]
    machine: Annotated[str | None, "The same for a `time` element, if it can say so much."]
    role: Annotated[str, "What the date is the date of: published, modified, crawled."]
    how: Annotated[str, "Where the date was found."]
    confidence: Annotated[float, "How sure the reading of the date is, 0 to 1."]
    citation: Annotated[Citation | None, "Where it stands in the text, if it does."] = None
