from dataclasses import replace

from twosource.model import Article, Block, BlockKind, Mention, NameKind, Span, SpeakerKind
from twosource.reading.sentences import split_sentences
from twosource.reading.statements import find_statements
from twosource.reading.tagger import UNTAGGED


def speaker(text: str, **kinds: NameKind) -> str | None:
    """Who speaks in the last statement of a text in which a tagger sees names of these kinds."""
    block = Block(Span(0, len(text)), BlockKind.BODY, "whole text")
    article = Article("id", "name", text, (block,))
    names = tuple(
        Mention(Span(text.index(name), text.index(name) + len(name)), kind, 0.9)
        for name, kind in kinds.items()
    )
    tags = replace(UNTAGGED, names=names)
    last = find_statements(article, split_sentences(article), (), tags)[-1].speaker
    return last.name if last and last.kind is not SpeakerKind.UNRESOLVED else None


def test_it_is_the_body_that_the_tagger_sees() -> None:
    text = "Lowmark met in Ruhl on Friday. It said the ferry sank."
    assert speaker(text) is None
    kinds = {"Lowmark": NameKind.ORGANISATION, "Ruhl": NameKind.PLACE}
    assert speaker(text, **kinds) == "Lowmark"


def test_he_is_no_place() -> None:
    text = "Brandt crossed the border of Castrel. “It sank,” he said."
    kinds = {"Brandt": NameKind.PERSON, "Castrel": NameKind.PLACE}
    assert speaker(text, **kinds) == "Brandt"


def test_a_name_that_grows_by_a_word_again_and_again_ends_at_its_fullest() -> None:
    words = [f"Zor{chr(97 + number)}an" for number in range(24)]
    met = " ".join(f"He met {' '.join(words[:end])} on Monday." for end in range(1, 25))
    assert speaker(f"{met} “It sank,” said {words[0]}.") == " ".join(words)
