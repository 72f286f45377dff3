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
from twosource.reading.statements.figures import Figure, can_be_called, is_medium
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.mentions import is_a_stranger
from twosource.reading.statements.pronouns import Pronouns
from twosource.reading.statements.scene import Source, named_speaker
from twosource.reading.statements.titles import (
    Gender,
    gender_of,
    is_body,
    is_medium_noun,
    is_office,
    is_title,
    means_another,
    names_a_person,
    pronouns_of_persons,
    titles,
)
from twosource.reading.statements.verbs import is_finder, is_given_out, is_shown
from twosource.vocabulary.word_classes import owners

_HEAD = re.compile(r"[^OIE(C,]*")
_NAME_AT_END = re.compile(r"(?P<name>P[PM]*|p)$")
_SEVERAL = re.compile(r"[^OIE(]*C")
_NAME_EARLY = re.compile(r"D?N*(?P<name>P+)N+$")
_NAMED_ROLE = re.compile(r"(?:D[NpKL]*)?(?P<name>P+)$")
_NAME_LAST = re.compile(r"[DM][^,C]*NL?,(?P<name>PP+),?$")  # "one of the drivers, Ana Olm"
_NAME_FIRST = re.compile(r"(?P<name>P+)(?=,[DMKW])(?!.*,P)")  # "Ana Olm, 61, a smith and carver,"
_OF_MINISTRY = re.compile(
    r"(?P<office>P+)[OIE]D?P(?P<name>PP+)$"
)  # "Minister of the Interior Ana Olm"
# As in "Bank of Ruhl president Ana Olm":
_NAME_LATE = re.compile(r"(?P<office>P+)O[DPpN]+N(?P<name>PP+)$")
_NAME_BEHIND = re.compile(r",D{0,2}N{0,2}(?P<name>PP+),L?[AVK]")
_AGED = re.compile(r"(\d+)-year-old$")
_AGE_BEHIND = re.compile(r", (?:aged )?\d\d\b")
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])$")
_OURS = frozenset({"this", "our"})


