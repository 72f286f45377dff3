"""Reading: Article → Reading, everything one article says, and where it says it."""

from dataclasses import replace

from twosource.model import Article, Reading
from twosource.reading.events import find_events
from twosource.reading.language import language_caveats
from twosource.reading.names import find_mentions
from twosource.reading.quantities import find_quantities
from twosource.reading.sentences import split_sentences
from twosource.reading.statements import find_statements
from twosource.reading.tagger import TagsTexts, load
from twosource.reading.times import find_times

__all__ = ["read"]


def read(article: Article, tagger: TagsTexts | None = None) -> Reading:
    """Find sentences, names, times, statements, quantities and events in an article.

    A pure function of the article. Never raises on any text; what is not found is not there.
    Names and the parts of attributions are those that the shipped encoder marks; a `tagger` takes
    its place.
    """
    sentences = split_sentences(article)
    tags = (tagger or load()).read(article.text, [s.span for s in sentences])
    times = find_times(article, sentences)
    statements = find_statements(article, sentences, times, tags)
    quantities = find_quantities(article, sentences, times)
    found = Reading(
        article=article,
        sentences=sentences,
        statements=statements,
        times=times,
        quantities=quantities,
        mentions=find_mentions(article, tags.names),
        caveats=language_caveats(article, sentences),
    )
    return replace(found, events=find_events(found))
