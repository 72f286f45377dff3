import pytest

from tests.inline import reading
from twosource import collate
from twosource.collation.origins import count_origins, take_survey
from twosource.model import (
    Assertion,
    Claim,
    DependenceKind,
    Derivation,
    DerivationKind,
    Evidence,
    Passage,
    PassageKind,
    Reading,
)

DEATHS = "Two people died when the ferry Santa Brizia burned on Lake Orvane late on Thursday night."


def claim(readings: list[Reading], words: str) -> Claim:
    return next(c for c in collate(readings).claims if words in c.wording)


def kinds(of: Claim) -> set[DependenceKind]:
    return {link.kind for link in of.origins.links}


def test_two_articles_with_the_same_words_are_one_origin() -> None:
    copied = DEATHS + " Divers searched the burned car deck of the ferry until the early morning."
    found = claim([reading("a", copied), reading("b", copied)], "Two people died")
    assert (found.origins.at_least, found.origins.at_most) == (1, 1)
    assert DependenceKind.TEXT in kinds(found)


def test_two_articles_that_name_nobody_may_be_two_origins_and_are_not_known_to_be() -> None:
    own = "Late on Thursday the Santa Brizia, a ferry, burned on Lake Orvane: two people died."
    found = claim([reading("a", DEATHS), reading("b", own)], "Santa Brizia")
    assert (found.origins.at_least, found.origins.at_most) == (1, 2)
    assert kinds(found) == {DependenceKind.UNTOLD}


def test_two_speakers_are_two_origins() -> None:
    own = "Two people died as the ferry Santa Brizia burned on Lake Orvane, nurse Ada Moor said."
    pile = [reading("a", DEATHS[:-1] + ", commander Ottavia Prenn said."), reading("b", own)]
    found = claim(pile, "Santa Brizia")
    assert (found.origins.at_least, found.origins.at_most) == (2, 2)
    assert found.origins.links == ()


def test_who_names_nobody_adds_nothing_to_what_is_counted_at_least() -> None:
    own = "Two people died as the ferry Santa Brizia burned on Lake Orvane, nurse Ada Moor said."
    found = claim([reading("a", DEATHS), reading("b", own)], "Santa Brizia")
    assert (found.origins.at_least, found.origins.at_most) == (1, 2)


SHOT = "“No shot was fired by the patrol before midnight,” said {}."
FIRED = "{} said no shot had been fired before midnight by the patrol."


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "The Kestrian defence ministry",
            "the Kestrian defence ministry’s envoy, Mila Anton",
            "who speaks for a body",
        ),
        ("The government in Dvorsk", "the regime in Dvorsk", "one government under two words"),
        ("The mission", "Ingrid Sahl, the head of the mission", "who heads it"),
        ("The fire service", "fire chief Bruno Calder", "a service speaks through its chief"),
        ("Police", "police spokeswoman Mila Anton", "a body without an article"),
        ("Kestria", "the Kestrian defence ministry", "a land and one of its ministries"),
    ],
)
def test_a_body_and_who_speaks_for_it_may_be_one_mouth(one: str, other: str, why: str) -> None:
    found = claim([reading("a", FIRED.format(one)), reading("b", SHOT.format(other))], "shot")
    assert (found.origins.at_least, found.origins.at_most) == (1, 2), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("The Kestrian defence ministry", "the Morvanian defence ministry", "of two lands"),
        ("A doctor", "Ada Moor, a doctor at the hospital", "a doctor may be another one"),
        ("The fire service", "Ada Moor, a fire expert", "who only works in its field"),
        ("The health ministry", "defence minister Mila Anton", "two ministries"),
        ("A nurse", "a farmer", "told apart by what they do"),
        ("The man who runs the pump", "Mila Anton", "told by what he does"),
        ("An official of Kestria", "sources in Morvania", "of two lands"),
    ],
)
def test_two_mouths_that_are_called_apart_stay_two(one: str, other: str, why: str) -> None:
    found = claim([reading("a", FIRED.format(one)), reading("b", SHOT.format(other))], "shot")
    assert (found.origins.at_least, found.origins.at_most) == (2, 2), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("An official", "sources", "who talks to two papers may be one person"),
        ("A person close to the talks", "Mila Anton", "she may be that person"),
        ("Two senior officials", "a nurse", "a nurse is told apart, and officials are not"),
    ],
)
def test_who_may_be_anybody_adds_nothing_to_what_is_counted_at_least(
    one: str, other: str, why: str
) -> None:
    found = claim([reading("a", FIRED.format(one)), reading("b", SHOT.format(other))], "shot")
    assert (found.origins.at_least, found.origins.at_most) == (1, 2), why
    (link,) = found.origins.links
    assert "may be the same as in the other" in link.reason


