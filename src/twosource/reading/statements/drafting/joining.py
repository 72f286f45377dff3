"""Joining: what the grammar and the tagger read in one frame, each statement once.

The grammar knows quotation marks, denials and who stands where. Where both read the same words,
its quotation and speaker stand and the tagger's extent of indirect words (`extents`). What the
tagger alone reads is kept where it is sure enough; what the grammar alone reads, where its shape is
plain, as in "the mayor said", and the tagger is not sure that nobody says it.
"""

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Polarity, Sense
from twosource.reading.statements.drafting.extents import is_better
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.attribution import Attribution, Shape, reports_speech
from twosource.reading.statements.grammar.reported import tells
from twosource.reading.statements.lexicon.verbs import Takes, is_label
from twosource.reading.tagger import Reported

SAME = 0.5  # share of words from which two contents are the same statement, as PolNeAR is scored
FIRM = 0.5  # confidence from which the tagger's extent may stand against the grammar's
RIVAL = 0.98  # confidence from which the tagger's source stands against the grammar's
# How likely words that the grammar alone reads have to be reported: on the tuning part ten are
# less likely, of which people marked none.
DOUBTED = 0.05
SURE = 0.35  # confidence from which what only the tagger reads is kept; by `training.join`


def beside(
    grammar: Sequence[Attribution],
    tagged: Sequence[Attribution],
    frame: Frame,
    reported: Reported,
) -> list[Attribution]:
    """The attributions of both, each statement once."""
    left = list(grammar)
    joined = []
    for one in tagged:
        same = max((g for g in left if _same(g, one)), key=lambda g: _alike(g, one), default=None)
        if same is not None:
            left.remove(same)
            joined.append(_joined(same, one, frame, grammar))
        elif one.sure >= SURE and not _is_label(frame, one.source):
            joined.append(one)
    alone = (g for g in left if _is_plain(g, frame) and not _is_doubted(g, frame, reported))
    return [*joined, *alone]


def _is_doubted(grammar: Attribution, frame: Frame, reported: Reported) -> bool:
    """Whether the tagger is sure that words are nobody's: no quotation, clause or finding."""
    led = frame.classes[min(grammar.reported) - 1] == "T" and grammar.shape is Shape.SUBJECT_FIRST
    if led or "Q" in frame.classes_in(*grammar.content) or _is_plain_in_sense(grammar, frame):
        return False
    return reported.over(frame.words[i].span for i in sorted(grammar.reported)) < DOUBTED


def _is_plain(grammar: Attribution, frame: Frame) -> bool:
    """Whether a shape needs nobody to confirm it: a verb of saying with a clause or quotation."""
    content = grammar.reported
    if not content:
        return False  # nothing but marks
    led = frame.classes[min(content) - 1] == "T"  # by "that"
    plain = "Q" in frame.classes_in(*grammar.content) or (led and grammar.source)
    if plain or grammar.polarity is not Polarity.SAYS or _is_plain_in_sense(grammar, frame):
        return True
    told = grammar.listener and (led or not grammar.source)
    if grammar.shape is Shape.PASSIVE and (grammar.verb is None or told):
        return True  # "…, it is said", "was told that"
    if grammar.shape in (Shape.NOUN, Shape.PASSIVE) or grammar.sense is not Sense.SAYS:
        return False
    return (
        grammar.verb is None
        or " " in grammar.verb.lemma
        or grammar.verb.takes(Takes.CLAUSE, Takes.THAT, Takes.LISTENER)
        or "as" in frame.lowers_in(*grammar.content)[1:-1]  # "portray Olm as a hero"
    )


def _is_plain_in_sense(grammar: Attribution, frame: Frame) -> bool:
    """Whether a finding, a wish or a number is plain by what stands beside its verb."""
    if grammar.verb is not None and grammar.verb.takes(Takes.NUMBER):
        return True
    if grammar.sense is Sense.FINDS:
        nothing = frame.words[min(grammar.reported)].lower in {"no", "nothing"}
        return nothing or tells(frame, grammar.content)
    if grammar.sense is Sense.WANTS:
        named = set(frame.classes_in(grammar.source)) == {"P"}
        named = named or (grammar.verb is not None and " " in grammar.verb.lemma)  # "calls on"
        return named or (reports_speech(grammar) and tells(frame, grammar.content))
    return False


def _joined(
    grammar: Attribution, tagged: Attribution, frame: Frame, others: Sequence[Attribution]
) -> Attribution:
    """One attribution read twice: the grammar's marks and speaker, the tagger's indirect words."""
    theirs = tagged.sure >= FIRM and is_better(grammar, tagged, frame, others)
    content = tagged.content if theirs else grammar.content
    noun = grammar.shape is Shape.NOUN  # the tagger knows better whose claim it is
    source = (noun and _owner(frame, tagged.source)) or grammar.source or tagged.source
    if _compete(grammar, tagged, frame):
        rivals = (grammar.source, tagged.source)
        return replace(grammar, content=content, source=NOTHING, role=NOTHING, rivals=rivals)
    return replace(grammar, content=content, source=source)


def _owner(frame: Frame, source: range) -> range:
    """Whose a claim is to the tagger, if that is more than the "the" of "the claim"."""
    return source if set(frame.classes_in(source)) != {"D"} else NOTHING


def _compete(grammar: Attribution, tagged: Attribution, frame: Frame) -> bool:
    """Whether grammar and tagger surely name different speakers: then neither is chosen."""
    quoted = "Q" in frame.classes_in(*grammar.content)
    both = bool(grammar.source) and bool(tagged.source)
    ours = {*grammar.source, *(i for words in grammar.relays for i in words)}
    apart = ours.isdisjoint(tagged.source)
    return quoted and both and apart and tagged.sure >= RIVAL


def _same(a: Attribution, b: Attribution) -> bool:
    words, others = a.reported, b.reported
    if a.shape is Shape.QUOTED and words <= others and set(a.source) <= others:
        return True  # to the tagger "quoted Olm as saying" is a cue and all that follows
    if a.shape is Shape.COLON and words <= others and set(a.source) & set(b.source):
        return True  # to the tagger the rest of “No,” was how she put it is content as well
    cue, alike = _alike(a, b)
    return alike >= SAME or cue


def _alike(a: Attribution, b: Attribution) -> tuple[bool, float]:
    """How much two attributions are one: whether they share a cue, then how much of the words."""
    words, others = a.reported, b.reported
    return bool(set(a.cue) & set(b.cue)), len(words & others) / max(1, len(words | others))


def _is_label(frame: Frame, source: range) -> bool:
    """Whether a source is the Q or A of questions and answers, "Explainer:" or "Article 3:"."""
    word = frame.words[source.start].lower if source else ""
    alone = not frame.classes[source.start + 1 : source.stop].strip("M")
    colon = alone and frame.classes.startswith((":", "M:"), source.start + 1)
    return (alone and word in {"q", "a"}) or (colon and is_label(word))
