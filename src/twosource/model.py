"""The nouns of twosource, in the order in which the data meets them.

    bytes ─ingest→ Article ─read→ Reading ─collate→ Collation ─publish→ dossier

Everything here is frozen and slotted, imports nothing else of the package, and holds values only.
Two rules bind every noun:

* A span never lies: it counts code points of `Article.text`, half open, and the characters it
  covers are the evidence.
* A verdict explains itself: it carries its reason as a sentence a reader can check. `None` means
  that nothing was found; it never stands for a guess.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# ── Where words stand ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch of an article's text, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: "Span") -> int:
        """How many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of one article: what a reader is shown when asking "where does it say so?"."""

    article: str  # Article.id
    span: Span


@dataclass(frozen=True, slots=True)
class Interval:
    """A date as exact as it is known: an EDTF value and the days it allows.

    `earliest` and `latest` are inclusive; `None` leaves that end open.
    Standard: Extended Date/Time Format, ISO 8601-2:2019, annex A.
    """

    value: str
    earliest: date | None
    latest: date | None

    @property
    def first(self) -> date:
        """The first day it allows; the first of all days where that end is open."""
        return self.earliest or date.min

    @property
    def last(self) -> date:
        """The last day it allows; the last of all days where that end is open."""
        return self.latest or date.max

    @property
    def days(self) -> int:
        """How many days lie between the first and the last."""
        return (self.last - self.first).days

    @property
    def is_day(self) -> bool:
        """Whether it allows one day only."""
        return self.earliest is not None and self.earliest == self.latest

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two can be one day."""
        return self.first <= other.last and other.first <= self.last


NO_DATE = Interval("XXXX", None, None)  # nothing says when


# ── ingest: bytes → Article ──────────────────────────────────────────────────────────────────────


class BlockKind(StrEnum):
    """What a block of an article's text is for."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    RELATED = "related"
    CREDIT = "credit"
    BIO = "bio"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of the text, and why it is taken for what it is."""

    span: Span
    kind: BlockKind
    reason: str


@dataclass(frozen=True, slots=True)
class Attested:
    """A piece of metadata and how it is known.

    `span` is `None` where it stood outside the text, in a page's markup for instance.
    """

    value: str
    how: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Byline(Attested):
    """Whom a page names as its writers, persons and organisations apart.

    `value` is the words of the byline that name the writers: the persons where there are any.
    """

    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline(Attested):
    """Where and, if it says so, when a story was filed: `place` is the words for where."""

    place: str = ""


class DateRole(StrEnum):
    """What a date found in or around an article says about it."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    CRAWLED = "crawled"


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A candidate for an article's date: never chosen without saying where it stood."""

    interval: Interval
    role: DateRole
    how: str
    confidence: float  # 0 to 1
    span: Span | None = None


class CreditKind(StrEnum):
    """What a credit line admits."""

    REPUBLICATION = "republication"  # "originally published in …"
    SYNDICATION = "syndication"  # "Source: …"
    AGENCY = "agency"  # "(AP)", "with agency reports"
    REPORTING = "reporting"  # "Reporting by …"
    RIGHTS = "rights"  # "© …", article:publisher: who publishes it, which is no admission


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that says where an article's text comes from, and whom it names.

    `named` is `None` where the line lost its name on the way ("originally published in, …").
    """

    kind: CreditKind
    named: str | None
    how: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text as it was found, and what is known about it.

    `id` is the hash of the raw bytes, `name` what the person who brought it calls it.
    `blocks` are in order, do not overlap, and cover every character that is not white space:
    cleaning labels text, it never shifts or drops it.
    """

    id: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    title: Attested | None = None
    byline: Byline | None = None
    outlet: Attested | None = None
    url: Attested | None = None
    dateline: Dateline | None = None
    language: str | None = None  # ISO 639-1
    published: DateEvidence | None = None
    dates: tuple[DateEvidence, ...] = ()  # every candidate, the chosen one among them
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class SetAside:
    """Something that could not be made into an article, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pile:
    """What a person brought: the articles, and what had to be set aside."""

    articles: tuple[Article, ...]
    set_aside: tuple[SetAside, ...] = ()


# ── read: Article → Reading ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the kind of block it stands in."""

    span: Span
    block: BlockKind


