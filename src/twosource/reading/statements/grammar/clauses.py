"""Reporting clauses: a verb in the active voice, its subject, and what it reports.

subject + cue + words        the mayor said (that) it sank    Olm, a smith, told us it sank
words + cue + subject        it sank, said the mayor
subject … cue in -ing        the mayor wept, saying it sank
"""

import re
from collections.abc import Set as AbstractSet

from twosource.model import Polarity, Sense
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.announced import owner_of_words
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.endings import (
    before_comma,
    before_main_verb,
    before_occasion,
    before_predicate,
    before_second_finite,
    before_second_verb,
    before_verb,
    without_occasion,
)
from twosource.reading.statements.grammar.listeners import listener
from twosource.reading.statements.grammar.main_subjects import Subject, main_subject, role_after
from twosource.reading.statements.grammar.participles import led_by_after, subject_of_participle
from twosource.reading.statements.grammar.passives import hears_from
from twosource.reading.statements.grammar.phrases import ASIDE, CORE, PHRASE, SUBJECT
from twosource.reading.statements.grammar.polarity import of_a_claim, polarity_of
from twosource.reading.statements.grammar.reported import (
    SECOND_DEEDS,
    Pieces,
    clause,
    going_on,
    is_aside,
    resumed,
    trimmed,
    words_before,
    words_of,
)
from twosource.reading.statements.grammar.senses import is_a_sign, sense_of
from twosource.reading.statements.grammar.subjects import subject_before, subject_of_purpose
from twosource.reading.statements.lexicon.titles import is_body, is_crowd, names_a_person
from twosource.reading.statements.lexicon.verbs import (
    Form,
    Takes,
    Verb,
    claim_nouns,
    is_citing,
    is_held_of,
    is_naming,
    is_quoting,
    is_sign,
    is_unnamed,
    particles,
)
from twosource.vocabulary.word_classes import owners

_AFTER_CUE = re.compile(
    rf"(?:L|K(?=[NP]))*(?:(?P<np>{SUBJECT})(?P<end>$|[,;:\-.(QWIZLBGM])|(?P<name>PP+)(?=O))"
)  # the name alone in "recalls Ana Olm of the day it sank"
_SUBORDINATE = re.compile(r",?W[^,]*,?")
_ASKED_NOT_TO = re.compile(r"XE")
_BEHIND_AS = re.compile(rf"{ASIDE},")
_NOTHING_BEHIND = re.compile(rf"{ASIDE}(?:[,.;:\-QWB]|$)")


def inverted(frame: Frame, index: int, verb: Verb, _: range) -> Attribution | None:
    """The mayor's words before “said the mayor”."""
    left = frame.classes[:index]
    match = _AFTER_CUE.match(frame.classes, index + 1)
    if match is None or left[-1:] not in tuple("Q,-"):
        return None
    if match["end"] == "Q" and "Q" not in left[-2:]:
        return None  # "the note, seen by XPA, says the port “sank”"
    source = before_occasion(frame, range(*match.span("name" if match["name"] else "np")))
    number = set(frame.classes_in(source)) == {"M"}  # "its strip, seen by us, shows 171"
    singular = not frame.words[source.stop - 1].lower.endswith("s")
    if number or _is_thing_of(frame, source) or (verb.form is Form.BASE and singular):
        return None
    role, end = role_after(frame, source)
    more = resumed(frame, end) if "Q" in left[-2:] else going_on(frame, end)
    ends = ("", ".", ":", "W", None, "," if role else None)
    named = _names_somebody(frame, source) and "," not in left[:-1] and match["end"] in ends
    brief = not more and _is_headline(frame, index, source)
    if not _can_invert(left, verb, goes_on=bool(more) or named or brief):
        return None
    content = words_before(frame, index)
    if not content:
        return None
    return Attribution(
        range(index, index + 1), source, role, (*content, *more), Shape.VERB_FIRST, verb
    )


def _is_thing_of(frame: Frame, source: range) -> bool:
    """Whether what follows a verb is what somebody told: "Olm, a nurse, announced | his leave"."""
    owned = frame.words[source.start].lower in owners() and len(source) == len("DN")
    noun = frame.words[source.stop - 1].lower
    return owned and not (names_a_person(noun) or is_crowd(noun) or is_body(noun))


def _is_headline(frame: Frame, index: int, source: range) -> bool:
    """Whether a headline without a verb ends in its source: "Wing unsafe, warns governor"."""
    ends = source.stop == len(frame.words) and frame.classes[source.start] != "D"
    return ends and index > _HEADLINE and "," not in frame.classes[: index - 1]


