from dataclasses import replace
from itertools import product

import numpy as np

from twosource.collation.reuse import derive, find_passages
from twosource.collation.reuse.rarity import rarity_in
from twosource.collation.reuse.rewritten import odds, rewritten
from twosource.collation.reuse.sentence_likeness import TRAITS, Pairs, pairs_of
from twosource.collation.reuse.sides import side_of
from twosource.collation.reuse.surroundings import SEEN, seen
from twosource.collation.reuse.words import words_of
from twosource.model import (
    Article,
    Attested,
    Block,
    BlockKind,
    Passage,
    PassageKind,
    Reading,
    Sentence,
    Span,
)

TOLD = [
    "The bakery in Orvel Street burned down on Tuesday night after a gas bottle blew up.",
    "Firefighters from Trema needed four hours because the hydrant at the corner was frozen.",
    "Baker Hanno Lisk, who lives above the shop, escaped over the roof with his two dogs.",
    "The town has promised him the empty post office until the oven can be rebuilt.",
    "Insurers put the damage at 90,000 marks, said the guild's treasurer, Ota Brenn.",
]
RETOLD = [
    "On Tuesday a gas bottle exploded and the Orvel Street bakery was lost to the flames.",
    "The frozen hydrant at the corner cost the Trema firefighters four hours of work.",
    "Over the roof, with two dogs, is how baker Hanno Lisk got out of his flat above the shop.",
    "Until there is a new oven the town lets him use the empty post office.",
    "Ota Brenn, treasurer of the guild, speaks of insurers who reckon with 90,000 marks of damage.",
]
UNLIKE = [
    "The choir of Trema sang in the rain last weekend, and nobody went home early.",
    "Tickets for the winter season are on sale from Monday at the town hall.",
    "A new organ will be built by a workshop in Galdo and paid for by a lottery.",
]


def reading(name: str, sentences: list[str]) -> Reading:
    """An article of one paragraph."""
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    article = Article(name, name, text, (Block(Span(0, len(text)), BlockKind.BODY, "test"),))
    found = tuple(Sentence(span, BlockKind.BODY) for span in spans)
    return Reading(article, found, (), (), ())


def passages(*pile: Reading) -> tuple[Passage, ...]:
    return find_passages(pile)


def test_five_sentences_told_in_other_words_in_a_row_are_found_one_by_one() -> None:
    found = passages(reading("a", [*TOLD, *UNLIKE]), reading("b", RETOLD))

    assert {p.kind for p in found} <= {PassageKind.REWRITTEN, PassageKind.EDITED}
    assert [p.a.span.of(" ".join(TOLD)) for p in found] == [one.rstrip(".") for one in TOLD]
    assert all(0.35 <= p.confidence < 1 for p in found)


def test_that_two_share_text_is_as_sure_as_their_surest_passage() -> None:
    pile = [reading("a", TOLD), reading("b", RETOLD)]
    (retelling,) = derive(pile, found := find_passages(pile))
    assert retelling.likely
    assert retelling.sharing == max(one.confidence for one in found)


def test_a_retelling_one_sentence_of_which_is_copied_is_sure_to_share_text() -> None:
    pile = [reading("a", TOLD), reading("b", [*RETOLD[:4], TOLD[4]])]
    (copy,) = derive(pile, find_passages(pile))
    assert (copy.likely, copy.sharing) == (False, 1.0)


def test_words_that_both_quote_make_it_no_surer() -> None:
    pile = [reading("a", TOLD), reading("b", RETOLD)]
    *told, last = find_passages(pile)
    quoted = replace(last, kind=PassageKind.QUOTATION, confidence=1.0)
    (retelling,) = derive(pile, (*told, quoted))
    assert retelling.sharing == max(one.confidence for one in told) < 1


def test_the_order_in_which_they_are_told_does_not_matter() -> None:
    found = passages(reading("a", TOLD), reading("b", RETOLD[::-1]))
    assert len(found) == 5


def test_one_fact_that_two_report_in_their_own_words_is_no_passage() -> None:
    other = ["A baker from Orvel Street was honoured by the town on Tuesday for his dogs."]
    assert passages(reading("a", TOLD), reading("b", [*UNLIKE, *other])) == ()


def test_a_single_sentence_alike_is_no_passage_where_nothing_else_is_shared() -> None:
    fair = ["The autumn fair opens on Saturday.", "Its big wheel stands on the quay this time."]
    assert passages(reading("a", [*TOLD, *UNLIKE]), reading("b", [RETOLD[1], *fair])) == ()