class NameKind(StrEnum):
    """What a proper name names: the labels of the field, as `training/MODEL_CARD.md` has them."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"
    GROUP = "GROUP"  # a nationality, religion or following, as noun or adjective
    EVENT = "EVENT"
    OTHER = "OTHER"  # a law, a work, a product, a language


@dataclass(frozen=True, slots=True)
class Mention:
    """A proper name in an article, without title, article or possessive.

    `confidence` is how likely just these words name one of this kind, 0 to 1, in hundredths: finer
    than that, processors may differ. `role` covers what the words beside it say its bearer is: "the
    harbour master".
    """

    span: Span
    kind: NameKind
    confidence: float
    role: Span | None = None


class StatementKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"  # whole clauses in quotation marks
    MIXED = "mixed"  # a quoted fragment inside a reporting clause
    INDIRECT = "indirect"  # reported without quotation marks
    FRAGMENT = "fragment"  # a word, title or term in quotation marks; nobody is quoted


class SpeakerKind(StrEnum):
    """How well a speaker is known."""

    NAMED = "named"
    DESCRIBED = "described"  # "a senior official": stays itself, never merged by wording
    UNRESOLVED = "unresolved"  # a pronoun without an antecedent, or two candidates


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are: the fullest name the article gives, and where it gives it."""

    name: str
    kind: SpeakerKind
    span: Span
    role: Span | None = None


class Polarity(StrEnum):
    """Whether the speaker stands behind the reported words."""

    SAYS = "says"
    DENIES = "denies"  # "denied that it burned"
    WITHHOLDS = "withholds"  # "declined to say whether it burned", "never said that it burned"


class Sense(StrEnum):
    """What the cue makes of the reported words."""

    SAYS = "says"
    THINKS = "thinks"
    WANTS = "wants"
    FINDS = "finds"  # a study, a court, a document shows it
    ATTITUDE = "attitude"  # somebody supports it, knows of it, aims at it: no words are given


@dataclass(frozen=True, slots=True)
class Relay:
    """Somebody through whom a statement came: "AP quoted the mayor as saying" is relayed by AP.

    `evidence` covers the words that say so.
    """

    speaker: Speaker
    evidence: Span


class Dating(StrEnum):
    """How the date of an event, or the day of saying, is known."""

    STATED = "stated"  # a time stands beside it
    CARRIED = "carried"  # it goes on from a time told before
    STORY = "day of the story"  # assumed: told as the news that the article is about
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that an article puts into somebody's mouth, or merely into quotation marks.

    `content` leaves out the outer quotation marks and may be interrupted ("…", she said, "…").
    `chain` names those the statement came through, outermost first, the speaker not among them.
    `occasion` covers the words for where or through which medium it was said. `dating` says how
    `said_on` is known: stated, carried over from words before, or assumed. `about` are those
    pieces of the content that only name what quoted words are said of: in “called the ferry ‘a
    coffin’” the ferry is the article's word, not the speaker's.
    """

    kind: StatementKind
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    speaker: Speaker | None
    said_on: Interval | None
    reason: str
    sense: Sense = Sense.SAYS
    polarity: Polarity = Polarity.SAYS
    chain: tuple[Relay, ...] = ()
    occasion: Span | None = None
    about: tuple[Span, ...] = ()
    dating: Dating = Dating.UNKNOWN

    @property
    def gives_words(self) -> bool:
        """Whether somebody is reported to have said, thought, wanted or found something.

        Fragments in quotation marks quote nobody, and an attitude is the article's own summary.
        """
        return self.kind is not StatementKind.FRAGMENT and self.sense is not Sense.ATTITUDE


class TimeKind(StrEnum):
    """What sort of time words name. All but RANGE are the types of TIMEX3."""

    DATE = "date"  # a day or longer, in the calendar
    TIME = "time"  # shorter than a day: "Friday night", "10:35 a.m."
    DURATION = "duration"  # a length: "two years"; its interval is known only if it is tied down
    SET = "set"  # something that comes again: "every Friday"
    RANGE = "range"  # from one date to another; both ends are listed as dates of their own


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, and the time they name.

    `interval` is "XXXX" with both ends open where the words name no place in the calendar.
    `anchor` is the date they were resolved against, `None` where they stand on their own.
    `timex` is the TIMEX3 value (ISO-TimeML, ISO 24617-1), which durations and sets have too.
    """

    span: Span
    interval: Interval
    anchor: date | None
    reason: str
    kind: TimeKind = TimeKind.DATE
    timex: str | None = None

    @property
    def is_placed(self) -> bool:
        """Whether it has a place in the calendar, as "now", "daily" and "two years" have not."""
        dates = self.kind in (TimeKind.DATE, TimeKind.TIME, TimeKind.RANGE)
        vague = self.timex in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
        return dates and not vague and not self.interval.earliest is self.interval.latest is None


