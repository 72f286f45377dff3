"""The vocabulary: lists for a reader of news, every one of them explained and used."""

import ast
from pathlib import Path

import pytest
import yaml

import twosource

SOURCE = Path(twosource.__file__).parent
FILES = sorted((SOURCE / "vocabulary").glob("*.yaml"))


def fields_of_shapes() -> set[str]:
    """The names, as YAML has them, of the fields of every shape that a module asks for."""
    names: set[str] = set()
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                fields = (one.target for one in node.body if isinstance(one, ast.AnnAssign))
                names |= {one.id.rstrip("_") for one in fields if isinstance(one, ast.Name)}
    return names


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_begins_with_what_belongs_in_it(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_list_of_a_file_is_asked_for(file: Path) -> None:
    lists = yaml.safe_load(file.read_text(encoding="utf-8"))
    if isinstance(lists, dict):
        idle = {str(name).replace("-", "_") for name in lists} - fields_of_shapes()
        assert not idle
