"""What a reader is shown, in order and already resolved: no id to look up, no span to cut out.

`publish` makes these nouns from a Collation; the page and the terminal summary only lay them out.
Every field carries its sentence of help in its annotation; a test holds that none is missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from twosource.model import SetAside, Span

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


@dataclass(frozen=True, slots=True)
class CreditShown:
    """A credit line: what it admits and whom it names."""

    kind: Annotated[str, "What the line admits: republication, syndication, agency, reporting."]
    named: Annotated[str | None, "Whom it names; nothing where the line lost its name."]
    how: Annotated[str, "How the line was recognised."]
    citation: Annotated[Citation | None, "Where it stands in the text, if it does."]


@dataclass(frozen=True, slots=True)
class AsideShown:
    """How many blocks of one kind were set apart as no part of the story."""

    kind: Annotated[str, "What the blocks are for: navigation, related, bio and so on."]
    blocks: Annotated[int, "How many blocks of that kind."]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row of the table of articles."""

    label: Annotated[str, "The article's label on this page."]
    name: Annotated[str, "The file's name, as the person who brought it calls it."]
    source: Annotated[str, "Outlet, or file name where none is known."]
    outlet: Annotated[str | None, "Outlet, where one is known."]
    outlet_how: Annotated[str | None, "How the outlet is known."]
    title: Annotated[str | None, "The article's headline."]
    caveats: Annotated[tuple[str, ...], "What was not looked for in it, and why."]
    byline: Annotated[str | None, "Who is named as its author."]
    published: Annotated[DateShown | None, "When it was published, and how that is known."]
    other_dates: Annotated[tuple[DateShown, ...], "The date candidates that were not chosen."]
    credits: Annotated[tuple[CreditShown, ...], "Lines that say where its text comes from."]
    aside: Annotated[tuple[AsideShown, ...], "What was set aside, by kind."]
    link: Annotated[str | None, "Address of the original, only if it is http or https."]


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a cited stretch begins, or goes on after having been interrupted."""

    anchor: Annotated[str, "Anchor of the citation."]
    first: Annotated[bool, "Whether this is where the citation begins: a link lands here."]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters between two neighbouring ends of citations."""

    opens: Annotated[tuple[Opening, ...], "The stretches that begin here, outermost first."]
    text: Annotated[str, "The characters."]
    closes: Annotated[int, "How many stretches end after them."]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article's text."""

    kind: Annotated[str, "What the block is for."]
    reason: Annotated[str, "Why it is taken for that."]
    aside: Annotated[bool, "Whether it was set aside: it is shown greyed."]
    pieces: Annotated[tuple[Piece, ...], "Its characters, cut where citations begin and end."]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The whole text of an article: the place every citation leads to."""

    label: Annotated[str, "The article's label on this page."]
    source: Annotated[str, "Outlet, or file name where none is known."]
    title: Annotated[str | None, "The article's headline."]
    name: Annotated[str, "The file's name."]
    date: Annotated[str | None, "When it was published, in words."]
    language: Annotated[str | None, "Its language, so that a screen reader reads it as such."]
    paragraphs: Annotated[tuple[Paragraph, ...], "Its blocks, in order."]
    unplaced: Annotated[tuple[str, ...], "Anchors of citations that lie outside every block."]


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


@dataclass(frozen=True, slots=True)
class OriginShown:
    """One origin of a claim, as far as the certain links tell."""

    label: Annotated[str, "What the origin is called."]
    articles: Annotated[Shortlist[str], "Labels of the articles that rest on it."]


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
class ClaimShown:
    """A claim, who puts it forward, and how many origins stand behind it."""

    number: Annotated[int, "Place of the claim on this page, from 1."]
    wording: Annotated[str, "The claim as the earliest article that puts it forward words it."]
    worded: Annotated[Citation, "Where that article does."]
    headline: Annotated[str, "How many articles, outlets and origins."]
    articles: Annotated[tuple[str, ...], "Labels of the articles that put it forward."]
    speakers: Annotated[tuple[str, ...], "Through whom they do, as they name them."]
    at_least: Annotated[int, "The lower count of origins."]
    at_most: Annotated[int, "The upper count of origins."]
    groups: Annotated[Shortlist[OriginGroup], "The origins, grouped where they may be one."]
    links: Annotated[tuple[LinkShown, ...], "Why articles were counted as one."]
    assertions: Annotated[Shortlist[AssertionShown], "Where each article says so."]
    disputed: Annotated[
        Shortlist[AssertionShown], "Where articles deny it, or say that nobody would say."
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

    aspect: Annotated[str, "In what they differ: number, date and so on."]
    about: Annotated[str, "What they are about."]
    reason: Annotated[str, "Why they are taken to be about the same thing."]
    accounts: Annotated[tuple[AccountShown, ...], "The sides."]

    @property
    def articles(self) -> tuple[str, ...]:
        """Labels of the articles that take a side."""
        return tuple(c.label for account in self.accounts for c in account.citations.shown)


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


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """In what the articles that tell of one event differ."""

    aspect: Annotated[str, "In what they differ: date or number."]
    sides: Annotated[tuple[str, ...], "What each side says, and the labels of its articles."]


@dataclass(frozen=True, slots=True)
class HappeningShown:
    """A happening as the articles tell it."""

    kind: Annotated[str | None, "What sort of happening, where that is known."]
    wording: Annotated[str, "What happened, in an article's words."]
    names: Annotated[str, "Who took part and where, as far as the articles name them."]
    differences: Annotated[tuple[DifferenceShown, ...], "In what the articles differ."]
    reason: Annotated[str, "Why it is one event, or how the date is known."]
    citations: Annotated[Shortlist[Citation], "Where it stands."]


@dataclass(frozen=True, slots=True)
class DatedShown:
    """What the articles give one date."""

    date: Annotated[str, "The date in words, as exact as it is known."]
    machine: Annotated[str | None, "The same for a `time` element, if it can say so much."]
    happenings: Annotated[tuple[HappeningShown, ...], "What happened then."]


@dataclass(frozen=True, slots=True)
class FormShown:
    """One form of a name, as articles write it."""

    words: Annotated[str, "The form."]
    times: Annotated[int, "How often it stands in the pile."]
    citations: Annotated[Shortlist[Citation], "Its first place in each article that has it."]


@dataclass(frozen=True, slots=True)
class NameShown:
    """One person, body, place or thing, and what the articles call it."""

    name: Annotated[str, "The fullest form of the name."]
    kind: Annotated[str, "What it names: person, organisation, place, event or other."]
    forms: Annotated[tuple[FormShown, ...], "Every form of it, the most frequent first."]
    articles: Annotated[tuple[str, ...], "Labels of the articles that name it."]
    reasons: Annotated[tuple[str, ...], "Why other forms are taken for the same name."]


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
