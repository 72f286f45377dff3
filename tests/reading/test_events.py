"""Events of one article: what, when, where, who and how many."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inline import article, reading
from twosource import read
from twosource.model import Dating, EventKind, EventMention, Reading

DAY = "2024-10-18"  # a Friday


def told(text: str, head: str) -> EventMention:
    """The event of a text whose head is given."""
    found = reading("a", text, published=DAY)
    return event_in(found, head)


def event_in(found: Reading, head: str) -> EventMention:
    """The event of a reading whose head is given."""
    heads = {event.head.of(found.article.text): event for event in found.events}
    assert head in heads, f"found only {sorted(heads)}"
    return heads[head]


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("The ferry burned on Thursday.", "burned", EventKind.ACCIDENT),  # a regular verb
        ("The ferry sank on Thursday.", "sank", EventKind.ACCIDENT),  # an irregular one
        ("The guards launched a raid on the camp.", "raid", EventKind.VIOLENCE),  # a light verb
        ("There was an explosion in Ruhl.", "explosion", EventKind.VIOLENCE),  # only a noun tells
        ("Two men were killed by the blast.", "killed", EventKind.DEATH),  # the passive
        ("Ana Olm said that it was cold.", "said", EventKind.SPEAKING),  # saying is an event
        ("The clerk heard the bell.", "heard", EventKind.OTHER),  # no hearing of a court
        ("There was a hearing in Ruhl.", "hearing", EventKind.JUSTICE),
        ("The villagers fled on Thursday.", "fled", EventKind.MOVEMENT),  # from no prison
        ("The number of dead rose on Thursday.", "rose", EventKind.CHANGE),  # no business
        ("The clerk stapled the letters.", "stapled", EventKind.OTHER),  # a verb in no list
    ],
)
def test_the_head_is_the_word_that_says_what_happened(
    text: str, head: str, kind: EventKind
) -> None:
    assert told(text, head).kind is kind


def test_a_noun_that_is_a_thing_tells_no_happening() -> None:
    assert told("The ward has 26 sinks that were replaced.", "replaced").kind is EventKind.OTHER
    found = reading("a", "There are 26 sinks in the ward.", published=DAY)
    assert found.events == ()


def test_a_body_is_a_place_only_where_something_is_done_in_it() -> None:
    inside = told("The crew protested at the Harbour Board on Friday.", "protested")
    onto = told("The crew appealed to the Harbour Board on Friday.", "appealed")
    assert [place.name for place in inside.places] == ["Harbour Board"]
    assert onto.places == ()


def test_a_clause_that_tells_how_things_are_is_no_event() -> None:
    assert reading("a", "The ferry is old and has two decks.", published=DAY).events == ()


@pytest.mark.parametrize(
    ("text", "head", "value", "dating"),
    [
        # a time beside the verb
        ("The ferry burned on 17 October 2024.", "burned", "2024-10-17", Dating.STATED),
        # each clause has its own
        (
            "The ferry burned on 17 October 2024, and the inquest opened on 1 December 2024.",
            "opened",
            "2024-12-01",
            Dating.STATED,
        ),
        # a clause without a subject leans on the one before
        ("On Thursday the ferry burned and sank.", "sank", "2024-10-17", Dating.STATED),
        # a sentence of the same paragraph goes on from the one before
        ("The ferry burned on 3 May 2021. Divers recovered it.", "recovered", "2021-05-03", "go"),
        # the opening names the day of the story, and later paragraphs tell of that day
        (
            "The ferry burned on Thursday.\nNobody knew why.\nDivers recovered two bodies.",
            "recovered",
            "2024-10-17",
            Dating.STORY,
        ),
        # without one, news is of the day of publication
        ("The ferry burned.", "burned", DAY, Dating.STORY),
        # what lies ahead did not happen on the day of the story
        ("The ferry will sink.", "sink", "XXXX", Dating.UNKNOWN),
        # nor did what had happened before it
        ("The ferry had burned.", "burned", "XXXX", Dating.UNKNOWN),
        # a clause that says when dates the one before it, and one that opens the sentence the next
        ("Two men died when the ferry burned on 3 May 2021.", "died", "2021-05-03", Dating.STATED),
        ("When it burned on 3 May 2021, two men died.", "died", "2021-05-03", Dating.STATED),
        (
            "Two men had died when it burned at 7 a.m. on 3 May 2021, police said on Monday.",
            "died",
            "2021-05-03",
            Dating.STATED,
        ),
        # but not what somebody asked
        ("They asked when it burned on 3 May 2021.", "asked", DAY, Dating.STORY),
        # what is counted from something undated has no day of its own
        (
            "Two days after the vote the mayor resigned; the ferry burned on 17 October.",
            "resigned",
            "XXXX",
            Dating.UNKNOWN,
        ),
        ("The mayor resigned after two days.", "resigned", DAY, Dating.STORY),
        # the end of a night is another day
        (
            "Guards emptied the ferry between Wednesday evening and Thursday morning.",
            "emptied",
            "2024-10-16/2024-10-17",
            Dating.STATED,
        ),
        # a wide time gives way to a narrow one
        ("The 2024 season of the ferry ended on Thursday.", "ended", "2024-10-17", Dating.STATED),
    ],
)
def test_the_date_is_the_nearest_that_the_article_gives(
    text: str, head: str, value: str, dating: Dating | str
) -> None:
    event = told(text, head)
    expected = Dating.CARRIED if dating == "go" else dating
    assert (event.interval.value, event.dating) == (value, expected)


def test_a_headline_in_the_present_tells_of_the_day_of_the_story() -> None:
    assert told("Olm says the ferry sank.", "says").interval.value == DAY


def test_without_a_date_of_publication_nothing_undated_gets_one() -> None:
    found = reading("a", "The ferry burned.")
    assert event_in(found, "burned").dating is Dating.UNKNOWN


@pytest.mark.parametrize(
    ("text", "head", "names"),
    [
        # subject and object
        ("Ana Olm attacked the Harbour Board.", "attacked", ["Ana Olm", "Harbour Board"]),
        # the subject is shared by two verbs
        ("Ana Olm entered Ruhl and burned the mill.", "burned", ["Ana Olm"]),
        # a pronoun means whoever was spoken of last
        ("Mrs Ana Olm left early. She burned the mill.", "burned", ["Ana Olm"]),
        # a short form means the full name
        ("Ana Olm left. Then Olm burned the mill.", "burned", ["Ana Olm"]),
    ],
)
def test_the_names_of_a_clause_take_part(text: str, head: str, names: list[str]) -> None:
    assert [named.name for named in told(text, head).participants] == names


def test_a_name_behind_in_is_where_it_happened() -> None:
    event = told("Two people were killed in Ruhl.", "killed")
    assert [named.name for named in event.places] == ["Ruhl"]
    assert event.participants == ()


def test_how_many_are_the_quantities_of_the_clause() -> None:
    text = "From 11 January 1993 to April 2003 the guards carried out over 150 attacks."
    event = told(text, "attacks")
    assert [span.of(text) for span in event.counts] == ["over 150 attacks"]
    assert event.interval.earliest == date(1993, 1, 11)


TOLD = "Ana Olm the ferry burned sank in Ruhl on Thursday 2019 , . and she said that “ ” raid"
_WORDS = st.sampled_from(TOLD.split())


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_every_span_lies_in_the_text_and_every_head_in_its_clause(text: str) -> None:
    found = read(article("a", text, published=DAY))
    for event in found.events:
        assert event.span.contains(event.head)
        assert event.head.of(text).strip() == event.head.of(text) != ""
        for named in (*event.participants, *event.places):
            assert named.span.of(text).strip()
        assert all(event.span.contains(span) for span in event.counts)
