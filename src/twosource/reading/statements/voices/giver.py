"""The giver of voices: speaker and links of one statement, by its frame and the one before."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model import Relay, Sense, Span, Speaker, SpeakerKind
from twosource.reading.statements.drafting.drafts import Draft
from twosource.reading.statements.frames import NOTHING, Frame, span_of
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.main_subjects import role_after
from twosource.reading.statements.grammar.viewpoints import cited, cited_by, citing
from twosource.reading.statements.lexicon.titles import is_crowd, names_a_person, titles
from twosource.reading.statements.lexicon.verbs import speaks_in_headlines
from twosource.reading.statements.speakers import Resolver
from twosource.reading.statements.speakers.scene import Source
from twosource.reading.statements.voices.before import (
    asked_before,
    asker,
    goes_on,
    with_chain_before,
)
from twosource.reading.statements.voices.carriers import (
    carrier,
    interviewer,
    is_interview,
    is_mouthpiece,
    met_by,
    mouthpiece,
    publisher,
    without_carrier,
)
from twosource.reading.statements.voices.media import Media
from twosource.reading.statements.voices.voice import (
    NOBODY,
    Last,
    Voice,
    only_cited,
    relay_of,
    shares_frame,
)
from twosource.vocabulary.word_classes import owners


@dataclass(frozen=True, slots=True)
class Giver:
    """Gives the drafts of an article their voices."""

    frames: Sequence[Frame]
    resolver: Resolver
    media: Media

    def voice_behind(self, draft: Draft, outer: Voice, last: Last) -> Voice:
        """The voice of a draft inside `outer`, by what the statement before it tells."""
        frame, asked = self.frames[draft.frame], asked_before(draft, self.frames, last)
        never = asker(draft, self.frames, last) or (() if asked else self._two_in_talk(draft, last))
        voice = self._voice(draft, outer, never, asked)
        if draft.outer is not None:
            return voice
        if goes_on(draft, frame, voice, last):
            voice = with_chain_before(draft, frame, voice, last)
        return self._with_reporter_before(draft, voice, last)

    def _with_reporter_before(self, draft: Draft, voice: Voice, last: Last) -> Voice:
        """A voice that came through whoever spoke or is told of before, where it shows."""
        own = draft.attribution
        if own is None or voice.chain:
            return voice
        given = self._interview_before(draft, voice, last)
        return replace(voice, chain=(given,) if given else self._reporters(draft, own, last))

    def _reporters(self, draft: Draft, own: Attribution, last: Last) -> tuple[Relay, ...]:
        """Through whom words came by the statement before.

        As in "…, XPA reported. Olm was quoted as saying" and "the nurse said …. A clerk had told
        her".
        """
        if last is None or last[0].block != draft.block:
            return ()
        known, speaker = last[1].chain, last[1].speaker
        before = self.frames[last[0].frame]
        if speaker and self._had_told(draft, own, speaker):
            return (*known, relay_of(speaker, before, last[1].source))
        if own.shape is not Shape.QUOTED:
            return ()
        medium = speaker is not None and self.media.is_one(before, last[1].source)
        return (relay_of(speaker, before, last[1].source),) if speaker and medium else known[:1]

    def _interview_before(self, draft: Draft, voice: Voice, last: Last) -> Relay | None:
        """To whom the sentences before, in which nobody is quoted yet, say a speaker talked."""
        first = last[0].frame + 1 if last else 0
        if voice.speaker is None or voice.speaker.kind is not SpeakerKind.NAMED:
            return None
        names = set(voice.speaker.name.lower().split())
        for number in range(draft.frame - 1, first - 1, -1):
            frame = self.frames[number]
            if draft.block - frame.block > 1:
                return None
            words = interviewer(frame, self.media)
            told_of = not names.isdisjoint(word.lower for word in frame.words)
            if words and told_of and not self.media.is_own(frame, words):
                meant = self.resolver.meant(Source(number, words, None))
                return Relay(meant, span_of(frame, words))
        return None

    def _had_told(self, draft: Draft, own: Attribution, speaker: Speaker) -> bool:
        """Whether somebody "had told her", who is the speaker before: only she can report it.

        So it is with what "a clerk told her": who has no name was not asked.
        """
        frame = self.frames[draft.frame]
        had = "had" in frame.lowers_in(range(own.source.stop, own.cue.stop))
        somebody = frame.lowers_in(own.source)[:1] in (["a"], ["an"])
        told = (had or somebody) and frame.classes_in(own.listener) == "J"
        hears = Source(draft.frame, own.listener, None, (span_of(frame, own.source),))
        return told and self.resolver.meant(hears).name == speaker.name

    def is_no_citer(self, draft: Draft, outer: Voice) -> bool:
        """Whether "he" says what others report: "he said, according to a friend"."""
        own, frame = draft.attribution, self.frames[draft.frame]
        if own is None or draft.outer is None or not shares_frame(draft):
            return False
        pronoun = frame.lowers_in(own.source) in (["he"], ["she"], ["they"])
        return pronoun and (only_cited(draft.outer) or self.media.is_one(frame, outer.source))

    def _voice(
        self, draft: Draft, outer: Voice, never: tuple[Span, ...], asked: Span | None
    ) -> Voice:
        """The voice of a draft inside `outer`; a pronoun in it means none of `never`.

        It means whoever has just been `asked`, if anybody was.
        """
        if draft.turn is not None:
            return Voice(draft.turn.speaker, NOTHING)
        if draft.attribution is None:
            return NOBODY
        attribution = self._without_carriers(draft.attribution, self.frames[draft.frame])
        every = (*self._outer_links(draft, outer), *self._links(draft, attribution))
        links = tuple({link.speaker.name: link for link in reversed(every)}.values())[::-1]
        if not attribution.source:
            return Voice(None, attribution.source, links)
        others = (*draft.content, *never, *(link.speaker.span for link in links))
        speaker = self._speaker(draft, outer, attribution, others, asked)
        links = tuple(link for link in links if link.speaker.name != speaker.name)
        return Voice(speaker, attribution.source, links)

    def _without_carriers(self, attribution: Attribution, frame: Frame) -> Attribution:
        """Who says it, instead of what carries or who cites their words."""
        bare = without_carrier(frame, attribution.source, self.media)
        attribution = replace(attribution, source=bare)
        second = cited(frame, attribution)
        if not second or not self._only_cites(frame, attribution, second):
            return attribution
        third = cited_by(frame, second)
        if not third or attribution.relays:
            return citing(attribution, second)
        return replace(citing(attribution, third), relays=(attribution.source, second))

    def _speaker(
        self,
        draft: Draft,
        outer: Voice,
        attribution: Attribution,
        others: tuple[Span, ...],
        asked: Span | None,
    ) -> Speaker:
        """Whom a source means, who is none of `others`."""
        frame = self.frames[draft.frame]
        role = span_of(frame, attribution.role) if attribution.role else None
        inside = draft.outer is not None and not only_cited(draft.outer)
        inner = inside and shares_frame(draft)
        friend = self._friend(draft, outer) if inner else None
        source = Source(draft.frame, attribution.source, role, others, asked, friend, inner)
        spoke = not inside and _speaks(frame, attribution)
        who = self.resolver.speaker if spoke else self.resolver.meant
        speaker = who(source)
        if self._hears_it(draft, attribution, speaker):
            speaker = who(replace(source, others=(*others, speaker.span)))
        if inner and outer.speaker and speaker.name == outer.speaker.name:
            return self.resolver.another(source, speaker)
        return speaker

    def _hears_it(self, draft: Draft, attribution: Attribution, speaker: Speaker) -> bool:
        """Whether whom "he" seems to mean is told it: in "he told her" both cannot be Olm."""
        frame, told = self.frames[draft.frame], attribution.listener
        he_her = frame.classes_in(attribution.source) == "R" and frame.classes_in(told) == "J"
        return he_her and self.resolver.meant(Source(draft.frame, told, None)).name == speaker.name

    def _friend(self, draft: Draft, outer: Voice) -> Span | None:
        """Who reports the words, if that is somebody's friend, lawyer or the like."""
        frame = self.frames[draft.frame]
        spoken = is_mouthpiece(frame.words[i].lower for i in outer.source)
        return span_of(frame, outer.source) if spoken else None

    def _two_in_talk(self, draft: Draft, last: Last) -> tuple[Span, ...]:
        """The whole text where one has just spoken to another by name.

        Whom "she said" means then, nobody can tell: nobody in the text.
        """
        before = last[0].attribution if last else None
        if last is None or before is None or draft.block != last[0].block:
            return ()
        if not self.resolver.names_person(last[0].frame, before.listener):
            return ()
        return (Span(0, self.frames[-1].span.end),)

    def _only_cites(self, frame: Frame, attribution: Attribution, others: range) -> bool:
        """Whether a source passes on what others said: a medium, or who "reported, citing" people.

        So does who "said, quoting" Olm. "The firm reported a loss, citing high costs" is its own.
        """
        reporters = (attribution.source, *attribution.relays)
        verb = attribution.verb.lemma if attribution.verb is not None else ""
        writes = verb == "write" and self.media.may_be_one(frame, attribution.source)
        reports = verb == "report" or writes
        quotes = frame.words[others.start - 1].lower in {"quoting", "quotes", "quoted"}
        apart = others.start - attribution.source.stop
        quotes = quotes and (others.start == len("G") or apart in (len(",G"), len(",WV")))
        people = quotes or (reports and _names_people(frame, others))
        return people or any(self.media.is_one(frame, words) for words in reporters)

    def _outer_links(self, draft: Draft, outer: Voice) -> Iterator[Relay]:
        """Whoever reports the words that these stand in, and those before them."""
        if draft.outer is not None and outer.speaker is not None:
            yield from outer.chain
            yield relay_of(outer.speaker, self.frames[draft.outer.frame], outer.source)

    def _links(self, draft: Draft, attribution: Attribution) -> Iterator[Relay]:
        """Whoever quotes, the paper or station that was told, and who spoke for the source."""
        frame = self.frames[draft.frame]
        for words in (*self._passed_on(frame, attribution), self._told(draft, attribution)):
            if words and not self.media.is_own(frame, words):
                yield self._relay(draft, words)
        spoken = mouthpiece(frame, attribution) if draft.outer is None else NOTHING
        owned = bool(spoken) and frame.words[spoken.start].lower in owners()
        if owned and not role_after(frame, spoken)[0]:  # "through her lawyer"
            yield Relay(self.resolver.inside(frame, spoken), span_of(frame, spoken))
        elif spoken:
            yield self._relay(draft, spoken)

    def _passed_on(self, frame: Frame, attribution: Attribution) -> tuple[range, ...]:
        return attribution.relays or (met_by(frame, attribution.source),)

    def _told(self, draft: Draft, attribution: Attribution) -> range:
        frame = self.frames[draft.frame]
        told = attribution.listener
        if employer := self._whose_reporter(frame, told):
            return employer
        heard = is_interview(frame) and self.media.may_be_one(frame, told)
        heard = heard or self._is_medium_told(draft, told) or self.media.only_hears(frame, told)
        if heard or self.media.is_one(frame, told):
            return told
        if draft.outer is not None:
            return NOTHING
        return carrier(frame, attribution, self.media) or publisher(frame, attribution, self.media)

    def _whose_reporter(self, frame: Frame, told: range) -> range:
        """The medium in "told NHB's Jake Tapp"."""
        employer = _EMPLOYER.match(frame.classes, told.start, told.stop)
        words = range(*employer.span("np")) if employer else NOTHING
        return words if words and self.media.has_reporters(frame, words) else NOTHING

    def _is_medium_told(self, draft: Draft, told: range) -> bool:
        """Whether it is a paper that "told it" means."""
        frame = self.frames[draft.frame]
        it = len(told) == 1 and frame.words[told.start].lower == "it"
        return it and self.resolver.means_medium(Source(draft.frame, told, None))

    def _relay(self, draft: Draft, words: range) -> Relay:
        frame = self.frames[draft.frame]
        days = len(words) - len(frame.classes_in(words).rstrip("Z"))
        words = words[: len(words) - days] or words  # "told XPA | last month"
        role = role_after(frame, words)[0]
        source = Source(draft.frame, words, span_of(frame, role) if role else None, draft.content)
        return Relay(self.resolver.meant(source), span_of(frame, words))


_EMPLOYER = re.compile(r"(?P<np>D?P*p)N?PP")


def _names_people(frame: Frame, words: range) -> bool:
    """Whether a description is of people: "two officials in Ruhl", "people familiar with it"."""
    head = itertools.takewhile(lambda i: frame.classes[i] not in "IOEC,", words)
    nouns = [frame.words[i].lower for i in head if frame.classes[i] == "N"]
    return any(n in titles().several or _calls_people(n) for n in nouns)


def _calls_people(noun: str) -> bool:
    return names_a_person(noun) or is_crowd(noun) or speaks_in_headlines(noun)


def _speaks(frame: Frame, attribution: Attribution) -> bool:
    """Whether a source has its say: "the firm accepts that it sank", not "the firm sued Olm"."""
    says = attribution.verb is not None or attribution.sense is not Sense.ATTITUDE
    return says or any(frame.classes[i] in "AVK" for piece in attribution.content for i in piece)
