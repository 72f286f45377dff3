"""What an article's lines say of it: writer, outlet, dates, credits."""

import pytest

from twosource.intake.kinds.text import read_text
from twosource.intake.metadata import article_of
from twosource.model import Article, Attested, CreditKind, DateRole

SENTENCE = (
    "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
)
ANOTHER = "The caretaker said that he had seen many birds but never one as patient as this one was."


def article(*lines: str) -> Article:
    return article_of("0" * 16, "a.txt", read_text("\n".join(lines).encode()))


def value(found: Attested | None) -> str | None:
    return found.value if found else None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ada Quill", "Ada Quill"),
        ("By Ada Quill, foreign desk", "Ada Quill"),  # the beat is no name
        ("By Ada Quill, on the quay, Bracken", "Ada Quill"),
        ("by Ada Quill | May 3, 2031 | 2 min read", "Ada Quill"),
        ("Words: Ada Quill", "Ada Quill"),
        ("posted by heronfan79 on Friday 3 May 2031", "heronfan79"),  # a handle
        ("Ada Quill in Bracken", "Ada Quill"),  # no cue
        ("ADA QUILL, BRACKEN AND WEIR", "ADA QUILL"),  # capitals
        ("Ada Quill and Tom Reed", "Ada Quill and Tom Reed"),
        ("Bracken Post staff", "Bracken Post staff"),  # a desk
        ("By our lake correspondent, Bracken", "our lake correspondent"),
        ("Written By | 3 May 2031", None),  # the name was lost on the way
    ],
)
def test_the_byline_is_the_writer_and_nothing_else(line: str, byline: str | None) -> None:
    assert value(article("Heron lands on roof", line, SENTENCE, ANOTHER).byline) == byline


def test_a_lost_byline_is_found_over_the_note_on_the_author() -> None:
    found = article(SENTENCE, ANOTHER, "Ada Quill", "Ada Quill is a gardener in Bracken.")
    assert value(found.byline) == "Ada Quill"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("Heron lands on roof", "3 May 2031", SENTENCE), "2031-05-03"),
        (("Heron lands on roof", "Published 3.5.2031, 06:15", SENTENCE), "2031-05-03"),
        (("THE BRACKEN POST", "3 May 2031", "Heron lands on roof", SENTENCE), "2031-05-03"),
        (("Heron lands on roof", f"BRACKEN, May 3, 2031 (QPA) - {SENTENCE}"), "2031-05-03"),
        (("Heron lands on roof", "Updated: 3 May 2031", SENTENCE), "2031-05-03"),
        (("By Ada Quill, originally published in, May 3, 2031", SENTENCE), "2031-05-03"),
        (("Heron lands on roof", "Published 3/5/2031", SENTENCE), "[2031-03-05,2031-05-03]"),
        (
            ("Friday, May 3, 2031", "HomeNews", "Heron lands on roof", SENTENCE),
            None,
        ),  # site's clock
        (("Home | News | Sport", "3 May 2031", "Heron lands on roof", SENTENCE), None),
        (("Saved copy, 3 May 2031", "Heron lands on roof", SENTENCE), None),
        (("Heron lands on roof", "31 April 2031", SENTENCE), None),  # no such day
        (("Heron lands on roof", SENTENCE, "It was born on 3 May 2031, he said."), None),
    ],
)
def test_the_date_of_publication_is_the_storys_own_or_none(
    lines: tuple[str, ...], day: str | None
) -> None:
    found = article(*lines, ANOTHER).published
    assert (found.interval.value if found else None) == day


def test_the_day_a_page_was_copied_is_kept_as_what_it_is() -> None:
    (found,) = article("Saved on 3 May 2031", "Heron lands on roof", SENTENCE, ANOTHER).dates
    assert found.role is DateRole.CRAWLED


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("BRACKEN, May 3, 2031 (QPA) - ", "BRACKEN, May 3, 2031"),
        ("Bracken, May 3, 2031—", "Bracken, May 3, 2031"),  # a dash that touches the first word
        ("BRACKEN: ", "BRACKEN"),
        ("BRACKEN, Mo. (KQPA) — ", "BRACKEN, Mo."),  # a station's call sign
        ("BRACKEN, May 3 (QPA) - ", "BRACKEN, May 3"),  # the year is left out
        ("BRACKEN, Weir, 3 May (QPA) — ", "BRACKEN, Weir, 3 May"),
        ("Bracken, May 3 — ", None),  # neither a year, nor capitals, nor an agency's mark
        ("The town - ", None),  # a sentence with a dash
        ("Ada Quill: ", None),  # a speaker
        ("", None),
    ],
)
def test_the_dateline_opens_the_text(opening: str, dateline: str | None) -> None:
    assert value(article("Heron lands on roof", opening + SENTENCE, ANOTHER).dateline) == dateline


