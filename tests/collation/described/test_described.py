"""Descriptions that one article leaves nameless and another names."""

from dataclasses import replace

import pytest

from tests.inline import reading
from twosource import collate
from twosource.collation.described import name_the_described
from twosource.collation.identities import find_identities
from twosource.model import BlockKind, Dateline, SpeakerKind
from twosource.reading import read

BARE = "The {who} said that the ferry was sound."
NAMING = (
    ("harbour authority", "The Ruhl Harbours Authority closed the port of Ruhl on Monday.",
     "Ruhl Harbours Authority", "a body by words of its name, in the plural or not"),
    ("captain", "Captain Piet Varga was on the bridge when the ferry burned.", "Piet Varga",
     "a rank before the name"),
    ("captain", "Captain Olm ran. Ana Olm, a nurse, slept. Karl Olm, the master, ran.", "Karl Olm",
     "of two with one surname the one with the same office"),
    ("boss of Vennor Lines", "Piet Varga, the director of Vennor Lines, waited.", "Piet Varga",
     "one office of one firm"),
    ("race director", "The letter went to the race director, Piet Varga, and was signed.",
     "Piet Varga", "a role between a preposition and the name"),
    ("mayor", "Ana Olm, the mayor of Ruhl, went to the quay on Monday.", "Ana Olm",
     "a role behind the name"),
    ("port's own engineer", "Piet Varga, the engineer of the port, went.", "Piet Varga",
     "its own is its"),
    ("house", "Hale & Strand sold the ring on Monday.", "Hale & Strand",
     "a firm by the sign in its name"),
)  # fmt: skip
SILENT = (
    (
        "harbour guard",
        "Olm, the harbour guard, ran. Ana Olm and Karl Olm slept.",
        "a surname that two share, with the role of either",
    ),
    ("captain", "Captain Piet Varga ran. Captain Karl Ruun stood still.", "two are called so"),
    ("captain", "Piet Varga was on the bridge when the ferry burned.", "nobody is called so"),
    ("captain of the tug", "Piet Varga, the captain of the ferry, ran.", "captain of another ship"),
    ("foreman", "The foreman, Piet Varga, ran.", "a trade that anybody can have"),
    ("driver", "The driver, Piet Varga, ran.", "a job that several in a story can have"),
    ("captains", "Captain Piet Varga ran.", "several are no one person"),
    ("house", "The magazine Harbour & Line printed the plan.", "a magazine is no house"),
)


SUNG = "“Sing, and keep your feet moving,” {who} advised."
QUOTED = (
    ("The foreman", "The foreman, Piet Varga, waited. " + SUNG.format(who="Varga"), "Piet Varga",
     "both quote the foreman with the same words"),
    ("The foreman", "The foreman of the yard, Piet Varga, waited. " + SUNG.format(who="Varga"),
     "Piet Varga", "a place between the trade and the name"),
    ("Her foreman", "Piet Varga, a foreman, waited. " + SUNG.format(who="Varga"), "Piet Varga",
     "somebody's foreman"),
    ("The foreman", "Piet Varga, a driver, waited. " + SUNG.format(who="Varga"), "The foreman",
     "the same words, but of a driver"),
    ("A foreman", "The foreman, Piet Varga, waited. " + SUNG.format(who="Varga"), "A foreman",
     "a foreman may be any, and Varga have it from him"),
    ("The foreman", "The foreman, Piet Varga, waited. “Sing,” Varga advised.", "The foreman",
     "one word in common"),
)  # fmt: skip


def speaker_of_first(*texts: str) -> tuple[str, SpeakerKind, str]:
    """Who speaks in the first article of a pile, and why."""
    readings = [reading(str(number), text) for number, text in enumerate(texts)]
    named = name_the_described(readings, find_identities(readings))
    statement = named[0].statements[0]
    assert statement.speaker is not None
    return statement.speaker.name, statement.speaker.kind, statement.reason


@pytest.mark.parametrize(("who", "other", "name", "why"), NAMING, ids=[row[-1] for row in NAMING])
def test_a_description_has_the_name_that_another_article_gives(
    who: str, other: str, name: str, why: str
) -> None:
    assert why
    found, kind, reason = speaker_of_first(BARE.format(who=who), other)
    assert (found, kind) == (name, SpeakerKind.NAMED)
    assert f"other articles name “The {who}”" in reason


