from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import count, pairwise, product
from random import Random
from string import ascii_lowercase, digits

import numpy as np
import pytest
from numpy.typing import NDArray

from twosource.errors import UsageError
from twosource.model import NameKind, Span
from twosource.reading.tagger import Part, Role, Tagger, Tags, load
from twosource.reading.tagger.decoding import decode
from twosource.reading.tagger.pieces import Vocabulary, cut_into_pieces, shape_of
from twosource.reading.tagger.spacy import SpacyTagger
from twosource.reading.tagger.tags import ATTRIBUTION_LABELS, NAME_LABELS

FERRY = (
    "The ferry Morning Star sank off Port Ellery on Tuesday, killing at least 14 people.\n\n"
    "“We told them twice that the ramp was rotten,” said Anna Kowalski, a deckhand.\n\n"
    "Harbour Board chairman Viktor Lindqvist denied that his office had been warned. "
    "He told Reuters that the last inspection, in March, had found nothing.\n\n"
    "According to the coast guard, three Norwegian tourists are still missing."
)


def sentences_of(text: str) -> list[Span]:
    """One sentence a paragraph is enough here."""
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def read(text: str) -> Tags:
    return load().read(text, sentences_of(text))


def named(text: str) -> dict[str, NameKind]:
    return {name.span.of(text): name.kind for name in read(text).names}


def said(text: str, role: Role) -> list[str]:
    return [part.span.of(text) for part in read(text).parts if part.role is role]


# ── Names ────────────────────────────────────────────────────────────────────────────────────────


def test_people_places_and_bodies_are_told_apart() -> None:
    names = named(FERRY)
    assert names["Anna Kowalski"] is NameKind.PERSON
    assert names["Viktor Lindqvist"] is NameKind.PERSON
    assert names["Port Ellery"] is NameKind.PLACE
    assert names["Reuters"] is NameKind.ORGANISATION
    assert names["Norwegian"] is NameKind.GROUP


def test_a_name_is_found_without_its_title_and_possessive() -> None:
    names = named("Officials searched Dr. Lindqvist's office in Oslo on Monday.")
    assert names["Lindqvist"] is NameKind.PERSON


def test_names_are_found_where_nobody_typed_capitals() -> None:
    names = named("the senate in washington heard from angela merkel on friday.")
    assert names["angela merkel"] is NameKind.PERSON
    assert names["washington"] is NameKind.PLACE


# ── Attribution ──────────────────────────────────────────────────────────────────────────────────


def test_a_quotation_has_its_source_its_cue_and_its_marks() -> None:
    assert "“We told them twice that the ramp was rotten,”" in said(FERRY, Role.CONTENT)
    assert "said" in said(FERRY, Role.CUE)
    assert any("Anna Kowalski" in source for source in said(FERRY, Role.SOURCE))


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_the_kind_of_quotation_mark_makes_no_difference(marks: str) -> None:
    quoted = f"{marks[0]}The ramp was rotten,{marks[1]}"
    assert said(f"{quoted} said Anna Kowalski.", Role.CONTENT) == [quoted]


def test_a_source_and_a_content_hang_on_their_own_cue() -> None:
    parts = read(FERRY).parts
    hanging = {
        part.span.of(FERRY): parts[part.cue].span.of(FERRY)
        for part in parts
        if part.cue is not None
    }
    assert hanging["Harbour Board chairman Viktor Lindqvist"] == "denied"
    assert hanging["that his office had been warned"] == "denied"
    assert hanging["the coast guard"] == "According to"


def test_a_cue_hangs_on_nothing() -> None:
    assert all(part.cue is None for part in read(FERRY).parts if part.role is Role.CUE)


# ── Sentence vectors ─────────────────────────────────────────────────────────────────────────────


def test_a_paraphrase_lies_nearer_than_another_matter() -> None:
    claim, paraphrase, other = load().vectors(
        [
            "The ferry sank on Tuesday, killing at least 14 people.",
            "At least 14 died when the boat went down on Tuesday.",
            "The central bank left interest rates unchanged.",
        ]
    )
    assert claim @ paraphrase > claim @ other + 0.3


