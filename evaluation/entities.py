"""Whether a name in a text means an entity that is asked for by another form of its name."""

import re
from collections.abc import Iterable

_POSSESSIVE = re.compile(r"\s?['’]s?(?!\w)")
_SMALL = frozenset({"the", "of", "and"})
# What may follow a name without making it another's: "Ford Motor Company", "Airbus SAS".
_FORMS = frozenset(
    ["company", "co", "corp", "corporation", "inc", "motor", "index", "sas", "group", "ltd"]
)


def means(name: str, entity: str, others: Iterable[str]) -> bool:
    """Whether a name means an entity, and none of the others asked for better or as well."""
    fit = _fit(name, entity)
    return fit > 0 and all(_fit(name, other) < fit for other in others if other != entity)


def _fit(name: str, entity: str) -> int:
    """3 for the whole name or its initials, 2 for a fuller form, 1 for a part, 0 for none."""
    asked, found = _words(entity), _words(name)
    if not asked or not found:
        return 0
    if found in (asked, ["".join(word[0] for word in asked)]):
        return 3
    if found[-len(asked) :] == asked or _is_form(found, asked) or _is_namesake(found, asked):
        return 2
    return int(_is_part(found, asked))


def _is_form(found: list[str], asked: list[str]) -> bool:
    return found[: len(asked)] == asked and set(found[len(asked) :]) <= _FORMS


def _is_namesake(found: list[str], asked: list[str]) -> bool:
    """Whether two names share surname and first initial: "Fritz" and "Frederick" Olm."""
    persons = len(asked) == 2 and len(found) > 1  # noqa: PLR2004 - first name and surname
    return persons and found[-1] == asked[-1] and any(w[0] == asked[0][0] for w in found[:-1])


def _is_part(found: list[str], asked: list[str]) -> bool:
    """Whether a name is the end of another ("Olm" for "Ana Olm") or ends with its beginning.

    The latter is how a fund or index is called: "Japan's Nikkei" for "Nikkei 225".
    """
    if found[0].isdigit():
        return False
    beginnings = (asked[:size] for size in range(1, len(asked)))
    return asked[-len(found) :] == found or any(found[-len(b) :] == b for b in beginnings)


def _words(name: str) -> list[str]:
    plain = _POSSESSIVE.sub("", name.lower()).replace(".", "")
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL]
    return [piece for word in words for piece in (["united", "states"] if word == "us" else [word])]