@pytest.mark.parametrize(
    ("line", "kind", "named"),
    [
        ("Source: QPA", CreditKind.SYNDICATION, ["QPA"]),
        ("Source » herondaily", CreditKind.SYNDICATION, ["herondaily"]),
        (
            "With material from QPA and The Weir Post.",
            CreditKind.SYNDICATION,
            ["QPA", "The Weir Post"],
        ),
        ("Material from QPA was used in this report.", CreditKind.SYNDICATION, ["QPA"]),
        ("Reporting by Ada Quill", CreditKind.REPORTING, ["Ada Quill"]),
        ("(Reporting by Ada Quill; editing by Bo Reed)", CreditKind.REPORTING, ["Ada Quill"]),
        (
            "This article first appeared in The Weir Post.",
            CreditKind.REPUBLICATION,
            ["The Weir Post"],
        ),
        ("With agency reports", CreditKind.AGENCY, [None]),
        (
            "Originally published in, May 3, 2031",
            CreditKind.REPUBLICATION,
            [None],
        ),  # the name is lost
    ],
)
def test_a_credit_line_says_whom_it_names(
    line: str, kind: CreditKind, named: list[str | None]
) -> None:
    found = article("Heron lands on roof", SENTENCE, ANOTHER, line).credits
    assert [credit.named for credit in found] == named
    assert {credit.kind for credit in found} == {kind}


def test_a_dateline_on_a_line_of_its_own_is_no_byline() -> None:
    found = article("Heron lands on roof", "UPPER BRACKEN, May 3 —", SENTENCE, ANOTHER)
    assert value(found.dateline) == "UPPER BRACKEN, May 3"
    assert found.byline is None


def test_an_agencys_mark_in_the_dateline_is_a_credit_and_a_call_sign_is_not() -> None:
    agency = article("Heron lands on roof", f"BRACKEN, May 3, 2031 (QPA) - {SENTENCE}", ANOTHER)
    yearless = article("Heron lands on roof", f"BRACKEN, May 3 (QPA) - {SENTENCE}", ANOTHER)
    station = article("Heron lands on roof", f"BRACKEN, Mo. (KQPA) — {SENTENCE}", ANOTHER)
    assert [(one.kind, one.named) for one in agency.credits] == [(CreditKind.AGENCY, "QPA")]
    assert [(one.kind, one.named) for one in yearless.credits] == [(CreditKind.AGENCY, "QPA")]
    assert yearless.dateline is not None
    assert yearless.dateline.place == "BRACKEN"
    assert station.credits == ()


@pytest.mark.parametrize(
    ("line", "named", "reason"),
    [
        (f"{SENTENCE} (dpa)", ["dpa"], "in brackets behind the last sentence"),
        (f"{SENTENCE} (AFP/dpa)", ["AFP", "dpa"], "two of them"),
        (f"{SENTENCE} – Reuters", ["Reuters"], "behind a dash"),
        ("“It is a patient bird.” —AP", ["AP"], "behind words that are quoted"),
        (
            "He had told it to the Associated Press (AP).",
            [],
            "a name and what it is called for short",
        ),
        ("He had told it to AFP.", [], "whom somebody told is no mark"),
        (f"{SENTENCE} (Bracken)", [], "no agency"),
        ("The heron was seen by the keeper of the AP – Reuters", [], "no sentence is closed"),
    ],
)
def test_an_agencys_mark_behind_a_paragraph_is_a_credit(
    line: str, named: list[str], reason: str
) -> None:
    found = article("Heron lands on roof", SENTENCE, ANOTHER, line)
    assert [one.named for one in found.credits] == named, reason
    spans = [one.span for one in found.credits]
    assert [span.of(found.text) for span in spans if span] == named, reason


@pytest.mark.parametrize("line", ["Par Ada Quill (avec AFP)", "By Ada Quill with AFP"])
def test_an_agency_with_whose_material_a_writer_wrote_is_a_credit(line: str) -> None:
    (credit,) = article("Heron lands on roof", line, SENTENCE, ANOTHER).credits
    assert (credit.kind, credit.named) == (CreditKind.AGENCY, "AFP")


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (("THE BRACKEN POST", "Heron lands on roof", SENTENCE), "THE BRACKEN POST"),
        (("Heron lands on roof", "Bracken Post, 3 May 2031", SENTENCE), "Bracken Post"),
        (("Heron lands on roof", SENTENCE, ANOTHER, "© 2031 Bracken Post"), "Bracken Post"),
        (("heron.example › birds", "Heron lands on roof", SENTENCE), "heron.example"),
        (("*Bracken Post* — **3 May 2031**", "# Heron lands on roof", SENTENCE), "Bracken Post"),
        (
            ("# Heron lands on roof", "Bracken Post", "By Ada Quill", "3 May", SENTENCE),
            "Bracken Post",
        ),
        (("Bracken Roofs plc", "About the heron", "Press release", SENTENCE), "Bracken Roofs plc"),
        (("Bracken Roofs S.A.", "About the heron", SENTENCE), "Bracken Roofs S.A."),
        (("Press release", "Heron lands on roof", SENTENCE), None),  # a label is no name
        (("Heron lands on roof", SENTENCE), None),
        (("Heron lands on roof", f"BRACKEN (QPA) - {SENTENCE}"), None),  # whose copy is not said
    ],
)
def test_an_outlet_is_named_only_where_the_page_names_it(
    lines: tuple[str, ...], outlet: str | None
) -> None:
    assert value(article(*lines, ANOTHER).outlet) == outlet