@pytest.mark.parametrize(("who", "other", "why"), SILENT, ids=[row[-1] for row in SILENT])
def test_a_description_stays_itself_where_nobody_can_tell(who: str, other: str, why: str) -> None:
    assert why
    found, kind, _ = speaker_of_first(BARE.format(who=who), other)
    assert (found, kind) == (f"The {who}", SpeakerKind.DESCRIBED)


@pytest.mark.parametrize(("who", "other", "name", "why"), QUOTED, ids=[row[-1] for row in QUOTED])
def test_the_same_words_and_the_same_trade_together_name_a_description(
    who: str, other: str, name: str, why: str
) -> None:
    assert why
    assert speaker_of_first(SUNG.format(who=who), other)[0] == name


NAMESAKES = (
    ("Olm, its chief engineer", "Karl Olm", "the role behind the surname is his"),
    ("Olm", "Olm", "no role: a full name that comes only behind is no proof"),
    ("Olm, the mayor", "Ana Olm", "her own role"),
    ("Olm, a mother of two", "Ana Olm", "nobody is called so"),
)


@pytest.mark.parametrize(("who", "name", "why"), NAMESAKES, ids=[row[-1] for row in NAMESAKES])
def test_of_two_with_one_surname_a_role_tells_whom_an_article_means(
    who: str, name: str, why: str
) -> None:
    assert why
    told = f"“It was sound,” said {who}. Ana Olm, the mayor, was asked to go."
    others = "Karl Olm, the chief engineer of the port, ran.", "Ana Olm, the mayor, left."
    assert speaker_of_first(told, *others)[0] == name


SAID = "“The ferry was sound on Monday,” {who} said. "
SHARED = (
    (SAID, SAID, "Aron Velk", "the same quoted words, and a full name only behind them"),
    ("Jan Velk ran. " + SAID, "Aron Velk, the minister, slept.", "Jan Velk", "a full name before"),
    (SAID, "Aron Velk, the minister, slept.", "Velk", "a full name only behind is no proof"),
    (SAID, "Karl Olm slept.", "Jan Velk", "the only Velk of the pile"),
)


@pytest.mark.parametrize(("told", "other", "name", "why"), SHARED, ids=[r[-1] for r in SHARED])
def test_a_surname_of_two_is_whoever_others_name_for_the_words(
    told: str, other: str, name: str, why: str
) -> None:
    assert why
    ours = told.format(who="Velk") + "\nPrivate Jan Velk, 19, was buried on Thursday."
    found, kind, _ = speaker_of_first(ours, other.format(who="Aron Velk"))
    assert (found, kind is SpeakerKind.UNRESOLVED) == (name, name == "Velk")


def test_colonel_velk_is_the_only_colonel_of_that_name() -> None:
    others = "Colonel Stefan Velk ran.", "President Ilie Velk slept."
    ours = "Colonel Velk said that the ferry was sound."
    assert speaker_of_first(ours, *others)[0] == "Stefan Velk"


def test_a_headline_has_the_surname_before_the_full_name() -> None:
    whole = reading("0", "Velk says ferry was sound\nJan Velk ran.").article
    title = replace(whole.blocks[0], kind=BlockKind.TITLE)
    pile = [
        read(replace(whole, blocks=(title, *whole.blocks[1:]))),
        reading("1", "Aron Velk, the minister, slept."),
    ]
    speaker = name_the_described(pile, find_identities(pile))[0].statements[0].speaker
    assert speaker is not None
    assert speaker.name == "Jan Velk"


def test_a_description_has_the_name_that_its_own_article_gives() -> None:
    ours = "The Sea Directorate shut the port. The authority said that the ferry was sound."
    theirs = "The Kalmian Sea Directorate met in Ruhl on Monday."
    assert speaker_of_first(ours, theirs)[0] == "Sea Directorate"


def test_a_ministry_has_its_full_name() -> None:
    release = "MINISTRY OF THE INTERIOR\nThe Ministry said that the ferry was sound."
    other = "The Ministry of the Interior shut the port of Ruhl."
    assert speaker_of_first(release, other)[0] == "Ministry of the Interior"


MINISTRIES = (
    "The Kalmian Interior Ministry shut the border.",
    "The Tarnian Interior Ministry opened it.",
)