def test_each_sentence_gets_a_vector_of_unit_length() -> None:
    vectors = read(FERRY).vectors
    assert vectors.shape == (4, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)


def test_no_sentences_get_no_vectors() -> None:
    assert load().vectors([]).shape == (0, 384)


# ── Whatever comes in ────────────────────────────────────────────────────────────────────────────

HOSTILE = [
    "",
    " \n\t ",
    "x" * 10_000,
    "Zß" * 5_000 + " said Anna Kowalski.",
    "\x00Anna\x00 Kowalski\x00 said\x00 so.",
    "😀👩‍👩‍👧‍👦🇳🇴 said Anna 😀 Kowalski",
    "קרן מזרחי אמרה כי הסירה טבעה.",
    "مرحبا بالعالم Anna Kowalski قالت",
    "フェリーが火曜日に沈没した。",
    "Die Fähre sank am Dienstag, sagte Anna Kowalski.",
    "a lone \ud800 surrogate and \udfff another",
    "[CLS] [SEP] [UNK] [PAD] [MASK] said Anna.",
    "e\u0301" * 300,
    "\u00ad\u200b\ufeff",
    "“" * 500 + '"' * 500,
    "word " * 2_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_read_and_no_span_lies(text: str) -> None:
    tags = load().read(text, [Span(0, len(text))])
    for span in [name.span for name in tags.names] + [part.span for part in tags.parts]:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
    assert all(0 <= name.confidence <= 1 for name in tags.names)
    assert all(0 <= part.confidence <= 1 for part in tags.parts)
    assert np.isfinite(tags.vectors).all()


def test_a_name_ends_where_a_page_glued_the_next_word_to_it() -> None:
    names = named("Senator Anna KowalskiMORE told reporters in Oslo that she would not go.")
    assert names["Anna Kowalski"] is NameKind.PERSON


def test_a_soft_hyphen_does_not_cut_a_name() -> None:
    assert "Kowal\u00adski" in " ".join(named("Mrs. Anna Kowal\u00adski lives in Oslo."))


def test_tags_of_a_long_text_stand_where_they_stand_in_its_paragraphs() -> None:
    text = "\n\n".join([FERRY] * 12)
    found = {name.span.of(text) for name in read(text).names}
    assert {"Anna Kowalski", "Viktor Lindqvist", "Port Ellery"} <= found
    assert sum(name.span.of(text) == "Anna Kowalski" for name in read(text).names) == 12


# ── The same tags every time ─────────────────────────────────────────────────────────────────────


def shuffled_texts() -> list[str]:
    paragraphs = FERRY.split("\n\n")
    random = Random(7)  # noqa: S311
    return ["\n\n".join(random.choices(paragraphs, k=random.randint(1, 30))) for _ in range(20)]


def same(a: Sequence[Tags], b: Sequence[Tags]) -> bool:
    return all(
        x.names == y.names and x.parts == y.parts and np.array_equal(x.vectors, y.vectors)
        for x, y in zip(a, b, strict=True)
    )


def test_tags_do_not_depend_on_what_is_read_beside() -> None:
    texts = [(text, sentences_of(text)) for text in shuffled_texts()]
    together = list(load().read_all(texts))
    assert same(together, [load().read(*text) for text in texts])


def test_tags_do_not_depend_on_the_number_of_threads() -> None:
    texts = [(text, sentences_of(text)) for text in shuffled_texts()]
    one, many = (list(Tagger(threads=threads).read_all(texts)) for threads in (1, 3))
    assert same(one, many)


def test_texts_are_read_as_they_come() -> None:
    def texts() -> Iterator[tuple[str, list[Span]]]:
        for number in count():
            assert number < 32, "read too far ahead"
            yield "Anna Kowalski said so.", []

    assert next(load().read_all(texts())).names


# ── Names from an installed spaCy pipeline ───────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A tiny pipeline that has learnt one sentence by heart."""
    spacy = import_module("spacy")
    training = import_module("spacy.training")
    text = "The Harbour Board's ferry left Oslo on Monday."
    marks = [(0, 19, "ORG"), (31, 35, "GPE"), (39, 45, "DATE")]
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    example = training.Example.from_dict(nlp.make_doc(text), {"entities": marks})
    nlp.initialize(lambda: [example])
    for _ in range(40):
        nlp.update([example], drop=0.0)
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return str(folder)


def test_an_installed_spacy_pipeline_takes_the_place_of_our_names(pipeline: str) -> None:
    text = "The Harbour Board's ferry left Oslo on Monday."
    tags = SpacyTagger(pipeline, load()).read(text)
    assert [(name.span.of(text), name.kind) for name in tags.names] == [
        ("Harbour Board", NameKind.ORGANISATION),
        ("Oslo", NameKind.PLACE),
    ]


def test_a_spacy_pipeline_reads_whatever_comes_in(pipeline: str) -> None:
    tagger = SpacyTagger(pipeline, load())
    tags = list(tagger.read_all((text, [Span(0, len(text))]) for text in HOSTILE))
    assert len(tags) == len(HOSTILE)


def test_a_pipeline_that_is_not_installed_is_said_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="no spaCy pipeline en_nowhere"):
        SpacyTagger("en_nowhere", load())


