"""What a reader is shown, in order and already resolved: no id to look up, no span to cut out.

`publish` makes these nouns from a Collation; the page and the terminal summary only lay them out.
Every field carries its sentence of help in its annotation; a test holds that none is missing.
"""

from twosource.dossier.view.articles import (
    ArticleRow,
    ArticleText,
    AsideShown,
    CreditShown,
    Opening,
    Paragraph,
    Piece,
)
from twosource.dossier.view.citations import Citation, DateShown, Shortlist, Shown_co
from twosource.dossier.view.claims import (
    AccountShown,
    AssertionShown,
    ClaimShown,
    ConflictShown,
    ContestedShown,
    LinkShown,
    OriginGroup,
    OriginShown,
)
from twosource.dossier.view.graph import Graph, GraphEdge, GraphRow
from twosource.dossier.view.happenings import (
    DatedShown,
    DifferenceShown,
    FormShown,
    HappeningShown,
    NameShown,
)
from twosource.dossier.view.passages import (
    Change,
    LostShown,
    PassageShown,
    PassageSide,
    RelationShown,
    Run,
)
from twosource.dossier.view.quotes import Alteration, DriftShown, QuoteShown, SpeakerShown
from twosource.dossier.view.whole import Dossier

__all__ = [
    "AccountShown",
    "Alteration",
    "ArticleRow",
    "ArticleText",
    "AsideShown",
    "AssertionShown",
    "Change",
    "Citation",
    "ClaimShown",
    "ConflictShown",
    "ContestedShown",
    "CreditShown",
    "DateShown",
    "DatedShown",
    "DifferenceShown",
    "Dossier",
    "DriftShown",
    "FormShown",
    "Graph",
    "GraphEdge",
    "GraphRow",
    "HappeningShown",
    "LinkShown",
    "LostShown",
    "NameShown",
    "Opening",
    "OriginGroup",
    "OriginShown",
    "Paragraph",
    "PassageShown",
    "PassageSide",
    "Piece",
    "QuoteShown",
    "RelationShown",
    "Run",
    "Shortlist",
    "Shown_co",
    "SpeakerShown",
]
