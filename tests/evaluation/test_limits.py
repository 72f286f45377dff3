from pathlib import Path

import msgspec
import pytest

from evaluation.limits import Bound, limits


@pytest.mark.parametrize(
    ("bound", "figure", "holds"),
    [
        (Bound(0.8, least=True), 0.8, True),
        (Bound(0.8, least=True), 0.79, False),
        (Bound(0.1, least=False), 0.1, True),  # errors and seconds: less is better
        (Bound(0.1, least=False), 0.11, False),
    ],
)
def test_a_floor_is_the_worst_figure_that_passes(bound: Bound, figure: float, holds: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bound.holds(figure) is holds


def test_floors_and_peers_are_read_by_the_id_of_the_measure(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text('[at_least]\n"a.f1" = 0.5\n[at_most]\n"a.s" = 3\n')
    (tmp_path / "peers.toml").write_text('["a.f1"]\nvalue = 0.4\nsource = "a paper"\n')
    read = limits(tmp_path)
    assert read.bounds == {"a.f1": Bound(0.5, least=True), "a.s": Bound(3, least=False)}
    assert read.peers == {"a.f1": 0.4}


def test_a_peer_without_a_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text("[at_least]\n[at_most]\n")
    (tmp_path / "peers.toml").write_text('["a.f1"]\nvalue = 0.4\n')
    with pytest.raises(msgspec.ValidationError, match="source"):
        limits(tmp_path)


def test_the_floors_and_peers_of_the_project_can_be_read() -> None:
    read = limits()
    assert read.peers
    assert all("." in id_ for id_ in read.bounds | read.peers)
