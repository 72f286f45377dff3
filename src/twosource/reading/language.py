"""Language: whether an article is in English, which all that reads sentences was made for.

By common words: of the words of English news about four in ten are articles, prepositions,
pronouns and auxiliaries; of other languages' hardly one in ten looks like one of them.
"""

import re
from collections.abc import Sequence

from twosource.model import Article, Sentence
from twosource.vocabulary import function_words

_WORD = re.compile(r"[^\W\d_]+")
# Of 149 bodies of web pages, English prose had .29 and more, nine other languages .18 and less.
LEAST_SHARE = 0.2
FEWEST_WORDS = 50  # of 4,483 English paragraphs 1 in 100 was under .22: they had few words
_NOT_ENGLISH = (
    "does not read as English: who said what, names, times, numbers and happenings are looked for "
    "in English only; shared passages are found in any language"
)


def reads_as_english(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Whether the sentences of an article are English; a few may be if their page says no other."""
    words = [word.lower() for one in sentences for word in _WORD.findall(one.span.of(article.text))]
    few = len(words) < FEWEST_WORDS and article.language in (None, "en")
    common = sum(word in function_words() for word in words)
    return few or common >= LEAST_SHARE * len(words)


def language_caveats(article: Article, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """One sentence for a reader where an article does not read as English; else nothing."""
    return () if reads_as_english(article, sentences) else (_NOT_ENGLISH,)
