from datetime import date

import pytest

from twosource.collation.reuse import derive, find_passages
from twosource.model import (
    Article,
    Attested,
    Block,
    BlockKind,
    Credit,
    CreditKind,
    DateEvidence,
    DateRole,
    Derivation,
    DerivationKind,
    Interval,
    Reading,
    Span,
    Statement,
    StatementKind,
)

FERRY = (
    "A fire broke out late on Thursday aboard the ferry Santa Brizia while it was crossing the "
    "lake with 143 people on board, the harbour office said. Rescuers brought most of the "
    "passengers ashore before midnight, and two of them died on the way to the hospital in Galdo."
)


def reading(  # noqa: PLR0913, PLR0917, each is a thing the direction hangs on
    name: str,
    text: str = FERRY,
    day: str | None = None,
    role: DateRole = DateRole.PUBLISHED,
    outlet: str | None = None,
    credit: Credit | None = None,
    quoted: str | None = None,
) -> Reading:
    article = Article(
        id=name,
        name=name,
        text=text,
        blocks=(Block(Span(0, len(text)), BlockKind.BODY, "whole text"),),
        outlet=Attested(outlet, "stated") if outlet else None,
        published=dated(day, role) if day else None,
        credits=(credit,) if credit else (),
    )
    return Reading(article, (), (statement(text, quoted),) if quoted else (), (), ())


def dated(day: str, role: DateRole) -> DateEvidence:
    when = date.fromisoformat(day)
    return DateEvidence(Interval(day, when, when), role, "stated", 1.0)


def statement(text: str, words: str) -> Statement:
    span = Span(text.index(words), text.index(words) + len(words))
    return Statement(StatementKind.DIRECT, (span,), None, None, None, None, "quoted")


def agency(name: str) -> Credit:
    return Credit(CreditKind.AGENCY, name, "stated")


def derived(*pile: Reading) -> dict[tuple[str, str], Derivation]:
    found = derive(pile, find_passages(pile))
    return {(one.parent, one.child): one for one in found}


def verdict(a: Reading, b: Reading) -> Derivation:
    ((_, derivation),) = derived(a, b).items()
    return derivation


def test_the_earlier_article_is_the_parent_and_the_reason_names_both() -> None:
    found = verdict(reading("b", day="2024-03-02"), reading("a", day="2024-03-04"))

    assert (found.kind, found.parent, found.child) == (DerivationKind.COPY, "b", "a")
    assert found.reasons == ("b came out before a: they are dated 2024-03-02 and 2024-03-04.",)


def test_the_day_on_which_a_page_was_fetched_tells_nothing() -> None:
    a = reading("a", day="2024-03-02", role=DateRole.CRAWLED)
    found = verdict(a, reading("b", day="2024-03-04", role=DateRole.CRAWLED))

    assert found.kind is DerivationKind.UNDECIDED
    assert found.confidence == 0.5


def test_without_any_sign_it_cannot_be_told() -> None:
    found = verdict(reading("a"), reading("b"))
    assert found.kind is DerivationKind.UNDECIDED
    assert found.reasons == ("Neither dates, credits nor changes tell whether a or b came first.",)


def test_a_credit_line_names_the_parent() -> None:
    credit = Credit(CreditKind.REPUBLICATION, "the Galdo Mail", "stated")
    found = verdict(reading("a", credit=credit), reading("b", outlet="Galdo Mail"))

    assert (found.kind, found.parent) == (DerivationKind.COPY, "b")
    assert found.reasons == ("a credits the Galdo Mail, which is Galdo Mail (b).",)


def test_who_bears_the_mark_of_an_agency_has_it_from_there_though_another_be_nearer() -> None:
    wire = reading("w", f"GALDO, March 7 - {FERRY}", day="2024-03-07", outlet="Nordwire")
    copy = reading("x", day="2024-03-07", outlet="Galdo Mail")
    credited = reading("y", f"Fire. {FERRY}", "2024-03-08", credit=agency("Nordwire"))
    pile = [wire, copy, credited]
    found = {(one.parent, one.child): one for one in derive(pile, find_passages(pile))}
    assert found["w", "y"].kind is DerivationKind.COPY
    assert found["w", "y"].direct
    assert not found["x", "y"].direct
    assert found["x", "y"].reasons == (
        "Nordwire (w), whose mark one of the two bears, has what they share.",
    )


def test_an_article_never_derives_from_one_published_later_whatever_it_credits() -> None:
    credit = Credit(CreditKind.REPUBLICATION, "Galdo Mail", "stated")
    early = reading("a", day="2024-03-01", credit=credit)
    late = reading("b", day="2024-03-05", outlet="Galdo Mail")

    assert verdict(early, late).kind is DerivationKind.UNDECIDED


def test_two_that_credit_one_agency_have_it_from_there() -> None:
    a, b = reading("a", credit=agency("CPB")), reading("b", credit=agency("CPB"))
    found = verdict(a, b)

    assert found.kind is DerivationKind.COMMON_SOURCE
    assert found.reasons == ("a and b both credit the agency cpb.",)


def test_an_article_without_an_outlet_that_bears_an_agencys_mark_is_the_agencys_own() -> None:
    a, b = reading("a", credit=agency("CPB")), reading("b", outlet="Mail", credit=agency("CPB"))
    found = verdict(a, b)

    assert (found.kind, found.parent) == (DerivationKind.COPY, "a")
    assert found.reasons == ("Mail (b) credits CPB, which is a.",)


def test_words_that_both_quote_do_not_make_one_a_copy_of_the_other() -> None:
    found = verdict(
        reading("a", day="2024-03-01", quoted=FERRY), reading("b", day="2024-03-02", quoted=FERRY)
    )
    assert found.kind is DerivationKind.UNDECIDED
    assert found.reasons == (
        "a and b share only quoted words, posts or captions, which both can have found.",
    )


def test_words_in_own_voice_come_before_the_same_words_in_quotation_marks() -> None:
    quoting = f"The Lake Council said, “{FERRY}”"
    found = verdict(reading("a", quoting, quoted=FERRY), reading("b"))

    assert (found.kind, found.parent) == (DerivationKind.COPY, "b")
    assert found.reasons == ("a puts words in quotation marks that b says in its own voice.",)


def test_a_copy_of_a_copy_is_no_direct_copy_of_the_first() -> None:
    found = derived(
        reading("a", day="2024-03-01"),
        reading("b", FERRY.replace("143", "113"), day="2024-03-02"),
        reading("c", FERRY.replace("143", "113").replace("late ", ""), day="2024-03-03"),
    )
    assert {pair for pair, one in found.items() if one.direct} == {("a", "b"), ("b", "c")}
    assert ("a", "c") in found


@pytest.mark.parametrize("part", [1.0, 0.5])
def test_the_share_is_the_part_of_the_shorter_article_that_lies_in_passages(part: float) -> None:
    own = " ".join(word[::-1] for word in FERRY.split())
    text = FERRY if part == 1 else f"{FERRY}\n{own}"
    found = verdict(reading("a", text), reading("b", f"{FERRY}\n{own[::-1]} {own[::-1]}"))

    assert found.share == pytest.approx(part, abs=0.02)
