"""Speakers: who is meant by the words that name one.

A name is resolved to the fullest form that fits, a pronoun or "the minister" to the one person it
can mean. Where two can be meant, none is chosen: a wrong speaker on real words is the worst error.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.model import Article, BlockKind, Mention, NameKind, Span, Speaker, SpeakerKind
from twosource.reading.spans import touched
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.cast.figures import Figure, can_be_called, is_medium
from twosource.reading.statements.cast.mentions import is_a_stranger
from twosource.reading.statements.cast.naming import HEAD, POSSESSIVE_ENDING, giver_in, name_in
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.lexicon.titles import (
    Gender,
    gender_of,
    is_age,
    is_body,
    is_countryman,
    is_medium_noun,
    is_office,
    is_partisan,
    is_taken_up,
    is_title,
    means_another,
    names_a_person,
    pronouns_of_persons,
)
from twosource.reading.statements.lexicon.verbs import (
    Form,
    Takes,
    is_finder,
    is_given_out,
    is_shown,
)
from twosource.reading.statements.speakers.descriptions import Descriptions, brings_in_somebody
from twosource.reading.statements.speakers.pronouns import Pronouns
from twosource.reading.statements.speakers.scene import Source, named_speaker
from twosource.vocabulary.descriptions import is_field
from twosource.vocabulary.word_classes import owners

_SEVERAL = re.compile(r"[^OIE(]*C")
_NAMED_ROLE = re.compile(r"(?:D[NpKL]*(?=P)|D?[NPpK]*N(?=PP))?(?P<name>P+)$")
# As in "one of the drivers, Ana Olm", "his wife, the model Ana Olm":
_NAME_LAST = re.compile(r"[DM][^,C]*NL?,(?:D[NK]*N)?(?P<name>PP+),?$")
_NAME_FIRST = re.compile(r"(?P<name>P+)(?=,[DMKW])(?!.*,P)")  # "Ana Olm, 61, a smith and carver,"
_NAME_AT_END = re.compile(r"(?P<office>D?[NPp]*[NP])(?P<of>[OI]D?[NPp]*N)(?P<name>PP+)")
_GIVES_NAME = re.compile(r"W[^,]*[ND]L*B(?P<name>P+)$")  # "who gave her name only as Ana"
_NAME_BEHIND = re.compile(r",D{0,2}N{0,2}(?P<name>PP+),L?[AVK]")
_MARKS = "“”‘’\"',"
_OURS = frozenset({"this", "our"})
_RANKED = frozenset({"no", "no.", "number"})


class Resolver:
    """Finds out whom the sources of one article mean, in the order in which they stand."""

    def __init__(
        self, article: Article, frames: Sequence[Frame], names: Sequence[Mention] = ()
    ) -> None:
        self._text, self._frames = article.text, frames
        self._outlet = article.outlet.value if article.outlet else None
        self._cast = Cast(article.text, frames, names)
        self._descriptions = Descriptions(article.text, frames, self._cast)
        self._taken: dict[str, Speaker] = {}  # by what they have been called again
        self._bearers = _bearers(self._cast.figures)
        self._pronouns = Pronouns(article.text, frames, self._cast, self._phrase)

    def with_roles(self, names: Sequence[Mention]) -> Iterator[Mention]:
        """The tagger's names, each with what the words beside it say of its bearer."""
        found = sorted(self._cast.mentions, key=lambda mention: mention.span)
        for name in names:
            here = (found[number] for number in touched(found, name.span))
            yield replace(name, role=next((one.role for one in here if one.role), None))

    def speaker(self, source: Source) -> Speaker:
        """The speaker that a source means; remembers it for the pronouns that follow."""
        found = self.meant(source)
        self._pronouns.note(source.frame, found)
        return found

    def another(self, source: Source, reporter: Speaker) -> Speaker:
        """Whom a description means in what the reporter says: not the reporter, who says "I"."""
        kinds = set(self._frames[source.frame].classes_in(source.words))
        return reporter if kinds & set("PpRJ") else self._as_it_stands(source)

    def names_person(self, number: int, words: range) -> bool:
        """Whether some words of a frame name a person and nothing else, as the tagger has it."""
        frame = self._frames[number]
        if not words or frame.classes_in(words).strip("P"):
            return False
        span = self._span(Source(number, words, None))
        here = (m for m in self._cast.in_frame(number) if span.contains(m.span))
        return any(mention.kind is NameKind.PERSON for mention in here)

    def means_medium(self, source: Source) -> bool:
        """Whether a source means a paper, a station or an agency that the article names."""
        return any(is_medium(f) for f in self._cast.of_name(self.meant(source).name))

    def meant(self, source: Source) -> Speaker:
        """Whoever a source means, without taking note that they spoke."""
        kinds = {self._frames[source.frame].words[i].kind for i in source.words}
        first = self._frames[source.frame].words[source.words.start].lower
        pronoun = len(source.words) == 1 and (kinds <= {"R", "J"} or first in owners())
        return self._pronouns.meant(source) if pronoun else self._phrase(source)

    def inside(self, frame: Frame, words: range) -> Speaker:
        """Whom a source inside quoted words names; a description there stays itself."""
        name = name_in(frame, words)
        name = name if name and frame.words[name.start].capital else None
        part = name or words
        span = span_of(frame, part)
        shown = POSSESSIVE_ENDING.sub("", " ".join(span.of(self._text).split()))
        span = Span(span.start, span.start + len(POSSESSIVE_ENDING.sub("", span.of(self._text))))
        figure = self._cast.called(shown) if name else None
        kind = SpeakerKind.NAMED if name else SpeakerKind.DESCRIBED
        return Speaker(figure.name if figure else shown, kind, span)

    def him_inside(
        self, frame: Frame, words: range, quoted: Span, outer: Speaker
    ) -> Speaker | None:
        """Whom "he" means inside quoted words: the one person the sentence before them names."""
        gender = pronouns_of_persons()[frame.words[words.start].lower]
        before = [
            (m.frame, figure)
            for m in self._cast.mentions
            if m.block == frame.block and m.span.end <= quoted.start
            if (figure := self._cast.meant(m)) and figure.kind is NameKind.PERSON
            if figure.name != outer.name and figure.gender in (gender, Gender.UNKNOWN)
        ]
        last = max((number for number, _ in before), default=0)
        named = {figure.name for number, figure in before if number == last}
        span = span_of(frame, words)
        return Speaker(named.pop(), SpeakerKind.NAMED, span) if len(named) == 1 else None

    # ── Names and descriptions ───────────────────────────────────────────────────────────────────

    def _phrase(self, source: Source) -> Speaker:
        frame = self._frames[source.frame]
        classes = frame.classes_in(source.words)
        if giver := giver_in(frame, source.words):
            return self._by_name(source, giver)
        if apart := _NAME_FIRST.match(classes) or _NAME_LAST.match(classes):
            start, end = (source.words.start + at for at in apart.span("name"))
            return self._by_name(source, range(start, end))
        if _SEVERAL.match(classes):
            return self._as_it_stands(source)  # "Olm and Brandt said": two speakers are neither
        name = name_in(frame, source.words)
        office = name is not None and self._cast.within(span_of(frame, name)) is None
        if source.role is not None and (name is None or office):
            name = self._name_in_role(source) or name  # "the Director, Ana Olm"
        name = None if name and self._is_countryman(frame, source.words, name) else name
        name = name or self._name_at_end(frame, source.words)
        behind = _NAME_BEHIND.match(frame.classes, source.words.stop)
        known = name is not None and self._cast.within(span_of(frame, name)) is not None
        if behind is not None and not known and frame.classes[source.words.start] in "Dp":
            name = range(*behind.span("name"))
        return self._by_name(source, name) if name else self._by_description(source)

    def _name_at_end(self, frame: Frame, words: range) -> range | None:
        """The person whose office has its own nouns: "the speaker of the parliament | Ana Olm".

        Not in "the mother of the victim Ana Olm", who is the victim.
        """
        match = _NAME_AT_END.fullmatch(frame.classes_in(words))
        if match is None:
            return None
        office, of = (frame.words[words.start + match.end(at) - 1].lower for at in ("office", "of"))
        name = range(words.start + match.start("name"), words.stop)
        mention = self._cast.within(span_of(frame, name))
        other = names_a_person(of) and not is_field(of)
        if mention is None or mention.kind is not NameKind.PERSON or other:
            return None
        return name if mention.titles or names_a_person(office) else None

    def _is_countryman(self, frame: Frame, words: range, name: range) -> bool:
        """Whether "the Italian" is whoever comes from Italy, and no body that is called so."""
        the = frame.words[words.start].lower == "the" and name.stop == words.stop
        mention = self._cast.within(span_of(frame, name))
        body = mention is not None and mention.kind is NameKind.ORGANISATION
        noun = frame.words[name.stop - 1].lower
        return the and (is_partisan(noun) or (is_countryman(noun) and not body))

    def _name_in_role(self, source: Source) -> range | None:
        """The name in "the lawyer, Ana Olm,", where the role comes first.

        Also in "the boy, who gave his name as Ana".
        """
        frame = self._frames[source.frame]
        inside = [
            i for i, w in enumerate(frame.words) if source.role and source.role.contains(w.span)
        ]
        classes = "".join(frame.classes[i] for i in inside)
        match = _NAMED_ROLE.match(classes) or _GIVES_NAME.match(classes)
        return range(inside[0] + match.start("name"), inside[-1] + 1) if match else None

    def _by_name(self, source: Source, name: range) -> Speaker:
        frame = self._frames[source.frame]
        span = span_of(frame, name)
        mention = self._cast.within(span_of(frame, name))
        if is_a_stranger(frame, name.start):
            return Speaker(span.of(self._text), SpeakerKind.UNRESOLVED, span, source.role)
        if mention is None:
            return self._by_description(source)
        figure = self._cast.meant(mention)
        if figure is None and mention.role is None:  # a role beside the name may be another's
            figure = self._who_goes_on(self._cast.sharing(mention), source.frame)
        if figure is None or self._leaves_out_whom(frame, name, figure):
            return Speaker(mention.name, SpeakerKind.UNRESOLVED, mention.span, source.role)
        bearers = self._bearers.get(figure.words[0], ()) if len(figure.words) == 1 else ()
        if len(bearers) == 1:  # "Headmistress: …" is Headmistress Olm
            return named_speaker(bearers[0], self._span(source), source.role)
        role = source.role if source.role and not source.role.overlaps(span) else mention.role
        return Speaker(figure.name, SpeakerKind.NAMED, mention.span, role or figure.role)

    @staticmethod
    def _leaves_out_whom(frame: Frame, name: range, figure: Figure) -> bool:
        """Whether somebody's agent or lawyer speaks: "Olm's agent left. Brandt's said"."""
        owner = frame.classes[name.stop - 1] == "p" and figure.kind is NameKind.PERSON
        verb = frame.words[name.stop].verb if owner and name.stop < len(frame.words) else None
        return verb is not None and verb.form is Form.PAST and verb.takes(Takes.CLAUSE)

    def _who_goes_on(self, sharing: Sequence[Figure], frame: int) -> Figure | None:
        """Of several who share a name the one who has just spoken by it in full.

        Only where no other of them is named in that paragraph, or in the one above: of two Vidals
        who stand side by side either may shout.
        """
        last = self._frames[frame].block - 1
        spoke = self._pronouns.spoke_lately(frame)
        near = [f for f in sharing if any(last <= m.block and m.frame < frame for m in f.mentions)]
        return near[0] if len(near) == 1 and near[0].name in spoke else None

    def _by_description(self, source: Source) -> Speaker:
        frame, figure = self._frames[source.frame], None
        head = HEAD.match(frame.classes_in(source.words))
        modifiers = self._descriptions.modifiers(source, head.end()) if head else frozenset[str]()
        first = frame.words[source.words.start].lower
        noun = _noun_of(frame, source, head) if head else ""
        if first in {"a", "an"}:
            figure = self._descriptions.named_later(noun, source.frame)
        elif self._outlet and first in _OURS and (is_medium_noun(noun) or _is_work(first, noun)):
            return Speaker(self._outlet, SpeakerKind.NAMED, self._span(source), source.role)
        elif head and (first in {"the", *owners()} or _is_headline_noun(frame, source.words)):
            figure = self._descriptions.known(source, noun, modifiers)
        if figure is None:
            again = self._called_again(source, noun, modifiers) if first == "the" else None
            return again or self._nameless(source, noun)
        return named_speaker(figure, self._span(source), source.role)

    def _nameless(self, source: Source, noun: str) -> Speaker:
        """Whom a description means that no name of the article goes with."""
        return (
            self._giver_of(source, noun)
            or self._body_in_full(source, noun)
            or self._as_it_stands(source)
        )

    def _called_again(self, source: Source, noun: str, modifiers: frozenset[str]) -> Speaker | None:
        taken_up = self._taken_up(source, noun, modifiers)
        return taken_up or self._body_again(source, noun, modifiers)

    def _taken_up(self, source: Source, noun: str, modifiers: frozenset[str]) -> Speaker | None:
        """Whoever has just been named, for "the striker", "the Italian" or "the 34-year-old".

        From then on they are meant by it; nobody is, where others have been called so before.
        """
        ranked = noun.isdigit() and not modifiers.isdisjoint(_RANKED)  # "the world No 212"
        if not (ranked or is_taken_up(noun) or is_countryman(noun) or is_age(noun)):
            return None
        meant = self._taken.get(noun)
        if meant is None and not self._descriptions.told_before(noun, source):
            found = self._pronouns.taken_up(source)
            either = len(found) > 1 and is_age(noun)  # a man or a woman
            meant = found[0] if found and not either else None
            meant = meant if meant and self._can_be_called(noun, meant) else None
            meant = None if meant and self._has_rival(source, noun, meant) else meant
        if meant is None:
            return None
        self._taken[noun] = meant
        return replace(meant, span=self._span(source))

    def _body_again(self, source: Source, noun: str, modifiers: frozenset[str]) -> Speaker | None:
        """The body that has just spoken, for "the League club"; not Kess for "the Ruhl club"."""
        last = self._pronouns.last_in_paragraph(source.frame)
        figure = next(iter(self._cast.of_name(last.name)), None) if last else None
        if last is None or figure is None or figure.kind is not NameKind.ORGANISATION:
            return None
        others = {f.words[0] for f in self._cast.figures if f is not figure and len(f.words) == 1}
        another = modifiers & (others | means_another())
        called = not another and can_be_called(noun, figure)
        return replace(last, span=self._span(source)) if called else None

    def _has_rival(self, source: Source, noun: str, meant: Speaker) -> bool:
        """Whether another may be meant: "a skater" since; for "the Dane" anybody named beside."""
        since = (f for f in self._frames[: source.frame] if f.span.start > meant.span.end)
        if any(map(brings_in_somebody, since)):
            return True
        block = self._frames[source.frame].block
        beside = (
            m for n in range(source.frame) for m in self._cast.in_frame(n) if m.block == block
        )
        people = (self._cast.named(m) for m in beside if m.kind is NameKind.PERSON)
        return is_countryman(noun) and any(f is None or f.name != meant.name for f in people)

    def _can_be_called(self, noun: str, meant: Speaker) -> bool:
        """Whether nothing tells that somebody is something else: a manager is no striker."""
        figures = [f for f in self._cast.of_name(meant.name) if f.kind is NameKind.PERSON]
        nouns = {m.noun for f in figures for m in f.mentions if m.noun}
        trade = not is_countryman(noun) and not is_age(noun)
        another = trade and any(is_taken_up(one) or is_title(one) for one in nouns)
        another = another or (is_age(noun) and any(map(self._descriptions.has_age, figures)))
        agrees = gender_of(noun) in {Gender.UNKNOWN, *(f.gender for f in figures)}
        return bool(figures) and agrees and not another

    def _giver_of(self, source: Source, noun: str) -> Speaker | None:
        """Whoever has spoken "in a statement", for "the statement" and no more."""
        words = self._frames[source.frame].lowers_in(source.words)
        given = words == ["the", noun] and is_given_out(noun)
        giver = self._pronouns.giver(noun, source.frame) if given else None
        return replace(giver, span=self._span(source)) if giver is not None else None

    def _body_in_full(self, source: Source, noun: str) -> Speaker | None:
        """The body that "the ministry" takes up, as it was first described: "the port ministry"."""
        bare = self._frames[source.frame].lowers_in(source.words) == ["the", noun]
        fuller = self._descriptions.of_body(noun, source.frame) if bare and is_body(noun) else None
        if fuller is None:
            return None
        return Speaker(fuller, SpeakerKind.DESCRIBED, self._span(source), source.role)

    def _as_it_stands(self, source: Source) -> Speaker:
        span = self._span(source)
        classes = self._frames[source.frame].classes_in(source.words)
        name = POSSESSIVE_ENDING.sub("", " ".join(span.of(self._text).split()))
        office = is_office(self._frames[source.frame].words[source.words.stop - 1].lower)
        if _NAME_ALONE.fullmatch(classes) and not office:
            return Speaker(_ARTICLE.sub("", name), SpeakerKind.NAMED, span, source.role)
        owns = classes.endswith("p")
        span = Span(span.start, span.start + len(name)) if owns and len(source.words) > 1 else span
        shown = name if owns else " ".join(span.of(self._text).split())
        shown = shown.strip(_MARKS) if shown[:1] in _MARKS else shown  # a show: “This Week”
        return Speaker(shown, SpeakerKind.DESCRIBED, span, source.role)

    def _span(self, source: Source) -> Span:
        return span_of(self._frames[source.frame], source.words)


