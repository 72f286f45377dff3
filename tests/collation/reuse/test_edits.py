import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collation.reuse.test_passages import FERRY
from twosource.collation.reuse import find_passages
from twosource.model import (
    Article,
    Block,
    BlockKind,
    EditKind,
    Passage,
    PassageKind,
    Reading,
    Span,
    Statement,
    StatementKind,
)

END = " All who had been aboard were home again by noon, said nobody but the town crier."
KEPT = FERRY + " The hull was towed away." + END


def reading(name: str, text: str, cue: str | None = None) -> Reading:
    article = Article(name, name, text, (Block(Span(0, len(text)), BlockKind.BODY, "test"),))
    said = (_statement(text, cue),) if cue else ()
    return Reading(article, (), said, (), ())


def _statement(text: str, cue: str) -> Statement:
    start = text.index(cue)
    span = Span(start, start + len(cue))
    return Statement(StatementKind.INDIRECT, (), None, span, None, None, "test")


def passage(a: Reading, b: Reading) -> Passage:
    (found,) = find_passages([a, b])
    return found


CHANGES = [
    # what stands in a, what stands in b, the cue of a statement in b, what became of it
    ("were brought", "were not brought", None, EditKind.NEGATION),
    ("was towed", "wasn't towed", None, EditKind.NEGATION),
    ("The hull", "The guild said the hull", "guild said", EditKind.ATTRIBUTED),
    ("The hull", "The old wooden hull", None, EditKind.ADDED),
    ("Santa Brizia", "“Santa Brizia”", None, EditKind.QUOTED),
    ("(of Galdo)", "[of Galdo]", None, EditKind.BRACKETS),
    ("(of Galdo)", "of Galdo", None, EditKind.PUNCTUATION),
]
MIRRORED = {
    EditKind.ATTRIBUTED: EditKind.UNATTRIBUTED,
    EditKind.ADDED: EditKind.CUT,
    EditKind.QUOTED: EditKind.UNQUOTED,
}
TOLD = KEPT.replace("towed away", "towed away by the guild (of Galdo) when all were brought home")


@pytest.mark.parametrize(("old", "new", "cue", "kind"), CHANGES)
def test_what_an_editor_did_is_named(old: str, new: str, cue: str | None, kind: EditKind) -> None:
    there = TOLD.replace(old, new)
    assert kind in {
        edit.kind for edit in passage(reading("a", TOLD), reading("b", there, cue)).edits
    }


@pytest.mark.parametrize(("old", "new", "cue", "kind"), CHANGES)
def test_seen_from_the_other_side_it_is_the_opposite(
    old: str, new: str, cue: str | None, kind: EditKind
) -> None:
    there = TOLD.replace(old, new)
    found = passage(reading("a", there, cue), reading("b", TOLD)).edits
    assert MIRRORED.get(kind, kind) in {edit.kind for edit in found}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("The hull", "Late that night the hull", PassageKind.VERBATIM),  # only added
        ("hull", "wreck", PassageKind.EDITED),  # a word exchanged
        ("late on Thursday ", "", PassageKind.VERBATIM),  # only cut
    ],
)
def test_a_passage_is_verbatim_as_long_as_no_word_is_exchanged(
    old: str, new: str, kind: PassageKind
) -> None:
    assert passage(reading("a", KEPT), reading("b", KEPT.replace(old, new))).kind is kind


@given(st.data())
def test_the_edits_applied_to_one_side_give_the_words_of_the_other(data: st.DataObject) -> None:
    words = KEPT.split()
    for place in data.draw(st.sets(st.integers(0, len(words) - 1), max_size=9)):
        words[place] = data.draw(
            st.sampled_from(["", "wholly", "nine", "Galdo", "“odd”", "not ever"])
        )
    a, b = KEPT, " ".join(filter(None, words))
    for one in find_passages([reading("a", a), reading("b", b)]):
        assert plain(applied(one, a, b)) == plain(one.b.span.of(b))


def applied(one: Passage, a: str, b: str) -> str:
    """The a side with every change made."""
    made, at = "", one.a.span.start
    for edit in one.edits:
        made += a[at : edit.a.start] + " " + edit.b.of(b) + " "
        at = edit.a.end
    return made + a[at : one.a.span.end]


def plain(text: str) -> list[str]:
    """The words, without what stands between them."""
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()
