"""The copy graph, drawn and in words."""

from dataclasses import dataclass
from typing import Annotated

from twosource.dossier.view.citations import Shortlist


@dataclass(frozen=True, slots=True)
class GraphRow:
    """One article in the copy graph, or a source that is not in the pile: time runs downwards."""

    label: Annotated[str | None, "The article's label on this page; none of a missing source."]
    source: Annotated[str, "Outlet, or file name where none is known."]
    title: Annotated[str | None, "The article's headline."]
    date: Annotated[str | None, "When it was published, in words."]
    note: Annotated[str, "What is known about where its text comes from."]


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """One line of the copy graph, from parent to child."""

    top: Annotated[int, "Row in which the line begins."]
    bottom: Annotated[int, "Row in which it ends."]
    lane: Annotated[int, "Which of the parallel lanes it runs in: 0 is nearest to the articles."]
    kind: Annotated[str, "Copy, common source, cannot tell, or lost source."]
    directed: Annotated[bool, "Whether it ends in an arrow."]
    share: Annotated[float, "How much of the shorter article is shared, 0 to 1: its width."]
    sentence: Annotated[str, "The finding as a sentence."]
    likely: Annotated[bool, "Whether it is likely at best: a copy is then drawn broken."] = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Who had it from whom, to be drawn."""

    rows: Annotated[
        tuple[GraphRow, ...], "Missing sources, then the related articles, earliest first."
    ]
    edges: Annotated[tuple[GraphEdge, ...], "The direct relations between them."]
    lanes: Annotated[int, "How many lanes the lines need."]
    alone: Annotated[Shortlist[GraphRow], "Articles that are directly related to no other."]
    more: Annotated[int, "How many related articles are left out of the drawing."]
