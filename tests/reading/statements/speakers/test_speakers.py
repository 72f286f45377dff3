"""Speakers whom only the article around a sentence tells: its outlet, its title, its rest."""

from dataclasses import replace

from tests.inline import article
from twosource import read
from twosource.model import BlockKind, Sense, SpeakerKind

LINES = (
    "Bridge may be closed, museum says\nThe Ruhl City Museum said on Friday that the bridge is old."
)


def test_this_newspaper_is_the_outlet_that_carries_the_article() -> None:
    text = "As this newspaper reported, the bridge will be closed."
    (statement,) = read(article("a", text, outlet="Ruhl Courier")).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == ("Ruhl Courier", SpeakerKind.NAMED)


def test_our_register_is_the_outlet_that_carries_the_article() -> None:
    text = "Our ship register lists the Ida at 41 metres."
    (statement,) = read(article("a", text, outlet="Ruhl Courier")).statements
    assert statement.speaker is not None
    assert statement.speaker.name == "Ruhl Courier"


def test_our_government_is_not_the_outlet_that_carries_the_article() -> None:
    text = "Our own government admits that the bridge is old."
    (statement,) = read(article("a", text, outlet="Ruhl Courier")).statements
    assert statement.speaker is not None
    assert statement.speaker.name == "Our own government"


def test_this_newspaper_stays_itself_where_nobody_knows_the_outlet() -> None:
    (statement,) = read(
        article("a", "As this newspaper reported, the bridge will close.")
    ).statements
    assert statement.speaker is not None
    assert statement.speaker.kind is SpeakerKind.DESCRIBED


def test_a_title_leaves_out_the_article_of_the_body_that_the_text_names() -> None:
    whole = article("a", LINES)
    title = replace(whole.blocks[0], kind=BlockKind.TITLE)
    titled = replace(whole, blocks=(title, *whole.blocks[1:]))
    first = read(titled).statements[0]
    assert first.speaker is not None
    assert first.speaker.name == "Ruhl City Museum"


def test_a_title_in_which_somebody_defends_a_thing_gives_no_words() -> None:
    whole = article("a", "Board defends night ferry\nThe ferry runs at night.")
    titled = replace(
        whole, blocks=(replace(whole.blocks[0], kind=BlockKind.TITLE), *whole.blocks[1:])
    )
    (statement,) = read(titled).statements
    assert statement.sense is Sense.ATTITUDE
