"""The vocabulary: lists for a reader of news, every one of them explained and used."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import msgspec
import pytest
import yaml

import twosource

SOURCE = Path(twosource.__file__).parent
FILES = sorted((SOURCE / "vocabulary").glob("*.yaml"))


@cache
def asked_for() -> dict[str, set[str]]:
    """The lists that modules ask for, by the file they ask: `load("titles", _Titles)`."""
    asked: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(args=[ast.Constant(value=str(file)), ast.Name(id=shape)]):
                    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
                    module = import_module(".".join(parts).removesuffix(".__init__"))
                    asked[file] |= lists_in(getattr(module, shape, None))
    return asked


def lists_in(shape: object) -> set[str]:
    """The names of a shape's fields, as YAML has them."""
    if not isinstance(shape, type) or not issubclass(shape, msgspec.Struct):
        return set()
    return {field.encode_name for field in msgspec.structs.fields(shape)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_begins_with_what_belongs_in_it(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_list_of_a_file_is_asked_for(file: Path) -> None:
    lists = yaml.safe_load(file.read_text(encoding="utf-8"))
    if isinstance(lists, dict):
        assert set(lists) <= asked_for()[file.stem]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_list_names_a_word_twice(file: Path) -> None:
    lists = words_in(yaml.safe_load(file.read_text(encoding="utf-8")))
    twice = {word for words in lists for word, times in Counter(words).items() if times > 1}
    assert twice == set()


def words_in(tree: object) -> Iterator[list[object]]:
    """Every list in what stands in a file that holds words, and no lists."""
    if isinstance(tree, list) and all(isinstance(word, str) for word in tree):
        yield tree
    elif isinstance(tree, list | dict):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from words_in(branch)


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
