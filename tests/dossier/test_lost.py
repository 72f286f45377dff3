from tests.collation.reuse.test_derivations import FERRY
from tests.collation.reuse.test_lost import DOORS, SMOKE
from tests.inline import reading
from twosource import collate, publish


def test_a_source_that_is_not_in_the_pile_is_shown_with_what_is_left_of_it() -> None:
    pile = [
        reading("a", FERRY, outlet="Mail", published="2024-10-18", credit="CPB"),
        reading("b", FERRY, outlet="Echo", published="2024-10-19", credit="CPB"),
    ]
    dossier = publish(collate(pile))
    (source,) = dossier.lost_sources.shown
    assert source.sentence == "A1 and A2 have text from CPB, which is not in the pile"
    assert source.reasons == ("Mail (a) and Echo (b) both credit CPB, which is not in the pile.",)
    assert [passage.words for passage in source.text.shown] == [FERRY.rstrip(".")]
    assert any("1 source of theirs is not in the pile" in sentence for sentence in dossier.lede)


def test_where_nobody_is_credited_it_is_a_page() -> None:
    pile = [
        reading("a", f"{FERRY}\n{SMOKE}", outlet="Mail"),
        reading("b", f"{SMOKE}\n{DOORS}", outlet="Echo"),
        reading("c", f"{FERRY}\n{DOORS}", outlet="Post"),
    ]
    (source,) = publish(collate(pile)).lost_sources.shown
    assert source.sentence == "A1, A2 and A3 have text from a page that is not in the pile"
    assert len(source.text.shown) == 3