class QuantityKind(StrEnum):
    """What sort of thing a number says."""

    COUNT = "count"  # things or people; also what has no unit that tells
    MONEY = "money"
    SHARE = "share"  # per cent, a fraction, "one in five"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    MEASURE = "measure"  # any other unit: weight, speed, temperature
    RANK = "rank"  # "the second anniversary"
    SCORE = "score"  # "2-1": no range, but the points of two sides


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in digits or words: "over 150 attacks" is low 150, high open, counted "attacks".

    `span` covers modifier, number and unit; `core` only the number itself. `whole` covers the words
    for what it is a part of: "seven hostages" for "six women among seven hostages". Of a score
    `low` and `high` are the points of the two sides, in the order of the text.
    """

    span: Span
    core: Span
    low: float | None
    high: float | None
    modifier: str | None
    unit: str | None
    counted: Span | None
    whole: Span | None = None
    kind: QuantityKind = QuantityKind.COUNT


class EventKind(StrEnum):
    """What sort of happening it is; each but SPEAKING and OTHER is a list in the vocabulary."""

    SPEAKING = "speaking"  # somebody said it: what was said is a statement
    DEATH = "death"
    INJURY = "injury"
    VIOLENCE = "violence"
    ACCIDENT = "accident"
    DISASTER = "disaster"
    RESCUE = "rescue"
    JUSTICE = "justice"
    PROTEST = "protest"
    POLITICS = "politics"
    MEETING = "meeting"
    BUSINESS = "business"
    MOVEMENT = "movement"
    CHANGE = "change"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or somewhere: the fullest name an article gives, and the words that mean it here."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words of one article that tell of something that happened.

    `span` covers the clause, `head` its verb or noun, `time` the words the date comes from.
    `senses` are what the head can mean: by them "killed" and "death" are known as one. `counts` are
    the quantities of the clause: how many. The interval is "XXXX" where nothing says when.
    """

    span: Span
    head: Span
    kind: EventKind
    senses: tuple[str, ...]
    interval: Interval
    dating: Dating
    time: Span | None
    participants: tuple[Named, ...]
    places: tuple[Named, ...]
    counts: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one article. A pure function of the article."""

    article: Article
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[EventMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    caveats: tuple[str, ...] = ()  # what was not looked for in this article, and why


# ── collate: Readings → Collation ────────────────────────────────────────────────────────────────


class EditKind(StrEnum):
    """What was done to a shared passage between one article and the other."""

    CUT = "cut"  # stands in a only
    ADDED = "added"  # stands in b only
    REPLACED = "replaced"
    NUMBER = "number changed"
    NAME = "name changed"
    NEGATION = "negation flipped"  # "not", "never" stands on one side only
    ATTRIBUTED = "attribution added"  # b says who said it, a does not
    UNATTRIBUTED = "attribution dropped"
    QUOTED = "quotation marks added"
    UNQUOTED = "quotation marks dropped"
    QUOTATION_MARKS = "quotation marks changed"  # some on either side, but not as many
    BRACKETS = "brackets changed"  # square ones on one side, round ones on the other
    PUNCTUATION = "punctuation changed"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference inside a passage; a span of no length marks where nothing stands."""

    kind: EditKind
    a: Span
    b: Span


