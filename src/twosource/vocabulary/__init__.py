"""Knowledge that a journalist can review: commented YAML, one file per subject.

A module that uses a vocabulary declares the shape it expects as a frozen `msgspec.Struct`
and loads it here, so that a slip in the YAML is reported with its file and field.
"""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

Shape = TypeVar("Shape")

# Where PyYAML is built with libyaml, it reads our files eight times as fast.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str, shape: type[Shape]) -> Shape:
    """The vocabulary `name` (a file name without ".yaml"), checked against `shape`.

    Raises `msgspec.ValidationError` where the file does not fit the shape, naming the field.
    """
    try:
        return msgspec.convert(_parsed(name), shape)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(f"vocabulary/{name}.yaml: {error}") from error


@cache
def _parsed(name: str) -> object:
    """What stands in a file: modules that want parts of one share it."""
    text = (files(__package__) / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, _LOADER)  # noqa: S506 - either loader is a safe one


class FunctionWords(msgspec.Struct, frozen=True):
    """The shape of function_words.yaml: English in groups, other languages by ISO 639-1."""

    english: tuple[tuple[str, ...], ...]
    others: dict[str, tuple[str, ...]]


@cache
def function_words() -> frozenset[str]:
    """The words of English that carry grammar rather than content."""
    groups = load("function_words", FunctionWords).english
    return frozenset(word for group in groups for word in group)
