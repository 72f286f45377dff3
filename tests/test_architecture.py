"""Holds the arrows of docs/architecture.md."""

import ast
from pathlib import Path

import pytest

import twosource

SOURCE = Path(twosource.__file__).parent
FOUNDATIONS = {"model", "errors", "vocabulary"}
STAGES = {"intake", "reading", "collation", "dossier", "export"}
ALLOWED = {
    "model": set[str](),
    "errors": set[str](),
    "vocabulary": set[str](),
    "cli": FOUNDATIONS | STAGES,
    **dict.fromkeys(STAGES, FOUNDATIONS),
}


def imported(file: Path) -> set[str]:
    """The parts of twosource that a file imports, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("twosource.")}


def part(file: Path) -> str:
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize(
    "file", sorted(SOURCE.rglob("*.py")), ids=lambda f: str(f.relative_to(SOURCE))
)
def test_arrows_point_down_only(file: Path) -> None:
    own = part(file)
    if own in ALLOWED:
        forbidden = imported(file) - ALLOWED[own] - {own, "__version__"}
        assert not forbidden, f"{own} must not know {sorted(forbidden)}"


@pytest.mark.parametrize(
    "file", sorted(SOURCE.rglob("*.py")), ids=lambda f: str(f.relative_to(SOURCE))
)
def test_a_module_gives_a_name_once(file: Path) -> None:
    """A second `_BEHIND` further down would take the place of the first unseen."""
    body = ast.parse(file.read_text(encoding="utf-8")).body
    targets = [one for node in body if isinstance(node, ast.Assign) for one in node.targets]
    names = [one.id for one in targets if isinstance(one, ast.Name)]
    assert sorted(names) == sorted(set(names))


def test_every_part_has_its_place_in_the_drawing() -> None:
    parts = {part(file) for file in SOURCE.rglob("*.py")} - {"__init__", "__main__"}
    assert parts <= set(ALLOWED), "say in docs/architecture.md what the new part may import"


def test_the_public_face_is_the_four_verbs() -> None:
    assert twosource.__all__ == ["collate", "ingest", "publish", "read"]
    assert all(callable(getattr(twosource, name)) for name in twosource.__all__)


def test_a_name_the_package_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'digest'"):
        _ = twosource.digest
