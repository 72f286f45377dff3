import io
from pathlib import Path

import msgspec
from rich.console import Console

from evaluation import table
from evaluation.limits import Bound, Limits
from evaluation.measure import Measure

LIMITS = Limits(
    bounds={"reuse.f1": Bound(0.8, least=True), "reuse.seconds": Bound(6, least=False)},
    peers={"reuse.f1": 0.41, "origins.error": 9.0},
)


def test_a_measure_is_shown_beside_its_floor_and_peer() -> None:
    (row,) = table.rows([Measure("reuse.f1", 0.85, 20)], LIMITS)
    assert (row.fails, row.peer) == (False, 0.41)


def test_a_figure_under_its_floor_says_so_in_words() -> None:
    shown = io.StringIO()
    measured = table.rows([Measure("reuse.seconds", 7.5, 20)], LIMITS)
    table.show(measured, Console(file=shown, width=table.WIDTH))
    assert [line.split() for line in shown.getvalue().splitlines()[1:]] == [
        ["reuse.seconds", "7.500", "≤", "6", "20", "under", "its", "floor"]
    ]


def test_a_baseline_worked_out_in_the_run_goes_before_a_published_figure() -> None:
    (row,) = table.rows([Measure("origins.error", 0.2, 5, peer=2.5)], LIMITS)
    assert row.peer == 2.5


def test_what_is_shown_is_what_is_held_against_the_floor() -> None:
    (row,) = table.rows([Measure("reuse.f1", 0.79999, 20)], LIMITS)
    assert (row.value, row.fails) == (0.8, False)


def test_results_are_written_by_id_whatever_the_order_of_the_run(tmp_path: Path) -> None:
    measures = [Measure("reuse.f1", 0.85, 20), Measure("a.b", 1.0, 3)]
    for name, found in (("one", measures), ("other", measures[::-1])):
        table.write(table.rows(found, LIMITS), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert msgspec.json.decode((tmp_path / "one").read_bytes()) == {
        "a.b": {"value": 1.0, "floor": None, "peer": None, "n": 3},
        "reuse.f1": {"value": 0.85, "floor": 0.8, "peer": 0.41, "n": 20},
    }
