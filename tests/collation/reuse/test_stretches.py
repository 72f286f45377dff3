from hypothesis import given
from hypothesis import strategies as st

from tests.collation.reuse.test_rewritten import UNLIKE, reading
from twosource.collation.reuse import find_passages
from twosource.collation.reuse.rarity import rarity_in
from twosource.collation.reuse.sides import Side, side_of
from twosource.collation.reuse.stretches import Stretch, stretches
from twosource.collation.reuse.words import words_of
from twosource.model import PassageKind

TOLD = [
    "Brother Anselm walled up the cellar of Haldon abbey in the dry summer after the plague.",
    "Behind the bricks he left forty casks, a ledger bound in sealskin and a silver astrolabe.",
    "The mason Tib Orry, sworn to silence, drew the place on the back of a psalter.",
    "His granddaughter sold that psalter to a pedlar from Vint for a goat and a copper kettle.",
]
TURNED = [
    "For a copper kettle and a goat a pedlar of Vint had the psalter from a granddaughter.",
    "Tib Orry it was, a mason, silence sworn, who had drawn in the psalter where it lay.",
    "What lay there: the ledger in sealskin, an astrolabe of silver and casks, forty of them.",
    "It was Anselm who had bricks set before the abbey cellar at Haldon, that plague summer.",
]
OTHERS = [f"Numb{n} ox{n} and {n}elk saw {n}hare by {n}pond." for n in range(80)]


def side(name: str, sentences: list[str]) -> Side:
    one = reading(name, sentences)
    return side_of(one, words_of(one.article))


def found(a: list[str], b: list[str]) -> list[Stretch]:
    sides = side("a", a), side("b", b)
    return stretches(*sides, rarity_in([one.stems for one in sides]))


def test_a_page_told_anew_back_to_front_is_found_as_one_stretch() -> None:
    (one,) = found([*OTHERS[:40], *TOLD, *OTHERS[40:50]], [*OTHERS[50:], *TURNED])
    assert (one.sentences.a0, one.sentences.a1) == (40, 44)
    assert (one.sentences.b0, one.sentences.b1) == (30, 34)


def test_what_has_nothing_in_common_has_no_stretches() -> None:
    assert found(TOLD, UNLIKE) == []


def test_a_stretch_becomes_a_passage_told_in_other_words() -> None:
    told = reading("a", [*OTHERS[:40], *TOLD]), reading("b", [*OTHERS[40:], *TURNED])
    passages = [p for p in find_passages(told) if p.kind is PassageKind.REWRITTEN]
    covered = sum(len(p.a.span) for p in passages)
    assert covered > 0.8 * sum(len(sentence) for sentence in TOLD)


@given(st.permutations(TURNED))
def test_the_order_in_which_it_is_told_does_not_matter(turned: list[str]) -> None:
    (one,) = found([*OTHERS[:40], *TOLD], [*OTHERS[40:], *turned])
    assert one.sentences.b1 - one.sentences.b0 == len(TURNED)


def test_a_stretch_goes_on_over_sentences_of_which_no_two_have_much_in_common() -> None:
    split = [
        "Then came the astrolabe, said the ferryman, and rain fell over all the orchards there.",
        "Nobody at market that week had heard what a kettle might fetch, least of all the reeve.",
    ]
    joined = ["A kettle and an astrolabe were what the ferryman and the reeve fell out about."]
    (one,) = found([*OTHERS[:40], *TOLD, *split], [*OTHERS[40:], *TURNED, *joined])
    assert (one.sentences.a1, one.sentences.b1) == (46, 45)


def test_two_stretches_side_by_side_in_one_article_stay_apart_where_the_other_parts_them() -> None:
    told = [*OTHERS[:40], *TOLD, *UNLIKE]
    parted = [*TURNED, *OTHERS[40:60], *UNLIKE]
    boxes = sorted(one.sentences.a0 for one in found(told, parted))
    assert boxes == [40, 44]
