"""Pronouns: whom "she", "it" or "they" means, as far as the sentences before it tell."""

from collections.abc import Callable, Sequence

from twosource.model import Speaker, SpeakerKind
from twosource.reading.statements.cast import Cast
from twosource.reading.statements.frames import Frame, span_of
from twosource.reading.statements.lexicon.titles import Gender, pronouns_of_persons
from twosource.reading.statements.speakers.he_or_she import HeOrShe
from twosource.reading.statements.speakers.it_or_they import ItOrThey
from twosource.reading.statements.speakers.scene import Scene, Source, Spoken, is_named

_INDEFINITE = frozenset({"a", "an", "its", "their", "her", "his", "written", "brief"})


class Pronouns:
    """Finds out whom the pronouns of one article mean, in the order in which they stand.

    `phrase` names whoever a name or a description means.
    """

    def __init__(
        self, text: str, frames: Sequence[Frame], cast: Cast, phrase: Callable[[Source], Speaker]
    ) -> None:
        self._text, self._frames, self._cast, self._spoken = text, frames, cast, Spoken()
        scene = Scene(text, frames, cast, phrase, self._spoken)
        self._he_or_she = HeOrShe(scene)
        self._it_or_they = ItOrThey(scene, self._he_or_she)

    def note(self, frame: int, speaker: Speaker) -> None:
        """Remember who speaks in a frame: the next pronoun may mean them."""
        self._spoken.note(frame, speaker)

    def meant(self, source: Source) -> Speaker:
        """Whom a pronoun means; the pronoun itself, unresolved, where nobody can tell."""
        span = span_of(self._frames[source.frame], source.words)
        pronoun, meant = span.of(self._text), None
        if pronoun.lower() in pronouns_of_persons():
            meant = self._he_or_she.meant(source)
        elif pronoun.lower() in {"it", "they", "its", "their"}:
            meant = self._it_or_they.meant(source)
        if meant is None:
            return Speaker(pronoun, SpeakerKind.UNRESOLVED, span)
        return Speaker(meant.name, meant.kind, span, meant.role)

    def taken_up(self, source: Source) -> Sequence[Speaker]:
        """Whom "the striker" or "the Italian" takes up again, as "he" would: nearest first.

        Nobody, where two are named in one sentence.
        """
        he, she = (self._he_or_she.person(source, who) for who in (Gender.MAN, Gender.WOMAN))
        if he is None or she is None:
            found = [one for one in (he, she) if one and self._is_told_apart(one)]
        elif he.name == she.name:
            found = [he]
        else:
            one, other = sorted((he, she), key=lambda who: -who.span.start)
            beside = any(f.span.contains(other.span) for f in self._of(one))
            found = [] if beside or not self._is_told_apart(one) else [one, other]
        return found if found and is_named(found[0]) else []

    def _is_told_apart(self, speaker: Speaker) -> bool:
        """Whether the article tells that somebody is a woman, or a man."""
        return all(f.gender is not Gender.UNKNOWN for f in self._cast.of_name(speaker.name))

    def _of(self, speaker: Speaker) -> Sequence[Frame]:
        """The sentence where somebody is named."""
        return [frame for frame in self._frames if frame.span.contains(speaker.span)]

    def last_in_paragraph(self, frame: int) -> Speaker | None:
        """Who has last spoken before a sentence, in its paragraph."""
        number, last = next(self._spoken.last_first(), (-1, None))
        near = number >= 0 and self._frames[number].block == self._frames[frame].block
        return last if near and number < frame else None

    def spoke_lately(self, frame: int) -> frozenset[str]:
        """Who has spoken by full name before a sentence, in its paragraph or the one above."""
        block = self._frames[frame].block
        near = (n for n in range(frame) if self._frames[n].block >= block - 1)
        spoke = (one for n in near for one in self._spoken.in_frame(n))
        return frozenset(one.name for one in spoke if one.span.of(self._text) == one.name)

    def giver(self, noun: str, before: int) -> Speaker | None:
        """Who gave out "the statement": whoever has last spoken "in a statement"."""
        for number, speaker in self._spoken.last_first():
            lowers = [word.lower for word in self._frames[number].words]
            given = (at for at, word in enumerate(lowers) if word == noun and at)
            if number < before and any(lowers[at - 1] in _INDEFINITE for at in given):
                return speaker if len(self._spoken.in_frame(number)) == 1 else None
        return None
