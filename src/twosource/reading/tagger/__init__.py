"""Names, attribution and meaning of a text, from one pass of one small encoder.

    tagger = load()
    tags = tagger.read(text, sentences)
    tags.names     who, what and where, with confidence
    tags.parts     sources, cues and contents; each source and content knows its cue
    tags.vectors   what each sentence means

The encoder is ours (see training/MODEL_CARD.md) and lies beside this file; nothing is fetched. Long
texts go through it in overlapping windows, one at a time: int8 activations are scaled over all that
runs together, so that a window's tags depend on nothing but the window.
"""

from twosource.reading.tagger.encoder import WEIGHTS, Tagger, load
from twosource.reading.tagger.tags import UNTAGGED, Part, Reported, Role, Tags, TagsTexts

__all__ = ["UNTAGGED", "WEIGHTS", "Part", "Reported", "Role", "Tagger", "Tags", "TagsTexts", "load"]
