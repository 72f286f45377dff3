"""What articles share: passages side by side, who had them from whom, what nobody brought."""

from dataclasses import dataclass
from typing import Annotated

from twosource.dossier.view.citations import Citation, Shortlist


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a passage that are the same on both sides, or that one change covers."""

    text: Annotated[str, "The characters."]
    change: Annotated[str | None, "What was done to them; nothing where they are the same."]


@dataclass(frozen=True, slots=True)
class Change:
    """A number, a name or quotation marks that differ between the two sides of a passage."""

    kind: Annotated[str, "What was done."]
    left: Annotated[Citation | None, "The words on the left side; nothing where there are none."]
    right: Annotated[Citation | None, "The words on the right side; nothing where there are none."]
    marks: Annotated[bool, "Whether only quotation marks differ: then sentences tell more."]


@dataclass(frozen=True, slots=True)
class PassageSide:
    """One article's wording of a shared passage."""

    citation: Annotated[Citation, "Where the passage stands."]
    runs: Annotated[tuple[Run, ...], "Its words, cut where changes begin and end."]


@dataclass(frozen=True, slots=True)
class PassageShown:
    """A shared passage side by side: on the left the parent where there is one."""

    kind: Annotated[str, "How the words are shared."]
    similarity: Annotated[float, "Share of equal words, 0 to 1."]
    left: Annotated[PassageSide, "The wording of the parent, or of the article named first."]
    right: Annotated[PassageSide, "The wording of the child, or of the article named second."]
    changes: Annotated[tuple[Change, ...], "Numbers, names and quotation marks that differ."]
    confidence: Annotated[float, "How sure it is that both are one text, 0 to 1."]

    @property
    def identical(self) -> bool:
        """Whether both sides are the same, character by character."""
        return self.left.citation.words == self.right.citation.words


@dataclass(frozen=True, slots=True)
class RelationShown:
    """How two articles that share passages come from one another."""

    parent: Annotated[str, "Label of the parent; of the first of the two where nobody is."]
    child: Annotated[str, "Label of the child; of the second of the two where nobody is."]
    parent_source: Annotated[str, "Outlet or file name of the parent."]
    child_source: Annotated[str, "Outlet or file name of the child."]
    kind: Annotated[str, "Copy, common source (in the pile or not) or cannot tell."]
    directed: Annotated[bool, "Whether it is known who had it from whom."]
    direct: Annotated[bool, "Whether no third text explains it and enough is shared."]
    likely: Annotated[bool, "Whether they share no long run of words."]
    sentence: Annotated[str, "The finding as a sentence."]
    sharing: Annotated[float, "How sure it is that they share text at all, 0 to 1."]
    finding: Annotated[str | None, "What is found, if they do; nothing where it cannot be told."]
    confidence: Annotated[float, "How sure the finding is, 0 to 1."]
    share: Annotated[float, "How much of the shorter article's body is shared, 0 to 1."]
    reasons: Annotated[tuple[str, ...], "Why, in sentences."]
    passages: Annotated[Shortlist[PassageShown], "The shared passages, longest first."]

    @property
    def anchor(self) -> str:
        """Id of this finding in the page."""
        return f"share-{self.parent}-{self.child}"


@dataclass(frozen=True, slots=True)
class LostShown:
    """A source that is not in the pile and that articles have text from."""

    name: Annotated[str | None, "Whom the articles credit, if anybody."]
    articles: Annotated[tuple[str, ...], "Labels of the articles that have text from it."]
    sentence: Annotated[str, "The finding as a sentence."]
    confidence: Annotated[float, "How sure the finding is, 0 to 1."]
    reasons: Annotated[tuple[str, ...], "Why, in sentences."]
    text: Annotated[Shortlist[Citation], "What is left of its text, in order."]