def test_whatever_is_attested_in_the_text_stands_where_its_span_says() -> None:
    found = article(
        "\ufeffTHE BRACKEN POST",
        "Heron lands on roof",
        "By Ada Quill, 3 May 2031",
        SENTENCE,
        "With material from QPA",
    )
    attested = [found.title, found.byline, found.outlet]
    assert [one.span and one.span.of(found.text) for one in attested if one] == [
        one.value for one in attested if one
    ]
    assert [one.span and one.span.of(found.text) for one in found.dates] == ["3 May 2031"]
    (credit,) = found.credits
    assert credit.span is not None
    assert credit.span.of(found.text) == "With material from QPA"


@pytest.mark.parametrize(
    ("line", "persons", "organisations"),
    [
        ("By Ada Quill and Tom Reed", ("Ada Quill", "Tom Reed"), ()),
        ("By Ada Quill, AP", ("Ada Quill",), ("AP",)),  # an agency beside the writer
        ("By ADA QUILL, Associated Press", ("ADA QUILL",), ("Associated Press",)),
        ("Bracken Post staff", (), ("Bracken Post staff",)),
        ("By Ada Quill, foreign desk", ("Ada Quill",), ()),  # a beat is nobody
    ],
)
def test_a_byline_keeps_persons_and_organisations_apart(
    line: str, persons: tuple[str, ...], organisations: tuple[str, ...]
) -> None:
    found = article("Heron lands on roof", line, SENTENCE, ANOTHER).byline
    assert found is not None
    assert found.persons == persons
    assert found.organisations == organisations


def test_an_agency_in_the_byline_is_a_credit() -> None:
    (credit,) = article("Heron lands on roof", "By Ada Quill, AP", SENTENCE, ANOTHER).credits
    assert (credit.kind, credit.named) == (CreditKind.AGENCY, "AP")


@pytest.mark.parametrize(
    ("line", "kind", "named"),
    [
        ("© 2031 The Bracken Post. All rights reserved.", CreditKind.RIGHTS, "The Bracken Post"),
        (
            "© 2031 The Associated Press. All rights reserved.",
            CreditKind.AGENCY,
            "The Associated Press",
        ),
    ],
)
def test_a_notice_of_rights_names_its_holder_and_an_agency_that_holds_them_wrote_it(
    line: str, kind: CreditKind, named: str
) -> None:
    (credit,) = article("Heron lands on roof", SENTENCE, ANOTHER, line).credits
    assert (credit.kind, credit.named) == (kind, named)


def test_a_dateline_gives_its_place_apart_from_its_date() -> None:
    line = f"BRACKEN, Mo., May 3, 2031 (QPA) - {SENTENCE}"
    found = article("Heron lands on roof", line, ANOTHER).dateline
    assert found is not None
    assert found.place == "BRACKEN, Mo."


@pytest.mark.parametrize(
    ("told", "saved", "days"),
    [
        ("It flew away on 26 December 2030, he said.", "10 January 2031", "2030-12-26/2031-01-10"),
        ("It will be back on 26 December 2030, he said.", "10 January 2031", None),  # to come
        ("It flew away on 26 December 2020, he said.", "10 January 2031", None),  # too long ago
        ("It flew away on 26 February 2031, he said.", "10 January 2031", None),  # after the copy
    ],
)
def test_a_story_without_a_day_came_out_between_what_it_tells_of_and_its_copy(
    told: str, saved: str, days: str | None
) -> None:
    found = article("Heron lands on roof", SENTENCE, told, ANOTHER, f"Saved on {saved}").published
    assert (found.interval.value if found else None) == days


def test_the_language_of_a_text_is_told_by_its_small_words() -> None:
    assert article("Heron lands on roof", SENTENCE, ANOTHER).language == "en"
    german = "Der Reiher saß auf dem Dach und wollte nicht gehen, wie der Hausmeister sagte. " * 3
    assert article("Reiher auf dem Dach", german).language == "de"