# ── The pieces of it ─────────────────────────────────────────────────────────────────────────────

WORDS = Vocabulary(["[UNK]", "[CLS]", "[SEP]", "fer", "##ry", "##r", "e", "f", "said", "."])
LETTERS = [mark + letter for letter in ascii_lowercase + digits for mark in ("", "##")]


def test_a_word_is_cut_longest_piece_first() -> None:
    assert WORDS.cut("Ferry") == (3, 4)
    assert WORDS.cut("férr") == (3, 5)


def test_a_word_that_cannot_be_cut_is_one_unknown_piece() -> None:
    assert WORDS.cut("ferryx") == (0,)
    assert WORDS.cut("f" * 101) == (0,)


def test_pieces_know_the_code_points_of_their_words() -> None:
    text = "Ferry\u00ad\n said."
    pieces = cut_into_pieces(text, WORDS)
    assert pieces.word.tolist() == [0, 0, 1, 2]
    assert list(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)) == [
        (0, 6),
        (8, 12),
        (12, 13),
    ]


@pytest.mark.parametrize(
    ("text", "openings", "why"),
    [
        ("Mara Olm\nMara Olm\nOlm in 1958\nBorn in Ruhl", "Mara Olm Born",
         "each line of a list is by itself"),
        ("Minister Ana\nOlm said on Monday that\nthe port of\nRuhl would be closed.", "",
         "a text with short lines goes on, also between the words of a name"),
        ("Ana Olm said that\nit sank.\n\nPiet Varga saw\nit sink.", "Piet",
         "there only a blank line opens a paragraph"),
        ("The port of\nruhl is closed.\nPiet Varga left", "Piet",
         "or the end of a line after a sentence"),
        ("", "", "nothing opens nothing"),
    ],
)  # fmt: skip
def test_a_line_opens_a_paragraph_unless_lines_end_where_they_are_full(
    text: str, openings: str, why: str
) -> None:
    assert why
    pieces = cut_into_pieces(text, Vocabulary(["[UNK]", "[CLS]", "[SEP]"]))
    words = zip(pieces.starts, pieces.ends, pieces.opens, strict=True)
    assert [text[start:end] for start, end, opens in words if opens] == openings.split()


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Ida BrandtMORE news", "Ida Brandt MORE news", "a page lost what stood between two"),
        ("Ana McOlmThe mayor", "Ana McOlm The mayor", "three or fewer letters are a prefix"),
        ("OlmBrandtMORE", "OlmBrandt MORE", "of three the first is too short to be told apart"),
        ("McOlm iFerry GmbH LaRuhl", "McOlm iFerry GmbH LaRuhl", "names with a capital inside"),
        ("FerryLine", "FerryLine", "a word the encoder knows as one piece"),
        ("PlanB OLMs G20Summit", "PlanB OLMs G20Summit", "one letter, a plural, a digit"),
    ],
)
def test_words_that_a_page_ran_together_are_told_apart(text: str, words: str, why: str) -> None:
    assert why
    pieces = cut_into_pieces(text, Vocabulary(["[UNK]", "[CLS]", "[SEP]", "ferryline", *LETTERS]))
    spans = zip(pieces.starts, pieces.ends, strict=True)
    assert [text[start:end] for start, end in spans] == words.split()


