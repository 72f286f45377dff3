"""The sentence in which something stands."""

from twosource.model import Reading, Span


def sentence_around(span: Span, reading: Reading) -> Span:
    """The sentence that holds a stretch of an article; the stretch itself where none holds it."""
    inside = (one.span for one in reading.sentences if one.span.contains(span))
    return next(inside, span)