@pytest.mark.parametrize(
    ("before", "name", "why"),
    [
        ("Kalmia’s interior ministry wrote to us. ", "Kalmian Interior Ministry", "told in full"),
        ("Kalmia’s interior ministry wrote.\n", "Kalmian Interior Ministry", "right above"),
        ("Kalmia’s interior ministry wrote.\nIt rained.\n", "The ministry", "told of no more"),
        ("Kalmia’s interior ministry met Tarnia’s interior ministry. ",
         "The ministry", "two are told in full"),
        ("The interior ministry wrote. ", "The interior ministry", "whose it is stays open"),
        ("", "The ministry", "two are called so"),
    ],
)  # fmt: skip
def test_the_ministry_is_the_one_just_told_in_full(before: str, name: str, why: str) -> None:
    assert why
    assert speaker_of_first(f"{before}{BARE.format(who='ministry')}", *MINISTRIES)[0] == name


def test_one_whom_an_article_names_is_not_whom_it_describes() -> None:
    told = "Piet Varga recalled the day. " + SUNG.format(who="The foreman")
    other = "The foreman, a man called Piet Varga, waited. " + SUNG.format(who="Varga")
    assert speaker_of_first(told, other)[0] == "The foreman"


def test_an_article_that_brings_in_a_captain_of_its_own_speaks_of_that_one() -> None:
    own = "A captain from Tarn looked on. The captain said that the ferry was sound."
    found, _, _ = speaker_of_first(own, "Captain Piet Varga was on the bridge.")
    assert found == "The captain"


def test_the_words_of_the_description_stay_the_evidence() -> None:
    one = reading("a", BARE.format(who="captain"))
    collation = collate([one, reading("b", "Captain Piet Varga was on the bridge.")])
    speaker = collation.readings[0].statements[0].speaker
    assert speaker is not None
    assert speaker.span.of(one.article.text) == "The captain"


def test_the_city_is_the_one_from_where_the_pile_was_filed() -> None:
    ours = reading("a", "The city said that the ferry was sound.")
    theirs = reading("b", "The ferry sank in Ruhl on Monday.")
    line = Dateline("RUHL", "opens the text", place="RUHL")
    filed = replace(theirs, article=replace(theirs.article, dateline=line))
    for other, name in ((filed, "city of Ruhl"), (theirs, "The city")):
        pile = [ours, other]
        speaker = name_the_described(pile, find_identities(pile))[0].statements[0].speaker
        assert speaker is not None
        assert speaker.name == name


def test_a_mr_olm_is_the_only_olm_of_the_pile() -> None:
    stranger = "A Mr Olm of the port said that the ferry was sound."
    assert speaker_of_first(stranger, "Karl Olm ran.")[0] == "Karl Olm"
    assert speaker_of_first(stranger, "Karl Olm met Ana Olm.")[1] is SpeakerKind.UNRESOLVED


def test_a_mr_olm_is_the_one_whom_the_article_does_not_name() -> None:
    stranger = "Ana Olm chairs the inquiry. A Mr Olm of the port said that the ferry was sound."
    assert speaker_of_first(stranger, "Karl Olm ran.")[0] == "Karl Olm"


@pytest.mark.parametrize(
    ("nobody", "named"),
    [
        ("It rained. “It is too early to say what went wrong,” he said.",
         "“It is too early to say who is to blame,” Piet Varga said."),
        ("Residents stood by. “We have lost everything we own,” they said.",
         "“We have lost everything we own,” Piet Varga said."),
        ("Berta Olm died. A Mr Olm said that the ferry was sound.", "Anna Olm was there."),
    ],
    ids=["some words in common", "several people", "no Mr Olm is an Anna"],
)  # fmt: skip
def test_one_whom_nobody_can_follow_stays_so(nobody: str, named: str) -> None:
    assert speaker_of_first(nobody, named)[1] is SpeakerKind.UNRESOLVED


def test_nobodys_words_are_those_of_whom_others_quote_with_the_same() -> None:
    nobody = "The inquiry met. It said: " + SUNG.format(who="They")
    assert speaker_of_first(nobody, SUNG.format(who="Piet Varga"))[0] == "Piet Varga"
    both = SUNG.format(who="Piet Varga"), SUNG.format(who="Ana Olm")
    assert speaker_of_first(nobody, *both)[1] is SpeakerKind.UNRESOLVED


def test_a_headline_leaves_out_the_article_of_a_description() -> None:
    headline = reading("a", "Mayor warned of cracks\nThe port is shut.")
    title, *rest = headline.article.blocks
    article = replace(headline.article, blocks=(replace(title, kind=BlockKind.TITLE), *rest))
    pile = [read(article), reading("b", "Ana Olm, the mayor of Ruhl, went to the quay on Monday.")]
    speaker = name_the_described(pile, find_identities(pile))[0].statements[0].speaker
    assert speaker is not None
    assert speaker.name == "Ana Olm"