def test_shapes_give_back_what_an_uncased_encoder_cannot_see() -> None:
    words = ["ferry", "F", "NATO", "Ferry", "McGill", "iPhone", "1912", "4x4", ",", "e\u00adf"]
    assert [shape_of(word) for word in words] == list(range(1, 11))


def test_rows_are_decoded_together_as_each_would_be_alone() -> None:
    generator = np.random.default_rng(7)
    steps = generator.normal(size=(5, 5)).astype(np.float32)
    steps[[0, 0, 1, 2, 3, 4], [2, 4, 4, 4, 2, 2]] = -1e4  # nothing goes on that has not begun
    scores = [generator.normal(size=(n, 5)).astype(np.float32) for n in (4, 1, 6, 4)]
    for one in scores:
        one[0, 2::2] = -1e4
    for one, told in zip(scores, decode(scores, steps, 0), strict=True):
        paths = list(product(range(5), repeat=len(one)))
        odds = odds_of(paths, one, steps)
        best = paths[int(np.argmax(odds))]
        assert {(s.begin, s.end, s.kind) for s in told.stretches} == stretches_of(best)
        for word, label in product(range(len(one)), range(5)):
            with_it = [path[word] == label for path in paths]
            assert told.likely[word, label] == pytest.approx(
                odds[with_it].sum() / odds.sum(), abs=1e-4
            )
        for s in told.stretches:
            with_it = [(s.begin, s.end, s.kind) in stretches_of(path) for path in paths]
            assert s.sure == pytest.approx(odds[with_it].sum() / odds.sum(), abs=0.006)


def odds_of(
    paths: Sequence[Sequence[int]], scores: NDArray[np.float32], steps: NDArray[np.float32]
) -> NDArray[np.float64]:
    """How likely each path of labels is beside the others, by its words and its steps."""
    return np.exp(
        [
            sum(scores[word, label] for word, label in enumerate(path))
            + sum(steps[a, b] for a, b in pairwise(path))
            for path in paths
        ]
    )


def stretches_of(path: Sequence[int]) -> set[tuple[int, int, int]]:
    """Begin, end and kind of the stretches of a path of labels: O, B, I, B, I."""
    begins = [word for word, label in enumerate(path) if label % 2 == 1]
    ends = [next(w for w in count(b + 1) if path[w : w + 1] != (path[b] + 1,)) for b in begins]
    return {(b, e, path[b] // 2) for b, e in zip(begins, ends, strict=True)}


def test_what_is_likelier_not_so_is_left_out() -> None:
    even, steps = np.zeros((1, 3), dtype=np.float32), np.zeros((3, 3), dtype=np.float32)
    even[0, 1], even[0, 2] = 0.1, -1e4
    [alone], [kept] = decode([even], steps, 0.6), decode([even], steps, 0.5)
    assert not alone.stretches
    assert [(one.begin, one.end, one.sure) for one in kept.stretches] == [(0, 1, 0.52)]


def test_words_in_a_quotation_are_likely_to_be_reported_and_those_beside_it_are_not() -> None:
    tags = read(FERRY)
    content = next(part.span for part in tags.parts if part.role is Role.CONTENT)
    cue = next(part.span for part in tags.parts if part.role is Role.CUE)
    assert tags.reported.over([content]) > 0.5 > tags.reported.over([cue])
    assert tags.reported.over([]) == 0


def test_every_kind_begins_and_goes_on() -> None:
    assert len(NAME_LABELS) == 1 + 2 * len(NameKind)
    assert len(ATTRIBUTION_LABELS) == 1 + 2 * len(Role)
    assert isinstance(read(FERRY).parts[0], Part)
