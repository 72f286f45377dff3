import itertools

import pytest

from tests.collation.reuse.test_derivations import FERRY, agency, reading
from twosource.collation.reuse import derive, find_lost_sources, find_passages
from twosource.model import Credit, CreditKind, Derivation, DerivationKind, LostSource, Reading

SMOKE = (
    "Smoke rose from the car deck half an hour after the ship had left Galdo, and the master told "
    "everybody over the loudspeakers to sit down and to wait for the boats of the rescue service."
)
DOORS = (
    "Divers found the forward doors chained from outside, a thing for which the shipping line had "
    "no word of explanation when its office in Castrel was asked on three days in a row."
)
SOURCE = Credit(CreditKind.SYNDICATION, "CPB", "stated")


def found(*pile: Reading) -> tuple[tuple[Derivation, ...], tuple[LostSource, ...]]:
    derivations = derive(pile, find_passages(pile))
    return derivations, find_lost_sources(derivations)


def words(source: LostSource, *pile: Reading) -> list[str]:
    texts = {one.article.id: one.article.text for one in pile}
    return [one.span.of(texts[one.article]) for one in source.text]


def test_two_that_credit_an_agency_that_is_not_in_the_pile_have_it_from_there() -> None:
    a = reading("a", outlet="Mail", day="2024-03-01", credit=agency("CPB"))
    b = reading("b", outlet="Echo", day="2024-03-04", credit=SOURCE)
    (one,), (source,) = found(a, b)

    assert (one.kind, one.direct) == (DerivationKind.LOST_SOURCE, False)
    assert source.reasons == ("Mail (a) and Echo (b) both credit CPB, which is not in the pile.",)
    assert (source.name, source.articles, source.confidence) == ("CPB", ("a", "b"), 0.8)
    assert words(source, a, b) == [FERRY.rstrip(".")]


@pytest.mark.parametrize(
    ("agency_outlet", "why"),
    [
        ("CPB", "its own page is there"),
        ("Central Press Bureau", "its initials are credited"),
        (None, "a dispatch without an outlet bears its mark"),
    ],
)
def test_a_house_of_which_an_article_is_there_is_not_lost(
    agency_outlet: str | None, why: str
) -> None:
    mark = None if agency_outlet else agency("CPB")
    first = reading("c", outlet=agency_outlet, day="2024-03-01", credit=mark)
    others = (
        reading("a", outlet="Mail", day="2024-03-02", credit=SOURCE),
        reading("b", outlet="Echo", day="2024-03-04", credit=SOURCE),
    )
    derivations, lost = found(first, *others)
    assert lost == (), why
    assert all(one.kind is not DerivationKind.LOST_SOURCE for one in derivations)


@pytest.mark.parametrize(
    ("other", "kind", "why"),
    [
        ("2024-03-01", DerivationKind.LOST_SOURCE, "who says it is an agency's had it from there"),
        ("2024-03-03", DerivationKind.LOST_SOURCE, "of one day, the same"),
        (None, DerivationKind.LOST_SOURCE, "not known to be later"),
        ("2024-03-05", DerivationKind.COPY, "the later one can have it from the one that credits"),
    ],
)
def test_one_credit_tells_unless_the_other_came_later(
    other: str | None, kind: DerivationKind, why: str
) -> None:
    crediting = reading("a", outlet="Mail", day="2024-03-03", credit=SOURCE)
    (one,), _ = found(crediting, reading("b", outlet="Echo", day=other))
    assert one.kind is kind, why


def test_a_house_that_one_credits_in_a_line_can_be_named_in_the_text_of_the_other() -> None:
    crediting = reading("a", outlet="Mail", day="2024-03-01", credit=SOURCE)
    (one,), _ = found(
        crediting, reading("b", f"{FERRY} CPB has more.", outlet="Echo", day="2024-03-05")
    )
    assert (one.kind, one.source) == (DerivationKind.LOST_SOURCE, "CPB")


def test_ones_own_reporting_is_no_house() -> None:
    own = Credit(CreditKind.SYNDICATION, "own reporting", "stated")
    (one,), lost = found(reading("a", credit=own), reading("b", credit=own))
    assert (one.kind, lost) == (DerivationKind.UNDECIDED, ())


def test_a_notice_of_rights_is_no_credit() -> None:
    rights = Credit(CreditKind.RIGHTS, "CPB", "stated")
    (one,), lost = found(reading("a", credit=rights), reading("b", credit=rights))
    assert (one.kind, lost) == (DerivationKind.UNDECIDED, ())


def test_none_of_three_is_the_source_where_each_lacks_what_the_others_share() -> None:
    pile = (
        reading("a", f"{FERRY}\n{SMOKE}", outlet="Mail"),
        reading("b", f"{SMOKE}\n{DOORS}", outlet="Echo"),
        reading("c", f"{FERRY}\n{DOORS}", outlet="Post"),
    )
    derivations, (source,) = found(*pile)
    assert {one.kind for one in derivations} == {DerivationKind.LOST_SOURCE}
    assert (source.name, source.articles) == (None, ("a", "b", "c"))
    parts = [part.rstrip(".") for part in (FERRY, SMOKE, DOORS)]
    assert [text.rstrip(".") for text in words(source, *pile)] == parts


def test_where_one_of_three_has_it_all_nothing_is_lost() -> None:
    _, lost = found(
        reading("a", f"{FERRY}\n{SMOKE}\n{DOORS}", outlet="Mail"),
        reading("b", f"{SMOKE}\n{DOORS}", outlet="Echo"),
        reading("c", f"{FERRY}\n{DOORS}", outlet="Post"),
    )
    assert lost == ()


def test_two_agencies_are_two_sources() -> None:
    other = Credit(CreditKind.SYNDICATION, "Lakewire", "stated")
    pile = (
        reading("a", FERRY, outlet="Mail", credit=SOURCE),
        reading("b", FERRY, outlet="Echo", credit=SOURCE),
        reading("c", DOORS, outlet="Post", credit=other),
        reading("d", DOORS, outlet="Star", credit=other),
    )
    _, lost = found(*pile)
    assert [(one.name, one.articles) for one in lost] == [
        ("CPB", ("a", "b")),
        ("Lakewire", ("c", "d")),
    ]


def test_the_order_of_the_articles_does_not_matter() -> None:
    pile = (
        reading("a", f"{FERRY}\n{SMOKE}", outlet="Mail"),
        reading("b", f"{SMOKE}\n{DOORS}", outlet="Echo"),
        reading("c", f"{FERRY}\n{DOORS}", outlet="Post", credit=SOURCE),
    )
    assert len({found(*order) for order in itertools.permutations(pile)}) == 1


def test_what_two_have_by_way_of_a_third_is_from_where_the_third_has_it() -> None:
    retouched = FERRY.replace("143 people", "134 people").replace("to the hospital in", "to")
    derivations, (source,) = found(
        reading("b", FERRY.replace("late on", "late"), outlet="Echo", day="2024-03-01"),
        reading("c", retouched.replace("late on", "late"), outlet="Post", day="2024-03-07"),
        reading(
            "d", FERRY.replace("most of", "many of"), outlet="Star", day="2024-03-06", credit=SOURCE
        ),
    )
    kinds = {(one.parent, one.child): one.kind for one in derivations}
    assert kinds == {
        ("b", "c"): DerivationKind.COPY,
        ("b", "d"): DerivationKind.LOST_SOURCE,
        ("c", "d"): DerivationKind.LOST_SOURCE,
    }
    assert source.articles == ("b", "c", "d")
