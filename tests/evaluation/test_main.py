from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest

from evaluation import __main__ as bench
from evaluation import parts
from evaluation.limits import Bound, Limits
from evaluation.measure import Absent, Measure


class Invented:
    """A part that measures one thing."""

    def __init__(self, value: float) -> None:
        self.value = value

    def measures(self, data: Path) -> Iterator[Measure]:
        assert data
        yield Measure("invented.f1", self.value, 7)


class Missing:
    """A part whose data is not there."""

    def measures(self, data: Path) -> Iterator[Measure]:
        raise Absent(str(data / "nowhere"))


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bench of two parts, one of them without data, and a floor of 0.5."""
    found = {"evaluation.invented": Invented(0.4), "evaluation.missing": Missing()}
    monkeypatch.setattr(parts, "PARTS", ("invented", "missing"))
    monkeypatch.setattr(parts, "import_module", found.__getitem__)
    monkeypatch.setattr(parts, "side_by_side", parts.one_by_one)  # other processes know no fakes
    floor = Limits({"invented.f1": Bound(0.5, least=True)}, {})
    monkeypatch.setattr(bench, "limits", lambda: floor)
    return tmp_path / "results.json"


def test_a_run_writes_what_it_measured(results: Path) -> None:
    assert bench.main(["--results", str(results)]) == 0
    assert msgspec.json.decode(results.read_bytes())["invented.f1"]["value"] == 0.4


def test_floors_name_the_measure_that_fell_and_fail(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(["--floors", "--results", str(results)]) == 1
    assert "invented.f1 is 0.4, its floor is ≥ 0.5" in capsys.readouterr().err


def test_absent_data_is_said_plainly_and_is_no_failure(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(["--floors", "missing", "--results", str(results)]) == 0
    assert "missing: skipped, there is no" in capsys.readouterr().err


def test_a_part_that_does_not_exist_is_named(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        bench.main(["astrology", "--results", str(results)])
    assert "no such part: astrology" in capsys.readouterr().err


def test_every_part_of_the_list_is_there() -> None:
    for name in parts.PARTS:
        assert find_spec(f"evaluation.{name}") is not None


def test_side_by_side_the_parts_keep_their_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert parts.side_by_side(("quantities", "seeds"), tmp_path) == []
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in said] == ["quantities", "seeds"]


def test_what_a_part_measured_before_its_data_ended_is_kept() -> None:
    class Half(Invented):
        def measures(self, data: Path) -> Iterator[Measure]:
            yield from super().measures(data)
            raise Absent("the other half")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "import_module", lambda _: Half(0.4))
        ran = parts.outcome("half", Path("data"))
    assert ([measure.value for measure in ran.measures], ran.absent) == ([0.4], "the other half")
