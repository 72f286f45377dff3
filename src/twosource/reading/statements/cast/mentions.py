"""Mentions: the names of an article where they stand, without titles, told from capitals.

Nothing is looked up but titles and first names; where the tagger is sure of a person's name, its
ends are the tagger's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from twosource import model
from twosource.model import NameKind, Span
from twosource.reading.spans import touched
from twosource.reading.statements.cast.roles import gender_beside, role_of, words_about
from twosource.reading.statements.frames import Frame
from twosource.reading.statements.frames.words import Word, word_classes
from twosource.reading.statements.lexicon.titles import (
    Gender,
    first_names,
    head_of,
    is_body,
    is_form_of_address,
    names_a_person,
    titles,
)
from twosource.reading.statements.lexicon.verbs import is_label


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: `words` without titles, in lower case; `frame` numbers its frame."""

    words: tuple[str, ...]
    name: str
    span: Span
    frame: int
    block: int
    gender: Gender
    role: Span | None
    noun: str | None  # that heads the role: "smith" in "the village smith of Olm"
    titles: frozenset[str]
    led: bool  # by a preposition: "of Olm", "in Ruhl"
    kind: NameKind | None = None  # as the tagger has it


def mentions_in(
    text: str, frame: Frame, number: int, names: Sequence[model.Mention]
) -> Iterator[Mention]:
    """The names of a frame, which is the article's by its `number`; `names` are the tagger's."""
    here = [names[at] for at in touched(names, frame.span)]
    persons = [one.span for one in here if one.kind is NameKind.PERSON and one.confidence >= _SURE]
    for match in RUN.finditer(frame.classes):
        words = frame.words[match.start() : match.end()]
        first, last = _bare(words, persons)
        first = max(first, _past_opener(words, here) if match.start() == 0 else 0)
        titled = frame.lowers_in(range(max(0, match.start() - 2), match.start())) == ["of", "the"]
        first = 0 if not titled and _is_whole_body(words, here) else first
        first = max(first, before_acronym(words, _acronym_behind(frame, match.end())))
        last = min(last, _end_of_person(frame, words, persons, first))
        nobody = is_a_stranger(frame, match.start()) or _is_office(words[first:last], here)
        nobody = nobody or (match.span() == (0, 1) and _is_labelled(frame))
        if words[0].capital and first < last and not nobody:
            yield _mention(text, frame, number, match.span(), (first, last))


RUN = re.compile(r"P(?:P|M(?=P))*p?|p")


def _is_whole_body(words: Sequence[Word], names: Sequence[model.Mention]) -> bool:
    """Whether the tagger takes a name for a body's that begins like an office: "Justice Watch".

    It does so of "the Minister of the | Interior Ana Olm", too.
    """
    whole = Span(words[0].span.start, words[-1].span.end)
    bodies = (n for n in names if n.kind is NameKind.ORGANISATION and n.confidence >= _SURE)
    return words[0].lower in titles().offices and any(n.span.contains(whole) for n in bodies)


def _is_labelled(frame: Frame) -> bool:
    """Whether a line opens with what sort of thing follows: "Audio: 3 minutes"."""
    return frame.classes.startswith("P:") and is_label(frame.words[0].lower)


def _is_office(words: Sequence[Word], names: Sequence[model.Mention]) -> bool:
    """Whether words in capitals are an office that the tagger takes for no name: "Works Minister".

    A paper may well be called Leader or Reporter.
    """
    known = titles()
    titled = len(words) > 1 and words[-1].lower in known.before_names - known.royal
    return titled and not any(name.span.overlaps(words[-1].span) for name in names)


def is_a_stranger(frame: Frame, name: int) -> bool:
    """Whether somebody is brought in by a surname that others may have: "a Ms Olm"."""
    before = frame.words[name - 1].lower if name else ""
    full = frame.classes.startswith("PPP", name)  # "a Dr Ana Olm"
    return before in {"a", "an"} and is_form_of_address(frame.words[name].lower) and not full


def _mention(
    text: str, frame: Frame, number: int, run: tuple[int, int], bare: tuple[int, int]
) -> Mention:
    """The mention that a run of words in capitals is, with the `bare` name in it."""
    (start, end), (first, last) = run, bare
    led, name = frame.words[start : start + first], frame.words[start + first : start + last]
    span = Span(name[0].span.start, name[-1].span.end)
    shown = POSSESSIVE.sub("", span.of(text))
    before = frame.words[start - 1].lower if start else ""
    role = role_of(frame, start, end, first)
    return Mention(
        words=tuple(POSSESSIVE.sub("", w.lower) for w in name),
        name=" ".join(shown.split()),
        span=Span(span.start, span.start + len(shown)),
        frame=number,
        block=frame.block,
        gender=gender_beside(
            [w.lower for w in name],
            words_about(frame, start, first, role, text),
            the=not first and before == "the",
        ),
        role=role,
        noun=head_of(role.of(text)) if role else None,
        led=frame.classes[start - 1 : start] in {"I", "O", "E"},
        titles=frozenset(w.lower.rstrip(".") for w in led) - titles().polite,
    )


POSSESSIVE = re.compile(r"['’]s?$")


