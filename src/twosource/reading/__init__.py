"""Reading: Article → Reading, everything one article says, and where it says it."""

from twosource.model import Article, Reading
from twosource.reading.quantities import find_quantities
from twosource.reading.sentences import split_sentences
from twosource.reading.statements import find_statements
from twosource.reading.times import find_times

__all__ = ["read"]


def read(article: Article) -> Reading:
    """Find sentences, times, statements and quantities in an article.

    A pure function of the article. Never raises on any text; what is not found is not there.
    """
    sentences = split_sentences(article)
    times = find_times(article, sentences)
    statements = find_statements(article, sentences, times)
    quantities = find_quantities(article, sentences, times)
    return Reading(article, sentences, statements, times, quantities)
