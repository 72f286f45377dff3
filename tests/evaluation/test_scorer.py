import msgspec
import pytest

from evaluation import origins
from evaluation.measure import data_folder
from evaluation.neutral import to_neutral
from evaluation.scorer import FIGURES, Answer, Bench, Figure, Scored, as_read
from tests.builders import ferry_story


def test_a_figure_is_read_from_where_it_stands() -> None:
    answer = {"attributes": {"speaker": {"acc": 0.5, "right": 2, "of": 4}}}
    figure = Figure("quotes.speaker", "quotes", ("attributes", "speaker"), "acc")
    assert figure.read(answer) == Scored(0.5, 4)


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"attributes": {}},
        {"attributes": {"speaker": {"acc": None, "right": 0, "of": 0}}},
    ],
)
def test_a_figure_taken_over_nothing_is_no_figure(answer: Answer) -> None:
    figure = Figure("quotes.speaker", "quotes", ("attributes", "speaker"), "acc")
    assert figure.read(answer) is None


def test_no_two_figures_share_an_id() -> None:
    assert len({figure.id for figure in FIGURES}) == len(FIGURES)


def test_an_export_is_scored_as_it_would_stand_in_a_file() -> None:
    read = as_read(to_neutral(ferry_story()))
    assert isinstance(read["claims"], list), "the scorer recounts origins in lists only"
    assert read == msgspec.json.decode(msgspec.json.encode(read))


# ── with the scorer itself, where the data is there ──────────────────────────────────────────────

A, B = "a.txt", "b.txt"  # "Nine people were aboard, said Ida Holm."
NINE = {"start": 0, "end": 23, "text": "Nine people were aboard"}
GOLD: Answer = {
    "scope": [A, B],
    "documents": [{"doc": A, "title": "Quay", "published": {"edtf": "2031-03-03"}}],
    "quotes": [
        {
            "doc": A,
            "type": "indirect",
            "content": [NINE],
            "speaker": "Ida Holm",
            "speaker_status": "named",
            "said_when": {"edtf": "2031-03-03", "basis": "stated"},
        }
    ],
    "quantities": [{"doc": A, "value": 9, "unit": "people", "evidence": {"start": 0, "end": 11}}],
    "claims": [
        {
            "evidence": [{"doc": A, **NINE}, {"doc": B, **NINE}],
            "n_documents": 2,
            "independent_origins": 1,
            "origins": [{"origin": "Ida Holm", "docs": [A, B]}],
        }
    ],
}


@pytest.fixture
def bench() -> Bench:
    if not (data_folder() / "seeds" / "score.py").is_file():
        pytest.skip("the labelled data with the scorer is not here")
    return Bench(data_folder(), GOLD, GOLD)


def test_a_gold_held_against_itself_is_perfect(bench: Bench) -> None:
    figures = dict(bench.figures())
    assert {figure.value for figure in figures.values()} == {1.0}
    asked = {"quotes.speaker_f1", "quotes.said_when", "quantities.value_f1", "claims.clusters_f1"}
    assert asked <= figures.keys()


def test_a_layer_the_gold_does_not_have_is_not_scored(bench: Bench) -> None:
    assert not any(name.startswith("reuse") for name, _ in bench.figures())


def test_the_claims_that_met_are_handed_to_the_count_of_origins(bench: Bench) -> None:
    figures = {measure.id: measure for measure in origins.measures(bench.scorer())}
    assert figures["origins.mean_abs_error"].value == 0.0
    assert figures["origins.false_two_source"].peer == 1.0