@pytest.mark.parametrize(
    ("speaker", "at_least", "why"),
    [
        ("the Galdo Mail", 1, "an outlet of the pile has it from somebody it may not name here"),
        ("the Mail", 1, "the same by its short name"),
        ("the Orvane Gazette", 1, "so may an outlet that is not in the pile"),
        ("the Orvane harbour board", 2, "a body that prints no paper speaks for itself"),
        ("Gazelda Moor", 2, "a name that only begins like a paper's"),
    ],
)
def test_an_outlet_that_is_cited_is_no_mouth_of_its_own(
    speaker: str, at_least: int, why: str
) -> None:
    pile = [
        reading("a", FIRED.format("Nurse Ada Moor")),
        reading("b", f"No shot was fired by the patrol before midnight, {speaker} reported."),
        reading("c", "The weather was mild on the lake.", outlet="Galdo Mail"),
    ]
    assert claim(pile, "shot").origins.at_least == at_least, why


def test_two_who_say_it_in_hardly_a_word_in_common_may_say_two_things() -> None:
    pile = [
        reading("a", "The lifejacket chests had been padlocked all summer, nurse Ada Moor said."),
        reading("b", "Nobody could ever get at the vests in July, said the deckhand Ivo Lund."),
    ]
    speakers = [one.statements[0].speaker for one in pile]
    assertions = [
        Assertion(Evidence(one.article.id, one.statements[0].content[0]), speaker)
        for one, speaker in zip(pile, speakers, strict=True)
    ]
    found = count_origins(assertions, take_survey(pile, []))
    assert (found.at_least, found.at_most) == (1, 2)
    assert [link.kind for link in found.links] == [DependenceKind.WORDING]


@pytest.mark.parametrize(("direct", "at_most"), [(True, 1), (False, 2)])
def test_what_two_share_binds_both_counts_unless_both_may_only_report_the_same_facts(
    direct: bool,  # noqa: FBT001 - a column of the table
    at_most: int,
) -> None:
    told = "The weather was mild. The clubs have agreed on a fee of 28 million euros, {} said."
    pile = [reading("a", told.format("sources")), reading("b", told.format("Mila Anton"))]
    weather, clubs = pile[0].sentences
    shared = Evidence("a", weather.span), Evidence("b", weather.span)
    passage = Passage(*shared, PassageKind.VERBATIM, similarity=1, edits=())
    derivation = Derivation(
        "a", "b", DerivationKind.UNDECIDED, 0.5, 0.4, direct, reasons=(), passages=(passage,)
    )
    assertions = [Assertion(Evidence(name, clubs.span), None) for name in "ab"]
    assert count_origins(assertions, take_survey(pile, [derivation])).at_most == at_most


def test_two_articles_that_credit_one_agency_are_one_origin() -> None:
    own = "Late on Thursday the Santa Brizia, a ferry, burned on Lake Orvane: two people died."
    pile = [reading("a", DEATHS, credit="CPB"), reading("b", own, credit="CPB")]
    found = claim(pile, "Santa Brizia")
    assert found.origins.at_most == 1
    assert kinds(found) == {DependenceKind.CREDIT}
    assert found.origins.links[0].reason == "both come from or credit CPB"


def test_an_outlet_named_in_the_sentence_is_a_credit() -> None:
    own = (
        "On Lake Orvane two people died as the ferry Santa Brizia burned, the Galdo Mail reported."
    )
    pile = [reading("a", DEATHS, outlet="Galdo Mail"), reading("b", own, outlet="Tribune")]
    assert kinds(claim(pile, "Santa Brizia")) == {DependenceKind.CREDIT}


