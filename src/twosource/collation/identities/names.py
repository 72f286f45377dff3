"""Plain names, by which names are looked up, and whom a pile can only mean by a short one.

Names alone decide here, as for speakers that are no mentions; who is who among mentions is told in
`identities`. A short form joins a longer one only if a single longer one fits: two Corbellos stay
two.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

# What stands before anybody's name and is no part of it; "Sir" and "Lord" tell a rank.
_LEADING = re.compile(r"^(?:the|mr|mrs|ms|dr)\.?\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"['’]s$|\.(?:com|org|net|news)$", re.IGNORECASE)


def plain_name(name: str) -> str:
    """A name without article, title, possessive, domain ending, case and doubled spaces."""
    bare = _SUFFIX.sub("", _LEADING.sub("", name.strip()))
    return " ".join(re.findall(r"\w+", bare.casefold()))


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """For each plain name the fullest plain name in the pile that it can only mean.

    "prenn" means "ottavia prenn" where nobody else in the pile ends in Prenn.
    """
    plain = {plain_name(name) for name in names} - {""}
    ending: dict[str, set[str]] = defaultdict(set)
    for name in plain:
        words = name.split()
        for start in range(1, len(words)):
            ending[" ".join(words[start:])].add(name)
    return {name: _fullest(name, ending.get(name, set())) for name in sorted(plain)}


def _fullest(name: str, longer: set[str]) -> str:
    """The only longest of the longer forms, where each of the others is a short form of it."""
    if not longer:
        return name
    longest = max(sorted(longer), key=len)
    return longest if all(longest.endswith(one) for one in longer) else name
