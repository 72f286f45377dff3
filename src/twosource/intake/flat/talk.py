"""Turns of a talk: lines that begin with a label and a colon, where the labels come back.

"Courier: Did it sink?" under a headline is neither another headline nor a menu's entry.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

# As in "Courier: ", "**Ana Olm:** ", a dash and "Q: ", and "ANNA HOLM, HOST: ".
_NAME = r"[^\W\d_][\w.’'&-]*(?: [\w.’'&-]+){0,4}"
_LABEL = re.compile(
    rf"[*_•–—\s-]{{0,5}}(?P<label>{_NAME})(?:, [^:.?!]{{1,60}})?[*_]{{0,3}}:[*_]{{0,3}} "
)


def turns_in(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are turns: labels come back and take turns, and one asks.

    A label in capitals that stands there once, between them, heads a turn as well. In a list of
    other stories labels come back too, but one story stands there twice, and each label in a row.
    """
    found = ((number, _LABEL.match(line)) for number, line in enumerate(lines))
    every = {number: match["label"] for number, match in found if match}
    # A headline may have a colon, too; a turn has another beside it.
    labels = {n: label for n, label in every.items() if n - 1 in every or n + 1 in every}
    count = Counter(labels.values())
    again = [number for number, label in labels.items() if count[label] > 1]
    asks = any(lines[number].rstrip(" *_").endswith("?") for number in again)
    if not (asks and _take_turns([labels[number] for number in again])):
        return frozenset()
    between = range(again[0], again[-1])
    return frozenset(again) | {n for n, label in labels.items() if label.isupper() and n in between}


def _take_turns(labels: Sequence[str]) -> bool:
    changes = sum(a != b for a, b in pairwise(labels))
    return changes > 0 and 2 * changes >= len(labels) - 1
