import pytest

from tests.inline import reading
from twosource import collate
from twosource.collation.claims.stances import find_denial, is_negated
from twosource.model import Aspect, Claim, Reading, Span, Stance

SAID = "The panel that convicted Renato Vidal was split two to one, a person close to it told Olm."
DENIED = "A court spokesman denied that the panel that convicted Renato Vidal was split two to one."
UNTRUE = "It is not true that the panel that convicted Renato Vidal was split two to one."


def claims(*texts: str) -> tuple[Claim, ...]:
    return collate(_pile(texts)).claims


def _pile(texts: tuple[str, ...]) -> list[Reading]:
    return [reading(name, text) for name, text in zip("abcd", texts, strict=False)]


def stances(claim: Claim) -> dict[str, Stance]:
    return {one.evidence.article: one.stance for one in claim.assertions}


@pytest.mark.parametrize("first", [SAID, DENIED, UNTRUE])
def test_who_denies_a_claim_is_no_origin_of_it_and_never_words_it(first: str) -> None:
    texts = (first, *(text for text in (SAID, DENIED, UNTRUE) if text != first))
    (claim,) = claims(*texts)
    assert claim.wording.startswith("The panel that convicted Renato Vidal was split")
    assert (claim.origins.at_least, claim.origins.at_most) == (1, 1)
    assert {texts["abc".index(one)] for one in claim.articles} == {SAID}


def test_the_evidence_of_a_denial_holds_the_words_that_deny() -> None:
    (claim,) = claims(SAID, DENIED, UNTRUE)
    told = [
        one.evidence.span.of((SAID, DENIED, UNTRUE)["abc".index(one.evidence.article)])
        for one in claim.disputed
    ]
    assert ["denied" in told[0], told[1]] == [True, UNTRUE]


def test_a_sentence_that_opens_with_nor_says_that_it_is_not_so() -> None:
    told = (
        "The separator film in the cells was to blame for the fires, the director Ines Vold said."
    )
    turned = "Nor was the separator film in the cells to blame for the fires, the engineer says."
    (claim,) = claims(told, turned)
    assert stances(claim) == {"a": Stance.SAYS, "b": Stance.DENIES}


def test_who_would_not_say_disputes_nothing() -> None:
    withheld = DENIED.replace("denied that", "would not say whether")
    (claim,) = claims(SAID, withheld)
    assert stances(claim) == {"a": Stance.SAYS, "b": Stance.WITHHOLDS}
    assert claim.disputed == ()


def test_said_and_denied_is_a_conflict_of_its_own_kind() -> None:
    (conflict,) = collate(_pile((SAID, DENIED))).conflicts
    assert conflict.aspect is Aspect.STANCE
    assert [(one.says, one.evidence[0].article) for one in conflict.accounts] == [
        ("said", "a"),
        ("denied", "b"),
    ]


def test_a_negation_stands_against_the_same_words_without_it() -> None:
    told = "The commission found that the site manager had {}ordered the alarms to be switched off."
    (claim,) = claims(told.format("not "), told.format(""))
    assert stances(claim) == {"a": Stance.DENIES, "b": Stance.SAYS}


@pytest.mark.parametrize(
    "negated", ["didn't lock", "didn’t lock", "hadn't locked", "hadn’t locked"]
)
def test_a_contraction_denies_with_either_apostrophe(negated: str) -> None:
    (claim,) = claims("The guard locked the gate.", f"The guard {negated} the gate.")
    assert stances(claim) == {"a": Stance.SAYS, "b": Stance.DENIES}


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        (
            "The soldiers took the bridge at Orvane.",
            "The soldiers did not take the bridge at Orvane.",
        ),
        (
            "The guard shot the driver of the lorry.",
            "The guard didn’t shoot the driver of the lorry.",
        ),
        (
            "The owner paid the divers for the search.",
            "The owner did not pay the divers for the search.",
        ),
    ],
)
def test_a_denial_of_a_verb_in_another_form_denies(said: str, denied: str) -> None:
    (claim,) = claims(said, denied)
    assert stances(claim) == {"a": Stance.SAYS, "b": Stance.DENIES}


def test_who_refuses_what_was_asked_for_disputes_nothing() -> None:
    opened = "The prosecutor opened an inquiry into the sale of the villa on the lake."
    refused = "The mayor rejected an inquiry into the sale of the villa on the lake."
    found = collate(_pile((opened, refused)))
    assert not found.conflicts
    assert not any(claim.disputed for claim in found.claims)


@pytest.mark.parametrize(
    ("told", "of_fact", "why"),
    [
        ("The mayor rejected an inquiry into the sale of the villa.", False, "an act"),
        ("The mayor ruled out a full inquiry into the sale of the villa.", False, "the same"),
        ("The mayor rejected calls for an inquiry into the sale.", False, "calls are refused"),
        ("The mayor rejected the offer of nine million crowns.", False, "so are offers"),
        ("The mayor rejected the report of an inquiry into the sale.", True, "it may be untrue"),
        ("The mayor rejected accusations of fraud at the harbour office.", True, "so may these"),
        ("The mayor ruled out sabotage at the harbour office.", True, "it may have been"),
        ("The mayor denied an inquiry into the sale of the villa.", True, "there is none"),
        ("The mayor ruled out that Olm opened an inquiry into the sale.", True, "that he did"),
    ],
)
def test_to_refuse_what_was_asked_for_denies_no_fact(
    told: str,
    of_fact: bool,  # noqa: FBT001 - a column of the table
    why: str,
) -> None:
    whole = Span(0, len(told))
    denial = find_denial(reading("a", told), whole, whole)
    assert denial
    assert denial.of_fact is of_fact, why


