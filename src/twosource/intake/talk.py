"""Turns of a talk: lines that begin with a label and a colon, where the labels come back.

"Courier: Did it sink?" under a headline is neither another headline nor a menu's entry.
"""

import re
from collections import Counter
from collections.abc import Sequence

# As in "Courier: ", "**Ana Olm:** ", a dash and "Q: ", and "ANNA HOLM, HOST: ".
_NAME = r"[^\W\d_][\w.’'&-]*(?: [\w.’'&-]+){0,4}"
_LABEL = re.compile(
    rf"[*_•–—\s-]{{0,5}}(?P<label>{_NAME})(?:, [^:.?!]{{1,60}})?[*_]{{0,3}}:[*_]{{0,3}} "
)


def turns_in(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are turns: two labels come back at least, and one asks.

    Where they do, a label in capitals that stands there once heads a turn as well.
    """
    found = ((number, _LABEL.match(line)) for number, line in enumerate(lines))
    labels = {number: match["label"] for number, match in found if match}
    count = Counter(labels.values())
    again = {number for number, label in labels.items() if count[label] > 1}
    several = len({labels[number] for number in again}) > 1
    asks = any(lines[number].rstrip(" *_").endswith("?") for number in again)
    shouted = {number for number, label in labels.items() if label.isupper()}
    return frozenset(again | shouted) if several and asks else frozenset()