_NAME_ALONE = re.compile(r"DPP+")  # "the Sunday Reporter", whatever the tagger holds of it
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


def _bearers(figures: Sequence[Figure]) -> Mapping[str, Sequence[Figure]]:
    """Whom each title stands before in the article, by the title."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        for title in {title for mention in figure.mentions for title in mention.titles}:
            found.setdefault(title, []).append(figure)
    return found


def _is_work(first: str, noun: str) -> bool:
    """Whether a paper or station speaks through its own work: "our register", "our pictures"."""
    return first == "our" and (is_given_out(noun) or is_finder(noun) or is_shown(noun))


def _noun_of(frame: Frame, source: Source, head: re.Match[str]) -> str:
    """The last word of a description's head, of whose bearer it tells."""
    noun = frame.words[source.words.start + max(0, head.end() - 1)].lower
    return POSSESSIVE_ENDING.sub("", noun)


def _is_headline_noun(frame: Frame, words: range) -> bool:
    """Whether a headline leaves out its article: "museum says", where it is the museum.

    So does a sentence that begins with what a person is: "Coach insists", where it is the coach.
    """
    headline = frame.kind in (BlockKind.TITLE, BlockKind.SUBHEAD)
    last = frame.words[words.stop - 1].lower
    opens = words.start == 0 and names_a_person(last)
    classes = frame.classes_in(words)
    return (headline and not classes.strip("N")) or (opens and not classes.strip("NP"))
