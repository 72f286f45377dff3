from tests.inline import reading
from twosource.collation.claims import find_assertions
from twosource.model import Reading

AGENCY = reading(
    "agency",
    "Two people died when the ferry Santa Brizia burned on Lake Orvane.\n"
    "The lifejacket chests had been padlocked all summer, a deckhand said.\n"
    "The weather was mild.",
    published="2024-10-18",
)
TRIBUNE = reading(
    "tribune",
    "Readers ask why help came late.\n"
    "The ferry Santa Brizia burned on Lake Orvane and two people died, rescuers say.",
    published="2024-10-19",
)
MAIL = reading(
    "mail",
    "Nobody could open the lifejacket chests: they had been padlocked since summer began.\n"
    "Fishermen pulled 17 passengers out of the water.",
    published="2024-10-20",
)
PILE = [AGENCY, TRIBUNE, MAIL]


def worded(readings: list[Reading]) -> list[list[str]]:
    texts = {one.article.id: one.article.text for one in readings}
    return [
        [a.evidence.span.of(texts[a.evidence.article]) for a in group]
        for group in find_assertions(readings)
    ]


def test_sentences_that_say_the_same_in_other_words_are_one_claim() -> None:
    assert any(
        len(group) == 2 and all("ferry Santa Brizia burned" in words for words in group)
        for group in worded(PILE)
    )


def test_a_claim_is_trimmed_to_what_the_articles_share() -> None:
    chests = next(group for group in worded(PILE) if any("padlocked" in words for words in group))
    assert chests == [
        "The lifejacket chests had been padlocked all summer",
        "Nobody could open the lifejacket chests: they had been padlocked since summer began.",
    ]


def test_a_claim_that_opens_a_quotation_closes_it() -> None:
    told = "The captain had told all passengers in the saloon to “sit down and wait”, she said."
    pile = [reading("a", told), reading("b", told.replace("saloon", "bar"))]
    assert {words.count("“") - words.count("”") for words in worded(pile)[0]} == {0}


def test_a_sentence_that_nobody_else_has_is_no_shared_claim() -> None:
    assert not any("Fishermen" in words for group in worded(PILE) for words in group)


def test_the_earliest_article_words_the_claim_and_an_undated_one_comes_last() -> None:
    undated = reading("aaa", AGENCY.article.text)
    first, *_ = find_assertions([undated, AGENCY])
    assert [assertion.evidence.article for assertion in first] == ["agency", "aaa"]


def test_the_order_of_the_readings_does_not_matter() -> None:
    assert find_assertions(PILE) == find_assertions(PILE[::-1])


def test_one_article_alone_makes_no_shared_claim() -> None:
    assert find_assertions([AGENCY]) == ()
    assert find_assertions([]) == ()


def test_a_hundred_copies_are_one_claim_for_each_sentence() -> None:
    copies = [reading(f"copy{n:03}", AGENCY.article.text) for n in range(100)]
    groups = find_assertions(copies)
    assert {len(group) for group in groups} == {100}
    assert len(groups) == 2, "the weather says too little to be recognised"


def test_sentences_that_share_only_whom_they_name_are_no_claim() -> None:
    pile = [
        reading("a", "Interior Minister Karel Odum is to visit the city on Wednesday."),
        reading("b", "Interior Minister Karel Odum, who flew in, announced a fund for widows."),
    ]
    assert worded(pile) == []


def test_two_things_that_one_mouth_says_are_two_claims() -> None:
    pile = [
        reading("a", "Chief prosecutor Ana Rios said she was satisfied with the long ruling."),
        reading("b", "“The ruling shows that nobody is safe,” said chief prosecutor Ana Rios."),
    ]
    assert worded(pile) == []


def test_what_is_said_is_the_claim_and_not_who_says_it() -> None:
    told = "The government would pay 50,000 crowns to each bereaved family, {} told MNA."
    pile = [
        reading("a", told.format("Interior Minister Karel Odum")),
        reading("b", told.format("the fire chief, Tomas Reuel,")),
    ]
    (group,) = worded(pile)
    assert set(group) == {"The government would pay 50,000 crowns to each bereaved family"}


def test_a_sentence_that_tells_two_things_stands_in_two_claims() -> None:
    both = "Nine people drowned off Port Varn, and forty guests were taken to the island hospital."
    pile = [
        reading("a", both),
        reading("b", "At Port Varn nine people drowned in the storm."),
        reading("c", "The island hospital was where forty guests were taken."),
    ]
    assert {frozenset(group) for group in worded(pile)} == {
        frozenset(("Nine people drowned off Port Varn", pile[1].article.text)),
        frozenset(("forty guests were taken to the island hospital.", pile[2].article.text)),
    }


def test_a_claim_keeps_who_says_so_where_the_words_are_no_clause_without() -> None:
    told = "Ada Moor described the old ferry as a floating coffin for the poor."
    pile = [reading("a", told), reading("b", told)]
    assert worded(pile) == [[told, told]]


def test_what_two_articles_tell_in_one_sentence_each_is_one_claim() -> None:
    told = "Nine people drowned off Port Varn, and forty guests were taken to the {} hospital."
    pile = [reading("a", told.format("island")), reading("b", told.format("old island"))]
    assert worded(pile) == [[told.format("island"), told.format("old island")]]


def test_the_dead_of_two_disasters_are_two_claims() -> None:
    pile = [
        reading("a", "Twelve people were killed when a bus left the road near Tarn."),
        reading("b", "Fourteen people were killed when a mine flooded in Oster."),
    ]
    assert worded(pile) == []


def test_a_claim_is_worded_without_the_marks_around_it() -> None:
    told = "“Every exit was open, as it is every day,” said Anton Brodnik. “Nobody was locked in.”"
    pile = [reading("a", told), reading("b", "Every exit was open that day, said Mara Olenik.")]
    assert worded(pile)[0][0] == "Every exit was open, as it is every day"


def test_two_sentences_that_share_a_negation_and_a_noun_are_no_claim() -> None:
    pile = [
        reading("a", "The police searched the park at night. They found no bear there."),
        reading("b", "No bear has left the zoo, the director Ane Voss says."),
    ]
    assert worded(pile) == []
