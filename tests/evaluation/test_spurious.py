from evaluation.spurious import HALF, Pair, Verdict, measures, sample, verdicts
from twosource.model import Derivation, DerivationKind, Evidence, Passage, PassageKind, Span

SETS = ("allsides5k", "allsides_agency", "pile_helsinki", "pile_census", "pile_spotify")


def derivation(verdict: Verdict, *, moved: int = 0) -> Derivation:
    """What the program would say of a pair that was read, with its passage further on."""
    a0, a1, b0, b1 = (place + moved for place in verdict.at)
    sides = Evidence(verdict.a, Span(a0, a1)), Evidence(verdict.b, Span(b0, b1))
    passage = Passage(*sides, PassageKind.VERBATIM, 1.0, ())
    return Derivation(
        parent=verdict.a,
        child=verdict.b,
        kind=DerivationKind.COPY,
        confidence=0.9,
        share=0.5,
        direct=True,
        reasons=("test",),
        passages=(passage,),
    )


def figures(*, moved: int = 0, without: int = 0) -> dict[str, float]:
    found: dict[str, list[Derivation]] = {name: [] for name in SETS}
    for verdict in verdicts()[without:]:
        found[verdict.set].append(derivation(verdict, moved=moved))
    return {figure.id.removeprefix("reuse.sample."): figure.value for figure in measures(found)}


def test_a_hundred_pairs_were_read_half_of_them_of_the_news_sets() -> None:
    read = verdicts()
    assert len(read) == len({(one.set, one.a, one.b) for one in read}) == 2 * HALF
    assert sum(one.set.startswith("allsides") for one in read) == HALF
    assert all(one.reason for one in read)


def test_what_was_read_is_counted() -> None:
    assert figures() == {"spurious": sum(one.spurious for one in verdicts()), "unread": 0}


def test_a_pair_whose_passage_is_another_now_was_not_read() -> None:
    assert figures(moved=10_000) == {"spurious": 0, "unread": 2 * HALF}


def test_a_pair_that_is_no_longer_reported_is_not_counted() -> None:
    assert figures(without=HALF)["unread"] == 0
    assert figures(without=HALF)["spurious"] <= figures()["spurious"]


def test_the_draw_does_not_depend_on_the_order_of_what_is_found() -> None:
    found = {name: [derivation(one) for one in verdicts() if one.set == name] for name in SETS}
    turned = {name: list(reversed(pairs)) for name, pairs in found.items()}
    assert [pair.lot for pair in sample(found)] == [pair.lot for pair in sample(turned)]
    assert isinstance(sample(found)[0], Pair)
