import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from evaluation.neutral import schema, to_neutral
from evaluation.neutral.__main__ import main
from evaluation.neutral.layers import direction, document, joined, known_speaker, quote, value
from tests.builders import article, evidence, ferry_story, reading, statement, words
from twosource.model import (
    Block,
    BlockKind,
    Collation,
    Credit,
    CreditKind,
    DerivationKind,
    Quantity,
    QuantityKind,
    Relay,
    Span,
    Speaker,
    SpeakerKind,
    StatementKind,
)


@pytest.fixture
def story() -> Collation:
    return ferry_story()


def text_of(stretch: schema.Stretch, story: Collation) -> str:
    texts = {reading.article.name: reading.article.text for reading in story.readings}
    return texts[stretch.doc][stretch.start : stretch.end]


def test_every_article_is_a_document_under_its_file_name(story: Collation) -> None:
    documents = to_neutral(story).documents
    assert {one.doc for one in documents} == {
        "nordlake-press.txt",
        "brenn-daily.txt",
        "shoal.txt",
    }
    assert {one.doc: one.published for one in documents}["brenn-daily.txt"] == "2031-03-04"


def test_the_lines_of_a_menu_are_counted_from_one() -> None:
    page = article("A title", "A body.", menu="Home | News\nWeather")
    assert document(page).boilerplate_lines == (1, 2)


@pytest.mark.parametrize(
    ("kind", "furniture"),
    [
        (BlockKind.NAVIGATION, True),
        (BlockKind.RELATED, True),
        (BlockKind.CAPTION, True),
        (BlockKind.BODY, False),
        (BlockKind.SUBHEAD, False),
        (BlockKind.TITLE, False),
        (BlockKind.BYLINE, False),  # leaves the body as metadata, scored on neither side
        (BlockKind.CREDIT, False),
        (BlockKind.BIO, False),
    ],
)
def test_furniture_is_what_is_no_part_of_the_article(kind: BlockKind, furniture: bool) -> None:  # noqa: FBT001 - a column of the table
    line = replace(article("x"), text="x", blocks=(Block(Span(0, 1), kind, ""),))
    assert document(line).boilerplate_lines == ((1,) if furniture else ())


def test_a_reporters_line_is_not_taken_for_the_origin_of_the_text() -> None:
    page = replace(
        article("A title"),
        credits=(
            Credit(CreditKind.REPORTING, "Ida Holm", "line"),
            Credit(CreditKind.AGENCY, "Nordlake Press", "line"),
        ),
    )
    assert document(page).credit == "Nordlake Press"


def test_a_quotation_keeps_its_words_its_speaker_and_the_role(story: Collation) -> None:
    crack = next(q for q in to_neutral(story).quotes if q.doc == "nordlake-press.txt")
    assert (crack.type, crack.speaker, crack.role) == ("direct", "Tove Arnesen", "the ferry's mate")
    assert [text_of(part, story) for part in crack.content] == ["We heard a crack and then nothing"]


@pytest.mark.parametrize(
    ("kind", "known", "speaker"),
    [
        (StatementKind.DIRECT, SpeakerKind.NAMED, "Tove"),
        (StatementKind.INDIRECT, SpeakerKind.DESCRIBED, "Tove"),
        (StatementKind.DIRECT, SpeakerKind.UNRESOLVED, None),  # two candidates are no speaker
        (StatementKind.FRAGMENT, SpeakerKind.NAMED, None),  # nobody is quoted
    ],
)
def test_a_speaker_is_given_only_where_one_is_known(
    kind: StatementKind, known: SpeakerKind, speaker: str | None
) -> None:
    page = article("Title", "“Ho,” said Tove.")
    found = known_speaker(statement(page, "Ho,", speaker="Tove", kind=kind, known=known))
    assert (found.name if found else None) == speaker


def test_a_chain_names_those_the_words_came_through_and_ends_with_the_speaker() -> None:
    page = article("Title", "The Post quoted Tove as saying “ho” on the radio.")
    said = statement(page, "ho", speaker="Tove")
    through = Speaker("The Post", SpeakerKind.NAMED, words(page, "The Post"))
    relayed = replace(
        said,
        chain=(Relay(through, words(page, "The Post quoted")),),
        occasion=words(page, "on the radio"),
    )
    found = quote(relayed, reading(page, relayed))
    assert found.chain == ("The Post", "Tove")
    assert found.occasion == "on the radio"


