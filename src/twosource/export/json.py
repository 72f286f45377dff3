"""The dossier as JSON: every noun of the model as it is, article texts included.

Because the texts are in it, every span can be checked against the characters it stands for,
by any program and without the articles at hand. Offsets count Unicode code points.

Standards: RFC 8259 (JSON), JSON Schema 2020-12, dates as ISO 8601.
"""

from dataclasses import dataclass
from inspect import cleandoc
from typing import Literal

import msgspec

from twosource.model import Collation, SetAside

FORMAT: Literal["twosource-dossier/1"] = "twosource-dossier/1"


@dataclass(frozen=True, slots=True)
class DossierFile:
    """One story: its collation, what had to be set aside, and the format's name."""

    format: Literal["twosource-dossier/1"]
    collation: Collation
    set_aside: tuple[SetAside, ...]


def to_json(collation: Collation, set_aside: tuple[SetAside, ...] = ()) -> bytes:
    """The collation and what was set aside as one JSON document in UTF-8.

    The same for the same articles, byte for byte; keys stand in the order of the model.
    """
    document = DossierFile(FORMAT, collation, tuple(sorted(set_aside)))
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def from_json(document: bytes) -> DossierFile:
    """The story in a document that `to_json` wrote.

    Raises `msgspec.DecodeError` where it is not JSON, `msgspec.ValidationError` naming the field
    where it is not a dossier of this format.
    """
    return msgspec.json.decode(document, type=DossierFile)


def schema() -> bytes:
    """The JSON Schema of the format, as kept in the documentation."""
    described = msgspec.json.schema(DossierFile)
    for noun in described["$defs"].values():
        noun["description"] = cleandoc(noun["description"])
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}
    return msgspec.json.format(msgspec.json.encode(dialect | described), indent=2) + b"\n"
