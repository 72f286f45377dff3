"""The program's own road from files to a collation, as the bench walks it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import twosource
from twosource.model import Collation
from twosource.reading import read_all


def collation_of(paths: Iterable[Path]) -> Collation:
    """Everything the program finds in these files, or in the files of these folders."""
    return _collation_of(tuple(paths))


@cache  # several parts of the bench ask about the same story
def _collation_of(paths: tuple[Path, ...]) -> Collation:
    articles = twosource.ingest(paths).articles
    return twosource.collate(read_all(articles))
