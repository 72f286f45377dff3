"""A dossier as a whole."""

from dataclasses import dataclass
from typing import Annotated

from twosource.dossier.view.articles import ArticleRow, ArticleText
from twosource.dossier.view.citations import Shortlist
from twosource.dossier.view.claims import ClaimShown, ConflictShown
from twosource.dossier.view.graph import Graph
from twosource.dossier.view.happenings import DatedShown, NameShown
from twosource.dossier.view.passages import LostShown, RelationShown
from twosource.dossier.view.quotes import Alteration, DriftShown, SpeakerShown
from twosource.model import SetAside


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a reader is shown, in the order of the page."""

    title: Annotated[str, "What the pile is: how many articles."]
    period: Annotated[str | None, "From when to when they were published, as far as is known."]
    lede: Annotated[tuple[str, ...], "What was found, in a few sentences."]
    articles: Annotated[Shortlist[ArticleRow], "The articles, earliest first."]
    graph: Annotated[Graph, "Who had it from whom, to be drawn."]
    relations: Annotated[Shortlist[RelationShown], "Who had it from whom, with reasons."]
    lost_sources: Annotated[Shortlist[LostShown], "Sources that are not in the pile."]
    alterations: Annotated[Shortlist[Alteration], "What was changed on the way."]
    claims: Annotated[Shortlist[ClaimShown], "Claims, the most repeated first."]
    conflicts: Annotated[Shortlist[ConflictShown], "What cannot both hold."]
    speakers: Annotated[Shortlist[SpeakerShown], "Who said what."]
    drifts: Annotated[Shortlist[DriftShown], "Quotations that changed from one article to another."]
    fragments: Annotated[int, "Words in quotation marks by which nobody is quoted."]
    names: Annotated[Shortlist[NameShown], "Who is who, the most widely named first."]
    timeline: Annotated[Shortlist[DatedShown], "What happened when; `more` counts happenings."]
    set_aside: Annotated[tuple[SetAside, ...], "What could not be made into an article, and why."]
    texts: Annotated[tuple[ArticleText, ...], "The articles' texts, with what is cited marked."]