class PassageKind(StrEnum):
    """How two articles come to share words."""

    VERBATIM = "verbatim"  # no word exchanged; one in ten may be cut or added
    EDITED = "edited"
    REWRITTEN = "rewritten"  # the same told in other words
    QUOTATION = "same quotation"  # both quote the same words: two reporters can hear one speech


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that two articles share, and every change between them.

    `similarity` is the share of equal words, 0 to 1; applying `edits` to a's words gives b's.
    `confidence` says how sure it is that the two are one text: equal words are, a passage told in
    other words is a matter of probability.
    """

    a: Evidence
    b: Evidence
    kind: PassageKind
    similarity: float
    edits: tuple[Edit, ...]
    confidence: float = 1.0  # 0 to 1


class DerivationKind(StrEnum):
    """How two articles that share passages come from one another."""

    COPY = "copy"  # child has it from parent
    COMMON_SOURCE = "common source"  # both have it from a third article of the pile
    LOST_SOURCE = "common source, not in the pile"  # both have it from a text that is not there
    UNDECIDED = "cannot tell"


@dataclass(frozen=True, slots=True)
class Derivation:
    """Who had it from whom. For kinds other than COPY, parent and child are in order of id only.

    `confidence` is how sure the kind is and who had it first, if they share text at all; how sure
    that is says `sharing`: as sure as their surest passage.
    `share` is how much of the shorter article's body lies in the passages, 0 to 1.
    `direct` is false where a third text already explains it, or where the two share so little that
    they may not depend on one another at all. `source` is whom credit lines name as LOST_SOURCE.
    """

    parent: str  # Article.id
    child: str
    kind: DerivationKind
    confidence: float
    share: float
    direct: bool
    reasons: tuple[str, ...]
    passages: tuple[Passage, ...]
    source: str | None = None
    sharing: float = 1.0  # 0 to 1

    @property
    def likely(self) -> bool:
        """Whether they share no long run of words, so that both may only tell of one thing."""
        return self.sharing < 1


@dataclass(frozen=True, slots=True)
class LostSource:
    """A text that is not in the pile and that articles of the pile have words from.

    `name` is whom they credit, `None` where nobody is named. `text` is what is left of it: what the
    articles share, each passage once and in order, from the article that has most of it on.
    """

    name: str | None
    articles: tuple[str, ...]  # Article.id
    text: tuple[Evidence, ...]
    confidence: float  # 0 to 1
    reasons: tuple[str, ...]


class Stance(StrEnum):
    """How an article, or who speaks in it, stands to a claim."""

    SAYS = "says"  # puts it forward
    DENIES = "denies"  # gives it only to say that it is not so
    WITHHOLDS = "withholds"  # gives it only to say that nobody would say


@dataclass(frozen=True, slots=True)
class Assertion:
    """One article on one proposition, in its own voice or through a speaker.

    Where it does not put the proposition forward, `evidence` holds the words that say so too.
    """

    evidence: Evidence
    speaker: Speaker | None
    stance: Stance = Stance.SAYS


class DependenceKind(StrEnum):
    """Why two articles count as one origin for a claim."""

    TEXT = "text"
    CREDIT = "credit"
    SPEAKER = "speaker"
    NUMBER = "number"  # they give numbers that cannot both hold
    WORDING = "wording"  # their words have so little in common that they may not mean one thing
    UNTOLD = "untold"  # one of them does not tell from whom it has it


@dataclass(frozen=True, slots=True)
class Dependence:
    """A link between two articles that carry a claim. `certain` links bind the upper count too."""

    a: str  # Article.id
    b: str
    kind: DependenceKind
    certain: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent starting point of a claim, as far as the certain links tell."""

    label: str
    articles: tuple[str, ...]  # Article.id


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins stand behind a claim: at least, at most, and why."""

    at_least: int
    at_most: int
    origins: tuple[Origin, ...]
    links: tuple[Dependence, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Assertions of the same proposition, worded as the earliest that puts it forward words it.

    Whoever denies a claim is no origin of it. What is only ever denied is put forward by nobody:
    then the denial is the claim.
    """

    wording: str
    assertions: tuple[Assertion, ...]
    origins: OriginCount

    @property
    def put_forward(self) -> tuple[Assertion, ...]:
        """The assertions that put it forward: one at least."""
        return tuple(one for one in self.assertions if one.stance is Stance.SAYS)

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that put it forward."""
        return frozenset(one.evidence.article for one in self.put_forward)

    @property
    def disputed(self) -> tuple[Assertion, ...]:
        """The assertions that deny it; who would not say disputes nothing."""
        return tuple(one for one in self.assertions if one.stance is Stance.DENIES)


@dataclass(frozen=True, slots=True)
class Alias:
    """One form of a name, as articles write it, and every place where it stands."""

    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, body, place, happening or thing across the pile, and what each article calls it.

    `name` is the fullest form; `aliases` are all forms, the most frequent first. `reasons` say, a
    sentence for each, why other forms are taken for the same. `kind` is what most mentions say.
    """

    name: str
    kind: NameKind
    aliases: tuple[Alias, ...]
    reasons: tuple[str, ...]


