"""Names from an installed spaCy pipeline, in place of our own."""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from twosource.errors import UsageError
from twosource.model import Mention, NameKind, Span
from twosource.reading.tagger.encoder import Tagger
from twosource.reading.tagger.tags import Tags

_SPACY_KINDS = {
    "PERSON": NameKind.PERSON,
    "PER": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.GROUP,
    "EVENT": NameKind.EVENT,
    **dict.fromkeys(("WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE", "MISC"), NameKind.OTHER),
}
_UNDRESSED = re.compile(r"(?:the\s+)?(?P<name>.*?)(?:['’]s)?", re.IGNORECASE | re.DOTALL)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class SpacyTagger:
    """A tagger whose names are those of an installed spaCy pipeline; the rest is the encoder's.

    spaCy does not say how sure it is: its names get the confidence 1. Its kinds that name nothing
    (dates, amounts) are left out, articles and possessives are cut off as our own names do without.
    """

    def __init__(self, pipeline: str, tagger: Tagger) -> None:
        self._nlp, self._tagger = _open_spacy(pipeline), tagger

    def read(self, text: str, sentences: Sequence[Span] = ()) -> Tags:
        """As `Tagger.read`."""
        return replace(self._tagger.read(text, sentences), names=tuple(self._names(text)))

    def read_all(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Tags]:
        """As `Tagger.read_all`."""
        for text, sentences in texts:
            yield self.read(text, sentences)

    def _names(self, text: str) -> Iterator[Mention]:
        self._nlp.max_length = max(self._nlp.max_length, len(text))
        for entity in self._nlp(_LONE_SURROGATE.sub("\ufffd", text)).ents:
            kind = _SPACY_KINDS.get(entity.label_)
            found = _UNDRESSED.fullmatch(text, entity.start_char, entity.end_char)
            if kind and found and found["name"]:
                yield Mention(Span(*found.span("name")), kind, 1.0)


class _Entity(Protocol):
    label_: str
    start_char: int
    end_char: int


class _Doc(Protocol):
    ents: Sequence[_Entity]


class _Pipeline(Protocol):
    max_length: int

    def __call__(self, text: str, /) -> _Doc: ...


def _open_spacy(name: str) -> _Pipeline:
    try:
        spacy = importlib.import_module("spacy")
        pipeline: _Pipeline = spacy.load(name)
    except (ImportError, OSError) as error:
        raise UsageError(
            f"no spaCy pipeline {name}: install spaCy and the pipeline, or leave out --names"
        ) from error
    return pipeline
