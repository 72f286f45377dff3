import pytest

from twosource.collation.stems import content_words, rarity


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("carrying", {"carri"}, "a stem, so that it meets 'carried'"),
        ("carried", {"carri"}, "the same stem"),
        ("the ferry's", {"ferri"}, "articles and possessives say nothing of their own"),
        ("the ferry’s", {"ferri"}, "a curly apostrophe is an apostrophe"),
        ("1,430 people", {"1430", "peopl"}, "thousands separators are only dress"),
        ("38.5 million", {"38.5", "million"}, "a decimal point is part of the number"),
        ("he said it was", set(), "nothing but grammar and a plain verb of saying"),
        ("never", {"never"}, "a negation turns a sentence round and must count"),
        ("", set(), "nothing from nothing"),
    ],
)
def test_content_words_are_stems_without_grammar(text: str, words: set[str], reason: str) -> None:
    assert content_words(text) == words, reason


def test_a_word_in_every_sentence_tells_little_and_a_rare_one_more() -> None:
    weights = rarity([frozenset({"ferri", "fire"}), frozenset({"ferri", "smoke"})])
    assert 0.0 < weights["ferri"] < weights["fire"] == weights["smoke"]
