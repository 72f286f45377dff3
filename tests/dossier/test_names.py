from dataclasses import replace

from tests.builders import article, evidence, ferry_story, reading, statement
from twosource.dossier import publish
from twosource.dossier.page import page
from twosource.model import Alias, Collation, Identity, NameKind


def test_a_name_is_shown_with_its_forms_and_where_each_stands_first() -> None:
    (shown,) = publish(ferry_story()).names.shown
    assert (shown.name, shown.kind) == ("Tove Arnesen", "person")
    assert [form.words for form in shown.forms] == ["Tove Arnesen", "Arnesen"]
    cited = shown.forms[0].citations.shown[0]
    assert cited.words == "Tove Arnesen"
    assert cited.label in shown.articles


def test_who_is_named_once_only_is_not_listed() -> None:
    one = article("Night", "Ida Brandt slept.")
    once = Identity(
        "Ida Brandt", NameKind.PERSON, (Alias("Ida Brandt", (evidence(one, "Ida Brandt"),)),), ()
    )
    story = Collation((reading(one),), (), (), (), (), (once,))
    assert publish(story).names.shown == ()


def test_the_page_tells_who_is_who_and_why() -> None:
    document = page(publish(ferry_story()))
    assert "Who is who" in document
    assert "“Arnesen”: the last name of one person only" in document


def test_the_page_says_what_was_not_looked_for_in_an_article() -> None:
    story = ferry_story()
    first, *rest = story.readings
    warned = replace(first, caveats=("does not read as English",))
    document = page(publish(replace(story, readings=(warned, *rest))))
    assert "does not read as English" in document


def test_a_speaker_spelt_otherwise_in_another_article_is_one_speaker() -> None:
    one = article("Night", "“It sank,” said Tove Arnesen.", name="a.txt")
    other = article("Day", "“It burned,” said Tova Arnesen.", name="b.txt")
    readings = (
        reading(one, statement(one, "It sank", speaker="Tove Arnesen")),
        reading(other, statement(other, "It burned", speaker="Tova Arnesen")),
    )
    forms = (
        Alias("Tove Arnesen", (evidence(one, "Tove Arnesen"),)),
        Alias("Tova Arnesen", (evidence(other, "Tova Arnesen"),)),
    )
    tove = Identity("Tove Arnesen", NameKind.PERSON, forms, ())
    (speaker,) = publish(Collation(readings, (), (), (), (), (tove,))).speakers.shown
    assert speaker.name == "Tove Arnesen"
    assert len(speaker.quotes.shown) == 2