def test_two_reporters_of_one_speaker_are_one_origin() -> None:
    pile = [
        reading("a", "The alarm reached the rescuers at 10:52, commander Ottavia Prenn said."),
        reading("b", '"The alarm only reached rescuers at 10:52," said Ottavia Prenn on Friday.'),
    ]
    found = claim(pile, "alarm")
    assert found.origins.at_most == 1
    assert kinds(found) == {DependenceKind.SPEAKER}


def test_one_speaker_under_two_spellings_is_one_origin() -> None:
    pile = [
        reading("a", "The alarm reached the rescuers at 10:52, commander Ottavia Prenn said."),
        reading("b", '"The alarm only reached rescuers at 10:52," said Otavia Prenn on Friday.'),
    ]
    found = claim(pile, "alarm")
    assert found.origins.at_most == 1
    assert kinds(found) == {DependenceKind.SPEAKER}


def test_a_speaker_who_is_only_described_leaves_the_count_open() -> None:
    pile = [
        reading("a", "The lifejacket chests were padlocked all summer, a senior official said."),
        reading(
            "b", "All summer the chests with lifejackets stayed padlocked, a senior official said."
        ),
    ]
    found = claim(pile, "padlocked")
    assert (found.origins.at_least, found.origins.at_most) == (1, 2)


def test_the_articles_of_the_origins_are_those_of_the_claim_each_once() -> None:
    pile = [reading(name, DEATHS) for name in "abc"]
    found = claim(pile, "Two people died")
    listed = [article for origin in found.origins.origins for article in origin.articles]
    assert sorted(listed) == sorted({a.evidence.article for a in found.assertions})


def test_an_origin_is_called_by_who_is_mostly_named_as_saying_it() -> None:
    told = "The alarm had reached the rescuers on the pier at 10:52, {} Ottavia Prenn {}."
    pile = [
        reading("a", told.format("commander", "said")),
        reading("b", told.format("their commander", "told reporters")),
    ]
    assert [origin.label for origin in claim(pile, "alarm").origins.origins] == ["Ottavia Prenn"]


def test_an_origin_nobody_is_named_for_is_called_by_the_outlet_that_had_it_first() -> None:
    copied = DEATHS + " Divers searched the burned car deck of the ferry until the early morning."
    pile = [
        reading("a", copied, outlet="Tribune", published="2024-10-20"),
        reading("b", copied, outlet="Galdo Mail", published="2024-10-19"),
    ]
    assert [o.label for o in claim(pile, "Two people").origins.origins] == ["Galdo Mail"]


CHESTS = "The lifejacket chests of the Santa Brizia were padlocked all summer and nobody had a key"
DIVERS = "Divers searched the burned car deck until the early morning."


def test_an_origin_is_called_by_who_had_it_first_and_not_by_a_copyist_s_word() -> None:
    pile = [
        reading("a", f"{CHESTS}, police said. {DIVERS}", outlet="Mail", published="2024-10-20"),
        reading(
            "b",
            f"{CHESTS}. {DIVERS} The lake was calm.",
            outlet="Tribune",
            published="2024-10-19",
        ),
    ]
    assert [o.label for o in claim(pile, "chests").origins.origins] == ["Tribune"]


def test_an_origin_is_called_by_no_pronoun_that_nobody_is_found_for() -> None:
    pile = [reading(n, f"{CHESTS}, they said. {DIVERS}", outlet=f"Paper {n}") for n in "ab"]
    assert [o.label for o in claim(pile, "chests").origins.origins] == ["Paper a"]


def test_an_origin_that_the_first_only_calls_it_is_called_as_others_call_it() -> None:
    pile = [
        reading("a", f"{CHESTS}, they said. {DIVERS}", outlet="Mail", published="2024-10-19"),
        reading("b", f"{CHESTS}, police said. {DIVERS}", outlet="Echo", published="2024-10-20"),
    ]
    assert [o.label for o in claim(pile, "chests").origins.origins] == ["police"]


def test_articles_that_credit_an_agency_nobody_brought_are_one_origin_called_after_it() -> None:
    pile = [
        reading("a", DEATHS, outlet="Mail", published="2024-10-18", credit="CPB"),
        reading("b", DEATHS, outlet="Echo", published="2024-10-19", credit="CPB"),
    ]
    (origin,) = claim(pile, "Two people died").origins.origins
    assert origin.label == "CPB, not in the pile"
