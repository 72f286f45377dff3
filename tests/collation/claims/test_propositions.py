from dataclasses import replace

import pytest

from tests.inline import reading
from twosource.collation.claims.propositions import find_parts
from twosource.model import Credit, CreditKind, Dateline, Span


def parts(text: str) -> list[str]:
    return [part.evidence.span.of(text) for part in find_parts(reading("a", text))]


@pytest.mark.parametrize(
    ("sentence", "told", "why"),
    [
        (
            "Nine people drowned off Port Varn, and forty were taken to the hospital.",
            ["Nine people drowned off Port Varn", "forty were taken to the hospital."],
            "two things in one sentence",
        ),
        (
            "Nine people drowned when the barge sank off Port Varn.",
            ["Nine people drowned when the barge sank off Port Varn."],
            "when it sank tells which nine",
        ),
        (
            "The repair would cost between three and five million crowns.",
            ["The repair would cost between three and five million crowns."],
            "one range",
        ),
        (
            "On 3 May 2024, after a long night, the council closed the bridge for good.",
            ["On 3 May 2024, after a long night, the council closed the bridge for good."],
            "when tells nothing by itself",
        ),
        (
            "The old bridge was closed to lorries, the nurse Ada Moor told reporters in the hall.",
            ["The old bridge was closed to lorries"],
            "to whom she said it is no part of what she said",
        ),
        (
            "“The old bridge was closed to lorries,” said Ada Moor, who lives beside the quay.",
            ["“The old bridge was closed to lorries", "lives beside the quay."],
            "what is said, and what is told of her",
        ),
        ("It rained.", [], "too little to be recognised"),
        (
            "Despite efforts to portray Velk as a hero, boys tore down his posters.",
            ["Despite efforts to portray Velk as a hero, boys tore down his posters."],
            "“Velk as a hero” is no clause without who portrays him so",
        ),
        (
            "Ada Moor described the old ferry as a floating coffin for the poor.",
            ["Ada Moor described the old ferry as a floating coffin for the poor."],
            "the same where it is a sentence of its own",
        ),
        (
            "Divers found a valley in which nine barns had burned down.",
            ["Divers found a valley", "nine barns had burned down."],
            "“a valley” is no clause without who found it",
        ),
        (
            "“A floating coffin for the poor of the port,” said Ada Moor.",
            ["“A floating coffin for the poor of the port"],
            "who quotes without a verb quotes all there is",
        ),
        (
            "Two ferries burned, an aide said on condition of anonymity, and a barge sank.",
            ["Two ferries burned", "a barge sank."],
            "on what condition is left of who says it, without a verb",
        ),
        (
            "Ada Moor, 68, a retired teacher, said the old bridge had been closed to lorries.",
            ["the old bridge had been closed to lorries."],
            "so is who she is",
        ),
        (
            "Two dead in a ferry fire off Port Varn.",
            ["Two dead in a ferry fire off Port Varn."],
            "a line without a verb is all there is of its sentence",
        ),
        (
            "The ferry Alba carried 40 lorries, nine of which burned on the lower deck.",
            ["The ferry Alba carried 40 lorries", "nine of which burned on the lower deck."],
            "nine are of what burned and not of what the ferry carried",
        ),
        (
            "It heard of it from the owner, on the evening of 9 March and closed the dam.",
            [
                "It heard of it from the owner, on the evening of 9 March",
                "closed the dam.",
            ],
            "what “and” joins is told of nobody before it",
        ),
    ],
)
def test_a_sentence_is_cut_into_clauses_that_each_tell_something(
    sentence: str, told: list[str], why: str
) -> None:
    assert parts(sentence) == told, why


def test_from_where_an_article_was_filed_is_no_part_of_what_it_tells() -> None:
    text = "VARN, May 3 (CPB) - Nine people drowned off Port Varn in the storm."
    found = reading("a", text)
    dateline = Dateline("VARN, May 3", "as the test has it", Span(0, 11), "VARN")
    agency = Credit(CreditKind.AGENCY, "CPB", "as the test has it", Span(13, 16))
    filed = replace(found, article=replace(found.article, dateline=dateline, credits=(agency,)))
    (part,) = find_parts(filed)
    assert part.evidence.span.of(text) == "Nine people drowned off Port Varn in the storm."


def test_a_part_keeps_all_that_its_sentence_says() -> None:
    text = "Nine people drowned off Port Varn, and forty were taken to the hospital."
    for part in find_parts(reading("a", text)):
        assert part.words < part.whole.words