class Aspect(StrEnum):
    """In what two accounts differ."""

    NUMBER = "number"
    DATE = "date"
    SPELLING = "spelling"
    STANCE = "stance"  # said by some, denied by others


@dataclass(frozen=True, slots=True)
class Account:
    """One side of a conflict: what it says, and where."""

    says: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Accounts of the same thing that cannot both hold."""

    aspect: Aspect
    about: str
    accounts: tuple[Account, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """In what the articles that tell of one event differ; both sides may hold ("over 150", "150").

    Accounts that cannot both hold are a `Conflict`.
    """

    aspect: Aspect
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as all articles tell it, with the narrowest date they give.

    `reason` says why the articles' words were taken to tell one event; of a single telling, how its
    date is known. Series with a total ("over 150 attacks between 1993 and 2003") are one event.
    """

    kind: EventKind
    interval: Interval
    dating: Dating
    wording: str
    participants: tuple[str, ...]
    places: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    differences: tuple[Difference, ...]
    reason: str


class DriftKind(StrEnum):
    """What became of a statement on its way from one article to another."""

    WORDING = "wording"  # other words for the same
    SCOPE = "scope"  # words left out, or said of something else
    ATTRIBUTION = "attribution"  # given to somebody else, to nobody, or to the article itself
    GLOSS = "gloss"  # a writer's insertion has become part of the quoted words
    MEANING = "meaning"  # a condition, a contrast, a negation or a number has changed


@dataclass(frozen=True, slots=True)
class Drift:
    """One statement as two articles give it, and what changed.

    `a` is the variant of the earlier article, or the fuller one where no date tells.
    """

    kind: DriftKind
    a: Evidence
    b: Evidence
    speaker: str | None  # as the article names them that names them best
    reason: str


@dataclass(frozen=True, slots=True)
class Collation:
    """What a pile of readings says when laid side by side.

    `undated` are events that two articles or more tell and that none of them dates.
    """

    readings: tuple[Reading, ...]
    derivations: tuple[Derivation, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    timeline: tuple[Event, ...]
    identities: tuple[Identity, ...] = ()
    drifts: tuple[Drift, ...] = ()
    lost_sources: tuple[LostSource, ...] = ()
    undated: tuple[Event, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every shared passage, whichever derivation it belongs to."""
        return tuple(p for d in self.derivations for p in d.passages)
