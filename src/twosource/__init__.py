"""Twosource: how many independent sources stand behind what a pile of articles says.

Four verbs, in the order of the data:

    pile = ingest(["examples/lake-ferry/articles"])
    readings = [read(article) for article in pile.articles]
    collation = collate(readings)
    dossier = publish(collation, pile.set_aside)

The nouns they pass on are in `twosource.model`, the errors in `twosource.errors`.
"""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` alone takes as long to import as Python to start
if TYPE_CHECKING:
    from typing import Any

    from twosource.collation import collate
    from twosource.dossier import publish
    from twosource.intake import ingest
    from twosource.reading import read

__version__ = "0.1.0"
__all__ = ["collate", "ingest", "publish", "read"]

_HOMES = {"ingest": "intake", "read": "reading", "collate": "collation", "publish": "dossier"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the protocol of PEP 562
    """Import a verb when it is first used, so that `twosource --help` need not wait for numpy."""
    from importlib import import_module  # noqa: PLC0415 - nothing is imported before it is used

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