def test_a_sentence_partly_taken_over_is_one_passage_with_its_changes() -> None:
    edited = TOLD[0].replace("burned down on Tuesday night", "was destroyed by a fire on Tuesday")
    (found,) = passages(reading("a", [TOLD[0]]), reading("b", [edited]))

    assert found.kind is PassageKind.EDITED
    assert found.a.span.of(TOLD[0]) == TOLD[0].rstrip(".")


def test_sentences_hardly_alike_do_not_count_however_much_is_retold_around_them() -> None:
    choir = (
        "The choir of Trema sang for the firefighters on Sunday in pouring rain and cold wind, and "
        "the singers from the upper valley went home early."
    )
    gauge = (
        "No reporter asked firefighters about the rain gauge that the weather service had put up "
        "behind the sheds in the autumn of last year."
    )
    told, retold = [*TOLD[:2], choir, *TOLD[2:]], [*RETOLD[:2], gauge, *RETOLD[2:]]
    found = passages(reading("a", told), reading("b", retold))
    assert [p.a.span.of(" ".join(told)) for p in found] == [one.rstrip(".") for one in TOLD]


SURE = (0.8, 0.9, 1.9, 1.9, 0.0, 0.0, 0.0, 0.0)  # most of both sentences, neighbouring words too
UNSURE = (0.1, 0.15, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0)
NOTHING = Pairs((6, 6), np.zeros(0, int), np.zeros(0, int), np.zeros((0, len(TRAITS))))


def alike(*traits: tuple[float, ...]) -> Pairs:
    """Two articles of so many sentences, those at one place as like as their traits say."""
    places = np.arange(len(traits))
    return Pairs((len(traits), len(traits)), places, places, np.array(traits))


def test_what_came_by_way_of_a_third_is_found_however_little_is_left_of_it() -> None:
    near = alike(*[SURE] * 6)
    found = rewritten({(0, 1): near, (0, 2): NOTHING, (1, 2): near})

    assert [(one.a, one.b) for one in found[0, 2]] == [(n, n) for n in range(6)]
    assert all(one.confidence < min(m.confidence for m in found[0, 1]) for one in found[0, 2])


def test_a_way_of_two_unsure_steps_leads_nowhere() -> None:
    near = alike(*[SURE] * 5, UNSURE)
    found = rewritten({(0, 1): near, (0, 2): NOTHING, (1, 2): near})

    assert [one.a for one in found[0, 2]] == [0, 1, 2, 3, 4]


def test_names_in_common_tell_less_and_numbers_more_than_other_words() -> None:
    plain = alike(UNSURE).alone
    named = alike((*UNSURE[:5], 0.7, 0.0, 0.0)).alone
    numbered = alike((*UNSURE[:5], 0.0, 0.7, 0.0)).alone
    assert named < plain < numbered


def test_which_article_comes_first_tells_nothing() -> None:
    there = seen({(0, 1): pairs_between(TOLD, [*UNLIKE, *RETOLD])})[0, 1]
    back = seen({(0, 1): pairs_between([*UNLIKE, *RETOLD], TOLD)})[0, 1]
    assert sorted(map(tuple, there.round(6))) == sorted(map(tuple, back.round(6)))


def pairs_between(one: list[str], other: list[str]) -> Pairs:
    """The pairs of sentences of two articles in a pile of the two."""
    a, b = (side_of(r, words_of(r.article)) for r in (reading("a", one), reading("b", other)))
    return pairs_of(a, b, rarity_in([a.stems, b.stems]))


def test_the_network_knows_the_columns_that_it_is_shown() -> None:
    there = seen({(0, 1): pairs_between(TOLD, RETOLD)})[0, 1]
    assert there.shape[1] == len(SEEN)
    assert np.isfinite(odds(there)).all()


def test_little_tells_where_it_names_the_house_that_it_is_from() -> None:
    filler = [[f"{''.join(w)}{n}" for n in range(12)] for w in product("abc", "rst", "eiou")]
    paper = Attested("Evening Post", "stated")
    first = reading("a", [*TOLD, *map(" ".join, filler[:16])])
    first = replace(first, article=replace(first.article, outlet=paper))

    def told(sentence: str) -> bool:
        pile = [first, reading("b", [*RETOLD[:3], sentence, *map(" ".join, filler[16:])])]
        (found,) = derive(pile, find_passages(pile))
        return found.direct

    assert told(f"{RETOLD[3][:-1]}, the Evening Post writes.")
    assert not told(RETOLD[3])
