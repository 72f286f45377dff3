"""`python -m evaluation.neutral PATH… -o FILE`: run the program and write the neutral schema."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

import msgspec

from evaluation.neutral import to_neutral
from evaluation.pipeline import collation_of


def main(arguments: Sequence[str] | None = None) -> None:
    """Read files and folders, write one JSON file."""
    parser = ArgumentParser(prog="python -m evaluation.neutral", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders")
    parser.add_argument("-o", "--out", required=True, type=Path, metavar="FILE", help="written to")
    asked = parser.parse_args(arguments)
    export = msgspec.json.encode(to_neutral(collation_of(asked.paths)))
    asked.out.write_bytes(msgspec.json.format(export, indent=1))


if __name__ == "__main__":
    main()