class Resolver:
    """Finds out whom the sources of one article mean, in the order in which they stand."""

    def __init__(
        self, article: Article, frames: Sequence[Frame], names: Sequence[Mention] = ()
    ) -> None:
        self._text, self._frames = article.text, frames
        self._outlet = article.outlet.value if article.outlet else None
        self._cast = Cast(article.text, frames, names)
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
        name = _name_in(frame, words)
        name = name if name and frame.words[name.start].capital else None
        part = name or words
        span = span_of(frame, part)
        shown = _OWNER.sub("", " ".join(span.of(self._text).split()))
        span = Span(span.start, span.start + len(_OWNER.sub("", span.of(self._text))))
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
        if giver := _giver(frame, source.words):
            return self._by_name(source, giver)
        if apart := _NAME_FIRST.match(classes) or _NAME_LAST.match(classes):
            start, end = (source.words.start + at for at in apart.span("name"))
            return self._by_name(source, range(start, end))
        if _SEVERAL.match(classes):
            return self._as_it_stands(source)  # "Olm and Brandt said": two speakers are neither
        name = _name_in(frame, source.words)
        office = name is not None and self._cast.within(span_of(frame, name)) is None
        if source.role is not None and (name is None or office):
            name = self._name_in_role(source) or name  # "the Director, Ana Olm"
        behind = _NAME_BEHIND.match(frame.classes, source.words.stop)
        known = name is not None and self._cast.within(span_of(frame, name)) is not None
        if behind is not None and not known and frame.classes[source.words.start] in "Dp":
            name = range(*behind.span("name"))
        return self._by_name(source, name) if name else self._by_description(source)

    def _name_in_role(self, source: Source) -> range | None:
        """The name in "the lawyer, Ana Olm,": there the role comes first."""
        frame = self._frames[source.frame]
        inside = [
            i for i, w in enumerate(frame.words) if source.role and source.role.contains(w.span)
        ]
        classes = "".join(frame.classes[i] for i in inside)
        match = _NAMED_ROLE.match(classes)
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
        if figure is None:
            return Speaker(mention.name, SpeakerKind.UNRESOLVED, mention.span, source.role)
        bearers = self._bearers.get(figure.words[0], ()) if len(figure.words) == 1 else ()
        if len(bearers) == 1:  # "Headmistress: …" is Headmistress Olm
            return named_speaker(bearers[0], self._span(source), source.role)
        role = source.role if source.role and not source.role.overlaps(span) else mention.role
        return Speaker(figure.name, SpeakerKind.NAMED, mention.span, role or figure.role)

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
        head = _HEAD.match(frame.classes_in(source.words))
        first = frame.words[source.words.start].lower
        noun = frame.words[source.words.start + max(0, head.end() - 1)].lower if head else ""
        noun = _OWNER.sub("", noun)
        if first in {"a", "an"}:
            figure = self._named_later(noun, source.frame)
        elif self._outlet and first in _OURS and (is_medium_noun(noun) or _is_work(first, noun)):
            return Speaker(self._outlet, SpeakerKind.NAMED, self._span(source), source.role)
        elif head and (first in {"the", *owners()} or _is_headline_noun(frame, source.words)):
            figure = self._known(source, noun, self._modifiers(source, head.end()))
        if figure is None:
            return self._giver_of(source, noun) or self._as_it_stands(source)
        return named_speaker(figure, self._span(source), source.role)

    def _giver_of(self, source: Source, noun: str) -> Speaker | None:
        """Whoever has spoken "in a statement", for "the statement" and no more."""
        words = self._frames[source.frame].lowers_in(source.words)
        given = words == ["the", noun] and is_given_out(noun)
        giver = self._pronouns.giver(noun, source.frame) if given else None
        return replace(giver, span=self._span(source)) if giver is not None else None

    def _known(self, source: Source, noun: str, modifiers: frozenset[str]) -> Figure | None:
        """Whom "the minister" means, by the first rule that tells."""
        return (
            self._cast.described(noun, modifiers, self._span(source).of(self._text))
            or self._body(noun, modifiers, source)
            or self._cast.medium(noun, source.frame, self._frames[source.frame].block)
            or self._cast.firm(noun)
            or self._body_before_it(noun, modifiers, source)
            or self._aged(noun)
            or self._again(source, noun, modifiers)
            or self._principal(source, noun)
            or self._parent(source, noun)
            or self._told_by_name(source.frame)
        )

    def _aged(self, noun: str) -> Figure | None:
        """The one whose age "the 34-year-old" gives: "Jan Pohl, 34, …".

        Where nobody is said to be so old, the only person named.
        """
        age = _AGED.match(noun)
        behind = re.compile(rf", (?:aged )?{age[1]}\b") if age else None
        found = {
            figure.name: figure
            for figure in self._cast.figures
            if behind and any(behind.match(self._text, m.span.end) for m in figure.mentions)
        }
        if age and not found:
            people = [f for f in self._cast.figures if f.kind is NameKind.PERSON]
            found = {f.name: f for f in people if len(people) == 1 and not self._has_age(f)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _has_age(self, figure: Figure) -> bool:
        return any(_AGE_BEHIND.match(self._text, m.span.end) for m in figure.mentions)

    def _again(self, source: Source, noun: str, modifiers: frozenset[str]) -> Figure | None:
        """The only person named before whom "the mother-of-two" or "the former boxer, 41," fits."""
        frame = self._frames[source.frame]
        aged = "former" in modifiers and frame.classes.startswith(",M,", source.words.stop)
        if "-of-" not in noun and not aged:
            return None
        gender = gender_of(noun.split("-", maxsplit=1)[0])
        before = self._named_people(source.frame)
        found = [f for f in before if Gender.UNKNOWN in (gender, f.gender) or f.gender is gender]
        return found[0] if len(found) == 1 else None

    def _named_people(self, frame: int) -> list[Figure]:
        """Everybody whom the article names as a person in full before a sentence."""
        return [
            f
            for f in self._cast.figures
            if f.kind is NameKind.PERSON and len(f.words) > 1 and f.mentions[0].frame < frame
        ]

    def _principal(self, source: Source, noun: str) -> Figure | None:
        """For whom somebody speaks: "a friend of Ana Olm said the director", "his client"."""
        people = [f for f in self._cast.figures if f.kind is NameKind.PERSON]
        if source.speaks_for is not None:
            named = [
                f for f in people if any(source.speaks_for.contains(m.span) for m in f.mentions)
            ]
            return named[0] if len(named) == 1 and (is_title(noun) or noun == "client") else None
        mine = [f for f in people if not any(self._is_in(f, span) for span in source.others)]
        return mine[0] if noun == "client" and len(mine) == 1 else None

    def _is_in(self, figure: Figure, span: Span) -> bool:
        return any(span.overlaps(mention.span) for mention in figure.mentions)

    def _parent(self, source: Source, noun: str) -> Figure | None:
        """The only person named, as "the father of three": that tells no two people apart."""
        behind = self._frames[source.frame].classes_in(source.words)
        parent = noun in titles().parents and behind.endswith("NOM")
        gender = gender_of(noun) if parent else None
        people = [f for f in self._cast.figures if gender and f.kind is NameKind.PERSON]
        agree = [f for f in people if f.gender in (gender, Gender.UNKNOWN)]
        return agree[0] if len(people) == len(agree) == 1 else None

    def _told_by_name(self, frame: int) -> Figure | None:
        """Whoever is named soon after a description: "His name is Ana Olm"."""
        for number in range(frame + 1, min(frame + 1 + _SOON, len(self._frames))):
            words = self._frames[number].words
            if [word.lower for word in words[1:3]] == ["name", "is"] and words[0].lower in owners():
                here = self._cast.in_frame(number)
                first = next((m for m in here if m.span.start == words[3].span.start), None)
                return self._cast.meant(first) if first else None
        return None

    def _modifiers(self, source: Source, head: int) -> frozenset[str]:
        """The words before the noun of a description: "health" in "the health minister"."""
        start = source.words.start + (self._frames[source.frame].classes[source.words.start] == "D")
        words = self._frames[source.frame].words[start : source.words.start + head - 1]
        return frozenset(_OWNER.sub("", word.lower) for word in words)

    def _named_later(self, noun: str, frame: int) -> Figure | None:
        """The one whom "a neighbour" turns out to be: "said the neighbour, Ana Olm", soon after.

        Nobody, where the article speaks of several by that noun.
        """
        introduced = sum(_introduces(f, noun) for f in self._frames)
        soon = range(frame + 1, frame + 1 + _SOON)
        named = {
            figure.name: figure
            for number in soon
            for mention in self._cast.in_frame(number)
            if self._stands_beside(f"the {noun}", mention.span)
            if (figure := self._cast.meant(mention)) is not None
        }
        return next(iter(named.values())) if introduced == len(named) == 1 else None

    def _stands_beside(self, description: str, name: Span) -> bool:
        """Whether a name follows a description: "the neighbour, Ana Olm"."""
        before = self._text[max(0, name.start - len(description) - len(", ")) : name.start]
        return before.lower().rstrip(" ,").endswith(description)

    def _body(self, noun: str, modifiers: frozenset[str], source: Source) -> Figure | None:
        """The one body whose name ends like "the commission" or holds "court".

        Of several the one spoken of before.
        """
        named = [f for f in self._cast.figures if len(f.words) > 1 and modifiers <= set(f.words)]
        named = [f for f in named if noun in _before_of(f.words)]
        named = [f for f in named if f.words[-1] == noun or is_body(noun)]
        found = [f for f in named if f.mentions[0].frame <= source.frame] or named
        found = [f for f in found if f.words[-1] == noun] or found
        return found[0] if len(found) == 1 else None

    def _body_before_it(
        self, noun: str, modifiers: frozenset[str], source: Source
    ) -> Figure | None:
        """The one body that "the firm" or "the union" takes up in a paragraph.

        The tagger tells that it is one, and no word of its name that it is of another sort; "the
        rival club" is another.
        """
        if modifiers & means_another():
            return None
        start, block = self._span(source).start, self._frames[source.frame].block
        found = {
            m.words: f
            for f in self._cast.figures
            if f.kind is NameKind.ORGANISATION and can_be_called(noun, f)
            for m in f.mentions
            if m.block == block and m.span.start < start
        }
        firms = {f.name: f for f in found.values()}
        return next(iter(firms.values())) if len(firms) == 1 else None

    def _as_it_stands(self, source: Source) -> Speaker:
        span = self._span(source)
        classes = self._frames[source.frame].classes_in(source.words)
        name = _OWNER.sub("", " ".join(span.of(self._text).split()))
        office = is_office(self._frames[source.frame].words[source.words.stop - 1].lower)
        if _NAME_ALONE.fullmatch(classes) and not office:
            return Speaker(_ARTICLE.sub("", name), SpeakerKind.NAMED, span, source.role)
        owns = classes.endswith("p")
        span = Span(span.start, span.start + len(name)) if owns and len(source.words) > 1 else span
        return Speaker(
            name if owns else " ".join(span.of(self._text).split()),
            SpeakerKind.DESCRIBED,
            span,
            source.role,
        )

    def _span(self, source: Source) -> Span:
        return span_of(self._frames[source.frame], source.words)


_NAME_ALONE = re.compile(r"DPP+")  # "the Sunday Reporter", whatever the tagger holds of it
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_SOON = 4  # sentences within which a description is named


def _before_of(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name that can call it: no "police" in "Inspectorate of Police"."""
    return name[: name.index("of")] if "of" in name else name


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


def _is_headline_noun(frame: Frame, words: range) -> bool:
    """Whether a headline leaves out its article: "museum says", where it is the museum.

    So does a sentence that begins with what a person is: "Coach insists", where it is the coach.
    """
    headline = frame.kind in (BlockKind.TITLE, BlockKind.SUBHEAD)
    last = frame.words[words.stop - 1].lower
    opens = words.start == 0 and names_a_person(last)
    classes = frame.classes_in(words)
    return (headline and not classes.strip("N")) or (opens and not classes.strip("NP"))


def _introduces(frame: Frame, noun: str) -> bool:
    """Whether a sentence brings in somebody by a noun: "a neighbour", "another neighbour"."""
    lowers = [word.lower for word in frame.words]
    return any(
        word == noun and not _BRINGS_IN.isdisjoint(lowers[max(0, i - 3) : i])
        for i, word in enumerate(lowers)
    )


_BRINGS_IN = frozenset({"a", "an", "another", "one", "second", "other"})


def _agency(frame: Frame, words: range, classes: str) -> re.Match[str] | None:
    """A name before what it is: "XPA news agency"."""
    match = _NAME_EARLY.match(classes)
    return match if match and frame.words[words.start + match.end() - 1].lower == "agency" else None


def _giver(frame: Frame, words: range) -> range | None:
    """Whoever gives out "a report by the Harbour Board" or "the Harbour Board's report"."""
    classes = frame.classes_in(words)
    match = _GIVEN_OUT.match(classes) or _OWN.fullmatch(classes)
    if match is None or not is_given_out(frame.words[words.start + match.start("noun")].lower):
        return None
    by = match.start("name") > match.start("noun")
    of = frame.words[words.start + match.start("of")].lower if by else "of"
    start, end = (words.start + at for at in match.span("name"))
    return range(start, end) if of in {"by", "of", "from"} else None


_GIVEN_OUT = re.compile(
    r"[DM]?[NKM]*(?P<noun>[NP])(?:Z+|D[NZ])?(?P<of>[IO])D?[NK]*(?P<name>P+)(?![p])"
)
_OWN = re.compile(r"D?(?P<name>P*p)[NKL]*(?P<noun>N)")


def _late(frame: Frame, words: range, classes: str) -> re.Match[str] | None:
    """A name behind an office, and not behind another's: "Ana Olm of the broker Hale & Strand"."""
    if ministry := _OF_MINISTRY.match(classes):
        office = frame.words[words.start : words.start + ministry.end("office")]
        if not frame.words[words.start + ministry.start("name")].capital:
            return None  # "Dr Ana Olm of the University of Ruhl"
        return ministry if any(is_title(word.lower) for word in office) else None
    match = _NAME_LATE.match(classes)
    return match if match and match.end("office") == 1 else None


def _name_in(frame: Frame, words: range) -> range | None:
    """The name that heads a noun phrase: "the harbour master Ana Olm of Ruhl" → "Ana Olm"."""
    classes = frame.classes_in(words)
    head = _HEAD.match(classes)
    late = _late(frame, words, classes) or _agency(frame, words, classes)
    name = late or (_NAME_AT_END.search(head.group()) if head else None)
    if name is None or (classes == "DP" and frame.words[words.stop - 1].lower.endswith("man")):
        return None  # "the Frenchman"
    start, end = (words.start + at for at in name.span("name"))
    small = start > words.start and end - start == 1 and is_medium_noun(frame.words[start].lower)
    return None if small and frame.classes[start - 1] == "N" else range(start, end)  # "state TV"