_HEADLINE = 3  # words


def _can_invert(left: str, verb: Verb, *, goes_on: bool) -> bool:
    """Whether the words before a cue leave room for its subject behind it."""
    if left.endswith(("Q", "Q,", "Q-")):
        return verb.takes(Takes.CLAUSE, Takes.MARKS, Takes.LISTENER)
    plain = _SUBORDINATE.sub("", left.rstrip(",-"))
    ends = plain.split(",")[0], plain.rsplit(",", 1)[-1]
    return verb.takes(Takes.CLAUSE) and (goes_on or any(re.search(r"[AVKE]", end) for end in ends))


# ── The mayor said …, and …, the mayor said ──────────────────────────────────────────────────────


def _names_somebody(frame: Frame, source: range) -> bool:
    return not {"P", "D"}.isdisjoint(frame.classes_in(source))


def plain(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    """What “the mayor said” reports, whichever side the words stand on."""
    subject = _subject(frame, index, verb, shared)
    if subject is None or _gives_nothing(frame, index, subject, verb):
        return None
    end = _end_of_cue(frame, index)
    told, start = listener(frame, end, verb)
    content = _content_of(frame, subject, _behind_report(frame, start), verb)
    content = _without_participle(frame, start, content)
    if another := _whose_words(frame, subject, content):
        return another
    if not content or _is_no_report(frame, subject.source, content, verb):
        return None
    cue, source = range(subject.verb, end), _holder(frame, subject.source, verb)
    polarity = polarity_of(frame, cue, subject.source, verb)
    content = _within_clause(frame, index, subject, content, verb)
    content = _behind_judgement(frame, _trimmed(frame, content, verb, polarity))
    polarity = of_a_claim(frame, verb, content, polarity)
    return Attribution(
        cue, source, subject.role, content, Shape.SUBJECT_FIRST, verb, polarity, told,
        as_sense=sense_of(frame, source, content, verb),
    )  # fmt: skip


def _without_participle(frame: Frame, start: int, content: Pieces) -> Pieces:
    """Reported words without what the next verb reports: "disagreed, | saying it was safe"."""
    led = frame.classes.startswith(",G", start) and content[-1:] and content[-1].start == start + 1
    return content[:-1] if led else content


def _behind_judgement(frame: Frame, content: Pieces) -> Pieces:
    """What is judged, behind the judgement: "dismissed as nonsense | reports that it sank"."""
    first = content[0]
    if frame.words[first.start].lower != "as":
        return content
    claims = (i for i in first if frame.words[i].lower in claim_nouns())
    at = next((i for i in claims if frame.classes.startswith("T", i + 1)), first.start)
    return (range(at, first.stop), *content[1:])


def _behind_report(frame: Frame, start: int) -> int:
    """Where words begin that another's report cuts off: "told her, Olm said, | that it sank".

    So does what is asked in return: "told us, on condition that he stay unnamed, | that it sank".
    """
    if on_condition := _ON_CONDITION.match(frame.classes, start):
        return on_condition.end()
    cited = _CITED_IN.match(frame.classes, start)
    if cited and is_citing(frame.words[start + 1].lower):
        return cited.end()
    match = _CUT_IN.match(frame.classes, start)
    verb = frame.words[match.start("cue" if match["cue"] else "by")].verb if match else None
    return match.end() if match and verb and verb.takes(*_REPORTS) else start


_REPORTS = (Takes.CLAUSE, Takes.THAT, Takes.LISTENER)
_ON_CONDITION = re.compile(r",INT[^,;:Q]*,(?=[TBWQ])")
_CITED_IN = re.compile(rf",G{PHRASE},(?=T)")  # "said, quoting a guard, | that it sank"
_CUT_IN = re.compile(
    rf",(?:(?:{SUBJECT})L?(?P<cue>V)(?:{CORE}|J)?L?|B(?P<by>[VYK])I{PHRASE}),(?=T)"
)


def _without_as(frame: Frame, content: Pieces) -> Pieces:
    """Reported words without the "as" before a quotation: "which Olm described as | “a gem”"."""
    quoted = [frame.words[i].quotation is not None for i in content[0][1:2]]
    return _without_first(frame, content, {"as"}) if any(quoted) else content


def _without_first(frame: Frame, content: Pieces, leads: AbstractSet[str]) -> Pieces:
    """Reported words without one that only leads to them: "would not comment on | the sale"."""
    first, *rest = content
    led = len(first) > 1 and frame.words[first.start].lower in leads
    return (range(first.start + led, first.stop), *rest)


def _gives_nothing(frame: Frame, index: int, subject: Subject, verb: Verb) -> bool:
    """Whether a verb reports nothing where it stands, whatever follows it."""
    colours = _only_colours(frame, index, verb) or _asks_not_to(frame, index, verb)
    colours = colours or is_aside(frame, index)
    told = _cites(frame, subject, verb) or hears_from(frame, index)
    return colours or told or _is_said_of(frame, index, verb)


def _is_said_of(frame: Frame, index: int, verb: Verb) -> bool:
    """Whether somebody else says it of the subject: "the bridge, said to be old,"."""
    behind = frame.words[index + 1 : index + 3]
    return is_held_of(verb) and [word.lower for word in behind] in _TO_BE


_TO_BE = (["to", "be"], ["to", "have"])


def _trimmed(frame: Frame, content: Pieces, verb: Verb, polarity: Polarity) -> Pieces:
    """Reported words without what is the reporter's own: the occasion, “and said”, “on”, “as”."""
    content = without_occasion(frame, content)
    refused = Polarity.DENIES is verb.polarity or polarity is Polarity.WITHHOLDS
    if refused or _leaves_room(frame, content):
        content = _before_and_said(frame, content)
    if verb.lemma == "comment":
        content = _without_first(frame, content, {"on", "about"})
    return _without_as(frame, content)


def _content_of(frame: Frame, subject: Subject, start: int, verb: Verb) -> Pieces:
    """The words reported: those behind "what he said was that", or beside "as he said", or all."""
    first = min(part.start for part in (subject.source, subject.role) if part)
    if frame.classes[subject.verb - 1] == "W":
        first = 0  # "it sank, said Olm, a smith who advises the port": not the smith
    content = words_of(frame, first, start, verb)
    if not verb.takes(Takes.CLAUSE, Takes.THAT):
        return content
    return _behind_what(frame, first, start) or _beside_as(frame, first, start) or content


def _is_no_report(frame: Frame, source: range, content: Pieces, verb: Verb) -> bool:
    """Whether what follows a verb is a mere name, or what a person shows."""
    shown = verb.sense is Sense.FINDS and _is_person(frame, source, content, verb)
    return shown or _names_only(frame, verb, source, content) or _is_where(frame, content)


def _is_where(frame: Frame, content: Pieces) -> bool:
    """Whether words only tell where or with whom: "argued | with the driver", "showed | up at"."""
    first = content[0].start
    up = frame.words[first].lower in _AWAY and frame.classes[first + 1 : first + 2] in "I,."
    clause_or_marks = set(frame.classes_in(*content)) & set("AVKYGQT")
    return len(content) == 1 and (
        up or (frame.words[first].lower in _WHERE and not clause_or_marks)
    )


_AWAY = frozenset({"up", "off", "down", "back"})
_WHERE = _AWAY | {"with", "at", "in"}


def _within_clause(
    frame: Frame, index: int, subject: Subject, content: Pieces, verb: Verb
) -> Pieces:
    """Reported words up to where the clause ends that the verb stands in."""
    content = _inside_subordinate(frame, index, content)
    if frame.classes[subject.source.start - 1 : subject.source.start] in {"T", "W"}:
        content = before_second_finite(frame, content)
    if frame.classes[subject.verb - 1] in "WT" and subject.source.stop == subject.verb - 1:
        content = before_predicate(frame, subject.source, content, verb)
    if frame.classes[subject.verb - 1] == "W":
        content = before_second_verb(frame, content)
    if frame.classes[subject.source.stop - 1] == "p":
        content = before_verb(frame, content)
    return content


def _leaves_room(frame: Frame, content: Pieces) -> bool:
    """Whether what is said besides is the same speaker's: behind an object, or a clause on "he"."""
    behind = frame.classes[content[-1].start : content[-1].stop]
    return re.match(r"[^AVKGQ,;:TR]*[CB]L?V|RL?[AV]", behind) is not None


def _before_and_said(frame: Frame, content: Pieces) -> Pieces:
    """What is denied, up to what is said besides: "denied it had sunk | and said it was safe"."""
    last = content[-1]
    for match in _AND_SAID.finditer(frame.classes, last.start + 1, last.stop):
        verb = frame.words[match.start("cue")].verb
        said = verb is not None and verb.takes(Takes.CLAUSE, Takes.OBJECT)
        if said and verb is not None and verb.form in (Form.PAST, Form.THIRD):
            return (*content[:-1], range(last.start, match.start()))
    return content


_AND_SAID = re.compile(r"[CB](?:L|ID?Z+)?(?P<cue>V)")


def _cites(frame: Frame, subject: Subject, verb: Verb) -> bool:
    """Whether a clause only adds whom a source cites: "the Courier, which cites XPA,"."""
    return is_quoting(verb) and frame.classes[subject.verb - 1] == "W"


def _only_colours(frame: Frame, index: int, verb: Verb) -> bool:
    """Whether a verb reports nothing itself but colours the one behind it: "declined to say"."""
    behind = _end_of_cue(frame, index)
    following = frame.words[behind].verb if behind < len(frame.words) else None
    idiom = " " in verb.lemma
    to_say = idiom and following is not None and following.takes(Takes.CLAUSE, Takes.THAT)
    nor = bool(_NOR.match(frame.classes, behind)) and frame.words[behind].lower in _OR
    nor = nor and frame.words[behind + 1].verb is not None
    return nor or (verb.polarity is Polarity.WITHHOLDS and (to_say or not idiom))


_NOR = re.compile(r"C[VN]")
_OR = frozenset({"nor", "or"})  # "refused to confirm or deny"


def _subject(frame: Frame, index: int, verb: Verb, shared: range) -> Subject | None:
    """The subject of a verb, also across "neither confirm nor" and "took to the air to"."""
    nor = index > 1 and frame.words[index - 1].lower in _OR
    nor = nor and frame.words[index - 2].verb is not None
    subject = subject_before(frame, index - 2 if nor else index, shared)
    if subject is None and verb.takes(Takes.CLAUSE, Takes.OBJECT):
        return subject_of_purpose(frame, index, says=verb.takes(Takes.CLAUSE))
    return subject


def _holder(frame: Frame, source: range, verb: Verb) -> range:
    """Whoever holds the banner that a text stands on; the source itself for all other sources."""
    nouns = [frame.words[i].lower for i in (*source[:2], source[-1])]
    if verb.lemma not in {"read", "say"} or not any(map(is_sign, nouns)):
        return source
    return main_subject(frame, source.start) or source


def _behind_what(frame: Frame, subject: int, end: int) -> Pieces:
    """The clause behind "what the mayor said was that"."""
    match = _WAS_THAT.match(frame.classes, end)
    what = subject > 0 and frame.words[subject - 1].lower == "what"
    return clause(frame, match.end()) if what and match else ()


_WAS_THAT = re.compile(r"(?:[IO][DNPMZ]+)*AL*(?:[T:]|,?(?=Q))")


def _whose_words(frame: Frame, subject: Subject, content: Pieces) -> Attribution | None:
    """What a clause recalls as another's: "she recalled her mother's words: “…”"."""
    colon = content[0].start - 1 if content else 0
    if not frame.classes.startswith(":Q", colon):
        return None
    owner = owner_of_words(frame, colon)
    if owner.start <= subject.verb:
        return None
    cue = range(colon, colon + 1)
    return Attribution(cue, owner, NOTHING, content, Shape.COLON, relays=(subject.source,))


def _beside_as(frame: Frame, subject: int, end: int) -> Pieces:
    """The clause beside "as the mayor noted,": behind it, or before it."""
    verb = frame.words[end - 1].verb
    names = verb is not None and is_naming(verb)  # "the minister, as he calls himself,"
    if subject == 0 or frame.words[subject - 1].lower != "as" or names:
        return ()
    if not _NOTHING_BEHIND.match(frame.classes, end):
        return ()  # "as an expert had found no crack": that is a reason
    behind = _BEHIND_AS.match(frame.classes, end)
    if behind is None:
        return words_before(frame, subject - 1)
    cut_off = _CUT_OFF.fullmatch(frame.classes, 0, subject - 1)
    before = trimmed(frame, cut_off.start("np"), subject - 1) if cut_off else ()
    return (*before, *clause(frame, behind.end()))


_CUT_OFF = re.compile(rf"(?P<np>{SUBJECT}),")  # "the landlord, | as the Courier reported, had"


def _is_person(frame: Frame, source: range, content: Pieces, verb: Verb) -> bool:
    """Whether somebody only "showed no reaction": people find nothing out by showing things."""
    classes = frame.classes_in(source)
    quoted = "Q" in frame.classes_in(*content)
    if quoted:
        return not classes.strip("P") and frame.classes[content[0].start] == "Q"
    name = not classes.split(",")[0].strip("P") and frame.classes[content[0].start - 1] != "T"
    head = frame.head_of(source)
    somebody = verb.lemma == "show" and (is_crowd(head) or names_a_person(head))
    somebody = name or (somebody and frame.classes[content[0].start - 1] != "T")
    return classes[:1] in tuple("RW") or (somebody and frame.classes[content[0].start] in "DNB")


def _inside_subordinate(frame: Frame, index: int, content: Pieces) -> Pieces:
    """Words reported in a clause with "while" end where that clause does."""
    comma = frame.classes.find(",", index)
    first = frame.classes[:1] == "B" and not _CLAUSE_BEFORE.match(frame.classes, 1, index)
    led = first or re.match(r"[^,T]*B[RPDN]", frame.classes[:index])
    if not led or ("," in frame.classes[:index] and not first) or comma < 0:
        return content
    return tuple(c for p in content if (c := range(p.start, min(p.stop, comma)))) or content


_CLAUSE_BEFORE = re.compile(r"[^,]*[AVK][^,]*,")


def _names_only(frame: Frame, verb: Verb, source: range, content: Pieces) -> bool:
    """Whether a thing merely bears a name: "a firm called Lowmark", "boys called “gifted” are"."""
    quoted = content[0].start + 1 if frame.classes[content[0].start] == "Q" else 0
    if is_naming(verb) and quoted and frame.classes[quoted : quoted + 1] == "A":
        return True
    before = frame.words[source.start - 1].lower if source.start else ""
    if is_naming(verb) and before in {"which", "whom", "as"}:
        return "Q" not in frame.classes_in(*content)
    if not is_naming(verb) or set(frame.classes_in(source)) & {"P", "R", "W"}:
        return False
    return bool(re.match(r"(?:D?P+|Q)(?:$|I)", frame.classes_in(content[0])))


def _asks_not_to(frame: Frame, index: int, verb: Verb) -> bool:
    """Whether somebody "asked not to be named" or "asked about it", which reports nothing."""
    behind = [word.lower for word in frame.words[index + 1 : index + 5]]
    unnamed = "to" in behind and any(map(is_unnamed, behind))
    aside = behind[:1] == ["about"] or bool(_ASKED_NOT_TO.match(frame.classes, index + 1))
    return unnamed or (verb.lemma == "ask" and aside)


def _end_of_cue(frame: Frame, index: int) -> int:
    """Past the verb and a particle that belongs to it: "pointed out that"."""
    end = next((i for i in range(index + 1, len(frame.words)) if not frame.words[i].tail), index)
    if end > index + 1:
        return end
    after = frame.words[index + 1] if index + 1 < len(frame.words) else None
    beyond = frame.classes[index + 2 : index + 3]
    particle = (
        after is not None and after.lower in particles() and beyond in ("T", "Q", ",", ":", "")
    )
    return index + 2 if particle else index + 1


# ── The mayor wept, saying … ─────────────────────────────────────────────────────────────────────


def participle(frame: Frame, index: int, verb: Verb, shared: range) -> Attribution | None:
    """What “saying” reports behind the deed of its subject: “the mayor wept, saying …”."""
    source = subject_of_participle(frame, index, shared)
    if not source or is_quoting(verb) or _is_led_astray(frame, index, source):
        return None
    end = _end_of_cue(frame, index)
    told, start = listener(frame, end, verb)
    content = words_of(frame, 0, start, verb)
    if led_by_after(frame, index) or source.start > index:
        content = before_comma(frame, content)
    if source.stop == index:
        content = before_predicate(frame, source, content, verb)
    content = before_main_verb(frame, index, content)
    if not content:
        return None
    return Attribution(
        cue=range(index, end),
        source=source,
        role=NOTHING,
        content=content,
        shape=Shape.PARTICIPLE,
        verb=verb,
        polarity=Polarity.WITHHOLDS if _short_of(frame, index) else verb.polarity,
        listener=told,
        as_sense=Sense.ATTITUDE if is_a_sign(frame, source, verb) else None,
    )


def _is_led_astray(frame: Frame, index: int, source: range) -> bool:
    """Whether the word before a participle makes it another's deed, or nobody's."""
    led = frame.classes[index - 1 : index]
    owned = led == "I" and frame.classes[source.stop - 1 : source.stop] == "p"
    return led in {"B", "I"} and not owned and frame.words[index - 1].lower not in SECOND_DEEDS


def _short_of(frame: Frame, index: int) -> bool:
    """Whether somebody "stopped short of" saying it."""
    first = next((i for i in range(index - 1, -1, -1) if not frame.words[i].tail), index)
    verb = frame.words[first].verb
    return first < index - 1 and verb is not None and verb.polarity is Polarity.WITHHOLDS