def with_kinds(mentions: Iterable[Mention], names: Sequence[model.Mention]) -> Iterator[Mention]:
    """Mentions with the kind of the surest of the tagger's names that lie in them.

    Who is called a baker is no organisation, whatever the tagger takes the name for.
    """
    sure = [name for name in names if name.confidence >= _SURE and name.kind in _TOLD_APART]
    for mention in mentions:
        here = [sure[number] for number in touched(sure, mention.span)]
        best = max(here, key=lambda name: (name.confidence, -name.span.start), default=None)
        noun = mention.noun or ""
        person = names_a_person(noun) and not is_body(noun)
        organisation = best is not None and best.kind is NameKind.ORGANISATION
        yield replace(
            mention, kind=None if best is None or (organisation and person) else best.kind
        )


_TOLD_APART = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE})
_SURE = 0.5  # a name's confidence from which its kind outweighs the words around it


# ── Where a name begins and ends ─────────────────────────────────────────────────────────────────


def _bare(words: Sequence[Word], persons: Sequence[Span]) -> tuple[int, int]:
    """Where the name itself begins and ends among words in capitals: past titles, before "Jr"."""
    first = _past_titles([POSSESSIVE.sub("", w.lower).rstrip(".") for w in words])
    first = max(first, _past_role(words, persons), _past_job(words))
    first = min(first, _first_name_or_only(words, persons, first))
    last = len(words)
    while last > first + 1 and words[last - 1].lower in titles().after_names:
        last -= 1
    return first, last


def _past_titles(words: list[str]) -> int:
    """Where the name begins behind titles: "Deputy Harbour Master" goes, a body stays whole."""
    known = titles()
    body = not known.bodies.isdisjoint(words)
    led = [i for i, w in enumerate(words) if w in known.before_names and not (body and i)]
    leading = next((i for i, w in enumerate(words) if w not in known.before_names), len(words))
    if body and not known.offices.isdisjoint(words[:1]):
        return 0
    last = max(led, default=-1) + 1
    if last == len(words) - 1 and words[last - 1 : last] and words[last - 1] in known.royal:
        return last - 1  # "Pope Leo" has no other name
    return leading if body or last == len(words) else max(leading, last)


def _past_role(words: Sequence[Word], persons: Sequence[Span]) -> int:
    """Where the tagger has a person's name begin behind a capital: "Archaeologist | Pia Lund"."""
    run = Span(words[0].span.start, words[-1].span.end)
    inside = [span for span in persons if run.contains(span)]
    if len(inside) != 1:
        return 0
    begins = (i for i, word in enumerate(words) if word.span.start == inside[0].start)
    first = next(begins, 0)
    full = first < len(words) - 1  # a first name and a surname
    if first and words[first - 1].lower in titles().royal:
        return 0
    job = first > 0 and _is_job(words[first - 1].lower)
    return first if first and (full or job) else 0


def _is_job(word: str) -> bool:
    """Whether a word says what somebody is: not "Per", for all its ending."""
    return names_a_person(word) and word not in word_classes().prepositions


def _past_opener(words: Sequence[Word], names: Sequence[model.Mention]) -> int:
    """Past a verb that opens a sentence, by the tagger: "Accepting | North Marland as it is"."""
    opens = len(words) > 1 and words[0].lower.endswith("ing") and not words[1].shouted
    taken = any(name.span.overlaps(words[0].span) for name in names)
    begins = opens and any(name.span.start == words[1].span.start for name in names)
    return int(begins and not taken)


def _past_job(words: Sequence[Word]) -> int:
    """Where a first name begins behind a capital that is none: "Vicar | Tim Olm"."""
    known = first_names().man | first_names().woman
    lowers = [word.lower for word in words]
    full = len(words) > len(("job", "first name"))
    full = full and (lowers[1] in known or names_a_person(lowers[0]))
    job = full and lowers[0] not in known and not any(map(is_body, lowers))
    return int(job)


def _first_name_or_only(words: Sequence[Word], persons: Sequence[Span], first: int) -> int:
    """Where the tagger has a person begin with a title that here is a name: "Earl Olm", "Baron"."""
    known = first_names()
    starts = {span.start for span in persons}
    begins = next((i for i, word in enumerate(words) if word.span.start in starts), first)
    only = first == len(words) or words[first - 1].lower in known.man | known.woman
    return begins if begins == first - 1 and only else first


def _acronym_behind(frame: Frame, end: int) -> str:
    """The letters in brackets behind a name, in lower case: "(PB)"."""
    return frame.words[end + 1].lower if frame.classes.startswith("(P)", end) else ""


def before_acronym(words: Sequence[Word], short: str) -> int:
    """Where the name begins that some letters shorten: "Ruhlian | Port Board (PB)"."""
    large = [i for i, word in enumerate(words) if word.capital][-len(short) :]
    spelt = "".join(words[i].lower[0] for i in large)
    return large[0] if len(short) > 1 and spelt == short else 0


def _end_of_person(frame: Frame, words: Sequence[Word], persons: Sequence[Span], first: int) -> int:
    """Where the tagger has a person's name end in a headline of capitals: "Ana Olm | Sues Port".

    An owner in small letters is no part of a name anywhere: "the Olm | administration's".
    """
    small = any(w.kind in "NK" and not w.capital for w in frame.words)
    ends = [one.end for one in persons if words[first:] and one.start == words[first].span.start]
    for index in range(first + 1, len(words)):
        heads_on = words[index].verb is not None if small else not is_body(words[index].lower)
        if heads_on and any(end <= words[index].span.start for end in ends):
            return index
    return len(words) - (len(words) > 1 and words[-1].kind == "p" and not words[-1].capital)
