"""What happened when, and what everybody and everything is called."""

from dataclasses import dataclass
from typing import Annotated

from twosource.dossier.view.citations import Citation, Shortlist


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """In what the articles that tell of one event differ."""

    aspect: Annotated[str, "In what they differ: date or number."]
    sides: Annotated[tuple[str, ...], "What each side says, and the labels of its articles."]


@dataclass(frozen=True, slots=True)
class HappeningShown:
    """A happening as the articles tell it."""

    kind: Annotated[str | None, "What sort of happening, where that is known."]
    wording: Annotated[str, "What happened, in an article's words."]
    names: Annotated[str, "Who took part and where, as far as the articles name them."]
    differences: Annotated[tuple[DifferenceShown, ...], "In what the articles differ."]
    reason: Annotated[str, "Why it is one event, or how the date is known."]
    citations: Annotated[Shortlist[Citation], "Where it stands."]


@dataclass(frozen=True, slots=True)
class DatedShown:
    """What the articles give one date."""

    date: Annotated[str, "The date in words, as exact as it is known."]
    machine: Annotated[str | None, "The same for a `time` element, if it can say so much."]
    happenings: Annotated[tuple[HappeningShown, ...], "What happened then."]


@dataclass(frozen=True, slots=True)
class FormShown:
    """One form of a name, as articles write it."""

    words: Annotated[str, "The form."]
    times: Annotated[int, "How often it stands in the pile."]
    citations: Annotated[Shortlist[Citation], "Its first place in each article that has it."]


@dataclass(frozen=True, slots=True)
class NameShown:
    """One person, body, place or thing, and what the articles call it."""

    name: Annotated[str, "The fullest form of the name."]
    kind: Annotated[str, "What it names: person, organisation, place, event or other."]
    forms: Annotated[tuple[FormShown, ...], "Every form of it, the most frequent first."]
    articles: Annotated[tuple[str, ...], "Labels of the articles that name it."]
    reasons: Annotated[tuple[str, ...], "Why other forms are taken for the same name."]