def test_what_somebody_ordered_is_denied_by_who_never_ordered_it() -> None:
    (claim,) = claims(
        "Ada Moor says the general ordered the attack on the harbour.",
        "The general says he never ordered the attack on the harbour.",
    )
    assert stances(claim) == {"a": Stance.SAYS, "b": Stance.DENIES}
    assert (claim.origins.at_least, claim.origins.at_most) == (1, 1)


LOCKED = "The guard locked the gate of the old harbour."


@pytest.mark.parametrize(
    ("told", "speaker", "stance"),
    [
        ("It was false that {}.", None, Stance.DENIES),
        ("It isn’t true that {}.", None, Stance.DENIES),
        ("It is not true that {}, his family said.", "his family", Stance.DENIES),
        ("That {} is untrue, said Mila Anton.", "Mila Anton", Stance.DENIES),
        ("The claim that {} is not true, said Mila Anton.", "Mila Anton", Stance.DENIES),
        ("Reports that {} are false, his family said.", "his family", Stance.DENIES),
        ("Police cannot say whether {}.", "Police", Stance.WITHHOLDS),
        ("Police were unable to say whether {}.", "Police", Stance.WITHHOLDS),
    ],
)
def test_set_words_deny_or_withhold_for_who_says_them(
    told: str, speaker: str | None, stance: Stance
) -> None:
    (claim,) = claims(LOCKED, told.format("the guard locked the gate of the old harbour"))
    denial = next(one for one in claim.assertions if one.evidence.article == "b")
    assert (denial.speaker and denial.speaker.name, denial.stance) == (speaker, stance)


def test_a_negation_in_a_sentence_of_its_own_is_no_conflict() -> None:
    pile = _pile(
        (
            "Nine border policemen were dragged from a watch hut 400 metres behind the line.",
            "The policemen were not dragged from any watch hut.",
        )
    )
    assert collate(pile).conflicts == ()


def test_the_same_sentence_with_a_negation_is_a_conflict() -> None:
    told = "The old bridge on Mill Lane had {}been inspected in spring by two engineers."
    (conflict,) = collate(_pile((told.format(""), told.format("not ")))).conflicts
    assert conflict.aspect is Aspect.STANCE


def test_what_all_of_them_deny_is_itself_the_claim() -> None:
    (claim,) = claims(
        "He denied having dealt with the Serrath brothers during the war.",
        "Again he denied having dealt with the Serrath brothers during the war.",
    )
    assert set(stances(claim).values()) == {Stance.SAYS}
    assert "denied" in claim.wording


ORDERED = "The mayor had ordered the contract for the gym to be signed in August, an official said."
NEVER_ORDERED = (
    "Mayor Colm Hartley denied on Thursday that he had ordered a contract for the gym to be signed"
    " with his brother’s firm before any other firm had been asked."
)


def test_a_denial_that_no_other_matches_is_no_origin_beside_who_says_something_plainly() -> None:
    assert claims(ORDERED, NEVER_ORDERED) == ()
    retold = "In August the mayor ordered the contract for the gym to be signed, a clerk wrote."
    (claim,) = claims(ORDERED, retold, NEVER_ORDERED)
    assert "b" in claim.articles
    assert "c" not in claim.articles


def test_what_more_deny_than_say_something_else_is_itself_the_claim() -> None:
    again = NEVER_ORDERED.replace("on Thursday", "again")
    (claim,) = claims(ORDERED, NEVER_ORDERED, again)
    assert set(stances(claim)) == {"b", "c"}


def test_a_denial_of_a_negation_says_it() -> None:
    (claim,) = claims(
        "The mayor denied that the old bridge on Mill Lane had not been inspected in spring.",
        "The old bridge on Mill Lane had been inspected in spring, an engineer said.",
    )
    assert set(stances(claim).values()) == {Stance.SAYS}


def test_a_sentence_that_also_denies_something_else_still_puts_its_claim_forward() -> None:
    told = "The ferry burned off Castrel with 143 people aboard, and the owner denied all blame."
    (claim,) = claims(told, told)
    assert set(stances(claim).values()) == {Stance.SAYS}


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        ("the board was never informed", "a plain one"),
        ("nobody told the trust", "it is the subject"),
        ("not one shot was fired", "so it is here"),
        ("they hadn’t ordered it", "a contraction, with a curly apostrophe"),
        ("she said that it was not", "it ends the clause"),
        ("no call came from nine until two", "from … until is a length of time"),
    ],
)
def test_a_clause_is_negated(clause: str, why: str) -> None:
    assert is_negated(clause), why


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        ("residents were not told until Sunday", "they were told on Sunday"),
        ("first place went to airship no. 5", "a number"),
        ("it carried 143 people and not 113", "a correction: it carried people"),
        ("not this year", "what stands before the comma holds"),
        ("you cannot wash your hands there", "nothing is said of who did"),
        ("he informed not only the mayor but the council", "both were"),
        ("no fewer than nine policemen were dragged away", "nine were"),
        ("the alarms went off no later than nine", "they went off"),
        ("the caller was none other than the mayor", "it was the mayor"),
        ("no sooner had the ferry left than it burned", "it left and burned"),
        ("he won the harbour race", "nothing turns it round"),
    ],
)
def test_a_clause_is_not_negated(clause: str, why: str) -> None:
    assert not is_negated(clause), why