@pytest.mark.parametrize(
    ("modifier", "low", "high", "expected"),
    [
        (None, 9.0, 9.0, 9.0),
        ("over", 150.0, None, 150.0),
        ("up to", None, 40.0, 40.0),
        ("between", 35.0, 40.0, "35-40"),
        ("between", 1.5e6, 2e6, "1500000-2000000"),
        (None, None, None, None),  # "several"
        (None, 100.0, None, None),  # "hundreds"
    ],
)
def test_a_quantity_is_a_number_a_range_or_nothing(
    modifier: str | None, low: float | None, high: float | None, expected: float | str | None
) -> None:
    nowhere = Span(0, 1)
    assert value(Quantity(nowhere, nowhere, low, high, modifier, None, None)) == expected


@pytest.mark.parametrize(("one", "other"), [(2, 1), (0, 0)])
def test_a_score_keeps_the_points_of_both_sides(story: Collation, one: int, other: int) -> None:
    span = Span(0, 3)
    score = Quantity(span, span, one, other, None, None, None, kind=QuantityKind.SCORE)
    plain = [replace(reading, quantities=()) for reading in story.readings]
    scored = replace(story, readings=(replace(plain[0], quantities=(score,)), *plain[1:]))
    assert [found.value for found in to_neutral(scored).quantities] == [f"{one}-{other}"]


def test_a_passage_points_from_the_parent_to_the_child(story: Collation) -> None:
    (derivation,) = story.derivations
    for pair in to_neutral(story).reuse:
        parent, child = (pair.a, pair.b) if pair.direction == "a>b" else (pair.b, pair.a)
        assert (parent.doc, child.doc) == ("nordlake-press.txt", "brenn-daily.txt")
    for kind, expected in (
        (DerivationKind.COMMON_SOURCE, "common"),
        (DerivationKind.UNDECIDED, None),
    ):
        undecided = replace(derivation, kind=kind)
        assert direction(undecided, derivation.passages[0]) == expected


def test_a_shared_quotation_alone_is_not_called_a_copy(story: Collation) -> None:
    (derivation,) = story.derivations
    undecided = replace(derivation, kind=DerivationKind.UNDECIDED)
    shared = to_neutral(replace(story, derivations=(undecided,))).reuse
    assert ["crack" in text_of(pair.a, story) for pair in shared] == [False]


def test_a_claim_gives_the_lower_count_and_the_articles_it_counts_as_one(story: Collation) -> None:
    (claim,) = to_neutral(story).claims
    assert (claim.independent_origins, claim.independent_origins_range) == (1, (1, 2))
    assert [set(origin.docs) for origin in claim.origins] == [
        {"nordlake-press.txt", "brenn-daily.txt", "shoal.txt"}
    ]
    assert claim.circular


def test_without_links_every_article_stands_alone(story: Collation) -> None:
    (claim,) = story.claims
    unlinked = replace(claim, origins=replace(claim.origins, links=()))
    assert sorted(map(len, joined(unlinked))) == [1, 1, 1]


def test_a_conflict_keeps_both_its_accounts(story: Collation) -> None:
    (conflict,) = to_neutral(story).conflicts
    assert [text_of(a.evidence[0], story) for a in conflict.accounts] == ["nine", "seven"]


def test_every_span_of_the_export_lies_inside_its_document(story: Collation) -> None:
    texts = {reading.article.name: reading.article.text for reading in story.readings}
    found = stretches(to_neutral(story))
    assert len(found) > 10
    for one in found:
        assert 0 <= one.start < one.end <= len(texts[one.doc])


def stretches(node: object) -> list[schema.Stretch]:
    if isinstance(node, schema.Stretch):
        return [node]
    if isinstance(node, msgspec.Struct):
        node = tuple(getattr(node, field) for field in node.__struct_fields__)
    return [one for part in node for one in stretches(part)] if isinstance(node, tuple) else []


def test_the_command_writes_what_the_program_finds(tmp_path: Path) -> None:
    page = tmp_path / "quay.txt"
    page.write_text("A quiet quay\n\nNothing happened at Brenn on Monday, said Tove Arnesen.\n")
    main([str(page), "-o", str(tmp_path / "out.json")])
    written = json.loads((tmp_path / "out.json").read_bytes())
    assert (written["format"], written["scope"]) == ("twosource-export/1", ["quay.txt"])


def test_evidence_names_its_document() -> None:
    page = article("Title", "Nine people.", name="quay.txt")
    where = words(page, "Nine")
    assert evidence(page, "Nine").span == where
