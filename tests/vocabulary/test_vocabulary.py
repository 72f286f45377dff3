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


def lists_of(name: str) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = yaml.safe_load(
        (SOURCE / "vocabulary" / f"{name}.yaml").read_text(encoding="utf-8")
    )
    return lists


@pytest.mark.parametrize(
    ("file", "some", "whole"),
    [
        ("titles", "jobs", ["before_names"]),
        ("titles", "offices", ["before_names"]),
        ("titles", "forms_of_address", ["before_names"]),
        ("titles", "polite", ["forms_of_address"]),
        ("titles", "parents", ["woman", "man"]),  # else nobody knows whether she or he is meant
        ("titles", "seats", ["bodies"]),
        ("titles", "lands", ["bodies"]),
        ("titles", "paper_heads", ["media"]),
        ("word_classes", "articles", ["determiners"]),
        ("word_classes", "owners", ["determiners"]),
        ("word_classes", "one_person", ["pronouns"]),
        ("word_classes", "clause_openers", ["prepositions"]),
    ],
)
def test_what_is_said_to_be_of_a_list_is_of_it(file: str, some: str, whole: list[str]) -> None:
    lists = lists_of(file)
    assert set(lists[some]) <= {word for name in whole for word in lists[name]}


def test_the_senses_in_which_people_are_struck_are_senses() -> None:
    events = yaml.safe_load((SOURCE / "vocabulary" / "events.yaml").read_text(encoding="utf-8"))
    senses = {words[0] for kind in events["kinds"].values() for words in kind}
    assert set(events["striking"]) <= senses
