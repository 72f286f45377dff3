"""Names: who, what and where an article names, as the encoder or another tagger marks them."""

import re
from collections.abc import Sequence

from twosource.model import Article, Mention
from twosource.reading.sentences import READ_BLOCKS
from twosource.vocabulary.word_classes import interjections


def find_mentions(article: Article, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names that stand in an article's titles, subheads, body and captions, in order.

    What is written small is a name only where all is: "lake" in a text with capitals is none. Nor
    is what somebody only utters: "Mhm", "Uh-huh".
    """
    read = [block.span for block in article.blocks if block.kind in READ_BLOCKS]
    small = all(span.of(article.text).islower() for span in read)
    return tuple(
        name
        for name in names
        if any(span.contains(name.span) for span in read)
        and (small or not name.span.of(article.text).islower())
        and not _is_uttered(name.span.of(article.text))
    )


def _is_uttered(name: str) -> bool:
    """Whether a name is but sounds. In capitals it is short for something: "Tulsa, OK"."""
    return not name.isupper() and interjections().issuperset(re.findall(r"\w+", name.lower()))
