"""What figures are held against: floors.toml, ours, and peers.toml, other people's.

A floor is the worst figure that still passes. It is set just under what was measured, so that a
change for the worse is noticed, and raised when the program gets better; lowering one is a
decision that a commit message has to defend.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Bound:
    """The worst figure that passes: a least one, or a most one where less is better."""

    value: float
    least: bool

    def holds(self, figure: float) -> bool:
        """Whether a figure is no worse than the bound."""
        return figure >= self.value if self.least else figure <= self.value

    @property
    def shown(self) -> str:
        """The bound as the table shows it."""
        return f"{'≥' if self.least else '≤'} {self.value:g}"


@dataclass(frozen=True, slots=True)
class Limits:
    """Floors and peers, by id of the measure."""

    bounds: dict[str, Bound]
    peers: dict[str, float]


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of floors.toml."""

    at_least: dict[str, float]
    at_most: dict[str, float]


class Peer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of peers.toml: the best figure known of anybody else, and where it comes from."""

    value: float
    source: str


def limits(folder: Path = HERE) -> Limits:
    """Read floors.toml and peers.toml of a folder.

    Raises `msgspec.ValidationError` where a file does not fit its shape.
    """
    floors = msgspec.convert(tomllib.loads(_text(folder / "floors.toml")), Floors)
    peers = msgspec.convert(tomllib.loads(_text(folder / "peers.toml")), dict[str, Peer])
    least = {id_: Bound(value, least=True) for id_, value in floors.at_least.items()}
    most = {id_: Bound(value, least=False) for id_, value in floors.at_most.items()}
    return Limits(least | most, {id_: peer.value for id_, peer in peers.items()})


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
